/**
 * A letter of ours that came back (M2): told by the thread, by its own Message-ID, or by the address that failed. Its draft
 * failed, its sequence ends, and the owner reads what happened and at which other known address the person may be reached; none
 * is ever guessed. A letter that is only late has not come back.
 */
import { type Because, because } from "../../domain/because.ts";
import { sameMailbox } from "../../domain/contact/address.ts";
import type { AnswerId, OwnerId } from "../../domain/ids.ts";
import { type Bounce, readBounce } from "../../domain/mail/bounce.ts";
import type { MessageText } from "../../domain/mail/message.ts";
import { after, before } from "../../domain/time.ts";
import { saveAnswer } from "../../store/answers.ts";
import { addRecord } from "../../store/contact-records.ts";
import { addressesOf } from "../../store/contact-stops.ts";
import { setDraftState } from "../../store/drafts.ts";
import { lockOwner } from "../../store/owners.ts";
import { type LetterOut, lettersOut, type SystemMessage, systemMessages } from "../../store/read/bounces.ts";
import { closeOffers } from "../booking/close-offers.ts";
import { textsAt } from "../mail/texts-at.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { retentionOf } from "../privacy/retention.ts";
import type { World } from "../world.ts";
import { keepAnswer } from "./keep-answer.ts";

/** Mail systems give up within days. */
const heardDays = 14;

export async function hearBounces(world: World, owner: OwnerId, signal: AbortSignal): Promise<void> {
  const now = world.clock.now();
  const since = before(now, { days: heardDays });
  const letters = await lettersOut(world.database, owner, since);
  if (letters.length === 0) return;
  const lately = before(now, { hours: strangeHours });
  const messages = (await systemMessages(world.database, owner, since)).filter(
    (one) => letterMeant(letters, one, {}) !== undefined || one.headers.sentAt! > lately,
  );
  const placed = messages.map((thing) => ({ thing, place: thing.place }));
  for await (const { thing, text } of textsAt(world, owner, placed, { signal, isInteractive: false })) {
    const bounce = readBounce(thing.headers, text ?? noText)?.bounce;
    const letter = bounce && letterMeant(letters, thing, bounce);
    if (bounce !== undefined && letter !== undefined) await cameBack(world, owner, { message: thing, bounce, letter });
  }
}

/** What no header ties to a letter of ours may do so in its text: it is read while it is new, and not for days. */
const strangeHours = 24;

const noText: MessageText = { calendars: [], cards: [], attachments: [] };

/** The address alone tells only where it names whom the letter went to. */
const letterMeant = (
  letters: readonly LetterOut[],
  { rootKey, headers }: SystemMessage,
  { originalMessageId, recipient = headers.signals.failedRecipients?.[0] }: Partial<Bounce>,
): LetterOut | undefined =>
  letters.find(
    ({ headerId }) => headerId !== null && (headerId === originalMessageId || headerId === headers.inReplyTo),
  ) ??
  letters.find((letter) => letter.rootKey === rootKey) ??
  letters.find(({ to, sentAt }) => recipient !== undefined && sameMailbox(to, recipient) && sentAt <= headers.sentAt!);

type CameBack = { message: SystemMessage; bounce: Bounce; letter: LetterOut };

const cameBack = (world: World, owner: OwnerId, { message, bounce, letter }: CameBack): Promise<void> =>
  world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const now = world.clock.now();
    const { draftId, contactId, to } = letter;
    const writtenAt = message.headers.sentAt ?? now;
    const why = because(`M2.${bounce.reason}`, `The letter to ${to} did not arrive: ${says[bounce.reason]}`);
    const isOver = bounce.reason !== "delayed";
    if (isOver) {
      await setDraftState(database, owner, draftId, { from: ["sent"], to: "failed", because: why, at: now });
      const zone = await ownerZone(inside, owner);
      await keepAnswer(database, owner, { contactId, answer: { meaning: "bounce", at: writtenAt }, zone }, now);
      await closeOffers(inside, owner, { contactId, as: "withdrawn", because: why });
    }
    const others = (await addressesOf(database, owner, contactId)).filter((address) => !sameMailbox(address, to));
    const answerId = world.ids.next<AnswerId>();
    const reasons = isOver ? [why, elsewhere(others)] : [why];
    await saveAnswer(
      database,
      owner,
      {
        answerId,
        contactId,
        source: "mail",
        messageId: message.messageId,
        writtenAt,
        meaning: "bounce",
        ledTo: isOver ? "asked_owner" : "nothing",
        because: reasons,
        state: isOver ? "open" : "settled",
      },
      { at: now, keptUntil: after(now, { days: (await retentionOf(inside, owner)).textDays }) },
    );
    if (!isOver) return;
    const subject = { kind: "draft", id: draftId };
    await addRecord(database, owner, {
      recordId: world.ids.next(),
      contactId,
      at: now,
      what: "not_sent",
      subject,
      because: [why],
    });
  });

/** One bounce calls an address dead only where the mail system says so in as many words. */
const says: Readonly<Record<Bounce["reason"], string>> = {
  dead: "there is no such mailbox.",
  full: "the mailbox is full.",
  blocked: "it was refused there.",
  delayed: "it is late, and the mail system goes on trying.",
  unknown: "the mail system does not say why.",
};

const elsewhere = (others: readonly string[]): Because =>
  others.length === 0
    ? because("M2.no_other_address", "No other address of theirs is known.")
    : because("M2.other_address", `You know them at ${others.join(" and ")} as well.`);
