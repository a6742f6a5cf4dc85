import { ChevronDown } from "lucide-react";
import { Suspense, useState } from "react";
import { useViewer } from "../accounts/session";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { Button } from "../ui/Button";
import { later } from "../ui/later";
import { Menu } from "../ui/Menu";
import { type Move, movesOf } from "./status";

const MoveOrder = later(() => import("./MoveOrder"), "MoveOrder");

/** What the viewer may do next with the order: the usual step as a button, the others in a menu. */
export function StatusMoves({ order }: { order: OrderDetailsFragment }) {
  const { organization } = useViewer();
  const moves = movesOf(organization.kind, order.status);
  const [move, setMove] = useState<Move | null>(null);
  const next = moves.find((each) => each.isNext);
  const others = moves.filter((each) => each !== next);
  return (
    <>
      {others.length === 1 && others[0] && <Button onPress={() => setMove(others[0] ?? null)}>{others[0].name}</Button>}
      {others.length > 1 && (
        <Menu
          label="Change status"
          trigger={
            <Button>
              Change status <ChevronDown aria-hidden className="size-4 text-muted" />
            </Button>
          }
          commands={others.map((each) => ({
            id: each.to,
            name: each.name,
            isDanger: each.to === "CANCELLED" || each.to === "DENIED",
            run: () => setMove(each),
          }))}
        />
      )}
      {next && (
        <Button kind="primary" onPress={() => setMove(next)}>
          {next.name}
        </Button>
      )}
      <Suspense fallback={null}>
        <MoveOrder order={order} move={move} onClose={() => setMove(null)} />
      </Suspense>
    </>
  );
}
