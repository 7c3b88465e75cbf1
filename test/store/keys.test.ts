/** Keys, design §2: what wraps what, what a rotation changes, and how a wrong key differs from damaged data. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import {
  aadOf,
  addMasterKey,
  type KeyCheckStore,
  type Keyring,
  newMasterKey,
  openKeyring,
  parseMasterKeys,
  rotate,
  type WrappedKey,
  type WrappedKeyStore,
  type WrappedName,
} from "../../src/store/keys.ts";

const folder = mkdtempSync(join(tmpdir(), "rapport-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => join(folder, `master-${++files}.key`);

const random = (bytes: number) => randomBytes(bytes);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const bytes = (plain: string) => Buffer.from(plain);

/** The rows of key_check, kept in a map. */
function checkRows(rows = new Map<WrappedName, Uint8Array>()): KeyCheckStore & WrappedKeyStore {
  return {
    read: async (name) => rows.get(name),
    async write(name, sealed) {
      if (!rows.has(name)) rows.set(name, sealed);
      return rows.get(name) ?? sealed;
    },
    page: async (after) =>
      after === undefined ? [...rows].map(([id, wrapped]) => ({ id, wrapped, aad: aadOf(id) })) : [],
    async replace(id, before, after) {
      if (!Buffer.from(rows.get(id as WrappedName) ?? []).equals(before)) return false;
      rows.set(id as WrappedName, after);
      return true;
    },
  };
}

describe("the first start", () => {
  test("makes master.key for its owner's eyes only, and the next start opens with it", async () => {
    const [file, checks] = [newFile(), checkRows()];
    const first = await openKeyring({ file, checks, random });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const second = await openKeyring({ file, checks, random });
    expect(text(second.open(first.seal(bytes("token"), "a"), "a"))).toBe("token");
    expect(second.pepper).toEqual(first.pepper);
    expect(second.subKey("csrf")).toEqual(first.subKey("csrf"));
  });

  test("of ten processes at once makes one key", async () => {
    const [file, checks] = [newFile(), checkRows()];
    const rings = await Promise.all(Array.from({ length: 10 }, () => openKeyring({ file, checks, random })));
    expect(new Set(rings.map(({ pepper }) => text(pepper))).size).toBe(1);
    expect(readdirSync(folder).filter((name) => name.includes(".new-"))).toEqual([]);
  });

  test("with a database server needs the key from outside", async () => {
    await expect(openKeyring({ checks: checkRows(), random })).rejects.toMatchObject({ because: "missing" });
    const given = newMasterKey(random);
    await expect(openKeyring({ given, checks: checkRows(), random })).resolves.toBeDefined();
  });
});

describe("what does not fit is told apart", () => {
  const aad = "account/1/token";

  test("a lost master.key is not replaced by a new one", async () => {
    const [file, checks] = [newFile(), checkRows()];
    await openKeyring({ file, checks, random });
    const id = (await readFile(file, "utf8")).split(":")[0];
    rmSync(file);
    await expect(openKeyring({ file, checks, random })).rejects.toMatchObject({
      because: "missing",
      message: expect.stringContaining(`"${id}"`),
    });
    expect(existsSync(file)).toBe(false);
  });

  test("another key, with another id and with the same", async () => {
    const checks = checkRows();
    await openKeyring({ given: withId("main"), checks, random });
    for (const [given, message] of [
      [withId("other"), /sealed with the master key "main", and only "other"/],
      [withId("main"), /"main" is not the one.*same id/],
    ] as const) {
      await expect(openKeyring({ given, checks, random })).rejects.toMatchObject({
        because: "wrong_key",
        message: expect.stringMatching(message),
      });
    }
  });

  test("any altered byte is corrupt or a wrong key, never another text", async () => {
    const ring = await ringOf(withId("main"));
    const sealed = ring.seal(bytes("token"), aad);
    for (let at = 0; at < sealed.length; at++) {
      const altered = Uint8Array.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      const isFingerprint = at >= 1 && at <= 8;
      expect(() => ring.open(altered, aad)).toThrow(
        expect.objectContaining({ because: isFingerprint ? "wrong_key" : "corrupt" }),
      );
    }
  });

  test("a value moved to another place does not open there", async () => {
    const ring = await ringOf(withId("main"));
    expect(() => ring.open(ring.seal(bytes("token"), aad), "account/2/token")).toThrow(/another place/);
  });

  test("bytes that are no envelope", async () => {
    const ring = await ringOf(withId("main"));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
        expect(() => ring.open(noise, aad)).toThrow(expect.objectContaining({ name: "KeyTrouble" }));
      }),
    );
  });

  test.each`
    given                                     | message
    ${""}                                     | ${/holds no key/}
    ${"main"}                                 | ${/key 1 in HERE is not of the form/}
    ${"main:AAAA"}                            | ${/"main", has 3 bytes and needs 32/}
    ${`${withId("a")},b:?`}                   | ${/key 2 in HERE/}
    ${`${withId("a")},${withId("a")}`}        | ${/Two keys in HERE have one id/}
    ${`${"x".repeat(33)}:${"A".repeat(43)}=`} | ${/not of the form/}
  `("$message", ({ given, message }) => {
    expect(() => parseMasterKeys(given, "HERE")).toThrow(message);
  });

  test("a fault in a key does not print it", () => {
    const secret = randomBytes(31).toString("base64");
    expect(() => parseMasterKeys(`main:${secret}`, "HERE")).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
  });
});

