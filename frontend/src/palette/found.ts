/** Orders, lists and people that the palette finds or remembers, as entries. Whose they are the server decides. */
import { useQuery } from "urql";
import { useIsPartner, useViewer } from "../accounts/session";
import { graphql } from "../graphql/generated";
import type { PaletteContactFragment, PaletteListFragment, PaletteOrderFragment } from "../graphql/generated/graphql";
import { STATUSES } from "../orders/status";
import { links } from "../ui/links";
import { counted, personName } from "../ui/words";
import { recentIds } from "./recent";

const SearchQuery = graphql(`
  query PaletteSearch($search: String!, $isPartner: Boolean!) {
    orders(first: 6, search: $search) { edges { node { ...PaletteOrder } } }
    contactLists(first: 5, search: $search) @include(if: $isPartner) { edges { node { ...PaletteList } } }
    contacts(first: 6, search: $search) @include(if: $isPartner) { edges { node { ...PaletteContact } } }
  }
`);

const RecentQuery = graphql(`
  query PaletteRecent($ids: [ID!]!) {
    nodes(ids: $ids) { id ...PaletteOrder ...PaletteList ...PaletteContact }
  }
`);

export const PaletteOrder = graphql(`
  fragment PaletteOrder on Order { id number name status }
`);
export const PaletteList = graphql(`
  fragment PaletteList on ContactList { id name contactCount }
`);
export const PaletteContact = graphql(`
  fragment PaletteContact on Contact { id firstName lastName email phone mobile company }
`);

export type Found = { id: string; kind: "order" | "list" | "contact"; name: string; note: string; href: string };

const order = (node: PaletteOrderFragment): Found => ({
  id: node.id,
  kind: "order",
  name: node.name,
  note: `${node.number} · ${STATUSES[node.status].name}`,
  href: links.order(node.id),
});
const list = (node: PaletteListFragment): Found => ({
  id: node.id,
  kind: "list",
  name: node.name,
  note: counted(node.contactCount, "contact", "contacts"),
  href: links.contactList(node.id),
});
const contact = (node: PaletteContactFragment): Found => ({
  id: node.id,
  kind: "contact",
  name: personName(node),
  note: [node.email ?? node.phone ?? node.mobile, node.company].filter(Boolean).join(" · "),
  href: links.contact(node.id),
});

/** What the server finds for these words; nothing for none. */
export function useFound(search: string) {
  const isPartner = useIsPartner();
  const [{ data, error, fetching, operation }] = useQuery({
    query: SearchQuery,
    variables: { search, isPartner },
    pause: search === "",
  });
  const of = <Node>(part: { edges: { node: Node }[] } | undefined, entry: (node: Node) => Found) =>
    (part?.edges ?? []).map(({ node }) => entry(node));
  const found =
    data && search ? [...of(data.orders, order), ...of(data.contactLists, list), ...of(data.contacts, contact)] : [];
  // Until the answer is there, what is shown is what was found for the words before.
  const isOld = fetching || operation?.variables.search !== search;
  return { found, error, isOld: search !== "" && isOld };
}

/** What was opened last and may still be seen. */
export function useRecent(): Found[] {
  const { user } = useViewer();
  const ids = recentIds(user.id);
  const [{ data }] = useQuery({ query: RecentQuery, variables: { ids }, pause: ids.length === 0 });
  return (data?.nodes ?? []).flatMap((node) => {
    if (!node) return [];
    if ("number" in node) return [order(node)];
    if ("contactCount" in node) return [list(node)];
    return "firstName" in node ? [contact(node)] : [];
  });
}
