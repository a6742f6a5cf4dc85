import { useState } from "react";
import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { LetterKind } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/choices";
import { TextField } from "../ui/fields";
import { Card, ErrorNote, Skeleton } from "../ui/layout";
import { toast } from "../ui/Toast";
import { useIsPartner, useViewer } from "./session";
import { useForm } from "./useForm";

const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) { user { id name email } errors { code message path } }
  }
`);

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) { ok errors { code message path } }
  }
`);

const NotificationsQuery = graphql(`
  query NotificationSettings { notificationSettings { kind enabled } }
`);

const SetNotifications = graphql(`
  mutation SetNotificationSettings($input: SetNotificationSettingsInput!) {
    setNotificationSettings(input: $input) { ok errors { code message path } }
  }
`);

export function ProfileSettings() {
  return (
    <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
      <Profile />
      <Password />
      <Letters />
    </div>
  );
}

function Profile() {
  const { user } = useViewer();
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email ?? "");
  const { run, isBusy } = useAction(UpdateProfile, (data) => data.updateProfile);
  const { told, settle } = useForm(["name", "email"]);
  return (
    <Card title="Profile">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run({ input: { name: name.trim(), email: email.trim() } }).then((outcome) =>
            settle(outcome, "Your profile is saved."),
          );
        }}
        className="flex flex-col gap-4"
      >
        {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
        <TextField label="Name" value={name} onChange={setName} errors={told.fields.name} autoComplete="name" />
        <TextField
          label="E-mail address"
          type="email"
          value={email}
          onChange={setEmail}
          errors={told.fields.email}
          help="You sign in with it, and letters go there."
          autoComplete="email"
        />
        <Button type="submit" kind="primary" isBusy={isBusy} className="self-start">
          Save
        </Button>
      </form>
    </Card>
  );
}

function Password() {
  const { user } = useViewer();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { run, isBusy } = useAction(ChangePassword, (data) => data.changePassword);
  const { told, settle } = useForm(["currentPassword", "newPassword"]);

  async function save() {
    const outcome = await run({ input: { currentPassword: current, newPassword: next } });
    if (!settle(outcome, "Your password is changed.")) return;
    setCurrent("");
    setNext("");
  }

  return (
    <Card title="Password">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        className="flex flex-col gap-4"
      >
        {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
        {/* For password managers: whose password this is. */}
        <input type="text" name="username" autoComplete="username" defaultValue={user.email ?? ""} hidden />
        <TextField
          label="Current password"
          type="password"
          value={current}
          onChange={setCurrent}
          errors={told.fields.currentPassword}
          autoComplete="current-password"
        />
        <TextField
          label="New password"
          type="password"
          value={next}
          onChange={setNext}
          errors={told.fields.newPassword}
          help="At least 10 characters."
          autoComplete="new-password"
        />
        <Button type="submit" kind="primary" isBusy={isBusy} isDisabled={!current || !next} className="self-start">
          Change password
        </Button>
      </form>
    </Card>
  );
}

const KINDS: Record<LetterKind, [string, string]> = {
  PARTICIPANTS_ADDED: ["Participants added", "One letter for each upload to an order you placed or are told of."],
  ORDER_STATUS: ["Order status", "When the other side moves an order on, with its note."],
  CONSENT_WITHDRAWN: ["Consent withdrawn", "When somebody whose details were exported says no or is removed."],
};

function Letters() {
  const isPartner = useIsPartner();
  const [{ data, error }, again] = useQuery({ query: NotificationsQuery });
  const { run, isBusy } = useAction(SetNotifications, (result) => result.setNotificationSettings);
  const settings = data?.notificationSettings.filter(({ kind }) => !isPartner || kind !== "CONSENT_WITHDRAWN");

  async function set(kind: LetterKind, enabled: boolean) {
    const outcome = await run({ input: { settings: [{ kind, enabled }] } });
    const refused = outcome.errors[0];
    toast(
      refused?.message ?? (enabled ? "You get these letters." : "You no longer get these letters."),
      refused ? "bad" : "ok",
    );
    again({ requestPolicy: "network-only" });
  }

  return (
    <Card title="Letters to you">
      {error && !data && (
        <ErrorNote onRetry={() => again({ requestPolicy: "network-only" })}>{faultSentence(error)}</ErrorNote>
      )}
      <div className="flex flex-col gap-4">
        {!settings && !error && <Skeleton className="h-20 w-full" />}
        {settings?.map(({ kind, enabled }) => (
          <Checkbox key={kind} isSelected={enabled} isDisabled={isBusy} onChange={(isOn) => void set(kind, isOn)}>
            <span className="font-medium">{KINDS[kind][0]}</span>
            <span className="block text-[13px] text-muted">{KINDS[kind][1]}</span>
          </Checkbox>
        ))}
      </div>
    </Card>
  );
}
