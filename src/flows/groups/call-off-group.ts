/** The owner lets a group be: nobody is asked any more, its times are free again, and a meeting that was booked is called off. */
import { because } from "../../domain/because.ts";
import { isActive } from "../../domain/booking/booking.ts";
import { isBookable } from "../../domain/booking/offer.ts";
import type { GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import { bookingOfGroup } from "../../store/bookings.ts";
import { endErrand, findErrand } from "../../store/errands.ts";
import { findGroup } from "../../store/groups.ts";
import { offerOfGroup } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { moveOffer } from "../booking/end-offer.ts";
import { moveGroup } from "../booking/move-group.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import type { World } from "../world.ts";

/** over: it was called off, or lapsed, before. Letters of it that wait, approved ones too, are taken back. */
export async function callOffGroup(
  world: World,
  owner: OwnerId,
  groupId: GroupMeetingId,
): Promise<"called_off" | "over" | "not_there"> {
  const booking = await bookingOfGroup(world.database, owner, groupId);
  if (booking !== undefined && isActive(booking)) {
    const outcome = await cancelBooking(world, owner, { bookingId: booking.bookingId, by: "owner" });
    return outcome === "cancelled" ? "called_off" : outcome;
  }
  const outcome = await world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    const now = world.clock.now();
    await lockOwner(database, owner);
    const group = await findGroup(database, owner, groupId);
    if (group === undefined) return "not_there";
    const offer = await offerOfGroup(database, owner, groupId);
    const isOffered = offer !== undefined && isBookable(offer.state);
    const isOff = isOffered
      ? await moveOffer(inside, owner, offer, { event: "withdrawn", because: why })
      : await moveGroup(inside, owner, groupId, { event: "withdrawn", because: why });
    if (!isOff) return "over";
    for (const { contactId } of group.members)
      for (const kind of ["group_invitation", "group_reminder"]) {
        const letter = await findErrand(database, owner, { contactId, kind, about: groupId });
        if (letter !== undefined) await endErrand(database, owner, letter, "cancelled", now);
      }
    return "called_off";
  });
  if (outcome === "called_off") await composeDrafts(world, owner);
  return outcome;
}

const why = because("R11.called_off", "You let the group be.");
