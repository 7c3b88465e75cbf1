import { describe, expect, test } from "vitest";
import { cityNamed } from "../../../src/domain/meeting/city.ts";
import type { CalendarEvent, EventTime } from "../../../src/domain/meeting/event.ts";
import { type CallBy, chooseMode, type ModeQuestion } from "../../../src/domain/meeting/mode.ts";
import { placeFrom } from "../../../src/domain/meeting/place.ts";
import { prepare } from "../../../src/domain/meeting/prepare.ts";
import { freeRanges, whyNot } from "../../../src/domain/meeting/slots.ts";
import { isSamePlace, travelTo } from "../../../src/domain/meeting/travel.ts";
import { daysTogether, type Trip, tripsIn, zonesWithTrips } from "../../../src/domain/meeting/trip.ts";
import { chooseVenue, proposeVenues, type Venue } from "../../../src/domain/meeting/venue.ts";
import { wallClock } from "../../../src/domain/meeting/wall-clock.ts";
import { millisOf, type PlainDate, type Zone } from "../../../src/domain/time.ts";
import { ask, at, said, slotAt, taken } from "../../support/questions.ts";

const lyon = cityNamed("Lyon")!.city;
const berlin = cityNamed("Berlin")!.city;
const day = (text: string) => text as PlainDate;
const living = (text: string) => ({ place: placeFrom([{ source: "stated_city", text }])! });
const meet: CallBy = { kind: "meet" };
const phone: CallBy = { kind: "phone", number: "+49 30 1234567" };
const berlinTrip: Trip = {
  city: berlin,
  firstDay: day("2026-12-01"),
  lastDay: day("2026-12-03"),
  because: '"Berlin" in your calendar',
};

const question = (more: Partial<ModeQuestion>): ModeQuestion => ({
  owner: { ...living("Lyon"), trips: [] },
  contact: { ...living("Berlin"), trips: [] },
  nearbyMinutes: 30,
  callBy: [phone, meet],
  today: day("2026-11-22"),
  ...more,
});

describe("how to meet (R31)", () => {
  test("same city, 12 km: in person, and the estimate says how it was made", () => {
    // 12 km due north of the owner.
    const here = { latitude: 45.77, longitude: 4.83 };
    const there = { latitude: 45.77 + 12 / 111.2, longitude: 4.83 };
    expect(
      chooseMode(
        question({
          owner: { ...living("Lyon"), at: here, trips: [] },
          contact: { ...living("Lyon"), at: there, trips: [] },
        }),
      ),
    ).toEqual({
      mode: "in_person",
      minutes: 29,
      because: "12 km in a straight line, about 29 minutes at city speed",
    });
  });

  test.each`
    because                                           | more                                                                                                                                                  | choice
    ${"Lyon and Berlin"}                              | ${{}}                                                                                                                                                 | ${{ mode: "video", by: { kind: "meet" } }}
    ${"Lyon and Berlin, without video"}               | ${{ callBy: [phone] }}                                                                                                                                | ${{ mode: "phone", by: phone }}
    ${"the standing link before the telephone"}       | ${{ callBy: [phone, { kind: "standing_link", url: "https://call.example/me" }] }}                                                                     | ${{ mode: "video", by: { kind: "standing_link" } }}
    ${"far, and no way to call (R27)"}                | ${{ callBy: [] }}                                                                                                                                     | ${{ mode: "none" }}
    ${"the owner travels to Berlin"}                  | ${{ owner: { ...living("Lyon"), trips: [berlinTrip] } }}                                                                                              | ${{ mode: "in_person", onlyDays: [{ firstDay: "2026-12-01", lastDay: "2026-12-03" }] }}
    ${"that trip is over"}                            | ${{ owner: { ...living("Lyon"), trips: [berlinTrip] }, today: "2026-12-04" }}                                                                         | ${{ mode: "video" }}
    ${"it ends today"}                                | ${{ owner: { ...living("Lyon"), trips: [berlinTrip] }, today: "2026-12-03" }}                                                                         | ${{ mode: "in_person" }}
    ${"the contact comes to Lyon"}                    | ${{ contact: { ...living("Berlin"), trips: [{ ...berlinTrip, city: lyon }] } }}                                                                       | ${{ mode: "in_person", city: { name: "Lyon" } }}
    ${"the contact is away while the owner is there"} | ${{ owner: { ...living("Lyon"), trips: [berlinTrip] }, contact: { ...living("Berlin"), trips: [{ ...berlinTrip, city: cityNamed("Rome")!.city }] } }} | ${{ mode: "video" }}
    ${"one city, addresses unknown"}                  | ${{ contact: { ...living("Lyon"), trips: [] } }}                                                                                                      | ${{ mode: "in_person", minutes: 20 }}
    ${"31 minutes by the route"}                      | ${{ routedMinutes: 31 }}                                                                                                                              | ${{ mode: "video" }}
    ${"30 minutes by the route"}                      | ${{ routedMinutes: 30 }}                                                                                                                              | ${{ mode: "in_person" }}
    ${"nothing known"}                                | ${{ contact: { trips: [] } }}                                                                                                                         | ${{ mode: "either", call: { kind: "meet" } }}
    ${"only the country, another one"}                | ${{ contact: { place: placeFrom([{ source: "phone_country_code", number: phone.number }]), trips: [] } }}                                             | ${{ mode: "video" }}
    ${"only the country, the same one"}               | ${{ contact: { place: placeFrom([{ source: "phone_country_code", number: "+33 4 72 00 00 00" }]), trips: [] } }}                                      | ${{ mode: "either" }}
  `("$because", ({ more, choice }) => {
    const chosen = chooseMode(question(more));
    expect(chosen).toMatchObject(choice);
    expect(chosen.because).not.toBe("");
  });

  test("meeting in Berlin on the days of the trip only offers those days, in Berlin's hours", () => {
    const choice = chooseMode(question({ owner: { ...living("Lyon"), trips: [berlinTrip] } }));
    if (choice.mode !== "in_person" || choice.onlyDays === undefined) throw new Error("not in person");
    const offered = ask("Europe/Paris", "2026-11-27T09:00Z", { horizonDays: 10 }, { onlyDays: choice.onlyDays });
    expect(freeRanges(prepare(offered)).map(said)).toEqual([
      "2026-12-01T08:00/16:30",
      "2026-12-02T08:00/16:30",
      "2026-12-03T08:00/16:30",
    ]);
  });
});

