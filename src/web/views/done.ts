/** What a page says once after a form was answered. The tag travels in the address, the sentence does not. */
const sentences = {
  passphrase_set: "The passphrase is set. Other browsers were signed out.",
  name_set: "Your name is saved; letters are signed with it.",
  greeting_set: "The greeting is saved; the letters to this person are written with it.",
  zone_set: "Your time zone is saved.",
  addresses_said: "Your addresses are saved; everything is read with them.",
  meeting_saved: "Saved; letters follow it.",
  venue_added: "The place is saved; letters name it from now on.",
  undone: "The import is taken back. What only it brought is gone.",
  stopped: "Stopped. What was read is kept.",
  resumed: "Reading on from where it stopped.",
  not_now: "That is not possible at the moment; this is how it stands.",
  corrected_person: "Noted: a person.",
  corrected_machine: "Noted: not a person.",
  corrected_ignored: "Noted: you will not be asked about this address.",
  corrected_undecided: "Your correction is taken back.",
  why_answered: "Thank you. The letter is being completed.",
  unchecked: "The letter now offers times from your working hours, unchecked.",
  known_import: "These files were imported before; nothing is read twice.",
  tray_emptied: "The files were taken out.",
} as const;

export type Done = keyof typeof sentences;

export const doneWords = (tag: string | undefined): string | undefined =>
  tag !== undefined && Object.hasOwn(sentences, tag) ? sentences[tag as Done] : undefined;
