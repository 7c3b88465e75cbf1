/**
 * The pool and the typed query builder over it. Every connection speaks UTC and ISO dates, has time-outs, and hands
 * values back in our text forms: pg's own parsers would turn a day into another one west of UTC.
 */
import { Kysely as Builder, type Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from "kysely";
import pg from "pg";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;
export type InTransaction = Transaction<Tables>;
/** Either: store functions work inside and outside of a transaction. */
export type Connection = Database | InTransaction;

export type DatabaseAddress =
  | { kind: "url"; url: string }
  | { kind: "socket"; host: string; port: number; user: string; password: string; database: string };

export const statementTimeoutMs = 60_000;
const lockTimeoutMs = 20_000;
const idleInTransactionTimeoutMs = 60_000;

const oid = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 };

const parsers = new Map<number, (text: string) => unknown>([
  [oid.int8, Number],
  [oid.numeric, Number],
  [oid.date, (text) => text],
  [oid.timestamptz, instantText],
]);

/** PostgreSQL's `2026-11-16 13:00:00.5+00` to our fixed-width `2026-11-16T13:00:00.500Z`. */
function instantText(text: string): string {
  const [, day, time, fraction = ""] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text) ?? [];
  if (day === undefined) throw new Error(`a timestamp that is not UTC came out of the database: ${text}`);
  return `${day}T${time}.${fraction.padEnd(3, "0")}Z`;
}

export function openPool(
  address: DatabaseAddress,
  options: { max: number; name: string; onError(error: Error): void; idleMilliseconds?: number },
): pg.Pool {
  const pool = new pg.Pool({
    ...(address.kind === "url" ? { connectionString: address.url } : socketConfig(address)),
    max: options.max,
    application_name: options.name,
    idleTimeoutMillis: options.idleMilliseconds ?? 30_000,
    connectionTimeoutMillis: 15_000,
    options: [
      "-c timezone=UTC",
      "-c datestyle=ISO",
      "-c intervalstyle=iso_8601",
      `-c statement_timeout=${statementTimeoutMs}`,
      `-c lock_timeout=${lockTimeoutMs}`,
      `-c idle_in_transaction_session_timeout=${idleInTransactionTimeoutMs}`,
    ].join(" "),
    types: {
      getTypeParser: (id: number, format?: "text" | "binary") =>
        parsers.get(id) ?? pg.types.getTypeParser(id, format as "text"),
    },
  });
  // Without a listener an idle client that loses its server would end the process.
  pool.on("error", options.onError);
  // The pool listens only to idle clients. One that is lent out, or just being closed, fails its next query anyway.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

const socketConfig = ({ host, port, user, password, database }: Extract<DatabaseAddress, { kind: "socket" }>) => ({
  host,
  port,
  user,
  password,
  database,
});

export const openDatabase = (pool: pg.Pool): Database =>
  new Builder<Tables>({ dialect: new PostgresDialect({ pool }) });

/** A value for a jsonb column. NUL, which jsonb cannot hold, is taken out. */
export const json = (value: unknown): string => JSON.stringify(value).replaceAll("\\u0000", "");

/** A row that is one of many, as one parameter: a list of thousands of them costs more to be read than to be answered. */
export const isAnyOf = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`;

/** Rows as one JSON parameter, for bulk statements over `json_to_recordset`. */
export const rowsParameter = (rows: readonly object[]): RawBuilder<unknown> => sql`${json(rows)}::json`;
