/**
 * What an answer leads to (M6, R34): a booking by itself only for one offered time that is still free, or, where the owner
 * wishes it, for one free time of theirs; whatever leaves a doubt is the owner's to say.
 */
import { type Because, because } from "../because.ts";
import type { OfferedTime } from "../draft/offer.ts";
import type { ProposedTime, ReplyMeaning } from "../reply/meaning.ts";
import { after, type Instant, type Zone } from "../time.ts";
import { type TimesWish, wishOfLimits, wishOfTimes } from "./times-wish.ts";

export type Answer = {
  /** As it counts from its writer (domain/reply/writer.ts). */
  meaning: ReplyMeaning;
  writtenAt: Instant;
  /** The newest offer to them that a meeting can still come of; absent when none stands. */
  offer?: {
    /** Of the letter. */
    times: readonly OfferedTime[];
    /** Every start of it that is free now, by the function of the claim; none while calendars cannot be read. */
    free: readonly OfferedTime[];
    zone: Zone;
  };
  /** A meeting with them that stands. */
  booked?: OfferedTime;
  /** They wrote again, and that letter is not this one's echo. */
  wroteAgain: boolean;
  /** It is settled again as long as nothing is known of the owner's free time. */
  mayWait: boolean;
  /** The owner's wish: free times that they propose are booked without being asked. */
  mayBookTheirs: boolean;
};

export type Settlement = { because: Because } & (
  | { kind: "book"; time: OfferedTime; whose: "offered" | "theirs" }
  /** One free time of theirs, or of ours that they may have meant, for the owner to agree to. */
  | { kind: "propose_theirs"; time: OfferedTime }
  /** Other times, in a letter that waits for the owner. `taken` is the one that they chose and cannot have. */
  | { kind: "new_times"; wish: TimesWish; taken?: OfferedTime }
  /** They are asked again by the rules of their sequence. */
  | { kind: "park" }
  | { kind: "stop" }
  | { kind: "ask_owner" }
  /** Whether they can have the time cannot be told now. */
  | { kind: "wait" }
  | { kind: "nothing" }
);

/** Older letters are history: an import brings them long after they mattered. */
const freshDays = 30;
/** A calendar that cannot be read for longer than that is the owner's to look at. */
const waitHours = 24;

export function settle(answer: Answer, now: Instant): Settlement {
  const { meaning, writtenAt, booked, wroteAgain, offer, mayWait } = answer;
  if (after(writtenAt, { days: freshDays }) <= now && meaning.kind !== "opt_out" && meaning.kind !== "decline")
    return nothing("M6.long_ago", "It was written too long ago to act on.");
  if (wroteAgain && meaning.kind === "accept")
    return ask("M6.wrote_again", "They wrote again since: what holds is for you to read.");
  if (offer?.free.length === 0 && booked === undefined && (meaning.kind === "accept" || meaning.kind === "counter")) {
    const isYoung = after(writtenAt, { hours: waitHours }) > now;
    const text = "They name a time, and your calendars cannot be read now, or nothing in them is free.";
    return mayWait && isYoung
      ? { kind: "wait", because: because("Q1.calendar_unknown", text) }
      : ask("Q1.calendar_unknown", text);
  }
  if (booked !== undefined) return whileBooked(answer, booked);
  switch (meaning.kind) {
    case "accept":
      return accepted(answer, meaning.slot);
    case "counter":
      return countered(answer, meaning.times);
    case "constraint":
      return {
        kind: "new_times",
        wish: wishOfLimits(meaning.limits, answer.offer?.times ?? []),
        because: because("M6.other_times_wanted", "They say what fits: times within that are drafted."),
      };
    case "later":
      return { kind: "park", because: because("M6.asked_later", "They ask to be asked later.") };
    case "decline":
      return { kind: "stop", because: because("R21.said_no", "They said no: what was under way ends.") };
    case "opt_out":
      return { kind: "stop", because: because("R45.said_stop", "They ask not to be written to: all ends.") };
    case "question":
      return ask("M6.they_ask", "They ask something that only you can answer.");
    case "delegate":
      return ask("M6.handed_over", "Somebody else is to arrange it: whom to write to is for you to say.");
    case "unclear":
      if (meaning.isCourtesy === true && offer === undefined) return onlyThanks;
      return unclear(answer, meaning.perhaps);
  }
}

const ask = (rule: string, text: string): Settlement => ({ kind: "ask_owner", because: because(rule, text) });
const nothing = (rule: string, text: string): Settlement => ({ kind: "nothing", because: because(rule, text) });

