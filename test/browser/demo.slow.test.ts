/**
 * The demo as a person comes to it: `serve`, the button on the first page, then a Google and an Outlook account through their
 * own pages, the first people, time moved on, and everything still there after a restart. Skipped where there is no Chromium.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { checkout, freeSettings, type Serving, startServing, stopDatabase } from "../support/serving.ts";
import { hasChromium } from "./chromium.ts";

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

async function connect(page: Page, base: string, name: string): Promise<void> {
  await page.goto(`${base}/connect`);
  await page.getByRole("button", { name: `Connect ${name}` }).click();
  await page.getByRole("radio").first().check();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.getByText("Connected. The first people appear within a minute.").waitFor();
}

const reload = async (page: Page, path: string, until: () => Promise<boolean>) => {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(path);
    if (await until()) return;
    await page.waitForTimeout(1_000);
  }
  throw new Error(`in vain: ${path}\n${await page.locator("main").innerText()}`);
};

test.skipIf(!hasChromium)("the demo from its button to a restart", { timeout: 240_000 }, async () => {
  const settings = await freeSettings(home);
  const serve = startServing({ env: settings });
  running.push(serve);
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);

  await page.goto(await serve.address());
  await page.getByRole("button", { name: "Try the demo" }).click();
  await page.waitForURL(({ port }) => port !== settings.PORT);
  const base = new URL(page.url()).origin;
  await page.getByText("In the demo it is").waitFor();
  for (const name of ["Google", "Outlook"]) await connect(page, base, name);
  await reload(page, `${base}/people`, async () => (await page.locator('a[href^="/people/"]').count()) > 5);

  await page.goto(`${base}/today`);
  const before = await page.getByText("In the demo it is").textContent();
  await page.getByRole("button", { name: "Next day" }).click();
  await page.getByText("Time has moved on").waitFor();
  expect(await page.getByText("In the demo it is").textContent()).not.toBe(before);

  // Both accounts are read on the new day, with tokens that had to be renewed; old mail takes its time, as at the provider.
  const areCurrent = async () => (await page.getByText(/(?:Google|Outlook), (?:reading|up to date)/).count()) === 2;
  await reload(page, `${base}/accounts`, areCurrent);
  serve.child.kill("SIGTERM");
  expect(await serve.ended).toBe(0);
  const again = startServing({ command: [process.execPath, "bin/rapport.js", "demo"], cwd: checkout, env: settings });
  running.push(again);
  await page.goto(await again.address());
  await page.getByRole("button", { name: "Next day" }).click();
  await reload(page, `${new URL(page.url()).origin}/accounts`, areCurrent);
});
