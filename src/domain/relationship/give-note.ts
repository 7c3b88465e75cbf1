/** What the owner can offer a new person (R16): asked for at once, and again on day 20 when it was "none yet". */
import { type Because, because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import type { Instant } from "../time.ts";
import type { PersonHistory } from "./person.ts";

export type GiveNote =
  | { kind: "known"; note: string }
  | { kind: "asked"; because: Because }
  /** "None yet", and not yet time to ask again; or nothing that it would be needed for. */
  | { kind: "none" };

export function giveNoteOf({ name, encounter, give }: PersonHistory, policy: Policy, now: Instant): GiveNote {
  if (give?.note !== undefined && give.note.trim() !== "") return { kind: "known", note: give.note };
  if (encounter === undefined || encounter.channel === "card" || encounter.at > now) return { kind: "none" };
  const days = localDays(policy.zone);
  const metOn = days.dayOf(encounter.at);
  if (give?.noneYetOn === undefined) {
    return { kind: "asked", because: because("R16.give_note", `What can you offer ${name}? Or is it none yet?`) };
  }
  const againOn = days.later(metOn, policy.checkIn.askGiveAgainDays);
  if (days.dayOf(now) < againOn || give.noneYetOn >= againOn) return { kind: "none" };
  const text = `You had nothing to offer ${name} on ${give.noneYetOn}. ${policy.checkIn.askGiveAgainDays} days have passed since you met: is there something now?`;
  return { kind: "asked", because: because("R16.give_note_again", text, { noneYetOn: give.noneYetOn, againOn }) };
}
