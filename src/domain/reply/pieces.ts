/** A sentence in pieces, each with a time and what is said of it, or with something told beside it. */
import type { Language } from "../mail/language.ts";
import * as agreeing from "./agreeing-words.ts";
import { agreesToTime } from "./agreement.ts";
import { partedAtReason } from "./aside-reasons.ts";
import { namesPlace } from "./chosen.ts";
import * as doubting from "./doubting-words.ts";
import { tellsOwnHour } from "./own-hours.ts";
import { isSmallTalk } from "./small-talk.ts";

/**
 * Commas part a sentence when each piece speaks of a time and says what about it ("Tuesday works, Wednesday does not"), or when
 * a statement of its own follows an agreed time ("Tuesday works, I'll bring the samples").
 */
export function piecesOf(
  parts: readonly string[],
  hasTime: (part: string) => boolean,
  isBeside: (part: string) => boolean,
  language: Language,
): string[] {
  return parts.flatMap((part) => {
    const pieces = part
      .split(/, (?:and |und |et |y )?/u)
      .flatMap((piece) => partedAtAnd(piece, isBeside))
      .flatMap((piece) => withReasonApart(piece, isBeside, language))
      .flatMap((piece) => withCourtesyApart(piece, hasTime, isBeside));
    if (pieces.length === 1) return pieces;
    const isJudged = (piece: string) =>
      hasTime(piece) && (agreeing.accept.test(piece) || doubting.negation.test(piece));
    if (pieces.length <= 6 && pieces.every(isJudged)) return pieces;
    return pieces.length <= 6 ? joinedUp(pieces, hasTime, isBeside, language) : [part];
  });
}

/** "Tuesday works and I'll bring the samples": in two where what follows the first "and" is an aside. */
function partedAtAnd(piece: string, isBeside: (part: string) => boolean): string[] {
  const [first = "", second] = piece.split(/ (?:and|und|et|y) (?!(?:media|cuarto|demie?|quart)(?!\p{L}))(.*)/u);
  return second !== undefined && isBeside(second) ? [first, second] : [piece];
}

/** "Tuesday suits me because I teach next door": in two where what follows the yes gives its reason. */
function withReasonApart(piece: string, isBeside: (part: string) => boolean, language: Language): string[] {
  const [said, reason] = partedAtReason(piece, language) ?? [];
  return said !== undefined && reason !== undefined && (isBeside(reason) || tellsOwnHour(reason, language))
    ? [said, reason]
    : [piece];
}

/** "tuesday 10 works for me thanks for asking hope the kids are well": typed without a mark, in two before the courtesy. */
function withCourtesyApart(
  piece: string,
  hasTime: (part: string) => boolean,
  isBeside: (part: string) => boolean,
): string[] {
  const [said = "", courtesy] = piece.split(courtesyBegins);
  if (courtesy === undefined || !hasTime(said) || hasTime(courtesy)) return [piece];
  return isSmallTalk(courtesy) ||
    isBeside(courtesy) ||
    courtesy.split(againBegins).every((part) => isSmallTalk(part) || isBeside(part))
    ? [said, courtesy]
    : [piece];
}
const opensCourtesy =
  "(?=(?:thanks|thank you|thx|hope|sorry|been ages|say hi|looking forward|danke|hoffe|freu mich|freue mich|sorry|liebe grüße|gruß|viele grüße|merci|j'espère|désolée?|hâte|bises|ça fait|ca fait|gracias|espero|perdón|perdona|saludos|cuánto tiempo|un abrazo)(?!\\p{L}))";
const courtesyBegins = new RegExp(` ${opensCourtesy}(.*)`, "u");
const againBegins = new RegExp(` ${opensCourtesy}`, "u");

/** How a statement of its own begins behind a comma; what was heard or wished tells something of the agreement itself. */
const ownStatement =
  /^(?!(?:i|we|it|that|das|es|c'est|ça) (?:wish|hear|read|hope|says?|sounds|seems?|sagt|meint|hieß|heißt|dit)(?![\p{L}]))(?:i|i'(?:m|ll|ve|d)|we|we'(?:re|ll|ve)|it|it's|that|that's|this|thanks?|looking|see you|talk|speak|ich|wir|das|es|danke|vielen dank|freue|je|j'\p{L}+|nous|c'est|merci|gracias|nos|yo|así|allí|te|le|les|os|lo)(?![\p{L}'])/u;

/** The pieces, with only those apart that state something else behind an agreed time. */
function joinedUp(
  pieces: readonly string[],
  hasTime: (part: string) => boolean,
  isBeside: (part: string) => boolean,
  language: Language,
): string[] {
  const isAsked = pieces.at(-1)?.includes("?") === true;
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isAgreed =
      before !== undefined &&
      (agreeing.accept.test(before) ||
        agreesToTime(before) ||
        agreeing.preference.test(before) ||
        agreeing.opensWithThen.test(before) ||
        agreeing.please.test(before)) &&
      !doubting.negation.test(before.replace(doubting.harmless, " ")) &&
      (hasTime(before) || namesPlace(before));
    const isApart =
      (!hasTime(piece) && isSmallTalk(piece) && (isAgreed || (isAsked && before !== undefined && hasTime(before)))) ||
      (ownStatement.test(piece) &&
        !doubting.past.test(piece) &&
        (doubting.pending.test(piece) || (isAgreed && !hasTime(piece)))) ||
      (isAgreed && !hasTime(piece) && isBeside(piece)) ||
      ((isAgreed || (before !== undefined && !hasTime(before))) && hasTime(piece) && tellsOwnHour(piece, language));
    if (before === undefined || isApart) joined.push(piece);
    else joined[joined.length - 1] = `${before}, ${piece}`;
  }
  return joined;
}
