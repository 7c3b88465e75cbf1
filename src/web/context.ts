/** What every page is given: the world, the settings of the listeners, and what the first middleware found out. */
import type { Context, MiddlewareHandler } from "hono";
import type { OwnerId, SessionId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Viewpoint } from "../flows/owner/viewpoint.ts";
import type { World } from "../flows/world.ts";
import type { OwnerSeen } from "../store/read/owner.ts";
import type { Assets } from "./assets.ts";
import type { ImportMeter } from "./import-meter.ts";
import type { Inbox } from "./inbox/inbox.ts";
import type { SignInGate } from "./sign-in-gate.ts";

export type Listen = { host: string; port: number };

export type WebSettings = {
  listen: Listen;
  /** Booking pages and provider notifications; off unless given. */
  publicListen?: Listen;
  /** Names, besides those of this computer itself, by which the pages may be asked for: `rapport.example`. */
  hosts: readonly string[];
  /** Where uploaded export files lie until they are read: a folder of the home that only we write to. */
  inboxDir: string;
  /** Upper bound of what may lie in the inbox at a time. */
  uploadQuotaBytes: number;
  /** Uploads stop when they would leave the disk with less than this. */
  freeDiskMinBytes: number;
};

export type WebContext = {
  world: World;
  settings: WebSettings;
  /** Tells a file's kind by its first 64 kB; the name only breaks ties. */
  detect(head: Buffer, name: string): { kind: string };
  /** Fires after so many milliseconds of real time; without it no page waits for anything. */
  timeout?(milliseconds: number): AbortSignal;
  /** The way into the demo; absent inside of it. */
  demoDoor?: DemoDoor;
  /** Inside of the demo alone. */
  demoTime?: DemoTime;
};

export type DemoStanding =
  | { kind: "closed" }
  | { kind: "opening" }
  /** The address opens a session there; it is for whoever sits at this computer. */
  | { kind: "open"; address: string }
  | { kind: "failed"; because: string };

export type DemoDoor = {
  standing(): DemoStanding;
  /** Returns at once; `standing` tells how far it is. Open already: nothing happens. */
  open(): void;
};

export type DemoTime = {
  /** When somebody in the demo's world does something next, or a meeting ends there. */
  nextAt(): Promise<Instant | undefined>;
  moveTo(to: Instant): void;
};

/** As far as the node server's bindings are used. Absent without a socket. */
export type Bindings = {
  incoming?: {
    /** Who is at the other end of the connection. */
    socket: { remoteAddress?: string | undefined };
    /** Whether all of the request has arrived. */
    complete?: boolean;
  };
};

export type SignedIn = { sessionId: SessionId; token: string };

export type WebEnv = {
  Bindings: Bindings;
  Variables: {
    web: WebContext;
    assets: Assets;
    inbox: Inbox;
    meter: ImportMeter;
    gate: SignInGate;
    owner: OwnerSeen;
    /** The moment that due and overdue are seen from, and why that one. */
    viewpoint: Viewpoint;
    now: Instant;
    signedIn: SignedIn | undefined;
  };
};

/** One question of a browser, inside our application. */
export type Ask = Context<WebEnv>;
export type Guard = MiddlewareHandler<WebEnv>;

export const worldOf = (ask: Ask): World => ask.var.web.world;
export const ownerIdOf = (ask: Ask): OwnerId => ask.var.owner.ownerId;
