/** The day through flows on the real store (R11, R16, R22, R23, R25, R35, R36, R37, R42, R44): from an imported event to the visible item. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { DayItem } from "../../src/domain/day/item.ts";
import type { ContactId, FollowUpId, GroupId } from "../../src/domain/ids.ts";
import { addDays, after, dayIn, type Instant, instantAt, type PlainDate } from "../../src/domain/time.ts";
import { answerDebrief } from "../../src/flows/day/answer-debrief.ts";
import { listCalls } from "../../src/flows/day/list-calls.ts";
import { logContact, takeBackLogged } from "../../src/flows/day/log-contact.ts";
import { type Day, openDay } from "../../src/flows/day/open-day.ts";
import { openNote } from "../../src/flows/day/open-note.ts";
import { runSitting } from "../../src/flows/day/run-sitting.ts";
import { saveDaySettings } from "../../src/flows/day/save-day-settings.ts";
import {
  dropItem,
  sayGiveNote,
  sayPostalAddress,
  settleGroup,
  settlePromise,
} from "../../src/flows/day/settle-item.ts";
import { writeCard } from "../../src/flows/day/write-card.ts";
import { decideOwnersFollowUps } from "../../src/flows/decide-follow-ups.ts";
import { beginImport } from "../../src/flows/imports/begin-import.ts";
import { importArchive } from "../../src/flows/imports/import-archive.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { addGroup } from "../../src/store/contact-groups.ts";
import { json } from "../../src/store/database.ts";
import { loadDebriefs } from "../../src/store/debriefs.ts";
import { loadFacts } from "../../src/store/facts.ts";
import { loadLogged } from "../../src/store/logged.ts";
import { readPerson } from "../../src/store/read/person.ts";
import { readIsWorkingOut } from "../../src/store/read/review.ts";
import { claimDueTimers } from "../../src/store/timers.ts";
import { inThreadReader } from "../support/in-thread-reader.ts";
import { type TestWorld, testWorld as threadedWorld } from "../support/world.ts";
import { paris } from "../support/world-on.ts";

/** A moment on a Paris clock. */
const at = (day: string, clock: string): Instant => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return instantAt(paris, day as PlainDate, hours * 60 + minutes);
};

async function testWorld(clock: Instant): Promise<TestWorld> {
  const made = await threadedWorld({ clock });
  return { ...made, world: { ...made.world, archive: inThreadReader } };
}

const event = (uid: string, lines: readonly string[]) =>
  ["BEGIN:VEVENT", `UID:${uid}@example`, "DTSTAMP:20261114T090000Z", ...lines, "END:VEVENT"].join("\r\n");
const time = (day: string, from: string, until: string) => [
  `DTSTART;TZID=Europe/Paris:${day.replaceAll("-", "")}T${from.replace(":", "")}00`,
  `DTEND;TZID=Europe/Paris:${day.replaceAll("-", "")}T${until.replace(":", "")}00`,
];
const between = (name: string, address: string) => [
  "ORGANIZER:mailto:me@home.example",
  "ATTENDEE;CN=Mara Lind;PARTSTAT=ACCEPTED:mailto:me@home.example",
  `ATTENDEE;CN="${name}";PARTSTAT=ACCEPTED:mailto:${address}`,
];

async function importCalendar(test: TestWorld, ...events: string[]): Promise<void> {
  const path = join(test.folder, "home.ics");
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "X-WR-CALNAME:me@home.example"];
  writeFileSync(path, [...head, ...events, "END:VCALENDAR", ""].join("\r\n"));
  const { importId } = await beginImport(test.world, test.owner, {
    path,
    name: "home.ics",
    keptByUs: false,
    readBy: "caller",
  });
  await importArchive(test.world, test.owner, importId, { signal: new AbortController().signal });
  await sayOwnerAddresses(test.world, test.owner, ["me@home.example"]);
  await refresh(test.world, test.owner);
}

const look = ({ world, owner }: TestWorld): Promise<Day> =>
  openDay(world, owner, { now: world.clock.now(), because: "clock" });
const itemsOf = ({ sitting }: Day): DayItem[] => [...sitting.offered, ...sitting.waiting];
const ofKind = async (test: TestWorld, kind: DayItem["kind"]) =>
  itemsOf(await look(test)).filter((item) => item.kind === kind);

