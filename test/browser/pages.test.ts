/**
 * The pages in a real browser: uploading with the script and without, keys, a phone. That every
 * page is readable for everybody, at every width, stands in axe.slow.test.ts; here it is the fullest. Skipped, and said so, where no Chromium is found.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/world.ts";
import { furnish, ids } from "../web/furnish.ts";
import { furnishLoop } from "../web/furnish-loop.ts";
import { openOffice } from "../web/office.ts";
import { axeFindings } from "./axe.ts";
import { hasChromium, openSite, phoneView, type Site, type Visit } from "./chromium.ts";
import { faintTexts } from "./faint-texts.ts";

const mbox =
  "From - Mon Nov 16 13:00:00 2026\nFrom: Priya Nair <priya@acme.example>\nTo: me@owner.example\nSubject: Hello\n\nHello\n\n";

/** 5.0 MB, sent in pieces of 4 MiB at most. */
const inTwoPieces = mbox + "x\n".repeat(2_500_000);

describe.skipIf(!hasChromium)("in Chromium", () => {
  let office: Awaited<ReturnType<typeof openOffice>>;
  let site: Site;
  let base: string;
  let folder: string;
  const visit = (wish?: Visit) => site.visit(wish);
  const inFolder = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  beforeAll(async () => {
    office = await openOffice();
    site = await openSite(office);
    base = site.base;
    folder = temporaryFolder();
  });

  test("the key leaves the address bar; chosen files are uploaded in pieces, shown with their kind, and read", async () => {
    const { page, complaints } = await visit();
    expect(page.url()).toBe(`${base}/`);
    await page.getByRole("link", { name: "Import export files" }).click();
    const files = [
      inFolder("All mail.mbox", inTwoPieces),
      inFolder("calendar.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ];
    await page.locator("#files").setInputFiles(files);
    await page.getByText("Ready to be read").waitFor();
    expect(await page.locator("#tray").innerText()).toMatch(
      /All mail\.mbox\s+Mailbox · 5\.0 MB[\s\S]*calendar\.ics\s+Calendar/,
    );
    await page.getByRole("button", { name: "Read these 2 files, 5.0 MB" }).click();
    await page.getByText("is being read").waitFor();
    expect(complaints).toEqual([]);
  });

  test("an upload that broke off goes on from there when the file is chosen again", async () => {
    const { page } = await visit();
    await page.goto(`${base}/import`);
    let pieces = 0;
    await page.route("**/import/files/**", (route) => {
      if (route.request().method() !== "PUT") return route.continue();
      pieces += 1;
      return pieces === 2 ? route.abort() : route.continue();
    });
    await page.locator("#files").setInputFiles([inFolder("again.mbox", `${inTwoPieces}again\n`)]);
    await page.getByText("Ready to be read").waitFor();
    // Two pieces, one of them twice: what had arrived was not sent again.
    expect(pieces).toBe(3);
  });

  test("without a script a form uploads, and the page shows the tray", async () => {
    const { page } = await visit({ withScript: false });
    await page.goto(`${base}/import`);
    await page
      .locator("#files")
      .setInputFiles([{ name: "plain.mbox", mimeType: "application/mbox", buffer: Buffer.from(mbox) }]);
    await page.getByRole("button", { name: "Upload" }).click();
    expect(await page.locator("#tray").innerText()).toContain("plain.mbox");
  });

  describe("with people", () => {
    beforeAll(async () => {
      await furnish(office.db, office.ownerId);
      await furnishLoop(office.db, office.ownerId);
    });

    test("the review goes by keys alone: next, open, to the person, search", async () => {
      const { page, complaints } = await visit();
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
    });

    test("on a phone axe-core finds nothing on the fullest pages, and all is readable, dark and light", async () => {
      const { page, complaints } = await visit({ viewport: phoneView });
      const found: unknown[] = [];
      for (const path of ["/today", `/people/${ids.priya}`, "/settings/meeting"]) {
        await page.goto(base + path);
        found.push(...(await axeFindings(page, "without colours")));
        for (const colorScheme of ["dark", "light"] as const) {
          await page.emulateMedia({ colorScheme });
          found.push(...(await page.evaluate<string[]>(faintTexts)));
        }
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    });

    test("the letter is copied as it stands", async () => {
      const { context, page } = await visit();
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.goto(`${base}/review?q=tomas%40`);
      await page.getByRole("button", { name: "Copy text" }).click();
      await page.getByText("Copied").waitFor();
      expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
        "Hi Tomás,\n\nShall we have a coffee?\n\nMara",
      );
    });

    test("letters go by keys alone: what is folded opens before it is acted on, s puts off, u undoes, typing is left in peace", async () => {
      const { page, complaints } = await visit();
      await page.goto(`${base}/review`);
      const letter = page.locator(".item", { hasText: "Tomás Ibarra" });
      await letter.locator("summary").first().focus();
      await page.keyboard.press("s");
      expect(await letter.locator("> details").getAttribute("open")).not.toBeNull();
      await page.keyboard.press("e");
      await page.keyboard.type("sxu");
      expect(await letter.locator("textarea").first().inputValue()).toContain("sxu");
      await page.keyboard.press("Escape");
      await letter.locator("summary").first().focus();
      await page.keyboard.press("s");
      await page.waitForURL(/done=letter_snoozed/);
      expect(await letter.count()).toBe(0);
      await page.waitForLoadState("load");
      await page.keyboard.press("u");
      await page.waitForURL(/done=undone_act/);
      expect(await letter.count()).toBe(1);
      expect(complaints).toEqual([]);
    });

    test("the question is answered with one tap on a guess, and the page is back at the person", async () => {
      const { page } = await visit({ withScript: false });
      await page.goto(`${base}/review`);
      await page.getByRole("button", { name: "Hiring analysts" }).click();
      expect(page.url()).toContain("done=why_answered");
      expect(await page.getByRole("status").innerText()).toContain("Thank you.");
    });

    test("the sheet of keys names every place that a key leads to", async () => {
      const { page } = await visit();
      await page.goto(`${base}/today`);
      await page.keyboard.press("?");
      const sheet = (await page.getByRole("dialog").locator("dt").allInnerTexts()).filter((key) => /^g ./.test(key));
      const places = await page.locator("[data-go]").evaluateAll((links) => links.map((one) => `g ${one.dataset.go}`));
      expect(sheet).toEqual(places);
    });

    test("on a phone, by keyboard and without a script: past the bar to the content, and on to the other places", async () => {
      const { page } = await visit({ withScript: false, viewport: phoneView });
      expect(page.url()).toBe(`${base}/today`);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(page.url()).toBe(`${base}/today#main`);
      await page.getByRole("button", { name: "More" }).press("Enter");
      await page.getByRole("link", { name: "Settings" }).press("Enter");
      await page.waitForURL(/\/settings$/);
    });
  });
});
