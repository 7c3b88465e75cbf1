/** Whom to keep up with, from an imported file to what is shown: R4, R6–R8, R10, R12, R30, R38, R40, R45 on the real store. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ContactId, EnrolmentId, LedgerEntryId, OwnerId } from "../../src/domain/ids.ts";
import type { Enrolment } from "../../src/domain/plan/enrolment.ts";
import { before, type Instant } from "../../src/domain/time.ts";
import { undoImport } from "../../src/flows/imports/undo-import.ts";
import { changeChoices } from "../../src/flows/lists/change-choices.ts";
import { addCompany, judgeGroup, notThem, saveMarket, saySeat, want } from "../../src/flows/lists/change-lists.ts";
import { sayFormerEmployers } from "../../src/flows/lists/former-employers.ts";
import { giveBacksDue } from "../../src/flows/lists/give-backs.ts";
import { lookAtLists } from "../../src/flows/lists/look-at-lists.ts";
import { lookAtPerson } from "../../src/flows/lists/look-at-person.ts";
import { lookAtRelationships } from "../../src/flows/lists/look-at-relationships.ts";
import { allowContact, stopByOwner, stopContact } from "../../src/flows/lists/stop-contact.ts";
import { matchTargets } from "../../src/flows/lists/targets.ts";
import { ownerView } from "../../src/flows/owner/owner-view.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { answerMerge } from "../../src/flows/people/answer-merge.ts";
import { showYear } from "../../src/flows/plan/show-year.ts";
import { refresh } from "../../src/flows/refresh.ts";
import type { World } from "../../src/flows/world.ts";
import { changeContactChoices, loadContactChoices } from "../../src/store/contact-choices.ts";
import { json } from "../../src/store/database.ts";
import { loadEnrolments, saveEnrolments } from "../../src/store/enrolments.ts";
import { addLedgerEntry } from "../../src/store/ledger.ts";
import { readKnown } from "../../src/store/read/known.ts";
import { calendarText, calendarWorld, eventText, mara } from "../support/calendar-file.ts";
import { importAll } from "../support/imports.ts";
import type { TestWorld } from "../support/world.ts";

const now = "2026-11-22T09:00:00.000Z";
const guest = (name: string, address: string) => `ATTENDEE;CN="${name}";PARTSTAT=ACCEPTED:mailto:${address}`;
const maraOn = [`ORGANIZER:mailto:${mara}`, `ATTENDEE;CN="Mara Lind";PARTSTAT=ACCEPTED:mailto:${mara}`];
const meeting = (uid: string, title: string, day: string, ...guests: string[]) =>
  eventText(uid, [`SUMMARY:${title}`, `DTSTART:${day}T100000Z`, `DTEND:${day}T104500Z`, ...maraOn, ...guests]);

/** The calendar is alive: things are seen from today, not from its end. */
const board = meeting("board", "Board", "20261121");

let files = 0;
async function bring({ world, owner, folder }: TestWorld, ending: string, text: string) {
  const path = join(folder, `file-${++files}.${ending}`);
  writeFileSync(path, text);
  return importAll(world, owner, path);
}

const letter = (from: string, to: string, date: string, text: string) =>
  [
    `From: ${from}`,
    `To: ${to}`,
    "Subject: The figures",
    `Date: ${date}`,
    `Message-ID: <${++files}@mail.example>`,
    "",
    text,
    "",
  ].join("\r\n");

const contactCalled = async (world: World, owner: OwnerId, name: string): Promise<ContactId> =>
  (
    await world.database
      .selectFrom("contact")
      .select("contact_id")
      .where("owner_id", "=", owner)
      .where("name", "=", name)
      .executeTakeFirstOrThrow()
  ).contact_id;

const statesOf = async ({ world, owner }: TestWorld, table: "draft" | "follow_up" | "enrolment", contact: ContactId) =>
  (
    await world.database
      .selectFrom(table)
      .select("state")
      .where("owner_id", "=", owner)
      .where("contact_id", "=", contact)
      .orderBy("state")
      .execute()
  ).map(({ state }) => state);

const listed = (count: number) =>
  [
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    ...Array.from(
      { length: count },
      (_, at) => `Ana${at},Rossi${at},https://www.linkedin.com/in/ana-${at},,Firm ${at},,12 Mar 2024`,
    ),
  ].join("\n");

