/** What programs and companies put below a letter: mobile footers, list footers, disclaimers, and the rules above them. */
import type { Line } from "./lines.ts";

/** "-- " of the old rule, what programs made of it, and a whole rule of dashes. */
export const isSignatureDelimiter = (seen: string): boolean => /^(?:—|––|-- ?--|-{2,}|_{2,}|={5,}|\*{5,})$/.test(seen);

/** A line of signs only: a rule, a tracking dot. Quoted code and lists of one dash are not rules unless at the end. */
export const isDelimiterOnly = (seen: string): boolean => /^(?:[-–—_*=~#+]{2,}|[ᐧ·•]|[-_]{2,}[\s-_]*)$/.test(seen);

const devices =
  "i ?phone|i ?pad|i ?pod|i ?os|android|blackberry|samsung|galaxy|nokia|htc|huawei|xiaomi|pixel|lg|motorola|oneplus|sony|xperia|windows|outlook|yahoo|mail|mailbox|airmail|gmail|proton ?mail|spark|aquamail|k-9|bluemail|nine|newton|superhuman|hey|front|phone|mobile|mobil|handy|handset|smartphone|tablet|cell|device|portable|téléphone|telefon|telefonu|teléfono|telefono|móvil|celular|telemóvel|mobiltelefon|mobilgerät|mobiele|matkapuhelin|puhelin|dispositif|dispositivo|toestel|telefoon|apparaat|mobilen|smartphonu|мобильн|телефон|устройств|айфон|iphone'?um|cep|手机|手機|携帯|스마트폰";
const sentWords =
  "sent|get|envoyé|envoye|envoyée|écrit|obtenez|télécharger|téléchargez|gesendet|geschickt|verschickt|diese nachricht wurde|von meine[mr]|holen sie sich|hole dir|enviado|enviada|obtener|obtén|descarga|mensaje enviado|inviato|inviata|ottieni|scarica|verzonden|verstuurd|download|haal|skickat|skickades|hämta|sendt|hent|send|lähetetty|hanki|wysłane|wysłano|pobierz|odesláno|odoslané|získejte|отправлено|отправлен|надіслано|загрузите|gönderildi|gönderilmiştir|elküldve|küldve|trimis|στάλθηκε|từ|enviat|from my|desde mi|depuis mon|depuis ma|da mein|mensagem enviada|via|obter|wysłany|sendt fra|skrivet|typed|dictated|written|composed";
const mobile = [
  new RegExp(`^[\\p{P}\\p{S} ]{0,4}(?:\\p{L}{2,12} ){0,2}?(?:${sentWords})\\b.{0,60}?(?:${devices})`, "iu"),
  /^(?:从我的|從我的|发自我的|傳送自|寄自|発信元|iPhoneから送信|iPhone에서|내 iPhone|나의 iPhone|Galaxy에서|.{1,20}(?:에서 보냄|から送信|から送信されました|发送|傳送)$)/u,
  /^[\p{P} ]{0,4}(?:sent|typed|written|dictated) (?:from|on|with|by|via|using) (?:a |an |my |the )?[\p{L}\d' -]{2,40}[\p{P}]{0,3}$/iu,
  /^(?:get|download) outlook for /iu,
];

/** "Sent from my iPhone" and its kin, in one short line of its own. */
export function isMobileFooter(seen: string): boolean {
  if (seen.length < 4 || seen.length > 160) return false;
  // A sentence that goes on ("I sent my phone number yesterday, …") is nobody's footer.
  if (/^(?:i|we|he|she|they|it|ich|wir|je|nous|yo) /i.test(seen) || /[?]/.test(seen)) return false;
  return mobile.some((pattern) => pattern.test(seen));
}

const disclaimers =
  /^[\p{P}\s]{0,6}(?:(?:notice|disclaimer|confidential(?:ity)?(?: notice| note)?|avertissement|haftungsausschluss|aviso legal|avviso|vertraulichkeitshinweis)\s*[:.]|(?:this|the information (?:contained )?in this|the contents? of this|the information transmitted|any views|privileged)\b.{0,60}(?:e-?mail|message|communication|transmission|and any|is intended).{0,160}(?:confidential|privileged|intended|recipient|attachment|disclos|solely)|(?:diese|der inhalt dieser)\b.{0,40}(?:e-?mail|nachricht).{0,140}(?:vertraulich|bestimmt|rechtlich)|(?:ce|le contenu de ce|les informations)\b.{0,40}(?:e-?mail|message|courriel|courrier).{0,140}(?:confidentiel|destin|exclusi)|(?:este|el contenido de este|la información)\b.{0,40}(?:e-?mail|correo|mensaje|mensagem).{0,140}(?:confidencial|destinat|dirigid)|(?:questo|il contenuto|le informazioni|il presente)\b.{0,40}(?:e-?mail|messaggio).{0,140}(?:riservat|confidenzial|destinat)|(?:dit|de inhoud|de informatie)\b.{0,40}(?:e-?mail|bericht).{0,140}(?:vertrouwelijk|bestemd)|esta mensagem.{0,120}confidencia|please (?:consider|think of) the environment|(?:bitte )?(?:denken sie an|prüfen sie).{0,40}(?:umwelt|ausdruck)|pensez à l'environnement|antes de imprimir|avant d'imprimer|prima di stampare|virus-free|virenfrei|sans virus|libre de virus|this e?-?mail (?:has been|was) (?:scanned|checked)|to unsubscribe from (?:this|these)|you (?:are receiv|receiv)\w+ this (?:e-?mail|message|because)|reply to this email directly or)/iu;

const listFooters =
  /^(?:[\p{L}\d ._-]{2,60} mailing list(?: {0,2}[-–(].*)?$|to unsubscribe[ ,:]|you received this message because you are subscribed to|unsubscribe:? ?(?:https?:|mailto:|<)|for more options, visit|to view this discussion|(?:pour se|zum|para) (?:désabonner|abmelden|darse de baja))/iu;

/** Where the footer begins among the lines: a disclaimer or a list's words, with the rule above it. Never the first line. */
export function footerStart(lines: readonly Line[]): number | undefined {
  for (let at = 1; at < lines.length; at += 1) {
    const { seen } = lines[at]!;
    if (seen.length < 12 || !(startsFooter(seen) && isApart(lines, at))) continue;
    let start = at;
    while (start > 1 && (lines[start - 1]!.seen === "" || isDelimiterOnly(lines[start - 1]!.seen))) start -= 1;
    return start;
  }
  return undefined;
}

const startsFooter = (seen: string): boolean => disclaimers.test(seen.slice(0, 300)) || listFooters.test(seen);

/** Below a blank line or a rule: in the middle of a paragraph such words are the writer's. */
const isApart = (lines: readonly Line[], at: number): boolean => {
  const above = lines[at - 1]!.seen;
  return above === "" || isDelimiterOnly(above);
};
