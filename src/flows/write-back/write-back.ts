/**
 * Writes into an account what its owner wished (account.wishes): cards of people they met, thirty-day reminders, letters among
 * the drafts. Nothing is made twice, whatever dies in between, and what they deleted there never comes again (R2, R16, S7).
 */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import type { ProviderAccount } from "../../integrations/provider.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { moveTimer } from "../../store/timers.ts";
import { loadWritten } from "../../store/written.ts";
import { withAccount } from "../accounts/with-account.ts";
import { keepHolds } from "../booking/keep-holds.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";
import type { WriteDesk } from "./desk.ts";
import { keepCards } from "./keep-cards.ts";
import { keepDrafts } from "./keep-drafts.ts";
import { keepReminders } from "./keep-reminders.ts";
import { writeBackTimer } from "./write-back-timer.ts";

/** Where something stands that the owner may tick off, edit, send or throw away. */
const lookAgainMinutes = 15;

/** False when the account is not open. */
export async function writeBack(
  world: World,
  owner: OwnerId,
  accountId: AccountId,
  signal: AbortSignal,
): Promise<boolean> {
  const written = await withAccount(world, owner, accountId, async (opened, account) => {
    const desk: WriteDesk = { world, owner, account, signal, zone: await ownerZone(world, owner), looks: [] };
    await inTurn(partsOf(desk, opened));
    const next = await nextLook(desk);
    if (next !== undefined) await moveTimer(world.database, owner, writeBackTimer(accountId), next);
    return true;
  });
  return written === true;
}

function partsOf(desk: WriteDesk, { mail, people, tasks, calendar }: ProviderAccount): (() => Promise<void>)[] {
  const { wishes } = desk.account;
  const book = people?.write;
  const drafts = mail?.drafts;
  const write = calendar?.write;
  return [
    ...(wishes.includes("contacts") && book !== undefined ? [() => keepCards(desk, book)] : []),
    ...(wishes.includes("tasks") && tasks !== undefined ? [() => keepReminders(desk, tasks)] : []),
    ...(write !== undefined ? [() => keepHolds(desk, write, { isWished: wishes.includes("holds") })] : []),
    ...(drafts !== undefined ? [() => keepDrafts(desk, drafts, { isWished: wishes.includes("drafts") })] : []),
  ];
}

/** Trouble with one part keeps none of the others; the first of it is thrown when all had their turn. */
async function inTurn(parts: readonly (() => Promise<void>)[]): Promise<void> {
  let trouble: TroubleError | undefined;
  for (const part of parts) {
    try {
      await part();
    } catch (error) {
      if (!(error instanceof TroubleError) || error.trouble.kind === "sign_in_again") throw error;
      trouble ??= error;
    }
  }
  if (trouble !== undefined) throw trouble;
}

async function nextLook({ world, owner, account, looks }: WriteDesk): Promise<Instant | undefined> {
  const { wishes, accountId } = account;
  const watched = [
    ...(wishes.includes("tasks") ? await loadWritten(world.database, owner, accountId, "task") : []),
    ...(await loadWritten(world.database, owner, accountId, "draft")),
  ];
  const stands = watched.some(({ state }) => state === "standing" || state === "changed");
  const [next] = [...looks, ...(stands ? [after(world.clock.now(), { minutes: lookAgainMinutes })] : [])].sort();
  return next;
}