describe("R4: a wanted role turns up in a new event", () => {
  let met: TestWorld;
  beforeAll(async () => {
    met = await calendarWorld(now, [
      meeting("sam", "Coffee with Sam", "20261105", guest("Sam Reed", "sam@acme.example")),
      meeting("priya", "Coffee", "20261120", guest("Priya Nair", "priya@acme.example")),
    ]);
    await want(met.world, met.owner, "Head of Data, Acme");
  });
  const appearances = async () =>
    (await lookAtLists(met.world, met.owner)).wanted.map(({ wanted: { appeared } }) => appeared);

  test("at Acme she is, but nothing says yet which role is hers: nobody is raised", async () =>
    expect(await appearances()).toEqual([undefined]));

  test("her signature says Head of Data: raised the same day, linked, with who is known there", async () => {
    const text = "Good to see you, Mara.\n\nBest regards\nPriya Nair\nHead of Data\nAcme\n+33 6 12 34 56 78\n";
    await bring(met, "eml", letter("Priya Nair <priya@acme.example>", mara, "Sat, 21 Nov 2026 10:00:00 +0100", text));
    const [seen] = (await lookAtLists(met.world, met.owner)).wanted;
    expect(seen?.wanted.appeared).toMatchObject({
      at: now,
      because: { rule: "R4.wanted_role" },
      sighting: { address: "priya@acme.example", contactId: await contactCalled(met.world, met.owner, "Priya Nair") },
    });
    expect(seen?.knownThere.map(({ name }) => name)).toEqual(["Sam Reed"]);
  });

  test("the day of the find stays when everything is read again; somebody else is not raised again", async () => {
    met.clock.set("2026-11-24T09:00:00.000Z" as Instant);
    await refresh(met.world, met.owner);
    expect((await appearances())[0]?.at).toBe(now);
    const [seen] = (await lookAtLists(met.world, met.owner)).wanted;
    expect(await notThem(met.world, met.owner, seen!.wanted.id)).toBe("noted");
    expect(await appearances()).toEqual([undefined]);
  });

  test("R40: Sam, who is at the target's company, is a connector", async () => {
    const { connectors } = await lookAtLists(met.world, met.owner);
    expect(connectors.map(({ name, because }) => [name, because[0]?.rule])).toContainEqual(["Sam Reed", "R40.company"]);
  });
});

test("R4: a wanted person without prior contact is raised from an import, and gets neither duty nor letter", async () => {
  const made = await calendarWorld(now, [meeting("sam", "Coffee", "20261105", guest("Sam Reed", "sam@acme.example"))]);
  await want(made.world, made.owner, "Ana0 Rossi0");
  await bring(made, "csv", listed(3));
  const [seen] = (await lookAtLists(made.world, made.owner)).wanted;
  expect(seen?.wanted.appeared).toMatchObject({
    because: { rule: "R4.wanted_person" },
    sighting: { seenIn: { kind: "card" } },
  });
  const ana = await contactCalled(made.world, made.owner, "Ana0 Rossi0");
  expect(await statesOf(made, "draft", ana)).toEqual([]);
  expect((await statesOf(made, "follow_up", ana)).length).toBeLessThanOrEqual(1);
});

describe("R7, R38: 2,000 imported connections", () => {
  let made: TestWorld;
  beforeAll(async () => {
    made = await calendarWorld(now, [
      board,
      meeting("sam", "Coffee with Sam at Café Moka", "20251105", guest("Sam Reed", "sam@acme.example")),
      meeting("bo", "Lunch with Bo at Chez Lou", "20251106", guest("Bo Ek", "bo@globex.example")),
    ]);
    await bring(made, "csv", listed(2_000));
  });

  test("R7: nothing is due but two suggestions, each with a reason", async () => {
    const rows = await made.world.database
      .selectFrom("follow_up")
      .select(["kind", "state", "because"])
      .where("owner_id", "=", made.owner)
      .where("state", "=", "due")
      .execute();
    expect(rows.map(({ kind }) => kind)).toEqual(["revive", "revive"]);
    for (const { because } of rows) expect((because as unknown[]).length).toBeGreaterThan(0);
  });

  test("R38: the headline is the two who were met", async () =>
    expect(await lookAtRelationships(made.world, made.owner)).toMatchObject({
      metInPerson: 2,
      conversationsThisQuarter: 0,
    }));

  test("R7: at the ceiling a further cadence is refused in a clear sentence; a change of one is not", async () => {
    const { world, owner } = made;
    const people = await world.database
      .selectFrom("contact")
      .select("contact_id")
      .where("owner_id", "=", owner)
      .where("class", "=", "known")
      .limit(151)
      .execute();
    const ids = people.map(({ contact_id }) => contact_id);
    for (const id of ids.slice(0, 150))
      await changeContactChoices(world.database, owner, id, { cadenceDays: 90 }, now as Instant);
    expect(await changeChoices(world, owner, ids[150]!, { cadenceDays: 30 })).toEqual({
      kind: "refused",
      issues: [{ field: "cadenceDays", says: expect.stringMatching(/^150 people have a cadence already/) }],
    });
    expect(await changeChoices(world, owner, ids[0]!, { cadenceDays: 30 })).toEqual({ kind: "saved" });
    expect(await changeChoices(world, owner, ids[1]!, { status: "resting" })).toEqual({ kind: "saved" });
    expect(await changeChoices(world, owner, ids[150]!, { cadenceDays: 30 })).toEqual({ kind: "saved" });
  });
});

