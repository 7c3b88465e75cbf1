/**
 * Makes a letter of a template and facts, or refuses and names what is missing. A sentence whose fact is unknown is left
 * out; a letter that would say nothing true of this person alone is not written (R26).
 */
import {
  type BodySection,
  catalogue,
  type FactName,
  type LetterFacts,
  type LetterKind,
  type LetterRule,
  namesNeeded,
  type SectionName,
  tellingWeight,
} from "./catalogue.ts";
import { type Choice, chooseVariant, isKnown, sayable } from "./choose-variant.ts";
import type { Template, Variant } from "./template.ts";
import { countWords } from "./words.ts";

export type Letter = { subject: string; body: string };

export type Written = {
  kind: "letter";
  letter: Letter;
  /** Ids of the variants that were chosen, in the order of the letter. */
  variants: readonly string[];
};
export type Rendered = Written | { kind: "refused"; missing: readonly FactName[] };

export type LetterRequest = {
  kind: LetterKind;
  template: Template;
  facts: LetterFacts;
  /** Whom it is for: any text that stays the same for a person. */
  seed: string;
  /** How often each variant was used for others lately, by id. */
  used?: ReadonlyMap<string, number>;
  /** Variants of the letter as it stands. */
  kept?: ReadonlySet<string>;
  /** Most characters of a note, when the owner's network allows another number than the catalogue says. */
  charactersMax?: number;
};

/** The same request gives the same letter. */
export function renderLetter(request: LetterRequest): Rendered {
  const rule = catalogue[request.kind];
  const missing = missingFacts(rule, request.facts);
  if (missing.length > 0) return { kind: "refused", missing };
  return rule.charactersMax === undefined
    ? renderWithin(request, rule)
    : renderNote(request, request.charactersMax ?? rule.charactersMax);
}

function missingFacts({ needs, needsOneOf }: LetterRule, facts: LetterFacts): FactName[] {
  const absent = [...namesNeeded, ...needs].filter((name) => !isKnown(facts, name));
  const tellsNothing = needsOneOf.length > 0 && !needsOneOf.some((name) => isKnown(facts, name));
  return [...absent, ...(tellsNothing ? needsOneOf.slice(0, 1) : [])];
}

/** What may be left out goes when the letter grows too long, the offer first. */
function renderWithin(request: LetterRequest, rule: LetterRule): Rendered {
  const full = write(request, chooseVariant, []);
  if (full.kind === "refused" || full.words <= rule.words.max) return full;
  for (const leftOut of [["offer"], ["offer", "middle"]] as const) {
    const shorter = write(request, chooseVariant, leftOut);
    if (shorter.kind === "letter" && shorter.isWhole && shorter.words <= rule.words.max) return shorter;
  }
  return full;
}

/** A note of so many characters: as chosen, else in the shortest words, else without the closing sentence. */
function renderNote(request: LetterRequest, charactersMax: number): Rendered {
  const tries = [
    () => write(request, chooseVariant, []),
    () => write(request, shortestVariant, []),
    () => write(request, shortestVariant, ["ask"]),
  ];
  let note: Rendered | undefined;
  for (const again of tries) {
    note = again();
    if (note.kind === "refused" || note.letter.body.trim().length <= charactersMax) break;
  }
  return note!;
}

/** Whole: all that the kind needs to say is said, also when something was left out. */
type Draft = Written & { words: number; isWhole: boolean };

type Choose = (variants: readonly Variant[], choice: Choice) => Variant | undefined;

