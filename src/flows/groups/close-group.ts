/** The owner says when a group meets, whoever has not answered: it is booked by the same claim, with those who may come then. */
import type { GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { findGroup } from "../../store/groups.ts";
import { offerOfGroup } from "../../store/offers.ts";
import { type Booked, bookMeeting } from "../booking/book-meeting.ts";
import type { World } from "../world.ts";

/** not_there: no such group, it is over, no letter of it has left, or the time is none of its times. */
export async function closeGroup(
  world: World,
  owner: OwnerId,
  { groupId, startsAt }: { groupId: GroupMeetingId; startsAt: Instant },
): Promise<Booked | { kind: "not_there" }> {
  const group = await findGroup(world.database, owner, groupId);
  const offer = await offerOfGroup(world.database, owner, groupId);
  const isAsked = group?.body.times.some((time) => time.startsAt === startsAt);
  if (group?.state !== "asking" || offer === undefined || !isAsked) return { kind: "not_there" };
  return bookMeeting(world, owner, { offerId: offer.offerId, startsAt, source: "owner" });
}
