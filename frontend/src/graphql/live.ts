/**
 * The socket for subscriptions: opened when the first one starts, kept trying for ever, and told to the page as one of
 * four states. After a reconnect graphql-ws sends each subscription again; `resumable` lets it go on after the last cursor.
 */
import { type Client, createClient, type SubscribePayload } from "graphql-ws";

export type LiveState = "idle" | "connecting" | "live" | "reconnecting";

export type Live = {
  socket: Client;
  state: () => LiveState;
  watch: (listener: () => void) => () => void;
  /** Called after the connection was lost and has come back: what is visible should be fetched again. */
  onReconnect: (listener: () => void) => () => void;
  close: () => void;
};

/** Half to all of a doubling wait, so that a thousand dashboards do not come back in the same instant. */
export function retryDelay(retries: number, random: () => number = Math.random): number {
  return Math.min(5_000, 300 * 2 ** Math.min(retries, 10)) * (0.5 + random() / 2);
}

export function createLive(url: string, onRefused: () => void): Live {
  let state: LiveState = "idle";
  let wasLost = false;
  const watchers = new Set<() => void>();
  const reconnected = new Set<() => void>();
  const become = (next: LiveState) => {
    state = next;
    for (const watcher of watchers) watcher();
  };
  let wake: (() => void) | undefined;
  const online = () => wake?.();
  globalThis.addEventListener?.("online", online);

  const socket = createClient({
    url,
    lazy: true,
    lazyCloseTimeout: 3_000,
    keepAlive: 12_000,
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    // A device that comes back online does not wait for the rest of its pause.
    retryWait: (retries) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, retryDelay(retries));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    on: {
      connecting: (isRetry) => become(isRetry || wasLost ? "reconnecting" : "connecting"),
      connected: () => {
        const isBack = wasLost;
        wasLost = false;
        become("live");
        if (isBack) for (const listener of reconnected) listener();
      },
      closed: (event) => {
        const { code, wasClean } = event as CloseEvent;
        if (code === 4401 || code === 4403) onRefused();
        // 1000 is our own goodbye, when nothing is subscribed to any more.
        if (code === 1000 && wasClean !== false) become("idle");
        else {
          wasLost = true;
          become("reconnecting");
        }
      },
    },
  });
  const add = (set: Set<() => void>) => (listener: () => void) => {
    set.add(listener);
    return () => void set.delete(listener);
  };
  return {
    socket,
    state: () => state,
    watch: add(watchers),
    onReconnect: add(reconnected),
    close: () => {
      globalThis.removeEventListener?.("online", online);
      void socket.dispose();
    },
  };
}

/** A payload that remembers the cursor of what came last, so that the same subscription sent again misses nothing. */
export function resumable(payload: SubscribePayload): { payload: SubscribePayload; seen: (data: unknown) => void } {
  const variables: Record<string, unknown> = { ...payload.variables };
  return {
    payload: { ...payload, variables },
    seen: (data) => {
      const cursor = (data as { participantChanges?: { cursor?: string } } | null | undefined)?.participantChanges
        ?.cursor;
      if (cursor) variables.after = cursor;
    },
  };
}
