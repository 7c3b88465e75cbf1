/** The words of a letter that the owner asked for themselves, with what the lint finds in them; no times of its own. */
import type { Address } from "../../domain/mail/message.ts";
import type { ContactRow } from "../../store/contacts.ts";
import {
  type FactName,
  type LetterFacts,
  type LetterKind,
  type Locale,
  specificsIn,
  type Voice,
} from "../../templates/catalogue.ts";
import { type LintFinding, lintLetter } from "../../templates/lint.ts";
import { type Letter, renderLetter } from "../../templates/render.ts";
import type { Desk } from "./desk.ts";
import { localeOf, voiceOf } from "./write-letter.ts";

export type ErrandLetter = { kind: LetterKind; to: Address; locale: Locale; voice: Voice; facts: LetterFacts } & (
  | { state: "written"; letter: Letter; variants: readonly string[]; findings: LintFinding[] }
  /** Something is not known, or there is no address. */
  | { state: "refused"; missing: readonly FactName[] }
);

export type ErrandWanted = { kind: LetterKind; contact: ContactRow; facts: LetterFacts; seed: string };

/** In the language and the voice of whoever it is written to. */
export function renderErrand({ kind, contact, facts, seed }: ErrandWanted, desk: Desk): ErrandLetter {
  const [locale, voice] = [localeOf(contact.locale), voiceOf(contact, desk)];
  const [to = ""] = contact.addresses;
  const base = { kind, to, locale, voice, facts };
  const { template } = desk.templates.of(kind, voice, locale);
  const rendered = renderLetter({ kind, template, facts, seed, kept: desk.words.keptBy(contact.contactId, kind) });
  if (rendered.kind === "refused") return { ...base, state: "refused", missing: rendered.missing };
  const findings = lintLetter(rendered.letter, {
    kind,
    locale,
    to,
    times: [],
    specifics: specificsIn(kind, facts),
    ...(facts.greetingName !== undefined && { greetingName: facts.greetingName }),
    ...(facts.ownerName !== undefined && { ownerName: facts.ownerName }),
  });
  return { ...base, state: "written", letter: rendered.letter, variants: rendered.variants, findings };
}

/** Who writes and to whom: what every letter says. */
export const namesOf = (
  { name, greetingName }: ContactRow,
  { ownerName, ownerFullName }: Pick<Desk, "ownerName" | "ownerFullName">,
): LetterFacts => ({
  fullName: name,
  ...(greetingName !== undefined && { greetingName }),
  ...(ownerName !== undefined && { ownerName }),
  ...(ownerFullName !== undefined && { ownerFullName }),
});