const event = (title: string, time: EventTime, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  calendar: "work",
  uid: title,
  sequence: 0,
  title,
  time,
  status: "confirmed",
  kind: "busy",
  attendees: [],
  notes: [],
  ...more,
});
const days = (first: string, last = first): EventTime => ({
  kind: "all_day",
  firstDay: day(first),
  lastDay: day(last),
});
const hours = (from: string, until: string): EventTime => ({
  kind: "timed",
  startsAt: at(from),
  endsAt: at(until),
  zone: "Europe/Paris" as Zone,
});

describe("trips", () => {
  const clock = wallClock(
    [{ zone: "Europe/Paris" as Zone }],
    millisOf(at("2026-11-01T00:00Z")),
    millisOf(at("2027-01-01T00:00Z")),
  );
  const trips = (...events: CalendarEvent[]) =>
    tripsIn(events, lyon, clock).map(({ city, firstDay, lastDay }) => `${city.name} ${firstDay}/${lastDay}`);

  test.each`
    title                     | trip
    ${"Trip to Berlin"}       | ${["Berlin 2026-12-01/2026-12-03"]}
    ${"Berlin"}               | ${["Berlin 2026-12-01/2026-12-03"]}
    ${"Reise nach München"}   | ${["Munich 2026-12-01/2026-12-03"]}
    ${"Déplacement à Genève"} | ${["Geneva 2026-12-01/2026-12-03"]}
    ${"Conference in London"} | ${["London 2026-12-01/2026-12-03"]}
    ${"Trip to Villeurbanne"} | ${[]}
    ${"Trip to Lyon"}         | ${[]}
    ${"A nice reading week"}  | ${[]}
    ${"Call Berlin office"}   | ${[]}
    ${"Anna's birthday"}      | ${[]}
  `("an all-day item $title", ({ title, trip }) =>
    expect(trips(event(title, days("2026-12-01", "2026-12-03")))).toEqual(trip),
  );

  test("a journey there and a journey home", () =>
    expect(
      trips(
        event("Train Lyon - Paris", hours("2026-12-08T07:00Z", "2026-12-08T09:00Z")),
        event("Train Paris - Lyon", hours("2026-12-10T17:00Z", "2026-12-10T19:00Z")),
      ),
    ).toEqual(["Paris 2026-12-08/2026-12-10"]));

  test("a journey without a way back is that day alone", () =>
    expect(trips(event("Flight to Rome", hours("2026-12-08T07:00Z", "2026-12-08T09:00Z")))).toEqual([
      "Rome 2026-12-08/2026-12-08",
    ]));

  test("a cancelled trip is none", () =>
    expect(trips(event("Trip to Berlin", days("2026-12-01"), { status: "cancelled" }))).toEqual([]));

  test("two who meet in a third city meet on the days that both are there", () => {
    const rome = cityNamed("Rome")!.city;
    const there = (firstDay: string, lastDay: string): Trip => ({
      city: rome,
      firstDay: day(firstDay),
      lastDay: day(lastDay),
      because: "said",
    });
    const shared = daysTogether(
      { home: lyon, trips: [there("2026-12-01", "2026-12-05")] },
      { home: berlin, trips: [there("2026-12-04", "2026-12-09")] },
    );
    expect(shared).toMatchObject([{ firstDay: "2026-12-04", lastDay: "2026-12-05" }]);
  });

  test("the zone follows the trip and comes home", () => {
    const newYork = cityNamed("New York")!.city;
    expect(zonesWithTrips(lyon.zone, [{ ...berlinTrip, city: newYork }, berlinTrip])).toEqual([
      { zone: "Europe/Paris" },
      { zone: "America/New_York", fromDay: "2026-12-01" },
      { zone: "Europe/Paris", fromDay: "2026-12-04" },
      { zone: "Europe/Berlin", fromDay: "2026-12-01" },
      { zone: "Europe/Paris", fromDay: "2026-12-04" },
    ]);
  });
});