const contacts = ({ world, owner }: TestWorld) =>
  world.database.selectFrom("contact").selectAll().where("owner_id", "=", owner).orderBy("name").execute();
const duties = ({ world, owner }: TestWorld, contact: ContactId) =>
  world.database
    .selectFrom("follow_up")
    .select(["kind", "state", "due_at", "deadline_at"])
    .where("owner_id", "=", owner)
    .where("contact_id", "=", contact)
    .execute();

describe("R11: a meetup on Thursday evening that lists nobody", () => {
  let test11: TestWorld;
  const key = async () => {
    const [asked] = await ofKind(test11, "debrief");
    return { eventId: asked!.subject.eventId!, endedAt: asked!.subject.endedAt as Instant };
  };

  beforeAll(async () => {
    test11 = await testWorld(at("2026-11-19", "18:00"));
    await importCalendar(
      test11,
      event("meetup", ["SUMMARY:Meetup: Data Lyon", "LOCATION:La Cordée", ...time("2026-11-19", "19:00", "21:00")]),
      event("dentist", ["SUMMARY:Dentist", ...time("2026-11-19", "08:00", "08:30")]),
    );
  });

  test("is asked about on Friday at 08:30, not before; an appointment alone is not", async () => {
    test11.clock.set(at("2026-11-20", "08:29"));
    expect(await ofKind(test11, "debrief")).toEqual([]);
    test11.clock.set(at("2026-11-20", "08:30"));
    expect(await ofKind(test11, "debrief")).toMatchObject([
      { who: "Meetup: Data Lyon", where: { mode: "here", at: "La Cordée" }, because: [{ rule: "R11.debrief" }] },
    ]);
  });

  test("a line makes a contact with where and why; the 48 hours began at the event's end", async () => {
    const { world, owner } = test11;
    const answered = await answerDebrief(world, owner, await key(), {
      text: "Priya, priya@acme.example, hiring analysts\npromised intro to Sam by Friday\nBo, jobs",
    });
    expect(answered).toMatchObject({
      kind: "kept",
      open: [{ line: "Bo, jobs", question: "What is the address of Bo?" }],
    });
    await refresh(world, owner);
    const [priya, ...others] = await contacts(test11);
    expect(others).toEqual([]);
    expect(priya).toMatchObject({
      name: "Priya",
      class: "candidate",
      met_where: "Meetup: Data Lyon, La Cordée",
      met_why: "hiring analysts",
      met_on: "2026-11-19",
      last_met_at: at("2026-11-19", "21:00"),
    });
    expect(await duties(test11, priya!.contact_id)).toContainEqual({
      kind: "thank_you",
      state: "due",
      due_at: at("2026-11-19", "21:00"),
      deadline_at: at("2026-11-21", "21:00"),
    });
  });

  test("it survives every new reading; the open line is asked back until it is answered", async () => {
    const { world, owner } = test11;
    const before = await contacts(test11);
    await refresh(world, owner);
    expect((await contacts(test11)).map(({ contact_id, met_why }) => [contact_id, met_why])).toEqual(
      before.map(({ contact_id, met_why }) => [contact_id, met_why]),
    );
    const day = await look(test11);
    expect(day.openAnswers).toMatchObject([{ answer: { open: [{ line: "Bo, jobs" }] } }]);
    await answerDebrief(world, owner, await key(), { text: "Bo, bo@globex.example, jobs" });
    await refresh(world, owner);
    expect((await contacts(test11)).map(({ name }) => name)).toEqual(["Bo", "Priya"]);
    expect(await ofKind(test11, "debrief")).toEqual([]);
  });

  test("R37: the promise has its Friday, and is something to do on that day", async () => {
    const { world, owner } = test11;
    const facts = [...(await loadFacts(world.database, owner)).values()]
      .flat()
      .filter(({ kind }) => kind === "promise");
    expect(facts).toMatchObject([{ text: "intro to Sam", dueOn: "2026-11-27", saidBy: "owner", state: "open" }]);
    expect(await ofKind(test11, "promise")).toEqual([]);
    test11.clock.set(at("2026-11-27", "09:00"));
    const [due] = await ofKind(test11, "promise");
    expect(due).toMatchObject({
      who: "Priya",
      text: "intro to Sam",
      where: { mode: "email", at: "priya@acme.example" },
    });
    await settlePromise(world, owner, facts[0]!.factId, "done");
    expect(await ofKind(test11, "promise")).toEqual([]);
    await refresh(world, owner);
    expect(await ofKind(test11, "promise")).toEqual([]);
  });

  test("an event that is none, and one that nobody asked about, are not there", async () => {
    const nobody = { eventId: test11.world.ids.next<string>(), endedAt: at("2026-11-19", "21:00") };
    expect(await answerDebrief(test11.world, test11.owner, nobody, "skip")).toEqual({ kind: "not_there" });
  });

  test("two answers at once are both kept, with the reason of each", async () => {
    const { world, owner } = test11;
    const [told] = await loadDebriefs(world.database, owner);
    const meetup = { eventId: told!.eventId, endedAt: told!.endedAt };
    await Promise.all([
      answerDebrief(world, owner, meetup, { text: "Ada, ada@ek.example, looms" }),
      answerDebrief(world, owner, meetup, { text: "Ben, ben@ek.example, barges" }),
    ]);
    await refresh(world, owner);
    const rows = await world.database
      .selectFrom("contact")
      .select(["name", "met_why"])
      .where("owner_id", "=", owner)
      .where("name", "in", ["Ada", "Ben"])
      .orderBy("name")
      .execute();
    expect(rows).toEqual([
      { name: "Ada", met_why: "looms" },
      { name: "Ben", met_why: "barges" },
    ]);
  });
});

