/**
 * The letters in the threads of people who were asked for something, each with who wrote it and what it means for what they
 * were offered (M6). The owner's word about a letter outranks the reading.
 */
import { because } from "../../domain/because.ts";
import { type OfferRead, readAnswer, readSuiting } from "../../domain/booking/read-answer.ts";
import { isLanguage, type Language, languageIn } from "../../domain/mail/language.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { TrimmedText } from "../../domain/mail/new-text.ts";
import { asksForNoMore } from "../../domain/reply/asks-for-no-more.ts";
import type { ReplyMeaning } from "../../domain/reply/meaning.ts";
import type { SaidMeaning } from "../../domain/reply/reading-correction.ts";
import { handedTo, type Writer, weighedBy, writerOf } from "../../domain/reply/writer.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import { type Reply, readReplies } from "../../store/read/replies.ts";
import { type OfferWritten, readOffers } from "../../store/read/threads.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import type { GroupAnswered } from "./settle-group-answer.ts";

export type LetterRead = Pick<Reply, "messageId" | "contactId" | "from" | "at" | "said"> & {
  writer: Writer;
  /** By its words alone, or by the owner's. */
  read: ReplyMeaning;
  /** What it counts for the person; undefined for the owner's own. */
  meant: ReplyMeaning | undefined;
  /** The offers that it can be an answer to have left in letters of ours. */
  answersOffer: boolean;
  /** It answers a letter that asked them to a meeting of several. */
  group?: GroupAnswered;
};

/** Since the newest sequence of each person began, oldest first for each of them. */
export async function readLetters({ database }: World, { owner, name, mine, zone }: OwnerView): Promise<LetterRead[]> {
  const replies = Map.groupBy(await readReplies(database, owner), ({ contactId }) => contactId);
  if (replies.size === 0) return [];
  const offers = await readOffers(database, owner, [...replies.keys()]);
  return [...replies].flatMap(([contactId, ones]) =>
    lettersOf(ones, { mine, name, offers: offers.get(contactId) ?? [], zone }),
  );
}

/** Of one person's threads: each letter is worth what its writer may say for the person. */
function lettersOf(
  replies: readonly Reply[],
  about: { mine: readonly Address[]; name: string | undefined; offers: readonly OfferWritten[]; zone: Zone },
): LetterRead[] {
  const { mine, name, offers, zone } = about;
  const delegates: Address[] = [];
  return replies.map((reply) => {
    const { messageId, contactId, contactName, contactAddresses, from, recipients, isForged, at, said } = reply;
    const person = { addresses: contactAddresses, name: contactName };
    const writer = writerOf({ ...from, isForged }, { owner: mine, person, delegates });
    const made = offersBefore(offers, at);
    const words = readText(reply.text, { offers: answeredBy(made), zone, at, asked: contactName, owner: name });
    if (writer.kind === "person") delegates.push(...handedTo(words, recipients, { owner: mine, person }));
    const read = said === undefined || said === words.kind ? words : meaningSaid(said);
    const meant = said === undefined ? weighedBy(writer, read) : read;
    const answersOffer = made.some(({ offerId }) => offerId !== undefined);
    const asked = { offers: made, zone, at, asked: contactName, owner: name };
    const answered = groupAnswered(reply.text, asked);
    // Only their own word counts for them.
    const group = answered && (writer.kind === "person" ? answered : { ...answered, suits: unsureFrom(writer) });
    return { messageId, contactId, from, at, said, writer, read, meant, answersOffer, ...(group && { group }) };
  });
}

/** Those that left, the newest first; while none did, the last one written, which may have gone by hand. */
export function offersBefore(offers: readonly OfferWritten[], at: Instant): OfferWritten[] {
  const before = offers.filter(({ writtenAt }) => writtenAt <= at);
  const sent = before.filter(({ offerId }) => offerId !== undefined);
  return sent.length > 0 ? sent.toReversed() : before.slice(-1);
}

export type TextAbout = {
  /** The newest first. */
  offers: readonly OfferWritten[];
  zone: Zone;
  at: Instant;
  asked?: string | undefined;
  owner?: string | undefined;
  /** Of the thread, where something beside the offers tells. */
  language?: Language;
};

/** One text of theirs against what they were offered before it. `asked` is their name, `owner` the owner's. */
export function readText(
  text: TrimmedText | string,
  { offers, zone, at, asked, owner, ...more }: TextAbout,
): ReplyMeaning {
  const plain = typeof text === "string" ? text : text.newText.text;
  const locale = offers[0]?.locale;
  const language = more.language ?? (isLanguage(locale) ? locale : (languageIn(plain) ?? "en"));
  const names = { ...(asked !== undefined && { asked }), ...(owner !== undefined && { owner }) };
  const read = readAnswer(text, offers.map(offerRead), { at, zone, language, ...names });
  if (read.kind !== "opt_out" || asksForNoMore(plain, { zone, language, writtenAt: at, ...names })) return read;
  // It may be about something else than letters: no reminder goes out over it, and the owner reads it before all is stopped.
  return { kind: "unclear", confidence: read.confidence, because: read.because };
}

const offerRead = ({ offer: { times, ranges, asked }, locale }: OfferWritten): OfferRead => ({
  times,
  ...(ranges !== undefined && { ranges }),
  ...(asked?.readersZone !== undefined && { readersZone: asked.readersZone }),
  locale,
});

/** Undefined when the newest letter before it asked for something else than the times of a group. */
export function groupAnswered(text: TrimmedText | string, about: TextAbout): GroupAnswered | undefined {
  const [newest] = about.offers;
  if (newest?.groupId === undefined) return undefined;
  const { zone, at, asked, owner } = about;
  const names = { ...(asked !== undefined && { asked }), ...(owner !== undefined && { owner }) };
  const written = { at, zone, language: isLanguage(newest.locale) ? newest.locale : "en", ...names } as const;
  return { groupId: newest.groupId, suits: readSuiting(text, offerRead(newest), written) };
}

/** A group's question is answered for itself; what was offered before it stands apart. */
export const answeredBy = (made: readonly OfferWritten[]): readonly OfferWritten[] =>
  made[0]?.groupId === undefined ? made.filter(({ groupId }) => groupId === undefined) : made.slice(0, 1);

const unsureFrom = (writer: Exclude<Writer, { kind: "person" }>): GroupAnswered["suits"] => ({
  kind: "unsure",
  because: writer.because,
});

/** What the owner says it means tells no time: a yes, or a time of theirs, is settled by the owner too. */
export function meaningSaid(said: SaidMeaning): ReplyMeaning {
  const sure = { confidence: 1, because: [because("M6.said", "You said what it means.")] };
  switch (said) {
    case "later":
    case "decline":
    case "question":
    case "opt_out":
    case "delegate":
    case "unclear":
      return { kind: said, ...sure };
    case "accept":
    case "counter":
    case "constraint":
      return { kind: "unclear", ...sure };
  }
}
