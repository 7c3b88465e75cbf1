/** The pages Connect and Accounts, over the real sign-in and the sandbox's providers. */
import { describe, expect, test } from "vitest";
import type { AccountId } from "../../src/domain/ids.ts";
import type { Zone } from "../../src/domain/time.ts";
import { readProfile } from "../../src/flows/accounts/read-profile.ts";
import { scanCalendars } from "../../src/flows/accounts/scan-calendars.ts";
import { scanMail } from "../../src/flows/accounts/scan-mail.ts";
import { settleStart } from "../../src/flows/owner/settle-start.ts";
import { clients, type InCloud, inCloud, redirects } from "../support/cloud-world.ts";
import { letter, signal } from "../support/connected-office.ts";
import { type Choice, consent } from "../support/consent.ts";
import { openOffice } from "./office.ts";

/** Whose people may not allow programs by themselves. */
const strict = { id: "66666666-2222-4333-8444-555555555555", domain: "strict.example", consent: "admin" as const };

async function open({ isRegistered = true } = {}) {
  let inside: InCloud | undefined;
  const office = await openOffice({}, async (world, move) => {
    inside = await inCloud(world, move, { isRegistered, tenants: () => [strict] });
    return inside.world;
  });
  const { cloud, vendors, network } = inside!;
  const account = cloud.add({
    provider: "google",
    address: "mara@nordlys.example",
    aliases: ["mara@side.example"],
    given: "Mara",
    family: "Lindqvist",
    zone: "Europe/Paris" as Zone,
  });
  cloud.add({
    provider: "microsoft",
    address: "mara@strict.example",
    given: "Mara",
    family: "Lindqvist",
    zone: "Europe/Paris" as Zone,
    kind: "work",
    tenant: strict.id,
  });
  account.mailbox.add({
    ...letter("sent", account.address, "priya@acme.example"),
    place: "sent",
    at: cloud.clock.now(),
  });
  await settleStart(office.world, office.ownerId, {});
  const browser = await office.browser();
  const text = async (path: string) => (await browser.get(path)).text();
  /** From our page to the provider's, and back. */
  const connect = async (
    fields: Record<string, string> = {},
    choice: Partial<Choice> & { provider?: "google" | "microsoft" } = {},
  ) => {
    const { provider = "google", address = account.address, ...chosen } = choice;
    const away = await browser.post(`/connect/${provider}`, fields);
    const url = /^0; url=(.+)$/.exec(away.headers.get("refresh") ?? "")?.[1] ?? "";
    const came = await consent((request) => vendors.fetch(request), url, { address, ...chosen });
    if (!("back" in came)) throw new Error(came.page);
    return browser.get(`${came.back.pathname}${came.back.search}`);
  };
  return { ...office, cloud, vendors, network, account, browser, text, connect };
}

const pathOf = (answer: Response) => answer.headers.get("location")?.split("?")[0] ?? "";

