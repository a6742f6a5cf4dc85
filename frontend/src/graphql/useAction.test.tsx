import { act, renderHook } from "@testing-library/react";
import { Client, fetchExchange, gql, Provider } from "urql";
import { expect, test, vi } from "vitest";
import { useAction } from "./useAction";

type Data = { rename: { errors: [] } };
const RENAME = gql<Data, { name: string }>`mutation ($name: String!) { rename(name: $name) { errors { message } } }`;
const pick = (data: Data) => data.rename;

function started() {
  const answers: ((response: Response | Error) => void)[] = [];
  const keys: (string | null)[] = [];
  const fetch = vi.fn((_url: unknown, init: RequestInit) => {
    keys.push(new Headers(init.headers).get("idempotency-key"));
    return new Promise<Response>((resolve, reject) => {
      answers.push((response) => (response instanceof Error ? reject(response) : resolve(response)));
    });
  });
  const client = new Client({
    url: "/graphql",
    fetch: fetch as never,
    exchanges: [fetchExchange],
    preferGetMethod: false,
  });
  const { result } = renderHook(() => useAction(RENAME, pick), {
    wrapper: ({ children }) => <Provider value={client}>{children}</Provider>,
  });
  const run = (name: string) => result.current.run({ name });
  const answer = async (response: Response | Error) => {
    await vi.waitFor(() => expect(answers).not.toHaveLength(0));
    await act(async () => answers.shift()?.(response));
  };
  return { run, answer, keys };
}

const done = () => Response.json({ data: { rename: { errors: [] } } });

test("a double click is one request, and both hear of it", async () => {
  const { run, answer, keys } = started();
  const clicks = await act(async () => [run("Fair"), run("Fair")]);
  await answer(done());
  expect(await Promise.all(clicks)).toEqual([
    { payload: { errors: [] }, errors: [] },
    { payload: { errors: [] }, errors: [] },
  ]);
  expect(keys).toHaveLength(1);
  expect(keys[0]).toMatch(/^[\w-]{20,40}$/);
});

test("the same again after an answer is another wish", async () => {
  const { run, answer, keys } = started();
  for (const _ of [1, 2]) {
    // In a list, because act waits for a promise that it is given.
    const clicks = await act(async () => [run("Fair")]);
    await answer(done());
    await Promise.all(clicks);
  }
  expect(new Set(keys).size).toBe(2);
});

test("after a lost answer the same wish keeps its key, and another one gets its own", async () => {
  const { run, answer, keys } = started();
  for (const [name, response] of [
    ["Fair", new Error("gone")],
    ["Fair", new Error("gone")],
    ["Fair", done()],
    ["Autumn", new Error("gone")],
    ["Winter", done()],
  ] as const) {
    const clicks = await act(async () => [run(name)]);
    await answer(response);
    await Promise.all(clicks);
  }
  const [first, second, third, fourth, fifth] = keys;
  expect([second, third]).toEqual([first, first]);
  expect(new Set([first, fourth, fifth]).size).toBe(3);
});
