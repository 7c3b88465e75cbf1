/**
 * Logs: one JSON line an event on standard output, or one short line for a person at a terminal. They carry ids,
 * counts and reasons; secrets, letters and addresses do not get through, whoever hands them in: values under telling
 * names are hidden, objects that are more than plain data (a database client) are named and not printed.
 */
import { pino } from "pino";

export type LogLevel = "trace" | "debug" | "info" | "warn" | "error" | "silent";
type Say = { (facts: object, words: string): void; (words: string): void };
export type Log = Record<"debug" | "info" | "warn" | "error", Say> & {
  /** The same log with these facts in every line. */
  with(facts: object): Log;
};

export type LogOptions = {
  /** Which process speaks: web, work, serve … */
  name: string;
  level?: LogLevel;
  /** Short lines for a terminal instead of JSON. */
  pretty?: boolean;
  /** Where whole lines go. */
  write?: (line: string) => void;
};

export function openLog({ name, level = "info", pretty = false, write = writeOut }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      // Errors are made presentable below, with everything else.
      serializers: { err: (presented) => presented },
      formatters: {
        level: (label) => ({ level: label }),
        log: (facts) => presentable(facts, 0) as Record<string, unknown>,
      },
    },
    { write: pretty ? (line: string) => write(prettyLine(line)) : write },
  );
  return withChildren(logger);
}

const withChildren = (logger: pino.Logger): Log => ({
  debug: logger.debug.bind(logger),
  info: logger.info.bind(logger),
  warn: logger.warn.bind(logger),
  error: logger.error.bind(logger),
  with: (facts) => withChildren(logger.child(presentable(facts, 0) as object)),
});

const writeOut = (line: string) => void process.stdout.write(line);

const telling =
  /passw|passphrase|secret|token|authori[sz]ation|cookie|credential|masterkey|^key$|^body$|^html$|^text$|^subject$|snippet|address$|^e?mail$|^to$|^from$/i;
const secretInUrl = /(\w+:\/\/[^\s:/@]*:)[^\s@/]+@/g;
const mailAddress = /[^\s<>"'(),;:=]+@[^\s<>"'(),;:=]+\.[^\s<>"'(),;:=]+/g;
const depthMax = 4;
const textCharactersMax = 2_000;

function presentable(value: unknown, depth: number): unknown {
  if (typeof value === "string") return presentableText(value);
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "function" || typeof value === "symbol") return `[${typeof value}]`;
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (depth >= depthMax) return "[deeper]";
  if (value instanceof Error) return errorFacts(value, depth);
  if (Array.isArray(value)) return value.map((item) => presentable(item, depth + 1));
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return `[${prototype.constructor?.name ?? "object"}]`;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, telling.test(key) ? "[hidden]" : presentable(inner, depth + 1)]),
  );
}

/** Never the whole error: the database's carry the row that was refused, the network's the request. */
function errorFacts(error: Error, depth: number): object {
  const { name, message, stack, cause } = error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    type: name,
    message: presentableText(message),
    ...(code !== undefined && { code }),
    ...(stack !== undefined && { stack: presentableText(stack) }),
    ...(cause !== undefined && { cause: presentable(cause, depth + 1) }),
  };
}

const presentableText = (text: string) =>
  text.slice(0, textCharactersMax).replace(secretInUrl, "$1…@").replace(mailAddress, "[address]");

const colours: Record<string, string> = { debug: "\x1b[2m", info: "\x1b[36m", warn: "\x1b[33m", error: "\x1b[31m" };

/** `12:03:04 work  warn  a job failed job=discover attempts=2` */
function prettyLine(line: string): string {
  const { time, name, level, msg, err, ...facts } = JSON.parse(line) as Record<string, string> & {
    err?: { message: string; stack?: string };
  };
  const pairs = Object.entries(facts).map(
    ([key, value]) => ` ${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  const trouble = err === undefined ? "" : `\n         ${level === "error" ? (err.stack ?? err.message) : err.message}`;
  const colour = colours[level ?? ""] ?? "";
  return `${time?.slice(11, 19)} ${name?.padEnd(5)} ${colour}${level?.padEnd(5)}\x1b[0m ${msg ?? ""}\x1b[2m${pairs.join("")}\x1b[0m${trouble}\n`;
}