describe("sealing", () => {
  test("what was sealed opens, and no two envelopes are alike", async () => {
    const ring = await ringOf(withId("main"));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.string(), (plain, aad) => {
        const sealed = ring.seal(plain, aad);
        expect([...ring.open(sealed, aad)]).toEqual([...plain]);
        expect(ring.seal(plain, aad)).not.toEqual(sealed);
      }),
    );
  });

  test("sub-keys differ from each other, from the pepper and from one installation to another", async () => {
    const rings = [await ringOf(withId("a")), await ringOf(withId("a"))];
    const purposes = ["tokens", "links", "csrf", "sessions"] as const;
    const all = rings.flatMap((ring) => [ring.pepper, ...purposes.map(ring.subKey)].map(hex));
    expect(new Set(all).size).toBe(all.length);
  });

  test("a data key opens only what it sealed itself", async () => {
    const ring = await ringOf(withId("main"));
    const [one, two] = [ring.newDataKey("account/1"), ring.newDataKey("account/2")];
    const sealed = ring.dataBox(one, "account/1").seal(bytes("refresh"), "token");
    expect(text(ring.dataBox(one, "account/1").open(sealed, "token"))).toBe("refresh");
    expect(() => ring.dataBox(two, "account/2").open(sealed, "token")).toThrow(
      expect.objectContaining({ because: "wrong_key" }),
    );
    expect(() => ring.dataBox(one, "account/2")).toThrow(expect.objectContaining({ because: "corrupt" }));
  });
});

describe("a rotation", () => {
  const [old, fresh] = [withId("old"), withId("fresh")];

  test("re-wraps every key, keeps pepper and sub-keys, and then the old key may go", async () => {
    const rows = checkRows();
    const before = await openKeyring({ given: old, checks: rows, random });
    const accounts = manyKeys(before, 250);
    const sealed = before.dataBox(accounts.at(0).wrapped, "account/0").seal(bytes("refresh"), "token");

    const both = await openKeyring({ given: `${fresh},${old}`, checks: rows, random });
    expect(await rotate(both, [rows, accounts.store])).toBe(252);

    const after = await openKeyring({ given: fresh, checks: rows, random });
    expect(after.pepper).toEqual(before.pepper);
    expect(after.subKey("links")).toEqual(before.subKey("links"));
    expect(text(after.dataBox(accounts.at(0).wrapped, "account/0").open(sealed, "token"))).toBe("refresh");
    await expect(openKeyring({ given: old, checks: rows, random })).rejects.toMatchObject({ because: "wrong_key" });
  });

  test("that was broken off goes on where it stopped", async () => {
    const rows = checkRows();
    const accounts = manyKeys(await openKeyring({ given: old, checks: rows, random }), 250);
    const both = await openKeyring({ given: `${fresh},${old}`, checks: rows, random });
    let replaced = 0;
    const breaking: WrappedKeyStore = {
      ...accounts.store,
      replace: async (...row) => {
        if (++replaced > 120) throw new Error("killed");
        return accounts.store.replace(...row);
      },
    };
    await expect(rotate(both, [breaking])).rejects.toThrow("killed");
    expect(await rotate(both, [accounts.store])).toBe(130);
    expect(await rotate(both, [accounts.store])).toBe(0);
  });

  test("does not overwrite a key that somebody else replaced meanwhile", async () => {
    const rows = checkRows();
    const accounts = manyKeys(await openKeyring({ given: old, checks: rows, random }), 1);
    const both = await openKeyring({ given: `${fresh},${old}`, checks: rows, random });
    const newer = both.newDataKey("account/0");
    const racing: WrappedKeyStore = {
      async page(...asked) {
        const page = await accounts.store.page(...asked);
        await accounts.store.replace("0", accounts.at(0).wrapped, newer);
        return page;
      },
      replace: accounts.store.replace,
    };
    expect(await rotate(both, [racing])).toBe(0);
    expect(accounts.at(0).wrapped).toEqual(newer);
  });

  test("of master.key puts a new key in front, for its owner's eyes only", async () => {
    const [file, checks] = [newFile(), checkRows()];
    const before = await openKeyring({ file, checks, random });
    await addMasterKey(file, random);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const after = await openKeyring({ file, checks, random });
    expect(await rotate(after, [checks])).toBe(2);
    expect(after.pepper).toEqual(before.pepper);
    await writeFile(file, (await readFile(file, "utf8")).split("\n")[0] ?? "");
    expect((await openKeyring({ file, checks, random })).pepper).toEqual(before.pepper);
  });
});

function withId(id: string): string {
  return `${id}:${randomBytes(32).toString("base64")}`;
}

function ringOf(given: string): Promise<Keyring> {
  return openKeyring({ given, checks: checkRows(), random });
}

function hex(value: Uint8Array): string {
  return Buffer.from(value).toString("hex");
}

/** Wrapped data keys of accounts "0", "1", …, paged in the order of their making. */
function manyKeys(ring: Keyring, count: number) {
  const keys: { id: string; wrapped: Uint8Array; aad: string }[] = Array.from({ length: count }, (_, at) => ({
    id: String(at),
    wrapped: ring.newDataKey(`account/${at}`),
    aad: `account/${at}`,
  }));
  const store: WrappedKeyStore = {
    async page(after, limit) {
      const start = after === undefined ? 0 : Number(after) + 1;
      return keys.slice(start, start + limit).map((key) => ({ ...key }));
    },
    async replace(id, before, after) {
      const key = keys[Number(id)];
      if (key === undefined || !Buffer.from(key.wrapped).equals(before)) return false;
      key.wrapped = after;
      return true;
    },
  };
  const at = (index: number): WrappedKey => keys[index] ?? { id: "", wrapped: new Uint8Array(), aad: "" };
  return { store, at };
}
