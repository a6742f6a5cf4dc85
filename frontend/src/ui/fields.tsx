/** Fields with one look: label above, help and error below, the error tied to the field for screen readers. */
import { Search, X } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  SearchField as AriaSearchField,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps,
} from "react-aria-components";

export const inputLook =
  "w-full rounded-lg border border-field bg-surface px-3 text-base sm:text-sm text-ink placeholder:text-muted outline-none transition-shadow " +
  "focus:border-accent focus:outline-hidden focus:shadow-[0_0_0_3px_color-mix(in_srgb,var(--accent)_25%,transparent)] invalid:border-bad-strong disabled:opacity-60";
export const heightLook = "h-9 touch:h-11";
export const labelLook = "text-[13px] font-medium text-ink";
export const optionLook =
  "flex cursor-pointer items-center justify-between gap-3 rounded-lg px-2.5 py-2 text-sm outline-none touch:min-h-11 focus:bg-accent-soft focus:outline-hidden disabled:cursor-default disabled:text-muted disabled:opacity-70 selected:font-medium";

export function FieldNote({ errors, help }: { errors?: string[]; help?: ReactNode }) {
  return (
    <>
      {help && (
        <Text slot="description" className="text-[13px] text-muted">
          {help}
        </Text>
      )}
      <FieldError className="text-[13px] text-bad">{errors?.length ? errors.join(" ") : undefined}</FieldError>
    </>
  );
}

export type Told = { label: string; errors?: string[]; help?: ReactNode };

export function TextField({
  label,
  errors,
  help,
  isLong,
  placeholder,
  className = "",
  ...rest
}: Omit<TextFieldProps, "className"> & Told & { isLong?: boolean; placeholder?: string; className?: string }) {
  return (
    <AriaTextField
      {...rest}
      validationBehavior="aria"
      isInvalid={Boolean(errors?.length)}
      className={`flex flex-col gap-1.5 ${className}`}
    >
      <Label className={labelLook}>
        {label}
        {rest.isRequired && <span className="ml-1 font-normal text-muted">(required)</span>}
      </Label>
      {isLong ? (
        <TextArea rows={3} placeholder={placeholder} className={`${inputLook} min-h-20 py-2`} />
      ) : (
        <Input placeholder={placeholder} className={`${inputLook} ${heightLook}`} />
      )}
      <FieldNote errors={errors} help={help} />
    </AriaTextField>
  );
}

export function SearchField({
  label,
  value,
  onChange,
  placeholder,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
}) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className="group relative w-full sm:w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
        strokeWidth={2}
      />
      <Input
        placeholder={placeholder ?? label}
        className={`${inputLook} ${heightLook} pr-9 pl-9 touch:pr-11 [&::-webkit-search-cancel-button]:hidden`}
      />
      <AriaButton
        aria-label="Clear search"
        className="focus-ring absolute top-1/2 right-1.5 grid size-6 -translate-y-1/2 cursor-pointer place-items-center rounded text-muted touch:right-0 touch:size-11 hover:text-ink group-empty:invisible"
      >
        <X aria-hidden className="size-4" />
      </AriaButton>
    </AriaSearchField>
  );
}
