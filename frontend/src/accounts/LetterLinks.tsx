/**
 * Where letters lead that somebody without a session follows: an invitation, a forgotten password. Nothing is changed by opening
 * them. They stand outside of the session, so that an ended one does not come between.
 */
import { type FormEvent, type ReactNode, useState } from "react";
import { Provider } from "urql";
import { Link, Route, Switch, useParams } from "wouter";
import { connect } from "../graphql/client";
import { type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { TextField } from "../ui/fields";
import { ErrorNote, Note, usePageTitle } from "../ui/layout";
import { Mark } from "../ui/Mark";

const AcceptMutation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      viewer { user { id } }
      errors { code message path }
    }
  }
`);

const RequestResetMutation = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      ok
      errors { code message path }
    }
  }
`);

const ResetMutation = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ok
      errors { code message path }
    }
  }
`);

const PASSWORD_RULE = "10 to 200 characters, and none of the most common passwords.";

function Frame({ title, intro, children }: { title: string; intro: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <main className="grid min-h-dvh place-items-center px-5 py-10">
      <div className="flex w-full max-w-sm flex-col gap-7">
        <div className="flex flex-col items-center gap-3 text-center">
          <Mark className="size-11" />
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          <p className="text-muted">{intro}</p>
        </div>
        {children}
      </div>
    </main>
  );
}

function Card({
  onSubmit,
  errors,
  children,
}: {
  onSubmit: () => void;
  errors: readonly string[];
  children: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-5 rounded-2xl border border-line bg-surface p-6 shadow-card"
    >
      {errors.length > 0 && <ErrorNote>{errors.join(" ")}</ErrorNote>}
      {children}
    </form>
  );
}

function useToken(): string {
  return useParams<{ token: string }>().token ?? "";
}

function Invitation() {
  const token = useToken();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<Refusal[]>([]);
  const { run, isBusy } = useAction(AcceptMutation, (data) => data.acceptInvitation);
  const told = sortErrors(errors, ["name", "password"]);
  const accept = async () => {
    const outcome = await run({ input: { token, name: name.trim(), password } });
    setErrors(outcome.errors);
    // A whole new page: the session's cookie is there now, and the token leaves the address.
    if (outcome.payload?.viewer) globalThis.location.replace("/");
  };
  return (
    <Frame title="Join your team on Muster" intro="Say what you are called, and choose a password.">
      <Card onSubmit={accept} errors={told.form}>
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          value={name}
          onChange={setName}
          errors={told.fields.name}
          autoFocus
        />
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="new-password"
          help={PASSWORD_RULE}
          value={password}
          onChange={setPassword}
          errors={told.fields.password}
        />
        <Button type="submit" kind="primary" isBusy={isBusy}>
          Accept the invitation
        </Button>
      </Card>
    </Frame>
  );
}

function ResetPassword() {
  const token = useToken();
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<Refusal[]>([]);
  const [isDone, setDone] = useState(false);
  const { run, isBusy } = useAction(ResetMutation, (data) => data.resetPassword);
  const told = sortErrors(errors, ["newPassword"]);
  const reset = async () => {
    const outcome = await run({ input: { token, newPassword: password } });
    setErrors(outcome.errors);
    if (outcome.payload?.ok) setDone(true);
  };
  return (
    <Frame title="Set a new password" intro="Every other sign-in of yours ends with it.">
      {isDone ? (
        <Note>
          Your new password is set.{" "}
          <Link href="/" className="font-medium text-accent underline">
            Sign in
          </Link>
        </Note>
      ) : (
        <Card onSubmit={reset} errors={told.form}>
          <TextField
            label="New password"
            type="password"
            name="new-password"
            autoComplete="new-password"
            help={PASSWORD_RULE}
            value={password}
            onChange={setPassword}
            errors={told.fields.newPassword}
            autoFocus
          />
          <Button type="submit" kind="primary" isBusy={isBusy}>
            Set the password
          </Button>
        </Card>
      )}
    </Frame>
  );
}

function ForgotPassword() {
  const [email, setEmail] = useState("");
  const [errors, setErrors] = useState<Refusal[]>([]);
  const [isSent, setSent] = useState(false);
  const { run, isBusy } = useAction(RequestResetMutation, (data) => data.requestPasswordReset);
  const told = sortErrors(errors, ["email"]);
  const ask = async () => {
    if (!email.trim()) {
      setErrors([{ code: "REQUIRED", message: "Enter your e-mail address.", path: ["email"] }]);
      return;
    }
    const outcome = await run({ input: { email: email.trim() } });
    setErrors(outcome.errors);
    if (outcome.payload?.ok) setSent(true);
  };
  return (
    <Frame title="Forgot your password?" intro="We send you a letter with a link to set a new one.">
      {isSent ? (
        <Note>If that address has an account here, a letter with a link is on its way to it.</Note>
      ) : (
        <Card onSubmit={ask} errors={told.form}>
          <TextField
            label="E-mail address"
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            errors={told.fields.email}
            autoFocus
          />
          <Button type="submit" kind="primary" isBusy={isBusy}>
            Send me a link
          </Button>
        </Card>
      )}
      <Link href="/" className="text-center text-muted text-sm underline">
        Back to the sign-in
      </Link>
    </Frame>
  );
}

export function LetterLinks() {
  const [{ client }] = useState(() => connect(() => {}));
  return (
    <Provider value={client}>
      <Switch>
        <Route path="/invitation/:token" component={Invitation} />
        <Route path="/reset-password/:token" component={ResetPassword} />
        <Route component={ForgotPassword} />
      </Switch>
    </Provider>
  );
}
