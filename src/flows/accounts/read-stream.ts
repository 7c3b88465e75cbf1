/**
 * Reads one stream of an account, page by page: a page, the cursor behind it and its count are one transaction (S2). A cursor
 * that the provider does not know any more starts a bounded reading from the last success (S4).
 */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { before, type Instant } from "../../domain/time.ts";
import type { Cursor, From, Skipped } from "../../integrations/scan.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import type { InTransaction } from "../../store/database.ts";
import {
  advanceStream,
  countSkipped,
  noteFailure,
  type PageCounts,
  restartStream,
  type StoredStream,
} from "../../store/streams.ts";
import type { World } from "../world.ts";

export type Page = { cursor: Cursor; isLast: boolean; skipped: readonly Skipped[] };

export type Scan = { world: World; owner: OwnerId; account: AccountId; signal: AbortSignal };

export type Reading<P extends Page> = {
  pages(from: From): AsyncIterable<P>;
  /** Stores what the page holds, and says how much of it was new. */
  keep(transaction: InTransaction, stream: StoredStream, page: P, at: Instant): Promise<PageCounts>;
};

/** An expired cursor's bounded reading goes this much further back than the last success. */
const overlapDays = 1;
/** And at least so far: what was moved to where we read, out of the spam for one, keeps its old date. */
export const recentDays = 30;

/**
 * At least one page, and on while `goOn` says so. Gives the stream as it stands then; undefined when another reader has it.
 * Throws TroubleError after noting it at the stream.
 */
export async function readStream<P extends Page>(
  scan: Scan,
  stream: StoredStream,
  reading: Reading<P>,
  goOn: () => boolean,
): Promise<StoredStream | undefined> {
  const { world, owner, account, signal } = scan;
  let stands = stream;
  try {
    for await (const page of reading.pages(fromOf(stream))) {
      const moved = await keepPage(scan, stands, page, reading);
      if (moved === undefined || page.isLast || !goOn()) return moved;
      stands = moved;
    }
    return stands;
  } catch (error) {
    if (signal.aborted || !(error instanceof TroubleError)) throw error;
    const at = world.clock.now();
    if (error.trouble.kind === "cursor_spent" && stands.cursor !== undefined) {
      const restarted = await restartStream(world.database, owner, account, stands, {
        since: backTo(stands, at),
        why: "cursor_spent",
        at,
      });
      return restarted && readStream(scan, restarted, reading, goOn);
    }
    await noteFailure(world.database, owner, account, stands, { because: error.message, at });
    throw error;
  }
}

/** The past is read back to where it always was; what is fresh, back to when all was well. */
function backTo({ kind, since, succeededAt }: StoredStream, at: Instant): Instant {
  if (kind === "past" && since !== undefined) return since;
  const [well, recent] = [before(succeededAt ?? at, { days: overlapDays }), before(at, { days: recentDays })];
  return well < recent ? well : recent;
}

/** Undefined, and nothing kept, when somebody else moved the stream meanwhile. */
async function keepPage<P extends Page>(
  { world, owner, account }: Scan,
  stream: StoredStream,
  page: P,
  { keep }: Reading<P>,
): Promise<StoredStream | undefined> {
  const at = world.clock.now();
  try {
    return await world.database.transaction().execute(async (transaction) => {
      const counts = await keep(transaction, stream, page, at);
      await countSkipped(
        transaction,
        owner,
        account,
        stream,
        page.skipped.map(({ because, count, message }) => ({ because, count, example: message })),
      );
      const state = !page.isLast ? "reading" : stream.kind === "past" ? "over" : "current";
      const moved = await advanceStream(transaction, owner, account, stream, {
        cursor: page.cursor,
        at,
        state,
        counts,
      });
      if (moved === undefined) throw new MovedMeanwhile();
      return moved;
    });
  } catch (error) {
    if (error instanceof MovedMeanwhile) return undefined;
    throw error;
  }
}

/** Takes the page's rows back with the transaction. */
class MovedMeanwhile extends Error {}

const fromOf = ({ cursor, since }: StoredStream): From =>
  cursor !== undefined ? { after: cursor } : since !== undefined ? { since } : {};