describe("R37, R36, R35, R16: a coffee with Priya on Monday", () => {
  let coffee: TestWorld;
  let priya: ContactId;
  const seen = async () => (await readPerson(coffee.world.database, coffee.owner, priya))!;

  beforeAll(async () => {
    coffee = await testWorld(at("2026-11-16", "15:00"));
    await importCalendar(
      coffee,
      event("coffee", [
        "SUMMARY:Coffee",
        "LOCATION:Café Moka",
        ...time("2026-11-16", "13:15", "14:00"),
        ...between("Priya Nair", "priya@acme.example"),
      ]),
      event("lunch", [
        "SUMMARY:Lunch",
        "LOCATION:Bistro Lignes",
        ...time("2026-11-26", "12:00", "13:15"),
        ...between("Priya Nair", "priya@acme.example"),
      ]),
    );
    priya = (await contacts(coffee))[0]!.contact_id;
  });

  test("half an hour after its end the owner is asked; held unless they say otherwise", async () => {
    expect(await ofKind(coffee, "debrief")).toMatchObject([{ who: "Priya Nair", because: [{ rule: "R37.debrief" }] }]);
    expect((await look(coffee)).prompts).toMatchObject([{ isHeldByDefault: true }]);
    expect((await seen()).lastMetAt).toBe(at("2026-11-16", "14:00"));
  });

  test("the four acts of the first 48 hours stand on one card", async () => {
    const { newPeople } = await look(coffee);
    expect(newPeople).toMatchObject([
      {
        name: "Priya Nair",
        acts: {
          thank: { state: "to_do", deadlineAt: at("2026-11-18", "14:00") },
          connect: { state: "to_do" },
          card: { state: "to_do" },
          task: { state: "to_do", on: "2026-12-16" },
        },
      },
    ]);
  });

  test("R16: what to offer is asked for at once; none yet, and it is asked again on day 20", async () => {
    expect(await ofKind(coffee, "give_note")).toMatchObject([{ who: "Priya Nair" }]);
    await sayGiveNote(coffee.world, coffee.owner, priya, undefined);
    expect(await ofKind(coffee, "give_note")).toEqual([]);
    coffee.clock.set(at("2026-12-06", "09:00"));
    expect(await ofKind(coffee, "give_note")).toMatchObject([
      { because: [{ rule: "R16.give_note_again" }, { rule: "R9a.rollover" }] },
    ]);
    await sayGiveNote(coffee.world, coffee.owner, priya, "the analysts' checklist");
    expect(await ofKind(coffee, "give_note")).toEqual([]);
    coffee.clock.set(at("2026-11-16", "15:00"));
    expect((await look(coffee)).newPeople[0]!.acts.task).toMatchObject({
      state: "waiting",
      giveNote: "the analysts' checklist",
    });
  });

  test("R2: the card carries where they met", async () => {
    const card = await writeCard(coffee.world, coffee.owner, priya);
    expect(card?.name).toBe("Priya Nair.vcf");
    expect(card?.text).toContain("EMAIL;TYPE=INTERNET:priya@acme.example");
    expect(card?.text).toContain("Café Moka");
  });

  test("R35: a logged text moves the last touch and not the last conversation; a call moves both; taken back, neither", async () => {
    coffee.clock.set(at("2026-11-20", "10:00"));
    const { world, owner } = coffee;
    expect(
      await logContact(world, owner, { contactId: priya, mode: "text", outcome: "sent", note: "See you soon" }),
    ).toBe("logged");
    await refresh(world, owner);
    expect(await seen()).toMatchObject({
      lastTouchAt: at("2026-11-20", "10:00"),
      lastConversationAt: at("2026-11-16", "14:00"),
    });
    await logContact(world, owner, {
      contactId: priya,
      mode: "phone",
      outcome: "talked",
      at: at("2026-11-20", "09:30"),
    });
    await refresh(world, owner);
    expect((await seen()).lastConversationAt).toBe(at("2026-11-20", "09:30"));
    for (const { loggedId } of (await loadLogged(world.database, owner)).get(priya)!)
      await takeBackLogged(world, owner, loggedId);
    await refresh(world, owner);
    expect(await seen()).toMatchObject({
      lastTouchAt: at("2026-11-16", "14:00"),
      lastConversationAt: at("2026-11-16", "14:00"),
    });
    expect(
      await logContact(world, owner, { contactId: world.ids.next<ContactId>(), mode: "text", outcome: "sent" }),
    ).toBe("not_there");
  });

  test("R36: the brief stands beside the lunch from half an hour before", async () => {
    coffee.clock.set(at("2026-11-26", "11:29"));
    expect((await look(coffee)).meetings).toMatchObject([{ title: "Lunch", place: "Bistro Lignes", briefs: [] }]);
    coffee.clock.set(at("2026-11-26", "11:30"));
    const [lunch] = (await look(coffee)).meetings;
    expect(lunch!.briefs[0]!.lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "Priya Nair. Lunch, Thu 26 Nov, 12:00, 75 minutes, in person, Bistro Lignes.",
        "First met 16 Nov 2026: Coffee, Café Moka.",
        "To offer: the analysts' checklist",
      ]),
    );
  });

  test("R25: the note has its address once it is told", async () => {
    const noteTo = () => openNote(coffee.world, coffee.owner, priya, coffee.world.clock.now());
    expect((await noteTo())?.note.address).toEqual([]);
    await sayPostalAddress(coffee.world, coffee.owner, priya, "1 rue de Lyon\n69003 Lyon");
    expect((await noteTo())?.note.address).toEqual(["Priya Nair", "1 rue de Lyon", "69003 Lyon"]);
  });
});

