/**
 * Who is signed in. Without a session every address shows the sign-in page and keeps its place, so that signing in leads
 * on to what was asked for. The session may also end while working: any request that is refused for it comes here.
 */
import {
  createContext,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Provider, useQuery } from "urql";
import { type Connection, connect } from "../graphql/client";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { Permission, ViewerFragment } from "../graphql/generated/graphql";
import type { Live } from "../graphql/live";
import { later } from "../ui/later";
import { ErrorNote, PageSkeleton } from "../ui/layout";
import { SignIn } from "./SignIn";

const SignInAgain = later(() => import("./SignInAgain"), "SignInAgain");

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

/** What is to follow once the lost connection is back, besides what is shown being fetched again. */
export function useReconnected(listener: () => void) {
  const live = useLive();
  useEffect(() => live.onReconnect(listener), [live, listener]);
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [hasEnded, setEnded] = useState(false);
  const [generation, setGeneration] = useState(0);
  const [connection, setConnection] = useState<Connection>(() => connect(() => setEnded(true)));
  const signedInId = useRef<string | null>(null);
  const reconnect = useCallback(() => {
    connection.live.close();
    setConnection(connect(() => setEnded(true)));
    setEnded(false);
  }, [connection]);
  const restart = useCallback(() => {
    reconnect();
    setGeneration((before) => before + 1);
  }, [reconnect]);
  // Who comes back finds the page as it was; anybody else begins anew, with nothing of the other's.
  const signedInAgain = (userId: string) => (userId === signedInId.current ? reconnect() : restart());
  return (
    <Provider value={connection.client}>
      <LiveContext value={connection.live}>
        <Gate
          key={generation}
          hasEnded={hasEnded}
          restart={restart}
          onViewer={(userId) => {
            signedInId.current = userId;
          }}
        >
          {children}
        </Gate>
        {hasEnded && (
          <Suspense fallback={null}>
            <SignInAgain onSignedIn={signedInAgain} />
          </Suspense>
        )}
      </LiveContext>
    </Provider>
  );
}

function Gate({
  hasEnded,
  restart,
  onViewer,
  children,
}: {
  hasEnded: boolean;
  restart: () => void;
  onViewer: (userId: string) => void;
  children: ReactNode;
}) {
  const [{ data, error, fetching }, again] = useQuery({ query: ViewerQuery });
  // While somebody signs in again the page below keeps whom it is for.
  const kept = useRef<ViewerFragment | null>(null);
  if (data?.viewer) kept.current = data.viewer;
  const viewer = kept.current;
  const session = useMemo(() => (viewer ? { viewer, restart } : null), [viewer, restart]);
  const userId = viewer?.user.id;
  useEffect(() => {
    if (userId) onViewer(userId);
  }, [userId, onViewer]);
  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (hasEnded) return null;
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
