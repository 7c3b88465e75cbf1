/**
 * The pages in a real browser: uploading with the script and without, keys, both colour schemes and widths from 320
 * pixels on. Screenshots go to test/browser/screenshots (not kept in the repository). Skipped, and said so, where no
 * Chromium is found.
 */
import { existsSync, mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnish, ids } from "../web/furnish.ts";
import { openOffice } from "../web/office.ts";
import { faintTexts } from "./faint-texts.ts";

const chromiumPath = "/usr/bin/chromium";
const isHere = existsSync(chromiumPath);
if (!isHere) console.warn(`The browser tests are skipped: there is no ${chromiumPath}.`);
const shots = new URL("screenshots/", import.meta.url).pathname;
mkdirSync(shots, { recursive: true });

/** Ids are left out of the names of screenshots. */
const nameOf = (path: string): string => path.replaceAll(/\/(?:[0-9a-f]+-)+[0-9a-f]+/g, "-one").replaceAll("/", "-");

const mbox =
  "From - Mon Nov 16 13:00:00 2026\nFrom: Priya Nair <priya@acme.example>\nTo: me@owner.example\nSubject: Hello\n\nHello\n\n";

describe.skipIf(!isHere)("in Chromium", () => {
  let browser: Browser;
  let server: Server;
  let office: Awaited<ReturnType<typeof openOffice>>;
  let base: string;

  beforeAll(async () => {
    office = await openOffice();
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

  /** A signed-in page; complaints of the browser (a policy broken, a script failed) fail the test that reads them. */
  async function signedIn(settings: Parameters<Browser["newContext"]>[0] = {}) {
    const context: BrowserContext = await browser.newContext({ reducedMotion: "reduce", ...settings });
    const page: Page = await context.newPage();
    const complaints: string[] = [];
    page.setDefaultTimeout(8_000);
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${base}/?key=${office.key}`);
    return { context, page, complaints };
  }

  test("the key leaves the address bar; chosen files are uploaded in pieces, shown with their kind, and read", async () => {
    const { context, page, complaints } = await signedIn();
    expect(page.url()).toBe(`${base}/`);
    await page.getByRole("link", { name: "Import export files" }).click();
    const large = Buffer.concat([Buffer.from(mbox), Buffer.alloc(5_000_000, "x\n")]);
    await page.locator("#files").setInputFiles([
      { name: "All mail.mbox", mimeType: "application/mbox", buffer: large },
      { name: "calendar.ics", mimeType: "text/calendar", buffer: Buffer.from("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") },
    ]);
    await page.getByText("Ready to be read").waitFor();
    expect(await page.locator("#tray").innerText()).toMatch(
      /All mail\.mbox\s+Mailbox · 5\.0 MB[\s\S]*calendar\.ics\s+Calendar/,
    );
    await page.getByRole("button", { name: "Read these 2 files, 5.0 MB" }).click();
    await page.getByText("Waiting to be read").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("an upload that broke off goes on from there when the file is chosen again", async () => {
    const { context, page } = await signedIn();
    await page.goto(`${base}/import`);
    const file = {
      name: "again.mbox",
      mimeType: "application/mbox",
      buffer: Buffer.concat([Buffer.from(mbox), Buffer.alloc(5_000_000, "y\n")]),
    };
    let pieces = 0;
    await page.route("**/import/files/**", (route) => {
      if (route.request().method() !== "PUT") return route.continue();
      pieces += 1;
      return pieces === 2 ? route.abort() : route.continue();
    });
    await page.locator("#files").setInputFiles([file]);
    await page.getByText("Ready to be read").waitFor();
    // Two pieces, one of them twice: what had arrived was not sent again.
    expect(pieces).toBe(3);
    await context.close();
  });

  test("without a script a form uploads, and the page shows the tray", async () => {
    const { context, page } = await signedIn({ javaScriptEnabled: false });
    await page.goto(`${base}/import`);
    await page
      .locator("#files")
      .setInputFiles([{ name: "plain.mbox", mimeType: "application/mbox", buffer: Buffer.from(mbox) }]);
    await page.getByRole("button", { name: "Upload" }).click();
    expect(await page.locator("#tray").innerText()).toContain("plain.mbox");
    await context.close();
  });

  describe("with people", () => {
    beforeAll(() => furnish(office.db, office.ownerId));

    test("the review goes by keys alone: next, open, to the person, search", async () => {
      const { context, page, complaints } = await signedIn();
      await page.goto(`${base}/review`);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      expect(await page.locator("details[open] .item-name").allInnerTexts()).toEqual(["Tomás Ibarra"]);
      await page.keyboard.press("/");
      await page.keyboard.type("nair");
      await page.waitForURL(/q=nair/);
      expect(await page.locator(".item-name").allInnerTexts()).toEqual(["Priya Nair"]);
      await page.locator(".item > details[open]").waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      expect(await page.getByRole("dialog").isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await page.keyboard.press("p");
      await page.waitForURL(/\/people\//);
      expect(await page.locator("h1").innerText()).toBe("Priya Nair");
      // Keys are heard once the script has run.
      await page.waitForLoadState("load");
      await page.keyboard.press("g");
      await page.keyboard.press("i");
      await page.waitForURL(/\/import$/);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("the letter is copied as it stands", async () => {
      const { context, page } = await signedIn({ permissions: ["clipboard-read", "clipboard-write"] });
      await page.goto(`${base}/review?q=tomas%40`);
      await page.getByRole("button", { name: "Copy text" }).click();
      await page.getByText("Copied").waitFor();
      expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
        "Hi Tomás,\n\nShall we have a coffee?\n\nMara",
      );
      await context.close();
    });

    test("the question is answered with one tap on a guess, and the page is back at the person", async () => {
      const { context, page } = await signedIn({ javaScriptEnabled: false });
      await page.goto(`${base}/review`);
      await page.getByRole("button", { name: "Hiring analysts" }).click();
      expect(page.url()).toContain("done=why_answered");
      expect(await page.getByRole("status").innerText()).toContain("Thank you.");
      await context.close();
    });

    test("the sheet of keys names every place that a key leads to", async () => {
      const { context, page } = await signedIn();
      await page.goto(`${base}/today`);
      await page.keyboard.press("?");
      const sheet = (await page.getByRole("dialog").locator("dt").allInnerTexts()).filter((key) => /^g ./.test(key));
      const places = await page.locator("[data-go]").evaluateAll((links) => links.map((one) => `g ${one.dataset.go}`));
      expect(sheet).toEqual(places);
      await context.close();
    });

    test("on a phone, by keyboard and without a script: past the bar to the content, and on to the other places", async () => {
      const { context, page } = await signedIn({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
      expect(page.url()).toBe(`${base}/today`);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(page.url()).toBe(`${base}/today#main`);
      await page.getByRole("button", { name: "More" }).press("Enter");
      await page.getByRole("link", { name: "Settings" }).press("Enter");
      await page.waitForURL(/\/settings$/);
      await context.close();
    });

    const pages = [
      "/today",
      "/calls",
      "/review",
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
      "/settings/letters",
      "/settings/letters/thank_you",
      "/settings/letters/group",
      "/settings/meeting",
    ];

    test("with everything unfolded no page is wider than a screen of 320 or 1280 pixels, and all is readable, dark and light", async () => {
      const { context, page, complaints } = await signedIn();
      const found: unknown[] = [];
      for (const path of pages) {
        const status = (await page.goto(base + path))?.status();
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
          await page.screenshot({ path: `${shots}${colorScheme}-${width}${nameOf(path)}.png` });
          const isAsWide = await page.evaluate<number>("document.documentElement.scrollWidth");
          if (isAsWide !== width) found.push([path, width, isAsWide]);
          const faint = await page.evaluate<string[]>(faintTexts);
          if (faint.length > 0) found.push([path, colorScheme, faint]);
        }
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    }, 90_000);
  });
});
