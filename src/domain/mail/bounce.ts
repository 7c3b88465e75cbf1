/**
 * A message of a mail system that says another message could not be delivered (M2): whose address failed, why, and which
 * message it was. One bounce calls an address dead only when its diagnostic says that the user or the host is unknown.
 */
import { type Because, because } from "../because.ts";
import { normaliseAddress, tokensOf } from "../contact/address.ts";
import { isPersonName } from "../contact/name.ts";
import { addressesIn } from "./addresses-in.ts";
import { answeredSubject } from "./answered-subject.ts";
import { seenMax } from "./lines.ts";
import type { Address, MessageHeaders, MessageText } from "./message.ts";

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

export type Bounce = {
  /** The address that failed; absent when the report does not name one. */
  recipient?: Address;
  reason: BounceReason;
  /** Enhanced status code, "5.1.1". */
  status?: string;
  /** What the receiving system said, at most 300 characters. */
  diagnostic?: string;
  /** `Message-ID` of the message that came back. */
  originalMessageId?: string;
};

export type BounceFound = { bounce: Bounce; confidence: number; because: Because[] };

/** The bounce that a message is, or undefined. Reads at most the first 20,000 characters of the text. */
export function readBounce(headers: MessageHeaders, text: MessageText): BounceFound | undefined {
  const reasons = evidenceOf(headers, text);
  if (reasons === undefined) return undefined;
  const body = readable(text);
  const report = (text.reports ?? [])
    .filter(({ mediaType }) => mediaType.endsWith("delivery-status"))
    .map((one) => one.text);
  const fields = reportFields(report.join("\n\n"));
  if (isDelivered(fields)) return undefined;
  const diagnostic = diagnosticOf(fields, body);
  const status = fields.status ?? /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(diagnostic ?? body.slice(0, 4_000))?.[1];
  const recipient = recipientOf(headers, fields, body);
  const original = originalIdOf(text, body);
  const reason = reasonOf({
    diagnostic: diagnostic ?? body.slice(0, 4_000),
    status,
    action: fields.action,
    told: `${headers.subject}\n${body.slice(0, 2_000)}`,
  });
  return {
    bounce: {
      reason,
      ...(recipient !== undefined && { recipient }),
      ...(status !== undefined && { status }),
      ...(diagnostic !== undefined && { diagnostic: diagnostic.slice(0, 300) }),
      ...(original !== undefined && { originalMessageId: original }),
    },
    confidence: reasons.length > 1 ? 0.99 : 0.95,
    because: reasons,
  };
}

/* ── is it one ── */

const bodyMax = 20_000;
const readable = ({ plain, html }: MessageText): string =>
  (plain !== undefined && plain.trim() !== ""
    ? plain
    : (html ?? "").slice(0, bodyMax * 2).replace(/<[^<>]{0,500}>/g, " ")
  ).slice(0, bodyMax);

