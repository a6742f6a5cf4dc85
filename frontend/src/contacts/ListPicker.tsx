import { Check, ChevronDown } from "lucide-react";
import { useCallback, useState } from "react";
import { Button as AriaButton, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { useQuery } from "urql";
import { graphql } from "../graphql/generated";
import { FieldNote, heightLook, inputLook, labelLook, optionLook } from "../ui/fields";
import { useTyped } from "../ui/useDebounced";
import { counted } from "../ui/words";

const ListChoices = graphql(`
  query ListChoices($search: String) {
    contactLists(first: 50, search: $search) {
      totalCount
      edges { node { id name contactCount } }
    }
  }
`);

export type PickedList = { id: string; name: string; contactCount: number };

/** One of the contact lists, searched on the server, so that it works for three lists and for three thousand. */
export function ListPicker({
  label,
  help,
  value,
  onChange,
  errors,
  exceptId,
}: {
  label: string;
  help?: string;
  value: PickedList | null;
  onChange: (list: PickedList | null) => void;
  errors?: string[];
  /** The list that is chosen already. */
  exceptId?: string | null;
}) {
  const [search, setSearch] = useState("");
  const [typed, setTyped] = useTyped("", setSearch, 150);
  // What stands in the field because it was chosen is not a search.
  const [{ data, fetching }] = useQuery({ query: ListChoices, variables: { search: value ? null : search || null } });
  const found = (data?.contactLists.edges ?? []).map(({ node }) => node).filter((list) => list.id !== exceptId);
  // The chosen list stays a choice whatever the search brings: the field would else forget it.
  const lists = value && !found.some((list) => list.id === value.id) ? [value, ...found] : found;
  const choose = useCallback(
    (id: string | null) => {
      const picked = lists.find((list) => list.id === id) ?? null;
      onChange(picked);
      if (picked) setTyped(picked.name);
    },
    [lists, onChange, setTyped],
  );
  return (
    <ComboBox
      items={lists}
      inputValue={typed}
      onInputChange={(text) => {
        setTyped(text);
        if (value && text !== value.name) onChange(null);
      }}
      value={value?.id ?? null}
      onChange={(key) => choose(key === null ? null : String(key))}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={Boolean(errors?.length)}
      validationBehavior="aria"
      className="flex flex-col gap-1.5"
    >
      <Label className={labelLook}>{label}</Label>
      <div className="relative">
        <Input className={`${inputLook} ${heightLook} pr-9 touch:pr-11`} placeholder="Search your contact lists" />
        <AriaButton className="focus-ring absolute inset-y-0 right-0 grid w-9 cursor-pointer place-items-center rounded-lg text-muted touch:w-11">
          <ChevronDown aria-hidden className="size-4" />
        </AriaButton>
      </div>
      <FieldNote errors={errors} help={help} />
      <Popover className="animate-appear w-(--trigger-width) rounded-xl border border-line bg-surface p-1 shadow-pop">
        <ListBox
          className="max-h-72 overflow-auto outline-none"
          renderEmptyState={() => (
            <p className="px-2.5 py-3 text-muted text-sm">{fetching ? "Searching…" : "No list has that name."}</p>
          )}
        >
          {(list: PickedList) => (
            <ListBoxItem id={list.id} textValue={list.name} className={optionLook}>
              {({ isSelected }) => (
                <>
                  <span className="truncate">{list.name}</span>
                  <span className="flex shrink-0 items-center gap-2 text-muted text-xs">
                    {counted(list.contactCount, "contact", "contacts")}
                    {isSelected && <Check aria-hidden className="size-4 text-accent" />}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
