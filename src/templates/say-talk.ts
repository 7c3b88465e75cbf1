/**
 * What two people have in common, as a letter says it: "our talk at SaaStr Paris drinks", "our coffee", "our mails about
 * "Workshop in May"". Always an object, so that it may stand behind "thank you for" whatever it is.
 */
import type { Locale } from "./catalogue.ts";

export type Shared =
  /** One-to-one or among few: what the calendar called it. */
  | { kind: "meeting"; title: string; place?: string; isAlone: boolean; names: readonly string[] }
  /** Mail both ways: its first subject, when there is one. */
  | { kind: "mail"; subject?: string };

/** Undefined when nothing can be said of it. */
export function sayTalk(shared: Shared, locale: Locale): string | undefined {
  const words = sayings[locale];
  if (shared.kind === "mail") {
    const subject = shared.subject === undefined ? "" : plainTitle(shared.subject);
    return subject === "" ? undefined : words.mails(subject);
  }
  const title = plainTitle(shared.title);
  const activity = activities.find(({ word }) => word.test(title))?.activity;
  if (shared.isAlone && isBetweenTwo(title, shared.names)) {
    const at = activity !== undefined && isSat.has(activity) ? venueIn(shared.place) : undefined;
    return words.ours(activity ?? "talk", at);
  }
  return title === "" ? words.ours("talk", undefined) : words.at(title);
}

export type Activity = "coffee" | "lunch" | "breakfast" | "dinner" | "drink" | "call" | "walk" | "talk";

const activities: readonly { activity: Activity; word: RegExp }[] = [
  { activity: "breakfast", word: /\b(breakfast|petit[- ]d[ée]jeuner|frühstück|desayuno)\b/iu },
  { activity: "lunch", word: /\b(lunch|d[ée]jeuner|mittagessen|almuerzo|comida)\b/iu },
  { activity: "dinner", word: /\b(dinner|d[îi]ner|abendessen|cena)\b/iu },
  { activity: "drink", word: /\b(drinks?|beer|wine|ap[ée]ro|apéritif|verre|bier|wein|copa|caña)\b/iu },
  { activity: "coffee", word: /(?<!\p{L})(coffee|caf[ée]|kaffee|tea|th[ée]|tee|espresso)(?!\p{L})/iu },
  { activity: "call", word: /\b(call|phone|zoom|video|visio|appel|telefonat|anruf|llamada|hangout|teams)\b/iu },
  { activity: "walk", word: /\b(walk|balade|promenade|spaziergang|paseo)\b/iu },
];

/** Whoever sits together remembers where. */
const isSat: ReadonlySet<Activity> = new Set(["coffee", "lunch", "breakfast", "dinner", "drink"]);

/** Titles that name the two, or nothing but what they do: no event that others would know by this name. */
function isBetweenTwo(title: string, names: readonly string[]): boolean {
  const text = title.toLowerCase();
  const naming = names.some((name) => name.length > 1 && text.includes(name.toLowerCase()));
  return title === "" || naming || / (\/|<>|x|&|with|avec|mit|con) /iu.test(` ${title} `) || generic.test(title);
}
const generic =
  /^(?:(?:a |an |our |un |une |ein |eine |una )?(?:quick |short |petit |kurzer? |virtual |intro(?:ductory)? |follow[- ]?up |30 min(?:utes?)? |first )*(?:coffee|lunch|breakfast|dinner|drinks?|call|chat|meeting|catch[- ]?up|1[:-]1|one[- ]on[- ]one|intro(?:duction)?(?: by .*)?|sync|talk|walk|caf[ée]|d[ée]jeuner|petit[- ]d[ée]jeuner|d[îi]ner|ap[ée]ro|appel|point|rendez-vous|rdv|visio|kaffee|mittagessen|frühstück|abendessen|telefonat|gespräch|treffen|austausch|termin|comida|almuerzo|cena|desayuno|llamada|reunión|charla|zoom|video call))\b[^\p{Lu}]*$/iu;

/** The name of a place before its address: "Café Lignes" of "Café Lignes, 14 rue des Martyrs". */
function venueIn(place: string | undefined): string | undefined {
  const name = place?.split(",")[0]?.trim();
  return name === undefined || name === "" || /^\d|https?:|@/.test(name) || name.length > 40 ? undefined : name;
}

const titleMax = 60;

/** Without what mail programs and calendars put before and around it; cut at a word when it is long. */
function plainTitle(title: string): string {
  const plain = title
    .replace(/^\s*((re|aw|fwd?|wg|tr|rv|antw|sv)\s*:\s*)+/i, "")
    .replace(/["“”„«»{}]/g, "")
    .replace(/\s+[-–—|•·]+\s+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/[.,;:!]+$/, "")
    .trim();
  return plain.length <= titleMax ? plain : plain.slice(0, titleMax).replace(/\s+\S*$/, "");
}

type Sayings = {
  ours: (activity: Activity, venue: string | undefined) => string;
  at: (event: string) => string;
  mails: (subject: string) => string;
};

const sayings: Readonly<Record<Locale, Sayings>> = {
  en: {
    ours: (activity, venue) => `our ${activity}${venue === undefined ? "" : ` at ${venue}`}`,
    at: (event) => `our talk at ${event}`,
    mails: (subject) => `our mails about "${subject}"`,
  },
  fr: {
    ours: (activity) => `notre ${french[activity]}`,
    at: (event) => `notre échange lors de "${event}"`,
    mails: (subject) => `nos messages sur "${subject}"`,
  },
  de: {
    ours: (activity) => `unser ${german[activity]}`,
    at: (event) => `unser Gespräch bei "${event}"`,
    mails: (subject) => `unsere Mails zu "${subject}"`,
  },
  es: {
    ours: (activity) => spanish[activity],
    at: (event) => `nuestra charla en "${event}"`,
    mails: (subject) => `nuestros correos sobre "${subject}"`,
  },
};

const french: Readonly<Record<Activity, string>> = {
  coffee: "café",
  lunch: "déjeuner",
  breakfast: "petit déjeuner",
  dinner: "dîner",
  drink: "verre",
  call: "appel",
  walk: "balade",
  talk: "échange",
};
/** Neuter, so that the object reads like the subject. */
const german: Readonly<Record<Activity, string>> = {
  coffee: "Gespräch beim Kaffee",
  lunch: "Mittagessen",
  breakfast: "Frühstück",
  dinner: "Abendessen",
  drink: "Gespräch bei einem Glas",
  call: "Telefonat",
  walk: "Gespräch beim Spazierengehen",
  talk: "Gespräch",
};
const spanish: Readonly<Record<Activity, string>> = {
  coffee: "nuestro café",
  lunch: "nuestra comida",
  breakfast: "nuestro desayuno",
  dinner: "nuestra cena",
  drink: "nuestra copa",
  call: "nuestra llamada",
  walk: "nuestro paseo",
  talk: "nuestra charla",
};
