/**
 * Reads a TypeScript file just far enough to tell code from comments, texts and regular expressions. It knows no
 * grammar; whatever it says has the position where it stands, for clear messages.
 */

export type Scanned = {
  /** What the file imports, also for types only and by `import()` or `require()`. */
  imports: readonly { from: string; line: number }[];
  /** The code alone: comments, texts and regular expressions are blanks, line breaks stay. */
  code: string;
  /** The contents of texts and templates, in order; a template's `${…}` is code and left out. */
  texts: readonly { text: string; line: number }[];
};

export function scanSource(source: string): Scanned {
  const blanked = source.split("");
  const texts: { text: string; line: number; at: number }[] = [];
  const blank = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) if (blanked[at] !== "\n") blanked[at] = " ";
  };
  const lineOf = lineCounter(source);
  /** For every template that is open: how many braces of its `${…}` are. */
  const templates: number[] = [];
  let lastToken = "";

  const readText = (from: number, to: number) => {
    blank(from, to);
    texts.push({ text: source.slice(from, to), line: lineOf(from), at: from });
  };
  /** From inside a template to its end or to the next `${`; returns where the code goes on. */
  const readTemplate = (from: number): number => {
    const end = endOf(source, from, (at) => source[at] === "`" || source.startsWith("${", at));
    readText(from, end);
    if (source[end] === "$") {
      templates.push(0);
      blank(end, end + 2);
      return end + 2;
    }
    lastToken = "`";
    return end + 1;
  };

  for (let at = 0; at < source.length; ) {
    const here = source[at]!;
    if (here === "/" && source[at + 1] === "/") {
      const end = positionOr(source.indexOf("\n", at), source.length);
      blank(at, end);
      at = end;
    } else if (here === "/" && source[at + 1] === "*") {
      const end = positionOr(source.indexOf("*/", at + 2), source.length - 2) + 2;
      blank(at, end);
      at = end;
    } else if (here === '"' || here === "'") {
      const end = endOf(source, at + 1, (inside) => source[inside] === here || source[inside] === "\n");
      readText(at + 1, end);
      lastToken = here;
      at = end + 1;
    } else if (here === "`") {
      at = readTemplate(at + 1);
    } else if (here === "/" && startsExpression(lastToken)) {
      const end = endOfRegex(source, at + 1);
      blank(at + 1, end);
      lastToken = ")";
      at = end + 1;
    } else if (here === "}" && templates.at(-1) === 0) {
      templates.pop();
      blank(at, at + 1);
      at = readTemplate(at + 1);
    } else if (/[\w$]/.test(here)) {
      const word = /[\w$]+/y;
      word.lastIndex = at;
      lastToken = word.exec(source)![0];
      at += lastToken.length;
    } else {
      if (templates.length > 0 && here === "{") templates[templates.length - 1]! += 1;
      if (templates.length > 0 && here === "}") templates[templates.length - 1]! -= 1;
      if (/\S/.test(here)) lastToken = here;
      at += 1;
    }
  }

  const code = blanked.join("");
  const imports = texts
    .filter(({ at }) =>
      /\b(?:from|import|import\s*\(|require\s*\(|resolve\s*\()\s*["'`]$/.test(code.slice(Math.max(0, at - 40), at)),
    )
    .map(({ text, line }) => ({ from: text, line }));
  return { imports, code, texts: texts.map(({ text, line }) => ({ text, line })) };
}

/** Line numbers from 1, for positions that are asked for in any order. */
export function lineCounter(source: string): (at: number) => number {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return (at) => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** A slash after these begins a regular expression; after a value it divides. */
const startsExpression = (lastToken: string) =>
  lastToken === "" ||
  /^[([{},;:=!&|?+\-*%<>~^]$/.test(lastToken) ||
  /^(?:return|typeof|case|in|of|delete|void|throw|new|else|do|await|yield)$/.test(lastToken);

function endOf(source: string, from: number, isEnd: (at: number) => boolean): number {
  let at = from;
  while (at < source.length && !isEnd(at)) at += source[at] === "\\" ? 2 : 1;
  return Math.min(at, source.length);
}

function endOfRegex(source: string, from: number): number {
  let isInClass = false;
  return endOf(source, from, (at) => {
    if (source[at] === "[") isInClass = true;
    if (source[at] === "]") isInClass = false;
    return source[at] === "\n" || (source[at] === "/" && !isInClass);
  });
}

const positionOr = (found: number, otherwise: number) => (found < 0 ? otherwise : found);
