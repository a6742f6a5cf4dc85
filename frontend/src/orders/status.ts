/**
 * The statuses of an order in plain words, and who may move it where. The server decides; these rules only keep the page
 * from offering what would be refused. They are the schema's, written at OrderStatus.
 */
import type { OrderStatus, OrganizationKind } from "../graphql/generated/graphql";
import type { Tone } from "../ui/Badge";

export const STATUSES: Record<OrderStatus, { name: string; tone: Tone }> = {
  DRAFT: { name: "Draft", tone: "neutral" },
  PENDING_QUOTES: { name: "Waiting for a quote", tone: "warn" },
  PENDING_APPROVAL: { name: "Waiting for approval", tone: "warn" },
  APPROVED: { name: "Approved", tone: "info" },
  DENIED: { name: "Denied", tone: "bad" },
  NOT_STARTED: { name: "Not started", tone: "info" },
  IN_PROGRESS: { name: "In progress", tone: "info" },
  WAITING_FOR_PARTNER: { name: "Waiting for partner", tone: "warn" },
  SCHEDULED: { name: "Scheduled", tone: "info" },
  EXECUTING: { name: "Executing", tone: "info" },
  COMPLETE: { name: "Complete", tone: "ok" },
  CANCELLED: { name: "Cancelled", tone: "neutral" },
  ARCHIVED: { name: "Archived", tone: "neutral" },
};
export const STATUS_ORDER = Object.keys(STATUSES) as OrderStatus[];

const CLOSED: readonly OrderStatus[] = ["DENIED", "COMPLETE", "CANCELLED", "ARCHIVED"];
export const isClosed = (status: OrderStatus): boolean => CLOSED.includes(status);

export type Move = {
  to: OrderStatus;
  /** What the button says. */
  name: string;
  /** What follows from it, said before it is done. */
  consequence: string;
  /** The one step most orders take next. */
  isNext?: boolean;
  /** Nobody, or not this side, can take it back. */
  isFinal?: boolean;
  /** What the note must say, where the move is nothing without it. */
  asksFor?: string;
};

const FREEZES = "The order closes and its participants are kept as they are now.";
const WORKING: readonly OrderStatus[] = [
  "APPROVED",
  "NOT_STARTED",
  "IN_PROGRESS",
  "WAITING_FOR_PARTNER",
  "SCHEDULED",
  "EXECUTING",
];
const CANCELLABLE: readonly OrderStatus[] = ["DRAFT", "PENDING_QUOTES", "PENDING_APPROVAL", "APPROVED", "NOT_STARTED"];

const cancel: Move = {
  to: "CANCELLED",
  name: "Cancel order",
  consequence: `${FREEZES} A cancelled order cannot be taken up again.`,
  isFinal: true,
};

/** A partner that is asked answers beside the question: see StatusNote. */
function partnerMoves(status: OrderStatus): Move[] {
  const moves: Move[] = [];
  if (status === "DRAFT") {
    moves.push({
      to: "PENDING_APPROVAL",
      name: "Submit order",
      consequence: "The provider sees the order and can approve it. It sees its participants once it has approved.",
      isNext: true,
    });
  }
  if (CANCELLABLE.includes(status)) moves.push(cancel);
  return moves;
}

const NEXT_STEP: Partial<Record<OrderStatus, OrderStatus>> = {
  APPROVED: "IN_PROGRESS",
  NOT_STARTED: "IN_PROGRESS",
  WAITING_FOR_PARTNER: "IN_PROGRESS",
  IN_PROGRESS: "COMPLETE",
  SCHEDULED: "EXECUTING",
  EXECUTING: "COMPLETE",
};

const WORK_MOVES: Partial<Record<OrderStatus, [name: string, consequence: string]>> = {
  APPROVED: ["Back to approved", "The order is approved and no work on it has been planned."],
  NOT_STARTED: ["Mark as not started", "The order is accepted; work on it has not begun."],
  IN_PROGRESS: ["Start work", "The partner sees that work is in progress, and can no longer cancel."],
  WAITING_FOR_PARTNER: ["Ask the partner", "The partner is asked to answer, by letter and on the order."],
  SCHEDULED: ["Mark as scheduled", "The partner sees that the work is prepared and has its date."],
  EXECUTING: ["Mark as executing", "The partner sees that the service is running."],
};

function providerMoves(status: OrderStatus): Move[] {
  if (status === "PENDING_QUOTES" || status === "PENDING_APPROVAL") {
    return [
      {
        to: "APPROVED",
        name: "Approve",
        consequence: "You take the order and see its participants. The partner is told.",
        isNext: true,
      },
      {
        to: "DENIED",
        name: "Deny",
        consequence: "The order closes. The partner is told why and can place another one.",
        isFinal: true,
      },
    ];
  }
  if (WORKING.includes(status)) {
    const steps = WORKING.filter((to) => to !== status).map((to): Move => {
      const [name, consequence] = WORK_MOVES[to] ?? [STATUSES[to].name, ""];
      return {
        to,
        asksFor: to === "WAITING_FOR_PARTNER" ? "What you need to know" : undefined,
        name: to === "IN_PROGRESS" && status !== "APPROVED" && status !== "NOT_STARTED" ? "Back to work" : name,
        consequence,
      };
    });
    steps.push({ to: "COMPLETE", name: "Complete", consequence: `${FREEZES} You can reopen it later.` });
    return [...steps.map((step) => ({ ...step, isNext: step.to === NEXT_STEP[status] })), cancel];
  }
  const archive: Move = {
    to: "ARCHIVED",
    name: "Archive",
    consequence: "The order is filed away. An archived order cannot be reopened.",
    isFinal: true,
  };
  if (status === "COMPLETE") {
    return [
      {
        to: "IN_PROGRESS",
        name: "Reopen",
        consequence: "The order is active again, and its participants are its list's contacts as they are today.",
        isNext: true,
      },
      archive,
    ];
  }
  return status === "DENIED" || status === "CANCELLED" ? [archive] : [];
}

export const movesOf = (kind: OrganizationKind, status: OrderStatus): Move[] =>
  kind === "PARTNER" ? partnerMoves(status) : providerMoves(status);
