/** A line of the audit in words, for the page and for the file: what it was, by whose yes, and what became of it. */

import type { OwnersDeed } from "../../domain/owners-deed.ts";
import type { AuditLine, AuditWhat } from "../../store/read/audit.ts";
import type { IconName } from "./html.ts";
import { nameOfLetter } from "./letters.ts";
import { counted, type Seen, sayMoment } from "./when.ts";

export type AuditWords = { icon: IconName; what: string; by: string; covers: string; became: string };

export function auditWords(line: AuditLine, seen: Seen): AuditWords {
  switch (line.what) {
    case "letter":
      return {
        icon: "mail",
        what: `${nameOfLetter(line.kind)}${line.subject === "" ? "" : `: ${line.subject}`}`,
        by: `${letterWays[line.way]}${line.wasEdited ? ", in your words" : ""}`,
        covers: coversWords(line.covers),
        became: letterFate(line, seen),
      };
    case "sent_by_hand":
      return {
        icon: "mail",
        what: `${nameOfLetter(line.kind)}${line.subject === "" ? "" : `: ${line.subject}`}`,
        by: "You, in your mail program",
        covers: "",
        became: "Sent, as you said",
      };
    case "meeting":
      return {
        icon: "calendar",
        what: `${line.title}, ${sayMoment(line.startsAt, seen)}`,
        by: meetingSources[line.source],
        covers: "",
        became: `${meetingFates[line.state]}${entryFates[line.entry]}`,
      };
    case "digest":
      return {
        icon: "mail",
        what: `Your daily mail${line.subject === "" ? "" : `: ${line.subject}`}`,
        by: "Your setting",
        covers: "",
        became: withReason(sendingFates[line.sending], line.because),
      };
    case "written":
      return {
        icon: line.kind === "card" ? "card" : line.kind === "task" ? "list" : "file",
        what: writtenNames[line.kind],
        by: "Your tick on the account’s page",
        covers: "",
        became: withReason(writtenFates[line.state], line.because),
      };
    case "contact_stopped":
      return { icon: "stop", what: "Do not contact", by: "You, or a letter of theirs", covers: "", became: "Holds" };
    case "contact_allowed":
      return { icon: "undo", what: "May be contacted again", by: "You", covers: "", became: "Holds" };
    case "contact_erased":
      return { icon: "close", what: "A person was erased", by: "You", covers: "", became: "Holds" };
    case "owner_invited":
    case "invitation_taken_back":
    case "owner_joined":
    case "owner_made_operator":
    case "operator_made_owner":
    case "owner_removed":
      return { icon: "people", what: ownersDeeds[line.what], by: "You", covers: "", became: "Holds" };
  }
}

const letterWays: Readonly<Record<Extract<AuditWhat, { what: "letter" }>["way"], string>> = {
  page: "You, on a page",
  digest_link: "You, by the link in your daily mail",
  digest_reply: "You, by answering your daily mail",
  covered: "Your yes to the letter before it",
  unasked: "This kind goes without being asked",
};

function coversWords({ times, reminders, confirmation }: Extract<AuditWhat, { what: "letter" }>["covers"]): string {
  const parts = [
    times > 0 ? `booking one of ${counted(times, "time")}` : "",
    confirmation ? "its confirmation" : "",
    reminders > 0 ? counted(reminders, "reminder") : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "the letter alone" : `the letter, ${parts.join(", ")}`;
}

function letterFate(line: Extract<AuditWhat, { what: "letter" }>, seen: Seen): string {
  if (line.takenBackAt !== undefined) return `Taken back ${sayMoment(line.takenBackAt, seen)}`;
  if (line.sending !== undefined) return withReason(sendingFates[line.sending], line.because);
  return line.letter === "sent" ? "Sent by your hand" : withReason(letterFates[line.letter], line.because);
}

const withReason = (fate: string, because: string | undefined): string =>
  because === undefined ? fate : `${fate}: ${because}`;

const sendingFates: Readonly<Record<Extract<AuditWhat, { what: "digest" }>["sending"], string>> = {
  ready: "Waits to leave",
  claimed: "On its way",
  prepared: "On its way",
  sending: "On its way",
  unknown: "Whether it left is being found out",
  done: "Sent",
  withdrawn: "Not sent",
  ask_owner: "Only you can tell whether it left",
};

const letterFates: Readonly<Record<Extract<AuditWhat, { what: "letter" }>["letter"], string>> = {
  proposed: "Waits for you",
  approved: "Waits for your hand",
  queued: "Waits to leave",
  sent: "Sent",
  rejected: "Skipped",
  stale: "Not sent",
  withdrawn: "Not sent",
  failed: "Did not arrive",
};

const meetingSources: Readonly<Record<Extract<AuditWhat, { what: "meeting" }>["source"], string>> = {
  reply: "Their yes to times you had approved",
  page: "Their choice on your booking page",
  owner: "You",
  calendar: "Your calendar",
};

const meetingFates: Readonly<Record<Extract<AuditWhat, { what: "meeting" }>["state"], string>> = {
  claiming: "Being booked",
  pending: "Being booked",
  confirmed: "Booked",
  took_place: "Took place",
  cancelled: "Called off",
  no_show: "Did not take place",
};

const entryFates: Readonly<Record<Extract<AuditWhat, { what: "meeting" }>["entry"], string>> = {
  none: "",
  wanted: "; its entry is being written",
  unknown: "; whether its entry stands is being found out",
  standing: "; its entry stands in your calendar",
  moving: "; its entry is being moved",
  removing: "; its entry is being taken out",
  removed: "; its entry is out of your calendar",
  refused: "; your calendar did not take the entry",
};

const writtenNames: Readonly<Record<Extract<AuditWhat, { what: "written" }>["kind"], string>> = {
  card: "A card in your address book",
  task: "A reminder among your tasks",
  draft: "A letter among your drafts",
};

const writtenFates: Readonly<Record<Extract<AuditWhat, { what: "written" }>["state"], string>> = {
  wanted: "To be written",
  unknown: "Whether it stands is being found out",
  standing: "Stands as it was written",
  changed: "You changed it; it is left alone",
  closing: "Being ticked off",
  removing: "Being taken away",
  missing: "Being looked for",
  done: "Done",
  removed: "Taken away again",
  deleted: "You threw it away",
  refused: "Not taken",
  handed_over: "Sent from there",
};

const ownersDeeds: Readonly<Record<OwnersDeed, string>> = {
  owner_invited: "Somebody was invited to join",
  invitation_taken_back: "An invitation was taken back",
  owner_joined: "Somebody joined by your invitation",
  owner_made_operator: "An owner was made an operator",
  operator_made_owner: "An operator became an owner",
  owner_removed: "An owner was removed",
};
