/** The owner's home zone. A zone set from the first day on replaces the guess; later days make the dated list of a traveller. */
import type { OwnerId } from "../domain/ids.ts";
import { type PlainDate, parseZone } from "../domain/time.ts";
import { setZone as saveZone, sinceEver } from "../store/owners.ts";
import { setTimer } from "../store/timers.ts";
import type { World } from "./world.ts";

export async function setZone(
  world: World,
  owner: OwnerId,
  zone: string,
  from: PlainDate = sinceEver,
): Promise<"done" | "unknown_zone"> {
  const known = parseZone(zone);
  if (known === undefined) return "unknown_zone";
  await world.database.transaction().execute(async (transaction) => {
    await saveZone(transaction, owner, from, known, "You said so.");
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, world.clock.now());
  });
  await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return "done";
}
