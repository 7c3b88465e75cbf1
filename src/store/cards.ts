/** Cards of address books and people lists, as scanned. */
import { sql } from "kysely";
import type { Card } from "../domain/contact/card.ts";
import type { AccountId, CardId, ImportId, OwnerId } from "../domain/ids.ts";
import { type Connection, rowsParameter } from "./database.ts";

export type NewCard = {
  id: CardId;
  card: Card;
  /** As Rapport wrote it: evidence of nothing. */
  isOurs?: boolean;
};

/** Stores a batch; says how many were new, and which row stands for each card, in their order. A card that changed since replaces its older reading. */
export async function saveCards(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  cards: readonly NewCard[],
): Promise<{ added: number; saved: CardId[] }> {
  if (cards.length === 0) return { added: 0, saved: [] };
  // Sorted, so that two imports of the same cards at once wait for each other in one order.
  const batch = [...new Map(cards.map((one) => [JSON.stringify([one.card.origin, one.card.key]), one]))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, one]) => one);
  const rows = batch.map(({ id, card, isOurs = false }) => ({
    id,
    is_ours: isOurs,
    origin: card.origin,
    key: card.key,
    name: card.name ?? null,
    body: card,
  }));
  const saved = await sql<{ card_id: CardId; origin: string; key: string; added: boolean }>`
    insert into card (owner_id, account_id, card_id, origin, key, name, body, is_ours)
    select ${owner}, ${account}, id, origin, key, name, body, is_ours
    from json_to_recordset(${rowsParameter(rows)}) as row (id uuid, origin text, key text, name text, body jsonb, is_ours boolean)
    on conflict (owner_id, account_id, origin, key) do update set name = excluded.name, body = excluded.body, is_ours = excluded.is_ours
    returning card_id, origin, key, (xmax = 0) as added
  `.execute(connection);
  const idOf = new Map(saved.rows.map((row) => [JSON.stringify([row.origin, row.key]), row.card_id]));
  const addresses = batch.flatMap(({ card }) =>
    card.addresses.map((address) => ({ id: idOf.get(JSON.stringify([card.origin, card.key])), address })),
  );
  await sql`delete from card_address where owner_id = ${owner} and account_id = ${account}
    and card_id = any(${[...idOf.values()]}::uuid[])`.execute(connection);
  if (addresses.length > 0) {
    await sql`
      insert into card_address (owner_id, account_id, card_id, address)
      select ${owner}, ${account}, id, address from json_to_recordset(${rowsParameter(addresses)}) as row (id uuid, address text)
      on conflict do nothing
    `.execute(connection);
  }
  return {
    added: saved.rows.filter(({ added }) => added).length,
    saved: cards.map(({ card }) => idOf.get(JSON.stringify([card.origin, card.key]))!),
  };
}

/** Of cards as they are told, those that Rapport wrote and nobody changed since they were first told. */
export async function ownCards(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  told: readonly { ref: string; card: Card }[],
): Promise<Set<string>> {
  if (told.length === 0) return new Set();
  const rows = told.map(({ ref, card }) => ({ ref, body: card }));
  const { rows: own } = await sql<{ ref: string }>`
    select told.ref from json_to_recordset(${rowsParameter(rows)}) as told (ref text, body jsonb)
      join written on written.owner_id = ${owner} and written.account_id = ${account} and written.kind = 'card'
        and written.ref = told.ref and written.about is null
      left join card_place place on place.owner_id = ${owner} and place.account_id = ${account} and place.ref = told.ref
      left join card on card.owner_id = ${owner} and card.account_id = ${account} and card.card_id = place.card_id
    where card.card_id is null or (card.is_ours and card.body = told.body)
  `.execute(connection);
  return new Set(own.map(({ ref }) => ref));
}

/** Written anew by Rapport: as it is told next, it is as Rapport wrote it. One that its owner changed stays theirs. */
export async function forgetOwnCard(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  ref: string,
): Promise<void> {
  await sql`
    delete from card using card_place place where card.owner_id = ${owner} and card.account_id = ${account} and card.is_ours
      and place.owner_id = card.owner_id and place.account_id = card.account_id and place.card_id = card.card_id and place.ref = ${ref}
  `.execute(connection);
}

/** Which import brought which card. */
export async function saveCardSources(
  connection: Connection,
  owner: OwnerId,
  account: AccountId,
  source: ImportId,
  saved: readonly CardId[],
): Promise<void> {
  await sql`
    insert into card_source (owner_id, account_id, import_id, card_id)
    select ${owner}, ${account}, ${source}, unnest(${[...new Set(saved)]}::uuid[]) on conflict do nothing
  `.execute(connection);
}
