/** What programs and companies put below a letter: mobile footers, list footers, disclaimers, and the rules above them. */
import type { Line } from "./lines.ts";

/** "-- " of the old rule, what programs made of it, and a whole rule of dashes. */
export const isSignatureDelimiter = (seen: string): boolean => /^(?:—|––|-- ?--|-{2,}|_{2,}|={5,}|\*{5,})$/.test(seen);

/** A line of signs only: a rule, a tracking dot. Quoted code and lists of one dash are not rules unless at the end. */
export const isDelimiterOnly = (seen: string): boolean => /^(?:[-–—_*=~#+]{2,}|[ᐧ·•]|[-_]{2,}[\s-_]*)$/.test(seen);

/** Names that stand for a device or a program wherever they are written. */
const devices =
  "i ?phon[eu]|i ?pad|i ?pod|i ?os|android|blackberry|samsung|galaxy|nokia|htc|huawei|xiaomi|pixel|motorola|oneplus|xperia|outlook|yahoo|airmail|gmail|proton ?mail|aquamail|k-9|bluemail|superhuman|айфон";
/** Common words for one: only behind "from", "with" and the like. */
const commonDevices =
  "lg|sony|windows|mail|mailbox|spark|nine|newton|hey|front|phone|mobile|mobil|handy|handset|smartphone|tablet|cell|device|portable|téléphone|telefon|telefonu|teléfono|telefono|móvil|celular|telemóvel|mobiltelefon|mobilgerät|mobiele|matkapuhelin|puhelin|dispositif|dispositivo|toestel|telefoon|apparaat|mobilen|smartphonu|мобильн|телефон|устройств|cep|手机|手機|携帯|스마트폰";
const prepositions =
  "from|via|with|using|on|by|my|mon|ma|depuis|meinem|meiner|mit|mi|mis|desde|dal?|mio|meu|minha|vanaf|mijn|från|min|fra|mitt|med|z|ze|ze swojego|s|с|со|з|моего|pe|din|με|од|für|pour|para|per";
const sentWords =
  "sent|get|envoyé|envoye|envoyée|écrit|obtenez|télécharger|téléchargez|gesendet|geschickt|verschickt|diese nachricht wurde|von meine[mr]|holen sie sich|hole dir|enviado|enviada|obtener|obtén|descarga|mensaje enviado|inviato|inviata|ottieni|scarica|verzonden|verstuurd|download|haal|skickat|skickades|hämta|sendt|hent|send|lähetetty|hanki|wysłane|wysłano|pobierz|odesláno|odoslané|získejte|отправлено|отправлен|надіслано|изпратено|загрузите|gönderildi|gönderilmiştir|elküldve|küldve|trimis|στάλθηκε|poslano|послато|từ|đã gửi|dikirim|ส่งจาก|נשלח|أرسل|مرسل|مُرسل|enviat|from my|desde mi|depuis mon|depuis ma|da mein|mensagem enviada|via|obter|wysłany|sendt fra|skrivet|typed|dictated|written|composed";
const mobile = [
  new RegExp(`^[\\p{P}\\p{S} ]{0,4}(?:\\p{L}{2,12} ){0,2}?(?:${sentWords})(?!\\p{L}).{0,60}?(?:${devices})`, "iu"),
  new RegExp(
    `^[\\p{P}\\p{S} ]{0,4}(?:\\p{L}{2,12} ){0,2}?(?:${sentWords})(?!\\p{L}).{0,40}?(?<!\\p{L})(?:${prepositions}) (?:[\\p{L}\\d]+ ){0,3}?(?:${commonDevices})`,
    "iu",
  ),
  // The device first, as in Turkish.
  /^[\p{P} ]{0,4}(?:i ?phone|i ?pad|android|samsung|galaxy|huawei|outlook)\S{0,12} (?:gönderildi|gönderilmiştir|küldve|lähetetty|gesendet|보냄)/iu,
  /^(?:von|aus) mein(?:em|er) .{2,40} (?:gesendet|geschickt|verschickt)[\p{P}]{0,2}$/iu,
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

/** What opens a disclaimer or the particulars of a company, at the beginning of a paragraph of its own. */
const disclaimers = new RegExp(
  `^[\\p{P}\\s]{0,6}(?:${[
    "(?:notice|avviso)\\s*[:.]",
    "(?:(?:legal )?disclaimer|confidential(?:ity)?(?: notice| note)?|avertissement|avis de confidentialité|clause de confidentialité|haftungsausschluss|rechtlicher hinweis|aviso legal|aviso de confidencialidad|cláusula de confidencialidad|avviso di riservatezza|aviso de confidencialidade|vertraulichkeitshinweis)\\s*(?:[:.]|$)",
    "(?:this|the information (?:contained )?in this|the contents? of this|the information transmitted|any views|privileged)\\b.{0,60}(?:e-?mail|message|communication|transmission|and any|is intended).{0,160}(?:confidential|privileged|intended|recipient|attachment|disclos|solely)",
    "if you (?:are|were) not (?:the|an) (?:intended|named|correct) (?:recipient|addressee)",
    "if you (?:have )?received? this (?:e-?mail|message) (?:in error|by mistake)",
    "any (?:views|opinions) (?:expressed|presented)",
    "[\\p{L}\\d&'’.,() -]{2,60} (?:ltd|limited|plc|llp|inc|group|holdings)\\.?,? (?:is|are) (?:an? [\\p{L} ]{3,40} )?(?:registered|incorporated|authori[sz]ed) (?:in|and|by)\\b",
    "registered (?:office|in england|in scotland|company|number)",
    "(?:company|registration) (?:registration )?(?:number|no\\.?):? ",
    "(?:diese|der inhalt dieser|die in dieser)\\b.{0,40}(?:e-?mail|nachricht).{0,140}(?:vertraulich|bestimmt|rechtlich)",
    "(?:sollten|wenn|falls) sie (?:\\p{L}+ ){0,4}(?:nicht der (?:richtige|vorgesehene|beabsichtigte) (?:adressat|empfänger)|irrtümlich)",
    "(?:sitz(?: der gesellschaft)?|registergericht|amtsgericht|handelsregister|geschäftsführ(?:er|erin|ung)|vorstand|vorsitzende[rn]? (?:des|der)|aufsichtsrat|ust-?id(?:-?nr\\.?)?|hrb)\\s*[:|]",
    "amtsgericht \\p{Lu}\\p{L}+,? hrb",
    "(?:informationen|hinweise) (?:zum|zur|über den|nach) (?:datenschutz|verarbeitung|art\\.)",
    "(?:ce|le contenu de ce|cet|les informations|le présent)\\b.{0,60}(?:e-?mail|message|courriel|courrier).{0,140}(?:confidentiel|destin|exclusi|privilégi)",
    "si vous (?:n['’]êtes pas (?:le|la) (?:bon )?destinataire|avez reçu ce (?:message|courriel|mail) par erreur)",
    "(?:este|el contenido de este|la información|esta)\\b.{0,60}(?:e-?mail|correo|mensaje|mensagem|comunicación).{0,140}(?:confidencial|destinat|dirigid)",
    "si (?:usted )?(?:no es el destinatario|ha recibido este (?:correo|mensaje) por error)",
    "(?:de conformidad con|en cumplimiento (?:de|con)|le informamos (?:de )?que sus datos|protección de datos)\\b.{0,160}(?:datos|rgpd|reglamento|ley|privacidad)",
    "(?:questo|il contenuto|le informazioni|il presente|la presente|ai sensi)\\b.{0,60}(?:e-?mail|messaggio|comunicazione|d\\.lgs|regolamento|gdpr).{0,140}(?:riservat|confidenzial|destinat|privacy|dati)",
    "(?:dit|deze|de inhoud|de informatie)\\b.{0,40}(?:e-?mail|bericht).{0,140}(?:vertrouwelijk|bestemd)",
    "esta mensagem.{0,120}confidencia",
    "(?:det här|denna|dette|denne|ten|tato|niniejsz\\p{L}+|treść tej)\\b.{0,60}(?:e-?post|e-?mail|meddelande|besked|wiadomoś\\p{L}+|zpráv\\p{L}+).{0,140}(?:konfidenti|fortrolig|poufn|důvěrn)",
    "please (?:consider|think of) the (?:environment|planet)",
    "(?:bitte )?(?:denken sie an|prüfen sie|schonen sie).{0,40}(?:umwelt|ausdruck)",
    "(?:pensez à|préservons|protégeons) l['’]environnement",
    "antes de imprimir",
    "before printing",
    "avant d['’]imprimer",
    "prima di stampare",
    "virus-free|virenfrei|sans virus|libre de virus",
    "this e?-?mail (?:has been|was) (?:scanned|checked)",
    "to unsubscribe from (?:this|these)",
    "you (?:are receiv|receiv)\\w+ this (?:e-?mail|message|because)",
    "reply to this email directly or",
  ].join("|")})`,
  "iu",
);

const listFooters =
  /^(?:[\p{L}\d ._-]{2,60} mailing list(?: {0,2}[-–(].*)?$|to unsubscribe[ ,:]|you received this message because you are subscribed to|unsubscribe:? ?(?:https?:|mailto:|<)|for more options, visit|to view this discussion|groups\.io links:|view\/reply online|visit topic or reply|(?:pour se|zum|para) (?:désabonner|abmelden|darse de baja))/iu;

/** Where the footer begins among the lines: a disclaimer or a list's words, with the rule above it. Never the first line. */
export function footerStart(lines: readonly Line[]): number | undefined {
  for (let at = 1; at < lines.length; at += 1) {
    const { seen } = lines[at]!;
    if (seen.length < 9 || !(startsFooter(seen) && isApart(lines, at))) continue;
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
