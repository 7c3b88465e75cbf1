/**
 * The owner's settings that decisions read: the defaults table of the requirements, each figure changeable.
 * Units are in the names; `…Days` are calendar days in `zone`, `…Hours` elapsed hours, `…BusinessDays` weekdays.
 */
import { z } from "zod";
import { keepings, type RetentionFigure } from "./retention.ts";
import { parseZone, type Zone } from "./time.ts";

const zone = z.custom<Zone>((value) => typeof value === "string" && parseZone(value) !== undefined, {
  error: "not the name of a time zone, such as Europe/Paris",
});
const count = z.int().min(0);
const atLeastOne = z.int().min(1);
/** Minutes since local midnight, 0 to 1440. */
const minuteOfDay = z.int().min(0).max(1440);
const weight = z.number().min(0);

const thankYou = z.object({
  overdueHours: atLeastOne.default(24),
  deadlineHours: atLeastOne.default(48),
  /** The draft is ready within this time of the meeting's end. */
  draftWithinMinutes: atLeastOne.default(15),
});

const checkIn = z.object({
  /** Rolls on to Monday when it falls on a weekend. */
  dueDays: atLeastOne.default(30),
  overdueDays: atLeastOne.default(37),
  /** An own letter this many days before the due day already is the check-in. */
  letterBeforeDays: count.default(7),
  /** "Nothing to offer yet" is asked about again on this day. */
  askGiveAgainDays: atLeastOne.default(20),
});

const meetBy = z.object({
  inviteBusinessDays: count.default(5),
  overdueDays: atLeastOne.default(45),
  deadlineDays: atLeastOne.default(90),
  warnDays: z.array(atLeastOne).readonly().default([60, 76, 83]),
  extensionDays: atLeastOne.default(30),
});

const evidence = z.object({
  /** A meeting of at most this many people, the owner included, is a real meeting; a larger one asks for a debrief. */
  smallMeetingMax: atLeastOne.default(6),
  /** A letter to at most this many people counts as written to each of them. */
  individualRecipientsMax: atLeastOne.default(6),
  /** After a large event the owner is asked whom they met, for this many days of 24 hours. */
  debriefDays: atLeastOne.default(7),
});

const conversation = z.object({
  /** A mail thread is a conversation with this many messages each way … */
  eachWayMin: atLeastOne.default(2),
  /** … within this many days (of 24 hours). */
  withinDays: atLeastOne.default(7),
});

const closeness = z.object({
  halfLifeDays: z.number().positive().default(90),
  inPerson: weight.default(8),
  video: weight.default(5),
  phone: weight.default(4),
  mailExchange: weight.default(2),
  text: weight.default(1),
});

/** Added to urgency, each named in the because. */
const boosts = z.object({
  /** A 48-hour deadline that has not passed. */
  thankYouOpen: weight.default(5),
  /** For each of the 90-day warnings reached: the first already outranks any ordinary delay. */
  meetByWarning: weight.default(10),
  openPlanItem: weight.default(1),
  /** The two of them said that they should meet. */
  someday: weight.default(1),
  targetMatch: weight.default(0.5),
  /** For each time the item was rolled over to the next day. */
  rollover: weight.default(0.25),
});

const revive = z.object({
  /** Without contact for more than this many days. */
  quietDays: atLeastOne.default(90),
  suggestions: atLeastOne.default(2),
  /** Whoever took one up is shown no other in its place for this many days: two is a start, not a first helping (R7). */
  suggestAgainDays: atLeastOne.default(7),
  /** Much mail and no talk (R9): this many letters … */
  touchesMin: atLeastOne.default(20),
  /** … within this many days … */
  touchesWithinDays: atLeastOne.default(184),
  /** … and no meeting or call for this many. */
  noTalkDays: atLeastOne.default(180),
});

/** Thanks to whoever brought two people together (R12). */
const referral = z.object({
  overdueDays: atLeastOne.default(2),
  deadlineDays: atLeastOne.default(14),
});

/** A letter about what is new with a person (R13). */
const roleChange = z.object({
  overdueDays: atLeastOne.default(14),
  deadlineDays: atLeastOne.default(60),
});

/** "We should grab coffee" (R19): by the month's end, or after `daysMin` when fewer are left of it. */
const someday = z.object({
  daysMin: atLeastOne.default(14),
  overdueDays: atLeastOne.default(7),
  deadlineDays: atLeastOne.default(90),
});

/** A note by hand to a client (R25): after so many meetings in so many days. */
const note = z.object({
  meetings: atLeastOne.default(2),
  withinDays: atLeastOne.default(90),
  overdueDays: atLeastOne.default(7),
  deadlineDays: atLeastOne.default(30),
});

/** Off mail for hard things (R32). */
const callInstead = z.object({
  schedulingMailsMin: atLeastOne.default(4),
});

