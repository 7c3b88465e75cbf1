/** What Graph says, in our words: one thing at a time, with every odd value that it may hold. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AccountId } from "../../../src/domain/ids.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { cardOf, contactOf, contactToFill, contactToWrite } from "../../../src/integrations/microsoft/contact.ts";
import { costOf } from "../../../src/integrations/microsoft/costs.ts";
import { eventIn, eventShape } from "../../../src/integrations/microsoft/event.ts";
import { messageIn } from "../../../src/integrations/microsoft/message.ts";
import { hasKey, withKey } from "../../../src/integrations/microsoft/own-key.ts";
import { pageIn, removedIn } from "../../../src/integrations/microsoft/pages.ts";
import { troubleOf } from "../../../src/integrations/microsoft/trouble.ts";

const now = "2026-11-23T08:00:00.000Z" as Instant;
const who = (address: string, name?: string) => ({ emailAddress: { address, ...(name !== undefined && { name }) } });

describe("a message", () => {
  const told = {
    id: "AAkALg=",
    conversationId: "thread",
    internetMessageId: "<one@acme.example>",
    parentFolderId: "folder",
    isDraft: false,
    from: who("Ana.Ruiz@Acme.example", "Ana Ruiz"),
    toRecipients: [who("owner@home.example", "owner@home.example")],
    ccRecipients: [who("/O=EXCHANGELABS/CN=SOMEBODY"), who("bo@acme.example", "'Bo'")],
    subject: "Coffee?",
    receivedDateTime: "2026-11-23T07:59:58Z",
    sentDateTime: "2026-11-23T07:59:50Z",
  };
  const headers = (...lines: [string, string][]) => ({
    internetMessageHeaders: lines.map(([name, value]) => ({ name, value })),
  });
  const read = (more: object) => {
    const found = messageIn({ ...told, ...more }, "Inbox");
    if (found.kind !== "message") throw new Error(found.kind);
    return found.message;
  };

  test("is told by its own fields; what Exchange knows by a path is no address", () => {
    expect(read({})).toMatchObject({
      ref: "AAkALg=",
      threadRef: "thread",
      headers: {
        messageId: "one@acme.example",
        from: { address: "ana.ruiz@acme.example", name: "Ana Ruiz" },
        to: [{ address: "owner@home.example" }],
        cc: [{ address: "bo@acme.example", name: "Bo" }],
        subject: "Coffee?",
        sentAt: "2026-11-23T07:59:50.000Z",
        labels: ["Inbox"],
      },
    });
  });

  test("has the signals of its headers, its references, and where its writer was", () => {
    const { headers: found } = read(
      headers(
        ["Date", "Mon, 23 Nov 2026 13:29:50 +0530"],
        ["In-Reply-To", "<zero@home.example>"],
        ["References", "<first@home.example> <zero@home.example>"],
        ["List-Id", "Friends <friends.acme.example>"],
        ["Auto-Submitted", "auto-replied"],
        ["Content-Type", "multipart/report; report-type=delivery-status"],
      ),
    );
    expect(found).toMatchObject({
      inReplyTo: "zero@home.example",
      references: ["first@home.example", "zero@home.example"],
      sentAt: "2026-11-23T07:59:50.000Z",
      sentOffsetMinutes: 330,
      contentType: "multipart/report; report-type=delivery-status",
      signals: { listId: "friends.acme.example", autoSubmitted: "auto-replied" },
    });
  });

  test.each<[string, object, string]>([
    ["a draft", { isDraft: true }, "draft"],
    ["without an id", { id: undefined }, "refused unreadable_message"],
    [
      "from two people (M1)",
      headers(["From", "a@acme.example"], ["From", "b@acme.example"]),
      "refused two_from_headers",
    ],
    ["from nobody", { from: null, sender: null }, "refused no_from_header"],
    ["by its sender alone", { from: null, sender: who("ana@acme.example") }, "message"],
    [
      "with fields of other kinds",
      { subject: 7, toRecipients: "all", receivedDateTime: {}, conversationId: [] },
      "message",
    ],
    [
      "with headers that would be two",
      headers(["Subject", "a\r\nBcc: evil@bad.example"], ["bad name", "x"]),
      "message",
    ],
    ["with an odd recipient", { toRecipients: [null, { emailAddress: 5 }, who("bo@acme.example")] }, "message"],
  ])("%s", (_, more, expected) => {
    const found = messageIn({ ...told, ...more }, "Inbox");
    expect(found.kind === "refused" ? `refused ${found.because}` : found.kind).toBe(expected);
    if (found.kind === "message") expect(found.message.headers.bcc).toEqual([]);
  });

  test("never throws, whatever comes", () => {
    fc.assert(
      fc.property(fc.anything(), (item) => void messageIn(item, undefined)),
      { numRuns: 100 },
    );
    const odd = fc.dictionary(fc.constantFrom(...Object.keys(told), "internetMessageHeaders"), fc.anything());
    fc.assert(
      fc.property(odd, (item) => void messageIn({ id: "x", from: told.from, ...item }, "Sent")),
      { numRuns: 100 },
    );
  });
});

describe("an event", () => {
  const own = new Set(["owner@home.example", "olga@side.example"]);
  const told = {
    id: "event",
    type: "singleInstance",
    iCalUId: "uid",
    subject: "Lunch",
    start: { dateTime: "2026-11-24T11:00:00.0000000", timeZone: "UTC" },
    end: { dateTime: "2026-11-24T12:00:00.0000000", timeZone: "UTC" },
    showAs: "busy",
    originalStartTimeZone: "W. Europe Standard Time",
  };
  const read = (more: object, series?: object) =>
    eventIn(eventShape.parse({ ...told, ...more }), {
      calendar: "main",
      own,
      ...(series !== undefined && { series: eventShape.parse({ ...told, ...series }) }),
    });

  test.each<[string, object, object]>([
    ["in UTC, at home in its own zone", {}, { startsAt: "2026-11-24T11:00:00.000Z", zone: "Europe/Berlin" }],
    [
      "in another zone by its Windows name",
      { start: { dateTime: "2026-11-24T11:00:00", timeZone: "Tokyo Standard Time" } },
      { startsAt: "2026-11-24T02:00:00.000Z" },
    ],
    [
      "ending before it begins: an hour",
      { end: { dateTime: "2026-11-24T10:00:00" } },
      { endsAt: "2026-11-24T12:00:00.000Z" },
    ],
    ["without an end", { end: null }, { endsAt: "2026-11-24T12:00:00.000Z" }],
    [
      "of whole days, which end with the midnight after",
      {
        isAllDay: true,
        start: { dateTime: "2026-12-24T00:00:00.0000000" },
        end: { dateTime: "2026-12-27T00:00:00.0000000" },
      },
      { kind: "all_day", firstDay: "2026-12-24", lastDay: "2026-12-26" },
    ],
    [
      "of one whole day that says no end",
      { isAllDay: true, end: null },
      { kind: "all_day", firstDay: "2026-11-24", lastDay: "2026-11-24" },
    ],
  ])("is %s", (_, more, time) => {
    expect(read(more)?.time).toMatchObject(time);
  });

  test("of a zone that nobody knows may be off, and says so", () => {
    const event = read({ start: { dateTime: "2026-11-24T11:00:00", timeZone: "Middle Earth" } });
    expect(event).toMatchObject({ zoneUnknown: true, notes: ["Zone 'Middle Earth' is unknown: taken as UTC."] });
  });

  test.each`
    showAs                | cancelled | kind                  | status
    ${"busy"}             | ${false}  | ${"busy"}             | ${"confirmed"}
    ${"free"}             | ${false}  | ${"free"}             | ${"confirmed"}
    ${"tentative"}        | ${false}  | ${"busy"}             | ${"tentative"}
    ${"oof"}              | ${false}  | ${"out_of_office"}    | ${"confirmed"}
    ${"workingElsewhere"} | ${false}  | ${"working_location"} | ${"confirmed"}
    ${"unknown"}          | ${false}  | ${"busy"}             | ${"confirmed"}
    ${"somethingNew"}     | ${false}  | ${"busy"}             | ${"confirmed"}
    ${undefined}          | ${false}  | ${"busy"}             | ${"confirmed"}
    ${"busy"}             | ${true}   | ${"busy"}             | ${"cancelled"}
  `("shown as $showAs is $kind, $status", ({ showAs, cancelled, kind, status }) => {
    expect(read({ showAs, isCancelled: cancelled })).toMatchObject({ kind, status });
  });

  const guests = (...answers: string[]) => ({
    attendees: answers.map((response, index) => ({
      ...who(`guest${index}@acme.example`),
      type: "required",
      status: { response },
    })),
  });
  test.each<[string, object, string[]]>([
    [
      "told to the organiser",
      {
        isOrganizer: true,
        organizer: who("owner@home.example"),
        ...guests("accepted", "declined", "tentativelyAccepted", "none", "new"),
      },
      ["accepted", "declined", "tentative", "needs_action", "needs_action"],
    ],
    [
      "that a guest is not told",
      { isOrganizer: false, organizer: who("ana@acme.example"), ...guests("none") },
      ["unknown"],
    ],
    [
      "of the owner, which stand apart",
      {
        organizer: who("ana@acme.example"),
        responseStatus: { response: "declined" },
        attendees: [
          { ...who("olga@side.example"), status: { response: "none" } },
          { ...who("ana@acme.example"), status: { response: "none" } },
        ],
      },
      ["declined", "accepted"],
    ],
    [
      "of an owner who was asked through a list",
      { organizer: who("ana@acme.example"), responseStatus: { response: "accepted" }, ...guests("none") },
      ["unknown", "accepted"],
    ],
  ])("has answers %s", (_, more, expected) => {
    expect(read(more)?.attendees.map(({ response }) => response)).toEqual(expected);
  });

  test("a bare occurrence has everything but its time from its series, and the key of when it would be", () => {
    const bare = {
      subject: undefined,
      showAs: undefined,
      iCalUId: undefined,
      originalStartTimeZone: undefined,
      id: "one",
      seriesMasterId: "event",
    };
    const moved = { originalStart: "2026-11-23T11:00:00Z", iCalUId: "its own" };
    const series = {
      type: "seriesMaster",
      lastModifiedDateTime: "2026-11-01T10:00:00Z",
      location: { displayName: "Café" },
    };
    expect(read(bare, series)).toMatchObject({
      uid: "uid",
      occurrence: "2026-11-24T11:00:00.000Z",
      title: "Lunch",
      place: "Café",
      changedAt: "2026-11-01T10:00:00.000Z",
    });
    expect(read({ ...moved, subject: "Dinner", seriesMasterId: "event" }, series)).toMatchObject({
      uid: "uid",
      occurrence: "2026-11-23T11:00:00.000Z",
      title: "Dinner",
    });
    const allDay = { isAllDay: true, originalStart: "2026-11-22T23:00:00Z", seriesMasterId: "event" };
    expect(read(allDay, series)?.occurrence).toBe("2026-11-23");
  });

  test("without a readable start there is none", () => {
    for (const start of [null, {}, { dateTime: "soon" }, { dateTime: 7 }, "2026-11-24"])
      expect(read({ start })).toBeUndefined();
  });

  test("its words are kept as text, its link only when it is one", () => {
    const html = { contentType: "html", content: `<p>See <b>you</b></p>${"x".repeat(5_000)}` };
    const event = read({ body: html, onlineMeeting: { joinUrl: "javascript:alert(1)" }, subject: "a\u0000b" });
    expect(event?.description).toMatch(/^See you/);
    expect(event?.description?.length).toBeLessThanOrEqual(2_000);
    expect(event).not.toHaveProperty("link");
    expect(read({ onlineMeeting: { joinUrl: "https://teams.example/j" } })?.link).toBe("https://teams.example/j");
  });

  test("never throws, whatever comes", () => {
    const odd = fc.dictionary(fc.constantFrom(...Object.keys(eventShape.shape)), fc.anything());
    const judged = fc.property(odd, (item) => {
      const found = eventShape.safeParse({ ...told, ...item });
      if (found.success) eventIn(found.data, { calendar: "main", own });
    });
    fc.assert(judged, { numRuns: 150 });
  });
});

describe("a contact", () => {
  const told = {
    id: "contact",
    displayName: "Ana  Ruiz",
    surname: "Ruiz",
    companyName: "Acme",
    emailAddresses: [{ address: "Ana@Acme.example" }, { address: "ana@acme.example" }, { address: "no address" }, null],
    mobilePhone: "+49 30 1234",
    businessPhones: ["+49 30 1234", ""],
    homeAddress: { street: "Hauptstr. 1", city: "Berlin", postalCode: "10115" },
    businessHomePage: "javascript:alert(1)",
    personalNotes: "Met at the tides conference",
  };
  const card = {
    key: "k",
    origin: "vcard" as const,
    addresses: ["ana@acme.example"],
    phones: ["1", "2", "3"],
    links: [],
  };

  test("becomes a card, each value once, without what is none", () => {
    expect(cardOf(contactOf(told)!)).toEqual({
      key: "contact",
      origin: "outlook_contacts",
      name: "Ana Ruiz",
      familyName: "Ruiz",
      addresses: ["ana@acme.example"],
      phones: ["+49 30 1234"],
      company: "Acme",
      links: [],
      postalAddress: "Hauptstr. 1, 10115, Berlin",
      note: "Met at the tides conference",
    });
  });

  test("is written with as much as Outlook takes", () => {
    const many = { ...card, name: "Ana Ruiz", addresses: ["a@x.example", "b@x.example", "c@x.example", "d@x.example"] };
    expect(contactToWrite(many)).toEqual({
      displayName: "Ana Ruiz",
      emailAddresses: ["a", "b", "c"].map((name) => ({ address: `${name}@x.example`, name: "Ana Ruiz" })),
      businessPhones: ["1", "2"],
    });
  });

  test("is filled only where it is empty (S7)", () => {
    const full = { ...card, name: "Other", company: "Other", title: "Boss", note: "x", postalAddress: "Elsewhere 2" };
    expect(contactToFill(full, contactOf(told)!)).toEqual({ jobTitle: "Boss" });
    expect(contactToFill(full, contactOf({ ...told, jobTitle: "Head" })!)).toBeUndefined();
  });
});

describe("trouble (provider facts 4)", () => {
  const cost = { draws: [], isEffect: false, what: "read messages" };
  const againAt = "2026-11-23T08:00:30.000Z" as Instant;
  const url = new URL("https://graph.microsoft.com/v1.0/me/messages");
  const refusal = (status: number, body: string) => ({ url, status, headers: new Headers(), body, cost, now, againAt });
  test.each<[number, string, string]>([
    [400, "ErrorInvalidRequest", "refused"],
    [400, "syncStateInvalid", "cursor_spent"],
    [400, "ErrorDuplicateTransactionId", "conflict"],
    [401, "InvalidAuthenticationToken", "sign_in_again"],
    [403, "ErrorAccessDenied", "refused"],
    [403, "ApplicationThrottled", "slow_down"],
    [404, "ErrorItemNotFound", "gone"],
    [404, "SyncStateNotFound", "cursor_spent"],
    [404, "MailboxNotEnabledForRESTAPI", "refused"],
    [409, "ErrorIrresolvableConflict", "conflict"],
    [410, "SyncStateNotFound", "cursor_spent"],
    [410, "resyncRequired", "cursor_spent"],
    [410, "somethingNew", "cursor_spent"],
    [412, "ErrorIrresolvableConflict", "conflict"],
    [429, "TooManyRequests", "slow_down"],
    [429, "", "slow_down"],
    [418, "", "refused"],
  ])("%i %s: %s", (status, code, kind) => {
    const body = JSON.stringify({ error: { code, message: "Ana's letter about tides" } });
    const trouble = troubleOf(refusal(status, body));
    expect(trouble.kind).toBe(kind);
    expect(JSON.stringify(trouble)).not.toContain("tides");
    if (trouble.kind === "slow_down") expect(trouble.until).toBe(againAt);
  });

  test("an error without a body is told by its status", () => {
    for (const body of ["", "<html>", '{"error":7}', "[]"]) expect(troubleOf(refusal(404, body)).kind).toBe("gone");
  });
});

describe("what calls cost", () => {
  const account = "account" as AccountId;
  test.each<[string, string, string, boolean, number]>([
    ["GET", "/me/mailFolders/inbox/messages/delta()", "ask for new messages", false, 1],
    ["GET", "/me/messages/AAk%3D", "read messages", false, 1],
    ["GET", "/me/messages/AAk%3D/$value", "read a message", false, 1],
    ["POST", "/me/messages", "write messages", true, 1],
    ["POST", "/me/messages/AAk%3D/send", "send a letter", true, 2],
    ["POST", "/me/calendars/main/events", "write events", true, 1],
    ["DELETE", "/me/events/AAk%3D", "delete events", true, 1],
    ["GET", "/me/todo/lists/a/tasks/delta", "ask for changed tasks", false, 1],
    ["GET", "/me", "read the account", false, 1],
  ])("%s %s: %s", (method, path, what, isEffect, budgets) => {
    const cost = costOf(account, method, new URL(`https://graph.microsoft.com/v1.0${path}`));
    expect(cost).toMatchObject({ what, isEffect, turns: { most: 4 } });
    expect(cost.draws.map(({ units }) => units)).toEqual(Array.from({ length: budgets }, () => 1));
    expect(cost.answer).toBe(path.endsWith("$value") ? "bytes" : "json");
  });

  test("no ten minutes can hold more than 10,000 requests", () => {
    const { burst, unitsPerMinute } = costOf(account, "GET", new URL("https://graph.microsoft.com/v1.0/me")).draws[0]!;
    expect(burst + 10 * unitsPerMinute).toBeLessThanOrEqual(10_000);
  });
});

describe("pages and keys", () => {
  test("what is no page is no answer", () => {
    for (const answer of [null, [], {}, { value: 7 }, "<html>"]) expect(() => pageIn(answer)).toThrow("unreachable");
    expect(removedIn({ id: "x", "@removed": { reason: "changed" } })).toBe("x");
    expect(removedIn({ id: "x" })).toBeUndefined();
  });

  test("only a key can be looked for: nothing else gets into a filter", () => {
    expect(hasKey("0".repeat(32))).toContain("ep/value eq '0000");
    for (const key of ["", "' or true", "0".repeat(31), "G".repeat(32)]) {
      expect(() => hasKey(key)).toThrow(RangeError);
      expect(() => withKey(key)).toThrow(RangeError);
    }
  });
});
