/** The owner follows a published calendar, tries it again, or leaves it. */
import type { FeedId, OwnerId } from "../../domain/ids.ts";
import { type FeedAddress, feedAddress } from "../../integrations/feed.ts";
import { addFeed, changeFeed, findFeed, removeFeed } from "../../store/feeds.ts";
import { dropTimer, setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";
import { readFeedTimer } from "./read-feed.ts";

const feedAddressMax = 1_000;

const refusals: Readonly<Record<Exclude<FeedAddress["kind"], "address">, string>> = {
  no_address: "That is no address; it should begin with https:// or webcal://.",
  not_https: "Only addresses that begin with https:// or webcal:// are read.",
  has_password: "An address with a password in it is not kept.",
};

export type Followed = { kind: "followed"; feedId: FeedId } | { kind: "known" } | { kind: "refused"; because: string };

/** The address is taken as it is written, apart from "webcal:", which is https by another name. */
export async function followFeed(world: World, owner: OwnerId, address: string): Promise<Followed> {
  const found = feedAddress(address);
  if (found.kind !== "address") return { kind: "refused", because: refusals[found.kind] };
  const { url } = found;
  if (url.href.length > feedAddressMax) {
    return { kind: "refused", because: `The address is longer than ${feedAddressMax} characters.` };
  }
  const feedId = world.ids.next<FeedId>();
  const isNew = await world.database.transaction().execute(async (transaction) => {
    const added = await addFeed(transaction, owner, { feedId, url: url.href, name: url.host, at: world.wall.now() });
    if (added !== undefined) await setTimer(transaction, owner, readFeedTimer(feedId), world.clock.now());
    return added !== undefined;
  });
  if (!isNew) return { kind: "known" };
  await world.nudge({ job: "read_feed", ownerId: owner, subjectId: feedId });
  return { kind: "followed", feedId };
}

export async function tryFeedAgain(world: World, owner: OwnerId, feedId: FeedId): Promise<void> {
  if ((await findFeed(world.database, owner, feedId)) === undefined) return;
  await world.database.transaction().execute(async (transaction) => {
    await changeFeed(transaction, owner, feedId, { state: "waiting", because: undefined });
    await setTimer(transaction, owner, readFeedTimer(feedId), world.clock.now());
  });
  await world.nudge({ job: "read_feed", ownerId: owner, subjectId: feedId });
}

/** Events that the owner said they go to stay in their week. */
export const leaveFeed = (world: World, owner: OwnerId, feedId: FeedId): Promise<boolean> =>
  world.database.transaction().execute(async (transaction) => {
    await dropTimer(transaction, owner, readFeedTimer(feedId));
    return removeFeed(transaction, owner, feedId);
  });
