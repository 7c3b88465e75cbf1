/** Outlook's calendars, contacts, tasks and notifications in the sandbox, held to the contract in both directions. */
import { describe, expect, test } from "vitest";
import type { Instant, PlainDate, Zone } from "../../../src/domain/time.ts";
import type { CloudAccount } from "../../../src/sandbox/cloud/account.ts";
import type { NewEvent } from "../../../src/sandbox/cloud/calendars.ts";
import { recurrenceJson } from "../../../src/sandbox/microsoft/recurrence-json.ts";
import type { Notice } from "../../../src/sandbox/notices.ts";
import { asking, begins } from "./asking.ts";

const berlin = "Europe/Berlin" as Zone;
const lasting = 'IdType="ImmutableId"';
const november = "startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-01T00:00:00Z";
const key = "String {00020329-0000-0000-c000-000000000046} Name Booking";

const at = (text: string) => text as Instant;
const timed = (from: string, to: string): NewEvent["time"] => ({
  kind: "timed",
  startsAt: at(from),
  endsAt: at(to),
  zone: berlin,
});

function enter(account: CloudAccount, event: Partial<NewEvent> & { id: string }) {
  const plain: NewEvent = {
    id: event.id,
    uid: `${event.id}@firm.example`,
    sequence: 0,
    title: event.id,
    time: timed("2026-11-24T09:00:00.000Z", "2026-11-24T10:00:00.000Z"),
    status: "confirmed",
    attendees: [],
    shows: "busy",
    properties: {},
  };
  return account.calendars.put(account.calendars.main.id, { ...plain, ...event }, begins);
}

/** Mondays at nine from 2 November, whole days every Tuesday. */
const weekly = {
  time: timed("2026-11-02T08:00:00.000Z", "2026-11-02T08:30:00.000Z"),
  recurrence: { rules: ["FREQ=WEEKLY"], extra: [], excluded: [] },
};

type Item = Record<string, unknown> & { id: string; type?: string; subject?: string; start?: { dateTime: string } };
const say = (item: Record<string, unknown>) => {
  const { type, subject, start, "@removed": removed } = item as Item;
  if (removed !== undefined) return "gone";
  return `${type} ${subject ?? "-"} ${start?.dateTime.slice(0, 16)}`;
};

describe("views and events", () => {
  test("a view tells every time at which something takes place, in the zone that was asked for; whole days end with the midnight after", async () => {
    const { mia, all, ask, watch } = asking();
    enter(mia, { id: "standup", ...weekly });
    enter(mia, {
      id: "fair",
      time: { kind: "all_day", firstDay: "2026-11-05" as PlainDate, lastDay: "2026-11-06" as PlainDate },
      shows: "out_of_office",
    });
    enter(mia, {
      id: "market",
      time: { kind: "all_day", firstDay: "2026-11-03" as PlainDate, lastDay: "2026-11-03" as PlainDate },
      recurrence: { rules: ["FREQ=WEEKLY;COUNT=2"], extra: [], excluded: [] },
    });
    const { items } = await all(`/me/calendarView?${november}&$top=3`);
    expect(items.map(say)).toEqual([
      "occurrence standup 2026-11-02T08:00",
      "occurrence market 2026-11-03T00:00",
      "singleInstance fair 2026-11-05T00:00",
      "occurrence standup 2026-11-09T08:00",
      "occurrence market 2026-11-10T00:00",
      "occurrence standup 2026-11-16T08:00",
      "occurrence standup 2026-11-23T08:00",
      "occurrence standup 2026-11-30T08:00",
    ]);
    expect(items[2]).toMatchObject({
      isAllDay: true,
      showAs: "oof",
      end: { dateTime: "2026-11-07T00:00:00.0000000", timeZone: "UTC" },
    });
    const zoned = await ask("GET", `/me/calendarView?${november}`, undefined, [
      'outlook.timezone="W. Europe Standard Time"',
    ]);
    expect((zoned.body.value as Item[])[0]).toMatchObject({
      start: { dateTime: "2026-11-02T09:00:00.0000000", timeZone: "W. Europe Standard Time" },
    });
    const single = await ask("GET", `/me/events/${(items[4] as Item).id}`);
    expect(say(single.body)).toBe("occurrence market 2026-11-10T00:00");
    expect(watch.problems).toEqual([]);
  });

  test("calendars say what may be done with them, and one in which only busy times are seen shows no more", async () => {
    const { mia, ask, watch } = asking();
    mia.calendars.putCalendar(
      { id: "boss", name: "Boss", isMain: false, isShown: true, role: "free_busy_reader", zone: berlin },
      begins,
    );
    mia.calendars.put("boss", { ...enter(mia, { id: "secret", description: "layoffs" }), id: "s" }, begins);
    const { body } = await ask("GET", "/me/calendars");
    expect(body.value).toMatchObject([
      { name: "Calendar", isDefaultCalendar: true, canEdit: true, allowedOnlineMeetingProviders: ["teamsForBusiness"] },
      { name: "Boss", isDefaultCalendar: false, canEdit: false },
    ]);
    expect((await ask("GET", `/me/calendars/boss/calendarView?${november}`)).body.value).toMatchObject([
      { subject: "Busy", body: { content: "" } },
    ]);
    expect((await ask("POST", "/me/calendars/boss/events", meeting())).status).toBe(403);
    expect(watch.problems).toEqual([]);
  });
});

