import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/generated";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { TextField } from "../ui/fields";
import { Note } from "../ui/layout";
import { RelativeTime } from "../ui/RelativeTime";
import { toast } from "../ui/Toast";
import { ChangeStatus } from "./StatusMoves";

const LatestStatus = graphql(`
  query LatestStatus($id: ID!) {
    order(id: $id) { id activity(first: 50) { edges { node { id kind at note actor { id name } } } } }
  }
`);

/** Why the order stands as it does, where that is a question: what the provider asks for, or why it was closed. */
export function StatusNote({ order, isPartner }: { order: OrderDetailsFragment; isPartner: boolean }) {
  // Asked again whenever the order has moved.
  const [{ data }] = useQuery({ query: LatestStatus, variables: { id: order.id }, requestPolicy: "cache-and-network" });
  const moved = data?.order?.activity.edges.find(({ node }) => node.kind === "STATUS_CHANGED")?.node;
  const said = moved?.note && (
    <blockquote className="whitespace-pre-line break-words text-ink">“{moved.note}”</blockquote>
  );
  const by = moved && (
    <p className="text-[13px]">
      {moved.actor ? `${moved.actor.name}, ` : ""}
      <RelativeTime at={moved.at} />
    </p>
  );
  if (order.status !== "WAITING_FOR_PARTNER") {
    return (
      said && (
        <Note>
          <div className="flex flex-col gap-1">
            {said}
            {by}
          </div>
        </Note>
      )
    );
  }
  return (
    <Note tone="warn">
      <div className="flex flex-col gap-3">
        <div className="flex flex-col gap-1">
          <p className="font-semibold">
            {isPartner
              ? `${order.provider.name} waits for your answer`
              : `You wait for ${order.partner.name} to answer`}
          </p>
          {said}
          {by}
        </div>
        {isPartner && <Answer order={order} />}
      </div>
    </Note>
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
      className="flex max-w-2xl flex-col items-start gap-3"
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
