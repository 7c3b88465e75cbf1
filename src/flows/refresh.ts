/** After something was read or said: who is who, what happened, what is due, and the letters for it, in this order. */
import type { OwnerId } from "../domain/ids.ts";
import { after } from "../domain/time.ts";
import { derived, imported, refreshStatistics, refreshStatisticsOfGrown } from "../store/statistics.ts";
import { settleTimer, startTimerEarly, type TimerKey } from "../store/timers.ts";
import { followCalendar } from "./booking/follow-calendar.ts";
import { nextMeetingEnd } from "./day/appointments.ts";
import { hearDigests } from "./digest/hear-digest.ts";
import { planDigest } from "./digest/plan-digest.ts";
import { readOwnersFacts } from "./facts/read-owners-facts.ts";
import { followUp } from "./follow-up.ts";
import { findGroups } from "./lists/find-groups.ts";
import { hearStops } from "./lists/hear-stops.ts";
import { lookForWanted } from "./lists/look-for-wanted.ts";
import { readTexts } from "./mail/read-texts.ts";
import { inferOwnerAddresses } from "./owner/infer-owner.ts";
import type { KnownOwner } from "./owner/own-addresses.ts";
import { type OwnerView, ownerView } from "./owner/owner-view.ts";
import { type Discovered, discoverPeople } from "./people/discover.ts";
import { happenedEvents } from "./people/happened-events.ts";
import { keepErased } from "./people/keep-erased.ts";
import { relateContacts } from "./people/relate.ts";
import { hearBounces } from "./plan/hear-bounces.ts";
import { readAnswers } from "./plan/read-answers.ts";
import { readLetters } from "./plan/read-letters.ts";
import { settleAnswers } from "./plan/settle-answers.ts";
import { rearmLetters } from "./sending/stuck.ts";
import type { World } from "./world.ts";

/** Whoever dies in the middle is followed by another after this; long enough for 200,000 messages (15 s measured). */
const leaseSeconds = 30;

export type Refreshed = Discovered & { owner: KnownOwner; due: number; planned: number; drafts: number };

export async function refresh(
  world: World,
  owner: OwnerId,
  signal: AbortSignal = new AbortController().signal,
): Promise<Refreshed> {
  const timer = { kind: "discover", subjectId: owner };
  await startTimerEarly(world.database, owner, timer, {
    now: world.clock.now(),
    leaseUntil: after(world.wall.now(), { seconds: leaseSeconds }),
  });
  await refreshStatisticsOfGrown(world.database, imported);
  // Whose mail it is, and in which zone they live, is found out first: everything else is read by that.
  await inferOwnerAddresses(world, owner);
  await keepErased(world, owner);
  const view = await ownerView(world, owner);
  const happened = await happenedEvents(world, view);
  let discovered = await discoverPeople(world, view, happened);
  await followCalendar(world, owner);
  await refreshStatisticsOfGrown(world.database, derived);
  await relateContacts(world, view, happened);
  await refreshStatisticsOfGrown(world.database, ["interaction"]);
  // What people sign with is evidence too, and can be read only once it is known who they are.
  const { read } = await readTexts(world, owner, signal);
  if (read > 0) {
    // Whoever asks for messages with a text kept is answered thirty times slower as long as no text is known of.
    await refreshStatistics(world.database, ["message"]);
    discovered = await discoverPeople(world, view, happened);
  }
  // A text told that two addresses are one person: what happened with the second is theirs too.
  if (read > 0 && discovered.joined > 0) {
    await relateContacts(world, view, happened);
    await readTexts(world, owner, signal);
  }
  await readOwnersFacts(world, view);
  await findGroups(world, view);
  await lookForWanted(world, view);
  await hearStops(world, view);
  const letters = await readLetters(world, view);
  await readAnswers(world, view, letters);
  await settleAnswers(world, owner, letters);
  await hearBounces(world, owner, signal);
  await hearDigests(world, view, signal);
  const { due, planned, composed } = await followUp(world, owner);
  await rearmLetters(world, owner);
  if (view.hasLivingAccount) await planDigest(world, owner);
  await untilNextMeeting(world, view, timer);
  return { ...discovered, owner: view.known, due, planned, drafts: composed };
}

/**
 * Whoever is met for the first time is no contact before the meeting is over, and their thank-you shall be ready a quarter
 * of an hour later (R1, R14): so all this runs again when the next meeting with somebody ends.
 */
async function untilNextMeeting(world: World, view: OwnerView, timer: TimerKey): Promise<void> {
  const endsAt = await nextMeetingEnd(world, view);
  const now = world.clock.now();
  const nextAt = endsAt !== undefined && endsAt > now ? endsAt : undefined;
  // Set again meanwhile (a correction, another import) it stands, and all this runs once more.
  await settleTimer(world.database, view.owner, timer, nextAt);
}
