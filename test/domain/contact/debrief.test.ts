import { expect, test } from "vitest";
import { debriefPrompts } from "../../../src/domain/contact/debrief.ts";
import { discover } from "../../../src/domain/contact/discover.ts";
import { asTold, timeKey } from "../../../src/domain/contact/told.ts";
import type { CalendarEvent } from "../../../src/domain/meeting/event.ts";
import { defaultPolicy } from "../../../src/domain/policy.ts";
import type { Zone } from "../../../src/domain/time.ts";
import { at, coffee, named, seen } from "./evidence.ts";

const zone = "Europe/Paris" as Zone;
const context = { ownAddresses: new Set<string>(), ownDomains: [], zone, now: at("2026-11-20T08:00:00Z") };

test("a webinar of 40 gives no candidates and one question (R1, R11)", () => {
  const webinar = coffee({ eventId: "webinar", title: "Webinar", attendees: 40 });
  const addresses = Array.from({ length: 39 }, (_, n) => `guest${n}@acme.example`);
  const guests = addresses.map((address) => seen(address, { names: named("Lea Park"), events: [webinar] }));
  expect(guests.map((guest) => discover(guest, context).class)).not.toContain("candidate");
  const { startsAt, endsAt } = webinar;
  const event: CalendarEvent = {
    calendar: "mine",
    uid: "webinar",
    sequence: 0,
    title: "Webinar",
    time: { kind: "timed", startsAt, endsAt, zone },
    status: "confirmed",
    kind: "busy",
    attendees: ["me@home.example", ...addresses].map((address) => ({ address, response: "accepted" })),
    notes: [],
  };
  const prompts = debriefPrompts(
    [{ eventId: "webinar", event, times: [{ startsAt, endsAt }] }],
    {
      own: { addresses: new Set(["me@home.example"]), domains: [] },
      settled: new Set(),
      groups: new Set(),
      gatherings: new Set(),
      policy: defaultPolicy(zone),
    },
    context.now,
  );
  expect(prompts).toMatchObject([{ eventId: "webinar", kind: "large_event" }]);
});

const meetup = {
  eventId: "meetup",
  title: "Meetup: Data Lyon",
  place: "La Cordée",
  endsAt: at("2026-11-19T20:00:00Z"),
  name: "Priya",
  why: "hiring analysts",
};

test("R11: whom the owner says they met is a person, met there and then, though no list names them", () => {
  const found = discover(seen("priya@acme.example", { names: named("Priya"), told: [meetup] }), context);
  expect(found).toMatchObject({
    class: "candidate",
    encounter: {
      at: meetup.endsAt,
      metOn: "2026-11-19",
      where: "Meetup: Data Lyon, La Cordée",
      why: "hiring analysts",
      channel: "event",
    },
  });
  expect(found.encounter?.others).toBeGreaterThan(1);
  expect(found.because[0]?.rule).toBe("R11.owner_said");
});

test("the earlier of two first meetings counts; the owner's later word that it is a machine outranks", () => {
  const before = coffee({ endsAt: at("2026-11-16T13:00:00Z") });
  expect(discover(seen("priya@acme.example", { events: [before], told: [meetup] }), context).encounter?.source.id).toBe(
    before.eventId,
  );
  expect(discover(seen("priya@acme.example", { told: [meetup], correction: "machine" }), context).class).toBe(
    "machine",
  );
});

test.each`
  isHeld       | meeting                            | met      | because
  ${undefined} | ${coffee()}                        | ${true}  | ${"both accepted"}
  ${false}     | ${coffee()}                        | ${false} | ${"a no-show is no encounter (R37)"}
  ${undefined} | ${coffee({ bothAccepted: false })} | ${false} | ${"nobody said that it took place"}
  ${true}      | ${coffee({ bothAccepted: false })} | ${true}  | ${"the owner said so (R37)"}
`("held said $isHeld: met $met, $because", ({ isHeld, meeting, met }) => {
  const words = new Map(isHeld === undefined ? [] : [[timeKey(meeting), isHeld as boolean]]);
  const found = discover(
    seen("priya@acme.example", { names: named("Priya Nair"), events: [asTold(meeting, words)] }),
    context,
  );
  expect(found.encounter !== undefined).toBe(met);
  // Whoever did not come is still somebody to write to.
  if (isHeld === false) expect(found).toMatchObject({ class: "candidate", because: [{ rule: "R37.no_show" }, {}] });
});
