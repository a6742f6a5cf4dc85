import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { Link } from "wouter";
import { Spinner } from "./Progress";

const BASE =
  "focus-ring inline-flex max-w-full shrink-0 cursor-pointer select-none items-center justify-center gap-2 whitespace-nowrap rounded-lg font-medium transition-colors disabled:cursor-default disabled:opacity-50";
const KINDS = {
  // Borders without colour are what the browser paints where it takes grounds away.
  primary: "border border-transparent bg-accent text-accent-ink hover:bg-accent-strong pressed:bg-accent-strong",
  plain: "border border-edge bg-raised text-ink shadow-card hover:bg-sunken pressed:bg-sunken",
  caution: "border border-edge bg-raised text-bad shadow-card hover:bg-bad-bg pressed:bg-bad-bg",
  quiet: "text-muted hover:bg-sunken hover:text-ink pressed:bg-sunken",
  danger:
    "border border-transparent bg-bad-strong text-white hover:brightness-95 pressed:brightness-90 dark:text-accent-ink",
};
const SIZES = {
  small: "h-8 px-2.5 text-[13px] touch:h-11",
  normal: "h-9 px-3.5 text-sm touch:h-11",
  icon: "size-9 touch:size-11",
  iconSmall: "size-8 touch:size-11",
};

type Look = { kind?: keyof typeof KINDS; size?: keyof typeof SIZES };

export const button = ({ kind = "plain", size = "normal", className = "" }: Look & { className?: string }): string =>
  `${BASE} ${KINDS[kind]} ${SIZES[size]} ${className}`;

export type ButtonProps = Omit<AriaButtonProps, "className" | "children"> &
  Look & { children?: ReactNode; isBusy?: boolean; className?: string };

export function Button({ kind, size, isBusy, isDisabled, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isDisabled={isDisabled || isBusy} className={button({ kind, size, className })}>
      {isBusy && <Spinner />}
      {children}
    </AriaButton>
  );
}

export function LinkButton({
  kind,
  size,
  href,
  children,
  className,
  ...rest
}: Look & { href: string; children: ReactNode; className?: string; "aria-label"?: string }) {
  return (
    <Link href={href} className={button({ kind, size, className })} {...rest}>
      {children}
    </Link>
  );
}

/** A file from the server: a true link, so that the browser downloads it with the session. */
export function DownloadButton({ href, children, size }: { href: string; children: ReactNode; size?: Look["size"] }) {
  return (
    <a href={href} download className={button({ size })}>
      {children}
    </a>
  );
}
