/**
 * What the tables of asides are made of. A frame is how a statement begins whose subject and verb are known ("I'll bring", "the
 * entrance is"); what follows is open, but for words that may stand in the meeting's way.
 */

export type AsideWords = {
  /** Small words in front of a statement: "and", "by the way". */
  leads: string;
  /** What the writer brings, shows, has read, made or looks forward to. */
  doing: string;
  /** Whom or what else a statement may be about, with verbs that are open: here the obstacles are looked for in the verb too. */
  telling: string;
  /** What the reader is asked to do on arriving: ring, park, take the stairs. */
  arriving: string;
  /** Things at the place of the meeting and where they are: both must be named. */
  things: string;
  whereabouts: string;
  /** Something of the reader's or of a memory, and how good it is: both must be named. */
  praised: string;
  praise: string;
  /** Who sends greetings through the writer. */
  greeting: string;
  /** Words that may keep somebody away, speak of somebody else or of another time, or take back what was said. */
  obstacles: string;
};

/** Of lines of alternatives, one pattern of whole words; a space stands for any white space, as `readable` leaves but one. */
export const alternatives = (lines: string): string =>
  lines
    .trim()
    .split(/\s*\n\s*/)
    .join("|");
