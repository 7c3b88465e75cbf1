/** Signing in with the account that one connected: who gets in, who does not, and everything tried that must not work. */
import { describe, expect, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Zone } from "../../src/domain/time.ts";
import { chooseEntry } from "../../src/flows/owner/enter-by-account.ts";
import { inviteOwner, joinByInvitation } from "../../src/flows/owner/invite-owner.ts";
import { setPassphrase } from "../../src/flows/owner/passphrase.ts";
import { sayOwnerName } from "../../src/flows/owner/say-names.ts";
import { settleStart } from "../../src/flows/owner/settle-start.ts";
import { findByIdentity } from "../../src/store/accounts.ts";
import { entryAccounts } from "../../src/store/read/entry-accounts.ts";
import { type InCloud, inCloud } from "../support/cloud-world.ts";
import { consent } from "../support/consent.ts";
import { browserWith, elsewhere, openOffice } from "./office.ts";

type Vendor = "google" | "microsoft";
const vendors = ["google", "microsoft"] as const;
const words = { first: "four words of some length", second: "seven herons above a mill" };
const tenant = "9b1d0c2e-3f4a-4b5c-8d6e-7f8091a2b3c4";

const cookiesOf = (answer: Response): Map<string, string> =>
  new Map(
    answer.headers.getSetCookie().map((one) => {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      return [name, value];
    }),
  );
const headerOf = (cookies: ReadonlyMap<string, string>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
const form = (fields: Record<string, string> = {}, cookie = ""): RequestInit => ({
  method: "POST",
  headers: { "sec-fetch-site": "same-origin", cookie },
  body: new URLSearchParams(fields),
});

/** An owner at home with an account connected, and nobody signed in. */
async function open(vendor: Vendor) {
  let inside: InCloud | undefined;
  const office = await openOffice({}, async (world, move) => {
    inside = await inCloud(world, move);
    return inside.world;
  });
  const { cloud, vendors: sandbox, network } = inside!;
  const add = (given: string) =>
    cloud.add({
      provider: vendor,
      address: `${given.toLowerCase()}@nordlys.example`,
      given,
      family: "Lind",
      zone: "Europe/Paris" as Zone,
      ...(vendor === "microsoft" && { kind: "work" as const, tenant }),
    });
  const mara = add("Mara");
  await settleStart(office.world, office.ownerId, {});
  const at = (url: string, address: string, decision: "allow" | "deny" = "allow") =>
    consent((request) => sandbox.fetch(request), url, { address, decision });
  const urlIn = (answer: Response) => /^0; url=(.+)$/.exec(answer.headers.get("refresh") ?? "")?.[1] ?? "";
  const connect = async (address: string, browser: Pick<Awaited<ReturnType<typeof browserWith>>, "get" | "post">) => {
    const came = await at(urlIn(await browser.post(`/connect/${vendor}`, {})), address);
    if (!("back" in came)) throw new Error(came.page);
    const answer = await browser.get(`${came.back.pathname}${came.back.search}`);
    expect(answer.headers.get("location")).toMatch(/^\/accounts\//);
  };
  await connect(mara.address, await office.browser());
  /** The way out, and where they come back to. */
  const away = async (address: string, decision: "allow" | "deny" = "allow") => {
    const out = await office.ask(`/sign-in/${vendor}`, form());
    const came = await at(urlIn(out), address, decision);
    if (!("back" in came)) throw new Error(came.page);
    return { path: `${came.back.pathname}${came.back.search}`, cookies: cookiesOf(out) };
  };
  const comeIn = async (address: string) => {
    const { path, cookies } = await away(address);
    return office.ask(path, { headers: { cookie: headerOf(cookies) } });
  };
  return { ...office, cloud, sandbox, network, add, mara, connect, at, away, comeIn, urlIn };
}

/** Whose pages the answer opens; undefined when it opens none. */
async function whose({ app }: Awaited<ReturnType<typeof open>>, answer: Response): Promise<string | undefined> {
  const cookies = cookiesOf(answer);
  const session = [...cookies].find(([name, value]) => !name.endsWith("-entry") && value !== "");
  if (answer.status !== 303 || session === undefined) return undefined;
  const browser = await browserWith(app, session.join("="));
  return /id="name" name="name" value="([^"]*)"/.exec(await (await browser.get("/settings")).text())?.[1] ?? "";
}

async function secondOwner({ world, ownerId }: Awaited<ReturnType<typeof open>>): Promise<OwnerId> {
  await sayOwnerName(world, ownerId, "Mara Lind");
  await setPassphrase(world, ownerId, words.first);
  const invited = await inviteOwner(world, ownerId, "Mara Lind");
  if (invited.kind === "refused") throw new Error(invited.says);
  const joined = await joinByInvitation(world, invited.token, { name: "Mio", passphrase: words.second });
  if (joined.kind !== "joined") throw new Error(joined.kind);
  await settleStart(world, joined.ownerId, {});
  return joined.ownerId;
}

