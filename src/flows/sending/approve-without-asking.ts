/** Letters that need no new yes: reminders that the approval of their invitation covers, and kinds that the owner lets go. */
import { isCoveredNudge, mayGoUnasked } from "../../domain/draft/approval.ts";
import type { FollowUpId } from "../../domain/ids.ts";
import { coversOfInvitation, uneditedApprovals, wasApproved } from "../../store/approvals.ts";
import { proposedDraft, type StandingDraft } from "../../store/drafts.ts";
import type { Circle } from "../circle.ts";
import { wordsHash } from "../letters/nudges.ts";
import type { WorldInside } from "../world.ts";
import { type ApprovalWay, approveInside } from "./approve-draft.ts";
import { unaskedIn } from "./send-unasked.ts";

/** Of the letters just composed, inside of the transaction that composed them. */
export async function approveWithoutAsking(
  inside: WorldInside,
  circle: Circle,
  composed: readonly { followUpId: FollowUpId; kind: string }[],
): Promise<void> {
  const { database } = inside;
  const { owner, settings } = circle.view;
  const unasked = unaskedIn(settings.unasked);
  for (const { followUpId } of composed.filter(({ kind }) => isReminder(kind) || unasked.has(kind))) {
    const draft = await proposedDraft(database, owner, followUpId);
    if (draft === undefined || draft.isEdited) continue;
    const way = await wayOf(inside, circle, draft, unasked);
    // Taken back once, by the owner or by what was found out, it waits for their own hand.
    if (way === undefined || (await wasApproved(database, owner, draft.draftId))) continue;
    const textHash = draft.textHash.toString("hex");
    await approveInside(inside, owner, { draftId: draft.draftId, textHash, withNudges: false, way });
  }
}

const isReminder = (kind: string) => kind === "nudge" || kind === "closing_note";

async function wayOf(
  { database }: WorldInside,
  { view: { owner, policy }, interactions }: Circle,
  { kind, contactId, body, offer }: StandingDraft,
  unasked: ReadonlySet<string>,
): Promise<Extract<ApprovalWay, "covered" | "unasked"> | undefined> {
  if (kind === "nudge" || kind === "closing_note") {
    const covers = await coversOfInvitation(database, owner, contactId);
    const words = wordsHash({ body }, offer?.lines ?? []);
    if (covers !== undefined && isCoveredNudge(covers, { step: kind, wordsHash: words })) return "covered";
  }
  if (!unasked.has(kind)) return undefined;
  const unedited = (await uneditedApprovals(database, owner)).get(kind) ?? 0;
  const wroteBefore = (interactions.get(contactId) ?? []).some(
    ({ mode, direction }) => mode === "email" && direction === "outbound",
  );
  const { uneditedApprovalsMin } = policy.letters;
  return mayGoUnasked({ isOn: true, unedited, wroteBefore }, uneditedApprovalsMin) ? "unasked" : undefined;
}
