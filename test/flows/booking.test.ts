/** From an offer to a meeting in both calendars, at both providers. */
import { describe, expect, test } from "vitest";
import { offerTimes } from "../../src/domain/meeting/offer.ts";
import { prepare } from "../../src/domain/meeting/prepare.ts";
import { after, before, hoursBetween, instantAt, instantOf, millisOf } from "../../src/domain/time.ts";
import { bookMeeting } from "../../src/flows/booking/book-meeting.ts";
import { bookingFile } from "../../src/flows/booking/booking-file.ts";
import { cancelBooking } from "../../src/flows/booking/cancel-booking.ts";
import { freeStartsFor } from "../../src/flows/booking/free-starts.ts";
import { isFree, lookAgain } from "../../src/flows/booking/look-again.ts";
import { rescheduleBooking } from "../../src/flows/booking/reschedule-booking.ts";
import { answerDebrief } from "../../src/flows/day/answer-debrief.ts";
import { freeTimeOf, questionOf } from "../../src/flows/meeting/free-time.ts";
import { ownerView } from "../../src/flows/owner/owner-view.ts";
import { setPlan } from "../../src/flows/plan/set-plan.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { answerMeeting } from "../../src/sandbox/cloud/meetings.ts";
import { loadContacts } from "../../src/store/contacts.ts";
import { loadPlanItems } from "../../src/store/plan-items.ts";
import {
  bookingOf,
  eventsOfOurs,
  met,
  offerTo,
  readCalendars,
  runDue,
  timesFor,
  untilQuiet,
} from "../support/booking-office.ts";
import { office } from "../support/office.ts";
import { paris } from "../support/world-on.ts";
import { pass, vendors, type WritingOffice, writingOffice } from "../support/writing-office.ts";

const times = (office: WritingOffice) =>
  eventsOfOurs(office).map(({ time }) => (time.kind === "timed" ? time.startsAt : time.firstDay));

async function booked(office: WritingOffice, asked: Parameters<typeof offerTo>[3] = {}) {
  const offer = await timesFor(office);
  const offerId = await offerTo(office, office.priya, offer, asked);
  const startsAt = offer.times[1]!.startsAt;
  const outcome = await bookMeeting(office.world, office.owner, { offerId, startsAt, source: "reply" });
  if (outcome.kind !== "booked") throw new Error(JSON.stringify(outcome));
  await untilQuiet(office, { minutes: 1 });
  return { offer, offerId, startsAt, bookingId: outcome.bookingId };
}

