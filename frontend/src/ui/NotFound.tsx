import { Compass } from "lucide-react";
import { LinkButton } from "./Button";
import { EmptyState, usePageTitle } from "./layout";
import { links } from "./links";

export function NotFound({ what = "page" }: { what?: string }) {
  usePageTitle("Not found");
  return (
    <div className="rounded-2xl border border-line bg-surface">
      <EmptyState
        heading="h1"
        icon={<Compass />}
        title={`There is no such ${what} here`}
        actions={
          <LinkButton kind="primary" href={links.orders}>
            Go to the orders
          </LinkButton>
        }
      >
        It may have been removed, or it belongs to another organization. Check the address, or start from your orders.
      </EmptyState>
    </div>
  );
}
