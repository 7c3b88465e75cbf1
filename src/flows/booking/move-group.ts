/** What becomes of a group when its one offer is taken, given back, over or taken back; inside the caller's transaction. */
import type { Because } from "../../domain/because.ts";
import { evolveGroup, type GroupEvent } from "../../domain/booking/group.ts";
import type { OfferEvent } from "../../domain/booking/offer.ts";
import type { GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import { changeGroup, findGroup } from "../../store/groups.ts";
import type { WorldInside } from "../world.ts";

/** False when it cannot become that, or changed meanwhile. */
export async function moveGroup(
  inside: WorldInside,
  owner: OwnerId,
  groupId: GroupMeetingId,
  { event, because }: { event: OfferEvent; because: Because },
): Promise<boolean> {
  const group = await findGroup(inside.database, owner, groupId);
  const happened = groupEvents[event];
  const state = group && happened && evolveGroup(group.state, happened);
  if (group === undefined || state === undefined) return false;
  const to = { state, because: [...group.because, because] };
  return changeGroup(inside.database, owner, group, to, inside.clock.now());
}

/** A member's other time, or their no, is theirs alone: the offer to the others stands. */
const groupEvents: Partial<Readonly<Record<OfferEvent, GroupEvent>>> = {
  accepted: "booked",
  given_back: "given_back",
  expired: "lapsed",
  withdrawn: "called_off",
};
