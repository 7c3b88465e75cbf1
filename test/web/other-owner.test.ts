/**
 * Every row belongs to an owner (ARCHITECTURE): whatever one owner sees and may press, another one tries: every page,
 * every form, every address that takes an id. Routes are found by themselves, so a new one is tried too.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import { openSession } from "../../src/flows/owner/session.ts";
import { watchRows } from "../support/all-rows.ts";
import { differences, idsByKind, rowsOf } from "../support/rows.ts";
import { otherOwner } from "./furnish.ts";
import { browserWith } from "./office.ts";
import { routeOf, type SentForm, type SiteMap } from "./site-map.ts";
import { openWholeHouse, unmistakable, type WholeHouse } from "./whole-house.ts";

/** Everything is furnished and looked at once. */
const houseTimeoutMs = 90_000;
const stranger = "018f0000-0000-7000-8000-00000000abcd" as OwnerId;
/** What ends the stranger's own visit, and what no test can have. */
const leftOut = ["/sign-out", "/sample"];

let house: WholeHouse;
let seen: SiteMap;
/** Ids that stand in the owner's addresses, pages and forms. */
let ids: ReadonlySet<string>;
let theirs: Awaited<ReturnType<typeof browserWith>>;

beforeAll(async () => {
  house = await openWholeHouse();
  const { db, world } = house;
  await db
    .insertInto("owner")
    .values({ owner_id: stranger, locale: "en", created_at: world.clock.now() } as never)
    .execute();
  // The round of a day is laid out when it is first looked at.
  await house.browser.get("/today");
  const rows = await watchRows(db);
  const before = await rows();
  seen = await house.walk();
  expect(await rows(), "looking at every page changed something").toEqual(before);
  ids = new Set(
    [...seen.pages]
      .flat()
      .concat(seen.forms.map(said))
      .flatMap((text) => text.match(anyId) ?? [])
      // The page of owners names the stranger too.
      .filter((id) => id !== stranger),
  );
  theirs = await browserWith(house.app, `rapport-8380=${(await openSession(world, stranger)).token}`);
}, houseTimeoutMs);

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const said = ({ action, fields }: SentForm): string => `${action} ${[...fields.values()].join(" ")}`;
const holdsId = (text: string): boolean => (text.match(anyId) ?? []).some((id) => ids.has(id));

/** What of the other owner stands in a text. */
const theirsIn = (text: string): string[] => [
  ...unmistakable.filter((words) => text.includes(words) || text.includes(words.replace("&amp;", "&"))),
  ...new Set((text.match(anyId) ?? []).filter((id) => ids.has(id))),
];

/** What of it stands in an answer, besides what the stranger typed themselves. */
async function leaked(answer: Response, typed: ReadonlySet<string>): Promise<string[]> {
  const told = `${answer.headers.get("location") ?? ""} ${await answer.text()}`;
  return theirsIn(told).filter((words) => !typed.has(words));
}

/** 4xx, or nothing at all. */
const isRefused = async (answer: Response): Promise<boolean> =>
  (answer.status >= 400 && answer.status < 500) || (await answer.clone().text()) === "";

