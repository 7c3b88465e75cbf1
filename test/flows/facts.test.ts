/** From imported mail to what is known about people, on the real store: read, refused, kept, said, erased. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ContactId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { settleFact, tellFact } from "../../src/flows/facts/tell-fact.ts";
import { beginImport } from "../../src/flows/imports/begin-import.ts";
import { importArchive } from "../../src/flows/imports/import-archive.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { eraseOwnersKeptText } from "../../src/flows/people/erase-kept-text.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { loadFacts } from "../../src/store/facts.ts";
import { loadLedger } from "../../src/store/ledger.ts";
import { readWhyGuesses } from "../../src/store/read/person.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

/** A Sunday. */
const now = "2026-11-22T18:00:00.000Z" as Instant;
const me = "Mara Lind <me@home.example>";
const priya = "Priya Nair <priya@acme.example>";
const sam = "Sam Okafor <sam@harbourline.example>";

type Mail = { from: string; to: string; on: string; subject: string; body: string; id: string; answers?: string };

const mbox = (mails: readonly Mail[]): string =>
  mails
    .map(({ from, to, on, subject, body, id, answers }) =>
      [
        "From - Sun Nov 22 00:00:00 2026",
        `From: ${from}`,
        `To: ${to}`,
        `Subject: ${subject}`,
        `Date: ${on}`,
        `Message-ID: <${id}@example>`,
        ...(answers === undefined ? [] : [`In-Reply-To: <${answers}@example>`]),
        "Content-Type: text/plain; charset=utf-8",
        "",
        body,
        "",
        "",
      ].join("\n"),
    )
    .join("");

const mails: readonly Mail[] = [
  {
    id: "hello",
    from: priya,
    to: me,
    on: "Mon, 16 Nov 2026 09:00:00 +0100",
    subject: "Hiring analysts",
    body: "Hi Mara,\n\nSam Okafor suggested I write to you. Thanks for the chat about hiring analysts.\n\nI'm in Berlin from 1 to 3 December.\n\nBest,\nPriya",
  },
  {
    id: "mine",
    from: me,
    to: priya,
    on: "Tue, 17 Nov 2026 09:00:00 +0100",
    subject: "Re: Hiring analysts",
    answers: "hello",
    body: "Hi Priya,\n\nI'll send you the interview guide by Friday. Did you speak to the agency?\n\nMara\n\n> Hi Mara,\n> I'll send you the deck by Friday.",
  },
  {
    id: "hers",
    from: priya,
    to: me,
    on: "Sun, 22 Nov 2026 10:00:00 +0100",
    subject: "Re: Hiring analysts",
    answers: "mine",
    body: "Hi Mara,\n\nWe should grab coffee someday. Who owns the data in a branch?\n\nPriya",
  },
  {
    id: "sams",
    from: sam,
    to: me,
    on: "Mon, 9 Nov 2026 09:00:00 +0100",
    subject: "Somebody you should meet",
    body: "Mara, I will send you a name.\n\nSam",
  },
  {
    id: "to-sam",
    from: me,
    to: sam,
    on: "Mon, 9 Nov 2026 12:00:00 +0100",
    subject: "Re: Somebody you should meet",
    answers: "sams",
    body: "Please do, Sam.\n\nMara",
  },
  {
    id: "round",
    from: priya,
    to: `${me}, ${sam}`,
    on: "Wed, 18 Nov 2026 09:00:00 +0100",
    subject: "Agenda",
    body: "Dear both,\n\nI'll send you the agenda by Thursday. I'll be in Madrid next week.\n\nPriya",
  },
];

async function imported(files: Readonly<Record<string, string>>): Promise<TestWorld> {
  const made = await testWorld({ clock: now, reader: "in_test" });
  for (const [name, text] of Object.entries(files)) {
    const path = join(made.folder, name);
    writeFileSync(path, text);
    const { importId } = await beginImport(made.world, made.owner, { path, name, keptByUs: false, readBy: "caller" });
    const signal = new AbortController().signal;
    expect(await importArchive(made.world, made.owner, importId, { signal })).toEqual({ kind: "read" });
  }
  await sayOwnerAddresses(made.world, made.owner, ["me@home.example"]);
  await refresh(made.world, made.owner);
  return made;
}

const contactOf = async ({ world, owner }: TestWorld, address: string): Promise<ContactId> =>
  (
    await world.database
      .selectFrom("identity")
      .select("contact_id")
      .where("owner_id", "=", owner)
      .where("value", "=", address)
      .executeTakeFirstOrThrow()
  ).contact_id;