describe("R37: a coffee to which nobody came", () => {
  let missed: TestWorld;
  let priya: ContactId;
  const due = async () => (await duties(missed, priya)).filter(({ state }) => state === "due").map(({ kind }) => kind);

  beforeAll(async () => {
    missed = await testWorld(at("2026-11-16", "15:00"));
    const guests = between("Priya Nair", "priya@acme.example");
    await importCalendar(
      missed,
      event("coffee", ["SUMMARY:Coffee", ...time("2026-11-16", "13:15", "14:00"), ...guests]),
    );
    priya = (await contacts(missed))[0]!.contact_id;
  });

  test("held by default: the thank-you is due", async () => {
    expect(await due()).toEqual(["thank_you"]);
  });

  test("no-show: no thank-you, nobody was met; another time is to be found, and the person stays", async () => {
    const [asked] = await ofKind(missed, "debrief");
    const { eventId, endedAt } = asked!.subject as { eventId: string; endedAt: Instant };
    await answerDebrief(missed.world, missed.owner, { eventId, endedAt }, { text: "no-show" });
    await refresh(missed.world, missed.owner);
    const [person, ...others] = await contacts(missed);
    expect(others).toEqual([]);
    expect(person).toMatchObject({ contact_id: priya, class: "candidate", met_at: null, last_met_at: null });
    expect(await due()).toEqual(["meet_by"]);
    const decided = missed.world.database.selectFrom("decision").selectAll().where("owner_id", "=", missed.owner);
    expect(await decided.where("kind", "=", "meet_by").execute()).toMatchObject([
      { rule: "R37.no_show", outcome: "due" },
    ]);
  });

  test("once the owner has written, it is settled", async () => {
    missed.clock.set(at("2026-11-17", "09:00"));
    await logContact(missed.world, missed.owner, { contactId: priya, mode: "email", outcome: "sent" });
    await refresh(missed.world, missed.owner);
    expect(await due()).not.toContain("meet_by");
  });

  test("corrected: it was held after all", async () => {
    const { world, owner } = missed;
    for (const { loggedId } of (await loadLogged(world.database, owner)).get(priya)!)
      await takeBackLogged(world, owner, loggedId);
    const [answered] = await world.database.selectFrom("debrief").selectAll().where("owner_id", "=", owner).execute();
    await answerDebrief(
      world,
      owner,
      { eventId: answered!.event_id, endedAt: answered!.ended_at },
      { text: "", isHeld: true },
    );
    await refresh(world, owner);
    expect((await readPerson(world.database, owner, priya))?.lastMetAt).toBe(at("2026-11-16", "14:00"));
    expect(await due()).toEqual(["thank_you"]);
  });
});

