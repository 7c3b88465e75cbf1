/**
 * One owner's weeks in the loop: letters are approved, leave, are answered by the cast, and meetings are booked, moved and
 * called off, while calls get lost and processes die between two steps. Time jumps to the next thing that happens; which of
 * several comes first, and what goes wrong, follows from the seed alone. What has to hold is in `loop-truth.ts`.
 */
import { sql } from "kysely";
import type { BookingId, ContactId, DraftId, OfferId } from "../../../src/domain/ids.ts";
import { addDays, after, dayIn, type Instant, instantAt, isWeekend, type PlainDate } from "../../../src/domain/time.ts";
import { bookMeeting } from "../../../src/flows/booking/book-meeting.ts";
import { cancelBooking } from "../../../src/flows/booking/cancel-booking.ts";
import { freeStartsFor } from "../../../src/flows/booking/free-starts.ts";
import { rescheduleBooking } from "../../../src/flows/booking/reschedule-booking.ts";
import { failpoints } from "../../../src/flows/failpoints.ts";
import { answerWhy } from "../../../src/flows/people/answer-why.ts";
import { approveDraft } from "../../../src/flows/sending/approve-draft.ts";
import { editDraft } from "../../../src/flows/sending/edit-draft.ts";
import { skipDraft } from "../../../src/flows/sending/skip-draft.ts";
import { takeBackApproval } from "../../../src/flows/sending/take-back.ts";
import type { World } from "../../../src/flows/world.ts";
import type { Provider } from "../../../src/integrations/provider.ts";
import { jobOf } from "../../../src/jobs/catalogue.ts";
import type { WorkerOptions } from "../../../src/jobs/queue.ts";
import { type Chance, chance } from "../../../src/sandbox/random.ts";
import { workerOf } from "../faults/jobs.ts";
import { paris } from "../world-on.ts";
import { enter, type LoopOwner, lifeBegins, openLoopOwner } from "./loop-owner.ts";
import { brokenIn, noneTold, type Told, truthHash } from "./loop-truth.ts";

export type LifeWish = {
  seed: number;
  provider: Provider;
  people: number;
  days: number;
  /** Of all calls and steps, how many go wrong; 0 for a life without trouble. */
  troubleShare: number;
};

export type LifeLived = {
  /** What did not hold, each with the seed. */
  broken: string[];
  told: Told;
  /** Over what was sent, booked and decided: the same seed, the same hash. */
  hash: string;
};

class Died extends Error {}

/** More steps than any life of these takes, or than anything leads to at one moment: one that needs more goes round in a circle. */
const stepsMax = 5_000;
const stepsAtOnceMax = 100;
const pollMinutes = 5;

export async function liveLoop(base: World, wish: LifeWish): Promise<LifeLived> {
  const opened = await openLoopOwner(base, wish);
  const life = new LoopLife(opened, wish, await workerOf(opened.world));
  await life.live(after(lifeBegins, { hours: 24 * wish.days }));
  await life.letEverythingEnd();
  const told = life.told;
  return {
    broken: (await brokenIn(opened, told)).map((one) => `seed ${wish.seed}: ${one}`),
    told,
    hash: await truthHash(opened),
  };
}

type Next = { at: Instant; what: "timer" | "cloud" | "poll" | "sitting"; kind?: string };

class LoopLife {
  readonly told: Told = noneTold();
  readonly #opened: LoopOwner;
  readonly #wish: LifeWish;
  readonly #worker: WorkerOptions;
  readonly #draw: Chance;
  #pollAt: Instant | undefined = lifeBegins;
  #sittingAt: Instant;
  #isTroubled: boolean;

