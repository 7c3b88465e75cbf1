/**
 * Acceptance examples of the requirements, from an imported file or a tap of the owner's to what is then seen, for those that
 * no other test of flows lives through; docs/requirements.md says where the others are. What needs an account that is
 * connected is lived through elsewhere: write-back.test.ts, sending.test.ts, booking.test.ts, answers.test.ts.
 */
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { wordsIn } from "../../src/domain/day/brief.ts";
import type { DayItem } from "../../src/domain/day/item.ts";
import type { ContactId } from "../../src/domain/ids.ts";
import { addDays, dayIn, type Instant, type PlainDate, sayInstant } from "../../src/domain/time.ts";
import { listCalls } from "../../src/flows/day/list-calls.ts";
import { logContact } from "../../src/flows/day/log-contact.ts";
import { openNote } from "../../src/flows/day/open-note.ts";
import { runSitting } from "../../src/flows/day/run-sitting.ts";
import { sayGiveNote, sayPostalAddress } from "../../src/flows/day/settle-item.ts";
import { changeChoices } from "../../src/flows/lists/change-choices.ts";
import { tellGroup } from "../../src/flows/lists/change-lists.ts";
import { tellLedger } from "../../src/flows/lists/keep-ledger.ts";
import { lookAtPerson } from "../../src/flows/lists/look-at-person.ts";
import { offerFreeTime } from "../../src/flows/meeting/offer-free-time.ts";
import { saveAvailability } from "../../src/flows/meeting/save-availability.ts";
import { addVenue, saveWays } from "../../src/flows/meeting/save-ways.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { setPlan } from "../../src/flows/plan/set-plan.ts";
import { showPlan } from "../../src/flows/plan/show-plan.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { changeContactChoices } from "../../src/store/contact-choices.ts";
import { readPerson } from "../../src/store/read/person.ts";
import { me } from "../support/letters.ts";
import {
  bring,
  contactCalled,
  due,
  dueLines,
  type Files,
  inParis,
  itemsToday,
  letters,
  letterTo,
  livedWith as livedIn,
  meeting,
  ownTime,
  passes,
  send,
  today,
} from "../support/lived.ts";
import { type TestDatabase, testDatabase } from "../support/postgres.ts";
import type { TestWorld } from "../support/world.ts";
import { paris } from "../support/world-on.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
/** Each example has an owner of its own. */
const livedWith = (now: string, files: Files) => livedIn(database, now, files);

const priya = "Priya Nair <priya@acme.example>";
const ownNumber = "+33 1 55 50 17 04";
const withPriya = (from: string) => meeting({ from, with: [priya] });

const personSeen = async (made: TestWorld, name: string) =>
  (await readPerson(made.world.database, made.owner, await contactCalled(made, name)))!;

const followUp = async ({ world, owner }: TestWorld, contactId: ContactId, kind: string) =>
  world.database
    .selectFrom("follow_up")
    .selectAll()
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contactId)
    .where("kind", "=", kind)
    .executeTakeFirst();

const minutesOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

const only = <One>(list: readonly One[]): One => {
  expect(list).toHaveLength(1);
  return list[0]!;
};

