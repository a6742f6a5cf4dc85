import { Check, Download, Ellipsis, Eraser, Mail, Pencil, Undo2, UserX } from "lucide-react";
import { useCallback, useState } from "react";
import { useQuery } from "urql";
import { Link, useLocation } from "wouter";
import { useMay } from "../accounts/session";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { STATUSES } from "../orders/status";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Card, ErrorNote, Note, PageHead, PageSkeleton, usePageTitle } from "../ui/layout";
import { files, links, useRouteId } from "../ui/links";
import { Menu } from "../ui/Menu";
import { NotFound } from "../ui/NotFound";
import { RelativeTime } from "../ui/RelativeTime";
import { counted, personName } from "../ui/words";
import { AddToList } from "./AddToList";
import { ConsentHistory } from "./ConsentHistory";
import { ConsentBadge } from "./consent";
import { CONTACT_GROUPS } from "./contactFields";
import { DeactivateContacts } from "./DeactivateContacts";
import { EditContact } from "./EditContact";
import { EraseContacts } from "./EraseContacts";
import { FieldValue } from "./FieldValue";
import { RecordConsent } from "./RecordConsent";
import { useContactActions } from "./useContactActions";

export const ContactDetails = graphql(`
  fragment ContactDetails on Contact {
    ...ContactRow
    website addressLine1 addressLine2 city region postalCode country industry notes
    deactivatedAt updatedAt
    lists { id name contactCount isArchived }
    consentHistory { at status source statement ipAddress actor { id name } }
  }
`);

const ContactQuery = graphql(`
  query Contact($id: ID!) {
    contact(id: $id) { ...ContactDetails }
    consentAsking(contactId: $id) { askedAt remindedAt resentAt returnedAt expiresAt expired answeredAt timesLeft }
    orders(contactId: $id, first: 20) {
      totalCount
      edges { node { id number name status } }
    }
  }
`);