describe.each(vendors)("%s", (vendor) => {
  test("the door offers it, the account opens its owner's pages, and only asks who it is", async () => {
    const office = await open(vendor);
    const door = await (await office.ask("/")).text();
    expect(door).toContain(`action="/sign-in/${vendor}"`);
    expect(door).toContain("it opens with its key or once you sign in");
    expect(door).not.toContain(`action="/sign-in/${vendor === "google" ? "microsoft" : "google"}"`);
    const out = await office.ask(`/sign-in/${vendor}`, form());
    const asked = new URL(office.urlIn(out)).searchParams;
    expect([asked.get("scope"), asked.get("access_type"), asked.get("prompt")]).toEqual([
      "openid profile email",
      null,
      "select_account",
    ]);
    const answer = await office.comeIn(office.mara.address);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
    expect(await whose(office, answer)).toBeDefined();
    // What is connected goes on as it was.
    const [account] = await entryAccounts(office.db, office.ownerId);
    expect(account).toMatchObject({ address: office.mara.address, opens: true });
  });

  test("each of two owners comes into their own; an account of nobody, or of both, into none", async () => {
    const office = await open(vendor);
    const mio = await secondOwner(office);
    const [second, third] = [office.add("Mio"), office.add("Zoe")];
    const entered = await office.ask("/sign-in", form({ name: "Mio", passphrase: words.second }));
    const browser = await browserWith(office.app, headerOf(cookiesOf(entered)));
    await office.connect(second.address, browser);
    // With a passphrase an account opens nothing before it is chosen.
    expect((await office.comeIn(second.address)).status).toBe(401);
    const [own] = await entryAccounts(office.db, mio);
    const choose = (current: string) => browser.post("/settings/entry", { account: own!.accountId, current });
    expect((await choose("not the passphrase")).status).toBe(400);
    expect((await office.comeIn(second.address)).status).toBe(401);
    expect((await choose(words.second)).status).toBe(303);
    const [hers] = await entryAccounts(office.db, office.ownerId);
    await chooseEntry(office.world, office.ownerId, { accounts: [hers!.accountId], passphrase: words.first });
    for (const [account, name] of [
      [second, "Mio"],
      [office.mara, "Mara Lind"],
    ] as const)
      expect(await whose(office, await office.comeIn(account.address))).toBe(name);
    const nobody = await office.comeIn(third.address);
    expect([nobody.status, await nobody.text()]).toEqual([401, expect.stringContaining("nobody connected it")]);
    await office.wait({ minutes: 11 });
    // The same mailbox connected by both.
    await office.connect(office.mara.address, browser);
    const both = await entryAccounts(office.db, mio);
    await chooseEntry(office.world, mio, {
      accounts: both.map(({ accountId }) => accountId),
      passphrase: words.second,
    });
    const several = await office.comeIn(office.mara.address);
    expect([several.status, await several.text()]).toEqual([401, expect.stringContaining("Two people here")]);
  });

  test("the address is not the identity: another account that has it now opens nothing", async () => {
    const office = await open(vendor);
    const { world, ownerId, db } = office;
    const stranger = office.add("Vera");
    await db
      .updateTable("account")
      .set({ address: stranger.address })
      .where("owner_id", "=", ownerId)
      .where("provider", "=", vendor)
      .execute();
    expect((await office.comeIn(stranger.address)).status).toBe(401);
    expect(await findByIdentity(world.database, ownerId, vendor, stranger.subject)).toBeUndefined();
    expect((await office.comeIn(office.mara.address)).status).toBe(303);
  });

  test("an account that is taken off opens nothing any more, and whoever came in by it is out", async () => {
    const office = await open(vendor);
    const browser = await office.browser();
    const thief = await browserWith(office.app, headerOf(cookiesOf(await office.comeIn(office.mara.address))));
    const isIn = async ({ get }: typeof thief) => (await get("/settings")).status === 200;
    expect(await isIn(thief)).toBe(true);
    const [own] = await entryAccounts(office.db, office.ownerId);
    expect((await browser.post(`/accounts/${own!.accountId}/disconnect`, {})).status).toBe(303);
    expect([await isIn(thief), await isIn(browser)]).toEqual([false, true]);
    expect(await (await office.ask("/")).text()).not.toContain("/sign-in/");
    expect((await office.comeIn(office.mara.address)).status).toBe(401);
  });
});

