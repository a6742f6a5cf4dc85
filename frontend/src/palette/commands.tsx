/** Pages to go to and things to do, as the viewer may: what the palette offers besides what it finds. */
import {
  Activity,
  Ban,
  Bell,
  ClipboardList,
  FileUp,
  ListChecks,
  ListPlus,
  LogOut,
  Monitor,
  Moon,
  Plus,
  Settings,
  Sun,
  UserPlus,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import type { Theme } from "../accounts/theme";
import { links } from "../ui/links";

/** Windows that the palette opens itself, wherever one is. */
export type PaletteDialog = "order" | "list" | "contact";
export type Command = { id: string; name: string; icon: ReactNode; also?: string } & (
  | { href: string }
  | { opens: PaletteDialog }
  | { theme: Theme }
  | { signsOut: true }
);
/** The order on the screen. */
export type Here = { id: string; number: string; isActive: boolean; hasList: boolean };

export function commandsHere(order: Here, isPartner: boolean): Command[] {
  const of = `of ${order.number}`;
  return [
    ...(isPartner && order.isActive && order.hasList
      ? [
          {
            id: "upload",
            name: `Upload participants to ${order.number}…`,
            icon: <FileUp />,
            also: "import file",
            href: links.uploadToOrder(order.id),
          },
        ]
      : []),
    { id: "activity", name: `Activity ${of}`, icon: <Activity />, href: links.orderActivity(order.id) },
    { id: "told", name: `Notifications ${of}`, icon: <Bell />, href: links.orderNotifications(order.id) },
  ];
}

export function actionsFor(isPartner: boolean): Command[] {
  const partner: Command[] = [
    { id: "new-order", name: "Place an order…", icon: <Plus />, also: "new create", opens: "order" },
    { id: "new-list", name: "New contact list…", icon: <ListPlus />, also: "create", opens: "list" },
    { id: "new-contact", name: "Add a contact…", icon: <UserPlus />, also: "new create person", opens: "contact" },
  ];
  return [
    ...(isPartner ? partner : []),
    { id: "light", name: "Light theme", icon: <Sun />, also: "appearance", theme: "light" },
    { id: "dark", name: "Dark theme", icon: <Moon />, also: "appearance", theme: "dark" },
    { id: "system", name: "System theme", icon: <Monitor />, also: "appearance", theme: "system" },
    { id: "sign-out", name: "Sign out", icon: <LogOut />, also: "log out leave", signsOut: true },
  ];
}

export function pagesFor(isPartner: boolean): Command[] {
  const partner: Command[] = [
    { id: "contacts", name: "Contacts", icon: <Users />, href: links.contacts },
    { id: "lists", name: "Contact Lists", icon: <ListChecks />, href: links.contactLists },
    { id: "imports", name: "Imports", icon: <FileUp />, also: "uploads", href: links.imports },
    { id: "suppressed", name: "Suppressed", icon: <Ban />, also: "barred deactivated", href: links.suppressed },
  ];
  const settings = (section: string, name: string, also: string): Command => ({
    id: `settings-${section}`,
    name: `Settings: ${name}`,
    icon: <Settings />,
    also,
    href: section ? `${links.settings}/${section}` : links.settings,
  });
  return [
    { id: "orders", name: isPartner ? "My Orders" : "Orders", icon: <ClipboardList />, href: links.orders },
    ...(isPartner ? partner : []),
    settings("", "you", "profile password notifications"),
    settings("organization", "organization", "country reply privacy"),
    settings("users", "users", "invite colleagues"),
    settings("tokens", "API tokens", "developer"),
    settings("devices", "devices", "sessions sign-ins"),
  ];
}
