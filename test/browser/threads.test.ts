/**
 * A thread and the question whether two are one, in a real browser: on a phone without a script and by keyboard
 * alone. Skipped where there is no Chromium.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { furnishThreads } from "../web/furnish-threads.ts";
import { openOffice } from "../web/office.ts";
import { hasChromium, openSite, phoneView, type Site } from "./chromium.ts";

describe.skipIf(!hasChromium)("a thread, in Chromium", () => {
  let site: Site;
  let base: string;
  let seen: Awaited<ReturnType<typeof furnishThreads>>;

  beforeAll(async () => {
    const office = await openOffice();
    seen = await furnishThreads(office);
    site = await openSite(office);
    base = site.base;
  });

  test("by keyboard, without a script: the quote unfolds, another meaning is said, and taken back", async () => {
    const { page } = await site.visit({ withScript: false, viewport: phoneView });
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
  });
});
