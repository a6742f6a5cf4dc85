import { Suspense, useCallback, useState } from "react";
import { useQuery, useSubscription } from "urql";
import { useIsPartner } from "../accounts/session";
import { faultSentence } from "../graphql/errors";
import type { OrderStatus } from "../graphql/generated/graphql";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { later } from "../ui/later";
import { Card, ErrorNote, Facts, PageHead, PageSkeleton, Skeleton, TabLinks, usePageTitle } from "../ui/layout";
import { links, useRouteId } from "../ui/links";
import { NotFound } from "../ui/NotFound";
import { RelativeTime } from "../ui/RelativeTime";
import { calendarDate, shortDate } from "../ui/words";
import { OrderChanges } from "./OrdersPage";
import { OrderQuery } from "./orderQueries";
import { Participants } from "./Participants";
import { StatusMoves } from "./StatusMoves";
import { STATUSES } from "./status";

const ActivityFeed = later(() => import("./ActivityFeed"), "ActivityFeed");
const EditOrder = later(() => import("./EditOrder"), "EditOrder");
const EstimatedCompletion = later(() => import("./EstimatedCompletion"), "EstimatedCompletion");
const StatusNote = later(() => import("./StatusNote"), "StatusNote");
const Notifications = later(() => import("./Notifications"), "Notifications");

const TELLS_WHY: readonly OrderStatus[] = ["WAITING_FOR_PARTNER", "DENIED", "CANCELLED"];

export function OrderPage({ section }: { section: "participants" | "activity" | "notifications" }) {
  const id = useRouteId();
  const isPartner = useIsPartner();
  const [isEditing, setEditing] = useState(false);
  const [{ data, error, fetching }, again] = useQuery({ query: OrderQuery, variables: { id } });
  const refetch = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  useSubscription({ query: OrderChanges }, (_, change) => change);
  const order = data?.order?.id === id ? data.order : null;
  usePageTitle(order?.name ?? "Order");

  if (!order) {
    if (error) return <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>;
    return fetching || data?.order ? <PageSkeleton /> : <NotFound what="order" />;
  }
  const { name, tone } = STATUSES[order.status];
  // As high as what comes, so that the page below stays where it is.
  const isAsked = isPartner && order.status === "WAITING_FOR_PARTNER";
  const awaited = <Skeleton className={`w-full rounded-xl ${isAsked ? "h-72" : "h-16"}`} />;
  return (
    <>
      <PageHead
        title={order.name}
        titleNote={<Badge tone={tone}>{name}</Badge>}
        crumbs={[{ name: isPartner ? "My Orders" : "Orders", href: links.orders }]}
        here={order.number}
        actions={<StatusMoves order={order} />}
      />
      {TELLS_WHY.includes(order.status) && (
        <Suspense fallback={awaited}>
          <StatusNote key={order.status} order={order} isPartner={isPartner} awaited={awaited} />
        </Suspense>
      )}
      <TabLinks
        label="Order"
        tabs={[
          { name: "Activity Dashboard", href: links.order(id), isCurrent: section !== "notifications" },
          { name: "Notifications", href: links.orderNotifications(id), isCurrent: section === "notifications" },
        ]}
      />
      {section === "notifications" ? (
        <Suspense fallback={<PageSkeleton />}>
          <Notifications order={order} />
        </Suspense>
      ) : (
        <>
          <Card
            title="Details"
            actions={
              isPartner &&
              order.status === "DRAFT" && (
                <Button size="small" onPress={() => setEditing(true)}>
                  Edit draft
                </Button>
              )
            }
          >
            <Facts
              facts={[
                ["Service", order.service],
                isPartner ? ["Provider", order.provider.name] : ["Partner", order.partner.name],
                [
                  "Placed",
                  <span key="p">
                    {shortDate(order.createdAt)}
                    {order.placedBy ? ` by ${order.placedBy.name}` : ""}
                  </span>,
                ],
                [
                  "Estimated completion",
                  isPartner && order.status !== "DRAFT" ? (
                    order.estimatedCompletion ? (
                      calendarDate(order.estimatedCompletion)
                    ) : (
                      <span key="e" className="font-normal text-muted">
                        Not set yet
                      </span>
                    )
                  ) : (
                    <Suspense
                      key="e"
                      fallback={order.estimatedCompletion ? calendarDate(order.estimatedCompletion) : "…"}
                    >
                      <EstimatedCompletion order={order} />
                    </Suspense>
                  ),
                ],
                [
                  "Last change",
                  <RelativeTime key="l" at={order.updatedAt} className="inline-block first-letter:uppercase" />,
                ],
              ]}
            />
          </Card>
          <TabLinks
            isSmall
            label="Details"
            tabs={[
              {
                name: "Participants",
                href: links.order(id),
                isCurrent: section === "participants",
                count: order.participantSummary.total,
              },
              { name: "Activity", href: links.orderActivity(id), isCurrent: section === "activity" },
            ]}
          />
          {section === "participants" ? (
            <Participants order={order} />
          ) : (
            <Suspense fallback={<PageSkeleton />}>
              <ActivityFeed order={order} />
            </Suspense>
          )}
        </>
      )}
      {isEditing && (
        <Suspense fallback={null}>
          <EditOrder order={order} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}
