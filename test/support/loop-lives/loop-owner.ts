/** An owner who met some people of the cast, with an account in a sandbox of their own, and a world that can die and be lied to. */
import { createHash } from "node:crypto";
import type { Clock } from "../../../src/domain/clock.ts";
import type { AccountId, OwnerId } from "../../../src/domain/ids.ts";
import {
  addDays,
  after,
  before,
  dayIn,
  type Instant,
  instantAt,
  millisOf,
  type PlainDate,
} from "../../../src/domain/time.ts";
import { startScans } from "../../../src/flows/accounts/scan-timers.ts";
import type { Failpoint } from "../../../src/flows/failpoints.ts";
import { saveWays } from "../../../src/flows/meeting/save-ways.ts";
import { sayOwnerName } from "../../../src/flows/owner/say-names.ts";
import type { World } from "../../../src/flows/world.ts";
import type { Provider } from "../../../src/integrations/provider.ts";
import type { CloudAccount } from "../../../src/sandbox/cloud/account.ts";
import { settleCast } from "../../../src/sandbox/cloud/cast.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import { openInMemory } from "../../../src/sandbox/cloud/faces.ts";
import { type Persona, people } from "../../../src/sandbox/people.ts";
import { type Chance, chance } from "../../../src/sandbox/random.ts";
import { connectAccount } from "../../../src/store/accounts.ts";
import { random } from "../../../src/world.ts";
import { paris, type SettableClock, seedOwner } from "../world-on.ts";
import { type TroubleKind, troubled } from "./troubled-face.ts";

export const lifeBegins = "2026-11-16T08:00:00.000Z" as Instant;

export type LoopOwner = {
  world: World;
  clock: SettableClock;
  owner: OwnerId;
  accountId: AccountId;
  account: CloudAccount;
  cloud: Cloud;
  met: readonly Persona[];
  /** What befalls calls and steps from now on; nothing at first. */
  fate: { troubleOf(call: string): TroubleKind | undefined; failpoint(at: Failpoint): void };
  /** What was logged as an error. */
  faults: string[];
};

/** What is needed to hold an owner's rows against what lies at their provider. */
export type Judged = Pick<LoopOwner, "world" | "owner" | "account" | "faults"> & { clock: Clock };

export type LoopOwnerWish = { seed: number; people: number; days: number; provider: Provider };

/** Nothing is read yet: the scans are due. */
export async function openLoopOwner(
  base: World,
  { seed, people: count, days, provider }: LoopOwnerWish,
): Promise<LoopOwner> {
  const clock = clockFrom(lifeBegins);
  const cloud = new Cloud({ seed, clock });
  settleCast(cloud);
  const draw = chance(seed, "loop-owner");
  const fate: LoopOwner["fate"] = { troubleOf: () => undefined, failpoint: () => undefined };
  const faults: string[] = [];
  const account = cloud.add({
    provider,
    address: `mara-${seed}@nordlys.example`,
    given: "Mara",
    family: "Lind",
    zone: paris,
  });
  const world: World = {
    ...base,
    clock,
    wall: clock,
    ids: idsFrom(clock),
    random: bytesFrom(seed),
    openAccount: async () =>
      troubled(openInMemory(cloud, account), provider, { now: clock.now, troubleOf: (call) => fate.troubleOf(call) }),
    failpoint: async (at) => fate.failpoint(at),
    nudge: async () => undefined,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (facts, message) => faults.push(`${message} ${JSON.stringify(facts, withErrors)}`),
    },
  };
  const met = meetSome(account, { draw, count, days, today: dayIn(paris, lifeBegins) });
  const owner = await makeOwner(world);
  const accountId = await connect(world, owner, account);
  return { world, clock, owner, accountId, account, cloud, met, fate, faults };
}

/** Those whose part in the sample's story is no more than to be met and written to. */
const isUsual = ({ part }: Persona): boolean =>
  !["stranger", "copied_only", "namesake", "two_addresses", "declined_by_owner", "cancelled"].includes(part);

/** In Paris, with a name, a café and a video room. */
export async function makeOwner(world: World): Promise<OwnerId> {
  const owner = await seedOwner(world);
  await sayOwnerName(world, owner, "Mara Lind");
  await saveWays(world, owner, {
    baseCity: "Paris, France",
    standingLink: "https://meet.example/mara",
    venues: [{ name: "Café Moka", address: "3 rue des Lilas, Paris", suits: ["coffee", "lunch"], minutesFromBase: 10 }],
  });
  return owner;
}

