/** The day as a browser sees it: without a script, one tap at a time, and nothing of another owner's. */
import { beforeAll, describe, expect, test } from "vitest";
import type { EventId } from "../../src/domain/ids.ts";
import { after, before } from "../../src/domain/time.ts";
import { exportFilesAccount } from "../../src/flows/owner/owner-of.ts";
import { json } from "../../src/store/database.ts";
import { loadWanted, saveAppeared, type WantedKept } from "../../src/store/wanted.ts";
import { foreign, furnish, ids } from "./furnish.ts";
import { openOffice, start } from "./office.ts";

const office = await openOffice();
const browser = await office.browser();
const page = async (path: string) => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
const eventId = "018f0000-0000-7000-8000-0000000000a1" as EventId;
const endedAt = before(start, { hours: 20 });

beforeAll(async () => {
  await furnish(office.db, office.ownerId);
  const event = {
    calendar: "mine",
    uid: "meetup",
    sequence: 0,
    title: "Meetup: <b>Data</b> Lyon",
    time: { kind: "timed", startsAt: before(endedAt, { hours: 2 }), endsAt: endedAt, zone: "Europe/Paris" },
    status: "confirmed",
    kind: "busy",
    attendees: [],
    notes: [],
  };
  await office.db
    .insertInto("event")
    .values({
      owner_id: office.ownerId,
      account_id: await exportFilesAccount(office.world, office.ownerId),
      event_id: eventId,
      calendar: "mine",
      uid: "meetup",
      occurrence: "",
      sequence: 0,
      title: event.title,
      starts_at: event.time.startsAt,
      ends_at: endedAt,
      all_day: false,
      status: "confirmed",
      kind: "busy",
      recurring: false,
      attendees: 0,
      body: json(event),
    } as never)
    .execute();
});

describe("today", () => {
  test("shows the sitting with each item's person, minutes and act, one style sheet and no inline script", async () => {
    const text = await page("/today");
    expect(text).toMatch(/0 of 20 minutes/);
    expect(text).toContain("Meetup: &lt;b&gt;Data&lt;/b&gt; Lyon");
    expect(text).toContain("Read the letter to Tomás Ibarra and send it");
    expect(text).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?! src)/);
    expect(text).not.toContain("<script>alert");
  });

  test.each([
    "/today",
    "/calls",
    `/people/${ids.priya}/brief`,
    `/people/${ids.priya}/note`,
    `/people/${ids.priya}/card.vcf`,
  ])("%s shows nothing of another owner", async (path) => {
    expect(await page(path)).not.toContain(foreign);
  });

  test("R23: the timer begins, pauses and says enough", async () => {
    expect((await browser.post("/today/timer", { act: "begin" })).status).toBe(303);
    office.wait({ minutes: 7 });
    expect(await page("/today")).toMatch(/data-running>7 of 20 minutes/);
    await browser.post("/today/timer", { act: "enough" });
    const text = await page("/today");
    expect(text).toContain("Enough for today.");
    expect(text).toContain("1 sitting this week, 7 minutes.");
    await browser.post("/today/timer", { act: "more" });
    expect(await page("/today")).toContain("7 of 35 minutes");
    expect((await browser.post("/today/timer", { act: "explode" })).status).toBe(400);
  });

  test("R22, R23: minutes outside of 15 to 30 are refused on the page, nothing is saved", async () => {
    const fields = { at: "08:30", calls: "10" };
    const refused = await browser.post("/today/settings", { ...fields, minutes: "45" });
    expect(refused.status).toBe(400);
    const asTyped = await refused.text();
    expect(asTyped).toContain("A sitting takes 15 to 30 minutes");
    expect(asTyped).toMatch(/name="minutes"[^>]*value="45"/);
    expect((await browser.post("/today/settings", { ...fields, minutes: "15", callsOn: "yes" })).status).toBe(303);
    expect(await page("/today")).toMatch(/name="minutes"[^>]*value="15"/);
    const blocks = await browser.get("/today/blocks.ics");
    expect(blocks.headers.get("content-type")).toContain("text/calendar");
    expect((await blocks.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });
});