export function ContactPage() {
  const id = useRouteId();
  const [{ data, error, fetching }, again] = useQuery({ query: ContactQuery, variables: { id } });
  const refetch = useCallback(() => again({ requestPolicy: "network-only" }), [again]);
  const [open, setOpen] = useState<"edit" | "deactivate" | "erase" | "list" | "record" | null>(null);
  const mayErase = useMay("ERASE_CONTACTS");
  const actions = useContactActions(refetch);
  const [, navigate] = useLocation();
  const contact = data?.contact;
  const name = contact ? personName(contact) : "Contact";
  usePageTitle(name);
  if (!contact) {
    if (error) return <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>;
    return fetching ? <PageSkeleton /> : <NotFound what="contact" />;
  }
  const given = CONTACT_GROUPS.map((group) => ({
    ...group,
    fields: group.fields.filter((field) => contact[field.name]),
  })).filter((group) => group.fields.length > 0);
  return (
    <>
      <PageHead
        title={name}
        titleNote={<ConsentBadge consent={contact.consent} />}
        crumbs={[{ name: "Contacts", href: links.contacts }]}
        actions={
          <>
            <Menu
              label="More"
              trigger={
                <Button size="icon" aria-label="More">
                  <Ellipsis aria-hidden className="size-4" />
                </Button>
              }
              commands={[
                {
                  id: "held",
                  name: "Everything we hold on this person",
                  icon: <Download aria-hidden className="size-4 text-muted" />,
                  file: files.everything(contact.id),
                },
                ...(!contact.deactivatedAt
                  ? [
                      {
                        id: "deactivate",
                        name: "Deactivate",
                        icon: <UserX aria-hidden className="size-4" />,
                        isDanger: true,
                        run: () => setOpen("deactivate"),
                      },
                    ]
                  : []),
                ...(mayErase
                  ? [
                      {
                        id: "erase",
                        name: "Erase for good",
                        icon: <Eraser aria-hidden className="size-4" />,
                        isDanger: true,
                        run: () => setOpen("erase"),
                      },
                    ]
                  : []),
              ]}
            />
            {contact.deactivatedAt ? (
              <Button kind="primary" onPress={() => void actions.restore([contact.id])} isBusy={actions.isBusy}>
                <Undo2 aria-hidden className="size-4" /> Restore
              </Button>
            ) : (
              <>
                {contact.consent === "PENDING" && contact.email && (
                  <Button onPress={() => void actions.resend([contact.id])} isBusy={actions.isBusy}>
                    <Mail aria-hidden className="size-4 text-muted max-sm:hidden" />{" "}
                    {data.consentAsking ? "Ask again" : "Ask"}
                  </Button>
                )}
                {contact.consent !== "DECLINED" && (
                  <Button onPress={() => setOpen("record")}>
                    <Check aria-hidden className="size-4 text-muted max-sm:hidden" /> Record consent
                  </Button>
                )}
                <Button onPress={() => setOpen("edit")}>
                  <Pencil aria-hidden className="size-4 text-muted max-sm:hidden" /> Edit
                </Button>
              </>
            )}
          </>
        }
      >
        {(contact.jobTitle || contact.company) && (
          <p className="text-muted">{[contact.jobTitle, contact.company].filter(Boolean).join(", ")}</p>
        )}
      </PageHead>
      {contact.deactivatedAt && (
        <Note tone="warn">
          Deactivated <RelativeTime at={contact.deactivatedAt} />: out of every order and list, and no upload brings
          this address back.
        </Note>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-6">
          <Card title="Details">
            <div className="flex flex-col gap-6">
              {given.map((group) => (
                <dl key={group.title} className="grid grid-cols-2 gap-x-6 gap-y-4">
                  {group.fields.map((field) => (
                    <div key={field.name} className={`min-w-0 ${field.isWide ? "col-span-2" : ""}`}>
                      <dt className="text-muted text-xs">{field.label}</dt>
                      <dd className="whitespace-pre-line break-words">
                        <FieldValue field={field} value={contact[field.name] ?? ""} />
                      </dd>
                    </div>
                  ))}
                </dl>
              ))}
              <p className="text-muted text-xs">
                Added <RelativeTime at={contact.createdAt} />, last changed <RelativeTime at={contact.updatedAt} />
              </p>
            </div>
          </Card>
          <Card
            title="Orders"
            isFlush
            note={<span className="text-[13px] text-muted">{counted(data.orders.totalCount, "order", "orders")}</span>}
          >
            {data.orders.totalCount === 0 ? (
              <p className="px-5 pb-5 text-muted">On no order.</p>
            ) : (
              <ul className="border-line border-t">
                {data.orders.edges.map(({ node }) => (
                  <li
                    key={node.id}
                    className="relative flex items-center justify-between gap-4 border-line border-b px-5 py-3 last:border-0 hover:bg-sunken/60"
                  >
                    <Link
                      href={links.order(node.id)}
                      className="focus-ring min-w-0 truncate rounded after:absolute after:inset-0"
                    >
                      <span className="mr-2 text-muted">{node.number}</span>
                      <span className="font-medium">{node.name}</span>
                    </Link>
                    <Badge tone={STATUSES[node.status].tone}>{STATUSES[node.status].name}</Badge>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
        <div className="flex flex-col gap-6">
          <Card
            title="Contact lists"
            isFlush
            actions={
              !contact.deactivatedAt && (
                <Button size="small" onPress={() => setOpen("list")}>
                  Add to list
                </Button>
              )
            }
          >
            {contact.lists.length === 0 ? (
              <p className="px-5 pb-5 text-muted">On no list.</p>
            ) : (
              <ul className="border-line border-t">
                {contact.lists.map((list) => (
                  <li
                    key={list.id}
                    className="relative flex items-center justify-between gap-4 border-line border-b px-5 py-3 last:border-0 hover:bg-sunken/60"
                  >
                    <Link
                      href={links.contactList(list.id)}
                      className="focus-ring min-w-0 truncate rounded font-medium after:absolute after:inset-0"
                    >
                      {list.name}
                    </Link>
                    <span className="shrink-0 text-[13px] text-muted">
                      {counted(list.contactCount, "person", "people")}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <ConsentHistory contact={contact} asking={data.consentAsking} />
        </div>
      </div>
      <EditContact contact={contact} isOpen={open === "edit"} onClose={() => setOpen(null)} />
      <DeactivateContacts
        people={open === "deactivate" ? [contact] : null}
        onClose={() => setOpen(null)}
        onDone={refetch}
      />
      <EraseContacts
        people={open === "erase" ? [contact] : null}
        onClose={() => setOpen(null)}
        onDone={() => navigate(links.contacts)}
      />
      <AddToList people={open === "list" ? [contact] : null} onClose={() => setOpen(null)} onDone={refetch} />
      <RecordConsent people={open === "record" ? [contact] : null} onClose={() => setOpen(null)} onDone={refetch} />
    </>
  );
}