const letters = z.object({
  nudgeBusinessDays: z.array(atLeastOne).readonly().default([3, 10]),
  /** After the last nudge nothing goes out for this long; then another channel, once. */
  restDays: atLeastOne.default(30),
  /** After a no, this person is asked for nothing for so long, unless they write. */
  declinedDays: atLeastOne.default(90),
  /** After an answer that is neither yes nor no, the owner goes on by hand; the rules keep out of it for so long. */
  talkingBusinessDays: atLeastOne.default(5),
  gapDays: atLeastOne.default(7),
  perQuarterMax: atLeastOne.default(4),
  perQuarterDays: atLeastOne.default(90),
  /** The same words are not written to somebody else within this many days, as long as there are others. */
  freshWordsDays: atLeastOne.default(30),
  /** A few words of thanks are drafted when somebody says no; off until the owner wishes it (R21). */
  isNoThanked: z.boolean().default(false),
  /** … within this many business days of the no. */
  noThankedBusinessDays: atLeastOne.default(3),
  /** Characters of the note with a connection request (R15): networks allow 200 or 300. */
  noteCharactersMax: z.int().min(100).max(300).default(200),
  perDayMax: atLeastOne.default(10),
  randomGapSecondsMin: count.default(90),
  randomGapSecondsMax: count.default(420),
  undoSeconds: count.default(60),
  uneditedApprovalsMin: atLeastOne.default(10),
  /** A letter with times also carries one link to pick one, as long as the public address is proven. */
  isLinkOffered: z.boolean().default(true),
});

const hours = z
  .object({
    quietFromMinute: minuteOfDay.default(20 * 60),
    quietUntilMinute: minuteOfDay.default(8 * 60),
    sendFromMinute: minuteOfDay.default(8 * 60 + 30),
    sendUntilMinute: minuteOfDay.default(18 * 60),
  })
  .refine(({ sendFromMinute, sendUntilMinute }) => sendFromMinute < sendUntilMinute, {
    error: "letters have to begin to leave before they stop",
  });

const offers = z.object({
  leadHours: count.default(36),
  horizonDays: atLeastOne.default(14),
  lapseHours: count.default(12),
  expiryBusinessDays: atLeastOne.default(10),
  timesLeftMin: atLeastOne.default(3),
  /** A free time that they name themselves is booked as an offered one is; else the owner agrees to it. */
  mayBookTheirs: z.boolean().default(false),
  nearbyMinutes: count.default(30),
});

const durations = z.object({
  coffeeMinutes: atLeastOne.default(45),
  lunchMinutes: atLeastOne.default(75),
  callMinutes: atLeastOne.default(20),
  checkInMinutes: atLeastOne.default(15),
  adviceCallMinutes: atLeastOne.default(10),
});

const plan = z.object({
  presets: z
    .array(z.object({ name: z.string(), quotas: z.array(z.object({ meeting: z.string(), count: atLeastOne })) }))
    .readonly()
    .default([
      { name: "2 coffee", quotas: [{ meeting: "coffee", count: 2 }] },
      {
        name: "1 lunch + 2 call",
        quotas: [
          { meeting: "lunch", count: 1 },
          { meeting: "call", count: 2 },
        ],
      },
    ]),
  inviteesInParallelMax: atLeastOne.default(2),
  nextPersonBusinessDays: atLeastOne.default(2),
});

const day = z.object({
  sittingMinutes: z.int().min(15).max(30).default(20),
  /** One fixed time (R23). */
  sittingAtMinute: minuteOfDay.default(8 * 60 + 30),
  /** The call list is a wish, not a duty (R22). */
  isCallListOn: z.boolean().default(false),
  callListMax: z.int().min(1).max(50).default(10),
  callListFromMinute: minuteOfDay.default(7 * 60 + 30),
  callListByMinute: minuteOfDay.default(10 * 60),
  /** The daily mail to the owner themselves, while an account may send it (R43). */
  isDigestOn: z.boolean().default(true),
  /** When it goes out; at the sitting's time unless another one is set. */
  digestAtMinute: minuteOfDay.optional(),
  /** Also on days on which there is nothing to do. */
  isEmptyDigestSent: z.boolean().default(false),
});

const cadences = z.object({
  tierDays: z.array(atLeastOne).readonly().default([14, 30, 90, 180]),
  activeMax: atLeastOne.default(150),
  /** Due until this many times the cadence is amber, beyond it is overdue. */
  overdueFactor: z.number().min(1).default(1.5),
});

/** Lowered by the owner, never raised. */
const keptDays = (figure: RetentionFigure) =>
  z.int().min(keepings[figure].daysMin).max(keepings[figure].daysMax).default(keepings[figure].daysMax);

const retention = z.object({
  textDays: keptDays("textDays"),
  letterDays: keptDays("letterDays"),
  digestDays: keptDays("digestDays"),
  exportDays: keptDays("exportDays"),
});

export const policySchema = z.object({
  /** The owner's home zone: days, months and weekdays are counted here. */
  zone,
  thankYou: thankYou.prefault({}),
  checkIn: checkIn.prefault({}),
  meetBy: meetBy.prefault({}),
  evidence: evidence.prefault({}),
  conversation: conversation.prefault({}),
  closeness: closeness.prefault({}),
  boosts: boosts.prefault({}),
  revive: revive.prefault({}),
  referral: referral.prefault({}),
  roleChange: roleChange.prefault({}),
  someday: someday.prefault({}),
  note: note.prefault({}),
  callInstead: callInstead.prefault({}),
  cadences: cadences.prefault({}),
  letters: letters.prefault({}),
  hours: hours.prefault({}),
  offers: offers.prefault({}),
  durations: durations.prefault({}),
  plan: plan.prefault({}),
  day: day.prefault({}),
  retention: retention.prefault({}),
});

export type Policy = z.output<typeof policySchema>;

/** Every default, in a zone. */
export const defaultPolicy = (home: Zone): Policy => policySchema.parse({ zone: home });
