import { ArrowLeft, Inbox, MailOpen, SearchX } from "lucide-react";
import { useCallback, useState } from "react";
import { useQuery } from "urql";
import { Link, useSearch } from "wouter";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { Button, LinkButton } from "../ui/Button";
import { SearchField } from "../ui/fields";
import { Card, EmptyState, ErrorNote, Note, PageHead, PageSkeleton, Skeleton, usePageTitle } from "../ui/layout";
import { links, useRouteId } from "../ui/links";
import { NotFound } from "../ui/NotFound";
import { RelativeTime } from "../ui/RelativeTime";
import { type Codec, useAddressState } from "../ui/useAddressState";
import { useTyped } from "../ui/useDebounced";
import { counted, exactTime } from "../ui/words";
import { LetterView } from "./LetterView";

const LettersQuery = graphql(`
  query Letters($after: String, $search: String) {
    letters(first: 50, after: $after, search: $search) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id to subject sentAt } }
    }
  }
`);

const LetterQuery = graphql(`
  query Letter($id: ID!) { node(id: $id) { id ... on Letter { to subject text html sentAt } } }
`);

const searching: Codec<{ search: string }> = {
  read: (query) => ({ search: query.get("search") ?? "" }),
  write: ({ search }) => new URLSearchParams(search ? { search } : {}),
};

/** Demo only: what would have been sent. A newcomer opens the consent letter here and clicks its link. */
export function MailboxPage() {
  usePageTitle("Mailbox");
  const [{ search }, change] = useAddressState(searching);
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const tell = useCallback(
    (text: string) => {
      setCursors([null]);
      change({ search: text });
    },
    [change],
  );
  const [typed, setTyped] = useTyped(search, tell);
  const [{ data, error, fetching }, again] = useQuery({
    query: LettersQuery,
    variables: { after: cursors.at(-1) ?? null, search: search || null },
  });
  const refetch = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  const letters = data?.letters;
  const keep = search ? `?search=${encodeURIComponent(search)}` : "";
  return (
    <>
      <PageHead
        title="Mailbox"
        titleNote={letters && <span className="text-muted">{counted(letters.totalCount, "letter", "letters")}</span>}
      />
      {letters && (letters.totalCount > 0 || search) && (
        <Note>
          This is a demo without a mail server: letters are kept here instead of being sent. Open one that asks for
          consent, and answer it as that person would.
        </Note>
      )}
      <div className="flex justify-end">
        <SearchField label="Search letters" value={typed} onChange={setTyped} />
      </div>
      {error && !letters && <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>}
      {(letters || fetching) && (
        <Card isFlush>
          {letters?.totalCount === 0 ? (
            <EmptyState
              icon={search ? <SearchX /> : <Inbox />}
              title={search ? "No letter matches" : "No letter has been written yet"}
              actions={search && <Button onPress={() => setTyped("")}>Show all letters</Button>}
            >
              {search
                ? "Try a name, an address or a word of the letter."
                : "In a demo, letters are shown here when people are asked for consent or are added to an order. With a mail server they are sent instead."}
            </EmptyState>
          ) : (
            <ul>
              {!letters &&
                ["a", "b", "c", "d", "e", "f"].map((row) => (
                  <li key={row} className="border-line border-b px-5 py-4 last:border-0">
                    <Skeleton className="h-5 w-full" />
                  </li>
                ))}
              {letters?.edges.map(({ node }) => (
                <li
                  key={node.id}
                  className="relative flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-line border-b px-5 py-3 last:border-0 hover:bg-sunken/60 sm:flex-nowrap"
                >
                  <Link
                    href={`${links.letter(node.id)}${keep}`}
                    className="focus-ring min-w-0 flex-1 truncate rounded font-medium after:absolute after:inset-0 max-sm:basis-full"
                  >
                    {node.subject}
                  </Link>
                  <span className="min-w-0 truncate text-[13px] text-muted sm:w-72">{node.to}</span>
                  <RelativeTime
                    at={node.sentAt}
                    isShort
                    className="w-16 shrink-0 text-right text-[13px] text-muted max-sm:ml-auto"
                  />
                </li>
              ))}
            </ul>
          )}
          {letters && (letters.pageInfo.hasNextPage || cursors.length > 1) && (
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
                isDisabled={!letters.pageInfo.hasNextPage}
                onPress={() => setCursors((before) => [...before, letters.pageInfo.endCursor ?? null])}
              >
                Older
              </Button>
            </nav>
          )}
        </Card>
      )}
    </>
  );
}

export function LetterPage() {
  const id = useRouteId();
  const search = useSearch();
  const [{ data, error, fetching }, again] = useQuery({ query: LetterQuery, variables: { id } });
  const node = data?.node;
  const letter = node && "subject" in node ? node : null;
  usePageTitle(letter?.subject ?? "Letter");
  if (!letter) {
    if (error) {
      return <ErrorNote onRetry={() => again({ requestPolicy: "network-only" })}>{faultSentence(error)}</ErrorNote>;
    }
    return fetching ? <PageSkeleton /> : <NotFound what="letter" />;
  }
  return (
    <>
      <PageHead title={letter.subject} crumbs={[{ name: "Mailbox", href: links.mailbox }]}>
        <p className="flex flex-wrap items-center gap-x-2 text-muted">
          <MailOpen aria-hidden className="size-4 max-sm:hidden" />
          <span>
            to <strong className="wrap-anywhere font-medium text-ink">{letter.to}</strong>
          </span>
          <span title={exactTime(letter.sentAt)}>
            <RelativeTime at={letter.sentAt} />
          </span>
        </p>
      </PageHead>
      <LetterView key={letter.id} letter={letter} />
      <LinkButton href={`${links.mailbox}${search ? `?${search}` : ""}`} className="self-start">
        <ArrowLeft aria-hidden className="size-4" /> All letters
      </LinkButton>
    </>
  );
}
