/**
 * A thread and the question whether two are one, in a real browser: on a phone without a script, by keyboard alone, and on a
 * desk. Screenshots go to test/browser/screenshots. Skipped where there is no Chromium.
 */
import { existsSync, mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishThreads } from "../web/furnish-threads.ts";
import { openOffice } from "../web/office.ts";
import { faintTexts } from "./faint-texts.ts";

const chromiumPath = "/usr/bin/chromium";
const isHere = existsSync(chromiumPath);
if (!isHere) console.warn(`The browser tests are skipped: there is no ${chromiumPath}.`);
const shots = new URL("screenshots/", import.meta.url).pathname;
mkdirSync(shots, { recursive: true });

describe.skipIf(!isHere)("a thread, in Chromium", () => {
  let browser: Browser;
  let server: Server;
  let base: string;
  let key: string;
  let seen: Awaited<ReturnType<typeof furnishThreads>>;

  beforeAll(async () => {
    const office = await openOffice();
    seen = await furnishThreads(office);
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

  test("by keyboard, without a script: the quote unfolds, another meaning is said, and taken back", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    await page.goto(`${base}/?key=${key}`);
    await page.goto(`${base}${seen.thread}#m-${seen.answer}`);
    const answer = page.locator(`#m-${seen.answer}`);
    const quote = answer.locator("blockquote");
    expect(await quote.isVisible()).toBe(false);
    await answer.locator(".quoted summary").press("Enter");
    expect(await quote.isVisible()).toBe(true);
    await answer.getByText("It means something else").press("Enter");
    await answer.getByRole("button", { name: "Declines" }).press("Enter");
    await page.getByText("You said: declines.").waitFor();
    expect(page.url()).toBe(`${base}${seen.thread}?done=reading_corrected#m-${seen.answer}`);
    await answer.getByRole("button", { name: "Take my word back" }).press("Enter");
    await page.getByText("Your correction is taken back.").waitFor();
    await context.close();
  });

  test("at 320 and 1280 pixels, dark and light, nothing is wider than the screen and all is readable", async () => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(`${base}/?key=${key}`);
    const paths = { thread: seen.thread, merges: "/merges", details: `/people/${seen.person}` };
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(base + path);
      await page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
      for (const [width, colorScheme] of [
        [320, "dark"],
        [1280, "light"],
      ] as const) {
        await page.setViewportSize({ width, height: 760 });
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${shots}${colorScheme}-${width}-${name}.png` });
        expect([path, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([path, width]);
        expect([path, await page.evaluate(faintTexts)]).toEqual([path, []]);
      }
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
