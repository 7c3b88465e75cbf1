/** The owner tells what a member said, or goes on without them; what the group comes to by it follows at once. */
import { type Because, because } from "../../domain/because.ts";
import type { MemberAnswer } from "../../domain/booking/group.ts";
import type { ContactId, GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import type { World } from "../world.ts";
import { type Gathered, gatherGroup } from "./gather-group.ts";
import { keepGroupAnswer } from "./keep-group-answer.ts";

export type ToldForMember = {
  groupId: GroupMeetingId;
  contactId: ContactId;
  answer: Exclude<MemberAnswer, { kind: "waiting" }>;
};

export async function tellForMember(
  world: World,
  owner: OwnerId,
  { groupId, contactId, answer }: ToldForMember,
): Promise<{ kind: "kept"; come: Gathered | undefined } | { kind: "not_there" }> {
  const isKept = await keepGroupAnswer(world, owner, { groupId, contactId, answer, because: reasons[answer.kind] });
  if (!isKept) return { kind: "not_there" };
  return { kind: "kept", come: await gatherGroup(world, owner, { groupId, source: "reply" }) };
}

const reasons: Readonly<Record<ToldForMember["answer"]["kind"], Because>> = {
  suits: because("R11.told_by_owner", "You told which of the times suit them."),
  declined: because("R11.told_by_owner", "You told that they do not come."),
  left_out: because("R11.left_out", "You go on without them."),
};