/** People with something due, as the decisions leave them. */
async function furnish(
  { world, owner }: TestWorld,
  count: number,
  now: Instant,
): Promise<{ contactId: ContactId; followUpId: FollowUpId }[]> {
  const made = Array.from({ length: count }, (_, n) => ({
    n,
    contactId: world.ids.next<ContactId>(),
    followUpId: world.ids.next<FollowUpId>(),
  }));
  await world.database
    .insertInto("contact")
    .values(
      made.map(({ n, contactId }) => ({
        owner_id: owner,
        contact_id: contactId,
        name: `Person ${String(n).padStart(2, "0")}`,
        locale: "en",
        status: "candidate" as const,
        purpose: "business" as const,
        verification: 0,
        class: "candidate" as const,
        because: json([{ rule: "R1.test", text: "Met." }]),
        search: `person ${n}`,
        created_at: now,
        changed_at: now,
      })) as never,
    )
    .execute();
  await world.database
    .insertInto("follow_up")
    .values(
      made.map(({ n, contactId, followUpId }) => ({
        owner_id: owner,
        follow_up_id: followUpId,
        contact_id: contactId,
        kind: "check_in",
        state: "due" as const,
        due_at: at("2026-11-01", "09:00"),
        because: json([{ rule: "R16.check_in", text: "Check in." }]),
        urgency: count - n,
        changed_at: now,
      })) as never,
    )
    .execute();
  return made;
}

