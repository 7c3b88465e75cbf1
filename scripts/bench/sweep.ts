/**
 * Finding who is due among a million contacts: 1,000 owners with 1,000 people each, one in a thousand due. Prints how the
 * database reaches the due ones, how many rows it touches for an owner, and how long that takes beside reading them all.
 */
import { sql } from "kysely";
import type { OwnerId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { Database } from "../../src/store/database.ts";
import { dueFollowUps } from "../../src/store/follow-ups.ts";
import { withInstallation } from "./bench-installation.ts";

const owners = 1_000;
const peopleEach = 1_000;
const now = "2026-11-22T09:00:00.000Z" as Instant;
const rounds = 200;

const ownerNumbered = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}` as OwnerId;

export async function benchSweep() {
  return withInstallation(async ({ world: { database } }) => {
    await fill(database);
    const plan = await nodesOf(database, ownerNumbered(7));
    let due = 0;
    const began = performance.now();
    for (let round = 0; round < rounds; round += 1)
      due += (await dueFollowUps(database, ownerNumbered(round), now)).length;
    const sweepMs = (performance.now() - began) / rounds;
    const scanBegan = performance.now();
    await sql`select count(*) from follow_up where changed_at <> ${now}`.execute(database);
    const scanMs = performance.now() - scanBegan;
    return [
      {
        case: `sweep: due among ${owners * peopleEach} contacts`,
        nodes: plan.nodes,
        rowsTouched: plan.rowsTouched,
        duePerOwner: due / rounds,
        sweepMs: Number(sweepMs.toFixed(3)),
        timesFasterThanReadingAll: Math.round(scanMs / sweepMs),
      },
    ];
  });
}

async function fill(database: Database): Promise<void> {
  const id = (prefix: string, number: ReturnType<typeof sql>) =>
    sql`(${sql.lit(prefix)} || lpad(to_hex(${number}), 12, '0'))::uuid`;
  const owner = id("00000000-0000-7000-8000-", sql`o`);
  const contact = id("00000000-0000-7000-9000-", sql`o * ${sql.lit(peopleEach)} + c`);
  const followUp = id("00000000-0000-7000-a000-", sql`o * ${sql.lit(peopleEach)} + c`);
  await sql`insert into owner (owner_id, locale, created_at)
    select ${owner}, 'en', ${now}::timestamptz from generate_series(0, ${owners - 1}::int) o`.execute(database);
  await sql`insert into contact (owner_id, contact_id, name, locale, status, purpose, verification, class, because, created_at,
      changed_at, search)
    select ${owner}, ${contact}, 'Person ' || c, 'en', 'active', 'business', 1, 'candidate', '[]', ${now}::timestamptz,
      ${now}::timestamptz, 'person ' || c
    from generate_series(0, ${owners - 1}::int) o, generate_series(0, ${peopleEach - 1}::int) c`.execute(database);
  await sql`insert into follow_up (owner_id, follow_up_id, contact_id, kind, state, due_at, because, changed_at)
    select ${owner}, ${followUp}, ${contact}, 'check_in', case when c = 0 then 'due' else 'planned' end,
      ${now}::timestamptz + (c - 1) * interval '1 hour', '[]', ${now}::timestamptz
    from generate_series(0, ${owners - 1}::int) o, generate_series(0, ${peopleEach - 1}::int) c`.execute(database);
  await sql`analyze`.execute(database);
}

type Node = {
  "Node Type": string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Node[];
};

/** The nodes of the plan for one owner's due ones, and the rows that they gave. */
async function nodesOf(database: Database, owner: OwnerId) {
  const { rows } = await sql<{ "QUERY PLAN": [{ Plan: Node }] }>`
    explain (analyze, format json) select follow_up_id from follow_up
    where owner_id = ${owner} and state = 'due' and due_at <= ${now} order by due_at, follow_up_id`.execute(database);
  const nodes: string[] = [];
  let rowsTouched = 0;
  const walk = (node: Node): void => {
    nodes.push([node["Node Type"], node["Index Name"]].filter(Boolean).join(" on "));
    rowsTouched += node["Actual Rows"] * node["Actual Loops"];
    for (const inner of node.Plans ?? []) walk(inner);
  };
  walk(rows[0]!["QUERY PLAN"][0].Plan);
  return { nodes, rowsTouched };
}
