/**
 * The owner's answer after an event (R11, R37), from the page or the command line, by one parser. It is kept as evidence:
 * people, interactions and promises are derived from it with everything else, so it survives every new reading.
 */
import { type DebriefAnswer, debriefAnswer, nothingAnswered, type OpenLine } from "../../domain/day/debrief.ts";
import { readDebriefAnswer } from "../../domain/day/debrief-answer.ts";
import type { DebriefId, OwnerId } from "../../domain/ids.ts";
import { dayIn, type Instant } from "../../domain/time.ts";
import { loadDebriefs, saveDebrief } from "../../store/debriefs.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimer } from "../../store/timers.ts";
import { policyOf } from "../owner/policy-of.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import type { World, WorldInside } from "../world.ts";
import { promptsAt } from "./debrief-prompts.ts";

export type DebriefKey = { eventId: string; endedAt: Instant };

/** A text, one tap that it did or did not take place, or no wish to say. */
export type Answered = { text: string; isHeld?: boolean } | "skip";

export type DebriefOutcome =
  /** `open`: lines that were not understood, kept, each with its question. */
  { kind: "kept"; answer: DebriefAnswer; open: readonly OpenLine[] } | { kind: "not_there" };

/** Answering again adds people and promises, and replaces whether it took place. */
export async function answerDebrief(
  world: World,
  owner: OwnerId,
  { eventId, endedAt }: DebriefKey,
  answered: Answered,
): Promise<DebriefOutcome> {
  const outcome = await world.database.transaction().execute(async (transaction) => {
    // Two answers at once follow each other: the second adds to what the first said.
    await lockOwner(transaction, owner);
    return keepAnswer({ ...world, database: transaction }, owner, { eventId, endedAt }, answered);
  });
  if (outcome.kind === "kept") await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return outcome;
}

async function keepAnswer(
  world: WorldInside,
  owner: OwnerId,
  { eventId, endedAt }: DebriefKey,
  answered: Answered,
): Promise<DebriefOutcome> {
  const { database } = world;
  const { now } = await viewpointOf(world, owner);
  const policy = await policyOf(world, owner);
  const isMeant = (one: { eventId: string; endsAt?: Instant; endedAt?: Instant }) =>
    one.eventId === eventId && (one.endsAt ?? one.endedAt) === endedAt;
  const prompt = (await promptsAt(world, owner, policy, now)).prompts.find(isMeant);
  const known = (await loadDebriefs(database, owner)).find(isMeant);
  const about = known ?? prompt;
  if (about === undefined) return { kind: "not_there" };
  const before = known?.answer ?? { ...nothingAnswered, guests: [...(prompt?.guests ?? [])] };
  const answer = answered === "skip" ? before : added(before, answered, dayIn(policy.zone, now));
  const state = answered === "skip" ? "skipped" : answer.open.length > 0 ? "asked" : "answered";
  const debrief = {
    debriefId: known?.debriefId ?? world.ids.next<DebriefId>(),
    eventId,
    kind: about.kind,
    title: about.title,
    endedAt,
    state,
    answer,
    ...(about.place !== undefined && { place: about.place }),
  } as const;
  await saveDebrief(database, owner, debrief, world.clock.now());
  await setTimer(database, owner, { kind: "discover", subjectId: owner }, world.clock.now());
  return { kind: "kept", answer, open: answer.open };
}

/** Nothing that was said before is lost; a line asked back is closed by the next answer. */
function added(
  before: DebriefAnswer,
  { text, isHeld }: Exclude<Answered, "skip">,
  saidOn: ReturnType<typeof dayIn>,
): DebriefAnswer {
  const read = readDebriefAnswer(text, { saidOn });
  const people = [...read.people, ...before.people];
  const to = read.people[0]?.address ?? before.people[0]?.address ?? before.guests[0];
  const promises = read.promises.map((one) => ({ ...(to !== undefined && { to }), ...one }));
  const toNobody = promises.filter((one) => one.to === undefined);
  return debriefAnswer.parse({
    ...before,
    // Whoever was met took part in something that took place.
    ...(read.people.length > 0 && { isHeld: true }),
    ...(read.isHeld !== undefined && { isHeld: read.isHeld }),
    ...(isHeld !== undefined && { isHeld }),
    people: [...new Map(people.toReversed().map((one) => [one.address, one])).values()],
    promises: [...before.promises, ...promises.filter((one) => one.to !== undefined)],
    open: [...read.open, ...toNobody.map(({ line }) => ({ line, question: "To whom did you promise this?" }))],
  });
}
