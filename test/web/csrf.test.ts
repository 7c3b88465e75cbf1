import { describe, expect, test } from "vitest";
import { openOffice } from "./office.ts";

describe("a form is taken only from our own page (provider-facts §11)", async () => {
  const office = await openOffice();
  const browser = await office.browser();
  const other = await office.browser();
  const zone = () => office.db.selectFrom("owner_zone").select("zone").executeTakeFirstOrThrow();

  const posted = (headers: Record<string, string>, token: string) =>
    office.ask("/settings/zone", {
      method: "POST",
      headers: { cookie: browser.cookie, ...headers },
      body: new URLSearchParams({ form_token: token, zone: "Asia/Tokyo" }),
    });

  test.each`
    what                                      | headers                                                                | token             | status
    ${"no token"}                             | ${{ "sec-fetch-site": "same-origin" }}                                 | ${""}             | ${403}
    ${"a made-up token"}                      | ${{ "sec-fetch-site": "same-origin" }}                                 | ${"A".repeat(86)} | ${403}
    ${"the token of another session"}         | ${{ "sec-fetch-site": "same-origin" }}                                 | ${other.token}    | ${403}
    ${"another site"}                         | ${{ "sec-fetch-site": "cross-site" }}                                  | ${browser.token}  | ${403}
    ${"a sister site"}                        | ${{ "sec-fetch-site": "same-site" }}                                   | ${browser.token}  | ${403}
    ${"typed into the address bar"}           | ${{ "sec-fetch-site": "none" }}                                        | ${browser.token}  | ${403}
    ${"a foreign origin"}                     | ${{ origin: "http://evil.example" }}                                   | ${browser.token}  | ${403}
    ${"another port"}                         | ${{ origin: "http://localhost:9999" }}                                 | ${browser.token}  | ${403}
    ${"https where we are http"}              | ${{ origin: "https://localhost:8380" }}                                | ${browser.token}  | ${403}
    ${"an own origin from a foreign site"}    | ${{ origin: "http://localhost:8380", "sec-fetch-site": "cross-site" }} | ${browser.token}  | ${403}
    ${"no origin, no token (an old browser)"} | ${{}}                                                                  | ${""}             | ${403}
  `("$what: $status", async ({ headers, token, status }) => {
    expect((await posted(headers, token)).status).toBe(status);
    expect(await zone()).toEqual({ zone: "Europe/Paris" });
  });

  test.each`
    what                                        | headers
    ${"our page"}                               | ${{ "sec-fetch-site": "same-origin", origin: "null" }}
    ${"our page in a browser that says origin"} | ${{ origin: "http://localhost:8380" }}
    ${"plain http, where neither is said"}      | ${{ origin: "null" }}
  `("$what, with its token: taken", async ({ headers }) => {
    expect((await posted(headers, browser.token)).status).toBe(303);
    expect(await zone()).toEqual({ zone: "Asia/Tokyo" });
  });

  test("a token looks different each time, and each is good", async () => {
    const again = /name="form_token" value="([^"]+)"/.exec(await (await browser.get("/settings")).text())![1]!;
    expect(again).not.toBe(browser.token);
    expect((await posted({ "sec-fetch-site": "same-origin" }, again)).status).toBe(303);
  });

  test("signing in from another site's form is refused", async () => {
    const answer = await office.ask("/sign-in", {
      method: "POST",
      headers: { "sec-fetch-site": "cross-site" },
      body: new URLSearchParams({ passphrase: "whatever it is" }),
    });
    expect(answer.status).toBe(403);
  });

  test("a form larger than any of ours is refused", async () => {
    const answer = await browser.post("/settings/zone", { zone: "x".repeat(70_000) }, { "content-length": "70100" });
    expect(answer.status).toBe(413);
  });

  test.each(["/sign-out", "/import/begin", "/import/empty", "/sample", "/settings/zone"])(
    "GET %s changes nothing",
    async (path) => {
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.get("/settings")).status).toBe(200);
    },
  );
});
