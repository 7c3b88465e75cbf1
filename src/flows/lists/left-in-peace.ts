/** Who is left in peace now, and with whom much was written and nothing said, each with the reason (R9, R21, R45). */
import type { Because } from "../../domain/because.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { quietBecause } from "../../domain/relationship/quiet.ts";
import type { Instant } from "../../domain/time.ts";
import { circleOf } from "../circle.ts";
import { planFollowUps } from "../decide-follow-ups.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";

type Named = { contactId: ContactId; name: string; because: Because };

export type RestingSeen = Named & {
  /** Absent while nothing but their own word, or the owner's, ends it. */
  until?: Instant;
};

export type LeftInPeace = { resting: RestingSeen[]; quiet: Named[] };

/** Whoever may be asked again soonest comes first. */
export async function leftInPeace(world: World, owner: OwnerId, now: Instant): Promise<LeftInPeace> {
  const { agenda, policy } = await planFollowUps(world, await circleOf(world, await ownerView(world, owner, now)));
  const people = new Map(agenda.decided.map(({ state: { person } }) => [person.id, person]));
  const resting = agenda.resting.map(({ personId, because, until }) => ({
    contactId: personId as ContactId,
    name: people.get(personId)?.name ?? "",
    because,
    ...(until !== undefined && { until }),
  }));
  const quiet = [...people.values()].flatMap((person) => {
    const reason = quietBecause(person, policy, now);
    return reason === undefined ? [] : [{ contactId: person.id as ContactId, name: person.name, because: reason }];
  });
  return { resting: resting.toSorted(byEndOfRest), quiet };
}

const byEndOfRest = (one: RestingSeen, other: RestingSeen): number =>
  (one.until ?? never) < (other.until ?? never)
    ? -1
    : (one.until ?? never) > (other.until ?? never)
      ? 1
      : one.name < other.name
        ? -1
        : 1;
const never = "9999";