function accepted({ offer, meaning }: Answer, slot: OfferedTime): Settlement {
  const time = { startsAt: slot.startsAt, endsAt: slot.endsAt };
  if (offer === undefined)
    return ask("Q6.no_offer_stands", "They agree to a time, and no offer of yours stands any more.");
  if (!offer.free.some(({ startsAt }) => startsAt === slot.startsAt))
    return {
      kind: "new_times",
      taken: time,
      wish: { limits: [], within: [], notAt: [time] },
      because: because("Q6.time_gone", "The time that they chose is not free any more.", { startsAt: slot.startsAt }),
    };
  const text =
    meaning.kind === "accept" && meaning.alsoAsks
      ? "They plainly accept one offered time, and ask something beside it."
      : "They plainly accept one offered time.";
  return { kind: "book", time, whose: "offered", because: because("R34.plain_accept", text) };
}

/** To a letter that offered no time: it needs no answer, and the conversation is on record. */
const onlyThanks = nothing("M6.only_thanks", "They thank you and ask nothing: there is nothing to answer.");

/** The owner's eyes are quick where one free time is all that it can be about. */
function unclear({ offer }: Answer, perhaps: OfferedTime | undefined): Settlement {
  const time = offer?.free.find(({ startsAt }) => startsAt === perhaps?.startsAt);
  return time === undefined
    ? ask("M6.not_sure", "What it means is not sure enough to act on.")
    : {
        kind: "propose_theirs",
        time,
        because: because("M6.perhaps", "It may be a yes to a time that you offered: it is yours to agree to."),
      };
}

/** Their own times, in their order: the first that is free and has one reading. */
function countered({ offer, mayBookTheirs }: Answer, times: readonly ProposedTime[]): Settlement {
  if (offer === undefined) return ask("Q6.no_offer_stands", "They name a time, and no offer of yours stands any more.");
  const exact = times.filter(({ windows }) => windows.some(({ isExact }) => isExact));
  if (exact.some(({ windows }) => windows.length > 1))
    return ask("M6.two_readings", "The time that they name can be read in two ways.");
  const starts = exact.map(({ windows }) => windows[0]!.from);
  const time = starts.flatMap((start) => offer.free.filter(({ startsAt }) => startsAt === start))[0];
  // What we offered ourselves and they did not plainly take is not booked for a wish about times of theirs.
  const isOurs = offer.times.some(({ startsAt }) => startsAt === time?.startsAt);
  if (time !== undefined)
    return mayBookTheirs && !isOurs
      ? {
          kind: "book",
          time,
          whose: "theirs",
          because: because("R34.their_time", "Their time is free, and you let such be booked."),
        }
      : {
          kind: "propose_theirs",
          time,
          because: because("R34.their_time", "They name a time that is free: it is yours to agree to."),
        };
  const text = exact.length > 0 ? "The time that they name is not free." : "They name a part of a day, and no hour.";
  return {
    kind: "new_times",
    wish: wishOfTimes(times, offer.zone, offer.times),
    because: because("R34.near_their_time", `${text} Times near it are drafted.`),
  };
}

/** Once a time is agreed on, a plain yes changes nothing; all else may change it, and is the owner's to say. */
function whileBooked({ meaning, offer }: Answer, booked: OfferedTime): Settlement {
  switch (meaning.kind) {
    case "accept":
      return meaning.slot.startsAt === booked.startsAt
        ? { kind: "book", time: booked, whose: "offered", because: because("R34.booked_already", "It is booked.") }
        : ask("R34.other_time", "They agree to another time than the one that is booked.");
    case "counter": {
      const [only, ...more] = meaning.times.flatMap(({ windows }) => windows);
      const time =
        only?.isExact === true && more.length === 0
          ? offer?.free.find(({ startsAt }) => startsAt === only.from)
          : undefined;
      return time === undefined
        ? ask("R34.wants_to_move", "They name another time for a meeting that is booked.")
        : {
            kind: "propose_theirs",
            time,
            because: because("R34.wants_to_move", "They want to move it to a time that is free."),
          };
    }
    case "opt_out":
      return {
        kind: "stop",
        because: because("R45.said_stop", "They ask not to be written to; the meeting stands until you say."),
      };
    case "decline":
    case "later":
    case "constraint":
      return ask("R34.cannot_come", "A meeting is booked, and this may mean that they cannot come.");
    case "unclear":
      if (meaning.isCourtesy === true) return onlyThanks;
      return ask("M6.they_ask", "They write about a meeting that is booked.");
    case "question":
    case "delegate":
      return ask("M6.they_ask", "They write about a meeting that is booked.");
  }
}
