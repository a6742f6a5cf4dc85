import { Check, Pencil, X } from "lucide-react";
import { useState } from "react";
import { Input, TextField } from "react-aria-components";
import { Link } from "wouter";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { inputLook } from "../ui/fields";

const Rename = graphql(`
  mutation RenameContactList($input: RenameContactListInput!) {
    renameContactList(input: $input) {
      contactList { id name }
      errors { code message path }
    }
  }
`);

/** The name of a list, put right where it stands: Enter saves, Escape leaves it as it was. */
export function ListName({ list, href }: { list: { id: string; name: string }; href?: string }) {
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { run, isBusy } = useAction(Rename, (data) => data.renameContactList);
  const leave = () => {
    setName(null);
    setError(null);
  };

  async function save() {
    const wanted = name?.trim() ?? "";
    if (wanted === list.name) return leave();
    if (!wanted) return setError("Give the list a name.");
    const outcome = await run({ input: { contactListId: list.id, name: wanted } });
    const refused = outcome.errors[0];
    if (refused) return setError(refused.message);
    if (outcome.payload) leave();
  }

  if (name === null) {
    return (
      <span className="flex min-w-0 items-center gap-1">
        {href ? (
          <Link href={href} className="focus-ring truncate rounded font-medium hover:underline">
            {list.name}
          </Link>
        ) : (
          <span className="truncate">{list.name}</span>
        )}
        <Button kind="quiet" size="iconSmall" aria-label="Rename the list" onPress={() => setName(list.name)}>
          <Pencil aria-hidden className="size-3.5" />
        </Button>
      </span>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
      }}
      className="flex flex-wrap items-center gap-1.5"
    >
      <TextField
        aria-label="Name of the list"
        value={name}
        onChange={setName}
        isInvalid={error !== null}
        autoFocus
        className="w-64 max-w-full"
      >
        <Input className={`${inputLook} h-8 font-normal`} onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      <Button type="submit" kind="primary" size="iconSmall" aria-label="Save the name" isBusy={isBusy}>
        {!isBusy && <Check aria-hidden className="size-4" />}
      </Button>
      <Button kind="quiet" size="iconSmall" aria-label="Leave the name as it was" onPress={leave}>
        <X aria-hidden className="size-4" />
      </Button>
      {error && (
        <span role="alert" className="w-full font-normal text-[13px] text-bad">
          {error}
        </span>
      )}
    </form>
  );
}
