/** The reminders that may follow an invitation, in the words that they will have: only their times are found when they are due. */
import { createHash } from "node:crypto";
import { wordsWithoutTimes } from "../../domain/draft/approval.ts";
import type { Address } from "../../domain/mail/message.ts";
import { catalogue } from "../../templates/catalogue.ts";
import { type Letter, renderLetter } from "../../templates/render.ts";
import type { Desk } from "./desk.ts";
import { factsFor, type LetterAbout } from "./facts-for-letter.ts";

const nudgeSteps = ["nudge", "closing_note"] as const;

export type Nudge = Letter & {
  step: (typeof nudgeSteps)[number];
  /** Hex digits, of the words without their times. */
  wordsHash: string;
  variants: readonly string[];
};

/** Those that can be written from what is known now. */
export function nudgesAfter(about: LetterAbout, { subject }: Letter, seed: Address, desk: Desk): Nudge[] {
  const { contactId } = about.contact;
  const { occasion } = factsFor(about, desk);
  return nudgeSteps.flatMap((step): Nudge[] => {
    const { template } = desk.templates.of(step, about.voice, about.locale);
    const offer = catalogue[step].times === "wanted" ? about.offer : undefined;
    const reminder: LetterAbout = { ...about, kind: step, offer };
    const facts = {
      ...factsFor(reminder, desk),
      threadSubject: subject,
      ...(occasion !== undefined && { occasion }),
    };
    const used = desk.words.usedFor(contactId);
    const rendered = renderLetter({
      kind: step,
      template,
      facts,
      seed,
      used,
      kept: desk.words.keptBy(contactId, step),
    });
    if (rendered.kind === "refused") return [];
    const { letter, variants } = rendered;
    return [{ step, ...letter, wordsHash: wordsHash(letter, facts.times ?? []), variants }];
  });
}

/** Of a reminder's words, whatever times it offers; in hex. */
export const wordsHash = ({ body }: Pick<Letter, "body">, lines: readonly string[]): string =>
  createHash("sha256").update(wordsWithoutTimes(body, lines)).digest("hex");
