/** After something was read or said: who is who, what happened, what is due, and the letters for it, in this order. */
import type { OwnerId } from "../domain/ids.ts";
import { after } from "../domain/time.ts";
import { derived, imported, refreshStatistics } from "../store/statistics.ts";
import { dropTimer, findTimer, finishTimer, setTimer, startTimer, type TimerKey } from "../store/timers.ts";
import { followCalendar } from "./booking/follow-calendar.ts";
import { nextMeetingEnd } from "./day/appointments.ts";
import { decideOwnersFollowUps } from "./decide-follow-ups.ts";
import { hearDigests } from "./digest/hear-digest.ts";
import { planDigest } from "./digest/plan-digest.ts";
import { readOwnersFacts } from "./facts/read-owners-facts.ts";
import { composeDrafts } from "./letters/compose-drafts.ts";
import { findGroups } from "./lists/find-groups.ts";
import { hearStops } from "./lists/hear-stops.ts";
import { lookForWanted } from "./lists/look-for-wanted.ts";
import { readTexts } from "./mail/read-texts.ts";
import { policyOf } from "./owner/policy-of.ts";
import { viewpointOf } from "./owner/viewpoint.ts";
import { type Discovered, discoverPeople } from "./people/discover.ts";
import { relateContacts } from "./people/relate.ts";
import { hearBounces } from "./plan/hear-bounces.ts";
import { readAnswers } from "./plan/read-answers.ts";
import { readLetters } from "./plan/read-letters.ts";
import { settleAnswers } from "./plan/settle-answers.ts";
import { rearmLetters } from "./sending/stuck.ts";
import type { World } from "./world.ts";

/** Whoever dies in the middle is followed by another after this; long enough for 200,000 messages (15 s measured). */
const leaseSeconds = 30;

export type Refreshed = Discovered & { due: number; planned: number; drafts: number };

export async function refresh(
  world: World,
  owner: OwnerId,
  signal: AbortSignal = new AbortController().signal,
): Promise<Refreshed> {
  const timer = { kind: "discover", subjectId: owner };
  await startTimer(world.database, owner, timer, {
    now: world.clock.now(),
    leaseUntil: after(world.wall.now(), { seconds: leaseSeconds }),
  });
  await refreshStatistics(world.database, imported);
  let discovered = await discoverPeople(world, owner);
  await followCalendar(world, owner);
  await refreshStatistics(world.database, derived);
  await relateContacts(world, owner);
  await refreshStatistics(world.database, ["interaction"]);
  // What people sign with is evidence too, and can be read only once it is known who they are.
  const { read } = await readTexts(world, owner, signal);
  if (read > 0) {
    // Whoever asks for messages with a text kept is answered thirty times slower as long as no text is known of.
    await refreshStatistics(world.database, ["message"]);
    discovered = await discoverPeople(world, owner);
  }
  // A text told that two addresses are one person: what happened with the second is theirs too.
  if (read > 0 && discovered.joined > 0) {
    await relateContacts(world, owner);
    await readTexts(world, owner, signal);
  }
  await readOwnersFacts(world, owner);
  await findGroups(world, owner);
  await lookForWanted(world, owner);
  await hearStops(world, owner);
  const letters = await readLetters(world, owner);
  await readAnswers(world, owner, letters);
  await settleAnswers(world, owner, letters);
  await hearBounces(world, owner, signal);
  await hearDigests(world, owner, signal);
  const { due, planned } = await decideOwnersFollowUps(world, owner);
  const { composed } = await composeDrafts(world, owner);
  await rearmLetters(world, owner);
  await planDigest(world, owner);
  await untilNextMeeting(world, owner, timer);
  return { ...discovered, due, planned, drafts: composed };
}

/**
 * Whoever is met for the first time is no contact before the meeting is over, and their thank-you shall be ready a quarter
 * of an hour later (R1, R14): so all this runs again when the next meeting with somebody ends.
 */
async function untilNextMeeting(world: World, owner: OwnerId, timer: TimerKey): Promise<void> {
  const { now } = await viewpointOf(world, owner);
  const endsAt = await nextMeetingEnd(world, owner, await policyOf(world, owner), now);
  const clock = world.clock.now();
  await world.database.transaction().execute(async (transaction) => {
    const isDone = await finishTimer(transaction, owner, timer);
    const standing = isDone ? undefined : await findTimer(transaction, owner, timer);
    // Set again meanwhile (a correction, another import) it stands, and all this runs once more.
    if (standing !== undefined && standing.dueAt <= clock) return;
    if (endsAt !== undefined && endsAt > clock) await setTimer(transaction, owner, timer, endsAt);
    else await dropTimer(transaction, owner, timer);
  });
}
