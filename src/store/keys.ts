/**
 * Keys. Master keys come from outside (RAPPORT_MASTER_KEYS, or master.key in the home) and only wrap other keys:
 * the root that sub-keys are derived from, the suppression pepper, and one data key for each account. So a rotation
 * re-wraps some hundred short values, and no link, session or suppressed address changes with it.
 *
 * Envelope, version 1, all numbers unsigned:
 *
 *     1 version = 1 · 8 fingerprint of the key · 1 length of the key's id · id · 12 nonce · ciphertext · 16 tag
 *
 * AES-256-GCM; everything before the nonce, and what the caller says the value belongs to, is authenticated too.
 */
import { createCipheriv, createDecipheriv, hkdfSync, timingSafeEqual } from "node:crypto";
import { link, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

export interface MasterKey {
  /** Chosen by whoever made the key; letters, digits, `-` and `_`. */
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Uint8Array;
}

/** Seals and opens values with one kind of key. `aad` names what the value belongs to, as "account/<id>/token". */
export interface Box {
  seal(plain: Uint8Array, aad: string): Uint8Array;
  /** @throws {KeyTrouble} wrong_key, corrupt */
  open(sealed: Uint8Array, aad: string): Uint8Array;
}

export type SubKeyPurpose = "tokens" | "links" | "csrf" | "sessions";

export interface Keyring extends Box {
  /** 32 bytes; the same for one purpose for ever, whatever master key wraps the root. */
  subKey(purpose: SubKeyPurpose): Uint8Array;
  /** 32 bytes; never changes, because suppressed addresses are kept as hashes made with it. */
  readonly pepper: Uint8Array;
  /** A fresh data key, wrapped for keeping beside what it seals. */
  newDataKey(aad: string): Uint8Array;
  /** @throws {KeyTrouble} wrong_key, corrupt */
  dataBox(wrapped: Uint8Array, aad: string): Box;
  /** Whether the first master key wrapped it. */
  isCurrent(sealed: Uint8Array): boolean;
}

/** Where the wrapped root and pepper are kept: rows of key_check. */
export interface KeyCheckStore {
  read(name: WrappedName): Promise<Uint8Array | undefined>;
  /** Keeps it unless there is one, and answers what is kept then, since two first starts may race. */
  write(name: WrappedName, sealed: Uint8Array): Promise<Uint8Array>;
}

export type WrappedName = "root" | "pepper";

/** Every wrapped key of one kind, for rotation. */
export interface WrappedKeyStore {
  /** The next keys in a stable order after `after` (an earlier `id`), at most `limit`. */
  page(after: string | undefined, limit: number): Promise<readonly WrappedKey[]>;
  /** Compare and set; false when somebody changed or removed it meanwhile. */
  replace(id: string, before: Uint8Array, after: Uint8Array): Promise<boolean>;
}

export interface WrappedKey {
  readonly id: string;
  readonly wrapped: Uint8Array;
  readonly aad: string;
}

export type KeyTroubleReason =
  /** No key was given, and none may be made. */
  | "missing"
  /** The text or file does not hold keys. */
  | "malformed"
  /** Sealed with a key that was not given, or that has another value under the same id. */
  | "wrong_key"
  /** The key is right and the sealed bytes are not. */
  | "corrupt";

export class KeyTrouble extends Error {
  readonly because: KeyTroubleReason;
  constructor(because: KeyTroubleReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "KeyTrouble";
    this.because = because;
  }
}

export interface KeyringWish {
  /** RAPPORT_MASTER_KEYS, when it was given. */
  readonly given?: string | undefined;
  /** master.key in the home; undefined with a database server, whose keys must be given. */
  readonly file?: string | undefined;
  readonly checks: KeyCheckStore;
  readonly random: (bytes: number) => Uint8Array;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FINGERPRINT_BYTES = 8;
const VERSION = 1;
const ROTATE_AT_ONCE_MAX = 100;

/**
 * The keys of an installation, proven against its database: made on the first start, refused when they do not fit.
 *
 * @throws {KeyTrouble} missing, malformed, wrong_key, corrupt
 */
export async function openKeyring({ given, file, checks, random }: KeyringWish): Promise<Keyring> {
  const masters = await masterKeys({ given, file, checks, random });
  const box = masterBox(masters, random);
  const wrapped = async (name: WrappedName) => {
    const kept = (await checks.read(name)) ?? (await checks.write(name, box.seal(random(KEY_BYTES), aadOf(name))));
    return box.open(kept, aadOf(name));
  };
  const root = await wrapped("root");
  const pepper = await wrapped("pepper");
  return {
    ...box,
    pepper,
    subKey: (purpose) => derived(root, purpose),
    newDataKey: (aad) => box.seal(random(KEY_BYTES), aad),
    dataBox: (sealed, aad) => masterBox([{ id: "", bytes: box.open(sealed, aad) }], random),
  };
}

/** What the wrapped root and pepper are sealed to; WrappedKeyStore over key_check gives the same. */
export function aadOf(name: WrappedName): string {
  return `key/${name}`;
}

/**
 * Wraps every key anew that another master key than the first wraps. It may be stopped and run again at any time:
 * what is done is skipped.
 *
 * @returns how many were wrapped anew
 * @throws {KeyTrouble} wrong_key, corrupt
 */
export async function rotate(keyring: Keyring, stores: readonly WrappedKeyStore[]): Promise<number> {
  let count = 0;
  for await (const { store, id, wrapped, aad } of everyKey(stores)) {
    if (keyring.isCurrent(wrapped)) continue;
    if (await store.replace(id, wrapped, keyring.seal(keyring.open(wrapped, aad), aad))) count++;
  }
  return count;
}

/** Whether a rotation stands half way: some key is still wrapped by another master key than the first. */
export async function wrapsWithOlder(keyring: Keyring, stores: readonly WrappedKeyStore[]): Promise<boolean> {
  for await (const { wrapped } of everyKey(stores)) if (!keyring.isCurrent(wrapped)) return true;
  return false;
}

async function* everyKey(stores: readonly WrappedKeyStore[]) {
  for (const store of stores) {
    let after: string | undefined;
    for (;;) {
      const page = await store.page(after, ROTATE_AT_ONCE_MAX);
      for (const key of page) yield { store, ...key };
      if (page.length < ROTATE_AT_ONCE_MAX) break;
      after = page.at(-1)?.id;
    }
  }
}

/**
 * `id:base64,id:base64`, commas or lines; the first encrypts, all decrypt.
 *
 * @throws {KeyTrouble} malformed; the message never holds key material
 */
export function parseMasterKeys(text: string, source: string): [MasterKey, ...MasterKey[]] {
  const keys = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part, at) => parseMasterKey(part, `key ${at + 1} in ${source}`));
  const [first, ...others] = keys;
  if (first === undefined) throw new KeyTrouble("malformed", `${source} holds no key.`);
  const ids = new Set(keys.map(({ id }) => id));
  if (ids.size < keys.length) throw new KeyTrouble("malformed", `Two keys in ${source} have one id.`);
  return [first, ...others];
}

