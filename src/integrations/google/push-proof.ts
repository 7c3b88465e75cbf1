/**
 * Whether a Pub/Sub message comes from the subscription that we were set up for: its bearer token is signed by Google, for our
 * address, and names the service account that the subscription speaks for. Anybody at Google may have a token made for any
 * address, so all three are asked (https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions).
 */
import { createPublicKey, createVerify } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../domain/clock.ts";
import { jsonIn } from "../../domain/json-in.ts";
import { after, type Instant, millisOf } from "../../domain/time.ts";

const keysAddress = "https://www.googleapis.com/oauth2/v3/certs";
const keysKeptHours = 6;
const clockSkewSeconds = 300;
const fetchTimeoutMs = 5_000;

const Header = z.object({ alg: z.literal("RS256"), kid: z.string() });
const Claims = z.object({
  iss: z.enum(["https://accounts.google.com", "accounts.google.com"]),
  aud: z.string(),
  email: z.string(),
  email_verified: z.literal(true),
  exp: z.number(),
});
const Key = z.looseObject({ kid: z.string(), kty: z.literal("RSA"), n: z.string(), e: z.string() });
const Keys = z.object({ keys: z.array(z.unknown()) });
type Key = z.output<typeof Key>;

export type PushProof = {
  transport: (request: Request) => Promise<Response>;
  clock: Clock;
  /** Real milliseconds. */
  timeout(ms: number): AbortSignal;
};

/** Asks for Google's keys when it has none, has them for long, or meets a new one. */
export function openPushProof({ transport, clock, timeout }: PushProof) {
  let kept: { keys: readonly Key[]; at: Instant } | undefined;
  const keyFor = async (kid: string): Promise<Key | undefined> => {
    const isOld = kept === undefined || after(kept.at, { hours: keysKeptHours }) <= clock.now();
    const known = isOld ? undefined : kept?.keys.find((key) => key.kid === kid);
    if (known !== undefined) return known;
    // A made-up key id may not have Google asked again and again.
    if (!isOld && kept !== undefined && after(kept.at, { minutes: 1 }) > clock.now()) return undefined;
    const response = await transport(new Request(keysAddress, { signal: timeout(fetchTimeoutMs) }));
    const { data } = Keys.safeParse(response.ok ? await response.json() : undefined);
    if (data === undefined) return undefined;
    kept = { keys: data.keys.flatMap((one) => Key.safeParse(one).data ?? []), at: clock.now() };
    return kept.keys.find((key) => key.kid === kid);
  };
  return async (token: string, { audience, sender }: { audience: string; sender: string }): Promise<boolean> => {
    const [head = "", body = "", signature = "", rest] = token.split(".");
    const header = Header.safeParse(jsonIn(textOf(head))).data;
    const claims = Claims.safeParse(jsonIn(textOf(body))).data;
    if (rest !== undefined || header === undefined || claims === undefined) return false;
    const isForUs = claims.aud === audience && claims.email.toLowerCase() === sender.toLowerCase();
    const isCurrent = (claims.exp + clockSkewSeconds) * 1000 > millisOf(clock.now());
    if (!isForUs || !isCurrent) return false;
    const key = await keyFor(header.kid);
    if (key === undefined) return false;
    const { kty, n, e } = key;
    const publicKey = createPublicKey({ key: { kty, n, e }, format: "jwk" });
    return createVerify("RSA-SHA256").update(`${head}.${body}`).verify(publicKey, signature, "base64url");
  };
}

const textOf = (part: string): string => Buffer.from(part, "base64url").toString();
