/** The letter of something that the owner asked for, written anew from what is known now. */
import { createHash } from "node:crypto";
import { groupPlanIn, isErrandKind, lateIn } from "../../domain/draft/errand.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { DueFollowUp } from "../../store/follow-ups.ts";
import type { Desk } from "./desk.ts";
import { introductionHeld, letterToTwo } from "./introduce-two.ts";
import { letterToGuest } from "./invite-group.ts";
import type { ErrandLetter } from "./render-errand.ts";
import { letterWhenLate } from "./say-late.ts";
import { type LetterWritten, missingQuestion } from "./write-letter.ts";

/** Undefined when it cannot be written any more: somebody of it is gone, is stopped, or no longer agrees. */
export function writeErrand(
  followUp: DueFollowUp,
  contact: ContactRow,
  contacts: ReadonlyMap<ContactId, ContactRow>,
  desk: Desk,
): LetterWritten | undefined {
  const written = letterOf(followUp, contact, contacts, desk);
  if (written === undefined || written.one.to === "") return undefined;
  const { one, alsoTo } = written;
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
      .update(JSON.stringify([one.to, alsoTo, letter.subject, letter.body]))
      .digest(),
    offer: undefined,
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
  { kind, about, because }: DueFollowUp,
  contact: ContactRow,
  contacts: ReadonlyMap<ContactId, ContactRow>,
  desk: Desk,
): Errand | undefined {
  if (!isErrandKind(kind)) throw new Error(`${kind} is no letter that the owner asks for`);
  switch (kind) {
    case "introduction": {
      const other = contacts.get(about as ContactId);
      const [address] = other?.addresses ?? [];
      if (other === undefined || address === undefined || introductionHeld(contact, other, desk) !== undefined)
        return undefined;
      return { one: letterToTwo(contact, other, desk), alsoTo: [address] };
    }
    case "group_invitation": {
      const plan = groupPlanIn(because);
      if (plan === undefined) return undefined;
      const guests = plan.guests.flatMap((id) => contacts.get(id) ?? []).filter(({ status }) => status !== "blocked");
      return { one: letterToGuest(contact, guests, plan, desk), alsoTo: [] };
    }
    case "late_running": {
      const late = lateIn(because);
      return late && { one: letterWhenLate(contact, late, desk), alsoTo: [] };
    }
  }
}
