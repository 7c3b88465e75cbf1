/** Which letter a follow-up asks for: by its step, its kind, the meeting that the plan wants and how the two would meet. */
import { noShowRule } from "../../domain/relationship/missed.ts";
import type { DueFollowUp } from "../../store/follow-ups.ts";
import { isWrittenIn, type LetterKind, type Voice } from "../../templates/catalogue.ts";
import type { Occasion } from "../../templates/phrases.ts";

/** Undefined when there is nothing to write: a call to make, a card to post. */
export function letterKindOf(
  { kind, step, meeting, way, because }: Pick<DueFollowUp, "kind" | "step" | "meeting" | "way" | "because">,
  occasion: Occasion,
  voice: Voice,
): LetterKind | undefined {
  if (way !== "letter") return undefined;
  if (step === "nudge" || step === "closing_note") return step;
  switch (kind) {
    case "check_in":
      // The plan may make an invitation of it.
      return step === "invitation" ? invitation(meeting, occasion, voice) : kind;
    case "thank_you":
    case "role_change":
    case "after_decline":
      return kind;
    case "referral":
      return "referral_thanks";
    case "revive":
      // Of the two suggestions (R7), whoever has gone quiet is written to again, and whoever is new is invited.
      return because.some(({ rule }) => rule === "R7.revive") ? "revive" : invitation(meeting, occasion, voice);
    case "meet_by":
      // What stood and did not take place is found another time (R37).
      return because.some(({ rule }) => rule === noShowRule) ? "reschedule" : invitation(meeting, occasion, voice);
    case "someday":
      return invitation(meeting, occasion, voice);
    default:
      return undefined;
  }
}

const invitation = (meeting: DueFollowUp["meeting"], occasion: Occasion, voice: Voice): LetterKind =>
  meeting === "advice_call" && isWrittenIn("advice_call", voice) ? "advice_call" : occasion;
