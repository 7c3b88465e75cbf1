/** Letters on their way: one effect for each approval, changed by compare-and-set alone. */
import { sql } from "kysely";
import { z } from "zod";
import type { Because } from "../domain/because.ts";
import type { Sending } from "../domain/draft/sending.ts";
import type { AccountId, ApprovalId, ContactId, DraftId, EffectId, FollowUpId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Connection } from "./database.ts";
import { addSending, changeSending, sendingIn, storedReason } from "./sending-rows.ts";

const kind = "send_letter";
export const sendTimer = (effectId: EffectId) => ({ kind, subjectId: effectId });

const instant = z.string().transform((text) => text as Instant);
const letterDetail = z.object({
  draftId: z.string().transform((id) => id as DraftId),
  contactId: z.string().transform((id) => id as ContactId),
  followUpId: z.string().transform((id) => id as FollowUpId),
  approvalId: z.string().transform((id) => id as ApprovalId),
  /** 32 hex digits, kept in the letter itself. */
  marker: z.string(),
  /** When it is planned to leave. */
  plannedAt: instant,
  /** The newest letter of theirs that the approval knew of. */
  heardUntil: instant.optional(),
  /** 0 to 1, of the pause after the letter before. */
  draw: z.number(),
  /** What it waits for. */
  waitsFor: storedReason.optional(),
});
type LetterDetail = z.output<typeof letterDetail>;

export type LetterEffect = Pick<
  LetterDetail,
  "draftId" | "contactId" | "followUpId" | "approvalId" | "marker" | "plannedAt" | "draw"
> & {
  effectId: EffectId;
  accountId: AccountId;
  heardUntil?: Instant | undefined;
  waitsFor?: Because | undefined;
  /** Of the text that was approved. */
  payloadHash: Buffer;
  sending: Sending;
  changedAt: Instant;
  version: number;
};

export type NewLetterEffect = Omit<LetterEffect, "sending" | "changedAt" | "version">;

/** Once for each approval: made a second time it changes nothing. */
export async function addLetterEffect(
  connection: Connection,
  owner: OwnerId,
  effect: NewLetterEffect,
  at: Instant,
): Promise<void> {
  const { effectId, accountId, approvalId, payloadHash } = effect;
  const made = { effectId, accountId, kind, about: approvalId, payloadHash, known: knownOf(effect) };
  await addSending(connection, owner, made, at);
}

export async function findLetterEffect(
  connection: Connection,
  owner: OwnerId,
  effectId: EffectId,
): Promise<LetterEffect | undefined> {
  const row = await effects(connection, owner).where("effect_id", "=", effectId).executeTakeFirst();
  return row && effectOf(row);
}

/** The newest of a draft. */
export async function letterEffectOf(
  connection: Connection,
  owner: OwnerId,
  draftId: DraftId,
): Promise<LetterEffect | undefined> {
  const row = await effects(connection, owner)
    .where(sql`detail->>'draftId'`, "=", draftId)
    .orderBy("created_at", "desc")
    .orderBy("effect_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && effectOf(row);
}

/** All that are not over, the oldest first; of one person, or of everybody. */
export async function openLetterEffects(
  connection: Connection,
  owner: OwnerId,
  contactId?: ContactId,
): Promise<LetterEffect[]> {
  const rows = await effects(connection, owner)
    .where("state", "not in", ["done", "withdrawn"])
    .$if(contactId !== undefined, (query) => query.where(sql`detail->>'contactId'`, "=", contactId!))
    .orderBy("created_at")
    .orderBy("effect_id")
    .execute();
  return rows.map(effectOf);
}

/** The effect as it is then; undefined, with nothing changed, when somebody else changed it meanwhile. */
export const changeLetterEffect = (
  connection: Connection,
  owner: OwnerId,
  effect: LetterEffect,
  to: { sending: Sending; marker?: string; plannedAt?: Instant; waitsFor?: Because | undefined },
  at: Instant,
): Promise<LetterEffect | undefined> => {
  const wanted = { ...effect, waitsFor: undefined, ...to };
  return changeSending(connection, owner, wanted, knownOf(wanted), at);
};

/** When letters leave that are planned and have not left. */
export async function plannedLeavings(connection: Connection, owner: OwnerId): Promise<Instant[]> {
  const open = await openLetterEffects(connection, owner);
  return open.filter(({ sending }) => sending.state !== "ask_owner").map(({ plannedAt }) => plannedAt);
}

const effects = (connection: Connection, owner: OwnerId) =>
  connection.selectFrom("effect").selectAll().where("owner_id", "=", owner).where("kind", "=", kind);

type EffectRow = Awaited<ReturnType<ReturnType<typeof effects>["execute"]>>[number];

const knownOf = ({
  draftId,
  contactId,
  followUpId,
  approvalId,
  marker,
  plannedAt,
  heardUntil,
  draw,
  waitsFor,
}: NewLetterEffect): LetterDetail => ({
  draftId,
  contactId,
  followUpId,
  approvalId,
  marker,
  plannedAt,
  heardUntil,
  draw,
  waitsFor,
});

function effectOf(row: EffectRow): LetterEffect {
  return {
    ...letterDetail.parse(row.detail),
    effectId: row.effect_id,
    accountId: row.account_id!,
    payloadHash: row.payload_hash,
    sending: sendingIn(row),
    changedAt: row.changed_at,
    version: row.version,
  };
}
