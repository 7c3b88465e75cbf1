/** What the owner does with one person beside writing to them: telling addresses apart, taking a copy along, erasing. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { BookingId, ContactId, ExportId } from "../../src/domain/ids.ts";
import { after, type Instant, type Zone } from "../../src/domain/time.ts";
import { logContact } from "../../src/flows/day/log-contact.ts";
import { tellFact } from "../../src/flows/facts/tell-fact.ts";
import { changeChoices } from "../../src/flows/lists/change-choices.ts";
import { addCompany, want } from "../../src/flows/lists/change-lists.ts";
import { tellLedger } from "../../src/flows/lists/keep-ledger.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { erasePerson, letReturn } from "../../src/flows/people/erase-person.ts";
import { exportPerson } from "../../src/flows/people/export-person.ts";
import { joinPeople, splitPerson } from "../../src/flows/people/split-person.ts";
import { beginExport, exportsOf, openExport, writeExport } from "../../src/flows/privacy/export-everything.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { type PeopleWanted, readPeople } from "../../src/store/read/people.ts";
import { countFilters, type PeopleFilter } from "../../src/store/read/people-filters.ts";
import { readPerson } from "../../src/store/read/person.ts";
import { begin, readOn } from "../support/imports.ts";
import { type Letter, layOutLetters, me } from "../support/letters.ts";
import { tracesOf } from "../support/traces.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

const now = "2026-11-10T09:00:00.000Z" as Instant;
const ines = "Ines Roca <ines@talver.example>";
const sam = "Sam Ode <sam@bolt.example>";

/** Ines writes, is answered, signs, and is copied; Sam is another one, who knows her. */
const letters: readonly Letter[] = [
  {
    id: "a",
    from: ines,
    subject: "Analysts",
    body: "Do you know an analyst?\n\nInes\n--\nInes Roca\nHead of Data, Talver\n+33 6 12 34 56 78",
  },
  {
    id: "b",
    from: `Me <${me}>`,
    to: ines,
    answers: "a",
    subject: "Re: Analysts",
    body: "I do. Hello Ines Roca, I will send a name by Friday.",
  },
  { id: "c", from: ines, answers: "b", subject: "Re: Analysts", body: "Great, thank you!\n\nInes" },
  { id: "d", from: sam, subject: "Ines Roca", body: "I met Ines Roca of ines@talver.example, she is great." },
  {
    id: "e",
    from: `Me <${me}>`,
    to: `${sam}, ${ines}`,
    answers: "d",
    subject: "You two: Ines Roca, Sam Ode",
    body: "Sam, this is Ines.",
  },
  { id: "f", from: sam, answers: "e", subject: "Re: You two", body: "Thank you!\n\nSam" },
];

const event = (uid: string, title: string, guests: readonly (readonly [name: string, address: string])[]) =>
  [
    "BEGIN:VEVENT",
    `UID:${uid}@cal.example`,
    "DTSTAMP:20261105T090000Z",
    `SUMMARY:${title}`,
    "DESCRIPTION:With Ines Roca",
    "LOCATION:Café Moka",
    "DTSTART;TZID=Europe/Paris:20261105T140000",
    "DTEND;TZID=Europe/Paris:20261105T144500",
    `ORGANIZER:mailto:${guests[0]![1]}`,
    `ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:${me}`,
    ...guests.map(([name, address]) => `ATTENDEE;CN="${name}";PARTSTAT=ACCEPTED:mailto:${address}`),
    "END:VEVENT",
  ].join("\r\n");
const calendar = [
  ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "X-WR-CALNAME:Mine"],
  event("one", "Coffee with Ines", [["Ines Roca", "ines@talver.example"]]),
  event("three", "Plans", [
    ["Sam Ode", "sam@bolt.example"],
    ["Ines Roca", "ines@talver.example"],
  ]),
  ...["END:VCALENDAR", ""],
].join("\r\n");
/** Somebody on a list, known by a profile alone. */
const connections =
  "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nUma,Vale,https://www.linkedin.example/in/uma,,Tower,Founder,7 Feb 2022\n";
const card =
  "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ines Roca\r\nEMAIL:ines@talver.example\r\nTEL:+33612345678\r\nEND:VCARD\r\n";

let files = 0;
async function bring({ world, owner, folder }: TestWorld, more: readonly Letter[] = []): Promise<void> {
  files += 1;
  const path = layOutLetters(join(folder, `export-${files}`), [...letters, ...more]);
  writeFileSync(join(path, "mine.ics"), calendar);
  writeFileSync(join(path, "book.vcf"), card);
  writeFileSync(join(path, "Connections.csv"), connections);
  await readOn(world, owner, await begin(world, owner, path));
  await refresh(world, owner);
}

async function lived(): Promise<TestWorld> {
  const made = await testWorld({ clock: now, reader: "in_test" });
  await sayOwnerAddresses(made.world, made.owner, [me]);
  await bring(made);
  return made;
}

