import { UserPlus, X } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { UserRole } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { RadioCards, Select } from "../ui/choices";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { TextField } from "../ui/fields";
import { Card, ErrorNote, Skeleton } from "../ui/layout";
import { RelativeTime } from "../ui/RelativeTime";
import { toast } from "../ui/Toast";
import { counted } from "../ui/words";
import { useMay, useViewer } from "./session";
import { useForm } from "./useForm";

const UsersQuery = graphql(`
  query Users($withInvitations: Boolean!) {
    users { id name email role }
    invitations @include(if: $withInvitations) { id email role createdAt expiresAt invitedBy { id name } }
  }
`);

const Invite = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) { invitation { id email role } errors { code message path } }
  }
`);

const Revoke = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) { ok errors { code message path } }
  }
`);

const ChangeRole = graphql(`
  mutation ChangeUserRole($input: ChangeUserRoleInput!) {
    changeUserRole(input: $input) { user { id role } errors { code message path } }
  }
`);

const Remove = graphql(`
  mutation RemoveUser($input: RemoveUserInput!) {
    removeUser(input: $input) { ok errors { code message path } }
  }
`);

export const ROLES: Record<UserRole, string> = { ADMIN: "Administrator", MEMBER: "Member" };

export function UserSettings() {
  const mayManage = useMay("MANAGE_USERS");
  const { user: self } = useViewer();
  const [{ data, error }, again] = useQuery({ query: UsersQuery, variables: { withInvitations: mayManage } });
  const [isInviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<{ id: string; name: string } | null>(null);
  const role = useAction(ChangeRole, (result) => result.changeUserRole);
  const remove = useAction(Remove, (result) => result.removeUser);
  const revoke = useAction(Revoke, (result) => result.revokeInvitation);
  const refetch = () => again({ requestPolicy: "network-only" });
  const tell = (errors: { message: string }[], done: string) =>
    toast(errors[0]?.message ?? done, errors.length ? "bad" : "ok");

  async function change(userId: string, to: UserRole, name: string) {
    const outcome = await role.run({ input: { userId, role: to } });
    tell(outcome.errors, `${name} is ${to === "ADMIN" ? "an administrator" : "a member"} now.`);
    refetch();
  }

  async function takeOut() {
    if (!removing) return;
    const outcome = await remove.run({ input: { userId: removing.id } });
    tell(outcome.errors, `${removing.name} is removed.`);
    setRemoving(null);
    refetch();
  }

  const users = data?.users;
  const invitations = data?.invitations ?? [];
  return (
    <>
      {error && !data && <ErrorNote onRetry={refetch}>{faultSentence(error)}</ErrorNote>}
      <Card
        isFlush
        title="Users"
        note={users && <span className="text-[13px] text-muted">{counted(users.length, "person", "people")}</span>}
        actions={
          mayManage && (
            <Button onPress={() => setInviting(true)}>
              <UserPlus aria-hidden className="size-4 text-muted" /> Invite
            </Button>
          )
        }
      >
        <ul className="border-line border-t">
          {!users && !error && (
            <li className="px-5 py-4">
              <Skeleton className="h-5 w-full" />
            </li>
          )}
          {users?.map((user) => (
            <li
              key={user.id}
              className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2.5 last:border-0"
            >
              <div className="min-w-0 flex-1 max-sm:basis-full">
                <p className="truncate font-medium">
                  {user.name}
                  {user.id === self.id && <span className="font-normal text-muted"> (you)</span>}
                </p>
                {user.email && <p className="truncate text-[13px] text-muted">{user.email}</p>}
              </div>
              {mayManage && user.id !== self.id ? (
                <>
                  <Select
                    isLabelHidden
                    size="auto"
                    className="w-40"
                    label={`Role of ${user.name}`}
                    value={user.role}
                    options={(Object.keys(ROLES) as UserRole[]).map((id) => ({ id, name: ROLES[id] }))}
                    onChange={(to) => to !== user.role && void change(user.id, to as UserRole, user.name)}
                    isDisabled={role.isBusy}
                  />
                  <Button
                    kind="caution"
                    size="small"
                    aria-label={`Remove ${user.name}`}
                    onPress={() => setRemoving(user)}
                  >
                    Remove
                  </Button>
                </>
              ) : (
                <Badge tone={user.role === "ADMIN" ? "info" : "neutral"}>{ROLES[user.role]}</Badge>
              )}
            </li>
          ))}
        </ul>
      </Card>
      {invitations.length > 0 && (
        <Card isFlush title="Invited">
          <ul className="border-line border-t">
            {invitations.map((invitation) => (
              <li
                key={invitation.id}
                className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-5 py-2 last:border-0"
              >
                <span className="min-w-0 flex-1 truncate font-medium max-sm:basis-full">{invitation.email}</span>
                <Badge>{ROLES[invitation.role]}</Badge>
                <span className="text-[13px] text-muted">
                  lapses <RelativeTime at={invitation.expiresAt} />
                </span>
                <Button
                  kind="quiet"
                  size="iconSmall"
                  aria-label={`Withdraw the invitation of ${invitation.email}`}
                  onPress={() =>
                    void revoke.run({ input: { invitationId: invitation.id } }).then((outcome) => {
                      tell(outcome.errors, "The invitation is withdrawn.");
                      refetch();
                    })
                  }
                >
                  <X aria-hidden className="size-4" />
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Dialog
        title="Invite somebody"
        intro="They get a letter with a link, and choose their name and password."
        isOpen={isInviting}
        onClose={() => setInviting(false)}
      >
        <InviteForm onClose={() => setInviting(false)} onDone={refetch} />
      </Dialog>
      <Dialog
        title={`Remove ${removing?.name ?? ""}?`}
        isOpen={removing !== null}
        onClose={() => setRemoving(null)}
        isAlert
      >
        <DialogBody>
          <p>They are signed out everywhere and their API tokens end. What they did keeps their name.</p>
        </DialogBody>
        <DialogFoot>
          <Button onPress={() => setRemoving(null)} autoFocus>
            Keep them
          </Button>
          <Button kind="danger" onPress={() => void takeOut()} isBusy={remove.isBusy}>
            Remove
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  );
}

function InviteForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<UserRole>("MEMBER");
  const { run, isBusy } = useAction(Invite, (data) => data.inviteUser);
  const { told, setErrors, settle } = useForm(["email", "role"]);

  async function send() {
    if (!email.trim()) {
      return setErrors([{ code: "REQUIRED", message: "Enter their e-mail address.", path: ["email"] }]);
    }
    if (!settle(await run({ input: { email: email.trim(), role } }), `${email.trim()} is invited.`)) return;
    onDone();
    onClose();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DialogBody>
        {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
        <TextField
          label="E-mail address"
          type="email"
          value={email}
          onChange={setEmail}
          errors={told.fields.email}
          autoComplete="off"
          autoFocus
        />
        <RadioCards
          label="Role"
          value={role}
          onChange={(choice) => setRole(choice as UserRole)}
          errors={told.fields.role}
          choices={[
            { id: "MEMBER", name: "Member", note: "Works on orders and people." },
            { id: "ADMIN", name: "Administrator", note: "Also manages users, tokens and the organization." },
          ]}
        />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Invite
        </Button>
      </DialogFoot>
    </form>
  );
}
