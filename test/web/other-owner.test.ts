/**
 * Every row belongs to an owner (ARCHITECTURE): whatever one owner sees and may press, another one tries: every page,
 * every form, every address that takes an id. Routes are found by themselves, so a new one is tried too.
 */

import { beforeAll, describe, expect, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import { watchRows } from "../support/all-rows.ts";
import { differences, idsByKind, rowsOf } from "../support/rows.ts";
import { otherOwner } from "./furnish.ts";
import { anyId, letIn, type SecondOwner } from "./second-owner.ts";
import { type Route, routeOf, type SentForm, type SiteMap, walkSite } from "./site-map.ts";
import { openWholeHouse, unmistakable, type WholeHouse } from "./whole-house.ts";

/** Everything is furnished and looked at once, by both. */
const houseTimeoutMs = 90_000;
/** What ends the second owner's own visit, and what no test can have. */
const leftOut = ["/sign-out", "/sample"];
/** Those, what holds nothing of anybody, and files, of which a test of their own tells. */
const untriedHere = ["GET /static/*", "POST /sign-out", "GET /import/files/*", "PUT /import/files/*", "POST /sample"];

let house: WholeHouse;
let second: SecondOwner;
/** What the first owner sees, and what the second sees of the like. */
let seen: SiteMap;
let own: SiteMap;
/** Ids that stand in the owner's addresses, pages and forms. */
let ids: ReadonlySet<string>;
let theirs: SecondOwner["browser"];

beforeAll(async () => {
  house = await openWholeHouse();
  const { db, routes } = house;
  // The round of a day is laid out when it is first looked at.
  await house.browser.get("/today");
  second = await letIn(house);
  theirs = second.browser;
  await theirs.get("/today");
  const rows = await watchRows(db);
  const before = await rows();
  seen = await walkSite(routes, second.operator.get, house.from);
  own = await walkSite(routes, theirs.get, house.from.map(second.like));
  expect(await rows(), "looking at every page changed something").toEqual(before);
  ids = new Set(
    [...seen.pages]
      .flat()
      .concat(seen.forms.map(said))
      .flatMap((text) => text.match(anyId) ?? [])
      // The page of owners names the second too.
      .filter((id) => id !== second.ownerId),
  );
}, houseTimeoutMs);

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

/** The like of an imported letter lies in the same file: its words are the same. */
const isSameFile = (path: string, words: string): boolean => path.includes("/threads/") && !words.match(anyId);

const pathIn = (address: string): string => address.replace(/[?#].*$/s, "");

/** The same text once for each id of theirs in it, with that of the first owner in its place. */
const crossings = (text: string, likes: ReadonlyMap<string, string>): string[] =>
  [...new Set(text.match(anyId) ?? [])].flatMap((id) => {
    const first = likes.get(id);
    return first === undefined ? [] : [text.replaceAll(id, first)];
  });

function crossedForms({ action, fields, texts }: SentForm, likes: ReadonlyMap<string, string>): SentForm[] {
  return [
    ...crossings(action, likes).map((crossed) => ({ action: crossed, fields, texts })),
    ...crossings(`${fields}`, likes).map((crossed) => ({ action, fields: new URLSearchParams(crossed), texts })),
  ];
}

const forOperators = ["/connect/:provider/register", "/owners"];

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

  test("no route is left untried", async () => {
    const known = await idsByKind(house.pool, house.ownerId);
    const tried = new Set<Route | undefined>([
      ...[...seen.pages.keys()].map((path) => routeOf(house.routes, "GET", path)),
      ...seen.forms.map(({ action }) => routeOf(house.routes, "POST", action)),
      ...(["GET", "POST"] as const).flatMap((method) =>
        guesses(method, known).map(({ action }) => routeOf(house.routes, method, action)),
      ),
    ]);
    const untried = house.routes.filter((route) => !tried.has(route) || leftOut.includes(route.path));
    expect(untried.map(({ method, path }) => `${method} ${path}`)).toEqual(untriedHere);
    // What only stands on a page while there is something of it is there to be tried.
    const stands = (method: string) => (address: string) => routeOf(house.routes, method, address)?.path ?? "";
    expect([...seen.pages.keys()].map(stands("GET"))).toContain("/groups/:id");
    const posted = own.forms.map(({ action }) => stands("POST")(action));
    for (const act of ["close", "answer", "remind", "call-off"]) expect(posted).toContain(`/groups/:id/${act}`);
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

  test("sees the like of their own on every page but those of operators, and nothing of the first", () => {
    const routeOfPage = (path: string) => routeOf(house.routes, "GET", path)?.path ?? path;
    const opened = new Set([...own.pages.keys()].map(routeOfPage));
    const lacking = [...new Set([...seen.pages.keys()].map(routeOfPage))].filter((path) => !opened.has(path));
    expect(lacking).toEqual(forOperators);
    const shown = [...own.pages].flatMap(([path, text]) =>
      theirsIn(path + text).map((words) => [path, words] as const),
    );
    expect(shown.filter(([path, words]) => !isSameFile(path, words))).toEqual([]);
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
    const own = JSON.stringify([...(await rowsOf(pool, second.ownerId))]);
    expect((own.match(anyId) ?? []).filter((id) => ids.has(id))).toEqual([]);
    expect((await theirs.get("/settings")).status).toBe(200);
  });

  test("changes nothing by an id of the first in the midst of their own, in an address or a field", async () => {
    const { pool, ownerId } = house;
    const before = await rowsOf(pool, ownerId);
    const likes = new Map([...ids].map((id) => [second.like(id), id]));
    const found: unknown[] = [];
    for (const path of own.pages.keys())
      for (const crossed of crossings(path, likes)) {
        const answer = await theirs.get(crossed);
        if (holdsId(pathIn(crossed)) && !(await isRefused(answer))) found.push([crossed, answer.status]);
        const words = await leaked(answer, new Set(theirsIn(crossed)));
        if (words.some((one) => !isSameFile(crossed, one))) found.push([crossed, words]);
      }
    const typed = new Set<string>();
    for (const form of own.forms.flatMap((one) => crossedForms(one, likes))) {
      for (const words of theirsIn(said(form))) typed.add(words);
      const answer = await theirs.send("POST", form.action, withToken(form, theirs.token), {});
      if (answer.status >= 500 || (holdsId(pathIn(form.action)) && !(await isRefused(answer))))
        found.push([said(form), answer.status]);
      const words = await leaked(answer, typed);
      const inferred = words.length === 0 ? [] : await addressesOf(second.ownerId);
      if (words.some((one) => !isSameFile(form.action, one) && !inferred.includes(one)))
        found.push([said(form), words]);
    }
    expect(found).toEqual([]);
    expect(differences(before, await rowsOf(pool, ownerId))).toEqual([]);
    expect(house.errors).toEqual([]);
  });

  test("finds no file that waits to be read, and takes none away", async () => {
    const waits = async (browser: typeof theirs) =>
      (await (await browser.get("/import/tray")).text()).includes("waiting.mbox");
    await theirs.post("/import/take-out", { name: "waiting.mbox" });
    await theirs.post("/import/empty", {});
    await theirs.post("/import/begin", {});
    expect([await waits(theirs), await waits(second.operator)]).toEqual([false, true]);
  });
});

describe("the owner themselves", () => {
  const typed = `"><script>alert(7)</script>'<img src=x onerror=alert(7)>{{7*7}}`;
  const isRaw = (text: string): boolean => /<script>alert\(7|<img src=x/.test(text);

  test("reads as text on every page what they typed into any field, also where it was refused", async () => {
    const raw: string[] = [];
    for (const form of seen.forms.filter(({ texts }) => texts.length > 0)) {
      const fields = withToken(form, second.operator.token);
      for (const name of form.texts) fields.set(name, typed);
      const answer = await second.operator.send("POST", form.action, fields, {});
      if (answer.status >= 500 || isRaw(await answer.text())) raw.push(said(form));
    }
    const { pages } = await walkSite(house.routes, second.operator.get, house.from);
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

/** A letter of theirs that was corrected has their own addresses inferred anew, out of words that are read from the same file. */
const addressesOf = async (owner: OwnerId): Promise<string[]> =>
  (
    await house.world.database.selectFrom("owner_address").select("address").where("owner_id", "=", owner).execute()
  ).map(({ address }) => address);
