/** The words that stored tags are shown by: the catalogue of interface text for everything that is not a sentence of one page. */
import type { IconName } from "./html.ts";

export const followUpNames: Readonly<Record<string, string>> = {
  thank_you: "Thank you",
  check_in: "Check in",
  meet_by: "Meet",
  someday: "Someday, soon",
  role_change: "New role",
  revive: "Take up again",
  referral: "Give back",
  note: "Handwritten note",
  after_decline: "Thanks for an answer",
  introduction: "Introduction",
  group_invitation: "A small group",
  late_running: "Running late",
  confirmation: "Confirmation",
  new_times: "New times",
  calling_off: "Calling off",
  own_answer: "Your answer",
};

/** What each kind of follow-up asks for, in one line. */
export const followUpDuties: Readonly<Record<string, string>> = {
  thank_you: "Thank them within 48 hours of meeting",
  check_in: "See how they are, 30 days after meeting",
  meet_by: "Meet face to face within 90 days",
  someday: "You said that you would meet some day",
  role_change: "They have a new role",
  revive: "You have not talked for a while",
  referral: "They sent people to you",
  note: "Write by hand",
  after_decline: "They said no, and you want to thank them for saying so",
  introduction: "You asked for it: both agreed",
  group_invitation: "You asked for it: one place, one time",
  late_running: "They wait for you",
  confirmation: "They agreed to a time",
  new_times: "None of your times suited them, or one was gone",
  calling_off: "You called a meeting off",
  own_answer: "They wrote, and you answer",
};

export const followUpStates: Readonly<Record<string, string>> = {
  planned: "planned",
  due: "due",
  in_hand: "in hand",
  satisfied: "done",
  skipped: "skipped",
  expired: "expired",
  cancelled: "cancelled",
};

export const modeNames: Readonly<Record<string, string>> = {
  in_person: "In person",
  video: "Video call",
  phone: "Phone call",
  email: "Mail",
  text: "Text message",
  social: "Social network",
  post: "Post",
};

export const modeIcons: Readonly<Record<string, IconName>> = {
  in_person: "meet",
  video: "video",
  phone: "phone",
  email: "mail",
  text: "text",
  social: "social",
  post: "post",
};

export const directionNames: Readonly<Record<string, string>> = {
  inbound: "from them",
  outbound: "from you",
  mutual: "together",
};

export const verificationNames: readonly string[] = [
  "Not met yet",
  "You wrote to each other",
  "Known through their work address or an introduction",
  "You talked live",
  "You met in person",
];

export const fileKinds: Readonly<Record<string, string>> = {
  mbox: "Mailbox",
  maildir: "Mail folder",
  eml: "One message",
  emlx: "One message",
  ics: "Calendar",
  vcf: "Contacts (vCard)",
  linkedin_csv: "LinkedIn connections",
  csv: "Table",
  zip: "Zip archive",
  gz: "Compressed file",
  utf16: "Text",
  empty: "Empty file",
  unknown: "Not something Rapport reads",
};

export const importStates: Readonly<Record<string, string>> = {
  waiting: "waiting to be read",
  reading: "being read",
  stopped: "stopped",
  read: "read",
  failed: "stuck",
  undone: "taken back",
};

/** Minutes since midnight as a clock shows them: 450 is "07:30". */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
