/** Letters on the real store: from an imported calendar and what the owner says to the words that wait for a yes. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ContactId, FactId, LedgerEntryId } from "../../src/domain/ids.ts";
import { after, type Instant } from "../../src/domain/time.ts";
import { decideOwnersFollowUps } from "../../src/flows/decide-follow-ups.ts";
import { tellFact } from "../../src/flows/facts/tell-fact.ts";
import { composeDrafts } from "../../src/flows/letters/compose-drafts.ts";
import { askForIntroduction, introduceTwo } from "../../src/flows/letters/introduce-two.ts";
import { askForGroup, inviteGroup } from "../../src/flows/letters/invite-group.ts";
import { letterFile } from "../../src/flows/letters/letter-file.ts";
import { dropOwnVersion, letterInUse, saveOwnVersion } from "../../src/flows/letters/own-version.ts";
import { previewLetter } from "../../src/flows/letters/preview-letter.ts";
import { sayLate } from "../../src/flows/letters/say-late.ts";
import { thankForNo } from "../../src/flows/letters/thank-for-no.ts";
import { changeChoices } from "../../src/flows/lists/change-choices.ts";
import { stopContact } from "../../src/flows/lists/stop-contact.ts";
import { addVenue } from "../../src/flows/meeting/save-ways.ts";
import { sayOwnWayToCall, sayTheirNumber } from "../../src/flows/meeting/say-call.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { recordAnswer } from "../../src/flows/plan/record-answer.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { changeContactChoices } from "../../src/store/contact-choices.ts";
import { saveSaidFact } from "../../src/store/facts.ts";
import { addLedgerEntry, loadLedger } from "../../src/store/ledger.ts";
import { loadLogged } from "../../src/store/logged.ts";
import { letterText } from "../../src/templates/letter-files.ts";
import { importAll } from "../support/imports.ts";
import { inThreadReader } from "../support/in-thread-reader.ts";
import { proposedDrafts } from "../support/lived.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

const mondayEvening = "2026-11-16T19:00:00.000Z" as Instant;
const inviteDay = "2026-11-25T09:00:00.000Z" as Instant;

/** Mara had drinks with some people on Monday the 16th, and nothing else is known of any of them. "Name <address>", or a name. */
async function drinksWith(...guests: readonly string[]): Promise<TestWorld> {
  const made = await testWorld({ clock: mondayEvening });
  const met = { ...made, world: { ...made.world, archive: inThreadReader } };
  const attendees = guests.map((guest) => {
    const { name = guest, address = addressOf(guest) } = /^(?<name>.*) ?<(?<address>.+)>$/.exec(guest)?.groups ?? {};
    return `ATTENDEE;${name === "" ? "" : `CN="${name.trim()}";`}PARTSTAT=ACCEPTED:mailto:${address}`;
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//test//EN",
    "X-WR-CALNAME:me@home.example",
    "BEGIN:VEVENT",
    "UID:drinks@example",
    "DTSTAMP:20261114T090000Z",
    "SUMMARY:SaaStr Paris — drinks",
    "LOCATION:Station F",
    "DTSTART;TZID=Europe/Paris:20261116T131500",
    "DTEND;TZID=Europe/Paris:20261116T140000",
    "ORGANIZER:mailto:me@home.example",
    "ATTENDEE;CN=Mara Lind;PARTSTAT=ACCEPTED:mailto:me@home.example",
    ...attendees,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  const path = join(met.folder, "home.ics");
  writeFileSync(path, lines.join("\r\n"));
  await importAll(met.world, met.owner, path);
  await sayOwnerAddresses(met.world, met.owner, ["me@home.example"]);
  await refresh(met.world, met.owner);
  return met;
}

const addressOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@acme.example`;

async function drafts(made: TestWorld) {
  const rows = await proposedDrafts(made);
  return rows.map((row) => ({
    ...row,
    lint: row.lint as { rule: string }[],
    facts: row.facts as Record<string, unknown>,
  }));
}

async function contactOf({ world, owner }: TestWorld, name: string): Promise<ContactId> {
  const row = await world.database
    .selectFrom("contact")
    .select("contact_id")
    .where("owner_id", "=", owner)
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return row.contact_id;
}

const asks = (
  { world, owner }: TestWorld,
  what: { step?: "nudge" | "closing_note"; meeting?: "advice_call" | "call" | "coffee"; way?: "call" },
) =>
  world.database
    .updateTable("follow_up")
    .set(what)
    .where("owner_id", "=", owner)
    .where("kind", "=", "meet_by")
    .execute();

describe("names as they come (M7)", () => {
  test("capitals, another script, five addresses and no name at all", async () => {
    const met = await drinksWith(
      "PRIYA NAIR <priya@acme.example>",
      "Ирина Соколова <irina@acme.example>",
      "Tomás Rey <tomas@rey.example>",
      "<pn42@acme.example>",
    );
    const card = join(met.folder, "contacts.vcf");
    const five = [
      "tomas@rey.example",
      "tr@rey.example",
      "t.rey@hotmail.example",
      "rey@club.example",
      "hola@rey.example",
    ];
    writeFileSync(
      card,
      ["BEGIN:VCARD", "VERSION:4.0", "FN:Tomás Rey", ...five.map((one) => `EMAIL:${one}`), "END:VCARD", ""].join(
        "\r\n",
      ),
    );
    await importAll(met.world, met.owner, card);
    await refresh(met.world, met.owner);
    const contacts = await met.world.database
      .selectFrom("contact")
      .select(["contact_id", "name"])
      .where("owner_id", "=", met.owner)
      .where("class", "=", "candidate")
      .execute();
    for (const { contact_id } of contacts) await answerWhy(met.world, met.owner, contact_id, { why: "night trains" });
    const written = new Map((await drafts(met)).map((one) => [one.name, one]));
    const greetingTo = (name: string) => written.get(name)?.body.split("\n")[0];
    expect(greetingTo("Priya Nair")).toBe("Hi Priya,");
    expect(greetingTo("Ирина Соколова")).toBe("Hi Ирина,");
    expect(greetingTo("Tomás Rey")).toBe("Hi Tomás,");
    expect(five).toContain(written.get("Tomás Rey")?.to_address);
    // Whose name nobody knows is written nothing: the owner is asked for it.
    expect(written.get("pn42@acme.example")).toMatchObject({ body: "", facts: { missing: ["greetingName"] } });
    expect(contacts).toHaveLength(4);
  });
});

describe("two people met at the same drinks", () => {
  let met: TestWorld;
  beforeAll(async () => {
    met = await drinksWith("Priya Nair", "Tom Reed");
    for (const name of ["Priya Nair", "Tom Reed"])
      await answerWhy(met.world, met.owner, await contactOf(met, name), {
        why: name === "Tom Reed" ? "night trains" : "hiring analysts",
      });
  });

  test("R26: each letter says where and what; no sentence of ours stands in both", async () => {
    const [priya, tom] = await drafts(met);
    expect(priya?.body).toMatch(/SaaStr Paris drinks[\s\S]*hiring analysts/);
    expect(tom?.body).toMatch(/SaaStr Paris drinks[\s\S]*night trains/);
    const said = (body = "") =>
      body.split(/(?<=[.?:])\s+/).filter((one) => /^[A-Z][a-z]/.test(one) && !/\d:/.test(one));
    expect(said(priya?.body).filter((sentence) => said(tom?.body).includes(sentence))).toEqual([]);
  });

  test("Clock terms: among several the invitation stands in the thank-you itself, with times", async () => {
    const [priya] = await drafts(met);
    expect(priya).toMatchObject({ kind: "thank_you", question: null });
    expect(priya?.body).toMatch(/\?[\s\S]*^\w{3} \d+( \w+)?: \d+:\d\d/m);
    expect(priya?.lint).toEqual([]);
  });

  test("R15: a note for the connection request stands beside it, short enough and with its reason", async () => {
    const [priya] = await drafts(met);
    const note = priya?.facts.note as { text: string; charactersMax: number; lint: unknown[] };
    expect(note).toMatchObject({ charactersMax: 200, lint: [] });
    expect(note.text.length).toBeLessThanOrEqual(200);
    expect(note.text).toMatch(/SaaStr Paris drinks[\s\S]*hiring analysts/);
  });

  test("composing again changes nothing", async () => {
    const before = await drafts(met);
    expect(await composeDrafts(met.world, met.owner)).toEqual({ composed: 0 });
    expect(await drafts(met)).toEqual(before);
  });
});

describe("the invitation to one person", () => {
  let met: TestWorld;
  let priya: ContactId;
  const only = async () => (await drafts(met))[0]!;
  const compose = () => composeDrafts(met.world, met.owner);

  beforeAll(async () => {
    met = await drinksWith("Priya Nair");
    priya = await contactOf(met, "Priya Nair");
    met.clock.set(inviteDay);
    await decideOwnersFollowUps(met.world, met.owner);
    await answerWhy(met.world, met.owner, priya, "waived");
  });

  test("R27: names the activity and the place", async () => {
    expect(await only()).toMatchObject({ kind: "coffee", body: expect.stringMatching(/coffee/) });
  });

  test("R27: a call is asked for by no letter while nobody said how it is held; a number of theirs or of the owner's completes it", async () => {
    await asks(met, { meeting: "call" });
    await compose();
    expect(await only()).toMatchObject({
      kind: "call",
      body: "",
      question: expect.stringMatching(/^How should this call with Priya Nair be held/),
      facts: { missing: ["place"] },
    });
    const number = "+44 20 7946 0102";
    expect(await sayTheirNumber(met.world, met.owner, priya, "ring me")).toMatchObject({ kind: "refused" });
    expect(await sayTheirNumber(met.world, met.owner, priya, number)).toEqual({ kind: "saved" });
    await asks(met, { meeting: "call" });
    await compose();
    expect(await only()).toMatchObject({ body: expect.stringContaining(`by phone (I would call you on ${number})`) });
    expect(await sayOwnWayToCall(met.world, met.owner, "my_number", "+33 1 55 50 17 04")).toEqual({ kind: "saved" });
    expect(await only()).toMatchObject({ body: expect.stringContaining("by phone (+33 1 55 50 17 04)") });
    await asks(met, { meeting: "coffee" });
    await compose();
  });

  test("facts that the owner said go into it at once", async () => {
    await saveSaidFact(met.world.database, met.owner, {
      factId: met.world.ids.next<FactId>(),
      contactId: priya,
      kind: "promise",
      text: "send you the checklist",
      quote: "I'll send you the checklist.",
      locale: "en",
      saidBy: "owner",
      saidAt: mondayEvening,
      source: { kind: "owner", id: "test" },
      confidence: 1,
      state: "open",
    });
    await compose();
    expect((await only()).body).toContain("send you the checklist");
  });

  test("R33: a friend is spoken to as a friend, and asked for no reason", async () => {
    const business = await only();
    await changeContactChoices(met.world.database, met.owner, priya, { purpose: "friend" }, inviteDay);
    await compose();
    const friendly = await only();
    expect(friendly.body).not.toBe(business.body);
    expect(friendly.question).toBeNull();
    await asks(met, { meeting: "advice_call" });
    await compose();
    expect((await only()).kind).toBe("call");
    await changeContactChoices(met.world.database, met.owner, priya, { purpose: undefined }, inviteDay);
  });

  test("R29: advice is not asked for without true admiration; with it the call takes ten minutes", async () => {
    await asks(met, { meeting: "advice_call" });
    await answerWhy(met.world, met.owner, priya, { why: "hiring analysts" });
    expect(await only()).toMatchObject({ kind: "advice_call", body: "", question: expect.stringContaining("admire") });
    const admiration = "Your talk on runbooks in October was the clearest that I have heard on it.";
    await changeContactChoices(met.world.database, met.owner, priya, { admiration }, inviteDay);
    await compose();
    expect(await only()).toMatchObject({ question: null, body: expect.stringContaining(admiration) });
    expect((await only()).body).toContain("10 minutes");
  });

  test("R39: the third ask with nothing given carries a warning, and a give takes it away", async () => {
    const entry = (kind: "asked" | "gave", id: string) =>
      addLedgerEntry(met.world.database, met.owner, {
        entryId: met.world.ids.next<LedgerEntryId>(),
        contactId: priya,
        kind,
        about: "meeting",
        text: kind,
        at: kind === "gave" ? inviteDay : mondayEvening,
        source: { kind: "owner", id },
      });
    await asks(met, { meeting: "call" });
    await entry("asked", "1");
    await compose();
    expect((await only()).lint.map(({ rule }) => rule)).not.toContain("third_ask");
    await entry("asked", "2");
    await compose();
    expect((await only()).lint.map(({ rule }) => rule)).toContain("third_ask");
    await entry("gave", "3");
    await compose();
    expect((await only()).lint.map(({ rule }) => rule)).not.toContain("third_ask");
  });

  test("R21: a reminder keeps the subject of the letter that went out and says what it was about", async () => {
    const invitation = await only();
    await met.world.database
      .updateTable("draft")
      .set({ state: "sent" })
      .where("draft_id", "=", invitation.draft_id)
      .execute();
    await asks(met, { step: "nudge" });
    await compose();
    expect(await only()).toMatchObject({ kind: "nudge", subject: `Re: ${invitation.subject}` });
    expect((await only()).body).toContain("a call");
    await asks(met, { step: "closing_note" });
    await compose();
    expect(await only()).toMatchObject({ kind: "closing_note", body: expect.not.stringContaining("?") });
  });

  test("R32: what waits for a call has no letter", async () => {
    await asks(met, { way: "call" });
    await compose();
    expect((await drafts(met)).map(({ kind }) => kind)).not.toContain("closing_note");
  });
});

test("R12: two people are introduced when both agreed, and not before", async () => {
  const met = await drinksWith("Priya Nair", "Tom Reed");
  const [priya, tom] = [await contactOf(met, "Priya Nair"), await contactOf(met, "Tom Reed")];
  const agree = (one: ContactId, other: ContactId) =>
    changeContactChoices(met.world.database, met.owner, one, { agreedToMeet: [other] }, mondayEvening);
  const job = (contactId: ContactId, text: string) =>
    saveSaidFact(met.world.database, met.owner, {
      factId: met.world.ids.next<FactId>(),
      contactId,
      kind: "job",
      text,
      quote: text,
      locale: "en",
      saidBy: "owner",
      saidAt: mondayEvening,
      source: { kind: "owner", id: text },
      confidence: 1,
      state: "open",
    });
  await agree(priya, tom);
  expect(await introduceTwo(met.world, met.owner, priya, tom)).toMatchObject({
    kind: "waits",
    because: { text: expect.stringContaining("Tom Reed") },
  });
  await agree(tom, priya);
  expect(await introduceTwo(met.world, met.owner, priya, tom)).toMatchObject({ kind: "refused" });
  await job(priya, "Head of Data at Acme");
  await job(tom, "Editor at Rail Weekly");
  const written = await introduceTwo(met.world, met.owner, priya, tom);
  expect(written).toMatchObject({
    kind: "letter",
    alsoTo: "tom.reed@acme.example",
    letter: {
      to: "priya.nair@acme.example",
      letter: { body: expect.stringMatching(/^Hi Priya, hi Tom,[\s\S]*Head of Data at Acme/) },
      findings: [],
    },
  });
  expect((await drafts(met)).map(({ kind }) => kind)).not.toContain("introduction");

  const introductions = async () => (await drafts(met)).filter(({ kind }) => kind === "introduction");
  await askForIntroduction(met.world, met.owner, priya, tom);
  await askForIntroduction(met.world, met.owner, priya, tom);
  const [draft, ...more] = await introductions();
  expect(more).toEqual([]);
  expect(draft).toMatchObject({
    to_address: "priya.nair@acme.example",
    also_to: ["tom.reed@acme.example"],
    question: null,
    lint: [],
  });
  expect(String((await letterFile(met.world, met.owner, draft!.draft_id))?.bytes)).toMatch(
    /^To: .*priya\.nair@acme\.example, .*tom\.reed@acme\.example/m,
  );
  const sent = await recordSent(met.world, met.owner, { draftId: draft!.draft_id, mode: "email" });
  expect(sent).toBe("recorded");
  expect(await introductions()).toEqual([]);
  const [logged, ledger] = [
    await loadLogged(met.world.database, met.owner),
    await loadLedger(met.world.database, met.owner),
  ];
  for (const [one, other] of [
    [priya, tom],
    [tom, priya],
  ] as const) {
    expect(logged.get(one)).toMatchObject([{ mode: "email", direction: "outbound", draftId: draft!.draft_id }]);
    expect(ledger.get(one)).toMatchObject([{ kind: "gave", about: "introduction", otherContactId: other }]);
  }
});

test("R12, R45: an introduction that waits is withdrawn when either of the two takes their yes back or is stopped", async () => {
  const met = await drinksWith("Priya Nair", "Tom Reed");
  const [priya, tom] = [await contactOf(met, "Priya Nair"), await contactOf(met, "Tom Reed")];
  for (const [one, other] of [
    [priya, tom],
    [tom, priya],
  ] as const) {
    const job = { kind: "job" as const, text: "Editor at Rail Weekly" };
    expect(await tellFact(met.world, met.owner, one, job)).toBe("done");
    await changeChoices(met.world, met.owner, one, { agreedToMeet: [other] });
  }
  const waiting = async () => (await drafts(met)).filter(({ kind }) => kind === "introduction").length;
  await askForIntroduction(met.world, met.owner, priya, tom);
  expect(await waiting()).toBe(1);
  await changeChoices(met.world, met.owner, tom, { agreedToMeet: undefined });
  expect(await waiting()).toBe(0);
  await changeChoices(met.world, met.owner, tom, { agreedToMeet: [priya] });
  expect(await waiting()).toBe(0);
  await askForIntroduction(met.world, met.owner, priya, tom);
  expect(await waiting()).toBe(1);
  await stopContact(met.world, met.owner, { contactId: tom, source: "owner" });
  await composeDrafts(met.world, met.owner);
  expect(await waiting()).toBe(0);
  expect(await askForIntroduction(met.world, met.owner, priya, tom)).toMatchObject({ kind: "waits" });
});

test("R11: a small group is asked to one place and the same free times; without them, or with too few, nothing is written", async () => {
  const met = await drinksWith("Priya Nair", "Tom Reed");
  const guests = [await contactOf(met, "Priya Nair"), await contactOf(met, "Tom Reed")];
  const wanted = { guests, optional: [], about: "hiring analysts", way: "lunch", starts: [] } as const;
  expect(await inviteGroup(met.world, met.owner, { ...wanted, guests: guests.slice(1) })).toMatchObject({
    because: { rule: "R11.group_size" },
  });
  expect(await inviteGroup(met.world, met.owner, wanted)).toMatchObject({ because: { rule: "R27.no_place" } });
  expect(await inviteGroup(met.world, met.owner, { ...wanted, way: "call" })).toMatchObject({
    because: { rule: "R27.no_place" },
  });
  const venue = { name: "Chez Odette", address: "3 place du Marché", suits: ["lunch" as const], minutesFromBase: 10 };
  await addVenue(met.world, met.owner, venue);
  const invited = await inviteGroup(met.world, met.owner, wanted);
  if (invited.kind === "refused") throw new Error(invited.because.text);
  const bodies = invited.letters.map(({ letter, question }) =>
    letter.state === "written" ? letter.letter.body : (question ?? ""),
  );
  expect(bodies).toHaveLength(2);
  expect(bodies[0]).toMatch(/Hi Priya[\s\S]*Chez Odette[\s\S]*Tom/);
  expect(bodies[1]).toMatch(/Hi Tom[\s\S]*Chez Odette[\s\S]*Priya/);
  const linesOf = (body = "") => body.split("\n").filter((line) => /^\w{3} \d+.*: \d/.test(line));
  expect(linesOf(bodies[0]).length).toBeGreaterThan(1);
  expect(linesOf(bodies[1])).toEqual(linesOf(bodies[0]));
  // Fewer times are asked for by the owner's choice.
  const one = await inviteGroup(met.world, met.owner, { ...wanted, starts: [invited.times[1]!.startsAt] });
  expect(one).toMatchObject({ body: { times: [invited.times[1]] }, times: invited.times });

  const [priya, tom] = guests as [ContactId, ContactId];
  const waiting = async () => (await drafts(met)).filter(({ kind }) => kind === "group_invitation");
  expect(await askForGroup(met.world, met.owner, wanted)).toMatchObject({ kind: "asked" });
  const [first, second] = await waiting();
  expect([first?.body, second?.body]).toEqual(bodies);
  expect(first).toMatchObject({ contact_id: priya, lint: [], question: null });
  expect(await recordSent(met.world, met.owner, { draftId: first!.draft_id, mode: "email" })).toBe("recorded");
  expect((await waiting()).map(({ contact_id }) => contact_id)).toEqual([tom]);
  expect((await loadLedger(met.world.database, met.owner)).get(priya)).toMatchObject([
    { kind: "asked", about: "meeting" },
  ]);

  // The caps hold here as everywhere: a second one in the same week leaves her out, and one alone is no group.
  const shown = await inviteGroup(met.world, met.owner, wanted);
  expect(shown.kind === "letters" && shown.letters.map(({ held }) => held?.rule)).toEqual(["caps.gap", undefined]);
  expect(await askForGroup(met.world, met.owner, wanted)).toMatchObject({ because: { rule: "R11.too_few" } });
  expect((await waiting()).map(({ contact_id }) => contact_id)).toEqual([tom]);
  // Whose times have passed is asked for no more.
  met.clock.set("2026-12-20T09:00:00.000Z" as Instant);
  await decideOwnersFollowUps(met.world, met.owner);
  await composeDrafts(met.world, met.owner);
  expect(await waiting()).toEqual([]);
});

describe("R36: late for a meeting of today", () => {
  let met: TestWorld;
  const at = "2026-11-16T11:40:00.000Z" as Instant;
  const startsAt = "2026-11-16T12:15:00.000Z" as Instant;
  const eventId = async (): Promise<string> =>
    (await met.world.database.selectFrom("event").select("event_id").executeTakeFirstOrThrow()).event_id;
  const waiting = async () => (await drafts(met)).filter(({ kind }) => kind === "late_running");
  beforeAll(async () => {
    met = await drinksWith("Priya Nair");
    met.clock.set(at);
  });

  test("ten minutes: a few words to whoever waits, to copy; said again, the last word holds", async () => {
    expect(await sayLate(met.world, met.owner, { eventId: await eventId(), startsAt, minutes: 10 })).toBe("drafted");
    expect(await waiting()).toMatchObject([{ to_address: "priya.nair@acme.example", question: null, lint: [] }]);
    expect((await waiting())[0]?.body).toMatch(/10 (more )?minutes|10 more minutes/);
    expect((await waiting())[0]?.body).toContain("our talk at SaaStr Paris drinks at 13:15");
    await sayLate(met.world, met.owner, { eventId: await eventId(), startsAt, minutes: 30 });
    expect((await waiting()).map(({ body }) => body)).toEqual([expect.stringContaining("30")]);
  });

  test("a meeting that is over, or none, has nobody to tell", async () => {
    const wrong = { eventId: await eventId(), startsAt: "2026-11-16T12:16:00.000Z" as Instant, minutes: 5 as const };
    expect(await sayLate(met.world, met.owner, wrong)).toBe("not_there");
    met.clock.set(mondayEvening);
    expect(await sayLate(met.world, met.owner, { ...wrong, startsAt })).toBe("not_there");
    await decideOwnersFollowUps(met.world, met.owner);
    await composeDrafts(met.world, met.owner);
    expect(await waiting()).toEqual([]);
  });
});

test("R21: after a no a few words of thanks are drafted in the thread, when the owner wishes it, and once", async () => {
  const met = await drinksWith("Priya Nair");
  const priya = await contactOf(met, "Priya Nair");
  await answerWhy(met.world, met.owner, priya, "waived");
  met.clock.set(inviteDay);
  await decideOwnersFollowUps(met.world, met.owner);
  await composeDrafts(met.world, met.owner);
  const [invitation] = await drafts(met);
  await recordSent(met.world, met.owner, { draftId: invitation!.draft_id, mode: "email" });
  met.clock.set(after(inviteDay, { days: 1 }));
  await recordAnswer(met.world, met.owner, { contactId: priya, meaning: "decline" });
  expect(await drafts(met)).toEqual([]);
  await thankForNo(met.world, met.owner, true);
  const [thanks] = await drafts(met);
  expect(thanks).toMatchObject({
    kind: "after_decline",
    subject: `Re: ${invitation?.subject}`,
    question: null,
    lint: [],
  });
  expect(thanks?.body).not.toContain("?");
  expect(await recordSent(met.world, met.owner, { draftId: thanks!.draft_id, mode: "email" })).toBe("recorded");
  expect(await drafts(met)).toEqual([]);
  await thankForNo(met.world, met.owner, false);
  expect(await drafts(met)).toEqual([]);
});

describe("the owner's own version", () => {
  const key = { kind: "thank_you", voice: "business", locale: "en" } as const;
  const own =
    "--- subject\nThank you\n--- opening\nWhat a pleasure it was, {{talk}} {{metWhen}}. I still think of it, and of how much there was to say in so little time.\n--- ask\nTell me when I can be of use to you.\n";
  let met: TestWorld;
  beforeAll(async () => {
    met = await drinksWith("Priya Nair");
    await answerWhy(met.world, met.owner, await contactOf(met, "Priya Nair"), "waived");
  });

  test.each<{ text: string; says: RegExp }>([
    { text: own.replace("{{talk}}", "{{talks}}"), says: /opening, line 4: \{\{talks\}\} is not known/ },
    { text: own.replace("{{talk}}", "our talk"), says: /always says \{\{talk\}\}/ },
    { text: own.replace("Tell me", "Buy now or tell me"), says: /does not sell.*Buy now/ },
    { text: own.replace("Tell me", "I hope this finds you well. Tell me"), says: /says nothing.*finds you well/ },
  ])("is refused with the place or the sentence, and nothing changes: $says", async ({ text, says }) => {
    const before = await drafts(met);
    const saved = await saveOwnVersion(met.world, met.owner, key, text);
    expect(saved).toMatchObject({ kind: "refused", says: expect.stringMatching(says) });
    expect(await drafts(met)).toEqual(before);
    expect(await letterInUse(met.world, met.owner, key)).toMatchObject({ isOwn: false });
  });

  test("is used for the letters that wait, until the owner goes back to ours", async () => {
    const ours = (await drafts(met))[0]!.body;
    expect(await saveOwnVersion(met.world, met.owner, key, own)).toEqual({ kind: "saved" });
    expect((await drafts(met))[0]?.body).toContain("What a pleasure it was, our talk at SaaStr Paris drinks today.");
    expect(await letterInUse(met.world, met.owner, key)).toEqual({ text: own, isOwn: true });
    await dropOwnVersion(met.world, met.owner, key);
    expect((await drafts(met))[0]?.body).toBe(ours);
  });

  test("one that can no longer be read gives way to ours, and the letter says so", async () => {
    await met.world.database
      .insertInto("letter_template")
      .values({ owner_id: met.owner, ...key, text: "--- opening\n{{gone}}", saved_at: mondayEvening })
      .execute();
    await answerWhy(met.world, met.owner, await contactOf(met, "Priya Nair"), { why: "night trains" });
    const [draft] = await drafts(met);
    expect(draft?.body).toContain("night trains");
    expect(draft?.lint).toMatchObject([{ rule: "own_version", message: expect.stringContaining("opening, line 2") }]);
  });

  test("a preview on a person says what is made up", async () => {
    const contactId = await contactOf(met, "Priya Nair");
    const reminder = { kind: "nudge", voice: "business", locale: "en" } as const;
    const text = letterText("nudge", "business", "en");
    expect(await previewLetter(met.world, met.owner, { ...reminder, text, contactId })).toMatchObject({
      kind: "letter",
      name: "Priya Nair",
      letter: { subject: "Re: Coffee together?" },
      examples: ["threadSubject"],
    });
  });
});
