/** A person's open offers end otherwise than by a booking: answered with another time, refused, or not meant any more. */
import type { Because } from "../../domain/because.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { offersTo } from "../../store/offers.ts";
import type { WorldInside } from "../world.ts";
import { moveOffer } from "./end-offer.ts";
import { record } from "./record.ts";

export type Closing = {
  contactId: ContactId;
  as: "countered" | "declined" | "withdrawn";
  because: Because;
};

/** Their holds are released. Says how many there were; those that are over already stay as they are. */
export async function closeOffers(
  inside: WorldInside,
  owner: OwnerId,
  { contactId, as, because }: Closing,
): Promise<number> {
  let closed = 0;
  for (const offer of await offersTo(inside.database, owner, contactId)) {
    // What came to a meeting is the booking's to end.
    if (offer.state === "accepted" || !(await moveOffer(inside, owner, offer, { event: as, because }))) continue;
    closed += 1;
    await record(inside, owner, { contactId, what: "released", kind: "offer", id: offer.offerId, because: [because] });
  }
  return closed;
}