describe("registering (no client is configured)", () => {
  test("the guided page shows the redirect address and scopes to copy, and says when Testing ends", async () => {
    const { text } = await open({ isRegistered: false });
    expect(await text("/connect")).toContain("Register it, step by step");
    const page = await text("/connect/google/register");
    expect(page).toContain(redirects.google);
    expect(page).toContain("gmail.readonly");
    expect(page).toContain("after seven days");
    expect(await text("/connect/microsoft/register")).toContain("Certificates");
  });

  test.each([
    ["nothing", {}, "id is missing"],
    ["a service account", { json: '{"type":"service_account"}' }, "service account"],
    ["a desktop client", { json: '{"installed":{"client_id":"a.apps.googleusercontent.com"}}' }, "Desktop app"],
    [
      "a client without the redirect",
      { json: '{"web":{"client_id":"a","client_secret":"b","redirect_uris":["https://x.example"]}}' },
      "does not have the redirect address",
    ],
    ["half a file", { json: '{"web":' }, "not the JSON file"],
    ["the project's name", { clientId: "my-project", clientSecret: "s" }, "may be the name of the project"],
  ])("%s is refused with what is wrong, and stays typed", async (_what, fields, says) => {
    const { browser } = await open({ isRegistered: false });
    const refused = await browser.post("/connect/google/register", { testing: "yes", ...fields });
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain(says);
    for (const typed of Object.values<string>(fields)) expect(page).toContain(typed.replaceAll('"', "&quot;"));
  });

  test("a secret's id in place of its value is named, and a good one is kept sealed and used at once", async () => {
    const { browser, db, text } = await open({ isRegistered: false });
    const id = { clientId: clients.microsoft.clientId, tenant: "" };
    const wrong = await browser.post("/connect/microsoft/register", {
      ...id,
      clientSecret: clients.microsoft.clientId,
    });
    expect(await wrong.text()).toContain("column Value");
    await browser.post("/connect/microsoft/register", { ...id, clientSecret: "the-real-secret" });
    expect(await text("/connect")).toContain("Connect Outlook");
    const [row] = await db.selectFrom("oauth_client").selectAll().execute();
    expect(row?.sealed.includes("the-real-secret")).toBe(false);
  });
});

describe("connecting", () => {
  test("goes to the provider and back to the account's page, which shows what was read", async () => {
    const { connect, text, world, ownerId } = await open();
    const came = await connect();
    const path = pathOf(came);
    expect(path).toMatch(/^\/accounts\/[0-9a-f-]{36}$/);
    expect(await text(path)).toContain("being read for the first time");
    const accountId = path.split("/")[2] as AccountId;
    await scanCalendars(world, ownerId, accountId, signal);
    while ((await scanMail(world, ownerId, accountId, signal)) === "more");
    await readProfile(world, ownerId, accountId, signal);
    const page = await text(path);
    expect(page).toContain("up to date");
    expect(page).toContain("Not allowed, so left out");
    expect(page).toContain("mara@side.example");
    expect(await text("/accounts")).toContain("mara@nordlys.example");
  });

  test("a state that is used twice, made up, or of another browser's owner is refused", async () => {
    const { connect, browser } = await open();
    await connect();
    for (const query of ["?state=made-up&code=x", "", "?error=access_denied"]) {
      const refused = await browser.get(`/connect/google/back${query}`);
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain("Nothing was changed");
    }
  });

  test("a no, and everything unticked, connect nothing and say so", async () => {
    const { connect, text } = await open();
    expect(await (await connect({}, { decision: "deny" })).text()).toContain("Not connected");
    expect(await (await connect({}, { scopes: [] })).text()).toContain("Neither mail nor calendar");
    expect(await text("/accounts")).toContain("No account is connected");
  });

  test("what is ticked is written there as soon as it is granted; what is not granted is not, and nothing else is", async () => {
    const { connect, text, nudges } = await open();
    const gmail = ["gmail.readonly", "gmail.compose"].map((name) => `https://www.googleapis.com/auth/${name}`);
    const boxes = async (path: string) =>
      [...(await text(path)).matchAll(/name="wish" value="(\w+)" *checked/g)].map(([, wish]) => wish);
    expect(await boxes(pathOf(await connect()))).toEqual([]);
    expect(await boxes(pathOf(await connect({ wish: "tasks" }, { scopes: gmail })))).toEqual([]);
    expect(nudges.map(({ job }) => job)).not.toContain("write_back");
    expect(await boxes(pathOf(await connect({ wish: "drafts" }, { scopes: gmail })))).toEqual(["drafts"]);
    expect(nudges.map(({ job }) => job)).toContain("write_back");
    expect(await boxes(pathOf(await connect({ wish: "tasks" })))).toEqual(["drafts", "tasks"]);
  });

  test("where only an administrator may allow it, the link for them stays with how long it waits, until it is connected", async () => {
    const { connect, text, vendors, wait, browser } = await open();
    const atStrict = { provider: "microsoft", address: "mara@strict.example" } as const;
    expect(await (await connect({ wish: "tasks" }, atStrict)).text()).toContain("Waiting for your administrator");
    wait({ days: 3 });
    for (const path of ["/connect", "/accounts"]) {
      const page = await text(path);
      expect(page).toContain("Outlook: waiting for your administrator");
      expect(page).toContain("3 days ago");
      expect(page).toContain("/adminconsent?");
    }
    expect((await browser.post("/connect/microsoft/forget", {})).status).toBe(303);
    expect(await text("/connect")).not.toContain("waiting for your administrator");
    expect((await browser.post("/connect/microsoft/forget", {})).status).toBe(404);

    await connect({ wish: "tasks" }, atStrict);
    const page = await text("/accounts");
    const link = /<pre[^>]*>([^<]*adminconsent[^<]*)</.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    await vendors.fetch(new Request(link, { method: "POST", body: new URLSearchParams({ decision: "allow" }) }));
    expect(page).toContain('name="wish" value="tasks"');
    const path = pathOf(await connect({ wish: "tasks" }, atStrict));
    expect(await text(path)).toMatch(/value="tasks" *checked/);
    expect(await text("/accounts")).not.toContain("waiting for your administrator");
  });

  test("without a session the way back opens nothing", async () => {
    const { ask } = await open();
    const answer = await ask("/connect/google/back?state=x&code=y");
    expect([302, 303, 401, 403]).toContain(answer.status);
  });
});

