import { useQuery } from "urql";
import { graphql } from "../graphql/generated";
import { Note } from "../ui/layout";

const LatestStatus = graphql(`
  query LatestStatus($id: ID!) {
    order(id: $id) { id activity(first: 30) { edges { node { id kind summary } } } }
  }
`);

/** What the provider asked for, from the activity: the newest change of status carries its note. */
export function WaitingForPartner({ orderId, isPartner }: { orderId: string; isPartner: boolean }) {
  const [{ data }] = useQuery({ query: LatestStatus, variables: { id: orderId } });
  const asked = data?.order?.activity.edges.find(({ node }) => node.kind === "STATUS_CHANGED")?.node.summary;
  return (
    <Note tone="warn">
      <strong className="font-semibold">
        {isPartner ? "The provider waits for your answer." : "You wait for the partner's answer."}
      </strong>{" "}
      {asked}
    </Note>
  );
}
