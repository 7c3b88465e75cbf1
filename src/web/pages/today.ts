/** The day, and the small acts on it. */
import { z } from "zod";
import { lateMinutes } from "../../domain/draft/errand.ts";
import type { FactId, FollowUpId, GroupId } from "../../domain/ids.ts";
import { dayIn, type Instant, parseDay } from "../../domain/time.ts";
import { dayBlocks } from "../../flows/day/day-blocks.ts";
import { listCalls } from "../../flows/day/list-calls.ts";
import { openDay } from "../../flows/day/open-day.ts";
import { runSitting } from "../../flows/day/run-sitting.ts";
import { saveDaySettings } from "../../flows/day/save-day-settings.ts";
import { dropItem, settleGroup, settlePromise } from "../../flows/day/settle-item.ts";
import { heardSinceDigest } from "../../flows/digest/heard-since-digest.ts";
import { sayLate } from "../../flows/letters/say-late.ts";
import { snoozeFollowUp } from "../../flows/sending/skip-draft.ts";
import { readWhyGuesses } from "../../store/read/person.ts";
import { readLeaving } from "../../store/read/sendings.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { callsView } from "../views/calls.ts";
import { type DayTyped, laterMax, todayView } from "../views/today.ts";
import { leavingMax, lettersOnPage } from "./letters-on-page.ts";

export async function showToday(ask: Ask, typed?: DayTyped) {
  const world = worldOf(ask);
  const owner = ownerIdOf(ask);
  const day = await openDay(world, owner, ask.var.viewpoint, { waitingMax: laterMax });
  const offered = new Set<string>(day.sitting.offered.flatMap(({ subject }) => subject.contactId ?? []));
  const asked = [...day.rows, ...day.suggestions]
    .filter(({ isWhyOpen, contactId }) => isWhyOpen && offered.has(contactId))
    .map(({ contactId }) => contactId);
  const guesses = await readWhyGuesses(world.database, owner, asked);
  const calls = day.policy.day.isCallListOn ? await listCalls(world, owner, ask.var.now) : undefined;
  const isMorning = calls?.from !== undefined && calls.from <= ask.var.now && ask.var.now < calls.until;
  const frame = frameOf(ask);
  const body = todayView(frame, {
    day,
    guesses,
    letters: await lettersOnPage(
      ask,
      [...day.rows, ...day.suggestions].map(({ draft }) => draft),
    ),
    heard: await heardSinceDigest(world, owner, ask.var.now),
    leaving: await readLeaving(world.database, owner, leavingMax),
    calls: isMorning ? calls : undefined,
    ...(typed !== undefined && { typed }),
  });
  return answerPage(ask, frame, { title: "Today", place: "today", body }, typed === undefined ? 200 : 400);
}

export async function showCalls(ask: Ask) {
  const frame = frameOf(ask);
  const list = await listCalls(worldOf(ask), ownerIdOf(ask), ask.var.now);
  return answerPage(ask, frame, { title: "Calls", place: "today", body: callsView(frame, list) });
}

const timerForm = z.object({ act: z.enum(["begin", "pause", "enough", "more"]) });

export async function timeSitting(ask: Ask) {
  const { act } = timerForm.parse(await ask.req.parseBody());
  await runSitting(worldOf(ask), ownerIdOf(ask), act);
  return goOn(ask, "/today");
}

const uuid = z.uuid().optional();
const dropForm = z.object({
  kind: z.string().max(40),
  followUpId: uuid,
  factId: uuid,
  groupId: uuid,
  contactId: uuid,
  eventId: uuid,
  endedAt: z.iso.datetime().optional(),
});

export async function letGo(ask: Ask) {
  const { kind, ...subject } = dropForm.parse(await ask.req.parseBody());
  const known = Object.fromEntries(Object.entries(subject).filter(([, value]) => value !== undefined));
  const outcome = await dropItem(worldOf(ask), ownerIdOf(ask), kind, known);
  const { followUpId } = subject;
  const undo = followUpId === undefined ? undefined : ({ what: "follow_up", id: followUpId } as const);
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, "/today", "let_go", undo);
}

const snoozeForm = z.object({ followUpId: z.uuid(), until: z.string() });

export async function putOff(ask: Ask) {
  const { followUpId, until } = snoozeForm.parse(await ask.req.parseBody());
  const day = parseDay(until);
  if (day === undefined || day <= dayIn(ask.var.owner.zone, worldOf(ask).clock.now()))
    return goOn(ask, "/today", "not_a_day_to_come");
  const outcome = await snoozeFollowUp(worldOf(ask), ownerIdOf(ask), followUpId as FollowUpId, day);
  return outcome === "not_there"
    ? answerAbsent(ask)
    : goOn(ask, "/today", "put_off", { what: "follow_up", id: followUpId });
}

const promiseForm = z.object({ fact: z.uuid() });

export async function keepPromise(ask: Ask) {
  const { fact } = promiseForm.parse(await ask.req.parseBody());
  const outcome = await settlePromise(worldOf(ask), ownerIdOf(ask), fact as FactId, "done");
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, "/today", "promise_kept");
}

const groupForm = z.object({ group: z.uuid() });

export async function lookedIn(ask: Ask) {
  const { group } = groupForm.parse(await ask.req.parseBody());
  const outcome = await settleGroup(worldOf(ask), ownerIdOf(ask), group as GroupId);
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, "/today");
}

const lateForm = z.object({
  event: z.uuid(),
  at: z.iso.datetime().transform((text) => text as Instant),
  minutes: z.coerce.number().pipe(z.literal(lateMinutes)),
});

/** R36: a few words to those who wait, with the letters of the day. */
export async function tellLate(ask: Ask) {
  const { event, at, minutes } = lateForm.parse(await ask.req.parseBody());
  const outcome = await sayLate(worldOf(ask), ownerIdOf(ask), { eventId: event, startsAt: at, minutes });
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, "/today", "late_drafted");
}

const settingsForm = z.object({
  minutes: z.string(),
  at: z.string(),
  calls: z.string(),
  callsOn: z.literal("yes").optional(),
});

export async function changeDay(ask: Ask) {
  const fields = settingsForm.parse(await ask.req.parseBody());
  const { minutes, at, calls, callsOn } = fields;
  const saved = await saveDaySettings(worldOf(ask), ownerIdOf(ask), {
    sittingMinutes: Number(minutes),
    sittingAt: at,
    callListMax: Number(calls),
    isCallListOn: callsOn === "yes",
  });
  return saved.kind === "saved" ? goOn(ask, "/today", "day_saved") : showToday(ask, { trouble: saved.says, fields });
}

/** The sitting and the hour of calls as events that repeat, for a calendar that Rapport cannot write to. */
export async function saveBlocks(ask: Ask) {
  ask.header("Content-Type", "text/calendar; charset=utf-8");
  ask.header("Content-Disposition", 'attachment; filename="rapport-day.ics"');
  return ask.body(await dayBlocks(worldOf(ask), ownerIdOf(ask)));
}