describe("R23: forty things due and twenty minutes", () => {
  let busy: TestWorld;
  let forty: Awaited<ReturnType<typeof furnish>>;
  const monday = "2026-11-23" as PlainDate;
  const minutes = (items: readonly DayItem[]) => items.reduce((sum, one) => sum + one.minutes, 0);

  beforeAll(async () => {
    busy = await testWorld(at(monday, "08:30"));
    forty = await furnish(busy, 40, at(monday, "08:00"));
  });

  test("at most twenty minutes are offered, the others roll over, none is lost", async () => {
    const { sitting } = await look(busy);
    expect(minutes(sitting.offered)).toBeLessThanOrEqual(20);
    expect(sitting.offered.length).toBeGreaterThan(0);
    expect(new Set(itemsOf(await look(busy)).map(({ id }) => id)).size).toBe(40);
  });

  test("of what waits only as much is read as is shown, in the same order and with the count of all", async () => {
    const whole = await look(busy);
    const { sitting, rows } = await openDay(
      busy.world,
      busy.owner,
      { now: busy.clock.now(), because: "clock" },
      { waitingMax: 3 },
    );
    expect(sitting.offered).toEqual(whole.sitting.offered);
    expect(sitting.waiting).toEqual(whole.sitting.waiting.slice(0, 3));
    expect(sitting.waits).toBe(whole.sitting.waiting.length);
    expect(sitting.waits).toBeGreaterThan(3);
    expect(rows).toHaveLength(sitting.offered.length + 3);
  });

  test("looked at from another day nothing is stored", async () => {
    const stored = () =>
      busy.world.database
        .selectFrom("rollover")
        .selectAll()
        .where("owner_id", "=", busy.owner)
        .orderBy("item_key")
        .execute();
    const before = await stored();
    await openDay(busy.world, busy.owner, { now: at("2026-12-24", "08:30"), because: "said" });
    expect(await stored()).toEqual(before);
  });

  test("what is done makes no room; the timer says enough at twenty minutes, and a quarter more on wish", async () => {
    const first = (await look(busy)).sitting;
    await logContact(busy.world, busy.owner, {
      contactId: first.offered[0]!.subject.contactId as ContactId,
      mode: "phone",
      outcome: "later",
    });
    const second = (await look(busy)).sitting;
    expect(second.offered.map(({ id }) => id)).toEqual(first.offered.slice(1).map(({ id }) => id));
    expect(second.done).toBe(1);
    await runSitting(busy.world, busy.owner, "begin");
    busy.clock.set(at(monday, "08:49"));
    expect((await look(busy)).sitting).toMatchObject({ isRunning: true, isOver: false, spentSeconds: 19 * 60 });
    busy.clock.set(at(monday, "08:50"));
    expect((await look(busy)).sitting).toMatchObject({ isOver: true, spentSeconds: 20 * 60 });
    await runSitting(busy.world, busy.owner, "pause");
    await runSitting(busy.world, busy.owner, "more");
    expect((await look(busy)).sitting).toMatchObject({ isOver: false, isRunning: false, budgetMinutes: 35 });
    await runSitting(busy.world, busy.owner, "enough");
    expect((await look(busy)).sitting.isOver).toBe(true);
    expect((await look(busy)).weekLine).toBe("1 sitting this week, 20 minutes.");
  });

  test("put off five times, the least pressing is taken in though others keep coming, and may be let go", async () => {
    const { world, owner } = busy;
    const last = forty.at(-1)!;
    const isLast = ({ subject }: DayItem) => subject.contactId === last.contactId;
    const putOffs: number[] = [];
    for (let n = 1; n <= 6; n += 1) {
      busy.clock.set(at(addDays(monday, n), "08:30"));
      const { sitting } = await look(busy);
      if (sitting.offered.some(isLast)) break;
      putOffs.push(sitting.waiting.find(isLast)!.rolledOver);
      // The others are as new to the owner each day.
      const others = world.database.deleteFrom("rollover").where("owner_id", "=", owner);
      await others.where("item_key", "not like", `%${last.contactId}%`).execute();
    }
    expect(putOffs).toEqual([1, 2, 3, 4]);
    expect((await look(busy)).sitting.offered.find(isLast)?.rolledOver).toBe(5);
    expect(await dropItem(world, owner, "write", { followUpId: last.followUpId })).toBe("done");
    expect(itemsOf(await look(busy)).some(isLast)).toBe(false);
    expect(await dropItem(world, owner, "write", { followUpId: last.followUpId })).toBe("not_there");
  });

  test("the budget is the owner's, from 15 to 30 minutes, and holds from the next day on", async () => {
    const settings = { sittingMinutes: 15, sittingAt: "07:45", callListMax: 10, isCallListOn: true };
    expect(await saveDaySettings(busy.world, busy.owner, { ...settings, sittingMinutes: 31 })).toMatchObject({
      kind: "refused",
    });
    expect(await saveDaySettings(busy.world, busy.owner, { ...settings, sittingAt: "25:00" })).toMatchObject({
      kind: "refused",
    });
    expect(await saveDaySettings(busy.world, busy.owner, settings)).toEqual({ kind: "saved" });
    busy.clock.set(at("2026-12-14", "07:45"));
    const { sitting } = await look(busy);
    expect(sitting).toMatchObject({ budgetMinutes: 15, atMinute: 465 });
    expect(minutes(sitting.offered)).toBeLessThanOrEqual(15);
  });
});

