/**
 * A letter left, by the owner's hand or by ours: it is sent, it counts as a touch, its sequence goes on, the ask stands in the
 * ledger, and the times that it offers stand as an offer.
 */
import { because } from "../../domain/because.ts";
import type { LedgerEntry } from "../../domain/contact/ledger.ts";
import { groupAskedBy, ownAnswer } from "../../domain/draft/errand.ts";
import type { AnswerId, ContactId, DraftId, EnrolmentId, LedgerEntryId, LoggedId, OwnerId } from "../../domain/ids.ts";
import type { EnrolmentStep } from "../../domain/plan/enrolment.ts";
import { evolveSent } from "../../domain/plan/evolve.ts";
import type { FollowUpKind } from "../../domain/relationship/decide.ts";
import type { Instant } from "../../domain/time.ts";
import { closeAnswer } from "../../store/answers.ts";
import { addAudit } from "../../store/audit.ts";
import { addRecord } from "../../store/contact-records.ts";
import { type DraftPurpose, draftPurpose, findDraft, markSent } from "../../store/drafts.ts";
import { loadEnrolments, saveEnrolments } from "../../store/enrolments.ts";
import { endErrand } from "../../store/errands.ts";
import { findFollowUp } from "../../store/follow-ups.ts";
import { addLedgerEntry } from "../../store/ledger.ts";
import { saveLogged } from "../../store/logged.ts";
import { setTimer } from "../../store/timers.ts";
import { openOffer } from "../booking/open-offer.ts";
import type { WorldInside } from "../world.ts";

export type LetterLeft = {
  draftId: DraftId;
  mode: EnrolmentStep["mode"] | "post";
  at: Instant;
  by: "owner" | "us";
};

/** Once for each letter. Called behind the owner's lock. */
export async function noteSent(
  inside: WorldInside,
  owner: OwnerId,
  { draftId, mode, at, by }: LetterLeft,
): Promise<"recorded" | "not_there" | "already"> {
  const { database, ids } = inside;
  const now = inside.clock.now();
  const purpose = await draftPurpose(database, owner, draftId);
  if (purpose === undefined) return "not_there";
  if (!(await markSent(database, owner, draftId, at))) return "already";
  const { contactId, textHash } = purpose;
  await addAudit(database, owner, { auditId: ids.next(), at: now, what: "letter_sent", draftId, textHash });
  const loggedId = ids.next<LoggedId>();
  const logged = { loggedId, contactId, mode, direction: "outbound", outcome: "sent", at, draftId } as const;
  await saveLogged(database, owner, logged);
  for (const other of alsoWrittenTo(purpose))
    await saveLogged(database, owner, { ...logged, loggedId: ids.next<LoggedId>(), contactId: other });
  await endErrand(database, owner, purpose.followUp.followUpId, "satisfied", now);
  if (purpose.followUp.kind === ownAnswer)
    await closeAnswer(database, owner, purpose.followUp.about as AnswerId, { at: now });
  await goOn(inside, owner, purpose, { mode, at });
  for (const entry of ledgerOf(purpose, at))
    await addLedgerEntry(database, owner, { ...entry, entryId: ids.next<LedgerEntryId>() });
  const said =
    by === "us"
      ? because("R41.sent", "It left from your account.")
      : because("R15.sent_by_hand", "You sent it yourself.");
  const subject = { kind: "draft", id: draftId };
  await addRecord(database, owner, { recordId: ids.next(), contactId, at, what: "sent", subject, because: [said] });
  await offerTimes(inside, owner, purpose, at);
  // Last touch and closeness are derived with everything else.
  await setTimer(database, owner, { kind: "discover", subjectId: owner }, now);
  return "recorded";
}

/** The sequence that it begins, or goes on with. */
async function goOn(
  { database, ids, clock }: WorldInside,
  owner: OwnerId,
  { draftId, contactId, followUp }: DraftPurpose,
  { mode, at }: Pick<LetterLeft, "mode" | "at">,
): Promise<void> {
  const { step, kind, planItemId } = followUp;
  if (step === undefined) return;
  const before = (await loadEnrolments(database, owner)).get(contactId) ?? [];
  const letter = {
    contactId,
    kind: kind as FollowUpKind,
    step,
    mode: mode === "post" ? ("email" as const) : mode,
    draftId,
    at,
    ...(planItemId !== undefined && { planItemId }),
  };
  const after = evolveSent(before, letter, () => ids.next<EnrolmentId>());
  await saveEnrolments(database, owner, after, clock.now());
}

async function offerTimes(inside: WorldInside, owner: OwnerId, purpose: DraftPurpose, sentAt: Instant): Promise<void> {
  const draft = await findDraft(inside.database, owner, purpose.draftId);
  if (draft?.offer === undefined) return;
  const { draftId, contactId, followUpId, offer, locale } = draft;
  const { planItemId } = purpose.followUp;
  const groupId = groupAskedBy(purpose.followUp);
  const meeting = (await findFollowUp(inside.database, owner, followUpId))?.meeting;
  await openOffer(inside, owner, {
    draftId,
    contactId,
    followUpId,
    offer,
    locale,
    sentAt,
    ...(groupId !== undefined && { groupId }),
    ...(planItemId !== undefined && { planItemId }),
    ...(meeting !== undefined && { meeting }),
  });
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