describe("choices about a person", () => {
  let made: TestWorld;
  let sam: ContactId;
  beforeAll(async () => {
    made = await calendarWorld(now, [meeting("sam", "Coffee", "20261119", guest("Sam Reed", "sam@acme.example"))]);
    sam = await contactCalled(made.world, made.owner, "Sam Reed");
  });
  const chosen = async () => (await loadContactChoices(made.world.database, made.owner)).get(sam);

  test("each is saved alone, kept by every new reading, and can be taken back (R33, R16)", async () => {
    const { world, owner } = made;
    await changeChoices(world, owner, sam, { purpose: "friend" });
    await changeChoices(world, owner, sam, { giveNote: "An introduction to Bo" });
    await refresh(world, owner);
    expect(await chosen()).toEqual({ purpose: "friend", giveNote: "An introduction to Bo" });
    await changeChoices(world, owner, sam, { noGiveYet: true });
    expect(await chosen()).toEqual({ purpose: "friend", noGiveYetOn: "2026-11-22" });
    await changeChoices(world, owner, sam, { noGiveYet: false, purpose: undefined });
    expect(await chosen()).toEqual({});
  });

  test("R17: the 90 days are extended once; letting go rests the person until that is taken back", async () => {
    const { world, owner } = made;
    expect(await changeChoices(world, owner, sam, { extend: true })).toEqual({ kind: "saved" });
    expect(await changeChoices(world, owner, sam, { extend: true })).toMatchObject({ kind: "refused" });
    await changeChoices(world, owner, sam, { afterDeadline: "let_go" });
    expect(await chosen()).toMatchObject({ afterDeadline: "let_go", status: "dormant" });
    await changeChoices(world, owner, sam, { afterDeadline: "low_cadence" });
    expect(await chosen()).toEqual({
      afterDeadline: "low_cadence",
      cadenceDays: 180,
      cadenceSince: "2026-11-22",
      extendedOn: "2026-11-22",
    });
  });

  test("what does not fit is refused with its field, and nothing is changed", async () => {
    const before = await chosen();
    expect(await changeChoices(made.world, made.owner, sam, { profileUrl: "not a link", profession: "Baker" })).toEqual(
      {
        kind: "refused",
        issues: [{ field: "profileUrl", says: "a link such as https://…" }],
      },
    );
    expect(await chosen()).toEqual(before);
    expect(
      await changeChoices(made.world, made.owner, "018f0000-0000-7000-8000-00000000dead" as ContactId, {
        purpose: "friend",
      }),
    ).toEqual({ kind: "unknown" });
  });
});

