/** The owner's passphrase: what opens the pages from elsewhere than this computer. Kept as argon2id only. */
import { argon2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { OwnerId, SessionId } from "../../domain/ids.ts";
import { passphraseHash, setPassphraseHash } from "../../store/owners.ts";
import { removeSessions } from "../../store/sessions.ts";
import type { World } from "../world.ts";

export const passphraseLengthMin = 12;
/** More than anyone types, and little enough that hashing it costs nothing extra. */
export const passphraseLengthMax = 512;

/** 64 MiB and three passes: about 0.2 s of one core, above the usual minimum for argon2id (19 MiB and two passes). */
const cost = { memoryKib: 65_536, passes: 3, parallelism: 1 };
const saltBytes = 16;
const hashBytes = 32;

export type PassphraseSet = "done" | "too_short" | "too_long";

/** Sets or replaces the passphrase and signs out every session but the one it was done in. */
export async function setPassphrase(
  world: World,
  owner: OwnerId,
  text: string,
  but?: SessionId,
): Promise<PassphraseSet> {
  const hash = await hashPassphrase(world, text);
  if (hash === "too_short" || hash === "too_long") return hash;
  await world.database.transaction().execute(async (transaction) => {
    await setPassphraseHash(transaction, owner, hash);
    await removeSessions(transaction, owner, but);
  });
  return "done";
}

/** As it is kept. */
export async function hashPassphrase(
  world: Pick<World, "random">,
  text: string,
): Promise<string | Exclude<PassphraseSet, "done">> {
  const length = [...normal(text)].length;
  if (length < passphraseLengthMin) return "too_short";
  if (length > passphraseLengthMax) return "too_long";
  const salt = world.random(saltBytes);
  return written({ ...cost, salt, hash: await derive(text, { ...cost, salt }) });
}

/**
 * False also when none is set, and for nobody: that after the same work as for somebody, so that the time tells nothing of who is
 * at home. Whoever signs in by a name has a passphrase.
 */
export async function checkPassphrase(world: World, owner: OwnerId | undefined, text: string): Promise<boolean> {
  const kept = owner && (await passphraseHash(world.database, owner));
  if ([...normal(text)].length > passphraseLengthMax || (owner !== undefined && kept === undefined)) return false;
  const parts = kept === undefined ? { ...cost, salt: Buffer.alloc(saltBytes), hash: undefined } : read(kept);
  const derived = await derive(text, parts);
  return parts.hash !== undefined && timingSafeEqual(parts.hash, derived);
}

type Cost = { memoryKib: number; passes: number; parallelism: number };

const argon2Async = promisify(argon2);

const derive = (text: string, { memoryKib, passes, parallelism, salt }: Cost & { salt: Buffer }): Promise<Buffer> =>
  argon2Async("argon2id", {
    message: normal(text),
    nonce: salt,
    memory: memoryKib,
    passes,
    parallelism,
    tagLength: hashBytes,
  });

/** The same words typed on another keyboard are the same passphrase. */
const normal = (text: string): string => text.normalize("NFKC");

/** The usual written form of an argon2 hash, `$argon2id$v=19$m=65536,t=3,p=1$salt$hash`: the cost may rise later. */
const written = ({ memoryKib, passes, parallelism, salt, hash }: Cost & { salt: Buffer; hash: Buffer }): string =>
  `$argon2id$v=19$m=${memoryKib},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");

function read(text: string): Cost & { salt: Buffer; hash: Buffer } {
  const [, m, t, p, salt, hash] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(text) ?? [];
  if (salt === undefined || hash === undefined) throw new Error("the stored passphrase is not written as argon2id");
  return {
    memoryKib: Number(m),
    passes: Number(t),
    parallelism: Number(p),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}
