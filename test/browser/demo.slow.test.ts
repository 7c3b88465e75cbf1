/**
 * The demo as a person comes to it: `serve`, the button on the first page, then a Google and an Outlook account through their
 * own pages, the first people, time moved on, and everything still there after a restart. Skipped where there is no Chromium.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { checkout, freeSettings, type Serving, startServing, stopDatabase } from "../support/serving.ts";
import { hasChromium } from "./chromium.ts";
import { connectAccount, openBrowser, openPage, reloadUntil } from "./demo-pages.ts";

const home = mkdtempSync(join(tmpdir(), "rapport-demo-"));
chmodSync(home, 0o711);
const running: Serving[] = [];
let browser: Browser | undefined;

afterAll(async () => {
  await browser?.close();
  for (const { child, ended } of running) {
    child.kill("SIGTERM");
    await ended;
  }
  for (const one of [join(home, "demo"), home]) await stopDatabase(one);
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}, 90_000);

test.skipIf(!hasChromium)("the demo from its button to a restart", { timeout: 240_000 }, async () => {
  const settings = await freeSettings(home);
  const serve = startServing({ env: settings });
  running.push(serve);
  browser = await openBrowser();
  const page = await openPage(browser);

  await page.goto(await serve.address());
  await page.getByRole("button", { name: "Try the demo" }).click();
  await page.waitForURL(({ port }) => port !== settings.PORT);
  const base = new URL(page.url()).origin;
  await page.getByText("In the demo it is").waitFor();
  for (const name of ["Google", "Outlook"]) await connectAccount(page, base, name);
  await reloadUntil(page, `${base}/people`, async () => (await page.locator('a[href^="/people/"]').count()) > 5);

  await page.goto(`${base}/today`);
  const before = await page.getByText("In the demo it is").textContent();
  await page.getByRole("button", { name: "Next day" }).click();
  await page.getByText("Time has moved on").waitFor();
  expect(await page.getByText("In the demo it is").textContent()).not.toBe(before);

  // Both accounts are read on the new day, with tokens that had to be renewed; old mail takes its time, as at the provider.
  const areCurrent = async () => (await page.getByText(/(?:Google|Outlook), (?:reading|up to date)/).count()) === 2;
  await reloadUntil(page, `${base}/accounts`, areCurrent);
  serve.child.kill("SIGTERM");
  expect(await serve.ended).toBe(0);
  const again = startServing({ command: [process.execPath, "bin/rapport.js", "demo"], cwd: checkout, env: settings });
  running.push(again);
  await page.goto(await again.address());
  await page.getByRole("button", { name: "Next day" }).click();
  await reloadUntil(page, `${new URL(page.url()).origin}/accounts`, areCurrent);
});
