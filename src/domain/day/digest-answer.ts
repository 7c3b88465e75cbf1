/**
 * The owner's answer to a digest: orders ("ok 1 3", "skip 2"), and words for a number, above the quote ("2: she opens a second
 * shop") or below the quoted question. Nothing is guessed: what is not understood is asked back, and then no letter leaves by
 * this answer either, since what was not understood may have been about it.
 */
import { isSignOff } from "../mail/closing.ts";
import type { TrimmedText } from "../mail/new-text.ts";
import { segmentsOf } from "../mail/segments.ts";
import { splitSentences } from "../reply/sentences.ts";
import type { DigestEntry } from "./digest.ts";
import { bareOrder, type DigestOrder, readOrders } from "./digest-command.ts";
import { isQuoteChanged, numberQuoted } from "./digest-quote.ts";

/** A line that was not understood, with what is asked about it. */
export type Unclear = { line: string; question: string };

export type DigestAnswer = {
  /** Letters that the owner lets go, by number. */
  approve: readonly DigestEntry[];
  skip: readonly DigestEntry[];
  /** Words for a number that asked for some. */
  answers: readonly { entry: DigestEntry; text: string }[];
  unclear: readonly Unclear[];
};

/** A line with the number that it belongs to: that of the quoted line above it, or of the answer that it goes on. */
type Said = { line: string; below: number | undefined; isFirst: boolean };

const linesMax = 200;

/** `printed` is the digest as it went out. */
export function readDigestAnswer(
  text: TrimmedText,
  { entries, printed }: { entries: readonly DigestEntry[]; printed: string },
): DigestAnswer {
  const reading = new Reading(entries);
  for (const said of linesSaid(text, entries)) reading.take(said);
  return reading.result((entry) => isQuoteChanged(text, { entries, entry, printed }));
}

/** The owner's own lines from top to bottom; blank ones end what went before. */
function linesSaid(text: TrimmedText, entries: readonly DigestEntry[]): Said[] {
  let below: number | undefined;
  return segmentsOf(text)
    .flatMap(({ as, text: piece }): Said[] => {
      if (as === "quoted") {
        const number = numberQuoted(piece, entries) ?? below;
        below = number === "none" ? undefined : number;
      }
      return as === "new"
        ? piece.split("\n").map((line, index) => ({ line: line.trim(), below, isFirst: index === 0 }))
        : [];
    })
    .slice(0, linesMax);
}

class Reading {
  private readonly entries: ReadonlyMap<number, DigestEntry>;
  private readonly orders: { act: DigestOrder["act"]; entry: DigestEntry; line: string }[] = [];
  private readonly texts = new Map<DigestEntry, string[]>();
  private readonly unclear: Unclear[] = [];
  /** Whether something was not understood that may be about a letter. */
  private isInDoubt = false;
  /** Whose words go on in the next line. */
  private open: DigestEntry | undefined;

  constructor(entries: readonly DigestEntry[]) {
    this.entries = new Map(entries.map((entry) => [entry.number, entry]));
  }

  take({ line, below, isFirst }: Said): void {
    if (isFirst) this.open = below === undefined ? undefined : this.entries.get(below);
    if (line === "") {
      if (below === undefined) this.open = undefined;
      return;
    }
    const orders = readOrders(line);
    if (orders !== undefined) {
      for (const order of orders) this.give(order, line);
      return;
    }
    const [, number, words = ""] = /^#?(\d{1,2})\s*(?:[.):,–-]\s*|\s+|$)(.*)$/.exec(line) ?? [];
    // Below a quoted question a number is the answer's own ("3 people, all new"), unless it is that of the question.
    if (number === undefined || (below !== undefined && Number(number) !== below)) this.words(this.open, line, line);
    else {
      this.open = this.numbered(Number(number), line);
      this.words(this.open, words, line);
    }
  }