describe("one tap", () => {
  test("R35: a call is logged from the page, shown on the person's page, and taken back", async () => {
    const logged = await browser.post(`/people/${ids.tomas}/log`, { tap: "phone:voicemail", back: "/today" });
    expect(logged.headers.get("location")).toMatch(/^\/today\?done=logged&undo=logged/);
    const person = await page(`/people/${ids.tomas}`);
    expect(person).toContain("Phone, left a message");
    const id = /name="logged" value="([^"]+)"/.exec(person)![1]!;
    await browser.post(`/people/${ids.tomas}/log/take-back`, { logged: id });
    expect(await page(`/people/${ids.tomas}`)).not.toContain("left a message");
    expect(office.nudges.some(({ job }) => job === "discover")).toBe(true);
  });

  test.each([
    ["/people/018f0000-0000-7000-8000-00000000dead/log", { tap: "phone:talked" }, 404],
    [`/people/${ids.tomas}/log`, { tap: "phone:shouted" }, 400],
    [`/people/${ids.tomas}/log`, { tap: "pigeon:sent" }, 400],
    ["/today/promise", { fact: "018f0000-0000-7000-8000-00000000dead" }, 404],
    ["/today/group", { group: "nonsense" }, 400],
    ["/debriefs", { event: eventId, ended: "yesterday", text: "x" }, 400],
    ["/debriefs", { event: "018f0000-0000-7000-8000-00000000dead", ended: start, text: "held" }, 404],
  ])("%s with %o is answered with %i", async (path, fields, status) => {
    expect((await browser.post(path, fields)).status).toBe(status);
  });

  test("without the form's token nothing happens", async () => {
    const bare = await browser.send(
      "POST",
      `/people/${ids.tomas}/log`,
      new URLSearchParams({ tap: "phone:talked" }),
      {},
    );
    expect(bare.status).toBe(403);
  });

  test("R16: what to offer is kept, and stands in the brief", async () => {
    await browser.post(`/people/${ids.priya}/give`, { give: "the checklist" });
    expect(await page(`/people/${ids.priya}/brief`)).toContain("To offer: the checklist");
  });

  test("R25: the address, once told, is a label", async () => {
    expect(await page(`/people/${ids.priya}/note`)).toContain("The postal address of Priya Nair");
    await browser.post(`/people/${ids.priya}/postal-address`, { address: "1 rue de Lyon\n69003 Lyon" });
    expect(await page(`/people/${ids.priya}/note`)).toContain('<address class="label">');
  });

  test("R2: the card is a file of its own", async () => {
    const card = await browser.get(`/people/${ids.priya}/card.vcf`);
    expect(card.headers.get("content-disposition")).toContain("Priya%20Nair.vcf");
    expect(await card.text()).toContain("NOTE:Met 2026-11-16. SaaStr Paris drinks\\, Station F");
  });

  test("R11: an answer in plain lines; what was not understood stays on the page, asked back", async () => {
    const answered = await browser.post("/debriefs", {
      event: eventId,
      ended: endedAt,
      text: "Ana, ana@new.example, jobs\nBo, talks",
    });
    expect(answered.headers.get("location")).toBe("/today?done=debrief_open");
    expect(await page("/today")).toContain("What is the address of Bo?");
    const rest = await browser.post("/debriefs", { event: eventId, ended: endedAt, text: "Bo, bo@new.example" });
    expect(rest.headers.get("location")).toBe("/today?done=debrief_kept");
    expect(await page("/today")).not.toContain("Meetup: &lt;b&gt;");
  });

  test("R23: put off from its card it is gone, and one tap undoes it; let go as well", async () => {
    const put =
      /<form method="post" action="\/today\/snooze"[\s\S]*?name="followUpId" value="([^"]+)"[\s\S]*?name="until" value="([^"]+)"/;
    const [, followUpId, until] = put.exec(await page("/today"))!;
    const card = `name="followUpId" value="${followUpId}"`;
    for (const [path, fields] of [
      ["/today/snooze", { followUpId: followUpId!, until: until! }],
      ["/today/drop", { kind: "write", followUpId: followUpId! }],
    ] as const) {
      const there = (await browser.post(path, fields)).headers.get("location")!;
      const after = await page(there);
      expect(after).not.toContain(card);
      const wish = /name="what" value="(\w+)"><input type="hidden" name="id" value="([^"]+)"/.exec(after)!;
      const undone = await browser.post("/undo", { what: wish[1]!, id: wish[2]!, back: "/today" });
      expect(undone.headers.get("location")).toBe("/today?done=undone_act");
      expect(await page("/today")).toContain(card);
    }
    const yesterday = await browser.post("/today/snooze", { followUpId: followUpId!, until: "2026-11-01" });
    expect(yesterday.headers.get("location")).toBe("/today?done=not_a_day_to_come");
  });

  test.each([
    [{ what: "approval", id: "018f0000-0000-7000-8000-00000000dead" }, 303],
    [{ what: "follow_up", id: "018f0000-0000-7000-8000-00000000dead" }, 303],
    [{ what: "everything", id: "018f0000-0000-7000-8000-00000000dead" }, 400],
    [{ what: "logged", id: "1" }, 400],
  ])("undoing %o, which nobody did, changes nothing", async (fields, status) => {
    const answer = await browser.post("/undo", { ...fields, back: "//elsewhere.example" });
    expect(answer.status).toBe(status);
    if (status === 303) expect(answer.headers.get("location")).toBe("/today?done=undo_too_late");
  });

  test("the keys stand on a page of their own too", async () => {
    expect(await page("/keys")).toContain("<kbd>u</kbd>");
  });

  test("R23: let go, it does not come back", async () => {
    const [due] = await office.db
      .selectFrom("follow_up")
      .select("follow_up_id")
      .where("owner_id", "=", office.ownerId)
      .where("contact_id", "=", ids.tomas)
      .execute();
    await browser.post("/today/drop", { kind: "approve", followUpId: due!.follow_up_id });
    expect(await page("/today")).not.toContain("Read the letter to Tomás Ibarra");
  });
});

