/** The note that goes with a connection request on a network (R15): written here, copied and sent by the owner. */
import type { LetterFacts, Locale, Voice } from "../../templates/catalogue.ts";
import { type LintFinding, lintLetter } from "../../templates/lint.ts";
import { renderLetter } from "../../templates/render.ts";
import type { Desk } from "./desk.ts";

export type ConnectionNote = {
  text: string;
  charactersMax: number;
  lint: readonly LintFinding[];
  /** Where it is pasted. */
  profileUrl?: string;
};

export type NoteWanted = { to: string; seed: string; locale: Locale; voice: Voice; profileUrl?: string | undefined };

/** Undefined while something that it needs is not known. */
export function connectionNote(
  facts: LetterFacts,
  { to, seed, locale, voice, profileUrl }: NoteWanted,
  desk: Pick<Desk, "templates" | "policy">,
): ConnectionNote | undefined {
  const kind = "connection_note";
  const { template } = desk.templates.of(kind, voice, locale);
  const charactersMax = desk.policy.letters.noteCharactersMax;
  const written = renderLetter({ kind, template, facts, seed, charactersMax });
  if (written.kind === "refused") return undefined;
  const lint = lintLetter(written.letter, {
    kind,
    locale,
    to,
    times: [],
    charactersMax,
    ...(facts.greetingName !== undefined && { greetingName: facts.greetingName }),
  });
  return { text: written.letter.body.trim(), charactersMax, lint, ...(profileUrl !== undefined && { profileUrl }) };
}
