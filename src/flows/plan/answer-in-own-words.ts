/**
 * The owner answers a letter where they read it (R41, M6): their own words become a draft in the thread, which goes the way of
 * every letter; the answer that it is about is settled when it leaves (note-sent.ts).
 */
import { type Because, because } from "../../domain/because.ts";
import { isAnswerable, ownAnswer, ownAnswerErrand } from "../../domain/draft/errand.ts";
import type { AnswerId, ContactId, DraftId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import { answeredSubject } from "../../domain/mail/answered-subject.ts";
import type { Address } from "../../domain/mail/message.ts";
import { after, type Instant } from "../../domain/time.ts";
import { findAnswer, type KeptAnswer } from "../../store/answers.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import { type NewDraft, saveDraft } from "../../store/draft-versions.ts";
import { approvedDrafts, findDraft, proposedDraft } from "../../store/drafts.ts";
import { findErrand, saveErrands } from "../../store/errands.ts";
import { messageHead } from "../../store/messages.ts";
import { lockOwner } from "../../store/owners.ts";
import { lastSubjectTo } from "../../store/sent-letters.ts";
import { type LintFinding, mayBeApproved } from "../../templates/lint.ts";
import { frameOfWords, inFrame, lintOwnWords, type WordsFrame } from "../../templates/own-words.ts";
import type { Letter } from "../../templates/render.ts";
import { confirmationDesk } from "../booking/confirmation-preview.ts";
import { publicLinkBase } from "../booking/public-address.ts";
import { namesOf, type RenderDesk } from "../letters/render-errand.ts";
import { hashOf, localeOf, voiceOf } from "../letters/write-letter.ts";
import { retentionOf } from "../privacy/retention.ts";
import { approveInside } from "../sending/approve-draft.ts";
import { stoppedBecause } from "../sending/hold-back.ts";
import { takeBackInside } from "../sending/take-back.ts";
import type { World, WorldInside } from "../world.ts";
import { wakeWriteBacks } from "../write-back/write-back-timer.ts";

export type OwnAnswerWish = {
  answerId: AnswerId;
  /** As typed; greeting and sign-off are put around it where they are missing. */
  text: string;
  /** Said by a button beside these very words: they are approved in the same step. */
  isApproved: boolean;
};

export type AnsweredInWords =
  | { kind: "kept"; draftId: DraftId }
  /** `leavesAt` is absent when the owner sends it by hand. */
  | { kind: "approved"; draftId: DraftId; leavesAt?: Instant }
  /** Nothing was saved: what is wrong with the words, or why nothing may be written to them. */
  | { kind: "refused"; findings: readonly LintFinding[] }
  | { kind: "held_back"; because: Because }
  /** Meanwhile: by an answer that left, or as seen to. */
  | { kind: "settled" }
  | { kind: "not_there" };

/** Sent twice, by a double click, it is one letter. */
export const answerInOwnWords = (world: World, owner: OwnerId, wish: OwnAnswerWish): Promise<AnsweredInWords> =>
  world.database.transaction().execute(async (database): Promise<AnsweredInWords> => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const answer = await findAnswer(database, owner, wish.answerId);
    const [contact] = answer === undefined ? [] : await loadContacts(database, owner, answer.contactId);
    if (answer === undefined || !isAnswerable(answer.meaning) || contact === undefined) return { kind: "not_there" };
    if (answer.state !== "open") return { kind: "settled" };
    const { to, subject } = await headOf(inside, owner, answer, contact);
    const { frame, names } = framing(contact, await confirmationDesk(inside, owner));
    const letter: Letter = { subject, body: wish.text.trim() === "" ? "" : inFrame(wish.text, frame, names) };
    const findings = lintOwnWords(letter, await publicLinkBase(inside, owner));
    if (!mayBeApproved(findings)) return { kind: "refused", findings };
    const held =
      to === "" ? noAddress : await stoppedBecause(inside, owner, { contactId: contact.contactId, to, alsoTo: [] });
    if (held !== undefined) return { kind: "held_back", because: held };
    const draftId = await keep(inside, owner, { answer, contact, to, letter, facts: names, lint: findings });
    if (draftId === undefined) return { kind: "held_back", because: leftAlready };
    if (!wish.isApproved) return { kind: "kept", draftId };
    const textHash = hashOf({ to, ...letter, offer: undefined, nudges: [] }).toString("hex");
    const approved = await approveInside(inside, owner, { draftId, textHash, withNudges: false, way: "page" });
    switch (approved.kind) {
      case "approved":
        return {
          kind: "approved",
          draftId,
          ...(approved.leavesAt !== undefined && { leavesAt: approved.leavesAt }),
        };
      case "not_there":
        return approved;
      default:
        return { kind: "held_back", because: approved.because };
    }
  });

