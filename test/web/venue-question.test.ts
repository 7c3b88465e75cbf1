import { expect, test } from "vitest";
import { furnish, ids } from "./furnish.ts";
import { furnishWeek } from "./furnish-week.ts";
import { openOffice } from "./office.ts";

test("a coffee letter without a place asks for one; the tapped place stands in the letter, and is not asked again (R31)", async () => {
  const office = await openOffice();
  await furnish(office.db, office.ownerId);
  await furnishWeek(office.world, office.ownerId);
  const browser = await office.browser();
  const card = async () => (await browser.get("/review?q=tomas%40")).text();
  await browser.post("/settings/name", { name: "Mara Lind" });
  await browser.post(`/people/${ids.tomas}/greeting`, { name: "Tomás" });

  const asked = await card();
  expect(asked).toContain("Where do you meet for coffee?");
  expect(asked).toMatch(/class="chip-button">Café Lignes <span class="quiet">coffee, 1 meeting/);

  const form = /<form[^>]*action="\/settings\/meeting\/venues"[^>]*>([\s\S]*?)<\/form>/.exec(asked)![1]!;
  const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as const);
  const answer = await browser.post("/settings/meeting/venues", Object.fromEntries(fields));
  expect(answer.headers.get("location")).toMatch(/^\/review\?done=venue_added#item-/);

  const answered = await card();
  expect(answered).not.toContain("Where do you meet for coffee?");
  expect(answered).toMatch(/class="sheet-body"[^>]*>[^<]*Café Lignes/);
});
