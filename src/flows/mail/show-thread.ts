/**
 * A thread with a person as Rapport reads it: what each message says anew, what it quotes and how it is signed, what kind
 * of message it is, and what it means for the times it answers. The new text is kept; quotes and signatures are read from
 * the files when they are wanted, and of nothing that is not kept any more.
 */
import type { ContactId, MessageId, OwnerId } from "../../domain/ids.ts";
import { kindOf, type MessageKind } from "../../domain/mail/kind.ts";
import { isLanguage, type Language, languageIn } from "../../domain/mail/language.ts";
import type { Address, Correspondent, MessageText } from "../../domain/mail/message.ts";
import { newTextOf, type TrimmedText } from "../../domain/mail/new-text.ts";
import { type Segment, segmentsOf } from "../../domain/mail/segments.ts";
import type { ReplyMeaning } from "../../domain/reply/meaning.ts";
import type { ReadingCorrection } from "../../domain/reply/reading-correction.ts";
import { isAboutMeeting } from "../../domain/reply/scheduling.ts";
import { handedTo, weighedBy, writerOf } from "../../domain/reply/writer.ts";
import { after, type Instant, type Zone } from "../../domain/time.ts";
import { loadContacts } from "../../store/contacts.ts";
import { ownerAddresses, ownerName } from "../../store/owners.ts";
import { type OfferWritten, readOffers, readThread, type ThreadMessage } from "../../store/read/threads.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { offersBefore, readText } from "../plan/read-letters.ts";
import { retentionOf } from "../privacy/retention.ts";
import type { World } from "../world.ts";
import { textsAt } from "./texts-at.ts";

export type TextShown =
  /** Read from the file, from top to bottom. */
  | { state: "whole"; segments: readonly Segment[] }
  /** The file is gone: only what was kept of the new text. */
  | { state: "kept"; segments: readonly Segment[] }
  | { state: "none"; because: NoText };

export type NoText =
  /** Texts are read of people whom the owner deals with, and never of lists or letters to many (S1). */
  | "not_qualified"
  /** Only the newest few with each person are read. */
  | "not_read"
  /** Kept for a while, and erased since. */
  | "erased"
  /** It was to be read, and the file was gone or changed. */
  | "not_found";

export type MeaningShown = {
  meaning: ReplyMeaning;
  /** The letter whose times it was read against; absent when it answers a letter that offered none. */
  offeredAt: Instant | undefined;
};

export type MessageShown = {
  messageId: MessageId;
  sentAt: Instant | undefined;
  from: Correspondent;
  to: readonly Correspondent[];
  subject: string;
  byOwner: boolean;
  text: TextShown;
  /** What it is, by its text or by its headers alone; absent for the owner's own. */
  kind: { read: MessageKind; from: "text" | "headers" } | undefined;
  /** Of an answer to something that the owner wrote about meeting. */
  meaning: MeaningShown | undefined;
  said: ReadingCorrection;
};

/** Oldest first; undefined when there is no such thread with the person. Ends early with the signal's reason. */
export async function showThread(
  world: World,
  owner: OwnerId,
  { contact, message }: { contact: ContactId; message: MessageId },
  signal: AbortSignal,
): Promise<MessageShown[] | undefined> {
  const thread = await readThread(world.database, owner, contact, message);
  if (thread.length === 0) return undefined;
  const texts = await textsOf(
    world,
    owner,
    thread.filter((one) => isKept(one, world.clock.now())),
    signal,
  );
  const offers = (await readOffers(world.database, owner, [contact])).get(contact) ?? [];
  const zone = await ownerZone(world, owner);
  const between = await peopleOf(world, owner, contact);
  const names = { asked: between.person.name, owner: await ownerName(world.database, owner) };
  const { textDays } = await retentionOf(world, owner);
  const now = world.clock.now();
  const seen: Seen[] = [];
  const delegates: Address[] = [];
  return thread.map((one) => {
    const text = texts.get(one.messageId);
    const parts = partsOf(one, text, now);
    const kind = one.byOwner ? undefined : kindRead(one, text, parts);
    const read = kind && meaningRead({ message: one, parts, kind: kind.read }, { seen, offers, zone, names });
    const isForged = one.headers.signals.dmarcFailed === true;
    const writer = writerOf({ ...one.headers.from, isForged }, { ...between, delegates });
    if (read !== undefined && writer.kind === "person")
      delegates.push(...handedTo(read.meaning, addressesOn(one), between));
    const meant = read && weighedBy(writer, read.meaning);
    const meaning = read && meant && { ...read, meaning: meant };
    seen.push({ message: one, parts });
    return {
      messageId: one.messageId,
      sentAt: one.headers.sentAt,
      from: one.headers.from,
      to: one.headers.to,
      subject: one.headers.subject,
      byOwner: one.byOwner,
      text:
        parts === undefined
          ? { state: "none", because: whyNone(one, { now, textDays }) }
          : { state: text === undefined ? "kept" : "whole", segments: segmentsOf(parts) },
      kind,
      meaning,
      said: one.said,
    };
  });
}

