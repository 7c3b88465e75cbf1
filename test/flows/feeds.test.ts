import { beforeAll, describe, expect, test } from "vitest";
import type { FeedId } from "../../src/domain/ids.ts";
import { after, type Instant, instantOf, type PlainDate } from "../../src/domain/time.ts";
import { answerDate } from "../../src/flows/feeds/answer-feed-date.ts";
import { saveAttendance, showAttendance } from "../../src/flows/feeds/attendance.ts";
import { followFeed, leaveFeed } from "../../src/flows/feeds/follow-feed.ts";
import { readFeed } from "../../src/flows/feeds/read-feed.ts";
import { showWeek } from "../../src/flows/meeting/show-week.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { calendarSigns } from "../../src/store/events.ts";
import { readFeedDates, readFeeds } from "../../src/store/read/feeds.ts";
import { findTimer } from "../../src/store/timers.ts";
import { feedServer } from "../support/feed-server.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

const now = "2026-11-22T09:00:00.000Z" as Instant;
const event = (uid: string, start: string, summary: string, more = "") =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART;TZID=Europe/Paris:${start}\r\nDURATION:PT2H\r\nSUMMARY:${summary}\r\n${more}END:VEVENT\r\n`;
const calendarOf = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Data Lyon\r\n${events.join("")}END:VCALENDAR\r\n`;

const meetup = event("1@meetups.example", "20261126T190000", "Meetup: Data Lyon", "LOCATION:Hôtel du Quai\\, Lyon\r\n");
const monthly = event("2@meetups.example", "20261103T080000", "Breakfast", "RRULE:FREQ=WEEKLY;COUNT=6\r\n");
let published = calendarOf(meetup, monthly, event("3@meetups.example", "20270601T190000", "Far ahead"));
let status = 200;
const server = await feedServer(() => ({ status, body: published }));

let at: TestWorld;
let feedId: FeedId;
const signal = new AbortController().signal;
const dates = async (search = "") =>
  (await readFeedDates(at.world.database, at.owner, { search, now, page: 1, rowsMax: 50 })).rows;
const titles = async (search = "") =>
  (await dates(search)).map(({ title, startsAt }) => `${startsAt.slice(0, 10)} ${title}`);

beforeAll(async () => {
  at = await testWorld({ clock: now, reader: "in_test" });
  const followed = await followFeed(at.world, at.owner, server.url("/data-lyon.ics"));
  if (followed.kind !== "followed") throw new Error(followed.kind);
  feedId = followed.feedId;
});

