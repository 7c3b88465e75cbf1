/** What all writing into one connected account works with, and how a thing is made there once, whatever dies in between. */
import { createHash } from "node:crypto";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import {
  attemptsMax,
  settledAt,
  type Wanted,
  type Written,
  type WrittenKind,
  type WrittenState,
} from "../../domain/write-back/written.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import type { ConnectedAccount } from "../../store/accounts.ts";
import type { Connection } from "../../store/database.ts";
import { lockOwner } from "../../store/owners.ts";
import { changeWritten, loadWritten, type WrittenChange, wantWritten } from "../../store/written.ts";
import type { World } from "../world.ts";

export type WriteDesk = {
  world: World;
  owner: OwnerId;
  account: ConnectedAccount;
  zone: Zone;
  signal: AbortSignal;
  /** When there is something to look at again; filled while the work goes on. */
  looks: Instant[];
};

/** New things of one kind in one run; the others follow at once. */
const newMax = 50;

const newKey = ({ world }: Pick<WriteDesk, "world">): string => world.random(16).toString("hex");

/** All rows of a kind, with new ones for what is wanted and has none. */
export async function rowsFor(desk: WriteDesk, kind: WrittenKind, wanted: readonly Wanted[]): Promise<Written[]> {
  const { world, owner, account } = desk;
  const { accountId } = account;
  const known = await loadWritten(world.database, owner, accountId, kind);
  const unmade = wanted.filter(({ subjectId }) => !known.some((row) => row.subjectId === subjectId));
  if (unmade.length === 0) return known;
  const keyed = unmade.map((one) => ({ ...one, key: newKey(desk) }));
  const at = world.clock.now();
  return world.database.transaction().execute(async (transaction) => {
    // Of two accounts that are written into at once, one has the letter.
    await lockOwner(transaction, owner);
    const made = await wantWritten(transaction, owner, accountId, kind, keyed, { at, max: newMax });
    if (made === newMax) desk.looks.push(at);
    return loadWritten(transaction, owner, accountId, kind);
  });
}

/** In hex, of what is written: the same contents have the same. */
export const hashOf = (contents: unknown): string =>
  createHash("sha256").update(JSON.stringify(contents)).digest("hex");

/** The row as it is then; undefined when somebody else has it now, and it is theirs to go on. */
export const change = (
  { world, owner, account }: WriteDesk,
  written: Written,
  to: WrittenChange,
  connection: Connection = world.database,
): Promise<Written | undefined> => changeWritten(connection, owner, account.accountId, written, to, world.clock.now());

/** From the start, as another thing with a key of its own. */
export const beginAgain = (desk: WriteDesk, written: Written, { hash, about }: Wanted): Promise<Written | undefined> =>
  change(desk, written, {
    state: "wanted",
    key: newKey(desk),
    ref: undefined,
    hash,
    formerHash: undefined,
    about,
    attempts: 0,
  });

/** `formerHash`: of what stands there instead, until it is replaced. */
export type Made = { ref: string; formerHash?: string };

export type Maker<Thing extends { wanted: Wanted }> = {
  put(written: Written, thing: Thing): Promise<Made>;
  find(key: string): Promise<string | undefined>;
};

/**
 * Makes what is wanted, and finds out about what is unknown. The row is claimed before its provider is asked, and only the
 * answer, or a look for the key once every call must be over, tells that it is there or was never made.
 */
export async function make<Thing extends { wanted: Wanted }>(
  desk: WriteDesk,
  written: Written,
  thing: Thing | undefined,
  maker: Maker<Thing>,
): Promise<Written | undefined> {
  if (written.state === "unknown") {
    const ref = await maker.find(written.key);
    if (ref !== undefined) return change(desk, written, { state: "standing", ref });
    if (settledAt(written) > desk.world.clock.now()) {
      desk.looks.push(settledAt(written));
      return undefined;
    }
  }
  if (thing === undefined) {
    await change(desk, written, { state: "removed" });
    return undefined;
  }
  if (written.attempts >= attemptsMax) {
    const because = `${attemptsMax} times the provider left open whether it was made.`;
    await change(desk, written, { state: "refused", because });
    return undefined;
  }
  const { hash, about } = thing.wanted;
  const claimed = await change(desk, written, { state: "unknown", hash, about, attempts: written.attempts + 1 });
  return claimed && ask(desk, claimed, () => maker.put(claimed, thing));
}

async function ask(desk: WriteDesk, claimed: Written, put: () => Promise<Made>): Promise<Written | undefined> {
  try {
    const made = await put();
    if (made.formerHash !== undefined) desk.looks.push(settledAt(claimed));
    return await change(desk, claimed, { state: "standing", ...made });
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    const { trouble } = error;
    if (trouble.kind === "refused" || trouble.kind === "gone" || trouble.kind === "conflict") {
      await change(desk, claimed, { state: "refused", because: error.message });
      return undefined;
    }
    desk.looks.push(settledAt(claimed));
    desk.world.log.warn({ ownerId: desk.owner, kind: claimed.kind, err: error }, "nobody knows whether it was written");
    if (trouble.kind === "unknown_outcome") return undefined;
    // The provider's trouble, not this one thing's: the try does not count. Part of it may have been done, so it stays unknown.
    await change(desk, claimed, { state: "unknown", attempts: claimed.attempts - 1 });
    throw error;
  }
}

/** Takes the row into a state of its own before the step, so that nobody mistakes what it does for the owner's doing. */
export async function claim(
  desk: WriteDesk,
  written: Written,
  state: WrittenState,
  step: (claimed: Written, ref: string) => Promise<void>,
): Promise<void> {
  const claimed = await change(desk, written, { state });
  if (claimed !== undefined) await touch(desk, claimed, (at) => step(claimed, at));
}

/**
 * A step on what stands there, which may be done twice. What is gone there was deleted by the owner; what is not taken says
 * why; what is left open is looked at again.
 */
export async function touch(desk: WriteDesk, written: Written, step: (ref: string) => Promise<void>): Promise<void> {
  try {
    if (written.ref !== undefined) await step(written.ref);
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    switch (error.trouble.kind) {
      case "gone":
        await change(desk, written, { state: "deleted" });
        return;
      case "refused":
        await change(desk, written, { state: "refused", because: error.message });
        return;
      case "unknown_outcome":
      case "conflict":
        desk.looks.push(settledAt({ changedAt: desk.world.clock.now() }));
        return;
      default:
        throw error;
    }
  }
}
