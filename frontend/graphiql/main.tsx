/** GraphiQL at /graphql: works with the dashboard's sign-in, or with an API token given under Headers. */
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./graphiql.css";
import { examples } from "./examples";

const ADDRESS = new URL("/graphql", globalThis.location.href);
const SOCKET = new URL("/graphql", globalThis.location.href.replace(/^http/, "ws"));

const fetcher = createGraphiQLFetcher({
  url: ADDRESS.href,
  subscriptionUrl: SOCKET.href,
  headers: { "X-Requested-With": "GraphiQL" },
  enableIncrementalDelivery: false,
});

type Viewer = { user: { name: string }; organization: { name: string } };

/** Who is asking, so that an UNAUTHENTICATED answer surprises nobody. */
function SignedIn() {
  const [viewer, setViewer] = useState<Viewer | null>();
  useEffect(() => {
    const query = "{ viewer { user { name } organization { name } } }";
    fetch(ADDRESS, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query }),
    })
      .then((response) => response.json())
      .then(({ data }: { data?: { viewer: Viewer | null } }) => setViewer(data?.viewer ?? null))
      .catch(() => setViewer(null));
  }, []);
  if (viewer === undefined) return <p className="signed-in">…</p>;
  return (
    <p className="signed-in">
      {viewer ? (
        <>
          Signed in as <strong>{viewer.user.name}</strong>, {viewer.organization.name}.
        </>
      ) : (
        <>
          Not signed in. <a href="/">Sign in</a> in the dashboard and come back, or put{" "}
          <code>{'{ "Authorization": "Bearer mstr_…" }'}</code> under Headers.
        </>
      )}
    </p>
  );
}

const root = document.getElementById("graphiql");
if (!root) throw new Error("graphiql.html has no #graphiql");
createRoot(root).render(
  <StrictMode>
    <GraphiQL fetcher={fetcher} defaultTabs={examples(ADDRESS.href)}>
      <GraphiQL.Logo>
        <a href="/">Muster</a>
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <SignedIn />
      </GraphiQL.Footer>
    </GraphiQL>
  </StrictMode>,
);
