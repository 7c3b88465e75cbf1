/**
 * When the owner meets people at all: settings, as they are stored and edited. Wall times are `HH:MM` texts in the
 * owner's zone of the date (24:00 is the end of the day); an end at or before its start means the next morning.
 */
import { z } from "zod";
import { type PlainDate, parseDay } from "../time.ts";

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "a wall time is written HH:MM, 00:00 to 24:00");

export const Block = z
  .strictObject({ from: WallTime, until: WallTime })
  .refine((block) => block.from !== block.until, "a block of hours cannot be empty")
  .refine((block) => block.from !== "24:00", "a block of hours starts before 24:00");
export type Block = z.infer<typeof Block>;

const Blocks = z.array(Block).max(48);

/** Hours of each weekday; a day that is not named is closed. */
export const WeeklyHours = z.strictObject({
  monday: Blocks.default([]),
  tuesday: Blocks.default([]),
  wednesday: Blocks.default([]),
  thursday: Blocks.default([]),
  friday: Blocks.default([]),
  saturday: Blocks.default([]),
  sunday: Blocks.default([]),
});
export type WeeklyHours = z.infer<typeof WeeklyHours>;
export type WeeklyHoursInput = z.input<typeof WeeklyHours>;

const Day = z.custom<PlainDate>(
  (text) => typeof text === "string" && parseDay(text) !== undefined,
  "a day is written YYYY-MM-DD",
);

/**
 * Other hours on certain days, first and last day included; no blocks means closed. It also opens a public holiday.
 * Where several overrides meet on one day, only what each of them leaves open is open.
 */
export const Override = z
  .strictObject({ firstDay: Day, lastDay: Day, blocks: Blocks })
  .refine((override) => override.firstDay <= override.lastDay, "an override ends on or after its first day");
export type Override = z.infer<typeof Override>;

const minutes = (most: number) => z.int().min(0).max(most);
const workday: Block = { from: "09:00", until: "17:30" };
export const defaultHours: WeeklyHours = {
  monday: [workday],
  tuesday: [workday],
  wednesday: [workday],
  thursday: [workday],
  friday: [workday],
  saturday: [],
  sunday: [],
};
const closed = WeeklyHours.parse({});

export const Availability = z.strictObject({
  hours: WeeklyHours.default(defaultHours),
  overrides: z.array(Override).max(2_000).default([]),
  /** Hours kept for work alone: inside the hours, yet never offered. */
  focus: WeeklyHours.default(closed),
  /** ISO 3166 country, and its region where holidays differ inside it (`DE` and `by`); absent: no holidays are kept. */
  holidays: z.strictObject({ country: z.string().length(2), region: z.string().max(10).optional() }).optional(),
  bufferBeforeMinutes: minutes(1_440).default(0),
  bufferAfterMinutes: minutes(1_440).default(0),
  /** Least time between two meetings with people; buffers and travel count towards it. */
  meetingGapMinutes: minutes(1_440).default(0),
  /** From the planned sending to the earliest start. */
  leadHours: z
    .number()
    .min(0)
    .max(24 * 365)
    .default(36),
  /** From the planned sending to the latest end. */
  horizonDays: z.int().min(1).max(400).default(14),
  /** Starts are offered at wall times that are whole multiples of this since midnight. */
  startEveryMinutes: z
    .int()
    .min(1)
    .max(720)
    .refine((step) => 1_440 % step === 0, "a day must hold a whole number of steps")
    .default(30),
  meetingsPerDayMax: z.int().min(0).max(100).optional(),
  meetingsPerWeekMax: z.int().min(0).max(500).optional(),
  /** What the two caps count: our bookings and holds alone, or every meeting with other people as well. */
  capsCount: z.enum(["ours", "all_meetings"]).default("ours"),
  /** A day shows at most so many ranges (the longest ones), so that a letter does not draw the whole week. */
  rangesPerDayMax: z.int().min(1).max(10).optional(),
});
export type Availability = z.infer<typeof Availability>;

export const defaultAvailability: Availability = Availability.parse({});