function evidenceOf(headers: MessageHeaders, text: MessageText): Because[] | undefined {
  const { contentType, signals, subject } = headers;
  const reasons: Because[] = [];
  const isReport =
    contentType.includes("report-type=delivery-status") ||
    (!isPassedOn(headers) && (text.reports ?? []).some(({ mediaType }) => mediaType.endsWith("delivery-status")));
  if (isReport) reasons.push(because("M2.delivery_report", "It carries a delivery report."));
  if ((signals.failedRecipients?.length ?? 0) > 0)
    reasons.push(because("M2.failed_recipients", "Its headers name recipients that failed."));
  const isSystem = isMailSystem(headers);
  if (isSystem) reasons.push(because("M2.mail_system", `${headers.from.address} is a mail system.`));
  const saysSo = answeredSubject(subject) === undefined && bounceSubject.test(subject.slice(0, 300));
  if (saysSo)
    reasons.push(because("M2.subject", `The subject says that mail was not delivered: "${subject.slice(0, 80)}".`));
  if (isReport || (signals.failedRecipients?.length ?? 0) > 0) return reasons;
  // Airlines and shops send "is delayed" from addresses that collect bounces; no mail system writes to lists.
  if (signals.listId !== undefined || signals.listHeaders === true || signals.feedbackId === true) return undefined;
  // The text is asked only where something else points to a bounce: people write about bounces, too.
  if (!isSystem && !saysSo) return undefined;
  const start = readable(text).slice(0, 3_000);
  const words = bounceWords.test(start) || (isSystem && waitingWords.test(start));
  if (words) reasons.push(because("M2.words", "The text says that a message could not be delivered."));
  const code =
    /(?:^|[\s#(<:])[45]\d\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3}|[a-z<])/im.test(start) || /\b5\.\d\.\d{1,2}\b/.test(start);
  if (isSystem && (saysSo || words || code)) return reasons;
  if (
    saysSo &&
    words &&
    (signals.emptyReturnPath === true || isAutomatic(headers) || (code && !isConversation(headers)))
  ) {
    return reasons;
  }
  return undefined;
}

/** Somebody who passes a delivery report on attaches it to a letter of their own. */
const isPassedOn = (headers: MessageHeaders): boolean =>
  !isSentByProgram(headers) && !isMailSystem(headers) && isPersonName(headers.from.name ?? "", headers.from.address);

const isAutomatic = ({ signals }: MessageHeaders): boolean =>
  signals.autoSubmitted?.startsWith("auto-") === true || signals.autoreply !== undefined;
const isConversation = ({ from, subject }: MessageHeaders): boolean =>
  /\?\s*$/.test(subject) ||
  (from.name !== undefined && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(from.name) && !systemName.test(from.name));

const systemName =
  /(?:mail|message)[ -]?(?:delivery|transport)|mailer[ -]?daemon|^mailer$|^mailer system|postmaster(?! (?!(?:at|of|on|for|bei|de|en)(?![\p{L}]))\p{L})|delivery (?:sub)?system|system administrator|mail (?:administrator|system)|systemadministrator|administrateur système|administrador del sistema|amministratore di sistema|microsoft outlook|microsoft exchange|internet mail delivery/iu;

/** Sent by a program, as its envelope or its headers say. */
const isSentByProgram = (headers: MessageHeaders): boolean =>
  headers.signals.emptyReturnPath === true || isAutomatic(headers);

/** A name or an address of a mail system; a postmaster who writes under their own name is a person. */
function isMailSystem(headers: MessageHeaders): boolean {
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

const bounceSubject = new RegExp(
  `^[\\s\\[\\]*!¡"'-]*(?:${[
    "undeliver(?:able|ed)",
    "un-?deliverable",
    "non-?deliver",
    "not delivered",
    "delivery (?:status notification|notification|failure|failed|report|problem|delayed|delay|incomplete|has failed|error)",
    "delivery of",
    "returned (?:mail|to sender|message)",
    "return(?:ed)? mail",
    "mail (?:delivery|system) (?:failed|failure|error|status|subsystem|system|problem|report)",
    "mail (?:could not|not|cannot) be? ?delivered",
    "mail failure",
    "failure notice",
    "mail failed",
    "failure delivery",
    "failed delivery",
    "failed mail",
    "message (?:delivery|undeliverable|not delivered|could not|status|you sent|delayed|blocked|rejected|bounced)",
    "bounce(?:d)?(?: message| mail| notice|:)",
    "your (?:message|e-?mail|mail) (?:to .{1,120}(?:could|was|has|cannot|fail|not|undeliver|delay)|could|was|couldn|has|cannot)",
    "could not (?:send|deliver)",
    "unable to deliver",
    "unknown (?:user|recipient|address)",
    "user unknown",
    "address not found",
    "recipient (?:unknown|rejected|not found|address rejected)",
    "warning: ?(?:could not send|message .{0,40}delayed|e-?mail)",
    "\\*+ ?(?:warning|error)",
    "considered unsolicited",
    "blocked:",
    "rejected:",
    "permanent(?:er)? (?:delivery|error|fehler)",
    "nondeliverable",
    "no delivery",
    "ndn:",
    "ndr:",
    "dsn:",
    "\\[?mail(?:er)?[ -]daemon",
    "unzustellbar",
    "nicht zustellbar",
    "(?:warnung: )?zustellung verzögert",
    "remise (?:retardée|différée)",
    "entrega (?:retrasada|demorada|atrasada)",
    "consegna (?:ritardata|in ritardo)",
    "bezorging vertraagd",
    "(?:mail|nachricht|zustellung|e-mail|zustellungs)[\\p{L} -]{0,30}(?:fehl|nicht zugestellt|unzustellbar|nicht zustellbar|verzöger|konnte nicht)",
    "fehler bei der (?:zustellung|übermittlung)",
    "rückläufer",
    "benachrichtigung zum übermittlungsstatus",
    "non remis",
    "non[ -]délivr",
    "échec (?:de|d')",
    "non distribu",
    "message non",
    "courriel non",
    "notification d'état de remise",
    "impossible de remettre",
    "retour de courrier",
    "avis de non",
    "no se (?:puede|pudo|ha podido) entregar",
    "no entregado",
    "correo (?:devuelto|no entregado)",
    "mensaje (?:no entregado|devuelto|rechazado)",
    "error (?:de|en la) entrega",
    "fallo (?:de|en la) entrega",
    "entrega fallida",
    "notificación de estado de entrega",
    "no se puede entregar",
    "devuelto:",
    "mancata consegna",
    "impossibile recapitare",
    "non recapitabile",
    "messaggio non",
    "errore di consegna",
    "avviso di mancata",
    "notifica sullo stato del recapito",
    "não (?:foi )?(?:é )?(?:possível )?entreg",
    "falha (?:na|de) entrega",
    "mensagem (?:não entregue|devolvida)",
    "notificação de status de entrega",
    "não entregue",
    "onbestelbaar",
    "niet (?:bezorgd|afgeleverd)",
    "bezorging (?:is )?mislukt",
    "kan niet worden bezorgd",
    "mislukte (?:bezorging|levering)",
    "retour afzender",
    "kunde inte levereras",
    "kan inte levereras",
    "ej levererat",
    "kunne ikke leveres",
    "kan ikke leveres",
    "ikke levert",
    "ikke leveret",
    "leveringsfejl",
    "leveransfel",
    "olevererat",
    "levering (?:mislyktes|mislykkedes)",
    "niedostarczon",
    "nie można dostarczyć",
    "niedoręczon",
    "błąd dostarcz",
    "zwrot",
    "nedoručiteln",
    "nelze doručit",
    "nedoručen",
    "chyba doručení",
    "kézbesíthetetlen",
    "sikertelen kézbesítés",
    "toimitus epäonnistui",
    "viestiä ei voitu",
    "teslim edilem",
    "недостав",
    "не доставлен",
    "не удалось доставить",
    "сообщение не доставлено",
    "ошибка доставки",
    "возврат",
    "не вдалося доставити",
    "退信",
    "系统退信",
    "邮件(?:投递|发送)失败",
    "無法(?:傳遞|投遞)",
    "配信(?:不能|失敗|エラー)",
    "メール.{0,6}配信でき",
    "送信エラー",
    "배달되지",
    "전송 실패",
    "반송",
  ].join("|")})`,
  "iu",
);

const bounceWords = new RegExp(
  [
    "(?:could|can|was|were|is|has|have|had)(?: ?not|n['’]t)(?: yet)?(?: be| been)?(?: successfully)? (?:deliver|sent|reach|transmit)",
    "cannot be delivered",
    "undeliver(?:able|ed)",
    "delivery (?:to the following|has failed|failed|attempts?|has been delayed|is delayed|temporarily|failure|error)",
    "unable to (?:deliver|send|relay)",
    "(?:wasn['’]t|was not|not) able to deliver",
    "returned to (?:the )?sender",
    "returning (?:the )?message",
    "permanent (?:fatal )?(?:error|failure)",
    "failed (?:permanently|recipient)",
    "fatal errors",
    "recipient(?:'s)? (?:address )?(?:was )?(?:rejected|unknown|not found)",
    "did not reach the following",
    "mail delivery software",
    "message (?:was )?(?:rejected|refused|blocked|bounced|returned)",
    "unknown user",
    "user unknown",
    "mailbox (?:is )?(?:full|unavailable)",
    "no such user",
    "unrouteable",
    "over ?quota",
    "address (?:couldn['’]t be found|not found)",
    "has been rejected",
    "not delivered",
    "will (?:keep|continue) (?:to try|trying)",
    "still being retried",
    "message log follows",
    "delivery.{0,20}delay",
    "nicht (?:\\p{L}+ ){0,2}(?:zugestellt|übermittelt|ausgeliefert)",
    "unzustellbar",
    "zustell\\p{L}* (?:ist )?fehlgeschlagen",
    "konnte nicht",
    "n['’]a (?:pas )?pu être (?:remis|distribué|délivré|transmis|livré)",
    "n['’]a pas (?:pu )?(?:été|être)",
    "échec de la remise",
    "remise.{0,40}échou",
    "impossible de (?:remettre|distribuer|livrer)",
    "non (?:remis|distribué|délivré)",
    "no (?:se )?(?:ha podido|pudo|puede|se pudo) (?:ser )?entreg",
    "no se (?:ha podido|pudo|puede) entreg",
    "error en la entrega|entrega ha fallado|no pudo ser entregado|ha sido devuelto",
    "non (?:è stato possibile|può essere|è stato) (?:recapit|consegn|conseg)",
    "impossibile (?:recapitare|consegnare)",
    "não (?:pôde|foi possível|foi|pode) (?:ser )?entreg",
    "kon(?:den)? niet (?:worden )?(?:bezorgd|afgeleverd)",
    "kan niet worden (?:bezorgd|afgeleverd)",
    "niet bezorgd",
    "kunde inte levereras",
    "kunne ikke leveres",
    "nie (?:mogła|mógł|można|została)",
    "nepodařilo se doručit",
    "nelze doručit",
    "не (?:может быть|было|удалось|доставлен)",
    "无法(?:投递|送达|发送)",
    "投递失败",
    "退回",
    "配信できません",
    "送信できません",
    "배달되지|전송하지 못",
  ].join("|"),
  "iu",
);

/** What a mail system says about a message that it keeps and tries again. */
const waitingWords = new RegExp(
  [
    "still (?:undelivered|in the (?:\\p{L}+ )?queue|trying|being (?:re)?tried)",
    "(?:will|continues? to|keeps?|remains? in|has been) .{0,40}?(?:be retried|retry|trying|tried again|(?:retry|mail|message) queue)",
    "(?:temporary|transient) (?:\\p{L}+ )?(?:problem|error|failure)s?",
    "(?:delivery )?attempts? (?:will|go on|continue)",
    "(?:is|was|has been) (?:delayed|deferred|queued|held for later)",
    "not yet (?:been )?delivered",
    "try again later",
    "noch nicht (?:\\p{L}+ ){0,2}(?:zugestellt|ausgeliefert)",
    "(?:weitere|erneute) zustellversuche?",
    "verzögert",
    "(?:est|a été) (?:retardée?|différée?)",
    "nouvelles? tentatives?",
    "se ha (?:retrasado|demorado)",
    "seguir(?:á|emos) intentando",
    "(?:ulteriori|nuovi) tentativi",
    "ritardat[ao]",
    "novas tentativas",
    "atrasad[ao]",
    "vertraagd",
    "opnieuw (?:geprobeerd|proberen)",
  ].join("|"),
  "iu",
);

/* ── what it says ── */

type Fields = { recipient?: string; status?: string; action?: string; diagnostic?: string };

/** The first failed recipient's fields of a delivery report, or the first one's. */
function reportFields(report: string): Fields {
  if (report === "") return {};
  const groups = report
    .slice(0, bodyMax)
    .split(/\r?\n[ \t]*\r?\n/)
    .map(fieldsOf)
    .filter((group) => group.recipient !== undefined || group.action !== undefined);
  return groups.find(({ action }) => action === "failed") ?? groups[0] ?? fieldsOf(report);
}

function fieldsOf(group: string): Fields {
  const unfolded = group.replace(/\r?\n[ \t]+/g, " ");
  const field = (name: string) =>
    new RegExp(`^${name}[ \\t]*:[ \\t]*(.{1,${seenMax}})`, "im").exec(unfolded)?.[1]?.trim();
  const recipient = addressIn(field("Final-Recipient")) ?? addressIn(field("Original-Recipient"));
  const status = /^\d\.\d{1,3}\.\d{1,3}/.exec(field("Status") ?? "")?.[0];
  const action = field("Action")?.toLowerCase().split(/\s/)[0];
  const diagnostic = field("Diagnostic-Code")?.replace(/^[\w-]+ *; */, "");
  return {
    ...(recipient !== undefined && { recipient }),
    ...(status !== undefined && { status }),
    ...(action !== undefined && { action }),
    ...(diagnostic !== undefined && { diagnostic }),
  };
}

const addressIn = (value: string | undefined): string | undefined =>
  value === undefined
    ? undefined
    : normaliseAddress(
        value
          .replace(/^[\w-]+ *; */, "")
          .replace(/^<|>$/g, "")
          .trim(),
      );

/** Reports of success are no bounces. */
const isDelivered = ({ action }: Fields): boolean =>
  action === "delivered" || action === "relayed" || action === "expanded";

function diagnosticOf({ diagnostic }: Fields, body: string): string | undefined {
  if (diagnostic !== undefined && diagnostic.length > 3) return diagnostic;
  const line = body
    .slice(0, 8_000)
    .split(/\r?\n/)
    .findIndex(
      (one) =>
        /(?:^|[\s(<:#"'])[45]\d\d[ -]#?(?:[45]\.\d|\S)|\b[45]\.\d\.\d{1,2}\b/.test(one.slice(0, seenMax)) &&
        /[a-z]{3}/i.test(one),
    );
  if (line < 0) return undefined;
  return body
    .slice(0, 8_000)
    .split(/\r?\n/)
    .slice(line, line + 3)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, seenMax);
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

function reasonOf({
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

function recipientOf(
  { signals, from, to, deliveredTo }: MessageHeaders,
  { recipient }: Fields,
  body: string,
): Address | undefined {
  if (recipient !== undefined) return recipient;
  const [failed] = signals.failedRecipients ?? [];
  if (failed !== undefined) return failed;
  const own = new Set([from.address, ...to.map(({ address }) => address), ...deliveredTo]);
  // The returned message, further down, begins with its headers: its addresses are not what failed.
  const returned = body.search(/^[> ]*(?:received|return-path|message-id|from|x-[\w-]+): /im);
  const report = returned > 200 ? body.slice(0, returned) : body;
  return addressesIn(report.slice(0, 8_000)).find(
    (address) =>
      !own.has(address) &&
      address.includes(".") &&
      !/^(?:postmaster|mailer-daemon|abuse|support|helpdesk)@/.test(address),
  );
}

function originalIdOf({ reports }: MessageText, body: string): string | undefined {
  const returned = (reports ?? [])
    .filter(({ mediaType }) => !mediaType.endsWith("delivery-status"))
    .map(({ text }) => text);
  for (const text of [...returned, body]) {
    const id = /^[> ]*message-id[ \t]*:\s*<([^<>\s]{1,300})>/im.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}
