import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { LinkButton } from "../ui/Button";
import { ErrorNote, Note, PageHead, PageSkeleton } from "../ui/layout";
import { links, useRouteId } from "../ui/links";
import { NotFound } from "../ui/NotFound";
import { UploadForm } from "./UploadForm";

const TargetOfOrder = graphql(`
  query UploadToOrder($id: ID!) {
    order(id: $id) { id name number isActive contactList { id name isArchived } }
  }
`);

const TargetList = graphql(`
  query UploadToList($id: ID!) {
    contactList(id: $id) { id name isArchived }
  }
`);

export function UploadPage({ to }: { to: "order" | "list" }) {
  return to === "order" ? <ToOrder /> : <ToList />;
}

function ToOrder() {
  const id = useRouteId();
  const [{ data, error, fetching }] = useQuery({ query: TargetOfOrder, variables: { id } });
  const order = data?.order;
  if (error && !order) return <ErrorNote>{faultSentence(error)}</ErrorNote>;
  if (!order) return fetching ? <PageSkeleton /> : <NotFound what="order" />;
  const crumbs = [
    { name: "My Orders", href: links.orders },
    { name: order.name, href: links.order(id) },
  ];
  const list = order.contactList;
  if (!list || !order.isActive) {
    return (
      <>
        <PageHead title="Upload Contacts" crumbs={crumbs} />
        <Note tone="warn">
          {order.isActive
            ? "This order has no contact list yet. Select or create one, then upload to it."
            : "This order is closed: nobody can be added to it."}
        </Note>
        <LinkButton href={links.order(id)} className="self-start">
          Back to the order
        </LinkButton>
      </>
    );
  }
  return <UploadForm list={list} crumbs={crumbs} back={links.order(id)} orderId={id} />;
}

function ToList() {
  const id = useRouteId();
  const [{ data, error, fetching }] = useQuery({ query: TargetList, variables: { id } });
  const list = data?.contactList;
  if (error && !list) return <ErrorNote>{faultSentence(error)}</ErrorNote>;
  if (!list) return fetching ? <PageSkeleton /> : <NotFound what="contact list" />;
  const crumbs = [
    { name: "Contact Lists", href: links.contactLists },
    { name: list.name, href: links.contactList(id) },
  ];
  if (list.isArchived) {
    return (
      <>
        <PageHead title="Upload Contacts" crumbs={crumbs} />
        <Note tone="warn">This list is archived. Take it out of the archive to upload to it.</Note>
      </>
    );
  }
  return <UploadForm list={list} crumbs={crumbs} back={links.contactList(id)} />;
}