describe("R45: do not contact", () => {
  let made: TestWorld;
  let priya: ContactId;
  const enrol = async () =>
    made.world.database
      .insertInto("enrolment")
      .values({
        owner_id: made.owner,
        enrolment_id: made.world.ids.next<EnrolmentId>(),
        contact_id: priya,
        kind: "meet_by",
        state: "active",
        steps: json([{ step: "invitation", sentAt: "2026-11-21T12:00:00.000Z" }]),
        started_at: now as Instant,
        changed_at: now as Instant,
      } as never)
      .execute();
  beforeAll(async () => {
    made = await calendarWorld(now, [
      meeting("priya", "Coffee", "20261121", guest("Priya Nair", "priya@acme.example")),
    ]);
    priya = await contactCalled(made.world, made.owner, "Priya Nair");
    await enrol();
  });
  const status = async () =>
    (
      await made.world.database
        .selectFrom("contact")
        .select("status")
        .where("owner_id", "=", made.owner)
        .where("name", "=", "Priya Nair")
        .executeTakeFirstOrThrow()
    ).status;

  test("at once: drafts withdrawn, sequence ended as opted out, duties cancelled, mailbox suppressed by hash alone", async () => {
    expect(await statesOf(made, "draft", priya)).toContain("proposed");
    expect(await stopContact(made.world, made.owner, { contactId: priya, source: "owner" })).toMatchObject({
      kind: "stopped",
      enrolments: 1,
    });
    expect(new Set(await statesOf(made, "draft", priya))).toEqual(new Set(["withdrawn"]));
    expect(new Set(await statesOf(made, "follow_up", priya))).toEqual(new Set(["cancelled"]));
    expect(await statesOf(made, "enrolment", priya)).toEqual(["exited"]);
    const rows = await made.world.database
      .selectFrom("suppression")
      .selectAll()
      .where("owner_id", "=", made.owner)
      .execute();
    expect(rows).toMatchObject([{ reason: "do_not_contact", source: "owner" }]);
    expect(rows[0]?.address_hash).toEqual(await made.world.hashAddress("Priya+news@acme.example".toLowerCase()));
    expect(await status()).toBe("blocked");
  });

  test("no choice lifts it, and reading everything again proposes nothing", async () => {
    expect(await changeChoices(made.world, made.owner, priya, { status: "active" })).toMatchObject({ kind: "refused" });
    await refresh(made.world, made.owner);
    expect(await statesOf(made, "draft", priya)).not.toContain("proposed");
    expect(await status()).toBe("blocked");
  });

  test("it outlives the person: forgotten with an undone import and met again, they are blocked from the start", async () => {
    const { importId } = await made.world.database
      .selectFrom("import")
      .select("import_id as importId")
      .where("owner_id", "=", made.owner)
      .executeTakeFirstOrThrow();
    await undoImport(made.world, made.owner, importId);
    await refresh(made.world, made.owner);
    expect(
      await made.world.database.selectFrom("contact").select("name").where("owner_id", "=", made.owner).execute(),
    ).toEqual([]);
    await bring(
      made,
      "ics",
      calendarText([meeting("again", "Coffee", "20261120", guest("Priya Nair", "priya@acme.example"))]),
    );
    await sayOwnerAddresses(made.world, made.owner, [mara]);
    await refresh(made.world, made.owner);
    priya = await contactCalled(made.world, made.owner, "Priya Nair");
    expect(await status()).toBe("blocked");
    expect(await statesOf(made, "draft", priya)).toEqual([]);
  });

  test("only the owner's own act takes it back, and then what is due is due again", async () => {
    expect(await allowContact(made.world, made.owner, priya)).toBe("allowed");
    expect(await allowContact(made.world, made.owner, priya)).toBe("not_stopped");
    expect(await status()).toBe("candidate");
    expect(await statesOf(made, "follow_up", priya)).toContain("due");
    expect(
      await made.world.database.selectFrom("suppression").selectAll().where("owner_id", "=", made.owner).execute(),
    ).toEqual([]);
  });
});

describe("R5, R6: target companies and market", () => {
  let made: TestWorld;
  beforeAll(async () => {
    made = await calendarWorld(now, [
      board,
      meeting("a", "Coffee", "20260725", guest("Ana Lopez", "ana@acme.example")),
      meeting("b", "Coffee", "20260101", guest("Bo Ek", "bo@eu.acme.example")),
      meeting("c", "Coffee", "20260102", guest("Cy Dunn", "cy@acme.example")),
      meeting("d", "Coffee", "20260103", guest("Di Free", "di@gmail.com")),
    ]);
  });

  test("R6: three known at Acme, last talked 120 days ago: going quiet; free mail is refused as a company", async () => {
    const { world, owner } = made;
    expect(await addCompany(world, owner, { name: "Free", domains: "gmail.com", missingRole: "" })).toMatchObject({
      kind: "refused",
    });
    expect(await addCompany(world, owner, { name: "Acme", domains: "acme.example", missingRole: "CTO" })).toEqual({
      kind: "saved",
    });
    const { companies } = await lookAtLists(world, owner);
    expect(companies).toMatchObject([
      { standing: { state: "quiet", missingRole: "CTO", because: { rule: "R6.going_quiet", facts: { days: 120 } } } },
    ]);
    expect(companies[0]?.insiders.map(({ name }) => name).toSorted()).toEqual(["Ana Lopez", "Bo Ek", "Cy Dunn"]);
  });

  test("R5: who matches, and why; the owner's own words about a person count", async () => {
    const { world, owner } = made;
    const di = await contactCalled(world, owner, "Di Free");
    const matched = async () => {
      const choices = await loadContactChoices(world.database, owner);
      const people = await readKnown(world.database, owner);
      return matchTargets(world, await ownerView(world, owner), { people, choices });
    };
    await saveMarket(world, owner, { industry: ["insur*"], geography: ["Lyon"] });
    expect((await matched()).get(di)).toBeUndefined();
    await changeChoices(world, owner, di, { describedAs: "insurers", postalAddress: "Rue Neuve 1, Lyon" });
    expect((await matched()).get(di)?.text).toBe("They are in your market: industry insur…, geography Lyon.");
    expect((await matched()).get(await contactCalled(world, owner, "Ana Lopez"))?.rule).toBe("R6.target_company");
  });
});

