/**
 * `npm run train`: learns the judgements of src/domain/reply/learned.ts from test/fixtures/learned and writes their weights. Prints
 * one JSON line for each judgement and language: how the sentences of each writer are judged by what was learned from all others.
 * The same fixtures give the same weights.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Language } from "../src/domain/mail/language.ts";
import { isWeighed, withTimesMasked } from "../src/domain/reply/agreed.ts";
import { isAside } from "../src/domain/reply/asides.ts";
import { type Clause, clausesOf } from "../src/domain/reply/clauses.ts";
import * as doubting from "../src/domain/reply/doubting-words.ts";
import {
  type Features,
  featuresOf,
  type Judgement,
  ofClassesAlone,
  type WrittenModel,
  type WrittenModels,
  weighed,
  weightCount,
} from "../src/domain/reply/learned.ts";
import type { OfferMade } from "../src/domain/reply/meaning.ts";
import { withoutSlips } from "../src/domain/reply/slips.ts";
import { readable } from "../src/domain/reply/time-phrases.ts";
import { dayIn, type Instant, type Zone } from "../src/domain/time.ts";
import { isMain } from "./is-main.ts";

export type Judged = {
  /** The file's name. */
  writer: string;
  language: Language;
  /** In the form in which the judgement sees it. */
  said: string;
  isYes: boolean;
  /** The rules would say yes. */
  isFramed: boolean;
  /** The rules around the judgement let nobody ask: a question, a denial, a doubt. */
  isGuarded: boolean;
};

const folder = fileURLToPath(new URL("../test/fixtures/learned/", import.meta.url));
export const weightsFile = fileURLToPath(new URL("../src/domain/reply/learned-weights.json", import.meta.url));
export const languages = ["en", "de", "fr", "es"] as const satisfies readonly Language[];
/** The letter of a yes, and of a no. */
const labels = { beside: ["N", "C"], agreed: ["A", "D"] } as const;

const rounds = 12;
/** What a program once took for a yes, and must not again. */
const trapWeight = 5;
/** So much a sentence of another language counts, by the classes of its words alone: what husbands do, "mari" and "Mann" teach too. */
const elsewhereWeight = 0.3;
const stepWidth = 0.4;
/** What each step takes off a weight. */
const decay = 2e-6;
type Limits = {
  /** Of what deserves a no, this share may get a yes. */
  passed: number;
  /** In hundredths: more certainty is not asked for where the rules say yes too. */
  framedMax: number;
  /** Whose sentences say how much passes, for a language. */
  seenIn: (one: Judged, language: Language) => boolean;
};
/** Written as a whole reply, and judged sentence by sentence; lists were written to look harmless, each to its own measure. */
const isOfWholeReply = ({ writer }: Judged): boolean => /^(?:own|replies|later|d\d|m\d)-/.test(writer);
/** Of statements the rules alone let pass as much. Of those in whole replies there are too few in one language to say it. */
const limits: Record<Judgement, Limits> = {
  beside: { passed: 0.07, framedMax: 30, seenIn: isOfWholeReply },
  agreed: { passed: 0.07, framedMax: 99, seenIn: (one, language) => one.language === language },
};

/** What the answers that name a time were written to. */
const offer: OfferMade = {
  slots: [
    { startsAt: "2027-04-20T08:00:00.000Z" as Instant, endsAt: "2027-04-20T08:30:00.000Z" as Instant },
    { startsAt: "2027-04-21T12:00:00.000Z" as Instant, endsAt: "2027-04-21T12:30:00.000Z" as Instant },
    { startsAt: "2027-04-23T14:30:00.000Z" as Instant, endsAt: "2027-04-23T15:00:00.000Z" as Instant },
  ],
  zone: "Europe/Berlin" as Zone,
  language: "en",
  writtenAt: "2027-04-16T07:00:00.000Z" as Instant,
};

/** One line a sentence: the letter, a tab, the sentence. */
export function readJudged(judgement: Judgement, file: string, text: string): Judged[] {
  const language = languages.find((one) => file.endsWith(`${one}.txt`));
  if (language === undefined) return [];
  return text.split("\n").flatMap((line) => {
    const [label, written = ""] = line.split("\t");
    const isYes = label === labels[judgement][0];
    if (!isYes && label !== labels[judgement][1]) return [];
    const of = { writer: file, language, isYes };
    return judgement === "beside"
      ? [{ ...of, said: written, ...standingBeside(written, language) }]
      : [{ ...of, said: maskedFor(written, language), ...standing(written, language) }];
  });
}

