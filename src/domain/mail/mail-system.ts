/** Whether a mail system wrote a message, and whether a program sent it. */
import { tokensOf } from "../contact/address.ts";
import { isPersonName } from "../contact/person-likeness.ts";
import type { MessageHeaders } from "./message.ts";

/** A name or an address of a mail system; a postmaster who writes under their own name is a person. */
export function isMailSystem(headers: MessageHeaders): boolean {
  const { from } = headers;
  const shown = (from.name ?? "").replace(/\([^()]*\)/g, "");
  if (systemName.test(shown)) return true;
  if (isPersonName(shown, from.address) && !isSentByProgram(headers)) return false;
  const local = from.address.slice(0, Math.max(0, from.address.lastIndexOf("@"))) || from.address;
  const tokens = tokensOf(local.toLowerCase());
  const squeezed = tokens.join("");
  return (
    (tokens.includes("daemon") && tokens.every((token) => systemTokens.has(token))) ||
    squeezed.startsWith("mailerdaemon") ||
    squeezed === "mailer" ||
    tokens.includes("postmaster") ||
    tokens.includes("mdaemon") ||
    tokens.includes("bounce") ||
    tokens.includes("bounces") ||
    /^microsoftexchange[0-9a-f]{8}/.test(local) ||
    /^(?:mail-?delivery|maildelivery|mailsystem|dsn|ndr|smtp)$/.test(local)
  );
}

const systemTokens: ReadonlySet<string> = new Set(["daemon", "mail", "mailer", "email", "smtp", "delivery", "system"]);

export const systemName =
  /(?:mail|message)[ -]?(?:delivery|transport)|mailer[ -]?daemon|^mailer$|^mailer system|postmaster(?! (?!(?:at|of|on|for|bei|de|en)(?![\p{L}]))\p{L})|delivery (?:sub)?system|system administrator|mail (?:administrator|system)|systemadministrator|administrateur système|administrador del sistema|amministratore di sistema|microsoft outlook|microsoft exchange|internet mail delivery/iu;

/** Sent by a program, as its envelope or its headers say. */
export const isSentByProgram = (headers: MessageHeaders): boolean =>
  headers.signals.emptyReturnPath === true || isAutomatic(headers);

export const isAutomatic = ({ signals }: MessageHeaders): boolean =>
  signals.autoSubmitted?.startsWith("auto-") === true || signals.autoreply !== undefined;
