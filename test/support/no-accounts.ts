/** For worlds of tests that connect nothing: whoever opens an account there, or signs in, made a mistake. */
import type { World } from "../../src/flows/world.ts";

const nothing = (): never => {
  throw new Error("this test connects nothing");
};
const signIn = {
  scopesFor: nothing,
  begin: nothing,
  finish: nothing,
  beginEntry: nothing,
  finishEntry: nothing,
  refresh: nothing,
  revoke: nothing,
  adminLink: nothing,
};

export const noAccounts: Pick<World, "openAccount" | "signIns" | "givenClients" | "vault" | "keyring"> = {
  openAccount: nothing,
  signIns: { google: { provider: "google", ...signIn }, microsoft: { provider: "microsoft", ...signIn } },
  givenClients: {},
  vault: { read: nothing, renew: nothing },
  keyring: nothing,
};
