/** A mail on its way (domain/draft/sending.ts) as it stands in the row of its effect, whatever is sent. */
import { z } from "zod";
import type { Because } from "../domain/because.ts";
import type { Sending, SendingState } from "../domain/draft/sending.ts";
import type { Instant } from "../domain/time.ts";
import { json } from "./database.ts";

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

/** The columns that change with it. `known` is what the row keeps beside, whatever becomes of the mail. */
export function sendingColumns(sending: Sending, known: object, at: Instant) {
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