describe("who", () => {
  test("R1: of a coffee, a newsletter, a copy and a webinar of forty, the coffee alone makes a candidate; about the webinar one is asked", async () => {
    const crowd = Array.from({ length: 39 }, (_, n) => `Guest ${n} <g${n}@crowd${n}.example>`);
    const made = await livedWith("2026-11-20 09:00", {
      events: [withPriya("2026-11-19 14:00"), meeting({ title: "Webinar", from: "2026-11-19 16:00", with: crowd })],
      letters: [
        {
          id: "news",
          from: "Shop <no-reply@shop.example>",
          headers: { "List-Unsubscribe": "<https://shop.example/u>" },
          body: "Ten per cent off.",
        },
        {
          id: "copied",
          from: priya,
          headers: { Cc: "Cora Else <cora@else.example>" },
          body: "Cora is copied.",
        },
      ],
    });
    const { world, owner } = made;
    const known = world.database.selectFrom("contact").select(["name", "class", "met_where", "met_on"]);
    expect(await known.where("owner_id", "=", owner).execute()).toEqual([
      { name: "Priya Nair", class: "candidate", met_where: "Coffee, Café Moka", met_on: "2026-11-19" },
    ]);
    const asked = (await itemsToday(made)).filter(({ kind }) => kind === "debrief").map(({ who }) => who);
    expect(asked.filter((who) => who === "Webinar")).toEqual(["Webinar"]);
  });

  test("R9: forty letters in half a year and no talk for 200 days: a call of 15 minutes is suggested; a newsletter moves nothing", async () => {
    const days = Array.from({ length: 40 }, (_, n) => addDays("2026-06-01" as PlainDate, n * 4));
    const between = days.map((day, n) => {
      const [year = "", month = "", date = ""] = day.split("-");
      const name = ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"][Number(month) - 6]!;
      return {
        id: `between-${n}`,
        ...(n % 2 === 0 ? { from: priya } : { from: `Mara Lind <${me}>`, to: priya }),
        ...(n > 0 && { answers: `between-${n - 1}` }),
        date: `${date} ${name} ${year} 10:00:00 +0200`,
        body: `Letter ${n}.`,
      };
    });
    const made = await livedWith("2026-11-10 09:00", { events: [withPriya("2026-04-20 14:00")], letters: between });
    const { lastTouchAt, lastConversationAt } = await personSeen(made, "Priya Nair");
    await bring(made, {
      letters: [
        {
          id: "newsletter",
          from: priya,
          date: "Mon, 09 Nov 2026 10:00:00 +0100",
          headers: { "List-Id": "<news.acme.example>", Precedence: "bulk" },
          body: "Our news of November.",
        },
      ],
    });
    expect(await personSeen(made, "Priya Nair")).toMatchObject({ lastTouchAt, lastConversationAt });
    const { quiet } = await showPlan(made.world, made.owner);
    expect(quiet).toMatchObject([{ name: "Priya Nair", because: [{ rule: "R9.much_mail_no_talk" }] }]);
    expect(quiet[0]!.because[0]!.text).toMatch(/wrote 40 letters .* last talked on 2026-04-20: 15 minutes by phone\?/);
    await saveWays(made.world, made.owner, { phone: ownNumber });
    await setPlan(made.world, made.owner, { quotas: [{ meeting: "check_in", count: 1 }] });
    expect((await letterTo(made, "Priya Nair")).body).toContain("15 minutes");
  });

  test("R9a: a deadline within 48 hours comes first, then urgency, then closeness", async () => {
    const made = await livedWith("2026-11-20 16:00", {
      events: [
        ...["Ada", "Ben", "Cleo"].map((name) =>
          meeting({
            from: "2026-06-01 10:00",
            title: `Coffee with ${name}`,
            with: [`${name} Moreau <${name}@old.example>`],
          }),
        ),
        meeting({ from: "2026-06-01 08:00", title: "Breakfast", with: ["Cleo Moreau <Cleo@old.example>"] }),
        withPriya("2026-11-20 14:00"),
      ],
    });
    for (const [name, cadenceDays] of [
      ["Ada", 14],
      ["Ben", 90],
      ["Cleo", 90],
    ] as const)
      await changeChoices(made.world, made.owner, await contactCalled(made, `${name} Moreau`), { cadenceDays });
    const { due: lines } = await due(made);
    expect(lines.map(({ name }) => name.split(" ")[0])).toEqual(["Priya", "Ada", "Cleo", "Ben"]);
    for (const { because } of lines) expect(because[0]?.text).not.toBe("");
  });
});

