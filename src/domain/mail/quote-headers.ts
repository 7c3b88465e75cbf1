/**
 * The lines with which mail programs announce quoted mail, in the languages that they speak: a sentence ("On … wrote:"),
 * a block of headers (From, Sent, To, Subject), or a separator ("--- Original Message ---").
 */
import type { Line } from "./lines.ts";

/** What announces a quote at a line: how many lines it takes, and what it is. */
export type QuoteHeader = { kind: "attribution" | "header_block" | "separator"; lines: number };

/** The quote header that begins at a line, if one does. */
export function quoteHeaderAt(lines: readonly Line[], at: number): QuoteHeader | undefined {
  const seen = lines[at]?.seen ?? "";
  if (seen.length < 3) return undefined;
  if (isSeparator(seen)) return { kind: "separator", lines: 1 };
  const opened = groupWiseLines(lines, at);
  if (opened !== undefined) return { kind: "attribution", lines: opened };
  return headerBlockAt(lines, at) ?? notesHeaderAt(lines, at) ?? attributionAt(lines, at);
}

const any = (words: string): string =>
  words
    .trim()
    .split(/\s*\n\s*|\s*\|\s*/)
    .filter((word) => word !== "")
    .sort((one, other) => other.length - one.length)
    .join("|");

/* ── separators ── */

/** The word for "message" as it stands between dashes. */
const messageWords =
  any(`message|nachricht|mensaje|messaggio|mensagem|missatge|bericht|meddelande|meddelelse|melding|viesti
  wiadomość|wiadomosc|zpráva|správa|сообщение|сообщения|повідомлення|съобщение|poruka|sporočilo|üzenet|mesaj|mesajul
  μήνυμα|邮件|郵件|信件|メッセージ|메시지|mail|e-mail|email|skilaboð|thư|pesan|ข้อความ|رسالة|الرسالة|הודעה`);
const betweenDashes = new RegExp(
  `^[*_>\\s]*[-–—_=]{2,} ?\\*? ?(?:[\\p{L}\\p{M}'’.-]+ ){0,4}(?:[\\p{L}-]*(?:${messageWords}))(?: [\\p{L}\\p{M}'’]+){0,3} ?\\*? ?[-–—_=]{2,}[*_\\s]*$`,
  "iu",
);
/** Apple's forwards have no dashes, Notes' have a name between them. */
const forwards = new RegExp(
  `^(?:${any(`begin forwarded message|start of forwarded message|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail
  début du message réexpédié|début du message transféré|inicio del mensaje reenviado|inizio messaggio inoltrato
  início da mensagem encaminhada|início da mensagem reencaminhada|begin doorgestuurd bericht|vidarebefordrat brev
  start på videresendt melding|videresendt besked|välitetty viesti alkaa|początek przekazywanej wiadomości
  začátek přeposílané zprávy|начало переадресованного сообщения|转发的邮件|開始轉寄郵件|転送されたメッセージ`)}) ?[:：]$`,
  "iu",
);
const notesForward =
  /^-{3,} ?(?:forwarded by|weitergeleitet von|transféré par|reenviado por|inoltrato da|doorgestuurd door) .{1,200}-{3,}$/i;

/** Notes 8: a name, the moment and the first words of what is quoted, dashes between them. */
const notesDashes =
  /^.{2,200}?-{2,3} ?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AP]M)? ?-{2,3}/i;

/** True for a line that says by itself that what follows is another message. */
export function isSeparator(seen: string): boolean {
  const first = seen.charCodeAt(0);
  // Letters begin only Apple's forwards and Notes' quotes; a dash, a bar or a star begins the others.
  if (first > 0x40 && first !== 0x5f && first < 0x2000)
    return forwards.test(seen) || (seen.includes("--") && notesDashes.test(seen));
  return seen.length <= 300 && (betweenDashes.test(seen) || notesForward.test(seen) || forwards.test(seen));
}

/**
 * GroupWise: ">>> Nora Vale 16/11/2026 09:00 >>>", or ">>> On … in message <…>, Nora Vale wrote:"; how many lines it takes.
 * Between quoted lines such a line is a quote within quotes.
 */
