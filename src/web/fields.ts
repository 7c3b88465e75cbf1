/** The text fields of a form, as they were typed. */
import type { Ask } from "./context.ts";

export type Fields = Readonly<Record<string, string>>;

/** Files and repeated fields are left out. */
export async function fieldsOf(ask: Ask): Promise<Fields> {
  const body = await ask.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((field): field is [string, string] => typeof field[1] === "string"),
  );
}

/** An empty field is none; what is no number stays wrong and is refused with the others. */
export const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || text.trim() === "" ? undefined : Number(text.replace(",", "."));

export const textOf = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);
