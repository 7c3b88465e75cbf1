/** Id tokens signed with RS256, and the key that proves them. */
import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";

export type Claims = Readonly<Record<string, string | number | boolean>>;

const keyId = "sandbox-1";

// One key for all sandboxes of a process: making one takes a tenth of a second, and nothing that a test compares depends on it.
let keys: { publicKey: KeyObject; privateKey: KeyObject } | undefined;
function signingKeys(): { publicKey: KeyObject; privateKey: KeyObject } {
  keys ??= generateKeyPairSync("rsa", { modulusLength: 2048 });
  return keys;
}

export function signIdToken(claims: Claims): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${encode({ alg: "RS256", typ: "JWT", kid: keyId })}.${encode(claims)}`;
  return `${signed}.${createSign("RSA-SHA256").update(signed).sign(signingKeys().privateKey, "base64url")}`;
}

/** JSON Web Key Set. */
export const publishedKeys = (): object => ({
  keys: [{ ...signingKeys().publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: keyId }],
});