export function groupWiseLines(lines: readonly Line[], at: number): number | undefined {
  if (!lines[at]!.seen.startsWith(">>> ") || lines[at - 1]?.seen.startsWith(">") === true) return undefined;
  let joined = "";
  for (let line = at; line < Math.min(at + sentenceLinesMax, lines.length); line += 1) {
    joined = `${joined} ${lines[line]!.seen}`;
    if (joined.length > sentenceMax) return undefined;
    if (/[^>]>>>$/.test(joined) && clock.test(joined)) return line - at + 1;
    if (/[:：]$/.test(joined) && / <[^<>\s]{3,200}>,? /.test(joined) && clock.test(joined)) return line - at + 1;
  }
  return undefined;
}

/* ── blocks of headers ── */

type Label = "from" | "date" | "to" | "subject" | "other";

const labelWords: Readonly<Record<Label, string>> = {
  from: `from|von|de|da|van|från|fra|od|от|від|от кого|lähettäjä|feladó|kimden|gönderen|από|de la|发件人|寄件者|寄件人|差出人|보낸 사람
    보낸사람|expéditeur|remitente|mittente|remetente|afzender|avsender|avsändare|nadawca|odesílatel|odosielateľ|отправитель|từ|dari|จาก|מאת|من
    saatja|pošiljatelj|šalje|frá|送信者`,
  date: `sent|date|gesendet|datum|gesendet am|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviado em|enviada em|enviada|fecha|data|inviato|inviato il|data invio|verzonden|skickat
    sendt|dato|wysłano|wysłane|data wysłania|odesláno|odoslané|отправлено|дата|надіслано|изпратено|lähetetty|päivämäärä|päiväys|elküldve|küldve|dátum|gönderildi|gönderme tarihi
    tarih|στάλθηκε|εστάλη|ημερομηνία|trimis|data|发送时间|发送日期|日期|時間|时间|寄件日期|傳送時間|送信日時|日付|日時|보낸 날짜|날짜|보낸날짜|ngày|đã gửi|tanggal|dikirim|วันที่|ส่ง|תאריך|נשלח|تاريخ|التاريخ|تاريخ الإرسال|تم الإرسال
    poslano|saadetud|sent at|date sent|sent on|sent date`,
  to: `to|an|à|a|para|aan|till|til|do|кому|до|vastaanottaja|címzett|kime|alıcı|προς|către|收件人|收件者|宛先|받는 사람|받는사람|komu|đến|kepada|ถึง|אל|إلى|către|catre|до|destinataire|per|za|prima
    empfänger|saaja|kam|kam`,
  subject: `subject|betreff|thema|objet|sujet|asunto|oggetto|assunto|onderwerp|betreft|ämne|emne|temat|předmět|predmet|тема|относно|aihe|tárgy|konu|θέμα|subiect|主题|主題|主旨|件名|제목|chủ đề|subjek|perihal|เรื่อง|נושא|الموضوع|assumpte|naslov|teema|efni`,
  other: `cc|bcc|kopie|copie|copie à|cópia|kopia|kópia|kopi|копия|копія|másolat|kopio|bilgi|κοιν|抄送|副本|참조|reply-to|reply to|antwort an|répondre à|responder a|rispondi a|risposta|organization|organisation|importance
    attachments|anlagen|pièces jointes|datos adjuntos|allegati|sent by|x-mailer|message-id|priority|wichtigkeit|user-agent|newsgroups|resent-from|mailing list|liste|in-reply-to|references`,
};
const labelOf = new Map<string, Label>();
for (const [label, words] of Object.entries(labelWords) as [Label, string][]) {
  for (const word of words.split(/\s*[|\n]\s*/)) if (!labelOf.has(word) && word !== "") labelOf.set(word.trim(), label);
}

