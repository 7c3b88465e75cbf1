/** People and roles that the owner needs to meet (R4), and who of them turned up. */
import { sql } from "kysely";
import { z } from "zod";
import type { Because } from "../domain/because.ts";
import {
  type Sighting,
  type Wanted,
  type WantedAppeared,
  type WantedBody,
  wantedBody,
} from "../domain/contact/wanted.ts";
import type { OwnerId, WantedId } from "../domain/ids.ts";
import type { Instant, PlainDate } from "../domain/time.ts";
import { type Connection, json, rowsParameter } from "./database.ts";

export type WantedKept = Wanted & { id: WantedId; appeared?: WantedAppeared & { at: Instant } };

/** Oldest wish first. */
export async function loadWanted(connection: Connection, owner: OwnerId): Promise<WantedKept[]> {
  const rows = await connection
    .selectFrom("wanted")
    .selectAll()
    .where("owner_id", "=", owner)
    .orderBy("noted_on")
    .orderBy("wanted_id")
    .execute();
  return rows.map((row) => ({
    ...wantedBody.parse(row.body),
    id: row.wanted_id,
    notedOn: row.noted_on,
    ...(row.appeared !== null &&
      row.appeared_at !== null && { appeared: { ...appearedOf(row.appeared), at: row.appeared_at } }),
  }));
}

export async function addWanted(
  connection: Connection,
  owner: OwnerId,
  wanted: { id: WantedId; body: WantedBody; notedOn: PlainDate },
): Promise<void> {
  await connection
    .insertInto("wanted")
    .values({
      owner_id: owner,
      wanted_id: wanted.id,
      body: json(wanted.body),
      noted_on: wanted.notedOn,
      appeared: null,
      appeared_contact_id: null,
      appeared_at: null,
    })
    .execute();
}

export async function saveWantedBody(
  connection: Connection,
  owner: OwnerId,
  id: WantedId,
  body: WantedBody,
): Promise<void> {
  await connection
    .updateTable("wanted")
    .set({ body: json(body) })
    .where("owner_id", "=", owner)
    .where("wanted_id", "=", id)
    .execute();
}

/** False when there is no such entry. */
export async function removeWanted(connection: Connection, owner: OwnerId, id: WantedId): Promise<boolean> {
  const { numDeletedRows } = await connection
    .deleteFrom("wanted")
    .where("owner_id", "=", owner)
    .where("wanted_id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export type AppearedChange = { id: WantedId; appeared: (WantedAppeared & { at: Instant }) | undefined };

/** Who each of the entries turned out to be, since when; undefined when nobody is it any more. */
export async function saveAppeared(
  connection: Connection,
  owner: OwnerId,
  entries: readonly AppearedChange[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ id, appeared }) => ({
    id,
    appeared: appeared === undefined ? null : { sighting: appeared.sighting, because: appeared.because },
    contact: appeared?.sighting.contactId ?? null,
    at: appeared?.at ?? null,
  }));
  await sql`
    update wanted set appeared = row.appeared, appeared_contact_id = row.contact, appeared_at = row.at
    from json_to_recordset(${rowsParameter(rows)}) as row (id uuid, appeared jsonb, contact uuid, at timestamptz)
    where owner_id = ${owner} and wanted_id = row.id
  `.execute(connection);
}

const stored = z.object({
  sighting: z.object({
    address: z.string().exactOptional(),
    contactId: z.string().exactOptional(),
    name: z.string().exactOptional(),
    title: z.string().exactOptional(),
    company: z.string().exactOptional(),
    seenIn: z.object({ kind: z.enum(["message", "event", "card"]), id: z.string() }),
    at: z.string(),
  }),
  because: z.object({
    rule: z.string(),
    text: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  }),
});

function appearedOf(body: unknown): WantedAppeared {
  const { sighting, because } = stored.parse(body);
  return { sighting: sighting as Sighting, because: because as Because };
}
