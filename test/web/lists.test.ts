/** The page of lists and the choices on a person's page: saved at once, kept as typed when refused, taken back (R4–R7, R10, R17, R33, R38, R45). */
import { beforeAll, describe, expect, test } from "vitest";
import { loadContactChoices } from "../../src/store/contact-choices.ts";
import { loadGroups } from "../../src/store/contact-groups.ts";
import { loadLedger } from "../../src/store/ledger.ts";
import { loadTargetCompanies } from "../../src/store/target-companies.ts";
import { loadWanted } from "../../src/store/wanted.ts";
import { foreign, furnish, ids, otherOwner } from "./furnish.ts";
import { openOffice } from "./office.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
let browser: Awaited<ReturnType<Awaited<ReturnType<typeof openOffice>>["browser"]>>;

beforeAll(async () => {
  office = await openOffice();
  await furnish(office.db, office.ownerId);
  browser = await office.browser();
});

const page = async (path: string) => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).not.toContain(foreign);
  return text;
};
const panel = (text: string, id: string) =>
  new RegExp(`<section class="panel" id="${id}".*?</section>`, "s").exec(text)![0];
const lists = async (id: string) => panel(await page("/lists"), id);
const goesTo = async (path: string, fields: Record<string, string>) =>
  (await browser.post(path, fields)).headers.get("location");

describe("lists", () => {
  test("empty lists say what they are for and how to begin", async () => {
    for (const id of ["wanted", "companies", "connectors", "sources", "groups", "links"])
      expect(await lists(id)).toContain('<p class="empty">');
  });

  test("R38: the figures are of relationships; how many people there are in all is not among them", async () => {
    const text = await page("/lists");
    expect(text).toMatch(/<dt>Met in person<\/dt><dd>4<\/dd>/);
    expect(text).toContain("Plan kept this month");
    expect(text).not.toMatch(/contacts|connections in all|network size/i);
  });

  test("R4: a role is noted, who is known at the company stands beside it, and it can be taken off", async () => {
    expect(await goesTo("/lists/want", { who: "Head of Data", company: "Acme" })).toBe(
      "/lists?done=wanted_noted#wanted",
    );
    expect(await lists("wanted")).toMatch(
      /<strong>Head of Data, Acme<\/strong>.*Known to you there: <a[^>]*>Priya Nair</s,
    );
    expect(await lists("connectors")).toContain("Is at Acme, close to Head of Data at Acme.");
    expect(await goesTo("/lists/want", { who: "head of data", company: "ACME" })).toBe(
      "/lists?done=wanted_known#wanted",
    );
    const [wanted] = await loadWanted(office.db, office.ownerId);
    expect(await loadWanted(office.db, otherOwner)).toEqual([]);
    await browser.post("/lists/unwant", { id: wanted!.id });
    expect(await loadWanted(office.db, office.ownerId)).toEqual([]);
    expect((await browser.post("/lists/unwant", { id: wanted!.id })).status).toBe(404);
  });

  test("R6: a company is noted; free mail is refused, and what was typed stays", async () => {
    const refused = await browser.post("/lists/companies", {
      name: "Mail <b>",
      domains: "gmail.com",
      missingRole: "CTO",
    });
    expect(refused.status).toBe(400);
    const form = panel(await refused.text(), "companies");
    expect(form).toContain('value="Mail &lt;b&gt;"');
    expect(form).toContain('value="CTO"');
    expect(form).toMatch(/aria-invalid="true".*gmail\.com gives mail to anybody/s);
    await browser.post("/lists/companies", { name: "Acme", domains: "acme.example", missingRole: "CTO" });
    expect(await lists("companies")).toMatch(/Acme.*You last talked with somebody at Acme.*Priya Nair.*Missing: CTO/s);
    const [company] = await loadTargetCompanies(office.db, office.ownerId);
    await browser.post("/lists/companies/drop", { id: company!.companyId });
    expect(await loadTargetCompanies(office.db, office.ownerId)).toEqual([]);
  });

  test("R5: the market is kept in the owner's words", async () => {
    await browser.post("/lists/market", { industry: "insur*, banking", geography: "Lyon" });
    expect(await lists("market")).toContain('name="industry" value="insur*, banking"');
    const long = await browser.post("/lists/market", { industry: "x".repeat(61), niche: "kept" });
    expect([long.status, panel(await long.text(), "market").includes('name="niche" value="kept"')]).toEqual([
      400,
      true,
    ]);
  });

  test("R10, R44: a group and a place online are told; the place of the day is done for today", async () => {
    await browser.post("/lists/groups", { name: "BNI Lyon" });
    expect(await lists("groups")).toContain("BNI Lyon");
    expect((await browser.post("/lists/links", { name: "Forum", url: "javascript:alert(1)" })).status).toBe(400);
    await browser.post("/lists/links", { name: "Forum", url: "https://forum.example/data" });
    expect(await lists("links")).toContain("I was there");
    const link = (await loadGroups(office.db, office.ownerId)).find(({ url }) => url !== undefined)!;
    await browser.post("/lists/links/visited", { id: link.groupId });
    expect(await lists("links")).not.toContain("I was there");
    for (const { groupId } of await loadGroups(office.db, office.ownerId))
      await browser.post("/lists/groups/drop", { id: groupId });
    expect(await loadGroups(office.db, office.ownerId)).toEqual([]);
  });

  test("R13: former employers are said by their domains; who is known there is listed", async () => {
    expect((await browser.post("/lists/former", { domains: "gmail.com" })).status).toBe(400);
    await browser.post("/lists/former", { domains: "globex.example" });
    expect(await lists("former")).toMatch(/Tomás Ibarra.*value="globex\.example"/s);
    await browser.post("/lists/former", { domains: "" });
    expect(await lists("former")).not.toContain("Tomás Ibarra");
  });

  test("the search leaves only what has the words", async () => {
    await browser.post("/lists/want", { who: "Nora Vale", company: "" });
    expect(await page("/lists?q=nora")).toContain("Nora Vale");
    expect(panel(await page("/lists?q=zzz"), "wanted")).toContain("Nothing here has “zzz”.");
  });
});

