/**
 * One approved letter leaves, once, whatever dies in between (provider-facts §9): a last look, a claim, the provider's draft,
 * one word to send it, and whatever nobody knows is found out before anything is done again. Each step is taken by
 * compare-and-set before its provider is asked; what comes next stands in the timer.
 */
import { because } from "../../domain/because.ts";
import { accountClosed, lastLook, type Verdict } from "../../domain/draft/last-look.ts";
import { claimSeconds, evolveSending, isOver, type SendingEvent } from "../../domain/draft/sending.ts";
import type { EffectId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import type { Drafts } from "../../integrations/mail.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { findConnected } from "../../store/accounts.ts";
import { findDraft, type StandingDraft } from "../../store/drafts.ts";
import { changeLetterEffect, findLetterEffect, type LetterEffect, sendTimer } from "../../store/effects.ts";
import { lockOwner } from "../../store/owners.ts";
import { dropTimer, setTimer } from "../../store/timers.ts";
import { withAccount } from "../accounts/with-account.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import type { WriteDesk } from "../write-back/desk.ts";
import { markedLetter } from "../write-back/marked-letter.ts";
import { type CopySeen, noteCopy, takeCopy } from "./copy.ts";
import { finishLetter } from "./finish-letter.ts";
import { heardSince, lookOnceMore } from "./last-look.ts";
import { reconcileLetter } from "./reconcile-letter.ts";

/** One letter in the sender's hands. */
export type Leaving = { desk: WriteDesk; drafts: Drafts; effect: LetterEffect; draft: StandingDraft };

/** Throws TroubleError when the account cannot be asked before anything was told: the letter is as it was. */
export async function sendLetter(world: World, owner: OwnerId, effectId: EffectId, signal: AbortSignal): Promise<void> {
  const effect = await findLetterEffect(world.database, owner, effectId);
  const draft = effect && (await findDraft(world.database, owner, effect.draftId));
  if (effect === undefined || draft === undefined || isOver(effect.sending) || effect.sending.state === "ask_owner")
    return dropTimer(world.database, owner, sendTimer(effectId));
  const { sending, plannedAt } = effect;
  // Told of too early, the minute of grace is the owner's.
  if (sending.state === "ready" && plannedAt > world.clock.now())
    return setTimer(world.database, owner, sendTimer(effectId), plannedAt);
  // Whoever has it in hand is alive, as far as can be told.
  if ("until" in sending && sending.until > world.wall.now())
    return setTimer(world.database, owner, sendTimer(effectId), after(world.clock.now(), { seconds: claimSeconds }));
  const zone = await ownerZone(world, owner);
  const isDone = await withAccount(
    world,
    owner,
    effect.accountId,
    async ({ mail }, account) => {
      const drafts = mail?.drafts;
      if (drafts === undefined) return undefined;
      const desk: WriteDesk = { world, owner, account, zone, signal, looks: [] };
      await goOn({ desk, drafts, effect, draft });
      return true;
    },
    { isInteractive: true },
  );
  await world.failpoint("send_letter.done");
  if (isDone === undefined) await withoutAccount({ world, owner }, effect);
}

/** It waits for an account that may come back; of one that was disconnected it goes back to the owner. */
async function withoutAccount(hand: Pick<WriteDesk, "world" | "owner">, effect: LetterEffect): Promise<void> {
  const { world, owner } = hand;
  const account = await findConnected(world.database, owner, effect.accountId);
  if (account !== undefined && account.state !== "closing" && account.state !== "closed")
    return keepWaiting(hand, effect, accountClosed(world.clock.now()));
  const { state } = effect.sending;
  const isTold = state === "sending" || state === "unknown";
  return finishLetter(
    hand,
    effect,
    isTold ? { kind: "ask", because: disconnectedMeanwhile } : { kind: "give_back", because: disconnected },
  );
}

const disconnected = because("S8.disconnected", "The account that it was to leave from is not connected any more.");
const disconnectedMeanwhile = because(
  "S8.disconnected",
  "Its account was disconnected before it was known whether it left. Is it in your sent mail?",
);

async function goOn(leaving: Leaving): Promise<void> {
  const { state } = leaving.effect.sending;
  if (state === "sending") {
    // Whoever told the provider died before its answer came.
    const left = await move(leaving, { kind: "left_open" });
    return left && goOn(left);
  }
  if (state === "unknown") {
    const waiting = await reconcileLetter(leaving);
    return waiting && attempt(waiting);
  }
  return attempt(leaving);
}

async function attempt(leaving: Leaving): Promise<void> {
  const { desk, drafts, effect, draft } = leaving;
  const { world, owner } = desk;
  if (draft.state !== "approved")
    return finishLetter(desk, effect, { kind: "withdraw", because: draft.endedBecause ?? notApproved });
  const policy = await policyOf(world, owner);
  const { looked, copy } = await lookOnceMore({ desk, drafts, effect, draft, policy });
  await world.failpoint("send_letter.looked");
  const verdict = lastLook(looked, policy, world.clock.now());
  if (verdict.kind === "wait") return keepWaiting(desk, effect, verdict);
  if (verdict.kind === "sent") return finishLetter(desk, effect, { ...verdict, by: "owner" });
  if (verdict.kind !== "go") return finishLetter(desk, effect, verdict);
  const claimed = await claim(leaving, copy);
  if (claimed === undefined) return;
  await world.failpoint("send_letter.claimed");
  const prepared = await prepare(claimed);
  if (prepared === undefined) return;
  await world.failpoint("send_letter.prepared");
  await tell(prepared);
}

const notApproved = because("R41.not_approved", "Your approval of it does not stand any more.");

/** Ours from now on, with the copy among the drafts; undefined when something changed since the look. */
async function claim(leaving: Leaving, { standing }: CopySeen): Promise<Leaving | undefined> {
  const { desk, effect, draft } = leaving;
  const { world, owner } = desk;
  const now = world.clock.now();
  const until = after(world.wall.now(), { seconds: claimSeconds });
  const claimed = await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const stands = await findDraft(transaction, owner, draft.draftId);
    const isApproved = stands?.state === "approved" && stands.textHash.equals(effect.payloadHash);
    if (!isApproved || (await heardSince({ database: transaction }, owner, effect)) !== undefined) return undefined;
    const taken = await takeCopy(transaction, owner, { effect, draft, standing }, now);
    if (taken === undefined) return undefined;
    const claim = evolveSending(effect.sending, { kind: "claimed", until });
    const isAdopted = taken.ref !== undefined && claim.state === "claimed";
    const sending = isAdopted ? evolveSending(claim, { kind: "prepared", draftRef: taken.ref! }) : claim;
    const changed = await changeLetterEffect(transaction, owner, effect, { sending, marker: taken.marker }, now);
    // The copy is not taken over without the letter.
    if (changed === undefined) throw new Error("another sender has the letter");
    await setTimer(transaction, owner, sendTimer(effect.effectId), after(now, { seconds: claimSeconds }));
    return changed;
  });
  if (claimed === undefined) {
    await setTimer(world.database, owner, sendTimer(effect.effectId), after(now, { seconds: lookAgainSeconds }));
    return undefined;
  }
  return { ...leaving, effect: claimed };
}

