import { useQuery } from "urql";
import { graphql } from "../graphql/generated";
import { Select } from "../ui/choices";

const PartnersQuery = graphql(`
  query Partners { partners { id name } }
`);

const EVERY = "every";

/** The provider's orders of one partner. */
export function PartnerFilter({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (partner: string | null) => void;
}) {
  const [{ data }] = useQuery({ query: PartnersQuery });
  const partners = data?.partners ?? [];
  if (partners.length < 2 && value === null) return null;
  return (
    <Select
      isLabelHidden
      size="auto"
      className="w-48"
      label="Partner"
      value={value ?? EVERY}
      onChange={(choice) => onChange(choice === EVERY ? null : choice)}
      options={[{ id: EVERY, name: "Every partner" }, ...partners]}
    />
  );
}
