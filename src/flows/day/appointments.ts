/** The owner's meetings of the coming hours, each with those of its guests who are contacts. */
import { ownDomainsOf } from "../../domain/contact/address.ts";
import { type Appointment, agenda } from "../../domain/day/appointments.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { localDays } from "../../domain/local-days.ts";
import { after, type Instant } from "../../domain/time.ts";
import { contactsAt } from "../../store/contacts.ts";
import { ownerAddresses } from "../../store/owners.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { Policy } from "../owner/policy-of.ts";
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
  const mine = ownAddressesOf({ addresses: await ownerAddresses(database, owner) });
  const coming = await comingMeetings(world, { owner, policy, now, mine }, daysAhead);
  const known = await contactsAt(
    database,
    owner,
    coming.flatMap(({ guests }) => guests),
  );
  return coming.map((one) => ({
    ...one,
    contacts: [...new Set(one.guests.flatMap((address) => known.get(address) ?? []))],
  }));
}

/** Meetings further ahead are looked for again by then: something is read or said before. */
const nextMeetingDays = 30;

/** When the next meeting with somebody from outside ends, whether they are a contact yet or not. */
export async function nextMeetingEnd(world: World, view: Looking): Promise<Instant | undefined> {
  const coming = await comingMeetings(world, view, nextMeetingDays);
  return coming.map(({ endsAt }) => endsAt).sort()[0];
}

type Looking = Pick<OwnerView, "owner" | "policy" | "now" | "mine">;

async function comingMeetings(
  world: World,
  { owner, policy, now, mine }: Looking,
  daysAhead: number | undefined,
): Promise<Appointment[]> {
  const { zone, evidence } = policy;
  const days = localDays(zone);
  const until = daysAhead === undefined ? days.endOf(days.dayOf(now)) : after(now, { days: daysAhead });
  const events = await eventsNear(world, { owner, now, zone }, { daysBack: 1, daysAhead: daysAhead ?? 1 });
  const own = { addresses: new Set(mine), domains: ownDomainsOf(mine) };
  return agenda(events, own, { now, until, smallMeetingMax: evidence.smallMeetingMax });
}
