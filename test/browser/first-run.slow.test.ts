/**
 * The first run as a person walks it over `serve`, from the printed address to the first approved letter: on the sample, on files of
 * their own, and in the demo. Counted are the screens, what is asked, and the machine's time. Skipped where there is no Chromium.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freeSettings, type Serving, startServing, stopDatabase } from "../support/serving.ts";
import { hasChromium } from "./chromium.ts";
import { connectAccount, openBrowser, openPage } from "./demo-pages.ts";
import { smallCalendar, smallMailbox } from "./small-export.ts";

const homes: string[] = [];
const running: Serving[] = [];
let browser: Browser;

beforeAll(async () => {
  if (hasChromium) browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  for (const { child, ended } of running) {
    child.kill("SIGTERM");
    await ended;
  }
  for (const home of homes) {
    for (const one of [join(home, "demo"), home]) await stopDatabase(one);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}, 90_000);

/** Between what a person does, until what they need for the next step is there. */
const machineSecondsMax = 60;
/** An account is read no faster than its provider allows. */
const withAccountSecondsMax = 180;

type Walk = { page: Page; port: string; home: string; screens: () => string[] };

/** A fresh installation, on its first page. Of one page that fills by itself there is one screen. */
async function begin(): Promise<Walk> {
  const home = mkdtempSync(join(tmpdir(), "rapport-first-"));
  chmodSync(home, 0o711);
  homes.push(home);
  const settings = await freeSettings(home);
  const serve = startServing({ env: settings });
  running.push(serve);
  const page = await openPage(browser);
  const seen: string[] = [];
  page.on("load", () => {
    const path = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, ":id");
    if (seen.at(-1) !== path) seen.push(path);
  });
  await page.goto(await serve.address());
  return { page, port: settings.PORT!, home, screens: () => seen };
}

/** From the questions to the letter's page; gives the names of all fields that were asked for on the way. */
async function answerAndApprove(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "That is right" }).waitFor();
  const asked = await page
    .locator("main form :is(input:not([type=hidden]), select, textarea)")
    .evaluateAll((fields) => [...new Set(fields.map((field) => field.getAttribute("name") ?? ""))]);
  await page.getByRole("button", { name: "That is right" }).click();
  await page
    .getByRole("heading", { name: "Two people to begin with" })
    .waitFor({ timeout: withAccountSecondsMax * 1_000 });
  const people = page.locator("#two > .items > .item");
  expect(await people.count()).toBe(2);
  for (const one of await people.all()) expect(await one.locator(".reasons li").count()).toBeGreaterThan(0);
  await page.locator("[data-approve]").first().click();
  await page.waitForURL(/done=approved/);
  await page.waitForLoadState("load");
  return asked;
}

describe.skipIf(!hasChromium)("R7, R41: from nothing to the first approved letter", () => {
  const asked = ["zone", "from", "until", "plan"];

  test("on the sample: four screens, three clicks", { timeout: 180_000 }, async () => {
    const { page, screens } = await begin();
    const startedAt = performance.now();
    await page.getByRole("button", { name: "Open the sample" }).click();
    expect(await answerAndApprove(page)).toEqual(asked);
    expect(screens()).toEqual(["/", "/start", "/start/people", "/drafts/:id"]);
    expect((performance.now() - startedAt) / 1_000).toBeLessThan(machineSecondsMax);
  });

  test("on a mailbox and a calendar: one screen more, to choose them", { timeout: 180_000 }, async () => {
    const { page, screens, home } = await begin();
    const startedAt = performance.now();
    const files = { "mail.mbox": smallMailbox(new Date()), "calendar.ics": smallCalendar(new Date()) };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
    await page.getByRole("link", { name: "Import export files" }).click();
    await page.locator("#files").setInputFiles(Object.keys(files).map((name) => join(home, name)));
    await page.getByRole("button", { name: /^Read these 2 files/ }).click();
    expect(await answerAndApprove(page)).toEqual(asked);
    expect(screens()).toEqual(["/", "/import", "/start", "/start/people", "/drafts/:id"]);
    expect((performance.now() - startedAt) / 1_000).toBeLessThan(machineSecondsMax);
  });

  test("in the demo: after the provider's own pages, the same two", { timeout: 300_000 }, async () => {
    const { page, port } = await begin();
    const startedAt = performance.now();
    await page.getByRole("button", { name: "Try the demo" }).click();
    await page.waitForURL((url) => url.port !== port);
    await page.getByText("In the demo it is").waitFor();
    await connectAccount(page, new URL(page.url()).origin, "Google");
    expect(new URL(page.url()).pathname).toBe("/start");
    expect(await answerAndApprove(page)).toEqual(asked);
    expect((performance.now() - startedAt) / 1_000).toBeLessThan(withAccountSecondsMax);
  });
});
