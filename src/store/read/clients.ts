/** How the registrations entered on pages stand, without opening what is sealed of them. */
import type { Connection } from "../database.ts";
import type { OauthClientTable } from "../tables.ts";

export type ClientSeen = {
  provider: OauthClientTable["provider"];
  isTesting: boolean;
  /** Which setting the last sign-in failed by, and why. */
  wrongSetting: string | undefined;
  because: string | undefined;
};

export async function readClients(connection: Connection): Promise<ClientSeen[]> {
  const rows = await connection
    .selectFrom("oauth_client")
    .select(["provider", "is_testing", "wrong_setting", "because"])
    .orderBy("provider")
    .execute();
  return rows.map(({ provider, is_testing, wrong_setting, because }) => ({
    provider,
    isTesting: is_testing,
    wrongSetting: wrong_setting ?? undefined,
    because: because ?? undefined,
  }));
}
