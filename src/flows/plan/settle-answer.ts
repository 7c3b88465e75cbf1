/** One answer and what it leads to: a booking, other times, an end, or a question to the owner; kept with its reasons. */
import { type Because, because } from "../../domain/because.ts";
import { isActive } from "../../domain/booking/booking.ts";
import { isBookable, type StandingOffer } from "../../domain/booking/offer.ts";
import { type Settlement, settle } from "../../domain/booking/settle.ts";
import type { TimesWish } from "../../domain/booking/times-wish.ts";
import { newTimesErrand } from "../../domain/draft/errand.ts";
import type { OfferedTime } from "../../domain/draft/offer.ts";
import type { AnswerId, BookingId, ContactId, FollowUpId, MessageId, OwnerId } from "../../domain/ids.ts";
import type { ReplyMeaning } from "../../domain/reply/meaning.ts";
import { after, type Instant, millisOf } from "../../domain/time.ts";
import type { KeptAnswer } from "../../store/answers.ts";
import { bookingsWith } from "../../store/bookings.ts";
import { saveErrands } from "../../store/errands.ts";
import { offersTo } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimerBy } from "../../store/timers.ts";
import { bookMeeting } from "../booking/book-meeting.ts";
import { closeOffers } from "../booking/close-offers.ts";
import { freeStartsFor } from "../booking/free-starts.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World, WorldInside } from "../world.ts";
import { keepSettled } from "./keep-settled.ts";
import { type GroupAnswered, settleGroupAnswer } from "./settle-group-answer.ts";

export type AnswerCame = {
  answerId: AnswerId;
  contactId: ContactId;
  source: KeptAnswer["source"];
  messageId?: MessageId;
  writtenAt: Instant;
  meaning: ReplyMeaning;
  said?: string;
  /** What is to be said of it before its reading: who wrote it, whose word it is. */
  reasons: readonly Because[];
  /** A later letter of theirs is known. */
  wroteAgain: boolean;
  /** Of what came otherwise than by mail. */
  text?: string;
  /** It answers a letter that asked them to a meeting of several. */
  group?: GroupAnswered;
};

/**
 * What it led to is kept in one transaction, after what it may book was claimed in its own. Mail waits while it cannot be told
 * whether a time is free: then nothing is kept, and it is looked at again.
 */
export async function settleAnswer(world: World, owner: OwnerId, came: AnswerCame): Promise<KeptAnswer | "wait"> {
  const toGroup = came.group && (await settleGroupAnswer(world, owner, came, came.group));
  if (toGroup !== undefined) return toGroup;
  const now = world.clock.now();
  const { contactId, meaning, writtenAt, wroteAgain } = came;
  const zone = await ownerZone(world, owner);
  const booked = (await bookingsWith(world.database, owner, contactId)).find(
    (one) => isActive(one) && one.startsAt > now,
  );
  const offer = await bookableOffer(world, owner, contactId, { isBooked: booked !== undefined });
  const { mayBookTheirs } = (await policyOf(world, owner)).offers;
  const settlement = settle(
    {
      meaning,
      writtenAt,
      wroteAgain,
      mayWait: came.source === "mail",
      mayBookTheirs,
      ...(offer !== undefined && {
        offer: { times: offer.body.times, free: await freeFor(world, owner, offer, meaning), zone },
      }),
      ...(booked !== undefined && { booked: { startsAt: booked.startsAt, endsAt: booked.endsAt } }),
    },
    now,
  );
  if (settlement.kind === "wait") {
    const waitedMinutes = (millisOf(now) - millisOf(writtenAt)) / 60_000;
    const minutes = Math.min(Math.max(lookAgainMinutes.first, waitedMinutes / 4), lookAgainMinutes.last);
    const again = after(now, { minutes });
    await setTimerBy(world.database, owner, { kind: "discover", subjectId: owner }, again);
    return "wait";
  }
  const done =
    settlement.kind === "book" && offer !== undefined && booked === undefined
      ? await book(world, owner, offer, settlement.time, came)
      : { settlement, ...(settlement.kind === "book" && booked !== undefined && { bookingId: booked.bookingId }) };
  return keep(world, owner, came, { ...done, offer });
}

/** Seldomer, the longer it has waited: some sixty looks a day. */
const lookAgainMinutes = { first: 5, last: 30 };

/** The newest that a meeting can still come of, or that the meeting which stands came of. */
async function bookableOffer(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  { isBooked }: { isBooked: boolean },
): Promise<StandingOffer | undefined> {
  const now = world.clock.now();
  return (await offersTo(world.database, owner, contactId)).findLast(
    ({ state, expiresAt }) => (isBookable(state) && expiresAt > now) || (state === "accepted" && isBooked),
  );
}

