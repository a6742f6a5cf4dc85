import { Ban, FileUp, Plus, SearchX } from "lucide-react";
import { useCallback, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useQuery } from "urql";
import { useMay } from "../accounts/session";
import { faultSentence, type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { SearchField, TextField } from "../ui/fields";
import { Card, EmptyState, ErrorNote, PageHead, Skeleton, usePageTitle } from "../ui/layout";
import { RelativeTime } from "../ui/RelativeTime";
import { toast } from "../ui/Toast";
import { type Codec, useAddressState } from "../ui/useAddressState";
import { useTyped } from "../ui/useDebounced";
import { counted } from "../ui/words";
import { fileAddresses, pastedAddresses, SUPPRESSION } from "./suppression";

const SuppressionsQuery = graphql(`
  query Suppressions($after: String, $search: String) {
    suppressions(first: 50, after: $after, search: $search) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id address reason at actor { id name } } }
    }
  }
`);

const Lift = graphql(`
  mutation LiftSuppressions($input: LiftSuppressionsInput!) {
    liftSuppressions(input: $input) { ok errors { code message path } }
  }
`);

const Suppress = graphql(`
  mutation SuppressAddresses($input: SuppressAddressesInput!) {
    suppressAddresses(input: $input) { suppressed errors { code message path } }
  }
`);

const searching: Codec<{ search: string }> = {
  read: (query) => ({ search: query.get("search") ?? "" }),
  write: ({ search }) => new URLSearchParams(search ? { search } : {}),
};

export function SuppressedPage() {
  usePageTitle("Suppressed");
  const mayLift = useMay("LIFT_SUPPRESSIONS");
  const [{ search }, change] = useAddressState(searching);
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const [isAdding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<{ id: string; address?: string | null } | null>(null);
  const tell = useCallback(
    (text: string) => {
      setCursors([null]);
      change({ search: text });
    },
    [change],
  );
  const [typed, setTyped] = useTyped(search, tell);
  const [{ data, error, fetching }, again] = useQuery({
    query: SuppressionsQuery,
    variables: { after: cursors.at(-1) ?? null, search: search || null },
  });
  const refetch = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  const { run, isBusy } = useAction(Lift, (result) => result.liftSuppressions);
  const found = data?.suppressions;

  async function lift() {
    if (!lifting) return;
    const outcome = await run({ input: { suppressionIds: [lifting.id] } });
    const refused = outcome.errors[0];
    setLifting(null);
    if (refused) return toast(refused.message, "bad");
    toast(`${lifting.address ?? "The address"} can be added again.`);
    refetch();
  }

  return (
    <>
      <PageHead
        title="Suppressed"
        actions={
          mayLift && (
            <Button kind="primary" onPress={() => setAdding(true)}>
              <Plus aria-hidden className="size-4" /> Bar addresses
            </Button>
          )
        }
      >
        <p className="max-w-2xl text-muted">
          No upload, form or program brings these addresses back. Deactivated people can be restored for 30 days; people
          who said no come back only by their own answer.
        </p>
      </PageHead>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SearchField label="Search addresses" value={typed} onChange={setTyped} />
        {found && found.totalCount > 0 && (
          <p className="text-[13px] text-muted">{counted(found.totalCount, "address", "addresses")}</p>
        )}
      </div>
      {error && !found && <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>}
      {(found || fetching) && (
        <Card isFlush>
          {found?.totalCount === 0 ? (
            <EmptyState
              icon={search ? <SearchX /> : <Ban />}
              title={search ? "No address matches" : "Nobody is barred"}
              actions={
                search ? (
                  <Button onPress={() => setTyped("")}>Show all addresses</Button>
                ) : (
                  mayLift && (
                    <Button onPress={() => setAdding(true)}>
                      <Plus aria-hidden className="size-4 text-muted" /> Bar addresses
                    </Button>
                  )
                )
              }
            >
              {search
                ? "Try a part of the address."
                : "Addresses appear here when people are deactivated or say no, and when you bar them by hand."}
            </EmptyState>
          ) : (
            <ul>
              {!found &&
                ["a", "b", "c", "d", "e", "f"].map((row) => (
                  <li key={row} className="border-line border-b px-5 py-4 last:border-0">
                    <Skeleton className="h-5 w-full" />
                  </li>
                ))}
              {found?.edges.map(({ node }) => (
                <li
                  key={node.id}
                  className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-5 py-2 last:border-0"
                >
                  <span
                    className="min-w-0 flex-1 truncate font-medium max-sm:basis-full"
                    title={node.address ?? undefined}
                  >
                    {node.address ?? <span className="font-normal text-muted italic">Only a hash is left</span>}
                  </span>
                  <span className="sm:w-36">
                    <Badge tone={SUPPRESSION[node.reason].tone}>{SUPPRESSION[node.reason].name}</Badge>
                  </span>
                  <span className="truncate text-[13px] text-muted sm:w-56">
                    <RelativeTime at={node.at} />
                    {node.actor ? `${node.reason === "DECLINED" ? ", recorded" : ""} by ${node.actor.name}` : ""}
                  </span>
                  <span className="flex w-16 justify-end max-sm:ml-auto">
                    {mayLift && SUPPRESSION[node.reason].isLiftable && (
                      <Button size="small" aria-label={`Lift ${node.address ?? ""}`} onPress={() => setLifting(node)}>
                        Lift
                      </Button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {found && (found.pageInfo.hasNextPage || cursors.length > 1) && (
            <nav aria-label="Pages" className="flex justify-end gap-2 border-line border-t px-5 py-3">
              <Button
                size="small"
                isDisabled={cursors.length === 1}
                onPress={() => setCursors((before) => before.slice(0, -1))}
              >
                Newer
              </Button>
              <Button
                size="small"
                isDisabled={!found.pageInfo.hasNextPage}
                onPress={() => setCursors((before) => [...before, found.pageInfo.endCursor ?? null])}
              >
                Older
              </Button>
            </nav>
          )}
        </Card>
      )}
      <Dialog
        title="Bar addresses"
        intro="A do-not-contact list, for example. Contacts who have one of them become Declined."
        isOpen={isAdding}
        onClose={() => setAdding(false)}
      >
        <BarForm onClose={() => setAdding(false)} onDone={refetch} />
      </Dialog>
      <Dialog
        title={`Let ${lifting?.address ?? "this address"} be added again?`}
        isOpen={lifting !== null}
        onClose={() => setLifting(null)}
        isAlert
      >
        <DialogBody>
          <p>Uploads, forms and programs can bring this address in again. Nobody is added by this alone.</p>
        </DialogBody>
        <DialogFoot>
          <Button onPress={() => setLifting(null)} autoFocus>
            Keep it barred
          </Button>
          <Button kind="danger" onPress={() => void lift()} isBusy={isBusy}>
            Lift
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  );
}

const AT_ONCE = 1_000;
const MOST_BYTES = 5_000_000;

function BarForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [text, setText] = useState("");
  const [errors, setErrors] = useState<Refusal[]>([]);
  const { run, isBusy } = useAction(Suppress, (data) => data.suppressAddresses);
  const addresses = pastedAddresses(text);
  const told = sortErrors(errors, ["addresses"]);

  async function readFile(file: File | undefined) {
    if (!file) return;
    const inFile = file.size > MOST_BYTES ? [] : fileAddresses(await file.text());
    const message =
      file.size > MOST_BYTES
        ? `${file.name} is larger than 5 MB. Split it, and choose the parts one after the other.`
        : `There is no address in ${file.name}. Choose a text or CSV file; save a workbook as CSV first.`;
    setErrors(inFile.length ? [] : [{ code: "INVALID", message, path: ["addresses"] }]);
    if (inFile.length) setText((before) => [before.trim(), ...inFile].filter(Boolean).join("\n"));
  }

  async function save() {
    if (addresses.length === 0) {
      return setErrors([{ code: "REQUIRED", message: "Paste at least one address.", path: ["addresses"] }]);
    }
    let added = 0;
    // As many as one request takes, one after the other; what is done stays done and is passed over the next time.
    for (let at = 0; at < addresses.length; at += AT_ONCE) {
      const outcome = await run({ input: { addresses: addresses.slice(at, at + AT_ONCE) } });
      setErrors(outcome.errors.map((error) => named(error, addresses.slice(at, at + AT_ONCE))));
      if (outcome.errors.length || !outcome.payload) return;
      added += outcome.payload.suppressed;
    }
    const known = addresses.length - added;
    toast(
      `${counted(added, "address is", "addresses are")} barred${known ? `, ${counted(known, "was", "were")} already` : ""}.`,
    );
    onDone();
    onClose();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      className="flex min-h-0 flex-col"
    >
      <DialogBody>
        {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
        <TextField
          label="E-mail addresses or phone numbers"
          isLong
          value={text}
          onChange={setText}
          errors={told.fields.addresses}
          help={
            addresses.length
              ? counted(addresses.length, "address", "addresses")
              : "One a line, or with commas or semicolons between them."
          }
          placeholder={"ada@example.com\nbo@example.com"}
          autoFocus
        />
        <FileTrigger acceptedFileTypes={[".txt", ".csv"]} onSelect={(files) => void readFile(files?.[0])}>
          <Button size="small">
            <FileUp aria-hidden className="size-4" /> Take them from a text or CSV file
          </Button>
        </FileTrigger>
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Bar {addresses.length > 1 ? counted(addresses.length, "address", "addresses") : "the address"}
        </Button>
      </DialogFoot>
    </form>
  );
}

/** The server tells the place in what was sent; people know the address. */
function named(error: Refusal, sent: string[]): Refusal {
  const address = sent[Number(error.path?.at(-1))];
  return address && !error.message.includes(address) ? { ...error, message: `${address}: ${error.message}` } : error;
}
