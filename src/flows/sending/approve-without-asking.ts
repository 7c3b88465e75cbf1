/** Letters that need no new yes: reminders that the approval of their invitation covers, and kinds that the owner lets go. */
import { isCoveredNudge, mayGoUnasked } from "../../domain/draft/approval.ts";
import type { FollowUpId, OwnerId } from "../../domain/ids.ts";
import { coversOfInvitation, uneditedApprovals, wasApproved } from "../../store/approvals.ts";
import { proposedDraft, type StandingDraft } from "../../store/drafts.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { wordsHash } from "../letters/nudges.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { WorldInside } from "../world.ts";
import { type ApprovalWay, approveInside } from "./approve-draft.ts";
import { sentUnasked } from "./send-unasked.ts";

/** Of the letters just composed. */
export async function approveWithoutAsking(
  inside: WorldInside,
  owner: OwnerId,
  composed: readonly FollowUpId[],
): Promise<void> {
  const unasked = await sentUnasked(inside, owner);
  for (const followUpId of composed) {
    const draft = await proposedDraft(inside.database, owner, followUpId);
    if (draft === undefined || draft.isEdited) continue;
    const way = await wayOf(inside, owner, draft, unasked);
    // Taken back once, by the owner or by what was found out, it waits for their own hand.
    if (way === undefined || (await wasApproved(inside.database, owner, draft.draftId))) continue;
    const textHash = draft.textHash.toString("hex");
    await approveInside(inside, owner, { draftId: draft.draftId, textHash, withNudges: false, way });
  }
}

async function wayOf(
  inside: WorldInside,
  owner: OwnerId,
  draft: StandingDraft,
  unasked: ReadonlySet<string>,
): Promise<Extract<ApprovalWay, "covered" | "unasked"> | undefined> {
  const { kind, contactId, body, offer } = draft;
  if (kind === "nudge" || kind === "closing_note") {
    const covers = await coversOfInvitation(inside.database, owner, contactId);
    const words = wordsHash({ body }, offer?.lines ?? []);
    if (covers !== undefined && isCoveredNudge(covers, { step: kind, wordsHash: words })) return "covered";
  }
  if (!unasked.has(kind)) return undefined;
  const unedited = (await uneditedApprovals(inside.database, owner)).get(kind) ?? 0;
  const interactions = (await loadInteractions(inside.database, owner, contactId)).get(contactId) ?? [];
  const wroteBefore = interactions.some(({ mode, direction }) => mode === "email" && direction === "outbound");
  const { uneditedApprovalsMin } = (await policyOf(inside, owner)).letters;
  return mayGoUnasked({ isOn: true, unedited, wroteBefore }, uneditedApprovalsMin) ? "unasked" : undefined;
}
