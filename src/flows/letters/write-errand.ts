/** The letter of something that no clock asks for, written anew from what is known now. */
import { createHash } from "node:crypto";
import { isErrandKind, lateIn, otherTimesIn } from "../../domain/draft/errand.ts";
import type { BookingId, ContactId, GroupMeetingId, MessageId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { DueFollowUp } from "../../store/follow-ups.ts";
import { letterOfCallingOff } from "./call-off.ts";
import { letterOfConfirmation } from "./confirm-meeting.ts";
import type { ErrandDesk } from "./desk.ts";
import { letterToGuest, letterWithoutYou, reminderToGuest } from "./group-letter.ts";
import { introductionHeld, letterToTwo } from "./introduce-two.ts";
import { letterWithNewTimes } from "./offer-new-times.ts";
import type { ErrandLetter } from "./render-errand.ts";
import { letterWhenLate } from "./say-late.ts";
import { type LetterWritten, missingQuestion } from "./write-letter.ts";

/** Undefined when it cannot be written any more: somebody of it is gone, is stopped, or no longer agrees. */
export function writeErrand(
  followUp: DueFollowUp,
  contact: ContactRow,
  contacts: ReadonlyMap<ContactId, ContactRow>,
  desk: ErrandDesk,
): LetterWritten | undefined {
  const written = letterOf(followUp, contact, contacts, desk);
  if (written === undefined || written.one.to === "") return undefined;
  const { one, alsoTo } = written;
  const { offer } = one;
  const answersMessageId = messageAnswered(followUp, desk);
  const letter = one.state === "written" ? one.letter : { subject: "", body: "" };
  return {
    contactId: contact.contactId,
    followUpId: followUp.followUpId,
    kind: one.kind,
    voice: one.voice,
    locale: one.locale,
    because: [...followUp.because],
    to: one.to,
    alsoTo,
    ...letter,
    textHash: createHash("sha256")
      .update(JSON.stringify([one.to, alsoTo, letter.subject, letter.body, ...(offer?.times ?? [])]))
      .digest(),
    offer,
    ...(answersMessageId !== undefined && { answersMessageId }),
    facts: {
      ...one.facts,
      variants: one.state === "written" ? one.variants : [],
      ...(one.state === "refused" && { missing: one.missing }),
    },
    lint: one.state === "written" ? one.findings : [],
    question: one.state === "refused" ? missingQuestion(one.missing, contact) : undefined,
  };
}

type Errand = { one: ErrandLetter; alsoTo: readonly Address[] };

function letterOf(
  followUp: DueFollowUp,
  contact: ContactRow,
  contacts: ReadonlyMap<ContactId, ContactRow>,
  desk: ErrandDesk,
): Errand | undefined {
  const { kind, about, because } = followUp;
  if (!isErrandKind(kind)) throw new Error(`${kind} is no letter that the owner asks for`);
  switch (kind) {
    case "introduction": {
      const other = contacts.get(about as ContactId);
      const [address] = other?.addresses ?? [];
      if (other === undefined || address === undefined || introductionHeld(contact, other, desk) !== undefined)
        return undefined;
      return { one: letterToTwo(contact, other, desk), alsoTo: [address] };
    }
    case "group_invitation":
    case "group_reminder":
    case "without_you":
      return alone(letterOfGroup(followUp, contact, contacts, desk));
    case "late_running": {
      const late = lateIn(because);
      return late && { one: letterWhenLate(contact, late, desk), alsoTo: [] };
    }
    case "confirmation":
      return alone(letterOfConfirmation(contact, desk.bookings.get(about as BookingId), desk));
    case "calling_off":
      return alone(letterOfCallingOff(contact, desk.bookings.get(about as BookingId), desk));
    case "new_times":
      return alone(letterWithNewTimes(contact, followUp, desk));
  }
}

/** Undefined when the group is over, or asks nothing of them any more. */
function letterOfGroup(
  { kind, about, followUpId }: DueFollowUp,
  contact: ContactRow,
  contacts: ReadonlyMap<ContactId, ContactRow>,
  desk: ErrandDesk,
): ErrandLetter | undefined {
  const group = desk.groups.get(about as GroupMeetingId);
  if (group === undefined) return undefined;
  if (kind === "without_you") return group.state === "booked" ? letterWithoutYou(contact, group, desk) : undefined;
  const { body, members } = group;
  const asked = members.find(({ contactId }) => contactId === contact.contactId);
  if (group.state !== "asking" || asked?.answer.kind !== "waiting") return undefined;
  const guests = members
    .filter(({ answer }) => answer.kind !== "left_out" && answer.kind !== "declined")
    .flatMap(({ contactId }) => contacts.get(contactId) ?? []);
  const write = kind === "group_reminder" ? reminderToGuest : letterToGuest;
  return write(contact, { body, guests, followUpId }, desk);
}

const alone = (one: ErrandLetter | undefined): Errand | undefined => one && { one, alsoTo: [] };

/** The letter of theirs that it answers, in whose thread it stays. */
function messageAnswered({ about, because }: DueFollowUp, { bookings, wishes }: ErrandDesk): MessageId | undefined {
  const { answerId } = otherTimesIn(because);
  return (
    (answerId === undefined ? undefined : wishes.get(answerId)?.messageId) ??
    bookings.get(about as BookingId)?.messageId
  );
}
