/** What Rapport would have proposed to the owner, and when, had it been there: their own past, replayed. Stores nothing. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { localDays } from "../../domain/local-days.ts";
import { type LookDay, type Replayed, replay } from "../../domain/relationship/replay.ts";
import type { Instant, PlainDate } from "../../domain/time.ts";
import { loadContacts } from "../../store/contacts.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { policyOf } from "../owner/policy-of.ts";
import { historyOf, mayBeAsked } from "../plan/person-history.ts";
import type { World } from "../world.ts";

export type DryRunLine = Replayed & { contactId: ContactId; name: string };

export type DryRun = { from: PlainDate; to: PlainDate; people: number; proposed: DryRunLine[] };

/** Looks at the end of each of the last `days` days in the owner's zone, and at `now`. Ordered by the day of proposal. */
export async function dryRun(world: World, owner: OwnerId, wanted: { days: number; now: Instant }): Promise<DryRun> {
  const policy = await policyOf(world, owner);
  const { dayOf, later, startOf, endOf } = localDays(policy.zone);
  const to = dayOf(wanted.now);
  const from = later(to, -wanted.days);
  const days = Array.from({ length: wanted.days + 1 }, (_, index): LookDay => {
    const day = later(from, index);
    return { day, at: day === to ? wanted.now : endOf(day) };
  });
  const contacts = (await loadContacts(world.database, owner)).filter(mayBeAsked);
  const interactions = await loadInteractions(world.database, owner);
  const proposed = contacts.flatMap((contact) => {
    const { contactId, name } = contact;
    // As if Rapport had been there from the first day on: what had lapsed before is history.
    const person = { ...historyOf(contact, interactions.get(contactId) ?? [], wanted.now), knownSince: startOf(from) };
    return replay(person, policy, days).map((item) => ({ ...item, contactId, name }));
  });
  proposed.sort(
    (one, other) =>
      compare(one.proposedOn, other.proposedOn) || compare(one.dueAt, other.dueAt) || compare(one.name, other.name),
  );
  return { from, to, people: contacts.length, proposed };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
