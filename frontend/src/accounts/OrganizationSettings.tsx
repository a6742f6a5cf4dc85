import { useState } from "react";
import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { OrganizationSettingsQuery } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Select } from "../ui/choices";
import { TextField } from "../ui/fields";
import { Card, ErrorNote, Facts, Skeleton } from "../ui/layout";
import { countries, countryName } from "./countries";
import { useIsPartner, useMay } from "./session";
import { useForm } from "./useForm";

const Organization = graphql(`
  query OrganizationSettings { viewer { organization { id name kind country replyTo privacyUrl } } }
`);

const Update = graphql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      organization { id name country replyTo privacyUrl }
      errors { code message path }
    }
  }
`);

type Found = NonNullable<OrganizationSettingsQuery["viewer"]>["organization"];

export function OrganizationSettings() {
  const mayEdit = useMay("MANAGE_ORGANIZATION");
  const [{ data, error }, again] = useQuery({ query: Organization });
  const found = data?.viewer?.organization;
  if (error && !found) {
    return <ErrorNote onRetry={() => again({ requestPolicy: "network-only" })}>{faultSentence(error)}</ErrorNote>;
  }
  return (
    <Card title="Organization">
      {!found ? (
        <Skeleton className="h-40 w-full" />
      ) : mayEdit ? (
        <Form found={found} />
      ) : (
        <div className="flex flex-col gap-5">
          <Facts
            facts={[
              ["Name", found.name],
              ["Country", countryName(found.country)],
              ["Answers to letters go to", found.replyTo ?? "Nobody"],
              ["Privacy notice", found.privacyUrl ?? "None"],
            ]}
          />
          <p className="text-[13px] text-muted">An administrator of your organization can change this.</p>
        </div>
      )}
    </Card>
  );
}

function Form({ found }: { found: Found }) {
  const isPartner = useIsPartner();
  const [name, setName] = useState(found.name);
  const [country, setCountry] = useState(found.country);
  const [replyTo, setReplyTo] = useState(found.replyTo ?? "");
  const [privacyUrl, setPrivacyUrl] = useState(found.privacyUrl ?? "");
  const { run, isBusy } = useAction(Update, (data) => data.updateOrganization);
  const { told, settle } = useForm(["name", "country", "replyTo", "privacyUrl"]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = {
          name: name.trim(),
          country,
          replyTo: replyTo.trim() || null,
          privacyUrl: privacyUrl.trim() || null,
        };
        void run({ input }).then((outcome) => settle(outcome, "The organization is saved."));
      }}
      className="flex max-w-xl flex-col gap-4"
    >
      {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        errors={told.fields.name}
        help={isPartner ? "Letters come from this name, and people are asked for consent by it." : undefined}
      />
      <Select
        label="Country"
        options={countries(found.country)}
        value={country}
        onChange={setCountry}
        errors={told.fields.country}
        help="A phone number without a country code is read as one of this country."
      />
      <TextField
        label="Answers to letters go to (optional)"
        type="email"
        value={replyTo}
        onChange={setReplyTo}
        errors={told.fields.replyTo}
        placeholder="hello@example.com"
      />
      <TextField
        label="Privacy notice (optional)"
        type="url"
        value={privacyUrl}
        onChange={setPrivacyUrl}
        errors={told.fields.privacyUrl}
        placeholder="https://example.com/privacy"
        help={isPartner ? "Linked from the letters and the page that ask for consent." : undefined}
      />
      <Button type="submit" kind="primary" isBusy={isBusy} className="self-start">
        Save
      </Button>
    </form>
  );
}
