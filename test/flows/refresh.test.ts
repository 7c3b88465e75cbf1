/** What a refresh costs: the same is not asked for twice, and what stands already is not written again. */
import type { KyselyPlugin } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { refresh } from "../../src/flows/refresh.ts";
import { type Office, office } from "../support/office.ts";

/** Of Olivia's export as long as nothing changed; each statement costs a way to the database and back. */
const statementsMax = 135;

/** Everything derived of which a refresh finds all of it again. */
const derivedTables = ["sender", "identity", "contact_field", "contact", "interaction", "draft", "follow_up"] as const;

describe("a refresh when nothing changed", () => {
  let made: Office;
  beforeAll(async () => {
    made = await office();
    await refresh(made.world, made.owner);
  });

  test(`asks at most ${statementsMax} times`, async () => {
    const { world, owner } = made;
    let asked = 0;
    const counting: KyselyPlugin = {
      transformQuery({ node }) {
        asked += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const { due } = await refresh({ ...world, database: world.database.withPlugin(counting) }, owner);
    expect(due).toBeGreaterThan(0);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(statementsMax);
  });

  test("writes nothing of what stands already", async () => {
    const { world, owner, database } = made;
    // A row that is written anew lies in another place.
    const placesIn = async (table: string) =>
      (await database.pool.query(`select ctid::text as place from ${table} where owner_id = $1 order by 1`, [owner]))
        .rows;
    const places = async () => {
      const found: Record<string, unknown[]> = {};
      for (const table of derivedTables) found[table] = await placesIn(table);
      return found;
    };
    const before = await places();
    await refresh(world, owner);
    expect(await places()).toEqual(before);
    for (const table of derivedTables) expect(before[table], table).not.toEqual([]);
  });
});
