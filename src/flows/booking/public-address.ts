/**
 * Whether people outside reach our public pages. Letters name them only while that is proven: our own instance, asked through
 * the public address, gives an answer that only the holder of our key can give.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import { readSetting, saveSetting } from "../../store/settings.ts";
import { finishTimer, moveTimer, setTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";

/** A proof is renewed daily and trusted for so long. */
const provenDays = 8;
const lookAgainHours = 24;
const tryAgainHours = 1;

export const instancePath = "/b/instance";
const challengeBytes = 16;
const challengeForm = /^[\w-]{22}$/;

const stored = z.object({
  url: z.string(),
  /** Of the last look, by the wall's clock. */
  at: z.string().transform((text) => text as Instant),
  /** Why it is not proven; absent when it is. */
  because: z.string().optional(),
});

export type PublicProof =
  /** No public address is set. */
  | { kind: "none" }
  /** It was never asked under the address that is set now. */
  | { kind: "not_asked"; url: string }
  | { kind: "proven"; url: string; at: Instant }
  | { kind: "failed"; url: string; at: Instant; because: string };

/** What links begin with; undefined while it is not proven that they can be opened. */
export async function publicLinkBase(world: World, owner: OwnerId): Promise<string | undefined> {
  const proof = await publicProofOf(world, owner);
  return proof.kind === "proven" ? proof.url : undefined;
}

export async function publicProofOf(world: World, owner: OwnerId): Promise<PublicProof> {
  if (world.publicAddress === undefined) return { kind: "none" };
  const { url } = world.publicAddress;
  const last = stored.optional().parse(await readSetting(world.database, owner, "public_address"));
  if (last === undefined || last.url !== url) return { kind: "not_asked", url };
  const { at, because } = last;
  if (because !== undefined) return { kind: "failed", url, at, because };
  if (after(at, { days: provenDays }) > world.wall.now()) return { kind: "proven", url, at };
  return { kind: "failed", url, at, because: `It was last reached more than ${provenDays} days ago.` };
}

/** Asks through the public address and keeps what came of it. */
export async function provePublicAddress(world: World, owner: OwnerId, signal: AbortSignal): Promise<PublicProof> {
  if (world.publicAddress === undefined) return { kind: "none" };
  const { url } = world.publicAddress;
  const because = await troubleThrough(world, world.publicAddress, signal);
  const at = world.wall.now();
  const value = { url, at, ...(because !== undefined && { because }) };
  await saveSetting(world.database, owner, "public_address", value, at);
  return because === undefined ? { kind: "proven", url, at } : { kind: "failed", url, at, because };
}

async function troubleThrough(
  world: World,
  { read }: NonNullable<World["publicAddress"]>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const challenge = world.random(challengeBytes).toString("base64url");
  try {
    const answered = Buffer.from(await read(`${instancePath}?challenge=${challenge}`, signal));
    const expected = Buffer.from((await answerChallenge(world, challenge)) ?? "");
    const isOurs = answered.length === expected.length && timingSafeEqual(answered, expected);
    return isOurs ? undefined : "Something else than this installation answers there.";
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    return error.message;
  }
}

/** What our instance answers whoever asks who it is; undefined for a question of another form. */
export async function answerChallenge(world: World, challenge: string): Promise<string | undefined> {
  if (!challengeForm.test(challenge)) return undefined;
  const key = (await world.keyring()).subKey("links");
  return createHmac("sha256", key).update(`instance/${challenge}`).digest("base64url");
}

const proofTimer = (owner: OwnerId) => ({ kind: "prove_public_address", subjectId: owner });

/** When the public pages begin to answer. */
export async function askForProof(world: World, owner: OwnerId): Promise<void> {
  await setTimer(world.database, owner, proofTimer(owner), world.clock.now());
  await world.nudge({ job: "prove_public_address", ownerId: owner });
}

/** The daily look. Says whether letters gained or lost their links by it, so that they have to be composed anew. */
export async function keepPublicAddressProven(world: World, owner: OwnerId, signal: AbortSignal): Promise<boolean> {
  const before = await publicLinkBase(world, owner);
  const proof = await provePublicAddress(world, owner, signal);
  if (proof.kind === "none") await finishTimer(world.database, owner, proofTimer(owner));
  else {
    const hours = proof.kind === "proven" ? lookAgainHours : tryAgainHours;
    await moveTimer(world.database, owner, proofTimer(owner), after(world.clock.now(), { hours }));
  }
  return (await publicLinkBase(world, owner)) !== before;
}