test("R5: of two people equally overdue, the insurer in Lyon comes first, with the reason shown", async () => {
  const made = await calendarWorld(now, [
    meeting("a", "Coffee", "20261001", guest("Ana Lopez", "ana@north.example")),
    meeting("b", "Coffee", "20261001", guest("Bo Ek", "bo@south.example")),
    board,
  ]);
  const { world, owner } = made;
  await changeChoices(world, owner, await contactCalled(world, owner, "Bo Ek"), {
    profession: "Insurer",
    postalAddress: "Lyon",
  });
  await saveMarket(world, owner, { industry: ["insur*"], geography: ["Lyon"] });
  const due = await world.database
    .selectFrom("follow_up")
    .innerJoin("contact", "contact.contact_id", "follow_up.contact_id")
    .select(["contact.name", "follow_up.due_at", "follow_up.because"])
    .where("follow_up.owner_id", "=", owner)
    .where("follow_up.kind", "=", "meet_by")
    .where("follow_up.state", "=", "due")
    .orderBy("urgency", "desc")
    .execute();
  expect(due.map(({ name }) => name)).toEqual(["Bo Ek", "Ana Lopez"]);
  expect(due[0]?.due_at).toBe(due[1]?.due_at);
  expect(due[0]?.because).toContainEqual(
    expect.objectContaining({ rule: "R9a.target", text: "They are in your market: industry insur…, geography Lyon." }),
  );
});

describe("R10: groups", () => {
  test("weekly BNI Lyon with 12 attendees is suggested; two accountants are flagged; a refused one is not suggested again", async () => {
    const guests = Array.from({ length: 11 }, (_, at) => guest(`Member ${at}`, `member@firm${at}.example`));
    const series = (uid: string, title: string, who: readonly string[]) =>
      eventText(uid, [
        `SUMMARY:${title}`,
        "DTSTART:20260901T070000Z",
        "DTEND:20260901T083000Z",
        "RRULE:FREQ=WEEKLY",
        ...maraOn,
        ...who,
      ]);
    const team = Array.from({ length: 8 }, (_, at) => guest(`Colleague ${at}`, `c${at}@home.example`));
    const made = await calendarWorld(now, [series("bni", "BNI Lyon", guests), series("team", "Team", team)]);
    const { world, owner } = made;
    const [bni, ...others] = (await lookAtLists(world, owner)).groups;
    expect([bni?.group.name, bni?.group.state, bni?.members.length, others.length]).toEqual([
      "BNI Lyon",
      "suggested",
      11,
      0,
    ]);
    await judgeGroup(world, owner, bni!.group.groupId, "accepted");
    for (const address of ["member@firm1.example", "member@firm2.example"])
      await saySeat(world, owner, bni!.group.groupId, { address, profession: "Accountant" });
    await refresh(world, owner);
    const [again] = (await lookAtLists(world, owner)).groups;
    expect([again?.group.state, again?.seats.map(({ profession, members }) => [profession, members.length])]).toEqual([
      "accepted",
      [["Accountant", 2]],
    ]);
    await judgeGroup(world, owner, bni!.group.groupId, "refused");
    await refresh(world, owner);
    expect((await lookAtLists(world, owner)).groups).toEqual([]);
  });
});

