/** Whether the owner's own words still stand when their letter is composed anew: ours are not laid over them, but facts may change. */
import { type Because, because } from "../../domain/because.ts";
import { type TimeNow, whyTimesFell } from "../../domain/draft/times-now.ts";
import { sayBusy } from "../../domain/meeting/say-refusal.ts";
import { millisOf } from "../../domain/time.ts";
import type { StandingDraft } from "../../store/drafts.ts";
import type { Desk } from "../letters/desk.ts";
import { wordsHash } from "../letters/nudges.ts";
import type { LetterWritten } from "../letters/write-letter.ts";
import { composedHashOf } from "./stored-facts.ts";

/** Undefined as long as they stand. */
export function whyStale(
  own: StandingDraft,
  ours: Pick<LetterWritten, "body" | "offer" | "to" | "kind">,
  { now, free, policy }: Pick<Desk, "now" | "free" | "policy">,
): Because | undefined {
  if (ours.to !== own.to || ours.kind !== own.kind)
    return because("R41.another_letter", "Another letter is due to them now than the one that you changed.");
  if (wordsHash(ours, ours.offer?.lines ?? []) !== composedHashOf(own.facts))
    return because("R41.facts_changed", "What the letter was written from has changed since you edited it.");
  const times = (own.offer?.times ?? []).map(({ startsAt, endsAt }): TimeNow => {
    const inTheWay = (own.offer?.unchecked === true ? [] : free.busy).find(
      (busy) => busy.contactId !== own.contactId && busy.startMs < millisOf(endsAt) && millisOf(startsAt) < busy.endMs,
    );
    return { startsAt, endsAt, ...(inTheWay !== undefined && { taken: `${sayBusy(inTheWay, free.clock)}.` }) };
  });
  return whyTimesFell(times, policy, now);
}
