/**
 * Turns a template and facts into a letter, or refuses. Strict: a word that the template uses and the catalogue does
 * not know is an error when the template is read, and a needed fact that is absent is a refusal that names it.
 */
import Handlebars from "handlebars";
import { catalogue, type FactName, type LetterFacts, type LetterKind, type Locale, templateText } from "./catalogue.ts";

export type Letter = { subject: string; body: string };
export type Rendered = { kind: "letter"; letter: Letter } | { kind: "refused"; missing: readonly FactName[] };

export class TemplateError extends Error {}

const templateBytesMax = 32_768;
const helpersAllowed = new Set(["if", "unless", "each"]);

type Compiled = { subject: Handlebars.TemplateDelegate; body: Handlebars.TemplateDelegate };
const compiled = new Map<string, Compiled>();

/** Renders the shipped template of that kind and language. */
export function renderLetter(kind: LetterKind, locale: Locale, facts: LetterFacts): Rendered {
  const key = `${locale}/${kind}`;
  let template = compiled.get(key);
  if (template === undefined) {
    template = compileLetter(kind, templateText(kind, locale));
    compiled.set(key, template);
  }
  return fill(kind, template, facts);
}

/** Checks and compiles a template's text for a kind of letter. Throws a TemplateError that names the place. */
export function compileLetter(kind: LetterKind, text: string): Compiled {
  if (Buffer.byteLength(text) > templateBytesMax)
    throw new TemplateError(`The template is longer than ${templateBytesMax} bytes.`);
  const [subject, body] = splitOnce(text.replaceAll("\r\n", "\n"), "\n---\n");
  if (body === undefined) throw new TemplateError("The template has no line with --- between subject and body.");
  const used = new Set([...wordsOf(subject, "subject"), ...wordsOf(body, "body")]);
  const { needs, needsOneOf, may } = catalogue[kind];
  const known: readonly string[] = [...needs, ...needsOneOf, ...may];
  for (const word of used) {
    if (!known.includes(word)) {
      throw new TemplateError(`The template uses {{${word}}}, which a ${kind} letter does not know.`);
    }
  }
  for (const word of [...needs, ...needsOneOf]) {
    if (!used.has(word)) throw new TemplateError(`The template never uses {{${word}}}, which a ${kind} letter needs.`);
  }
  const compile = (source: string) =>
    own.compile(source, {
      strict: false,
      knownHelpersOnly: true,
      knownHelpers: { if: true, unless: true, each: true },
      noEscape: true,
    });
  return { subject: compile(subject), body: compile(body) };
}

/** An instance of our own, so that nothing registered elsewhere can reach a letter. */
const own = Handlebars.create();
for (const helper of ["log", "lookup", "with", "blockHelperMissing", "helperMissing"]) own.unregisterHelper(helper);

function fill(kind: LetterKind, template: Compiled, facts: LetterFacts): Rendered {
  const { needs, needsOneOf } = catalogue[kind];
  const isAbsent = (name: FactName) => facts[name] === undefined || facts[name] === "";
  const missing = [...needs.filter(isAbsent), ...(needsOneOf.every(isAbsent) ? needsOneOf.slice(0, 1) : [])];
  if (missing.length > 0) return { kind: "refused", missing };
  const context = { ...facts };
  return {
    kind: "letter",
    letter: { subject: oneLine(template.subject(context)), body: tidy(template.body(context)) },
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** No spaces before a line's end, none doubled, none before a full stop; at most one empty line at a time. */
const tidy = (text: string) =>
  `${text
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The words that a template takes from outside, found by walking its syntax tree. */
function wordsOf(source: string, part: string): Set<string> {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(source);
  } catch (error) {
    throw new TemplateError(
      `The ${part} cannot be read as a template: ${error instanceof Error ? error.message : error}`,
    );
  }
  const words = new Set<string>();
  visit(program, words, part);
  return words;
}

function visit(program: hbs.AST.Program | undefined, words: Set<string>, part: string): void {
  for (const statement of program?.body ?? []) {
    const line = `${part}, line ${statement.loc?.start.line ?? 1}`;
    if (statement.type === "ContentStatement" || statement.type === "CommentStatement") continue;
    if (statement.type === "MustacheStatement") {
      const mustache = statement as hbs.AST.MustacheStatement;
      if (!mustache.escaped) throw new TemplateError(`${line}: three braces are not allowed.`);
      if (mustache.params.length > 0 || mustache.hash !== undefined)
        throw new TemplateError(`${line}: unknown helper.`);
      take(mustache.path, words, line);
    } else if (statement.type === "BlockStatement") {
      const block = statement as hbs.AST.BlockStatement;
      if (!helpersAllowed.has(block.path.original as string))
        throw new TemplateError(`${line}: unknown block ${block.path.original}.`);
      const [subject] = block.params;
      if (subject === undefined || block.params.length > 1)
        throw new TemplateError(`${line}: a block takes exactly one word.`);
      take(subject, words, line);
      visit(block.program, words, part);
      visit(block.inverse, words, part);
    } else throw new TemplateError(`${line}: ${statement.type} is not allowed in a letter.`);
  }
}

function take(expression: hbs.AST.Expression, words: Set<string>, line: string): void {
  if (expression.type !== "PathExpression") throw new TemplateError(`${line}: only words may stand in braces.`);
  const path = expression as hbs.AST.PathExpression;
  if (path.original === "this") return;
  if (path.parts.length !== 1 || path.data || path.depth > 0)
    throw new TemplateError(`${line}: {{${path.original}}} is not a word.`);
  words.add(path.original);
}
