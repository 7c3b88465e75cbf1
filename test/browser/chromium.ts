/**
 * Debian's Chromium with the owner's pages behind a real socket. A context takes a second to make, so a test file has one with
 * scripts and one without, and each visit is a page of its own in it.
 */
import { existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { atEndOfFile } from "../support/end-of-file.ts";
import type { openOffice } from "../web/office.ts";

export const chromiumPath = "/usr/bin/chromium";
export const hasChromium = existsSync(chromiumPath);
if (!hasChromium) console.warn(`The browser tests are skipped: there is no ${chromiumPath}.`);

const defaultTimeoutMs = 8_000;
const deskView = { width: 1280, height: 720 };
export const phoneView = { width: 320, height: 700 };

export type Visitor = {
  context: BrowserContext;
  page: Page;
  /** What the browser complained of since this visit began: a policy broken, a script failed. */
  complaints: string[];
};

export type Visit = { withScript?: boolean; viewport?: { width: number; height: number } };

export type Site = {
  base: string;
  /** Signed in, on the page that the key leads to. */
  visit(visit?: Visit): Promise<Visitor>;
};

/** Serves the office until the end of the file. */
export async function openSite(office: Pick<Awaited<ReturnType<typeof openOffice>>, "app" | "key">): Promise<Site> {
  const server = createServer(getRequestListener(office.app.fetch));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
  const browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args });
  atEndOfFile(async () => {
    await browser.close();
    await new Promise((closed) => server.close(closed));
  });

  const contexts = new Map<boolean, BrowserContext>();
  const contextWith = async (withScript: boolean): Promise<BrowserContext> => {
    const known = contexts.get(withScript);
    const context =
      known ??
      (await browser.newContext({ reducedMotion: "reduce", javaScriptEnabled: withScript, viewport: deskView }));
    contexts.set(withScript, context);
    return context;
  };

  return {
    base,
    async visit({ withScript = true, viewport = deskView } = {}) {
      const context = await contextWith(withScript);
      const before = context.pages();
      const page = await context.newPage();
      for (const left of before) await left.close();
      if (viewport !== deskView) await page.setViewportSize(viewport);
      const complaints: string[] = [];
      page.setDefaultTimeout(defaultTimeoutMs);
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await context.clearCookies();
      await page.goto(`${base}/?key=${office.key}`);
      return { context, page, complaints };
    },
  };
}

const shots = new URL("screenshots/", import.meta.url).pathname;

/**
 * A picture of the page for a person to look at, in test/browser/screenshots (not kept in the repository). Only when
 * RAPPORT_SCREENSHOTS=1 asks for it: no test reads them, and drawing them takes as long as all else.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.RAPPORT_SCREENSHOTS !== "1") return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}${name}.png` });
}