describe("when", () => {
  test("R14: met on a Friday until 18:30, the letter waits that evening, may leave on Saturday, and is lost on Sunday at 18:30", async () => {
    const made = await livedWith("2026-11-20 18:40", { events: [withPriya("2026-11-20 17:45")] });
    await changeChoices(made.world, made.owner, await contactCalled(made, "Priya Nair"), { purpose: "friend" });
    expect(only((await due(made)).due)).toMatchObject({
      kind: "thank_you",
      deadlineAt: inParis("2026-11-22 18:30"),
      letter: { to: "priya@acme.example", body: expect.stringContaining("Priya") },
    });
    await passes(made, "2026-11-21 09:00");
    await send(made, "Priya Nair");
    expect(await dueLines(made)).toEqual([]);
    expect(await followUp(made, await contactCalled(made, "Priya Nair"), "thank_you")).toMatchObject({
      state: "satisfied",
    });
  });

  test("R14: whoever was written to after the meeting is thanked already: nothing is due and nothing is drafted", async () => {
    const made = await livedWith("2026-11-17 09:00", {
      events: [withPriya("2026-11-16 13:15")],
      letters: [
        {
          id: "thanks",
          from: `Mara Lind <${me}>`,
          to: priya,
          date: "Mon, 16 Nov 2026 16:00:00 +0100",
          body: "Thank you for the coffee, Priya.",
        },
      ],
    });
    expect(await dueLines(made)).toEqual([]);
    expect((await letters(made)).filter(({ kind }) => kind === "thank_you")).toEqual([]);
    expect(await followUp(made, await contactCalled(made, "Priya Nair"), "thank_you")).toMatchObject({
      state: "satisfied",
    });
  });

  test("R16: the thirty days end on Wed 16 December, on a Sunday on the Monday after; a call on 1 December starts them anew", async () => {
    const made = await livedWith("2026-11-20 19:00", {
      events: [
        withPriya("2026-11-16 13:15"),
        meeting({ from: "2026-11-20 10:00", title: "Tea", with: ["Omar Diaz <omar@diaz.example>"] }),
      ],
    });
    const { world, owner } = made;
    const id = await contactCalled(made, "Priya Nair");
    const omar = await contactCalled(made, "Omar Diaz");
    expect(await followUp(made, id, "check_in")).toMatchObject({ due_at: inParis("2026-12-16"), state: "planned" });
    expect(await followUp(made, omar, "check_in")).toMatchObject({ due_at: inParis("2026-12-21") });
    await sayGiveNote(world, owner, omar, "the analysts' checklist");
    expect((await today(made)).newPeople.find(({ name }) => name === "Omar Diaz")?.acts.task).toMatchObject({
      on: "2026-12-21",
      giveNote: "the analysts' checklist",
    });
    made.clock.set(inParis("2026-12-01 12:00"));
    await logContact(world, owner, {
      contactId: id,
      mode: "phone",
      outcome: "talked",
      at: inParis("2026-12-01 11:00"),
    });
    await refresh(world, owner);
    const again = await followUp(made, id, "check_in");
    expect(again).toMatchObject({ due_at: inParis("2026-12-31"), state: "planned" });
    expect(again?.because).toContainEqual(expect.objectContaining({ rule: "R16.already_talked" }));
  });

  test("R17: nothing booked on day 60 comes to the top; times are offered up to the last Friday before day 90", async () => {
    const made = await livedWith("2027-01-15 09:00", {
      events: [
        meeting({ from: "2026-06-01 10:00", title: "Tea", with: ["Omar Diaz <omar@diaz.example>"] }),
        withPriya("2026-11-16 13:15"),
        ...ownTime("2027-01-14", "2027-02-04", "2027-02-07"),
      ],
    });
    // Long overdue by the owner's own wish, and still not before the warning.
    await changeChoices(made.world, made.owner, await contactCalled(made, "Omar Diaz"), { cadenceDays: 30 });
    const lines = (await due(made)).due;
    expect(lines.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(["Priya Nair: meet_by", "Omar Diaz: check_in"]);
    expect(lines[0]!.because).toContainEqual(
      expect.objectContaining({ rule: "R17.warning", facts: expect.objectContaining({ warning: 1 }) }),
    );
    expect((await itemsToday(made))[0]?.who).toBe("Priya Nair");
    await passes(made, "2027-02-08 09:00");
    const { times } = await letterTo(made, "Priya Nair");
    expect(times.length).toBeGreaterThan(0);
    expect(times.map(({ startsAt }) => dayIn(paris, startsAt)).filter((day) => day > "2027-02-12")).toEqual([]);
  });

  test("R20: without a give note the check-in asks how they are and offers nothing that is not there; with one it brings it", async () => {
    const made = await livedWith("2026-11-20 09:00", {
      events: [withPriya("2026-05-04 10:00"), ...ownTime("2026-11-19")],
    });
    const id = await contactCalled(made, "Priya Nair");
    const { world, owner } = made;
    await changeChoices(world, owner, id, { cadenceDays: 90, purpose: "friend" });
    const plain = await letterTo(made, "Priya Nair");
    expect(plain).toMatchObject({ kind: "check_in", question: null });
    expect(plain.body.match(/\?/g)).toHaveLength(1);
    expect(plain.facts).not.toHaveProperty("giveNote");
    expect(plain.rules).toEqual([]);
    await changeChoices(world, owner, id, { giveNote: "a table at the Data Lyon dinner" });
    expect((await letterTo(made, "Priya Nair")).body).toContain("a table at the Data Lyon dinner");
  });

  test("R22, R23, R43: of fourteen due nine have a number; of forty things twenty minutes are offered and none is lost", async () => {
    // Four are rung on the first day and asked for nothing more on the second: forty are left.
    const names = Array.from(
      { length: 44 },
      (_, n) => `Person ${String.fromCharCode(65 + (n % 20))}${["one", "two", "three"][Math.floor(n / 20)]}`,
    );
    const address = (name: string) => `${name.toLowerCase().replace(" ", ".")}@old.example`;
    const made = await livedWith("2026-11-23 07:30", {
      events: [
        ...names.map((name, n) =>
          meeting({
            from: `2026-05-${String(1 + (n % 28)).padStart(2, "0")} ${n < 28 ? "10" : "14"}:00`,
            with: [`${name} <${address(name)}>`],
          }),
        ),
        ...ownTime("2026-11-20"),
      ],
      cards: names.slice(0, 9).map((name, n) => [`FN:${name}`, `EMAIL:${address(name)}`, `TEL:+33 1 42 68 53 1${n}`]),
    });
    const { world, owner, clock } = made;
    const ids = await Promise.all(names.map((name) => contactCalled(made, name)));
    const pick = async (picked: readonly ContactId[], until: string) => {
      for (const id of picked)
        await changeContactChoices(
          world.database,
          owner,
          id,
          { cadenceDays: 30, cadenceSince: "2026-05-01" },
          clock.now(),
        );
      await passes(made, until);
    };
    await pick(ids.slice(0, 14), "2026-11-23 07:31");
    const list = () => listCalls(world, owner, clock.now());
    const first = await list();
    expect(first.calls.map(({ name }) => name).toSorted()).toEqual(names.slice(0, 9).toSorted());
    expect(first).toMatchObject({ withoutNumber: 5, from: inParis("2026-11-23 07:30") });
    for (const [n, at] of ["09:05", "09:20", "09:40", "10:05"].entries()) {
      clock.set(inParis(`2026-11-23 ${at}`));
      await logContact(world, owner, { contactId: ids[n]!, mode: "phone", outcome: "voicemail" });
    }
    expect((await list()).count).toMatchObject({ before: 3, today: 4, wanted: 10 });

    await pick(ids.slice(14), "2026-11-24 08:30");
    const { sitting } = await today(made);
    const minutes = (items: readonly DayItem[]) => items.reduce((sum, one) => sum + one.minutes, 0);
    expect(minutes(sitting.offered)).toBeLessThanOrEqual(20);
    expect(minutes(sitting.offered)).toBeGreaterThan(10);
    const all = [...sitting.offered, ...sitting.waiting];
    expect(new Set(all.map(({ who }) => who)).size).toBe(40);
    expect(minutes(all)).toBeGreaterThan(20);
    for (const { who, because, where, text, act } of all) {
      expect(because[0]?.text, who).toMatch(/\S/);
      expect(
        [where.mode, text, act].every((part) => part !== ""),
        who,
      ).toBe(true);
    }
    await runSitting(world, owner, "begin");
    clock.set(inParis("2026-11-24 08:50"));
    expect((await today(made)).sitting.isOver).toBe(true);
  });

  test("R24: the check-in of the plan says 15 minutes, takes 15, and keeps the owner's pauses", async () => {
    const made = await livedWith("2026-11-22 10:00", {
      events: [
        withPriya("2026-05-04 10:00"),
        meeting({ title: "Board", from: "2026-11-24 10:00", minutes: 120 }),
        ...ownTime("2026-11-20"),
      ],
    });
    const { world, owner } = made;
    await saveWays(world, owner, { standingLink: "https://rooms.example/mara" });
    await saveAvailability(world, owner, { bufferBeforeMinutes: 30, bufferAfterMinutes: 20 });
    await changeChoices(world, owner, await contactCalled(made, "Priya Nair"), { purpose: "friend" });
    await setPlan(world, owner, { quotas: [{ meeting: "check_in", count: 1 }] });
    const { body, times, kind } = await letterTo(made, "Priya Nair");
    expect(kind).toBe("call");
    expect(body).toContain("15 minutes");
    expect(body).not.toMatch(/60 minutes|20 minutes/);
    expect(new Set(times.map(minutesOf))).toEqual(new Set([15]));
    // The board meets from 10 to 12: twenty minutes of pause before it, thirty after.
    expect(body).toMatch(/^Tue 24: 9:00-9:40 or 12:30-17:30/m);
  });

  test("R25: a client met twice in 90 days is owed one note by hand, with an address asked for; posted, it counts as a touch", async () => {
    const made = await livedWith("2026-11-20 09:00", {
      events: [withPriya("2026-10-05 10:00"), withPriya("2026-11-12 10:00"), ...ownTime("2026-11-19")],
    });
    const { world, owner } = made;
    const id = await contactCalled(made, "Priya Nair");
    const notes = async () => (await itemsToday(made)).filter(({ kind }) => kind === "note");
    expect(await notes()).toEqual([]);
    await changeChoices(world, owner, id, { isClient: true });
    expect(only(await notes())).toMatchObject({ who: "Priya Nair", where: { mode: "post" }, act: "Find the address" });
    await sayPostalAddress(world, owner, id, "1 rue de Lyon\n69003 Lyon");
    expect(only(await notes())).toMatchObject({ where: { mode: "post", at: "1 rue de Lyon\n69003 Lyon" } });
    expect((await openNote(world, owner, id, made.clock.now()))?.note).toMatchObject({
      address: ["Priya Nair", "1 rue de Lyon", "69003 Lyon"],
      mention: [expect.any(String)],
    });
    await logContact(world, owner, { contactId: id, mode: "post", outcome: "sent" });
    await refresh(world, owner);
    expect(await notes()).toEqual([]);
    expect(await personSeen(made, "Priya Nair")).toMatchObject({
      lastTouchAt: inParis("2026-11-20 09:00"),
      lastConversationAt: inParis("2026-11-12 10:45"),
    });
  });
});

describe("how", () => {
  test("R26: with nothing true to refer to no letter is written, and the question says what is missing", async () => {
    const made = await livedWith("2026-11-20 09:00", {
      events: [meeting({ from: "2026-06-01 10:00", title: "Tea", with: ["Omar Diaz <omar@diaz.example>"] })],
      connections: [
        "Priya,Nair,https://www.linkedin.com/in/priya-nair,priya@acme.example,Acme,Head of Data,12 Mar 2024",
      ],
    });
    await changeChoices(made.world, made.owner, await contactCalled(made, "Priya Nair"), { cadenceDays: 30 });
    const { body, question } = await letterTo(made, "Priya Nair");
    expect(body).toBe("");
    expect(question).toMatch(/^Where did you meet Priya Nair\?/);
  });

  test("R27, R31: who lives in the owner's city gets a coffee at a venue of the owner's; who lives far a call by the owner's link, or a coffee on the days of the trip there", async () => {
    const made = await livedWith("2026-11-25 09:00", {
      events: [
        meeting({
          from: "2026-11-10 10:00",
          title: "Fair",
          place: "Porte de Versailles",
          with: [priya, "Lena Vogt <lena@vogt.example>"],
        }),
        ...ownTime("2026-11-24"),
      ],
      cards: [
        ["FN:Priya Nair", "EMAIL:priya@acme.example", "ADR:;;4 rue Neuve;Lyon;;69002;France"],
        ["FN:Lena Vogt", "EMAIL:lena@vogt.example", "ADR:;;Torstraße 9;Berlin;;10119;Germany"],
      ],
    });
    const { world, owner } = made;
    await saveWays(world, owner, { baseCity: "Lyon", standingLink: "https://rooms.example/mara" });
    await addVenue(world, owner, {
      name: "Café Moka",
      address: "2 rue Mercière",
      suits: ["coffee"],
      minutesFromBase: 10,
    });
    for (const name of ["Priya Nair", "Lena Vogt"])
      await changeChoices(world, owner, await contactCalled(made, name), { purpose: "friend" });
    expect(await letterTo(made, "Priya Nair")).toMatchObject({
      kind: "coffee",
      body: expect.stringMatching(/coffee[\s\S]*at Café Moka \(2 rue Mercière\)/i),
      offer: { mode: "in_person" },
    });
    expect(await letterTo(made, "Lena Vogt")).toMatchObject({
      kind: "call",
      body: expect.stringContaining("https://rooms.example/mara"),
      offer: { mode: "video" },
    });
    await bring(made, {
      events: [
        [
          "BEGIN:VEVENT",
          "UID:berlin@example",
          "DTSTAMP:20261120T090000Z",
          "SUMMARY:Berlin trip",
          "LOCATION:Berlin",
          "DTSTART;VALUE=DATE:20261201",
          "DTEND;VALUE=DATE:20261204",
          "TRANSP:TRANSPARENT",
          "END:VEVENT",
        ].join("\r\n"),
      ],
    });
    const onTrip = await letterTo(made, "Lena Vogt");
    expect(onTrip).toMatchObject({ kind: "coffee", offer: { mode: "in_person" } });
    expect(onTrip.body).toContain("Berlin");
    const days = new Set(onTrip.times.map(({ startsAt }) => dayIn(paris, startsAt)));
    expect([...days].toSorted()).toEqual(["2026-12-01", "2026-12-02", "2026-12-03"]);
  });

  test("R28: all the free times of the week in one line a day, nothing before the lead time; a reader in New York sees both clocks", async () => {
    const made = await livedWith("2026-11-22 10:00", {
      events: [
        meeting({ from: "2026-11-12 10:00", title: "Talk", with: ["Nora Vale <nora@vale.example>"] }),
        meeting({ title: "Board", from: "2026-11-24 10:00", minutes: 120 }),
        meeting({ title: "Workshop", from: "2026-11-25 08:00", minutes: 600 }),
        meeting({ title: "Review", from: "2026-11-26 14:00", minutes: 60 }),
        ...ownTime("2026-11-20"),
      ],
      cards: [["FN:Nora Vale", "EMAIL:nora@vale.example", "ADR:;;9 Mercer Street;New York;NY;10013;United States"]],
    });
    const { world, owner, clock } = made;
    await saveWays(world, owner, { baseCity: "Paris", standingLink: "https://rooms.example/mara" });
    const offered = await offerFreeTime(world, owner, { now: clock.now(), lengthMinutes: 30 });
    expect(offered).toMatchObject({
      lines: ["Tue 24: 9:00-10:00 or 12:00-17:30", "Thu 26: 9:00-14:00 or 15:00-17:30", "Fri 27: 9:00-17:30"],
    });
    const toNora = await offerFreeTime(world, owner, { now: clock.now(), lengthMinutes: 30, who: "Nora" });
    if (toNora.kind !== "offer") throw new Error(`Nora is not found: ${toNora.kind}`);
    expect(toNora.way?.mode).toBe("video");
    expect(toNora.lines.length).toBeGreaterThan(0);
    for (const line of toNora.lines) expect(line).toMatch(/Paris time \(.* New York time\)$/);
  });

  test("R29, R33: ten minutes of advice are asked for with the reason for the admiration, of nobody without it, and never of a friend", async () => {
    const made = await livedWith("2026-11-02 09:00", {
      events: [withPriya("2026-05-04 10:00"), ...ownTime("2026-10-30")],
    });
    const { world, owner } = made;
    const id = await contactCalled(made, "Priya Nair");
    await saveWays(world, owner, { phone: ownNumber });
    await setPlan(world, owner, { quotas: [{ meeting: "advice_call", count: 1 }] });
    const asked = async () => (await letters(made)).filter(({ kind }) => kind === "advice_call");
    expect(await asked()).toEqual([]);
    const admiration = "Your talk on runbooks in October was the clearest that I have heard on it.";
    await changeChoices(world, owner, id, { admiration });
    await answerWhy(world, owner, id, { why: "hiring analysts" });
    const letter = only(await asked());
    expect(letter).toMatchObject({ name: "Priya Nair", question: null, body: expect.stringContaining(admiration) });
    expect(letter.body).toContain("10 minutes");
    expect(new Set(letter.times.map(minutesOf))).toEqual(new Set([10]));
    // R8, R29: the reminder offers as little of their time as the invitation did.
    await send(made, "Priya Nair");
    await passes(made, "2026-11-05 09:00");
    const reminder = await letterTo(made, "Priya Nair");
    expect(reminder.kind).toBe("nudge");
    expect(reminder.times.length).toBeGreaterThan(0);
    expect(new Set(reminder.times.map(minutesOf))).toEqual(new Set([10]));
    await changeChoices(world, owner, id, { purpose: "friend" });
    expect(await asked()).toEqual([]);
  });

  test("R8: whoever is known from mail alone is asked for a call of ten minutes first, not for a coffee around the corner", async () => {
    const gmail = "Priya Nair <priya.nair@gmail.com>";
    const made = await livedWith("2026-11-20 09:00", {
      events: ownTime("2026-11-19"),
      letters: [1, 2].flatMap((n) => [
        {
          id: `mine-${n}`,
          from: `Mara Lind <${me}>`,
          to: gmail,
          date: `Mon, 1${n} May 2026 10:00:00 +0200`,
          body: "Hello",
        },
        {
          id: `hers-${n}`,
          from: gmail,
          answers: `mine-${n}`,
          date: `Tue, 1${n + 2} May 2026 10:00:00 +0200`,
          body: "Hi",
        },
      ]),
      cards: [["FN:Priya Nair", "EMAIL:priya.nair@gmail.com", "ADR:;;1 rue de Rivoli;Paris;;75001;France"]],
    });
    const { world, owner } = made;
    await saveWays(world, owner, { baseCity: "Paris", phone: ownNumber });
    await answerWhy(world, owner, await contactCalled(made, "Priya Nair"), { why: "hiring analysts" });
    const letter = await letterTo(made, "Priya Nair");
    expect([letter.kind, letter.question]).toEqual(["call", null]);
    expect(letter.body).toContain("10 minutes");
    expect(letter.body).toContain(ownNumber);
    expect(new Set(letter.times.map(minutesOf))).toEqual(new Set([10]));
  });

  test("R30: of a connection never heard of a comment comes first; after two answers both ways advice may be asked for", async () => {
    const made = await livedWith("2026-11-02 09:00", {
      events: ownTime("2026-10-30"),
      connections: [
        "Priya,Nair,https://www.linkedin.com/in/priya-nair,priya@acme.example,Acme,Head of Data,12 Mar 2024",
      ],
    });
    const { world, owner } = made;
    const id = await contactCalled(made, "Priya Nair");
    const admiration = "Your talk on runbooks in October was the clearest that I have heard on it.";
    await changeChoices(world, owner, id, { status: "active", admiration });
    await setPlan(world, owner, { quotas: [{ meeting: "advice_call", count: 1 }] });
    const comments = async () => (await itemsToday(made)).filter(({ kind }) => kind === "comment");
    expect(only(await comments())).toMatchObject({
      who: "Priya Nair",
      because: [{ rule: "R30.comment_first" }],
      where: { mode: "social", at: "https://www.linkedin.com/in/priya-nair" },
    });
    expect((await letters(made)).filter(({ kind }) => kind === "advice_call")).toEqual([]);
    for (const day of ["2026-11-03", "2026-11-04"]) {
      for (const isTheirs of [false, true]) {
        made.clock.set(inParis(`${day} ${isTheirs ? "11" : "10"}:00`));
        await logContact(world, owner, { contactId: id, mode: "social", outcome: "sent", isTheirs });
      }
    }
    made.clock.set(inParis("2026-11-05 09:00"));
    await refresh(world, owner);
    expect(await comments()).toEqual([]);
    expect((await lookAtPerson(world, owner, id))?.warmUp).toMatchObject({ state: "unlocked", twoWay: 2 });
    expect(only(await letters(made))).toMatchObject({ name: "Priya Nair", kind: "advice_call" });
  });

  const back = (n: number, body: string) => ({
    id: `back-${n}`,
    ...(n % 2 === 0 ? { from: priya } : { from: `Mara Lind <${me}>`, to: priya }),
    subject: "Re: Coffee",
    date: `Thu, 26 Nov 2026 1${n}:00:00 +0100`,
    body,
  });

  test("R32: four letters to and fro without a time are better a call, with the number", async () => {
    const made = await livedWith("2026-11-25 09:00", {
      events: [withPriya("2026-11-10 10:00"), ...ownTime("2026-11-24")],
      cards: [["FN:Priya Nair", "EMAIL:priya@acme.example", "TEL:+33 1 42 68 53 10"]],
    });
    await changeChoices(made.world, made.owner, await contactCalled(made, "Priya Nair"), { purpose: "friend" });
    await send(made, "Priya Nair");
    made.clock.set(inParis("2026-11-26 18:00"));
    const bodies = ["Which day do you mean?", "Any day next week.", "Hm, which of them?", "Whichever you like."];
    await bring(made, { letters: bodies.map((body, n) => back(n, body)) });
    const item = only((await itemsToday(made)).filter(({ who, kind }) => who === "Priya Nair" && kind === "call"));
    expect(item.where).toEqual({ mode: "phone", at: "+33 1 42 68 53 10" });
    expect(item.because[0]).toMatchObject({ rule: "R32.call_instead" });
    expect(await letters(made)).toEqual([]);
  });

  test("R32: a thread that sounds like a quarrel is never written to by rule", async () => {
    const made = await livedWith("2026-11-17 09:00", {
      events: [withPriya("2026-11-16 13:15")],
      letters: [
        { ...back(0, "I am very disappointed. This is unacceptable."), date: "Mon, 16 Nov 2026 18:00:00 +0100" },
      ],
    });
    expect(await letters(made)).toEqual([]);
    expect((await itemsToday(made)).map(({ kind, who }) => `${kind} ${who}`)).toContain("call Priya Nair");
  });

  test.each<{ says: string; reply: (offered: Instant) => string; state: string }>([
    { says: "a yes with a condition", reply: () => "Thu 10 works for me, but not before 10:15.", state: "inviting" },
    // With two Tuesdays on offer, "Tuesday 3" is asked about too: test/domain/booking/settle.test.ts.
    { says: "a day without its hour", reply: () => "Tuesday works for me.", state: "inviting" },
    {
      says: "a plain yes to one of the times",
      reply: (offered) => `${sayInstant(offered, paris, "cccc 'at' H:mm")} works for me.`,
      state: "booked",
    },
  ])("R34: $says leaves the coffee of the plan $state", async ({ reply, state }) => {
    const made = await livedWith("2026-11-22 10:00", {
      events: [withPriya("2026-10-05 10:00"), ...ownTime("2026-11-20")],
    });
    const { world, owner } = made;
    await changeChoices(world, owner, await contactCalled(made, "Priya Nair"), { purpose: "friend" });
    await setPlan(world, owner, { quotas: [{ meeting: "coffee", count: 1 }] });
    const [offered] = (await letterTo(made, "Priya Nair")).times;
    await send(made, "Priya Nair");
    const item = async () => (await showPlan(world, owner)).months[0]!.items[0]!.item;
    expect(await item()).toMatchObject({ state: "inviting" });
    made.clock.set(inParis("2026-11-23 10:00"));
    const body = reply(offered!.startsAt);
    await bring(made, { letters: [{ ...back(0, body), date: "Mon, 23 Nov 2026 09:00:00 +0100" }] });
    expect(await item()).toMatchObject({ state, ...(state === "booked" && { startsAt: offered!.startsAt }) });
  });
});

describe("at and after the meeting, and conduct", () => {
  test("R36: half an hour before, the brief is short, and asks for one thing to bring while none is known", async () => {
    const made = await livedWith("2026-11-26 11:35", {
      events: [
        withPriya("2026-11-16 13:15"),
        meeting({ title: "Lunch", place: "Bistro Lignes", from: "2026-11-26 12:00", minutes: 75, with: [priya] }),
      ],
      letters: Array.from({ length: 6 }, (_, n) => ({
        id: `long-${n}`,
        from: priya,
        date: `${17 + n} Nov 2026 10:00:00 +0100`,
        subject: `News ${"of the branch and the people in it ".repeat(8)}${n}`,
        body: "Something that happened. ".repeat(60),
      })),
    });
    const brief = only(only((await today(made)).meetings).briefs);
    expect(wordsIn(brief.lines)).toBeLessThanOrEqual(200);
    expect(brief.lines.map(({ text }) => text).join("\n")).toMatch(/Think of one thing to bring/);
    expect(brief.lines.filter(({ kind }) => kind === "question")).toHaveLength(1);
  });

  test("R39: the third ask with nothing given carries its warning on the letter", async () => {
    const made = await livedWith("2026-11-25 09:00", {
      events: [withPriya("2026-11-10 10:00"), ...ownTime("2026-11-24")],
    });
    const { world, owner } = made;
    const id = await contactCalled(made, "Priya Nair");
    const warned = async () => (await letterTo(made, "Priya Nair")).rules.includes("third_ask");
    for (const wanted of [false, true]) {
      await tellLedger(world, owner, id, { act: "asked_them", text: "" });
      await changeChoices(world, owner, id, { purpose: "friend" });
      expect(await warned()).toBe(wanted);
    }
    await tellLedger(world, owner, id, { act: "helped_them", text: "read her plan" });
    await changeChoices(world, owner, id, { purpose: "friend" });
    expect(await warned()).toBe(false);
  });

  test("R44: of two places online one is offered a day", async () => {
    const made = await livedWith("2026-11-23 09:00", { events: ownTime("2026-11-20") });
    for (const name of ["Analysts", "Data people"])
      expect(await tellGroup(made.world, made.owner, { name, url: "https://groups.example/x" })).toEqual({
        kind: "saved",
      });
    expect((await itemsToday(made)).map(({ kind, who }) => `${kind} ${who}`)).toEqual(["group Analysts"]);
  });

  test("R41: after an import, what follows from it and a whole day nothing has left; a letter told twice has left once", async () => {
    const made = await livedWith("2026-11-16 19:00", { events: [withPriya("2026-11-16 13:15")] });
    const { world, owner, folder } = made;
    await changeChoices(world, owner, await contactCalled(made, "Priya Nair"), { purpose: "friend" });
    await today(made);
    await passes(made, "2026-11-17 19:00");
    await today(made);
    const effects = () =>
      world.database.selectFrom("effect").select("effect_id").where("owner_id", "=", owner).execute();
    const states = async () =>
      (await world.database.selectFrom("draft").select("state").where("owner_id", "=", owner).execute()).map(
        ({ state }) => state,
      );
    expect(await effects()).toEqual([]);
    expect((await states()).filter((state) => state !== "proposed" && state !== "stale")).toEqual([]);
    expect(made.nudges.map(({ job }) => job).filter((job) => job !== "discover" && job !== "import_archive")).toEqual(
      [],
    );
    // Nothing but what the owner brought lies in the folder.
    expect(readdirSync(folder).filter((name) => !name.startsWith("files-"))).toEqual([]);
    const { draftId } = await letterTo(made, "Priya Nair");
    expect(await recordSent(world, owner, { draftId, mode: "email" })).toBe("recorded");
    expect(await recordSent(world, owner, { draftId, mode: "email" })).toBe("already");
    const logged = world.database.selectFrom("logged").select("logged_id").where("owner_id", "=", owner);
    expect(await logged.execute()).toHaveLength(1);
    expect(await effects()).toEqual([]);
  });

  test.each`
    body                                   | isStopped
    ${"Please stop emailing me."}          | ${true}
    ${"Please stop by our stand at 3 pm."} | ${false}
  `('R45: "$body" withdraws every letter that waits: $isStopped', async ({ body, isStopped }) => {
    const made = await livedWith("2026-11-17 09:00", { events: [withPriya("2026-11-16 13:15")] });
    await letterTo(made, "Priya Nair");
    await bring(made, {
      letters: [{ id: "no", from: priya, date: "Tue, 17 Nov 2026 08:30:00 +0100", subject: "Re: Coffee", body }],
    });
    expect((await letters(made)).length).toBe(isStopped ? 0 : 1);
    expect((await personSeen(made, "Priya Nair")).status).toBe(isStopped ? "blocked" : "candidate");
  });
});
