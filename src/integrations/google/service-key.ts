/** The key of a service account, as the file that Google's console hands out says it. */
import { createPrivateKey, createSign, type KeyObject } from "node:crypto";
import { z } from "zod";
import { type Instant, millisOf } from "../../domain/time.ts";
import { TroubleError } from "../trouble.ts";

const keyFile = z.object({
  type: z.literal("service_account"),
  client_email: z.email(),
  private_key_id: z.string().max(200),
  private_key: z.string(),
});

export type ServiceKey = { email: string; keyId: string; privateKey: KeyObject };

/** Throws TroubleError (refused) for a file that is none; nothing of it is in the words. */
export function readServiceKey(text: string): ServiceKey {
  try {
    const { client_email: email, private_key_id: keyId, private_key: pem } = keyFile.parse(JSON.parse(text));
    return { email, keyId, privateKey: createPrivateKey(pem) };
  } catch {
    throw new TroubleError({ kind: "refused", because: "its file is not the key of a service account" });
  }
}

/** Where a service account gets its tokens. */
export const serviceTokens = "https://oauth2.googleapis.com/token";
const assertionSeconds = 3_600;

/** Signed proof that we are the service account and want the scope (RFC 7523). */
export function assertionOf({ email, keyId, privateKey }: ServiceKey, scope: string, now: Instant): string {
  const seconds = Math.floor(millisOf(now) / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const claims = { iss: email, scope, aud: serviceTokens, iat: seconds, exp: seconds + assertionSeconds };
  const signed = `${encode({ alg: "RS256", typ: "JWT", kid: keyId })}.${encode(claims)}`;
  return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey, "base64url")}`;
}
