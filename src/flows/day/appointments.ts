/** The owner's meetings of the coming hours, each with those of its guests who are contacts. */
import { ownDomainsOf } from "../../domain/contact/address.ts";
import { type Appointment, agenda } from "../../domain/day/appointments.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { localDays } from "../../domain/local-days.ts";
import { after, type Instant } from "../../domain/time.ts";
import { identityKey, knownIdentities } from "../../store/contacts.ts";
import { ownerAddresses } from "../../store/owners.ts";
import type { Policy } from "../owner/policy-of.ts";
import { ownAddressesOf } from "../people/discover.ts";
import type { World } from "../world.ts";
import { eventsNear } from "./recent-events.ts";

export type Meeting = Appointment & { contacts: ContactId[] };

/** Those of the day of `now`, or of so many days of 24 hours from now. */
export async function appointments(
  world: World,
  owner: OwnerId,
  policy: Policy,
  now: Instant,
  daysAhead?: number,
): Promise<Meeting[]> {
  const { database } = world;
  const days = localDays(policy.zone);
  const until = daysAhead === undefined ? days.endOf(days.dayOf(now)) : after(now, { days: daysAhead });
  const events = await eventsNear(world, owner, now, { daysBack: 1, daysAhead: daysAhead ?? 1 });
  const mine = ownAddressesOf({ addresses: await ownerAddresses(database, owner) });
  const own = { addresses: new Set(mine), domains: ownDomainsOf(mine) };
  const known = await knownIdentities(database, owner);
  return agenda(events, own, { now, until, smallMeetingMax: policy.evidence.smallMeetingMax }).map((one) => ({
    ...one,
    contacts: [...new Set(one.guests.flatMap((address) => known.get(identityKey("address", address)) ?? []))],
  }));
}

/** Meetings further ahead are looked for again by then: something is read or said before. */
const nextMeetingDays = 30;

/** When the next meeting with somebody from outside ends, whether they are a contact yet or not. */
export async function nextMeetingEnd(
  world: World,
  owner: OwnerId,
  policy: Policy,
  now: Instant,
): Promise<Instant | undefined> {
  const coming = await appointments(world, owner, policy, now, nextMeetingDays);
  return coming.map(({ endsAt }) => endsAt).sort()[0];
}
