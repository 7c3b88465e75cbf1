/**
 * A mail on its way (domain/draft/sending.ts) as it stands in the row of its effect, whatever is sent: made once under its key,
 * changed by compare-and-set alone. `known` is what the row keeps beside, whatever becomes of the mail.
 */
import { z } from "zod";
import type { Because } from "../domain/because.ts";
import type { Sending, SendingState } from "../domain/draft/sending.ts";
import type { AccountId, EffectId, OwnerId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json } from "./database.ts";

export const storedReason: z.ZodType<Because> = z.object({
  rule: z.string(),
  text: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
}) as z.ZodType<Because>;

const sendingDetail = z.object({
  draftRef: z.string().optional(),
  messageRef: z.string().optional(),
  attempts: z.number().default(0),
  /** Told to go, or left. */
  at: z
    .string()
    .transform((text) => text as Instant)
    .optional(),
  /** Why it is withdrawn, or what the owner is asked. */
  because: storedReason.optional(),
});

type NewSending = {
  effectId: EffectId;
  accountId: AccountId;
  kind: string;
  /** Of its kind there is one effect for it. */
  about: string;
  payloadHash: Buffer;
  known: object;
};

/** Ready to leave. Made a second time about the same it changes nothing. */
export async function addSending(
  connection: Connection,
  owner: OwnerId,
  { effectId, accountId, kind, about, payloadHash, known }: NewSending,
  at: Instant,
): Promise<void> {
  await connection
    .insertInto("effect")
    .values({
      owner_id: owner,
      effect_id: effectId,
      account_id: accountId,
      kind,
      key: `${kind}:${about}`,
      payload_hash: payloadHash,
      created_at: at,
      ...columnsOf({ state: "ready" }, known, at),
    })
    .onConflict((conflict) => conflict.columns(["owner_id", "key"]).doNothing())
    .execute();
}

type Stands = { effectId: EffectId; sending: Sending; changedAt: Instant; version: number };

/** `effect` as it shall be, with the version that was read. Undefined, with nothing changed, when somebody else changed it meanwhile. */
export async function changeSending<Effect extends Stands>(
  connection: Connection,
  owner: OwnerId,
  effect: Effect,
  known: object,
  at: Instant,
): Promise<Effect | undefined> {
  const changed = { ...effect, changedAt: at, version: effect.version + 1 };
  const { numUpdatedRows } = await connection
    .updateTable("effect")
    .set({ ...columnsOf(effect.sending, known, at), version: changed.version })
    .where("owner_id", "=", owner)
    .where("effect_id", "=", effect.effectId)
    .where("version", "=", effect.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? changed : undefined;
}

function columnsOf(sending: Sending, known: object, at: Instant) {
  const { state, ...rest } = sending;
  const {
    fence = 0,
    until,
    because,
    ...live
  } = rest as Partial<Record<"fence", number>> & {
    until?: Instant;
    because?: Because;
  };
  return {
    state,
    fence,
    claimed_until: until ?? null,
    because: because?.text ?? null,
    detail: json({ ...known, ...live, because }),
    changed_at: at,
  };
}

export type SendingRow = {
  state: SendingState;
  fence: number;
  claimed_until: Instant | null;
  because: string | null;
  detail: unknown;
  changed_at: Instant;
};

export function sendingIn(row: SendingRow): Sending {
  const { draftRef, messageRef, attempts, at, because } = sendingDetail.parse(row.detail);
  return sendingOf(row.state, {
    fence: row.fence,
    until: row.claimed_until ?? row.changed_at,
    draftRef: draftRef ?? "",
    attempts,
    at: at ?? row.changed_at,
    because: because ?? { rule: "", text: row.because ?? "" },
    messageRef,
  });
}

type Stored = {
  fence: number;
  until: Instant;
  draftRef: string;
  attempts: number;
  at: Instant;
  because: Because;
  messageRef: string | undefined;
};

function sendingOf(state: SendingState, stored: Stored): Sending {
  const { fence, until, draftRef, attempts, at, because, messageRef } = stored;
  switch (state) {
    case "ready":
      return { state };
    case "claimed":
      return { state, fence, until };
    case "prepared":
      return { state, fence, until, draftRef, attempts };
    case "sending":
      return { state, fence, until, draftRef, attempts, at };
    case "unknown":
      return { state, fence, draftRef, attempts, at };
    case "done":
      return { state, at, ...(messageRef !== undefined && { messageRef }) };
    case "withdrawn":
      return { state, because };
    case "ask_owner":
      return { state, because, at };
  }
}
