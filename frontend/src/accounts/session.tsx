/**
 * Who is signed in. Without a session every address shows the sign-in page and keeps its place, so that signing in leads
 * on to what was asked for. The session may also end while working: any request that is refused for it comes here.
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { Provider, useQuery } from "urql";
import { type Connection, connect } from "../graphql/client";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { Permission, ViewerFragment } from "../graphql/generated/graphql";
import type { Live } from "../graphql/live";
import { ErrorNote, PageSkeleton } from "../ui/layout";
import { SignIn } from "./SignIn";

export const Viewer = graphql(`
  fragment Viewer on Viewer {
    user { id name email role }
    organization { id name kind country }
    permissions
  }
`);

const ViewerQuery = graphql(`
  query Viewer { viewer { ...Viewer } }
`);

type Session = { viewer: ViewerFragment; restart: () => void };

const SessionContext = createContext<Session | null>(null);
const LiveContext = createContext<Live | null>(null);

function useGiven<T>(value: T | null): T {
  if (value === null) throw new Error("used outside of the session");
  return value;
}

export const useSession = (): Session => useGiven(useContext(SessionContext));
export const useViewer = (): ViewerFragment => useSession().viewer;
export const useLive = (): Live => useGiven(useContext(LiveContext));
export const useIsPartner = (): boolean => useViewer().organization.kind === "PARTNER";
export const useMay = (permission: Permission): boolean => useViewer().permissions.includes(permission);

/** Fetch again what is visible once the lost connection is back. */
export function useReconnected(listener: () => void) {
  const live = useLive();
  useEffect(() => live.onReconnect(listener), [live, listener]);
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [hasEnded, setEnded] = useState(false);
  const [generation, setGeneration] = useState(0);
  const [connection, setConnection] = useState<Connection>(() => connect(() => setEnded(true)));
  const restart = useCallback(() => {
    connection.live.close();
    setConnection(connect(() => setEnded(true)));
    setGeneration((before) => before + 1);
    setEnded(false);
  }, [connection]);
  return (
    <Provider value={connection.client}>
      <LiveContext value={connection.live}>
        {hasEnded ? (
          <SignIn hasEnded onSignedIn={restart} />
        ) : (
          <Gate key={generation} restart={restart}>
            {children}
          </Gate>
        )}
      </LiveContext>
    </Provider>
  );
}

function Gate({ restart, children }: { restart: () => void; children: ReactNode }) {
  const [{ data, error, fetching }, again] = useQuery({ query: ViewerQuery });
  const viewer = data?.viewer;
  const session = useMemo(() => (viewer ? { viewer, restart } : null), [viewer, restart]);
  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (error) {
    return (
      <main className="mx-auto max-w-lg p-8">
        <ErrorNote onRetry={() => again({ requestPolicy: "network-only" })}>{faultSentence(error)}</ErrorNote>
      </main>
    );
  }
  if (fetching || !data) {
    return (
      <main className="mx-auto max-w-5xl p-8">
        <PageSkeleton />
      </main>
    );
  }
  return <SignIn onSignedIn={restart} />;
}
