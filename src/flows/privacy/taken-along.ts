/** The files of an export of everything, each written page by page when its turn comes: what is in memory is one page. */
import { calendarClosing, calendarOpening, meetingText } from "../../domain/booking/ics-text.ts";
import { writeVcard } from "../../domain/contact/vcard.ts";
import { type CsvCell, csvLine } from "../../domain/csv.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { mboxEntry } from "../../domain/mail/mbox-entry.ts";
import { dataFile, fieldName, isTakenAlong, tablesLeftOut } from "../../domain/privacy/taken-along.ts";
import type { Instant } from "../../domain/time.ts";
import type { ArchivedFile } from "../../integrations/outbox.ts";
import { countRows, type OwnedTable, ownedTables, type Row, readRows } from "../../store/owned-tables.ts";
import { ownerAddresses, ownerName } from "../../store/owners.ts";
import {
  bookingsToTake,
  countTaken,
  lettersToTake,
  meetingsToTake,
  type PageBehind,
  type PersonTaken,
  peopleToTake,
} from "../../store/read/taken-along.ts";
import { startKeyName } from "../../store/sessions.ts";
import { cardOf } from "../day/write-card.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import type { World } from "../world.ts";

const pageRows = 1_000;
/** They are put together from all that happened, which costs the same for one page as for many rows. */
const meetingRows = 20_000;

/** Told after each page: which file, and how many rows of it were written now. What it throws ends the writing. */
export type TellRows = (part: string, rows: number) => Promise<void>;

export type TakenAlong = {
  files: readonly ArchivedFile[];
  /** About how many rows they hold together. */
  rowsTotal: number;
};

type Desk = { world: World; owner: OwnerId; now: Instant; tell: TellRows };

export async function takenAlong(world: World, owner: OwnerId, tell: TellRows): Promise<TakenAlong> {
  const desk = { world, owner, now: world.clock.now(), tell };
  const tables = (await ownedTables(world.database)).filter(({ name }) => !Object.hasOwn(tablesLeftOut, name));
  const taken = await countTaken(world.database, owner);
  let rowsTotal = 2 * taken.people + taken.meetings + taken.letters;
  for (const table of tables) rowsTotal += await countRows(world.database, owner, table);
  const content = {
    "people.csv": peopleCsv(desk),
    "people.vcf": peopleCards(desk),
    "meetings-booked.ics": meetingsBooked(desk),
    "meetings-held.ics": meetingsHeld(desk),
    "letters-sent.mbox": lettersSent(desk),
    ...Object.fromEntries(tables.map((table) => [dataFile(table.name), tableJson(desk, table)])),
  };
  const files = Object.entries(content).map(([path, write]) => ({ path, changedAt: desk.now, content: write }));
  return { files: [aboutFile(desk, files), ...files], rowsTotal };
}

type Content = ArchivedFile["content"];

function aboutFile({ now }: Desk, files: readonly ArchivedFile[]): ArchivedFile {
  const about = { format: "rapport-export", version: 1, madeAt: now, files: files.map(({ path }) => path) };
  return {
    path: "about.json",
    changedAt: now,
    async *content() {
      yield `${JSON.stringify(about, undefined, 1)}\n`;
    },
  };
}

/** A list with one object a line. */
const tableJson = (desk: Desk, table: OwnedTable): Content =>
  async function* () {
    const { world, owner } = desk;
    const columns = table.columns.filter((column) => isTakenAlong(column) || isKey(table, column));
    const read = (page: PageBehind<Row>) => readRows(world.database, owner, { ...table, columns }, page);
    let separator = "[\n";
    for await (const rows of pages(desk, dataFile(table.name), read, (row) => row)) {
      let text = "";
      for (const row of rows) {
        if (table.name === "setting" && row.name === startKeyName) continue;
        text += `${separator}${JSON.stringify(fieldsOf(row))}`;
        separator = ",\n";
      }
      yield text;
    }
    yield separator === "[\n" ? "[]\n" : "\n]\n";
  };

const isKey = ({ key }: OwnedTable, column: string): boolean => key.some((part) => part.column === column);

/** Bytes as hexadecimal digits; a column that is only read for its place in the order is left out. */
export const fieldsOf = (row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => isTakenAlong(column))
      .map(([column, value]) => [fieldName(column), Buffer.isBuffer(value) ? value.toString("hex") : value]),
  );

const peopleCsv = (desk: Desk): Content =>
  async function* () {
    yield csvLine(peopleHeads);
    for await (const people of peoplePages(desk, "people.csv"))
      yield people.map((person) => csvLine(personCells(person))).join("");
  };

const peopleHeads = [
  ...["Name", "E-mail", "Telephone", "Company", "Title", "Place", "Kind", "Purpose"],
  ...["Met on", "Met where", "Why", "Last touch", "Last conversation", "Last met", "Links", "Id"],
];

