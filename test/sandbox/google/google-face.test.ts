/** The sandbox's Google as a program meets it, every answer held to the contracts. What the adapter's suites show is not shown again. */
import { beforeEach, describe, expect, test } from "vitest";
import { after, type Instant, instantOf, parseInstant, type Zone } from "../../../src/domain/time.ts";
import type { CloudAccount } from "../../../src/sandbox/cloud/account.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import { type GoogleFace, googleFace } from "../../../src/sandbox/google/face.ts";
import { parseFields } from "../../../src/sandbox/google/fields.ts";
import type { Notice } from "../../../src/sandbox/notices.ts";
import { Quota } from "../../../src/sandbox/quota.ts";
import { type ContractWatch, contractWatch } from "../../contracts/validator.ts";

const gmail = "https://gmail.googleapis.com/gmail/v1/users/me";
const calendar = "https://www.googleapis.com/calendar/v3";
const people = "https://people.googleapis.com/v1";
const tasks = "https://tasks.googleapis.com/tasks/v1";
const scopes = [
  ...["gmail.readonly", "gmail.compose", "calendar.events", "calendar.calendarlist.readonly", "calendar.freebusy"],
  ...["contacts", "contacts.other.readonly", "tasks", "userinfo.email"],
].map((name) => `https://www.googleapis.com/auth/${name}`);

let now: Instant;
let cloud: Cloud;
let mine: CloudAccount;
let quota: Quota;
let face: GoogleFace;
let watch: ContractWatch;
let notices: Notice[];

beforeEach(() => {
  now = parseInstant("2026-11-23T08:00:00Z") as Instant;
  const clock = { now: () => now };
  cloud = new Cloud({ seed: 5, clock });
  const wish = { provider: "google", given: "Ida", family: "Holm", zone: "Europe/Berlin" as Zone } as const;
  mine = cloud.add({ ...wish, address: "ida@holm.example", aliases: ["ida@side.example"] });
  cloud.add({ ...wish, address: "bo@holm.example", given: "Bo" });
  quota = new Quota(clock);
  notices = [];
  const grants: Record<string, readonly string[]> = {
    good: scopes,
    narrow: [scopes[0]!.replace("readonly", "metadata")],
  };
  const authorise = (token: string) => grants[token] && { address: mine.address, scopes: grants[token] };
  face = googleFace({ cloud, quota, authorise, notify: (notice) => notices.push(notice) });
  watch = contractWatch();
});

type Answer = { status: number; body: ReturnType<typeof JSON.parse>; headers: Headers };