const factsAbout = async (made: TestWorld, address: string) =>
  (await loadFacts(made.world.database, made.owner)).get(await contactOf(made, address)) ?? [];

const lines = (facts: Awaited<ReturnType<typeof factsAbout>>): string[] =>
  facts.map(({ kind, saidBy, text, dueOn }) => `${kind}, ${saidBy}: ${text}${dueOn ? ` (${dueOn})` : ""}`).sort();

describe("what Priya and the owner wrote to each other", () => {
  let made: TestWorld;
  beforeAll(async () => {
    made = await imported({ "mail.mbox": mbox(mails) });
  });

  test("is known, from new text only; of a letter to several only what its writer says of themselves", async () => {
    expect(lines(await factsAbout(made, "priya@acme.example"))).toEqual([
      "introducer, person: Sam Okafor",
      "promise, owner: send the interview guide (2026-11-20)",
      "question, person: Who owns the data in a branch?",
      "someday, person: we should grab coffee someday (2026-12-07)",
      "topic, person: hiring analysts",
      "trip, person: in Berlin (2026-12-01)",
      "trip, person: in Madrid (2026-11-23)",
    ]);
  });

  test("R12, R40: the introducer's name is the one contact of that name, and stands in the ledger", async () => {
    const entries = (await loadLedger(made.world.database, made.owner)).get(
      await contactOf(made, "sam@harbourline.example"),
    );
    expect(entries).toMatchObject([
      {
        kind: "received",
        about: "introduction",
        text: "introduced Priya Nair",
        otherContactId: await contactOf(made, "priya@acme.example"),
        source: { kind: "fact" },
      },
    ]);
  });

  test("R19: the someday of Sun 22 November is a follow-up due on Mon 7 December", async () => {
    const row = await made.world.database
      .selectFrom("follow_up")
      .select(["due_at", "state"])
      .where("owner_id", "=", made.owner)
      .where("contact_id", "=", await contactOf(made, "priya@acme.example"))
      .where("kind", "=", "someday")
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: "planned", due_at: "2026-12-06T23:00:00.000Z" });
  });

  test("reading again changes nothing: the same facts under the same ids", async () => {
    const before = await loadFacts(made.world.database, made.owner);
    await refresh(made.world, made.owner);
    expect(await loadFacts(made.world.database, made.owner)).toEqual(before);
  });

  test("what the owner refused never comes back, under whatever message it stands", async () => {
    const topic = (await factsAbout(made, "priya@acme.example")).find(({ kind }) => kind === "topic")!;
    expect(await settleFact(made.world, made.owner, topic.factId, "refused")).toBe("done");
    await refresh(made.world, made.owner);
    expect(lines(await factsAbout(made, "priya@acme.example")).filter((line) => line.startsWith("topic"))).toEqual([]);
  });

  test("R37, R39: a promise kept is done by one tap, stays done, and is something that the owner gave", async () => {
    const promise = (await factsAbout(made, "priya@acme.example")).find(({ kind }) => kind === "promise")!;
    expect(await settleFact(made.world, made.owner, promise.factId, "done")).toBe("done");
    await refresh(made.world, made.owner);
    const kept = (await factsAbout(made, "priya@acme.example")).find(({ kind }) => kind === "promise")!;
    expect(kept).toMatchObject({ factId: promise.factId, state: "done" });
    const entries = (await loadLedger(made.world.database, made.owner)).get(kept.contactId);
    expect(entries).toMatchObject([{ kind: "gave", about: "help", source: { kind: "owner", id: promise.factId } }]);
  });

  test("what the owner adds stands beside it, with the day that it names, and outlives every reading", async () => {
    const id = await contactOf(made, "priya@acme.example");
    const told = { kind: "promise", text: "introduce her to Nadia by Wednesday" } as const;
    expect(await tellFact(made.world, made.owner, id, told)).toBe("done");
    await refresh(made.world, made.owner);
    expect(lines(await factsAbout(made, "priya@acme.example"))).toContain(
      "promise, owner: introduce her to Nadia by Wednesday (2026-11-25)",
    );
    expect(await tellFact(made.world, made.owner, made.world.ids.next<ContactId>(), told)).toBe("unknown");
  });

  test("retention: after 90 days what was read is gone; of the refused a digest is left, of the owner's word all", async () => {
    made.clock.set("2027-03-01T09:00:00.000Z" as Instant);
    const { erased } = await eraseOwnersKeptText(made.world, made.owner);
    expect(erased).toBeGreaterThan(6);
    expect(lines(await factsAbout(made, "priya@acme.example"))).toEqual([
      "promise, owner: introduce her to Nadia by Wednesday (2026-11-25)",
    ]);
    const refused = await made.world.database
      .selectFrom("fact")
      .select(["text", "quote"])
      .where("owner_id", "=", made.owner)
      .where("state", "=", "refused")
      .execute();
    expect(refused).toHaveLength(1);
    expect(refused[0]!.text).toMatch(/^[0-9a-f]{64}$/);
    expect(refused[0]!.quote).toMatch(/^[0-9a-f]{64}$/);
  });
});

