/** What of the loop needs its owner: a letter that does not go on, an answer that is not plain. Both come early: somebody waits. */
import type { Because } from "../because.ts";
import type { Policy } from "../policy.ts";
import { type DayItem, itemMinutes } from "./item.ts";

export type LetterStuck = {
  draftId: string;
  contactId: string;
  name: string;
  because: Because;
  /** Of the sending whose fate only the owner can tell; absent where there is nothing to tell. */
  effectId?: string;
};

export const stuckItem = ({ draftId, contactId, name, because, effectId }: LetterStuck, policy: Policy): DayItem => ({
  ...early("stuck", `stuck:${draftId}`, name, because, policy),
  where: { mode: "email" },
  text:
    effectId === undefined
      ? `You approved a letter to ${name}, and it does not go on.`
      : `Does the letter to ${name} stand in your sent mail?`,
  act: effectId === undefined ? `Look at the letter to ${name}` : `Say what became of the letter to ${name}`,
  subject: { contactId, draftId, ...(effectId !== undefined && { effectId }) },
});

export type AnswerOpen = {
  answerId: string;
  contactId: string;
  name: string;
  because: readonly [Because, ...Because[]];
  /** Their own words, as far as they are kept. */
  text?: string;
};

const wordsMax = 280;

export const answerItem = ({ answerId, contactId, name, because, text }: AnswerOpen, policy: Policy): DayItem => ({
  ...early("answer", `answer:${answerId}`, name, because[0], policy),
  because,
  where: { mode: "email" },
  text: shortened(text ?? "") || `${name} answered, and only you can say what follows.`,
  act: `Say what follows from the answer of ${name}`,
  subject: { contactId, answerId },
});

const shortened = (text: string): string =>
  text.length > wordsMax ? `${text.slice(0, wordsMax).trim()} …` : text.trim();

const early = (kind: "stuck" | "answer", id: string, who: string, reason: Because, { boosts }: Policy) => ({
  id,
  kind,
  minutes: itemMinutes[kind],
  who,
  because: [reason],
  urgency: boosts.thankYouOpen,
  closeness: 0,
  rolledOver: 0,
});
