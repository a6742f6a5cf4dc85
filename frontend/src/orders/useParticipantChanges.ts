import { useCallback, useEffect, useRef, useState } from "react";
import { useSubscription } from "urql";
import { useReconnected } from "../accounts/session";
import { graphql } from "../graphql/generated";
import { useThrottled } from "../ui/useDebounced";

const ParticipantChanges = graphql(`
  subscription ParticipantChanges($orderId: ID!) {
    participantChanges(orderId: $orderId) {
      cursor
      reset
      order { id updatedAt participantSummary { total confirmed pending declined } contactList { id name contactCount isArchived } }
      added { id }
      addedCount
      updated { ...ParticipantRow }
      updatedCount
      removedIds
      removedCount
      participantCount
    }
  }
`);

const GLOW_MS = 3_000;

/**
 * Follows an order's participants. Counts and edited rows reach the page through the cache; for rows that come or go the
 * visible pages are fetched again (version), at most every 700 ms however fast an upload runs. While the reader has
 * scrolled away from the top of a newest-first list, arrivals are only counted (held), so that nothing moves under the eye.
 */
export function useParticipantChanges(orderId: string, mayHold: () => boolean) {
  const [version, setVersion] = useState(0);
  const [held, setHeld] = useState(0);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const all = timers.current;
    return () => {
      for (const timer of all) clearTimeout(timer);
    };
  }, []);
  const showNow = useCallback(() => {
    setHeld(0);
    setVersion((before) => before + 1);
  }, []);
  const showSoon = useThrottled(showNow, 700);
  useReconnected(showNow);
  const glow = useCallback((ids: string[]) => {
    setArrived((before) => new Set([...before, ...ids]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setArrived((before) => {
        const rest = new Set(before);
        for (const id of ids) rest.delete(id);
        return rest;
      });
    }, GLOW_MS);
    timers.current.add(timer);
  }, []);
  const isFirst = useRef(true);
  useSubscription({ query: ParticipantChanges, variables: { orderId } }, (_, data) => {
    const change = data.participantChanges;
    const opens = isFirst.current;
    isFirst.current = false;
    if (opens && change.reset) return data;
    if (change.added.length) glow(change.added.map((participant) => participant.id));
    const onlyAdds = change.addedCount > 0 && change.removedCount === 0 && !change.reset;
    if (onlyAdds && mayHold()) setHeld((before) => before + change.addedCount);
    else if (change.reset || change.addedCount || change.removedCount || change.updatedCount > change.updated.length) {
      showSoon();
    }
    return data;
  });
  const [toTop, setToTop] = useState(0);
  const showOnTop = useCallback(() => {
    setToTop((before) => before + 1);
    showNow();
  }, [showNow]);
  return { version, held, arrived, toTop, showNow, showOnTop };
}
