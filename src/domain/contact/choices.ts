/** What the owner decided about one person. Everything may be undecided; nothing here is ever inferred. */
import { z } from "zod";
import { PhoneNumber } from "../meeting/ways.ts";

const day = z.iso.date();

export const contactChoices = z.object({
  /** Friend: invited directly, never asked for advice (R33). */
  purpose: z.enum(["business", "friend"]).optional(),
  /** The wished days between conversations (R7): 14, 30, 90, 180 or the owner's own. */
  cadenceDays: z.int().min(1).max(3650).optional(),
  /** When the cadence was set: people who were never contacted are due from here. */
  cadenceSince: day.optional(),
  status: z.enum(["active", "resting", "dormant", "archived", "blocked"]).optional(),
  /** A stop was lifted then (R45): what they wrote before stops nothing again. */
  allowedAt: z.iso.datetime().optional(),
  /** A call is enough for the 90 days (R17). */
  phoneCounts: z.boolean().optional(),
  /** The 90 days were extended, on this day (R17, once). */
  extendedOn: day.optional(),
  /** At day 90: keep at a low cadence, or let go (R17). */
  afterDeadline: z.enum(["low_cadence", "let_go"]).optional(),
  /** What the owner can offer (R16). */
  giveNote: z.string().max(500).optional(),
  /** "None yet", said on this day; asked again at day 20 (R16). */
  noGiveYetOn: day.optional(),
  /** How they can help the owner (R9). */
  helpsMeWith: z.string().max(500).optional(),
  /** One sentence of true admiration (R29). */
  admiration: z.string().max(300).optional(),
  isClient: z.boolean().optional(),
  isReferralSource: z.boolean().optional(),
  /** Both sides agreed to be introduced: ids of contacts (R12). */
  agreedToMeet: z.array(z.string()).optional(),
  /** Who brought the two together: the id of a contact (R12). */
  introducedBy: z.string().optional(),
  /** Their market in the owner's own words: segment, niche, whom they serve (R5). */
  describedAs: z.string().max(300).optional(),
  profileUrl: z.url().max(300).optional(),
  profession: z.string().max(100).optional(),
  /** Where they are called, in the owner's word (R27). */
  phone: PhoneNumber.optional(),
  postalAddress: z.string().max(500).optional(),
});
export type ContactChoices = z.output<typeof contactChoices>;
