import { describe, expect, test } from "vitest";
import { setPassphrase } from "../../src/flows/owner/passphrase.ts";
import { elsewhere, openOffice } from "./office.ts";

const words = "four words of some length";

describe("the first page (design §7)", async () => {
  const office = await openOffice();

  test("answers 200 to a stranger and says how to get in", async () => {
    const answer = await office.ask("/");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("In the terminal where you started it");
  });

  test("the key opens a session, leaves the address, and the start has two ways on", async () => {
    const answer = await office.ask(`/?key=${office.key}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^rapport-8380=[\w-]{22}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    );
    const first = await (await (await office.browser()).get("/")).text();
    expect(first).toContain("Import export files");
    expect(first).toContain("Try the sample");
  });

  test("a wrong key opens nothing", async () => {
    const answer = await office.ask("/?key=AAAAAAAAAAAAAAAAAAAAAA");
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
  });

  test("the right key opens nothing from elsewhere", async () => {
    await setPassphrase(office.world, office.ownerId, words);
    const answer = await office.ask(`/?key=${office.key}`, {}, elsewhere);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
  });
});

describe("without a session", async () => {
  const office = await openOffice();
  const id = "018f0000-0000-7000-8000-000000000001";

  test.each([
    "/review",
    "/people",
    `/people/${id}`,
    "/import",
    `/imports/${id}`,
    "/settings",
    `/drafts/${id}/letter.eml`,
  ])("%s leads to the first page", async (path) => {
    const answer = await office.ask(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
  });

  test.each(["/import/begin", "/senders", `/imports/${id}/undo`, "/settings/passphrase", "/sample"])(
    "POST %s changes nothing",
    async (path) => {
      const answer = await office.ask(path, { method: "POST", headers: { "sec-fetch-site": "same-origin" } });
      expect(answer.status).toBe(401);
    },
  );

  test("a session ends after 14 days without use, and after 60 days in any case", async () => {
    const browser = await office.browser();
    office.wait({ days: 13 });
    expect((await browser.get("/settings")).status).toBe(200);
    office.wait({ days: 14 });
    expect((await browser.get("/settings")).status).toBe(303);
    const steady = await office.browser();
    for (let day = 0; day < 59; day += 1) {
      office.wait({ days: 1 });
      expect((await steady.get("/settings")).status).toBe(200);
    }
    office.wait({ days: 1 });
    expect((await steady.get("/settings")).status).toBe(303);
  });

  test("signing out ends the session, also for whoever copied the cookie", async () => {
    const browser = await office.browser();
    expect((await browser.post("/sign-out", {})).status).toBe(303);
    expect((await browser.get("/settings")).status).toBe(303);
  });
});

describe("the Host rule", async () => {
  const office = await openOffice();
  const asked = (host: string, bindings?: typeof elsewhere) => office.ask("/", { headers: { host } }, bindings);

  test.each`
    host                        | status
    ${"localhost:8380"}         | ${200}
    ${"127.0.0.1:8380"}         | ${200}
    ${"[::1]:8380"}             | ${200}
    ${"LOCALHOST"}              | ${200}
    ${"evil.example"}           | ${421}
    ${"localhost.evil.example"} | ${421}
    ${"127.0.0.1.evil.example"} | ${421}
    ${"evil.example:8380"}      | ${421}
    ${"rapport.example.evil"}   | ${421}
    ${""}                       | ${421}
    ${"localhost:8380@evil"}    | ${421}
  `("Host $host answers $status", async ({ host, status }) => {
    expect((await asked(host)).status).toBe(status);
  });

  test("from elsewhere, or under a configured name, pages stay shut until a passphrase is set", async () => {
    expect((await asked("localhost:8380", elsewhere)).status).toBe(403);
    expect((await asked("rapport.example")).status).toBe(403);
    await setPassphrase(office.world, office.ownerId, words);
    expect((await asked("localhost:8380", elsewhere)).status).toBe(200);
    expect((await asked("rapport.example", elsewhere)).status).toBe(200);
  });

  test("the public pages know nothing yet, and keep the same rule", async () => {
    const publicAnswer = (host: string) =>
      Promise.resolve(office.publicApp.request("http://x/", { headers: { host } }));
    expect((await publicAnswer("rapport.example")).status).toBe(404);
    expect((await publicAnswer("evil.example")).status).toBe(421);
  });
});

describe("the passphrase", async () => {
  const office = await openOffice();
  const tries = (passphrase: string, headers: Record<string, string> = {}, bindings = elsewhere) =>
    office.ask(
      "/sign-in",
      {
        method: "POST",
        body: new URLSearchParams({ passphrase }),
        headers: { host: "rapport.example", origin: "http://rapport.example", ...headers },
      },
      bindings,
    );

  test("is set on the settings page, with at least 12 characters, and signs other browsers out", async () => {
    const browser = await office.browser();
    const other = await office.browser();
    expect((await browser.post("/settings/passphrase", { next: "eleven char" })).status).toBe(400);
    expect((await browser.post("/settings/passphrase", { next: words })).status).toBe(303);
    expect((await browser.get("/settings")).status).toBe(200);
    expect((await other.get("/settings")).status).toBe(303);
    expect((await browser.post("/settings/passphrase", { current: "wrong", next: "another long one" })).status).toBe(
      400,
    );
  });

  test("signs in from elsewhere; over https the cookie is __Host- and Secure", async () => {
    expect((await tries(words)).headers.getSetCookie()[0]).toMatch(/^rapport-80=/);
    const secure = await tries(words, { "x-forwarded-proto": "https", origin: "https://rapport.example" });
    expect(secure.headers.getSetCookie()[0]).toMatch(/^__Host-rapport=.*; HttpOnly; Secure; SameSite=Lax$/);
    expect(secure.headers.get("strict-transport-security")).toBe("max-age=15552000");
  });

  test("five wrong tries make the sixth wait ten minutes, even with the right one", async () => {
    for (let index = 0; index < 5; index += 1) expect((await tries("wrong")).status).toBe(401);
    expect((await tries(words)).status).toBe(429);
    office.wait({ minutes: 10 });
    expect((await tries(words)).status).toBe(303);
  });
});

describe("what a page is made of (provider-facts §11)", async () => {
  const office = await openOffice();

  test("pages hold no inline script or style, and their own files are kept for a year", async () => {
    const page = await (await office.ask("/")).text();
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/i);
    for (const [, path] of page.matchAll(/(?:src|href)="(\/static\/[^"#]+)/g)) {
      const answer = await office.ask(path!, { headers: { "accept-encoding": "br" } });
      expect([answer.status, answer.headers.get("cache-control"), answer.headers.get("content-encoding")]).toEqual([
        200,
        "public, max-age=31536000, immutable",
        "br",
      ]);
    }
    expect((await office.ask("/static/app.0000000000.css")).status).toBe(404);
    expect((await office.ask("/static/../app.ts")).status).not.toBe(200);
  });
});
