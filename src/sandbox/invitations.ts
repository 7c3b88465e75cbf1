/** The mail that meetings cause: invitations of others, and the answers of guests to the owner's own. */
import { instantAt, type PlainDate } from "../domain/time.ts";
import { messageId } from "./letters.ts";
import { nameOf, owner, people } from "./people.ts";
import { chance } from "./random.ts";
import { writeInvitation } from "./sample-calendar.ts";
import { type Letter, type Meeting, weekdayBefore } from "./world.ts";

const sharePerMeeting = 0.3;

/** For some of the unmarked one-to-one meetings up to the last day. */
export function invitationMail(seed: number, lastDay: PlainDate, meetings: readonly Meeting[]): Letter[] {
  return meetings.flatMap((meeting) => {
    const { uid, guests, organiser, time, status, dayFromLast } = meeting;
    const [, guest] = guests;
    const them = people.find(({ addresses }) => guest !== undefined && addresses.includes(guest.address));
    if (guest === undefined || them === undefined || guests.length > 3 || time.kind !== "timed") return [];
    if (time.day > lastDay || dayFromLast !== undefined || status !== "CONFIRMED") return [];
    const draw = chance(seed, "invitation", uid);
    if (!draw.happens(sharePerMeeting)) return [];
    const mine = organiser?.address === owner.address;
    const said = mine
      ? `${nameOf(them)} has accepted this invitation.`
      : `${nameOf(them)} invites you: ${meeting.title}`;
    return [
      {
        id: messageId(guest, "invitation", uid),
        at: instantAt(
          time.zone,
          weekdayBefore(time.day, meeting.enteredDaysBefore),
          time.startMinute + (mine ? 60 : 0),
        ),
        zone: them.town.zone,
        from: { address: guest.address, name: nameOf(them) },
        to: [{ address: owner.address, name: owner.name }],
        subject: mine ? `Accepted: ${meeting.title}` : `Invitation: ${meeting.title}`,
        said,
        text: said,
        invitation: mine
          ? { method: "REPLY", text: writeInvitation(meeting, "REPLY", [guest]) }
          : { method: "REQUEST", text: writeInvitation(meeting, "REQUEST", guests) },
        references: [],
        labels: ["Inbox", "Category Updates", "Opened"],
        encoding: "8bit",
      } satisfies Letter,
    ];
  });
}