test("R13: a new job that somebody writes of is a follow-up", async () => {
  const news = { ...mails[0]!, body: "Hi Mara,\n\nI just started as Head of Data at Globex.\n\nPriya" };
  const reply = {
    ...mails[1]!,
    on: "Mon, 16 Nov 2026 08:00:00 +0100",
    answers: "older",
    body: "See you soon.\n\nMara",
  };
  const made = await imported({ "mail.mbox": mbox([reply, { ...news, on: "Sat, 21 Nov 2026 09:00:00 +0100" }]) });
  expect(lines(await factsAbout(made, "priya@acme.example"))).toEqual(["job, person: Head of Data at Globex"]);
  const kinds = await made.world.database
    .selectFrom("follow_up")
    .select(["kind", "state"])
    .where("owner_id", "=", made.owner)
    .where("kind", "=", "role_change")
    .execute();
  // In hand once its letter is drafted.
  expect(kinds.map(({ kind }) => kind)).toEqual(["role_change"]);
  expect(["due", "in_hand"]).toContain(kinds[0]?.state);
});

describe("R3: a blank asks the owner one question", () => {
  const event = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//test//EN",
    "X-WR-CALNAME:me@home.example",
    "BEGIN:VEVENT",
    "UID:drinks@example",
    "DTSTAMP:20261114T090000Z",
    "SUMMARY:SaaStr Paris — drinks",
    "LOCATION:Station F",
    "DTSTART;TZID=Europe/Paris:20261122T131500",
    "DTEND;TZID=Europe/Paris:20261122T140000",
    "ORGANIZER:mailto:me@home.example",
    "ATTENDEE;CN=Mara Lind;PARTSTAT=ACCEPTED:mailto:me@home.example",
    'ATTENDEE;CN="Priya Nair";PARTSTAT=ACCEPTED:mailto:priya@acme.example',
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");

  const draft = ({ world, owner }: TestWorld) =>
    world.database
      .selectFrom("draft")
      .select(["body", "question"])
      .where("owner_id", "=", owner)
      .where("state", "=", "proposed")
      .execute();

  test("where is known, why is not: one question, the event's title and the first subject to tap; answered, the letter completes at once", async () => {
    const hello = { ...mails[0]!, on: "Sun, 22 Nov 2026 16:00:00 +0100", subject: "Branch data", body: "Well met!" };
    const made = await imported({ "home.ics": event, "mail.mbox": mbox([hello]) });
    const id = await contactOf(made, "priya@acme.example");
    const met = await made.world.database
      .selectFrom("contact")
      .select(["met_where", "met_why"])
      .where("owner_id", "=", made.owner)
      .where("contact_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(met).toEqual({ met_where: "SaaStr Paris drinks, Station F", met_why: null });
    const waiting = await draft(made);
    expect(waiting.filter(({ question }) => question !== null)).toHaveLength(1);
    expect((await readWhyGuesses(made.world.database, made.owner, [id])).get(id)).toEqual([
      "SaaStr Paris — drinks",
      "Branch data",
    ]);
    expect(await answerWhy(made.world, made.owner, id, { why: "hiring analysts" })).toBe("done");
    const ready = await draft(made);
    expect(ready.map(({ question }) => question)).toEqual(waiting.map(() => null));
    expect(ready.some(({ body }) => body.includes("hiring analysts"))).toBe(true);
  });

  test("what was read answers it before it is asked", async () => {
    const hello = { ...mails[0]!, on: "Sun, 22 Nov 2026 16:00:00 +0100" };
    const made = await imported({ "home.ics": event, "mail.mbox": mbox([hello]) });
    const drafts = await draft(made);
    expect(drafts.map(({ question }) => question).filter((question) => question !== null)).toEqual([]);
    expect(drafts.some(({ body }) => body.includes("hiring analysts"))).toBe(true);
  });
});
