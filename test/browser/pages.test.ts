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

const chromiumPath = "/usr/bin/chromium";
const isHere = existsSync(chromiumPath);
if (!isHere) console.warn(`The browser tests are skipped: there is no ${chromiumPath}.`);
const shots = new URL("screenshots/", import.meta.url).pathname;
mkdirSync(shots, { recursive: true });

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

    const widths = { phone: 320, desktop: 1280 };
    test.each(
      (["light", "dark"] as const).flatMap((scheme) =>
        (Object.keys(widths) as (keyof typeof widths)[]).map((size) => [scheme, size] as const),
      ),
    )("%s, %s: no page is wider than the screen, and all is readable", async (scheme, size) => {
      const { context, page, complaints } = await signedIn({
        colorScheme: scheme,
        viewport: { width: widths[size], height: 760 },
      });
      const paths = [
        "/import",
        "/review",
        "/people",
        `/people/${ids.priya}`,
        `/imports/${ids.import}`,
        "/not-people",
        "/settings",
        "/settings/meeting",
        "/week",
      ];
      for (const path of paths) {
        expect((await page.goto(base + path))?.status()).toBe(200);
        await page.screenshot({
          path: `${shots}${scheme}-${size}${path.split("/").slice(0, 2).join("-")}${path.length > 30 ? "-one" : ""}.png`,
        });
        expect([path, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([path, widths[size]]);
        expect([path, await page.evaluate(faintTexts)]).toEqual([path, []]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
});

/** Texts whose contrast with what lies behind them is below 4.5 to 1 (WCAG 2.2, AA), measured on the drawn colours. */
const faintTexts = `(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, below) => top.slice(0, 3).map((part, index) => (part * top[3] + below[index] * (255 - top[3])) / 255);
  const behind = (element) => {
    const layers = [];
    for (let one = element; one !== null; one = one.parentElement) layers.unshift(rgba(getComputedStyle(one).backgroundColor));
    return layers.reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const light = (colour) => {
    const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const faint = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.textContent.trim() === "" || !element.checkVisibility() || element.closest(".unseen, noscript, meter, progress, datalist")) continue;
    const ground = behind(element);
    const [one, other] = [light(over(rgba(getComputedStyle(element).color), ground)), light(ground)].sort((a, b) => b - a);
    if ((one + 0.05) / (other + 0.05) < 4.5) faint.add(node.textContent.trim().slice(0, 30) + " " + ((one + 0.05) / (other + 0.05)).toFixed(2));
  }
  return [...faint];
})()`;
