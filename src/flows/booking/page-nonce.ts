/**
 * Buttons of public pages work once, and not at once (Q7): programs that look through mail open links, and some press what
 * they find. What a page carries says when it was served and what it shows, under a key of ours, so that serving it writes
 * nothing; the first press writes a row.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { OwnerId } from "../../domain/ids.ts";
import { after, before, type Instant, instantOf, millisOf } from "../../domain/time.ts";
import { useNonce } from "../../store/page-nonces.ts";
import type { World } from "../world.ts";

/** What a page with a button shows: an offer, or a letter that waits for a yes. */
export type Shown = { ownerId: OwnerId; subjectId: string };

/** A person needs longer to read what they choose. */
const youngestSeconds = 2;
const oldestHours = 2;

const millisBytes = 6;
const chanceBytes = 10;
const sealBytes = 16;
const nonceForm = new RegExp(`^[\\w-]{${Math.ceil(((millisBytes + chanceBytes + sealBytes) * 8) / 6)}}$`);

export async function nonceFor(world: World, shown: Pick<Shown, "subjectId">): Promise<string> {
  const served = Buffer.alloc(millisBytes);
  served.writeUIntBE(millisOf(world.wall.now()), 0, millisBytes);
  const open = Buffer.concat([served, world.random(chanceBytes)]);
  return Buffer.concat([open, await sealOf(world, shown, open)]).toString("base64url");
}

/** stale: made up, of another page, or too old. too_early: the page was only just served. */
export async function pressOnce(
  world: World,
  shown: Shown,
  nonce: string,
): Promise<"pressed" | "pressed_before" | "too_early" | "stale"> {
  const servedAt = await servedAtOf(world, shown, nonce);
  const now = world.wall.now();
  const forgetBefore = before(now, { hours: oldestHours });
  if (servedAt === undefined || servedAt < forgetBefore) return "stale";
  if (after(servedAt, { seconds: youngestSeconds }) > now) return "too_early";
  const nonceHash = createHash("sha256").update(nonce).digest();
  const page = { nonceHash, subjectId: shown.subjectId, servedAt, usedAt: now, forgetBefore };
  return (await useNonce(world.database, shown.ownerId, page)) ? "pressed" : "pressed_before";
}

async function servedAtOf(world: World, shown: Shown, nonce: string): Promise<Instant | undefined> {
  if (!nonceForm.test(nonce)) return undefined;
  const bytes = Buffer.from(nonce, "base64url");
  const [open, seal] = [bytes.subarray(0, -sealBytes), bytes.subarray(-sealBytes)];
  if (!timingSafeEqual(seal, await sealOf(world, shown, open))) return undefined;
  return instantOf(open.readUIntBE(0, millisBytes));
}

async function sealOf(world: World, { subjectId }: Pick<Shown, "subjectId">, open: Buffer): Promise<Buffer> {
  const key = (await world.keyring()).subKey("links");
  return createHmac("sha256", key).update(`page/${subjectId}/`).update(open).digest().subarray(0, sealBytes);
}
