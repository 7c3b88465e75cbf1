/** My week in a real browser: by keyboard, by pointing, on a phone and without a script. Skipped where there is no Chromium. */
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnish } from "../web/furnish.ts";
import { furnishWeek } from "../web/furnish-week.ts";
import { openOffice } from "../web/office.ts";

const chromiumPath = "/usr/bin/chromium";
const isHere = existsSync(chromiumPath);
if (!isHere) console.warn(`The browser tests are skipped: there is no ${chromiumPath}.`);

describe.skipIf(!isHere)("my week, in Chromium", () => {
  let browser: Browser;
  let server: Server;
  let base: string;
  let key: string;

  beforeAll(async () => {
    const office = await openOffice();
    await furnish(office.db, office.ownerId);
    await furnishWeek(office.world, office.ownerId);
    key = office.key;
    server = createServer(getRequestListener(office.app.fetch));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    base = `http://localhost:${(server.address() as AddressInfo).port}`;
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
    browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args });
  });

  afterAll(async () => {
    await browser?.close();
    await new Promise((closed) => server?.close(closed));
  });

  async function weekPage(settings: Parameters<Browser["newContext"]>[0] = {}) {
    const context = await browser.newContext({ reducedMotion: "reduce", ...settings });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.setDefaultTimeout(8_000);
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${base}/?key=${key}`);
    await page.goto(`${base}/week?of=2026-11-19`);
    return { context, page, complaints };
  }
  const planning = /^10:00–11:00: Busy: Planning/;

  test("by keyboard: Tab goes from time to time, the reason is read out, Enter goes to its line", async () => {
    const { context, page, complaints } = await weekPage();
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
    await context.close();
  });

  test("by pointing: the drawn event gives way to the time behind it, which says why", async () => {
    const { context, page } = await weekPage();
    const box = await page.locator(".week-item", { hasText: "Planning" }).boundingBox();
    await page.mouse.move(box!.x + box!.width / 2, box!.y + box!.height / 2);
    await page.getByText(planning).and(page.locator("[data-readout]")).waitFor();
    await context.close();
  });

  test("drawn to scale: an hour of an event is as high as an hour of the clock", async () => {
    const { context, page } = await weekPage();
    const [event, label, next] = await Promise.all([
      page.locator(".week-item", { hasText: "Planning" }).boundingBox(),
      page.locator(".week-hours text", { hasText: "10:00" }).boundingBox(),
      page.locator(".week-hours text", { hasText: "11:00" }).boundingBox(),
    ]);
    expect(Math.abs(event!.height - (next!.y - label!.y))).toBeLessThanOrEqual(2);
    await context.close();
  });

  test("on a phone, without a script: day by day in words, as wide as the screen", async () => {
    const { context, page } = await weekPage({ javaScriptEnabled: false, viewport: { width: 320, height: 760 } });
    expect(await page.locator(".week-drawing").isVisible()).toBe(false);
    const thursday = page.getByRole("region", { name: "Thursday 19 November" });
    expect(await thursday.innerText()).toMatch(/11:00–14:00\s+Can be offered\./);
    await page.getByRole("link", { name: "After" }).click();
    expect(page.url()).toContain("of=2026-11-23&minutes=45");
    await context.close();
  });
});