const wanted = { search: "", filter: "all", order: "name", rowsMax: 20, now, zone: "Europe/Paris" as Zone } as const;
const people = async ({ world, owner }: TestWorld, asked: Partial<Omit<PeopleWanted, "seek">> = {}) =>
  (await readPeople(world.database, owner, { ...wanted, ...asked, seek: { to: "start" } })).rows;
const called = async (made: TestWorld, name: string): Promise<ContactId> =>
  (await people(made)).find((one) => one.name === name)!.contactId;

describe("whom a filter lets through", () => {
  let made: TestWorld;
  beforeAll(async () => {
    made = await lived();
    const { world, owner } = made;
    const [samId, umaId] = [await called(made, "Sam Ode"), await called(made, "Uma Vale")];
    await changeChoices(world, owner, samId, { cadenceDays: 30 });
    await addCompany(world, owner, { name: "Talver", domains: "talver.example", missingRole: "" });
    await want(world, owner, "Ines Roca");
    await changeChoices(world, owner, umaId, { status: "archived" });
  });

  // Both were met at a café on 5 November; nothing says that either lives elsewhere.
  test.each`
    filter         | inDays | found
    ${"all"}       | ${0}   | ${["Ines Roca", "Sam Ode"]}
    ${"fading"}    | ${0}   | ${[]}
    ${"fading"}    | ${24}  | ${[]}
    ${"fading"}    | ${25}  | ${["Sam Ode"]}
    ${"due"}       | ${0}   | ${["Sam Ode"]}
    ${"due"}       | ${60}  | ${["Ines Roca", "Sam Ode"]}
    ${"target"}    | ${0}   | ${["Ines Roca"]}
    ${"wanted"}    | ${0}   | ${["Ines Roca"]}
    ${"near"}      | ${0}   | ${["Ines Roca", "Sam Ode"]}
    ${"never_met"} | ${0}   | ${[]}
    ${"away"}      | ${0}   | ${["Uma Vale"]}
  `("$filter, $inDays days later: $found (R4, R6, R7, R31, R38)", async ({ filter, inDays, found }) => {
    const view = { now: after(now, { days: inDays }), zone: wanted.zone };
    expect((await people(made, { filter, ...view })).map(({ name }) => name)).toEqual(found);
    const counts = await countFilters(made.world.database, made.owner, view, 10);
    expect(counts[filter as PeopleFilter]).toBe(found.length);
  });
});

