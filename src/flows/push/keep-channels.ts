/**
 * Keeps an account's notifications alive where providers can reach us: opened for what is read, renewed at half of their life,
 * closed when what they tell of is read no more. A poll finds all the same (S3), so trouble here costs minutes, never mail.
 */
import { createHash } from "node:crypto";
import type { AccountId, ChannelId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant, instantOf, millisOf } from "../../domain/time.ts";
import type { Provider } from "../../integrations/provider.ts";
import type { PushAccount, Watched } from "../../integrations/push.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { loadCalendars } from "../../store/calendars.ts";
import { addChannel, type Channel, changeChannel, loadChannels, removeChannel } from "../../store/push-channels.ts";
import { moveTimer } from "../../store/timers.ts";
import { withAccount } from "../accounts/with-account.ts";
import type { PushSetting, World } from "../world.ts";
import { pushTimer } from "./push-timer.ts";

/** A channel that could not be opened is tried again then. */
const tryAgainHours = 1;

type Push = {
  world: World;
  setting: PushSetting;
  owner: OwnerId;
  account: AccountId;
  provider: Provider;
  push: PushAccount;
  signal: AbortSignal;
};

export async function keepChannels(
  world: World,
  owner: OwnerId,
  account: AccountId,
  signal: AbortSignal,
): Promise<void> {
  const { push: setting } = world;
  if (setting === undefined) return;
  await withAccount(world, owner, account, async ({ push }, { provider }) => {
    if (push === undefined) return;
    const work: Push = { world, setting, owner, account, provider, push, signal };
    const watched = await toWatch(work);
    for (const channel of await loadChannels(world.database, owner, account))
      if (!watched.some((one) => isOf(one, channel))) await end(work, channel);
    const looks: Instant[] = [];
    for (const one of watched) looks.push(await keep(work, one));
    const [next] = looks.sort();
    if (next !== undefined) await moveTimer(world.database, owner, pushTimer(account), next);
  });
}

async function toWatch({ world, owner, account, push, provider, setting: { publicUrl } }: Push): Promise<Watched[]> {
  // Gmail tells its topic; everything else comes to an address of ours.
  const mail = provider === "google" || publicUrl !== undefined;
  const calendars = (publicUrl === undefined ? [] : await loadCalendars(world.database, owner, account)).filter(
    ({ isChosen, isMain }) => isChosen && push.canWatch({ noun: "calendar", isMain }),
  );
  return [
    ...(mail && push.canWatch({ noun: "mail" }) ? [{ noun: "mail", name: "mail" } as const] : []),
    ...calendars.map(({ ref }) => ({ noun: "calendar", name: ref }) as const),
  ];
}

const isOf = (watched: Watched, { noun, name }: Channel): boolean => watched.noun === noun && watched.name === name;

/** Sees to one, and says when to look at it again. */
async function keep(work: Push, watched: Watched): Promise<Instant> {
  const { world, owner, account } = work;
  const now = world.clock.now();
  const known = (await loadChannels(world.database, owner, account)).filter((one) => isOf(watched, one));
  const [live] = known.flatMap((channel) => livingOf(channel, now) ?? []);
  try {
    if (live !== undefined && halfLife(live) > now) return halfLife(live);
    const renewed = live === undefined ? "anew" : await renew(work, watched, live);
    if (renewed !== "anew") return halfLife(renewed);
    // Of those that were never answered for, or said to be over, nothing is expected.
    for (const old of known) if (old.channelId !== live?.channelId) await end(work, old);
    const opened = await open(work, watched);
    // The new one tells by now: between the two nothing was missed.
    for (const old of known) if (old.channelId === live?.channelId) await end(work, old);
    return halfLife(opened);
  } catch (error) {
    if (!(error instanceof TroubleError) || error.trouble.kind === "sign_in_again") throw error;
    world.log.warn({ ownerId: owner, accountId: account, err: error }, "a provider tells nothing of what is new");
    return after(now, { hours: tryAgainHours });
  }
}

type Life = { openedAt: Instant; endsAt: Instant };
type Living = Life & { channelId: ChannelId; ref: string };

function livingOf({ channelId, state, ref, openedAt, endsAt }: Channel, now: Instant): Living | undefined {
  if (state !== "live" || ref === undefined || openedAt === undefined || endsAt === undefined) return undefined;
  return endsAt > now ? { channelId, ref, openedAt, endsAt } : undefined;
}

const halfLife = ({ openedAt, endsAt }: Life): Instant => instantOf((millisOf(openedAt) + millisOf(endsAt)) / 2);

async function renew(work: Push, watched: Watched, { channelId, ref }: Living): Promise<Life | "anew"> {
  const { world, owner, account, push, signal } = work;
  try {
    const renewed = await push.renew(watched, ref, signal);
    if (renewed === "anew") return "anew";
    const life = { openedAt: world.clock.now(), endsAt: renewed.endsAt };
    await changeChannel(world.database, owner, account, channelId, { state: "live", ref: renewed.ref, ...life });
    return life;
  } catch (error) {
    if (error instanceof TroubleError && error.trouble.kind === "gone") return "anew";
    throw error;
  }
}

async function open(work: Push, watched: Watched): Promise<Life> {
  const { world, setting, owner, account, provider, push, signal } = work;
  const channelId = world.ids.next<ChannelId>();
  const token = world.random(32).toString("hex");
  await addChannel(world.database, owner, account, { channelId, ...watched, tokenHash: tokenHashOf(token) });
  const address = `${setting.publicUrl ?? ""}${hookPath(provider, watched.noun)}`;
  try {
    const opened = await push.open({ watched, channelId, address, token }, signal);
    const { ref, resourceRef, endsAt } = opened;
    const life = { openedAt: world.clock.now(), endsAt };
    const refs = { ref, ...(resourceRef !== undefined && { resourceRef }) };
    await changeChannel(world.database, owner, account, channelId, { state: "live", ...refs, ...life });
    return life;
  } catch (error) {
    if (error instanceof TroubleError)
      await changeChannel(world.database, owner, account, channelId, { state: "failed", because: error.message });
    throw error;
  }
}

export const hookPath = (provider: Provider, noun: Watched["noun"]): string =>
  provider === "microsoft" ? "/hooks/microsoft" : `/hooks/google/${noun}`;

export const tokenHashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** One that its provider does not let go ends by itself within days; what it tells until then is not listened to. */
async function end({ world, owner, account, push, signal }: Push, channel: Channel): Promise<void> {
  const { channelId, ref, resourceRef } = channel;
  try {
    if (ref !== undefined)
      await push.close(watchedBy(channel), { ref, ...(resourceRef !== undefined && { resourceRef }) }, signal);
  } catch (error) {
    if (!(error instanceof TroubleError) || error.trouble.kind === "sign_in_again") throw error;
    world.log.warn({ ownerId: owner, accountId: account, err: error }, "a channel could not be closed");
  }
  await removeChannel(world.database, owner, account, channelId);
}

const watchedBy = ({ noun, name }: Channel): Watched => (noun === "mail" ? { noun, name: "mail" } : { noun, name });

/** Before an account goes: what still tells of it is told to stop, as far as its provider answers. */
export async function closeChannels(
  world: World,
  owner: OwnerId,
  account: AccountId,
  { push, provider }: { push: PushAccount; provider: Provider },
  signal: AbortSignal,
): Promise<void> {
  const { push: setting } = world;
  if (setting === undefined) return;
  const work: Push = { world, setting, owner, account, provider, push, signal };
  for (const channel of await loadChannels(world.database, owner, account)) await end(work, channel);
}
