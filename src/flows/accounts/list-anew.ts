/**
 * Once a week what is fresh is listed from the start: a cursor tells of changes, the list tells what there is. What turns up
 * only then was missed (S3).
 */
import { after, before } from "../../domain/time.ts";
import { restartStream, type StoredStream } from "../../store/streams.ts";
import { recentDays, type Scan } from "./read-stream.ts";

const everyDays = 7;

/** The stream at its start; undefined when it is not time, or somebody else has it. */
export async function listAnewWeekly(scan: Scan, stream: StoredStream): Promise<StoredStream | undefined> {
  const { state, relistedAt } = stream;
  const isDue = relistedAt !== undefined && after(relistedAt, { days: everyDays }) <= scan.world.clock.now();
  return state === "current" && isDue ? listAnew(scan, stream) : undefined;
}

export async function listAnew(
  { world, owner, account }: Scan,
  stream: StoredStream,
): Promise<StoredStream | undefined> {
  const at = world.clock.now();
  const since = before(at, { days: recentDays });
  return restartStream(world.database, owner, account, stream, { since, why: "relist", at });
}

/** From the restart to the end of the listing. */
export const isListedAnew = ({ relistedAt, succeededAt, state }: StoredStream): boolean =>
  state !== "current" && relistedAt !== undefined && succeededAt !== undefined && relistedAt >= succeededAt;
