import { Download, FileUp, ListChecks, Lock, Plus, UserPlus, Users } from "lucide-react";
import { Suspense, useCallback, useRef, useState } from "react";
import { useClient } from "urql";
import { useIsPartner } from "../accounts/session";
import { ConsentBar } from "../contacts/consent";
import { ListName } from "../contacts/ListName";
import { SelectionBar } from "../contacts/SelectionBar";
import type { OrderDetailsFragment, ParticipantRowFragment } from "../graphql/generated/graphql";
import { Button, LinkButton } from "../ui/Button";
import { SearchField } from "../ui/fields";
import { LiveDot } from "../ui/LiveDot";
import { later } from "../ui/later";
import { Card, EmptyState, Note } from "../ui/layout";
import { files, links } from "../ui/links";
import { Menu } from "../ui/Menu";
import { useAddressState } from "../ui/useAddressState";
import { useChosen } from "../ui/useChosen";
import { useTyped } from "../ui/useDebounced";
import { counted } from "../ui/words";
import { ParticipantsPage, ParticipantsTable } from "./ParticipantsTable";
import { arrivesOnTop, participantFilters, participantVariables } from "./participantFilters";
import { isClosed } from "./status";
import { useParticipantChanges } from "./useParticipantChanges";

// Windows that are opened now and then, with the combo box and the form they bring.
const SelectList = later(() => import("./SelectList"), "SelectList");
const AddParticipant = later(() => import("./AddParticipant"), "AddParticipant");
const UnlinkList = later(() => import("./UnlinkList"), "UnlinkList");
const AdditionsChart = later(() => import("./AdditionsChart"), "AdditionsChart");
const RemoveFromList = later(() => import("../contacts/RemoveFromList"), "RemoveFromList");
const DeactivateContacts = later(() => import("../contacts/DeactivateContacts"), "DeactivateContacts");
const RecordConsent = later(() => import("../contacts/RecordConsent"), "RecordConsent");
const RunningImports = later(() => import("../imports/RunningImports"), "RunningImports");
const AskAgain = later(() => import("../contacts/AskAgain"), "AskAgain");

// Three buttons beside one another on a phone.
const NARROW = "max-sm:px-2.5 max-sm:text-[13px]";

