import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/generated";
import type { OrderDetailsFragment, OrderStatus } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { TextField } from "../ui/fields";
import { Note } from "../ui/layout";
import { RelativeTime } from "../ui/RelativeTime";
import { toast } from "../ui/Toast";
import { ChangeStatus } from "./orderQueries";

const LatestStatus = graphql(`
  query LatestStatus($id: ID!) {
    order(id: $id) { id activity(first: 50) { edges { node { id kind at note actor { id name } } } } }
  }
`);

const CLOSED_BY: Partial<Record<OrderStatus, string>> = { DENIED: "Denied", CANCELLED: "Cancelled" };

/** Why the order stands as it does, where that is a question: what the provider asks for, or why it was closed. */
export function StatusNote({
  order,
  isPartner,
  awaited,
}: {
  order: OrderDetailsFragment;
  isPartner: boolean;
  /** Stands here until it is known. */
  awaited: ReactNode;
}) {
  // Asked again whenever the order has moved.
  const [{ data, error }] = useQuery({
    query: LatestStatus,
    variables: { id: order.id },
    requestPolicy: "cache-and-network",
  });
  const moved = data?.order?.activity.edges.find(({ node }) => node.kind === "STATUS_CHANGED")?.node;
  if (!moved && !error) return awaited;
  const quote = moved?.note && <p className="whitespace-pre-line break-words text-ink">“{moved.note}”</p>;
  const by = moved && (
    <span className="font-normal text-[13px]">
      {moved.actor ? `${moved.actor.name}, ` : ""}
      <RelativeTime at={moved.at} />
    </span>
  );
  if (order.status !== "WAITING_FOR_PARTNER") {
    return (
      moved && (
        <Note>
          <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
            {CLOSED_BY[order.status]} {by}
          </p>
          {quote}
        </Note>
      )
    );
  }
  const question = (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
        {isPartner ? `${order.provider.name} waits for your answer` : `You wait for ${order.partner.name} to answer`}{" "}
        {by}
      </p>
      {quote}
    </>
  );
  if (!isPartner) return <Note tone="warn">{question}</Note>;
  return (
    <section
      aria-label="Answer the provider"
      className="overflow-clip rounded-2xl border border-line bg-surface shadow-card"
    >
      <div className="bg-warn-bg px-5 py-3 text-warn">{question}</div>
      <Answer order={order} />
    </section>
  );
}

/** The partner answers where it was asked; with the answer the order goes back to the provider. */
function Answer({ order }: { order: OrderDetailsFragment }) {
  const [answer, setAnswer] = useState("");
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(ChangeStatus, (data) => data.changeOrderStatus);

  async function send() {
    if (!answer.trim()) return setErrors(["Write your answer."]);
    const outcome = await run({ input: { orderId: order.id, status: "IN_PROGRESS", note: answer.trim() } });
    setErrors(outcome.errors.map((error) => error.message));
    if (outcome.payload?.order) toast(`${order.provider.name} has your answer.`);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="flex max-w-2xl flex-col items-start gap-3 px-5 py-4"
    >
      <TextField
        label="Your answer"
        isLong
        value={answer}
        onChange={setAnswer}
        errors={errors}
        help="The order goes back to the provider as in progress. Your answer stands in the activity and in its letter."
        className="w-full"
      />
      <Button type="submit" kind="primary" isBusy={isBusy}>
        Answer the provider
      </Button>
    </form>
  );
}