/** Free time is looked for only where it decides. */
async function freeFor(
  world: World,
  owner: OwnerId,
  { offerId }: StandingOffer,
  meaning: ReplyMeaning,
): Promise<OfferedTime[]> {
  const { kind } = meaning;
  const isOfTime = kind === "accept" || kind === "counter" || (kind === "unclear" && meaning.perhaps !== undefined);
  if (!isOfTime) return [];
  const { named, all } = await freeStartsFor(world, owner, offerId);
  return [...named, ...all];
}

type Done = { settlement: Exclude<Settlement, { kind: "wait" }>; bookingId?: BookingId };

/** What looked free a moment ago may be gone at the claim. */
async function book(
  world: World,
  owner: OwnerId,
  { offerId }: StandingOffer,
  time: OfferedTime,
  { messageId }: AnswerCame,
): Promise<Done> {
  const wish = {
    offerId,
    startsAt: time.startsAt,
    source: "reply",
    ...(messageId !== undefined && { messageId }),
  } as const;
  const booked = await bookMeeting(world, owner, wish);
  const why = because("R34.plain_accept", "It is booked.", { startsAt: time.startsAt });
  switch (booked.kind) {
    case "booked":
    case "booked_already":
      return { settlement: { kind: "book", time, whose: "offered", because: why }, bookingId: booked.bookingId };
    case "slot_taken":
      return {
        settlement: {
          kind: "new_times",
          taken: time,
          wish: { limits: [], within: [], notAt: [time] },
          because: because("Q6.time_gone", "The time that they chose is not free any more."),
        },
      };
    case "offer_over":
      return { settlement: { kind: "ask_owner", because: booked.because } };
  }
}

type Outcome = Done & { offer: StandingOffer | undefined };

const keep = (world: World, owner: OwnerId, came: AnswerCame, outcome: Outcome): Promise<KeptAnswer> =>
  world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const answer = answerOf(came, outcome);
    await keepSettled(inside, owner, answer);
    await act(inside, owner, answer, outcome);
    return answer;
  });

function answerOf(came: AnswerCame, { settlement, bookingId, offer }: Outcome): KeptAnswer {
  const { reasons, meaning, wroteAgain: _, group: __, ...known } = came;
  const alsoAsks = meaning.kind === "accept" && meaning.alsoAsks;
  const asks = settlement.kind === "ask_owner" || settlement.kind === "propose_theirs" || alsoAsks;
  return {
    ...known,
    meaning: meaning.kind,
    ledTo: ledTo[settlement.kind],
    because: [...reasons, ...meaning.because, settlement.because],
    state: asks ? "open" : "settled",
    ...(offer !== undefined && { offerId: offer.offerId }),
    ...(bookingId !== undefined && { bookingId }),
    ...(settlement.kind === "propose_theirs" && { proposesAt: settlement.time.startsAt }),
    ...(settlement.kind === "new_times" && { wish: settlement.wish as TimesWish }),
  };
}

const ledTo: Readonly<Record<Exclude<Settlement["kind"], "wait">, KeptAnswer["ledTo"]>> = {
  book: "booked",
  propose_theirs: "proposed",
  new_times: "new_times",
  park: "parked",
  stop: "stopped",
  ask_owner: "asked_owner",
  nothing: "nothing",
};

/** What was offered before is not meant any more, as far as the answer says so; its hours are given back. */
async function act(
  inside: WorldInside,
  owner: OwnerId,
  { answerId, contactId }: KeptAnswer,
  { settlement, offer }: Outcome,
): Promise<void> {
  const { database, clock, ids } = inside;
  const { because: reason } = settlement;
  switch (settlement.kind) {
    case "new_times": {
      if (offer === undefined) return;
      await closeOffers(inside, owner, { contactId, as: "countered", because: reason });
      const now = clock.now();
      const { taken } = settlement;
      const asked = { about: offer.offerId, now, answerId, ...(taken !== undefined && { takenAt: taken.startsAt }) };
      const errand = { ...newTimesErrand(contactId, asked), followUpId: ids.next<FollowUpId>() };
      await saveErrands(database, owner, [errand], now);
      return;
    }
    case "park":
      await closeOffers(inside, owner, { contactId, as: "withdrawn", because: reason });
      return;
    case "stop":
      await closeOffers(inside, owner, { contactId, as: "declined", because: reason });
      return;
    case "book":
    case "propose_theirs":
    case "ask_owner":
    case "nothing":
      return;
  }
}