test("R12, R40: Sam introduced three targets and got nothing back: first among connectors, and owed something", async () => {
  const three = ["Ana Lopez", "Bo Ek", "Cy Dunn"];
  const made = await calendarWorld(now, [
    meeting("sam", "Coffee", "20261001", guest("Sam Reed", "sam@home.net.example")),
    ...three.map((name, at) => meeting(`x${at}`, "Coffee", `2026100${at + 2}`, guest(name, `x@firm${at}.example`))),
    meeting("zed", "Coffee", "20261101", guest("Zed Close", "zed@firm0.example")),
  ]);
  const { world, owner } = made;
  const sam = await contactCalled(world, owner, "Sam Reed");
  for (const name of three) {
    await want(world, owner, name);
    await changeChoices(world, owner, await contactCalled(world, owner, name), { introducedBy: sam });
  }
  const { connectors, sources } = await lookAtLists(world, owner);
  expect([connectors[0]?.name, connectors[0]?.targets.length]).toEqual(["Sam Reed", 3]);
  expect(sources).toEqual([{ contactId: sam, name: "Sam Reed", received: 3, given: 0, owed: 3 }]);
  expect(await giveBacksDue(world, owner, world.clock.now())).toMatchObject([
    {
      contactId: sam,
      because: [
        { text: "Sam Reed sent you 3 people or pieces of business and got none back: send something to them." },
      ],
    },
  ]);
  await addLedgerEntry(world.database, owner, {
    entryId: world.ids.next<LedgerEntryId>(),
    contactId: sam,
    kind: "gave",
    about: "referral",
    text: "sent a client",
    at: before(now as Instant, { hours: 1 }),
    source: { kind: "owner", id: "gift" },
  });
  await changeChoices(world, owner, await contactCalled(world, owner, "Ana Lopez"), { introducedBy: undefined });
  expect((await lookAtLists(world, owner)).sources).toMatchObject([{ received: 2, given: 1, owed: 1 }]);
  expect(await giveBacksDue(world, owner, world.clock.now())).toEqual([]);
});

test("R13: an automatic answer says that Priya left Acme, and she writes from Globex: one person, two addresses, no question", async () => {
  const made = await calendarWorld(now, [
    meeting("priya", "Coffee", "20260601", guest("Priya Nair", "priya@acme.example")),
  ]);
  const { world, owner } = made;
  await changeChoices(world, owner, await contactCalled(world, owner, "Priya Nair"), { purpose: "friend" });
  const signed = (text: string, company: string) =>
    `${text}\n\nBest regards\nPriya Nair\nHead of Data\n${company}\n+33 6 12 34 56 78\n`;
  await bring(
    made,
    "eml",
    letter(
      "Priya Nair <priya@acme.example>",
      mara,
      "Wed, 3 Jun 2026 10:00:00 +0200",
      signed("Good to see you, Mara.", "Acme"),
    ),
  );
  const gone = letter(
    "Priya Nair <priya@acme.example>",
    mara,
    "Mon, 2 Nov 2026 10:00:00 +0100",
    "I have left Acme and no longer read this mailbox.",
  );
  await bring(
    made,
    "eml",
    `Auto-Submitted: auto-replied\r\n${gone.replace("Subject: The figures", "Subject: Automatic reply: The figures")}`,
  );
  await bring(
    made,
    "eml",
    letter(
      "Priya Nair <priya@globex.example>",
      mara,
      "Mon, 16 Nov 2026 10:00:00 +0100",
      signed("Hi Mara, I started at Globex last week.", "Globex"),
    ),
  );
  const people = await world.database
    .selectFrom("identity")
    .innerJoin("contact", "contact.contact_id", "identity.contact_id")
    .select(["contact.contact_id", "identity.value", "purpose"])
    .where("identity.owner_id", "=", owner)
    .where("kind", "=", "address")
    .orderBy("identity.value")
    .execute();
  expect(people.map(({ value, purpose }) => [value, purpose])).toEqual([
    ["priya@acme.example", "friend"],
    ["priya@globex.example", "friend"],
  ]);
  expect(new Set(people.map(({ contact_id }) => contact_id)).size).toBe(1);
  expect(await world.database.selectFrom("merge_question").selectAll().where("owner_id", "=", owner).execute()).toEqual(
    [],
  );
  const roles = await world.database
    .selectFrom("follow_up")
    .select(["kind", "state"])
    .where("owner_id", "=", owner)
    .where("kind", "=", "role_change")
    .execute();
  expect(roles).toEqual([{ kind: "role_change", state: "due" }]);
});

