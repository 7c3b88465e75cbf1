/** The shapes of stored JSON that pages show. What was stored by us and does not fit is a defect, so parsing throws. */
import { z } from "zod";
import type { Because } from "../../domain/because.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import { type Instant, parseInstant, parseZone, type Zone } from "../../domain/time.ts";

const instant = z.custom<Instant>((value) => typeof value === "string" && parseInstant(value) === value, {
  error: "not an instant",
});

const because = z.object({
  rule: z.string(),
  text: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const becauses = z.array(because);

const times = z.array(z.object({ startsAt: instant, endsAt: instant })).readonly();
const text = z.string();

const offer = z.object({
  lines: z.array(z.string()).readonly(),
  times,
  ranges: times.exactOptional(),
  mode: z.enum(["in_person", "video", "phone"]),
  place: z.string().optional(),
  calendar: z.discriminatedUnion("state", [
    z.object({ state: z.literal("fresh"), asOf: instant }),
    z.object({ state: z.literal("old"), asOf: instant }),
    z.object({ state: z.literal("none") }),
  ]),
  unchecked: z.boolean(),
  nothingBecause: z.string().optional(),
  asked: z
    .object({
      lengthMinutes: z.number(),
      occasion: z.enum(["coffee", "lunch", "call"]),
      travelMinutes: z.number().exactOptional(),
      onlyDays: z.array(z.object({ firstDay: text, lastDay: text })).exactOptional(),
      meetUntil: instant.exactOptional(),
      readersZone: text.exactOptional(),
    })
    .exactOptional(),
});

const finding = z.object({
  rule: z.string(),
  weight: z.enum(["refuse", "warn"]),
  message: z.string(),
  /** The sentence at fault. */
  sentence: z.string().optional(),
});

const findings = z.array(finding);

export type LintSeen = z.output<typeof finding>;

export const becauseOf = (stored: unknown): Because[] => becauses.parse(stored) as Because[];
export const offerOf = (stored: unknown): Offer | undefined =>
  (offer.nullish().parse(stored) ?? undefined) as Offer | undefined;
export const lintOf = (stored: unknown): LintSeen[] => findings.parse(stored);

const missingShape = z.object({ missing: z.array(z.string()).default([]) });

/** What a letter that could not be written lacked. */
export const missingOf = (facts: unknown): string[] => missingShape.parse(facts).missing;

const leavingShape = z.object({
  nudges: z.array(z.unknown()).default([]).catch([]),
  readersZone: z.string().optional().catch(undefined),
});

/** How many reminders may follow a letter. */
export const remindersOf = (facts: unknown): number => leavingShape.parse(facts).nudges.length;

export function readersZoneOf(facts: unknown): Zone | undefined {
  const { readersZone } = leavingShape.parse(facts);
  return readersZone === undefined ? undefined : parseZone(readersZone);
}

const noteShape = z.object({
  note: z.object({ text: z.string(), charactersMax: z.number(), lint: z.unknown(), profileUrl: z.string().optional() }),
});

export type NoteSeen = { text: string; charactersMax: number; lint: LintSeen[]; profileUrl: string | undefined };

/** The note that stands beside a letter; undefined when there is none. */
export function noteOf(facts: unknown): NoteSeen | undefined {
  const read = noteShape.safeParse(facts);
  if (!read.success) return undefined;
  const { text, charactersMax, lint, profileUrl } = read.data.note;
  return { text, charactersMax, lint: lintOf(lint), profileUrl };
}
