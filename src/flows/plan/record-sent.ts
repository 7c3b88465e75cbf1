/**
 * The owner says "I sent it" (R15): the letter was copied, opened in a mail program or told over the phone. The draft is
 * sent, it counts as a touch, its sequence goes on, the ask stands in the ledger, and what is due follows at once.
 */
import type { LedgerEntry } from "../../domain/contact/ledger.ts";
import type { ContactId, DraftId, EnrolmentId, LedgerEntryId, LoggedId, OwnerId } from "../../domain/ids.ts";
import type { EnrolmentStep } from "../../domain/plan/enrolment.ts";
import { evolveSent } from "../../domain/plan/evolve.ts";
import type { FollowUpKind } from "../../domain/relationship/decide.ts";
import type { Instant } from "../../domain/time.ts";
import { addAudit } from "../../store/audit.ts";
import { type DraftPurpose, draftPurpose, markSent } from "../../store/drafts.ts";
import { loadEnrolments, saveEnrolments } from "../../store/enrolments.ts";
import { endErrand } from "../../store/errands.ts";
import { addLedgerEntry } from "../../store/ledger.ts";
import { saveLogged } from "../../store/logged.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimer } from "../../store/timers.ts";
import { decideOwnersFollowUps } from "../decide-follow-ups.ts";
import { composeDrafts } from "../letters/compose-drafts.ts";
import type { World } from "../world.ts";

export type SentByHand = {
  draftId: DraftId;
  mode: EnrolmentStep["mode"] | "post";
  /** Now unless said; never in the future. */
  at?: Instant;
};

export async function recordSent(
  world: World,
  owner: OwnerId,
  { draftId, mode, at }: SentByHand,
): Promise<"recorded" | "not_there" | "already"> {
  const now = world.clock.now();
  const sentAt = at === undefined || at > now ? now : at;
  const outcome = await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const purpose = await draftPurpose(transaction, owner, draftId);
    if (purpose === undefined) return "not_there" as const;
    if (!(await markSent(transaction, owner, draftId, sentAt))) return "already" as const;
    const { contactId, textHash } = purpose;
    await addAudit(transaction, owner, { auditId: world.ids.next(), at: now, what: "letter_sent", draftId, textHash });
    const loggedId = world.ids.next<LoggedId>();
    const logged = { loggedId, contactId, mode, direction: "outbound", outcome: "sent", at: sentAt, draftId } as const;
    await saveLogged(transaction, owner, logged);
    for (const other of alsoWrittenTo(purpose))
      await saveLogged(transaction, owner, { ...logged, loggedId: world.ids.next<LoggedId>(), contactId: other });
    await endErrand(transaction, owner, purpose.followUp.followUpId, "satisfied", now);
    const { step, kind, planItemId } = purpose.followUp;
    if (step !== undefined) {
      const before = (await loadEnrolments(transaction, owner, contactId)).get(contactId) ?? [];
      const letter = {
        contactId,
        kind: kind as FollowUpKind,
        step,
        mode: mode === "post" ? ("email" as const) : mode,
        draftId,
        at: sentAt,
        ...(planItemId !== undefined && { planItemId }),
      };
      await saveEnrolments(
        transaction,
        owner,
        evolveSent(before, letter, () => world.ids.next<EnrolmentId>()),
        now,
      );
    }
    for (const entry of ledgerOf(purpose, sentAt))
      await addLedgerEntry(transaction, owner, { ...entry, entryId: world.ids.next<LedgerEntryId>() });
    // Last touch and closeness are derived with everything else.
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, now);
    return "recorded" as const;
  });
  if (outcome !== "recorded") return outcome;
  await decideOwnersFollowUps(world, owner);
  await composeDrafts(world, owner);
  await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return "recorded";
}

/** An introduction goes to both: the other one is what it is about. */
const alsoWrittenTo = ({ kind, followUp }: DraftPurpose): ContactId[] =>
  kind === "introduction" ? [followUp.about as ContactId] : [];

/** An invitation asks, an introduction gives to both; a reminder asks for nothing new, thanks and news for nothing at all. */
function ledgerOf(purpose: DraftPurpose, at: Instant): Omit<LedgerEntry, "entryId">[] {
  const { draftId, contactId, kind, followUp } = purpose;
  const source = { kind: "draft", id: draftId } as const;
  if (kind === "introduction") {
    const [other] = alsoWrittenTo(purpose);
    const gave = { kind: "gave", about: "introduction", text: "introduced them to each other", at, source } as const;
    return other === undefined
      ? []
      : [
          { ...gave, contactId, otherContactId: other },
          { ...gave, contactId: other, otherContactId: contactId },
        ];
  }
  if (followUp.step !== "invitation" && kind !== "group_invitation") return [];
  const isAdvice = kind === "advice_call";
  const text = isAdvice ? "asked for ten minutes of advice" : "asked to meet";
  return [{ contactId, kind: "asked", about: isAdvice ? "advice" : "meeting", text, at, source }];
}
