/** Signing in with an account at Google or Microsoft: the way out, and the way back, which is that of connecting an account. */
import { beginEntry, type Entered, finishEntry, ticketFor } from "../../flows/owner/enter-by-account.ts";
import { openSession } from "../../flows/owner/session.ts";
import { answerAbsent } from "../answer.ts";
import { type Ask, type Guard, worldOf } from "../context.ts";
import { visitorOf } from "../door.ts";
import { entryOf, giveEntry, giveSession, takeEntry } from "../session.ts";
import { providerNames } from "../views/provider-names.ts";
import { leadOut, type Provider, providerIn, redirectOf } from "./connect.ts";
import { refuseEntry, saysWait } from "./sign-in.ts";

export async function enter(ask: Ask) {
  const at = providerIn(ask);
  if (at === undefined) return answerAbsent(ask);
  const entry = ask.var.gate.enter(visitorOf(ask));
  if (entry.kind === "wait") return refuseEntry(ask, saysWait(ask, entry.until), 429);
  const begun = await beginEntry(worldOf(ask), { provider: at, redirect: redirectOf(ask, at) });
  if (begun.kind === "no_client") return answerAbsent(ask);
  giveEntry(ask, begun.sealed);
  return leadOut(ask, at, begun.url);
}

/** Before the guard of sessions: who comes back from signing in has none. Any other way back goes on to where it belongs. */
export const comeIn: Guard = async (ask, next) => {
  const at = providerIn(ask);
  const sealed = entryOf(ask);
  if (at === undefined || sealed === undefined) return next();
  const ticket = await ticketFor(worldOf(ask), sealed, { provider: at, state: ask.req.query("state") ?? "" });
  if (ticket === undefined) return next();
  takeEntry(ask);
  // Before the provider is asked: with the cookie kept and new codes, one way out would open sessions again and again.
  if (!ask.var.gate.spend(ticket.kept.state, ticket.endsAt))
    return refuseEntry(ask, "This way back was used before. Sign in again.", 401);
  const back = new URL(`${ticket.redirect}${new URL(ask.req.url).search}`);
  const entered = await finishEntry(worldOf(ask), ticket, { back, signal: ask.req.raw.signal });
  if (entered.kind !== "entered") return refuseEntry(ask, saysWhy(at, entered), 401);
  ask.var.gate.forgive(visitorOf(ask));
  giveSession(ask, await openSession(worldOf(ask), entered.ownerId));
  return ask.redirect("/", 303);
};

function saysWhy(at: Provider, entered: Exclude<Entered, { kind: "entered" }>): string {
  const name = providerNames[at];
  switch (entered.kind) {
    case "nobody":
      return `This ${name} account opens nothing here: nobody connected it. Sign in as you did before, and connect it.`;
    case "several":
      return `Two people here connected this ${name} account, so it tells of neither. Sign in by name and passphrase.`;
    case "trouble":
      return `${name} did not let you in: ${entered.trouble.because.replace(/\.$/, "")}.`;
  }
}
