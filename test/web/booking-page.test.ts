/** The public booking page: what visitors see, what their buttons do, and what nobody can do there. */
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../../src/domain/time.ts";
import { bookMeeting } from "../../src/flows/booking/book-meeting.ts";
import { nonceIn, type PublicOffice, publicOffice, readPage, startsIn } from "../support/public-office.ts";
import { ids } from "./furnish.ts";

const at = (time: string) => `2026-11-${time}:00:00.000Z` as Instant;
const [thursday, friday, monday] = [at("19T09"), at("20T13"), at("23T10")] as const;

let office: PublicOffice;
beforeAll(async () => {
  office = await publicOffice();
});

/** Every row of every table. */
async function everything(): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
  `.execute(office.db);
  const tables: Record<string, unknown> = {};
  for (const { name } of rows)
    tables[name] = (await sql`select t::text from ${sql.table(name)} t order by 1`.execute(office.db)).rows;
  return tables;
}
const bookingsOf = (offerId: string) =>
  office.db
    .selectFrom("booking")
    .select(["state", "starts_at"])
    .where("offer_id", "=", offerId as never)
    .orderBy("created_at")
    .execute();

describe("looking", () => {
  test("a page tells who invites to what and when, by the guest's clock and in their language; named times first (Q5, Q7)", async () => {
    const { path } = await office.invite([thursday, friday, monday]);
    const page = await (await office.get(path)).text();
    expect(page).toContain("Coffee with Mara Lind");
    expect(page).toContain("<bdi>Priya Nair</bdi>");
    expect(page).toMatch(/45 minutes<[\s\S]*<p class="lead" lang="en" dir="auto">at Café Moka \(3 rue des Lilas\)</);
    expect(startsIn(page).slice(0, 3)).toEqual([thursday, friday, monday]);
    expect(page).toContain("<span>Thursday 19 November</span> <strong>10:00</strong>");
    const german = await (await office.get(`${path}?lang=de&zone=America%2FNew_York`)).text();
    expect(german).toContain('<html lang="de"');
    expect(german).toContain("<span>Donnerstag, 19. November</span> <strong>4:00</strong>");
    expect(german).toMatch(/action="\/b\/[\w-]{22}\/book\?lang=de&amp;zone=America%2FNew_York"/);
  });

  test("GET, twice, and HEAD of everything change no row (Q7)", async () => {
    const { path, offerId } = await office.invite([thursday, friday, monday]);
    const booked = await office.invite([thursday, friday, monday], ids.quiet);
    await bookMeeting(office.world, office.owner, { offerId: booked.offerId, startsAt: monday, source: "page" });
    const before = await everything();
    const pages = [path, booked.path].flatMap((one) =>
      ["", "/move", "/meeting.ics", "/book", "/call-off", "/words"].map((page) => one + page),
    );
    for (const page of [...pages, `${path}/book?at=${friday}&nonce=x`, "/b/instance", "/b/"])
      for (const method of ["GET", "GET", "HEAD"]) await office.get(page, {}, method);
    expect(await everything()).toEqual(before);
    expect(await bookingsOf(offerId)).toEqual([]);
  });

  test("nothing comes from elsewhere, nothing is kept, and it is light: at most 60 kB (provider-facts §11)", async () => {
    const { path } = await office.invite([thursday, friday, monday]);
    const answer = await office.get(path);
    const page = await answer.text();
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("x-robots-tag")).toContain("noindex");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.getSetCookie()).toEqual([]);
    const parts = [...page.matchAll(/(?:src|<link[^>]* href)="([^"]+)"/g)].map(([, url]) => url!);
    expect(parts.every((url) => url.startsWith("/static/"))).toBe(true);
    const sent = await Promise.all(
      [path, ...parts].map(
        async (url) => (await (await office.get(url, { "accept-encoding": "gzip" })).arrayBuffer()).byteLength,
      ),
    );
    expect(sent.reduce((sum, bytes) => sum + bytes)).toBeLessThan(60_000);
    expect(Buffer.byteLength(page)).toBeLessThan(60_000);
  });

  test("unknown, altered and over look the same, in the visitor's language (Q7)", async () => {
    const { path, offerId } = await office.invite([thursday, friday, monday]);
    const altered = path.slice(0, -1) + (path.endsWith("A") ? "B" : "A");
    await office.db.updateTable("offer").set({ state: "withdrawn" }).where("offer_id", "=", offerId).execute();
    const [over, unknown, wrong] = await Promise.all(
      [path, "/b/aaaaaaaaaaaaaaaaaaaaaa", altered].map((one) => office.get(`${one}?lang=de`)),
    );
    expect([over!.status, unknown!.status, wrong!.status]).toEqual([410, 404, 404]);
    const words = async (answer: Response) => (await answer.text()).replaceAll(/\/b\/[\w-]+/g, "");
    const said = await words(over!);
    expect(said).toContain("Hinter diesem Link ist nichts");
    expect(await words(unknown!)).toBe(said);
    expect(await words(wrong!)).toBe(said);
  });
});

describe("pressing", () => {
  test("one click books, a double click books once, going back shows what was booked (Q7, Q8, R34)", async () => {
    const { path, offerId } = await office.invite([thursday, friday, monday]);
    const nonce = await readPage(office, path);
    const twice = await Promise.all([1, 2].map(() => office.post(`${path}/book`, { nonce, at: thursday })));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(twice.map(({ headers }) => headers.get("location"))).toEqual([path, path]);
    // The same form once more, as a browser sends it after going back.
    expect((await office.post(`${path}/book`, { nonce, at: friday })).status).toBe(303);
    expect(await bookingsOf(offerId)).toEqual([{ state: "confirmed", starts_at: thursday }]);
    const page = await (await office.get(`${path}?zone=America/New_York`)).text();
    expect(page).toContain("It is booked");
    expect(page).toMatch(/Thursday 19 November, 4:00<\/time> – 4:45 .*in New York/);
    expect(page).toMatch(/Thursday 19 November, 10:00<\/time> – 10:45 .*in Paris/);
    expect(page).toContain("https://calendar.google.com/calendar/render?action=TEMPLATE");
    expect(await (await office.get(`${path}/meeting.ics`)).text()).toContain("DTSTART:20261119T090000Z");
  });

  test("a meeting is moved and called off by the same link, and then another time is picked (Q7)", async () => {
    const later = at("25T15");
    const { path, offerId } = await office.invite([at("24T09"), at("24T13"), later], ids.hostile);
    await office.post(`${path}/book`, { nonce: await readPage(office, path), at: at("24T09") });
    const others = await (await office.get(`${path}/move`)).text();
    expect(startsIn(others)).toContain(later);
    await office.post(`${path}/move`, { nonce: await readPage(office, `${path}/move`), at: later });
    expect(await bookingsOf(offerId)).toEqual([
      { state: "cancelled", starts_at: at("24T09") },
      { state: "confirmed", starts_at: later },
    ]);
    const off = await office.post(`${path}/call-off`, { nonce: await readPage(office, path) });
    expect(await off.text()).toContain("It is called off");
    expect(startsIn(await (await office.get(path)).text())).toContain(later);
    await office.post(`${path}/book`, { nonce: await readPage(office, path), at: later });
    expect((await bookingsOf(offerId)).at(-1)).toEqual({ state: "confirmed", starts_at: later });
  });

  test("of two who want one hour the first has it, and the other is shown the nearest (Q6, Q8)", async () => {
    const hour = at("26T14");
    const first = await office.invite([hour, at("27T08"), at("30T09")], ids.quiet);
    const second = await office.invite([at("25T08"), at("27T10"), at("30T13")]);
    const [one, other] = [await readPage(office, first.path), await readPage(office, second.path)];
    expect((await office.post(`${first.path}/book`, { nonce: one, at: hour })).status).toBe(303);
    const taken = await office.post(`${second.path}/book`, { nonce: other, at: hour });
    expect(taken.status).toBe(409);
    const page = await taken.text();
    expect(page).toContain("Sorry, that time has just been taken.");
    const nearest = startsIn(page)
      .slice(0, 5)
      .map((start) => Math.abs(Date.parse(start) - Date.parse(hour)) / 60_000);
    expect(nearest[0]).toBeLessThanOrEqual(120);
    expect(nearest).toEqual(nearest.toSorted((a, b) => a - b));
    // Its own button works at once for whoever reads it.
    office.wait({ seconds: 3 });
    expect((await office.post(`${second.path}/book`, { nonce: nonceIn(page), at: startsIn(page)[0]! })).status).toBe(
      303,
    );
  });
});

describe("none of these suits", () => {
  const write = async (path: string, message: string) =>
    office.post(`${path}/words`, { nonce: await readPage(office, path), message });

  test("words are read as an answer by mail is: a plain yes books, another wish goes to the owner (Q5, M6)", async () => {
    const first = await office.invite([at("24T10"), at("25T14"), at("26T10")], ids.tomas);
    await office.wroteIn(first.offerId, ids.tomasDraft);
    expect((await write(first.path, "Wednesday 25 November at 15:00 works for me, see you there.")).status).toBe(303);
    expect(await bookingsOf(first.offerId)).toEqual([{ state: "confirmed", starts_at: at("25T14") }]);
    const second = await office.invite([at("24T12"), at("25T11"), at("26T12")]);
    await office.wroteIn(second.offerId, ids.priyaDraft);
    const told = await write(second.path, "Where exactly is it, and shall I bring my slides?");
    expect(told.status).toBe(200);
    expect(await told.text()).toContain("Your message goes to Mara Lind.");
    expect(await bookingsOf(second.offerId)).toEqual([]);
  });

  test.each([
    { name: "markup", message: "<script>alert(1)</script><img src=x onerror=alert(2)> no idea", status: 200 },
    { name: "a NUL and half a letter", message: "hello\0 \ud83d there", status: 200 },
    { name: "nothing but spaces", message: " \n\t ", status: 409 },
    { name: "nothing but a NUL", message: "\0", status: 409 },
    { name: "more than fits", message: "word ".repeat(500), status: 413 },
  ])("$name: $status, nothing is booked, nothing breaks", async ({ message, status }) => {
    const { path, offerId } = await office.invite([thursday, friday, monday]);
    const answer = await write(path, message);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain("<script>alert");
    expect(await bookingsOf(offerId)).toEqual([]);
    expect(office.errors).toEqual([]);
  });
});

describe("nobody books by accident or by force", () => {
  type Hostile = { name: string; status: number; send: (path: string, nonce: string) => Promise<Response> };
  const post = (path: string, nonce: string, more: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    office.post(`${path}/book`, { nonce, at: thursday, ...more }, headers);
  const hostile: Hostile[] = [
    {
      name: "from another origin",
      status: 403,
      send: (path, nonce) =>
        office.publicApp.request(`https://rapport.example${path}/book`, {
          method: "POST",
          headers: { origin: "https://elsewhere.example" },
          body: new URLSearchParams({ nonce, at: thursday }),
        }) as Promise<Response>,
    },
    {
      name: "from another site, by the browser's word",
      status: 403,
      send: (path, nonce) => post(path, nonce, {}, { "sec-fetch-site": "cross-site" }),
    },
    { name: "without a page", status: 409, send: (path) => post(path, "") },
    { name: "with a made up page", status: 409, send: (path) => post(path, "A".repeat(43)) },
    {
      name: "with an altered page",
      status: 409,
      send: (path, nonce) => post(path, (nonce.startsWith("A") ? "B" : "A") + nonce.slice(1)),
    },
    {
      name: "from the page of another link",
      status: 409,
      send: async (path) => post(path, await readPage(office, (await office.invite([monday], ids.quiet)).path)),
    },
    {
      name: "from a page of two hours ago",
      status: 409,
      send: (path, nonce) => {
        office.wait({ hours: 2 });
        return post(path, nonce);
      },
    },
    {
      name: "at once, as a program that looks through mail does",
      status: 409,
      send: async (path) => post(path, nonceIn(await (await office.get(path)).text())),
    },
    {
      name: "a time that is not to be had",
      status: 409,
      send: (path, nonce) => post(path, nonce, { at: at("19T02") }),
    },
    { name: "a time that is none", status: 409, send: (path, nonce) => post(path, nonce, { at: "2026-11-19 or 1=1" }) },
    { name: "no time", status: 409, send: (path, nonce) => post(path, nonce, { at: "" }) },
    { name: "behind an altered link", status: 404, send: (path, nonce) => post(`${path.slice(0, -2)}zz`, nonce) },
    { name: "behind no link", status: 404, send: (_, nonce) => post("/b/%00", nonce) },
    {
      name: "by GET with the form's fields",
      status: 404,
      send: (path, nonce) => office.get(`${path}/book?nonce=${nonce}&at=${thursday}`),
    },
    {
      name: "by GET that says it is a POST",
      status: 200,
      send: (path, nonce) =>
        office.get(`${path}?_method=POST&nonce=${nonce}&at=${thursday}`, { "x-http-method-override": "POST" }),
    },
    {
      name: "a form larger than any of ours",
      status: 413,
      send: (path, nonce) => post(path, nonce, { padding: "x".repeat(40_000) }),
    },
  ];

  let path: string;
  let offerId: string;
  beforeAll(async () => {
    ({ path, offerId } = await office.invite([thursday, friday, monday]));
  });

  test.each(hostile)("$name: $status, and nothing is booked (Q7)", async ({ status, send }) => {
    const nonce = await readPage(office, path);
    const answer = await send(path, nonce);
    expect(answer.status).toBe(status);
    expect(await bookingsOf(offerId)).toEqual([]);
    expect(office.errors).toEqual([]);
  });

  test("many presses on one link wait, and say so; others are not held up (provider-facts §11)", async () => {
    const busy = "/b/bbbbbbbbbbbbbbbbbbbbbb";
    const statuses: number[] = [];
    for (let tries = 0; tries < 25; tries += 1) statuses.push((await post(busy, "")).status);
    expect(statuses).toEqual([...Array(20).fill(404), ...Array(5).fill(429)]);
    expect((await post(path, "")).status).toBe(409);
    office.wait({ minutes: 10 });
    expect((await post(busy, "")).status).toBe(404);
  });

  test("an address that asks without end waits; another is answered", async () => {
    const from = (visitor: string) =>
      office.publicApp.request("https://rapport.example/b/x", {}, { incoming: { socket: { remoteAddress: visitor } } });
    const statuses = new Map<number, number>();
    for (let looks = 0; looks < 310; looks += 1) {
      const { status } = await from("192.0.2.77");
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses).toEqual(
      new Map([
        [404, 300],
        [429, 10],
      ]),
    );
    expect((await from("192.0.2.78")).status).toBe(404);
  });
});
