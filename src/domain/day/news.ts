/** What an open page may tell of by itself, if the owner asked for it: answers that wait, and that the daily round is ready. */
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { type Instant, isWeekend } from "../time.ts";

export type NewsFound = {
  /** Answers that wait for the owner, and when the newest of them came to wait. */
  answersOpen: number;
  answersOpenSince: Instant | undefined;
  /** Somebody is due. */
  isSomebodyDue: boolean;
  /** The page of the day was opened today: its round needs no announcing. */
  isDayOpened: boolean;
};

/** One line without names, since others may see the screen; undefined when nothing is new since `told`. */
export function sayNews(found: NewsFound, policy: Policy, now: Instant, told: Instant | undefined): string | undefined {
  const isNew = (at: Instant | undefined): boolean => at !== undefined && (told === undefined || at > told);
  const readyAt = roundReadyAt(found, policy, now);
  const hasNewAnswers = isNew(found.answersOpenSince);
  if (!hasNewAnswers && !isNew(readyAt)) return undefined;
  const answers = found.answersOpen === 1 ? "1 answer waits for you" : `${found.answersOpen} answers wait for you`;
  const parts = [...(hasNewAnswers ? [answers] : []), ...(isNew(readyAt) ? ["your round of the day is ready"] : [])];
  const said = parts.join(", and ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** On weekdays at its time, as long as the day was not looked at. */
function roundReadyAt(found: NewsFound, { zone, day }: Policy, now: Instant): Instant | undefined {
  const days = localDays(zone);
  const today = days.dayOf(now);
  const at = days.at(today, day.sittingAtMinute);
  return found.isSomebodyDue && !found.isDayOpened && !isWeekend(today) && at <= now ? at : undefined;
}
