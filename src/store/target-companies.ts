/** Companies that the owner wants to get into (R6). */
import type { TargetCompany } from "../domain/contact/target-company.ts";
import type { CompanyId, OwnerId } from "../domain/ids.ts";
import type { Connection } from "./database.ts";

/** By name. */
export async function loadTargetCompanies(connection: Connection, owner: OwnerId): Promise<TargetCompany[]> {
  const rows = await connection
    .selectFrom("target_company")
    .selectAll()
    .where("owner_id", "=", owner)
    .orderBy("name")
    .execute();
  return rows.map((row) => ({
    companyId: row.company_id,
    name: row.name,
    domains: row.domains,
    notedOn: row.noted_on,
    ...(row.missing_role !== null && { missingRole: row.missing_role }),
  }));
}

/** A company of that name that is listed already is written over, and keeps its day. */
export async function saveTargetCompany(connection: Connection, owner: OwnerId, company: TargetCompany): Promise<void> {
  const told = { domains: [...company.domains], missing_role: company.missingRole ?? null };
  await connection
    .insertInto("target_company")
    .values({ owner_id: owner, company_id: company.companyId, name: company.name, noted_on: company.notedOn, ...told })
    .onConflict((conflict) => conflict.columns(["owner_id", "name"]).doUpdateSet(told))
    .execute();
}

/** False when there is no such company. */
export async function removeTargetCompany(connection: Connection, owner: OwnerId, id: CompanyId): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("target_company")
    .where("owner_id", "=", owner)
    .where("company_id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
