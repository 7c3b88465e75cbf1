/** The page of the letters: reading them, an own version with its checks, how it reads on a person, and back to ours. */
import { describe, expect, test } from "vitest";
import { letterText } from "../../src/templates/letter-files.ts";
import { furnish, ids } from "./furnish.ts";
import { openOffice } from "./office.ts";

const office = await openOffice();
await furnish(office.db, office.ownerId);
const browser = await office.browser();
const path = "/settings/letters/coffee";
const key = { voice: "business", locale: "en" };
const own =
  "--- subject\nCoffee?\n--- opening\nI liked {{talk}} <so> much.\n--- ask\nShall we have a coffee {{place}}?\n";

const textIn = (page: string) => /<textarea[^>]*>([^<]*)<\/textarea>/.exec(page)?.[1];
const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

describe("reading", () => {
  test("every kind is listed in each voice and language, and friends are not asked for advice", async () => {
    const page = await (await browser.get("/settings/letters")).text();
    expect(page).toContain('href="/settings/letters/nudge?voice=friend&amp;locale=de"');
    expect(page).toContain("/settings/letters/advice_call?voice=business");
    expect(page).not.toContain("/settings/letters/advice_call?voice=friend");
    expect(page).not.toContain(">yours<");
  });

  test("a letter is shown with its words and how it reads on an example", async () => {
    const page = await (await browser.get(`${path}?voice=business&locale=en`)).text();
    expect(textIn(page)?.trim()).toBe(escaped(letterText("coffee", "business", "en")).trim());
    expect(page).toMatch(/id="preview"[\s\S]*Hi Priya,/);
    expect(page).toContain("Nothing found.");
  });

  test.each(["/settings/letters/nothing", "/settings/letters/advice_call?voice=friend"])(
    "%s is not there",
    async (gone) => {
      expect((await browser.get(gone)).status).toBe(404);
    },
  );
});

test("a small group and an introduction say what is missing before a letter is written", async () => {
  const group = await (await browser.get(`/settings/letters/group?person=${ids.priya}`)).text();
  expect(group).toMatch(/role="alert">Choose 2 to 5 people/);
  expect(group).toContain('name="person"');
  const pair = await (await browser.get(`/people/${ids.priya}/introduce/${ids.tomas}`)).text();
  expect(pair).toContain("an introduction needs both of them to agree");
  expect((await browser.get(`/people/${ids.priya}/introduce/${ids.priya}`)).status).toBe(404);
});

describe("an own version", () => {
  test("how it reads follows what is typed: a letter, or what is wrong with it, on the person chosen", async () => {
    const seen = async (text: string, person = "") =>
      (await browser.post(`${path}/preview`, { ...key, text, person })).text();
    expect(await seen(own)).toContain("I liked our talk at SaaStr Paris drinks &lt;so&gt; much.");
    expect(await seen(own, ids.tomas)).toMatch(/<dd>Tomás Ibarra<\/dd>/);
    expect(await seen(own.replace("{{place}}", ""))).toMatch(/ask, line 6: .*always says \{\{place\}\}/);
    expect(await seen(own.replace("much", "much, buy now"))).toContain(
      "Stands in the way: A personal letter does not sell.",
    );
  });

  test("one that is refused stays in the field as it was typed, with the place", async () => {
    const typed = own.replace("{{talk}}", "{{talks}}");
    const answer = await browser.post(path, { ...key, text: typed, person: "" });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(textIn(page)?.trim()).toBe(escaped(typed).trim());
    expect(page).toMatch(/role="alert">Not saved\. opening, line 4/);
  });

  test("without a script the same page shows how it reads, and nothing is saved", async () => {
    const page = await (await browser.post(`${path}/look`, { ...key, text: own, person: "" })).text();
    expect(textIn(page)?.trim()).toBe(escaped(own).trim());
    expect(await (await browser.get(`${path}?voice=business&locale=en`)).text()).toContain("This is ours");
  });

  test("is saved, marked, and taken back", async () => {
    const saved = await browser.post(path, { ...key, text: own, person: "" });
    expect(saved.status).toBe(303);
    expect(saved.headers.get("location")).toBe(`${path}?voice=business&locale=en&done=letter_saved`);
    expect(await (await browser.get("/settings/letters")).text()).toContain(">yours<");
    expect(textIn(await (await browser.get(`${path}?voice=business&locale=en`)).text())?.trim()).toBe(
      escaped(own).trim(),
    );
    expect((await browser.post(`${path}/ours`, key)).status).toBe(303);
    expect(await (await browser.get("/settings/letters")).text()).not.toContain(">yours<");
  });
});
