/**
 * The whole loop as a person walks it in a browser, over `serve` with its worker: on the imported sample alone, by hand, and in
 * the demo with both accounts. Skipped where there is no Chromium.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freeSettings, type Serving, startServing, stopDatabase } from "../support/serving.ts";
import { hasChromium } from "./chromium.ts";
import { connectAccount, openBrowser, openPage, reloadUntil } from "./demo-pages.ts";

const running: Serving[] = [];
const homes: string[] = [];
let browser: Browser;

beforeAll(async () => {
  if (!hasChromium) return;
  browser = await openBrowser();
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

/** A fresh installation, on its first page. */
async function open(): Promise<{ page: Page; port: string; home: string }> {
  const home = mkdtempSync(join(tmpdir(), "rapport-loop-"));
  chmodSync(home, 0o711);
  homes.push(home);
  const settings = await freeSettings(home);
  const serve = startServing({ env: settings });
  running.push(serve);
  const page = await openPage(browser);
  await page.goto(await serve.address());
  return { page, port: settings.PORT!, home };
}

const isThere = (page: Page, text: string | RegExp) => async () => (await page.getByText(text).count()) > 0;

describe.skipIf(!hasChromium)("the whole loop", () => {
  test("R15, R34: on the imported sample alone, from the yes to the file of the meeting", {
    timeout: 300_000,
  }, async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "Open the sample" }).click();
    const base = new URL(page.url()).origin;
    await reloadUntil(
      page,
      `${base}/review?q=hartley&show=meet_by`,
      async () => (await page.locator("[data-approve]").count()) > 0,
    );

    await page.getByText("What goes with it, word for word").click();
    await page.getByText("Booked when one of them is plainly accepted").waitFor();
    const [offered] = (await page.locator(".covered p").first().innerText()).split(" · ");
    expect(offered).toMatch(/^\w{3} \d+ \w{3}, \d\d:\d\d$/);
    expect(await page.locator(".covered").innerText()).toMatch(/confirmation[\s\S]*first reminder[\s\S]*last reminder/);
    const letter = await page.locator(".item .sheet-body").first().innerText();
    await page.getByRole("button", { name: "Approve", exact: true }).click();

    await page.getByText("Now send it, and say that you did").waitFor();
    const address = page.url().replace(/\?.*$/, "");
    await page.getByRole("button", { name: "Copy text" }).click();
    await page.getByText("Copied").waitFor();
    expect((await page.evaluate<string>("navigator.clipboard.readText()")).trim()).toBe(letter.trim());
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save .eml" }).click();
    const eml = readFileSync(await (await downloading).path(), "utf8");
    expect(eml).toMatch(/^To: .*oliver/im);
    expect(await page.locator("[data-mail]").getAttribute("href")).toMatch(/^mailto:oliver/);
    await page.getByRole("button", { name: "I sent it", exact: true }).click();
    await page.getByText("Noted as sent").waitFor();

    await page.goto(`${base}/sent?show=sent`);
    await page.getByText("Oliver Hartley").first().click();
    await page.getByRole("link", { name: "Everything about Oliver Hartley" }).click();
    await page.getByText("Oliver Hartley answered").click();
    await page.getByLabel("Paste their answer").fill(`Hi Mara,\n\nthank you. ${offered} works for me.\n\nBest\nOliver`);
    await page.getByRole("button", { name: "Read it" }).click();

    await page.waitForURL(/\/bookings\//);
    const main = await page.locator("main").innerText();
    expect(main).toContain(offered);
    expect(main).toMatch(/How it stands\s+booked/);
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save .ics" }).click();
    const ics = readFileSync(await (await saving).path(), "utf8");
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(ics.replaceAll("\r\n ", "")).toMatch(/ATTENDEE[^\r\n]*oliver/i);

    // The hour stands in the week, and the words that confirm it wait to be taken along.
    await page.goto(`${base}/week`);
    expect(await page.locator("main").innerText()).toContain("Oliver Hartley");
    await reloadUntil(page, address.replace(/\/drafts\/.*/, "/sent"), isThere(page, "Oliver Hartley"));
  });

  test("R34, R41: in the demo, from both accounts to the meeting in both calendars", { timeout: 900_000 }, async () => {
    const { page, port } = await open();
    await page.getByRole("button", { name: "Try the demo" }).click();
    await page.waitForURL((url) => url.port !== port);
    const base = new URL(page.url()).origin;
    await page.getByText("In the demo it is").waitFor();
    for (const name of ["Google", "Outlook"]) await connectAccount(page, base, name);

    await page.goto(`${base}/settings/meeting`);
    await page.getByLabel("Your video room").fill("https://meet.nordlys.example/mara");
    await page.getByRole("button", { name: "Save how you meet" }).click();

    // Every letter that asks to meet gets the owner's yes; who says yes to it, and when, is up to the people of the sandbox.
    const someWait = async () => (await page.locator(toDo).count()) >= 3;
    await reloadUntil(page, `${base}/review?show=meet_by`, someWait, { secondsMax: 240 });
    const letters = await approveAll(page, base);
    expect(letters).toBeGreaterThan(0);
    await page.goto(`${base}/sent`);
    expect(await page.locator(".items > .item").count()).toBe(letters);

    const booked = await untilBooked(page, base);
    await page.goto(booked);
    await reloadUntil(page, booked, isThere(page, /How it stands\s*booked/));
    // Nobody took the letter along by hand: it left from the account, and so did the confirmation, in its thread.
    const guest = await page.locator(".trail a").last().innerText();
    await reloadUntil(page, `${base}/sent?show=sent&q=${encodeURIComponent(guest)}`, isThere(page, "Confirmation"));
    await page.goto(`${base}/week`);
    expect(await page.locator("#coming ~ .rows").first().innerText()).toContain(guest);
    // The guest's copy: what they answer to the invitation in their calendar comes back to the owner's.
    await untilAnswered(page, base, booked);
  });
});

