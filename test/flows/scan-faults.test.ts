/**
 * Trouble with providers: a sample of what scripts/fault-matrix.ts tries in full, and stories that need a plot of their own. On
 * the real store, jobs, adapters and sandbox; whatever happens, the owner's rows equal the world in the end.
 */
import { describe, expect, test } from "vitest";
import { addDays, after, dayIn, type Instant, utc } from "../../src/domain/time.ts";
import type { Provider } from "../../src/integrations/provider.ts";
import type { NewEvent } from "../../src/sandbox/cloud/calendars.ts";
import { faultKinds } from "../../src/sandbox/faults.ts";
import { type Case, connect, type FaultWorld, faultWorld, type Meddling } from "../support/faults/fault-world.ts";
import { isRight, journeys, tryOut } from "../support/faults/matrix.ts";
import { read, scanJourneys } from "../support/faults/scan-journeys.ts";
import { changeMail, fillDiary, fillMail, letter, putMessage } from "../support/faults/tiny-account.ts";
import { testWorld } from "../support/world.ts";

const morning = "2026-11-20T08:00:00.000Z" as Instant;
let shared: Promise<FaultWorld> | undefined;
const faults = (): Promise<FaultWorld> => {
  shared ??= testWorld({ clock: morning, reader: "in_test" }).then(faultWorld);
  return shared;
};

const journey = (name: string) => journeys.find((one) => one.name === name)!;
/** The parts of a journey, for other plots. */
const scans = (name: string) => scanJourneys.find((one) => one.name === name)!;

const streams = ({ world, owner }: Case) =>
  world.database.selectFrom("stream").selectAll().where("owner_id", "=", owner).orderBy("name").execute();

describe("a sample of the matrix (S2, S3, S8)", () => {
  const calls: Readonly<Record<Provider, readonly (readonly [journey: string, operation: string])[]>> = {
    google: [
      ["mail", "gmail.users.messages.get"],
      ["mail", "gmail.users.history.list on"],
      ["calendars", "calendar.events.list on"],
      ["people", "people.people.connections.list on"],
      ["drafts", "gmail.users.drafts.send"],
      ["events", "calendar.events.insert"],
    ],
    microsoft: [
      ["mail", "GET /me/mailFolders/{mailFolder-id}/messages/delta on"],
      ["calendars", "GET /me/calendarView/delta on"],
      ["people", "GET /me/contactFolders/{contactFolder-id}/contacts/delta on"],
      ["drafts", "POST /me/messages/{message-id}/send"],
    ],
  };
  /** Only calls that carry a cursor can have one that is spent. */
  const goesOn = (operation: string) => operation.endsWith(" on");

  test.each(
    (["google", "microsoft"] as const).flatMap((provider) =>
      faultKinds.map((kind, nth) => {
        const fit = calls[provider].filter(([, operation]) => kind !== "expired_cursor" || goesOn(operation));
        const [name, operation] = fit[nth % fit.length]!;
        return { provider, kind, name, operation };
      }),
    ),
  )("$provider $name: $operation, $kind for a while", async ({ provider, kind, name, operation }) => {
    const verdict = await tryOut(await faults(), { provider, journey: journey(name), operation, kind, span: "while" });
    expect(verdict).toBeDefined();
    expect(isRight(verdict!) ? "right" : verdict).toBe("right");
  });
});

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
      expect(await messageIds(one)).toHaveLength(row.letters);
      expect((await streams(one)).find(({ name }) => name === "sent")).toMatchObject({
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
        expect((await streams(one)).some(({ resyncs }) => resyncs > 0)).toBe(true);
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
    expect(await messageIds(one)).toEqual(["copied@mail.example", "filed@mail.example"]);
  });

  test("what Outlook's changes leave out, the weekly listing finds and counts as missed", async () => {
    const one = await (await faults()).open("microsoft");
    fillMail(one);
    const accountId = await connect(one);
    await read(one, accountId, "scan_mail");
    changeMail(one);
    await read(one, accountId, "scan_mail");
    expect(await messageIds(one)).not.toContain("mistaken@mail.example");
    one.clock.set(after(one.clock.now(), { days: 8 }));
    await read(one, accountId, "scan_mail");
    expect(await messageIds(one)).toContain("mistaken@mail.example");
    expect((await streams(one)).find(({ name }) => name === "inbox")).toMatchObject({ found_late: 1 });
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
    one.mine.calendars.putCalendar({ ...team, isDeleted: true }, one.clock.now());
    await read(one, accountId, "scan_calendars");
    const { isDeleted: _, ...there } = { ...team, isDeleted: true as const };
    one.mine.calendars.putCalendar(there, one.clock.now());
    await read(one, accountId, "scan_calendars");
    expect(await scans("calendars").of.compare(one)).toEqual({ lost: [], doubled: [], invented: [] });
  });
});

