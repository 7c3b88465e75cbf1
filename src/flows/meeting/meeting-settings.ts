/** Everything the owner set about meeting people, as it stands: defaults where nothing was set. */
import type { OwnerId } from "../../domain/ids.ts";
import { Availability } from "../../domain/meeting/availability.ts";
import { BusyPolicy } from "../../domain/meeting/busy.ts";
import { Ways } from "../../domain/meeting/ways.ts";
import type { PlainDate, Zone } from "../../domain/time.ts";
import { sinceEver, zones } from "../../store/owners.ts";
import { readSetting } from "../../store/settings.ts";
import type { World } from "../world.ts";

export type MeetingSettings = {
  availability: Availability;
  busy: BusyPolicy;
  ways: Ways;
  home: Zone;
  /** Where the owner is from a day on, in order; home before the first of them. */
  travels: readonly { from: PlainDate; zone: Zone }[];
};

export async function meetingSettings(world: World, owner: OwnerId): Promise<MeetingSettings> {
  const { database } = world;
  const read = async (name: "availability" | "busy" | "ways") => (await readSetting(database, owner, name)) ?? {};
  const dated = await zones(database, owner);
  return {
    availability: Availability.parse(await read("availability")),
    busy: BusyPolicy.parse(await read("busy")),
    ways: Ways.parse(await read("ways")),
    home: dated.find(({ from }) => from === sinceEver)?.zone ?? dated[0]?.zone ?? world.hostZone,
    travels: dated.filter(({ from }) => from !== sinceEver).map(({ from, zone }) => ({ from, zone })),
  };
}
