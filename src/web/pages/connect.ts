/** Connecting an account: what it gives, the guided registration where there is none yet, and the way to the provider and back. */
import { z } from "zod";
import type { AccountId } from "../../domain/ids.ts";
import { beginSignIn } from "../../flows/accounts/begin-sign-in.ts";
import { clientOf } from "../../flows/accounts/client-of.ts";
import { finishSignIn } from "../../flows/accounts/finish-sign-in.ts";
import { forgetAdminWait } from "../../flows/accounts/forget-admin-wait.ts";
import type { ClientTyped } from "../../flows/accounts/read-client.ts";
import { saveTypedClient } from "../../flows/accounts/save-client.ts";
import { writeWishes } from "../../flows/write-back/choose-wishes.ts";
import { readAccounts } from "../../store/read/accounts.ts";
import { readAdminWaits } from "../../store/read/admin-waits.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { originOf } from "../door.ts";
import { fieldsOf } from "../fields.ts";
import { idOf } from "../query.ts";
import { connectView, onTheWayView, setUpView, signInTroubleView } from "../views/connect.ts";
import { goOnFromSource } from "./start.ts";

const provider = z.enum(["google", "microsoft"]);
export type Provider = z.output<typeof provider>;

export const redirectOf = (ask: Ask, at: Provider): string => `${originOf(ask)}/connect/${at}/back`;

/** What asks for permissions of its own. */
const ofScopes = ["contacts", "tasks"] as const;

export const providerIn = (ask: Ask): Provider | undefined => provider.safeParse(ask.req.param("provider")).data;

export async function showConnect(ask: Ask) {
  const world = worldOf(ask);
  const frame = frameOf(ask);
  const [google, microsoft] = [await clientOf(world, "google"), await clientOf(world, "microsoft")];
  const accounts = await readAccounts(world.database, ownerIdOf(ask));
  const waits = await readAdminWaits(world.database, ownerIdOf(ask));
  const body = connectView(frame, { known: { google, microsoft }, waits, accounts });
  return answerPage(ask, frame, { title: "Connect", place: "accounts", body });
}

export async function showSetUp(ask: Ask, refused?: { typed: ClientTyped; field: keyof ClientTyped; because: string }) {
  const at = providerIn(ask);
  if (at === undefined) return answerAbsent(ask);
  const world = worldOf(ask);
  const frame = frameOf(ask);
  const body = setUpView(frame, {
    provider: at,
    known: await clientOf(world, at),
    redirect: redirectOf(ask, at),
    scopes: world.signIns[at].scopesFor(ofScopes),
    ...(refused !== undefined && { refused }),
  });
  return answerPage(ask, frame, { title: "Register", place: "accounts", body }, refused === undefined ? 200 : 400);
}

export async function saveSetUp(ask: Ask) {
  const at = providerIn(ask);
  if (at === undefined) return answerAbsent(ask);
  const fields = await fieldsOf(ask);
  const typed: ClientTyped = {
    json: fields.json ?? "",
    clientId: fields.clientId ?? "",
    clientSecret: fields.clientSecret ?? "",
    tenant: fields.tenant ?? "",
  };
  const isTesting = fields.testing === "yes";
  const read = await saveTypedClient(worldOf(ask), at, { typed, redirect: redirectOf(ask, at), isTesting });
  return read.kind === "client" ? goOn(ask, "/connect", "client_saved") : showSetUp(ask, { typed, ...read });
}

const ticks = z.union([z.string(), z.array(z.string())]).default([]);
const beginForm = z.object({
  /** To be written there. */
  wish: ticks,
  /** To be asked for alone. */
  permission: ticks,
  account: z.string().optional(),
});

export async function begin(ask: Ask) {
  const at = providerIn(ask);
  if (at === undefined) return answerAbsent(ask);
  const { wish, permission, account } = beginForm.parse(await ask.req.parseBody({ all: true }));
  const accountId = idOf<AccountId>(account);
  const wishes = writeWishes.filter((one) => [wish].flat().includes(one));
  const permissions = ofScopes.filter((one) => [permission].flat().includes(one));
  const begun = await beginSignIn(worldOf(ask), ownerIdOf(ask), {
    provider: at,
    redirect: redirectOf(ask, at),
    wishes,
    permissions,
    ...(accountId !== undefined && { accountId }),
  });
  if (begun.kind !== "away")
    return begun.kind === "no_client" ? goOn(ask, `/connect/${at}/register`) : answerAbsent(ask);
  return leadOut(ask, at, begun.url, { place: "accounts" });
}

/**
 * A form may not be redirected away from us (form-action of the content policy), so the way out is a page that leads on by
 * itself and has a link.
 */
export function leadOut(ask: Ask, at: Provider, url: string, on: { place?: "accounts" } = {}) {
  ask.header("Refresh", `0; url=${url}`);
  const frame = frameOf(ask);
  return answerPage(ask, frame, { title: "To the provider", ...on, body: onTheWayView(frame, at, url) });
}

export async function forget(ask: Ask) {
  const at = providerIn(ask);
  const isForgotten = at !== undefined && (await forgetAdminWait(worldOf(ask), ownerIdOf(ask), at));
  return isForgotten ? goOn(ask, "/connect", "admin_wait_forgotten") : answerAbsent(ask);
}

/** The provider sends them here. The state is good once, for ten minutes, and for whoever is signed in. */
export async function comeBack(ask: Ask) {
  const at = providerIn(ask);
  if (at === undefined) return answerAbsent(ask);
  const back = new URL(`${redirectOf(ask, at)}${new URL(ask.req.url).search}`);
  const signal = ask.req.raw.signal;
  const signed = await finishSignIn(worldOf(ask), ownerIdOf(ask), { provider: at, back, signal });
  if (signed.kind === "connected")
    return goOnFromSource(
      ask,
      `/accounts/${signed.accountId}`,
      signed.isNew ? "account_connected" : "account_reconnected",
    );
  const frame = frameOf(ask);
  const body = signInTroubleView(frame, { provider: at, signed, redirect: redirectOf(ask, at) });
  return answerPage(ask, frame, { title: "Not connected", place: "accounts", body }, 400);
}
