/** A valid access token for an account whenever one is needed: kept in the vault, renewed a little before it ends. */
import type { Clock } from "../domain/clock.ts";
import { before } from "../domain/time.ts";
import type { AccountKey } from "./provider.ts";
import type { OAuthClients, SignIn, Tokens, TokenVault } from "./sign-in.ts";
import { TroubleError } from "./trouble.ts";

export type TokenWorld = {
  vault: TokenVault;
  clients: OAuthClients;
  signIn: SignIn;
  clock: Clock;
  /** Fires after so many milliseconds of real time. */
  timeout(ms: number): AbortSignal;
};

/** A call takes half a minute at most, and clocks are not quite alike. */
const renewedBeforeEndMinutes = 2;
/** The provider's sign-in has its own time-out, which is shorter; this ends whatever stands before it. */
const renewalTimeoutMs = 60_000;

/** Gives a token that is not `stale`. Throws TroubleError: sign_in_again when there is none to be had. */
export function accessTokenSource(world: TokenWorld, account: AccountKey): (stale?: string) => Promise<string> {
  return async (stale) => {
    const tokens = await world.vault.read(account);
    if (tokens === undefined) throw again("the account is disconnected");
    const isStale = tokens.accessToken === stale;
    const endsSoon = world.clock.now() >= before(tokens.accessEndsAt, { minutes: renewedBeforeEndMinutes });
    if (!isStale && !endsSoon) return tokens.accessToken;
    try {
      const renewed = await world.vault.renew(account, tokens.accessToken, (kept) => renew(world, kept));
      if (renewed === undefined) throw again("the account is disconnected");
      return renewed.accessToken;
    } catch (problem) {
      // Renewal came early on purpose: while it cannot be had, the token that is there still serves.
      const isLeft = !isStale && world.clock.now() < tokens.accessEndsAt;
      if (isLeft && problem instanceof TroubleError && passing.has(problem.trouble.kind)) return tokens.accessToken;
      throw problem;
    }
  };
}

const passing: ReadonlySet<string> = new Set(["unreachable", "slow_down"]);

async function renew({ clients, signIn, timeout }: TokenWorld, { refreshToken, scopes }: Tokens): Promise<Tokens> {
  if (refreshToken === undefined) throw again("the provider gave access for an hour only, and that is over");
  const client = await clients.find(signIn.provider);
  if (client === undefined)
    throw new TroubleError({
      kind: "refused",
      because: "this installation is not registered at the provider any more",
    });
  const renewed = await signIn.refresh(client, refreshToken, timeout(renewalTimeoutMs));
  // An answer without scopes grants what was granted before (RFC 6749 §5.1).
  return renewed.scopes.length > 0 ? renewed : { ...renewed, scopes };
}

const again = (because: string) => new TroubleError({ kind: "sign_in_again", because });
