/** Pieces of evidence added up to a judgement on a sender (M4), in log-odds that a person sits behind the address. */
import { type Because, because } from "../because.ts";

export type SenderVerdict = "person" | "machine" | "unsure";

export type SenderJudgement = {
  verdict: SenderVerdict;
  /** 0 (surely a machine) to 1 (surely a person). */
  score: number;
  /** The deciding reason first. */
  because: Because[];
};

/** From this score on a person, up to the other one a machine; between them the owner is asked. */
export const personFrom = 0.65;

export const machineUpTo = 0.3;

/** What only hints (bulk-looking domain, digits, volume) takes no more than this together: alone it never makes a machine. */
const hintsMin = -0.8;

/** Reasons with their weights; the strongest one that agrees with the verdict is said first. */
export class Sum {
  private total = 0;
  private words = 0;
  private hints = 0;
  private readonly reasons: { weight: number; because: Because }[] = [];
  private readonly wordsMin: number;

  constructor(wordsMin: number) {
    this.wordsMin = wordsMin;
  }

  add(weight: number, rule: string, text: string, facts?: Because["facts"]): void {
    this.total += weight;
    this.reasons.push({ weight, because: because(rule, text, facts) });
  }

  word(weight: number, rule: string, text: string): void {
    this.words += weight;
    this.reasons.push({ weight, because: because(rule, text) });
  }

  hint(weight: number, rule: string, text: string, facts?: Because["facts"]): void {
    this.hints += weight;
    this.reasons.push({ weight, because: because(rule, text, facts) });
  }

  judgement(): SenderJudgement {
    const total = this.total + Math.max(this.wordsMin, this.words) + Math.max(hintsMin, this.hints);
    const score = 1 / (1 + Math.exp(-total));
    const verdict = score >= personFrom ? "person" : score <= machineUpTo ? "machine" : "unsure";
    if (this.reasons.length === 0) this.add(0, "M4.nothing_known", "Nothing tells a person from a machine here.");
    const side = score >= 0.5 ? 1 : -1;
    const ordered = this.reasons.toSorted((one, other) => side * (other.weight - one.weight));
    return { verdict, score: Math.round(score * 1000) / 1000, because: ordered.map((reason) => reason.because) };
  }
}

/** "once", "3 times". */
export const times = (count: number): string => (count === 1 ? "once" : `${count} times`);
