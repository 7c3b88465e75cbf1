/** What became of a mail that its provider was told to send. */
import type { Instant } from "../../domain/time.ts";
import type { Drafts, ScannedMessage } from "../../integrations/mail.ts";

export type MailThere =
  | { kind: "draft" }
  | { kind: "sent"; at: Instant; ref: string; message: ScannedMessage }
  | { kind: "gone" };

/** The draft first: as long as it stands there, it has not left. `at` is when it was told, where the sent mail shows no date. */
export async function lookForMail(
  drafts: Drafts,
  { draftRef, marker, at }: { draftRef: string; marker: string; at: Instant },
  signal: AbortSignal,
): Promise<MailThere> {
  if ((await drafts.read(draftRef, signal)) !== undefined) return { kind: "draft" };
  const message = await drafts.findSent(marker, signal);
  if (message === undefined) return { kind: "gone" };
  return { kind: "sent", at: message.headers.sentAt ?? at, ref: message.ref, message };
}
