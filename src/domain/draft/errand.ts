/**
 * Letters that no clock asks for: what the owner wishes (an introduction, R12, an invitation to a small group, R11, word of being
 * late), and what an answer or a booking asks for (its confirmation, other times, that it is off). What each is about stands in its
 * because, so that it can be written anew from what is known then; an answer in the owner's own words is theirs, and never is.
 */
import { type Because, because } from "../because.ts";
import type { GroupMeeting } from "../booking/group.ts";
import type { AnswerId, BookingId, ContactId, GroupMeetingId } from "../ids.ts";
import type { ReplyClass } from "../plan/enrolment.ts";
import { after, type Instant } from "../time.ts";

/** Those that are written here. */
export const errandKinds = [
  "introduction",
  "group_invitation",
  "late_running",
  "confirmation",
  "new_times",
  "calling_off",
  "group_reminder",
  "without_you",
] as const;
export type ErrandKind = (typeof errandKinds)[number];

/** The owner's own words in answer to a letter: of this kind there is no letter of ours. */
export const ownAnswer = "own_answer";

export const isErrandKind = (kind: string): kind is ErrandKind => errandKinds.some((one) => one === kind);

/** The meeting of several to which a letter asks somebody; undefined for any other letter. */
export const groupAskedBy = ({ kind, about }: { kind: string; about?: string }): GroupMeetingId | undefined =>
  kind === "group_invitation" || kind === "group_reminder" ? (about as GroupMeetingId) : undefined;

export type Errand = {
  /** Whom it is written to; of an introduction the first of the two. */
  contactId: ContactId;
  kind: ErrandKind | typeof ownAnswer;
  /** One of each kind to each person about each thing. */
  about: string;
  /** No longer asked for after it. */
  deadlineAt: Instant;
  urgency: number;
  because: Because;
};

/** Agreed to, and not written for so long, it is asked for anew. */
const introductionDays = 30;
/** Before everything else: it is of use for minutes. */
const lateUrgency = 100;

export type Named = { contactId: ContactId; name: string };

export const introductionErrand = (one: Named, other: Named, now: Instant): Errand => ({
  contactId: one.contactId,
  kind: "introduction",
  about: other.contactId,
  deadlineAt: after(now, { days: introductionDays }),
  urgency: 1,
  because: because("R12.introduction", `${one.name} and ${other.name} agreed to be introduced, and you asked for it.`),
});

/** `about` is the group: what is asked, and whom, stands there. It lapses with the last of its times. */
export const groupErrand = (
  contactId: ContactId,
  { groupId, body }: Pick<GroupMeeting, "groupId" | "body">,
  kind: "group_invitation" | "group_reminder" = "group_invitation",
): Errand => ({
  contactId,
  kind,
  about: groupId,
  deadlineAt: body.times.at(-1)!.startsAt,
  urgency: 1,
  because:
    kind === "group_invitation"
      ? because("R11.group_invitation", "You invite a small group, to one meeting at a time that suits all of them.")
      : because("R11.group_reminder", "They have not said yet which times suit them, and you wish to remind them."),
});

/** A word to somebody whom the time of their group does not suit. */
export const withoutYouErrand = (
  contactId: ContactId,
  { groupId, bookingId, startsAt }: MeetingMeant & { groupId: GroupMeetingId },
): Errand => ({
  contactId,
  kind: "without_you",
  about: groupId,
  deadlineAt: startsAt,
  urgency: answerUrgency,
  because: because("R11.without_you", "The time that was found does not suit them: a word to them waits for you.", {
    bookingId,
    startsAt,
  }),
});

/** How late one may say to be, in minutes. */
export const lateMinutes = [5, 10, 15, 30] as const;
export type LateMinutes = (typeof lateMinutes)[number];

export type LateFor = { eventId: string; title: string; startsAt: Instant; endsAt: Instant };

export const lateErrand = (contactId: ContactId, meeting: LateFor, minutes: LateMinutes): Errand => ({
  contactId,
  kind: "late_running",
  about: `${meeting.eventId} ${meeting.startsAt}`,
  deadlineAt: meeting.endsAt,
  urgency: lateUrgency,
  because: because("R36.late", `You will be ${minutes} minutes late for "${meeting.title}".`, {
    title: meeting.title,
    startsAt: meeting.startsAt,
    minutes,
  }),
});

/** What somebody is late for, and by how much; undefined when it is not that. */
export function lateIn(reasons: readonly Because[]): { title: string; startsAt: Instant; minutes: number } | undefined {
  const facts = reasons.find(({ rule }) => rule === "R36.late")?.facts;
  return (
    facts && { title: String(facts.title), startsAt: String(facts.startsAt) as Instant, minutes: Number(facts.minutes) }
  );
}

/** They wait for it. */
const answerUrgency = 50;
/** Whoever was not answered for so long has other plans by now. */
const newTimesDays = 7;

export type MeetingMeant = { bookingId: BookingId; startsAt: Instant };

export const confirmationErrand = (contactId: ContactId, { bookingId, startsAt }: MeetingMeant): Errand => ({
  contactId,
  kind: "confirmation",
  about: bookingId,
  deadlineAt: startsAt,
  urgency: answerUrgency,
  because: because("R34.confirmation", "A time is agreed on: it is confirmed in the thread.", { startsAt }),
});

export const callingOffErrand = (contactId: ContactId, { bookingId, startsAt }: MeetingMeant): Errand => ({
  contactId,
  kind: "calling_off",
  about: bookingId,
  deadlineAt: startsAt,
  urgency: answerUrgency,
  because: because("R34.calling_off", "You called it off: a word to them waits for you.", { startsAt }),
});

export type OtherTimes = {
  /** What they said of times; absent when it was not theirs to say. */
  answerId?: AnswerId;
  /** The time that they chose, and that somebody else has. */
  takenAt?: Instant;
};

/** `about` is the offer or the booking that came to nothing: one such letter for each. */
export const newTimesErrand = (
  contactId: ContactId,
  { about, now, answerId, takenAt }: OtherTimes & { about: string; now: Instant },
): Errand => ({
  contactId,
  kind: "new_times",
  about,
  deadlineAt: after(now, { days: newTimesDays }),
  urgency: answerUrgency,
  because: because(
    "R34.new_times",
    takenAt === undefined
      ? "They answered that other times suit them better."
      : "The time that they chose is not free any more: others are offered.",
    { ...(answerId !== undefined && { answerId }), ...(takenAt !== undefined && { takenAt }) },
  ),
});

/** Why other times are offered, as the errand tells. */
export function otherTimesIn(reasons: readonly Because[]): OtherTimes {
  const { answerId, takenAt } = reasons.find(({ rule }) => rule === "R34.new_times")?.facts ?? {};
  return {
    ...(answerId !== undefined && { answerId: String(answerId) as AnswerId }),
    ...(takenAt !== undefined && { takenAt: String(takenAt) as Instant }),
  };
}

/** Whoever waited longer for an answer than this was answered otherwise. */
const ownAnswerDays = 30;

export const ownAnswerErrand = (contactId: ContactId, answerId: AnswerId, now: Instant): Errand => ({
  contactId,
  kind: ownAnswer,
  about: answerId,
  deadlineAt: after(now, { days: ownAnswerDays }),
  urgency: answerUrgency,
  because: because("M6.own_answer", "You answer them in your own words."),
});

const notAnswerable: ReadonlySet<ReplyClass> = new Set(["opt_out", "auto_away", "auto_left", "bounce"]);

/** Whether somebody wrote it who wants to read an answer. */
export const isAnswerable = (meaning: ReplyClass): boolean => !notAnswerable.has(meaning);
