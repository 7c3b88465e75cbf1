/** The week and the settings behind it, as a browser sees them: without a script, and whatever is typed. */
import { beforeAll, describe, expect, test } from "vitest";
import { foreign, furnish } from "./furnish.ts";
import { furnishWeek } from "./furnish-week.ts";
import { openOffice } from "./office.ts";

const office = await openOffice();
const browser = await office.browser();
const page = async (path: string) => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};

beforeAll(async () => {
  await furnish(office.db, office.ownerId);
  await furnishWeek(office.world, office.ownerId);
});

describe("my week", () => {
  test("draws what is taken and what can be offered, and links each time to its reason beneath", async () => {
    const text = await page("/week?of=2026-11-19");
    expect(text).toContain("Busy: Planning, 10:00–11:00 (Work).");
    expect(text).toContain("Home office, 09:00–17:00 (Work): marked as free.");
    expect(text).toMatch(/Your calendar as of <time[^>]*>[^<]+<\/time>\. Times are those of Europe\/Paris\./);
    expect(text).toMatch(/class="week-item kind-tentative"/);
    const links = [...text.matchAll(/<a href="#(time-\d+-\d+)" class="cell/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((id) => !text.includes(`<li id="${id}"`))).toEqual([]);
  });

  test("has no inline style or script, which the pages' policy would refuse", async () => {
    const text = await page("/week?of=2026-11-19");
    expect(text).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?! src)/);
  });

  test("what an event calls itself cannot become markup", async () => {
    const text = await page("/week?of=2026-11-19");
    expect(text).not.toContain("<script>alert");
    expect(text).toContain("&lt;script&gt;alert");
  });

  test("shows nothing of another owner's calendar", async () => {
    expect(await page("/week?of=2026-11-19")).not.toContain(foreign);
  });

  test.each(["of=nonsense", "minutes=0", "minutes=9999", "minutes=-1&of=9999-99-99", "of=0001-01-01", "minutes=1e3.5"])(
    "%s is answered with a week all the same",
    async (query) => {
      expect(await page(`/week?${query}`)).toContain("<h1>My week</h1>");
    },
  );

  test("the length travels along to the next week", async () => {
    const text = await page("/week?of=2026-11-19&minutes=75");
    expect(text).toMatch(/rel="next" href="\/week\?of=2026-11-23&amp;minutes=75"/);
    expect(text).toMatch(/aria-current="page">75 min/);
  });
});

