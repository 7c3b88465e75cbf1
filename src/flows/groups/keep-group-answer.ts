/** What a member of a group said for themselves, or the owner for them, kept with its because; the others learn nothing of it. */
import type { Because } from "../../domain/because.ts";
import type { MemberAnswer } from "../../domain/booking/group.ts";
import { isBookable } from "../../domain/booking/offer.ts";
import type { ContactId, GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { addRecord } from "../../store/contact-records.ts";
import { changeMember, findGroup, groupsWith } from "../../store/groups.ts";
import { offerOfGroup } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimerBy } from "../../store/timers.ts";
import { expireOfferTimer } from "../booking/booking-timers.ts";
import type { World, WorldInside } from "../world.ts";

export type MembersWord = {
  groupId: GroupMeetingId;
  contactId: ContactId;
  answer: Exclude<MemberAnswer, { kind: "waiting" }>;
  because: Because;
};

/** Inside the caller's transaction, behind the owner's lock. False when they are not asked to it, or it is over. */
export async function keepMembersWord(
  inside: WorldInside,
  owner: OwnerId,
  { groupId, contactId, answer, because: why }: MembersWord,
): Promise<boolean> {
  const { database, clock } = inside;
  const group = await findGroup(database, owner, groupId);
  const isStanding = group?.state === "asking" || group?.state === "booked";
  if (group === undefined || !isStanding || !group.members.some((one) => one.contactId === contactId)) return false;
  const known =
    answer.kind === "suits" ? { kind: "suits" as const, starts: ofGroup(answer.starts, group.body) } : answer;
  const at = clock.now();
  // What it comes to is looked at by the job of its offer too, should whoever kept it die before they look themselves.
  const offer = await offerOfGroup(database, owner, groupId);
  if (offer !== undefined && isBookable(offer.state))
    await setTimerBy(database, owner, expireOfferTimer(offer.offerId), at);
  await changeMember(database, owner, { groupId, contactId }, { answer: known, because: [why] }, at);
  return true;
}

/** In a transaction of its own, with its line in what happened with the person. */
export const keepGroupAnswer = (world: World, owner: OwnerId, word: MembersWord): Promise<boolean> =>
  world.database.transaction().execute(async (database) => {
    await lockOwner(database, owner);
    if (!(await keepMembersWord({ ...world, database }, owner, word))) return false;
    await addRecord(database, owner, {
      recordId: world.ids.next(),
      contactId: word.contactId,
      at: world.clock.now(),
      what: "answered",
      subject: { kind: "group_meeting", id: word.groupId },
      because: [word.because],
    });
    return true;
  });

/** Whoever is not to be written to comes to no group; who needs them there is asked how it goes on (R45). */
export async function leaveGroups(
  inside: WorldInside,
  owner: OwnerId,
  contactId: ContactId,
  why: Because,
): Promise<void> {
  for (const { groupId } of await groupsWith(inside.database, owner, contactId))
    await keepMembersWord(inside, owner, { groupId, contactId, answer: { kind: "declined" }, because: why });
}

/** Starts of the group's own times, in their order. */
const ofGroup = (starts: readonly Instant[], { times }: { times: readonly { startsAt: Instant }[] }): Instant[] =>
  times.map(({ startsAt }) => startsAt).filter((start) => starts.includes(start));
