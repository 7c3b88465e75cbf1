import { z } from "zod";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { entryProviders } from "../../flows/owner/enter-by-account.ts";
import { isShared, ownerEntering } from "../../flows/owner/enter-by-name.ts";
import { ownerOf } from "../../flows/owner/owner-of.ts";
import { checkPassphrase } from "../../flows/owner/passphrase.ts";
import { closeSession, openSession } from "../../flows/owner/session.ts";
import { answerPage, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { visitorOf } from "../door.ts";
import { giveSession, takeSession } from "../session.ts";
import { doorView } from "../views/door.ts";
import type { Frame } from "../views/layout.ts";
import { sayDistance } from "../views/when.ts";

const form = z.object({ name: z.string().max(200).default(""), passphrase: z.string().min(1) });

export async function signIn(ask: Ask) {
  const wanted = form.safeParse(await ask.req.parseBody());
  const entry = ask.var.gate.enter(visitorOf(ask));
  if (entry.kind === "wait") return refuseEntry(ask, saysWait(ask, entry.until), 429);
  const shared = await isShared(worldOf(ask));
  const owner = wanted.success ? await whoEnters(ask, wanted.data, shared) : undefined;
  if (owner === undefined)
    return refuseEntry(ask, shared ? "Name and passphrase do not fit." : "That is not the passphrase.", 401);
  ask.var.gate.forgive(visitorOf(ask));
  giveSession(ask, await openSession(worldOf(ask), owner));
  return ask.redirect("/", 303);
}

export async function signOut(ask: Ask) {
  if (ask.var.signedIn !== undefined) await closeSession(worldOf(ask), ownerIdOf(ask), ask.var.signedIn.sessionId);
  takeSession(ask);
  return ask.redirect("/", 303);
}

/** Where one person is at home, the passphrase alone tells. */
async function whoEnters(
  ask: Ask,
  typed: { name: string; passphrase: string },
  shared: boolean,
): Promise<OwnerId | undefined> {
  const world = worldOf(ask);
  if (shared) return ownerEntering(world, typed);
  const { ownerId } = await ownerOf(world);
  return (await checkPassphrase(world, ownerId, typed.passphrase)) ? ownerId : undefined;
}

/** What stands before whoever is not signed in. */
export async function doorOf(ask: Ask, frame: Frame, trouble?: string) {
  const parts = {
    canSignIn: ask.var.owner.hasPassphrase,
    isShared: await isShared(worldOf(ask)),
    providers: await entryProviders(worldOf(ask)),
  };
  return doorView(frame, { ...parts, ...(trouble !== undefined && { trouble }) });
}

export const saysWait = (ask: Ask, until: Instant): string =>
  `Too many tries. Try again ${sayDistance(until, { now: worldOf(ask).wall.now(), zone: ask.var.owner.zone })}.`;

/** The door again, and why it stays shut. */
export async function refuseEntry(ask: Ask, trouble: string, status: 401 | 429) {
  const frame = frameOf(ask);
  return answerPage(ask, frame, { title: "Open", body: await doorOf(ask, frame, trouble) }, status);
}
