/**
 * A letter's template: sections opened by a line `--- name`, each section given in one or more variants. Reading one walks
 * the syntax tree of every variant: words that the kind does not know are refused, and so is a template in which a word
 * that the kind needs could be missing from a letter.
 */
import Handlebars from "handlebars";
import {
  bodySections,
  catalogue,
  type FactName,
  frameSections,
  type LetterFacts,
  type LetterKind,
  namesKnown,
  type SectionName,
  sectionNames,
} from "./catalogue.ts";

export type Variant = {
  /** The same text has the same id in every installation. */
  id: string;
  section: SectionName;
  source: string;
  /** The line of the section's first word, from 1. */
  line: number;
  /** Words without which it cannot be said. */
  needs: readonly FactName[];
  /** All words in it, those behind an {{#if}} as well. */
  uses: readonly FactName[];
  say: (facts: LetterFacts) => string;
};

export type Template = ReadonlyMap<SectionName, readonly Variant[]>;

/** What is wrong with a template and where: `opening, line 4: ...`. */
export class TemplateError extends Error {}

const templateBytesMax = 32_768;
const variantsMax = 200;
const opens = /^---\s*(.*?)\s*$/;

/** Reads the text of a kind of letter, or the frame of a voice. Throws a TemplateError that names section and line. */
export function readTemplate(kind: LetterKind | "frame", text: string): Template {
  const bytes = Buffer.byteLength(text);
  if (bytes > templateBytesMax)
    throw new TemplateError(`The template has ${bytes} bytes; at most ${templateBytesMax}.`);
  const sections = new Map<SectionName, Variant[]>();
  for (const part of partsOf(text)) {
    const variant = readVariant(kind, part);
    sections.set(variant.section, [...(sections.get(variant.section) ?? []), variant]);
  }
  if (kind === "frame") for (const name of frameSections) mustHave(sections, name, "every letter");
  else checkKind(kind, sections);
  return sections;
}

/** The kind's own sections, and those of the frame that it does not have itself. */
export const onFrame = (template: Template, frame: Template): Template => new Map([...frame, ...template]);

type Part = { name: string; line: number; source: string };

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const [index, line] of text.replaceAll("\r\n", "\n").split("\n").entries()) {
    const name = opens.exec(line)?.[1];
    const last = parts.at(-1);
    if (name !== undefined) parts.push({ name, line: index + 2, source: "" });
    else if (last !== undefined) last.source += `${line}\n`;
    else if (line.trim() !== "")
      throw new TemplateError(`line ${index + 1}: begin with a line such as --- ${sectionNames[0]}.`);
  }
  if (parts.length === 0) throw new TemplateError("line 1: the template is empty.");
  if (parts.length > variantsMax)
    throw new TemplateError(`The template has ${parts.length} parts; at most ${variantsMax}.`);
  return parts;
}

function readVariant(kind: LetterKind | "frame", { name, line, source: text }: Part): Variant {
  const section = sectionNames.find((one) => one === name);
  if (section === undefined)
    throw new TemplateError(`line ${line - 1}: there is no section "${name}"; there are ${sectionNames.join(", ")}.`);
  const source = text.trim();
  const place = (at: number) => `${section}, line ${line + at - 1}`;
  if (source === "") throw new TemplateError(`${place(1)}: the section is empty.`);
  const program = parse(source, place);
  const words = wordsOf(program, place);
  const uses = [...words.needed, ...words.optional].filter((word, index, all) => all.indexOf(word) === index);
  const knownHere = wordsKnownTo(kind);
  for (const word of uses) {
    if (!knownHere.has(word)) throw new TemplateError(`${place(1)}: {{${word}}} is not known to ${sayKind(kind)}.`);
  }
  const optional = uses.filter((word) => !words.needed.has(word)) as FactName[];
  const filled = own.compile(program, { strict: true, knownHelpersOnly: true, knownHelpers, noEscape: true });
  return {
    id: fingerprint(`${section}\n${source}`).toString(16).padStart(8, "0"),
    section,
    source,
    line,
    needs: [...words.needed] as FactName[],
    uses: uses as FactName[],
    // A word behind an {{#if}} may be absent; strict rendering wants to be told so.
    say: (facts) => filled({ ...Object.fromEntries(optional.map((word) => [word, undefined])), ...facts }),
  };
}

/** An instance of our own with {{#if}} and {{#unless}} alone, so that nothing registered elsewhere can reach a letter. */
const own = Handlebars.create();
const helpersAllowed: readonly string[] = ["if", "unless"];
const knownHelpers = { if: true, unless: true };
for (const name of Object.keys(own.helpers)) if (!helpersAllowed.includes(name)) own.unregisterHelper(name);

/** For whoever writes one: the words that a kind knows, and those that it always says. */
export function wordsOfKind(kind: LetterKind): { words: readonly FactName[]; needs: readonly FactName[] } {
  const needs = catalogue[kind].needs.filter((word) => !notWords.includes(word));
  return { words: [...wordsKnownTo(kind)] as FactName[], needs };
}

const notWords: readonly FactName[] = ["times", "threadSubject"];

