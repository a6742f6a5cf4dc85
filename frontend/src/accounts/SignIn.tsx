import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { TextField } from "../ui/fields";
import { ErrorNote, Note, usePageTitle } from "../ui/layout";
import { Mark } from "../ui/Mark";

const SignInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer { user { id } }
      errors { code message path }
    }
  }
`);

/** hasEnded: it covers a page that goes on afterwards, and keeps its title. */
export function SignIn({ hasEnded, onSignedIn }: { hasEnded?: boolean; onSignedIn: (userId: string) => void }) {
  usePageTitle("Sign in", hasEnded);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<Refusal[]>([]);
  const { run, isBusy } = useAction(SignInMutation, (data) => data.signIn);
  const told = sortErrors(errors, ["email", "password"]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing: Refusal[] = [];
    if (!email.trim()) missing.push({ code: "REQUIRED", message: "Enter your e-mail address.", path: ["email"] });
    if (!password) missing.push({ code: "REQUIRED", message: "Enter your password.", path: ["password"] });
    setErrors(missing);
    if (missing.length) return;
    const outcome = await run({ input: { email: email.trim(), password } });
    setErrors(outcome.errors);
    if (outcome.payload?.viewer) onSignedIn(outcome.payload.viewer.user.id);
  }

  return (
    <main className="grid min-h-dvh place-items-center px-5 py-10">
      <div className="flex w-full max-w-sm flex-col gap-7">
        <div className="flex flex-col items-center gap-3 text-center">
          <Mark className="size-11" />
          <h1 className="font-semibold text-2xl tracking-tight">Sign in to Muster</h1>
          <p className="text-muted">The people behind every order, with their consent.</p>
        </div>
        <form
          onSubmit={submit}
          noValidate
          className="flex flex-col gap-5 rounded-2xl border border-line bg-surface p-6 shadow-card"
        >
          {hasEnded && <Note>Your session has ended. Sign in to go on where you were.</Note>}
          {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
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
          <TextField
            label="Password"
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            errors={told.fields.password}
          />
          <Button type="submit" kind="primary" isBusy={isBusy}>
            Sign in
          </Button>
        </form>
        <Link href="/forgot-password" className="text-center text-muted text-sm underline">
          Forgot your password?
        </Link>
      </div>
    </main>
  );
}
