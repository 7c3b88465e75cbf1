/** My week in a real browser: by keyboard, by pointing, on a phone and without a script. Skipped where there is no Chromium. */
import { beforeAll, describe, expect, test } from "vitest";
import { furnish } from "../web/furnish.ts";
import { furnishWeek } from "../web/furnish-week.ts";
import { openOffice } from "../web/office.ts";
import { hasChromium, openSite, phoneView, type Site, type Visit } from "./chromium.ts";

describe.skipIf(!hasChromium)("my week, in Chromium", () => {
  let site: Site;

  beforeAll(async () => {
    const office = await openOffice();
    await furnish(office.db, office.ownerId);
    await furnishWeek(office.world, office.ownerId);
    site = await openSite(office);
  });

  async function weekPage(wish?: Visit) {
    const visitor = await site.visit(wish);
    await visitor.page.goto(`${site.base}/week?of=2026-11-19`);
    return visitor;
  }
  const planning = /^10:00–11:00: Busy: Planning/;

  test("by keyboard: Tab goes from time to time, the reason is read out, Enter goes to its line", async () => {
    const { page, complaints } = await weekPage();
    await page.getByRole("link", { name: "Thu 19" }).focus();
    const labels: string[] = [];
    for (let tabs = 0; tabs < 12 && !labels.some((label) => planning.test(label)); tabs += 1) {
      await page.keyboard.press("Tab");
      labels.push((await page.evaluate<string | null>("document.activeElement.getAttribute('aria-label')")) ?? "");
    }
    expect(labels.at(-1)).toMatch(planning);
    expect(await page.locator("[data-readout]").innerText()).toBe(labels.at(-1));
    await page.keyboard.press("Enter");
    expect(await page.locator(".stretches li:target").innerText()).toMatch(/10:00–11:00\s+Busy: Planning/);
    expect(complaints).toEqual([]);
  });

  test("by pointing: the drawn event gives way to the time behind it, which says why", async () => {
    const { page } = await weekPage();
    const box = await page.locator(".week-item", { hasText: "Planning" }).boundingBox();
    await page.mouse.move(box!.x + box!.width / 2, box!.y + box!.height / 2);
    await page.getByText(planning).and(page.locator("[data-readout]")).waitFor();
  });

  test("drawn to scale: an hour of an event is as high as an hour of the clock", async () => {
    const { page } = await weekPage();
    const [event, label, next] = await Promise.all([
      page.locator(".week-item", { hasText: "Planning" }).boundingBox(),
      page.locator(".week-hours text", { hasText: "10:00" }).boundingBox(),
      page.locator(".week-hours text", { hasText: "11:00" }).boundingBox(),
    ]);
    expect(Math.abs(event!.height - (next!.y - label!.y))).toBeLessThanOrEqual(2);
  });

  test("on a phone, without a script: day by day in words, as wide as the screen", async () => {
    const { page } = await weekPage({ withScript: false, viewport: phoneView });
    expect(await page.locator(".week-drawing").isVisible()).toBe(false);
    const thursday = page.getByRole("region", { name: "Thursday 19 November" });
    expect(await thursday.innerText()).toMatch(/11:00–14:00\s+Can be offered\./);
    await page.getByRole("link", { name: "After" }).click();
    expect(page.url()).toContain("of=2026-11-23&minutes=45");
  });
});
