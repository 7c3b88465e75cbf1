/**
 * An owner as nearly every flow asks for them: who they are, what they set, and the day from which their affairs are looked
 * at. It is read once, where a flow begins, and handed down; what a step changes of it is read again after that step.
 */
import type { OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import { readOwner, type Settings } from "../../store/owner-read.ts";
import type { DatedZoneRow } from "../../store/owners.ts";
import type { World } from "../world.ts";
import { type KnownOwner, knownOwner, ownAddressesOf } from "./own-addresses.ts";
import { zoneOn } from "./owner-of.ts";
import { type Policy, policyFrom } from "./policy-of.ts";
import { type Viewpoint, viewpointFrom } from "./viewpoint.ts";

export type OwnerView = Viewpoint & {
  owner: OwnerId;
  /** As they sign; undefined while it is not known. */
  name: string | undefined;
  known: KnownOwner;
  /** Of the known addresses those to read the mail by, the best first. */
  mine: readonly Address[];
  /** The dated list of zones that the owner lives in, and the one that holds today. */
  zones: readonly DatedZoneRow[];
  zone: Zone;
  policy: Policy;
  settings: Settings;
  /** Whether an account other than the export files is open. */
  hasLivingAccount: boolean;
};

/** As of now, of the end of an old export, or of a moment that somebody said. */
export async function ownerView(world: World, owner: OwnerId, asOf?: Instant): Promise<OwnerView> {
  const clock = world.clock.now();
  const read = await readOwner(world.database, owner, clock);
  const { name, addresses, zones, settings, hasLivingAccount, lastSignAt: exportEndsAt } = read;
  const known = knownOwner(addresses);
  const zone = zoneOn(zones, world.hostZone, clock);
  return {
    ...viewpointFrom({ clock, exportEndsAt, asOf, hasLivingAccount }),
    owner,
    name,
    known,
    mine: ownAddressesOf(known),
    zones,
    zone,
    policy: policyFrom(settings.policy, zone),
    settings,
    hasLivingAccount,
  };
}
