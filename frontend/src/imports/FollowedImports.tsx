import { useEffect } from "react";
import { useSubscription } from "urql";
import { useLocation } from "wouter";
import { graphql } from "../graphql/generated";
import { links } from "../ui/links";
import { toast } from "../ui/Toast";
import { unfollow, useFollowed } from "./follow";
import { endingOf } from "./words";

const Follow = graphql(`
  subscription FollowImport($importId: ID!) {
    importProgress(importId: $importId) { ...ImportProgress fileName }
  }
`);

/** Whoever left the page of an import that was running is told how it ended, wherever they are by then. */
export function FollowedImports() {
  return useFollowed().map((id) => <Followed key={id} id={id} />);
}

function Followed({ id }: { id: string }) {
  const [{ data, error }] = useSubscription({ query: Follow, variables: { importId: id } });
  const [place] = useLocation();
  const isThere = place === links.import(id);
  const found = data?.importProgress;
  const isOver = found && found.status !== "QUEUED" && found.status !== "RUNNING";
  const isGone = error && !error.networkError;
  useEffect(() => {
    if (!isOver && !isGone) return;
    unfollow(id);
    const ending = isOver && !isThere ? endingOf(found) : null;
    if (ending) toast(ending, found?.status === "FAILED" ? "bad" : "ok");
  }, [id, isOver, isGone, isThere, found]);
  return null;
}
