/**
 * Whether a letter asks never to be written to again (R45). That stops everything until the owner lifts it, so it must be said
 * of letters themselves and without a day: "don't call me on Tuesday" and "drop me off at the station" are the owner's to read.
 */
import { dayIn } from "../time.ts";
import { type OfferMade, readReply } from "./meaning.ts";
import { optOut, optOutAlone } from "./refusing-words.ts";
import { readable, readTimes } from "./time-phrases.ts";

/** Whoever was asked for nothing says it in a few words; in a long letter about other things the owner reads it. */
const fewWordsMax = 60;

export const isInFewWords = (text: string): boolean => text.trim().split(/\s+/).length <= fewWordsMax;

const ofLetters =
  /e-?mail|mailing|(?<!\p{L})(?:mails?|list|liste|lista|writ|messag|contact|database|my data|unsubscri|opt[- ]?out|leave me alone|schreib|anschreib|kontakt|nachricht|abmeld|austrag|écri|désinscri|désabonn|courriel|tranquille|escrib|correo|mensaj|baja)/u;

/** `text` is the new text of one letter. */
export function asksForNoMore(text: string, written: Omit<OfferMade, "slots">): boolean {
  return saysSo(readable(text), written) && readReply(text, { ...written, slots: [] }).kind === "opt_out";
}

function saysSo(words: string, { zone, writtenAt, language }: Omit<OfferMade, "slots">): boolean {
  const context = { language, writtenOn: dayIn(zone, writtenAt), workingHours: { from: 8 * 60, until: 19 * 60 } };
  return words.split(/[\n.!?]/).some((line) => {
    if (optOutAlone.test(line.trim())) return true;
    return optOut.test(line) && ofLetters.test(line) && readTimes(line, context).phrases.length === 0;
  });
}
