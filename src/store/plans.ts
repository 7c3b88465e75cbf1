/** The quotas of each month that the owner chose, in the owner's zone. */
import type { OwnerId } from "../domain/ids.ts";
import { type Plan, type Quotas, quotas } from "../domain/plan/plan.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

/** Newest month first. */
export async function loadPlans(connection: Connection, owner: OwnerId): Promise<Plan[]> {
  const rows = await connection
    .selectFrom("plan")
    .select(["month", "quotas"])
    .where("owner_id", "=", owner)
    .orderBy("month", "desc")
    .execute();
  return rows.map((row) => ({ month: row.month, quotas: quotas.parse(row.quotas) }));
}

export async function savePlan(
  connection: Connection,
  owner: OwnerId,
  { month, quotas: chosen }: { month: PlainDate; quotas: Quotas },
  at: Instant,
): Promise<void> {
  const set = { quotas: json(chosen), chosen_at: at };
  await connection
    .insertInto("plan")
    .values({ owner_id: owner, month, ...set })
    .onConflict((conflict) => conflict.columns(["owner_id", "month"]).doUpdateSet(set))
    .execute();
}
