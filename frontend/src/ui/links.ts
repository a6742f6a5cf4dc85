/** Every address of the dashboard, written once. Ids of the API are opaque and may hold any character. */
import { useParams } from "wouter";

const id = encodeURIComponent;

export const links = {
  orders: "/orders",
  order: (orderId: string) => `/orders/${id(orderId)}`,
  orderActivity: (orderId: string) => `/orders/${id(orderId)}/activity`,
  orderNotifications: (orderId: string) => `/orders/${id(orderId)}/notifications`,
  uploadToOrder: (orderId: string) => `/orders/${id(orderId)}/upload`,
  contacts: "/contacts",
  contact: (contactId: string) => `/contacts/${id(contactId)}`,
  contactLists: "/contact-lists",
  contactList: (listId: string) => `/contact-lists/${id(listId)}`,
  uploadToList: (listId: string) => `/contact-lists/${id(listId)}/upload`,
  imports: "/imports",
  /** orderId: the order the upload was begun on, to lead back there. */
  import: (importId: string, orderId?: string | null) =>
    `/imports/${id(importId)}${orderId ? `?order=${id(orderId)}` : ""}`,
  suppressed: "/suppressed",
  mailbox: "/mailbox",
  letter: (letterId: string) => `/mailbox/${id(letterId)}`,
  settings: "/settings",
};

/** Files served beside the API. */
export const files = {
  everything: (contactId: string) => `/contacts/${id(contactId)}/everything.json`,
  participants: (orderId: string, kind: "csv" | "xlsx") => `/orders/${id(orderId)}/participants.${kind}`,
  contacts: (kind: "csv" | "xlsx") => `/contacts.${kind}`,
  contactList: (listId: string, kind: "csv" | "xlsx") => `/contact-lists/${id(listId)}.${kind}`,
};

export function useRouteId(): string {
  const { id: raw = "" } = useParams<{ id: string }>();
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
