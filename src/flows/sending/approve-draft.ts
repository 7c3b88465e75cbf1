/** The owner says yes to one text (R41): bound to that text, it covers what it shows, and its sending is planned in the same step. */

import { type Because, because } from "../../domain/because.ts";
import type { ApprovalWay, Covers } from "../../domain/draft/approval.ts";
import { timesLapsed } from "../../domain/draft/times-now.ts";
import type { ApprovalId, DraftId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import { addApproval, standingApproval } from "../../store/approvals.ts";
import { addAudit } from "../../store/audit.ts";
import { addRecord } from "../../store/contact-records.ts";
import { findDraft, type StandingDraft, setDraftState } from "../../store/drafts.ts";
import { letterEffectOf } from "../../store/effects.ts";
import { setFollowUpState } from "../../store/follow-ups.ts";
import { lockOwner } from "../../store/owners.ts";
import { composeTimer, setTimerBy } from "../../store/timers.ts";
import { confirmationCovered } from "../booking/confirmation-preview.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World, WorldInside } from "../world.ts";
import { holdBack } from "./hold-back.ts";
import { planLeaving } from "./plan-leaving.ts";
import { nudgesOf } from "./stored-facts.ts";

export type { ApprovalWay } from "../../domain/draft/approval.ts";

export type ApprovalWish = {
  draftId: DraftId;
  /** Hex digits of the text that the owner saw. */
  textHash: string;
  withNudges: boolean;
  /** page, digest_link, digest_reply: by the owner's hand. covered: by an earlier approval. unasked: by a kind that they let go. */
  way: ApprovalWay;
};

export type Approved =
  | {
      kind: "approved";
      undoUntil: Instant;
      /** As planned; absent when the owner sends it by hand, having no account that may. */
      leavesAt?: Instant;
    }
  | { kind: "not_there" }
  /** Another text stands now. */
  | { kind: "changed"; because: Because }
  /** A question is open, the letter check refuses it, the person is stopped … */
  | { kind: "held_back"; because: Because };

/** Approved twice, by a double click, it is approved once and answers the same. */
export async function approveDraft(world: World, owner: OwnerId, wish: ApprovalWish): Promise<Approved> {
  return world.database
    .transaction()
    .execute((transaction) => approveInside({ ...world, database: transaction }, owner, wish));
}

/** The same inside of a transaction that decides more, such as one that writes what it approves. */
export async function approveInside(inside: WorldInside, owner: OwnerId, wish: ApprovalWish): Promise<Approved> {
  const { database } = inside;
  await lockOwner(database, owner);
  const draft = await findDraft(database, owner, wish.draftId);
  if (draft === undefined) return { kind: "not_there" };
  if (draft.textHash.toString("hex") !== wish.textHash) return changed(draft);
  if (draft.state === "approved") return approvedBefore(inside, owner, draft);
  if (draft.state === "sent") return { kind: "held_back", because: because("R41.sent", "It has left already.") };
  if (draft.state !== "proposed") return changed(draft);
  const held = await holdBack(inside, owner, draft);
  if (held !== undefined) {
    // It is written anew at once, with others.
    if (held.rule === timesLapsed) await setTimerBy(database, owner, composeTimer(owner), inside.clock.now());
    return { kind: "held_back", because: held };
  }
  return approve(inside, owner, draft, wish);
}

const changed = ({ endedBecause }: StandingDraft): Approved => ({
  kind: "changed",
  because: endedBecause ?? because("R41.changed", "The letter is another one now."),
});

async function approvedBefore(inside: WorldInside, owner: OwnerId, draft: StandingDraft): Promise<Approved> {
  const { database } = inside;
  const policy = await policyOf(inside, owner);
  const approval = await standingApproval(database, owner, draft.draftId);
  const effect = await letterEffectOf(database, owner, draft.draftId);
  const approvedAt = approval?.approvedAt ?? inside.clock.now();
  return {
    kind: "approved",
    undoUntil: after(approvedAt, { seconds: policy.letters.undoSeconds }),
    ...(effect !== undefined && { leavesAt: effect.plannedAt }),
  };
}

async function approve(
  inside: WorldInside,
  owner: OwnerId,
  draft: StandingDraft,
  { way, withNudges }: ApprovalWish,
): Promise<Approved> {
  const { database, ids } = inside;
  const now = inside.clock.now();
  const { draftId, contactId, followUpId, textHash } = draft;
  const approvalId = ids.next<ApprovalId>();
  const covers = await coversOf(inside, owner, draft, withNudges);
  await addApproval(database, owner, {
    approvalId,
    draftId,
    textHash,
    covers,
    way,
    wasEdited: draft.isEdited,
    approvedAt: now,
  });
  await setDraftState(database, owner, draftId, { from: ["proposed"], to: "approved", at: now });
  await setFollowUpState(database, owner, followUpId, { from: ["due", "planned"], to: "in_hand", at: now });
  await addAudit(database, owner, { auditId: ids.next(), at: now, what: "letter_approved", draftId, textHash });
  const reason = because(`R41.approved_${way}`, sayWay[way]);
  const subject = { kind: "draft", id: draftId };
  await addRecord(database, owner, {
    recordId: ids.next(),
    contactId,
    at: now,
    what: "approved",
    subject,
    because: [reason],
  });
  const policy = await policyOf(inside, owner);
  const undoUntil = way === "covered" ? now : after(now, { seconds: policy.letters.undoSeconds });
  const leavesAt = await planLeaving(inside, owner, { draft, approvalId, policy, from: undoUntil });
  return { kind: "approved", undoUntil, ...(leavesAt !== undefined && { leavesAt }) };
}

const sayWay: Readonly<Record<ApprovalWay, string>> = {
  page: "You approved it.",
  digest_link: "You approved it from the daily mail.",
  digest_reply: "You approved it by answering the daily mail.",
  covered: "Your earlier approval covers it.",
  unasked: "You let letters of this kind go without being asked.",
};

async function coversOf(
  inside: WorldInside,
  owner: OwnerId,
  { draftId, textHash, offer, facts }: StandingDraft,
  withNudges: boolean,
): Promise<Covers> {
  const confirmation = await confirmationCovered(inside, owner, draftId);
  return {
    textHash: textHash.toString("hex"),
    times: (offer?.times ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    nudges: withNudges ? nudgesOf(facts).map(({ step, wordsHash }) => ({ step, wordsHash })) : [],
    ...(confirmation !== undefined && { confirmation: { hash: confirmation } }),
  };
}
