/** What the owner set about how they meet: where from, where, and how they are called. Each may be unknown. */
import { z } from "zod";
import type { CallBy } from "./mode.ts";
import { Venue } from "./venue.ts";

/** A telephone number as people write it. */
export const PhoneNumber = z
  .string()
  .trim()
  .regex(/^\+?[\d ()./-]{5,30}$/, "not a telephone number");

export const Ways = z.strictObject({
  /** "Lyon" or "Lyon, France": where the owner usually is. */
  baseCity: z.string().trim().min(1).max(120).optional(),
  venues: z.array(Venue).max(50).default([]),
  /** The owner's own video room, https. */
  standingLink: z
    .url({ protocol: /^https$/ })
    .max(300)
    .optional(),
  phone: PhoneNumber.optional(),
});
export type Ways = z.infer<typeof Ways>;

export const callsBy = ({ standingLink, phone }: Ways): CallBy[] => [
  ...(standingLink === undefined ? [] : [{ kind: "standing_link" as const, url: standingLink }]),
  ...(phone === undefined ? [] : [{ kind: "phone" as const, number: phone }]),
];