describe.each(vendors)("%s", (vendor) => {
  test("an hour that was agreed on stands in the calendar once, moves with its event, and leaves with it (Q8, R34)", async () => {
    const office = await writingOffice(vendor, []);
    const { world, owner, account } = office;
    const { offer, offerId, startsAt, bookingId } = await booked(office);
    const [event] = eventsOfOurs(office);
    expect(await bookingOf(office, bookingId)).toMatchObject({ state: "confirmed", eventState: "standing" });
    expect({ ...event }).toMatchObject({
      title: "Coffee: Mara Lind and Priya Nair",
      time: { kind: "timed", startsAt, endsAt: after(startsAt, { minutes: 45 }) },
      attendees: expect.arrayContaining([expect.objectContaining({ address: "priya@acme.example" })]),
    });
    expect(eventsOfOurs(office)).toHaveLength(1);
    // One offer makes one meeting, whoever asks again.
    const again = await bookMeeting(world, owner, { offerId, startsAt: offer.times[2]!.startsAt, source: "page" });
    expect(again).toEqual({ kind: "booked_already", bookingId });

    const there = await freeStartsFor(world, owner, offerId);
    const to = there.named.find((one) => one.startsAt !== startsAt)!.startsAt;
    const moved = await rescheduleBooking(world, owner, { bookingId, startsAt: to, by: "guest" });
    if (moved.kind !== "booked") throw new Error(JSON.stringify(moved));
    await untilQuiet(office, { minutes: 1 });
    expect(times(office)).toEqual([to]);
    expect(await bookingOf(office, moved.bookingId)).toMatchObject({ state: "confirmed", rescheduledFrom: bookingId });

    // Read back by a scan it takes the hour once, and the plan's word for it is an agreed meeting.
    pass(office, { minutes: 20 });
    await readCalendars(office);
    await refresh(world, owner);
    const free = await freeStartsFor(world, owner, offerId);
    expect(free.all.map((one) => one.startsAt)).toContain(to);

    expect(await cancelBooking(world, owner, { bookingId: moved.bookingId, by: "guest" })).toBe("cancelled");
    await untilQuiet(office, { minutes: 1 });
    expect(times(office)).toEqual([]);
    expect(await cancelBooking(world, owner, { bookingId: moved.bookingId, by: "guest" })).toBe("over");
    expect(account.calendars.events(account.calendars.main.id).filter(({ title }) => /Mara/.test(title))).toHaveLength(
      1,
    );
  });

  test("what happens to it in the calendar happens to it here (Q8, R37)", async () => {
    const office = await writingOffice(vendor, []);
    const { world, owner, account, cloud } = office;
    const { bookingId, startsAt } = await booked(office);
    pass(office, { minutes: 30 });
    const [event] = eventsOfOurs(office);
    const to = after(startsAt, { hours: 1 });
    account.calendars.put(
      account.calendars.main.id,
      {
        ...event!,
        sequence: event!.sequence + 1,
        time: { kind: "timed", startsAt: to, endsAt: after(to, { minutes: 45 }), zone: "Europe/Paris" as never },
      },
      world.clock.now(),
    );
    await readCalendars(office);
    await refresh(world, owner);
    expect(await bookingOf(office, bookingId)).toMatchObject({ state: "confirmed", startsAt: to });

    pass(office, { minutes: 30 });
    answerMeeting(cloud, event!.uid, "priya@acme.example", "declined");
    await readCalendars(office);
    await refresh(world, owner);
    expect(await bookingOf(office, bookingId)).toMatchObject({
      state: "cancelled",
      because: [{}, {}, { rule: "Q8.declined_there" }],
    });
    await untilQuiet(office, { minutes: 1 });
    expect(times(office)).toEqual([]);
  });

  test("an hour that was taken meanwhile, which no scan has told, is given back and nothing is written (Q8)", async () => {
    const office = await writingOffice(vendor, []);
    const { world, owner, account } = office;
    const offer = await timesFor(office);
    const offerId = await offerTo(office, office.priya, offer);
    const { startsAt, endsAt } = offer.times[0]!;
    account.calendars.put(
      account.calendars.main.id,
      {
        id: "dentist",
        uid: "dentist@nordlys.example",
        sequence: 0,
        title: "Dentist",
        time: { kind: "timed", startsAt, endsAt, zone: "Europe/Paris" as never },
        status: "confirmed",
        shows: "busy",
        attendees: [],
        properties: {},
      },
      world.clock.now(),
    );
    const outcome = await bookMeeting(world, owner, { offerId, startsAt, source: "reply" });
    if (outcome.kind !== "booked") throw new Error(JSON.stringify(outcome));
    await untilQuiet(office, { minutes: 1 });
    expect(await bookingOf(office, outcome.bookingId)).toMatchObject({ state: "cancelled", eventState: "none" });
    expect(times(office)).toEqual([]);
    const other = await bookMeeting(world, owner, { offerId, startsAt: offer.times[2]!.startsAt, source: "page" });
    expect(other.kind).toBe("booked");
  });
});

test("a time that is named to one person is held for them alone, and the holds end with the offer (Q6)", async () => {
  const office = await writingOffice("google", []);
  const { world, owner, clock, priya } = office;
  const offer = await timesFor(office);
  const offerId = await offerTo(office, priya, offer);
  const sam = await met(office, "sam@harbourline.example", "Sam Okafor");
  const free = async () =>
    (await freeTimeOf(world, await ownerView(world, owner, clock.now()))).busy.filter(({ kind }) => kind === "hold");
  expect((await free()).map(({ startMs }) => instantOf(startMs))).toEqual(offer.times.map(({ startsAt }) => startsAt));
  // Named to somebody else too, by an older letter of theirs, it is still kept for the first.
  const samsId = await offerTo(office, sam, offer);
  expect(await free()).toHaveLength(offer.times.length);
  const wish = { startsAt: offer.times[0]!.startsAt, source: "page" } as const;
  // A letter that shows the range around it may still leave: only who claims it meets the hold.
  const again = { contactId: sam, body: { lengthMinutes: 45, unchecked: false }, now: clock.now() };
  const isOpen = async (how: object) =>
    isFree(await lookAgain(world, owner, { ...again, ...how }), wish.startsAt, "guest");
  expect([await isOpen({}), await isOpen({ isHeldFree: true })]).toEqual([false, true]);
  const taken = await bookMeeting(world, owner, { offerId: samsId, ...wish });
  expect(taken).toMatchObject({ kind: "slot_taken" });
  const instead = taken.kind === "slot_taken" ? taken.instead : [];
  expect(instead).toHaveLength(5);
  const distances = instead.map(({ startsAt }) => Math.abs(hoursBetween(startsAt, wish.startsAt)));
  expect(distances).toEqual(distances.toSorted((one, other) => one - other));
  expect((await bookMeeting(world, owner, { offerId, ...wish })).kind).toBe("booked");
  // Answered, nothing else of it is held.
  expect(await free()).toEqual([]);
  expect(
    (await bookMeeting(world, owner, { offerId: samsId, startsAt: instead[0]!.startsAt, source: "page" })).kind,
  ).toBe("booked");
});

