/** An answer as it was settled, kept with its line in what happened with the person, and with the day on which its text goes. */
import type { OwnerId } from "../../domain/ids.ts";
import { after } from "../../domain/time.ts";
import { type KeptAnswer, saveAnswer } from "../../store/answers.ts";
import { addRecord } from "../../store/contact-records.ts";
import { setTimerBy } from "../../store/timers.ts";
import { retentionOf } from "../privacy/retention.ts";
import type { WorldInside } from "../world.ts";

/** Behind the owner's lock. */
export async function keepSettled(inside: WorldInside, owner: OwnerId, answer: KeptAnswer): Promise<void> {
  const { database, clock, ids } = inside;
  const at = clock.now();
  const keptUntil = after(at, { days: (await retentionOf(inside, owner)).textDays });
  await saveAnswer(database, owner, answer, { at, keptUntil });
  await setTimerBy(database, owner, { kind: "erase_kept_text", subjectId: owner }, keptUntil);
  // Whoever wrote on the booking page does not wait for what is due and for the letters to be worked out.
  if (answer.source === "page") await setTimerBy(database, owner, { kind: "decide_follow_ups", subjectId: owner }, at);
  const { answerId, contactId, because: reasons } = answer;
  await addRecord(database, owner, {
    recordId: ids.next(),
    contactId,
    at,
    what: "answered",
    subject: { kind: "answer", id: answerId },
    because: reasons.slice(-1),
  });
}