/** The owner and the person of a thread, by their addresses. */
async function peopleOf({ database }: World, owner: OwnerId, contact: ContactId) {
  const [person] = await loadContacts(database, owner, contact);
  return {
    owner: ownAddressesOf({ addresses: await ownerAddresses(database, owner) }),
    person: { addresses: person?.addresses ?? [], name: person?.name },
  };
}

const addressesOn = ({ headers: { to, cc } }: ThreadMessage): Address[] => [...to, ...cc].map(({ address }) => address);

type Names = { asked: string | undefined; owner: string | undefined };
type Seen = { message: ThreadMessage; parts: TrimmedText | undefined };

const isKept = ({ textKept, textKeptUntil }: ThreadMessage, now: Instant): boolean =>
  textKept !== undefined && textKeptUntil !== undefined && textKeptUntil > now;

/** The texts of messages, whole, where they lie; the owner waits for them. */
async function textsOf(
  world: World,
  owner: OwnerId,
  wanted: readonly ThreadMessage[],
  signal: AbortSignal,
): Promise<Map<MessageId, MessageText>> {
  const placed = wanted.flatMap(({ messageId, place }) => (place === undefined ? [] : [{ thing: messageId, place }]));
  const found = new Map<MessageId, MessageText>();
  for await (const { thing, text } of textsAt(world, owner, placed, { signal, isInteractive: true }))
    if (text !== undefined) found.set(thing, text);
  return found;
}

function partsOf(message: ThreadMessage, text: MessageText | undefined, now: Instant): TrimmedText | undefined {
  if (text !== undefined) return newTextOf(text);
  return isKept(message, now) ? newTextOf(message.textKept ?? "") : undefined;
}

function whyNone(
  { qualifies, textReadAt }: ThreadMessage,
  { now, textDays }: { now: Instant; textDays: number },
): NoText {
  if (!qualifies) return "not_qualified";
  if (textReadAt === undefined) return "not_read";
  return after(textReadAt, { days: textDays }) <= now ? "erased" : "not_found";
}

const noText: MessageText = { calendars: [], cards: [], attachments: [] };

function kindRead(
  { headers, textKept, sender }: ThreadMessage,
  text: MessageText | undefined,
  parts: TrimmedText | undefined,
): MessageShown["kind"] {
  if (parts === undefined) return { read: kindOf(headers, noText), from: "headers" };
  const read = kindOf(headers, text ?? { ...noText, plain: textKept ?? "" }, parts);
  return { read: read.kind === "person" ? surer(read, sender) : read, from: "text" };
}

/** One letter alone shows little of its writer; that they and the owner answer each other shows more. */
const surer = (read: MessageKind, sender: ThreadMessage["sender"]): MessageKind =>
  sender?.verdict === "person" && sender.score > read.confidence
    ? { ...read, confidence: sender.score, because: sender.because }
    : read;

/** Only a person's answer means anything for times: by the owner's word, or by the reading. */
function meaningRead(
  { message, parts, kind }: Seen & { kind: MessageKind },
  thread: { seen: readonly Seen[]; offers: readonly OfferWritten[]; zone: Zone; names: Names },
): MeaningShown | undefined {
  const { sentAt } = message.headers;
  const { seen, offers, zone, names } = thread;
  if (parts === undefined || sentAt === undefined || (message.said.kind ?? kind.kind) !== "person") return undefined;
  const asked = seen.findLast((earlier) => earlier.message.byOwner);
  const made = offersBefore(offers, sentAt);
  if (made.length === 0 && (asked === undefined || !mayAsk(asked, zone))) return undefined;
  const language = languageOf(made[0]?.locale, asked?.parts);
  return {
    meaning: readText(parts, { offers: made, zone, at: sentAt, ...names, language }),
    offeredAt: made[0]?.writtenAt,
  };
}

/** A letter whose text is not at hand may have asked. */
function mayAsk({ message, parts }: Seen, zone: Zone): boolean {
  const { sentAt } = message.headers;
  if (parts === undefined || sentAt === undefined) return true;
  return isAboutMeeting(parts, { language: languageOf(undefined, parts), zone, writtenAt: sentAt });
}

const languageOf = (locale: string | undefined, parts: TrimmedText | undefined): Language =>
  isLanguage(locale) ? locale : ((parts && languageIn(parts.newText.text)) ?? "en");
