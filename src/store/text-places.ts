/** Where the text of a message can be read: at its provider while the account is open, else in the files of an import. */
import { sql } from "kysely";
import type { AccountId, OwnerId } from "../domain/ids.ts";

export type TextPlace =
  | { at: "account"; accountId: AccountId; ref: string }
  | { at: "file"; path: string; ref: string };

/** The columns of a place, as `textPlace` gives them. */
export type PlaceRow = { place_account: AccountId | null; place_path: string | null; place_ref: string | null };

/** For queries over `message`, known by that name: `left join ${textPlace(owner)} on true`, then the columns of `PlaceRow`. */
export const textPlace = (owner: OwnerId) => sql`lateral (
  select * from (
    select 1 as nth, account.account_id as place_account, null as place_path, one.ref as place_ref
    from message_place one join account using (owner_id, account_id)
    where one.owner_id = ${owner} and one.message_id = message.message_id and account.state = 'open'
    union all
    (select 2, null, import.path, one.ref from message_source one join import using (owner_id, import_id)
    where one.owner_id = ${owner} and one.account_id = message.account_id and one.message_id = message.message_id
    order by one.import_id desc limit 1)
  ) as known order by nth, place_account limit 1) as place`;

export function placeOf({ place_account, place_path, place_ref }: PlaceRow): TextPlace | undefined {
  if (place_ref === null) return undefined;
  if (place_account !== null) return { at: "account", accountId: place_account, ref: place_ref };
  return place_path === null ? undefined : { at: "file", path: place_path, ref: place_ref };
}
