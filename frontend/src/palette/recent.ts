/**
 * What this person opened last on this device. Ids alone are kept, no name of anybody: what they are called, and whether they
 * may still be seen, is asked of the server whenever they are shown.
 */
const MOST = 8;
const PLACE = /^\/(?:orders|contacts|contact-lists)\/([^/]+)/;
const key = (userId: string) => `muster-recent-${userId}`;

export function recentIds(userId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(userId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** The id of the thing that this address shows, if it shows one. */
export function idOfPlace(place: string): string | null {
  const raw = PLACE.exec(place)?.[1];
  try {
    return raw ? decodeURIComponent(raw) : null;
  } catch {
    return null;
  }
}

export function rememberPlace(userId: string, place: string) {
  const id = idOfPlace(place);
  if (!id) return;
  try {
    const ids = [id, ...recentIds(userId).filter((each) => each !== id)].slice(0, MOST);
    localStorage.setItem(key(userId), JSON.stringify(ids));
  } catch {
    // A browser that keeps nothing has no recent ones.
  }
}