test("R13: people at a former employer are colleagues no more", async () => {
  const made = await calendarWorld(now, [
    meeting("bo", "Coffee", "20261119", guest("Bo Ek", "bo@home.example")),
    board,
  ]);
  const { world, owner } = made;
  const bo = () =>
    world.database
      .selectFrom("contact")
      .select("class")
      .where("owner_id", "=", owner)
      .where("name", "=", "Bo Ek")
      .executeTakeFirstOrThrow();
  expect(await bo()).toEqual({ class: "colleague" });
  await sayFormerEmployers(world, owner, "home.example");
  await refresh(world, owner);
  expect(await bo()).toEqual({ class: "candidate" });
  expect((await lookAtLists(world, owner)).former.people.map(({ name }) => name)).toEqual(["Bo Ek"]);
});

test("R8: a LinkedIn import with a gmail address and a claimed employer: level 0, a call of ten minutes first, public places only, no doubt said", async () => {
  const made = await calendarWorld(now, [board]);
  const { world, owner } = made;
  const row = "Priya,Nair,https://www.linkedin.com/in/priya-nair,priya.ceo@gmail.com,Acme,CEO,12 Mar 2024";
  await bring(made, "csv", `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${row}\n`);
  const priya = await contactCalled(world, owner, "Priya Nair");
  const look = await lookAtPerson(world, owner, priya);
  expect(look?.first).toMatchObject({ meeting: "advice_call", minutes: 10, venues: "public_only" });
  expect(look?.warnings.map(({ text }) => text)).toEqual([
    "Works at Acme, as a card or signature says, and writes from gmail.com; not met yet.",
  ]);
  expect(look?.warmUp).toMatchObject({ state: "warming", twoWay: 0 });
  const headers =
    "Reply-To: desk@elsewhere.example\r\nAuthentication-Results: mx.home.example; dkim=none; dmarc=fail (p=none)\r\n";
  await bring(
    made,
    "eml",
    headers + letter("Priya Nair <priya.ceo@gmail.com>", mara, "Fri, 20 Nov 2026 10:00:00 +0100", "Hello Mara."),
  );
  expect((await lookAtPerson(world, owner, priya))?.warnings.map(({ rule }) => rule)).toEqual([
    "R8.free_mail",
    "R8.reply_to",
    "R8.dmarc",
  ]);
});

test("R45: stopped while only their profile was known, they stay stopped when a list brings their address", async () => {
  const made = await calendarWorld(now, [board]);
  const { world, owner } = made;
  const list = (address: string) =>
    `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nPriya,Nair,https://www.linkedin.com/in/priya-nair,${address},Acme,CEO,12 Mar 2024\n`;
  await bring(made, "csv", list(""));
  await stopContact(world, owner, { contactId: await contactCalled(world, owner, "Priya Nair"), source: "owner" });
  await bring(made, "csv", list("priya@acme.example"));
  await refresh(world, owner);
  const rows = await world.database
    .selectFrom("contact")
    .select("status")
    .where("owner_id", "=", owner)
    .where("name", "=", "Priya Nair")
    .execute();
  expect(rows).toEqual([{ status: "blocked" }]);
  const suppressed = await world.database.selectFrom("suppression").select("address_hash").execute();
  expect(suppressed).toEqual([{ address_hash: await world.hashAddress("priya@acme.example") }]);
});

test("two contacts turn out to be one person: what was said about either stays (R13, R45)", async () => {
  const made = await calendarWorld(now, [
    meeting("a", "Coffee", "20261001", guest("Priya Nair", "priya@acme.example")),
    meeting("b", "Coffee", "20261002", guest("Priya Nair", "priya@globex.example")),
    board,
  ]);
  const { world, owner } = made;
  const [one, other] = (
    await world.database
      .selectFrom("contact")
      .select("contact_id")
      .where("owner_id", "=", owner)
      .where("name", "=", "Priya Nair")
      .orderBy("contact_id")
      .execute()
  ).map(({ contact_id }) => contact_id);
  await bring(made, "ics", calendarText([meeting("c", "Coffee", "20261003", guest("Bo Ek", "bo@ek.example"))]));
  await refresh(world, owner);
  const bo = await contactCalled(world, owner, "Bo Ek");
  await changeChoices(world, owner, bo, { introducedBy: other!, agreedToMeet: [one!, other!] });
  await changeChoices(world, owner, one!, { giveNote: "An introduction", status: "active" });
  await changeChoices(world, owner, other!, { purpose: "friend", giveNote: "A book" });
  await stopContact(world, owner, { contactId: other!, source: "owner" });
  expect(await answerMerge(world, owner, ["priya@acme.example", "priya@globex.example"], "same")).toBe("done");
  await refresh(world, owner);
  const kept = await loadContactChoices(world.database, owner);
  const stays = await contactCalled(world, owner, "Priya Nair");
  expect(kept.get(bo)).toEqual({ introducedBy: stays, agreedToMeet: [stays, stays] });
  kept.delete(bo);
  expect([...kept.values()]).toEqual([{ purpose: "friend", giveNote: expect.any(String), status: "blocked" }]);
  expect(
    await world.database.selectFrom("suppression").select("reason").where("owner_id", "=", owner).execute(),
  ).toHaveLength(2);
});