describe("a published calendar (R11)", () => {
  test("followed, its dates of the next 60 days stand in a list, each occurrence of a series for itself", async () => {
    expect(await readFeed(at.world, at.owner, feedId, signal)).toBe("read");
    expect(await titles()).toEqual([
      "2026-11-24 Breakfast",
      "2026-11-26 Meetup: Data Lyon",
      "2026-12-01 Breakfast",
      "2026-12-08 Breakfast",
    ]);
    expect(await titles("quai lyon")).toEqual(["2026-11-26 Meetup: Data Lyon"]);
    expect(await readFeeds(at.world.database, at.owner, now)).toMatchObject([
      { name: "Data Lyon", state: "open", ahead: 4 },
    ]);
  });

  test("followed twice it is one, and what is no address is refused", async () => {
    expect(await followFeed(at.world, at.owner, `${server.url("/data-lyon.ics")}#top`)).toEqual({ kind: "known" });
    expect(await followFeed(at.world, at.owner, "data lyon")).toMatchObject({ kind: "refused" });
    expect(await followFeed(at.world, at.owner, "http://meetups.example/x.ics")).toMatchObject({ kind: "refused" });
  });

  test("an event that the owner goes to takes their time, and tells nothing of how fresh their calendar is", async () => {
    const date = (await dates("meetup"))[0]!;
    expect(await answerDate(at.world, at.owner, date, "going")).toBe("done");
    await refresh(at.world, at.owner);
    const { days } = await showWeek(at.world, at.owner, { weekOf: "2026-11-23" as PlainDate });
    expect(days.flatMap(({ day, busy }) => busy.map(({ startMs }) => `${day} ${instantOf(startMs)}`))).toEqual([
      "2026-11-26 2026-11-26T18:00:00.000Z",
    ]);
    expect(await calendarSigns(at.world.database, at.owner, "2026-12-24T00:00:00.000Z" as Instant)).toEqual({
      calendars: 0,
      lastAt: undefined,
    });
    expect(await saveAttendance(at.world, at.owner, 2)).toBe("saved");
    expect(await showAttendance(at.world, at.owner)).toEqual({ perMonth: 2, going: 1 });
    expect(await saveAttendance(at.world, at.owner, 99)).toBe("refused");
  });

  test("said twice it is one event; taken back it is none", async () => {
    const date = (await dates("meetup"))[0]!;
    const events = () => at.database.db.selectFrom("event").select("title").execute();
    await answerDate(at.world, at.owner, date, "going");
    expect(await events()).toHaveLength(1);
    await answerDate(at.world, at.owner, date, "undecided");
    expect(await events()).toHaveLength(0);
    expect(await answerDate(at.world, at.owner, { ...date, uid: "nobody" }, "going")).toBe("not_there");
    await answerDate(at.world, at.owner, date, "going");
  });

  test("R11: put off, a date that the owner goes to moves with their word, their event and its place", async () => {
    const events = () =>
      at.database.db.selectFrom("event").select(["event_id", "title", "place", "starts_at"]).execute();
    const [before] = await events();
    const putOff = event("1@meetups.example", "20261125T190000", "Meetup: Data Lyon", "LOCATION:Péniche Arpège\r\n");
    published = calendarOf(putOff, monthly);
    at.clock.set(after(now, { minutes: 1 }));
    expect(await readFeed(at.world, at.owner, feedId, signal)).toBe("read");
    expect(await titles("meetup")).toEqual(["2026-11-25 Meetup: Data Lyon"]);
    expect((await dates("meetup"))[0]).toMatchObject({ answer: "going" });
    expect(await events()).toEqual([{ ...before, place: "Péniche Arpège", starts_at: "2026-11-25T18:00:00.000Z" }]);
    published = calendarOf(meetup, monthly);
    at.clock.set(after(now, { minutes: 2 }));
    await readFeed(at.world, at.owner, feedId, signal);
    expect(await events()).toEqual([before]);
  });

  test("what is no longer published goes, but not what the owner answered", async () => {
    published = calendarOf(event("4@meetups.example", "20261128T190000", "New one"));
    expect(await readFeed(at.world, at.owner, feedId, signal)).toBe("read");
    expect(await titles()).toEqual(["2026-11-26 Meetup: Data Lyon", "2026-11-28 New one"]);
  });

  test("a failure that may pass keeps everything and is tried again; one that will not ends it, and says why", async () => {
    status = 503;
    expect(await readFeed(at.world, at.owner, feedId, signal)).toBe("failing");
    expect(await titles()).toHaveLength(2);
    expect(await findTimer(at.world.database, at.owner, { kind: "read_feed", subjectId: feedId })).toBeDefined();
    status = 410;
    expect(await readFeed(at.world, at.owner, feedId, signal)).toBe("ended");
    const [feed] = await readFeeds(at.world.database, at.owner, now);
    expect(feed).toMatchObject({ state: "ended", because: expect.stringMatching(/gone/) });
  });

  test("left, it is gone with its dates; what the owner goes to stays", async () => {
    expect(await leaveFeed(at.world, at.owner, feedId)).toBe(true);
    expect(await titles()).toEqual([]);
    expect(await at.database.db.selectFrom("event").select("title").execute()).toEqual([
      { title: "Meetup: Data Lyon" },
    ]);
  });
});
