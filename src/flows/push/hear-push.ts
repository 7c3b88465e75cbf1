/** A provider says that something changed: what it tells of is read at once. It is only a hint, and a wrong one costs one poll. */
import { z } from "zod";
import { jsonIn } from "../../domain/json-in.ts";
import { after, type Instant } from "../../domain/time.ts";
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

const mailNews = z.object({ emailAddress: z.string().max(320) });

/** Gmail names the mailbox, in base64; that Google says so was proven. False for words that we do not know. */
export async function hearMailNews(world: World, data: string): Promise<boolean> {
  const news = mailNews.safeParse(jsonIn(Buffer.from(data, "base64").toString())).data;
  if (news === undefined) return false;
  for (const channel of await watchedMailboxes(world.database, "google", news.emailAddress.toLowerCase()))
    await wake(world, channel, { seconds: gmailQuietSeconds });
  return true;
}

/** Gmail drops what it would tell within a second of the last time: what came in that second is read with it. */
const gmailQuietSeconds = 1;

const scans: Readonly<Record<TokensChannel["noun"], ScanKind>> = { mail: "scan_mail", calendar: "scan_calendars" };

async function wake(world: World, channel: TokensChannel, { seconds = 0 } = {}): Promise<void> {
  const { ownerId, accountId, noun } = channel;
  const now = world.clock.now();
  await noteTold(world.database, channel, now);
  await setTimerBy(world.database, ownerId, scanTimer(scans[noun], accountId), after(now, { seconds }));
  if (seconds > 0) return;
  await world.nudge({ job: scans[noun], ownerId, subjectId: accountId });
}

/** Over by its own account: looked at at once. */
async function renewNow(world: World, { ownerId, accountId, channelId }: TokensChannel): Promise<void> {
  const now: Instant = world.clock.now();
  await changeChannel(world.database, ownerId, accountId, channelId, { state: "stopping" });
  await setTimerBy(world.database, ownerId, pushTimer(accountId), now);
  await world.nudge({ job: "keep_push", ownerId, subjectId: accountId });
}