describe("choices about a person", () => {
  const path = `/people/${ids.tomas}/choices`;
  const chosen = async () => (await loadContactChoices(office.db, office.ownerId)).get(ids.tomas) ?? {};

  test.each`
    part            | fields                                            | kept
    ${"purpose"}    | ${{ purpose: "friend" }}                          | ${{ purpose: "friend" }}
    ${"cadence"}    | ${{ tier: "30", cadenceDays: "" }}                | ${{ cadenceDays: 30, cadenceSince: "2026-11-16" }}
    ${"cadence"}    | ${{ tier: "own", cadenceDays: "45" }}             | ${{ cadenceDays: 45 }}
    ${"give"}       | ${{ giveNote: "Meet Bo", helpsMeWith: "hiring" }} | ${{ giveNote: "Meet Bo", helpsMeWith: "hiring" }}
    ${"give"}       | ${{ giveNote: "Meet Bo", noGiveYet: "yes" }}      | ${{ noGiveYetOn: "2026-11-16" }}
    ${"about"}      | ${{ profession: "Baker", isClient: "yes" }}       | ${{ profession: "Baker", isClient: true }}
    ${"introducer"} | ${{ introducedBy: "Ana Quiet" }}                  | ${{ introducedBy: ids.quiet }}
    ${"deadline"}   | ${{ act: "extend" }}                              | ${{ extendedOn: "2026-11-16" }}
    ${"status"}     | ${{ act: "resting" }}                             | ${{ status: "resting" }}
  `("$part $fields is saved at once (R7, R12, R16, R17, R33)", async ({ part, fields, kept }) => {
    expect(await goesTo(path, { part, ...fields })).toBe(`/people/${ids.tomas}?done=choice_saved#choices`);
    expect(await chosen()).toMatchObject(kept);
  });

  test("each is shown as it stands, and an empty field takes it back", async () => {
    const shown = panel(await page(`/people/${ids.tomas}`), "choices");
    expect(shown).toMatch(/value="friend" checked/);
    expect(shown).toContain("Resting: nothing is proposed until you bring them back.");
    expect(shown).toContain("To Ana Quiet");
    await browser.post(path, { part: "status", act: "active" });
    await browser.post(path, { part: "introducer", introducedBy: "" });
    await browser.post(path, { part: "cadence", tier: "" });
    await browser.post(path, { part: "deadline", act: "unextend" });
    await browser.post(path, { part: "about" });
    expect(await chosen()).toEqual({ purpose: "friend", noGiveYetOn: "2026-11-16" });
  });

  test.each`
    part            | fields                                                  | says
    ${"cadence"}    | ${{ tier: "own", cadenceDays: "often" }}                | ${"Give a whole number of days."}
    ${"cadence"}    | ${{ tier: "own", cadenceDays: "0" }}                    | ${"at least 1"}
    ${"about"}      | ${{ profileUrl: "linkedin", profession: "Typed once" }} | ${"a link such as https://…"}
    ${"introducer"} | ${{ introducedBy: "Nobody Known" }}                     | ${"is called “Nobody Known”"}
  `("$part $fields is refused, and what was typed stays", async ({ part, fields, says }) => {
    const before = await chosen();
    const answer = await browser.post(path, { part, ...fields });
    expect(answer.status).toBe(400);
    const shown = panel(await answer.text(), "choices");
    expect(shown).toContain(says);
    for (const typed of Object.values(fields as Record<string, string>)) expect(shown).toContain(`"${typed}"`);
    expect(await chosen()).toEqual(before);
  });

  test("R12: who agreed to be introduced is noted, and whose word is missing is said", async () => {
    await browser.post(path, { part: "agreed", agreedToMeet: "Priya Nair" });
    expect(panel(await page(`/people/${ids.tomas}`), "choices")).toContain("Ask Priya Nair first");
    await browser.post(`/people/${ids.priya}/choices`, { part: "agreed", agreedToMeet: "Tomás Ibarra" });
    expect(panel(await page(`/people/${ids.tomas}`), "choices")).not.toContain("Ask Priya Nair first");
    expect((await browser.post(path, { part: "agreed", agreedToMeet: "Priya Nair, Nobody Known" })).status).toBe(400);
    await browser.post(path, { part: "agreed", agreedToMeet: "" });
    expect(await chosen()).not.toHaveProperty("agreedToMeet");
  });

  test("R12, R39: what was given and asked is noted, the third ask is warned of, and a slip is taken back", async () => {
    const path = `/people/${ids.tomas}/ledger`;
    for (const text of ["an introduction", "his time"]) await browser.post(path, { act: "asked_them", text });
    expect(await page(`/people/${ids.tomas}`)).toContain("You asked 2 times and gave nothing since");
    await browser.post(path, { act: "sent_business", text: "" });
    const shown = panel(await page(`/people/${ids.tomas}`), "choices");
    expect(shown).toContain("gave 1, received 0, asked 2");
    expect(shown).toContain("You gave: sent them people or business");
    const [entry] = (await loadLedger(office.db, office.ownerId)).get(ids.tomas)!;
    await browser.post(`${path}/remove`, { entry: entry!.entryId });
    expect(await page(`/people/${ids.tomas}`)).toContain("asked 1");
    expect((await browser.post(`${path}/remove`, { entry: entry!.entryId })).status).toBe(404);
    expect((await browser.post(path, { act: "stole" })).status).toBe(400);
  });

  test("R45: stopped at once with one button, shown as such, and taken back by another", async () => {
    expect(await goesTo(`/people/${ids.tomas}/stop`, {})).toBe(
      `/people/${ids.tomas}?done=contact_stopped&undo=stop%3A${ids.tomas}#choices`,
    );
    const shown = await page(`/people/${ids.tomas}`);
    expect(panel(shown, "choices")).toContain("Nothing is written or proposed to");
    expect(await page("/review?q=tomas%40")).not.toContain("Coffee &amp; cake?");
    expect(await goesTo(`/people/${ids.tomas}/allow`, {})).toBe(`/people/${ids.tomas}?done=contact_allowed#choices`);
    expect(await goesTo(`/people/${ids.tomas}/allow`, {})).toBe(`/people/${ids.tomas}?done=not_now#choices`);
  });

  test("people who are not there, or another owner's, are not there", async () => {
    for (const act of ["choices", "stop"])
      expect((await browser.post(`/people/${ids.import}/${act}`, { part: "purpose" })).status).toBe(404);
  });
});
