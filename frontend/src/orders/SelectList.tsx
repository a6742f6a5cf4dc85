import { useState } from "react";
import { useClient, useQuery } from "urql";
import { ListPicker, type PickedList } from "../contacts/ListPicker";
import { graphql } from "../graphql/generated";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { Note } from "../ui/layout";
import { Segments } from "../ui/Segments";
import { counted, number } from "../ui/words";
import { OrderQuery } from "./orderQueries";
import { useListLink } from "./useListLink";

const Preview = graphql(`
  query LinkPreview($orderId: ID!, $contactListId: ID!) {
    linkPreview(orderId: $orderId, contactListId: $contactListId) { leaving arriving staying }
  }
`);

const CreateList = graphql(`
  mutation CreateContactList($input: CreateContactListInput!) {
    createContactList(input: $input) {
      contactList { id name contactCount isArchived createdAt }
      errors { code message path }
    }
  }
`);

export type SelectMode = "select" | "create";
type Props = {
  order: OrderDetailsFragment;
  onMode: (mode: SelectMode) => void;
  onClose: () => void;
  onDone: () => void;
};

/** Which list the order's participants come from. Says who goes and who comes before anything is saved. */
export function SelectList({ mode, ...props }: Props & { mode: SelectMode | null }) {
  return (
    <Dialog
      title={props.order.contactList ? "Select another contact list" : "Select contact list"}
      intro="The contacts on the list are the participants of the order."
      isOpen={mode !== null}
      onClose={props.onClose}
    >
      {mode && (
        <>
          <div className="mx-6 mt-4">
            <Segments
              isWide
              label="Which list"
              views={[
                ["select", "Existing list"],
                ["create", "Create list"],
              ]}
              value={mode}
              onChange={props.onMode}
            />
          </div>
          {mode === "select" ? <SelectExisting {...props} /> : <CreateNew {...props} />}
        </>
      )}
    </Dialog>
  );
}

function SelectExisting({ order, onClose, onDone }: Props) {
  const [list, setList] = useState<PickedList | null>(null);
  const [errors, setErrors] = useState<string[]>([]);
  const { link, tell, isBusy } = useListLink(order, onDone);
  const [{ data, fetching }] = useQuery({
    query: Preview,
    variables: { orderId: order.id, contactListId: list?.id ?? "" },
    pause: !list,
    requestPolicy: "network-only",
  });
  const preview = list && !fetching ? data?.linkPreview : null;

  async function save() {
    if (!list) return setErrors(["Choose a list."]);
    const outcome = await link(list.id);
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    tell(`${list.name} is linked to ${order.number}.`);
    onClose();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DialogBody>
        {/* As high as the list of choices, so that the window does not jump. */}
        <div className="flex min-h-40 flex-col gap-5">
          <ListPicker
            label="Contact list"
            value={list}
            onChange={(picked) => {
              setList(picked);
              setErrors([]);
            }}
            errors={errors}
            exceptId={order.contactList?.id}
          />
          <div aria-live="polite">
            {preview && (
              <dl className="grid grid-cols-3 gap-3">
                {(
                  [
                    ["arrive", preview.arriving, "text-ok"],
                    ["leave", preview.leaving, "text-bad"],
                    ["stay", preview.staying, "text-ink"],
                  ] as const
                ).map(([what, count, look]) => (
                  <div key={what} className="flex flex-col-reverse rounded-xl bg-sunken px-3.5 py-2.5">
                    <dt className="text-[13px] text-muted">{what}</dt>
                    <dd className={`font-semibold text-lg tabular-nums ${count ? look : "text-muted"}`}>
                      {number(count)}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {preview && preview.leaving > 0 && (
              <p className="mt-3 text-[13px] text-muted">
                Whoever leaves the order stays on {order.contactList?.name ?? "the other list"} and in your contacts.
              </p>
            )}
          </div>
        </div>
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={isBusy} isDisabled={!list}>
          Save
        </Button>
      </DialogFoot>
    </form>
  );
}

function CreateNew({ order, onClose, onDone }: Props) {
  const [name, setName] = useState("");
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(CreateList, (data) => data.createContactList);
  const { tell } = useListLink(order, onDone);
  const client = useClient();
  const leaving = order.contactList ? order.participantSummary.total : 0;

  async function save() {
    if (!name.trim()) return setErrors(["Give the list a name."]);
    const outcome = await run({ input: { name: name.trim(), orderId: order.id } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.errors.length || !outcome.payload) return;
    await client.query(OrderQuery, { id: order.id }, { requestPolicy: "network-only" }).toPromise();
    tell(`${name.trim()} is created and linked to ${order.number}.`);
    onClose();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DialogBody>
        <div className="flex min-h-40 flex-col gap-5">
          <TextField
            label="Name of the list"
            value={name}
            onChange={setName}
            errors={errors}
            placeholder="Spring campaign, north"
            help="It also appears under Contact Lists and can be linked to other orders."
            autoFocus
          />
          {leaving > 0 && (
            <Note tone="warn">
              {counted(leaving, "participant leaves", "participants leave")} the order: the new list is empty. They stay
              on {order.contactList?.name}.
            </Note>
          )}
        </div>
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Create list
        </Button>
      </DialogFoot>
    </form>
  );
}
