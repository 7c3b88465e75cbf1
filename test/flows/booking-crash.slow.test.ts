/**
 * Booking, moving and calling off, while the process dies at every named place and before and after every request, and while
 * every request fails in every way, at both providers: no event twice, no hours that overlap, none left behind (Q8).
 */
import { afterAll, describe, expect, test } from "vitest";
import type { BookingId } from "../../src/domain/ids.ts";
import { bookMeeting } from "../../src/flows/booking/book-meeting.ts";
import { cancelBooking } from "../../src/flows/booking/cancel-booking.ts";
import { rescheduleBooking } from "../../src/flows/booking/reschedule-booking.ts";
import { failpoints } from "../../src/flows/failpoints.ts";
import type { World } from "../../src/flows/world.ts";
import { plannedFaults, withFaults } from "../../src/sandbox/faults.ts";
import { eventsOfOurs, offerTo, readCalendars, runDue, timesFor, untilQuiet } from "../support/booking-office.ts";
import { dieAtRequest, dyingAt, untilDeath } from "../support/dying.ts";
import { randomOf } from "../support/random.ts";
import { pass, type Vendor, vendors, type WritingOffice, writingOffice } from "../support/writing-office.ts";

const pairs = Number(process.env.RAPPORT_PAIRS ?? 25);
const firstSeed = Number(process.env.RAPPORT_SEED ?? 1);
const counts = { deaths: 0, pairs: 0, faults: 0, doubled: 0, overlaps: 0, orphaned: 0, lost: 0 };

type Agreed = { bookingId: BookingId; others: readonly { startsAt: string }[] };

async function agree(office: WritingOffice): Promise<Agreed> {
  const { world, owner, priya } = office;
  const offer = await timesFor(office);
  const offerId = await offerTo(office, priya, offer);
  const [first, ...others] = offer.times;
  const booked = await bookMeeting(world, owner, { offerId, startsAt: first!.startsAt, source: "page" });
  if (booked.kind !== "booked") throw new Error(JSON.stringify(booked));
  return { bookingId: booked.bookingId, others };
}

const move = async ({ world, owner }: WritingOffice, { bookingId, others }: Agreed): Promise<Agreed> => {
  const moved = await rescheduleBooking(world, owner, {
    bookingId,
    startsAt: others.at(-1)!.startsAt as never,
    by: "guest",
  });
  if (moved.kind !== "booked") throw new Error(JSON.stringify(moved));
  return { bookingId: moved.bookingId, others };
};

const callOff = async ({ world, owner }: WritingOffice, { bookingId }: Agreed): Promise<void> => {
  expect(await cancelBooking(world, owner, { bookingId, by: "guest" })).toBe("cancelled");
};

/** What leads to the work that dies, and what the owner and the guest do after its death; events that stand at the end. */
const walks: readonly {
  name: string;
  before(office: WritingOffice): Promise<Agreed>;
  after?(office: WritingOffice, agreed: Agreed): Promise<unknown>;
  stands: number;
}[] = [
  { name: "booked", before: agree, stands: 1 },
  { name: "booked, and moved after the death", before: agree, after: move, stands: 1 },
  { name: "booked, and called off after the death", before: agree, after: callOff, stands: 0 },
  {
    name: "moved",
    before: async (office) => {
      const agreed = await agree(office);
      await untilQuiet(office, { minutes: 1 });
      return move(office, agreed);
    },
    stands: 1,
  },
  {
    name: "called off",
    before: async (office) => {
      const agreed = await agree(office);
      await untilQuiet(office, { minutes: 1 });
      await callOff(office, agreed);
      return agreed;
    },
    stands: 0,
  },
];
type Walk = (typeof walks)[number];

/** From nothing, through the work that `disturb` ends, to what stands when everything came to rest. */
async function live(
  office: WritingOffice,
  walk: Walk,
  disturb: (work: (world: World) => Promise<unknown>) => Promise<"lived" | "died">,
): Promise<"lived" | "died"> {
  await readCalendars(office);
  const agreed = await walk.before(office);
  const ended = await disturb((world) => runDue(office, world));
  await walk.after?.(office, agreed);
  await untilQuiet(office, { minutes: 60 });
  await look(office, walk);
  await clear(office);
  return ended;
}

