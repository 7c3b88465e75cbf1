/**
 * What changes at a provider between two scans: also while nobody looks for weeks and the cursor is too old, and what comes,
 * moves and goes in ways of the provider's own. The owner's rows equal the world in the end.
 */
import { describe, expect, test } from "vitest";
import { addDays, after, dayIn, type Instant, utc } from "../../src/domain/time.ts";
import type { Provider } from "../../src/integrations/provider.ts";
import type { NewEvent } from "../../src/sandbox/cloud/calendars.ts";
import { type Case, connect } from "../support/faults/fault-world.ts";
import { read } from "../support/faults/scan-journeys.ts";
import { faultsOnce, messageIdsOf, scans, streamsOf } from "../support/faults/scanned.ts";
import { changeMail, fillDiary, fillMail, putMessage } from "../support/faults/tiny-account.ts";

const faults = faultsOnce();

describe("cursors that are too old (S4)", () => {
  const spent: Readonly<Record<Provider, () => Response>> = {
    google: () => refusal(400, { code: 400, message: "Invalid pageToken", status: "INVALID_ARGUMENT" }),
    microsoft: () => refusal(410, { code: "syncStateNotFound", message: "The sync state generation is not found" }),
  };

  test.each([
    // More than one page of each: 500 ids at Google, 250 messages at Outlook.
    { provider: "google", operation: "gmail.users.messages.list on", letters: 505 },
    { provider: "microsoft", operation: "GET /me/mailFolders/{mailFolder-id}/messages on", letters: 260 },
  ] as const)(
    "$provider: between two pages of the sent mail, the reading begins anew and stores each once",
    async (row) => {
      const one = await (await faults()).open(row.provider);
      for (let nth = 0; nth < row.letters; nth += 1) putMessage(one, `sent-${nth}`, { place: "sent", days: 600 - nth });
      const accountId = await connect(one);
      let refused = 0;
      one.meddle(({ operation, answer }) => {
        if (operation !== row.operation || refused > 0) return answer;
        refused += 1;
        return spent[row.provider]();
      });
      expect(await read(one, accountId, "scan_mail")).toEqual({ reconnected: 0, wrong: [] });
      expect(refused).toBe(1);
      expect(await messageIdsOf(one)).toHaveLength(row.letters);
      expect((await streamsOf(one)).find(({ name }) => name === "sent")).toMatchObject({
        state: "over",
        resyncs: 1,
        stored: row.letters,
        counted: row.letters,
      });
    },
  );

  test.each(["google", "microsoft"] as const)(
    "%s: idle for weeks; what came, what was moved and what was taken off meanwhile is as it is there",
    async (provider) => {
      for (const name of ["mail", "calendars", "people"]) {
        const { fill, change, compare, kind } = scans(name).of;
        const one = await (await faults()).open(provider);
        fill(one);
        const accountId = await connect(one);
        await read(one, accountId, kind);
        one.clock.set(after(one.clock.now(), { days: 3 }));
        change(one);
        forgetLogs(one);
        expect(await read(one, accountId, kind)).toEqual({ reconnected: 0, wrong: [] });
        expect([name, await compare(one)]).toEqual([name, { lost: [], doubled: [], invented: [] }]);
        expect((await streamsOf(one)).some(({ resyncs }) => resyncs > 0)).toBe(true);
      }
    },
  );
});

