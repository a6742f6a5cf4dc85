/**
 * The socket for subscriptions: opened when the first one starts, kept trying for ever, and told to the page as one of
 * four states. After a reconnect graphql-ws sends each subscription again; `resumable` lets it go on after the last cursor.
 * A page that subscribes to nothing has no socket to miss the server by: a request that failed says so, and asks until it is back.
 */
import { type Client, createClient, type SubscribePayload } from "graphql-ws";
import { isServerThere, onMissed } from "./server";

export type LiveState = "idle" | "connecting" | "live" | "reconnecting";

export type Live = {
  subscribe: Client["subscribe"];
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
  let isClosed = false;
  const watchers = new Set<() => void>();
  const reconnected = new Set<() => void>();
  const become = (next: LiveState) => {
    state = next;
    for (const watcher of watchers) watcher();
  };
  const isBack = () => {
    for (const listener of reconnected) listener();
  };
  // A device that comes back online does not wait for the rest of its pause.
  const wakes = new Set<() => void>();
  const online = () => {
    for (const wake of wakes) wake();
  };
  globalThis.addEventListener?.("online", online);
  const rest = (retries: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        wakes.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, retryDelay(retries));
      wakes.add(wake);
    });

  const socket = createClient({
    url,
    lazy: true,
    lazyCloseTimeout: 3_000,
    keepAlive: 12_000,
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: rest,
    on: {
      connecting: (isRetry) => become(isRetry || wasLost ? "reconnecting" : "connecting"),
      connected: () => {
        const wasAway = wasLost;
        wasLost = false;
        become("live");
        if (wasAway) isBack();
      },
      closed: (event) => {
        const { code, wasClean } = event as CloseEvent;
        if (code === 4401 || code === 4403) {
          become("idle");
          return onRefused();
        }
        // 1000 is our own goodbye, when nothing is subscribed to any more.
        if (code === 1000 && wasClean !== false) become("idle");
        else {
          wasLost = true;
          become("reconnecting");
          void lookOut();
        }
      },
    },
  });
  let subscribed = 0;
  let isLookingOut = false;
  /** Where nothing is subscribed to, no socket tries to come through: the server itself is asked. */
  async function lookOut() {
    if (isLookingOut) return;
    isLookingOut = true;
    for (let retries = 0; state === "reconnecting" && !isClosed; retries++) {
      await rest(retries);
      if (subscribed > 0 || !(await isServerThere()) || subscribed > 0) continue;
      wasLost = false;
      become("idle");
      isBack();
    }
    isLookingOut = false;
  }
  const forget = onMissed(() => {
    // A socket, open or on its way, finds out by itself.
    if (state !== "idle") return;
    wasLost = true;
    become("reconnecting");
    void lookOut();
  });
  const subscribe: Client["subscribe"] = (payload, sink) => {
    subscribed++;
    const unsubscribe = socket.subscribe(payload, sink);
    return () => {
      subscribed--;
      unsubscribe();
    };
  };
  const add = (set: Set<() => void>) => (listener: () => void) => {
    set.add(listener);
    return () => void set.delete(listener);
  };
  return {
    subscribe,
    state: () => state,
    watch: add(watchers),
    onReconnect: add(reconnected),
    close: () => {
      isClosed = true;
      forget();
      globalThis.removeEventListener?.("online", online);
      // A socket that was refused has nothing to close, and says so by rejecting.
      Promise.resolve(socket.dispose()).catch(() => {});
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
