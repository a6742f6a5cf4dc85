import { useParams } from "wouter";
import { PageHead, TabLinks, usePageTitle } from "../ui/layout";
import { links } from "../ui/links";
import { NotFound } from "../ui/NotFound";
import { OrganizationSettings } from "./OrganizationSettings";
import { ProfileSettings } from "./ProfileSettings";
import { SessionSettings } from "./SessionSettings";
import { TokenSettings } from "./TokenSettings";
import { UserSettings } from "./UserSettings";

const SECTIONS = [
  ["", "You", ProfileSettings],
  ["organization", "Organization", OrganizationSettings],
  ["users", "Users", UserSettings],
  ["tokens", "API tokens", TokenSettings],
  ["devices", "Devices", SessionSettings],
] as const;

export function SettingsPage() {
  usePageTitle("Settings");
  const { section = "" } = useParams<{ section?: string }>();
  const chosen = SECTIONS.find(([id]) => id === section);
  if (!chosen) return <NotFound />;
  const Section = chosen[2];
  return (
    <>
      <PageHead title="Settings" />
      <TabLinks
        label="Settings"
        tabs={SECTIONS.map(([id, name]) => ({
          name,
          href: id ? `${links.settings}/${id}` : links.settings,
          isCurrent: id === section,
        }))}
      />
      <Section />
    </>
  );
}
