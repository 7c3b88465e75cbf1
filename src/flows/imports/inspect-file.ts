/**
 * What Rapport reads out of export files, thing by thing, before anything is stored: messages with their text, events
 * with the next times that they take place, cards.
 */
import type { Card } from "../../domain/contact/card.ts";
import type { MachineMark } from "../../domain/contact/evidence.ts";
import { kindOf, type MessageKind } from "../../domain/mail/kind.ts";
import { machineMarks } from "../../domain/mail/marks.ts";
import type { MessageHeaders, MessageText } from "../../domain/mail/message.ts";
import { newTextOf, type TrimmedText } from "../../domain/mail/new-text.ts";
import { readSignature, type Signature } from "../../domain/mail/signature.ts";
import type { CalendarEvent } from "../../domain/meeting/event.ts";
import { expandAll, type TimeTaken } from "../../domain/meeting/expand-all.ts";
import { type ReplyMeaning, readReply } from "../../domain/reply/meaning.ts";
import type { Skipped } from "../../domain/skipped.ts";
import { after, type Instant, type Zone } from "../../domain/time.ts";
import type { World } from "../world.ts";
import type { OfferFile } from "./read-offer-file.ts";

export type InspectedMessage = {
  kind: "message";
  headers: MessageHeaders;
  /** What in the headers speaks of a machine or a list. */
  marks: MachineMark[];
  text: MessageText | undefined;
  /** What it is: a bounce, a complaint, an automatic reply, a list's, a calendar's, a person's. */
  is: MessageKind | undefined;
  /** The text told apart: what the writer wrote anew, what is quoted, the signature. */
  parts: TrimmedText | undefined;
  signature: Signature | undefined;
  /** What it means for the offer, when one was given. */
  reading: ReplyMeaning | undefined;
};

export type InspectedEvent = {
  kind: "event";
  event: CalendarEvent;
  /** The next few times that it takes place. */
  next: TimeTaken[];
  /** Said when its rule could not be followed. */
  unreadable: string | undefined;
};

export type Inspected = InspectedMessage | InspectedEvent | { kind: "card"; card: Card };

export type Inspection = { items: Inspected[]; hasMore: boolean; skipped: Skipped[] };

/** Series are followed this far ahead for their next times. */
const aheadDays = 400;
const nextMax = 5;

/** The items from the `first` on (1 is the file's first), at most `max`; reading stops as soon as they are found. */
export async function inspectFile(
  { archive }: Pick<World, "archive">,
  path: string,
  wanted: { first: number; max: number; now: Instant; zone: Zone; offer?: OfferFile },
  signal: AbortSignal,
): Promise<Inspection> {
  const { first, max, now, zone } = wanted;
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  let seen = 0;
  let hasMore = false;
  for await (const batch of archive.read(path, { signal })) {
    skipped.push(...batch.skipped);
    const things: Found[] = [
      ...batch.messages.map((message): Found => ({ kind: "message", ...message })),
      ...eventsOf(batch.events, now, zone),
      ...batch.cards.map((card): Found => ({ kind: "card", card })),
    ];
    for (const thing of things) {
      seen += 1;
      if (seen < first) continue;
      if (found.length < max) found.push(thing);
      else hasMore = true;
    }
    if (hasMore) break;
  }
  return { items: await withTexts(archive, path, found, wanted, signal), hasMore, skipped };
}

type Found = { kind: "message"; ref: string; headers: MessageHeaders } | InspectedEvent | { kind: "card"; card: Card };

async function withTexts(
  archive: World["archive"],
  path: string,
  found: readonly Found[],
  { now, offer }: { now: Instant; offer?: OfferFile },
  signal: AbortSignal,
): Promise<Inspected[]> {
  const refs = found.flatMap((one) => (one.kind === "message" ? [one.ref] : []));
  const texts = new Map<string, MessageText | undefined>();
  for await (const { ref, text } of archive.texts(path, refs, signal)) texts.set(ref, text);
  return found.map((one) => {
    if (one.kind !== "message") return one;
    const { headers } = one;
    const text = texts.get(one.ref);
    const parts = text && newTextOf(text);
    return {
      kind: "message",
      headers,
      marks: machineMarks(headers),
      text,
      is: text && kindOf(headers, text, parts),
      parts,
      signature: parts && readSignature(parts, headers.from),
      reading: offer && parts && readReply(parts, { writtenAt: headers.sentAt ?? now, ...offer }),
    };
  });
}

/** Changed occurrences stand as events of their own; the series leaves their times to them. */
function eventsOf(events: readonly CalendarEvent[], now: Instant, zone: Zone): InspectedEvent[] {
  const numbered = events.map((event, index) => ({ eventId: String(index), event }));
  const window = { from: now, to: after(now, { days: aheadDays }) };
  const expanded = new Map(expandAll(numbered, window, zone).map((one) => [one.eventId, one]));
  return numbered.map(({ eventId, event }) => {
    const times = expanded.get(eventId);
    return {
      kind: "event",
      event,
      next: (times?.times ?? []).slice(0, nextMax),
      unreadable: times?.unreadable?.note,
    };
  });
}
