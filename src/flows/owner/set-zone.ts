/** The owner's home zone. A zone set from the first day on replaces the guess; later days make the dated list of a traveller. */
import type { OwnerId } from "../../domain/ids.ts";
import { type PlainDate, parseZone } from "../../domain/time.ts";
import type { InTransaction } from "../../store/database.ts";
import { removeZone, setZone as saveZone, sinceEver } from "../../store/owners.ts";
import { setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";

export async function setZone(
  world: World,
  owner: OwnerId,
  zone: string,
  from: PlainDate = sinceEver,
): Promise<"done" | "unknown_zone"> {
  const known = parseZone(zone);
  if (known === undefined) return "unknown_zone";
  await change(world, owner, (transaction) => saveZone(transaction, owner, from, known, "You said so."));
  return "done";
}

/** Takes back a zone of the dated list. The home zone, which has no first day, stays. */
export async function dropZone(world: World, owner: OwnerId, from: PlainDate): Promise<void> {
  if (from === sinceEver) return;
  await change(world, owner, (transaction) => removeZone(transaction, owner, from));
}

/** Days are counted in the zone, so everything is looked at again. */
async function change(
  world: World,
  owner: OwnerId,
  save: (transaction: InTransaction) => Promise<void>,
): Promise<void> {
  await world.database.transaction().execute(async (transaction) => {
    await save(transaction);
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, world.clock.now());
  });
  await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
}