describe("travel", () => {
  const moka = {
    text: "Café Moka, 3 Quai Street, Lyon",
    at: { latitude: 45.76, longitude: 4.84 },
    minutesFromBase: 10,
  };
  const minutes = travelTo(moka);

  test.each`
    place                               | expected | because
    ${undefined}                        | ${10}    | ${"from the base"}
    ${"https://meet.example/abc"}       | ${10}    | ${"an online meeting is held at the base"}
    ${"Café Moka"}                      | ${0}     | ${"already there"}
    ${"Cafe Moka, 3 Quai Street, Lyon"} | ${0}     | ${"already there, spelled otherwise"}
    ${"Hôtel de Ville, 69001 Lyon"}     | ${20}    | ${"somewhere in the same city"}
    ${"Room 4"}                         | ${30}    | ${"nobody knows where: never taken as near"}
    ${"Alexanderplatz 1, 10178 Berlin"} | ${720}   | ${"another city closes the day"}
  `("$place: $expected minutes, $because", ({ place, expected }) =>
    expect(minutes(taken("2026-12-01T09:00Z", "2026-12-01T10:00Z", place === undefined ? {} : { place }))).toBe(
      expected,
    ),
  );

  test("a coffee at Moka keeps its way from the meeting before, and needs none from a meeting at Moka", () => {
    const busy = [
      taken("2026-12-01T09:00Z", "2026-12-01T10:00Z", { place: "Hôtel de Ville, 69001 Lyon" }),
      taken("2026-12-01T13:00Z", "2026-12-01T14:00Z", { place: "Café Moka" }),
    ];
    const offered = prepare(
      ask("Europe/Paris", "2026-12-01T00:00Z", { horizonDays: 1 }, { busy, travelMinutesTo: minutes }),
    );
    expect(freeRanges(offered).map(said)).toEqual([
      "2026-12-01T08:00/08:40",
      "2026-12-01T10:20/13:00",
      "2026-12-01T14:00/16:30",
    ]);
    expect(whyNot(offered, slotAt("2026-12-01T10:10Z", 30))).toMatchObject([
      { rule: "travel", with: [{ travelMinutes: 20 }] },
    ]);
  });

  test("one name is not the other's beginning inside a word", () => {
    expect(isSamePlace("Moka", "Moka, Lyon")).toBe(true);
    expect(isSamePlace("Moka", "Mokarama")).toBe(false);
    expect(isSamePlace("", "")).toBe(false);
  });
});

describe("venues", () => {
  const venue = (name: string, minutesFromBase: number, more: Partial<Venue> = {}): Venue => ({
    name,
    address: "Lyon",
    suits: ["coffee"],
    minutesFromBase,
    ...more,
  });

  test("the longer of the two ways decides", () => {
    const near = venue("Café Moka", 5, { at: { latitude: 45.77, longitude: 4.83 } });
    const between = venue("Café Quai", 15, { at: { latitude: 45.83, longitude: 4.83 } });
    const guestAt = { latitude: 45.9, longitude: 4.83 };
    expect(chooseVenue([near, between], { suits: "coffee", guestAt })).toMatchObject({ venue: { name: "Café Quai" } });
    expect(chooseVenue([near, between], { suits: "coffee" })).toMatchObject({ venue: { name: "Café Moka" } });
  });

  test("none that suits: an area, never an invented name; no area: nothing", () => {
    expect(chooseVenue([venue("Café Moka", 5)], { suits: "lunch", area: "Part-Dieu" })).toEqual({
      kind: "area",
      area: "Part-Dieu",
    });
    expect(chooseVenue([], { suits: "coffee" })).toBeUndefined();
  });

  test("proposals come from past small meetings at places that read like public ones", () => {
    const guests = [1, 2].map((at) => ({ address: `guest${at}@acme.example`, response: "accepted" as const }));
    const past = (title: string, place: string, more: Partial<CalendarEvent> = {}) =>
      event(title, hours("2026-11-03T09:00Z", "2026-11-03T10:00Z"), { place, attendees: guests, ...more });
    const proposals = proposeVenues(
      [
        past("1", "Café Moka, 3 Quai Street, Lyon"),
        past("2", "Café Moka"),
        past("3", "Restaurant Lune, Lyon"),
        past("4", "https://cafe.example/online call"),
        past("5", "Room 4"),
        past("6", "Café Futur", { time: hours("2026-12-03T09:00Z", "2026-12-03T10:00Z") }),
        past("7", "Café Seul", { attendees: guests.slice(1) }),
        past("8", "Café Annulé", { status: "cancelled" }),
      ],
      millisOf(at("2026-11-22T09:00Z")),
    );
    expect(proposals.map(({ name, address, suits, meetings }) => [name, address, suits, meetings])).toEqual([
      ["Café Moka", "3 Quai Street, Lyon", "coffee", 2],
      ["Restaurant Lune", "Lyon", "lunch", 1],
    ]);
  });
});
