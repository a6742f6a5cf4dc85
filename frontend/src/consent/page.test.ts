import { getByRole, queryByRole, screen, waitFor } from "@testing-library/dom";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { follow, readToken, webAddress } from "./page";

const question = {
  organizationName: "Northwind <b>Resellers</b>",
  privacyUrl: "https://northwind.example.com/privacy",
  statement: "I agree that Northwind may contact me.",
  consent: "PENDING",
  answeredAt: null as string | null,
};

let asked: { query: string; variables: Record<string, unknown> }[] = [];
const answerWith = (...answers: unknown[]) => {
  vi.stubGlobal(
    "fetch",
    vi.fn(async (_: string, request: RequestInit) => {
      asked.push(JSON.parse(String(request.body)));
      expect(request.credentials).toBe("omit");
      const next = answers.length > 1 ? answers.shift() : answers[0];
      if (next instanceof Error) throw next;
      return new Response(JSON.stringify(next), { status: 200 });
    }),
  );
};
const root = () => document.getElementById("root") as HTMLElement;
const heading = () => getByRole(root(), "heading", { level: 1 }).textContent;

beforeEach(() => {
  asked = [];
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(() => vi.unstubAllGlobals());

test("opening asks, and changes nothing", async () => {
  answerWith({ data: { consentRequest: question } });
  await follow(root(), "t1");
  expect(heading()).toBe("May Northwind <b>Resellers</b> contact you?");
  expect(screen.getByText(question.statement)).toBeTruthy();
  expect(asked.length).toBe(1);
  expect(asked[0]?.query).not.toContain("mutation");
  expect(asked[0]?.variables).toEqual({ token: "t1" });
  // What an organization calls itself is text, not markup.
  expect(root().querySelector("b")).toBeNull();
});

describe("answering", () => {
  const answered = (consent: string) => ({
    data: { answerConsentRequest: { organizationName: "N", consent, errors: [] } },
  });
  test.each([
    ["Yes, I agree", true, "CONFIRMED", "may contact you"],
    ["No, I do not", false, "DECLINED", "will not contact you"],
  ])("%s", async (label, granted, consent, title) => {
    answerWith({ data: { consentRequest: question } }, answered(consent));
    await follow(root(), "t1");
    await userEvent.click(screen.getByRole("button", { name: label }));
    await waitFor(() => expect(heading()).toContain(title));
    expect(asked[1]?.variables).toEqual({ input: { token: "t1", granted } });
    expect(document.activeElement?.tagName).toBe("H1");
  });

  test("a refusal stays beside the buttons, which can be pressed again", async () => {
    const refused = { consent: null, errors: [{ code: "INVALID", message: "Not now." }] };
    answerWith({ data: { consentRequest: question } }, { data: { answerConsentRequest: refused } });
    await follow(root(), "t1");
    await userEvent.click(screen.getByRole("button", { name: "Yes, I agree" }));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("Not now."));
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Yes, I agree" }).disabled).toBe(false);
  });

  test("closed in the meantime, it is told as a link that leads nowhere", async () => {
    const refused = { consent: null, errors: [{ code: "TOKEN_EXPIRED", message: "Gone." }] };
    answerWith({ data: { consentRequest: question } }, { data: { answerConsentRequest: refused } });
    await follow(root(), "t1");
    await userEvent.click(screen.getByRole("button", { name: "Yes, I agree" }));
    await waitFor(() => expect(heading()).toBe("This link does not lead to a question"));
  });
});

describe("a second visit", () => {
  test("shows a yes, which can be withdrawn", async () => {
    answerWith(
      { data: { consentRequest: { ...question, consent: "CONFIRMED", answeredAt: "2026-01-01T00:00:00Z" } } },
      { data: { answerConsentRequest: { consent: "DECLINED", errors: [] } } },
    );
    await follow(root(), "t1");
    expect(heading()).toContain("may contact you");
    await userEvent.click(screen.getByRole("button", { name: "Withdraw my consent" }));
    await waitFor(() => expect(heading()).toContain("will not contact you"));
  });

  test("shows a no, and to agree after all the words are read first", async () => {
    answerWith({ data: { consentRequest: { ...question, consent: "DECLINED", answeredAt: "2026-01-01T00:00:00Z" } } });
    await follow(root(), "t1");
    await userEvent.click(screen.getByRole("button", { name: "I agree after all" }));
    expect(heading()).toContain("May ");
    expect(asked.length).toBe(1);
  });
});

test("an unknown link is told kindly, without buttons", async () => {
  answerWith({ data: { consentRequest: null } });
  await follow(root(), "nope");
  expect(heading()).toBe("This link does not lead to a question");
  expect(queryByRole(root(), "button")).toBeNull();
});

test("out of reach, it can be tried again", async () => {
  answerWith(new Error("network"), { data: { consentRequest: question } });
  await follow(root(), "t1");
  expect(heading()).toBe("This did not work");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(heading()).toContain("May "));
});

test("tokens and addresses", () => {
  expect(readToken("/consent/ab-c_1")).toBe("ab-c_1");
  expect(readToken("/consent/abc/")).toBe("abc");
  expect(readToken("/consent/%E0%A4%A")).toBe("%E0%A4%A");
  expect(webAddress("javascript:alert(1)")).toBeNull();
  expect(webAddress("HTTPS://a.example")).toBe("HTTPS://a.example");
  expect(webAddress(null)).toBeNull();
});
