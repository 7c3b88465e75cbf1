/**
 * Two judgements about a sentence that are learned, because what people write has no end and no list of words carries over to the
 * next writer: whether a sentence beside an agreed time changes nothing, and whether one that names a time plainly agrees to it.
 * Each is a logistic regression for each language over words, their pairs, parts and classes, from sentences that were written
 * and judged by hand (test/fixtures/learned, `npm run train`, docs/decisions/0030). Rules stand around both (`clauses.ts`): which
 * time is meant, what is asked, denied or doubted is theirs, and what the two cannot say for sure is the owner's to read.
 */
import type { Language } from "../mail/language.ts";
import weights from "./learned-weights.json" with { type: "json" };
import { classesOf, wordClasses } from "./word-classes.ts";

/** `beside`: it changes nothing. `agreed`: it agrees to the time that it names. */
export type Judgement = "beside" | "agreed";

/** Words and their parts share as many weights; each is one byte. Of a quarter of a million few collide: an eighth of them costs 4 of 100 rightful yeses. */
const shared = 1 << 18;

/** Weights of a judgement in a language: of words, and behind them one for each class, and for each pair of them side by side or near. */
export const weightCount = (): number => shared + classCount * (1 + 2 * classCount);

/** One word states nothing; and longer is no sentence that it was learned from. */
const [wordsMin, wordsMax] = [2, 40];

/**
 * As `npm run train` writes it. From which probability on the answer is yes: `alone`, and `framed` where the rules say so too.
 * `weights` are signed bytes in base64, of which one is worth `scale`.
 */
export type WrittenModel = { alone: number; framed: number; scale: number; bias: number; weights: string };
export type WrittenModels = Record<Judgement, Record<Language, WrittenModel>>;

const models: WrittenModels = weights;

/** Read when a language is first needed: most processes never read a reply. */
const read = new Map<WrittenModel, Int8Array>();
function weightsOf(model: WrittenModel): Int8Array {
  const known = read.get(model) ?? Int8Array.from(atob(model.weights), (sign) => sign.charCodeAt(0));
  read.set(model, known);
  return known;
}

/** Of one sentence, or a part of one. `isFramed`: the rules would say yes. */
export function isSurely(judgement: Judgement, said: string, language: Language, isFramed = false): boolean {
  const { alone, framed } = models[judgement][language];
  return probabilityOf(judgement, said, language) >= (isFramed ? framed : alone);
}

/** It deserves a yes though a word in it hedges: "if you come by tram, get off at the mill". */
export const isCertain = (judgement: Judgement, said: string, language: Language): boolean =>
  probabilityOf(judgement, said, language) >= certain;
/** Of sentences beside a yes that hold such a word, across fifths of the fixtures: 338 of 909 that change nothing, 7 of 2,099 others. */
const certain = 0.95;

/** It deserves a no whatever the rules know of its words: "I'll ring you from the car then". Never of a few words. */
export const isSurelyNot = (judgement: Judgement, said: string, language: Language): boolean =>
  said.split(" ").length >= notFromWords && probabilityOf(judgement, said, language) < notBelow;
/** Of 3,637 own replies that settle without it, it leaves 5 to the owner, and one that must not be booked. */
const notBelow = 0.03;
const notFromWords = 4;

/** Between 0 and 1; 0 for what is shorter or longer than the sentences that it was learned from. */
export function probabilityOf(judgement: Judgement, said: string, language: Language): number {
  const model = models[judgement][language];
  const { scale, bias } = model;
  const learned = weightsOf(model);
  const features = featuresOf(said, language);
  return features.places.length === 0 ? 0 : 1 / (1 + Math.exp(-(bias + scale * weighed(features, learned))));
}

/** What a sentence consists of: places of weights, each once, and how much each counts. Together they count as a vector of length 1. */
export type Features = { places: readonly number[]; values: readonly number[] };

export function weighed({ places, values }: Features, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += weights[places[at]!]! * values[at]!;
  return sum;
}

