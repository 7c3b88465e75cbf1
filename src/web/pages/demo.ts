/** The way into the demo, and moving its time on from inside of it. */

import type { Instant } from "../../domain/time.ts";
import { addDays, dayIn, instantAt } from "../../domain/time.ts";
import { readAllNow } from "../../flows/accounts/read-all-now.ts";
import { nextDecisionAt } from "../../flows/next-decision.ts";
import { readLeaving } from "../../store/read/sendings.ts";
import { answerAbsent, answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, type DemoTime, ownerIdOf, worldOf } from "../context.ts";
import { isFromHere } from "../door.ts";
import { fieldsOf } from "../fields.ts";
import { demoView, notFromAfarView } from "../views/demo.ts";

const lookAgainSeconds = 2;
const morningMinute = 8 * 60;

export function showDemo(ask: Ask) {
  const { demoDoor: door } = ask.var.web;
  if (door === undefined) return answerAbsent(ask);
  const frame = frameOf(ask);
  if (!isFromHere(ask)) return answerPage(ask, frame, { title: "Demo", body: notFromAfarView });
  const standing = door.standing();
  // The form that led here may not be answered with another address, so this page leads on by itself.
  if (standing.kind === "open") ask.header("Refresh", `0; url=${standing.address}`);
  if (standing.kind === "opening") ask.header("Refresh", String(lookAgainSeconds));
  return answerPage(ask, frame, { title: "Demo", body: demoView(frame, standing) });
}

export function openDemo(ask: Ask) {
  const { demoDoor: door } = ask.var.web;
  if (door === undefined) return answerAbsent(ask);
  if (isFromHere(ask)) door.open();
  return goOn(ask, "/demo");
}

/** To whatever comes first: somebody of the demo's world acts, a meeting ends, a follow-up changes, a letter leaves. */
export const toNextEvent = (ask: Ask) =>
  move(ask, async ({ nextAt }, now) => {
    const decision = await nextDecisionAt(worldOf(ask), ownerIdOf(ask));
    return firstAfter(now, [await nextAt(), decision, await nextLetterAt(ask, now)]);
  });

/** Tomorrow morning; on the way it stops where a letter leaves, as time that leaps over its hours would hold it back for good. */
export const toNextDay = (ask: Ask) =>
  move(ask, async (_, now) => {
    const { zone } = ask.var.owner;
    const morning = instantAt(zone, addDays(dayIn(zone, now), 1), morningMinute);
    return firstAfter(now, [morning, await nextLetterAt(ask, now)]);
  });

/** Letters that are due already leave by themselves; more of them are not looked through. */
const lettersMost = 100;

async function nextLetterAt(ask: Ask, now: Instant): Promise<Instant | undefined> {
  const leaving = await readLeaving(worldOf(ask).database, ownerIdOf(ask), lettersMost);
  return firstAfter(
    now,
    leaving.map(({ leavesAt }) => leavesAt),
  );
}

const firstAfter = (now: Instant, all: readonly (Instant | undefined)[]): Instant | undefined =>
  all.filter((at) => at !== undefined && at > now).toSorted()[0];

async function move(ask: Ask, whither: (time: DemoTime, now: Instant) => Promise<Instant | undefined>) {
  const { demoTime: time } = ask.var.web;
  if (time === undefined) return answerAbsent(ask);
  const world = worldOf(ask);
  const { back } = await fieldsOf(ask);
  const to = await whither(time, world.clock.now());
  if (to === undefined) return goOn(ask, wayBack(back, "/"), "nothing_ahead");
  time.moveTo(to);
  await readAllNow(world, ownerIdOf(ask));
  return goOn(ask, wayBack(back, "/"), "time_moved");
}
