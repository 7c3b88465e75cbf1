/** Every page without a mouse: Tab reaches each control, shows where it is and lets go. Skipped where no Chromium is found. */
import { describe, expect, test } from "vitest";
import type { Instant } from "../../src/domain/time.ts";
import { publicOffice } from "../support/public-office.ts";
import { openWholeHouse } from "../web/whole-house.ts";
import { unfold } from "./axe.ts";
import { besidesLinked, standingAlone } from "./axe-pages.ts";
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

  test("every page of the owner, with everything unfolded", async () => {
    const house = await openWholeHouse();
    const { pages } = await house.walk();
    for (const path of besidesLinked) pages.set(path, await (await house.get(path)).text());
    const { visit, base } = await openSite(house);
    const { page } = await visit();
    const found: string[] = [];
    for (const [path, text] of pages) {
      if (!text.startsWith("<!doctype html>")) continue;
      await page.goto(base + path);
      await unfold(page);
      found.push(...(await keyboardFindings(page)).map((one) => `${path}: ${one}`));
    }
    expect(found).toEqual([]);
  }, 400_000);

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

  test("the pages behind the link of a letter", async () => {
    const office = await publicOffice();
    const times = ["19T09", "20T13", "23T10"].map((time) => `2026-11-${time}:00:00.000Z` as Instant);
    const open = await office.invite(times);
    const { visit, base } = await openSite({ app: office.publicApp, key: "none" });
    const { page } = await visit();
    for (const path of [open.path, `${open.path}?lang=es`]) {
      await page.goto(base + path);
      expect(await keyboardFindings(page)).toEqual([]);
    }
    // A time is taken without a mouse: the first one has the focus after some tabs, and Enter takes it.
    await page.goto(base + open.path);
    office.wait({ seconds: 3 });
    const isOnTime = () => page.evaluate<boolean>(`document.activeElement?.matches("button[name=at]") === true`);
    for (let tabs = 0; tabs < 30 && !(await isOnTime()); tabs += 1) await page.keyboard.press("Tab");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await office.world.database.selectFrom("booking").select("state").execute()).toHaveLength(1);
  }, 100_000);
});