test("an offer lapses time by time, expires, and says so to whoever comes too late (defaults: offer expiry)", async () => {
  const office = await writingOffice("google", []);
  const { world, owner, clock, priya } = office;
  const offer = await timesFor(office);
  const offerId = await offerTo(office, priya, offer);
  const placed = async () =>
    (
      await world.database
        .selectFrom("hold")
        .select("starts_at")
        .where("owner_id", "=", owner)
        .where("state", "=", "placed")
        .orderBy("starts_at")
        .execute()
    ).map(({ starts_at }) => starts_at);
  clock.set(before(offer.times[0]!.startsAt, { hours: 12 }));
  await runDue(office, world);
  expect(await placed()).toEqual(offer.times.slice(1).map(({ startsAt }) => startsAt));
  clock.set(before(offer.times.at(-1)!.startsAt, { hours: 12 }));
  await runDue(office, world);
  expect(await placed()).toEqual([]);
  const wish = { offerId, startsAt: offer.times.at(-1)!.startsAt, source: "reply" } as const;
  expect(await bookMeeting(world, owner, wish)).toMatchObject({
    kind: "offer_over",
    because: { rule: "Q7.offer_expired" },
  });
  expect(await freeStartsFor(world, owner, offerId)).toEqual({ named: [], all: [] });
});

test("with eight open offers on a half-busy calendar a ninth still finds at least three ranges (Q6)", async () => {
  const office = await writingOffice("google", []);
  const { world, owner, account, clock } = office;
  for (const day of [23, 24, 25, 26, 27, 30])
    for (const hour of [9, 11, 13, 15]) {
      const startsAt = instantAt(paris, `2026-11-${day}` as never, hour * 60);
      const id = `busy${day}${hour}`;
      account.calendars.put(
        account.calendars.main.id,
        {
          id,
          uid: id,
          sequence: 0,
          title: "Taken",
          time: { kind: "timed", startsAt, endsAt: after(startsAt, { hours: 1 }), zone: paris },
          status: "confirmed",
          shows: "busy",
          attendees: [],
          properties: {},
        },
        clock.now(),
      );
    }
  await readCalendars(office);
  for (let nth = 1; nth <= 8; nth += 1) {
    const guest = await met(office, `guest${nth}@harbourline.example`, `Guest Number${nth}`);
    await offerTo(office, guest, await timesFor(office));
  }
  const now = clock.now();
  const free = await freeTimeOf(world, await ownerView(world, owner, now));
  const holds = free.busy.filter(({ kind }) => kind === "hold");
  expect(new Set(holds.map(({ contactId }) => contactId)).size).toBe(8);
  const ninth = offerTimes(prepare(questionOf(free, { now, lengthMinutes: 45 })));
  expect(ninth.kind === "times" && ninth.days.flatMap(({ ranges }) => ranges).length).toBeGreaterThanOrEqual(3);
});

