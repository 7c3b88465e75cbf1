/** A world of trouble for a test file, and what its scans left behind in the owner's rows. */
import type { Instant } from "../../../src/domain/time.ts";
import { testWorld } from "../world.ts";
import { type Case, type FaultWorld, faultWorld, type Meddling } from "./fault-world.ts";
import { scanJourneys } from "./scan-journeys.ts";

const morning = "2026-11-20T08:00:00.000Z" as Instant;

/** Made when it is first asked for, and the same from then on. */
export function faultsOnce(): () => Promise<FaultWorld> {
  let shared: Promise<FaultWorld> | undefined;
  return () => {
    shared ??= testWorld({ clock: morning, reader: "in_test" }).then(faultWorld);
    return shared;
  };
}

/** The parts of a journey, for other plots. */
export const scans = (name: string) => scanJourneys.find((one) => one.name === name)!;

export const streamsOf = ({ world, owner }: Case) =>
  world.database.selectFrom("stream").selectAll().where("owner_id", "=", owner).orderBy("name").execute();

export const messageIdsOf = async ({ world, owner }: Case): Promise<string[]> =>
  (
    await world.database
      .selectFrom("message")
      .select("header_id")
      .where("owner_id", "=", owner)
      .orderBy("header_id")
      .execute()
  ).map(({ header_id }) => header_id!);

/** The same answer with another text; what has none keeps none. */
export const rewriting =
  (change: (text: string) => string): Meddling =>
  async ({ answer }) => {
    const text = await answer.text();
    const isEmpty = answer.status === 204 || answer.status === 202;
    return new Response(isEmpty ? null : change(text), { status: answer.status, headers: answer.headers });
  };
