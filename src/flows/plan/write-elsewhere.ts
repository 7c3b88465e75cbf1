/**
 * A letter came back, and the owner says at which other known address to write instead (M2): the one that failed is written to no
 * more, the letter counts as never sent, and what it was for stands again, with a draft that waits for its own yes.
 */
import { mailboxKey, sameMailbox } from "../../domain/contact/address.ts";
import { ownAnswer } from "../../domain/draft/errand.ts";
import type { AnswerId, ContactId, DraftId, OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { evolveReturned } from "../../domain/plan/evolve.ts";
import { after } from "../../domain/time.ts";
import { closeAnswer, findAnswer } from "../../store/answers.ts";
import { addressesOf } from "../../store/contact-stops.ts";
import { saveDraft } from "../../store/draft-versions.ts";
import { findDraft, type StandingDraft } from "../../store/drafts.ts";
import { loadEnrolments, removeEnrolments, saveEnrolments } from "../../store/enrolments.ts";
import { failedAmong, forgetSending, lastReturned, saveFailedAddress } from "../../store/failed-addresses.ts";
import { setFollowUpState } from "../../store/follow-ups.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimer } from "../../store/timers.ts";
import { followUp } from "../follow-up.ts";
import { hashOf } from "../letters/write-letter.ts";
import { retentionOf } from "../privacy/retention.ts";
import type { World, WorldInside } from "../world.ts";

/** Where else they may be written to; empty when the answer is no open bounce, or no other address is known. */
export async function elsewhereFor(world: World, owner: OwnerId, answerId: AnswerId): Promise<Address[]> {
  return (await returnOf(world, owner, answerId))?.others ?? [];
}

export async function writeElsewhere(
  world: World,
  owner: OwnerId,
  { answerId, address }: { answerId: AnswerId; address: Address },
): Promise<"stands_again" | "not_there"> {
  const outcome = await world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const came = await returnOf(inside, owner, answerId);
    if (came === undefined || !came.others.includes(address)) return "not_there";
    const now = world.clock.now();
    const { returned, because } = came;
    const { draftId, to, sentAt } = returned;
    await saveFailedAddress(database, owner, { address: to, instead: address, draftId, sentAt, because }, now);
    await standAgain(inside, owner, draftId, address);
    await closeAnswer(database, owner, answerId, { at: now });
    // Last touch and closeness are derived with everything else.
    await setTimer(database, owner, { kind: "discover", subjectId: owner }, now);
    return "stands_again" as const;
  });
  if (outcome === "stands_again") await followUp(world, owner);
  return outcome;
}

async function returnOf({ database }: Pick<World, "database">, owner: OwnerId, answerId: AnswerId) {
  const answer = await findAnswer(database, owner, answerId);
  if (answer?.state !== "open" || answer.meaning !== "bounce") return undefined;
  const returned = await lastReturned(database, owner, answer.contactId);
  if (returned === undefined) return undefined;
  const known = await addressesOf(database, owner, answer.contactId);
  const failed = new Set((await failedAmong(database, owner, known)).map((one) => mailboxKey(one.address)));
  const others = known.filter((one) => !sameMailbox(one, returned.to) && !failed.has(mailboxKey(one)));
  return { returned, others, because: answer.because };
}

/** As it was before the letter left. */
async function standAgain(inside: WorldInside, owner: OwnerId, draftId: DraftId, to: Address): Promise<void> {
  const { database, clock } = inside;
  const now = clock.now();
  const draft = await findDraft(database, owner, draftId);
  if (draft === undefined) return;
  await forgetSending(database, owner, draftId);
  await takeStepBack(inside, owner, draft.contactId, draftId);
  const again = { from: ["satisfied", "expired", "in_hand"], to: "due", at: now } as const;
  await setFollowUpState(database, owner, draft.followUpId, again);
  if (draft.kind === ownAnswer) await sameWords(inside, owner, draft, to);
}

async function takeStepBack(
  { database, clock }: WorldInside,
  owner: OwnerId,
  contactId: ContactId,
  draftId: DraftId,
): Promise<void> {
  const before = (await loadEnrolments(database, owner, contactId)).get(contactId) ?? [];
  const left = evolveReturned(before, draftId);
  const standing = new Set(left.map(({ enrolmentId }) => enrolmentId));
  const gone = before.map(({ enrolmentId }) => enrolmentId).filter((id) => !standing.has(id));
  await removeEnrolments(database, owner, gone);
  await saveEnrolments(database, owner, left, clock.now());
}

/** Nobody but the owner writes these. */
async function sameWords(inside: WorldInside, owner: OwnerId, draft: StandingDraft, to: Address): Promise<void> {
  const { database, ids, clock } = inside;
  const now = clock.now();
  const { contactId, followUpId, kind, locale, because, subject, body, facts, lint, answersMessageId } = draft;
  await saveDraft(database, owner, {
    draftId: ids.next<DraftId>(),
    contactId,
    followUpId,
    kind,
    locale,
    because,
    to,
    subject,
    body,
    textHash: hashOf({ to, subject, body, offer: undefined, nudges: [] }),
    offer: undefined,
    facts: facts as object,
    lint,
    question: undefined,
    isEdited: true,
    at: now,
    keptUntil: after(now, { days: (await retentionOf(inside, owner)).letterDays }),
    ...(answersMessageId !== undefined && { answersMessageId }),
  });
}
