/** The words of a letter that no clock asked for, with what the lint finds in them. */
import type { Offer } from "../../domain/draft/offer.ts";
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

export type ErrandLetter = {
  kind: LetterKind;
  to: Address;
  locale: Locale;
  voice: Voice;
  facts: LetterFacts;
  /** The times of it, where it has any. */
  offer?: Offer;
} & (
  | { state: "written"; letter: Letter; variants: readonly string[]; findings: LintFinding[] }
  /** Something is not known, or there is no address. */
  | { state: "refused"; missing: readonly FactName[] }
);

export type ErrandWanted = {
  kind: LetterKind;
  contact: ContactRow;
  facts: LetterFacts;
  seed: string;
  /** Its words were shown before it is due: they follow no letter that stands. */
  isShownBefore?: true;
};

/** What of a desk the words of a letter come from. */
export type RenderDesk = Pick<Desk, "templates" | "words" | "choices" | "ownerName" | "ownerFullName">;

/** In the language and the voice of whoever it is written to. */
export function renderErrand(
  { kind, contact, facts, seed, isShownBefore }: ErrandWanted,
  desk: RenderDesk,
): ErrandLetter {
  const [locale, voice] = [localeOf(contact.locale), voiceOf(contact, desk)];
  const [to = ""] = contact.addresses;
  const base = { kind, to, locale, voice, facts };
  const { template } = desk.templates.of(kind, voice, locale);
  const kept = isShownBefore === true ? {} : { kept: desk.words.keptBy(contact.contactId, kind) };
  const rendered = renderLetter({ kind, template, facts, seed, ...kept });
  if (rendered.kind === "refused") return { ...base, state: "refused", missing: rendered.missing };
  const findings = lintLetter(rendered.letter, {
    kind,
    locale,
    to,
    times: facts.times ?? [],
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