/** After something changed under the last look. */
const lookAgainSeconds = 5;

/** Among the drafts, by a draft of our own where none was taken over. */
async function prepare(leaving: Leaving): Promise<Leaving | undefined> {
  const { desk, effect } = leaving;
  if (effect.sending.state === "prepared") return leaving;
  const { world, owner } = desk;
  const ref = await put(leaving);
  if (ref === undefined) return undefined;
  await world.failpoint("send_letter.put");
  const sending = evolveSending(effect.sending, { kind: "prepared", draftRef: ref });
  const prepared = await world.database.transaction().execute(async (transaction) => {
    await noteCopy(transaction, owner, effect, ref, world.clock.now());
    return changeLetterEffect(transaction, owner, effect, { sending }, world.clock.now());
  });
  return prepared && { ...leaving, effect: prepared };
}

/** Undefined when the provider does not take it. Where nobody knows whether it is there, it is looked for at the next try. */
async function put(leaving: Leaving): Promise<string | undefined> {
  const { desk, drafts, effect, draft } = leaving;
  try {
    return (await drafts.put(await markedLetter(desk, draft, effect.marker), desk.signal)).draft;
  } catch (error) {
    if (!(error instanceof TroubleError) || error.trouble.kind !== "refused") throw error;
    await notTaken(leaving, error);
    return undefined;
  }
}

async function tell(leaving: Leaving): Promise<void> {
  const { desk, drafts } = leaving;
  const { world } = desk;
  const at = world.clock.now();
  const told = await move(leaving, { kind: "told", at });
  if (told?.effect.sending.state !== "sending") return;
  await world.failpoint("send_letter.sending");
  const { draftRef } = told.effect.sending;
  try {
    const { ref } = await drafts.send(draftRef, desk.signal);
    await world.failpoint("send_letter.sent");
    await finishLetter(desk, told.effect, { kind: "sent", at, ...(ref !== undefined && { ref }) });
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    await afterTrouble(told, error);
  }
}

/** What the provider did not do is tried again later; what it does not take goes back to the owner. */
async function afterTrouble(leaving: Leaving, error: TroubleError): Promise<void> {
  const { desk, effect } = leaving;
  switch (error.trouble.kind) {
    case "unknown_outcome":
    case "conflict":
    case "gone": {
      const { log } = desk.world;
      log.warn({ ownerId: desk.owner, effectId: effect.effectId, err: error }, "nobody knows whether it left");
      const open = await move(leaving, { kind: "left_open" });
      return open && goOn(open);
    }
    default: {
      const waiting = await move(leaving, { kind: "refrained" });
      if (waiting === undefined) return;
      if (error.trouble.kind !== "refused") throw error;
      return notTaken(waiting, error);
    }
  }
}

function notTaken({ desk, effect }: Leaving, error: TroubleError): Promise<void> {
  const text = `Your provider does not take it: ${error.message}`;
  return finishLetter(desk, effect, { kind: "give_back", because: because("R41.refused", text) });
}

/** Undefined when somebody else changed it meanwhile: it is theirs to go on with. */
async function move(leaving: Leaving, event: SendingEvent): Promise<Leaving | undefined> {
  const { desk, effect } = leaving;
  const sending = evolveSending(effect.sending, event);
  const { world, owner } = desk;
  const moved = await changeLetterEffect(world.database, owner, effect, { sending }, world.clock.now());
  return moved && { ...leaving, effect: moved };
}

/** As it is, until then. */
export async function keepWaiting(
  { world, owner }: Pick<WriteDesk, "world" | "owner">,
  effect: LetterEffect,
  { until, because: waitsFor }: { until: Instant; because: Extract<Verdict, { kind: "wait" }>["because"] },
): Promise<void> {
  await world.database.transaction().execute(async (transaction) => {
    const to = { sending: effect.sending, plannedAt: until, waitsFor };
    if ((await changeLetterEffect(transaction, owner, effect, to, world.clock.now())) !== undefined)
      await setTimer(transaction, owner, sendTimer(effect.effectId), until);
  });
}
