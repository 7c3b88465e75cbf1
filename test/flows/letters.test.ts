/** Letters on the real store: from an imported calendar and what the owner says to the words that wait for a yes. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ContactId, FactId, LedgerEntryId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { answerWhy } from "../../src/flows/answer-why.ts";
import { composeDrafts } from "../../src/flows/compose-drafts.ts";
import { decideOwnersFollowUps } from "../../src/flows/decide-follow-ups.ts";
import { introduceTwo } from "../../src/flows/letters/introduce-two.ts";
import { inviteGroup } from "../../src/flows/letters/invite-group.ts";
import { dropOwnVersion, letterInUse, saveOwnVersion } from "../../src/flows/letters/own-version.ts";
import { previewLetter } from "../../src/flows/letters/preview-letter.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { addVenue } from "../../src/flows/save-ways.ts";
import { sayOwnerAddresses } from "../../src/flows/say-owner-addresses.ts";
import { changeContactChoices } from "../../src/store/contact-choices.ts";
import { saveSaidFact } from "../../src/store/facts.ts";
import { addLedgerEntry } from "../../src/store/ledger.ts";
import { letterText } from "../../src/templates/letter-files.ts";
import { importAll } from "../support/imports.ts";
import { inThreadReader } from "../support/in-thread-reader.ts";
import { proposedDrafts } from "../support/lived.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

const mondayEvening = "2026-11-16T19:00:00.000Z" as Instant;
const inviteDay = "2026-11-25T09:00:00.000Z" as Instant;

/** Mara had drinks with some people on Monday the 16th, and nothing else is known of any of them. */
async function drinksWith(...guests: readonly string[]): Promise<TestWorld> {
  const made = await testWorld({ clock: mondayEvening });
  const met = { ...made, world: { ...made.world, archive: inThreadReader } };
  const attendees = guests.map((guest) => `ATTENDEE;CN="${guest}";PARTSTAT=ACCEPTED:mailto:${addressOf(guest)}`);
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
  what: { step?: "nudge" | "closing_note"; meeting?: "advice_call" | "call"; way?: "call" },
) =>
  world.database
    .updateTable("follow_up")
    .set(what)
    .where("owner_id", "=", owner)
    .where("kind", "=", "meet_by")
    .execute();

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
    to: ["priya.nair@acme.example", "tom.reed@acme.example"],
    letter: { body: expect.stringMatching(/^Hi Priya, hi Tom,[\s\S]*Head of Data at Acme/) },
    findings: [],
  });
});

test("R11: a small group is asked to one place and one free time; without them, or with too few, nothing is written", async () => {
  const met = await drinksWith("Priya Nair", "Tom Reed");
  const guests = [await contactOf(met, "Priya Nair"), await contactOf(met, "Tom Reed")];
  const wanted = { guests, about: "hiring analysts" };
  expect(await inviteGroup(met.world, met.owner, { ...wanted, guests: guests.slice(1) })).toMatchObject({
    because: { rule: "R11.group_size" },
  });
  expect(await inviteGroup(met.world, met.owner, wanted)).toMatchObject({ because: { rule: "R27.no_place" } });
  const venue = { name: "Chez Odette", address: "3 place du Marché", suits: ["lunch" as const], minutesFromBase: 10 };
  await addVenue(met.world, met.owner, venue);
  const invited = await inviteGroup(met.world, met.owner, wanted);
  if (invited.kind === "refused") throw new Error(invited.because.text);
  const bodies = invited.letters.map((one) => (one.kind === "letter" ? one.letter.body : one.question));
  expect(bodies).toHaveLength(2);
  expect(bodies[0]).toMatch(/Hi Priya[\s\S]*Chez Odette[\s\S]*Tom/);
  expect(bodies[1]).toMatch(/Hi Tom[\s\S]*Chez Odette[\s\S]*Priya/);
  const slots = bodies.map((body) => /\w+day \d+ \w+ from \d+:\d\d to \d+:\d\d/.exec(body)?.[0]);
  expect(slots[0]).toBeDefined();
  expect(slots[1]).toBe(slots[0]);
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
