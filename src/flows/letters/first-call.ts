/** Whoever is known from the net alone is first spoken with for ten minutes, whatever else was wanted with them (R8). */
import { verify } from "../../domain/contact/verification.ts";
import { firstMeeting } from "../../domain/contact/verification-warnings.ts";
import { warmUp } from "../../domain/contact/warm-up.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { Desk } from "./desk.ts";

/** Not for whoever was met, nor for whoever is surely who they say. */
export function isFirstCall(
  { contactId, metChannel, addresses, company }: ContactRow,
  interactions: readonly Interaction[],
  { choices, now }: Pick<Desk, "choices" | "now">,
): boolean {
  const { introducedBy } = choices.get(contactId) ?? {};
  const said = introducedBy === undefined ? {} : { introducedBy };
  const warm = warmUp({ interactions, ...said, ...(metChannel !== undefined && { channel: metChannel }) }, now);
  const claimed = { wroteFrom: addresses, ...said, ...(company !== undefined && { company }) };
  const { level } = verify(interactions, claimed, now);
  return firstMeeting({ level, isOnlineOnly: warm.state !== "not_needed" }).meeting === "advice_call";
}
