import pg from "pg";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { DatabaseAddress } from "../../src/store/database.ts";
import { PreparedClient } from "../../src/store/prepared-client.ts";
import { testDatabase } from "../support/postgres.ts";

let address: DatabaseAddress;
beforeAll(async () => {
  ({ address } = await testDatabase());
});

const open = () => {
  const at = address.kind === "url" ? { connectionString: address.url } : address;
  const pool = new pg.Pool({ ...at, Client: PreparedClient, max: 1 });
  onTestFinished(() => pool.end());
  return pool;
};

test("a statement with values is planned once a connection, and answers as before", async () => {
  const pool = open();
  for (const number of [1, 2, 3]) {
    expect((await pool.query("select $1::int + 1 as next", [number])).rows).toEqual([{ next: number + 1 }]);
  }
  const { rows } = await pool.query("select statement from pg_prepared_statements where statement like '%as next'");
  expect(rows).toEqual([{ statement: "select $1::int + 1 as next" }]);
});

test("what has no values, or a form of its own, passes through as it is", async () => {
  const pool = open();
  expect((await pool.query("select 1 as one; select 2 as two")) as unknown).toHaveLength(2);
  expect((await pool.query({ text: "select $1::int as n", values: [5], rowMode: "array" })).rows).toEqual([[5]]);
});

test("a statement that fails is an error of that call alone", async () => {
  const pool = open();
  for (const divisor of [0, 0, 2]) {
    const asked = pool.query("select 4 / $1::int as part", [divisor]);
    if (divisor === 0) await expect(asked).rejects.toThrow("division by zero");
    else expect((await asked).rows).toEqual([{ part: 2 }]);
  }
});