describe("R22: fourteen due, nine with a number", () => {
  let morning: TestWorld;
  let people: Awaited<ReturnType<typeof furnish>>;
  const monday = "2026-11-23";

  beforeAll(async () => {
    morning = await testWorld(at(monday, "07:30"));
    people = await furnish(morning, 14, at(monday, "07:00"));
    await morning.world.database
      .insertInto("contact_field")
      .values(
        people.slice(0, 9).map(({ contactId }, n) => ({
          owner_id: morning.owner,
          contact_id: contactId,
          field: "phone" as const,
          // The last of them answers in California.
          value: n === 8 ? "+1 310 555 0123" : `+33 1 00 00 00 1${n}`,
          source: "signature" as const,
          source_at: null,
          position: 0,
        })),
      )
      .execute();
  });

  const list = () => listCalls(morning.world, morning.owner, morning.world.clock.now());

  test("those with a number are listed, the others counted, and nobody in Los Angeles in the morning", async () => {
    const found = await list();
    expect(found.calls.map(({ name }) => name)).toEqual(people.slice(0, 8).map((_, n) => `Person 0${n}`));
    expect(found).toMatchObject({ withoutNumber: 5, asleep: 1, from: at(monday, "07:30") });
    // Wherever in the United States the number may ring, it is day.
    morning.clock.set(at(monday, "19:15"));
    expect((await list()).calls.map(({ name }) => name)).toContain("Person 08");
  });

  test("three logged by 09:40 and one at 10:05", async () => {
    const taps = [
      ["09:05", "talked"],
      ["09:20", "voicemail"],
      ["09:40", "no_answer"],
      ["10:05", "talked"],
    ] as const;
    for (const [n, [clock, outcome]] of taps.entries()) {
      morning.clock.set(at(monday, clock));
      await logContact(morning.world, morning.owner, { contactId: people[n]!.contactId, mode: "phone", outcome });
    }
    const found = await list();
    expect(found.count).toMatchObject({ before: 3, today: 4, wanted: 10 });
    expect(found.calls.map(({ name }) => name)).toEqual(["Person 04", "Person 05", "Person 06", "Person 07"]);
  });

  test("no list on a Sunday", async () => {
    morning.clock.set(at("2026-11-29", "09:00"));
    expect((await list()).from).toBeUndefined();
  });
});

test("R7: on a first run nobody waits, and two people are offered with their reasons, never more", async () => {
  const first = await testWorld(at("2026-11-23", "09:00"));
  const met = ["Ana Moreau", "Bo Lind", "Cy Park"].map((name, n) =>
    event(`old-${n}`, [
      "SUMMARY:Coffee",
      ...time(`2026-0${n + 1}-12`, "10:00", "10:45"),
      ...between(name, `${name.slice(0, 2).trim().toLowerCase()}@old.example`),
    ]),
  );
  const recent = event("recent", ["SUMMARY:Planning", ...time("2026-11-20", "10:00", "11:00")]);
  await importCalendar(first, ...met, recent);
  const offered = (await look(first)).sitting.offered.filter(({ id }) => id.endsWith(":revive"));
  expect(offered).toHaveLength(2);
  for (const { because } of offered) expect(because[0]?.rule).toMatch(/^R7\./);
});

test("R44, R42: one place online a day, in turn; an empty week is one line, and an empty day says what comes next", async () => {
  const quiet = await testWorld(at("2026-11-23", "09:00"));
  const { world, owner } = quiet;
  expect(await look(quiet)).toMatchObject({ sitting: { offered: [], waiting: [] }, weekLine: "No sitting this week." });
  for (const name of ["Analysts", "Data people"]) {
    await addGroup(
      world.database,
      owner,
      { groupId: world.ids.next<GroupId>(), name, url: "https://groups.example/x" },
      world.clock.now(),
    );
  }
  const [first, ...more] = await ofKind(quiet, "group");
  expect(first).toMatchObject({ who: "Analysts", because: [{ rule: "R44.group" }] });
  expect(more).toEqual([]);
  expect(await settleGroup(world, owner, first!.subject.groupId as GroupId)).toBe("done");
  expect(await ofKind(quiet, "group")).toEqual([]);
  quiet.clock.set(at("2026-11-24", "09:00"));
  expect(await ofKind(quiet, "group")).toMatchObject([{ who: "Data people" }]);
  expect(dayIn(paris, world.clock.now())).toBe("2026-11-24");
});

