/** A letter in the owner's own words: what stands around them where the owner wrote none of it, and what it is held to. */
import { carriesDeadLink } from "../domain/draft/booking-link.ts";
import { isSignOff } from "../domain/mail/closing.ts";
import type { LetterFacts, Locale, Voice } from "./catalogue.ts";
import { chooseVariant } from "./choose-variant.ts";
import { shippedFrame } from "./letter-files.ts";
import { type LintFinding, placeholdersIn } from "./lint.ts";
import type { Letter } from "./render.ts";

/** Each absent where a name for it is not known. */
export type WordsFrame = { greeting?: string; signoff?: string };

export type FrameWanted = {
  voice: Voice;
  locale: Locale;
  /** The names alone. */
  facts: LetterFacts;
  /** The same text gives the same frame. */
  seed: string;
};

/** In the language and the voice of whoever it is written to. */
export function frameOfWords({ voice, locale, facts, seed }: FrameWanted): WordsFrame {
  const frame = shippedFrame(voice, locale);
  const choice = { facts, said: new Set<never>(), seed, used: new Map(), kept: new Set<string>() };
  const [greeting, signoff] = (["greeting", "signoff"] as const).map((name) =>
    chooseVariant(frame.get(name) ?? [], choice)
      ?.say(facts)
      .trim(),
  );
  return { ...(greeting !== undefined && { greeting }), ...(signoff !== undefined && { signoff }) };
}

/** The words with whatever of the frame they do not have themselves; ends with one line feed. */
export function inFrame(words: string, { greeting, signoff }: WordsFrame, { ownerName }: LetterFacts): string {
  const text = words.replaceAll(/\r\n?/g, "\n").trim();
  const lines = text.split("\n").map((line) => line.trim());
  const parts = [
    ...(greets(lines[0] ?? "") ? [] : [greeting]),
    text,
    ...(signs(lines.at(-1) ?? "", ownerName) ? [] : [signoff]),
  ];
  return `${parts.filter((part) => part !== undefined).join("\n\n")}\n`;
}

const greetingWords =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|moin|servus|bonjour|bonsoir|salut|coucou|cher|chère|hola|buenos días|buenas (?:tardes|noches)|estimad[oa]s?|querid[oa]s?)(?!\p{L})/iu;
/** "Tomás," alone on its line. */
const nameCalled = /^\p{Lu}[\p{L}' -]{0,40}[,:]$/u;

const greets = (line: string): boolean => greetingWords.test(line) || nameCalled.test(line);

const signs = (line: string, ownerName: string | undefined): boolean =>
  isSignOff(line) ||
  (ownerName !== undefined && line.includes(ownerName) && line.split(/\s+/).length <= signedWordsMax);
const signedWordsMax = 4;

/** `linkBase`: what links of ours begin with; undefined while nobody outside can open them. */
export function lintOwnWords(letter: Letter, linkBase: string | undefined): LintFinding[] {
  const refuse = (rule: string, message: string): LintFinding[] => [{ rule, weight: "refuse", message }];
  return [
    ...(letter.body.trim() === "" ? refuse("empty", "Nothing is written yet.") : []),
    ...(letter.subject.trim() === "" ? refuse("subject_empty", "The letter has no subject.") : []),
    ...(/\p{Cc}/u.test(letter.subject) ? refuse("subject_lines", "A subject is one line of plain text.") : []),
    ...placeholdersIn(letter),
    ...(carriesDeadLink(letter.body, linkBase)
      ? refuse("dead_link", "Its link cannot be opened from outside: nobody has reached your public address yet.")
      : []),
  ];
}
