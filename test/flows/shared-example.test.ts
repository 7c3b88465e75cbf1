/** The shared example of the requirements, from an imported calendar to the visible letter: Priya, met on Mon 2026-11-16. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ContactId, DraftId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { decideOwnersFollowUps } from "../../src/flows/decide-follow-ups.ts";
import { beginImport } from "../../src/flows/imports/begin-import.ts";
import { importArchive } from "../../src/flows/imports/import-archive.ts";
import { composeDrafts } from "../../src/flows/letters/compose-drafts.ts";
import { letterFile } from "../../src/flows/letters/letter-file.ts";
import { offerUnchecked } from "../../src/flows/meeting/offer-unchecked.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { inThreadReader } from "../support/in-thread-reader.ts";
import { type TestWorld, testWorld as threadedWorld } from "../support/world.ts";

const at = (text: string) => text as Instant;

/** Nothing here is about threads. */
async function testWorld(wanted: { clock: Instant }): Promise<TestWorld> {
  const made = await threadedWorld(wanted);
  return { ...made, world: { ...made.world, archive: inThreadReader } };
}

const event = (uid: string, lines: readonly string[]) =>
  ["BEGIN:VEVENT", `UID:${uid}@example`, "DTSTAMP:20261114T090000Z", ...lines, "END:VEVENT"].join("\r\n");

const drinks = event("drinks", [
  "SUMMARY:SaaStr Paris — drinks",
  "LOCATION:Station F",
  "DTSTART;TZID=Europe/Paris:20261116T131500",
  "DTEND;TZID=Europe/Paris:20261116T140000",
  "ORGANIZER:mailto:me@home.example",
  "ATTENDEE;CN=Mara Lind;PARTSTAT=ACCEPTED:mailto:me@home.example",
  'ATTENDEE;CN="Priya Nair";PARTSTAT=ACCEPTED:mailto:priya@acme.example',
]);
const busyMonday = event("busy", ["SUMMARY:Board", "DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261201"]);

const calendar = (...events: string[]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//test//EN",
    "X-WR-CALNAME:me@home.example",
    ...events,
    "END:VCALENDAR",
    "",
  ].join("\r\n");

async function importText(test: TestWorld, name: string, text: string): Promise<void> {
  const path = join(test.folder, name);
  writeFileSync(path, text);
  const { importId } = await beginImport(test.world, test.owner, { path, name, keptByUs: false, readBy: "caller" });
  expect(await importArchive(test.world, test.owner, importId, { signal: new AbortController().signal })).toEqual({
    kind: "read",
  });
  await sayOwnerAddresses(test.world, test.owner, ["me@home.example"]);
  await refresh(test.world, test.owner);
}

const followUps = ({ world, owner }: TestWorld) =>
  world.database
    .selectFrom("follow_up")
    .select(["kind", "state", "due_at", "overdue_at", "deadline_at"])
    .where("owner_id", "=", owner)
    .where("kind", "<>", "revive")
    .orderBy("kind")
    .execute();

const draft = ({ world, owner }: TestWorld) =>
  world.database
    .selectFrom("draft")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("state", "=", "proposed")
    .executeTakeFirstOrThrow();

const contact = async ({ world, owner }: TestWorld): Promise<ContactId> =>
  (
    await world.database
      .selectFrom("contact")
      .select("contact_id")
      .where("owner_id", "=", owner)
      .executeTakeFirstOrThrow()
  ).contact_id;

