/** Who comes to a meeting, by which letters: of a group, those whom its time suits or who have not said otherwise. */
import type { Booking } from "../../domain/booking/booking.ts";
import { mayCome } from "../../domain/booking/group.ts";
import type { ContactId, DraftId, GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import { type GroupLetterSeen, groupLetters } from "../../store/group-letters.ts";
import { findGroup } from "../../store/groups.ts";

/** With the letter that asked them, of a group. */
export type Guest = { contactId: ContactId; draftId?: DraftId };

/** Of a meeting that is booked, moved or not: whoever was invited to it. */
export async function guestsOf(
  connection: Connection,
  owner: OwnerId,
  { contactId, groupId, body }: Pick<Booking, "contactId" | "groupId" | "body">,
): Promise<Guest[]> {
  if (groupId === undefined) return [{ contactId }];
  const invited = new Set(body.guests.map(({ address }) => address));
  return (await lastLetters(connection, owner, groupId)).filter(({ to }) => invited.has(to));
}

/** Of a group, at a time: those who are written to and come then, and those who said that it does not suit them. */
export async function groupAt(
  connection: Connection,
  owner: OwnerId,
  groupId: GroupMeetingId,
  startsAt: Instant,
): Promise<{ come: GroupLetterSeen[]; absent: GroupLetterSeen[] }> {
  const members = (await findGroup(connection, owner, groupId))?.members ?? [];
  const answers = new Map(members.map((member) => [member.contactId, member]));
  const letters = await lastLetters(connection, owner, groupId);
  return {
    come: letters.filter(({ contactId }) => mayCome(answers.get(contactId)!, startsAt)),
    absent: letters.filter(({ contactId }) => {
      const member = answers.get(contactId)!;
      return member.answer.kind === "suits" && !mayCome(member, startsAt);
    }),
  };
}

const lastLetters = async (
  connection: Connection,
  owner: OwnerId,
  groupId: GroupMeetingId,
): Promise<GroupLetterSeen[]> => [
  ...new Map((await groupLetters(connection, owner, groupId)).map((one) => [one.contactId, one])).values(),
];
