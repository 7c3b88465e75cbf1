/** Everything that was decided about one person or address, with what it was decided from. */
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { ownerAddresses } from "../../store/owners.ts";
import {
  type DecisionSeen,
  type FollowUpSeen,
  type InteractionSeen,
  type PersonSeen,
  readDecisions,
  readFollowUps,
  readPerson,
  readTimeline,
  readTimelineSums,
  type TimelineSums,
} from "../../store/read/person.ts";
import { readSenders, type SenderSeen } from "../../store/read/senders.ts";
import { type Meant, meantBy, readMeant } from "../../store/read/who.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import type { World } from "../world.ts";

export type ExplainedPerson = {
  kind: "person";
  person: PersonSeen;
  /** The verdict on each of their addresses. */
  senders: SenderSeen[];
  sums: TimelineSums[];
  /** The newest few. */
  timeline: InteractionSeen[];
  followUps: FollowUpSeen[];
  decisions: DecisionSeen[];
};

export type Explanation =
  | ExplainedPerson
  /** An address that never became a contact: a machine, an ignored one, or one never dealt with. */
  | { kind: "sender"; sender: SenderSeen }
  | { kind: "owner"; address: string }
  | { kind: "several"; choices: Meant[] }
  | { kind: "nobody" };

const timelineMax = 12;

/** `who` is a name or an address, or a part of one; a whole one outranks those that only contain it. */
export async function explain(world: World, owner: OwnerId, who: string): Promise<Explanation> {
  const { database } = world;
  const mine = ownAddressesOf({ addresses: await ownerAddresses(database, owner) });
  const own = mine.find((address) => address === normaliseAddress(who));
  if (own !== undefined) return { kind: "owner", address: own };
  const meant = meantBy(who, await readMeant(database, owner, who));
  const [one, ...others] = meant;
  if (one === undefined) return { kind: "nobody" };
  if (others.length > 0) return { kind: "several", choices: [...meant] };
  if (one.kind === "sender") {
    const [sender] = await readSenders(database, owner, [one.address]);
    return sender === undefined ? { kind: "nobody" } : { kind: "sender", sender };
  }
  const person = await readPerson(database, owner, one.contactId);
  if (person === undefined) return { kind: "nobody" };
  const { rows: timeline } = await readTimeline(database, owner, one.contactId, { page: 1, rowsMax: timelineMax });
  return {
    kind: "person",
    person,
    senders: await readSenders(
      database,
      owner,
      person.identities.map(({ value }) => value),
    ),
    sums: await readTimelineSums(database, owner, one.contactId),
    timeline,
    followUps: await readFollowUps(database, owner, one.contactId),
    decisions: await readDecisions(database, owner, one.contactId),
  };
}
