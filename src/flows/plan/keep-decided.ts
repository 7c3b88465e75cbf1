/** What a decision found beside the follow-ups, kept for the pages: the queues of the plan, and who is left in peace. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Agenda } from "../../domain/plan/agenda.ts";
import type { ItemQueue } from "../../domain/plan/month.ts";
import type { Policy } from "../../domain/policy.ts";
import { quietBecause } from "../../domain/relationship/quiet.ts";
import type { Instant } from "../../domain/time.ts";
import { keepStandings, type PersonStanding } from "../../store/person-standings.ts";
import { type KeptQueue, keepQueues, type QueueLine } from "../../store/plan-queues.ts";
import type { WorldInside } from "../world.ts";

type View = { owner: OwnerId; policy: Policy; now: Instant };

export async function keepDecided({ database }: WorldInside, agenda: Agenda, view: View): Promise<void> {
  await keepQueues(database, view.owner, agenda.queues.map(keptQueue));
  await keepStandings(database, view.owner, [...resting(agenda), ...quiet(agenda, view)]);
}

const keptQueue = ({ item, asked, next, waits }: ItemQueue): KeptQueue => ({
  planItemId: item.planItemId,
  lines: [
    ...asked.map(
      ({ personId, sequence }): QueueLine => ({
        contactId: personId as ContactId,
        standing: sequence.standing.kind === "ended" ? "passed" : "asked",
        because: [sequence.because],
      }),
    ),
    ...next.map(
      ({ personId, because }): QueueLine => ({ contactId: personId as ContactId, standing: "next", because }),
    ),
  ],
  ...(waits !== undefined && { waits }),
});

const resting = ({ resting: found }: Agenda): PersonStanding[] =>
  found.map(({ personId, ...rest }) => ({ contactId: personId as ContactId, standing: "resting", ...rest }));

const quiet = ({ decided }: Agenda, { policy, now }: View): PersonStanding[] =>
  decided.flatMap(({ state: { person } }) => {
    const reason = quietBecause(person, policy, now);
    return reason === undefined ? [] : [{ contactId: person.id as ContactId, standing: "quiet", because: reason }];
  });
