/**
 * What nobody who means well sends (provider-facts §11): each request is refused as its row says, and after it every row of the
 * database and every file of the inbox is what it was. What the public pages refuse beside this stands in booking-page.test.ts.
 */
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../../src/domain/time.ts";
import { serveWeb } from "../../src/web/server.ts";
import { watchRows } from "../support/all-rows.ts";
import { type PublicOffice, publicOffice, publicUrl } from "../support/public-office.ts";
import { foreign, hostileName, ids } from "./furnish.ts";
import { loopIds } from "./furnish-loop.ts";
import { elsewhere } from "./office.ts";

type Browser = Awaited<ReturnType<PublicOffice["browser"]>>;
type Headers = Record<string, string>;

let office: PublicOffice;
let mine: Browser;
let other: Browser;
/** The path of a booking page that is open. */
let invitation: string;
let state: () => Promise<unknown>;
let before: unknown;

beforeAll(async () => {
  office = await publicOffice();
  mine = await office.browser();
  other = await office.browser();
  ({ path: invitation } = await office.invite([19, 20].map((day) => `2026-11-${day}T09:00:00.000Z` as Instant)));
  const rows = await watchRows(office.db);
  const files = () => readdirSync(office.inboxDir, { recursive: true });
  await mine.put(upload("known.mbox"), letter, { "content-range": `bytes 0-${letter.length - 1}/${letter.length}` });
  state = async () => [await rows(), files()];
  before = await state();
});

/** `like`: what the answer must say; `unlike`: what it may not. Both of its head and body. */
type Hostile = { name: string; status: number; send: () => Promise<Response>; like?: RegExp; unlike?: RegExp };

const refused = (rows: Hostile[]) =>
  test.each(rows)("$name: $status", async ({ status, send, like, unlike }) => {
    const answer = await send();
    const told = `${[...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n")}\n\n${await answer.text()}`;
    expect(answer.status).toBe(status);
    if (like !== undefined) expect(told).toMatch(like);
    if (unlike !== undefined) expect(told).not.toMatch(unlike);
    expect(told).not.toMatch(new RegExp(`${foreign}|at file:|node_modules`));
    if (answer.headers.get("content-type")?.startsWith("text/html")) expect(told).not.toContain("<script>alert");
  });

