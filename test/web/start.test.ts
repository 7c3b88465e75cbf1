/** The first run on its pages: three questions while everything is read, then two people, each with a because. */
import { describe, expect, test } from "vitest";
import { furnish } from "./furnish.ts";
import { openOffice } from "./office.ts";

type Office = Awaited<ReturnType<typeof openOffice>>;

/** Gives where the page goes on once files are handed over. */
const bring = async (browser: Awaited<ReturnType<Office["browser"]>>, subject: string) => {
  const bytes = Buffer.from(
    `From - Mon Nov 16 13:00:00 2026\nFrom: priya@acme.example\nSubject: ${subject}\n\nHello\n`,
  );
  await browser.put("/import/files/mail.mbox", bytes);
  return (await browser.post("/import/begin", {})).headers.get("location");
};
/** What was set by the owner, not the key of this start. */
async function settingsOf({ db }: Office): Promise<Record<string, unknown>> {
  const rows = await db.selectFrom("setting").select(["name", "value"]).where("name", "<>", "start_key_hash").execute();
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

const asShown = { zone: "Europe/Paris", zoneShown: "Europe/Paris", from: "09:00", until: "17:30", plan: "2 coffee" };

describe("the three questions", async () => {
  const office = await openOffice();
  const browser = await office.browser();
  const settings = () => settingsOf(office);
  const zonesSaid = () =>
    office.db.selectFrom("owner_zone").select("zone").where("because", "=", "You said so.").execute();

  test("R18: whoever brings in the first files is asked for zone, hours and plan, with an answer in each", async () => {
    expect(await bring(browser, "First")).toBe("/start");
    const page = await (await browser.get("/start")).text();
    const asked = [...page.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name);
    expect([...new Set(asked)]).toEqual(["form_token", "zoneShown", "zone", "from", "until", "plan"]);
    expect(page).toMatch(/name="zone"[^>]* value="Europe\/Paris"/);
    expect(page).toMatch(/value="2 coffee" checked/);
    expect(await (await browser.get("/start/reading")).text()).toContain("is being read");
  });

  test.each`
    wrong                   | says
    ${{ zone: "Atlantis" }} | ${"not the name of a time zone"}
    ${{ until: "09:00" }}   | ${"end at another time than they begin"}
    ${{ from: "early" }}    | ${"Hours are written 09:00"}
  `("what is wrong is said, and what was typed stands there still: $wrong", async ({ wrong, says }) => {
    const refused = await browser.post("/start", { ...asShown, ...wrong });
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain(says);
    for (const typed of Object.values(wrong)) expect(page).toContain(`value="${typed}"`);
    expect(await settings()).toEqual({});
  });

  test("what is left as it was shown is not set, so that the calendar may tell another zone; the plan is", async () => {
    expect((await browser.post("/start", asShown)).headers.get("location")).toBe("/start/people");
    expect(await settings()).toEqual({ plan: [{ meeting: "coffee", count: 2 }], start: { isSettled: true } });
    expect(await zonesSaid()).toEqual([]);
  });

  test("nobody is asked twice", async () => {
    expect(await bring(browser, "Another")).toMatch(/^\/imports\//);
  });

  test("what was changed is saved, and letters follow it", async () => {
    await browser.post("/start", { ...asShown, zone: "Europe/Oslo", from: "10:00", until: "16:00", plan: "none" });
    const { availability } = (await settings()) as { availability: { hours: Record<string, unknown> } };
    expect(availability.hours).toMatchObject({ friday: [{ from: "10:00", until: "16:00" }], saturday: [] });
    expect(await zonesSaid()).toEqual([{ zone: "Europe/Oslo" }]);
  });
});

test("passing over the questions sets nothing, and they are not asked again", async () => {
  const office = await openOffice();
  const browser = await office.browser();
  expect((await browser.post("/start", { pass: "yes", zone: "Atlantis" })).headers.get("location")).toBe(
    "/start/people",
  );
  expect(await bring(browser, "Another")).toMatch(/^\/imports\//);
  expect(await settingsOf(office)).toEqual({ start: { isSettled: true } });
});

describe("the first two people", async () => {
  const office = await openOffice();
  const browser = await office.browser();
  const people = async () => (await browser.get("/start/people")).text();

  test("nobody is due: it says so, and where to go on", async () => {
    expect(await people()).toContain("waits for a word from you");
  });

  test("R7: two, each with a because, the one whose letter only waits for a yes first and open", async () => {
    await furnish(office.db, office.ownerId);
    const page = await people();
    const names = [...page.matchAll(/class="item-name"[^>]*>([^<]*)</g)].map(([, name]) => name);
    expect(names).toEqual(["Tomás Ibarra", "Priya Nair"]);
    for (const item of page.split('<li class="item"').slice(1))
      expect(item).toMatch(/<h2>Why this person<\/h2><ul class="reasons"><li/);
    expect(page.match(/<details name="review" open>/g)).toHaveLength(1);
    expect(page).toMatch(/<button class="main-button" data-approve>/);
  });
});
