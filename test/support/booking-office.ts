/** An owner with a connected account who offered Priya times; what is booked stands in the calendar of their sandbox. */
import type { Offer } from "../../src/domain/draft/offer.ts";
import type { BookingId, ContactId, DraftId, FollowUpId, OfferId, PlanItemId } from "../../src/domain/ids.ts";
import { after, type Instant, instantAt } from "../../src/domain/time.ts";
import { scanCalendars } from "../../src/flows/accounts/scan-calendars.ts";
import { openOffer } from "../../src/flows/booking/open-offer.ts";
import { offerFreeTime } from "../../src/flows/meeting/offer-free-time.ts";
import type { World } from "../../src/flows/world.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { jobOf } from "../../src/jobs/catalogue.ts";
import { fateOf } from "../../src/jobs/fate.ts";
import { handlersOf } from "../../src/jobs/handlers.ts";
import type { CloudEvent } from "../../src/sandbox/cloud/calendars.ts";
import { findBooking } from "../../src/store/bookings.ts";
import { claimDueTimers, finishTimer, putOffTimer, startTimer } from "../../src/store/timers.ts";
import { patiently, signal } from "./connected-office.ts";
import type { TestWorld } from "./world.ts";
import { paris } from "./world-on.ts";
import type { WritingOffice } from "./writing-office.ts";

type Base = Pick<TestWorld, "world" | "owner" | "clock">;

/** A letter with these times has left for them. */
export async function offerTo(
  { world, owner }: Pick<Base, "world" | "owner">,
  contactId: ContactId,
  offer: Offer,
  more: { planItemId?: PlanItemId; followUpId?: FollowUpId } = {},
): Promise<OfferId> {
  const draftId = world.ids.next<DraftId>();
  await world.database.transaction().execute((database) =>
    openOffer({ ...world, database }, owner, {
      draftId,
      contactId,
      followUpId: world.ids.next<FollowUpId>(),
      offer,
      meeting: "coffee",
      locale: "en",
      sentAt: world.clock.now(),
      ...more,
    }),
  );
  const row = await world.database
    .selectFrom("offer")
    .select("offer_id")
    .where("owner_id", "=", owner)
    .where("draft_id", "=", draftId)
    .executeTakeFirstOrThrow();
  return row.offer_id;
}

/** Somebody else whom the owner knows. */
export async function met(
  { world, owner }: Pick<Base, "world" | "owner">,
  address: string,
  name: string,
): Promise<ContactId> {
  const known = await world.database
    .selectFrom("contact")
    .selectAll()
    .where("owner_id", "=", owner)
    .orderBy("contact_id")
    .executeTakeFirstOrThrow();
  const contactId = world.ids.next<ContactId>();
  await world.database
    .insertInto("contact")
    .values({ ...known, because: JSON.stringify(known.because), contact_id: contactId, name, greeting_name: null })
    .execute();
  await world.database
    .insertInto("identity")
    .values({ owner_id: owner, contact_id: contactId, kind: "address", value: address, because: "said" })
    .execute();
  return contactId;
}

/** What a letter to them would offer now. */
export async function timesFor(
  { world, owner }: Pick<Base, "world" | "owner">,
  who = "priya@acme.example",
): Promise<Offer> {
  const found = await offerFreeTime(world, owner, { now: world.clock.now(), who });
  if (found.kind !== "offer" || found.times.length === 0) throw new Error(JSON.stringify(found));
  return {
    lines: found.lines,
    times: found.times,
    mode: "in_person",
    place: "at Café Moka (3 rue des Lilas)",
    calendar: found.calendar,
    unchecked: false,
  };
}

const ours = ["keep_booking", "expire_offer", "write_back"] as const;

/** As tick and worker do: what is due is run, and put off when the outside makes trouble. Says how many ran. */
export async function runDue({ owner, clock }: Base, world: World): Promise<number> {
  const now = clock.now();
  const leaseUntil = after(now, { minutes: 1 });
  const due = await claimDueTimers(world.database, { now, wall: now, leaseUntil, max: 50 });
  for (const { kind, subjectId, attempts } of due) {
    const key = { kind, subjectId };
    await startTimer(world.database, owner, key, { now, leaseUntil });
    if (!ours.some((one) => one === kind)) {
      await finishTimer(world.database, owner, key);
      continue;
    }
    try {
      const job = jobOf({ ownerId: owner, ...key });
      await handlersOf(world)[job.name](job.payload as never, { jobId: "1", signal });
      await finishTimer(world.database, owner, key);
    } catch (error) {
      if (!(error instanceof TroubleError)) throw error;
      const fate = fateOf(error.trouble, { now, attempts, isStanding: false });
      if (fate.kind === "give_up") await finishTimer(world.database, owner, key);
      else await putOffTimer(world.database, owner, key, { error: error.message, againAt: fate.at });
    }
  }
  return due.length;
}

/** Until nothing of ours is due within the time. */
export async function untilQuiet(office: Base, { minutes }: { minutes: number }): Promise<void> {
  const { world, clock, owner } = office;
  const end = after(clock.now(), { minutes });
  for (;;) {
    const ran = await runDue(office, world);
    const next = await world.database
      .selectFrom("timer")
      .select("due_at")
      .where("owner_id", "=", owner)
      .where("kind", "in", [...ours])
      .orderBy("due_at")
      .limit(1)
      .executeTakeFirst();
    if (next === undefined || next.due_at > end) break;
    if (next.due_at > clock.now()) clock.set(next.due_at);
    // Whoever died has it still: their lease has to end.
    else if (ran === 0) clock.set(after(clock.now(), { minutes: 1 }));
  }
  clock.set(end);
}

export const readCalendars = ({ world, owner, accountId, clock }: WritingOffice): Promise<unknown> =>
  patiently(clock, () => scanCalendars(world, owner, accountId, signal));

/** Events that we wrote and that stand in the owner's calendar. */
export const eventsOfOurs = ({ account }: WritingOffice): CloudEvent[] =>
  account.calendars
    .events(account.calendars.main.id)
    .filter(({ status, title }) => status !== "cancelled" && /Mara Lind|^Hold/.test(title));

export const bookingOf = async ({ world, owner }: Pick<Base, "world" | "owner">, id: BookingId) =>
  (await findBooking(world.database, owner, id))!;

/** Of the coming Tuesday. */
export const tuesdayAt = (hour: number): Instant => instantAt(paris, "2026-11-24" as never, hour * 60);