afterEach(async () => {
  const [was, is] = [before, await state()];
  before = is;
  expect(is).toEqual(was);
  expect(office.errors.splice(0)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

const form = (fields: Record<string, string> | [string, string][]) => new URLSearchParams(fields);
const letter = new TextEncoder().encode("From - Mon Nov 16 13:00:00 2026\n\nHello\n");
const print = "a".repeat(64);
const upload = (name: string) => `/import/files/${name}?print=${print}`;
const get = (path: string, headers: Headers = {}) => mine.get(path, headers);
const send = (method: string, path: string, body: RequestInit["body"], headers: Headers = {}) =>
  mine.send(method, path, body ?? undefined, headers);
const post = (path: string, fields: Record<string, string>, headers: Headers = {}) => mine.post(path, fields, headers);

describe("forms that no page of ours sent", () => {
  const own = { "sec-fetch-site": "same-origin" };
  const zone = (token: string, headers: Headers = own) =>
    office.ask("/settings/zone", {
      method: "POST",
      headers: { cookie: mine.cookie, ...headers },
      body: form({ ...(token !== "" && { form_token: token }), zone: "Asia/Tokyo" }),
    });
  const from = (headers: Headers) => () => zone(mine.token, headers);
  const typed = (type: string, body: string) => () =>
    office.ask("/settings/zone", {
      method: "POST",
      headers: { cookie: mine.cookie, ...own, "content-type": type },
      body,
    });
  const parts = (...fields: [string, string][]) =>
    `${fields.map(([name, value]) => `--x\r\nContent-Disposition: form-data; ${name}\r\n\r\n${value}\r\n`).join("")}--x--\r\n`;
  const multipart = "multipart/form-data; boundary=x";

  // biome-ignore format: a request a line
  refused([
    { name: "no token", status: 403, send: () => zone("") },
    { name: "a made-up token", status: 403, send: () => zone("A".repeat(86)) },
    { name: "the token of another session", status: 403, send: () => zone(other.token) },
    { name: "half of the token", status: 403, send: () => zone(mine.token.slice(0, 43)) },
    { name: "the token with one bit turned", status: 403, send: () => zone(`${mine.token.slice(0, -2)}${mine.token.endsWith("AA") ? "BB" : "AA"}`) },
    { name: "a token of megabytes", status: 413, send: () => send("POST", "/settings/zone", form({ form_token: "A".repeat(70_000) }), { "content-length": "70011" }) },
    { name: "the token in the address alone", status: 403, send: () => office.ask(`/settings/zone?form_token=${mine.token}`, { method: "POST", headers: { cookie: mine.cookie, ...own }, body: form({ zone: "Asia/Tokyo" }) }) },
    { name: "the token first, a made-up one after it", status: 403, send: () => send("POST", "/settings/zone", form([["form_token", mine.token], ["form_token", "A"], ["zone", "Asia/Tokyo"]])) },
    { name: "a made-up token in the header, the right one in the form", status: 403, send: () => post("/settings/zone", { zone: "Asia/Tokyo" }, { "x-form-token": "A".repeat(86) }) },
    { name: "from another site", status: 403, send: from({ "sec-fetch-site": "cross-site" }) },
    { name: "from a sister site", status: 403, send: from({ "sec-fetch-site": "same-site" }) },
    { name: "typed into the address bar", status: 403, send: from({ "sec-fetch-site": "none" }) },
    { name: "a word that no browser says", status: 403, send: from({ "sec-fetch-site": "same-origin, cross-site" }) },
    { name: "a foreign origin", status: 403, send: from({ origin: "http://evil.example" }) },
    { name: "an origin that begins like ours", status: 403, send: from({ origin: "http://localhost:8380.evil.example" }) },
    { name: "another port", status: 403, send: from({ origin: "http://localhost:9999" }) },
    { name: "https where we are http", status: 403, send: from({ origin: "https://localhost:8380" }) },
    { name: "an own origin from a foreign site", status: 403, send: from({ origin: "http://localhost:8380", "sec-fetch-site": "cross-site" }) },
    { name: "no origin and no token, as an old browser", status: 403, send: () => zone("", {}) },
    { name: "as plain text", status: 403, send: typed("text/plain", "zone=Asia/Tokyo") },
    { name: "as JSON", status: 403, send: typed("application/json", '{"zone":"Asia/Tokyo"}') },
    { name: "in parts without a token", status: 403, send: typed(multipart, parts(['name="zone"', "Asia/Tokyo"])) },
    { name: "in parts that break off", status: 400, send: typed(multipart, '--x\r\nContent-Disposition: form-data; name="zone') },
    { name: "in parts without a boundary", status: 400, send: typed("multipart/form-data", "zone") },
    { name: "compressed, which no browser does", status: 400, send: () => send("POST", "/settings/zone", new Uint8Array([31, 139, 8, 0]), { "content-encoding": "gzip", "content-type": "application/x-www-form-urlencoded" }) },
    { name: "a chunked one that never says its length", status: 413, send: () => send("POST", "/settings/zone", new Blob(["zone=".padEnd(70_000, "x")]).stream(), { "transfer-encoding": "chunked" }) },
    { name: "signing in from another site", status: 403, send: () => office.ask("/sign-in", { method: "POST", headers: { "sec-fetch-site": "cross-site" }, body: form({ passphrase: "whatever it is" }) }) },
    { name: "sent to a provider from another site", status: 403, send: () => office.ask("/sign-in/google", { method: "POST", headers: { "sec-fetch-site": "cross-site" } }), unlike: /set-cookie|refresh:/i },
    { name: "sent to a provider from a foreign origin", status: 403, send: () => office.ask("/sign-in/microsoft", { method: "POST", headers: { origin: "http://evil.example" } }), unlike: /set-cookie|refresh:/i },
    { name: "choosing who opens the pages from another site", status: 403, send: () => post("/settings/entry", {}, { "sec-fetch-site": "cross-site" }) },
    { name: "choosing who opens the pages without a token", status: 403, send: () => send("POST", "/settings/entry", form({})) },
    { name: "signing out from another site", status: 403, send: () => send("POST", "/sign-out", form({}), { "sec-fetch-site": "cross-site" }) },
    { name: "approving a letter from another site", status: 403, send: () => post(`/drafts/${ids.tomasDraft}/approve`, { hash: "0".repeat(64) }, { "sec-fetch-site": "cross-site" }) },
    { name: "files without a token", status: 403, send: () => send("POST", "/import/files", parts(['name="files"; filename="x.mbox"', "x"]), { "content-type": multipart }) },
    { name: "files before the token", status: 403, send: () => send("POST", "/import/files", parts(['name="files"; filename="x.mbox"', "x"], ['name="form_token"', mine.token]), { "content-type": multipart }) },
    { name: "files with the token of another session", status: 403, send: () => send("POST", "/import/files", parts(['name="form_token"', other.token], ['name="files"; filename="x.mbox"', "x"]), { "content-type": multipart }) },
    { name: "files as a plain form without a token", status: 403, send: () => send("POST", "/import/files", form({ files: "x" })) },
    { name: "a piece of a file without the header", status: 403, send: () => send("PUT", upload("x.mbox"), letter, { "content-range": "bytes 0-9/40" }) },
  ]);
});

describe("other methods", () => {
  const person = `/people/${ids.priya}`;
  const with_ = (method: string, path: string) => () =>
    send(method, path, form({ form_token: mine.token, zone: "Asia/Tokyo" }));
  // biome-ignore format: a request a line
  refused([
    { name: "DELETE without a token", status: 403, send: () => send("DELETE", person, form({})) },
    { name: "DELETE with one", status: 404, send: with_("DELETE", person) },
    { name: "PATCH", status: 404, send: with_("PATCH", "/settings/zone") },
    { name: "PUT of a form", status: 403, send: with_("PUT", "/settings/zone") },
    { name: "OPTIONS, as a script elsewhere asks first", status: 403, send: () => send("OPTIONS", "/settings/zone", null, { origin: "https://evil.example", "access-control-request-method": "POST" }), unlike: /access-control-allow/i },
    { name: "a method of one's own", status: 404, send: with_("PROPFIND", "/settings") },
    { name: "GET of what a form does", status: 404, send: () => get(`/settings/zone?zone=Asia/Tokyo&form_token=${mine.token}`) },
    { name: "HEAD of what a form does", status: 404, send: () => send("HEAD", "/sign-out", null) },
    { name: "GET that says it is a POST", status: 404, send: () => get("/settings/zone?_method=POST&zone=Asia/Tokyo", { "x-http-method-override": "POST", "x-method-override": "POST" }) },
    { name: "POST that says it is a DELETE", status: 400, send: () => post("/settings/zone", { _method: "DELETE", zone: "no zone" }, { "x-http-method-override": "DELETE" }) },
  ]);
});

describe("names and places that are not ours", () => {
  const under =
    (host: string, path = "/people") =>
    () =>
      get(path, { host });
  // biome-ignore format: a request a line
  refused([
    { name: "a foreign name with a good cookie, as DNS rebinding does", status: 421, send: under("evil.example:8380") },
    { name: "the same with a form", status: 421, send: () => post("/settings/zone", { zone: "Asia/Tokyo" }, { host: "evil.example:8380" }) },
    { name: "a name that begins like ours", status: 421, send: under("localhost.evil.example") },
    { name: "an address that begins like ours", status: 421, send: under("127.0.0.1.evil.example") },
    { name: "our name as a user of theirs", status: 421, send: under("localhost:8380@evil.example") },
    { name: "our name with letters of another script", status: 421, send: under("xn--lcalhost-3fg:8380") },
    { name: "an address written as a number", status: 421, send: under("2130706433") },
    { name: "every address", status: 421, send: under("0.0.0.0:8380") },
    { name: "a link-local address", status: 421, send: under("169.254.169.254") },
    { name: "a name with a script in it", status: 421, send: under("<script>alert(1)</script>"), unlike: /<script>alert/ },
    { name: "no name", status: 421, send: under("") },
    { name: "from another computer, with a good cookie", status: 403, send: () => office.ask("/people", { headers: { cookie: mine.cookie } }, elsewhere) },
    { name: "from another computer that says it is this one", status: 403, send: () => office.ask("/people", { headers: { cookie: mine.cookie, "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" } }, elsewhere) },
    { name: "the key from another computer", status: 403, send: () => office.ask(`/?key=${office.key}`, {}, elsewhere), unlike: /set-cookie/i },
    { name: "the key under a name for others", status: 403, send: () => office.ask(`/?key=${office.key}`, { headers: { host: "rapport.example" } }), unlike: /set-cookie/i },
    { name: "the key on the public pages", status: 404, send: () => office.get(`/?key=${office.key}`), unlike: /set-cookie/i },
    { name: "an owner's page on the public pages, with a good cookie", status: 404, send: () => office.get("/people", { cookie: mine.cookie }), unlike: /Priya/ },
    { name: "an owner's form on the public pages", status: 404, send: () => office.post("/settings/zone", { zone: "Asia/Tokyo", form_token: mine.token }, { cookie: mine.cookie }) },
  ]);
});

describe("cookies and keys", () => {
  const as = (cookie: string) => () => office.ask("/people", { headers: { cookie } });
  const value = () => mine.cookie.split("=")[1]!;
  const key = (text: string) => () => office.ask(`/?key=${text}`);
  const back = (provider: string, ticket: string) => () =>
    office.ask(`/connect/${provider}/back?code=4%2Fmade-up&state=made-up`, {
      headers: { cookie: `rapport-8380-entry=${ticket}` },
    });
  // biome-ignore format: a request a line
  refused([
    { name: "a made-up session", status: 303, send: as("rapport-8380=AAAAAAAAAAAAAAAAAAAAAA"), like: /location: \/$/m },
    { name: "an empty one", status: 303, send: as("rapport-8380=") },
    { name: "one with SQL in it", status: 303, send: as("rapport-8380=' or 1=1 --") },
    { name: "one with a percent sign and nothing after it", status: 303, send: as("rapport-8380=%") },
    { name: "one that is a kilobyte long", status: 303, send: as(`rapport-8380=${"A".repeat(1_000)}`) },
    { name: "the right one with a letter more", status: 303, send: () => as(`${mine.cookie}A`)() },
    { name: "the right one under the name of another port", status: 303, send: () => as(`rapport-9999=${value()}`)() },
    { name: "the right one under the name for https", status: 303, send: () => as(`__Host-rapport=${value()}`)() },
    { name: "the right one in a header of another kind", status: 303, send: () => office.ask("/people", { headers: { authorization: `Bearer ${value()}` } }) },
    { name: "the right one in the address", status: 303, send: () => office.ask(`/people?rapport-8380=${value()}`) },
    { name: "a fragment without a session", status: 401, send: () => office.ask("/import/tray", { headers: { "hx-request": "true" } }) },
    { name: "a way back from a provider to which nobody was sent", status: 303, send: back("google", ""), unlike: /set-cookie/i },
    { name: "one with a made-up ticket", status: 303, send: back("google", "A".repeat(400)), unlike: /set-cookie/i },
    { name: "one with a session for a ticket", status: 303, send: () => back("microsoft", value())(), unlike: /set-cookie/i },
    { name: "one with an empty ticket", status: 303, send: back("microsoft", ""), unlike: /set-cookie/i },
    { name: "one from a provider we do not know", status: 303, send: back("yahoo", "A"), unlike: /set-cookie/i },
    { name: "a link that sends to a provider", status: 303, send: () => office.ask("/sign-in/google"), unlike: /set-cookie|refresh:/i },
    { name: "sent to a provider that nobody connected and nobody registered", status: 404, send: () => office.ask("/sign-in/google", { method: "POST", body: form({}) }), unlike: /set-cookie|refresh:/i },
    { name: "a made-up key", status: 401, send: key("AAAAAAAAAAAAAAAAAAAAAA"), unlike: /set-cookie/i },
    { name: "an empty key", status: 401, send: key(""), unlike: /set-cookie/i },
    { name: "a key that is two", status: 401, send: key(`A&key=${"A".repeat(22)}`), unlike: /set-cookie/i },
    { name: "a key with a NUL", status: 400, send: key("%00"), unlike: /set-cookie/i },
    { name: "a passphrase where none is set", status: 401, send: () => office.ask("/sign-in", { method: "POST", body: form({ passphrase: "' or ''='" }) }), unlike: /set-cookie/i },
    { name: "a passphrase of 60 kB", status: 401, send: () => office.ask("/sign-in", { method: "POST", body: form({ passphrase: "x".repeat(60_000) }) }), unlike: /set-cookie/i },
    { name: "a passphrase that is a file", status: 401, send: () => office.ask("/sign-in", { method: "POST", body: withFile("passphrase") }), unlike: /set-cookie/i },
  ]);
  const withFile = (name: string): FormData => {
    const data = new FormData();
    data.set(name, new File(["x"], "x"));
    return data;
  };
});

describe("paths", () => {
  const paths: [string, number][] = [
    ["/static/../app.ts", 404],
    ["/static/%2e%2e/app.ts", 404],
    ["/static/..%2fapp.ts", 404],
    ["/static/..%5c..%5cpackage.json", 404],
    ["/static/%252e%252e%252fapp.ts", 404],
    ["/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404],
    ["/static/app.css%00.js", 404],
    ["/static/", 404],
    ["/etc/passwd", 404],
    ["/.env", 404],
    ["/.git/config", 404],
    ["/people%2f..%2fsettings", 404],
    ["/%00", 400],
    ["/%", 404],
    ["/%c0%ae%c0%ae/", 404],
    ["/people;jsessionid=1", 404],
    ["/People", 404],
    ["/people/", 404],
    [`/people/${ids.priya}/threads/..%2f..%2f..`, 404],
    [`/x${"/x".repeat(3_000)}`, 404],
  ];
  refused(
    paths.map(([path, status]) => ({
      name: path.slice(0, 60),
      status,
      send: () => get(path),
      unlike: /root:|import type|"version"/,
    })),
  );
});

describe("ids, pages and searches", () => {
  const wrong = [
    "1",
    "-1",
    "1e99",
    "undefined",
    "__proto__",
    "constructor",
    "%27%20or%201=1--",
    "{}",
    "018f0000-0000-7000-8000-00000000000g",
    `${ids.priya}%00`,
    "018f0000-0000-7000-8000-0000000000aa",
  ];
  // biome-ignore format: a request a line
  refused([
    ...wrong.map((id) => ({
      name: `/people/${id}`,
      status: id.includes("%00") ? 400 : 404,
      send: () => get(`/people/${id}`),
    })),
    { name: "a letter that is nobody's", status: 404, send: () => get(`/drafts/${loopIds.unknown}/letter.eml`) },
    { name: "a thread of a person of ours with a letter of nobody", status: 404, send: () => get(`/people/${ids.priya}/threads/${loopIds.unknown}`) },
    { name: "a person where a letter is asked for", status: 404, send: () => post(`/drafts/${ids.priya}/approve`, { hash: "0".repeat(64) }) },
    { name: "a kind of letter that is none", status: 404, send: () => get("/settings/letters/__proto__") },
    { name: "a kind of letter from another folder", status: 404, send: () => get("/settings/letters/..%2f..%2fpackage") },
    { name: "a provider that is none", status: 404, send: () => post("/connect/__proto__", {}) },
    ...["-1", "0", "1e9", "NaN", "1;drop table contact", "99999999999999999999"].map((page) => ({
      name: `page ${page}, taken as the first`,
      status: 200,
      send: () => get(`/people?page=${encodeURIComponent(page)}`),
      like: /Priya Nair/,
    })),
    { name: "two pages at once", status: 200, send: () => get("/people?page=1&page=2"), like: /Priya Nair/ },
    { name: "a search with SQL in it", status: 200, send: () => get("/people?q=%27;drop table contact--"), unlike: /Priya Nair/ },
    { name: "a search for everything, as patterns have it", status: 200, send: () => get("/people?q=%25"), unlike: /Priya Nair/ },
    { name: "a search with a script in it", status: 200, send: () => get("/people?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"), like: /&lt;script&gt;alert/ },
    { name: "a search with a NUL", status: 400, send: () => get("/people?q=a%00b") },
    { name: "a search in bytes that are no text", status: 200, send: () => get("/people?q=%ff%fe%ed%a0%80") },
    { name: "a search that turns the page round", status: 200, send: () => get("/people?q=%E2%80%AEgro.live") },
    { name: "a search of ten kilobytes", status: 200, send: () => get(`/people?q=${"%F0%9F%98%80".repeat(800)}`) },
    { name: "a week that is none", status: 200, send: () => get("/week?of=0000-99-99&minutes=1e9") },
    { name: "an order that is none", status: 200, send: () => get("/people?order=name;--&show=__proto__") },
    { name: "a word said at the top that is not one of ours", status: 200, send: () => get("/people?done=<script>alert(1)</script>"), unlike: /class="said"/ },
    { name: "a word said at the top from the prototype", status: 200, send: () => get("/people?done=constructor"), unlike: /class="said"/ },
  ]);
});

describe("fields", () => {
  // biome-ignore format: a request a line
  refused([
    { name: "a NUL in a name", status: 400, send: () => post("/settings/name", { name: "Mara\0Lind" }) },
    { name: "a NUL in the name of a field", status: 400, send: () => post("/settings/name", { "na\0me": "Mara" }) },
    { name: "a NUL in one of two", status: 400, send: () => send("POST", "/settings/name", form([["form_token", mine.token], ["name", "a\0b"], ["name", "Mara"]])) },
    { name: "nothing of what the form asks for", status: 400, send: () => post("/settings/zone", {}) },
    { name: "fields of the prototype", status: 400, send: () => post("/settings/zone", { "__proto__[polluted]": "1", "constructor.prototype.polluted": "1", __proto__polluted: "1" }) },
    { name: "the prototype itself", status: 400, send: () => send("POST", "/settings/zone", form([["form_token", mine.token], ["__proto__", "polluted"]])) },
    { name: "a thousand fields", status: 400, send: () => send("POST", "/settings/zone", form([["form_token", mine.token], ...Array.from({ length: 1_000 }, (_, nth): [string, string] => [`f${nth}`, "x"])])) },
    { name: "a zone that is a path", status: 400, send: () => post("/settings/zone", { zone: "../../etc/localtime" }) },
    { name: "a letter longer than any", status: 400, send: () => post(`/drafts/${ids.tomasDraft}/edit`, { subject: "x", body: "y".repeat(60_000) }) },
    { name: "a subject of two lines, as header injection has it", status: 400, send: () => post(`/drafts/${ids.tomasDraft}/edit`, { subject: "Tea?\r\nBcc: everybody@evil.example", body: "Hi Tomás" }) },
    { name: "a name of two lines", status: 400, send: () => post("/settings/name", { name: "Mara\r\nBcc: everybody@evil.example" }) },
    { name: "a call of a kind that is none", status: 400, send: () => post(`/people/${ids.priya}/log`, { tap: "__proto__:talked" }) },
    { name: "a feed that is a file", status: 400, send: () => post("/events/follow", { address: "file:///etc/passwd" }) },
  ]);
});

describe("ways back", () => {
  const ways = [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "http:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/.//evil.example",
    "/%2e//evil.example",
    "/x/..//evil.example",
    "/\t/evil.example",
    "\n//evil.example",
    "/x\r\nSet-Cookie: a=b",
    "／／evil.example",
    "@evil.example",
    "",
  ];
  refused(
    ways.map((back) => ({
      name: JSON.stringify(back),
      status: 303,
      send: () => post("/lists/not-them", { id: loopIds.unknown, back }),
      like: /^location: \/lists\?done=not_now#wanted$/m,
      unlike: /set-cookie/i,
    })),
  );
});

describe("files", () => {
  const put =
    (name: string, headers: Headers = {}) =>
    () =>
      mine.put(upload(name), letter, { "content-range": `bytes 0-${letter.length - 1}/${letter.length}`, ...headers });
  const sent = (filename: string) => () =>
    send(
      "POST",
      "/import/files",
      `--x\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n${mine.token}\r\n--x\r\nContent-Disposition: form-data; name="files"; filename="${filename}"\r\n\r\nx\r\n--x--\r\n`,
      { "content-type": "multipart/form-data; boundary=x" },
    );
  const names = [
    "..%2fevil.mbox",
    "..%5cevil.mbox",
    "a%2f..%2f..%2fevil.mbox",
    ".hidden",
    "a%0ab.mbox",
    "%7f.mbox",
    "%E0%A4%A",
    "x".repeat(256),
    "a%2f".repeat(21),
  ];
  // biome-ignore format: a request a line
  refused([
    ...names.map((name) => ({ name: `called ${name.slice(0, 30)}`, status: 400, send: put(name) })),
    { name: "called with a NUL", status: 400, send: put("a%00b.mbox") },
    { name: "a print that is a path", status: 400, send: () => mine.put("/import/files/x.mbox?print=../../evil", letter, { "content-range": "bytes 0-39/40" }) },
    { name: "a range that runs backwards", status: 400, send: put("x.mbox", { "content-range": "bytes 9-0/40" }) },
    { name: "a range beyond its end", status: 400, send: put("x.mbox", { "content-range": `bytes 0-${letter.length - 1}/5` }) },
    { name: "a range of more than there can be", status: 400, send: put("x.mbox", { "content-range": "bytes 0-9/99999999999999999999" }) },
    { name: "a range in other units", status: 400, send: put("x.mbox", { "content-range": "lines 0-9/40" }) },
    { name: "in a form, called by the way up: left out", status: 303, send: sent("../../evil.mbox") },
    { name: "in a form, called by a path of Windows: left out", status: 303, send: sent("..\\\\..\\\\evil.mbox") },
    { name: "in a form, called with a header in it: left out", status: 303, send: sent("a%0D%0Aevil.mbox") },
    { name: "taken out by the way up", status: 303, send: () => post("/import/take-out", { name: "../../../etc/passwd" }) },
    { name: "looked for by the way up", status: 400, send: () => get(`/import/files/..%2f..%2fetc%2fpasswd?print=${print}&bytes=1`) },
  ]);
});

describe("what comes back from providers", () => {
  // biome-ignore format: a request a line
  refused([
    { name: "a state that we never gave", status: 400, send: () => get("/connect/google/back?state=AAAAAAAAAAAAAAAAAAAAAA&code=x") },
    { name: "no state", status: 400, send: () => get("/connect/google/back?code=x") },
    { name: "a state that is two", status: 400, send: () => get("/connect/google/back?state=a&state=b&code=x") },
    { name: "an error with a script in it", status: 400, send: () => get("/connect/google/back?error=<script>alert(1)</script>&error_description=<script>alert(1)</script>&state=x") },
    { name: "another issuer", status: 400, send: () => get("/connect/microsoft/back?state=x&code=x&iss=https://evil.example") },
  ]);
});

describe("the public pages", () => {
  const hook =
    (path: string, body: string, headers: Headers = {}) =>
    () =>
      Promise.resolve(office.publicApp.request(publicUrl + path, { method: "POST", body, headers }));
  const notices = (count: number, clientState?: string) =>
    JSON.stringify({ value: Array.from({ length: count }, () => ({ subscriptionId: "x", clientState })) });
  // biome-ignore format: a request a line
  refused([
    { name: "a link that nobody made", status: 404, send: () => office.get("/b/AAAAAAAAAAAAAAAAAAAAAA") },
    { name: "a link with one letter turned", status: 404, send: () => office.get(`${invitation.slice(0, -1)}${invitation.endsWith("A") ? "B" : "A"}`) },
    { name: "a link with more behind it", status: 404, send: () => office.get(`${invitation}A`) },
    { name: "a link with a NUL", status: 404, send: () => office.get(`${invitation}%00`) },
    { name: "a link that leads out", status: 404, send: () => office.get(`${invitation}/..%2f..%2fpeople`), unlike: /Priya Nair/ },
    { name: "an id where a link is asked for", status: 404, send: () => office.get(`/b/${ids.priya}`) },
    { name: "a page of a link that there is not", status: 404, send: () => office.get(`${invitation}/guests`) },
    { name: "a letter of the daily mail that nobody signed", status: 404, send: () => office.get("/d/AAAAAAAAAAAAAAAAAAAAAA") },
    { name: "a yes to a letter that nobody signed", status: 404, send: () => office.post("/d/AAAAAAAAAAAAAAAAAAAAAA", { nonce: "x" }) },
    { name: "a yes to a letter by its id", status: 404, send: () => office.post(`/d/${ids.tomasDraft}`, { nonce: "x" }) },
    { name: "a booking without a page", status: 409, send: () => office.post(`${invitation}/book`, { nonce: "", at: "2026-11-19T09:00:00.000Z" }) },
    { name: "a booking in parts that break off", status: 409, send: hookForm() },
    { name: "a language and a zone with scripts in them", status: 200, send: () => office.get(`${invitation}?lang=<script>alert(1)</script>&zone="><script>alert(1)</script>`) },
    { name: "a question who we are in another form", status: 404, send: () => office.get("/b/instance?challenge=../../x") },
    { name: "a question who we are of a kilobyte", status: 404, send: () => office.get(`/b/instance?challenge=${"A".repeat(1_000)}`) },
    { name: "a foreign name", status: 421, send: () => office.get(invitation, { host: "evil.example" }) },
    { name: "a calendar's news without a token", status: 404, send: hook("/hooks/google/calendar", "") },
    { name: "a calendar's news with a made-up token", status: 404, send: hook("/hooks/google/calendar", "", { "x-goog-channel-token": "0".repeat(64), "x-goog-channel-id": "x" }) },
    { name: "mail's news without a proof", status: 401, send: hook("/hooks/google/mail", "{}") },
    { name: "mail's news with a proof that nobody signed", status: 401, send: hook("/hooks/google/mail", "{}", { authorization: `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"email_verified":true}')}.` }) },
    { name: "Outlook's news with a made-up secret", status: 403, send: hook("/hooks/microsoft", notices(1, "0".repeat(64))) },
    { name: "a thousand of Outlook's news with made-up secrets", status: 403, send: hook("/hooks/microsoft", notices(1_000, "made up")) },
    { name: "Outlook's news without end", status: 413, send: hook("/hooks/microsoft", "[".repeat(1_100_000), { "content-length": "1100000" }) },
    { name: "Outlook's news, deep in brackets", status: 403, send: hook("/hooks/microsoft", "[".repeat(500_000)) },
    { name: "Outlook's news with a prototype", status: 403, send: hook("/hooks/microsoft", '{"__proto__":{"polluted":1},"value":[{"subscriptionId":"x","__proto__":{"clientState":"x"}}]}') },
    { name: "Outlook's news by GET", status: 404, send: () => office.get("/hooks/microsoft?validationToken=x") },
    { name: "Outlook's handshake with a script in it, said back as plain text", status: 200, send: hook("/hooks/microsoft?validationToken=%3Cb%3Ex", ""), like: /content-type: text\/plain[\s\S]*nosniff/i },
  ]);
  function hookForm() {
    return () =>
      hook(`${invitation}/book`, "--x\r\nContent-Dis", {
        "content-type": "multipart/form-data; boundary=x",
        "sec-fetch-site": "same-origin",
      })();
  }
});

describe("what is known to be hostile and stands in the rows", () => {
  // biome-ignore format: a request a line
  refused([
    { name: "a name with a script in it, on its page", status: 200, send: () => get(`/people/${ids.hostile}`), like: /&lt;script&gt;alert/ },
    { name: "the same, in every list", status: 200, send: () => get("/people"), like: /&lt;script&gt;alert/, unlike: /<img src=x/ },
    { name: "the same, as the name of a file", status: 200, send: () => get(`/people/${ids.hostile}/card.vcf`), like: /content-disposition: attachment; filename\*=UTF-8''[\w.%~!-]+$/m },
  ]);
  test("is not read as markup by whoever wrote it", () => expect(hostileName).toContain("<script>alert"));
});

describe("bytes that are no request", () => {
  /** What a listener of ours answers to these bytes before it closes the connection; "" when it only closes. */
  const said = (bytes: string | Buffer): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
      let heard = "";
      socket.setEncoding("latin1").setTimeout(answerMs, () => socket.destroy());
      socket.on("data", (piece: string) => {
        heard += piece;
      });
      socket
        .on("close", () => resolve(heard))
        .on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" ? resolve(heard) : reject(error)));
    });
  const answerMs = 300;
  const zone = () => `form_token=${mine.token}&zone=Asia%2FTokyo`;
  const head = (...lines: string[]) =>
    [
      "POST /settings/zone HTTP/1.1",
      "Host: localhost:8380",
      `Cookie: ${mine.cookie}`,
      "Sec-Fetch-Site: same-origin",
      "Connection: close",
      ...lines,
      "",
      "",
    ].join("\r\n");

  let port: number;
  let server: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    const { context } = office;
    server = await serveWeb({ ...context, settings: { ...context.settings, listen: { host: "127.0.0.1", port: 0 } } });
    port = server.listening.port;
  });
  afterAll(() => server.stop());

  type Raw = [name: string, bytes: () => string, status: string];
  // biome-ignore format: a request a line
  const raw: Raw[] = [
    ["a length and chunks, of which each says another end", () => head("Content-Type: application/x-www-form-urlencoded", "Content-Length: 4", "Transfer-Encoding: chunked").concat("0\r\n\r\n", zone()), "400"],
    ["two lengths", () => head("Content-Length: 4", "Content-Length: 40") + zone(), "400"],
    ["a length that is none", () => head("Content-Length: +4") + zone(), "400"],
    ["a length below nothing", () => head("Content-Length: -1"), "400"],
    ["chunks in a way that is none", () => head("Transfer-Encoding: xchunked") + zone(), "400"],
    ["chunks hidden by a space", () => `${head("Transfer-Encoding : chunked")}0\r\n\r\n`, "400"],
    ["a chunk whose length is none", () => `${head("Transfer-Encoding: chunked")}zz\r\nx\r\n0\r\n\r\n`, "400"],
    ["a header on two lines", () => head("X-One: a\r\n b: c"), "400"],
    ["a header with a NUL", () => head("X-One: a\0b"), "400"],
    ["a header without a name", () => head(": a"), "400"],
    ["a line break alone between headers", () => head("X-One: a\rX-Two: b"), "400"],
    ["headers of 100 kB", () => head(`X-One: ${"a".repeat(100_000)}`), "431"],
    ["no Host", () => "GET /people HTTP/1.1\r\nConnection: close\r\n\r\n", "400"],
    ["two Hosts", () => "GET /people HTTP/1.1\r\nHost: localhost:8380\r\nHost: evil.example\r\nConnection: close\r\n\r\n", "421"],
    ["another site's address as that of a proxy", () => `GET http://evil.example/people HTTP/1.1\r\nHost: evil.example\r\nCookie: ${mine.cookie}\r\nConnection: close\r\n\r\n`, "421"],
    ["a way through to another host", () => "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n", ""],
    ["another protocol, which is passed over", () => "GET /people HTTP/1.1\r\nHost: localhost:8380\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", "303"],
    ["an echo of what was sent", () => "TRACE / HTTP/1.1\r\nHost: localhost:8380\r\nX-Secret: mirrored\r\nConnection: close\r\n\r\n", "4"],
    ["a way up in the path, as it stands", () => "GET /static/../../../../etc/passwd HTTP/1.1\r\nHost: localhost:8380\r\nConnection: close\r\n\r\n", "303"],
    ["a path that begins with two slashes", () => "GET //evil.example/people HTTP/1.1\r\nHost: localhost:8380\r\nConnection: close\r\n\r\n", "303"],
    ["a path with a NUL", () => "GET /people\0 HTTP/1.1\r\nHost: localhost:8380\r\nConnection: close\r\n\r\n", "400"],
    ["the first version of all", () => "GET /people\r\n\r\n", "400"],
    ["no words of ours", () => "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "400"],
  ];
  test.each(raw)("%s", async (_, bytes, status) => {
    const heard = await said(bytes());
    if (status === "") expect(heard).toBe("");
    else expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
    expect(heard).not.toMatch(/root:|mirrored|location: (?!\/\r)/i);
  });
});

describe("again and again", () => {
  test("guesses of a passphrase wait after five from one address, and after thirty from all", async () => {
    const guess = (visitor: string) =>
      office.ask("/sign-in", {
        method: "POST",
        body: form({ passphrase: "a guess" }),
        headers: { "x-forwarded-for": visitor },
      });
    const statuses = async (visitors: string[]) => {
      const found: number[] = [];
      for (const visitor of visitors) found.push((await guess(visitor)).status);
      return found;
    };
    office.wait({ minutes: 20 });
    expect(await statuses(Array<string>(6).fill("192.0.2.1"))).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await guess("192.0.2.2")).status).toBe(401);
    const others = await statuses(Array.from({ length: 26 }, (_, nth) => `192.0.2.${nth + 3}`));
    expect(others).toEqual([...Array(24).fill(401), 429, 429]);
    office.wait({ minutes: 10 });
    expect((await guess("192.0.2.1")).status).toBe(401);
  });

  test("forged notifications wait after a thousand from one address", async () => {
    const from = (visitor: string) =>
      Promise.resolve(
        office.publicApp.request(
          `${publicUrl}/hooks/google/mail`,
          { method: "POST" },
          { incoming: { socket: { remoteAddress: visitor } } },
        ),
      );
    const statuses = new Set<number>();
    for (let notices = 0; notices < 1_000; notices += 1) statuses.add((await from("192.0.2.9")).status);
    expect([...statuses]).toEqual([401]);
    expect([(await from("192.0.2.9")).status, (await from("192.0.2.10")).status]).toEqual([429, 401]);
  });
});
