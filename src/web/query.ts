/** What addresses carry: an id in the path, a page, a search. What is not understood is taken as the first page and no search. */
import { z } from "zod";
import type { Seek } from "../store/read/seek.ts";
import type { Ask } from "./context.ts";

const pagesMax = 10_000;
const searchCharsMax = 100;

const page = z.coerce.number().int().min(1).max(pagesMax).catch(1);
const uuid = z.uuid();

export const pageIn = (ask: Ask): number => page.parse(ask.req.query("page"));

export const searchIn = (ask: Ask): string => (ask.req.query("q") ?? "").slice(0, searchCharsMax).trim();

/** `?after=ID`, `?before=ID` or `?at=end`: where a page of a list lies that is read by key; else its start. */
export function seekIn<Id extends string>(ask: Ask): Seek<Id> {
  for (const to of ["after", "before"] as const) {
    const id = idOf<Id>(ask.req.query(to));
    if (id !== undefined) return { to, id };
  }
  return { to: ask.req.query("at") === "end" ? "end" : "start" };
}

/** The id in the path under a name, or undefined when it is none: it would not be found anyway. */
export const idIn = <Id extends string>(ask: Ask, name = "id"): Id | undefined => idOf<Id>(ask.req.param(name));

/** The id in a field of a form, likewise. */
export const idOf = <Id extends string>(text: string | undefined): Id | undefined => {
  const read = uuid.safeParse(text);
  return read.success ? (read.data as unknown as Id) : undefined;
};

/** One of a closed list, else the first of it. */
export function oneOf<Name extends string>(names: readonly [Name, ...Name[]], wanted: string | undefined): Name {
  return names.find((name) => name === wanted) ?? names[0];
}
