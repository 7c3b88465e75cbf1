/**
 * Who may ask at all (design §7). The name in the Host header must be this computer's own or one of those configured;
 * otherwise another site could make a browser talk to us under its own name. Asked from elsewhere than this computer,
 * the owner's pages stay shut until a passphrase is set, or an account is connected that opens them.
 */
import { isIP } from "node:net";
import { hasEntryAccount } from "../store/read/entry-accounts.ts";
import { type Ask, type Guard, worldOf } from "./context.ts";
import { refusedPage } from "./views/refused.ts";

export const checkHost: Guard = async (ask, next) => {
  const host = hostNameOf(ask);
  if (isLoopbackName(host) || ask.var.web.settings.hosts.some((known) => known.toLowerCase() === host)) return next();
  return ask.html(
    refusedPage(ask.var.assets, {
      title: "Not under this name",
      text: `Rapport does not answer to “${host}”. If this address is right, add the name to RAPPORT_HOSTS and start Rapport again.`,
    }),
    421,
  );
};

export const needPassphraseFromAfar: Guard = async (ask, next) => {
  const { ownerId, hasPassphrase } = ask.var.owner;
  if (isFromHere(ask) || hasPassphrase || (await hasEntryAccount(worldOf(ask).database, ownerId))) return next();
  return ask.html(
    refusedPage(ask.var.assets, {
      title: "Set a passphrase first",
      text: "These pages open from another computer only when a passphrase is set. On the computer that runs Rapport, open the address it printed at the start, go to Settings and set one; or run “rapport passphrase” there.",
    }),
    403,
  );
};

/** Both ends are this computer: the connection comes from it and the page was asked for under its own name. */
export const isFromHere = (ask: Ask): boolean => isLoopbackAddress(peerOf(ask)) && isLoopbackName(hostNameOf(ask));

/**
 * Outside names are served by a proxy that speaks https and says so. Nobody gains by saying it falsely: it only makes
 * their own cookie stricter.
 */
export const isOverHttps = (ask: Ask): boolean =>
  ask.req.header("x-forwarded-proto") === "https" && !isLoopbackName(hostNameOf(ask));

/** The address at the other end; "" when there is no socket. */
export const peerOf = (ask: Ask): string => ask.env?.incoming?.socket.remoteAddress ?? "";

/** Who asks, also through a proxy on this computer: it says whom it speaks for, last in the list. */
export function visitorOf(ask: Ask): string {
  const peer = peerOf(ask);
  const said = ask.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return said !== undefined && isIP(said) !== 0 && isLoopbackAddress(peer) ? said : peer;
}

/** `scheme://host:port` under which the browser asked, as it stands in its Origin header. */
export const originOf = (ask: Ask): string => `${isOverHttps(ask) ? "https" : "http"}://${hostHeaderOf(ask)}`;

/** The name asked for, in lower case and without the port; brackets of an IPv6 address are kept. */
export function hostNameOf(ask: Ask): string {
  const host = hostHeaderOf(ask);
  return /^(\[[0-9a-f:.]+\]|[^:]*)(?::\d{1,5})?$/.exec(host)?.[1] ?? host;
}

/** The port asked for, when the address names one. */
export const portOf = (ask: Ask): string | undefined => /:(\d{1,5})$/.exec(hostHeaderOf(ask))?.[1];

const hostHeaderOf = (ask: Ask): string => (ask.req.header("host") ?? new URL(ask.req.url).host).toLowerCase();

function isLoopbackName(name: string): boolean {
  return name === "localhost" || isLoopbackAddress(name.replace(/^\[(.*)\]$/, "$1"));
}

function isLoopbackAddress(address: string): boolean {
  const bare = address.replace(/^::ffff:/i, "");
  return bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}
