/** Whether a reply says no: to this offer, or to being written to at all. */
import type { TrimmedText } from "../mail/new-text.ts";
import { answer, excerpt } from "./answer.ts";
import type { Clause } from "./clauses.ts";
import * as doubting from "./doubting-words.ts";
import { isLater } from "./later.ts";
import type { ReplyMeaning } from "./meaning.ts";
import * as refusing from "./refusing-words.ts";
import { readable } from "./time-phrases.ts";

export function refusal(clauses: readonly Clause[], trimmed: TrimmedText): ReplyMeaning | undefined {
  const whole = readable(trimmed.newText.text);
  // With a day it is about that day: "don't call me on Tuesday".
  const stop = clauses.find(
    ({ text, phrases }) => (refusing.optOut.test(text) && phrases.length === 0) || refusing.optOutAlone.test(text),
  );
  if (stop !== undefined || refusing.optOutAlone.test(whole)) {
    const words = stop?.sentence ?? whole;
    if (stop === undefined || !isAboutSomethingElse(stop.text))
      return answer({ kind: "opt_out" }, 0.95, "M6.opt_out", `They ask not to be written to: "${excerpt(words)}".`);
  }
  const no = clauses.find(
    ({ sentence, text, phrases, isQuestion }) =>
      !isQuestion &&
      (refusing.decline.test(readable(sentence).replace(doubting.harmless, " ")) ||
        // "I'd rather not do Tuesday" refuses the day.
        (refusing.ratherNot.test(text) && phrases.length === 0)),
  );
  if (no === undefined) return undefined;
  // "Not interested in a call, but Tuesday at the fair works": the owner reads that.
  if (clauses.some(({ phrases, accepts, denies }) => phrases.length > 0 && accepts && !denies)) {
    return answer(
      { kind: "unclear" },
      0.7,
      "M6.no_and_yes",
      `They decline and name a time: "${excerpt(no.sentence)}".`,
    );
  }
  const putOff = clauses.find((clause) => isLater(clause));
  if (putOff !== undefined) return undefined;
  return answer({ kind: "decline" }, 0.92, "M6.decline", `They decline: "${excerpt(no.sentence)}".`);
}

/** "Stop sending me paper invoices", "drop me off at the station": about a thing of its own, not about being written to. */
const isAboutSomethingElse = (text: string): boolean =>
  /(?:drop|take) (?:me|us) (?:off|out) (?:at|in|near|by|to|for) /u.test(text) ||
  /(?:send|sending|senden|envoyer|enviar|receiv|get|recevoir|recibir|erhalten)\p{L}* (?:me |us |mir |uns |de |des |any |more |further |las |los ){0,3}(?:the |a |an |your )?(?:invoice|bill|paper|fax|pdf|attachment|rechnung|facture|factura)/u.test(
    text,
  );
