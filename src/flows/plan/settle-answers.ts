/**
 * What came back leads to something (M6, R34): every letter once, and once more when the owner says that it means something
 * else, as long as nothing was booked by it. What is plain is done; what is not waits in the inbox.
 */
import { because } from "../../domain/because.ts";
import type { AnswerId, OwnerId } from "../../domain/ids.ts";
import { letterKey, settledLetters } from "../../store/answers.ts";
import type { World } from "../world.ts";
import type { LetterRead } from "./read-letters.ts";
import { settleAnswer } from "./settle-answer.ts";

/** After what was answered is read, and before what is due is decided. */
export async function settleAnswers(
  world: World,
  owner: OwnerId,
  letters: readonly LetterRead[],
): Promise<{ settled: number }> {
  if (letters.length === 0) return { settled: 0 };
  const settled = await settledLetters(world.database, owner);
  let count = 0;
  for (const letter of letters) {
    const { contactId, messageId, meant, said, at, writer, group } = letter;
    const before = settled.get(letterKey(contactId, messageId));
    const isDone = before !== undefined && (before.said === said || before.bookingId !== undefined);
    if (meant === undefined || isDone) continue;
    const last = lastOf(letters, letter);
    const outcome = await settleAnswer(world, owner, {
      answerId: before?.answerId ?? world.ids.next<AnswerId>(),
      contactId,
      source: "mail",
      messageId,
      writtenAt: at,
      meaning: meant,
      wroteAgain: last.messageId !== messageId,
      ...(said !== undefined && { said }),
      ...(group !== undefined && { group }),
      reasons: [...(writer.kind === "person" ? [] : [writer.because]), ...saidBecause(said)],
    });
    if (outcome !== "wait") count += 1;
  }
  return { settled: count };
}

/** Theirs, and not only under their name. */
const counts = ({ writer, meant }: LetterRead): boolean =>
  meant !== undefined && writer.kind !== "stranger" && writer.kind !== "forged";

const lastOf = (letters: readonly LetterRead[], letter: LetterRead): LetterRead =>
  letters.findLast((one) => one.contactId === letter.contactId && counts(one) && one.at > letter.at) ?? letter;

const saidBecause = (said: string | undefined) =>
  said === undefined ? [] : [because("M6.said_by_owner", "By your word, and not by the reading.")];
