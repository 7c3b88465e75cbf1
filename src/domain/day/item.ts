/**
 * One thing to do on a day (R43): with whom, why now, where or by which means, what to say, and the next act. Sized in
 * minutes, so that a day can be cut to the time that the owner gives it (R23).
 */
import type { Because } from "../because.ts";
import type { Mode } from "../relationship/interaction.ts";
import type { Ranked } from "../relationship/rank.ts";

const itemKinds = [
  /** A letter that is ready: read it, send it. */
  "approve",
  /** A letter that only the owner can write. */
  "write",
  /** What only the owner knows, in the way of a letter. */
  "question",
  /** After a meeting or a large event: whom, what was promised, what next. */
  "debrief",
  "call",
  /** By hand, on paper (R25). */
  "note",
  /** Something that the owner said they would do. */
  "promise",
  /** What to offer somebody (R16). */
  "give_note",
  /** Are these addresses one person? */
  "same_person",
  /** Somebody whom the owner needs to meet turned up (R4). */
  "wanted",
  /** Something for whoever sent people or business and got too little back (R12). */
  "give_back",
  /** Post or answer in one place online (R44). */
  "group",
  /** Answer or comment something of theirs (R30). */
  "comment",
  /** An account that must be connected again, or soon (S8). */
  "connect_again",
  /** An approved letter that does not go on (R41). */
  "stuck",
  /** What they answered, where only the owner can say what follows. */
  "answer",
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** R23: approve 1, write 3, call 5, note 5. */
export const itemMinutes: Readonly<Record<ItemKind, number>> = {
  approve: 1,
  write: 3,
  question: 1,
  debrief: 2,
  call: 5,
  note: 5,
  promise: 3,
  give_note: 1,
  same_person: 1,
  wanted: 1,
  give_back: 3,
  group: 3,
  comment: 2,
  connect_again: 1,
  stuck: 1,
  answer: 2,
};

/** Where it happens: a means, and a place, number, address or link where one is known. */
export type Where = { mode: Mode | "here"; at?: string };

/** What the item is about, for whoever shows it or acts on it. */
export type ItemSubject = {
  contactId?: string;
  followUpId?: string;
  draftId?: string;
  eventId?: string;
  /** Of an event: which of its times. */
  endedAt?: string;
  factId?: string;
  groupId?: string;
  wantedId?: string;
  accountId?: string;
  effectId?: string;
  answerId?: string;
  provider?: "google" | "microsoft";
  addresses?: readonly string[];
};

export type DayItem = Ranked & {
  /** The same for the same duty from day to day. */
  id: string;
  kind: ItemKind;
  minutes: number;
  /** A person, a group or an event, by name. */
  who: string;
  /** At least one. */
  because: readonly Because[];
  where: Where;
  /** What to say, or what is asked. Never empty. */
  text: string;
  /** The next act, in the imperative. */
  act: string;
  subject: ItemSubject;
  /** How many sittings it was put off in. */
  rolledOver: number;
};

/** A follow-up that is due, of which only its size is known: enough to find its place among the others. */
export type DutyAhead = Ranked &
  Pick<DayItem, "minutes" | "rolledOver"> & { subject: { contactId: string; followUpId: string } };

export const isAhead = (item: DayItem | DutyAhead): item is DutyAhead => !("act" in item);
