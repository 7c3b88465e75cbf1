/** The session cookie, and the guard that keeps everything but the door itself for those who are signed in. */
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { millisOf } from "../domain/time.ts";
import { ownerOf } from "../flows/owner/owner-of.ts";
import { findSession, type OpenedSession } from "../flows/owner/session.ts";
import { viewpointOf } from "../flows/owner/viewpoint.ts";
import { readOwner } from "../store/read/owner.ts";
import type { Ask, Guard } from "./context.ts";
import { isOverHttps, portOf } from "./door.ts";

/** Finds out whose home this is and whether the browser is signed in. */
export const meetOwner: Guard = async (ask, next) => {
  const { world } = ask.var.web;
  const { ownerId } = await ownerOf(world);
  const token = getCookie(ask, cookieName(ask));
  const session = token === undefined ? undefined : await findSession(world, token);
  const owner = session?.ownerId ?? ownerId;
  const viewpoint = await viewpointOf(world, owner);
  ask.set("viewpoint", viewpoint);
  ask.set("now", viewpoint.now);
  ask.set("owner", await readOwner(world.database, owner, viewpoint.now));
  ask.set("signedIn", session && token !== undefined ? { sessionId: session.sessionId, token } : undefined);
  return next();
};

/** Pages go to the first page, which says how to get in; fragments and uploads are told plainly. */
export const needSession: Guard = async (ask, next) => {
  if (ask.var.signedIn !== undefined) return next();
  if (ask.req.header("hx-request") !== undefined) return ask.body(null, 401, { "HX-Redirect": "/" });
  if (ask.req.method === "GET") return ask.redirect("/", 303);
  return ask.text("Sign in first.", 401);
};

export function giveSession(ask: Ask, { token, endsAt }: OpenedSession): void {
  setCookie(ask, cookieName(ask), token, { ...cookieSettings(ask), expires: new Date(millisOf(endsAt)) });
}

export const takeSession = (ask: Ask): void => {
  deleteCookie(ask, cookieName(ask), cookieSettings(ask));
};

/** What the way out to a provider and back needs, for ten minutes; other ways back do not find theirs in it. */
export function giveEntry(ask: Ask, sealed: string): void {
  setCookie(ask, entryCookieName(ask), sealed, { ...cookieSettings(ask), maxAge: entrySeconds });
}

/** By the browser's own count: its clock may be off by more than that. */
const entrySeconds = 600;

export const entryOf = (ask: Ask): string | undefined => getCookie(ask, entryCookieName(ask));

export const takeEntry = (ask: Ask): void => {
  deleteCookie(ask, entryCookieName(ask), cookieSettings(ask));
};

const entryCookieName = (ask: Ask): string => `${cookieName(ask)}-entry`;

/**
 * Browsers take a `__Host-` cookie only over https, only for this very name, and only for the whole site. On this
 * computer the port stands in the name: cookies know no ports, and a second Rapport must not sign the first one out.
 */
const cookieName = (ask: Ask): string => (isOverHttps(ask) ? "__Host-rapport" : `rapport-${portOf(ask) ?? "80"}`);

const cookieSettings = (ask: Ask) =>
  ({ path: "/", httpOnly: true, sameSite: "Lax", secure: isOverHttps(ask) }) as const;
