/**
 * An offered time meant by its place among the others: "the second one", "option 2", "the later of the two". Read against one
 * clause in the form of `readable`.
 */
import { millisOf } from "../time.ts";
import type { Slot } from "./match.ts";

type Place = { says: RegExp; of: (slots: readonly Slot[]) => Slot | undefined };

const pattern = (sources: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}'])(?:${sources.join("|")})(?![\\p{L}\\d])`, "u");

/** What stands behind a bare "the first" that is the answer. */
const goesOn = "(?=$|[.,;!?]| (?:works?|is|would|please|suits?|fits?|and|or)(?![\\p{L}]))";
const deGoesOn =
  "(?=$|[.,;!?]| (?:bitte|wäre|ist|passt|geht|nehm\\p{L}*|klingt|und|oder|wird|kann|von|für)(?![\\p{L}]))";
const enThing = "(?:one|slot|option|time|choice|date|day|suggestion|proposal|of (?:the|these|those|your)(?: \\p{L}+)?)";
const deThing = "(?: (?:termin|vorschlag|option|slot|möglichkeit|zeit|der (?:beiden|drei)|von (?:beiden|dreien)))";
const frGoesOn =
  "(?=$|[.,;!?]| (?:s'il|svp|stp|qui|me|m'\\p{L}+|nous|est|serait|sera|convient|va|ira|et|ou|pour|c'est|fait)(?![\\p{L}]))";
const esGoesOn =
  "(?=$|[.,;!?]| (?:por|porfa|porfi|porfis|que|me|nos|es|sería|será|va|viene|y|o|está|queda|para|perfecto|mejor)(?![\\p{L}]))";
const frThing =
  "(?: (?:créneau|choix|horaire|option|date|proposition|moment|rendez-vous|rdv|suggestion|des (?:deux|trois|[23])|de (?:vos|tes|ces) \\p{L}+))";
const esThing =
  "(?: (?:opción|fecha|hora|horario|cita|alternativa|sugerencia|franja|propuesta|hueco|día|turno|momento|de (?:las|los) (?:dos|tres|[23])|de (?:tus|sus) \\p{L}+))";

/** How one place is named: as an adjective in four languages, and as a number, word or letter behind a noun. */
const placed = (en: string, de: string, fr: string, es: string, number: string): RegExp =>
  pattern([
    `(?<!on )the (?:${en})${goesOn}`,
    `(?:the )?(?:${en}) ${enThing}`,
    `(?:der|den|die|das|dem) (?:${de})[nrm]?(?:${deThing}|${deGoesOn})`,
    `l[ea] (?:${fr})(?:${frThing}|${frGoesOn})`,
    `(?:la|el) (?:${es})(?:${esThing}|${esGoesOn})`,
    `(?:${fr})${frThing}`,
    `(?:${es})${esThing}`,
    `(?:${de})(?:r ?(?:termin|vorschlag)| (?:option|möglichkeit|variante))`,
    `(?:ihre?|dein|eue?r)(?:e[nrms]?)? (?:${de})[nrm]?${deThing}`,
    `(?:votre|ta) (?:${fr})${frThing}`,
    `(?:su|tu|vuestr[oa]) (?:${es})${esThing}`,
    `(?:l[ea]|el) n[°º]\\.? ?(?:${number})`,
    `(?:l')?(?:option|slot|choice|termin|vorschlag|variante|möglichkeit|proposition|créneau|choix|(?:la )?opción|propuesta|number|nummer|número|no\\.?|nr\\.?|#)(?: ?n[°ºo]\\.?)? ?(?:${number})`,
  ]);

const nth =
  (index: number) =>
  (slots: readonly Slot[]): Slot | undefined =>
    slots[index];
/** Of any number of them, by when they begin. */
const outermost =
  (index: 0 | -1) =>
  (slots: readonly Slot[]): Slot | undefined =>
    slots.toSorted((one, other) => millisOf(one.startsAt) - millisOf(other.startsAt)).at(index);

/** Of two: of more, "the later one" leaves open which. */
const ofTwo =
  (index: 0 | -1) =>
  (slots: readonly Slot[]): Slot | undefined =>
    slots.length === 2 ? outermost(index)(slots) : undefined;

const comparatives: readonly Place[] = [
  {
    says: pattern([
      `the earlier ${enThing}`,
      `(?:der|den|die|das|dem) frühere[nrm]?(?:${deThing}|${deGoesOn})`,
      "l[ea] plus tôt(?: des deux)?",
      "(?:la|el)(?: de)? más temprano",
    ]),
    of: ofTwo(0),
  },
  {
    says: pattern([
      `the later ${enThing}`,
      `(?:der|den|die|das|dem) spätere[nrm]?(?:${deThing}|${deGoesOn})`,
      "l[ea] plus tard(?: des deux)?",
      "(?:la|el)(?: de)? más tarde",
    ]),
    of: ofTwo(-1),
  },
];

const places: readonly Place[] = [
  {
    says: placed("first|1st", "erste", "premi(?:er|ère)|1(?:er|ère|re)", "primer[oa]?", "1|one|a|eins|une?|un[oa]"),
    of: nth(0),
  },
  {
    says: placed(
      "second|2nd",
      "zweite",
      "deuxième|seconde?|2(?:e|ème|nde?)",
      "segund[oa]",
      "2|two|b|zwei|zwo|deux|dos",
    ),
    of: nth(1),
  },
  {
    says: placed("third|3rd", "dritte", "troisième|3(?:e|ème)", "tercer[oa]?", "3|three|c|drei|trois|tres"),
    of: nth(2),
  },
  {
    says: placed("last|latter|final", "letzte", "derni(?:er|ère)", "[uú]ltim[oa]", "z"),
    of: (slots) => slots.at(-1),
  },
  {
    says: pattern([
      `(?:the )?middle ${enThing}`,
      `the middle${goesOn}`,
      `(?:der|den|die|das|dem) mittlere[nrm]?${deThing}?`,
      "(?:cel(?:ui|le)|l[ea] (?:créneau|choix|date|proposition)|l'(?:option|horaire)) du milieu",
      "(?:la|el)(?: (?:opción|fecha|hora|propuesta|hueco|día))? (?:del|de en) medio|la (?:opción|fecha) intermedia",
    ]),
    of: (slots) => (slots.length === 3 ? slots[1] : undefined),
  },
  {
    says: pattern([
      "(?:the )?earliest (?:one|slot|option|date|suggestion|proposal|of (?:the|these|those|your)(?: \\p{L}+)?)(?! (?:that|which|you|possible|available|convenient))",
      `the earliest${goesOn}`,
      `(?:der|den|die|das|dem) früheste[nrm]?(?:${deThing}|${deGoesOn})`,
    ]),
    of: outermost(0),
  },
  ...comparatives,
];

/** Every place that is named, with the slot that stands there; undefined where none does. */
export const slotsByPlace = (text: string, slots: readonly Slot[]): (Slot | undefined)[] =>
  places.filter(({ says }) => says.test(text)).map(({ of }) => of(slots));

export const namesPlace = (text: string): boolean => places.some(({ says }) => says.test(text));

/** Without "the later one", whose "later" moves nothing. */
export const withoutComparatives = (text: string): string =>
  comparatives.reduce((left, { says }) => left.replace(says, " "), text);

const everyPlace = places.map(({ says }) => new RegExp(says.source, "gu"));
/** Without any place that is named: what is left says something else. */
export const withoutPlaces = (text: string, instead = " "): string =>
  everyPlace.reduce((left, place) => left.replace(place, instead), text);
