/** What became of a letter that we put among the owner's drafts, as their mail and their provider tell. */
import type { DraftId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { type DraftThere, draftContents, isWorthAsking } from "../../domain/write-back/draft-step.ts";
import type { Written } from "../../domain/write-back/written.ts";
import type { Drafts } from "../../integrations/mail.ts";
import { findDraft } from "../../store/drafts.ts";
import { wroteSince } from "../../store/to-write.ts";
import { hashOf, type WriteDesk } from "./desk.ts";

type LookDesk = Pick<WriteDesk, "world" | "owner" | "account" | "signal">;

export async function lookAtDraft(desk: LookDesk, drafts: Drafts, row: Written, ref: string): Promise<DraftThere> {
  const found = await drafts.read(ref, desk.signal);
  if (found !== undefined) return { kind: "draft", hash: hashOf(draftContents(found)) };
  const draftId = row.about as DraftId | undefined;
  const at = draftId && (await writtenAt(desk, draftId));
  if (at !== undefined) return { kind: "sent", at };
  const sent = isWorthAsking(row, desk.world.clock.now()) ? await drafts.findSent(row.key, desk.signal) : undefined;
  return sent === undefined ? { kind: "gone" } : { kind: "sent", at: sent.headers.sentAt ?? desk.world.clock.now() };
}

/**
 * When the letter left, as the mail that was read tells: it costs no call, and also holds where a provider drops our marker
 * when it sends. Since it was written, or since `since`.
 */
export async function writtenAt(
  { world, owner, account }: Pick<LookDesk, "world" | "owner" | "account">,
  draftId: DraftId,
  since?: Instant,
): Promise<Instant | undefined> {
  const letter = await findDraft(world.database, owner, draftId);
  if (letter === undefined) return undefined;
  const { to, subject, createdAt } = letter;
  const from = [account.address, ...account.aliases];
  return wroteSince(world.database, owner, account.accountId, { from, to, subject, since: since ?? createdAt });
}
