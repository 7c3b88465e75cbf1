/** Asks once for what Gmail told its topic, and has it read: for whoever cannot be reached from outside (S3). */
import type { MailNews } from "../../integrations/push.ts";
import type { World } from "../world.ts";
import { hearMailNews } from "./hear-push.ts";

/** Waits for news, or some while for none; says how many there were. Throws TroubleError. */
export async function pullNews(world: World, source: MailNews, signal: AbortSignal): Promise<number> {
  const batch = await source.next(signal);
  let unknown = 0;
  for (const one of new Set(batch.news)) if (!(await hearMailNews(world, one))) unknown += 1;
  // Said again they would be no clearer.
  if (unknown > 0) world.log.warn({ messages: unknown }, "the topic for Gmail's news told of something else");
  // Whoever dies before it hears them again, and reads once more.
  await batch.heard(signal);
  return batch.news.length;
}
