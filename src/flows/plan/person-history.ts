/** From stored rows to what decisions read about one person: what happened, and what the owner decided about them. */
import type { ContactChoices } from "../../domain/contact/choices.ts";
import type { Encounter } from "../../domain/contact/discover.ts";
import type { Fact } from "../../domain/fact/fact.ts";
import { announcesNewJob } from "../../domain/fact/jobs.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import type { Booked, ClockFact, ContactStatus, PersonHistory } from "../../domain/relationship/person.ts";
import { endOf } from "../../domain/relationship/summary.ts";
import type { Instant, PlainDate } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";

/** Colleagues are never due (S6). People on lists are not either (R7), but may be among the two suggestions. */
export const mayBeAsked = (contact: ContactRow) => contact.class === "candidate" || contact.class === "known";

export type Remembered = {
  choices?: ContactChoices | undefined;
  facts?: readonly Fact[] | undefined;
  booked?: readonly Booked[];
  /** Meetings that ended since interactions were last derived. */
  ended?: readonly Interaction[];
  isFar?: boolean;
  brought?: PersonHistory["brought"];
  missed?: PersonHistory["missed"];
};

export function historyOf(
  contact: ContactRow,
  interactions: readonly Interaction[],
  now: Instant,
  remembered: Remembered = {},
): PersonHistory {
  const { choices = {}, facts = [], booked = [], ended = [], isFar, brought, missed } = remembered;
  const encounter = encounterOf(contact);
  const clockFacts = facts.filter(startsAClock).map(clockFact);
  const give = giveOf(choices, facts);
  const { cadenceDays, cadenceSince, phoneCounts, extendedOn, afterDeadline, isClient, allowedAt } = choices;
  const knownSince = contact.createdAt < now ? contact.createdAt : now;
  return {
    id: contact.contactId,
    name: contact.name,
    status: choices.status ?? (contact.status as ContactStatus),
    interactions: withEnded(interactions, ended),
    booked,
    knownSince,
    ...(encounter !== undefined && { encounter }),
    ...(cadenceDays !== undefined && {
      cadence: {
        every: cadenceDays,
        unit: "day" as const,
        setOn: (cadenceSince ?? knownSince.slice(0, 10)) as PlainDate,
      },
    }),
    ...(isFar !== undefined && { isFar }),
    ...(phoneCounts !== undefined && { phoneCounts }),
    ...(extendedOn !== undefined && { isExtended: true }),
    ...(afterDeadline !== undefined && { afterDeadline }),
    ...(clockFacts.length > 0 && { facts: clockFacts }),
    ...(brought !== undefined && { brought }),
    ...(missed !== undefined && { missed }),
    ...(isClient !== undefined && { isClient }),
    ...(allowedAt !== undefined && { allowedAt: allowedAt as Instant }),
    ...(give !== undefined && { give }),
  };
}

const startsAClock = ({ kind, state }: Fact): boolean => kind === "job" || (kind === "someday" && state === "open");

const clockFact = ({ kind, text, quote, locale, saidBy, saidAt, dueOn, factId }: Fact): ClockFact => ({
  kind,
  text,
  saidBy,
  saidAt,
  factId,
  ...(kind === "job" && announcesNewJob(quote, locale) && { isNews: true }),
  ...(dueOn !== undefined && { dueOn }),
});

function giveOf({ giveNote, noGiveYetOn }: ContactChoices, facts: readonly Fact[]): PersonHistory["give"] {
  const note = giveNote ?? facts.find(({ kind, state }) => kind === "give" && state === "open")?.text;
  if (note === undefined && noGiveYetOn === undefined) return undefined;
  return {
    ...(note !== undefined && { note }),
    ...(noGiveYetOn !== undefined && { noneYetOn: noGiveYetOn as PlainDate }),
  };
}

/** A meeting that is among the interactions already, as the latest time of its series, is not added again. */
function withEnded(interactions: readonly Interaction[], ended: readonly Interaction[]): readonly Interaction[] {
  const missing = ended.filter(
    (one) =>
      !interactions.some(
        ({ source, ...known }) => source.id === one.source.id && endOf({ source, ...known }) >= endOf(one),
      ),
  );
  return missing.length === 0 ? interactions : [...interactions, ...missing];
}

function encounterOf(contact: ContactRow): Encounter | undefined {
  const { metAt, metOn, metChannel, metSource, metWhere, metWhy, metOthers } = contact;
  if (metAt === undefined || metOn === undefined || metChannel === undefined || metSource === undefined)
    return undefined;
  return {
    at: metAt,
    metOn,
    channel: metChannel,
    others: metOthers ?? 1,
    source: metSource as Encounter["source"],
    ...(metWhere !== undefined && { where: metWhere }),
    ...(metWhy !== undefined && { why: metWhy }),
  };
}