function personCells(person: PersonTaken): CsvCell[] {
  const { addresses, phones, links } = cardOf(person);
  const { name, company, title, place, class: kind, purpose, metOn, metWhere, metWhy, contactId } = person;
  const last = [person.lastTouchAt, person.lastConversationAt, person.lastMetAt];
  const many = (values: readonly string[]) => values.join("; ");
  return [
    ...[name, many(addresses), many(phones), company, title, place, kind, purpose],
    ...[metOn, metWhere, metWhy, ...last, many(links), contactId],
  ];
}

const peopleCards = (desk: Desk): Content =>
  async function* () {
    for await (const people of peoplePages(desk, "people.vcf"))
      yield people.map((person) => writeVcard(cardOf(person))).join("");
  };

const peoplePages = (desk: Desk, part: string) =>
  pages(
    desk,
    part,
    (page: PageBehind<PersonTaken["contactId"]>) => peopleToTake(desk.world.database, desk.owner, page),
    ({ contactId }) => contactId,
  );

const meetingsBooked = (desk: Desk): Content =>
  async function* () {
    const { world, owner } = desk;
    const organiser = await ownerOnLetters(desk);
    const read = (page: PageBehind<Awaited<ReturnType<typeof bookingsToTake>>[number]["bookingId"]>) =>
      bookingsToTake(world.database, owner, page);
    yield calendarOpening("PUBLISH");
    for await (const bookings of pages(desk, "meetings-booked.ics", read, ({ bookingId }) => bookingId))
      for (const { eventKey, generation, state, startsAt, endsAt, changedAt, body } of bookings) {
        const { title, place, link, guests } = body;
        const isCancelled = state === "cancelled";
        yield meetingText(
          {
            ...{
              uid: eventKey,
              sequence: generation,
              stampedAt: changedAt,
              startsAt,
              endsAt,
              title,
              guests,
              isCancelled,
            },
            ...(organiser !== undefined && { organiser }),
            ...(place !== undefined && { place }),
            ...(link !== undefined && { link }),
          },
          "own_copy",
        );
      }
    yield calendarClosing;
  };

const meetingsHeld = (desk: Desk): Content =>
  async function* () {
    const { world, owner, now } = desk;
    const read = (page: PageBehind<string>) => meetingsToTake(world.database, owner, page);
    yield calendarOpening("PUBLISH");
    for await (const meetings of pages(desk, "meetings-held.ics", read, ({ sourceId }) => sourceId, meetingRows))
      for (const { sourceId, startsAt, endsAt, title, place, people } of meetings)
        yield meetingText(
          {
            ...{ uid: sourceId, sequence: 0, stampedAt: now, startsAt, endsAt, guests: [], isCancelled: false },
            title: title ?? people.join(", "),
            ...(place !== undefined && { place }),
          },
          "own_copy",
        );
    yield calendarClosing;
  };

const lettersSent = (desk: Desk): Content =>
  async function* () {
    const { world, owner } = desk;
    const self = await ownerOnLetters(desk);
    const read = (page: PageBehind<Awaited<ReturnType<typeof lettersToTake>>[number]["draftId"]>) =>
      lettersToTake(world.database, owner, page);
    for await (const letters of pages(desk, "letters-sent.mbox", read, ({ draftId }) => draftId))
      for (const { draftId, from, to, subject, body, sentAt } of letters) {
        const address = from ?? self?.address ?? "me@rapport.invalid";
        const bytes = await world.letterBytes({
          messageId: `${draftId}@rapport.invalid`,
          writtenAt: sentAt,
          from: { ...self, address },
          to: to.map((one) => ({ address: one })),
          subject,
          text: body,
          references: [],
        });
        yield Buffer.from(mboxEntry(bytes.toString("latin1"), { from: address, at: sentAt }), "latin1");
      }
  };

async function ownerOnLetters({ world, owner }: Desk): Promise<{ address: string; name?: string } | undefined> {
  const [address] = ownAddressesOf({ addresses: await ownerAddresses(world.database, owner) });
  const name = await ownerName(world.database, owner);
  return address === undefined ? undefined : { address, ...(name !== undefined && { name }) };
}

/** Each page behind the last row of the one before, so that the last costs what the first does. */
async function* pages<Item, Key>(
  { tell }: Desk,
  part: string,
  read: (page: PageBehind<Key>) => Promise<Item[]>,
  keyOf: (item: Item) => Key,
  max = pageRows,
): AsyncGenerator<Item[]> {
  await tell(part, 0);
  let behind: Key | undefined;
  for (;;) {
    const page = await read({ behind, max });
    if (page.length > 0) yield page;
    await tell(part, page.length);
    if (page.length < max) return;
    behind = keyOf(page.at(-1)!);
  }
}