/** A key as the file and RAPPORT_MASTER_KEYS hold it. */
export function newMasterKey(random: (bytes: number) => Uint8Array): string {
  return `${Buffer.from(random(4)).toString("hex")}:${Buffer.from(random(KEY_BYTES)).toString("base64")}`;
}

/** Puts a fresh key in front of those in master.key, for a rotation; the old ones still open what they sealed. */
export async function addMasterKey(file: string, random: (bytes: number) => Uint8Array): Promise<void> {
  const text = await readFile(file, "utf8");
  const beside = await writeBeside(file, `${newMasterKey(random)}\n${text}`, random);
  await rename(beside, file);
  await syncFolder(dirname(file));
}

async function masterKeys({ given, file, checks, random }: KeyringWish): Promise<[MasterKey, ...MasterKey[]]> {
  if (given !== undefined && given.trim() !== "") return parseMasterKeys(given, "RAPPORT_MASTER_KEYS");
  if (file === undefined) {
    throw new KeyTrouble(
      "missing",
      "RAPPORT_MASTER_KEYS must be set beside DATABASE_URL: an id, a colon, and 32 random bytes in base64.",
    );
  }
  const kept = await readIfThere(file);
  if (kept !== undefined) return parseMasterKeys(kept, file);
  const sealed = await checks.read("root");
  if (sealed !== undefined) {
    throw new KeyTrouble(
      "missing",
      `${file} is missing, and the database was sealed with its key "${parseEnvelope(sealed).id}". ` +
        "Put the file back, or give the key in RAPPORT_MASTER_KEYS; a new one could not open what is there.",
    );
  }
  return parseMasterKeys(await makeKeyFile(file, random), file);
}

/** A link appears whole or not at all, and only for the first of two processes; both then read what is there. */
async function makeKeyFile(file: string, random: (bytes: number) => Uint8Array): Promise<string> {
  const beside = await writeBeside(file, `${newMasterKey(random)}\n`, random);
  try {
    await link(beside, file);
    await syncFolder(dirname(file));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
  } finally {
    await rm(beside);
  }
  return readFile(file, "utf8");
}

