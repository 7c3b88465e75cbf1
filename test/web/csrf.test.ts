/** What our own pages send is taken; what is refused stands in hostile-requests.test.ts. */
import { describe, expect, test } from "vitest";
import { openOffice } from "./office.ts";

describe("a form is taken only from our own page (provider-facts §11)", async () => {
  const office = await openOffice();
  const browser = await office.browser();
  const zone = () => office.db.selectFrom("owner_zone").select("zone").executeTakeFirstOrThrow();

  const posted = (headers: Record<string, string>, token: string) =>
    office.ask("/settings/zone", {
      method: "POST",
      headers: { cookie: browser.cookie, ...headers },
      body: new URLSearchParams({ form_token: token, zone: "Asia/Tokyo" }),
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

  test.each(["/sign-out", "/import/begin", "/import/empty", "/sample", "/settings/zone"])(
    "GET %s changes nothing",
    async (path) => {
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.get("/settings")).status).toBe(200);
    },
  );
});