describe("met on Monday 14:00, looked at the same evening", () => {
  let met: TestWorld;
  beforeAll(async () => {
    met = await testWorld({ clock: at("2026-11-16T19:00:00.000Z") });
    await importText(met, "home.ics", calendar(drinks, busyMonday));
  });

  test("R1, R3: one contact with the place, met where the calendar says", async () => {
    const rows = await met.world.database.selectFrom("contact").selectAll().where("owner_id", "=", met.owner).execute();
    expect(rows).toMatchObject([
      {
        name: "Priya Nair",
        class: "candidate",
        met_where: "SaaStr Paris drinks, Station F",
        met_on: "2026-11-16",
        met_why: null,
      },
    ]);
  });

  test("R14, R16, R17: the three clocks count from the end of the encounter", async () => {
    expect(await followUps(met)).toEqual([
      {
        kind: "check_in",
        state: "planned",
        due_at: "2026-12-15T23:00:00.000Z",
        overdue_at: "2026-12-22T23:00:00.000Z",
        deadline_at: "2027-02-14T22:59:59.999Z",
      },
      {
        kind: "meet_by",
        state: "planned",
        due_at: "2026-11-24T23:00:00.000Z",
        overdue_at: "2026-12-30T23:00:00.000Z",
        deadline_at: "2027-02-14T22:59:59.999Z",
      },
      {
        kind: "thank_you",
        state: "due",
        due_at: "2026-11-16T13:00:00.000Z",
        overdue_at: "2026-11-17T13:00:00.000Z",
        deadline_at: "2026-11-18T13:00:00.000Z",
      },
    ]);
  });

  test("R3: the letter is shown with its open sentence marked, and completes the moment the reason is given", async () => {
    const waiting = await draft(met);
    expect(waiting.body).toContain("[ your answer goes here ]");
    expect(waiting.question).toMatch(/Priya Nair/);
    expect(await answerWhy(met.world, met.owner, await contact(met), { why: "hiring analysts" })).toBe("done");
    const ready = await draft(met);
    expect(ready).toMatchObject({ question: null, version: waiting.version + 1 });
    expect(ready.body).toContain("SaaStr Paris drinks");
    expect(ready.body).toContain("hiring analysts");
    expect(ready.lint).toEqual([]);
  });

  test("R3: waived, the sentence is left out", async () => {
    await answerWhy(met.world, met.owner, await contact(met), "waived");
    expect((await draft(met)).body).not.toMatch(/hiring analysts|\[/);
  });

  test("composing again changes nothing", async () => {
    const before = await draft(met);
    expect(await composeDrafts(met.world, met.owner)).toEqual({ composed: 0 });
    expect(await draft(met)).toEqual(before);
  });

  test("the letter can be opened in a mail program", async () => {
    const file = await letterFile(met.world, met.owner, (await draft(met)).draft_id as DraftId);
    expect(file?.name).toMatch(/\.eml$/);
    expect(file?.bytes.toString()).toMatch(/^To: priya@acme\.example\r$/m);
  });

  test("the next change of any clock, at the latest the next morning, has its timer", async () => {
    const timer = await met.world.database
      .selectFrom("timer")
      .select("due_at")
      .where("owner_id", "=", met.owner)
      .where("kind", "=", "decide_follow_ups")
      .executeTakeFirstOrThrow();
    expect(timer.due_at).toBe("2026-11-16T23:00:00.000Z");
  });
});

test.each`
  now                           | thank        | meet         | because
  ${"2026-11-18T13:00:00.000Z"} | ${"due"}     | ${"planned"} | ${"48 hours to the millisecond"}
  ${"2026-11-18T13:00:00.001Z"} | ${"expired"} | ${"planned"} | ${"one millisecond later it is lost"}
  ${"2026-11-25T10:00:00.000Z"} | ${"expired"} | ${"due"}     | ${"five business days after the thank-you's deadline"}
`("at $now the thank-you is $thank, the meeting $meet: $because", async ({ now, thank, meet }) => {
  const met = await testWorld({ clock: at("2026-11-16T19:00:00.000Z") });
  await importText(met, "home.ics", calendar(drinks));
  met.clock.set(now);
  await decideOwnersFollowUps(met.world, met.owner);
  const states = Object.fromEntries((await followUps(met)).map(({ kind, state }) => [kind, state]));
  expect(states).toMatchObject({ thank_you: thank, meet_by: meet });
});

test("R17, R28: the invitation offers the free times of the imported calendar, as of when it was read", async () => {
  const met = await testWorld({ clock: at("2026-11-16T19:00:00.000Z") });
  await importText(met, "home.ics", calendar(drinks, busyMonday));
  await answerWhy(met.world, met.owner, await contact(met), "waived");
  met.clock.set(at("2026-11-23T09:00:00.000Z"));
  // By then the thank-you's time has passed and the invitation is due on the 25th; look from the day after.
  met.clock.set(at("2026-11-25T09:00:00.000Z"));
  await decideOwnersFollowUps(met.world, met.owner);
  await composeDrafts(met.world, met.owner);
  const invitation = await draft(met);
  expect(invitation.kind).toBe("coffee");
  expect(invitation.body).toMatch(/^Fri 27 Nov: 9:00-17:30\nTue 1 Dec: /m);
  expect(invitation.offer).toMatchObject({ unchecked: false, calendar: { state: "fresh" }, mode: "in_person" });
});

test("without a trustworthy calendar no times are offered until one deliberate tap, and then it says so", async () => {
  const met = await testWorld({ clock: at("2026-12-01T09:00:00.000Z") });
  await importText(met, "home.ics", calendar(drinks));
  // A message of the present keeps the viewpoint here, while the calendar shows no sign of life for 15 days.
  await importText(
    met,
    "mail.eml",
    [
      "From: Priya Nair <priya@acme.example>",
      "To: me@home.example",
      "Subject: The figures",
      "Date: Tue, 1 Dec 2026 08:00:00 +0000",
      "Message-ID: <figures@acme.example>",
      "",
      "Here they are.",
      "",
    ].join("\r\n"),
  );
  await answerWhy(met.world, met.owner, await contact(met), "waived");
  const careful = await draft(met);
  expect(careful.offer).toMatchObject({ lines: [], calendar: { state: "old" }, unchecked: false });
  expect(careful.body).not.toMatch(/\d:\d\d/);
  expect(careful.lint).toContainEqual(expect.objectContaining({ rule: "times_missing" }));
  expect(careful.because).toContainEqual(expect.objectContaining({ rule: "Q5.old_calendar" }));
  expect(await offerUnchecked(met.world, met.owner, careful.draft_id)).toBe("done");
  const tapped = await draft(met);
  expect(tapped.body).toMatch(/^Thu 3: 9:00-17:30$/m);
  expect(tapped.offer).toMatchObject({ unchecked: true });
  expect(tapped.because).toContainEqual(expect.objectContaining({ rule: "Q5.unchecked" }));
});

test("an export that ended long ago is looked at from its end", async () => {
  const met = await testWorld({ clock: at("2027-08-01T09:00:00.000Z") });
  await importText(met, "home.ics", calendar(drinks));
  const states = Object.fromEntries((await followUps(met)).map(({ kind, state }) => [kind, state]));
  expect(states).toMatchObject({ thank_you: "due", meet_by: "planned" });
});
