/**
 * A letter that asks somebody to a meeting of several has left: the first of them opens the group's one offer, whose times are
 * held once; those after it share it, each with a link of their own.
 */
import { because } from "../../domain/because.ts";
import { isBookable, type OfferBody } from "../../domain/booking/offer.ts";
import type { ContactId, DraftId, FollowUpId, GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { addGroupLetter } from "../../store/group-letters.ts";
import { findGroup } from "../../store/groups.ts";
import { offerOfGroup } from "../../store/offers.ts";
import type { WorldInside } from "../world.ts";
import { beginOffer } from "./begin-offer.ts";
import { memberTokenHash } from "./offer-link.ts";
import { record } from "./record.ts";

export type MemberAsked = {
  groupId: GroupMeetingId;
  contactId: ContactId;
  draftId: DraftId;
  followUpId: FollowUpId;
  body: OfferBody;
  sentAt: Instant;
};

/** Behind the owner's lock. */
export async function joinGroupOffer(
  inside: WorldInside,
  owner: OwnerId,
  { groupId, contactId, draftId, followUpId, body, sentAt }: MemberAsked,
): Promise<void> {
  const { database } = inside;
  const group = await findGroup(database, owner, groupId);
  if (group === undefined) return;
  const tokenHash = await memberTokenHash(inside, followUpId);
  const letter = { draftId, groupId, contactId, followUpId, sentAt };
  await addGroupLetter(database, owner, { ...letter, ...(tokenHash !== undefined && { tokenHash }) });
  if (group.state !== "asking") return;
  const standing = await offerOfGroup(database, owner, groupId);
  if (standing === undefined || !isBookable(standing.state)) {
    await beginOffer(inside, owner, { contactId, groupId, generation: 1, body, offeredAt: sentAt });
    return;
  }
  const reasons = [because("Q6.offered", "The letter with these times has left.")];
  await record(inside, owner, { contactId, what: "offered", kind: "offer", id: standing.offerId, because: reasons });
}