const meeting = (more: Readonly<Record<string, unknown>> = {}) => ({
  subject: "Coffee",
  start: { dateTime: "2026-11-25T14:00:00", timeZone: "W. Europe Standard Time" },
  end: { dateTime: "2026-11-25T15:00:00", timeZone: "W. Europe Standard Time" },
  attendees: [{ emailAddress: { address: "leo@firm.example", name: "Leo" }, type: "required" }],
  singleValueExtendedProperties: [{ id: key, value: "b1" }],
  ...more,
});

describe("what is written", () => {
  test("a meeting reaches its guests, is found by its mark, moved, and called off", async () => {
    const { ask, all, cloud, watch } = asking();
    const leo = cloud.add({
      provider: "microsoft",
      address: "leo@firm.example",
      given: "Leo",
      family: "Brandt",
      zone: berlin,
    });
    const made = await ask(
      "POST",
      "/me/events",
      meeting({ isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness", location: { displayName: "Café" } }),
      [lasting],
    );
    expect(made).toMatchObject({
      status: 201,
      body: {
        isOrganizer: true,
        responseStatus: { response: "organizer" },
        start: { dateTime: "2026-11-25T13:00:00.0000000" },
      },
    });
    expect((made.body.onlineMeeting as { joinUrl: string }).joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    const [copy] = leo.calendars.events(leo.calendars.main.id);
    expect(copy).toMatchObject({ title: "Coffee", place: "Café", organiser: { address: "mia@firm.example" } });
    const filter = `$filter=${encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${key}' and ep/value eq 'b1')`)}`;
    expect((await all(`/me/events?$select=id,subject&${filter}`, [lasting])).items).toMatchObject([
      { id: made.body.id, subject: "Coffee" },
    ]);
    const path = `/me/events/${made.body.id}`;
    const later = {
      start: { dateTime: "2026-11-25T16:00:00", timeZone: "UTC" },
      end: { dateTime: "2026-11-25T17:00:00", timeZone: "UTC" },
    };
    expect((await ask("PATCH", path, later)).body).toMatchObject({
      start: { dateTime: "2026-11-25T16:00:00.0000000" },
      subject: "Coffee",
    });
    expect(leo.calendars.find(leo.calendars.main.id, copy!.id)).toMatchObject({
      sequence: 1,
      time: { startsAt: "2026-11-25T16:00:00.000Z" },
    });
    expect((await ask("POST", `${path}/cancel`, { comment: "Sorry" })).status).toBe(202);
    expect(leo.calendars.find(leo.calendars.main.id, copy!.id)?.status).toBe("cancelled");
    expect((await ask("GET", path)).status).toBe(404);
    expect((await ask("DELETE", path)).status).toBe(404);
    expect(watch.problems).toEqual([]);
  });

  test.each([
    ["same_event" as const, 201, "Coffee"],
    ["refused" as const, 409, "ErrorDuplicateTransactionId"],
  ])("the same transaction twice is one event (%s)", async (repeatedTransaction, status, says) => {
    const { ask, mia, watch } = asking({ repeatedTransaction });
    const first = await ask("POST", "/me/events", meeting({ transactionId: "t1" }));
    const second = await ask("POST", "/me/events", meeting({ transactionId: "t1" }));
    expect(second.status).toBe(status);
    expect(JSON.stringify(second.body)).toContain(says);
    if (status === 201) expect(second.body.id).toBe(first.body.id);
    expect(mia.calendars.events(mia.calendars.main.id)).toHaveLength(1);
    expect(watch.problems).toEqual([]);
  });

  test("personal accounts get no link of Teams", async () => {
    const { ask, watch } = asking({ account: { kind: "consumer" } });
    const { body } = await ask("POST", "/me/events", meeting({ isOnlineMeeting: true }));
    expect(body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
    expect(watch.problems).toEqual([]);
  });

  test("one occurrence is changed or deleted without its series", async () => {
    const { ask, all, mia, watch } = asking();
    enter(mia, { id: "standup", ...weekly });
    const { items } = await all(`/me/calendarView?${november}`);
    const [first, second] = items as Item[];
    const noon = {
      start: { dateTime: "2026-11-02T11:00:00", timeZone: "UTC" },
      end: { dateTime: "2026-11-02T11:30:00", timeZone: "UTC" },
    };
    expect(say((await ask("PATCH", `/me/events/${first?.id}`, noon)).body)).toBe("exception standup 2026-11-02T11:00");
    expect((await ask("DELETE", `/me/events/${second?.id}`)).status).toBe(204);
    const master = String(first?.seriesMasterId);
    const left = await all(`/me/events/${master}/instances?${november}`);
    expect(left.items.map(say)).toEqual([
      "exception standup 2026-11-02T11:00",
      "occurrence standup 2026-11-16T08:00",
      "occurrence standup 2026-11-23T08:00",
      "occurrence standup 2026-11-30T08:00",
    ]);
    expect((await ask("GET", `/me/events/${master}`)).body).toMatchObject({
      type: "seriesMaster",
      recurrence: { pattern: { type: "weekly", daysOfWeek: ["monday"] } },
    });
    expect(watch.problems).toEqual([]);
  });

  test("an invitation stands as tentative until it is answered; what is declined goes", async () => {
    const { ask, all, mia, watch } = asking();
    const guests = [{ address: "mia@firm.example", response: "needs_action" as const }];
    enter(mia, { id: "talk", organiser: { address: "eva@else.example" }, attendees: guests });
    const [talk] = (await all(`/me/calendarView?${november}`)).items as Item[];
    expect(talk).toMatchObject({
      showAs: "tentative",
      isOrganizer: false,
      responseStatus: { response: "notResponded" },
    });
    expect((await ask("POST", `/me/events/${talk?.id}/cancel`, {})).status).toBe(400);
    expect((await ask("POST", `/me/events/${talk?.id}/accept`, { sendResponse: true })).status).toBe(202);
    expect((await all(`/me/calendarView?${november}`)).items[0]).toMatchObject({
      showAs: "busy",
      responseStatus: { response: "accepted" },
    });
    expect((await ask("POST", `/me/events/${talk?.id}/decline`, {})).status).toBe(202);
    expect((await all(`/me/calendarView?${november}`)).items).toEqual([]);
    expect(watch.problems).toEqual([]);
  });

  test.each([
    ["an end before the start", { end: { dateTime: "2026-11-25T13:00:00", timeZone: "W. Europe Standard Time" } }],
    ["a zone that is none", { start: { dateTime: "2026-11-25T14:00:00", timeZone: "Nowhere Time" } }],
    ["whole days that begin at noon", { isAllDay: true }],
    ["no times", { start: undefined, end: undefined }],
  ])("%s is refused", async (_, wrong) => {
    const { ask } = asking();
    expect((await ask("POST", "/me/events", meeting(wrong))).status).toBe(400);
  });
});

describe("rounds of changes in a window", () => {
  const delta = `/me/calendarView/delta?${november}`;

  test("the first tells series before their occurrences, which tell their times and no more; the next tells what differs", async () => {
    const { ask, all, mia, watch } = asking();
    enter(mia, { id: "standup", ...weekly });
    enter(mia, { id: "lunch" });
    enter(mia, { id: "old", time: timed("2026-01-02T08:00:00.000Z", "2026-01-02T09:00:00.000Z") });
    const first = await all(delta, ["odata.maxpagesize=3", lasting]);
    expect(first.pages).toBe(3);
    expect(first.items.map(say)).toEqual([
      "seriesMaster standup 2026-11-02T08:00",
      "occurrence - 2026-11-02T08:00",
      "occurrence - 2026-11-09T08:00",
      "occurrence - 2026-11-16T08:00",
      "occurrence - 2026-11-23T08:00",
      "singleInstance lunch 2026-11-24T09:00",
      "occurrence - 2026-11-30T08:00",
    ]);
    expect((await all(first.link)).link).toBe(first.link);
    const byDay = new Map((first.items as Item[]).map((item) => [say(item), item.id]));
    // Moved out of the window, one occurrence deleted, one changed, one new.
    mia.calendars.put(
      mia.calendars.main.id,
      {
        ...mia.calendars.find(mia.calendars.main.id, "lunch")!,
        time: timed("2027-02-02T08:00:00.000Z", "2027-02-02T09:00:00.000Z"),
      },
      begins,
    );
    await ask("DELETE", `/me/events/${byDay.get("occurrence - 2026-11-09T08:00")}`);
    await ask("PATCH", `/me/events/${byDay.get("occurrence - 2026-11-16T08:00")}`, { subject: "Standup outside" });
    enter(mia, { id: "dinner" });
    const second = await all(first.link, [lasting]);
    expect(second.items.map(say)).toEqual([
      "gone",
      "gone",
      "exception Standup outside 2026-11-16T08:00",
      "singleInstance dinner 2026-11-24T09:00",
    ]);
    expect(new Set(second.items.slice(0, 2).map(({ id }) => id))).toEqual(
      new Set([byDay.get("singleInstance lunch 2026-11-24T09:00"), byDay.get("occurrence - 2026-11-09T08:00")]),
    );
    expect(second.items[2]?.id).toBe(byDay.get("occurrence - 2026-11-16T08:00"));
    // The series moves: all that is left of it is told anew.
    mia.calendars.cancel(mia.calendars.main.id, "standup", begins);
    expect((await all(second.link)).items.map(say)).toEqual(["gone", "gone", "gone", "gone", "gone"]);
    expect(watch.problems).toEqual([]);
  });

  test("a forgotten state is a 410, and the window cannot be changed on the way (S4)", async () => {
    const { ask, all, mia, graph } = asking();
    const { link } = await all(delta);
    enter(mia, { id: "lunch" });
    mia.calendars.log(mia.calendars.main.id).forget();
    expect((await ask("GET", link)).body).toMatchObject({ error: { code: "resyncRequired" } });
    const { link: other } = await all(delta);
    graph.rounds.forget();
    expect((await ask("GET", other)).body).toMatchObject({ error: { code: "SyncStateNotFound" } });
    expect(
      (await ask("GET", "/me/calendarView/delta?startDateTime=2026-11-01T00:00:00Z&endDateTime=2036-12-01T00:00:00Z"))
        .status,
    ).toBe(400);
  });
});

test.each([
  ["FREQ=DAILY;INTERVAL=2;COUNT=5", { type: "daily", interval: 2 }, { type: "numbered", numberOfOccurrences: 5 }],
  [
    "FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T225959Z",
    { type: "weekly", daysOfWeek: ["monday", "wednesday"] },
    { type: "endDate", endDate: "2026-12-31" },
  ],
  ["FREQ=WEEKLY", { type: "weekly", daysOfWeek: ["wednesday"] }, { type: "noEnd" }],
  ["FREQ=MONTHLY", { type: "absoluteMonthly", dayOfMonth: 4 }, { type: "noEnd" }],
  ["FREQ=MONTHLY;BYDAY=-1FR", { type: "relativeMonthly", daysOfWeek: ["friday"], index: "last" }, { type: "noEnd" }],
  [
    "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2",
    { type: "relativeMonthly", daysOfWeek: ["tuesday"], index: "second" },
    { type: "noEnd" },
  ],
  ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=9", { type: "absoluteYearly", dayOfMonth: 9, month: 3 }, { type: "noEnd" }],
])("the rule %s as Graph's pattern", (rule, pattern, range) => {
  expect(recurrenceJson(rule, { firstDay: "2026-11-04" as PlainDate, zone: berlin })).toMatchObject({ pattern, range });
});
test("a rule by the hour has no pattern", () => {
  expect(recurrenceJson("FREQ=HOURLY", { firstDay: "2026-11-04" as PlainDate, zone: berlin })).toBeUndefined();
});

test("contacts: written with a mark, found by it, filled, listed by rounds in their folder", async () => {
  const { ask, all, mia, watch } = asking();
  const card = {
    displayName: "Leo Brandt",
    emailAddresses: [{ address: "Leo@Else.example", name: "Leo" }],
    singleValueExtendedProperties: [{ id: key, value: "c1" }],
  };
  const made = await ask("POST", "/me/contacts", card, [lasting]);
  expect(made).toMatchObject({
    status: 201,
    body: { displayName: "Leo Brandt", emailAddresses: [{ address: "leo@else.example" }], companyName: null },
  });
  mia.book.add({ kind: "other", card: { addresses: ["eva@else.example"], phones: [], links: [] } }, begins);
  const delta = "/me/contactFolders/contacts/contacts/delta";
  const first = await all(`${delta}?$select=displayName`, [lasting]);
  expect(first.items).toMatchObject([{ id: made.body.id, displayName: "Leo Brandt" }]);
  expect(
    (await ask("PATCH", `/me/contacts/${made.body.id}`, { companyName: "Else", mobilePhone: "+49 1" })).body,
  ).toMatchObject({ companyName: "Else", displayName: "Leo Brandt" });
  const filter = encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${key}' and ep/value eq 'c1')`);
  expect((await all(`/me/contacts?$filter=${filter}`)).items).toHaveLength(1);
  expect((await all(first.link, [lasting])).items).toMatchObject([{ companyName: "Else" }]);
  expect((await ask("DELETE", `/me/contacts/${made.body.id}`)).status).toBe(204);
  expect((await all(first.link, [lasting])).items).toEqual([{ id: made.body.id, "@removed": { reason: "deleted" } }]);
  mia.book.log.forget();
  expect((await ask("GET", first.link)).status).toBe(410);
  expect((await ask("POST", "/me/contactFolders/other/contacts", card)).status).toBe(404);
  expect(mia.book.contacts("contact")).toEqual([]);
  expect((await ask("GET", "/me/contactFolders/contacts")).body.displayName).toBe("Contacts");
  expect(watch.problems).toEqual([]);
});

test("tasks: written with what they are linked to, done on either side, gone when deleted", async () => {
  const { ask, all, mia, watch } = asking();
  const [list] = (await all("/me/todo/lists")).items;
  expect(list).toMatchObject({ displayName: "Tasks", wellknownListName: "defaultList" });
  const tasks = `/me/todo/lists/${list?.id}/tasks`;
  const made = await ask("POST", tasks, {
    title: "Send Leo the plan",
    body: { content: "promised on Monday", contentType: "text" },
    dueDateTime: { dateTime: "2026-11-30T00:00:00", timeZone: "UTC" },
    linkedResources: [{ externalId: "k1", applicationName: "Rapport", displayName: "Leo" }],
  });
  expect(made).toMatchObject({
    status: 201,
    body: {
      status: "notStarted",
      dueDateTime: { dateTime: "2026-11-30T00:00:00.0000000" },
      linkedResources: [{ externalId: "k1" }],
    },
  });
  const first = await all(`${tasks}/delta`);
  expect(first.items).toMatchObject([{ id: made.body.id }]);
  expect(first.items[0]?.linkedResources).toBeUndefined();
  expect((await all(`${tasks}?$expand=linkedResources`)).items).toMatchObject([
    { linkedResources: [{ externalId: "k1" }] },
  ]);
  expect((await ask("PATCH", `${tasks}/${made.body.id}`, { status: "completed" })).body).toMatchObject({
    status: "completed",
    title: "Send Leo the plan",
  });
  expect((await all(first.link)).items).toMatchObject([
    { status: "completed", completedDateTime: { dateTime: "2026-11-22T00:00:00.0000000" } },
  ]);
  expect(
    (await ask("POST", `${tasks}/${made.body.id}/linkedResources`, { externalId: "k2", applicationName: "Rapport" }))
      .status,
  ).toBe(201);
  expect((await all(`${tasks}/${made.body.id}/linkedResources`)).items).toMatchObject([
    { externalId: "k1" },
    { externalId: "k2" },
  ]);
  mia.tasks.remove(String(made.body.id), begins);
  expect((await all(first.link)).items).toEqual([{ id: made.body.id, "@removed": { reason: "deleted" } }]);
  expect((await ask("PATCH", `${tasks}/${made.body.id}`, { status: "notStarted" })).status).toBe(404);
  expect(watch.problems).toEqual([]);
});

describe("notifications", () => {
  const wanted = (minutes = 60) => ({
    changeType: "created,updated",
    notificationUrl: "https://me.example/hook?a=1",
    lifecycleNotificationUrl: "https://me.example/life",
    resource: "me/messages",
    clientState: "s3cret",
    expirationDateTime: new Date(Date.parse(begins) + minutes * 60_000).toISOString(),
  });
  function subscribing(reply: (token: string) => string = (token) => token) {
    const notices: Notice[] = [];
    const asked: string[] = [];
    const there = asking({
      notify: (notice) => notices.push(notice),
      ask: async ({ url }) => {
        asked.push(url);
        return {
          status: 200,
          mediaType: "text/plain",
          body: reply(new URL(url).searchParams.get("validationToken") ?? ""),
        };
      },
    });
    const told = () => notices.splice(0).map(({ url, body }) => ({ url, ...JSON.parse(body).value[0] }));
    return { ...there, asked, told };
  }

  test("an address that gives its token back is told of changes, with the words that were agreed on, until the day it ends", async () => {
    const { ask, arrive, told, asked, wait, watch } = subscribing();
    const made = await ask("POST", "/subscriptions", wanted());
    expect(made).toMatchObject({
      status: 201,
      body: { resource: "me/messages", expirationDateTime: "2026-11-22T11:00:00.000Z" },
    });
    expect(asked).toHaveLength(2);
    expect(new URL(asked[0]!).searchParams.get("a")).toBe("1");
    arrive({ id: "1@else.example" });
    expect(told()).toMatchObject([
      {
        url: "https://me.example/hook?a=1",
        subscriptionId: made.body.id,
        clientState: "s3cret",
        changeType: "updated",
      },
    ]);
    wait({ minutes: 59 });
    const later = { expirationDateTime: "2026-11-22T12:00:00Z" };
    expect((await ask("PATCH", `/subscriptions/${made.body.id}`, later)).body.expirationDateTime).toBe(
      "2026-11-22T12:00:00.000Z",
    );
    wait({ minutes: 60 });
    arrive({ id: "2@else.example" });
    expect(told()).toHaveLength(1);
    wait({ minutes: 1 });
    arrive({ id: "3@else.example" });
    expect(told()).toEqual([]);
    expect((await ask("PATCH", `/subscriptions/${made.body.id}`, later)).status).toBe(404);
    expect(watch.problems).toEqual([]);
  });

  test("lifecycle: told that it must be renewed, that some were lost, that it was removed", async () => {
    const { ask, told, graph, arrive } = subscribing();
    const { body } = await ask("POST", "/subscriptions", wanted());
    for (const event of ["reauthorizationRequired", "missed", "subscriptionRemoved"] as const) {
      graph.subscriptions.lifecycle(String(body.id), event);
      expect(told()).toMatchObject([{ url: "https://me.example/life", lifecycleEvent: event, clientState: "s3cret" }]);
    }
    arrive({ id: "1@else.example" });
    expect(told()).toEqual([]);
  });

  test.each([
    ["an address that answers with other words", {}, () => "hello"],
    ["a life of more than seven days", { expirationDateTime: "2026-11-30T00:00:00Z" }, undefined],
    ["an address without https", { notificationUrl: "http://me.example/" }, undefined],
    ["a resource that is none", { resource: "me/dreams" }, undefined],
  ])("%s is refused", async (_, wrong, reply) => {
    const { ask } = subscribing(reply);
    expect((await ask("POST", "/subscriptions", { ...wanted(), ...wrong })).status).toBe(400);
  });
});
