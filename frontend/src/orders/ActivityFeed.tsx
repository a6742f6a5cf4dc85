import {
  CircleCheck,
  CircleX,
  ClipboardList,
  Download,
  FileUp,
  History,
  ListChecks,
  ListX,
  Mail,
  RefreshCw,
  Undo2,
  UserMinus,
  UserPlus,
} from "lucide-react";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { ActivityKind, OrderDetailsFragment } from "../graphql/generated/graphql";
import { Button } from "../ui/Button";
import { Card, EmptyState, ErrorNote, Skeleton } from "../ui/layout";
import { RelativeTime } from "../ui/RelativeTime";

const ActivityQuery = graphql(`
  query Activity($id: ID!, $after: String) {
    order(id: $id) {
      id
      activity(first: 40, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { node { id at kind summary actor { id name } } }
      }
    }
  }
`);

const ICONS: Record<ActivityKind, ComponentType<{ className?: string }>> = {
  ORDER_CREATED: ClipboardList,
  STATUS_CHANGED: RefreshCw,
  LIST_LINKED: ListChecks,
  LIST_UNLINKED: ListX,
  PARTICIPANTS_ADDED: UserPlus,
  PARTICIPANTS_REMOVED: UserMinus,
  IMPORT_FINISHED: FileUp,
  IMPORT_UNDONE: Undo2,
  CONSENT_GIVEN: CircleCheck,
  CONSENT_DECLINED: CircleX,
  RECIPIENTS_CHANGED: Mail,
  PARTICIPANTS_EXPORTED: Download,
};

export function ActivityFeed({ order }: { order: OrderDetailsFragment }) {
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  // Whatever happens on an order changes its time or its people.
  const version = `${order.updatedAt}/${order.participantSummary.total}`;
  return (
    <Card title="Activity">
      <ol className="relative flex flex-col">
        {cursors.map((cursor, i) => (
          <Part
            key={cursor ?? "first"}
            orderId={order.id}
            after={cursor}
            version={version}
            onMore={i === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
          />
        ))}
      </ol>
    </Card>
  );
}

function Part({
  orderId,
  after,
  version,
  onMore,
}: {
  orderId: string;
  after: string | null;
  version: string;
  onMore?: (cursor: string) => void;
}) {
  const [{ data, error }, again] = useQuery({ query: ActivityQuery, variables: { id: orderId, after } });
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    again({ requestPolicy: "network-only" });
  }, [version, again]);
  const activity = data?.order?.activity;
  if (error && !activity) {
    return (
      <li>
        <ErrorNote onRetry={() => again({ requestPolicy: "network-only" })}>{faultSentence(error)}</ErrorNote>
      </li>
    );
  }
  if (!activity) {
    return ["a", "b", "c", "d"].map((row) => (
      <li key={row} className="flex items-center gap-3 py-3">
        <Skeleton className="size-8 rounded-full" />
        <Skeleton className="h-4 w-2/3" />
      </li>
    ));
  }
  if (activity.edges.length === 0 && after === null) {
    return (
      <li>
        <EmptyState icon={<History />} title="Nothing has happened yet">
          Changes of status, lists and people are told here.
        </EmptyState>
      </li>
    );
  }
  const { hasNextPage, endCursor } = activity.pageInfo;
  return (
    <>
      {activity.edges.map(({ node }) => {
        const Icon = ICONS[node.kind] ?? History;
        return (
          <li key={node.id} className="group relative flex gap-3.5 pb-5 last:pb-1">
            <span aria-hidden className="absolute top-9 bottom-1 left-4 w-px bg-line group-last:hidden" />
            <span
              aria-hidden
              className="grid size-8 shrink-0 place-items-center rounded-full bg-sunken text-muted ring-1 ring-line ring-inset [&>svg]:size-4"
            >
              <Icon />
            </span>
            <div className="flex min-w-0 flex-col gap-0.5 pt-1.5">
              <p className="break-words">{node.summary}</p>
              <p className="text-muted text-xs">
                {node.actor ? `${node.actor.name} · ` : ""}
                <RelativeTime at={node.at} />
              </p>
            </div>
          </li>
        );
      })}
      {onMore && hasNextPage && endCursor && (
        <li className="pt-1">
          <Button size="small" onPress={() => onMore(endCursor)}>
            Show earlier activity
          </Button>
        </li>
      )}
    </>
  );
}
