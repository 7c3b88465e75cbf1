import { sentOn } from "../domain/draft/sent-day.ts";
import { type Instant, parseDay } from "../domain/time.ts";
import { type Ask, worldOf } from "./context.ts";

/** The moment of a day that the owner tells something of afterwards; undefined when it is none, to come, or too long ago. */
export function toldDay(ask: Ask, text: string): Instant | undefined {
  const day = parseDay(text);
  return day && sentOn(day, { zone: ask.var.owner.zone, now: worldOf(ask).clock.now() });
}
