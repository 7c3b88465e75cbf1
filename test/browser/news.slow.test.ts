/** Notifications in a real browser: off until the owner's press, then made by the page itself. Skipped where there is no Chromium. */
import { beforeAll, describe, expect, test } from "vitest";
import { furnish } from "../web/furnish.ts";
import { furnishLoop } from "../web/furnish-loop.ts";
import { openOffice } from "../web/office.ts";
import { hasChromium, openSite, type Site } from "./chromium.ts";

/** What the browser was asked to show is noted on its way to the worker; a phone lets no page show it by itself. */
const recording = `
  window.shownNotifications = [];
  const show = ServiceWorkerRegistration.prototype.showNotification;
  ServiceWorkerRegistration.prototype.showNotification = function (title, options) {
    shownNotifications.push(title + ": " + options.body);
    return show.call(this, title, options);
  };
  window.Notification = class extends Notification {
    constructor() {
      throw new TypeError("Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.");
    }
  };`;
/** How many workers this browser has of ours. */
const workersHere = "navigator.serviceWorker.getRegistrations().then(({ length }) => length)";

const clicked = `self.registration.getNotifications().then(([notification]) => {
  const click = notification ?? new Proxy({}, { get: () => () => undefined });
  const event = new Event("notificationclick");
  event.notification = click;
  event.waitUntil = (doing) => doing.catch(() => undefined);
  self.dispatchEvent(event);
})`;

describe.skipIf(!hasChromium)("R43: notifications, in Chromium", () => {
  let site: Site;

  beforeAll(async () => {
    const office = await openOffice();
    await furnish(office.db, office.ownerId);
    await furnishLoop(office.db, office.ownerId);
    site = await openSite(office);
  });

  test("a page asks nothing before the press; then the answer that waits is told without a name, once, and the press takes it back", async () => {
    const { context, page, complaints } = await site.visit();
    await context.grantPermissions(["notifications"], { origin: site.base });
    await page.addInitScript({ content: recording });
    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/news") && asked.push(new URL(request.url()).pathname));
    const shown = () => page.evaluate<string[]>("shownNotifications");

    await page.goto(`${site.base}/today`);
    await page.waitForLoadState("load");
    expect(asked).toEqual([]);
    await page.goto(`${site.base}/settings`);
    expect(await page.evaluate(workersHere)).toBe(0);
    await page.getByRole("button", { name: "Tell me in this browser" }).click();
    await page.getByRole("button", { name: "Stop telling me" }).waitFor();
    expect(await shown()).toEqual(["Rapport: 1 answer waits for you."]);

    // A click on it brings the first page of the round before the owner.
    const [worker] = context.serviceWorkers();
    expect(worker?.url()).toBe(`${site.base}/news-worker.js`);
    expect(await page.evaluate(workersHere)).toBe(1);
    const led = page.waitForRequest(`${site.base}/`);
    await worker!.evaluate(clicked);
    await led;

    // What was told is not told again, from any page.
    const again = page.waitForResponse(/\/news\?since=/);
    await page.goto(`${site.base}/people`);
    expect((await again).status()).toBe(204);
    expect(await shown()).toEqual([]);

    await page.goto(`${site.base}/settings`);
    await page.getByRole("button", { name: "Stop telling me" }).click();
    await page.getByRole("button", { name: "Tell me in this browser" }).waitFor();
    expect(await page.evaluate(workersHere)).toBe(0);
    expect(complaints).toEqual([]);
  });
});
