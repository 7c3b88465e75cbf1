/**
 * How surely a person is who they say (R8), 0 to 4, from what happened only. Shown as "not met yet", never as a doubt
 * about the person.
 */
import { type Because, because } from "../because.ts";
import type { Address } from "../mail/message.ts";
import type { Interaction } from "../relationship/interaction.ts";
import { endOf } from "../relationship/summary.ts";
import type { Instant } from "../time.ts";
import { domainOf } from "./address.ts";
import { isHouseOf } from "./house.ts";

/** 0 unseen, 1 mail both ways, 2 the employer's domain or a known introducer, 3 live by video or phone, 4 met in person. */
export type VerificationLevel = 0 | 1 | 2 | 3 | 4;

export type Verification = { level: VerificationLevel; because: Because };

export type Claimed = {
  /** Addresses that they have written from. */
  wroteFrom: readonly Address[];
  /** The employer that a card or signature names. */
  company?: string;
  /** Contact id of a known person who introduced them. */
  introducedBy?: string;
};

export function verify(interactions: readonly Interaction[], claimed: Claimed, now: Instant): Verification {
  const past = interactions.filter((one) => endOf(one) <= now && one.depth !== "passive");
  const live = past.filter((one) => one.depth === "conversation");
  if (live.some((one) => one.mode === "in_person")) return level(4, "You have met in person.");
  if (live.some((one) => one.mode === "video" || one.mode === "phone"))
    return level(3, "You have spoken live, not met yet.");
  if (claimed.introducedBy !== undefined) return level(2, "Introduced by somebody you know, not met yet.");
  const mail = past.filter((one) => one.mode === "email");
  // An address on a list proves nothing until something came from it.
  const hasWritten = mail.some((one) => one.direction !== "outbound");
  const house = claimed.wroteFrom.map(domainOf).find((domain) => isHouseOf(domain, claimed.company));
  if (hasWritten && house !== undefined) return level(2, `They write from ${house}, not met yet.`);
  const isTwoWay =
    mail.some((one) => one.direction === "mutual") ||
    (mail.some((one) => one.direction === "inbound") && mail.some((one) => one.direction === "outbound"));
  return isTwoWay ? level(1, "Mail went both ways, not met yet.") : level(0, "Not met yet.");
}

const level = (reached: VerificationLevel, text: string): Verification => ({
  level: reached,
  because: because(`R8.level_${reached}`, text),
});
