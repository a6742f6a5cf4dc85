/** Choices with the look of the fields; apart from them, because no page of the first bundle needs them. */
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  RadioGroup as AriaRadioGroup,
  Select as AriaSelect,
  type CheckboxProps,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  type RadioGroupProps,
  SelectValue,
  Text,
} from "react-aria-components";
import { FieldNote, heightLook, inputLook, labelLook, optionLook, type Told } from "./fields";

const popover = "animate-appear rounded-xl border border-line bg-surface p-1 shadow-pop";

export type Option = { id: string; name: string; note?: string; isDisabled?: boolean };

export function Select({
  label,
  isLabelHidden,
  options,
  value,
  onChange,
  errors,
  help,
  size = "normal",
  className = "",
  placeholder,
  isDisabled,
}: Omit<Told, "label"> & {
  label: string;
  isLabelHidden?: boolean;
  options: Option[];
  value: string | null;
  onChange: (value: string) => void;
  size?: "normal" | "auto";
  className?: string;
  placeholder?: string;
  isDisabled?: boolean;
}) {
  return (
    <AriaSelect
      aria-label={isLabelHidden ? label : undefined}
      value={value}
      onChange={(key: Key | null) => key !== null && onChange(String(key))}
      isInvalid={Boolean(errors?.length)}
      isDisabled={isDisabled}
      placeholder={placeholder ?? "Choose"}
      className={`flex flex-col gap-1.5 ${size === "auto" ? "w-auto" : "w-full"} ${className}`}
    >
      {!isLabelHidden && <Label className={labelLook}>{label}</Label>}
      <AriaButton
        className={`${inputLook} ${heightLook} flex cursor-pointer items-center justify-between gap-2 text-left focus-visible:border-accent`}
      >
        <SelectValue className="truncate placeholder-shown:text-muted [&_[slot=description]]:hidden" />
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </AriaButton>
      <FieldNote errors={errors} help={help} />
      <Popover className={`${popover} min-w-(--trigger-width)`}>
        <ListBox items={options} className="max-h-80 overflow-auto outline-none">
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} isDisabled={option.isDisabled} className={optionLook}>
              {({ isSelected }) => (
                <>
                  <span className="flex min-w-0 flex-col">
                    <Text slot="label" className="truncate">
                      {option.name}
                    </Text>
                    {option.note && (
                      <Text slot="description" className="truncate text-xs text-muted">
                        {option.note}
                      </Text>
                    )}
                  </span>
                  {isSelected && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function Checkbox({
  children,
  ...rest
}: Omit<CheckboxProps, "children" | "className"> & { children: ReactNode }) {
  return (
    <AriaCheckbox
      {...rest}
      className="group flex cursor-pointer items-start gap-2.5 text-sm touch:py-2 disabled:cursor-default disabled:opacity-60"
    >
      {({ isSelected, isIndeterminate, isFocusVisible }) => (
        <>
          <span
            className={`mt-px grid size-4.5 shrink-0 place-items-center rounded border ${isSelected || isIndeterminate ? "border-accent bg-accent text-accent-ink" : "border-field bg-surface"} ${isFocusVisible ? "outline-hidden ring-2 ring-accent ring-offset-2 ring-offset-bg" : ""}`}
          >
            {isSelected && <Check aria-hidden className="size-3.5" strokeWidth={3} />}
          </span>
          <span>{children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}

/** Choices as cards: each a full sentence, so that what is agreed to can be read before it is chosen. */
export function RadioCards({
  label,
  choices,
  errors,
  help,
  ...rest
}: Omit<RadioGroupProps, "children" | "className"> & Told & { choices: Option[] }) {
  return (
    <AriaRadioGroup {...rest} isInvalid={Boolean(errors?.length)} className="flex flex-col gap-2">
      <Label className={labelLook}>{label}</Label>
      {choices.map((choice) => (
        <Radio
          key={choice.id}
          value={choice.id}
          className="focus-ring group flex cursor-pointer items-start gap-3 rounded-xl border border-line bg-surface px-3.5 py-3 transition-colors hover:border-field disabled:cursor-default disabled:opacity-60 selected:border-accent selected:bg-accent-soft"
        >
          <span className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-field bg-surface group-selected:border-accent group-selected:bg-accent">
            <span className="size-1.5 rounded-full bg-accent-ink opacity-0 group-selected:opacity-100" />
          </span>
          <span className="flex flex-col gap-0.5">
            <span className="font-medium text-sm">{choice.name}</span>
            {choice.note && <span className="text-[13px] text-muted">{choice.note}</span>}
          </span>
        </Radio>
      ))}
      <FieldNote errors={errors} help={help} />
    </AriaRadioGroup>
  );
}
