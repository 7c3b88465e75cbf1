/** Where a letter ends and its sign-off begins: "Best regards, Priya", the name alone, and the lines below it. */
import { seen as clean, type Line } from "./lines.ts";

/** Sign-offs in the languages of quote headers; a line that is nothing else, or is followed by a name. */
const signOffs =
  "(?:(?:with |many |my |our |all the |mit |avec |con |med |met |z |s )?(?:best|kind|kindest|warm|warmest|warmly|friendly|sincere|viele|vielen|herzliche|herzlichen|beste|besten|freundlichen|freundliche|liebe|lieben|schöne|schönen|sonnige|(?:un )?(?:muy )?(?:cordial|afectuoso|atento|fuerte|gran|respetuoso)|un|mis|muchos|cordiales|meilleures|bien|très|sincères|amicales|cordiali|distinti|vriendelijke|hartelijke|vänliga|bästa|vennlig|venlig|hyvin|ystävällisin|parhain|pozdrowieniami|üdvözlettel|com os melhores)? ?(?:regards?|wishes|thanks|thank you|thanx|thx|cheers|sincerely|truly|faithfully|best|warmly|cordially|respectfully|love|ciao|salut|grüße|grüssen|grüßen|grüsse|gruß|gruss|dank|danke|lg|vg|mfg|hochachtungsvoll|bises|bisous|cordialement|amicalement|amitiés|salutations|merci|à bientôt|a bientôt|bonne journée|respectueusement|saludos?|abrazos?|gracias|atentamente|cordialmente|hasta pronto|besos?|saluti|grazie|groeten|groetjes|groet|bedankt|hälsningar|hilsen|terveisin|pozdrawiam|pozdrowienia|s pozdravem|atenciosamente|obrigad[oa]|abraços?|cumprimentos|kveðja|tack|takk|mvh|br|rgds|tia|ttyl|xx|xoxo|yours|talk soon|speak soon|see you|have a (?:great|good|nice) (?:day|week|weekend|one)|schönen tag|bonne soirée|à plus|с уважением|спасибо|всего доброго|з повагою|дякую|此致|よろしくお願いします|감사합니다)(?: (?:again|so much|very much|a lot|in advance|and (?:best )?regards|sincerely|truly|faithfully|yours|you|soon|schön|sehr|im voraus|aus \\p{L}+|nach \\p{L}+|beaucoup|d'avance|distinguées|bien|de antemano|cordial(?:es)?|afectuosos?|und (?:viele |beste |liebe )?(?:grüße|gruß)|und bis bald|et à bientôt|y hasta pronto|y un saludo|y saludos))*)";