/** One coffee with each in the weeks before, so that thanks and invitations are due; and some hours of the days to come taken. */
export function meetSome(
  account: CloudAccount,
  { draw, count, today, days = 60 }: { draw: Chance; count: number; today: PlainDate; days?: number },
): readonly Persona[] {
  const met = draw.some(people.filter(isUsual), count);
  for (const [nth, persona] of met.entries())
    enter(account, {
      id: `met${nth}`,
      title: `Coffee with ${persona.given}`,
      startsAt: instantAt(paris, addDays(today, -draw.whole(1, 25)), (9 + (nth % 9)) * 60),
      minutes: 45,
      guest: persona,
    });
  // As far ahead as letters of these days offer times.
  for (let day = 0; day < days + 15; day += 1)
    if (draw.happens(0.6))
      enter(account, {
        id: `taken${day}`,
        title: "Taken",
        startsAt: instantAt(paris, addDays(today, day), draw.whole(9, 16) * 60),
        minutes: draw.pick([30, 60, 120]),
      });
  return met;
}

export type Entered = { id: string; title: string; startsAt: Instant; minutes: number; guest?: Persona };

/** By the owner's own hand, in their main calendar. */
export function enter(account: CloudAccount, { id, title, startsAt, minutes, guest }: Entered): void {
  const attendees = [
    { address: account.address, response: "accepted" as const, organiser: true as const },
    ...(guest === undefined
      ? []
      : [{ address: guest.addresses[0], name: `${guest.given} ${guest.family}`, response: "accepted" as const }]),
  ];
  account.calendars.put(
    account.calendars.main.id,
    {
      id,
      uid: `${id}@nordlys.example`,
      sequence: 0,
      title,
      ...(guest !== undefined && { place: "Café Moka, 3 rue des Lilas, Paris" }),
      time: { kind: "timed", startsAt, endsAt: after(startsAt, { minutes }), zone: paris },
      status: "confirmed",
      shows: "busy",
      organiser: { address: account.address },
      attendees: guest === undefined ? [] : attendees,
      properties: {},
    },
    before(startsAt, { days: 1 }),
  );
}

async function connect(world: World, owner: OwnerId, account: CloudAccount): Promise<AccountId> {
  const accountId = world.ids.next<AccountId>();
  const { provider, subject, address, tenant } = account;
  await world.database.transaction().execute(async (transaction) => {
    await connectAccount(transaction, owner, {
      accountId,
      provider,
      identityKey: subject,
      address,
      tenant,
      scopes: [],
      accessEndsOn: undefined,
      at: world.clock.now(),
    });
    await startScans(transaction, owner, accountId, world.clock.now());
  });
  return accountId;
}

function clockFrom(begins: Instant): SettableClock {
  let now = begins;
  return {
    now: () => now,
    // Whoever waits moves it on; nobody moves it back.
    set: (at) => {
      if (at > now) now = at;
    },
  };
}

/**
 * UUIDv7 as the real ones are, in one order by the life's clock. Their tails are drawn by chance: the same life may be lived
 * again in the same database.
 */
function idsFrom(clock: SettableClock): World["ids"] {
  let count = 0;
  return {
    next: <Id extends string>() => {
      count += 1;
      const time = millisOf(clock.now()).toString(16).padStart(12, "0");
      const order = (count & 0xfff).toString(16).padStart(3, "0");
      const tail = random(8).toString("hex");
      return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${tail.slice(1, 4)}-${tail.slice(4)}` as Id;
    },
  };
}

function bytesFrom(seed: number): (count: number) => Buffer {
  let asked = 0;
  return (count) => {
    asked += 1;
    const block = (nth: number) => createHash("sha256").update(`${seed}/${asked}/${nth}`).digest();
    return Buffer.concat(Array.from({ length: Math.ceil(count / 32) }, (_, nth) => block(nth))).subarray(0, count);
  };
}

const withErrors = (_: string, value: unknown): unknown =>
  value instanceof Error ? { message: value.message, stack: value.stack } : value;
