/** Much mail and no talk (R9): people whom the owner writes with often and has not spoken with for long. */
import { type Because, because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { before, type Instant } from "../time.ts";
import type { PersonHistory } from "./person.ts";
import { endOf } from "./summary.ts";

/** The reason to bring the two to a talk of 15 minutes; undefined when they talk, or hardly write either. */
export function quietBecause(person: PersonHistory, { revive, zone }: Policy, now: Instant): Because | undefined {
  const writtenSince = before(now, { days: revive.touchesWithinDays });
  let letters = 0;
  let isTwoWay = false;
  let talkedAt: Instant | undefined;
  for (const one of person.interactions) {
    const at = endOf(one);
    if (at > now || one.depth === "passive") continue;
    // Mail alone is no talk here, however deep the thread went.
    if (one.depth === "conversation") talkedAt = talkedAt === undefined || at > talkedAt ? at : talkedAt;
    else if (one.mode === "email" && at >= writtenSince) {
      letters += 1;
      isTwoWay ||= one.direction !== "inbound";
    }
  }
  if (letters < revive.touchesMin || !isTwoWay) return undefined;
  if (talkedAt !== undefined && talkedAt > before(now, { days: revive.noTalkDays })) return undefined;
  const last = talkedAt === undefined ? "never talked" : `last talked on ${localDays(zone).dayOf(talkedAt)}`;
  const text = `You and ${person.name} wrote ${letters} letters in ${revive.touchesWithinDays} days and ${last}: 15 minutes by phone?`;
  return because("R9.much_mail_no_talk", text, { letters, ...(talkedAt !== undefined && { lastTalkAt: talkedAt }) });
}
