/** What every answer carries, and how little the first page weighs (provider-facts §11). */
import { beforeAll, describe, expect, test } from "vitest";
import { setPassphrase } from "../../src/flows/owner/passphrase.ts";
import { type PublicOffice, publicOffice, publicUrl } from "../support/public-office.ts";
import { ids } from "./furnish.ts";
import { loopIds } from "./furnish-loop.ts";
import { openOffice } from "./office.ts";
import { routesOf } from "./site-map.ts";

const always = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

const missing = ({ headers }: Response): string[] => [
  ...Object.entries(always)
    .filter(([name, value]) => headers.get(name) !== value)
    .map(([name]) => name),
  ...(headers.get("cache-control") === "no-store" ? [] : ["cache-control"]),
  ...(headers.get("permissions-policy")?.includes("camera=()") ? [] : ["permissions-policy"]),
  ...["server", "x-powered-by", "access-control-allow-origin"].filter((name) => headers.has(name)),
];

/** An address of a route at which there is nothing. */
const filled = (path: string): string => path.replace(/:\w+/g, loopIds.unknown).replace("*", "nothing");

describe("every address, whoever asks and whatever it answers", () => {
  let office: PublicOffice;
  beforeAll(async () => {
    office = await publicOffice();
  });

  test("of the owner's pages: nothing inline, nothing foreign, no frame, no referrer, no copy", async () => {
    const browser = await office.browser();
    const found: unknown[] = [];
    for (const { method, path } of routesOf(office.app)) {
      const at = filled(path);
      const body = method === "GET" ? undefined : new URLSearchParams({ form_token: browser.token });
      for (const headers of [{}, { cookie: browser.cookie }]) {
        const known = path === "/sign-out" || path === "/sample" ? {} : headers;
        const answer = await office.ask(at, { method, headers: known, ...(body !== undefined && { body }) });
        if (missing(answer).length > 0) found.push([method, path, missing(answer)]);
        if (answer.headers.getSetCookie().length > 0 && path !== "/sign-out") found.push([method, path, "a cookie"]);
      }
    }
    for (const [path, host] of [
      ["/nowhere", "localhost:8380"],
      ["/", "evil.example"],
    ] as const) {
      const answer = await office.ask(path, { headers: { host } });
      if (missing(answer).length > 0) found.push([path, missing(answer)]);
    }
    expect(found).toEqual([]);
    office.errors.length = 0;
  });

  test("of the public pages: the same, and never a cookie", async () => {
    const { path: link } = await office.invite(["2026-11-19T09:00:00.000Z" as never]);
    const addresses = routesOf(office.publicApp).map(({ method, path }) => [method, filled(path)] as const);
    const found: unknown[] = [];
    for (const [method, at] of [...addresses, ["GET", link], ["GET", "/"], ["GET", "/people"]] as const) {
      const answer = await office.get(at, {}, method);
      if (missing(answer).length > 0) found.push([method, at, missing(answer)]);
      if (answer.headers.getSetCookie().length > 0) found.push([method, at, "a cookie"]);
    }
    expect(found).toEqual([]);
  });

  test("over https browsers are told to stay there", async () => {
    const over = (app: typeof office.app, proto: string) =>
      app.request(`${publicUrl}/`, { headers: { "x-forwarded-proto": proto } });
    for (const app of [office.app, office.publicApp]) {
      expect((await over(app, "https")).headers.get("strict-transport-security")).toBe("max-age=15552000");
      expect((await over(app, "http")).headers.get("strict-transport-security")).toBeNull();
    }
  });
});

describe("the session's cookie", () => {
  const words = "four words of some length";

  test("is a new one at each sign-in, whatever cookie came before, and is taken back as it was given", async () => {
    const office = await openOffice();
    await setPassphrase(office.world, office.ownerId, words);
    const planted = `rapport-8380=${"A".repeat(22)}`;
    const signIn = (headers: Record<string, string>) =>
      office.ask("/sign-in", { method: "POST", headers, body: new URLSearchParams({ passphrase: words }) });
    const given = (await signIn({ cookie: planted })).headers.getSetCookie();
    expect(given).toHaveLength(1);
    expect(given[0]).toMatch(/^rapport-8380=[\w-]{22}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(given[0]).not.toContain(planted);
    expect((await office.ask("/settings", { headers: { cookie: planted } })).status).toBe(303);
    const secure = (await signIn({ host: "rapport.example", "x-forwarded-proto": "https" })).headers.getSetCookie();
    expect(secure[0]).toMatch(/^__Host-rapport=[\w-]{22}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    const browser = await office.browser();
    const taken = (await browser.post("/sign-out", {})).headers.getSetCookie();
    expect(taken).toEqual(["rapport-8380=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax"]);
  });
});

describe("the weight of what is opened first", () => {
  const bytesMax = 60_000;

  test("a page with its style and scripts is at most 60 kB on the way", async () => {
    const office = await publicOffice();
    const { get } = await office.browser();
    const weigh = async (at: string) => (await (await get(at, { "accept-encoding": "gzip" })).arrayBuffer()).byteLength;
    for (const path of ["/today", "/review", "/people", `/people/${ids.priya}`]) {
      const page = await (await get(path)).text();
      const parts = [...page.matchAll(/(?:<script src|<link rel="stylesheet" href)="([^"]+)"/g)].map(([, at]) => at!);
      expect(parts).toHaveLength(3);
      const bytes = await Promise.all([path, ...parts].map(weigh));
      expect(bytes.reduce((sum, one) => sum + one)).toBeLessThan(bytesMax);
    }
  });
});
