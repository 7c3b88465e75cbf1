/**
 * The daily mail to the owner themselves (R43): what to do, where, what to say, with whom, in the order of the sitting, each
 * thing under a number by which it is answered. What a number stands for is kept beside the text: only a letter that was
 * printed in full can be approved by it, and only as it was printed.
 */
import { z } from "zod";
import type { ContactId, DraftId } from "../ids.ts";
import type { Instant, PlainDate, Zone } from "../time.ts";
import { digestText } from "./digest-text.ts";
import type { DayItem, ItemSubject } from "./item.ts";

const id = z.uuid();

/** What an answer to a number means. */
const takes = z.discriminatedUnion("takes", [
  /** A letter printed in full: "ok" approves the text of this hash (hex) and no other. */
  z.object({ takes: z.literal("ok"), draftId: id.transform((text) => text as DraftId), textHash: z.string() }),
  /** Why the owner met somebody (R3). */
  z.object({ takes: z.literal("why"), contactId: id.transform((text) => text as ContactId) }),
  /** By which name somebody is greeted. */
  z.object({ takes: z.literal("greeting"), contactId: id.transform((text) => text as ContactId) }),
  /** What the owner can offer somebody (R16). */
  z.object({ takes: z.literal("give_note"), contactId: id.transform((text) => text as ContactId) }),
  /** How a meeting went, whom they met (R11, R37). */
  z.object({ takes: z.literal("debrief"), eventId: id, endedAt: z.string().transform((text) => text as Instant) }),
  /** It is done elsewhere, or skipped. */
  z.object({ takes: z.literal("nothing") }),
]);
export type Takes = z.output<typeof takes>;

const entry = z.object({
  number: z.int().min(1),
  /** As it stands in the mail behind the number: by it a quoted line is known again. */
  title: z.string(),
  who: z.string(),
  /** Of the day's item, and what that is about, to skip it. */
  kind: z.string(),
  subject: z.record(z.string(), z.unknown()).transform((stored): ItemSubject => stored),
  takes,
});
export const digestEntries = z.array(entry);
export type DigestEntry = z.output<typeof entry>;

/** A letter as far as the digest needs it. */
export type DigestLetter = {
  draftId: DraftId;
  /** Hex. */
  textHash: string;
  to: readonly string[];
  subject: string;
  body: string;
  /** What the owner's yes covers beside the letter, in a sentence. */
  covers: string;
  /** A page that shows it and asks for one button; absent while nothing of ours is reachable from outside. */
  link?: string;
};

export type DigestInputs = {
  day: PlainDate;
  zone: Zone;
  /** The sitting's, the most pressing first. */
  items: readonly DayItem[];
  /** How much more there is for another day. */
  waiting: number;
  /** By draft; what is not in it cannot be approved from here. */
  letters: ReadonlyMap<string, DigestLetter>;
  /** By item: what an answer to it is taken for. Letters are found by themselves. */
  takes: ReadonlyMap<string, Exclude<Takes, { takes: "ok" }>>;
  /** By item: further lines of what is asked, such as what of an earlier answer is still open. */
  asked: ReadonlyMap<string, readonly string[]>;
  /** What was done by the last answer, or is asked back, in sentences. */
  news: readonly string[];
  meetings: readonly { startsAt: Instant; minutes: number; title: string; place?: string; brief?: string }[];
  calls: readonly { name: string; phone: string; localMinute: number; line: string }[];
  /** On one day of the week. */
  weekLine?: string;
};

export type Digest = { subject: string; body: string; entries: readonly DigestEntry[] };

/** More letters than this are named and not printed: the whole is read on a phone, before coffee. */
export const lettersPrintedMax = 5;
/** Characters of one letter's text: a longer one is nothing to be approved in passing. */
const letterCharactersMax = 2_000;

/** Undefined when there is nothing to say on this day, unless it is wanted all the same. */
export function digestOf(inputs: DigestInputs, { evenEmpty = false } = {}): Digest | undefined {
  const { items, meetings, calls, news, weekLine } = inputs;
  const isEmpty = items.length + meetings.length + calls.length + news.length === 0 && weekLine === undefined;
  if (isEmpty && !evenEmpty) return undefined;
  const numbered = numberedItems(inputs);
  return { ...digestText(inputs, numbered), entries: numbered.map((one) => one.entry) };
}

export type NumberedItem = { entry: DigestEntry; item: DayItem; letter?: DigestLetter };

function numberedItems({ items, letters, takes: taken }: DigestInputs): NumberedItem[] {
  let printed = 0;
  return items.map((item, index) => {
    const letter = item.kind === "approve" ? letters.get(item.subject.draftId ?? "") : undefined;
    const isPrinted = letter !== undefined && printed < lettersPrintedMax && letter.body.length <= letterCharactersMax;
    if (isPrinted) printed += 1;
    const entry: DigestEntry = {
      number: index + 1,
      title: titleOf(item),
      who: item.who,
      kind: item.kind,
      subject: { ...item.subject },
      takes: isPrinted
        ? { takes: "ok", draftId: letter.draftId, textHash: letter.textHash }
        : (taken.get(item.id) ?? { takes: "nothing" }),
    };
    return { entry, item, ...(isPrinted && { letter }) };
  });
}

const titleOf = ({ kind, who, act }: DayItem): string =>
  kind === "approve" ? `Letter to ${who}` : kind === "question" ? `A question about ${who}` : act;
