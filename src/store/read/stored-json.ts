/** The shapes of stored JSON that pages show. What was stored by us and does not fit is a defect, so parsing throws. */
import { z } from "zod";
import type { Because } from "../../domain/because.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import { type Instant, parseInstant } from "../../domain/time.ts";

const instant = z.custom<Instant>((value) => typeof value === "string" && parseInstant(value) === value, {
  error: "not an instant",
});

const because = z.object({
  rule: z.string(),
  text: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const offer = z.object({
  lines: z.array(z.string()).readonly(),
  times: z.array(z.object({ startsAt: instant, endsAt: instant })).readonly(),
  mode: z.enum(["in_person", "video", "phone"]),
  place: z.string().optional(),
  calendar: z.discriminatedUnion("state", [
    z.object({ state: z.literal("fresh"), asOf: instant }),
    z.object({ state: z.literal("old"), asOf: instant }),
    z.object({ state: z.literal("none") }),
  ]),
  unchecked: z.boolean(),
  nothingBecause: z.string().optional(),
});

const finding = z.object({ rule: z.string(), weight: z.enum(["refuse", "warn"]), message: z.string() });

export type LintSeen = z.output<typeof finding>;

export const becauseOf = (stored: unknown): Because[] => z.array(because).parse(stored) as Because[];
export const offerOf = (stored: unknown): Offer | undefined =>
  (offer.nullish().parse(stored) ?? undefined) as Offer | undefined;
export const lintOf = (stored: unknown): LintSeen[] => z.array(finding).parse(stored);
