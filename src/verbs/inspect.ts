/** `rapport inspect FILE`: what Rapport reads out of a message, an event or a card. Stores nothing. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Because } from "../domain/because.ts";
import type { Correspondent } from "../domain/mail/message.ts";
import type { EventTime } from "../domain/meeting/event.ts";
import type { Zone } from "../domain/time.ts";
import {
  type Inspected,
  type InspectedEvent,
  type InspectedMessage,
  inspectFile,
} from "../flows/imports/inspect-file.ts";
import { type OfferFile, readOfferFile } from "../flows/imports/read-offer-file.ts";
import { plain, sayBytes, sayDate, sayMoment } from "./say.ts";
import { printJson, readOwnersArgs, UsageError, wholeNumber } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Shows what Rapport reads out of one message, event or card.";

const itemsUsual = 1;
const itemsMax = 1_000;
const firstMax = 100_000_000;

const usage = `rapport inspect FILE  ${about}

FILE is a message (.eml), a mailbox, a calendar (.ics), cards (.vcf), a list (.csv) or a zip of those. Nothing is stored.

  --nth N     begins with the N-th item of the file (1)
  --count N   shows so many (${itemsUsual})
  --offer F   reads the message as a reply to the offer in F (JSON: slots [{startsAt, endsAt}], zone, language, writtenAt;
              docs/json.md has an example)
  --json      one line: {items: [{kind: "message" | "event" | "card", …}], hasMore, skipped}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, {
    nth: { type: "string" },
    count: { type: "string" },
    offer: { type: "string" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError(usage);
  const path = resolve(named);
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const first = wholeNumber("--nth", values.nth, 1, [1, firstMax]);
  const max = wholeNumber("--count", values.count, itemsUsual, [1, itemsMax]);
  const isJson = values.json === true;
  const offer = values.offer === undefined ? undefined : offerIn(values.offer);
  return withOwner("inspect", values, async ({ world, zone }) => {
    const wanted = { first, max, now: world.clock.now(), zone, ...(offer !== undefined && { offer }) };
    const inspection = await inspectFile(world, path, wanted, new AbortController().signal);
    const { items, hasMore, skipped } = inspection;
    if (isJson) printJson({ zone, ...inspection });
    else {
      if (items.length === 0) console.log("Nothing to read was found.");
      for (const [index, item] of items.entries())
        console.log([`#${first + index} ${item.kind}`, ...linesOf(item, zone), ""].join("\n"));
      for (const { where, position, message } of skipped)
        console.log(`left out: ${where}${position === undefined ? "" : `, ${position}`}: ${message}`);
      if (hasMore) console.log(`There is more in the file: --nth ${first + items.length}`);
    }
    return items.length === 0 ? 1 : 0;
  });
}

function offerIn(path: string): OfferFile {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  try {
    return readOfferFile(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--offer ${path}: ${error.message}.`);
    throw error;
  }
}

function linesOf(item: Inspected, zone: Zone): string[] {
  switch (item.kind) {
    case "message":
      return messageLines(item, zone);
    case "event":
      return eventLines(item, zone);
    case "card":
      return fields(Object.entries(item.card));
  }
}

function messageLines({ headers, marks, text, is, parts, signature, reading }: InspectedMessage, zone: Zone): string[] {
  const { from, sender, to, cc, bcc, replyTo, deliveredTo, sentAt, signals, references, ...rest } = headers;
  return [
    ...fields([
      ["from", people([from])],
      ["sender", sender && people([sender])],
      ["to", people(to)],
      ["cc", people(cc)],
      ["bcc", people(bcc)],
      ["reply to", people(replyTo)],
      ["delivered to", deliveredTo.join(", ")],
      ["subject", rest.subject],
      ["sent", sentAt === undefined ? "no date that can be read" : sayMoment(sentAt, zone)],
      ["written at", rest.sentOffsetMinutes === undefined ? undefined : offset(rest.sentOffsetMinutes)],
      ["message id", rest.messageId],
      ["answers", rest.inReplyTo],
      ["thread", references.length === 0 ? undefined : `${references.length} messages before it`],
      ["labels", rest.labels.join(", ")],
      ["content", rest.contentType],
      ["signals", Object.keys(signals).length === 0 ? undefined : JSON.stringify(signals)],
      ["marks", marks.length === 0 ? "none of a machine or a list" : marks.map(plain).join(", ")],
    ]),
    ...(text === undefined
      ? ["  Its text could not be found again."]
      : [
          ...fields([
            [
              "attachments",
              text.attachments
                .map(({ name, mediaType, bytes }) => `${name ?? mediaType} (${sayBytes(bytes)})`)
                .join(", "),
            ],
            ["calendars", text.calendars.length === 0 ? undefined : `${text.calendars.length} inside`],
            ["cards", text.cards.length === 0 ? undefined : `${text.cards.length} inside`],
          ]),
        ]),
    ...(parts === undefined
      ? []
      : [
          ...block(`new text (${parts.from}, ${Math.round(parts.confidence * 100)} % sure)`, parts.newText.text),
          ...block("quoted", parts.quoted.text),
          ...block("signature", parts.signature.text),
        ]),
    ...(is === undefined ? [] : judged("it is", is)),
    ...(signature === undefined || signature.because.length === 0
      ? []
      : fields([
          ["signs as", signature.name?.full],
          ["title", signature.title],
          ["company", signature.company],
          ["phones", signature.phones.map(({ number, kind }) => `${number} (${kind})`).join(", ")],
          ["address", signature.postalAddress],
          ["links", signature.links.join(", ")],
        ])),
    ...(reading === undefined ? [] : judged("as a reply", reading)),
  ];
}

/** "as a reply: accept (98 % sure)", its particulars, and each reason. */
function judged(
  title: string,
  { kind, confidence, because, ...rest }: { kind: string; confidence: number; because: readonly Because[] },
): string[] {
  const particulars = Object.entries(rest).filter(([, value]) => value !== undefined);
  return [
    ...fields([
      [title, `${plain(kind)} (${Math.round(confidence * 100)} % sure)`],
      ...particulars.map(([name, value]): [string, string] => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    ]),
    ...because.map(({ text }) => `    - ${text}`),
  ];
}

const people = (ones: readonly Correspondent[]): string =>
  ones.map(({ name, address }) => (name === undefined ? address : `${name} <${address}>`)).join(", ");

/** "UTC+02:00". */
function offset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (count: number) => String(count).padStart(2, "0");
  return `UTC${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const textLinesMax = 60;

function block(title: string, text: string): string[] {
  if (text.trim() === "") return [];
  const lines = text.trim().split("\n");
  const rest = lines.length > textLinesMax ? [`  … ${lines.length - textLinesMax} lines more`] : [];
  return [`  ${title}:`, ...lines.slice(0, textLinesMax).map((line) => `    ${line}`), ...rest];
}

function eventLines({ event, next, unreadable }: InspectedEvent, zone: Zone): string[] {
  const { time, organiser, attendees, recurrence, notes, description, changedAt, ...rest } = event;
  return [
    ...fields([
      ["title", rest.title],
      ["when", whenOf(time, zone)],
      ["place", rest.place],
      ["link", rest.link],
      ["status", `${rest.status}, ${plain(rest.kind)}`],
      ["organiser", organiser && people([organiser])],
      ["people", attendees.map(({ name, address, response }) => `${name ?? address} (${plain(response)})`).join(", ")],
      ["repeats", recurrence?.rules.join("; ")],
      ["except", recurrence?.excluded.join(", ")],
      ["changes", rest.occurrence === undefined ? undefined : `the time of ${rest.occurrence}`],
      ["calendar", rest.calendar],
      ["uid", rest.uid],
      ["changed", changedAt && sayMoment(changedAt, zone)],
      ["unknown", unreadable],
    ]),
    ...notes.map((note) => `  note: ${note}`),
    ...(next.length === 0
      ? ["  It does not take place any more."]
      : ["  Next:", ...next.map(({ time: at }) => `    ${whenOf(at, zone)}`)]),
    ...block("description", description ?? ""),
  ];
}

function whenOf(time: EventTime, zone: Zone): string {
  if (time.kind === "all_day") {
    const last = time.lastDay === time.firstDay ? "" : ` to ${sayDate(time.lastDay)}`;
    return `${sayDate(time.firstDay)}${last}, all day`;
  }
  return `${sayMoment(time.startsAt, zone)} to ${sayMoment(time.endsAt, zone)} (written in ${time.zone})`;
}

/** Those with a value, one a line. */
function fields(pairs: readonly (readonly [name: string, value: unknown])[]): string[] {
  return pairs.flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(", ") : value === undefined ? "" : String(value);
    return text === "" ? [] : [`  ${name.padEnd(13)} ${text}`];
  });
}
