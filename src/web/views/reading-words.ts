/** What Rapport reads in a message, in plain words: what it is, what it means for the times it answers, how sure that is. */
import type { AutoReply } from "../../domain/mail/auto-reply.ts";
import type { Bounce } from "../../domain/mail/bounce.ts";
import type { BounceReason } from "../../domain/mail/bounce-reason.ts";
import type { CalendarAnswer, CalendarMessage, CalendarMethod } from "../../domain/mail/calendar-answer.ts";
import type { MessageKind } from "../../domain/mail/kind.ts";
import type { ReplyClass } from "../../domain/plan/enrolment.ts";
import type { ReplyMeaning } from "../../domain/reply/meaning.ts";
import type { SaidKind, SaidMeaning } from "../../domain/reply/reading-correction.ts";
import type { AnswerSeen } from "../../store/read/inbox.ts";
import { type Seen, sayDate, sayMoment } from "./when.ts";

/** One line, and what it names in particular. */
export type ReadingWords = { title: string; particulars: string[] };

export function kindWords(read: MessageKind, seen: Seen): ReadingWords {
  switch (read.kind) {
    case "person":
      return { title: "A letter from a person", particulars: [] };
    case "list":
      return { title: "A mailing or a notice: written to many, or by a program", particulars: [] };
    case "auto_reply":
      return { title: "An automatic answer", particulars: autoReplyWords(read.autoReply, seen) };
    case "bounce":
      return { title: "A delivery failure", particulars: bounceWords(read.bounce) };
    case "complaint":
      return { title: "A spam report of a mail provider", particulars: given(read.recipient, "by") };
    case "calendar":
      return { title: "A calendar's own message", particulars: calendarWords(read.calendar, seen) };
  }
}

function autoReplyWords(answer: AutoReply, seen: Seen): string[] {
  switch (answer.about) {
    case "away": {
      const day =
        answer.day && `${answer.says === "away_until" ? "Away until" : "Back on"} ${sayDate(answer.day, seen)}`;
      return [day ?? "Away; it names no day", ...given(answer.instead, "Turn to")];
    }
    case "left_company":
      return ["They left the company", ...given(answer.successor, "Their successor is")];
    case "received":
      return ["It says that your letter arrived"];
    case "read":
      return ["It says that your letter was opened"];
  }
}

const bounceReasons: Readonly<Record<BounceReason, string>> = {
  dead: "The address does not exist",
  full: "The mailbox is full",
  blocked: "It was refused",
  delayed: "It is late; the mail system keeps trying",
  unknown: "It does not say why",
};

const bounceWords = ({ recipient, reason }: Bounce): string[] => [bounceReasons[reason], ...given(recipient, "To")];

const calendarMethods: Readonly<Record<CalendarMethod, string>> = {
  invitation: "An invitation",
  update: "A change of a meeting",
  cancellation: "A meeting is called off",
  answer: "An answer to an invitation",
  counter: "Another time is proposed",
  counter_declined: "A proposed time is declined",
};
const calendarAnswers: Readonly<Record<CalendarAnswer, string>> = {
  accepted: "They accept",
  declined: "They decline",
  tentative: "They may come",
};

const calendarWords = ({ method, answer, title, startsAt }: CalendarMessage, seen: Seen): string[] => [
  calendarMethods[method],
  ...(answer === undefined ? [] : [calendarAnswers[answer]]),
  ...(title === undefined ? [] : [`“${title}”`]),
  ...(startsAt === undefined ? [] : [sayMoment(startsAt, seen)]),
];

const given = (value: string | undefined, before: string): string[] =>
  value === undefined ? [] : [`${before} ${value}`];

export function meaningWords(meaning: ReplyMeaning, seen: Seen): ReadingWords {
  const title = meaningNames[meaning.kind];
  switch (meaning.kind) {
    case "accept":
      return {
        title,
        particulars: [sayMoment(meaning.slot.startsAt, seen), ...(meaning.alsoAsks ? ["They also ask something"] : [])],
      };
    case "counter":
      return { title, particulars: meaning.times.map(({ says }) => `“${says}”`) };
    case "constraint":
      return {
        title,
        particulars: [
          ...(meaning.noneOfThem ? ["None of the offered times fits"] : []),
          ...meaning.limits.map(({ says, fits }) => `${fits ? "Fits" : "Does not fit"}: “${says}”`),
        ],
      };
    case "later":
      return { title, particulars: meaning.from === undefined ? [] : [`From ${sayDate(meaning.from, seen)} on`] };
    case "delegate":
      return { title, particulars: given(meaning.to, "To") };
    default:
      return { title, particulars: [] };
  }
}

export const meaningNames: Readonly<Record<SaidMeaning, string>> = {
  accept: "Accepts a time",
  counter: "Proposes other times",
  constraint: "Says which times fit",
  later: "Not now, later",
  decline: "Declines",
  question: "Asks something first",
  opt_out: "Wants no more letters",
  delegate: "Hands over to somebody else",
  unclear: "Not clear: yours to read",
};

/** What became of an answer: of those that an answer by a program or a server is read as, too. */
export const answerNames: Readonly<Record<ReplyClass, string>> = {
  ...meaningNames,
  auto_away: "Away",
  auto_left: "Left the company",
  bounce: "Could not be delivered",
};

export const ledToWords: Readonly<Record<AnswerSeen["ledTo"], string>> = {
  booked: "The meeting is booked by it.",
  proposed: "They speak of a time that is free. It is yours to agree to.",
  new_times: "Other times are drafted, and wait for your yes.",
  parked: "Nothing is sent to them until then.",
  stopped: "Everything to them has stopped.",
  asked_owner: "Nothing was done: only you can say what follows.",
  noted: "Which of the group's times suit them is noted.",
  nothing: "Nothing follows from it.",
};

export const saidKindNames: Readonly<Record<SaidKind, string>> = {
  person: "from a person",
  auto_reply: "an automatic answer",
};

/** A share of certainty in words: what a reader would do with it differs, the second digit does not. */
export function sureness(confidence: number): string {
  if (confidence >= 0.95) return "almost certain";
  if (confidence >= 0.85) return "quite sure";
  if (confidence >= 0.7) return "fairly sure";
  return "not sure";
}