describe("another owner", () => {
  test("the pages are full of what is looked for", () => {
    const all = [...seen.pages.values()].join("\n");
    expect(unmistakable.filter((words) => !all.includes(words))).toEqual([]);
    const opened = new Set([...seen.pages.keys()].map((path) => routeOf(house.routes, "GET", path)?.path));
    const withIds = [...opened].filter((path) => path?.includes(":id"));
    expect(withIds.length).toBeGreaterThan(15);
  });

  test("sees nothing on any page, and no page of a thing that is not theirs", async () => {
    const found: unknown[] = [];
    const guessed = guesses("GET", await idsByKind(house.pool, house.ownerId)).map(({ action }) => action);
    for (const path of [...seen.pages.keys(), ...guessed]) {
      const answer = await theirs.get(path);
      if (holdsId(path) && !(await isRefused(answer))) found.push([path, answer.status]);
      const words = await leaked(answer, new Set(theirsIn(path)));
      if (words.length > 0) found.push([path, words]);
    }
    expect(found).toEqual([]);
  });

  test("changes nothing by any form, nor by an id at any address, and is told nothing", async () => {
    const { pool, ownerId, routes } = house;
    const owners = [ownerId, otherOwner] as const;
    const before = await Promise.all(owners.map((owner) => rowsOf(pool, owner)));
    const found: unknown[] = [];
    const typed = new Set<string>();
    for (const form of [...seen.forms, ...guesses("POST", await idsByKind(pool, ownerId))]) {
      const path = routeOf(routes, "POST", form.action)?.path ?? "";
      if (leftOut.includes(path)) continue;
      const answer = await theirs.send("POST", form.action, withToken(form, theirs.token), {});
      const isAsked = holdsId(form.action);
      if (answer.status >= 500 || (isAsked && !(await isRefused(answer)))) found.push([said(form), answer.status]);
      for (const words of theirsIn(said(form))) typed.add(words);
      const words = await leaked(answer, typed);
      if (words.length > 0) found.push([said(form), words]);
    }
    expect(found).toEqual([]);
    for (const [nth, owner] of owners.entries())
      expect(differences(before[nth]!, await rowsOf(pool, owner))).toEqual([]);
    expect(house.errors).toEqual([]);
    const own = JSON.stringify([...(await rowsOf(pool, stranger))]);
    expect((own.match(anyId) ?? []).filter((id) => ids.has(id))).toEqual([]);
    expect((await theirs.get("/settings")).status).toBe(200);
  });

  test("finds no file that waits to be read, and takes none away", async () => {
    const waits = async (browser: typeof theirs) =>
      (await (await browser.get("/import/tray")).text()).includes("waiting.mbox");
    await theirs.post("/import/take-out", { name: "waiting.mbox" });
    await theirs.post("/import/empty", {});
    await theirs.post("/import/begin", {});
    expect([await waits(theirs), await waits(house.browser)]).toEqual([false, true]);
  });
});

describe("the owner themselves", () => {
  const typed = `"><script>alert(7)</script>'<img src=x onerror=alert(7)>{{7*7}}`;
  const isRaw = (text: string): boolean => /<script>alert\(7|<img src=x/.test(text);

  test("reads as text on every page what they typed into any field, also where it was refused", async () => {
    const raw: string[] = [];
    for (const form of seen.forms.filter(({ texts }) => texts.length > 0)) {
      const fields = withToken(form, house.browser.token);
      for (const name of form.texts) fields.set(name, typed);
      const answer = await house.browser.send("POST", form.action, fields, {});
      if (answer.status >= 500 || isRaw(await answer.text())) raw.push(said(form));
    }
    const { pages } = await house.walk();
    for (const [path, text] of pages) if (text.trimStart().startsWith("<") && isRaw(text)) raw.push(path);
    expect(raw).toEqual([]);
    const shown = [...pages].filter(([, text]) => text.includes("&lt;script&gt;alert(7)"));
    expect(new Set(shown.map(([path]) => path.split(/[/?]/)[1])).size).toBeGreaterThan(4);
    expect(house.errors).toEqual([]);
  });
});

const withToken = ({ fields }: SentForm, token: string): URLSearchParams =>
  new URLSearchParams([["form_token", token], ...fields]);

/**
 * For what stands on no page just now: an id of each kind in the address, and in each field an id that stood in it elsewhere, or
 * one that is tried.
 */
function guesses(method: "GET" | "POST", known: readonly string[]): SentForm[] {
  const met = seen.forms.flatMap((form) => [...form.fields].filter(([, value]) => holdsId(value)));
  const fields = new Map([...guessedNames, ...met]);
  const addresses = method === "GET" ? [...seen.pages.keys()] : seen.forms.map(({ action }) => action);
  const isMet = new Set(addresses.map((address) => routeOf(house.routes, method, address)?.path));
  return house.routes
    .filter((route) => route.method === method && !isMet.has(route.path) && !route.path.includes("*"))
    .flatMap(({ path }) => {
      const address = path.replace(":provider", "google").replace(":kind", "thank_you");
      const tried = address.includes(":") ? known : known.slice(0, 1);
      return tried.map((id) => ({
        action: address.replace(/:\w+/g, id),
        fields: new URLSearchParams([...fields].map(([name, value]): [string, string] => [name, value || id])),
        texts: [],
      }));
    });
}

const guessedNames = ["id", "logged", "entry", "who"].map((name): [string, string] => [name, ""]);