describe("one person erased (S6, R45)", () => {
  let made: TestWorld;
  let herId: ContactId;
  const hers = ["ines@talver.example", "Ines Roca", "+33612345678", "talver"];

  beforeAll(async () => {
    made = await lived();
    const { world, owner } = made;
    herId = await called(made, "Ines Roca");
    const samId = await called(made, "Sam Ode");
    await logContact(world, owner, {
      contactId: herId,
      mode: "phone",
      outcome: "talked",
      note: "Talver plans",
      isTheirs: false,
    });
    await tellFact(world, owner, herId, { kind: "topic", text: "hiring at Talver" });
    await tellLedger(world, owner, herId, { act: "helped_them", text: "a name for Ines Roca" });
    await changeChoices(world, owner, herId, { giveNote: "Introduce Ines Roca", agreedToMeet: [samId] });
    await changeChoices(world, owner, samId, {
      introducedBy: herId,
      agreedToMeet: [herId],
      giveNote: "Ask about Ines Roca",
    });
    await refresh(world, owner);
  });

  test("everything of her can be taken along first, in the names of the whole export", async () => {
    const file = await exportPerson(made.world, made.owner, herId);
    expect(file).toMatchObject({
      name: "Ines Roca.json",
      content: {
        format: "rapport-person",
        person: { name: "Ines Roca", company: "Talver" },
        data: {
          contactChoice: [{ body: { giveNote: "Introduce Ines Roca" } }],
          logged: [{ note: "Talver plans" }],
          event: [{ uid: "one@cal.example" }, { uid: "three@cal.example" }],
          card: [{ name: "Ines Roca" }],
        },
      },
    });
    expect(file!.content.data.message).toHaveLength(4);
  });

  test("she is gone from every table, Sam is not, and what lay between the two names her no more", async () => {
    const { world, owner } = made;
    const exportId = (await beginExport(world, owner)) as ExportId;
    await writeExport(world, owner, exportId, new AbortController().signal);
    const begun = (await beginExport(world, owner)) as ExportId;
    expect(await erasePerson(world, owner, herId)).toEqual({ kind: "erasing" });
    expect((await people(made)).map(({ contactId }) => contactId)).not.toContain(herId);
    await refresh(world, owner);
    // What was written before holds her.
    expect(await openExport(world, owner, exportId)).toBeUndefined();
    expect(await exportsOf(world, owner)).toMatchObject([{ exportId: begun, state: "stopped" }]);
    expect(await tracesOf(made.database.db, [...hers, herId])).toEqual(
      // The audit holds that somebody was erased, by an id that leads nowhere.
      [`audit.subject_id: ${herId}`],
    );
    const [other] = await people(made);
    expect(other?.name).toBe("Sam Ode");
    expect(await people(made, { search: "sam" })).toHaveLength(1);
  });

  test("her hours stay taken, and nothing was read twice", async () => {
    const events = await made.database.db
      .selectFrom("event")
      .select(["uid", "title", "starts_at"])
      .orderBy("uid")
      .execute();
    expect(events).toMatchObject([
      { uid: "one@cal.example", title: "" },
      { uid: "three@cal.example", title: "Plans" },
    ]);
    const messages = await made.database.db.selectFrom("message").select("message_id").execute();
    expect(messages).toHaveLength(letters.length);
  });

  test("read again, with a new letter of hers, she is neither proposed nor kept", async () => {
    await bring(made, [
      { id: "g", from: ines, answers: "c", subject: "Still there, Ines Roca?", body: "It is me.\n\nInes Roca" },
    ]);
    expect(await tracesOf(made.database.db, hers)).toEqual([]);
    expect((await people(made)).map(({ name }) => name)).toEqual(["Sam Ode", "Uma Vale"]);
  });

  test("nor is somebody who stood on a list alone", async () => {
    const uma = await called(made, "Uma Vale");
    expect(await erasePerson(made.world, made.owner, uma)).toEqual({ kind: "erasing" });
    await bring(made);
    await bring(made);
    expect(await tracesOf(made.database.db, ["Uma Vale", "in/uma"])).toEqual([]);
  });

  test("until the owner lets her return; only the right address does", async () => {
    expect(await letReturn(made.world, made.owner, "sam@bolt.example")).toBe("not_erased");
    expect(await letReturn(made.world, made.owner, "Ines+news@talver.example".toLowerCase())).toBe("may_return");
    await bring(made, [
      { id: "h", from: ines, subject: "New", body: "Hello\n\nInes" },
      { id: "i", from: `Me <${me}>`, to: ines, answers: "h", body: "Hello" },
    ]);
    expect((await people(made)).map(({ name }) => name)).toEqual(["Ines Roca", "Sam Ode"]);
  });

  test("a meeting to come is called off first; until then nothing goes (R34)", async () => {
    const { world, owner } = made;
    const samId = await called(made, "Sam Ode");
    const booking = "018f0000-0000-7000-8000-0000000000b1" as BookingId;
    await world.database
      .insertInto("booking")
      .values({
        ...{ owner_id: owner, booking_id: booking, contact_id: samId, state: "confirmed", source: "owner" },
        ...{ starts_at: after(now, { days: 1 }), ends_at: after(now, { days: 1, hours: 1 }), event_key: "b1" },
        ...{ body: "{}", because: "[]", created_at: now, changed_at: now },
      })
      .execute();
    expect(await erasePerson(world, owner, samId)).toMatchObject({ kind: "waits", because: [{ rule: "R34.booked" }] });
    expect((await readPerson(world.database, owner, samId))?.name).toBe("Sam Ode");
    await world.database.updateTable("booking").set({ state: "cancelled" }).where("booking_id", "=", booking).execute();
    expect(await erasePerson(world, owner, samId)).toEqual({ kind: "erasing" });
    await refresh(world, owner);
    expect(await tracesOf(made.database.db, ["sam@bolt.example", "Sam Ode"])).toEqual([]);
  });

  test("nobody, and nobody twice", async () => {
    expect(await erasePerson(made.world, made.owner, herId)).toEqual({ kind: "unknown" });
  });
});

describe("which addresses are one person, in the owner's word (R13)", () => {
  test("an address gets a person of its own, keeps it through a new reading, and is given back", async () => {
    const made = await testWorld({ clock: now, reader: "in_test" });
    const { world, owner } = made;
    await sayOwnerAddresses(world, owner, [me]);
    const home = "Ines Roca <ines+home@talver.example>";
    await bring(made, [
      { id: "x", from: home, subject: "Private", body: "Hi" },
      { id: "y", from: `Me <${me}>`, to: home, answers: "x", body: "Hi" },
    ]);
    const her = await called(made, "Ines Roca");
    await changeChoices(world, owner, her, { giveNote: "a hand" });
    const addresses = async () =>
      (await people(made, { search: "ines" })).map((one) => [
        one.contactId === her ? "she" : "another",
        ...one.addresses,
      ]);
    expect(await addresses()).toEqual([["she", "ines+home@talver.example", "ines@talver.example"]]);

    expect(await splitPerson(world, owner, her, "nobody@talver.example")).toBe("unknown");
    const split = (await splitPerson(world, owner, her, "ines+home@talver.example")) as ContactId;
    const apart = [
      ["another", "ines+home@talver.example"],
      ["she", "ines@talver.example"],
    ];
    expect((await addresses()).sort()).toEqual(apart);
    await refresh(world, owner);
    expect((await addresses()).sort()).toEqual(apart);
    expect((await readPerson(world.database, owner, split))?.name).toBe("Ines Roca");
    expect(await splitPerson(world, owner, split, "ines+home@talver.example")).toBe("unknown");

    expect(await joinPeople(world, owner, her, split)).toBe("joined");
    await refresh(world, owner);
    expect(await addresses()).toEqual([["she", "ines+home@talver.example", "ines@talver.example"]]);
    expect(await joinPeople(world, owner, her, her)).toBe("unknown");
  });
});