async function writeBeside(file: string, text: string, random: (bytes: number) => Uint8Array): Promise<string> {
  const beside = `${file}.new-${Buffer.from(random(8)).toString("hex")}`;
  const handle = await open(beside, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return beside;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new KeyTrouble("missing", `${file} cannot be read: ${(fault as Error).message}`, { cause: fault });
  }
}

function parseMasterKey(part: string, place: string): MasterKey {
  const [, id, base64] = /^([\w-]{1,32}):([A-Za-z0-9+/_-]+={0,2})$/.exec(part) ?? [];
  if (id === undefined || base64 === undefined) {
    throw new KeyTrouble("malformed", `The ${place} is not of the form id:base64.`);
  }
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length !== KEY_BYTES) {
    throw new KeyTrouble("malformed", `The ${place}, "${id}", has ${bytes.length} bytes and needs ${KEY_BYTES}.`);
  }
  return { id, bytes };
}

interface KnownKey {
  readonly id: string;
  readonly fingerprint: Buffer;
  readonly cipherKey: Uint8Array;
}

function masterBox(
  masters: readonly [MasterKey, ...MasterKey[]],
  random: (bytes: number) => Uint8Array,
): Box & Pick<Keyring, "isCurrent"> {
  const known = masters.map(knownKey);
  const first = knownKey(masters[0]);
  return {
    seal(plain, aad) {
      const header = headerOf(first);
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", first.cipherKey, nonce);
      cipher.setAAD(Buffer.concat([header, Buffer.from(aad)]));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([header, nonce, body, cipher.getAuthTag()]);
    },
    open(sealed, aad) {
      const envelope = parseEnvelope(sealed);
      const key = known.find(({ fingerprint }) => timingSafeEqual(fingerprint, envelope.fingerprint));
      if (key === undefined) throw wrongKey(envelope, known);
      const cipher = createDecipheriv("aes-256-gcm", key.cipherKey, envelope.nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.concat([envelope.header, Buffer.from(aad)]));
      cipher.setAuthTag(envelope.tag);
      try {
        return Buffer.concat([cipher.update(envelope.body), cipher.final()]);
      } catch (cause) {
        throw new KeyTrouble("corrupt", `A value sealed for ${aad} was altered, or was sealed for another place.`, {
          cause,
        });
      }
    },
    isCurrent: (sealed) => parseEnvelope(sealed).fingerprint.equals(first.fingerprint),
  };
}

function knownKey({ id, bytes }: MasterKey): KnownKey {
  return {
    id,
    fingerprint: Buffer.from(derived(bytes, "fingerprint", FINGERPRINT_BYTES)),
    cipherKey: derived(bytes, "wrap"),
  };
}

function headerOf({ id, fingerprint }: KnownKey): Buffer {
  const name = Buffer.from(id, "ascii");
  return Buffer.concat([Buffer.of(VERSION), fingerprint, Buffer.of(name.length), name]);
}

interface Envelope {
  readonly header: Buffer;
  readonly fingerprint: Buffer;
  readonly id: string;
  readonly nonce: Buffer;
  readonly body: Buffer;
  readonly tag: Buffer;
}

function parseEnvelope(sealed: Uint8Array): Envelope {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const idAt = 2 + FINGERPRINT_BYTES;
  const nonceAt = idAt + (bytes[idAt - 1] ?? 0);
  const bodyAt = nonceAt + NONCE_BYTES;
  const tagAt = bytes.length - TAG_BYTES;
  if (bytes[0] !== VERSION || tagAt < bodyAt) throw new KeyTrouble("corrupt", "A sealed value is damaged.");
  return {
    header: bytes.subarray(0, nonceAt),
    fingerprint: bytes.subarray(1, 1 + FINGERPRINT_BYTES),
    id: bytes.toString("ascii", idAt, nonceAt),
    nonce: bytes.subarray(nonceAt, bodyAt),
    body: bytes.subarray(bodyAt, tagAt),
    tag: bytes.subarray(tagAt),
  };
}

function wrongKey({ id }: Envelope, known: readonly KnownKey[]): KeyTrouble {
  const sameName = known.some((key) => key.id === id);
  return new KeyTrouble(
    "wrong_key",
    sameName
      ? `The master key "${id}" is not the one that sealed this database, although it has the same id.`
      : `The database was sealed with the master key "${id}", and only ${known.map((key) => `"${key.id}"`).join(", ")} ` +
          "was given. Add the old key behind the new one.",
  );
}

function derived(key: Uint8Array, purpose: string, bytes = KEY_BYTES): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", key, new Uint8Array(0), `rapport/1/${purpose}`, bytes));
}
