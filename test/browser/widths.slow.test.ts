/**
 * Every page as its widest and its narrowest reader sees it: nothing sticks out, everything is readable, dark and light. Skipped,
 * and said so, where no Chromium is found.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { furnish, ids } from "../web/furnish.ts";
import { furnishLoop, loopIds } from "../web/furnish-loop.ts";
import { openOffice } from "../web/office.ts";
import { hasChromium, openSite, type Site, screenshot } from "./chromium.ts";
import { faintTexts } from "./faint-texts.ts";

/** Ids are left out of the names of screenshots. */
const nameOf = (path: string): string =>
  path.replaceAll(/\/(?:[0-9a-f]+-)+[0-9a-f]+/g, "-one").replaceAll(/[/?=]/g, "-");

const pages = [
  "/today",
  "/calls",
  "/review",
  "/inbox",
  "/sent",
  "/sent?show=not_sent",
  `/drafts/${ids.tomasDraft}`,
  `/bookings/${loopIds.booking}`,
  "/plan",
  "/people",
  `/people/${ids.priya}`,
  `/people/${ids.priya}/brief`,
  `/people/${ids.priya}/note`,
  "/merges",
  "/unsure",
  "/not-people",
  "/week",
  "/lists",
  "/events",
  "/import",
  "/imports",
  `/imports/${ids.import}`,
  "/settings",
  "/settings/sending",
  "/settings/letters",
  "/settings/letters/thank_you",
  "/settings/letters/group",
  "/settings/meeting",
];

describe.skipIf(!hasChromium)("in Chromium", () => {
  let site: Site;
  beforeAll(async () => {
    const office = await openOffice();
    await furnish(office.db, office.ownerId);
    await furnishLoop(office.db, office.ownerId);
    site = await openSite(office);
  });

  test("with everything unfolded no page is wider than a screen of 320 or 1280 pixels, and all is readable, dark and light", async () => {
    const { page, complaints } = await site.visit();
    const found: unknown[] = [];
    for (const path of pages) {
      const status = (await page.goto(site.base + path))?.status();
      const headings = await page.locator("h1").count();
      if (status !== 200 || headings !== 1) found.push([path, { status, headings }]);
      await page.evaluate(
        "for (const one of document.querySelectorAll('main details')) { one.removeAttribute('name'); one.open = true; }",
      );
      for (const [width, colorScheme] of [
        [320, "dark"],
        [1280, "light"],
      ] as const) {
        await page.setViewportSize({ width, height: 760 });
        await page.emulateMedia({ colorScheme });
        await screenshot(page, `${colorScheme}-${width}${nameOf(path)}`);
        const isAsWide = await page.evaluate<number>("document.documentElement.scrollWidth");
        if (isAsWide !== width) found.push([path, width, isAsWide]);
        const faint = await page.evaluate<string[]>(faintTexts);
        if (faint.length > 0) found.push([path, colorScheme, faint]);
      }
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  }, 90_000);
});
