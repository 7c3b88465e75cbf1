/** OData as Graph speaks it: chosen fields, pages and the opaque links between them. */
import type { Call, Json } from "./door.ts";
import { graphServer, invalid } from "./door.ts";

/** The fields of $select; undefined when all usual ones are meant. */
export function selected(query: URLSearchParams): ReadonlySet<string> | undefined {
  const given = query.get("$select");
  return given === null ? undefined : new Set(given.split(",").map((field) => field.trim()));
}

/** What was asked for, and the id, which always comes. */
export function keepSelected(item: Json, fields: ReadonlySet<string> | undefined): Json {
  if (fields === undefined) return item;
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => name === "id" || name.startsWith("@odata.") || fields.has(name)),
  );
}

/** The id of the property that `$expand=singleValueExtendedProperties($filter=id eq '…')` asks for. */
export function expandedProperties(query: URLSearchParams): readonly string[] {
  const given = query.get("$expand");
  if (given === null) return [];
  const list = /^singleValueExtendedProperties\s*\(\s*\$filter\s*=\s*(.+)\)$/i.exec(given.trim())?.[1];
  const ids = [...(list ?? "").matchAll(/id eq '([^']+)'/gi)].map(([, id]) => id as string);
  if (ids.length === 0) throw invalid("$expand");
  return ids;
}

/** Extended properties of an item as they are shown, without those that were not asked for. */
export const propertiesJson = (properties: Readonly<Record<string, string>>, asked: readonly string[]): Json => {
  const shown = asked.flatMap((id) => {
    const known = Object.entries(properties).find(([name]) => name.toLowerCase() === id.toLowerCase());
    return known === undefined ? [] : [{ id: known[0], value: known[1] }];
  });
  return shown.length === 0 ? {} : { singleValueExtendedProperties: shown };
};

/** Extended properties that a body brings, added to those that were there. */
export function readProperties(body: Json, base: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const given = body.singleValueExtendedProperties;
  if (given === undefined) return base;
  if (!Array.isArray(given)) throw invalid("singleValueExtendedProperties");
  const pairs = given.map((one: Json): [string, string] => {
    if (typeof one.id !== "string" || !propertyId.test(one.id)) throw invalid("the id of an extended property");
    return [one.id, String(one.value ?? "")];
  });
  return { ...base, ...Object.fromEntries(pairs) };
}

/** `String {guid} Name Purpose`, or by number. */
const propertyId =
  /^(String|Integer|Boolean|SystemTime|Double|Binary)(\s*\{[0-9a-f-]{36}\}\s*(Name\s+\S.*|Id\s+0x[0-9a-f]+)|\s+0x[0-9a-f]+)$/i;

/** `$top`, as many as Outlook gives at once. */
export function topOf(query: URLSearchParams, { usual, most }: { usual: number; most: number }): number {
  const given = query.get("$top");
  if (given === null) return usual;
  if (!/^\d+$/.test(given)) throw invalid("$top");
  return Math.max(1, Math.min(most, Number(given)));
}

/** A link that repeats the query with another token. */
export function nextLink({ path, query }: Call, token: Json): string {
  const rest = new URLSearchParams(query);
  rest.set("$skiptoken", tokenOf(token));
  return linkTo(path, rest);
}

/** Delta rounds: nothing but the token stands in the link. */
export const deltaLink = (path: string, kind: "next" | "delta", token: Json): Json => ({
  [kind === "next" ? "@odata.nextLink" : "@odata.deltaLink"]: linkTo(
    path,
    new URLSearchParams([[kind === "next" ? "$skiptoken" : "$deltatoken", tokenOf(token)]]),
  ),
});

function linkTo(path: string, query: URLSearchParams): string {
  // URLSearchParams writes spaces as "+", which Graph would read as a plus.
  const text = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return `${graphServer}${path.replace(/^\/v1\.0/i, "")}?${text}`;
}

const tokenOf = (value: Json): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Undefined when there is none, or "unreadable" when nobody here made it. */
export function tokenIn(query: URLSearchParams): Json | "unreadable" | undefined {
  const token = query.get("$skiptoken") ?? query.get("$deltatoken");
  if (token === null) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(token, "base64url").toString());
    return typeof value === "object" && value !== null ? (value as Json) : "unreadable";
  } catch {
    return "unreadable";
  }
}

export const context = (what: string): Json => ({ "@odata.context": `${graphServer}/$metadata#${what}` });
export const etagOf = (change: number): Json => ({ "@odata.etag": `W/"${changeKeyOf(change)}"` });
export const changeKeyOf = (change: number): string => Buffer.from(`change ${change}`).toString("base64");

/** A page of a list that is short enough to be made whole. */
export function page(call: Call, items: readonly Json[], what: string, size: { usual: number; most: number }): Json {
  const token = tokenIn(call.query);
  if (token === "unreadable") throw invalid("$skiptoken");
  const start = Number(token?.start ?? call.query.get("$skip") ?? 0);
  const end = start + topOf(call.query, size);
  return {
    ...context(what),
    ...(call.query.get("$count") === "true" && { "@odata.count": items.length }),
    value: items.slice(start, end),
    ...(end < items.length && { "@odata.nextLink": nextLink(call, { start: end }) }),
  };
}
