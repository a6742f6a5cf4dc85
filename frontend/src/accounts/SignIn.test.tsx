import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type Client, type OperationResult, Provider } from "urql";
import { afterEach, expect, test, vi } from "vitest";
import { SignIn } from "./SignIn";

afterEach(cleanup);

/** The server's answer to signIn, and what it was asked. */
function answering(signIn: unknown) {
  const asked: unknown[] = [];
  const client = {
    mutation: (_: unknown, variables: unknown) => {
      asked.push(variables);
      return { toPromise: async () => ({ data: { signIn } }) as OperationResult };
    },
  } as unknown as Client;
  return { client, asked };
}

async function submit(client: Client, email: string, password: string) {
  const onSignedIn = vi.fn();
  render(
    <Provider value={client}>
      <SignIn onSignedIn={onSignedIn} />
    </Provider>,
  );
  if (email) await userEvent.type(screen.getByLabelText("E-mail address"), email);
  if (password) await userEvent.type(screen.getByLabelText("Password"), password);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  return onSignedIn;
}

test("what is missing is said at its field, and nothing is sent", async () => {
  const { client, asked } = answering(null);
  await submit(client, "", "");
  expect(screen.getByLabelText("E-mail address").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText("Enter your password.")).toBeTruthy();
  expect(asked).toEqual([]);
});

test("a refusal stays on the page", async () => {
  const { client } = answering({
    viewer: null,
    errors: [{ code: "BAD_CREDENTIALS", message: "Not right.", path: null }],
  });
  const onSignedIn = await submit(client, "a@b.c", "wrong");
  expect((await screen.findByRole("alert")).textContent).toContain("Not right.");
  expect(onSignedIn).not.toHaveBeenCalled();
});

test("signing in goes on", async () => {
  const { client, asked } = answering({ viewer: { user: { id: "1" } }, errors: [] });
  const onSignedIn = await submit(client, " a@b.c ", "right");
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledExactlyOnceWith("1"));
  expect(asked).toEqual([{ input: { email: "a@b.c", password: "right" } }]);
});