const labelStart = /^[>*_\s]*([\p{L}][\p{L}\p{M}' -]{0,24}?)\*? ?[:：]\*?(?=$|[\s*\p{L}\p{N}"'<[(=])/u;

function labelAt(line: Line | undefined): Label | undefined {
  const word = line === undefined ? undefined : labelStart.exec(line.seen)?.[1];
  return word === undefined ? undefined : labelOf.get(word.trim().toLowerCase());
}

/** Lines that a block may hold between two labels: folded recipients, a link that a program added. */
const foldedMax = 3;
const blockLinesMax = 20;

function headerBlockAt(lines: readonly Line[], at: number): QuoteHeader | undefined {
  const opening = lines[at]?.seen ?? "";
  const isOpened = /^[*\s]*[_=─-]{5,}[*\s]*$/.test(opening) || bareTitle.test(opening);
  const rule = isOpened ? skipBlank(lines, at + 1) - at : 0;
  const first = labelAt(lines[at + rule]);
  if (first === undefined || first === "other") return undefined;
  const found = new Set<Label>();
  let hasAddress = false;
  let last = at + rule;
  for (let line = last; line < lines.length && line - last <= foldedMax && line - at < blockLinesMax; line += 1) {
    const seen = lines[line]!.seen;
    const label = labelAt(lines[line]);
    if (label !== undefined && label !== "other" && found.has(label)) break;
    if (seen === "" && line - last > 1) break;
    if (label !== undefined) {
      found.add(label);
      last = line;
    }
    if (seen.includes("@") && line - last <= 1) hasAddress = true;
  }
  return isHeaderBlock(found, hasAddress) ? { kind: "header_block", lines: last - at + 1 } : undefined;
}

/** "From: Lyon, To: Paris, Date: …" is a journey: a quote names its subject or an address. */
function isHeaderBlock(found: ReadonlySet<Label>, hasAddress: boolean): boolean {
  const names = (["from", "date", "to", "subject"] as const).filter((label) => found.has(label)).length;
  if (names < 2 || !(found.has("from") || found.has("date"))) return false;
  return hasAddress ? names >= 2 : names >= 3 && found.has("subject") && found.has("from");
}

/** BlackBerry sets no dashes around it. */
const bareTitle =
  /^(?:original message|ursprüngliche nachricht|message d['’]origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht)$/i;

const skipBlank = (lines: readonly Line[], from: number): number => {
  let at = from;
  while (at < lines.length && lines[at]!.seen === "" && at - from < 4) at += 1;
  return at;
};

/**
 * Lotus Notes: a name, a date with its time, then To, cc and Subject without a From. Some write each label on a line of its
 * own, or without a colon.
 */
function notesHeaderAt(lines: readonly Line[], at: number): QuoteHeader | undefined {
  const opening = lines[at]!.seen;
  const opens = labelAt(lines[at]);
  // Some begin with "From:", the name and the moment on one line.
  const isLabelled = opens !== undefined && !(opens === "from" && dateAndTime.test(opening));
  if (opening.length > 120 || /[.!?:]$/.test(opening) || isLabelled) return undefined;
  const dated = datedLine(lines, at);
  if (dated === undefined) return undefined;
  const found = new Set<Label>();
  let last = at;
  for (let line = at; line < Math.min(at + notesLinesMax, lines.length); line += 1) {
    const { seen } = lines[line]!;
    const label = labelAt(lines[line]) ?? (line >= dated ? bareLabel(seen) : undefined);
    if (label !== undefined) {
      found.add(label);
      last = line;
    } else if (found.size === 0 && (seen.length > 120 || line - at > 4)) return undefined;
    if (found.has("subject")) break;
  }
  return found.has("to") && found.has("subject") ? { kind: "header_block", lines: last - at + 1 } : undefined;
}
const notesLinesMax = 16;

/** The line of the moment: the opening, one of the two below it, or behind a blank one when it holds nothing else. */
function datedLine(lines: readonly Line[], at: number): number | undefined {
  const seen = (below: number) => lines[at + below]?.seen ?? "";
  if (dateAndTime.test(seen(0))) return at;
  if (dateAndTime.test(seen(1))) return at + 1;
  const isMomentAlone = seen(1) === "" && dateAndTime.test(seen(2)) && seen(2).length <= 30;
  return (seen(1) !== "" && dateAndTime.test(seen(2))) || isMomentAlone ? at + 2 : undefined;
}

/** A label without its colon, alone, behind the date or before its value: "16/11/2026 09:00   To", "Subject A short talk". */
function bareLabel(seen: string): Label | undefined {
  if (seen.length > 120) return undefined;
  const words = seen
    .replace(dateAndTime, "")
    .replace(/^:\d\d| ?[AP]M$/g, "")
    .trim()
    .toLowerCase();
  const first = labelOf.get(words.split(" ", 1)[0] ?? "");
  return labelOf.get(words) ?? (first === "to" || first === "subject" || first === "other" ? first : undefined);
}

const dateAndTime = /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? (?:at )?\d{1,2}[:.]\d{2}/;

/* ── sentences ── */

const verbs =
  any(`wrote|writes|sent|said|schrieb|geschrieben|schreibt|a écrit|écrit|a ecrit|escribió|escribio|escribe|va escriure|ha scritto|scritto|scrive|escreveu|escreve
  schreef|geschreven|schrijft|skrev|skrifaði|kirjoitti|kirjutas|napisał|napisała|napisał(a)|napisał/a|pisze|napsal|napsala|napsal(a)|napísal|napísala|napísal(a)|napisao|napisala|je napisao|je napisal
  написал|написала|написал(а)|написал(-а)|пишет|написав|написала|пише|написа|написао|írta|ezt írta|yazdı|şunu yazdı|yazmış|έγραψε|a scris|scris|rašė|rakstīja|menulis|đã viết|viết
  写道|写到|寫道|寫到|於|のメール|さんは書きました|書きました|작성|님이 작성|썼습니다|เขียน|เขียนว่า|כתב|כתבה|كتب|نوشت`).replace(
    /[()/]/g,
    "\\$&",
  );
const verb = new RegExp(`(?<![\\p{L}])(?:${verbs})(?![\\p{L}])|(?:写道|写到|寫道|寫到|書きました|작성|썼습니다)`, "iu");
const verbLast = new RegExp(
  `(?:^|[^\\p{L}])(?:${verbs}|het volgende geschreven|folgendes)\\s*[:：]?$|(?:写道|寫道|書きました|작성)[:：]?$`,
  "iu",
);
const firstPerson =
  /(?:^|[^\p{L}])(?:i|we|you|ich|wir|je|j'ai|nous|yo|ik)\s+(?:just |already |have |also )?(?:wrote|schrieb|schrieben|écrit|escribí|sent|said)/iu;

const wroteOnDay = new RegExp(`(?:${verbs}) (?:\\p{L}{1,4} )?\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}`, "iu");

/** Horde names whom it quotes, and no day. */
const quoting =
  /^(?:quoting|zitat von|citando a|citando|citeren van|citerar|sitater?|cytowanie|citace|цитирование|lainaus) .{0,80}@/iu;

/** The words that such sentences open with, followed by a day. */
const opener =
  /^(?:on|at|am|le|el|il|em|op|den|på|dnia|w dniu|dne|dňa|vào|vào lúc|ngày|в|от|у|la|pe|στις|tarihinde|pada|an|a|the|em|no dia|el día|il giorno|den|kl|在|于|於)\s/iu;
const weekdayOrMonth = /^(?:[\p{L}]{2,14}\.?,? ){0,2}(?:\p{L}{2,14}[.,]? ?)?\d{1,4}/u;
const clock = /\d{1,2}[:.h]\d{2}/;
const numericDate = /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}-\p{L}{3,10}\.?-\d{2,4}|\d{4} ?[年년]/u;
const dayAndYear =
  /\d{1,2}\.?(?:st|nd|rd|th|º)?,? (?:de |of )?\p{L}{3,12}\.?,? (?:de |del |г\. )?(?:19|20)\d{2}|\p{L}{3,12}\.? \d{1,2},? (?:19|20)\d{2}|(?:19|20)\d{2}\. /u;
const isoStart =
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T,]+\d{1,2}:\d{2}(?::\d{2})?)?(?: ?(?:GMT|UTC)? ?[+-]\d{1,2}:?\d{2})?,? /;
const gmt = /\b(?:GMT|UTC) ?[+-]\d{1,2}/;
const address = /[^\s<>@]{1,120}@[^\s<>@]{1,120}/;

const sentenceLinesMax = 6;
const sentenceMax = 500;

function attributionAt(lines: readonly Line[], at: number): QuoteHeader | undefined {
  const first = plain(westernDigits(lines[at]!.seen));
  if (first === "" || lines[at]!.seen.startsWith(">") || attributionInside(lines[at]!.seen) !== undefined)
    return undefined;
  const mayRunOn = runsOn(first) || namesMoment(first) || isNameAbove(first, lines[at + 1]?.seen ?? "");
  let joined = "";
  for (let line = at; line < Math.min(at + sentenceLinesMax, lines.length); line += 1) {
    const seen = westernDigits(lines[line]!.seen);
    if (seen === "" && !(mayRunOn && /^<|mailto:/.test(lines[line + 1]?.seen ?? ""))) break;
    // In a deeply quoted sentence its folded rest carries the mark as well.
    joined = joined === "" ? seen : `${joined} ${seen}`;
    if (joined.length > sentenceMax) return undefined;
    if (isSentence(joined, nextIsMarked(lines, line + 1))) return { kind: "attribution", lines: line - at + 1 };
    if (!mayRunOn) return undefined;
  }
  return undefined;
}

/** Only a line that begins as such a sentence does may be continued below: else the writer's last line would be eaten. */
const runsOn = (first: string): boolean => opens(first) || (address.test(first) && verb.test(first));

const opens = (first: string): boolean =>
  (opener.test(first) && /\d/.test(first.slice(0, 60))) ||
  isoStart.test(first) ||
  (weekdayOrMonth.test(first) && (clock.test(first) || dayAndYear.test(first) || numericDate.test(first))) ||
  (first.endsWith("<") && /\d/.test(first));

/** A name whose address and "wrote:" were folded to the next line. */
const isNameAbove = (first: string, next: string): boolean =>
  first.length <= 60 && !/[.!?,;:]$/.test(first) && /^[<(][^\s<>()]{3,120}[>)] .{2,60}[:：]$/.test(next);

/** A year and a time of day: no language is needed to read that as the moment of a message. */
const namesMoment = (text: string): boolean =>
  /(?:19|20)\d{2}/.test(text) && (clock.test(text) || /\d{1,2}\.\d{2}(?!\d)/.test(text));

/** Arabic and Persian digits as ours. */
const westernDigits = (seen: string): string =>
  /[\u0660-\u0669\u06f0-\u06f9]/.test(seen)
    ? seen.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    : seen;

const nextIsMarked = (lines: readonly Line[], from: number): boolean =>
  /^[>|]|^[A-Z]{1,3}>/.test(lines[skipBlank(lines, from)]?.seen ?? "");

const plain = (seen: string): string => seen.replace(/^[-–—*_~\s]+|[-–—*_~\s]+$/g, "");

function isSentence(joined: string, isQuoteBelow: boolean): boolean {
  const text = plain(joined);
  const isDashed = /^-{2,}/.test(joined) && /-{2,}$/.test(joined);
  const endsInColon = /[:：]$/.test(text);
  const hasVerb = verb.test(text);
  const hasAddress = address.test(text);
  const isDated = clock.test(text) || numericDate.test(text) || dayAndYear.test(text);
  if (endsInColon && text.length <= 160 && quoting.test(text)) return true;
  if (isDashed && hasVerb && verbLast.test(text)) return true;
  if (isoStart.test(text) && text.length < 300) {
    if (gmt.test(text) && !/[.!?]$/.test(text)) return true;
    if (/[>)]:?$/.test(text) && hasAddress) return true;
  }
  if (!endsInColon) return verbLast.test(text) && isDated && (isQuoteBelow || (hasAddress && opener.test(text)));
  if (hasAddress && (hasVerb || (isDated && runsOn(text))))
    return !firstPerson.test(text) || isQuoteBelow || clock.test(text);
  // Somebody's address in brackets and the moment, in a language whose verb is not known here.
  if (/[<(] ?[^\s<>()@]{1,120}@[^\s<>()@]{1,120}[>)]/.test(text) && namesMoment(text)) return true;
  // Notes: "Nora Vale/Valeworks wrote on 16/11/2026 09:00:00:".
  if (hasVerb && isDated && clock.test(text) && text.length <= 120 && wroteOnDay.test(text) && !firstPerson.test(text))
    return true;
  if (!hasVerb || (firstPerson.test(text) && !clock.test(text))) return false;
  if (isQuoteBelow && text.length < 200) return true;
  return isDated && runsOn(text);
}

/** Where a sentence of this kind begins inside a line that starts with the writer's own words; undefined when none does. */
export function attributionInside(seen: string): number | undefined {
  const found = inside.exec(seen);
  if (found === null || found.index === 0 || opens(plain(seen))) return undefined;
  return isSentence(seen.slice(found.index + (found[0].length - found[1]!.length)), true) ? found.index : undefined;
}
const inside =
  /(?:(?<=[^ -]) ?-{2,} ?|[ ])((?:On|Am|Le|El|Il|Em|Op) (?:\p{L}{2,12}\.?,? )?(?:\p{L}{3,12}\.? )?\d{1,4}\b.{5,300}[:：])$/u;
