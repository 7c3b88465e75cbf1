/** One offer ends, or opens again: its state, its holds, its timer and the person's record, in the caller's transaction. */
import type { Because } from "../../domain/because.ts";
import { eventWhenReleased, evolveHold, overlap } from "../../domain/booking/hold.ts";
import { evolveOffer, isBookable, type OfferEvent, type StandingOffer } from "../../domain/booking/offer.ts";
import type { OfferedTime } from "../../domain/draft/offer.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { changeHold, holdsOf } from "../../store/holds.ts";
import { changeOffer } from "../../store/offers.ts";
import { dropTimer, setTimer, setTimerBy } from "../../store/timers.ts";
import type { WorldInside } from "../world.ts";
import { writeBackTimer } from "../write-back/write-back-timer.ts";
import { expireOfferTimer } from "./booking-timers.ts";
import { moveGroup } from "./move-group.ts";

/** False when the offer cannot become that, or changed meanwhile: then nothing was done. `picked` is the hour agreed on. */
export async function moveOffer(
  inside: WorldInside,
  owner: OwnerId,
  offer: StandingOffer,
  { event, because, picked }: { event: OfferEvent; because: Because; picked?: OfferedTime },
): Promise<boolean> {
  const { database } = inside;
  const now = inside.clock.now();
  const state = evolveOffer(offer.state, event);
  if (state === undefined) return false;
  if (!(await changeOffer(database, owner, offer, { state, because: [...offer.because, because] }, now))) return false;
  if (offer.groupId !== undefined) await moveGroup(inside, owner, offer.groupId, { event, because });
  if (isBookable(state)) await setTimer(database, owner, expireOfferTimer(offer.offerId), offer.expiresAt);
  else await dropTimer(database, owner, expireOfferTimer(offer.offerId));
  if (state !== "open") await releaseHolds(inside, owner, offer, { because, ...(picked !== undefined && { picked }) });
  return true;
}

/** Holds that are placed are let go; the one that was agreed on became a meeting. Only those that hold no longer than `until`, if given. */
export async function releaseHolds(
  inside: WorldInside,
  owner: OwnerId,
  { offerId }: Pick<StandingOffer, "offerId">,
  { because, picked, until }: { because: Because; picked?: OfferedTime; until?: Instant },
): Promise<void> {
  const { database } = inside;
  const now = inside.clock.now();
  for (const hold of await holdsOf(database, owner, offerId)) {
    if (until !== undefined && hold.untilAt > until) continue;
    const state = evolveHold(hold.state, picked !== undefined && overlap(hold, picked) ? "converted" : "released");
    if (state === undefined) continue;
    const eventState = eventWhenReleased(hold.event.state);
    await changeHold(database, owner, hold, { state, because: because.text, eventState }, now);
    if (eventState === "removing" && hold.event.accountId !== undefined)
      await setTimerBy(database, owner, writeBackTimer(hold.event.accountId), now);
  }
}
