/** A page without a mouse: Tab reaches each control, shows where it is and lets go. Skipped where no Chromium is found. */
import { describe, expect, test } from "vitest";
import { openWholeHouse } from "../web/whole-house.ts";
import { standingAlone } from "./axe-pages.ts";
import { hasChromium, openSite } from "./chromium.ts";
import { keyboardFindings } from "./keyboard.ts";

describe.skipIf(!hasChromium)("in Chromium", () => {
  test("a control that Tab passes over, and one that does not show its focus, are found", async () => {
    const { visit } = await openSite({ app: (await openWholeHouse()).app, key: "none" });
    const { page } = await visit();
    await page.goto("about:blank");
    await page.setContent(`<style>#dim:focus { outline: none }</style><a href="#a">one</a>
      <button id="dim">two</button><button id="shy" onfocus="this.blur()">three</button>`);
    const found = await keyboardFindings(page);
    expect(found.map((one) => one.replace(/:.*id="(\w+)".*/, ": $1"))).toEqual([
      "not reached: shy",
      "focus not seen: dim",
    ]);
  }, 60_000);

  test.each(Object.keys(standingAlone))(
    "%s, which stands in a home of another kind",
    async (route) => {
      const { office, path, isOut } = await standingAlone[route]!();
      const { visit, base } = await openSite(office);
      const { page, context } = await visit();
      if (isOut === true) await context.clearCookies();
      await page.goto(base + path);
      await page.route(base + path, (again) => again.fulfill({ status: 204 }));
      expect(await keyboardFindings(page)).toEqual([]);
    },
    100_000,
  );
});
