import type { ReactNode } from "react";
import { later } from "./later";
import { Opener } from "./Opener";

const load = () => import("./MenuPopup");
const MenuPopup = later(load, "MenuPopup");

export type Command = { id: string; name: string; icon?: ReactNode; note?: string; isDanger?: boolean } & (
  | { run: () => void }
  /** A file to be downloaded: a true link, so that a refusal does not take the page away. */
  | { file: string }
);

/** trigger: one Button; commands: what it offers. */
export function Menu({ trigger, label, commands }: { trigger: ReactNode; label: string; commands: Command[] }) {
  return (
    <Opener opens="menu" prepare={() => void load().catch(() => {})} trigger={trigger}>
      {(opener, close) => <MenuPopup opener={opener} label={label} commands={commands} onClose={close} />}
    </Opener>
  );
}
