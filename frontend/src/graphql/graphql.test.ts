import { CombinedError } from "urql";
import { describe, expect, test } from "vitest";
import { complete, fragmentsOf } from "../../checks/inlineDocuments.mjs";
import { faultSentence, sortErrors } from "./errors";
import { resumable, retryDelay } from "./live";
import { multipart } from "./upload";

describe("errors by field", () => {
  test("the last known name of the path is the field; the rest is the form's", () => {
    const { fields, form } = sortErrors(
      [
        { code: "INVALID", message: "No address.", path: ["contact", "email"] },
        { code: "TOO_LONG", message: "Too long.", path: ["contact", "email"] },
        { code: "INVALID", message: "Bad.", path: ["emails", "2"] },
        { code: "ORDER_CLOSED", message: "Closed.", path: null },
      ],
      ["email", "emails"],
    );
    expect(fields).toEqual({ email: ["No address.", "Too long."], emails: ["Bad."] });
    expect(form).toEqual(["Closed."]);
  });

  test("faults of the request are sentences, never codes", () => {
    const coded = (code: string) =>
      new CombinedError({ graphQLErrors: [{ message: "internal detail", extensions: { code } }] });
    expect(faultSentence(coded("INTERNAL"))).not.toContain("internal detail");
    expect(faultSentence(coded("UNAUTHENTICATED"))).toContain("Sign in");
    expect(faultSentence(new CombinedError({ networkError: new Error("x") }))).toContain("cannot be reached");
  });
});

describe("the socket", () => {
  test("waits double, with a spread, but never longer than 5 s", () => {
    expect(retryDelay(0, () => 0)).toBe(150);
    expect(retryDelay(0, () => 1)).toBe(300);
    expect(retryDelay(3, () => 1)).toBe(2_400);
    expect(retryDelay(1_000, () => 1)).toBe(5_000);
  });

  test("a subscription that is sent again goes on after the last cursor", () => {
    const given = { query: "…", variables: { orderId: "1" } };
    const { payload, seen } = resumable(given);
    expect(payload.variables).toEqual({ orderId: "1" });
    seen({ participantChanges: { cursor: "7" } });
    expect(payload.variables).toEqual({ orderId: "1", after: "7" });
    seen({ orderChanges: { id: "1" } });
    seen(null);
    expect(payload.variables).toEqual({ orderId: "1", after: "7" });
    expect(given.variables).toEqual({ orderId: "1" });
  });
});

test("an upload is a GraphQL multipart request with the file in its place", () => {
  const file = new File(["a"], "a.csv");
  const body = multipart("mutation …", { input: { contactListId: "L", file, hasHeaderRow: null } }, file);
  expect([...body.keys()]).toEqual(["operations", "map", "0"]);
  expect(JSON.parse(String(body.get("operations")))).toEqual({
    query: "mutation …",
    variables: { input: { contactListId: "L", file: null, hasHeaderRow: null } },
  });
  expect(JSON.parse(String(body.get("map")))).toEqual({ "0": ["variables.input.file"] });
  expect((body.get("0") as File).name).toBe("a.csv");
});

describe("documents in the bundle", () => {
  const graphqlOf = (text: string) => `const x = graphql(\`${text}\`);`;
  test("carry the fragments they need, each once", () => {
    const fragments = fragmentsOf([
      graphqlOf("fragment A on X { id ...B }") + graphqlOf("\n  fragment B on X { name }\n"),
      graphqlOf("fragment Unused on X { id }"),
    ]);
    expect(complete("query Q { x { ...A ...B ... on X { id } } }", fragments)).toBe(
      "query Q { x { ...A ...B ... on X { id } } } fragment A on X { id ...B } fragment B on X { name }",
    );
  });
  test("an unknown fragment stops the build", () => {
    expect(() => complete("query Q { ...Lost }", new Map())).toThrow("Lost");
  });
});
