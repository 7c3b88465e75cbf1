/** What every calendar must do, whoever keeps it. */
import { describe, expect, test } from "vitest";
import type { CalendarEvent } from "../../../src/domain/meeting/event.ts";
import { expandAll } from "../../../src/domain/meeting/expand-all.ts";
import { after, before, type Instant, type PlainDate, parseInstant, type Zone } from "../../../src/domain/time.ts";
import type { EventRef, OutgoingEvent, Window } from "../../../src/integrations/calendar.ts";
import type { Cursor } from "../../../src/integrations/scan.ts";
import type { NewEvent } from "../../../src/sandbox/cloud/calendars.ts";
import { cancelMeeting, putMeeting } from "../../../src/sandbox/cloud/meetings.ts";
import { all, never, type OpenSubject, type Subject, troubleIn } from "./subject.ts";

const berlin = "Europe/Berlin" as Zone;
const at = (text: string) => parseInstant(text) as Instant;

export function calendarSuite(face: string, open: OpenSubject): void {
  describe(`${face}: reading a calendar`, () => {
    test("calendars are listed with their main one, and where one may write", async () => {
      const subject = open();
      subject.mine.calendars.putCalendar(
        { id: "team", name: "Team", isMain: false, isShown: false, role: "reader", zone: berlin },
        subject.now(),
      );
      const found = await subject.calendar.calendars(never);
      expect(found.filter(({ isMain }) => isMain)).toMatchObject([{ mayWrite: true, isShown: true, zone: berlin }]);
      expect(found.filter(({ isMain }) => !isMain)).toMatchObject([{ name: "Team", mayWrite: false }]);
    });

    test("at first all that touches the window, then what changes (S2, S6)", async () => {
      const subject = open();
      const reader = new Reader(subject);
      enter(subject, single("lunch", "2026-11-24T11:00:00Z", { attendees: [ana, own(subject)] }));
      enter(subject, single("long ago", "2024-01-08T11:00:00Z"));
      await reader.read();
      expect(reader.times()).toEqual(["2026-11-24T11:00 lunch"]);
      expect(reader.event("lunch")).toMatchObject({ status: "confirmed", kind: "busy", uid: "lunch@home.example" });
      expect(reader.event("lunch").attendees).toContainEqual({
        address: ana.address,
        name: "Ana Ruiz",
        response: "accepted",
      });

      enter(subject, single("call", "2026-11-25T09:00:00Z"));
      enter(subject, single("lunch", "2026-11-26T11:00:00Z"));
      await reader.read();
      expect(reader.times()).toEqual(["2026-11-25T09:00 call", "2026-11-26T11:00 lunch"]);

      cancelMeeting(subject.cloud, mainOf(subject), "lunch".padEnd(8, "0"), { tellsGuests: false });
      await reader.read();
      expect(reader.times()).toEqual(["2026-11-25T09:00 call"]);
    });

    test("whole days stay days, and what they mean is told", async () => {
      const subject = open();
      const reader = new Reader(subject);
      const days = {
        kind: "all_day",
        firstDay: "2026-12-24" as PlainDate,
        lastDay: "2026-12-26" as PlainDate,
      } as const;
      enter(subject, { ...single("away", "2026-12-24T00:00:00Z"), time: days, shows: "out_of_office" });
      enter(subject, { ...single("reminder", "2026-12-01T10:00:00Z"), shows: "free" });
      await reader.read();
      expect(reader.event("away")).toMatchObject({ time: days, kind: "out_of_office" });
      expect(reader.event("reminder").kind).toBe("free");
    });

    test("a series, an occurrence moved, one cancelled, the series cut short (S6)", async () => {
      const subject = open();
      const reader = new Reader(subject);
      const series = {
        ...single("weekly", "2026-11-24T09:00:00Z"),
        recurrence: { rules: ["FREQ=WEEKLY;COUNT=4"], extra: [], excluded: [] },
      };
      enter(subject, series);
      await reader.read();
      expect(reader.times()).toEqual(
        ["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15"].map((day) => `${day}T09:00 weekly`),
      );

      enter(subject, changed(series, "2026-12-01T09:00:00Z", "2026-12-02T14:00:00Z"));
      enter(subject, { ...changed(series, "2026-12-08T09:00:00Z", "2026-12-08T09:00:00Z"), status: "cancelled" });
      await reader.read();
      expect(reader.times()).toEqual(["2026-11-24T09:00 weekly", "2026-12-02T14:00 weekly", "2026-12-15T09:00 weekly"]);

      enter(subject, { ...series, recurrence: { rules: ["FREQ=WEEKLY;COUNT=3"], extra: [], excluded: [] } });
      await reader.read();
      expect(reader.times()).toEqual(["2026-11-24T09:00 weekly", "2026-12-02T14:00 weekly"]);
    });

    test("a cursor that is too old is spent, and the window read anew loses nothing (S4)", async () => {
      const subject = open();
      const reader = new Reader(subject);
      enter(subject, single("one", "2026-11-24T11:00:00Z"));
      await reader.read();
      enter(subject, single("two", "2026-11-25T11:00:00Z"));
      subject.mine.calendars.log(mainOf(subject).calendarId).forget();
      expect(await troubleIn(reader.read())).toBe("cursor_spent");
      reader.startOver();
      await reader.read();
      expect(reader.times()).toEqual(["2026-11-24T11:00 one", "2026-11-25T11:00 two"]);
    });

    test("a cursor that nobody wrote is spent, not a crash", async () => {
      const { calendar } = open();
      const [main] = await calendar.calendars(never);
      const from = { after: "{nonsense", window: windowAround(at("2026-11-23T08:00:00Z")) };
      expect(await troubleIn(all(calendar.pages(main!.ref, from, never)))).toBe("cursor_spent");
    });
  });

  describe(`${face}: who is busy`, () => {
    test("what takes time is told without why, what does not is left out", async () => {
      const subject = open();
      enter(subject, single("lunch", "2026-11-24T11:00:00Z"));
      enter(subject, { ...single("free", "2026-11-24T13:00:00Z"), shows: "free" });
      enter(subject, single("off", "2026-11-24T15:00:00Z"));
      cancelMeeting(subject.cloud, mainOf(subject), "off".padEnd(8, "0"), { tellsGuests: false });
      const [main] = await subject.calendar.calendars(never);
      const window = { from: at("2026-11-24T00:00:00Z"), to: at("2026-11-25T00:00:00Z") };
      expect(await subject.calendar.busy([main!.ref], window, never)).toEqual({
        busy: [{ calendar: main!.ref, startsAt: "2026-11-24T11:00:00.000Z", endsAt: "2026-11-24T12:00:00.000Z" }],
        unreadable: [],
      });
    });

    test("a series takes the time of each occurrence, also where one was moved to (Q1)", async () => {
      const subject = open();
      const series = single("standup", "2026-11-24T08:00:00Z", {
        recurrence: { rules: ["FREQ=DAILY;COUNT=3"], extra: [], excluded: [] },
      });
      enter(subject, series);
      enter(subject, changed(series, "2026-11-25T08:00:00.000Z", "2026-11-25T16:00:00Z"));
      const [main] = await subject.calendar.calendars(never);
      const window = { from: at("2026-11-24T00:00:00Z"), to: at("2026-11-28T00:00:00Z") };
      const { busy } = await subject.calendar.busy([main!.ref], window, never);
      expect(busy.map(({ startsAt }) => startsAt.slice(0, 16)).sort()).toEqual([
        "2026-11-24T08:00",
        "2026-11-25T16:00",
        "2026-11-26T08:00",
      ]);
    });

    test("a calendar that cannot be asked is named: nothing unknown is free", async () => {
      const { calendar } = open();
      const window = { from: at("2026-11-24T00:00:00Z"), to: at("2026-11-25T00:00:00Z") };
      const { unreadable } = await calendar.busy(["no-such-calendar"], window, never);
      expect(unreadable.map((one) => one.calendar)).toEqual(["no-such-calendar"]);
    });
  });

  describe(`${face}: writing a meeting (provider facts 9)`, () => {
    test("put once however often it is asked, found, moved, cancelled; guests are told", async () => {
      const subject = open();
      const bo = subject.cloud.add({
        provider: "google",
        address: "bo@other.example",
        given: "Bo",
        family: "Berg",
        zone: berlin,
      });
      const write = subject.calendar.write!;
      const [main] = await subject.calendar.calendars(never);
      const event: OutgoingEvent = {
        key: "0123456789abcdef0123456789abcdef",
        title: "Coffee with Bo",
        startsAt: at("2026-11-24T09:00:00Z"),
        endsAt: at("2026-11-24T09:30:00Z"),
        zone: berlin,
        place: "Kaffeehaus",
        description: "As agreed.",
        guests: [{ address: bo.address, name: "Bo Berg" }],
        wantsLink: false,
      };
      expect(await write.find(main!.ref, event.key, never)).toBeUndefined();
      const put = await write.put(main!.ref, event, never);
      expect(put.event).toMatchObject({
        title: "Coffee with Bo",
        place: "Kaffeehaus",
        time: { startsAt: event.startsAt },
      });
      expect((await write.put(main!.ref, event, never)).ref).toBe(put.ref);
      expect((await write.find(main!.ref, event.key, never))?.ref).toBe(put.ref);
      const theirs = () => bo.calendars.events(bo.calendars.main.id).filter(({ status }) => status !== "cancelled");
      expect(theirs()).toMatchObject([{ title: "Coffee with Bo", time: { startsAt: event.startsAt } }]);

      const moved = await write.move(
        main!.ref,
        put.ref,
        { ...event, startsAt: at("2026-11-25T10:00:00Z"), endsAt: at("2026-11-25T10:30:00Z") },
        never,
      );
      expect(moved.event.time).toMatchObject({ startsAt: "2026-11-25T10:00:00.000Z" });
      expect(theirs()).toMatchObject([{ time: { startsAt: "2026-11-25T10:00:00.000Z" } }]);

      await write.cancel(main!.ref, put.ref, never);
      await write.cancel(main!.ref, put.ref, never);
      expect(await write.find(main!.ref, event.key, never)).toBeUndefined();
      expect(theirs()).toEqual([]);
      expect(await troubleIn(write.move(main!.ref, put.ref, event, never))).not.toBe("done");
    });

    test("a link of the provider comes when it is wanted", async () => {
      const { calendar } = open();
      const [main] = await calendar.calendars(never);
      const event: OutgoingEvent = {
        key: "f".repeat(32),
        title: "Call",
        startsAt: at("2026-11-24T09:00:00Z"),
        endsAt: at("2026-11-24T09:30:00Z"),
        zone: berlin,
        guests: [],
        wantsLink: true,
      };
      const put = await calendar.write!.put(main!.ref, event, never);
      expect(put.link ?? (await calendar.write!.find(main!.ref, event.key, never))?.link).toMatch(/^https:\/\//);
    });
  });
}

/** Reads the main calendar as the product does: keeps what stands, drops what is gone. */
class Reader {
  readonly #subject: Subject;
  readonly #events = new Map<EventRef, CalendarEvent>();
  #cursor: Cursor | undefined;
  readonly #window: Window;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.#window = windowAround(subject.now());
  }

  startOver(): void {
    this.#cursor = undefined;
    this.#events.clear();
  }

  async read(): Promise<void> {
    const { calendar } = this.#subject;
    const ref = (await calendar.calendars(never)).find(({ isMain }) => isMain)!.ref;
    const from = { ...(this.#cursor !== undefined ? { after: this.#cursor } : {}), window: this.#window };
    for await (const page of calendar.pages(ref, from, never)) {
      for (const [place, { uid }] of this.#events) if (page.whole?.includes(uid)) this.#events.delete(place);
      for (const { ref: place, event } of page.events) this.#events.set(place, event);
      for (const place of page.gone) this.#events.delete(place);
      expect(page.skipped).toEqual([]);
      this.#cursor = page.cursor;
    }
  }

  /** When something takes place inside the window: "2026-11-24T11:00 lunch". */
  times(): string[] {
    const events = [...this.#events].map(([eventId, event]) => ({ eventId, event }));
    return expandAll(events, this.#window, berlin)
      .filter(({ event }) => event.status !== "cancelled")
      .flatMap(({ event, times }) => times.map(({ startsAt }) => `${startsAt.slice(0, 16)} ${event.title}`))
      .sort();
  }

  event(title: string): CalendarEvent {
    const found = [...this.#events.values()].find((event) => event.title === title);
    if (found === undefined) throw new Error(`no event ${title}`);
    return found;
  }
}

const windowAround = (now: Instant): Window => ({ from: before(now, { days: 100 }), to: after(now, { days: 100 }) });

const ana = { address: "ana@acme.example", name: "Ana Ruiz", response: "accepted" } as const;
const own = ({ mine }: Subject) => ({ address: mine.address, response: "accepted", organiser: true }) as const;

function single(title: string, startsAt: string, more: Partial<NewEvent> = {}): NewEvent {
  return {
    id: title.replaceAll(" ", "").padEnd(8, "0"),
    uid: `${title}@home.example`,
    sequence: 0,
    title,
    time: { kind: "timed", startsAt: at(startsAt), endsAt: after(at(startsAt), { hours: 1 }), zone: berlin },
    status: "confirmed",
    attendees: [],
    shows: "busy",
    properties: {},
    ...more,
  };
}

/** One occurrence of a series, at another time. */
function changed(series: NewEvent, key: string, startsAt: string): NewEvent {
  const { recurrence: _, ...rest } = series;
  return {
    ...rest,
    ...single(series.title, startsAt),
    id: `${series.id}_${key.slice(0, 19).replace(/[-:]/g, "")}Z`,
    seriesId: series.id,
    occurrence: at(key),
  };
}

const mainOf = ({ mine }: Subject) => ({ account: mine, calendarId: mine.calendars.main.id });

const enter = (subject: Subject, event: NewEvent) =>
  putMeeting(subject.cloud, mainOf(subject), event, { tellsGuests: false });