  constructor(opened: LoopOwner, wish: LifeWish, worker: WorkerOptions) {
    this.#opened = opened;
    this.#wish = wish;
    this.#worker = worker;
    this.#draw = chance(wish.seed, "loop-life");
    this.#isTroubled = wish.troubleShare > 0;
    this.#sittingAt = after(lifeBegins, { minutes: 30 });
    opened.fate.troubleOf = () => {
      if (!this.#isTroubled || !this.#draw.happens(wish.troubleShare)) return undefined;
      this.told.lost += 1;
      return this.#draw.pick(["before", "after", "slow_down"] as const);
    };
    opened.fate.failpoint = (at) => {
      if (!failpoints.includes(at)) throw new Error(`${at} is not among the named places`);
      if (this.#isTroubled && this.#draw.happens(wish.troubleShare * 2)) throw new Died(`died at ${at}`);
    };
  }

  async live(until: Instant): Promise<void> {
    let atOnce = 0;
    for (; this.told.steps < stepsMax; this.told.steps += 1) {
      const next = await this.#next();
      if (next === undefined || next.at > until) return;
      atOnce = next.at > this.#opened.clock.now() ? 0 : atOnce + 1;
      if (atOnce > stepsAtOnceMax)
        throw new Error(`seed ${this.#wish.seed}: ${atOnce} steps at ${next.at}, now ${JSON.stringify(next)}`);
      this.#opened.clock.set(next.at);
      await this.#happen(next);
    }
    throw new Error(`seed ${this.#wish.seed}: more than ${stepsMax} steps`);
  }

  /** Nothing goes wrong any more, nothing new is begun, and what is under way comes to its end. */
  async letEverythingEnd(): Promise<void> {
    const { clock } = this.#opened;
    this.#isTroubled = false;
    this.#sittingAt = after(clock.now(), { hours: 24 * 365 });
    for (let quiet = 0; quiet < 2; quiet += 1) {
      this.#pollAt = clock.now();
      await this.live(after(clock.now(), { hours: 1 }));
      clock.set(after(clock.now(), { hours: 1 }));
    }
  }

  async #next(): Promise<Next | undefined> {
    const timer = await this.#nextTimer();
    const cloud = this.#opened.cloud.nextAt();
    const all: Next[] = [
      ...(timer === undefined ? [] : [{ at: timer.at, what: "timer" as const, kind: timer.kind }]),
      ...(cloud === undefined ? [] : [{ at: cloud, what: "cloud" as const }]),
      ...(this.#pollAt === undefined ? [] : [{ at: this.#pollAt, what: "poll" as const }]),
      { at: this.#sittingAt, what: "sitting" },
    ];
    return all.reduce((first, one) => (one.at < first.at ? one : first));
  }

  /** Of the product's own timers the next one, as the tick would claim it; the polls come when there is something to find. */
  async #nextTimer(): Promise<{ at: Instant; kind: string; subjectId: string } | undefined> {
    const { world, owner } = this.#opened;
    const { rows } = await sql<{ at: Instant; kind: string; subjectId: string }>`
      select greatest(due_at, lease_until) as at, kind, subject_id as "subjectId" from timer
      where owner_id = ${owner} and kind not in ('scan_mail', 'scan_calendars', 'scan_people', 'erase_kept_text', 'keep_push')
      order by 1, 2, 3 limit 1
    `.execute(world.database);
    return rows[0];
  }

  async #happen({ what }: Next): Promise<void> {
    switch (what) {
      case "timer": {
        const timer = await this.#nextTimer();
        if (timer !== undefined) await this.#run(timer.kind, timer.subjectId);
        return;
      }
      case "cloud":
        this.#opened.cloud.settle();
        this.#soon();
        return;
      case "poll":
        this.#pollAt = undefined;
        for (const kind of ["scan_mail", "scan_calendars"] as const) await this.#poll(kind);
        return;
      case "sitting":
        await this.#sit();
        return;
    }
  }

  /** What others did is found within five minutes. */
  #soon(): void {
    const at = after(this.#opened.clock.now(), { seconds: this.#draw.whole(10, pollMinutes * 60) });
    if (this.#pollAt === undefined || at < this.#pollAt) this.#pollAt = at;
  }

  async #poll(kind: "scan_mail" | "scan_calendars"): Promise<void> {
    const { world, owner, accountId, clock } = this.#opened;
    await sql`update timer set due_at = ${clock.now()}, lease_until = null where owner_id = ${owner} and kind = ${kind}`.execute(
      world.database,
    );
    await this.#run(kind, accountId);
    const { rows } = await sql<{ attempts: number; at: Instant }>`
      select attempts, due_at as at from timer where owner_id = ${owner} and kind = ${kind}
    `.execute(world.database);
    const left = rows[0];
    // What could not be read is tried again when its timer says so.
    if (left !== undefined && (left.attempts > 0 || left.at <= clock.now())) this.#soon();
  }

  async #run(kind: string, subjectId: string): Promise<void> {
    const { owner, faults } = this.#opened;
    const job = jobOf({ ownerId: owner, kind, subjectId });
    try {
      await this.#worker.handle(job, { jobId: `${this.told.steps}`, signal: new AbortController().signal });
      if (kind === "send_letter" || kind === "keep_booking" || (await this.#waitsForReading(kind))) this.#soon();
    } catch (error) {
      // Whoever dies says nothing: the lease runs out.
      if (error instanceof Died) this.told.deaths += 1;
      else {
        faults.push(`${kind}: ${(error as Error).stack ?? String(error)}`);
        await this.#worker.onFailed(job, error as Error);
      }
    }
  }

  /** An answer is looked at again in some minutes when the calendar was read too long ago: the polls of those minutes are due. */
  async #waitsForReading(kind: string): Promise<boolean> {
    if (kind !== "discover") return false;
    const next = await this.#nextTimer();
    return next?.kind === kind && next.at <= after(this.#opened.clock.now(), { minutes: pollMinutes });
  }

  async #sit(): Promise<void> {
    const { clock, world, owner } = this.#opened;
    const today = dayIn(paris, clock.now());
    this.#sittingAt = instantAt(paris, nextWorkingDay(today), 8 * 60 + 30 + this.#draw.whole(0, 90));
    await this.#answerQuestions();
    const drafts = await world.database
      .selectFrom("draft")
      .select(["draft_id", "subject", "body", "text_hash", "question"])
      .where("owner_id", "=", owner)
      .where("state", "=", "proposed")
      .orderBy("draft_id")
      .execute();
    for (const draft of drafts) if (draft.question === null && draft.body !== "") await this.#decide(draft);
    await this.#atTheCalendar();
  }

  async #answerQuestions(): Promise<void> {
    const { world, owner } = this.#opened;
    const asked = await world.database
      .selectFrom("draft")
      .innerJoin("contact", "contact.contact_id", "draft.contact_id")
      .select("draft.contact_id")
      .distinct()
      .where("draft.owner_id", "=", owner)
      .where("draft.state", "=", "proposed")
      .where("contact.met_why", "is", null)
      .where("contact.met_why_waived", "=", false)
      .orderBy("draft.contact_id")
      .execute();
    for (const { contact_id } of asked)
      await answerWhy(world, owner, contact_id as ContactId, { why: "selling to small shops" });
  }