function wordsKnownTo(kind: LetterKind | "frame"): ReadonlySet<string> {
  if (kind === "frame") return new Set([...namesKnown, "otherName"]);
  const { needs, needsOneOf, may } = catalogue[kind];
  return new Set([...namesKnown, ...needs, ...needsOneOf, ...may].filter((word) => !notWords.includes(word)));
}

/** Every word that the kind needs stands in all variants of some section, so that no choice of variants can lose it. */
function checkKind(kind: LetterKind, sections: ReadonlyMap<SectionName, readonly Variant[]>): void {
  const { needs, paragraphs, subject } = catalogue[kind];
  const inLetter = paragraphs.flat();
  for (const name of inLetter) if (name !== "middle" && name !== "offer") mustHave(sections, name, sayKind(kind));
  if (subject === "own") mustHave(sections, "subject", sayKind(kind));
  for (const [name, [first]] of sections) {
    const isOfFrame = frameSections.some((one) => one === name);
    const isUsed = isOfFrame || (name === "subject" ? subject === "own" : inLetter.some((one) => one === name));
    if (!isUsed) throw new TemplateError(`${name}, line ${first!.line - 1}: ${sayKind(kind)} has no ${name}.`);
  }
  for (const word of needs.filter((one) => !notWords.includes(one))) {
    const isSaid = (["greeting", ...inLetter] as const).some((name) => {
      const variants = sections.get(name) ?? [];
      return variants.length > 0 && variants.every((variant) => variant.needs.includes(word));
    });
    if (!isSaid) throw new TemplateError(`${whereLost(word, sections)}: ${sayKind(kind)} always says {{${word}}}.`);
  }
}

/** The first variant that leaves a word out in the section that says it, or that usually does. */
function whereLost(word: FactName, sections: ReadonlyMap<SectionName, readonly Variant[]>): string {
  const usual = word === "place" || word === "minutes" ? "ask" : "opening";
  const section = bodySections.find((name) => sections.get(name)?.some(({ uses }) => uses.includes(word))) ?? usual;
  const without = sections.get(section)?.find(({ needs }) => !needs.includes(word));
  return `${section}, line ${without?.line ?? 1}`;
}

function mustHave(sections: ReadonlyMap<SectionName, unknown>, name: SectionName, whose: string): void {
  if (!sections.has(name)) throw new TemplateError(`There is no line --- ${name}, which ${whose} needs.`);
}

const sayKind = (kind: LetterKind | "frame"): string =>
  kind === "frame" ? "the frame of all letters" : `a letter of the kind ${kind.replaceAll("_", " ")}`;

type Words = { needed: Set<string>; optional: Set<string> };
type PlaceOf = (line: number) => string;

/** The words that a variant takes from outside. Those that only a block asks about are optional. */
function wordsOf(program: hbs.AST.Program, place: PlaceOf): Words {
  const words: Words = { needed: new Set(), optional: new Set() };
  visit(program, words, new Set(), place);
  return words;
}

function parse(source: string, place: PlaceOf): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(says)?.[1] ?? 1);
    throw new TemplateError(`${place(line)}: it cannot be read: ${says.split("\n")[1]?.trim() ?? says}`);
  }
}

function visit(program: hbs.AST.Program | undefined, words: Words, asked: ReadonlySet<string>, place: PlaceOf): void {
  for (const statement of program?.body ?? []) {
    const at = place(statement.loc?.start.line ?? 1);
    if (statement.type === "ContentStatement" || statement.type === "CommentStatement") continue;
    if (statement.type === "MustacheStatement") {
      const mustache = statement as hbs.AST.MustacheStatement;
      if (!mustache.escaped) throw new TemplateError(`${at}: three braces are not allowed.`);
      if (mustache.params.length > 0 || mustache.hash !== undefined) throw new TemplateError(`${at}: unknown helper.`);
      const word = wordIn(mustache.path, at);
      (asked.has(word) ? words.optional : words.needed).add(word);
    } else if (statement.type === "BlockStatement") {
      const block = statement as hbs.AST.BlockStatement;
      const helper = String((block.path as hbs.AST.PathExpression).original);
      if (!helpersAllowed.includes(helper)) throw new TemplateError(`${at}: unknown block ${helper}.`);
      const [subject] = block.params;
      if (subject === undefined || block.params.length > 1 || block.hash !== undefined)
        throw new TemplateError(`${at}: a block takes exactly one word.`);
      const word = wordIn(subject, at);
      words.optional.add(word);
      const [known, unknown] = helper === "if" ? [block.program, block.inverse] : [block.inverse, block.program];
      visit(known, words, new Set([...asked, word]), place);
      visit(unknown, words, asked, place);
    } else throw new TemplateError(`${at}: ${statement.type} is not allowed in a letter.`);
  }
}

function wordIn(expression: hbs.AST.Expression, at: string): string {
  if (expression.type !== "PathExpression") throw new TemplateError(`${at}: only words may stand in braces.`);
  const path = expression as hbs.AST.PathExpression;
  if (path.parts.length !== 1 || path.data || path.depth > 0)
    throw new TemplateError(`${at}: {{${path.original}}} is not a word.`);
  return path.original;
}

/** 32-bit FNV-1a: the same number for the same text on every machine. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
