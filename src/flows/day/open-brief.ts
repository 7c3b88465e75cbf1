/** The brief for the next meeting with somebody, or for whenever it may be (R36). */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import { appointments } from "./appointments.ts";
import { type Brief, writeBrief } from "./write-brief.ts";

/** Meetings are looked for so many days ahead. */
const daysAhead = 14;

export async function openBrief(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  now: Instant,
): Promise<Brief | undefined> {
  const policy = await policyOf(world, owner);
  const coming = await appointments(world, owner, policy, now, daysAhead);
  const meeting = coming.find(({ contacts }) => contacts.includes(contactId));
  return writeBrief(world, owner, contactId, { now, zone: policy.zone, ...(meeting !== undefined && { meeting }) });
}