describe("answers that make no sense (S8)", () => {
  test.each([
    {
      provider: "google",
      from: /"(status|transparency|visibility|eventType|responseStatus)":"[a-zA-Z]+"/g,
      to: '"$1":"hologram"',
    },
    { provider: "microsoft", from: /"(showAs|sensitivity|response|importance)":"[a-zA-Z]+"/g, to: '"$1":"hologram"' },
  ] as const)(
    "$provider: values that nobody knew take time, and nothing is left out",
    async ({ provider, from, to }) => {
      const one = await (await faults()).open(provider);
      fillDiary(one);
      one.meddle(rewriting((text) => text.replace(from, to)));
      const accountId = await connect(one);
      expect(await read(one, accountId, "scan_calendars")).toEqual({ reconnected: 0, wrong: [] });
      expect(await scans("calendars").of.compare(one)).toEqual({ lost: [], doubled: [], invented: [] });
      const rows = await one.world.database
        .selectFrom("event")
        .select(["title", "kind"])
        .where("owner_id", "=", one.owner)
        .where("kind", "<>", "busy")
        .execute();
      expect(rows).toEqual([]);
    },
  );

  test("a next link to another host is not followed, with the reason at its stream, and nothing is asked there", async () => {
    const one = await (await faults()).open("microsoft");
    fillMail(one);
    const asked: string[] = [];
    let isForged = true;
    one.meddle((call) => {
      asked.push(call.url.host);
      return isForged && call.operation.endsWith("/messages/delta")
        ? rewriting((text) =>
            text.replaceAll(/"https:\/\/graph.microsoft.com(?=[^"]*(?:skip|delta)token=)/g, '"https://evil.example'),
          )(call)
        : call.answer;
    });
    const accountId = await connect(one);
    await one.jobs.run(one.owner, ["scan_mail"], 2);
    expect((await streams(one)).map(({ because }) => because).filter(Boolean)).toEqual([
      "refused: a link leads away from the provider's own hosts",
    ]);
    expect(asked).not.toContain("evil.example");
    isForged = false;
    expect((await read(one, accountId, "scan_mail")).reconnected).toBe(0);
    expect(await scans("mail").of.compare(one)).toMatchObject({ lost: [], doubled: [] });
  });

  test.each([
    { provider: "google", hours: 1 },
    { provider: "google", hours: -1 },
    { provider: "microsoft", hours: 1 },
    { provider: "microsoft", hours: -1 },
  ] as const)("$provider's clock is $hours hours off: nothing is lost", async ({ provider, hours }) => {
    const all = await faults();
    const cloudClock = { now: () => after(all.clock.now(), { hours }) };
    const one = await all.open(provider, { cloudClock });
    one.fail((_, nth) => (nth === 2 ? "429_date" : undefined));
    fillMail(one);
    const accountId = await connect(one);
    expect(await read(one, accountId, "scan_mail")).toEqual({ reconnected: 0, wrong: [] });
    const at = cloudClock.now();
    one.mine.mailbox.add({
      content: letter({ id: "there-now", at, from: "priya@acme.example", to: one.mine.address, subject: "Now" }),
      place: "inbox",
      at,
    });
    await read(one, accountId, "scan_mail");
    expect(await scans("mail").of.compare(one)).toMatchObject({ lost: [], doubled: [] });
    expect(await messageIds(one)).toContain("there-now@mail.example");
  });
});

const refusal = (status: number, error: object): Response =>
  new Response(JSON.stringify({ error }), { status, headers: { "content-type": "application/json" } });

const rewriting =
  (change: (text: string) => string): Meddling =>
  async ({ answer }) => {
    const text = await answer.text();
    const isEmpty = answer.status === 204 || answer.status === 202;
    return new Response(isEmpty ? null : change(text), { status: answer.status, headers: answer.headers });
  };

/** As providers forget what changed long ago. */
function forgetLogs({ mine }: Case): void {
  mine.mailbox.log.forget();
  mine.book.log.forget();
  for (const { id } of mine.calendars.list) mine.calendars.log(id).forget();
}

const messageIds = async ({ world, owner }: Case): Promise<string[]> =>
  (
    await world.database
      .selectFrom("message")
      .select("header_id")
      .where("owner_id", "=", owner)
      .orderBy("header_id")
      .execute()
  ).map(({ header_id }) => header_id!);
