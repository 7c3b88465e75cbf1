/** The sending of an approved letter: from which account, when, and what is known of its reader by now. */
import { isPaced, leavesAt, paceOf, type ToLeave } from "../../domain/draft/leaving-time.ts";
import type { ApprovalId, EffectId, OwnerId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policy.ts";
import { before, type Instant } from "../../domain/time.ts";
import type { StandingDraft } from "../../store/drafts.ts";
import { addLetterEffect, plannedLeavings, sendTimer } from "../../store/effects.ts";
import { findFollowUp } from "../../store/follow-ups.ts";
import { lastHeardFrom } from "../../store/mail-with.ts";
import { type LetterSentRow, sentLetters } from "../../store/sent-letters.ts";
import { setTimer } from "../../store/timers.ts";
import type { World, WorldInside } from "../world.ts";
import { sendingAccount } from "./sending-account.ts";
import { readersZoneOf } from "./stored-facts.ts";

export type ToPlan = { draft: StandingDraft; approvalId: ApprovalId; policy: Policy; from: Instant };

/** Undefined when no account of the owner's may send it: then it goes by hand. Called behind the owner's lock. */
export async function planLeaving(inside: WorldInside, owner: OwnerId, { draft, approvalId, policy, from }: ToPlan) {
  const { database, ids, clock } = inside;
  const { draftId, contactId, followUpId, textHash, kind } = draft;
  const accountId = await sendingAccount(inside, owner, draft);
  if (accountId === undefined) return undefined;
  const letter = await toLeave(inside, owner, draft);
  const draw = drawOf(inside.random(4));
  const left = leftLately(await sentLetters(database, owner), clock.now());
  const others = isPaced(paceOf(kind)) ? [...left, ...(await plannedLeavings(database, owner))] : [];
  const plannedAt = leavesAt(letter, others, draw, policy, from) ?? from;
  const effectId = ids.next<EffectId>();
  const heardUntil = await lastHeardFrom(database, owner, contactId);
  const marker = inside.random(16).toString("hex");
  const known = { effectId, accountId, draftId, contactId, followUpId, approvalId, marker, plannedAt, draw };
  await addLetterEffect(database, owner, { ...known, heardUntil, payloadHash: textHash }, clock.now());
  await setTimer(database, owner, sendTimer(effectId), plannedAt);
  return plannedAt;
}

/** Letters that left longer ago are in no other letter's way. */
const leftWithinDays = 2;

/** When letters left that others keep their distance from. */
export function leftLately(sent: readonly LetterSentRow[], now: Instant): Instant[] {
  const since = before(now, { days: leftWithinDays });
  return sent.filter(({ at, kind }) => at >= since && isPaced(paceOf(kind))).map(({ at }) => at);
}

/** Even numbers from 0 to 1, 1 excluded. */
const drawOf = (bytes: Buffer): number => bytes.readUInt32BE() / 2 ** 32;

/** What decides when a letter may leave, as far as it is stored beside it. */
export async function toLeave(
  { database }: Pick<World, "database">,
  owner: OwnerId,
  { kind, followUpId, facts }: StandingDraft,
): Promise<ToLeave> {
  const deadlineAt = (await findFollowUp(database, owner, followUpId))?.deadlineAt;
  const zone = readersZoneOf(facts);
  return { pace: paceOf(kind), ...(zone !== undefined && { zone }), ...(deadlineAt !== undefined && { deadlineAt }) };
}
