import { expect, test } from "vitest";
import { debriefPrompts } from "../../../src/domain/contact/debrief.ts";
import { discover } from "../../../src/domain/contact/discover.ts";
import type { Zone } from "../../../src/domain/time.ts";
import { at, coffee, named, seen } from "./evidence.ts";

const webinar = coffee({ eventId: "webinar", title: "Webinar", attendees: 40 });
const look = (now: string) => ({
  ownAddresses: new Set<string>(),
  ownDomains: [],
  zone: "Europe/Paris" as Zone,
  now: at(now),
});

test("a webinar of 40 gives no candidates and one question (R1, R11)", () => {
  const context = look("2026-11-17T08:00:00Z");
  const guests = Array.from({ length: 39 }, (_, n) =>
    seen(`guest${n}@acme.example`, { names: named("Lea Park"), events: [webinar] }),
  );
  const found = guests.map((guest) => discover(guest, context));
  expect(found.filter((one) => one.class === "candidate")).toEqual([]);
  expect(debriefPrompts(found, 7, context.now).map((event) => event.eventId)).toEqual(["webinar"]);
});

test.each`
  now                       | asked
  ${"2026-11-23T13:00:00Z"} | ${1}
  ${"2026-11-23T13:00:01Z"} | ${0}
`("asked for seven days after the end: $asked at $now", ({ now, asked }) => {
  expect(debriefPrompts([{ debrief: webinar }], 7, at(now))).toHaveLength(asked);
});

test("newest first", () => {
  const later = { ...webinar, eventId: "later", endsAt: at("2026-11-16T18:00:00Z") };
  const events = debriefPrompts([{ debrief: webinar }, {}, { debrief: later }], 7, at("2026-11-17T08:00:00Z"));
  expect(events.map((event) => event.eventId)).toEqual(["later", "webinar"]);
});