describe("what is refused", () => {
  test("a way back that was used, is another browser's, too late, altered, or said no", async () => {
    const office = await open("google");
    const { path, cookies } = await office.away(office.mara.address);
    const cookie = headerOf(cookies);
    const at = (to: string, of = cookie) => office.ask(to, { headers: { cookie: of } });
    const isRefused = async (answer: Response) =>
      expect([await whose(office, answer), [303, 401].includes(answer.status)]).toEqual([undefined, true]);
    await isRefused(await at(path, ""));
    await isRefused(await at(path.replace(/state=[^&]+/, "state=made-up")));
    await isRefused(await at(path, cookie.replace(/=(....)/, "=AAAA")));
    const other = await office.away(office.mara.address);
    await isRefused(await at(path, headerOf(other.cookies)));
    await isRefused(await at(path.replace("/connect/google", "/connect/microsoft")));
    // The code was not spent by any of these.
    expect(await whose(office, await at(path))).toBeDefined();
    await isRefused(await at(path));
    office.wait({ minutes: 11 });
    const late = await office.away(office.mara.address);
    office.wait({ minutes: 11 });
    await isRefused(await at(late.path, headerOf(late.cookies)));
    const mixed = await office.away(office.mara.address);
    const elsewhere = mixed.path.replace(/iss=[^&]+/, "iss=https%3A%2F%2Faccounts.example");
    expect(elsewhere).not.toBe(mixed.path);
    await isRefused(await at(elsewhere, headerOf(mixed.cookies)));
    const no = await office.away(office.mara.address, "deny");
    await isRefused(await at(no.path, headerOf(no.cookies)));
  });

  test("one way out is good for one way back, so that nobody with an account here guesses another's passphrase without end", async () => {
    const office = await open("google");
    await secondOwner(office);
    const [hers] = await entryAccounts(office.db, office.ownerId);
    await chooseEntry(office.world, office.ownerId, { accounts: [hers!.accountId], passphrase: words.first });
    const out = await office.ask("/sign-in/google", form());
    const cookie = headerOf(cookiesOf(out));
    // The provider gives a new code to whoever opens the same address again.
    const back = async () => {
      const came = await office.at(office.urlIn(out), office.mara.address);
      if (!("back" in came)) throw new Error(came.page);
      return office.ask(`${came.back.pathname}${came.back.search}`, { headers: { cookie } });
    };
    const guess = async () => (await office.ask("/sign-in", form({ name: "Mio", passphrase: "a guess" }))).status;
    expect(await whose(office, await back())).toBe("Mara Lind");
    for (let nth = 0; nth < 5; nth += 1) expect(await guess()).toBe(401);
    const again = await back();
    expect([await whose(office, again), again.status]).toEqual([undefined, 401]);
    expect(await guess()).toBe(429);
  });

  test("choosing anew signs out every browser but the one it was done in", async () => {
    const office = await open("google");
    const browser = await office.browser();
    const thief = await browserWith(office.app, headerOf(cookiesOf(await office.comeIn(office.mara.address))));
    const isIn = async ({ get }: typeof thief) => (await get("/settings")).status === 200;
    expect(await isIn(thief)).toBe(true);
    expect((await browser.post("/settings/entry", {})).status).toBe(303);
    expect([await isIn(thief), await isIn(browser)]).toEqual([false, true]);
    expect((await office.comeIn(office.mara.address)).status).toBe(401);
  });

  test("the way back of connecting signs nobody in, and that of signing in connects nothing", async () => {
    const office = await open("google");
    const zoe = office.add("Zoe");
    const browser = await office.browser();
    const out = await browser.post("/connect/google", {});
    const came = await consent((request) => office.sandbox.fetch(request), office.urlIn(out), { address: zoe.address });
    if (!("back" in came)) throw new Error(came.page);
    const path = `${came.back.pathname}${came.back.search}`;
    const entry = await office.ask("/sign-in/google", form());
    const without = await office.ask(path, { headers: { cookie: headerOf(cookiesOf(entry)) } });
    expect(await whose(office, without)).toBeUndefined();
    const before = await entryAccounts(office.db, office.ownerId);
    const { path: back } = await office.away(zoe.address);
    expect((await browser.get(back)).status).toBe(400);
    expect(await entryAccounts(office.db, office.ownerId)).toEqual(before);
  });

  test("who is sent out too often waits, and who gets in does not", async () => {
    const office = await open("google");
    for (let nth = 0; nth < 7; nth += 1) expect((await office.comeIn(office.mara.address)).status).toBe(303);
    for (let nth = 0; nth < 5; nth += 1) expect((await office.ask("/sign-in/google", form())).status).toBe(200);
    expect((await office.ask("/sign-in/google", form())).status).toBe(429);
  });

  test("another site sends nobody out, and an unknown provider is not there", async () => {
    const office = await open("google");
    const from = { ...form(), headers: { "sec-fetch-site": "cross-site" } };
    expect((await office.ask("/sign-in/google", from)).status).toBe(403);
    expect((await office.ask("/sign-in/yahoo", form())).status).toBe(404);
    expect((await office.ask("/sign-in/microsoft", form())).status).toBe(200);
  });

  test("accounts of others are not chosen, and from afar the pages are shut until somebody can sign in", async () => {
    const office = await open("google");
    const afar = (path: string) =>
      office.app.request(`https://rapport.example${path}`, { headers: { "x-forwarded-proto": "https" } }, elsewhere);
    expect((await afar("/")).status).toBe(200);
    const mio = await secondOwner(office);
    const [hers] = await entryAccounts(office.db, office.ownerId);
    await chooseEntry(office.world, mio, { accounts: [hers!.accountId], passphrase: words.second });
    expect((await office.comeIn(office.mara.address)).status).toBe(401);
    const alone = await openOffice();
    const shut = await alone.app.request("https://rapport.example/", {}, elsewhere);
    expect(shut.status).toBe(403);
  });
});
