/** Everything that the public page says, once for each language that letters are written in. */
import type { Locale } from "../../../templates/catalogue.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";

export type PageWords = {
  /** Of the language, in itself. */
  name: string;
  skip: string;
  language: string;
  kinds: Readonly<Record<"coffee" | "lunch" | "call" | "video", string>>;
  /** Before the host's name: "Coffee with …". */
  with: string;
  /** Before the guest's name. */
  for: string;
  /** Whoever invites, where no name is known. */
  host: string;
  minutes: (count: number) => string;
  /** Luxon's tokens: a day, and a time of day. */
  dayStyle: string;
  clockStyle: string;
  named: string;
  oneClick: string;
  all: string;
  noneFree: string;
  timesIn: (place: string) => string;
  otherZone: string;
  zone: string;
  show: string;
  noneSuits: string;
  noneSuitsHelp: (host: string) => string;
  message: string;
  send: string;
  taken: string;
  again: string;
  nothingWritten: string;
  nearest: string;
  booked: string;
  bookedHelp: string;
  kept: string;
  keptHelp: string;
  inZone: (place: string) => string;
  addTo: string;
  calendarFile: string;
  change: string;
  move: string;
  moveHelp: string;
  stay: string;
  callOff: string;
  /** Of a meeting that others come to. */
  sharedChange: string;
  /** Which of the times of a group suit. */
  groupTicks: string;
  groupTicksHelp: string;
  groupSuits: string;
  groupDecline: string;
  groupNoted: string;
  groupDeclined: string;
  calledOff: string;
  calledOffHelp: (host: string) => string;
  pickAgain: string;
  thanks: string;
  thanksHelp: (host: string) => string;
  back: string;
  gone: string;
  goneHelp: string;
  tooMany: string;
  tooManyHelp: string;
  foreign: string;
  foreignHelp: string;
  tooLong: string;
  tooLongHelp: string;
  stumbled: string;
  stumbledHelp: string;
};

export const pageWords: Readonly<Record<Locale, PageWords>> = {
  en: english,
  fr: french,
  de: german,
  es: spanish,
};