const maskedFor = (written: string, language: Language): string =>
  withTimesMasked(withoutSlips(readable(written)), {
    language,
    writtenOn: dayIn(offer.zone, offer.writtenAt),
    workingHours: { from: 8 * 60, until: 19 * 60 },
  });
/** What the rules for statements do not know must not hedge. */
function standingBeside(written: string, language: Language): Pick<Judged, "isFramed" | "isGuarded"> {
  const isFramed = isAside(written, written, language);
  return { isFramed, isGuarded: !isFramed && doubting.hedgesBeside(readable(written)) };
}

/** What asks, doubts or rules out its time agrees to nothing, whatever it scores; what is weighed otherwise needs more to be a yes. */
function standing(written: string, language: Language): Pick<Judged, "isFramed" | "isGuarded"> {
  const clauses = clausesOf(written, language, offer);
  const isGuarded = ({ isQuestion, doubts, denies, isBusy, phrases }: Clause) =>
    isQuestion || doubts || ((denies || isBusy) && phrases.length > 0);
  return { isFramed: !clauses.some(isWeighed), isGuarded: clauses.some(isGuarded) };
}

export function readAllJudged(judgement: Judgement): Judged[] {
  const all = readdirSync(`${folder}/${judgement}`)
    .sort()
    .flatMap((file) => readJudged(judgement, file, readFileSync(`${folder}/${judgement}/${file}`, "utf8")));
  return judgement === "agreed" ? all.filter(isAboutWords(all)) : all;
}

/**
 * "Tuesday at 10 works" and "Tuesday at 10:30 works" are the same words: that one of them takes no offered time is not theirs. And
 * a yes with a word that denies or hedges teaches what the rules let nobody hear. Only words are looked at, never what was learned
 * of them: the same fixtures give the same weights.
 */
function isAboutWords(all: readonly Judged[]): (one: Judged) => boolean {
  const words = ({ said }: Judged) => said.replace(/[\s.,;:!]+/g, " ").trim();
  const isWeighedDown = ({ said }: Judged) => {
    const left = said.replace(doubting.courteous, " ").replace(doubting.harmless, " ");
    return said.trim().endsWith("?") || doubting.negation.test(left) || doubting.hedge.test(left);
  };
  const agreeing = new Set(all.filter((one) => one.isYes && !isWeighedDown(one)).map(words));
  return (one) => (one.isYes ? !isWeighedDown(one) : !agreeing.has(words(one)));
}

type Learned = { weights: Float64Array; bias: number };

type Case = { features: Features; wanted: 0 | 1; weight: number };

const caseOf = ({ writer, said, language, isYes }: Judged): Case => ({
  features: featuresOf(said, language),
  wanted: isYes ? 1 : 0,
  weight: writer.startsWith("traps-") ? trapWeight : 1,
});
const elsewhereCaseOf = ({ said, language, isYes }: Judged): Case => ({
  features: ofClassesAlone(featuresOf(said, language)),
  wanted: isYes ? 1 : 0,
  weight: elsewhereWeight,
});

/**
 * Logistic regression by stochastic steps, whose width falls for each weight with what it has moved. Yes and no count the same.
 * Words are learned from the `sentences` of the language, their classes from those of all others too.
 */
export function learn(sentences: readonly Judged[], elsewhere: readonly Judged[]): Learned {
  const cases = [...sentences.map(caseOf), ...elsewhere.map(elsewhereCaseOf)];
  const yesShare = sentences.filter(({ isYes }) => isYes).length / Math.max(1, sentences.length);
  const weights = new Float64Array(weightCount());
  const moved = new Float64Array(weightCount()).fill(1e-6);
  let bias = 0;
  const dice = diceOf(1);
  const order = cases.map((_, at) => at);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, dice);
    for (const at of order) {
      const { features, wanted, weight } = cases[at]!;
      const sum = bias + weighed(features, weights);
      const slope = (probability(sum) - wanted) * (0.5 / (wanted === 1 ? yesShare : 1 - yesShare)) * weight;
      for (const [index, place] of features.places.entries()) {
        const gradient = slope * features.values[index]! + decay * weights[place]!;
        moved[place]! += gradient * gradient;
        weights[place]! -= (stepWidth * gradient) / Math.sqrt(moved[place]!);
      }
      bias -= 0.02 * slope;
    }
  }
  return { weights, bias };
}

export function scored({ weights, bias }: Learned, { said, language }: Pick<Judged, "said" | "language">): number {
  const features = featuresOf(said, language);
  return features.places.length === 0 ? 0 : probability(bias + weighed(features, weights));
}

