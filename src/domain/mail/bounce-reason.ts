/** Why a message came back, from the diagnostic, the status code and the words around them. */
import { waitingWords } from "./bounce-words.ts";

export type BounceReason =
  /** The user or the host is unknown. */
  | "dead"
  /** The mailbox is full, or over its quota. */
  | "full"
  /** Refused by policy, reputation or content. */
  | "blocked"
  /** Not delivered yet; the mail system goes on trying. */
  | "delayed"
  | "unknown";

export function reasonOf({
  diagnostic,
  status,
  action,
  told,
}: {
  diagnostic: string;
  status: string | undefined;
  action: string | undefined;
  /** Subject and beginning of the text. */
  told: string;
}): BounceReason {
  const text = diagnostic.slice(0, 4_000);
  const isGivenUp =
    action === "failed" || status?.startsWith("5") === true || permanentCode.test(text) || gaveUp.test(told);
  if (action === "delayed" || (action === undefined && !isGivenUp && waitingWords.test(told))) return "delayed";
  if (status === "5.2.2" || status === "4.2.2" || mailboxFull.test(text)) return "full";
  if (unknownUser.test(text)) return "dead";
  if (status !== undefined && /^5\.1\.(?:1|2|3|10)$/.test(status) && !refused.test(text)) return "dead";
  if (status?.startsWith("5.7.")) return "blocked";
  if (noConnection.test(text)) return "unknown";
  if (refused.test(text)) return "blocked";
  if (!isGivenUp && (status?.startsWith("4.") || delayed.test(text))) return "delayed";
  return "unknown";
}

const unknownUser =
  /not listed in (?:the |\p{L}+ ){0,2}(?:directory|name (?:and|&) address book|address book)|(?:unknown|invalid|no such|non-?existent|bad destination|not a valid|nonexistent) (?:local )?(?:or invalid )?(?:user|recipient|mailbox|address|account|person|domain|host|e-?mail)|(?:user|recipient|mailbox|address|account|alias|domain|host|e-?mail)(?:[^.;]|\.(?=\S)){0,80}(?:unknown|not known|not found|(?:does|do|did)(?: not|n['’]t) exist|no longer (?:exists|valid|active|available)|invalid|couldn['’]t be found|could not be found|wasn['’]t found|was not found|not exist|inactive|disabled|deactivated|has been closed|not listed)|no mailbox (?:here )?by that name|no (?:such )?user|doesn['’]t have an? .{1,40} account|unrouteable address|nxdomain|name or service not known|host not found|unable to look ?up|domain .{0,60}(?:not found|does not exist|no mx)|recipnotfound|resolver\.adr|not our customer|this user doesn|unbekannt|existiert nicht|gibt es nicht|inconnue?\b|n['’]existe pas|introuvable|no existe|desconocid|inesistente|non esiste|sconosciut|não existe|inexistente|bestaat niet|onbekend|finns inte|okänd|findes ikke|ukjent|ukendt|nie istnieje|nieznany|neexistuje|не существует|неизвестн|не найден|不存在|存在しません|존재하지/iu;

const mailboxFull =
  /quota|mailbox[^.;]{0,30}(?:full|exceed)|full mailbox|(?:is|inbox) full|insufficient (?:system |disk )?(?:storage|space)|not enough (?:storage|space)|out of storage|exceed[^.;]{0,40}(?:storage|limit|size of mailbox)|postfach[^.;]{0,40}voll|speicherplatz|boîte[^.;]{0,40}pleine|buzón[^.;]{0,40}lleno|casella[^.;]{0,40}piena|caixa[^.;]{0,40}cheia|mailbox[^.;]{0,20}vol\b|przepełnion|переполнен|已满|満杯/i;

const refused =
  /spam|black ?list|block ?list|blocked|\brbl\b|dnsbl|policy|reputation|dmarc|\bspf\b|dkim|not (?:authori[sz]ed|allowed|permitted)|unauthenticated|access denied|denied|refused|banned|spamhaus|virus|content (?:rejected|filter)|rejected|relay(?:ing)? |unsolicited|greylist|rate limit|suspicious|abgelehnt|refusé|rechazad|rifiutat|recusad|geweigerd|nekad/i;

/** The line was bad, and nobody refused anything. */
const noConnection =
  /connection (?:to .{1,80} )?(?:timed out|refused|reset|closed|lost|failed)|(?:operation|conversation|session|connect) timed out|timed? ?out|no route to host|network (?:is )?unreachable|could(?: not|n['’]t) connect/i;

/** The mail system will not try again, although what it met was no final refusal. */
const gaveUp =
  /(?<!will )(?:give|gave|given|giving) up|not going to try|(?:in|on) (?:the|my) queue (?:for )?too long|retry time(?:out)? exceeded|retry timeout|too old|expired|no (?:further|more) attempts?|permanent (?:fatal |delivery )?(?:errors?|failures?)|endgültig|définitiv|definitiv/i;

const delayed = /delay|temporar|warning: could not send|retard|retras|ritard|atras|vertraag|4\.4\.7/i;

/** A reply code of a server that has given up; beside one of these a word of waiting means nothing. */
const permanentCode = /(?:^|[\s#(<:])5\d\d[ -]|\b5\.\d\.\d{1,2}\b/m;