describe("what the lists bring into the day", () => {
  test("R12: who sent two people and got none back is sent something; once that is noted, they are even", async () => {
    const given = { act: "got_business", text: "a customer" };
    await browser.post(`/people/${ids.priya}/ledger`, given);
    await browser.post(`/people/${ids.priya}/ledger`, given);
    const text = await page("/today");
    expect(text).toContain("Send something to Priya Nair");
    expect(text).toContain("Priya Nair sent you 2 people or pieces of business and got none back");
    const noted = await browser.post(`/people/${ids.priya}/ledger`, {
      act: "sent_business",
      text: "the Garnier studio",
      back: "/today",
    });
    expect(noted.headers.get("location")).toBe("/today?done=choice_saved");
    expect(await page("/today")).not.toContain("Send something to Priya Nair");
  });

  test("R4: a wanted person who turned up is in the day, is said to be somebody else, and is gone", async () => {
    const sighting = {
      address: "ada@acme.example",
      name: "Ada Moreau",
      seenIn: { kind: "message", id: "1" },
      at: start,
    };
    const because = { rule: "R4.wanted_role", text: "Ada Moreau is Head of Data at Acme: the role you look for." };
    await browser.post("/lists/want", { who: "Head of Data", company: "Acme" });
    const [{ id }] = (await loadWanted(office.db, office.ownerId)) as [WantedKept];
    await saveAppeared(office.db, office.ownerId, [
      { id, appeared: { sighting, because, at: office.world.clock.now() } as never },
    ]);
    const text = await page("/today");
    expect(text).toContain("Turned up");
    expect(text).toContain(because.text);
    const answered = await browser.post("/lists/not-them", { id, back: "/today" });
    expect(answered.headers.get("location")).toBe("/today?done=wanted_not_them");
    expect(await page("/today")).not.toContain(because.text);
  });

  test("R4: after a week it is news no more", async () => {
    const at = before(office.world.clock.now(), { days: 8 });
    const sighting = { address: "bo@acme.example", name: "Bo Lind", seenIn: { kind: "message", id: "2" }, at };
    const because = { rule: "R4.wanted_person", text: "Bo Lind, whom you want to meet, turned up." };
    const [{ id }] = (await loadWanted(office.db, office.ownerId)) as [WantedKept];
    await saveAppeared(office.db, office.ownerId, [{ id, appeared: { sighting, because, at } as never }]);
    expect(await page("/today")).not.toContain(because.text);
    expect(await page("/lists")).toContain(because.text);
  });
});

test("the first page of an owner with files is the day", async () => {
  expect((await browser.get("/")).headers.get("location")).toBe("/today");
});

test("R15: a letter sent by hand is said so beside it, and counts once", async () => {
  const other = await openOffice();
  await furnish(other.db, other.ownerId);
  const { get, post } = await other.browser();
  const action = `/drafts/${ids.tomasDraft}/sent`;
  for (const path of ["/today", "/review", `/people/${ids.tomas}`])
    expect(await (await get(path)).text()).toContain(`action="${action}"`);
  const sent = async (path: string) => (await post(path, { back: "/review" })).headers.get("location");
  expect(await sent(action)).toBe("/review?done=letter_sent");
  expect(await sent(action)).toBe("/review?done=not_now");
  expect(await (await get("/today")).text()).not.toContain(`action="${action}"`);
  expect((await post(`/drafts/${ids.quiet}/sent`, {})).status).toBe(404);
});

test("an empty day says what comes next", async () => {
  const empty = await openOffice();
  const { get } = await empty.browser();
  expect(await (await get("/today")).text()).toContain("Nothing waits for you today.");
  empty.wait({ days: 1 });
  await furnish(empty.db, empty.ownerId);
  await empty.db
    .updateTable("follow_up")
    .set({ state: "planned", due_at: after(start, { days: 9 }) })
    .where("contact_id", "=", ids.priya)
    .execute();
  await empty.db.deleteFrom("follow_up").where("contact_id", "<>", ids.priya).execute();
  await empty.db.updateTable("contact").set({ met_at: null }).execute();
  expect(await (await get("/today")).text()).toMatch(/Next: (thank you|meet), Priya Nair/);
});
