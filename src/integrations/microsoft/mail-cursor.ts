/**
 * Where a stream of mail stands. A fresh one goes round and round: it begins a chain of changes at the newest message there is,
 * follows it for a week, and begins another, since Outlook follows only so many messages in one chain.
 */
import { z } from "zod";
import { type Instant, parseInstant } from "../../domain/time.ts";
import type { Cursor } from "../scan.ts";
import { TroubleError } from "../trouble.ts";

const instant = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at !== undefined) return at;
  context.addIssue("no instant");
  return z.NEVER;
});

/** One chain: when it began, how many messages it told of, and the newest of them by Outlook's own clock. */
const chain = z.object({ beganAt: instant, told: z.number().int(), newestAt: instant.optional() });
export type Chain = z.output<typeof chain>;

const freshState = z.discriminatedUnion("at", [
  /** A chain is to begin with messages of that time; without one, with those that come from now on. */
  z.object({ at: z.literal("beginning"), from: instant.optional(), since: instant.optional() }),
  /** In a chain. `since`: once it stands, what came since then is listed. */
  z.object({ at: z.literal("chain"), link: z.string(), chain, since: instant.optional() }),
  /** Listing what came since, with the chain's link put by for afterwards. */
  z.object({ at: z.literal("listing"), link: z.string().optional(), since: instant, afterwards: z.string(), chain }),
]);
export type FreshState = z.output<typeof freshState>;

const pastState = z.discriminatedUnion("at", [
  z.object({ at: z.literal("listing"), link: z.string() }),
  z.object({ at: z.literal("over") }),
]);
export type PastState = z.output<typeof pastState>;

/** One message that was told of, and when Outlook took it in. */
const told = z.object({ ref: z.string(), at: instant });
export type Told = z.output<typeof told>;

const elsewhereState = z.object({
  /** Folders that have no part in it. */
  apart: z.array(z.string()),
  /** What was taken in from then on is listed; without it, everything: the mailbox was empty. */
  from: instant.optional(),
  /** Taken in since `from`, and told already. */
  told: z.array(told),
  /** In the middle of a listing: where it goes on, when it saw the newest of all, and what it told so far. */
  listing: z.object({ link: z.string(), newestAt: instant.optional(), told: z.array(told) }).optional(),
});
export type ElsewhereState = z.output<typeof elsewhereState>;

export const elsewhereStateOf = (cursor: Cursor): ElsewhereState => stateOf(elsewhereState, cursor);
export const freshStateOf = (cursor: Cursor): FreshState => stateOf(freshState, cursor);
export const pastStateOf = (cursor: Cursor): PastState => stateOf(pastState, cursor);

/** A cursor that cannot be read is as good as one that has ended. */
function stateOf<Shape extends z.ZodType>(shape: Shape, cursor: Cursor): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(cursor));
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof z.ZodError)
      throw new TroubleError({ kind: "cursor_spent" });
    throw problem;
  }
}

export const cursorOf = (state: FreshState | PastState | ElsewhereState): Cursor => JSON.stringify(state);
