/**
 * Answers in imported mail (M3, M6, R21, R45): what people who were asked for something wrote since, and what programs wrote
 * for them, kept in their sequences as a tap of the owner's would be. The owner's word about a letter outranks the reading.
 */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { type AutoReply, readAutoReply } from "../../domain/mail/auto-reply.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { EnrolmentAnswer } from "../../domain/plan/enrolment.ts";
import { addDays, type Instant, startOfDay, type Zone } from "../../domain/time.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import { contactsAt } from "../../store/contacts.ts";
import { loadEnrolments } from "../../store/enrolments.ts";
import { lockOwner } from "../../store/owners.ts";
import { readAutomaticAnswers } from "../../store/read/automatic-answers.ts";
import { stopContact } from "../lists/stop-contact.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { keepAnswer } from "./keep-answer.ts";
import type { LetterRead } from "./read-letters.ts";

type Found = {
  contactId: ContactId;
  answer: EnrolmentAnswer;
  /** Who wrote it, when it was a letter. */
  from?: Address;
};

/** Before what is due is decided; `letters` are theirs as read. Answers that are known already change nothing. */
export async function readAnswers(
  world: World,
  { owner, zone }: OwnerView,
  letters: readonly LetterRead[],
): Promise<{ kept: number }> {
  const { database } = world;
  const enrolments = await loadEnrolments(database, owner);
  if (enrolments.size === 0) return { kept: 0 };
  const written = letters.flatMap((letter): Found[] => {
    const answer = answerOf(letter, zone);
    return answer === undefined ? [] : [{ contactId: letter.contactId, answer, from: letter.from.address }];
  });
  const automatic = await automaticAnswers(world, owner, zone);
  const choices = await loadContactChoices(database, owner);
  const fresh = [...written, ...automatic].filter(({ contactId, answer }) => {
    const { allowedAt } = choices.get(contactId) ?? {};
    if (answer.meaning === "opt_out" && allowedAt !== undefined && answer.at <= allowedAt) return false;
    const last = enrolments.get(contactId)?.at(-1);
    const isKnown = last?.answers.some(({ at, meaning }) => at === answer.at && meaning === answer.meaning);
    return last !== undefined && answer.at > last.startedAt && isKnown !== true;
  });
  if (fresh.length === 0) return { kept: 0 };
  await database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    for (const { contactId, answer } of fresh)
      await keepAnswer(transaction, owner, { contactId, answer, zone }, world.clock.now());
  });
  for (const { contactId, answer, from } of fresh) {
    if (answer.meaning !== "opt_out") continue;
    await stopContact(world, owner, { contactId, source: "reply", ...(from !== undefined && { alsoAt: [from] }) });
  }
  return { kept: fresh.length };
}

/** What somebody else in the thread writes, or under a name that is not theirs, is nobody's answer. */
function answerOf(
  { at, said, writer, read, meant, answersOffer, group }: LetterRead,
  zone: Zone,
): EnrolmentAnswer | undefined {
  // By the owner's word it means something else: then nothing that was read beside it counts.
  if (said !== undefined && said !== read.kind) return { meaning: said, at };
  const isNobodys = said === undefined && (writer.kind === "stranger" || writer.kind === "forged");
  if (meant === undefined || isNobodys) return undefined;
  // What they say of a group is about that meeting alone; only a wish for no more letters is about all.
  if (group !== undefined && meant.kind !== "opt_out") return undefined;
  return {
    meaning: meant.kind,
    at,
    // What a letter of ours offered is agreed on once it is booked.
    ...(meant.kind === "accept" && !answersOffer && { startsAt: meant.slot.startsAt }),
    ...(meant.kind === "later" && meant.from !== undefined && { until: startOfDay(zone, meant.from) }),
  };
}

async function automaticAnswers(world: World, owner: OwnerId, zone: Zone): Promise<Found[]> {
  const answers = await readAutomaticAnswers(world.database, owner);
  const contacts = await contactsAt(
    world.database,
    owner,
    answers.map(({ headers }) => headers.from.address),
  );
  return answers.flatMap(({ headers, text }): Found[] => {
    const { from, sentAt } = headers;
    const contactId = contacts.get(from.address);
    const read = readAutoReply(headers, text)?.autoReply;
    if (contactId === undefined || sentAt === undefined || read === undefined) return [];
    const answer = automaticAnswer(read, sentAt, zone);
    return answer === undefined ? [] : [{ contactId, answer }];
  });
}

/** That a letter arrived, or was opened, is no answer. */
function automaticAnswer(read: AutoReply, at: Instant, zone: Zone): EnrolmentAnswer | undefined {
  switch (read.about) {
    case "away": {
      if (read.day === undefined) return { meaning: "auto_away", at };
      const backOn = read.says === "away_until" ? addDays(read.day, 1) : read.day;
      return { meaning: "auto_away", at, until: startOfDay(zone, backOn) };
    }
    case "left_company":
      return { meaning: "auto_left", at };
    case "received":
    case "read":
      return undefined;
  }
}