async function look(office: WritingOffice, { stands }: Walk): Promise<void> {
  const { world, owner, account } = office;
  const events = eventsOfOurs(office);
  const rows = await world.database.selectFrom("booking").selectAll().where("owner_id", "=", owner).execute();
  const standing = rows.filter(({ state }) => state === "confirmed");
  counts.doubled += Math.max(0, events.length - Math.max(stands, standing.length));
  counts.orphaned += events.filter((event) => !standing.some(({ starts_at }) => isAt(event.time, starts_at))).length;
  counts.lost += standing.filter(({ starts_at }) => !events.some(({ time }) => isAt(time, starts_at))).length;
  counts.overlaps += standing.length > 1 ? 1 : 0;
  expect(events).toHaveLength(stands);
  expect(standing).toHaveLength(stands);
  expect(rows.filter(({ state }) => state === "claiming" || state === "pending")).toEqual([]);
  // None was made, even for a moment, beside the one.
  const made = account.calendars.events(account.calendars.main.id).filter(({ title }) => title.includes("Mara Lind"));
  expect(made.length).toBeLessThanOrEqual(1);
}

const isAt = (time: { kind: string; startsAt?: string }, startsAt: string) => time.startsAt === startsAt;

async function clear({ world, owner, account, clock }: WritingOffice): Promise<void> {
  for (const table of ["booking", "offer", "timer", "contact_record", "enrolment"] as const)
    await world.database.deleteFrom(table).where("owner_id", "=", owner).execute();
  const calendar = account.calendars.main.id;
  for (const { id, title } of account.calendars.events(calendar))
    if (title.includes("Mara Lind"))
      account.calendars.put(
        calendar,
        { ...account.calendars.find(calendar, id)!, title: "gone", status: "cancelled" },
        clock.now(),
      );
}

const ours = failpoints.filter((one) => one.startsWith("keep_booking."));

describe.each(vendors)("%s", (vendor: Vendor) => {
  test.each(walks)(
    "$name, whatever dies",
    async (walk) => {
      let office = await writingOffice(vendor, []);
      const began = office.clock.now();
      const fresh = async () => {
        if (office.clock.now() < began || Date.parse(office.clock.now()) - Date.parse(began) > 10 * 3_600_000)
          office = await writingOffice(vendor, []);
        return office;
      };
      for (const at of ours) {
        const here = await fresh();
        if ((await live(here, walk, (work) => untilDeath(() => work(dyingAt(here.world, at))))) === "died")
          counts.deaths += 1;
      }
      for (const when of ["before", "after"] as const)
        for (let nth = 0; ; nth += 1) {
          const here = await fresh();
          const ended = await live(here, walk, (work) => dieAtRequest(here, { nth, when }, () => work(here.world)));
          if (ended === "lived") break;
          counts.deaths += 1;
        }
    },
    600_000,
  );

  test(`two deaths of one piece of work, ${pairs} times`, async () => {
    const random = randomOf(firstSeed);
    const among = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)]!;
    let office = await writingOffice(vendor, []);
    for (let pair = 0; pair < pairs; pair += 1) {
      // Their times run out as the days pass.
      if (pair % 10 === 0) office = await writingOffice(vendor, []);
      await live(office, among(walks), async (work) => {
        for (let death = 0; death < 2; death += 1) {
          const at = among(ours);
          const request = { nth: Math.floor(random() * 7), when: among(["before", "after"] as const) };
          const ended =
            random() < 0.4
              ? await untilDeath(() => work(dyingAt(office.world, at)))
              : await dieAtRequest(office, request, () => work(office.world));
          if (ended === "died") counts.deaths += 1;
          pass(office, { minutes: 3 });
        }
        return "died";
      });
      counts.pairs += 1;
    }
  }, 900_000);

  test.each(walks)(
    "$name, whatever the provider answers",
    async (walk) => {
      for (const kind of [
        "timeout_before",
        "timeout_after",
        "reset_after",
        "401",
        "403_rate",
        "429_seconds",
        "500",
        "500_after",
        "503_after",
        "html",
        "garbage",
        "truncated",
        "duplicate",
      ] as const) {
        const office = await writingOffice(vendor, []);
        for (let nth = 1; ; nth += 1) {
          const plan = plannedFaults([{ operation: "*", kind, nth }], {
            nameOf: () => "any",
            now: () => office.clock.now(),
          });
          await live(office, walk, async (work) => {
            const working = office.network.fetch;
            office.network.fetch = withFaults(working, plan);
            await work(office.world);
            office.network.fetch = working;
            return "lived";
          });
          if (plan.applied.length === 0) break;
          counts.faults += 1;
        }
      }
    },
    600_000,
  );
});

afterAll(() => process.stdout.write(`booking crashes: ${JSON.stringify(counts)}\n`));
