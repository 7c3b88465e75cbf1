/** How a reading is answered: the meaning, how sure it is, and the words that show it. */
import { because } from "../because.ts";
import type { ReplyMeaning } from "./meaning.ts";

type Plain<Kind> = Kind extends ReplyMeaning ? Omit<Kind, "confidence" | "because"> : never;
export const answer = (meaning: Plain<ReplyMeaning>, confidence: number, rule: string, text: string): ReplyMeaning =>
  ({ ...meaning, confidence, because: [because(rule, text)] }) as ReplyMeaning;

/** The words of evidence, cut where they are long. */
export const excerpt = (sentence: string): string => (sentence.length > 120 ? `${sentence.slice(0, 119)}…` : sentence);