  async #decide(draft: { draft_id: string; subject: string; body: string; text_hash: Buffer }): Promise<void> {
    const { world, owner, clock } = this.#opened;
    let draftId = draft.draft_id as DraftId;
    let hash = draft.text_hash.toString("hex");
    const mood = this.#draw.number();
    if (mood < 0.08) return;
    if (mood < 0.12) {
      await skipDraft(world, owner, draftId);
      return;
    }
    if (mood < 0.2) {
      const body = draft.body.replace("\n\n", "\n\nI hope that your week went well.\n\n");
      const edited = await editDraft(world, owner, { draftId, subject: draft.subject, body });
      if (edited.kind !== "saved") return;
      draftId = edited.draftId;
      const kept = await world.database
        .selectFrom("draft")
        .select("text_hash")
        .where("owner_id", "=", owner)
        .where("draft_id", "=", draftId)
        .executeTakeFirstOrThrow();
      hash = kept.text_hash.toString("hex");
    }
    const wish = { draftId, textHash: hash, withNudges: this.#draw.happens(0.7), way: "page" as const };
    const approved = await approveDraft(world, owner, wish);
    if (approved.kind !== "approved") return;
    this.told.approved += 1;
    // A second tap of the same finger.
    if (this.#draw.happens(0.2)) await approveDraft(world, owner, wish);
    if (!this.#draw.happens(0.06)) return;
    clock.set(after(clock.now(), { seconds: this.#draw.whole(1, 59) }));
    if ((await takeBackApproval(world, owner, draftId)) === "taken_back") {
      this.told.approved -= 1;
      this.told.takenBack += 1;
    }
  }

  /** The owner moves things by hand; guests use the page behind the link. */
  async #atTheCalendar(): Promise<void> {
    const { world, owner, account, clock } = this.#opened;
    if (this.#draw.happens(0.1))
      enter(account, {
        id: `own${this.told.steps}`,
        title: "By hand",
        startsAt: instantAt(
          paris,
          addDays(dayIn(paris, clock.now()), this.#draw.whole(1, 8)),
          this.#draw.whole(9, 16) * 60,
        ),
        minutes: 60,
      });
    const offers = await this.#ids<OfferId>("offer", "offer_id", ["open", "countered"]);
    for (const offer of offers) {
      if (!this.#draw.happens(0.3)) continue;
      const { all } = await freeStartsFor(world, owner, offer);
      const times = all.slice(0, 30);
      if (times.length === 0) continue;
      const picks = Array.from({ length: 3 }, () => this.#draw.pick(times).startsAt);
      // One after the other, so that the same seed is the same life; what comes at the same time, the race is for.
      const booked = [];
      for (const startsAt of picks)
        booked.push(await bookMeeting(world, owner, { offerId: offer, startsAt, source: "page" }));
      this.told.picked += booked.filter(({ kind }) => kind === "booked").length;
    }
    for (const booking of await this.#ids<BookingId>("booking", "booking_id", ["confirmed"])) {
      const mood = this.#draw.number();
      const by = this.#draw.pick(["owner", "guest"] as const);
      if (mood < 0.03) await cancelBooking(world, owner, { bookingId: booking, by });
      else if (mood < 0.08) await this.#moveMeeting(booking, by);
    }
  }

  async #moveMeeting(bookingId: BookingId, by: "owner" | "guest"): Promise<void> {
    const { world, owner } = this.#opened;
    const row = await world.database
      .selectFrom("booking")
      .select("offer_id")
      .where("owner_id", "=", owner)
      .where("booking_id", "=", bookingId)
      .executeTakeFirstOrThrow();
    if (row.offer_id === null) return;
    const { all } = await freeStartsFor(world, owner, row.offer_id);
    if (all.length > 0)
      await rescheduleBooking(world, owner, { bookingId, startsAt: this.#draw.pick(all).startsAt, by });
  }

  async #ids<Id extends string>(table: "offer" | "booking", column: string, states: readonly string[]): Promise<Id[]> {
    const { world, owner } = this.#opened;
    const { rows } = await sql<{ id: Id }>`
      select ${sql.ref(column)} as id from ${sql.table(table)}
      where owner_id = ${owner} and state = any(${[...states]}::text[]) order by 1
    `.execute(world.database);
    return rows.map(({ id }) => id);
  }
}

function nextWorkingDay(today: PlainDate): PlainDate {
  for (let ahead = 1; ; ahead += 1) if (!isWeekend(addDays(today, ahead))) return addDays(today, ahead);
}
