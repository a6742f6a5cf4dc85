import type { ContactDetailsFragment, ContactQuery } from "../graphql/generated/graphql";
import { Badge } from "../ui/Badge";
import { Card } from "../ui/layout";
import { RelativeTime } from "../ui/RelativeTime";
import { CONSENT, CONSENT_SOURCES } from "./consent";

type Asking = ContactQuery["consentAsking"];

/** Where the question stands, in one line: the last thing that happened to it. */
export function AskingLine({ asking }: { asking: NonNullable<Asking> }) {
  if (asking.answeredAt) return null;
  const [words, at] = asking.returnedAt
    ? (["The letter came back: this address takes none.", asking.returnedAt] as const)
    : asking.expired
      ? (["Asked, and the question closed without an answer", asking.expiresAt] as const)
      : asking.resentAt
        ? (["Asked again", asking.resentAt] as const)
        : asking.remindedAt
          ? (["Asked, and reminded once", asking.remindedAt] as const)
          : (["Asked by e-mail", asking.askedAt] as const);
  return (
    <p className="mb-4 flex items-center justify-between gap-3 rounded-xl bg-warn-bg px-3.5 py-2.5 text-[13px] text-warn">
      <span>{words}</span>
      <RelativeTime at={at} className="shrink-0 text-xs" />
    </p>
  );
}

export function ConsentHistory({ contact, asking }: { contact: ContactDetailsFragment; asking?: Asking }) {
  return (
    <Card title="Consent history">
      {asking && !contact.deactivatedAt && <AskingLine asking={asking} />}
      <ol className="flex flex-col gap-4">
        {contact.consentHistory.map((record) => (
          <li key={`${record.at}/${record.status}/${record.source}`} className="flex flex-col items-start gap-1.5">
            <div className="flex w-full items-center justify-between gap-3">
              <Badge tone={CONSENT[record.status].tone}>{CONSENT[record.status].name}</Badge>
              <RelativeTime at={record.at} className="text-muted text-xs" />
            </div>
            <p className="text-[13px] text-muted">
              {CONSENT_SOURCES[record.source]}
              {record.actor ? ` by ${record.actor.name}` : ""}
              {record.ipAddress ? `, from ${record.ipAddress}` : ""}
            </p>
            {record.statement && (
              <blockquote className="whitespace-pre-line break-words border-line border-l-2 pl-3 text-[13px]">
                {record.statement}
              </blockquote>
            )}
          </li>
        ))}
        {contact.consentHistory.length === 0 && <li className="text-muted">Nothing is recorded.</li>}
      </ol>
    </Card>
  );
}
