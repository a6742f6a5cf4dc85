/** Whether the server answers at all, and the word of whoever found that it does not. */
const listeners = new Set<() => void>();

/** A request, or a part of the dashboard, did not come through. */
export function missServer() {
  for (const listener of listeners) listener();
}

export function onMissed(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