describe("the settings of meeting", () => {
  test("hours are saved as typed, several blocks a day, and the week follows", async () => {
    const hours = { "hours-monday": "9-12, 14:00-18:00", "hours-thursday": "14-16", "focus-monday": "9-10" };
    const answer = await browser.post("/settings/meeting/hours", hours);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      "/settings/meeting?done=meeting_saved#hours",
    ]);
    const text = await page("/settings/meeting");
    expect(text).toContain(`value="09:00–12:00, 14:00–18:00"`);
    expect(await page("/week?of=2026-11-19")).toContain("Outside your hours (14:00–16:00).");
  });

  test("what is wrong keeps what was typed, marks the field and saves nothing", async () => {
    const before = await page("/settings/meeting");
    const answer = await browser.post("/settings/meeting/hours", {
      "hours-monday": `9-12 "or so"`,
      "hours-tuesday": "8-9",
    });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain(`value="9-12 &quot;or so&quot;"`);
    expect(text).toContain(`value="8-9"`);
    expect(text).toMatch(/id="hours-hours-monday"[^>]*aria-invalid="true"/);
    const hoursOf = (one: string) => [...one.matchAll(/name="hours-\w+" value="([^"]*)"/g)].map(([, value]) => value);
    expect(hoursOf(await page("/settings/meeting"))).toEqual(hoursOf(before));
  });

  test.each`
    form           | fields                                                               | says
    ${"limits"}    | ${{ leadHours: "soon", horizonDays: "14", startEveryMinutes: "30" }} | ${"a number"}
    ${"limits"}    | ${{ leadHours: "36", horizonDays: "0", startEveryMinutes: "30" }}    | ${"at least 1"}
    ${"limits"}    | ${{ leadHours: "36", horizonDays: "14", startEveryMinutes: "7" }}    | ${"a whole number of steps"}
    ${"overrides"} | ${{ firstDay: "2026-12-24", lastDay: "2026-12-20", hours: "" }}      | ${"It comes before the first day."}
    ${"overrides"} | ${{ firstDay: "", lastDay: "", hours: "x" }}                         | ${"Choose a day."}
    ${"travel"}    | ${{ from: "2026-12-01", zone: "Mars/Olympus" }}                      | ${"not the name of a time zone"}
    ${"ways"}      | ${{ baseCity: "Lyon", standingLink: "rooms.example", phone: "" }}    | ${"needs to be right"}
    ${"venues"}    | ${{ name: "Café", address: "", minutes: "soon", coffee: "on" }}      | ${"needs to be right"}
    ${"venues"}    | ${{ name: "Café", address: "", minutes: "5" }}                       | ${"For coffee, for lunch, or both?"}
    ${"holidays"}  | ${{ country: "XX" }}                                                 | ${"no holidays are known"}
  `("$form with $fields says: $says", async ({ form, fields, says }) => {
    const answer = await browser.post(`/settings/meeting/${form}`, fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(says);
  });

  test("rules, days, zones, ways and places come back as they were saved, and go again", async () => {
    const sends: [string, Record<string, string>][] = [
      [
        "limits",
        {
          leadHours: "12,5",
          horizonDays: "21",
          startEveryMinutes: "15",
          meetingsPerDayMax: "3",
          capsCount: "all_meetings",
        },
      ],
      ["overrides", { firstDay: "2026-12-24", lastDay: "", hours: "9-12" }],
      ["travel", { from: "2027-01-04", zone: "Asia/Tokyo" }],
      ["ways", { baseCity: "Lyon", standingLink: "https://rooms.example/mara", phone: "+33 1 23 45 67 89" }],
      ["venues", { name: "Café Lignes", address: "3 rue des Lilas", minutes: "12", coffee: "on", lunch: "on" }],
      ["busy", { tentative: "on" }],
    ];
    for (const [form, fields] of sends)
      expect((await browser.post(`/settings/meeting/${form}`, fields)).status).toBe(303);
    const text = await page("/settings/meeting");
    for (const shown of [
      `value="12.5"`,
      `value="21"`,
      "09:00–12:00",
      "Asia/Tokyo",
      "https://rooms.example/mara",
      "3 rue des Lilas · coffee and lunch · 12 minutes",
    ])
      expect(text).toContain(shown);
    expect(text).toMatch(/id="busy-tentative"[^>]*checked/);
    expect(text).not.toMatch(/id="busy-focus"[^>]*checked/);
    await browser.post("/settings/meeting/overrides/remove", { firstDay: "2026-12-24", lastDay: "2026-12-24" });
    await browser.post("/settings/meeting/travel/remove", { from: "2027-01-04" });
    await browser.post("/settings/meeting/venues/remove", { name: "Café Lignes" });
    const emptied = await page("/settings/meeting");
    for (const gone of ["2026-12-24", "from 2027-01-04", "3 rue des Lilas"]) expect(emptied).not.toContain(gone);
  });

  test("holidays are chosen in two steps without a script: a country, then its region", async () => {
    expect(await page("/settings/meeting")).not.toContain("Bayern");
    expect(await page("/settings/meeting?country=DE")).toMatch(/<option value="BY"[^>]*>Bayern/);
    expect((await browser.post("/settings/meeting/holidays", { country: "DE", region: "BY" })).status).toBe(303);
    expect(await page("/settings/meeting")).toContain("<strong>DE, BY</strong>");
    expect(await page("/week?of=2026-11-19")).toContain("My week");
  });

  test("another site cannot send these forms", async () => {
    const answer = await browser.post("/settings/meeting/hours", {}, { "sec-fetch-site": "cross-site" });
    expect(answer.status).toBe(403);
  });
});
