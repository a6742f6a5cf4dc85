import { Check, Copy, KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { Card, EmptyState, ErrorNote, Note, Skeleton } from "../ui/layout";
import { RelativeTime } from "../ui/RelativeTime";
import { toast } from "../ui/Toast";
import { useMay } from "./session";
import { useForm } from "./useForm";

const TokensQuery = graphql(`
  query ApiTokens { apiTokens { id name createdAt lastUsedAt createdBy { id name } } }
`);

const Create = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) { id secret errors { code message path } }
  }
`);

const Revoke = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) { ok errors { code message path } }
  }
`);

export function TokenSettings() {
  return useMay("MANAGE_API_TOKENS") ? (
    <Tokens />
  ) : (
    <Card>
      <EmptyState icon={<KeyRound />} title="For administrators">
        API tokens let other programs work for your organization. An administrator of your organization can make them.
      </EmptyState>
    </Card>
  );
}

function Tokens() {
  const [{ data, error }, again] = useQuery({ query: TokensQuery });
  const refetch = () => again({ requestPolicy: "network-only" });
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<{ id: string; name: string } | null>(null);
  const revoke = useAction(Revoke, (result) => result.revokeApiToken);
  const tokens = data?.apiTokens;

  async function end() {
    if (!revoking) return;
    const outcome = await revoke.run({ input: { id: revoking.id } });
    const refused = outcome.errors[0];
    toast(refused?.message ?? `${revoking.name} no longer works.`, refused ? "bad" : "ok");
    setRevoking(null);
    refetch();
  }

  return (
    <>
      {error && !data && <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>}
      <Card
        isFlush
        title="API tokens"
        actions={
          tokens?.length !== 0 && (
            <Button onPress={() => setMaking(true)}>
              <Plus aria-hidden className="size-4 text-muted" /> New token
            </Button>
          )
        }
      >
        {tokens?.length === 0 ? (
          <EmptyState
            icon={<KeyRound />}
            title="No tokens yet"
            actions={
              <Button onPress={() => setMaking(true)}>
                <Plus aria-hidden className="size-4 text-muted" /> New token
              </Button>
            }
          >
            A token lets another program work for your organization over the API, with all that you may do.
          </EmptyState>
        ) : (
          <ul className="border-line border-t">
            {!tokens && !error && (
              <li className="px-5 py-4">
                <Skeleton className="h-5 w-full" />
              </li>
            )}
            {tokens?.map((token) => (
              <li
                key={token.id}
                className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1.5 border-line border-b px-5 py-2.5 last:border-0"
              >
                <div className="min-w-0 flex-1">
                  <p className="truncate font-medium">{token.name}</p>
                  <p className="text-[13px] text-muted">
                    Made <RelativeTime at={token.createdAt} />
                    {token.createdBy ? ` by ${token.createdBy.name}` : ""}
                    {" · "}
                    {token.lastUsedAt ? (
                      <>
                        last used <RelativeTime at={token.lastUsedAt} />
                      </>
                    ) : (
                      "never used"
                    )}
                  </p>
                </div>
                <Button
                  kind="caution"
                  size="small"
                  aria-label={`Revoke ${token.name}`}
                  onPress={() => setRevoking(token)}
                >
                  Revoke
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Dialog title="New API token" isOpen={isMaking} onClose={() => setMaking(false)}>
        <NewToken onClose={() => setMaking(false)} onMade={refetch} />
      </Dialog>
      <Dialog
        title={`Revoke ${revoking?.name ?? ""}?`}
        isOpen={revoking !== null}
        onClose={() => setRevoking(null)}
        isAlert
      >
        <DialogBody>
          <p>Programs that use it are refused from now on, and their open connections end.</p>
        </DialogBody>
        <DialogFoot>
          <Button onPress={() => setRevoking(null)} autoFocus>
            Keep it
          </Button>
          <Button kind="danger" onPress={() => void end()} isBusy={revoke.isBusy}>
            Revoke
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  );
}

function NewToken({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const [name, setName] = useState("");
  const [secret, setSecret] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const { run, isBusy } = useAction(Create, (data) => data.createApiToken);
  const { told, setErrors } = useForm(["name"]);

  async function make() {
    if (!name.trim()) return setErrors([{ code: "REQUIRED", message: "Give the token a name.", path: ["name"] }]);
    const outcome = await run({ input: { name: name.trim() } });
    setErrors(outcome.errors);
    if (outcome.payload?.secret) {
      setSecret(outcome.payload.secret);
      onMade();
    }
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret ?? "");
      setCopied(true);
    } catch {
      toast("The browser does not let this page copy. Select the secret and copy it.", "bad");
    }
  }

  if (secret) {
    return (
      <>
        <DialogBody>
          <Note tone="warn">This secret is shown this once. Keep it where your program finds it.</Note>
          <div className="flex items-center gap-2">
            <input
              readOnly
              aria-label="The secret"
              value={secret}
              onFocus={(event) => event.currentTarget.select()}
              className="h-9 min-w-0 flex-1 rounded-lg border border-field bg-bg px-3 font-mono text-[13px] outline-none touch:h-11 focus:border-accent focus:outline-hidden"
            />
            <Button onPress={() => void copy()}>
              {isCopied ? <Check aria-hidden className="size-4 text-ok" /> : <Copy aria-hidden className="size-4" />}
              {isCopied ? "Copied" : "Copy"}
            </Button>
          </div>
          <p className="text-[13px] text-muted">
            Send it as <code className="rounded bg-sunken px-1.5 py-0.5">Authorization: Bearer …</code> to /graphql.
          </p>
        </DialogBody>
        <DialogFoot>
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        </DialogFoot>
      </>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <DialogBody>
        {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          errors={told.fields.name}
          placeholder="CRM in the evening"
          help="For which program it is, so that you know what ends when you revoke it."
          autoFocus
        />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Make the token
        </Button>
      </DialogFoot>
    </form>
  );
}
