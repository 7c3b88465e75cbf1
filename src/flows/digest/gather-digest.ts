/** What a digest is made of: the day as the page Today has it, the letters that may be approved from here, what was heard last. */
import type { Debrief } from "../../domain/day/debrief.ts";
import type { DigestInputs, DigestLetter } from "../../domain/day/digest.ts";
import type { DayItem } from "../../domain/day/item.ts";
import type { ContactId, DraftId, OwnerId } from "../../domain/ids.ts";
import { type Instant, weekdayOf } from "../../domain/time.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import { listCalls } from "../day/list-calls.ts";
import { type Day, openDay } from "../day/open-day.ts";
import { writeBrief } from "../day/write-brief.ts";
import type { Viewpoint } from "../owner/viewpoint.ts";
import { whatIsCovered } from "../sending/what-is-covered.ts";
import type { World } from "../world.ts";
import { heardSinceDigest } from "./heard-since-digest.ts";

/** The week is told at its end. */
const weekLineOn = 5;
/** `links` gives the page that shows a letter; nothing while none of ours is reachable from outside. */
export async function gatherDigest(
  world: World,
  owner: OwnerId,
  view: Viewpoint,
  links: (letter: { draftId: DraftId; textHash: string }) => string | undefined = () => undefined,
): Promise<DigestInputs> {
  const { now } = view;
  const day = await openDay(world, owner, view, { waitingMax: 0 });
  const { sitting, policy } = day;
  const waiting = [...day.rows, ...day.suggestions];
  const items = sitting.isOver ? [] : sitting.offered;
  return {
    day: day.day,
    zone: day.zone,
    items,
    waiting: sitting.waits,
    letters: await lettersOf(world, owner, items, waiting, links),
    takes: new Map(items.flatMap((item) => takenFor(item, waiting).map((takes) => [item.id, takes] as const))),
    asked: new Map(items.map((item) => [item.id, stillAsked(item, day.openAnswers)])),
    news: await heardSinceDigest(world, owner, now),
    meetings: await meetingsOf(world, owner, day, now),
    calls: policy.day.isCallListOn ? (await listCalls(world, owner, now)).calls : [],
    ...(weekdayOf(day.day) === weekLineOn && { weekLine: day.weekLine }),
  };
}

type Waiting = { contactId: ContactId; isWhyOpen: boolean; draft: DraftSeen | undefined };

async function lettersOf(
  world: World,
  owner: OwnerId,
  items: readonly DayItem[],
  waiting: readonly Waiting[],
  links: (letter: { draftId: DraftId; textHash: string }) => string | undefined,
): Promise<Map<string, DigestLetter>> {
  const offered = new Set(items.filter(({ kind }) => kind === "approve").map(({ subject }) => subject.draftId));
  const letters = new Map<string, DigestLetter>();
  for (const { draft } of waiting) {
    if (draft === undefined || !offered.has(draft.draftId) || !mayBeApproved(draft)) continue;
    const { draftId, textHash, to, alsoTo, subject, body } = draft;
    const link = links({ draftId, textHash });
    letters.set(draftId, {
      draftId,
      textHash,
      to: [to, ...alsoTo],
      subject,
      body,
      covers: await coversBy(world, owner, draftId),
      ...(link !== undefined && { link }),
    });
  }
  return letters;
}

const mayBeApproved = ({ state, question, lint }: DraftSeen): boolean =>
  state === "proposed" && question === undefined && !lint.some(({ weight }) => weight === "refuse");

/** What a yes from the daily mail covers beside the letter. Reminders are not shown there, so that it does not cover them. */
export async function coversBy(world: World, owner: OwnerId, draftId: DraftId): Promise<string> {
  const covered = await whatIsCovered(world, owner, draftId);
  if (covered === undefined) return "";
  return [
    ...(covered.times.length > 0 ? ["The time of these that they plainly accept is booked."] : []),
    ...(covered.nudges.length > 0 ? ["You are asked before a reminder goes out."] : []),
  ].join(" ");
}

/** What an answer is taken for: a question that mail can answer, or a debrief. */
function takenFor({ kind, subject }: DayItem, waiting: readonly Waiting[]): [Taken] | [] {
  const { eventId, endedAt } = subject;
  if (kind === "debrief" && eventId !== undefined && endedAt !== undefined)
    return [{ takes: "debrief", eventId, endedAt: endedAt as Instant }];
  const contactId = subject.contactId as ContactId | undefined;
  if (contactId === undefined) return [];
  if (kind === "give_note") return [{ takes: "give_note", contactId }];
  const asking = kind === "question" ? waiting.find(({ draft }) => draft?.draftId === subject.draftId) : undefined;
  const [missing] = asking?.draft?.missing ?? [];
  if (missing === "greetingName") return [{ takes: "greeting", contactId }];
  return asking?.isWhyOpen === true && missing === undefined ? [{ takes: "why", contactId }] : [];
}

type Taken = DigestInputs["takes"] extends ReadonlyMap<string, infer One> ? One : never;

/** Lines of an earlier answer that were not understood, each with its question. */
const stillAsked = ({ subject }: DayItem, openAnswers: readonly Debrief[]): string[] =>
  openAnswers
    .filter(({ eventId, endedAt }) => eventId === subject.eventId && endedAt === subject.endedAt)
    .flatMap(({ answer }) => answer.open.map(({ line, question }) => `You wrote "${line}". ${question}`));

async function meetingsOf(world: World, owner: OwnerId, day: Day, now: Instant): Promise<DigestInputs["meetings"]> {
  const meetings: DigestInputs["meetings"][number][] = [];
  for (const { startsAt, minutes, title, place, contacts } of day.meetings) {
    const [contactId] = contacts;
    const written = contactId && (await writeBrief(world, owner, contactId, { now, zone: day.zone }));
    const [line] = written?.lines ?? [];
    meetings.push({
      startsAt,
      minutes,
      title,
      ...(place !== undefined && { place }),
      ...(line !== undefined && { brief: line.text }),
    });
  }
  return meetings;
}
