/** What was approved and does not go on, and why: for the owner, who may have to say what became of it. */
import { type Because, because } from "../../domain/because.ts";
import { waitsForAccount } from "../../domain/draft/last-look.ts";
import { evolveSending } from "../../domain/draft/sending.ts";
import type { AccountId, ContactId, DraftId, EffectId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import {
  changeLetterEffect,
  findLetterEffect,
  type LetterEffect,
  openLetterEffects,
  sendTimer,
} from "../../store/effects.ts";
import { lockOwner } from "../../store/owners.ts";
import { findTimer, setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";
import { forgetDraft } from "./copy.ts";
import { finishLetter } from "./finish-letter.ts";

export type StuckLetter = {
  draftId: DraftId;
  contactId: ContactId;
  /** Absent for an approved letter that nothing sends. */
  effectId?: EffectId;
  since: Instant;
  because: Because;
  /** The owner is asked whether it stands in their sent mail. */
  asksOwner: boolean;
};

/** A letter whose time came so long ago should have left, or have said what it waits for. */
const lateMinutes = 30;

/** The oldest first. */
export async function stuckLetters(world: World, owner: OwnerId): Promise<StuckLetter[]> {
  const now = world.clock.now();
  const found: StuckLetter[] = [];
  for (const effect of await openLetterEffects(world.database, owner)) {
    const reason = whyStuck(effect, now);
    if (reason === undefined) continue;
    const { draftId, contactId, effectId, changedAt: since, sending } = effect;
    found.push({ draftId, contactId, effectId, since, because: reason, asksOwner: sending.state === "ask_owner" });
  }
  return found;
}

function whyStuck({ sending, plannedAt, waitsFor }: LetterEffect, now: Instant): Because | undefined {
  if (sending.state === "ask_owner") return sending.because;
  // Only the owner can help.
  if (waitsForAccount(waitsFor)) return waitsFor;
  if (after(plannedAt, { minutes: lateMinutes }) > now) return undefined;
  return waitsFor ?? because("R41.late", "It should have left by now: is Rapport running, and its account open?");
}

/**
 * Sets what nothing would go on with in motion again: letters without their timers. Says how many there were; there are none as
 * long as everything is decided in one transaction.
 */
export async function rearmLetters(world: World, owner: OwnerId): Promise<number> {
  if ((await openLetterEffects(world.database, owner)).length === 0) return 0;
  const now = world.clock.now();
  return world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    let rearmed = 0;
    for (const { effectId, plannedAt, sending } of await openLetterEffects(transaction, owner)) {
      if (sending.state === "ask_owner") continue;
      if ((await findTimer(transaction, owner, sendTimer(effectId))) !== undefined) continue;
      await setTimer(transaction, owner, sendTimer(effectId), plannedAt > now ? plannedAt : now);
      rearmed += 1;
    }
    if (rearmed > 0) world.log.error({ ownerId: owner, letters: rearmed }, "approved letters had lost their timers");
    return rearmed;
  });
}

/** An account works again: letters that waited for it go on at once. */
export async function wakeLetters(
  connection: Connection,
  owner: OwnerId,
  accountId: AccountId,
  now: Instant,
): Promise<void> {
  for (const effect of await openLetterEffects(connection, owner)) {
    if (effect.accountId !== accountId || !waitsForAccount(effect.waitsFor)) continue;
    await changeLetterEffect(connection, owner, effect, { sending: effect.sending, plannedAt: now }, now);
    await setTimer(connection, owner, sendTimer(effect.effectId), now);
  }
}

/** sent: it stands in the sent mail. send: it does not, so it is sent. leave: it is not to be sent any more. */
export type StuckAnswer = "sent" | "send" | "leave";

export async function settleStuck(
  world: World,
  owner: OwnerId,
  { effectId, answer }: { effectId: EffectId; answer: StuckAnswer },
): Promise<"settled" | "not_there"> {
  const effect = await findLetterEffect(world.database, owner, effectId);
  if (effect?.sending.state !== "ask_owner") return "not_there";
  switch (answer) {
    case "sent":
      await finishLetter({ world, owner }, effect, { kind: "sent", at: effect.sending.at });
      return "settled";
    case "leave":
      await finishLetter({ world, owner }, effect, { kind: "withdraw", because: leftAlone });
      return "settled";
    case "send":
      return (await beginAgain(world, owner, effect)) ? "settled" : "not_there";
  }
}

const leftAlone = because("R41.left_alone", "You said that it is not to be sent any more.");

/** As the same letter: what may still stand among the drafts is found by its marker. */
async function beginAgain(world: World, owner: OwnerId, effect: LetterEffect): Promise<boolean> {
  const now = world.clock.now();
  return world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const sending = evolveSending(effect.sending, { kind: "begun_again" });
    const to = { sending, plannedAt: now };
    if ((await changeLetterEffect(transaction, owner, effect, to, now)) === undefined) return false;
    await forgetDraft(transaction, owner, effect, now);
    await setTimer(transaction, owner, sendTimer(effect.effectId), now);
    return true;
  });
}
