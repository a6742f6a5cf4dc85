import { MonitorSmartphone } from "lucide-react";
import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Card, ErrorNote, Skeleton } from "../ui/layout";
import { RelativeTime } from "../ui/RelativeTime";
import { toast } from "../ui/Toast";
import { deviceName } from "./device";

const SessionsQuery = graphql(`
  query Sessions { sessions { id current userAgent ipAddress createdAt lastSeenAt } }
`);

const End = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) { ok errors { code message path } }
  }
`);

export function SessionSettings() {
  const [{ data, error }, again] = useQuery({ query: SessionsQuery });
  const refetch = () => again({ requestPolicy: "network-only" });
  const { run, isBusy } = useAction(End, (result) => result.endSession);

  async function end(sessionId: string) {
    const outcome = await run({ input: { sessionId } });
    const refused = outcome.errors[0];
    toast(refused?.message ?? "Signed out there.", refused ? "bad" : "ok");
    refetch();
  }

  const sessions = data?.sessions;
  return (
    <Card isFlush title="Where you are signed in">
      {error && !data && (
        <div className="px-5 pb-5">
          <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>
        </div>
      )}
      <ul className="border-line border-t">
        {!sessions && !error && (
          <li className="px-5 py-4">
            <Skeleton className="h-5 w-full" />
          </li>
        )}
        {sessions?.map((session) => (
          <li
            key={session.id}
            className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1.5 border-line border-b px-5 py-2.5 last:border-0"
          >
            <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium" title={session.userAgent ?? undefined}>
                {deviceName(session.userAgent)}
              </p>
              <p className="text-[13px] text-muted">
                {session.ipAddress ? `${session.ipAddress} · ` : ""}last seen <RelativeTime at={session.lastSeenAt} />
                {" · signed in "}
                <RelativeTime at={session.createdAt} />
              </p>
            </div>
            {session.current ? (
              <Badge tone="ok">This one</Badge>
            ) : (
              <Button size="small" isDisabled={isBusy} onPress={() => void end(session.id)}>
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
