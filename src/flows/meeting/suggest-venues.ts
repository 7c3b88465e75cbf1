/** Where the owner has met people before and could again: from the places of the last year's events, not yet among the venues. */
import type { OwnerId } from "../../domain/ids.ts";
import { proposeVenues, type VenueProposal } from "../../domain/meeting/venue.ts";
import { Ways } from "../../domain/meeting/ways.ts";
import { before, millisOf } from "../../domain/time.ts";
import { eventsAround } from "../../store/events.ts";
import { readSetting } from "../../store/settings.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import type { World } from "../world.ts";

const lookBackDays = 365;

export async function suggestVenues(world: World, owner: OwnerId): Promise<readonly VenueProposal[]> {
  const { now } = await viewpointOf(world, owner);
  const events = await eventsAround(world.database, owner, { from: before(now, { days: lookBackDays }), to: now });
  const { venues } = Ways.parse((await readSetting(world.database, owner, "ways")) ?? {});
  const known = new Set(venues.map(({ name }) => name.toLowerCase()));
  return proposeVenues(
    events.map(({ event }) => event),
    millisOf(now),
  ).filter(({ name }) => !known.has(name.toLowerCase()));
}

const askedMax = 4;

/** What to ask beside a letter that invites to a coffee: nothing once the owner has named a place. */
export async function venuesToAsk(world: World, owner: OwnerId): Promise<readonly VenueProposal[] | undefined> {
  const { venues } = Ways.parse((await readSetting(world.database, owner, "ways")) ?? {});
  if (venues.some(({ suits }) => suits.includes("coffee"))) return undefined;
  return (await suggestVenues(world, owner)).filter(({ suits }) => suits === "coffee").slice(0, askedMax);
}
