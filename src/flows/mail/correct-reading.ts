/**
 * The owner says what a message is, or what it means for the times it answers. It outranks the reading for good, also
 * backwards: who wrote letters and who only answered by a program is evidence, and an answer moves a plan, so all that is read anew. Said
 * to ask for no more letters, it stops everything at once (R45).
 */
import type { MessageId, OwnerId } from "../../domain/ids.ts";
import type { SaidKind, SaidMeaning } from "../../domain/reply/reading-correction.ts";
import { findReadingCorrection, saveReadingCorrection, writerOfMessage } from "../../store/reading-corrections.ts";
import { setTimer } from "../../store/timers.ts";
import { stopContact } from "../lists/stop-contact.ts";
import type { World } from "../world.ts";

/** Null takes the word about it back; what is left out stays as it was said. */
export type ReadingSaid = { kind?: SaidKind | null; meaning?: SaidMeaning | null };

export async function correctReading(
  world: World,
  owner: OwnerId,
  message: MessageId,
  said: ReadingSaid,
): Promise<"done" | "unknown"> {
  const at = world.clock.now();
  const outcome = await world.database.transaction().execute(async (transaction) => {
    const before = await findReadingCorrection(transaction, owner, message);
    if (before === undefined) return "unknown";
    const kind = said.kind === undefined ? before.kind : (said.kind ?? undefined);
    const meaning = said.meaning === undefined ? before.meaning : (said.meaning ?? undefined);
    const correction = { ...(kind !== undefined && { kind }), ...(meaning !== undefined && { meaning }) };
    await saveReadingCorrection(transaction, owner, message, correction, at);
    if (kind === before.kind && meaning === before.meaning) return "noted";
    await setTimer(transaction, owner, { kind: "discover", subjectId: owner }, at);
    return "read_anew";
  });
  const writer = said.meaning === "opt_out" ? await writerOfMessage(world.database, owner, message) : undefined;
  if (writer !== undefined) await stopContact(world, owner, { contactId: writer, source: "reply" });
  if (outcome === "read_anew") await world.nudge({ job: "discover", ownerId: owner, subjectId: owner });
  return outcome === "unknown" ? "unknown" : "done";
}
