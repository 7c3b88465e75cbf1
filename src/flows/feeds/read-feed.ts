/** Reads a followed calendar: its dates of the next weeks, as they are published now. Once a day, and when it is new. */
import { movedDates } from "../../domain/day/moved-dates.ts";
import type { AccountId, FeedId, OwnerId } from "../../domain/ids.ts";
import { expandAll } from "../../domain/meeting/expand-all.ts";
import { after, type Instant, type Zone } from "../../domain/time.ts";
import type { FeedRead } from "../../integrations/feed.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import type { Connection } from "../../store/database.ts";
import {
  attendedOtherwise,
  changeFeed,
  type Feed,
  type FeedDate,
  findFeed,
  loadFeedDates,
  moveFeedAnswer,
  saveFeedDates,
} from "../../store/feeds.ts";
import { moveTimer, setTimer } from "../../store/timers.ts";
import { exportFilesAccount, ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";
import { attend } from "./attend.ts";

/** Dates further ahead are not kept: publishers change them. */
export const aheadDays = 60;
const datesMax = 1_000;
const textMax = 300;
const againHours = 24;
/** After a failure that may pass. */
const soonerHours = 3;

export const readFeedTimer = (feedId: FeedId) => ({ kind: "read_feed", subjectId: feedId });

export type FeedOutcome = "read" | "unchanged" | "failing" | "ended" | "not_there";

export async function readFeed(
  world: World,
  owner: OwnerId,
  feedId: FeedId,
  signal: AbortSignal,
): Promise<FeedOutcome> {
  const feed = await findFeed(world.database, owner, feedId);
  if (feed === undefined) return "not_there";
  const found = await ask(world, feed, signal);
  const now = world.clock.now();
  const zone = await ownerZone(world, owner);
  const account = await exportFilesAccount(world, owner);
  return world.database.transaction().execute(async (transaction): Promise<FeedOutcome> => {
    const again = (hours: number) => moveTimer(transaction, owner, readFeedTimer(feedId), after(now, { hours }));
    if (found.kind === "trouble") {
      // What is gone for good is not asked for again; the owner sees why, and may try once more.
      const state = found.isFinal ? "ended" : "failing";
      await changeFeed(transaction, owner, feedId, { state, because: found.because });
      if (!found.isFinal) await again(soonerHours);
      return state;
    }
    if (found.kind === "read") {
      await keepDates(transaction, owner, feedId, { dates: datesOf(found, now, zone), now });
      await followMoved(transaction, owner, feedId, { account, zone, now });
      const { validators, skipped, name } = found;
      const named = name !== undefined && feed.readAt === undefined ? { name: name.slice(0, textMax) } : {};
      const read = { validators, skipped: skipped.length, readAt: now, ...named };
      await changeFeed(transaction, owner, feedId, { state: "open", because: undefined, ...read });
    } else await changeFeed(transaction, owner, feedId, { state: "open", because: undefined, readAt: now });
    await again(againHours);
    return found.kind;
  });
}

/** What the owner said about a date that was put off holds for its new time. */
async function keepDates(
  connection: Connection,
  owner: OwnerId,
  feedId: FeedId,
  { dates, now }: { dates: readonly FeedDate[]; now: Instant },
): Promise<void> {
  const known = await loadFeedDates(connection, owner, feedId, now);
  const moved = movedDates(known, dates);
  await saveFeedDates(connection, owner, feedId, dates, now);
  for (const { from, to } of moved)
    await moveFeedAnswer(connection, owner, { feedId, uid: from.uid, startsAt: from.startsAt }, to.startsAt);
}

/** Events that the owner goes to stand in their week as they are announced now. */
async function followMoved(
  connection: Connection,
  owner: OwnerId,
  feedId: FeedId,
  { account, zone, now }: { account: AccountId; zone: Zone; now: Instant },
): Promise<void> {
  const changed = await attendedOtherwise(connection, owner, feedId, now);
  for (const { eventId, ...date } of changed)
    await attend(connection, owner, { account, zone }, { eventId, date, changedAt: now });
  if (changed.length > 0) await setTimer(connection, owner, { kind: "discover", subjectId: owner }, now);
}

type Asked = FeedRead | { kind: "trouble"; because: string; isFinal: boolean };

async function ask(world: World, { url, validators }: Feed, signal: AbortSignal): Promise<Asked> {
  try {
    return await world.feeds.read(url, validators, signal);
  } catch (error) {
    if (!(error instanceof TroubleError) || signal.aborted) throw error;
    const { trouble } = error;
    const because =
      "because" in trouble ? trouble.because : "what" in trouble ? `${trouble.what} is gone` : trouble.kind;
    return { kind: "trouble", because, isFinal: trouble.kind === "refused" || trouble.kind === "gone" };
  }
}

/** Each occurrence between now and the horizon that takes place; what cannot be followed is left out and counted by the reader. */
function datesOf({ events }: Extract<FeedRead, { kind: "read" }>, now: Instant, zone: Zone): FeedDate[] {
  const named = events.map((event, at) => ({ eventId: String(at), event }));
  const window = { from: now, to: after(now, { days: aheadDays }) };
  const dates = expandAll(named, window, zone).flatMap(({ event, times }) =>
    event.status === "cancelled"
      ? []
      : times.map(({ startsAt, endsAt }) => ({
          uid: event.uid.slice(0, textMax),
          startsAt,
          endsAt,
          title: event.title.trim().slice(0, textMax) || "An event without a title",
          place: event.place?.slice(0, textMax),
          link: httpsOnly(event.link),
        })),
  );
  const sorted = dates.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  return [...new Map(sorted.map((date) => [`${date.uid} ${date.startsAt}`, date])).values()].slice(0, datesMax);
}

/** A link is shown to be tapped: only one that leads to a page. */
const httpsOnly = (link: string | undefined): string | undefined =>
  link !== undefined && URL.parse(link)?.protocol === "https:" ? link.slice(0, textMax) : undefined;
