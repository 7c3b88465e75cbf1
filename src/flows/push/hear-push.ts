/** A provider says that something changed: what it tells of is read at once. It is only a hint, and a wrong one costs one poll. */
import type { Instant } from "../../domain/time.ts";
import type { Provider } from "../../integrations/provider.ts";
import {
  changeChannel,
  channelOfToken,
  noteTold,
  type TokensChannel,
  watchedMailboxes,
} from "../../store/push-channels.ts";
import { setTimerBy } from "../../store/timers.ts";
import { type ScanKind, scanTimer } from "../accounts/scan-timers.ts";
import type { World } from "../world.ts";
import { tokenHashOf } from "./keep-channels.ts";
import { pushTimer } from "./push-timer.ts";

export type Told = {
  provider: Provider;
  token: string;
  /** What the provider calls the channel; while it is being made nobody knows that here. */
  channel: string;
  /** About the channel itself: it must be renewed, or is no more. */
  isAboutItself?: boolean;
};

/** False when no channel of ours has this token. */
export async function hearPush(
  world: World,
  { provider, token, channel, isAboutItself = false }: Told,
): Promise<boolean> {
  const found = await channelOfToken(world.database, provider, tokenHashOf(token));
  if (found === undefined || (found.ref ?? channel) !== channel) return false;
  await wake(world, found);
  if (isAboutItself) await renewNow(world, found);
  return true;
}

/** Gmail names the mailbox; that Google says so was proven. */
export async function hearMailPush(world: World, address: string): Promise<void> {
  for (const channel of await watchedMailboxes(world.database, "google", address.toLowerCase()))
    await wake(world, channel);
}

const scans: Readonly<Record<TokensChannel["noun"], ScanKind>> = { mail: "scan_mail", calendar: "scan_calendars" };

async function wake(world: World, channel: TokensChannel): Promise<void> {
  const { ownerId, accountId, noun } = channel;
  const now = world.clock.now();
  await noteTold(world.database, channel, now);
  await setTimerBy(world.database, ownerId, scanTimer(scans[noun], accountId), now);
  await world.nudge({ job: scans[noun], ownerId, subjectId: accountId });
}

/** Over by its own account: looked at at once. */
async function renewNow(world: World, { ownerId, accountId, channelId }: TokensChannel): Promise<void> {
  const now: Instant = world.clock.now();
  await changeChannel(world.database, ownerId, accountId, channelId, { state: "stopping" });
  await setTimerBy(world.database, ownerId, pushTimer(accountId), now);
  await world.nudge({ job: "keep_push", ownerId, subjectId: accountId });
}