/** "Mit nordischem Gruß", "Sonnige Grüße": whatever the greetings are like. */
const anyGreetings = "(?:mit |aus )?\\p{L}{3,15}e[mnrs]? (?:grüßen?|grüssen?|gruß|gruss)";
const signOff = new RegExp(
  `^(?:${signOffs}|${anyGreetings})(?:[,.!;:~ ]*|[,.! ]+[-–—~/]*\\s*\\p{Lu}[\\p{L}'. -]{0,30})$`,
  "iu",
);
const valediction =
  /^(?:je vous prie d'agréer|veuillez agréer|nous vous prions|in der hoffnung|quedo a la espera|le saluda)/iu;

/** The sign-off line stands among the last of a letter, with at most this many lines below it. */
const belowMax = 12;

/**
 * The index of the line that begins the closing, among the written (not blank) lines of a new text; undefined when the
 * letter just ends. A lone first line is never a closing.
 */
export function closingStart(written: readonly Line[]): number | undefined {
  for (let at = Math.max(1, written.length - belowMax); at < written.length; at += 1) {
    const { seen } = written[at]!;
    if ((isSignOff(seen) || valediction.test(seen)) && belowIsSignature(written, at + 1)) return at;
  }
  return bareName(written);
}

export const isSignOff = (seen: string): boolean => seen.length <= 60 && signOff.test(seen);

/**
 * The index of the line below the name from which everything is the block of a signature: title, house, numbers, places.
 * `from` is where the closing begins; undefined when nothing more than the sign-off and the name stands there.
 */
export function blockStart(written: readonly Line[], from: number): number | undefined {
  const below = nameLine(written, from) + 1;
  const block = written.slice(below).map(({ seen }) => seen);
  const isUnder = isSignOff(written[from]!.seen);
  const isBlock =
    block.some((line) => isFirm(line)) ||
    (isUnder &&
      (block.some((line) => isPlace(line)) || (block.length >= 2 && block.every((line) => isTitleLine(line)))));
  return isBlock && !block.some((line) => isPostscript(line)) ? below : undefined;
}

/** The line that signs: the sign-off's own ("Best, Tom"), or the name beneath it. */
function nameLine(written: readonly Line[], from: number): number {
  if (!isSignOff(written[from]!.seen)) return from;
  let last = from;
  while (isSignOff(written[last + 1]?.seen ?? "")) last += 1;
  const next = written[last + 1]?.seen;
  const isName = next !== undefined && next.length <= 60 && !isFirm(next) && (isNameLine(next) || isTitleLine(next));
  return isName ? last + 1 : last;
}

/** What no letter ends with but a signature: how to reach somebody, or a house with its legal form. */
const isFirm = (seen: string): boolean =>
  isContactLine(seen) ||
  /[^\s@]+@[^\s@]+\.\p{L}{2,}|(?:https?:\/\/|www\.)\S+/u.test(seen) ||
  (seen.split(/ [|·•] /).length > 1 && seen.length <= 200) ||
  /(?:tel|phone|fax|mobile|mobil|cell|direct|tél|móvil|fon|[tmfdp])\s?[.:]+\s?[+(]?\d[\d\s()./-]{5,}/iu.test(seen) ||
  legalForm.test(seen);

/** A place alone may be where they want to meet: it counts only below a sign-off. */
const isPlace = (seen: string): boolean =>
  /(?:^|[ ,])\d{4,5} \p{Lu}\p{L}+|^\d{1,5}[a-z]? \p{Lu}[\p{L}' ]{2,30}(?:$|,)/u.test(seen);
const legalForm =
  /^[\p{L}\d&.,' -]{2,60}[ ,](?:gmbh|ag|kg|ug|e\.? ?v|ltd|limited|llc|llp|plc|inc|corp|sas|sarl|s\.?a\.?|s\.?l\.?u?|srl|s\.?r\.?l|s\.?p\.?a|bv|b\.v|nv|ab|as|aps|oy|sp\. z o\.o)\.?$/iu;

const isPostscript = (seen: string): boolean => /^(?:p\.? ?p?\.? ?s\b|n\.?b\.?\b|pd:|edit:)/i.test(seen);

/** Below a sign-off stand names, titles, companies and numbers, never a sentence. */
const belowIsSignature = (written: readonly Line[], from: number): boolean =>
  written.slice(from).every(({ seen }) => !isProse(seen));

/** A sentence: long, with a small verb-like middle, or ended as sentences are. */
function isProse(seen: string): boolean {
  if (isPostscript(seen)) return true;
  if (seen.split(/ [|·•] /).length > 2 && seen.length <= 300) return false;
  if (seen.length > 90) return true;
  const words = seen.split(" ").filter((word) => /\p{L}/u.test(word));
  if (/[?]$/.test(seen)) return true;
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return (
    (words.length >= 7 && /\p{Ll}[.!]?$/u.test(seen) && small >= words.length * 0.6) ||
    (words.length >= 5 && /[\p{Ll}\d][.!]$/u.test(seen) && small >= 2)
  );
}

/** A name alone ends the letter: "-Priya", "Priya", "// Jef"; below it nothing but contact lines. */
function bareName(written: readonly Line[]): number | undefined {
  for (let at = Math.max(1, written.length - 8); at < written.length; at += 1) {
    if (!isNameLine(written[at]!.seen)) continue;
    // "We meet at:", and a house: what a colon announces is the letter itself.
    if (/[:：]$/.test(written[at - 1]!.seen)) return undefined;
    const below = written.slice(at + 1);
    if (below.every(({ seen }) => isContactLine(seen) || isNameLine(seen) || isTitleLine(seen))) return at;
  }
  return undefined;
}

export const isNameLine = (seen: string): boolean =>
  /^[-–—/~ ]{0,3}\p{Lu}[\p{L}'’.-]{0,20}(?: (?:\p{Lu}[\p{L}'’.-]{0,24}|van|von|de|der|den|la|le|di|da)){0,4}[.,]?$/u.test(
    seen,
  ) &&
  !greetings.test(seen) &&
  !answers.test(seen);
const greetings =
  /^(?:hi|hello|hey|dear|hallo|liebe|lieber|guten|bonjour|salut|cher|chère|hola|buenos|buenas|querid)/iu;
/** One-word answers are the letter itself. */
const answers =
  /^[-–—/~ ]*(?:yes|no|ok|okay|sure|great|perfect|fine|done|agreed|confirmed|perfecto|vale|claro|oui|non|parfait|ja|nein|nee|gerne|passt|super|genau|sí|si|thursday|monday|tuesday|wednesday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|works|deal|never|stop|unsubscribe|tomorrow|morgen|demain|mañana)\b/iu;

export const isContactLine = (line: string): boolean => {
  const seen = clean(line);
  return (
    /^(?:\p{L}[\p{L}. ]{0,12}[:.]? ?)?[+(]?\d[\d\s().\-/]{5,20}(?:\s*(?:x|ext\.?)\s*\d+)?(?: ?\(?\p{L}{1,8}\)?)?$/iu.test(
      seen,
    ) ||
    (/[^\s@]+@[^\s@]+\.\p{L}{2,}/u.test(seen) && seen.split(" ").length <= 4) ||
    /^(?:https?:\/\/|www\.)\S+$/i.test(seen) ||
    /^x-?\d{3,6}$/i.test(seen) ||
    (/\d{4,}|\d{3}[ .-]\d{3,4}/.test(seen) &&
      /(?:tel|phone|fax|mobile|mobil|cell|office|direct|tél|móvil|fon)/i.test(seen))
  );
};

export const isTitleLine = (seen: string): boolean => {
  const words = seen.split(/[\s,|/·•&-]+/).filter((word) => word !== "");
  return (
    seen.length <= 80 &&
    words.length > 0 &&
    words.length <= 9 &&
    !/[.!?]$/.test(seen) &&
    words.filter((word) => /^[\p{Lu}\d(@]/u.test(word)).length >= words.length * 0.6
  );
};
