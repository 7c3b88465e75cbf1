/**
 * Every page as those see it who see it with difficulty: axe-core finds nothing, nothing sticks out, everything is readable, names
 * that run from right to left stand by themselves. Dark and light, on a phone and on a desk, at 200 %, with and without motion.
 * Pages are found by their links. Skipped, and said so, where no Chromium is found.
 */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Instant } from "../../src/domain/time.ts";
import { publicOffice, readPage } from "../support/public-office.ts";
import { ids } from "../web/furnish.ts";
import { openOffice } from "../web/office.ts";
import { openWholeHouse } from "../web/whole-house.ts";
import { axeFindings, unfold } from "./axe.ts";
import { besidesLinked, standingAlone } from "./axe-pages.ts";
import { hasChromium, openSite, screenshot } from "./chromium.ts";
import { faintTexts } from "./faint-texts.ts";

/** Axe needs half a second for a page: what neither width nor colours change it looks at twice. */
const looks = [
  { name: "phone-dark", width: 320, colorScheme: "dark", reducedMotion: "reduce", rules: "all" },
  { name: "phone-light", width: 320, colorScheme: "light", reducedMotion: "no-preference", rules: [] },
  { name: "desk-dark", width: 1280, colorScheme: "dark", reducedMotion: "reduce", rules: [] },
  { name: "desk-light", width: 1280, colorScheme: "light", reducedMotion: "no-preference", rules: "all" },
  // A desk of 1280 pixels on which everything is twice as large.
  {
    name: "zoomed",
    width: 640,
    colorScheme: "light",
    reducedMotion: "reduce",
    rules: ["scrollable-region-focusable", "target-size"],
  },
] as const;

async function findingsOn(page: Page, path: string): Promise<string[]> {
  const found: string[] = [];
  await unfold(page);
  for (const { name, width, rules, ...media } of looks) {
    await page.setViewportSize({ width, height: 760 });
    await page.emulateMedia(media);
    await page.evaluate(settled);
    await screenshot(page, `${name}${nameOf(path)}`);
    const findings = [
      ...(rules.length === 0 ? [] : await axeFindings(page, rules)),
      ...(await page.evaluate<string[]>(faintTexts)),
      ...(await page.evaluate<string[]>(sprawling)),
      ...(media.reducedMotion === "reduce" ? await page.evaluate<string[]>(moving) : []),
    ];
    found.push(...findings.map((one) => `${path} ${name}: ${one}`));
  }
  return [...found, ...(await page.evaluate<string[]>(mixed)).map((one) => `${path}: ${one}`)];
}

/** Colours of buttons change slowly where motion is welcome. */
const settled = `Promise.all(document.getAnimations()
  .filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime))
  .map(({ finished }) => finished.catch(() => undefined))).then(() => undefined)`;
const sprawling = `document.documentElement.scrollWidth > innerWidth ? ["is " + document.documentElement.scrollWidth + " pixels wide"] : []`;
const moving = `document.getAnimations().map(({ effect }) => "moves: " + effect.target.className)`;

/** Names that run from right to left in the midst of words that do not: signs beside them would stand on the wrong side. */
const mixed = `(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (/[\\u0590-\\u08ff]/.test(node.textContent) && node.parentElement.closest("bdi, [dir=auto], option") === null)
      found.push("from right to left: " + node.parentElement.outerHTML.slice(0, 150));
  return found;
})()`;

/** Ids are left out of the names of screenshots. */
const nameOf = (path: string): string =>
  path.replaceAll(/\/(?:[0-9a-f]+-)+[0-9a-f]+/g, "-one").replaceAll(/[/?=&]/g, "-");

describe.skipIf(!hasChromium)("in Chromium", () => {
  test("every page of the owner, with everything unfolded", async () => {
    const house = await openWholeHouse();
    const { pages } = await house.walk();
    for (const path of besidesLinked) pages.set(path, await (await house.get(path)).text());
    const { visit, base } = await openSite(house);
    const { page, complaints } = await visit();
    const found: string[] = [];
    for (const [path, text] of pages) {
      if (!text.startsWith("<!doctype html>")) continue;
      await page.goto(base + path);
      found.push(...(await findingsOn(page, path)));
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  }, 400_000);

  test("what a stranger sees, and what is refused", async () => {
    const office = await openOffice();
    const { visit, base } = await openSite(office);
    const { page, context } = await visit();
    const found = await findingsOn(page, "/ of a new owner");
    await context.clearCookies();
    for (const path of ["/", "/?key=wrong", "/nowhere"]) {
      await page.goto(base + path);
      found.push(...(await findingsOn(page, path)));
    }
    expect(found).toEqual([]);
  }, 100_000);

  test.each(Object.keys(standingAlone))(
    "%s, which stands in a home of another kind",
    async (route) => {
      const { office, path, isOut } = await standingAlone[route]!();
      const { visit, base } = await openSite(office);
      const { page, context } = await visit();
      if (isOut === true) await context.clearCookies();
      await page.goto(base + path);
      // What renews itself stays as it is while it is looked at.
      await page.route(base + path, (again) => again.fulfill({ status: 204 }));
      expect(await findingsOn(page, route)).toEqual([]);
    },
    100_000,
  );

  test("the pages behind the link of a letter", async () => {
    const office = await publicOffice();
    const times = ["19T09", "20T13", "23T10"].map((time) => `2026-11-${time}:00:00.000Z` as Instant);
    const open = await office.invite(times);
    const booked = await office.invite(times, ids.hostile);
    await office.post(`${booked.path}/book`, { nonce: await readPage(office, booked.path), at: times[2]! });
    const { visit, base } = await openSite({ app: office.publicApp, key: "none" });
    const { page } = await visit();
    const found: string[] = [];
    for (const path of [
      open.path,
      `${open.path}?lang=de`,
      booked.path,
      `${booked.path}/move`,
      "/b/nothing",
      "/d/nothing",
    ]) {
      await page.goto(base + path);
      found.push(...(await findingsOn(page, path)));
    }
    expect(found).toEqual([]);
  }, 100_000);
});