const probability = (sum: number): number => 1 / (1 + Math.exp(-sum));

type Scored = Judged & { score: number };

const parts = 5;
/** Each sentence by what was learned from the other four fifths. */
export const acrossParts = (sentences: readonly Judged[], elsewhere: readonly Judged[]): Scored[] =>
  Array.from({ length: parts }).flatMap((_, part) => {
    const learned = learn(
      sentences.filter((_, at) => at % parts !== part),
      elsewhere,
    );
    return sentences.filter((_, at) => at % parts === part).map((one) => ({ ...one, score: scored(learned, one) }));
  });

type Thresholds = Pick<WrittenModel, "alone" | "framed">;

/** The pair that says most rightful yeses, while at most `passed` of what deserves a no gets one. */
export function thresholdsFor(
  judged: readonly Scored[],
  language: Language,
  { passed, framedMax, seenIn }: Limits,
): Thresholds {
  const all = judged.filter((one) => seenIn(one, language));
  const noes = all.filter(({ isYes, isGuarded }) => !isYes && !isGuarded);
  const alone = noes
    .filter(({ isFramed }) => !isFramed)
    .map(({ score }) => score)
    .sort((one, other) => other - one);
  let best: Thresholds & { found: number } = { alone: never, framed: never, found: -1 };
  for (let percent = framedMin; percent <= framedMax; percent += 1) {
    const framed = percent / 100;
    const spent = noes.filter(({ isFramed, score }) => isFramed && score >= framed).length;
    const left = Math.floor(all.filter(({ isYes }) => !isYes).length * passed) - spent;
    if (left < 0) continue;
    // Where the rules do not say yes, never less certainty is asked for than where they do.
    const tried = { alone: Math.min(never, Math.max(framed, (alone[left] ?? 0) + 1e-4)), framed };
    const { yes: found } = saidYes(all, tried);
    if (found > best.found) best = { ...tried, found };
  }
  return { alone: rounded(best.alone), framed: best.framed };
}
const never = 0.999;
/** In hundredths: too few of the sentences that deserve a no look harmless to the rules to go below. */
const framedMin = 10;

function saidYes(all: readonly Scored[], { alone, framed }: Thresholds): { yes: number; no: number } {
  const share = (isYes: boolean) => {
    const those = all.filter((one) => one.isYes === isYes);
    const said = those.filter(({ score, isFramed, isGuarded }) => !isGuarded && score >= (isFramed ? framed : alone));
    return rounded(said.length / Math.max(1, those.length));
  };
  return { yes: share(true), no: share(false) };
}

export function packed({ weights, bias }: Learned, thresholds: Thresholds): WrittenModel {
  const most = weights.reduce((left, weight) => Math.max(left, Math.abs(weight)), 1e-9);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / most) * 127));
  return {
    ...thresholds,
    scale: rounded(most / 127),
    bias: rounded(bias),
    weights: Buffer.from(bytes.buffer).toString("base64"),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

function shuffle(order: number[], dice: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(dice() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}

/** Mulberry32: the order in which sentences are seen is the same on every computer. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** All models, and what is printed of each. */
function train(): WrittenModels {
  const of = (judgement: Judgement) => {
    const all = readAllJudged(judgement);
    const ownOf = (language: Language) => all.filter((one) => one.language === language);
    const elsewhereOf = (language: Language) => all.filter((one) => one.language !== language);
    const judgedAll = languages.flatMap((language) => acrossParts(ownOf(language), elsewhereOf(language)));
    return Object.fromEntries(
      languages.map((language) => {
        const own = ownOf(language);
        const judged = judgedAll.filter((one) => one.language === language);
        const thresholds = thresholdsFor(judgedAll, language, limits[judgement]);
        console.log(
          JSON.stringify({
            judgement,
            language,
            writers: new Set(own.map(({ writer }) => writer)).size,
            sentences: own.length,
            ...thresholds,
            saidYes: saidYes(judged, thresholds),
            ...(judgement === "beside" && { byRulesAlone: saidYes(judged, { alone: 2, framed: 0 }) }),
          }),
        );
        return [language, packed(learn(own, elsewhereOf(language)), thresholds)];
      }),
    ) as WrittenModels[Judgement];
  };
  return { beside: of("beside"), agreed: of("agreed") };
}

if (isMain(import.meta)) writeFileSync(weightsFile, `${JSON.stringify(train(), undefined, 2)}\n`);
