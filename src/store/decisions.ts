/** The records of decisions about contacts: what was decided, by which rule, on which inputs, and when it was first so. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { Json } from "../domain/decision.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, rowsParameter } from "./database.ts";

export type StoredDecision = {
  contactId: ContactId;
  kind: string;
  rule: string;
  outcome: string;
  because: readonly Because[];
  inputs: Json;
  decidedAt: Instant;
};

const rowsPerStatement = 5_000;

/**
 * Makes the records be exactly these. What was decided the same before, from the same but for the time of day, keeps its record:
 * of a hundred thousand a day changes a few, and writing all of them took ten seconds.
 */
export async function saveDecisions(
  connection: Connection,
  owner: OwnerId,
  decisions: readonly StoredDecision[],
): Promise<void> {
  const known = await fingerprints(connection, owner);
  const made = decisions.map((decision) => ({ decision, key: keyOf(decision), fingerprint: fingerprintOf(decision) }));
  const kept = new Set(made.map(({ key }) => key));
  await remove(
    connection,
    owner,
    [...known.keys()].filter((key) => !kept.has(key)),
  );
  const changed = made.filter(({ key, fingerprint }) => known.get(key) !== fingerprint);
  for (let start = 0; start < changed.length; start += rowsPerStatement) {
    const rows = changed.slice(start, start + rowsPerStatement).map(({ decision, fingerprint }) => {
      const { contactId, decidedAt, ...rest } = decision;
      return { contact: contactId, decided_at: decidedAt, fingerprint, ...rest };
    });
    await sql`
      insert into decision (owner_id, subject_kind, subject_id, kind, rule, outcome, because, inputs, decided_at, fingerprint)
      select ${owner}, 'contact', contact, kind, rule, outcome, because, inputs, decided_at, fingerprint
      from json_to_recordset(${rowsParameter(rows)}) as row (
        contact uuid, kind text, rule text, outcome text, because jsonb, inputs jsonb, decided_at timestamptz, fingerprint text)
      on conflict (owner_id, subject_kind, subject_id, kind) do update set
        rule = excluded.rule, outcome = excluded.outcome, because = excluded.because, inputs = excluded.inputs,
        decided_at = excluded.decided_at, fingerprint = excluded.fingerprint
    `.execute(connection);
  }
}

async function fingerprints(connection: Connection, owner: OwnerId): Promise<Map<string, string | null>> {
  const rows = await connection
    .selectFrom("decision")
    .select(["subject_id", "kind", "fingerprint"])
    .where("owner_id", "=", owner)
    .where("subject_kind", "=", "contact")
    .execute();
  return new Map(rows.map(({ subject_id, kind, fingerprint }) => [`${subject_id} ${kind}`, fingerprint]));
}

async function remove(connection: Connection, owner: OwnerId, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const rows = keys.map((key) => ({ contact: key.slice(0, key.indexOf(" ")), kind: key.slice(key.indexOf(" ") + 1) }));
  await sql`
    delete from decision using json_to_recordset(${rowsParameter(rows)}) as row (contact uuid, kind text)
    where owner_id = ${owner} and subject_kind = 'contact' and subject_id = row.contact and decision.kind = row.kind
  `.execute(connection);
}

const keyOf = ({ contactId, kind }: StoredDecision): string => `${contactId} ${kind}`;

/** Of everything but when it was looked at. */
function fingerprintOf({ rule, outcome, because, inputs }: StoredDecision): string {
  const lookedAt = typeof inputs === "object" ? { ...inputs, now: undefined } : inputs;
  return createHash("sha1")
    .update(JSON.stringify([rule, outcome, because, lookedAt]))
    .digest("base64url");
}
