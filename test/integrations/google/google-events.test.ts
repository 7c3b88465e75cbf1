/** Events and contacts of Google, item by item, in our words: no call is made here. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Zone } from "../../../src/domain/time.ts";
import { GoogleEvent, readEvent } from "../../../src/integrations/google/event.ts";
import { cardOf, emptyFields, fieldsOf, GooglePerson } from "../../../src/integrations/google/person.ts";
import { recurrenceIn } from "../../../src/integrations/google/recurrence-lines.ts";

const berlin = "Europe/Berlin" as Zone;

describe("events (provider facts 6, S6)", () => {
  const timed = {
    start: { dateTime: "2026-11-23T10:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-11-23T11:00:00+01:00" },
  };
  const event = (more: object) => {
    const read = readEvent(GoogleEvent.parse({ id: "e1", iCalUID: "u@g", status: "confirmed", ...timed, ...more }), {
      calendar: "me@home.example",
      zone: berlin,
      uid: "u@g",
    });
    if (read.kind === "unplaced") throw new Error(read.because);
    return read.event;
  };
  const self = (responseStatus: string) => ({ attendees: [{ email: "Me@home.example", self: true, responseStatus }] });

  test.each`
    more                                                  | kind                  | status
    ${{}}                                                 | ${"busy"}             | ${"confirmed"}
    ${{ transparency: "transparent" }}                    | ${"free"}             | ${"confirmed"}
    ${{ eventType: "outOfOffice" }}                       | ${"out_of_office"}    | ${"confirmed"}
    ${{ eventType: "focusTime" }}                         | ${"focus"}            | ${"confirmed"}
    ${{ eventType: "workingLocation" }}                   | ${"working_location"} | ${"confirmed"}
    ${{ eventType: "birthday" }}                          | ${"birthday"}         | ${"confirmed"}
    ${{ eventType: "fromGmail" }}                         | ${"busy"}             | ${"confirmed"}
    ${{ eventType: "moonPhase", transparency: "wobbly" }} | ${"busy"}             | ${"confirmed"}
    ${{ status: "tentative" }}                            | ${"busy"}             | ${"tentative"}
    ${{ status: "perhaps" }}                              | ${"busy"}             | ${"confirmed"}
    ${self("declined")}                                   | ${"free"}             | ${"confirmed"}
    ${self("accepted")}                                   | ${"busy"}             | ${"confirmed"}
  `("$more is $kind, $status", ({ more, kind, status }) => expect(event(more)).toMatchObject({ kind, status }));

  test("times: with their zone, whole days with their last day inside", () => {
    expect(event({}).time).toEqual({
      kind: "timed",
      startsAt: "2026-11-23T09:00:00.000Z",
      endsAt: "2026-11-23T10:00:00.000Z",
      zone: "Europe/Berlin",
    });
    const days = { start: { date: "2026-12-24" }, end: { date: "2026-12-27" } };
    expect(event(days).time).toEqual({ kind: "all_day", firstDay: "2026-12-24", lastDay: "2026-12-26" });
    expect(event({ end: { dateTime: "never" } })).toMatchObject({
      time: { endsAt: "2026-11-23T10:00:00.000Z" },
      notes: ["Its end cannot be read: an hour was taken."],
    });
  });

  test("people: answers, organiser, rooms, and nobody twice", () => {
    const attendees = [
      { email: "Ana@Acme.example", displayName: " Ana  Ruiz ", responseStatus: "accepted", organizer: true },
      { email: "room1@resource.calendar.google.com", responseStatus: "accepted" },
      { email: "bo@acme.example", responseStatus: "shrugged", optional: true },
      { email: "ana@acme.example" },
      { displayName: "no address" },
    ];
    expect(event({ attendees, organizer: { email: "ana@acme.example" } })).toMatchObject({
      organiser: { address: "ana@acme.example" },
      attendees: [
        { address: "ana@acme.example", name: "Ana Ruiz", response: "accepted", organiser: true },
        { address: "room1@resource.calendar.google.com", resource: true },
        { address: "bo@acme.example", response: "unknown", optional: true },
      ],
    });
  });

  test("a changed occurrence names its place in the series; a cancelled one may say nothing else", () => {
    const moved = { recurringEventId: "e0", originalStartTime: { dateTime: "2026-11-30T09:00:00Z" } };
    expect(event(moved)).toMatchObject({ occurrence: "2026-11-30T09:00:00.000Z", status: "confirmed" });
    const bare = GoogleEvent.parse({ id: "e0_1", status: "cancelled", ...moved });
    expect(readEvent(bare, { calendar: "c", zone: berlin, uid: "u@g" })).toMatchObject({
      kind: "event",
      event: { uid: "u@g", occurrence: "2026-11-30T09:00:00.000Z", status: "cancelled" },
    });
    const day = { recurringEventId: "e0", originalStartTime: { date: "2026-11-30" } };
    expect(event(day)).toMatchObject({ occurrence: "2026-11-30" });
  });

  test.each`
    lines                                                                                | said
    ${["RRULE:FREQ=WEEKLY;BYDAY=MO"]}                                                    | ${{ rules: ["FREQ=WEEKLY;BYDAY=MO"], extra: [], excluded: [] }}
    ${["RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Berlin:20261124T100000,20261125T100000"]} | ${{ rules: ["FREQ=DAILY"], extra: [], excluded: ["2026-11-24T09:00:00.000Z", "2026-11-25T09:00:00.000Z"] }}
    ${["RDATE:20261201T090000Z"]}                                                        | ${{ rules: [], extra: ["2026-12-01T09:00:00.000Z"], excluded: [] }}
    ${["RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20261124"]}                                | ${{ rules: ["FREQ=DAILY"], extra: [], excluded: ["2026-11-24"] }}
    ${["EXDATE:20261124T090000Z"]}                                                       | ${undefined}
  `("$lines", ({ lines, said }) => {
    const { time } = event({});
    expect(recurrenceIn(lines, time, [])).toEqual(said);
  });

  test("links: only over https", () => {
    expect(event({ hangoutLink: "https://meet.google.com/abc" }).link).toBe("https://meet.google.com/abc");
    expect(event({ hangoutLink: "javascript:alert(1)" }).link).toBeUndefined();
    const conferenceData = {
      entryPoints: [
        { entryPointType: "phone", uri: "tel:1" },
        { entryPointType: "video", uri: "https://zoom.example/1" },
      ],
    };
    expect(event({ conferenceData }).link).toBe("https://zoom.example/1");
  });

  test("nothing that Google may send makes it throw", () => {
    const anything = fc.record(
      Object.fromEntries(
        [
          "start",
          "end",
          "originalStartTime",
          "attendees",
          "recurrence",
          "organizer",
          "status",
          "sequence",
          "recurringEventId",
        ].map((field) => [field, fc.jsonValue()]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (more) => {
        const item = GoogleEvent.parse({ id: "e", ...timed, ...more });
        const read = readEvent(item, { calendar: "c", zone: berlin, uid: "u" });
        expect(["event", "unplaced"]).toContain(read.kind);
      }),
    );
  });
});

describe("people", () => {
  const person = (more: object) => GooglePerson.parse({ resourceName: "people/c1", ...more });
  const full = {
    names: [{ displayName: "Ana Ruiz", givenName: "Ana", familyName: "Ruiz" }],
    emailAddresses: [{ value: "Ana@Acme.example" }, { value: "no address" }, { value: "ana@acme.example" }],
    phoneNumbers: [{ value: "+49 30  1234" }],
    organizations: [{ name: "Acme", title: "Head of Things" }],
    urls: [{ value: "https://ana.example" }, { value: "javascript:x" }],
    addresses: [{ formattedValue: "Street 1\n10115 Berlin" }],
    biographies: [{ value: "met in Lyon" }],
  };
  test("an entry is a card", () => {
    expect(cardOf(person(full))).toEqual({
      key: "people/c1",
      origin: "google_contacts",
      name: "Ana Ruiz",
      givenName: "Ana",
      familyName: "Ruiz",
      addresses: ["ana@acme.example"],
      phones: ["+49 30 1234"],
      company: "Acme",
      title: "Head of Things",
      links: ["https://ana.example"],
      postalAddress: "Street 1, 10115 Berlin",
      note: "met in Lyon",
    });
    expect(cardOf(person({ urls: [{ value: "https://x.example" }] }))).toBeUndefined();
  });

  test("a card written and read again is the same", () => {
    const card = cardOf(person(full))!;
    const names = [{ displayName: "Ana Ruiz", givenName: "Ana", familyName: "Ruiz" }];
    expect(cardOf(person({ ...fieldsOf(card), names }))).toEqual(card);
  });

  test("only what stands empty is filled", () => {
    const card = cardOf(person(full))!;
    const { names, emailAddresses, ...rest } = full;
    expect(Object.keys(emptyFields(card, person({ names, emailAddresses })))).toEqual(Object.keys(rest));
    expect(emptyFields(card, person(full))).toEqual({});
  });
});
