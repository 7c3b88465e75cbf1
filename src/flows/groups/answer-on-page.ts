/** What a member of a group ticked on the page behind their link: settled as a letter of theirs is, and shown to nobody else. */
import { because } from "../../domain/because.ts";
import type { AnswerId, ContactId, GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import type { Suiting } from "../../domain/reply/suiting.ts";
import type { Instant } from "../../domain/time.ts";
import { settleGroupAnswer } from "../plan/settle-group-answer.ts";
import type { World } from "../world.ts";

export type TickedOnPage = {
  groupId: GroupMeetingId;
  contactId: ContactId;
  said: "declined" | { starts: readonly Instant[] };
};

export async function answerOnPage(
  world: World,
  owner: OwnerId,
  { groupId, contactId, said }: TickedOnPage,
): Promise<void> {
  const starts = said === "declined" ? [] : said.starts;
  const reason = because("R11.by_page", "They said it on the page behind their link.", { times: starts.length });
  const suits: Suiting = { kind: "suits", starts, because: reason };
  const came = {
    answerId: world.ids.next<AnswerId>(),
    contactId,
    source: "page",
    writtenAt: world.clock.now(),
    meaning: { kind: said === "declined" ? "decline" : "unclear", confidence: 1, because: [reason] },
    reasons: [],
    wroteAgain: false,
  } as const;
  await settleGroupAnswer(world, owner, came, { groupId, suits });
}
