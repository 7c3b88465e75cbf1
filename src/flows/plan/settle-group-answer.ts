/**
 * What a member of a group wrote is their word about its times and nobody else's (R11). It books nothing by itself: the group
 * is booked when all who are required share a time.
 */
import type { Because } from "../../domain/because.ts";
import { type GroupSettlement, settleGroup } from "../../domain/booking/settle-group.ts";
import type { GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import type { Suiting } from "../../domain/reply/suiting.ts";
import { after } from "../../domain/time.ts";
import { type KeptAnswer, saveAnswer } from "../../store/answers.ts";
import { bookingOfGroup } from "../../store/bookings.ts";
import { findGroup } from "../../store/groups.ts";
import { offerOfGroup } from "../../store/offers.ts";
import { lockOwner } from "../../store/owners.ts";
import { type Gathered, gatherGroup } from "../groups/gather-group.ts";
import { keepMembersWord } from "../groups/keep-group-answer.ts";
import { retentionOf } from "../privacy/retention.ts";
import type { World } from "../world.ts";
import { keepSettled } from "./keep-settled.ts";
import type { AnswerCame } from "./settle-answer.ts";

export type GroupAnswered = { groupId: GroupMeetingId; suits: Suiting };

/** Undefined when there is no such group. */
export async function settleGroupAnswer(
  world: World,
  owner: OwnerId,
  came: AnswerCame,
  { groupId, suits }: GroupAnswered,
): Promise<KeptAnswer | undefined> {
  const { database } = world;
  const group = await findGroup(database, owner, groupId);
  if (group === undefined) return undefined;
  const bookedAt = (await bookingOfGroup(database, owner, groupId))?.startsAt;
  const { meaning, writtenAt } = came;
  const about = { meaning, suits, writtenAt, state: group.state, ...(bookedAt !== undefined && { bookedAt }) };
  const settlement = settleGroup(about, world.clock.now());
  const offer = await offerOfGroup(database, owner, groupId);
  const answer = { ...answerOf(came, settlement), ...(offer !== undefined && { offerId: offer.offerId }) };
  await keep(world, owner, { groupId, answer, settlement });
  if (settlement.kind !== "say" || came.wroteAgain) return answer;
  const { messageId } = came;
  const source = came.source === "page" ? "page" : "reply";
  const come = await gatherGroup(world, owner, { groupId, source, ...(messageId !== undefined && { messageId }) });
  return come === undefined ? answer : keepOutcome(world, owner, outcomeOf(answer, come));
}

const keep = (
  world: World,
  owner: OwnerId,
  kept: { groupId: GroupMeetingId; answer: KeptAnswer; settlement: GroupSettlement },
): Promise<void> =>
  world.database.transaction().execute(async (database) => {
    const inside = { ...world, database };
    await lockOwner(database, owner);
    const { groupId, answer, settlement } = kept;
    await keepSettled(inside, owner, answer);
    if (settlement.kind !== "say") return;
    const { contactId } = answer;
    await keepMembersWord(inside, owner, {
      groupId,
      contactId,
      answer: settlement.answer,
      because: settlement.because,
    });
  });

function answerOf(came: AnswerCame, settlement: GroupSettlement): KeptAnswer {
  const { reasons, meaning, wroteAgain: _, group: __, ...known } = came;
  const led = { say: "noted", ask_owner: "asked_owner", nothing: "nothing" } as const;
  return {
    ...known,
    meaning: meaning.kind,
    ledTo: led[settlement.kind],
    because: [...reasons, settlement.because],
    state: settlement.kind === "ask_owner" ? "open" : "settled",
  };
}

function outcomeOf(answer: KeptAnswer, come: Gathered): KeptAnswer {
  const withReason = (reason: Because) => ({ ...answer, because: [...answer.because, reason] });
  switch (come.kind) {
    case "booked":
      return { ...answer, ledTo: "booked", bookingId: come.bookingId };
    case "wait":
      return withReason(come.because);
    case "ask_owner":
      return { ...withReason(come.because), ledTo: "asked_owner", state: "open" };
  }
}

async function keepOutcome(world: World, owner: OwnerId, answer: KeptAnswer): Promise<KeptAnswer> {
  const at = world.clock.now();
  const keptUntil = after(at, { days: (await retentionOf(world, owner)).textDays });
  await saveAnswer(world.database, owner, answer, { at, keptUntil });
  return answer;
}
