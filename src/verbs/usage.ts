/** What verbs share: reading their arguments, saying how they are used, printing for people or for machines. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { localDays } from "../domain/local-days.ts";
import { type Instant, parseDay, parseInstant, type Zone } from "../domain/time.ts";

export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options and the rest. Undefined when the usage was asked for (and printed). */
export function readArgs<Wanted extends Options>(args: string[], usage: string, options: Wanted) {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(usage);
    return undefined;
  }
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

const ownersOption = { owner: { type: "string" } } as const;

/** The same for a verb about an owner's things, which takes `--owner NAME` too. */
export const readOwnersArgs = <Wanted extends Options>(args: string[], usage: string, options: Wanted) =>
  readArgs<Wanted & typeof ownersOption>(args, `${usage}\n\n${ownersUsage}`, { ...options, ...ownersOption });

const ownersUsage =
  "  --owner NAME   whose things, where several are at home: the name they sign in with; else RAPPORT_OWNER";

/** One of a closed list of words. */
export function oneOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new UsageError(`${option} ${text}: one of ${words.join(", ")}.`);
  return found;
}

/** A whole number within bounds, or what stands when it was not given. */
export function wholeNumber(option: string, text: string | undefined, usual: number, [least, most]: [number, number]) {
  if (text === undefined) return usual;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`${option} ${text}: a whole number, ${least} to ${most}.`);
  return number;
}

/** One JSON value on one line: what `--json` prints. A field without a value is null, so that names are always the same. */
export const printJson = (value: unknown): void =>
  void process.stdout.write(`${JSON.stringify(value, (_, one: unknown) => (one === undefined ? null : one))}\n`);

/** `--as-of 2026-11-22` is the end of that day in the owner's zone, so that the day's own mail counts; an instant is itself. */
export function readAsOf(text: string | undefined, zone: Zone): Instant | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  const at = day !== undefined ? localDays(zone).endOf(day) : parseInstant(text);
  if (at === undefined)
    throw new UsageError(`--as-of ${text}: not a day such as 2026-11-22, nor an instant such as 2026-11-22T10:00:00Z`);
  return at;
}

/** Columns for a terminal: each as wide as its widest cell, the last one free. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(48, Math.max(...rows.map((row) => row[column]?.length ?? 0))),
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!)))
        .join("  ")
        .trimEnd(),
    );
}
