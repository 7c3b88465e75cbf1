/**
 * Signing in with the account at Google or Microsoft that one connected: the connection is the identity. Whose it is, is told by
 * the provider's own key of the account and never by its address, which may pass to somebody else.
 */
import { z } from "zod";
import type { OwnerId, SessionId } from "../../domain/ids.ts";
import { after, parseInstant } from "../../domain/time.ts";
import type { Provider } from "../../integrations/provider.ts";
import { SignInError, type SignInTrouble } from "../../integrations/sign-in.ts";
import { connectedProviders, entryAccounts, ownersOfIdentity } from "../../store/read/entry-accounts.ts";
import { removeSessions } from "../../store/sessions.ts";
import { saveSetting } from "../../store/settings.ts";
import { clientOf } from "../accounts/client-of.ts";
import type { World } from "../world.ts";
import { checkPassphrase } from "./passphrase.ts";

const tryMinutes = 10;

/** What the browser keeps on the way out and back, sealed: nobody is known yet whose row it could be. */
const ticket = z.object({
  provider: z.enum(["google", "microsoft"]),
  redirect: z.string(),
  kept: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  endsAt: z.string().transform((text) => parseInstant(text)!),
});
export type EntryTicket = z.output<typeof ticket>;
const sealedFor = "entry/ticket";

/** The providers by which somebody may come in: registered here, and with an account that opens its owner's pages. */
export async function entryProviders(world: World): Promise<Provider[]> {
  const found: Provider[] = [];
  for (const provider of await connectedProviders(world.database))
    if ((await clientOf(world, provider)) !== undefined) found.push(provider);
  return found;
}

export async function beginEntry(
  world: World,
  { provider, redirect }: { provider: Provider; redirect: string },
): Promise<{ kind: "away"; url: string; sealed: string } | { kind: "no_client" }> {
  const known = await clientOf(world, provider);
  if (known === undefined) return { kind: "no_client" };
  const { url, kept } = await world.signIns[provider].beginEntry(known.client, { redirect });
  const endsAt = after(world.wall.now(), { minutes: tryMinutes });
  const text = new TextEncoder().encode(JSON.stringify({ provider, redirect, kept, endsAt }));
  const sealed = Buffer.from((await world.keyring()).seal(text, sealedFor)).toString("base64url");
  return { kind: "away", url, sealed };
}

/** Undefined for what we did not seal, or what came back for something else. */
export async function ticketFor(
  world: World,
  sealed: string,
  { provider, state }: { provider: Provider; state: string },
): Promise<EntryTicket | undefined> {
  try {
    const opened = (await world.keyring()).open(Buffer.from(sealed, "base64url"), sealedFor);
    const read = ticket.parse(JSON.parse(new TextDecoder().decode(opened)));
    return read.provider === provider && read.kept.state === state ? read : undefined;
  } catch {
    // Whatever a browser may keep under this name: it is none of ours.
    return undefined;
  }
}

export type Entered =
  | { kind: "entered"; ownerId: OwnerId }
  /** Nobody connected this account here, or they keep it from opening their pages. */
  | { kind: "nobody" }
  /** Two connected it: it says of neither that they are it. */
  | { kind: "several" }
  | { kind: "trouble"; trouble: SignInTrouble };

export async function finishEntry(
  world: World,
  { provider, redirect, kept, endsAt }: EntryTicket,
  { back, signal }: { back: URL; signal: AbortSignal },
): Promise<Entered> {
  if (endsAt <= world.wall.now())
    return trouble({ kind: "stale", because: "This way back is older than ten minutes." });
  const known = await clientOf(world, provider);
  if (known === undefined)
    return trouble({ kind: "stale", because: "The registration at the provider was removed meanwhile." });
  try {
    const { key } = await world.signIns[provider].finishEntry(known.client, { redirect, back, kept, signal });
    const [ownerId, another] = await ownersOfIdentity(world.database, provider, key);
    if (ownerId === undefined) return { kind: "nobody" };
    return another === undefined ? { kind: "entered", ownerId } : { kind: "several" };
  } catch (error) {
    if (error instanceof SignInError) return trouble(error.trouble);
    throw error;
  }
}

const trouble = (of: SignInTrouble): Entered => ({ kind: "trouble", trouble: of });

/**
 * Which accounts open the owner's pages from now on; others of theirs are read, and open nothing. An owner with a passphrase says it
 * again. Accounts that are not theirs are left out. As after a new passphrase every session is signed out but the one it was done in:
 * whoever came in by an account that opens nothing any more is out.
 */
export async function chooseEntry(
  world: World,
  owner: OwnerId,
  { accounts, passphrase, but }: { accounts: readonly string[]; passphrase: string | undefined; but?: SessionId },
): Promise<"done" | "wrong_passphrase"> {
  if (passphrase !== undefined && !(await checkPassphrase(world, owner, passphrase))) return "wrong_passphrase";
  const own = await entryAccounts(world.database, owner);
  const chosen = own.map(({ accountId }) => accountId).filter((one) => accounts.includes(one));
  await world.database.transaction().execute(async (transaction) => {
    await saveSetting(transaction, owner, "entry", { accounts: chosen }, world.wall.now());
    await removeSessions(transaction, owner, but);
  });
  return "done";
}