  result(isChanged: (entry: DigestEntry) => boolean): DigestAnswer {
    const both = this.orders.filter(({ act, entry }) =>
      this.orders.some((one) => one.entry === entry && one.act !== act),
    );
    for (const { line, entry } of both) this.ask(line, `Shall number ${entry.number} leave, or be skipped?`);
    const plain = this.orders.filter((one) => !both.includes(one));
    const changed = new Set(plain.flatMap(({ act, entry }) => (act === "ok" && isChanged(entry) ? [entry] : [])));
    for (const { number, who } of changed)
      this.ask(
        `ok ${number}`,
        `In the quote of your answer the letter to ${who} reads otherwise than it was sent to you. Change it in Rapport, and approve it there.`,
      );
    const held = plain.filter(({ entry }) => this.isInDoubt && !changed.has(entry));
    for (const line of new Set(held.map((one) => one.line)))
      this.ask(line, "This was not done, because something else in your answer was not understood. Shall it be done?");
    const taken = plain.filter((one) => !held.includes(one) && !changed.has(one.entry));
    const of = (wanted: DigestOrder["act"]) => [
      ...new Set(taken.flatMap(({ act, entry }) => (act === wanted ? [entry] : []))),
    ];
    return {
      approve: of("ok"),
      skip: of("skip"),
      answers: [...this.texts].map(([entry, lines]) => ({ entry, text: lines.join("\n") })),
      unclear: this.unclear,
    };
  }

  private give({ act, numbers }: DigestOrder, line: string): void {
    this.open = undefined;
    if (numbers === "all" && act === "skip") {
      this.ask(line, "Which numbers shall be skipped?");
      return;
    }
    const meant =
      numbers === "all"
        ? [...this.entries.values()].filter(({ takes }) => takes.takes === "ok")
        : numbers.flatMap((number) => this.numbered(number, line) ?? []);
    if (meant.length === 0 && numbers === "all") this.ask(line, "No letter stood in this mail to say ok to.");
    for (const entry of meant) this.order(act, entry, line);
  }

  private order(act: DigestOrder["act"], entry: DigestEntry, line: string): void {
    const isLetter = entry.takes.takes === "ok";
    if (act === "skip" || isLetter) this.orders.push({ act, entry, line });
    else if (entry.kind === "approve")
      this.ask(line, `The letter to ${entry.who} was not printed in full. Read it in Rapport, and approve it there.`);
    else this.ask(line, `Number ${entry.number} is no letter: ${entry.title}. What do you want to say to it?`);
  }

  private numbered(number: number, line: string): DigestEntry | undefined {
    const entry = this.entries.get(number);
    if (entry === undefined) this.doubt(line, `There was no number ${number} in this mail. Which one do you mean?`);
    return entry;
  }

  /** Words under a number: an order without one, an answer, or nothing that the number asks for. */
  private words(entry: DigestEntry | undefined, words: string, line: string): void {
    if (words === "" || isCourtesy(words)) return;
    const act = bareOrder(words);
    if (entry === undefined) {
      this.doubt(line, act === undefined ? "What do you mean by this?" : `To which number? For example "${act} 1".`);
      return;
    }
    const { takes } = entry.takes;
    const isAnswerItself = takes === "debrief" && act === "ok";
    if (act !== undefined && !isAnswerItself) this.order(act, entry, line);
    else if (takes === "ok" || takes === "nothing") this.doubt(line, questionAbout(entry));
    else this.texts.set(entry, [...(this.texts.get(entry) ?? []), words]);
  }

  private ask(line: string, question: string): void {
    if (!this.unclear.some((one) => one.line === line)) this.unclear.push({ line, question });
  }

  private doubt(line: string, question: string): void {
    this.isInDoubt = true;
    this.ask(line, question);
  }
}

const questionAbout = ({ number, who, kind, takes }: DigestEntry): string =>
  takes.takes === "ok"
    ? `Shall the letter to ${who} be changed? Do it in Rapport; "ok ${number}" lets it leave as it stood.`
    : kind === "approve"
      ? `Shall the letter to ${who} be changed? Do it in Rapport.`
      : `Number ${number} asks for nothing that can be answered by mail. What do you mean by this?`;

/** A greeting or a sign-off, and nothing besides. */
const isCourtesy = (line: string): boolean => isSignOff(line) || splitSentences(line).length === 0;
