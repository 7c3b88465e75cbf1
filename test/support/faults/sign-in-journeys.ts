/** Connecting and leaving in trouble. */
import { beginSignIn } from "../../../src/flows/accounts/begin-sign-in.ts";
import { closeAccount, disconnectAccount } from "../../../src/flows/accounts/disconnect.ts";
import { finishSignIn } from "../../../src/flows/accounts/finish-sign-in.ts";
import { consent } from "../consent.ts";
import { differences, type Journey } from "./case.ts";
import { type Case, connect, redirects } from "./fault-world.ts";
import { stateOf } from "./scan-journeys.ts";

const triesMax = 12;
const signal = new AbortController().signal;

/** Somebody who goes to the provider's page again until they are connected. */
const signingIn: Journey = {
  name: "sign in",
  async live(one) {
    const wrong: string[] = [];
    const connected: string[] = [];
    for (let tries = 0; tries < triesMax && connected.length === 0; tries += 1) {
      const came = await once(one);
      if (came.kind === "connected") connected.push(came.accountId);
      else if (came.kind !== "trouble" || !("because" in came.trouble) || came.trouble.because === "")
        wrong.push(`${came.kind} without a reason`);
    }
    const accounts = await one.world.database
      .selectFrom("account")
      .select(["account_id", "state"])
      .where("owner_id", "=", one.owner)
      .execute();
    const here = accounts.map(({ state }) => `an account ${state}`);
    return { ...differences(here, { must: ["an account open"] }), reconnected: 0, wrong };
  },
};

async function once({ world, owner, provider, vendors }: Case) {
  const redirect = redirects[provider];
  const begun = await beginSignIn(world, owner, { provider, redirect, wishes: [], permissions: ["contacts"] });
  if (begun.kind !== "away") throw new Error(begun.kind);
  const came = await consent((request) => vendors.fetch(request), begun.url, { address: "mara@nordlys.example" });
  if (!("back" in came)) throw new Error(came.page);
  return finishSignIn(world, owner, { provider, back: came.back, signal });
}

/** Nobody is kept from leaving, whatever the provider says. */
const leaving: Journey = {
  name: "disconnect",
  async live(one) {
    const { world, owner } = one;
    const accountId = await connect(one);
    await disconnectAccount(world, owner, accountId);
    await closeAccount(world, owner, accountId, signal);
    const { state } = await stateOf(one, accountId);
    const tokens = await world.database
      .selectFrom("account_token")
      .select("account_id")
      .where("owner_id", "=", owner)
      .execute();
    const here = [state, ...tokens.map(() => "tokens")];
    return { ...differences(here, { must: ["closed"] }), reconnected: 0, wrong: [] };
  },
};

export const signInJourneys: readonly Journey[] = [signingIn, leaving];
