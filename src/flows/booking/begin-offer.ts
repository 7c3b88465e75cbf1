/** One offer begins: its row, the holds on its named times, the timer of its end, and the record of whom it is made to. */
import { because } from "../../domain/because.ts";
import { expiresAt, type StandingOffer } from "../../domain/booking/offer.ts";
import type { OfferId, OwnerId } from "../../domain/ids.ts";
import { Availability } from "../../domain/meeting/availability.ts";
import { addOffer } from "../../store/offers.ts";
import { readSetting } from "../../store/settings.ts";
import { setTimer } from "../../store/timers.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { WorldInside } from "../world.ts";
import { expireOfferTimer } from "./booking-timers.ts";
import { lapseHoursOf } from "./look-again.ts";
import { placeHolds } from "./place-holds.ts";
import { record } from "./record.ts";

export type Begun = Omit<StandingOffer, "version" | "offerId" | "state" | "because" | "expiresAt">;

/** Behind the owner's lock. */
export async function beginOffer(
  inside: WorldInside,
  owner: OwnerId,
  begun: Begun,
): Promise<Omit<StandingOffer, "version">> {
  const { database } = inside;
  const { contactId, body, offeredAt } = begun;
  const policy = await policyOf(inside, owner);
  const availability = Availability.parse((await readSetting(database, owner, "availability")) ?? {});
  const lapseHours = lapseHoursOf(policy, { availability });
  const { expiryBusinessDays } = policy.offers;
  const reasons = [because("Q6.offered", "The letter with these times has left.")];
  const offer: Omit<StandingOffer, "version"> = {
    ...begun,
    offerId: inside.ids.next<OfferId>(),
    state: "open",
    because: reasons,
    expiresAt: expiresAt(body, offeredAt, { zone: policy.zone, lapseHours, expiryBusinessDays }),
  };
  await addOffer(database, owner, offer);
  const holds = await placeHolds(inside, owner, offer, lapseHours);
  const [next] = [offer.expiresAt, ...holds.map(({ untilAt }) => untilAt)].sort();
  await setTimer(database, owner, expireOfferTimer(offer.offerId), next ?? offer.expiresAt);
  await record(inside, owner, { contactId, what: "offered", kind: "offer", id: offer.offerId, because: reasons });
  return offer;
}
