/** Notifications in a real browser: off until the owner's press, then made by the page itself. Skipped where there is no Chromium. */
import { beforeAll, describe, expect, test } from "vitest";
import { furnish } from "../web/furnish.ts";
import { furnishLoop } from "../web/furnish-loop.ts";
import { openOffice } from "../web/office.ts";
import { hasChromium, openSite, type Site } from "./chromium.ts";

/** The browser shows notifications itself; what it was asked to show is noted on the way. */
const recording = `
  window.shownNotifications = [];
  window.Notification = class extends Notification {
    constructor(title, options) {
      super(title, options);
      shownNotifications.push(title + ": " + options.body);
    }
  };`;

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
    await page.getByRole("button", { name: "Tell me in this browser" }).click();
    await page.getByRole("button", { name: "Stop telling me" }).waitFor();
    expect(await shown()).toEqual(["Rapport: 1 answer waits for you."]);

    // What was told is not told again, from any page.
    const again = page.waitForResponse(/\/news\?since=/);
    await page.goto(`${site.base}/people`);
    expect((await again).status()).toBe(204);
    expect(await shown()).toEqual([]);

    await page.goto(`${site.base}/settings`);
    await page.getByRole("button", { name: "Stop telling me" }).click();
    await page.getByRole("button", { name: "Tell me in this browser" }).waitFor();
    expect(complaints).toEqual([]);
  });
});