test("what is held stands in the calendar as tentative where the owner wishes it, and not in its own person's way (Q6)", async () => {
  for (const vendor of vendors) {
    const office = await writingOffice(vendor, ["holds"]);
    const { world, owner, priya } = office;
    const offer = await timesFor(office);
    const offerId = await offerTo(office, priya, offer);
    await untilQuiet(office, { minutes: 1 });
    expect(
      eventsOfOurs(office).map(({ title, status, shows }) => [title, status === "tentative" || shows === "tentative"]),
    ).toEqual(offer.times.map(() => ["Hold: Priya Nair", true]));
    await readCalendars(office);
    const outcome = await bookMeeting(world, owner, { offerId, startsAt: offer.times[0]!.startsAt, source: "page" });
    if (outcome.kind !== "booked") throw new Error(JSON.stringify(outcome));
    await untilQuiet(office, { minutes: 1 });
    expect(eventsOfOurs(office).map(({ title }) => title)).toEqual(["Coffee: Mara Lind and Priya Nair"]);
    expect(await bookingOf(office, outcome.bookingId)).toMatchObject({ state: "confirmed" });
  }
});

test("a booked meeting counts once in the plan, wherever it moves, and took place when it is over (R18, R37)", async () => {
  const office = await writingOffice("google", []);
  const { world, owner, clock } = office;
  await setPlan(world, owner, { month: "2026-11-01" as never, quotas: [{ meeting: "coffee", count: 2 }] });
  const inPlan = async () => (await loadPlanItems(world.database, owner)).map(({ state }) => state).sort();
  const open = (await loadPlanItems(world.database, owner)).find(({ state }) => state !== "took_place");
  const { offerId, bookingId } = await booked(office, { planItemId: open!.planItemId });
  // Priya had a coffee on the 19th: that one is held, this one is booked.
  const before = await inPlan();
  pass(office, { minutes: 20 });
  await readCalendars(office);
  await refresh(world, owner);
  expect([before, await inPlan()]).toEqual([
    ["booked", "took_place"],
    ["booked", "took_place"],
  ]);
  const { named } = await freeStartsFor(world, owner, offerId);
  const moved = await rescheduleBooking(world, owner, { bookingId, startsAt: named.at(-1)!.startsAt, by: "guest" });
  if (moved.kind !== "booked") throw new Error(JSON.stringify(moved));
  await untilQuiet(office, { minutes: 1 });
  expect(await inPlan()).toEqual(["booked", "took_place"]);
  clock.set(after(named.at(-1)!.endsAt, { minutes: 40 }));
  await readCalendars(office);
  await refresh(world, owner);
  expect(await bookingOf(office, moved.bookingId)).toMatchObject({ state: "took_place" });
  expect(await inPlan()).toEqual(["took_place", "took_place"]);
  // The owner says that nobody came: it is taken back.
  const { event_id } = await world.database
    .selectFrom("event")
    .select("event_id")
    .where("owner_id", "=", owner)
    .where("title", "like", "Coffee: Mara%")
    .executeTakeFirstOrThrow();
  await answerDebrief(world, owner, { eventId: event_id, endedAt: named.at(-1)!.endsAt }, { text: "", isHeld: false });
  await refresh(world, owner);
  expect(await bookingOf(office, moved.bookingId)).toMatchObject({ state: "no_show" });
});

test("an owner without an account has it confirmed at once, in their own calendar here, with a file to send (R34)", async () => {
  const { world, owner, clock } = await office();
  const person = (await loadContacts(world.database, owner)).find(({ addresses }) => addresses.length > 0)!;
  const offer = await timesFor({ world, owner }, person.addresses[0]);
  const offerId = await offerTo({ world, owner }, person.contactId, offer);
  const { startsAt, endsAt } = offer.times[0]!;
  const outcome = await bookMeeting(world, owner, { offerId, startsAt, source: "reply" });
  if (outcome.kind !== "booked") throw new Error(JSON.stringify(outcome));
  const meeting = await bookingOf({ world, owner }, outcome.bookingId);
  expect(meeting).toMatchObject({ state: "confirmed", eventState: "none" });
  const taken = (await freeTimeOf(world, await ownerView(world, owner, clock.now()))).busy.filter(
    (one) => one.startMs < millisOf(endsAt) && one.endMs > millisOf(startsAt),
  );
  expect(taken.map(({ kind }) => kind)).toEqual(["booking"]);
  const file = await bookingFile(world, owner, outcome.bookingId);
  expect(file?.text).toContain("METHOD:REQUEST");
  await cancelBooking(world, owner, { bookingId: outcome.bookingId, by: "owner" });
  expect((await bookingFile(world, owner, outcome.bookingId))?.text).toContain("METHOD:CANCEL");
  const left = await world.database
    .selectFrom("event")
    .select("event_id")
    .where("title", "=", meeting.body.title)
    .execute();
  expect(left).toEqual([]);
});
