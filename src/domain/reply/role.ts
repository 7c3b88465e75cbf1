/** How the roles of words are written down: patterns over one clause in the form of `readable`, one alternative a line. */

/** A pattern of whole words; `~` stands for up to ten free words, which are captured. */
export const role = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}'])(?:${alternativesOf(source.replaceAll("~", `(${anyWords(10)})`))})(?![\\p{L}])`, "gu");

/** The same for a test of one text, without free words. */
export const wholeWords = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}'])(?:${alternativesOf(source)})(?![\\p{L}])`, "u");

/** At most so many words, whatever they are. */
export const anyWords = (most: number): string => `(?:[ -][\\p{L}']+){0,${most}}`;

/** Alternatives that stand in lines, as one pattern. */
export const alternativesOf = (source: string): string =>
  source
    .trim()
    .split(/\s*\n\s*/)
    .join("|");

/** Words that turn what is said, put it off or give it into other hands: small talk does not reach over one of them. */
const turning = [
  "if|unless|but|though|although|however|except|until|till|or|not|no|never|nor|none|without|can't|cannot|won't|don't|doesn't|didn't|isn't|wasn't|couldn't",
  "only|just in case|instead|else|others?|another|someone|somebody|anyone|off|bail\\p{L}*|(?:back|sit|rule|ruling|opt|pull)\\p{L}* out|the (?:week|day) after|remov\\p{L}*|drop\\p{L}*|delet\\p{L}*|skip\\p{L}*|forget\\p{L}*|ignor\\p{L}*|late|half|while|out of|that (?:day|morning|afternoon|evening)|replacement|deputy|stand-in|substitute|otherwise|maybe|perhaps|might|should|depend\\p{L}*|provided|assuming|whether|cancel\\p{L}*|postpon\\p{L}*|re-?schedul\\p{L}*|decline\\p{L}*|moved?|moving|later|earlier|absen\\p{L}*",
  "erst(?= (?:den|die|das|einen?|mal))|zuerst|vorher|d'abord|primero|beforehand",
  "hospital|clinic|court|airport|embassy|jail|krankenhaus|spital|klinik|gericht|flughafen|botschaft|l'hôpital|hôpital|clinique|tribunal|aéroport|ambassade|clínica|juzgado|aeropuerto|embajada",
  "agrees?|allows?|permits?|approv\\p{L}*|decid\\p{L}*|decision|confirm\\p{L}*|check\\p{L}*|ask\\p{L}*|pending|boss|lawyers?|colleagues?|partner|assistant|in my place|for me|board|committee|counter-?\\p{L}*|answers?|waiting list|vote",
  "darauf folgend\\p{L}*|(?:woche|tag) (?:darauf|danach)|wenn|falls|sofern|ob|aber|jedoch|sondern|bis (?!dahin|dann|bald)|nur|außer|ausser|vielleicht|eventuell|sonst|oder|nicht|nichts|kein\\p{L}*|nie|ohne|absag\\p{L}*|verschieb\\p{L}*|andere\\p{L}*|später|früher|bestätig\\p{L}*|klär\\p{L}*|prüf\\p{L}*|entscheid\\p{L}*|(?:an)?statt|vertret\\p{L}*|kolleg\\p{L}*|assisten\\p{L}*|für mich|spät|an (?:dem|diesem) tag|chef\\p{L}*",
  "d'après|suivante?s?|si|sauf|mais|seulement|peut-être|ou|pas|ne|n'\\p{L}+|jamais|aucune?|sans|sinon|annul\\p{L}*|report\\p{L}*|décal\\p{L}*|autres?|plutôt|vérifi\\p{L}*|autoris\\p{L}*|décid\\p{L}*|patronn?e?|collègues?|associée?s?|remplaçante?|pour moi|tard|retard|ce jour",
  "siguientes?|salvo|pero|s[oó]lo|quizás?|o|nunca|ni|sin|cancel\\p{L}*|aplaz\\p{L}*|cambi\\p{L}*|otr[oa]s?|consult\\p{L}*|jef[ea]|compañer[oa]s?|soci[oa]s?|suplente|asistente|por mí|tarde|ese día",
  "(?:mon|tues|wednes|thurs|fri)days?|(?:mon|diens|donners|frei)tags?|mittwochs?|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|tomorrow|demain|mañana|noon|midi",
].join("|");

const turns = new RegExp(`[ -](?:${turning})(?![\\p{L}'])`, "u");
const goesOnTurned = new RegExp(`^${turns.source}`, "u");

/** Without what has the role, where neither its free words nor the next one turn what is said: "I'll call you if …" stays. */
export const withoutUnturned = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const free = rest.slice(0, -2).filter((words) => typeof words === "string");
    const behind = text.slice(Number(rest.at(-2)) + found.length);
    return free.some((words) => turns.test(words)) || goesOnTurned.test(behind) ? found : " ";
  });
