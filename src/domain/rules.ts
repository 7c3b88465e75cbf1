/** The figures of the policy that the owner sees and changes on one page, each explained in a line. */
import type { Policy } from "./policy.ts";

export type RulePart = Exclude<keyof Policy, "zone" | "retention" | "day">;
export type RuleUnit = "days" | "weekdays" | "hours" | "minutes" | "people" | "letters" | "clock";

export type Rule = {
  part: RulePart;
  figure: string;
  label: string;
  explains: string;
  unit: RuleUnit;
};

export type RuleGroup = { name: string; title: string; rules: readonly Rule[] };

type Figure<Part extends RulePart> = {
  [Name in keyof Policy[Part] & string]: Policy[Part][Name] extends number ? Name : never;
}[keyof Policy[Part] & string];

const rule = <Part extends RulePart>(
  part: Part,
  figure: Figure<Part>,
  unit: RuleUnit,
  label: string,
  explains: string,
): Rule => ({ part, figure, unit, label, explains });

export const ruleGroups: readonly RuleGroup[] = [
  {
    name: "leaving",
    title: "When letters leave",
    rules: [
      rule("hours", "sendFromMinute", "clock", "Leave from", "On working days, by the reader’s clock."),
      rule("hours", "sendUntilMinute", "clock", "Leave until", "What comes later waits for the next working day."),
      rule(
        "hours",
        "quietFromMinute",
        "clock",
        "Quiet from",
        "Nothing at all leaves in quiet hours, by the reader’s clock.",
      ),
      rule("hours", "quietUntilMinute", "clock", "Quiet until", "In the morning of the next day."),
      rule("letters", "perDayMax", "letters", "At most in a day", "What is over waits for the next day."),
    ],
  },
  {
    name: "frequency",
    title: "How often one person hears from you",
    rules: [
      rule("letters", "gapDays", "days", "Between two letters", "Nobody gets another one sooner, unless they wrote."),
      rule("letters", "perQuarterMax", "letters", "At most in a quarter", "Counted over the last 90 days."),
      rule(
        "letters",
        "restDays",
        "days",
        "Rest after the last reminder",
        "Without an answer nothing goes out for so long.",
      ),
      rule("letters", "declinedDays", "days", "Rest after a no", "They are asked for nothing, unless they write."),
      rule(
        "letters",
        "talkingBusinessDays",
        "weekdays",
        "While you talk",
        "After an open answer the rules keep out of it.",
      ),
    ],
  },
  {
    name: "after_meeting",
    title: "After you met somebody",
    rules: [
      rule("thankYou", "overdueHours", "hours", "Thanks are late after", "Shown first from then on."),
      rule("thankYou", "deadlineHours", "hours", "Thanks are over after", "Too late is not written at all."),
      rule("checkIn", "dueDays", "days", "See how they are after", "A call or a few lines, with something to offer."),
      rule("checkIn", "overdueDays", "days", "That is late after", "Shown in amber from then on."),
      rule(
        "meetBy",
        "inviteBusinessDays",
        "weekdays",
        "Invite them after",
        "A coffee, a lunch or a call, whatever suits you both.",
      ),
      rule("meetBy", "deadlineDays", "days", "Met again within", "You are warned before it is over."),
    ],
  },
  {
    name: "touch",
    title: "Keeping in touch",
    rules: [
      rule("revive", "quietDays", "days", "Quiet is", "After so long without a word somebody counts as quiet."),
      rule("revive", "suggestions", "people", "Suggested at a time", "Two are a start; more are a list."),
      rule("cadences", "activeMax", "people", "Kept in touch with", "More than so many nobody keeps up with."),
    ],
  },
  {
    name: "plan",
    title: "Your plan of the month",
    rules: [
      rule("plan", "inviteesInParallelMax", "people", "Asked at the same time", "For one place in the plan."),
      rule("plan", "nextPersonBusinessDays", "weekdays", "The next is asked after", "When the first did not answer."),
    ],
  },
  {
    name: "offers",
    title: "Times that you offer",
    rules: [
      rule("offers", "leadHours", "hours", "Not sooner than", "From the letter to the first time it names."),
      rule("offers", "horizonDays", "days", "Not later than", "How far ahead times are offered."),
      rule("offers", "lapseHours", "hours", "A time lapses before", "What nobody took by then is free again."),
      rule("offers", "expiryBusinessDays", "weekdays", "An offer stands for", "Then its times are let go."),
    ],
  },
  {
    name: "lengths",
    title: "How long meetings are",
    rules: [
      rule("durations", "coffeeMinutes", "minutes", "A coffee", "What your calendar keeps free for it."),
      rule("durations", "lunchMinutes", "minutes", "A lunch", "What your calendar keeps free for it."),
      rule("durations", "callMinutes", "minutes", "A call", "What your calendar keeps free for it."),
      rule("durations", "checkInMinutes", "minutes", "A check-in", "A call to hear how they are."),
      rule("durations", "adviceCallMinutes", "minutes", "A call for advice", "Short is easier to say yes to."),
    ],
  },
];

/** As it stands in a policy. */
export const ruleValue = (policy: Policy, { part, figure }: Rule): number =>
  (policy[part] as Readonly<Record<string, unknown>>)[figure] as number;
