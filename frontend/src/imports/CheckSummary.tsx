import { ClipboardList, Mail } from "lucide-react";
import { Link } from "wouter";
import { Card, Note } from "../ui/layout";
import { links } from "../ui/links";
import { counted, number } from "../ui/words";
import type { FoundCheck } from "./CheckStep";
import { ConsentLetter } from "./ConsentLetter";
import { FigureList } from "./ProgressStep";

/** What would become of everybody. consentColumn: the one that decides whom to ask; null: the choice for the whole file does. */
export function CheckSummary({ check, consentColumn }: { check: FoundCheck; consentColumn: string | null }) {
  const figures: [string, number, string][] = [["would be added", check.wouldAdd, "text-ok"]];
  if (check.wouldJoin) figures.push(["would join the list", check.wouldJoin, "text-ok"]);
  if (check.wouldUpdate) figures.push(["would be updated", check.wouldUpdate, "text-ok"]);
  if (check.wouldAsk) figures.push(["would be asked", check.wouldAsk, "text-ink"]);
  if (check.cannotAsk) figures.push(["cannot be asked", check.cannotAsk, "text-warn"]);
  figures.push(["would fail", check.wouldFail, "text-bad"]);
  const isNobody = check.wouldAdd + check.wouldJoin + check.wouldUpdate === 0;
  return (
    <Card
      title={isNobody ? "Nobody would be added" : "What the upload will do"}
      note={<span className="text-[13px] text-muted">{counted(check.totalRows, "row", "rows")} checked</span>}
    >
      <div className="flex flex-col gap-5">
        <FigureList figures={figures} />
        {check.wouldAsk > 0 && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-xl bg-info-bg px-4 py-3 text-info">
            <Mail aria-hidden className="size-4 shrink-0" />
            <p className="min-w-56 flex-1">
              {counted(check.wouldAsk, "person gets", "people get")} an e-mail that asks for consent
              {consentColumn === null ? "" : `, since “${consentColumn}” does not say yes`}. Until the answer comes
              their consent is Pending.
            </p>
            <ConsentLetter />
          </div>
        )}
        {check.cannotAsk > 0 && (
          <Note tone="warn">
            {counted(check.cannotAsk, "person has", "people have")} no e-mail address and cannot be asked: they come in
            as Pending.
          </Note>
        )}
        {check.orders.length > 0 && (
          <section aria-label="Orders that gain participants" className="flex flex-wrap items-center gap-2 text-[13px]">
            <span className="mr-1 text-muted">
              {counted(check.orders.length, "order gains", "orders gain")} participants
            </span>
            {check.orders.slice(0, 12).map((order) => (
              <Link
                key={order.id}
                href={links.order(order.id)}
                className="focus-ring flex max-w-full items-center gap-1.5 rounded-lg border border-line bg-surface px-2.5 py-1 shadow-card hover:bg-sunken"
              >
                <ClipboardList aria-hidden className="size-3.5 shrink-0 text-muted" />
                <span className="text-muted">{order.number}</span> <span className="truncate">{order.name}</span>
              </Link>
            ))}
            {check.orders.length > 12 && (
              <span className="text-muted">and {number(check.orders.length - 12)} more</span>
            )}
          </section>
        )}
      </div>
    </Card>
  );
}
