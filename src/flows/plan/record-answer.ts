/**
 * What a person answered (M6, R21, R45): told by the owner with one tap, or read from their mail. It ends or pauses their
 * sequence, fills the item when a time is agreed on, and what is due follows at once. A refusal of all letters stops
 * everything.
 */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { EnrolmentAnswer, ReplyClass } from "../../domain/plan/enrolment.ts";
import type { Instant } from "../../domain/time.ts";
import { isContact } from "../../store/contact-stops.ts";
import { lockOwner } from "../../store/owners.ts";
import { followUp } from "../follow-up.ts";
import { stopContact } from "../lists/stop-contact.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";
import { keepAnswer } from "./keep-answer.ts";

export type Answered = {
  contactId: ContactId;
  meaning: ReplyClass;
  /** later: when to ask again. auto_away: when they are back. */
  until?: Instant;
  /** accept: the time agreed on, when one was. */
  startsAt?: Instant;
  /** Now unless said; never in the future. */
  at?: Instant;
};

export async function recordAnswer(
  world: World,
  owner: OwnerId,
  { contactId, meaning, until, startsAt, at }: Answered,
): Promise<"recorded" | "not_there"> {
  const now = world.clock.now();
  const zone = await ownerZone(world, owner);
  const answer: EnrolmentAnswer = {
    meaning,
    at: at === undefined || at > now ? now : at,
    ...(until !== undefined && { until }),
    ...(startsAt !== undefined && { startsAt }),
  };
  const isThere = await world.database.transaction().execute(async (transaction) => {
    if (!(await isContact(transaction, owner, contactId))) return false;
    await lockOwner(transaction, owner);
    await keepAnswer(transaction, owner, { contactId, answer, zone }, now);
    return true;
  });
  if (!isThere) return "not_there";
  if (meaning === "opt_out") await stopContact(world, owner, { contactId, source: "reply" });
  await followUp(world, owner);
  return "recorded";
}