test("R1, R14: the clock rings when a meeting with somebody new ends, and their thank-you is drafted within a quarter of an hour", async () => {
  const met = await testWorld(at("2026-11-16", "09:00"));
  await importCalendar(
    met,
    event("coffee", [
      "SUMMARY:Coffee",
      "LOCATION:Café Moka",
      ...time("2026-11-16", "13:15", "14:00"),
      ...between("Priya Nair", "priya@acme.example"),
    ]),
  );
  expect(await contacts(met)).toEqual([]);
  const due = async () =>
    (
      await claimDueTimers(met.world.database, {
        now: met.clock.now(),
        wall: met.clock.now(),
        leaseUntil: after(met.clock.now(), { seconds: 30 }),
        max: 100,
      })
    ).map(({ kind }) => kind);
  met.clock.set(at("2026-11-16", "13:59"));
  expect(await due()).not.toContain("discover");
  met.clock.set(at("2026-11-16", "14:00"));
  expect(await due()).toContain("discover");
  expect(await readIsWorkingOut(met.world.database, met.owner, met.clock.now())).toBe(true);
  await refresh(met.world, met.owner);
  const drafted = await met.world.database.selectFrom("draft").select(["kind", "created_at"]).execute();
  expect(drafted).toMatchObject([{ kind: "thank_you", created_at: at("2026-11-16", "14:00") }]);
  expect(await due()).not.toContain("discover");
  expect(await readIsWorkingOut(met.world.database, met.owner, met.clock.now())).toBe(false);
});

test("R7: on the day after the first run thanks stand alone; the two wait, and taken up they are not followed by two more this week", async () => {
  const lived = await testWorld(at("2026-11-16", "09:00"));
  const old = ["Ada", "Ben", "Cleo", "Dan"].map((name, index) =>
    event(name, [
      "SUMMARY:Coffee",
      "LOCATION:Café Moka",
      ...time(`2026-0${index + 3}-02`, "10:00", "10:45"),
      ...between(`${name} Moreau`, `${name.toLowerCase()}@${name.toLowerCase()}.example`),
    ]),
  );
  const coffee = event("coffee", [
    "SUMMARY:Coffee",
    "LOCATION:Café Moka",
    ...time("2026-11-17", "09:00", "09:45"),
    ...between("Priya Nair", "priya@acme.example"),
  ]);
  // The calendar is alive: things are seen from today.
  const desk = event("desk", ["SUMMARY:Desk", ...time("2026-11-13", "08:00", "08:30")]);
  await importCalendar(lived, ...old, coffee, desk);
  const suggested = async () => (await look(lived)).suggestions.map(({ name }) => name).sort();
  const two = await suggested();
  expect(two).toHaveLength(2);

  lived.clock.set(at("2026-11-17", "10:00"));
  await refresh(lived.world, lived.owner);
  expect((await look(lived)).rows.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(["Priya Nair: thank_you"]);
  expect(await suggested()).toEqual([]);
  const send = async (name: string) => {
    const { draft_id } = await lived.world.database
      .selectFrom("draft")
      .innerJoin("contact", "contact.contact_id", "draft.contact_id")
      .select("draft_id")
      .where("contact.name", "=", name)
      .where("draft.state", "=", "proposed")
      .executeTakeFirstOrThrow();
    expect(await recordSent(lived.world, lived.owner, { draftId: draft_id, mode: "email" })).toBe("recorded");
  };
  await send("Priya Nair");
  expect(await suggested()).toEqual(two);
  await send(two[0]!);
  expect(await suggested()).toEqual([two[1]]);
  await send(two[1]!);
  expect(await suggested()).toEqual([]);
  lived.clock.set(at("2026-11-23", "10:00"));
  await decideOwnersFollowUps(lived.world, lived.owner);
  expect(await suggested()).toEqual([]);
});
