/** The parts every page is laid out with: head, card, empty state, error note, skeleton, facts, tabs, pager. */
import { ChevronLeft, ChevronRight, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { Button } from "./Button";
import { number } from "./words";

/** isKept: something over the page, which has its own. */
export function usePageTitle(title: string, isKept = false) {
  useEffect(() => {
    if (!isKept) document.title = `${title} · Muster`;
  }, [title, isKept]);
}

export type Crumb = { name: string; href: string };

export function PageHead({
  title,
  titleNote,
  crumbs = [],
  here,
  actions,
  children,
}: {
  title: ReactNode;
  titleNote?: ReactNode;
  crumbs?: Crumb[];
  /** The last crumb, which is this page. */
  here?: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Once somebody has gone from page to page: a new one has the focus on its heading, which says what page it is.
  useEffect(() => {
    const main = document.getElementById("main");
    const isFree = document.activeElement === main || document.activeElement === document.body;
    if (isFree && main?.dataset.entered) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="flex flex-col gap-2">
      {crumbs.length > 0 && (
        <nav aria-label="Breadcrumb">
          <ol className="flex items-center gap-1 text-[13px] text-muted">
            {crumbs.map((crumb, i) => (
              <li key={crumb.href} className="flex min-w-0 items-center gap-1">
                {i > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
                <Link href={crumb.href} className="focus-ring truncate rounded touch:-my-3 touch:py-3 hover:text-ink">
                  {crumb.name}
                </Link>
              </li>
            ))}
            {here && (
              <li className="flex items-center gap-1 whitespace-nowrap">
                <ChevronRight aria-hidden className="size-3.5 shrink-0" />
                <span>{here}</span>
              </li>
            )}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 ref={heading} tabIndex={-1} className="font-semibold text-[22px] leading-8 tracking-tight outline-none">
            {title}
          </h1>
          {titleNote}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </header>
  );
}

export function Card({
  title,
  note,
  actions,
  children,
  isFlush,
}: {
  title?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  isFlush?: boolean;
}) {
  return (
    <section className="overflow-clip rounded-2xl border border-line bg-surface shadow-card">
      {(title || actions) && (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 pt-4 pb-3">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="font-semibold text-[15px]">{title}</h2>
            {note}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={isFlush ? "" : "px-5 pb-5"}>{children}</div>
    </section>
  );
}

export function EmptyState({
  icon,
  title,
  children,
  actions,
  heading: Heading = "h2",
}: {
  icon: ReactNode;
  title: string;
  heading?: "h1" | "h2";
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-14 text-center">
      <div
        aria-hidden
        className="grid size-12 place-items-center rounded-2xl bg-accent-soft text-accent [&>svg]:size-6"
      >
        {icon}
      </div>
      <Heading className="font-semibold text-base">{title}</Heading>
      {children && <p className="max-w-md text-balance text-muted text-sm">{children}</p>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2.5">{actions}</div>}
    </div>
  );
}

export function ErrorNote({ children, onRetry }: { children: ReactNode; onRetry?: () => void }) {
  return (
    <div role="alert" className="flex items-start gap-3 rounded-xl bg-bad-bg px-4 py-3 text-bad text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex-1">{children}</div>
      {onRetry && (
        <Button size="small" onPress={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

export function Note({ tone = "info", children }: { tone?: "info" | "warn"; children: ReactNode }) {
  return (
    <div
      className={`rounded-xl px-4 py-3 text-sm ${tone === "warn" ? "bg-warn-bg text-warn" : "bg-info-bg text-info"}`}
    >
      {children}
    </div>
  );
}

export const Skeleton = ({ className = "h-4 w-32" }: { className?: string }) => (
  <span aria-hidden className={`block animate-pulse rounded-md bg-sunken ${className}`} />
);

export function PageSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-6">
      <span className="sr-only">Loading</span>
      <Skeleton className="h-8 w-64" />
      <div className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-5">
        {["a", "b", "c", "d", "e", "f"].map((row) => (
          <Skeleton key={row} className="h-5 w-full" />
        ))}
      </div>
    </div>
  );
}

export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
      {facts.map(([name, value]) => (
        <div key={name} className="flex min-w-0 flex-col gap-0.5">
          <dt className="text-muted text-xs">{name}</dt>
          <dd className="break-words font-medium text-sm">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Tab = { name: string; href: string; isCurrent: boolean; count?: number };

/** Tabs that are addresses: each can be linked to, opened in another window and found again after a reload. */
export function TabLinks({ label, tabs, isSmall }: { label: string; tabs: Tab[]; isSmall?: boolean }) {
  const row = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.isCurrent)?.href;
  // Where the tabs are wider than the screen the chosen one is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab has been chosen
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (tab) row.current?.scrollTo({ left: tab.offsetLeft - row.current.offsetLeft - 16 });
  }, [current]);
  return (
    <nav
      ref={row}
      aria-label={label}
      className={isSmall ? "flex gap-1" : "-mb-px flex gap-6 overflow-x-auto border-line border-b max-sm:gap-4.5"}
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.isCurrent ? "page" : undefined}
          className={
            isSmall
              ? `focus-ring flex items-center gap-2 rounded-lg px-3 py-1.5 text-[13px] touch:py-3 ${tab.isCurrent ? "bg-surface font-medium text-ink shadow-card ring-1 ring-line" : "text-muted hover:text-ink"}`
              : `focus-ring flex items-center gap-2 whitespace-nowrap rounded-t border-b-2 pt-1 pb-2.5 touch:py-3 ${tab.isCurrent ? "border-accent font-medium text-ink" : "border-transparent text-muted hover:text-ink"}`
          }
        >
          {tab.name}
          {tab.count !== undefined && <span className="text-muted text-xs">{number(tab.count)}</span>}
        </Link>
      ))}
    </nav>
  );
}

export function Pager({
  offset,
  size,
  total,
  onMove,
}: {
  offset: number;
  size: number;
  total: number;
  onMove: (offset: number) => void;
}) {
  if (total <= size) return null;
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4 border-line border-t px-5 py-3">
      <p className="text-[13px] text-muted tabular-nums">
        {number(offset + 1)} to {number(Math.min(total, offset + size))} of {number(total)}
      </p>
      <div className="flex gap-2">
        <Button size="small" isDisabled={offset === 0} onPress={() => onMove(Math.max(0, offset - size))}>
          <ChevronLeft aria-hidden className="size-4" /> Previous
        </Button>
        <Button size="small" isDisabled={offset + size >= total} onPress={() => onMove(offset + size)}>
          Next <ChevronRight aria-hidden className="size-4" />
        </Button>
      </div>
    </nav>
  );
}

/** What is wider than the page scrolls by itself, and can be reached and scrolled by keyboard. */
export function ScrollX({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section tabIndex={0} aria-label={label} className="focus-ring overflow-x-auto border-line border-t">
      {children}
    </section>
  );
}