/** What the words of a sentence have in common with those of others, in any language. */
export function ofClassesAlone({ places, values }: Features): Features {
  const kept = places.map((place, at) => ({ place, value: values[at]! })).filter(({ place }) => place >= shared);
  return { places: kept.map(({ place }) => place), values: kept.map(({ value }) => value) };
}

/** Stands for a time that is named, whichever it is. */
export const namedTime = "§";

/** None for a sentence that is too short or too long. */
export function featuresOf(said: string, language: Language): Features {
  const words = wordsOf(said, language);
  if (words.length < wordsMin || words.length > wordsMax) return { places: [], values: [] };
  const whole = new Set([...ofWords(words), ...ofClasses(words, language)]);
  const parts = new Set(words.flatMap((word) => partsOf(word).map((part) => bucketOf(`c ${part}`))));
  const ofParts = [...parts].filter((place) => !whole.has(place));
  const value = 1 / Math.hypot(Math.sqrt(whole.size), partValue * Math.sqrt(ofParts.length));
  return {
    places: [...whole, ...ofParts],
    values: [...Array(whole.size).fill(value), ...Array(ofParts.length).fill(value * partValue)],
  };
}
/** They are many and say less: counted in full they cost 1 of 100 rightful yeses. */
const partValue = 0.7;

function ofWords(words: readonly string[]): Set<number> {
  const found = new Set<number>();
  const framed = ["^", ...words, "$"];
  for (const [at, word] of framed.entries()) {
    found.add(bucketOf(`w ${word}`));
    const [next, afterNext] = framed.slice(at + 1, at + 3);
    if (next !== undefined) found.add(bucketOf(`p ${word} ${next}`));
    if (afterNext !== undefined) found.add(bucketOf(`s ${word} ${afterNext}`));
    if (at <= 1 && afterNext !== undefined) found.add(bucketOf(`t ${word} ${next} ${afterNext}`));
  }
  return found;
}

/** Signs are classes of their own: the two ends of a sentence, figures, names, marks. */
const signs = ["^", "$", "#", "@", "*", ..."?!,:;…&%€£§"];
const classCount = wordClasses.length + signs.length;
/** Pairs reach so many words on. */
const near = 5;

function ofClasses(words: readonly string[], language: Language): Set<number> {
  const found = new Set<number>();
  const classed = ["^", ...words, "$"].map((word) => {
    const sign = signs.indexOf(word);
    return sign >= 0 ? [wordClasses.length + sign] : classesOf(word, language);
  });
  for (const [at, classes] of classed.entries()) {
    for (const one of classes) {
      found.add(shared + one);
      for (let on = 1; on <= near; on += 1) {
        const apart = on === 1 ? 0 : 1;
        for (const other of classed[at + on] ?? [])
          found.add(shared + classCount + (apart * classCount + one) * classCount + other);
      }
    }
  }
  return found;
}

/** Three to five letters of a word, its ends marked: endings and stems of words that were never seen. */
function partsOf(word: string): string[] {
  if (word.length <= 3) return [];
  const marked = `<${word}>`;
  return [3, 4, 5].flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, from) => marked.slice(from, from + length)),
  );
}

const charactersMax = 400;

/** Lower case; figures, signs and names inside a sentence as one sign each, since which they are says nothing. German writes every noun like a name. */
const wordsOf = (said: string, language: Language): string[] =>
  [
    ...said
      .normalize("NFC")
      .replace(/[’‘`´]/g, "'")
      .slice(0, charactersMax)
      .matchAll(word),
  ].map(([found], at) => {
    if (/^\d/.test(found)) return "#";
    if (/^\p{Extended_Pictographic}/u.test(found)) return "*";
    return language !== "de" && at > 0 && name.test(found) ? "@" : found.toLowerCase();
  });
const word = /\d[\d.,:/-]*|\p{L}[\p{L}']*|[?!,:;…&%€$£§]|\p{Extended_Pictographic}/gu;
const name = /^(?!I')\p{Lu}\p{Ll}/u;

/** FNV-1a over UTF-16 units, folded. */
function bucketOf(feature: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01_00_01_93);
  return (hash ^ (hash >>> 15)) & (shared - 1);
}