const noAddress = because("R41.no_address", "There is no address to write to.");
const leftAlready = because("R41.sent", "Your answer has begun to leave already.");

/** What is put around the owner's words to each of these people. */
export async function framesTo(
  world: World,
  owner: OwnerId,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, WordsFrame>> {
  if (contacts.length === 0) return new Map();
  const desk = await confirmationDesk(world, owner);
  const rows = await loadContacts(world.database, owner, contacts);
  return new Map(rows.map((contact) => [contact.contactId, framing(contact, desk).frame]));
}

function framing(contact: ContactRow, desk: RenderDesk) {
  const names = namesOf(contact, desk);
  const [locale, voice] = [localeOf(contact.locale), voiceOf(contact, desk)];
  return { names, frame: frameOfWords({ voice, locale, facts: names, seed: contact.contactId }) };
}

/** In their thread, to the address that they wrote from as far as it is theirs. */
async function headOf(
  { database }: WorldInside,
  owner: OwnerId,
  { messageId, contactId }: KeptAnswer,
  { addresses }: ContactRow,
): Promise<{ to: Address; subject: string }> {
  const read = messageId === undefined ? undefined : await messageHead(database, owner, messageId);
  const from = addresses.find((one) => one === read?.from);
  const subject = read?.subject ?? (await lastSubjectTo(database, owner, contactId)) ?? "";
  const plain = (answeredSubject(subject)?.rest ?? subject).replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
  return { to: from ?? addresses[0] ?? "", subject: plain === "" ? withoutSubject : `Re: ${plain}` };
}

const withoutSubject = "Re:";

type Kept = Pick<NewDraft, "to" | "facts" | "lint"> & { answer: KeptAnswer; contact: ContactRow; letter: Letter };

/** As the standing version of the answer; undefined when an earlier one has begun to leave. */
async function keep(
  inside: WorldInside,
  owner: OwnerId,
  { answer, contact, to, letter, facts, lint }: Kept,
): Promise<DraftId | undefined> {
  const { database, ids, clock } = inside;
  const now = clock.now();
  const { answerId, messageId } = answer;
  const { contactId } = contact;
  const textHash = hashOf({ to, ...letter, offer: undefined, nudges: [] });
  const errand = ownAnswerErrand(contactId, answerId, now);
  const before = await findErrand(database, owner, errand);
  const approved = (await approvedDrafts(database, owner)).find(({ followUpId }) => followUpId === before);
  if (approved !== undefined) {
    const standing = await findDraft(database, owner, approved.draftId);
    if (standing?.textHash.equals(textHash)) return approved.draftId;
    if ((await takeBackInside(inside, owner, approved.draftId)) !== "taken_back") return undefined;
  }
  await saveErrands(database, owner, [{ ...errand, followUpId: before ?? ids.next<FollowUpId>() }], now);
  const followUpId = (await findErrand(database, owner, errand))!;
  await saveDraft(database, owner, {
    draftId: ids.next<DraftId>(),
    contactId,
    followUpId,
    kind: ownAnswer,
    locale: localeOf(contact.locale),
    because: [errand.because],
    to,
    ...letter,
    textHash,
    offer: undefined,
    facts,
    lint,
    question: undefined,
    isEdited: true,
    staleBecause: because("R41.edited", "You put it in other words."),
    at: now,
    keptUntil: after(now, { days: (await retentionOf(inside, owner)).letterDays }),
    ...(messageId !== undefined && { answersMessageId: messageId }),
  });
  await wakeWriteBacks(database, owner, now);
  return (await proposedDraft(database, owner, followUpId))!.draftId;
}
