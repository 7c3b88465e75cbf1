/** What several owners of one installation are to each other: roles, and the names by which they sign in. */
import type { OwnerId } from "../domain/ids.ts";
import type { SignInName } from "../domain/sign-in-name.ts";
import type { Connection } from "./database.ts";
import type { OwnerRole } from "./tables.ts";

/** Asked without an owner: the name is what tells whose it is. */
export async function ownerByName(connection: Connection, name: SignInName): Promise<OwnerId | undefined> {
  const row = await connection
    .selectFrom("owner")
    .select("owner_id")
    .where("sign_in_name", "=", name)
    .executeTakeFirst();
  return row?.owner_id;
}

/** How many owners sign in by a name of their own. */
export async function countNamed(connection: Connection): Promise<number> {
  const { count } = await connection
    .selectFrom("owner")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("sign_in_name", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Without those who are being erased: they look after nothing any more. */
export async function operators(connection: Connection): Promise<OwnerId[]> {
  const rows = await connection
    .selectFrom("owner")
    .select("owner_id")
    .where("role", "=", "operator")
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("erasure").whereRef("erasure.owner_id", "=", "owner.owner_id"))),
    )
    .orderBy("owner_id")
    .execute();
  return rows.map(({ owner_id }) => owner_id);
}

export async function setSignInName(connection: Connection, owner: OwnerId, name: SignInName): Promise<void> {
  await connection.updateTable("owner").set({ sign_in_name: name }).where("owner_id", "=", owner).execute();
}

export async function setRole(connection: Connection, owner: OwnerId, role: OwnerRole): Promise<void> {
  await connection.updateTable("owner").set({ role }).where("owner_id", "=", owner).execute();
}
