import { z } from "zod";
import { type Instant, parseInstant } from "../../domain/time.ts";
import { type Answered, answerDebrief } from "../../flows/day/answer-debrief.ts";
import { answerAbsent, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";

const form = z.object({
  event: z.uuid(),
  ended: z.custom<Instant>((value) => typeof value === "string" && parseInstant(value) === value),
  text: z.string().max(5000).default(""),
  held: z.enum(["yes", "no", "skip"]).optional(),
  back: z.string().optional(),
});

/** One tap, a few lines, or both. What was not understood is asked back on the same page. */
export async function answerOne(ask: Ask) {
  const { event, ended, text, held, back } = form.parse(await ask.req.parseBody());
  const here = wayBack(back, "/today");
  if (held === undefined && text.trim() === "") return goOn(ask, here);
  const answered: Answered = held === "skip" ? "skip" : { text, ...(held !== undefined && { isHeld: held === "yes" }) };
  const key = { eventId: event, endedAt: ended };
  const outcome = await answerDebrief(worldOf(ask), ownerIdOf(ask), key, answered);
  if (outcome.kind === "not_there") return answerAbsent(ask);
  return goOn(ask, here, held === "skip" ? "let_go" : outcome.open.length > 0 ? "debrief_open" : "debrief_kept");
}
