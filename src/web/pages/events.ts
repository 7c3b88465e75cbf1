import { z } from "zod";
import type { FeedId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { answerDate } from "../../flows/feeds/answer-feed-date.ts";
import { perMonthMax, saveAttendance, showAttendance } from "../../flows/feeds/attendance.ts";
import { followFeed, leaveFeed, tryFeedAgain } from "../../flows/feeds/follow-feed.ts";
import { readFeedDates, readFeeds } from "../../store/read/feeds.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { pageIn, searchIn } from "../query.ts";
import { type EventsTyped, eventsView } from "../views/events.ts";

const rowsMax = 50;

export const showEvents = (ask: Ask) => show(ask);

/** What was typed stands in the field again beside why it was refused. */
async function show(ask: Ask, refused?: EventsTyped) {
  const search = searchIn(ask);
  const [world, owner, now] = [worldOf(ask), ownerIdOf(ask), ask.var.now];
  const parts = {
    feeds: await readFeeds(world.database, owner, now),
    dates: await readFeedDates(world.database, owner, { search, now, page: pageIn(ask), rowsMax }),
    attendance: await showAttendance(world, owner),
    search,
    refused,
  };
  const frame = frameOf(ask);
  return answerPage(
    ask,
    frame,
    { title: "Events", place: "events", body: eventsView(frame, parts) },
    refused === undefined ? 200 : 400,
  );
}

export async function follow(ask: Ask) {
  const { address } = z.object({ address: z.string().max(2_000) }).parse(await ask.req.parseBody());
  const followed = await followFeed(worldOf(ask), ownerIdOf(ask), address);
  if (followed.kind === "refused") return show(ask, { form: "follow", typed: address, because: followed.because });
  return goOn(ask, "/events", followed.kind === "known" ? "feed_known" : "feed_followed");
}

const feedForm = z.object({ feed: z.uuid().transform((text) => text as FeedId) });

export async function leave(ask: Ask) {
  const { feed } = feedForm.parse(await ask.req.parseBody());
  await leaveFeed(worldOf(ask), ownerIdOf(ask), feed);
  return goOn(ask, "/events", "feed_left");
}

export async function tryAgain(ask: Ask) {
  const { feed } = feedForm.parse(await ask.req.parseBody());
  await tryFeedAgain(worldOf(ask), ownerIdOf(ask), feed);
  return goOn(ask, "/events", "feed_followed");
}

const dateForm = feedForm.extend({
  uid: z.string().min(1).max(300),
  at: z.iso.datetime().transform((text) => text as Instant),
  answer: z.enum(["going", "not_going", "undecided"]),
});

export async function answer(ask: Ask) {
  const { feed, uid, at, answer: said } = dateForm.parse(await ask.req.parseBody());
  const outcome = await answerDate(worldOf(ask), ownerIdOf(ask), { feedId: feed, uid, startsAt: at }, said);
  return outcome === "done" ? goOn(ask, "/events", `feed_${said}`) : answerAbsent(ask);
}

export async function setAttendance(ask: Ask) {
  const { perMonth } = z.object({ perMonth: z.string().max(20) }).parse(await ask.req.parseBody());
  const saved = await saveAttendance(
    worldOf(ask),
    ownerIdOf(ask),
    perMonth.trim() === "" ? Number.NaN : Number(perMonth),
  );
  return saved === "saved"
    ? goOn(ask, "/events", "attendance_set")
    : show(ask, { form: "month", typed: perMonth, because: `A whole number from 0 to ${perMonthMax}, please.` });
}