describe("an account's page", () => {
  test("that must be connected again shows one reason and one button, and the button goes on where it stood", async () => {
    const { connect, text, vendors, account, world, ownerId, browser, cloud } = await open();
    const path = pathOf(await connect());
    const accountId = path.split("/")[2] as AccountId;
    vendors.google.signIn.grants.revokeAll(account);
    await scanMail(world, ownerId, accountId, signal);
    const page = await text(path);
    expect(page).toContain("Nothing is read at the moment");
    expect(page.match(/Connect again/g)).toHaveLength(1);
    expect(await text("/today")).toContain("Access was lost");
    expect(pathOf(await connect({ account: accountId }))).toBe(path);
    expect(await text("/today")).not.toContain("Access was lost");
    expect(cloud.account("mara@nordlys.example")).toBeDefined();
    expect((await browser.post(`${path}/read`, {})).status).toBe(303);
  });

  test("says what may be written there, keeps the choice, and offers only what was granted", async () => {
    const { connect, text, browser, nudges } = await open();
    const path = pathOf(await connect());
    const box = async (wish: string) =>
      new RegExp(`checkbox" name="wish" value="${wish}"[^>]*`).exec(await text(path))?.[0] ?? "";
    expect(await box("drafts")).not.toMatch(/checked|disabled/);
    expect(await box("tasks")).toContain("disabled");
    expect((await browser.post(`${path}/wishes`, { wish: "drafts" })).status).toBe(303);
    expect(nudges.map(({ job }) => job)).toContain("write_back");
    expect(await box("drafts")).toContain("checked");
    await browser.post(`${path}/wishes`, { wish: "tasks" });
    expect(await box("drafts")).not.toContain("checked");
    expect(await box("tasks")).not.toContain("checked");
  });

  test("takes the account off after a deliberate tap, and another owner's id is not found", async () => {
    const { connect, text, browser } = await open();
    const path = pathOf(await connect());
    expect(pathOf(await browser.post(`${path}/disconnect`, {}))).toBe("/accounts");
    expect(await text("/accounts")).toContain("is being taken off");
    const stranger = "/accounts/0190f0a0-0000-7000-8000-000000000000";
    for (const one of [stranger, `${stranger}/standing`])
      expect((await browser.get(one)).status).toBe(one === stranger ? 404 : 200);
    for (const verb of ["read", "replay", "calendars", "wishes", "wishes/retry", "disconnect"])
      expect((await browser.post(`${stranger}/${verb}`, {})).status).toBe(404);
  });
});