describe("what moves about (S2, S3)", () => {
  test("a message that is filed away keeps its id at Outlook, and one that comes back under another id is the same message", async () => {
    const one = await (await faults()).open("microsoft");
    const filed = putMessage(one, "filed", { place: "inbox" });
    const copied = putMessage(one, "copied", { place: "inbox" });
    const accountId = await connect(one);
    await read(one, accountId, "scan_mail");
    const at = after(one.clock.now(), { minutes: 1 });
    one.clock.set(at);
    one.mine.mailbox.move(filed, { place: "archive" }, at);
    const { content } = one.mine.mailbox.find(copied)!;
    one.mine.mailbox.remove(copied, at);
    one.mine.mailbox.add({ content, place: "inbox", at });
    await read(one, accountId, "scan_mail");
    expect(await messageIdsOf(one)).toEqual(["copied@mail.example", "filed@mail.example"]);
  });

  test("what Outlook's changes leave out, the weekly listing finds and counts as missed", async () => {
    const one = await (await faults()).open("microsoft");
    fillMail(one);
    const accountId = await connect(one);
    await read(one, accountId, "scan_mail");
    changeMail(one);
    await read(one, accountId, "scan_mail");
    expect(await messageIdsOf(one)).not.toContain("mistaken@mail.example");
    one.clock.set(after(one.clock.now(), { days: 8 }));
    await read(one, accountId, "scan_mail");
    expect(await messageIdsOf(one)).toContain("mistaken@mail.example");
    expect((await streamsOf(one)).find(({ name }) => name === "inbox")).toMatchObject({ found_late: 1 });
  });

  test.each(["google", "microsoft"] as const)(
    "%s: a series that is edited, split in two, and called off",
    async (provider) => {
      const { compare } = scans("calendars").of;
      const one = await (await faults()).open(provider);
      fillDiary(one);
      const { calendars } = one.mine;
      const main = calendars.main.id;
      const review = () => calendars.events(main).find(({ title, seriesId }) => title === "review" && !seriesId)!;
      const put = (event: NewEvent) => {
        one.clock.set(after(one.clock.now(), { minutes: 1 }));
        calendars.put(main, event, one.clock.now());
      };
      const steps: readonly (() => void)[] = [
        () => undefined,
        () => put({ ...review(), title: "review of the week", sequence: 2 }),
        () => {
          const series = calendars.events(main).find(({ recurrence }) => recurrence !== undefined)!;
          put({
            ...series,
            sequence: 3,
            recurrence: { ...series.recurrence!, rules: ["FREQ=DAILY;INTERVAL=2;COUNT=2"] },
          });
          const later = `${addDays(dayIn(utc, one.clock.now()), 20)}T15:00:00.000Z` as Instant;
          const time = { kind: "timed", startsAt: later, endsAt: after(later, { hours: 1 }), zone: utc } as const;
          const rest = { ...series, id: "review2000", uid: "rest@nordlys.example", time };
          put({ ...rest, recurrence: { ...series.recurrence!, rules: ["FREQ=DAILY;COUNT=3"] } });
        },
        () => {
          one.clock.set(after(one.clock.now(), { minutes: 1 }));
          calendars.cancel(main, "review2000", one.clock.now());
        },
      ];
      const accountId = await connect(one);
      for (const [nth, step] of steps.entries()) {
        step();
        await read(one, accountId, "scan_calendars");
        expect([nth, await compare(one)]).toEqual([nth, { lost: [], doubled: [], invented: [] }]);
      }
    },
  );

  test("a calendar that is hidden takes its events along, and shown again it is read from the start (Q1)", async () => {
    const one = await (await faults()).open("google");
    fillDiary(one);
    const accountId = await connect(one);
    await read(one, accountId, "scan_calendars");
    const team = one.mine.calendars.list.find(({ id }) => id === "team")!;
    const ofTeam = () =>
      one.world.database
        .selectFrom("event")
        .select("title")
        .where("owner_id", "=", one.owner)
        .where("calendar", "=", "team")
        .execute();
    expect(await ofTeam()).not.toEqual([]);
    one.mine.calendars.putCalendar({ ...team, isDeleted: true }, one.clock.now());
    await read(one, accountId, "scan_calendars");
    expect(await ofTeam()).toEqual([]);
    const { isDeleted: _, ...there } = { ...team, isDeleted: true as const };
    one.mine.calendars.putCalendar(there, one.clock.now());
    one.clock.set(after(one.clock.now(), { hours: 2 }));
    await read(one, accountId, "scan_calendars");
    expect(await scans("calendars").of.compare(one)).toEqual({ lost: [], doubled: [], invented: [] });
  });
});

const refusal = (status: number, error: object): Response =>
  new Response(JSON.stringify({ error }), { status, headers: { "content-type": "application/json" } });

/** As providers forget what changed long ago. */
function forgetLogs({ mine }: Case): void {
  mine.mailbox.log.forget();
  mine.book.log.forget();
  for (const { id } of mine.calendars.list) mine.calendars.log(id).forget();
}
