/**
 * An owner in Paris who lives with the product: files of a few lines that they import, time that passes, and what they then
 * see. For tests that go from an imported file to the visible item.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { ContactId, DraftId } from "../../src/domain/ids.ts";
import { type Instant, instantAt, type PlainDate } from "../../src/domain/time.ts";
import { type Day, openDay } from "../../src/flows/day/open-day.ts";
import { followUp } from "../../src/flows/follow-up.ts";
import { lookAtDue } from "../../src/flows/look-at-due.ts";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { calendarText, eventText } from "./calendar-file.ts";
import { importAll } from "./imports.ts";
import { type Letter, layOutLetters, me } from "./letters.ts";
import type { TestDatabase } from "./postgres.ts";
import { type TestWorld, temporaryFolder } from "./world.ts";
import { paris, seedOwner, worldOn } from "./world-on.ts";

/** "2026-11-16 14:00" by the clock of Paris; midnight when no hour is said. */
export const inParis = (text: string): Instant => {
  const [day = "", clock = "0:00"] = text.split(" ");
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return instantAt(paris, day as PlainDate, hours * 60 + minutes);
};

export type Meeting = {
  title?: string;
  place?: string;
  /** As `inParis` reads it. */
  from: string;
  minutes?: number;
  /** "Priya Nair <priya@acme.example>": each accepted, as the owner did. */
  with?: readonly string[];
};

export function meeting({ title = "Coffee", place = "Café Moka", from, minutes = 45, with: guests = [] }: Meeting) {
  const [day = "", clock = "0:00"] = from.split(" ");
  const start = `${day.replaceAll("-", "")}T${clock.replace(":", "").padStart(4, "0")}00`;
  const people = ["Mara Lind <me@home.example>", ...guests].map((text) => {
    const [, name = "", address = ""] = /^(.*) <(.*)>$/.exec(text) ?? [];
    return `ATTENDEE;CN="${name}";PARTSTAT=ACCEPTED:mailto:${address}`;
  });
  return eventText(`${title}-${start}-${guests[0] ?? "own"}`.replace(/\W+/g, "-"), [
    `SUMMARY:${title}`,
    ...(place === "" ? [] : [`LOCATION:${place}`]),
    `DTSTART;TZID=Europe/Paris:${start}`,
    `DURATION:PT${minutes}M`,
    ...(guests.length === 0 ? [] : [`ORGANIZER:mailto:${me}`, ...people]),
  ]);
}

/** Something of the owner's own early on each of these days, so that the calendar is alive on the days after them. */
export const ownTime = (...days: readonly string[]): string[] =>
  days.map((day) => meeting({ title: "Desk", place: "", from: `${day} 07:00`, minutes: 30 }));

export type Files = {
  events?: readonly string[];
  letters?: readonly Letter[];
  /** The lines of one vCard each, between BEGIN and END. */
  cards?: readonly (readonly string[])[];
  /** Rows of a list of connections: first name, last name, link, address, company, position, day. */
  connections?: readonly string[];
};

let folders = 0;

/** One import of everything given, and all that follows from it. */
export async function bring({ world, owner, folder }: TestWorld, files: Files): Promise<void> {
  folders += 1;
  const path = join(folder, `files-${folders}`);
  mkdirSync(path, { recursive: true });
  const { events, letters, cards, connections } = files;
  if (events !== undefined) writeFileSync(join(path, "home.ics"), calendarText(events));
  if (letters !== undefined) layOutLetters(path, letters);
  if (cards !== undefined) writeFileSync(join(path, "contacts.vcf"), cards.map(cardText).join(""));
  if (connections !== undefined)
    writeFileSync(join(path, "Connections.csv"), [connectionsHead, ...connections, ""].join("\n"));
  await importAll(world, owner, path);
}

const connectionsHead = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
const cardText = (lines: readonly string[]) =>
  `${["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD"].join("\r\n")}\r\n`;

/** Another owner of the same database, who knows nobody but from these files. */
export async function livedWith(database: TestDatabase, now: string, files: Files): Promise<TestWorld> {
  const folder = temporaryFolder();
  const built = worldOn(database.db, { startsAt: inParis(now), folder, reader: "in_test" });
  const made = { ...built, database, owner: await seedOwner(built.world), folder };
  await sayOwnerAddresses(made.world, made.owner, [me]);
  await bring(made, files);
  return made;
}

/** Time passes, and what is due then is decided and written, as the timer does. */
export async function passes({ world, owner, clock }: TestWorld, until: string): Promise<void> {
  clock.set(inParis(until));
  await followUp(world, owner);
}

export async function contactCalled({ world, owner }: TestWorld, name: string): Promise<ContactId> {
  const row = await world.database
    .selectFrom("contact")
    .select("contact_id")
    .where("owner_id", "=", owner)
    .where("name", "=", name)
    // Whoever is on a list alone comes after the one of that name who was met.
    .orderBy("class")
    .executeTakeFirstOrThrow();
  return row.contact_id;
}

/** What stands on the review page and in `rapport due`, most pressing first. */
export const due = ({ world, owner }: TestWorld) =>
  lookAtDue(world, owner, { now: world.clock.now(), because: "clock" });

/** "Priya Nair: thank_you" for each line that is due. */
export const dueLines = async (made: TestWorld): Promise<string[]> =>
  (await due(made)).due.map(({ name, kind }) => `${name}: ${kind}`);

/** The page Today. */
export const today = ({ world, owner }: TestWorld): Promise<Day> =>
  openDay(world, owner, { now: world.clock.now(), because: "clock" });

/** Everything there is to do today, what is put off included. */
export const itemsToday = async (made: TestWorld) => {
  const { sitting } = await today(made);
  return [...sitting.offered, ...sitting.waiting];
};

/** The drafts that wait, as they are stored, by the name of whom they go to. */
export const proposedDrafts = ({ world, owner }: TestWorld) =>
  world.database
    .selectFrom("draft")
    .innerJoin("contact", (join) =>
      join.onRef("contact.owner_id", "=", "draft.owner_id").onRef("contact.contact_id", "=", "draft.contact_id"),
    )
    .selectAll("draft")
    .select("contact.name")
    .where("draft.owner_id", "=", owner)
    .where("draft.state", "=", "proposed")
    .orderBy("contact.name")
    .execute();

/** The letters that wait, with the rules that found something and the times that they offer. */
export async function letters(made: TestWorld) {
  const rows = await proposedDrafts(made);
  return rows.map((row) => ({
    ...row,
    draftId: row.draft_id as DraftId,
    rules: (row.lint as { rule: string }[]).map(({ rule }) => rule),
    times: ((row.offer as { times?: { startsAt: Instant; endsAt: Instant }[] } | null)?.times ?? []) as readonly {
      startsAt: Instant;
      endsAt: Instant;
    }[],
  }));
}

/** The one letter that waits for this person. */
export async function letterTo(made: TestWorld, name: string) {
  const theirs = (await letters(made)).filter((one) => one.name === name);
  expect(
    theirs.map(({ kind }) => kind),
    `letters to ${name}`,
  ).toHaveLength(1);
  return theirs[0]!;
}

/** The owner says "I sent it". */
export async function send(made: TestWorld, name: string): Promise<void> {
  const { draftId } = await letterTo(made, name);
  expect(await recordSent(made.world, made.owner, { draftId, mode: "email" })).toBe("recorded");
}
