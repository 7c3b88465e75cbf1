/** `rapport feeds`: the published calendars that are followed, and what is in them. */
import { sayInstant } from "../domain/time.ts";
import { followFeed, leaveFeed } from "../flows/feeds/follow-feed.ts";
import { readFeed } from "../flows/feeds/read-feed.ts";
import { readFeedDates, readFeeds } from "../store/read/feeds.ts";
import { allPages } from "../store/read/page.ts";
import { counted, sayMoment } from "./say.ts";
import { printJson, readOwnersArgs, UsageError } from "./usage.ts";
import { type Opened, withOwner } from "./with-owner.ts";

export const about = "Follows published calendars (ICS addresses) and lists the events in them.";

const usage = `rapport feeds [follow ADDRESS | leave ADDRESS]  ${about}

  follow ADDRESS   reads it now, and once a day while Rapport runs
  leave ADDRESS    what you said you go to stays in your week
  --json           one line: {feeds: [{url, name, state, because, readAt, ahead}], dates: [{feed, title, place, startsAt, endsAt, answer}]}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  const [command, address, ...others] = read.positionals;
  if (others.length > 0 || (command !== undefined && address === undefined)) throw new UsageError(usage);
  const isJson = read.values.json === true;
  return withOwner("feeds", read.values, async (opened) => {
    if (command === undefined) return list(opened, isJson);
    if (command === "follow") return follow(opened, address!, isJson);
    if (command === "leave") return leave(opened, address!, isJson);
    throw new UsageError(usage);
  });
}

async function follow(opened: Opened, address: string, isJson: boolean): Promise<number> {
  const { world, owner } = opened;
  const followed = await followFeed(world, owner, address);
  if (followed.kind === "refused") throw new UsageError(`${address}: ${followed.because}`);
  if (followed.kind === "followed") await readFeed(world, owner, followed.feedId, new AbortController().signal);
  return list(opened, isJson);
}

async function leave(opened: Opened, address: string, isJson: boolean): Promise<number> {
  const { world, owner } = opened;
  const feed = (await readFeeds(world.database, owner, world.clock.now())).find(
    ({ url, name }) => url === address || name === address,
  );
  if (feed === undefined) throw new UsageError(`${address}: no such calendar is followed.`);
  await leaveFeed(world, owner, feed.feedId);
  return list(opened, isJson);
}

async function list({ world, owner, zone }: Opened, isJson: boolean): Promise<number> {
  const now = world.clock.now();
  const feeds = await readFeeds(world.database, owner, now);
  const dates = await allPages((wanted) => readFeedDates(world.database, owner, { ...wanted, search: "", now }));
  if (isJson) {
    printJson({
      feeds: feeds.map(({ url, name, state, because, readAt, ahead }) => ({
        url,
        name,
        state,
        because,
        readAt,
        ahead,
      })),
      dates: dates.map(({ feedName, title, place, startsAt, endsAt, answer }) => ({
        feed: feedName,
        title,
        place,
        startsAt,
        endsAt,
        answer,
      })),
    });
    return 0;
  }
  if (feeds.length === 0) console.log("No calendar is followed: rapport feeds follow webcal://…");
  for (const { name, url, state, because, readAt, ahead } of feeds) {
    const last =
      readAt === undefined ? "never read" : `${counted(ahead, "date")} ahead, read ${sayMoment(readAt, zone)}`;
    console.log(
      `${name} (${url}): ${last}${state === "open" ? "" : `; ${state}${because === undefined ? "" : `: ${because}`}`}`,
    );
  }
  for (const { startsAt, title, place, answer } of dates) {
    const where = place === undefined ? "" : `, ${place}`;
    console.log(
      `  ${sayInstant(startsAt, zone, "ccc d LLL, HH:mm")}  ${title}${where}${answer === undefined ? "" : ` (${answer.replace("_", " ")})`}`,
    );
  }
  return 0;
}