function write(
  { kind, template, facts, seed, used = new Map(), kept = new Set() }: LetterRequest,
  choose: Choose,
  leftOut: readonly BodySection[],
): Draft | Extract<Rendered, { kind: "refused" }> {
  const rule = catalogue[kind];
  const said = new Set<FactName>();
  const chosen: Variant[] = [];
  const choice: Choice = { facts, said, seed: `${seed}/${kind}`, used, kept };
  const take = (name: SectionName): string | undefined => {
    const variant = choose(template.get(name) ?? [], choice);
    if (variant === undefined) return undefined;
    chosen.push(variant);
    for (const word of variant.uses) if (isKnown(facts, word) && (tellingWeight[word] ?? 0) > 0) said.add(word);
    return tidy(variant.say(facts));
  };
  const greeting = take("greeting") ?? "";
  const paragraphs: string[] = [];
  for (const sections of rule.paragraphs) {
    const texts: string[] = [];
    for (const section of sections.filter((one) => !leftOut.includes(one))) {
      const text = take(section);
      if (text !== undefined) texts.push(text);
      else if (!mayBeAbsent(section)) return { kind: "refused", missing: nearest(template.get(section) ?? [], facts) };
    }
    if (texts.length > 0) paragraphs.push(texts.join(" "));
  }
  if (!tellsSomething(chosen, rule, facts)) return { kind: "refused", missing: rule.needsOneOf.slice(0, 1) };
  const times = facts.times ?? [];
  const all = [greeting, ...withTimes(paragraphs, rule, times, take)];
  const signoff = take("signoff") ?? "";
  const body = rule.subject === "none" ? [...all, facts.ownerName].join(" ") : [...all, signoff].join("\n\n");
  const subject = subjectOf(template, choice, rule);
  return {
    kind: "letter",
    letter: { subject: subject.text, body: `${body}\n` },
    variants: [...chosen, ...(subject.variant === undefined ? [] : [subject.variant])].map(({ id }) => id),
    words: countWords(all.filter((one) => one !== times.join("\n")).join("\n")),
    isWhole: rule.needs.every((name) => name === "threadSubject" || chosen.some(({ uses }) => uses.includes(name))),
  };
}

const mayBeAbsent = (section: BodySection): boolean => section === "middle" || section === "offer";

/** The offered times, one line a day, between a line that leads to them and one that welcomes another time. */
function withTimes(
  paragraphs: readonly string[],
  rule: LetterRule,
  times: readonly string[],
  take: (name: SectionName) => string | undefined,
): string[] {
  if (rule.times === "never" || (rule.times === "may" && times.length === 0)) return [...paragraphs];
  const last = paragraphs.at(-1) ?? "";
  const onLast = (text = "") => [...paragraphs.slice(0, -1), `${last} ${text}`.trim()];
  if (times.length === 0) return onLast(take("none"));
  const lead = onLast(take("lead"));
  const other = take("other");
  return [...lead, times.join("\n"), ...(other === undefined ? [] : [other])];
}

function subjectOf(template: Template, choice: Choice, rule: LetterRule): { text: string; variant?: Variant } {
  if (rule.subject === "none") return { text: "" };
  if (rule.subject === "thread") return { text: inThread(choice.facts.threadSubject ?? "") };
  const anew: Choice = { ...choice, said: new Set() };
  const readable = sayable(template.get("subject") ?? [], anew).filter((one) => isSubject(one.say(choice.facts)));
  const variant = chooseVariant(readable, anew);
  return variant === undefined ? { text: "" } : { text: oneLine(variant.say(choice.facts)), variant };
}

/** A reminder keeps the subject of its thread untouched, behind one "Re:". */
const inThread = (subject: string): string => (/^re\s*:/i.test(subject) ? subject : `Re: ${subject}`);

const isSubject = (text: string): boolean => countWords(text) <= 5 && text.length < 60 && !text.includes("[");

/** What the variant that comes nearest would need. */
function nearest(variants: readonly Variant[], facts: LetterFacts): FactName[] {
  const wants = variants.map(({ needs }) => needs.filter((name) => !isKnown(facts, name)));
  const [fewest] = wants.filter((one) => one.length > 0).toSorted((one, other) => one.length - other.length);
  return fewest ?? ["talk"];
}

const tellsSomething = (chosen: readonly Variant[], { needsOneOf }: LetterRule, facts: LetterFacts): boolean =>
  needsOneOf.length === 0 ||
  chosen.some(({ uses }) => uses.some((name) => needsOneOf.includes(name) && isKnown(facts, name)));

/** Of the variants that tell the same as the best one, the shortest as it would be read. */
function shortestVariant(variants: readonly Variant[], choice: Choice): Variant | undefined {
  const best = chooseVariant(variants, choice);
  const telling = (one: Variant) => one.uses.filter((name) => (tellingWeight[name] ?? 0) > 0).join();
  const length = (one: Variant) => one.say(choice.facts).length;
  return sayable(variants, choice)
    .filter((one) => best !== undefined && telling(one) === telling(best))
    .toSorted((one, other) => length(one) - length(other))[0];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** No doubled spaces, none before a line's end or a full stop; Spanish joins its article; at most one empty line at a time. */
const tidy = (text: string) =>
  text
    .replace(/(?<!\p{L})(d)e el (?=[\p{Ll}\d])/giu, "$1el ")
    .replace(/(?<!\p{L})(a) el (?=[\p{Ll}\d])/giu, "$1l ")
    .split("\n")
    .map((line) =>
      line
        .replace(/[ \t]+/g, " ")
        .replace(/ (?=[.,])/g, "")
        .trim(),
    )
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