const toDo = "[data-approve], input[name=why]";
const turnsMax = 60;

/** Says why the owner wants to meet where nothing tells, and approves what asks to meet. Gives how many letters that were. */
async function approveAll(page: Page, base: string): Promise<number> {
  let approved = 0;
  for (let turn = 0; turn < turnsMax; turn += 1) {
    await page.goto(`${base}/review?show=meet_by`);
    const card = page.locator(`.item:has(${toDo})`).first();
    if ((await card.count()) === 0) return approved;
    if ((await card.locator("details[open]").count()) === 0) await card.locator("summary").first().click();
    const why = card.locator("input[name=why]");
    if ((await why.count()) > 0) {
      await why.fill("how your new team is doing");
      await card.getByRole("button", { name: "Complete the letter" }).click();
      await page.getByText("Thank you. The letter is being completed.").waitFor();
    } else {
      await card.getByRole("button", { name: "Approve", exact: true }).click();
      await page.getByText("It stands on its way").waitFor();
      approved += 1;
    }
  }
  throw new Error(`letters were left\n${await page.locator("main").innerText()}`);
}

/** Whatever comes first in the demo: a letter leaves, somebody writes, a meeting ends. */
async function nextEvent(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/sent`);
  await page.getByRole("button", { name: "Next event" }).click();
  await page.getByText("Time has moved on").waitFor();
  // The demo's time must not run away from a letter that is due.
  const isQuiet = async () => !(await isThere(page, /it leaves within a minute|at this moment/)());
  await reloadUntil(page, `${base}/sent`, isQuiet);
}

/** Nearly everybody keeps a time that they agreed to; whoever does not says so in the same way. */
async function untilAnswered(page: Page, base: string, booked: string): Promise<void> {
  for (let events = 0; events < eventsMax; events += 1) {
    await page.goto(booked);
    if (await isThere(page, /accepted the invitation|declined the invitation/)()) return;
    await nextEvent(page, base);
    await page.waitForTimeout(eachEventSeconds * 1_000);
  }
  throw new Error(`the invitation was not answered\n${await page.locator("main").innerText()}`);
}

const eventsMax = 80;
/** The worker looks at what is due each second; a scan and what follows from it take a few. */
const eachEventSeconds = 6;
/** Letters that offered the same times are written anew once the first of them has left: they need another yes. */
const eventsBetweenReviews = 8;

/** A plain yes is booked by itself, a time of theirs by the owner's button. Gives the address of the meeting. */
async function untilBooked(page: Page, base: string): Promise<string> {
  for (let events = 1; events <= eventsMax; events += 1) {
    if (events % eventsBetweenReviews === 0) await approveAll(page, base);
    await nextEvent(page, base);
    for (let seconds = 0; seconds < eachEventSeconds; seconds += 3) {
      await page.goto(`${base}/inbox`);
      const agree = page.locator("form[action$='/agree'] button").first();
      if ((await agree.count()) > 0) await agree.dispatchEvent("click");
      await page.goto(`${base}/week`);
      const meeting = page.locator('a[href^="/bookings/"]').first();
      if ((await meeting.count()) > 0) return base + (await meeting.getAttribute("href"));
      await page.waitForTimeout(2_000);
    }
  }
  await page.goto(`${base}/sent?show=sent`);
  throw new Error(`nobody said yes\n${await page.locator("main").innerText()}`);
}
