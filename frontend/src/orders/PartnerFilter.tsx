import { useEffect, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../graphql/generated";
import { Select } from "../ui/choices";

const PartnersQuery = graphql(`
  query PartnersOfOrders($offset: Int!) {
    orders(first: 200, offset: $offset, sort: { field: UPDATED_AT, direction: DESC }) {
      totalCount
      edges { node { id partner { id name } } }
    }
  }
`);

const EVERY = "every";
const MOST_ORDERS = 2_000;

/** The provider's orders of one partner. The API lists no partners, so they are those whose orders there are. */
export function PartnerFilter({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (partner: string | null) => void;
}) {
  const client = useClient();
  const [partners, setPartners] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isWanted = true;
    async function gather() {
      const found = new Map<string, string>();
      for (let offset = 0; offset < MOST_ORDERS; offset += 200) {
        const { data } = await client.query(PartnersQuery, { offset }).toPromise();
        for (const { node } of data?.orders.edges ?? []) found.set(node.partner.id, node.partner.name);
        if (!data || offset + 200 >= data.orders.totalCount) break;
      }
      if (isWanted) setPartners(found);
    }
    void gather();
    return () => {
      isWanted = false;
    };
  }, [client]);
  if (partners.size < 2 && value === null) return null;
  const options = [...partners].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Select
      isLabelHidden
      size="auto"
      className="w-48"
      label="Partner"
      value={value ?? EVERY}
      onChange={(choice) => onChange(choice === EVERY ? null : choice)}
      options={[{ id: EVERY, name: "Every partner" }, ...options]}
    />
  );
}
