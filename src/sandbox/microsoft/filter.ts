/**
 * The part of OData's $filter that programs use on mail, events and contacts: comparisons, `startswith` and `contains`, `and`,
 * `or`, `not`, brackets, and `any` over extended properties. What it does not know is refused, as Graph does.
 */
import { invalid } from "./door.ts";

/** The value at a path as "from/emailAddress/address" of whatever is looked at; lists for `any`. */
export type Lookup = (path: string) => unknown;
export type Filter = (look: Lookup) => boolean;

type Token = { kind: "word" | "text" | "sign"; text: string };

export function parseFilter(source: string): Filter {
  const tokens = tokensOf(source);
  let at = 0;
  const peek = (ahead = 0) => tokens[at + ahead];
  const isWord = (text: string, token = peek()) => token?.kind === "word" && token.text.toLowerCase() === text;
  function take(text?: string): Token {
    const token = tokens[at];
    if (token === undefined || (text !== undefined && token.text.toLowerCase() !== text)) throw refused(source);
    at += 1;
    return token;
  }

  function either(): Filter {
    const first = both();
    if (!isWord("or")) return first;
    take();
    const rest = either();
    return (look) => first(look) || rest(look);
  }

  function both(): Filter {
    const first = single();
    if (!isWord("and")) return first;
    take();
    const rest = both();
    return (look) => first(look) && rest(look);
  }

  function single(): Filter {
    if (isWord("not")) {
      take();
      const inner = single();
      return (look) => !inner(look);
    }
    if (peek()?.text === "(") {
      take();
      const inner = either();
      take(")");
      return inner;
    }
    if (peek(1)?.text === "(") return called(take().text);
    return compared();
  }

  function called(name: string): Filter {
    take("(");
    if (/\/any$/i.test(name)) return any(name.slice(0, -"/any".length));
    const path = take().text;
    take(",");
    const wanted = String(literal(take())).toLowerCase();
    take(")");
    const test = functions[name.toLowerCase()];
    if (test === undefined) throw refused(source);
    return (look) => test(String(look(path) ?? "").toLowerCase(), wanted);
  }

  /** `any(ep: ep/id eq '…' and ep/value eq '…')` */
  function any(list: string): Filter {
    const name = take().text;
    take(":");
    const inner = either();
    take(")");
    return (look) => {
      const items = look(list);
      if (!Array.isArray(items)) return false;
      return items.some((item) => inner((path) => reach(item, path.slice(name.length + 1))));
    };
  }

  function compared(): Filter {
    const path = take();
    const operator = comparisons[take().text.toLowerCase()];
    const wanted = literal(take());
    if (path.kind !== "word" || operator === undefined) throw refused(source);
    return (look) => operator(order(look(path.text), wanted));
  }

  const filter = either();
  if (at < tokens.length) throw refused(source);
  return filter;
}

/** The value at a path inside plain data. */
export const reach = (from: unknown, path: string): unknown =>
  path
    .split("/")
    .reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined,
      from,
    );

/** The first instant that a filter made of `and`s allows for a field, when it names one: lists end there. */
export function leastOf(source: string | undefined, field: string): string | undefined {
  if (source === undefined || /\bor\b|\bnot\b/i.test(source)) return undefined;
  return new RegExp(`\\b${field} g[et] ([0-9][0-9TZ:.+-]+)`, "i").exec(source)?.[1];
}

const refused = (source: string) => invalid(`filter clause '${source.slice(0, 200)}'`);

const functions: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  startswith: (value, wanted) => value.startsWith(wanted),
  endswith: (value, wanted) => value.endsWith(wanted),
  contains: (value, wanted) => value.includes(wanted),
};

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

/** Below, at or above zero; NaN when the two have no order, so that nothing holds but `ne`. */
function order(value: unknown, wanted: unknown): number {
  if (typeof wanted === "boolean" || wanted === null)
    return value === wanted || (value === undefined && wanted === null) ? 0 : Number.NaN;
  if (typeof value === "number" && typeof wanted === "number") return value - wanted;
  if (typeof value !== "string") return Number.NaN;
  const [one, other] = [comparable(value), comparable(String(wanted))];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Times of any precision compare as times; other text without letter case. */
const comparable = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text) ? new Date(text).toISOString() : text.toLowerCase();

function literal({ kind, text }: Token): string | number | boolean | null {
  if (kind === "text") return text;
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function tokensOf(source: string): Token[] {
  const pattern = /\s*(?:'((?:[^']|'')*)'|([A-Za-z0-9_@$./+-]+(?::\d[\d:.]*(?:Z|[+-]\d{2}:\d{2})?)?)|([(),:]))/gy;
  const tokens: Token[] = [];
  while (pattern.lastIndex < source.trimEnd().length) {
    const found = pattern.exec(source);
    if (found === null) throw refused(source);
    const [, text, word, sign] = found;
    if (text !== undefined) tokens.push({ kind: "text", text: text.replaceAll("''", "'") });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else tokens.push({ kind: "sign", text: sign as string });
  }
  return tokens;
}
