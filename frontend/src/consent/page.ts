/**
 * The page a person reaches from the letter that asks for consent. Written without React: with it this page would weigh five
 * times as much on a phone. Opening it only asks; nothing changes before a button is pressed.
 */
import { answer, type Question, readQuestion, Trouble } from "./api";

type Child = Node | string | null | undefined | false;

function el<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  // Text goes in as text: what an organization wrote is never read as markup.
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const BUTTON =
  "focus-ring flex min-h-12 w-full cursor-pointer items-center justify-center rounded-xl px-5 py-3 text-center font-semibold text-base disabled:cursor-default disabled:opacity-60";
const YES = `${BUTTON} bg-accent text-accent-ink hover:bg-accent-strong`;
const NO = `${BUTTON} border border-field bg-surface text-ink hover:bg-sunken`;
const QUIET = `${BUTTON} border border-edge bg-raised font-medium text-muted hover:bg-sunken hover:text-ink`;

/** What stands behind /consent/. A mail program may have added a slash. */
export function readToken(path: string): string {
  const raw = path.replace(/^\/consent\//, "").replace(/\/+$/, "");
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** Only web addresses become links: anything else would run in this page. */
export const webAddress = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//i.test(url) ? url : null;

export async function follow(root: HTMLElement, token: string): Promise<void> {
  /** isMoved: after something was pressed, so that a screen reader hears what it led to. */
  function show(title: string, children: Child[], isMoved = false) {
    document.title = title;
    const heading = el(
      "h1",
      { class: "text-balance break-words font-semibold text-2xl tracking-tight outline-none", tabindex: "-1" },
      title,
    );
    root.replaceChildren(
      el(
        "main",
        {
          class: "mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center px-4 py-10 font-[system-ui] text-base",
        },
        el(
          "div",
          { class: "flex flex-col gap-5 rounded-2xl border border-line bg-surface p-6 shadow-card sm:p-8" },
          heading,
          ...children,
        ),
        el("p", { class: "mt-5 text-center text-muted text-sm" }, "Sent with Muster"),
      ),
    );
    if (isMoved) heading.focus();
  }

  const text = (...children: Child[]) => el("p", { class: "text-pretty" }, ...children);
  const small = (...children: Child[]) => el("p", { class: "text-muted text-sm" }, ...children);

  function button(label: string, look: string, press: () => Promise<void>) {
    const made = el("button", { type: "button", class: look }, label);
    made.addEventListener("click", async () => {
      const all = [...root.querySelectorAll("button")];
      for (const each of all) each.disabled = true;
      await press();
      for (const each of all) each.disabled = false;
    });
    return made;
  }

  const trouble = el("p", { role: "alert", class: "rounded-xl bg-bad-bg px-4 py-3 text-bad text-sm empty:hidden" });

  async function say(question: Question, granted: boolean) {
    trouble.textContent = "";
    try {
      const consent = await answer(token, granted);
      if (consent === null) return showUnknown(true);
      showAnswered({ ...question, consent, answeredAt: new Date().toISOString() }, true);
    } catch (error) {
      trouble.textContent = error instanceof Trouble ? error.message : "Something went wrong. Please try again.";
    }
  }

  const words = (question: Question) =>
    el(
      "blockquote",
      { class: "whitespace-pre-line break-words border-accent border-l-4 bg-bg py-3 pr-3 pl-4" },
      question.statement,
    );

  function privacy(question: Question) {
    const address = webAddress(question.privacyUrl);
    if (!address) return null;
    const link = { href: address, rel: "noopener noreferrer", target: "_blank", class: "focus-ring rounded underline" };
    return small(el("a", link, `Privacy notice of ${question.organizationName}`));
  }

  function showQuestion(question: Question) {
    const { organizationName: who } = question;
    show(`May ${who} contact you?`, [
      text(el("strong", { class: "font-semibold" }, who), " asks for your consent. You would agree to these words:"),
      words(question),
      trouble,
      el(
        "div",
        { class: "grid gap-3 sm:grid-cols-2" },
        button("Yes, I agree", YES, () => say(question, true)),
        button("No, I do not", NO, () => say(question, false)),
      ),
      small("Nothing has changed by opening this page. You can change your answer later by the same link."),
      privacy(question),
    ]);
  }

  function showAnswered(question: Question, isMoved = false) {
    const { organizationName: who } = question;
    const isYes = question.consent === "CONFIRMED";
    show(
      isYes ? `${who} may contact you` : `${who} will not contact you`,
      [
        isYes
          ? text("Thank you. You agreed to these words:")
          : text(
              "Your no is kept. You are no longer on any of their orders, and no file or program brings you back: only you can, on this page.",
            ),
        isYes && words(question),
        trouble,
        isYes
          ? button("Withdraw my consent", QUIET, () => say(question, false))
          : button("I agree after all", QUIET, async () => showQuestion(question)),
        small("Keep the letter: its link works whenever you want to change this."),
        privacy(question),
      ],
      isMoved,
    );
  }

  function showUnknown(isMoved = false) {
    show(
      "This link does not lead to a question",
      [
        text("The question may have closed without an answer, or a part of the link was lost on its way."),
        text("Nothing was changed. If you have another letter, open the link in the latest one."),
      ],
      isMoved,
    );
  }

  async function open() {
    show("One moment", [el("p", { role: "status", class: "text-muted" }, "The question is being fetched.")]);
    try {
      const question = token ? await readQuestion(token) : null;
      if (!question) showUnknown();
      else if (question.consent === "PENDING") showQuestion(question);
      else showAnswered(question);
    } catch (error) {
      show("This did not work", [
        text(error instanceof Trouble ? error.message : "Something went wrong. Please try again."),
        button("Try again", YES, open),
      ]);
    }
  }

  await open();
}