export function Participants({ order }: { order: OrderDetailsFragment }) {
  const isPartner = useIsPartner();
  const [open, setOpen] = useState<"select" | "create" | "add" | "remove" | "deactivate" | "unlink" | "record" | null>(
    null,
  );
  const close = useCallback(() => setOpen(null), []);
  const [filters, change] = useAddressState(participantFilters);
  const search = useCallback((text: string) => change({ search: text }), [change]);
  const [typed, setTyped] = useTyped(filters.search, search);
  const isAway = useRef(false);
  const changes = useParticipantChanges(order.id, () => isAway.current && arrivesOnTop(filters));
  const client = useClient();
  const closed = isClosed(order.status);
  const list = order.contactList;
  const total = order.participantSummary.total;

  const { selection, rows, clear, chooseAll } = useChosen<ParticipantRowFragment>(async (offset, first) => {
    const asked = { orderId: order.id, first, offset, ...participantVariables(filters) };
    const result = await client.query(ParticipantsPage, asked, { requestPolicy: "network-only" }).toPromise();
    return result.data?.order?.participants;
  });
  const people = rows.map((row) => row.contact);
  const done = () => {
    clear();
    changes.showNow();
  };

  const dialogs = isPartner && (
    <Suspense fallback={null}>
      <SelectList
        order={order}
        mode={open === "select" || open === "create" ? open : null}
        onMode={setOpen}
        onClose={close}
        onDone={done}
      />
      {list && (
        <>
          <AddParticipant
            orderId={order.id}
            list={list}
            isOpen={open === "add"}
            onClose={close}
            onDone={changes.showNow}
          />
          <UnlinkList order={order} isOpen={open === "unlink"} onClose={close} onDone={done} />
          <RemoveFromList
            list={list}
            contactIds={open === "remove" ? people.map((person) => person.id) : null}
            onClose={close}
            onDone={done}
          />
        </>
      )}
      <RecordConsent people={open === "record" ? people : null} onClose={close} onDone={done} />
      <DeactivateContacts people={open === "deactivate" ? people : null} onClose={close} onDone={done} />
    </Suspense>
  );

  if (isPartner && !list && !closed) {
    return (
      <Card isFlush>
        <EmptyState
          icon={<ListChecks />}
          title="Who is this order for?"
          actions={
            <>
              <Button kind="primary" onPress={() => setOpen("select")}>
                Select contact list
              </Button>
              <Button onPress={() => setOpen("create")}>
                <Plus aria-hidden className="size-4" /> Create list
              </Button>
            </>
          }
        >
          Link a contact list: its contacts are the order's participants, today and whenever the list changes.
        </EmptyState>
        {dialogs}
      </Card>
    );
  }

  const isWaitingForApproval = !isPartner && (order.status === "PENDING_APPROVAL" || order.status === "PENDING_QUOTES");
  const add = (
    <>
      <LinkButton href={links.uploadToOrder(order.id)} className={NARROW}>
        <FileUp aria-hidden className="size-4 max-sm:hidden" /> Upload Participants
      </LinkButton>
      <Button kind="primary" onPress={() => setOpen("add")} className={NARROW}>
        <UserPlus aria-hidden className="size-4 max-sm:hidden" /> Add Participant
      </Button>
    </>
  );
  const empty = isWaitingForApproval ? (
    <EmptyState icon={<Lock />} title="Shown once you approve">
      You see the participants of this order from the moment you approve it.
    </EmptyState>
  ) : isPartner && list && !closed ? (
    <EmptyState icon={<Users />} title={`${list.name} has nobody on it yet`} actions={add}>
      Add people one by one, or upload a file of them.
    </EmptyState>
  ) : (
    <EmptyState icon={<Users />} title={closed ? "No participants" : "No participants yet"}>
      {!closed
        ? "People appear here by themselves as soon as the partner adds them."
        : isPartner
          ? "Nobody was on this order when it closed."
          : "Nobody was on this order when it closed, or it closed before you approved it."}
    </EmptyState>
  );

  return (
    <Card
      title="Participants"
      isFlush
      note={
        <>
          <span className="text-muted" data-count={total}>
            {counted(total, "person", "people")}
          </span>
          <LiveDot />
        </>
      }
      actions={
        <>
          {total > 0 && (
            <Menu
              label="Export"
              trigger={
                <Button aria-label="Export" className="max-sm:w-9 max-sm:px-0">
                  <Download aria-hidden className="size-4 text-muted" /> <span className="max-sm:hidden">Export</span>
                </Button>
              }
              commands={(["csv", "xlsx"] as const).map((kind) => ({
                id: kind,
                name: kind === "csv" ? "CSV file" : "Excel workbook",
                file: files.participants(order.id, kind),
              }))}
            />
          )}
          {isPartner && list && !closed && total > 0 && add}
        </>
      }
    >
      <div className="flex flex-col gap-4 px-5 pb-4">
        {isPartner && list && !closed && (
          <Suspense fallback={null}>
            <RunningImports listId={list.id} orderId={order.id} />
          </Suspense>
        )}
        {isPartner && closed && <Note>This order is closed: who was on it when it closed stays on it.</Note>}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {isPartner && list && (
            <div className="flex min-w-0 grow basis-72 flex-wrap items-center gap-x-3 gap-y-2 rounded-xl bg-bg px-3.5 py-2 ring-1 ring-line ring-inset">
              <ListChecks aria-hidden className="size-4 text-muted" />
              <span className="text-[13px] text-muted max-sm:sr-only">Contact list</span>
              <ListName list={list} href={links.contactList(list.id)} />
              {!closed && (
                <span className="ml-auto flex gap-2">
                  <Button kind="quiet" size="small" onPress={() => setOpen("unlink")}>
                    Unlink
                  </Button>
                  <Button size="small" onPress={() => setOpen("select")}>
                    Edit
                  </Button>
                </span>
              )}
            </div>
          )}
          {total > 0 && (
            <Suspense fallback={<div className="h-12 w-75" />}>
              <AdditionsChart orderId={order.id} version={total} />
            </Suspense>
          )}
        </div>
        {total > 0 && (
          <ConsentBar
            summary={order.participantSummary}
            chosen={filters.consent}
            onChoose={(consent) => change({ consent })}
            hidesDeclined={!isPartner}
          >
            <SearchField label="Search participants" value={typed} onChange={setTyped} />
          </ConsentBar>
        )}
      </div>
      <ParticipantsTable
        key={order.id}
        orderId={order.id}
        filters={filters}
        onFilter={change}
        selection={isPartner ? selection : undefined}
        onSelectAll={(isChosen) => void chooseAll(isChosen)}
        changes={changes}
        onAway={(away) => {
          isAway.current = away;
          if (!away && changes.held > 0) changes.showNow();
        }}
        empty={empty}
      />
      <SelectionBar count={rows.length} onClear={clear}>
        {list && !closed && (
          <Button size="small" onPress={() => setOpen("remove")}>
            Remove from list
          </Button>
        )}
        <Button size="small" onPress={() => setOpen("record")}>
          Record consent
        </Button>
        {people.some((person) => person.consent === "PENDING" && person.email) && (
          <Suspense fallback={null}>
            <AskAgain contactIds={people.map((person) => person.id)} onDone={done} />
          </Suspense>
        )}
        <Button kind="caution" size="small" onPress={() => setOpen("deactivate")}>
          Deactivate
        </Button>
      </SelectionBar>
      {dialogs}
    </Card>
  );
}