test("R21: two contacts who were both asked turn out to be one: every letter still counts, and one sequence goes on", async () => {
  const made = await calendarWorld(now, [
    meeting("a", "Coffee", "20261001", guest("Priya Nair", "priya@acme.example")),
    meeting("b", "Coffee", "20261002", guest("Priya Nair", "priya@globex.example")),
    board,
  ]);
  const { world, owner } = made;
  const { database } = world;
  const both = await database.selectFrom("contact").select("contact_id").where("owner_id", "=", owner).execute();
  const sentAt = ["2026-11-03T09:00:00.000Z", "2026-11-10T09:00:00.000Z"] as Instant[];
  const begun = both.map(({ contact_id: contactId }, index): Enrolment => {
    const startedAt = sentAt[index]!;
    const steps = [{ step: "invitation" as const, sentAt: startedAt, mode: "email" as const }];
    const enrolmentId = world.ids.next<EnrolmentId>();
    return { enrolmentId, contactId, kind: "meet_by", steps, answers: [], startedAt, state: "active" };
  });
  await saveEnrolments(database, owner, begun, now as Instant);
  expect(await answerMerge(world, owner, ["priya@acme.example", "priya@globex.example"], "same")).toBe("done");
  await refresh(world, owner);
  const stays = await contactCalled(world, owner, "Priya Nair");
  const [first, second, ...more] = (await loadEnrolments(database, owner)).get(stays) ?? [];
  expect(more).toEqual([]);
  expect(first).toMatchObject({ state: "exited", endedAt: sentAt[1], steps: [{ sentAt: sentAt[0] }] });
  expect(second).toMatchObject({ state: "active", steps: [{ sentAt: sentAt[1] }] });
});

test("R38: a lunch with two people is one conversation and two people met, the colleague beside them none, on the lists as on the plan", async () => {
  const made = await calendarWorld(now, [
    meeting(
      "a",
      "Lunch at Café Moka",
      "20261103",
      guest("Priya Nair", "priya@acme.example"),
      guest("Bo Ek", "bo@ek.example"),
      guest("Ida Falk", mara.replace("mara", "ida")),
    ),
    meeting("b", "1:1 Ida", "20261104", guest("Ida Falk", mara.replace("mara", "ida"))),
    board,
  ]);
  const { metInPerson, conversationsThisQuarter, beganOnline } = await lookAtRelationships(made.world, made.owner);
  const { metInAll, quarters, online } = await showYear(made.world, made.owner);
  expect([metInPerson, conversationsThisQuarter, beganOnline]).toEqual([2, 1, { inExchange: 0, met: 0 }]);
  expect([metInAll, quarters.at(-1)?.conversations, online]).toEqual([2, 1, beganOnline]);
});

test("R9, R21, R45: the page of lists names who rests, who asked to be asked later, and who has gone quiet, each with the reason", async () => {
  const made = await calendarWorld(now, [
    meeting("a", "Coffee", "20261001", guest("Priya Nair", "priya@acme.example")),
    meeting("b", "Coffee", "20261002", guest("Bo Ek", "bo@ek.example")),
    board,
  ]);
  const { world, owner } = made;
  await changeChoices(world, owner, await contactCalled(world, owner, "Bo Ek"), { status: "resting" });
  await stopByOwner(world, owner, await contactCalled(world, owner, "Priya Nair"));
  const { resting } = await lookAtLists(world, owner);
  expect(resting.map(({ name, because, until }) => [name, because.rule, until])).toEqual([
    ["Bo Ek", "status.resting", undefined],
    ["Priya Nair", "status.blocked", undefined],
  ]);
});
