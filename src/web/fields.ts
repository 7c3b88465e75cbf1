/** The text fields of a form, as they were typed. */
import { z } from "zod";
import type { Ask } from "./context.ts";

export type Fields = Readonly<Record<string, string>>;

/** Files are left out, and of repeated fields all but the last; what cannot be read has none. */
export async function fieldsOf(ask: Ask): Promise<Fields> {
  return Object.fromEntries(
    Object.entries((await formOf(ask)) ?? {}).filter(
      (field): field is [string, string] => typeof field[1] === "string",
    ),
  );
}

/** With its files; undefined when it breaks off or its parts cannot be told apart. `all` gives repeated fields as lists. */
export async function formOf(ask: Ask, { all = false } = {}) {
  try {
    return await ask.req.parseBody({ all });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** An empty field is none; what is no number stays wrong and is refused with the others. */
export const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || text.trim() === "" ? undefined : Number(text.replace(",", "."));

/** What becomes a header of a mail, or part of one. */
export const oneLine = (charactersMax: number) =>
  z
    .string()
    .trim()
    .regex(/^[^\r\n]+$/)
    .max(charactersMax);

export const textOf = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);