async function call(method: string, url: string, body?: object, token = "good"): Promise<Answer> {
  const watched = watch.over((input) => face.fetch(input as Request));
  const request = new Request(url, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body && { "Content-Type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const response = await watched(request);
  const text = await response.text();
  expect(watch.problems).toEqual([]);
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

const get = async (url: string, token?: string) => (await call("GET", url, undefined, token)).body;
const reason = ({ body }: Answer) => body.error.errors[0].reason;

const raw = (lines: readonly string[]) => Buffer.from(lines.join("\r\n")).toString("base64url");
const letter = (to: string, subject: string, more: readonly string[] = []) =>
  raw([
    `From: Ida <${mine.address}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    "Message-ID: <own@holm.example>",
    ...more,
    "",
    "Hi",
  ]);

function receive(subject: string, place: "inbox" | "spam" = "inbox"): void {
  const from = { address: "ana@acme.example" };
  mine.mailbox.add({
    place,
    at: now,
    content: {
      kind: "raw",
      raw: Buffer.from(
        `From: ${from.address}\r\nTo: ${mine.address}\r\nMessage-ID: <${subject}@acme.example>\r\nSubject: ${subject}\r\n\r\nText`,
      ),
    },
  });
}

describe("who may ask", () => {
  test.each`
    token        | url                                                                  | answer
    ${"unknown"} | ${`${gmail}/profile`}                                                | ${"401 authError"}
    ${"narrow"}  | ${`${gmail}/drafts`}                                                 | ${"403 insufficientPermissions"}
    ${"narrow"}  | ${`${gmail}/messages?q=in%3Asent`}                                   | ${"403 forbidden"}
    ${"good"}    | ${"https://gmail.googleapis.com/gmail/v1/users/x@y.example/profile"} | ${"403 forbidden"}
    ${"good"}    | ${`${calendar}/users/me/settings/timezone`}                          | ${"403 insufficientPermissions"}
  `("$token at $url: $answer", async ({ token, url, answer }) => {
    const refused = await call("GET", url, undefined, token);
    expect(`${refused.status} ${reason(refused)}`).toBe(answer);
  });

  test("units are counted as provider facts 3 say, and a full minute refuses with the three forms of Retry-After", async () => {
    receive("One");
    const [{ id }] = (await get(`${gmail}/messages`)).messages;
    await get(`${gmail}/messages/${id}?format=metadata`);
    await get(`${gmail}/history?startHistoryId=1000`);
    expect(quota.usage(`gmail/user/${mine.address}`)).toEqual({ calls: 3, units: 27, refused: 0 });
    const rest = { units: 5_960, windowMs: 60_000, windowUnits: 6_000 };
    expect(quota.spend([{ key: `gmail/user/${mine.address}`, ...rest }])).toBeUndefined();
    const refusals = [];
    for (let number = 0; number < 3; number++) refusals.push(await call("GET", `${gmail}/messages/${id}`));
    expect(refusals.map((one) => `${one.status} ${reason(one)} ${one.headers.get("Retry-After")}`).sort()).toEqual([
      "403 userRateLimitExceeded null",
      "429 rateLimitExceeded 60",
      "429 rateLimitExceeded Mon, 23 Nov 2026 08:01:00 GMT",
    ]);
    now = after(now, { minutes: 1 });
    expect((await call("GET", `${gmail}/messages/${id}`)).status).toBe(200);
  });

  test("fields keep what they name, in lists too", async () => {
    receive("One");
    expect(await get(`${gmail}/messages?fields=messages/id`)).toEqual({ messages: [{ id: expect.any(String) }] });
    expect(parseFields("id,payload/headers,items(id,start/date)")).toEqual({
      id: true,
      payload: { headers: true },
      items: { id: true, start: { date: true } },
    });
    expect((await call("GET", `${gmail}/messages?fields=a(b`)).status).toBe(400);
  });
});

describe("Gmail", () => {
  test("lists are pages of ids, newest first, without spam unless it is asked for; search narrows them", async () => {
    for (const subject of ["One", "Two", "Three"]) receive(subject);
    receive("Bad", "spam");
    const first = await get(`${gmail}/messages?maxResults=2`);
    const second = await get(`${gmail}/messages?maxResults=2&pageToken=${first.nextPageToken}`);
    const subjectOf = async ({ id }: { id: string }) =>
      (await get(`${gmail}/messages/${id}?format=metadata&metadataHeaders=Subject`)).payload.headers[0].value;
    const subjects = await Promise.all([...first.messages, ...second.messages].map(subjectOf));
    expect(subjects).toEqual(["Three", "Two", "One"]);
    expect(second.nextPageToken).toBeUndefined();
    const searches = [
      "in:spam",
      "subject:two",
      "rfc822msgid:One@acme.example",
      "from:ana -subject:one",
      "after:1795000000",
      "before:2026/11/23",
    ];
    const found = await Promise.all(
      searches.map(async (q) => (await get(`${gmail}/messages?q=${encodeURIComponent(q)}`)).messages?.length ?? 0),
    );
    expect(Object.fromEntries(searches.map((q, index) => [q, found[index]]))).toEqual({
      "in:spam": 1,
      "subject:two": 1,
      "rfc822msgid:One@acme.example": 1,
      "from:ana -subject:one": 2,
      "after:1795000000": 3,
      "before:2026/11/23": 0,
    });
  });

  test("history tells what was added, moved and deleted, by type and in pages; a forgotten start is 404", async () => {
    const { historyId } = await get(`${gmail}/profile`);
    for (const subject of ["One", "Two"]) receive(subject);
    const [two, one] = [...mine.mailbox.newestFirst()];
    mine.mailbox.move(one!.id, { place: "trash" }, now);
    mine.mailbox.remove(two!.id, now);
    const all = await get(`${gmail}/history?startHistoryId=${historyId}`);
    const kinds = all.history.flatMap((record: object) =>
      Object.keys(record).filter((key) => /^(messages|labels)[AR|D]/.test(key)),
    );
    expect(kinds).toEqual(["messagesAdded", "messagesAdded", "labelsAdded", "labelsRemoved", "messagesDeleted"]);
    const first = await get(`${gmail}/history?startHistoryId=${historyId}&historyTypes=messageAdded&maxResults=1`);
    const rest = await get(
      `${gmail}/history?startHistoryId=${historyId}&historyTypes=messageAdded&maxResults=1&pageToken=${first.nextPageToken}`,
    );
    expect([...first.history, ...rest.history].map(({ messagesAdded }) => messagesAdded[0].message.id)).toEqual([
      one!.id,
      two!.id,
    ]);
    now = after(now, { days: 9 });
    receive("Later");
    expect((await call("GET", `${gmail}/history?startHistoryId=${historyId}`)).status).toBe(404);
  });

  test("a draft keeps its id while its message changes; sent once, under a Message-ID of Gmail's, to those who live here", async () => {
    const made = (
      await call("POST", `${gmail}/drafts`, { message: { raw: letter("bo@holm.example", "Coffee", ["X-Own: 7"]) } })
    ).body;
    const edited = (
      await call("PUT", `${gmail}/drafts/${made.id}`, {
        message: { raw: letter("bo@holm.example, nil@holm.example", "Coffee", ["X-Own: 7"]) },
      })
    ).body;
    expect([edited.id === made.id, edited.message.id === made.message.id, edited.message.threadId]).toEqual([
      true,
      false,
      made.message.threadId,
    ]);
    const sent = (await call("POST", `${gmail}/drafts/send`, { id: made.id })).body;
    expect([sent.labelIds, sent.id === edited.message.id, sent.threadId]).toEqual([
      ["SENT"],
      false,
      made.message.threadId,
    ]);
    expect((await call("POST", `${gmail}/drafts/send`, { id: made.id })).status).toBe(404);
    const { headers } = (await get(`${gmail}/messages/${sent.id}?format=metadata`)).payload;
    const value = (name: string) => headers.find((header: { name: string }) => header.name === name)?.value;
    expect([value("X-Own"), value("Message-ID")]).toEqual(["7", expect.stringMatching(/^<CA\+.*@mail\.gmail\.com>$/)]);
    const [arrived] = [...cloud.account("bo@holm.example")!.mailbox.newestFirst()];
    expect(arrived).toMatchObject({ place: "inbox", marks: ["unread"] });
    now = after(now, { minutes: 1 });
    const bounced = (await get(`${gmail}/messages?labelIds=INBOX`)).messages[0];
    const report = await get(`${gmail}/messages/${bounced.id}?format=full`);
    expect(report.payload.parts.map((part: { mimeType: string }) => part.mimeType)).toEqual([
      "text/plain",
      "message/delivery-status",
      "text/rfc822-headers",
    ]);
  });

  test("an answer stays in its thread only with its reference and its subject", async () => {
    receive("Question");
    const [{ id, threadId }] = (await get(`${gmail}/messages`)).messages;
    expect(id).toBe(threadId);
    const threadOf = async (subject: string, more: readonly string[]) =>
      (await call("POST", `${gmail}/drafts`, { message: { threadId, raw: letter("ana@acme.example", subject, more) } }))
        .body.message.threadId;
    const reference = "In-Reply-To: <Question@acme.example>";
    expect(await threadOf("Re: Question", [reference])).toBe(threadId);
    expect(await threadOf("Re: Question", [])).not.toBe(threadId);
    expect(await threadOf("Other", [reference])).not.toBe(threadId);
    const thread = await get(`${gmail}/threads/${threadId}?format=minimal`);
    expect(thread.messages.length).toBe(2);
  });

  test("a watch tells a topic at most once a second, to an address or to whoever pulls, until it is stopped (push)", async () => {
    face.mailPush.subscribe({
      name: "s/push",
      topic: "projects/p/topics/t",
      push: { url: "https://own.example/gmail", token: () => "signed" },
    });
    face.mailPush.subscribe({ name: "s/pull", topic: "projects/p/topics/t" });
    const watched = (await call("POST", `${gmail}/watch`, { topicName: "projects/p/topics/t" })).body;
    expect(instantOf(Number(watched.expiration))).toBe(after(now, { days: 7 }));
    receive("One");
    receive("Two");
    now = after(now, { seconds: 2 });
    receive("Three");
    expect(notices.length).toBe(2);
    const [pulled] = face.mailPush.pull("s/pull", 10);
    expect(JSON.parse(Buffer.from(pulled!.message.data, "base64").toString())).toEqual({
      emailAddress: mine.address,
      historyId: expect.any(Number),
    });
    face.mailPush.acknowledge("s/pull", [pulled!.ackId]);
    expect(face.mailPush.pull("s/pull", 10).length).toBe(1);
    expect((await call("POST", `${gmail}/stop`)).status).toBe(204);
    now = after(now, { seconds: 2 });
    receive("Four");
    expect(notices.length).toBe(2);
  });
});

const at = (clock: string) => ({ dateTime: `2026-11-24T${clock}:00+01:00`, timeZone: "Europe/Berlin" });
const coffee = {
  id: "abc123def456",
  summary: "Coffee",
  start: at("10:00"),
  end: at("10:45"),
  attendees: [{ email: "bo@holm.example" }],
};
const events = `${calendar}/calendars/primary/events`;

describe("Calendar", () => {
  test("an id of the caller's is taken for ever; guests hear when they are to; the second deletion is 410", async () => {
    const made = await call("POST", `${events}?sendUpdates=all&conferenceDataVersion=1`, {
      ...coffee,
      conferenceData: { createRequest: { requestId: "r1", conferenceSolutionKey: { type: "hangoutsMeet" } } },
      extendedProperties: { private: { own: "b1" } },
    });
    expect(made.body).toMatchObject({
      status: "confirmed",
      hangoutLink: expect.stringContaining("https://meet.google.com/"),
      organizer: { self: true },
    });
    const bo = cloud.account("bo@holm.example")!;
    const copy = bo.calendars.findByUid(made.body.iCalUID)[0]!.event;
    expect([copy.title, copy.properties]).toEqual(["Coffee", {}]);
    expect(reason(await call("POST", events, coffee))).toBe("duplicate");
    expect((await call("DELETE", `${events}/${coffee.id}?sendUpdates=all`)).status).toBe(204);
    expect((await call("DELETE", `${events}/${coffee.id}`)).status).toBe(410);
    expect(reason(await call("POST", events, coffee))).toBe("duplicate");
    expect(bo.calendars.findByUid(made.body.iCalUID)[0]!.event.status).toBe("cancelled");
  });

  test("a sync token tells changes only, bare ones of what is cancelled, refuses other parameters, and dies with 410", async () => {
    await call("POST", events, { ...coffee, id: "first123" });
    await call("POST", events, {
      ...coffee,
      id: "series123",
      recurrence: ["RRULE:FREQ=DAILY;COUNT=5", "EXDATE;TZID=Europe/Berlin:20261126T100000"],
    });
    const first = await get(`${events}?maxResults=1`);
    const { items, nextSyncToken } = await get(`${events}?maxResults=1&pageToken=${first.nextPageToken}`);
    expect([first.items[0].id, items[0].id, first.nextSyncToken]).toEqual(["first123", "series123", undefined]);
    expect(items[0].recurrence).toEqual(["RRULE:FREQ=DAILY;COUNT=5", "EXDATE;TZID=Europe/Berlin:20261126T100000"]);
    expect((await get(`${events}?syncToken=${nextSyncToken}`)).items).toEqual([]);
    await call("DELETE", `${events}/first123`);
    await call("DELETE", `${events}/series123_20261125T090000Z`);
    await call("PATCH", `${events}/series123_20261127T090000Z`, {
      start: { dateTime: "2026-11-27T12:00:00+01:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2026-11-27T12:45:00+01:00", timeZone: "Europe/Berlin" },
    });
    const changed = await get(`${events}?syncToken=${nextSyncToken}`);
    expect(
      changed.items.map(({ id, status, recurringEventId }: Record<string, string>) => [id, status, recurringEventId]),
    ).toEqual([
      ["first123", "cancelled", undefined],
      ["series123_20261125T090000Z", "cancelled", "series123"],
      ["series123_20261127T090000Z", "confirmed", "series123"],
    ]);
    expect(Object.keys(changed.items[0])).toEqual(["kind", "etag", "id", "status"]);
    const singles = await get(`${events}?singleEvents=true&timeMin=2026-11-24T00:00:00Z&timeMax=2026-12-01T00:00:00Z`);
    expect(singles.items.map(({ start }: { start: { dateTime: string } }) => start.dateTime.slice(5, 16))).toEqual([
      "11-24T10:00",
      "11-27T12:00",
      "11-28T10:00",
    ]);
    mine.calendars.log(mine.calendars.main.id).forget();
    const spent = await call("GET", `${events}?syncToken=${nextSyncToken}`);
    expect(`${spent.status} ${reason(spent)}`).toBe("410 fullSyncRequired");
  });

  test("free/busy joins what touches, leaves out what is free or declined, and names what it cannot read", async () => {
    const put = (id: string, from: string, to: string, more: object = {}) =>
      call("POST", events, { ...coffee, id, start: at(from), end: at(to), ...more });
    await put("first11", "10:00", "10:45");
    await put("second2", "10:45", "11:30");
    await put("free3", "13:00", "14:00", { transparency: "transparent" });
    await put("declined4", "15:00", "16:00", { attendees: [{ email: mine.address, responseStatus: "declined" }] });
    const { calendars } = (
      await call("POST", `${calendar}/freeBusy`, {
        timeMin: "2026-11-24T00:00:00Z",
        timeMax: "2026-11-25T00:00:00Z",
        items: [{ id: "primary" }, { id: "nope" }],
      })
    ).body;
    expect(calendars).toEqual({
      primary: { busy: [{ start: "2026-11-24T10:00:00+01:00", end: "2026-11-24T11:30:00+01:00" }] },
      nope: { busy: [], errors: [{ domain: "global", reason: "notFound" }] },
    });
  });

  test("a channel says sync at once, exists at every change, nothing after it was stopped (push)", async () => {
    const open = (
      await call("POST", `${events}/watch`, {
        id: "ch-1",
        type: "web_hook",
        address: "https://own.example/calendar",
        token: "secret",
      })
    ).body;
    await call("POST", events, coffee);
    const told = () =>
      notices.map(
        ({ headers }) =>
          `${headers["X-Goog-Resource-State"]} ${headers["X-Goog-Message-Number"]} ${headers["X-Goog-Channel-Token"]}`,
      );
    expect(told()).toEqual(["sync 1 secret", "exists 2 secret"]);
    expect((await call("POST", `${calendar}/channels/stop`, { id: "ch-1", resourceId: open.resourceId })).status).toBe(
      204,
    );
    await call("DELETE", `${events}/${coffee.id}`);
    expect(told().length).toBe(2);
    expect(
      reason(await call("POST", `${events}/watch`, { id: "ch-2", type: "web_hook", address: "http://own.example/" })),
    ).toBe("push.webhookUrlNotHttps");
  });
});

describe("People and Tasks", () => {
  test("contacts by mask and sync token; deleted ones are told; a token lives seven days; a write needs the etag it read", async () => {
    const list = `${people}/people/me/connections?personFields=names,clientData,metadata&requestSyncToken=true`;
    const { nextSyncToken } = await get(list);
    const made = (
      await call("POST", `${people}/people:createContact`, {
        names: [{ givenName: "Ana", familyName: "Ruiz" }],
        clientData: [{ key: "own", value: "1" }],
      })
    ).body;
    const changed = await get(`${list}&syncToken=${nextSyncToken}`);
    expect(changed.connections).toMatchObject([
      {
        resourceName: made.resourceName,
        names: [{ displayName: "Ana Ruiz" }],
        clientData: [{ key: "own", value: "1" }],
      },
    ]);
    const update = `${people}/${made.resourceName}:updateContact?updatePersonFields=phoneNumbers`;
    const phone = { etag: made.etag, phoneNumbers: [{ value: "+49 30 5550100" }] };
    expect((await call("PATCH", update, phone)).body.phoneNumbers[0].value).toBe("+49 30 5550100");
    expect(reason(await call("PATCH", update, phone))).toBe("failedPrecondition");
    await call("DELETE", `${people}/${made.resourceName}:deleteContact`);
    expect((await get(`${list}&syncToken=${changed.nextSyncToken}`)).connections).toMatchObject([
      { metadata: { deleted: true } },
    ]);
    now = after(now, { days: 8 });
    const spent = await call("GET", `${list}&syncToken=${changed.nextSyncToken}`);
    expect(`${spent.status} ${reason(spent)}`).toBe("400 EXPIRED_SYNC_TOKEN");
  });

  test("a task ticked here stays in sight, one ticked in Google's own pages is hidden, a deleted one cannot be changed", async () => {
    const make = async (title: string) =>
      (await call("POST", `${tasks}/lists/@default/tasks`, { title, due: "2026-11-24T00:00:00.000Z" })).body.id;
    const [here, there, gone] = [await make("Here"), await make("There"), await make("Gone")];
    await call("PATCH", `${tasks}/lists/@default/tasks/${here}`, { status: "completed" });
    mine.tasks.change(there, { title: "There", links: [], doneAt: now }, now);
    await call("DELETE", `${tasks}/lists/@default/tasks/${gone}`);
    const titles = async (query: string) =>
      (await get(`${tasks}/lists/@default/tasks?${query}`)).items.map(({ title }: { title: string }) => title).sort();
    expect(await titles("showCompleted=true")).toEqual(["Here"]);
    expect(await titles("showCompleted=true&showHidden=true&showDeleted=true")).toEqual(["Gone", "Here", "There"]);
    expect((await call("PATCH", `${tasks}/lists/@default/tasks/${gone}`, { title: "Again" })).status).toBe(404);
    now = after(now, { hours: 1 });
    expect(await titles("showHidden=true&updatedMin=2026-11-23T08:30:00.000Z")).toEqual([]);
  });
});
