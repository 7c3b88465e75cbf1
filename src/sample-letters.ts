/**
 * Letters to the people of the sandbox, for reading aloud: each as the product would write it to them, with what they and
 * the owner have told each other. Pure: the same seed gives the same letters, and no database is asked.
 */
import { offerLines } from "./domain/meeting/offer-lines.ts";
import { wallClock } from "./domain/meeting/wall-clock.ts";
import { addBusinessDays, addDays, instantAt, millisOf, type PlainDate, type Zone } from "./domain/time.ts";
import { told } from "./sandbox/known-facts.ts";
import { type Language, nameOf, newYork, owner, type Part, type Persona, paris, people } from "./sandbox/people.ts";
import { type Chance, chance } from "./sandbox/random.ts";
import { sampleLastDay } from "./sandbox/world.ts";
import {
  catalogue,
  isWrittenIn,
  type LetterFacts,
  type LetterKind,
  specificsIn,
  type Voice,
} from "./templates/catalogue.ts";
import { shippedTemplate } from "./templates/letter-files.ts";
import { type LintFinding, lintLetter } from "./templates/lint.ts";
import {
  atVenue,
  openPlace,
  sayCall,
  sayDays,
  sayMonth,
  sayNames,
  sayOccasion,
  sayOfDay,
} from "./templates/phrases.ts";
import { type Letter, renderLetter } from "./templates/render.ts";
import { sayTalk } from "./templates/say-talk.ts";
import { WrittenParagraphs } from "./templates/similarity.ts";
import { paragraphsOf, sentencesOf } from "./templates/words.ts";

export type SampleLetter = {
  to: string;
  kind: LetterKind;
  voice: Voice;
  language: Language;
  letter: Letter;
  /** Sentences without greeting, times and sign-off. */
  sentences: readonly string[];
  /** What is true of this person alone and stands in the letter. */
  specifics: readonly string[];
  findings: readonly LintFinding[];
};

/** How often each kind comes among about sixty letters. */
const mix: readonly (readonly [LetterKind, number])[] = [
  ["thank_you", 9],
  ["connection_note", 2],
  ["check_in", 9],
  ["coffee", 8],
  ["lunch", 4],
  ["call", 6],
  ["advice_call", 3],
  ["nudge", 4],
  ["closing_note", 3],
  ["revive", 3],
  ["role_change", 2],
  ["referral_thanks", 2],
  ["introduction", 1],
  ["group_invitation", 1],
  ["after_decline", 1],
  ["reschedule", 1],
  ["late_running", 1],
];

/** The Sunday after the sample's last day. */
const today = addDays(sampleLastDay, 2);

/** So many letters, or as many as there are people, kinds and facts in the language asked for. */
export function sampleLetters(seed: number, count: number, only?: Language): SampleLetter[] {
  const draw = chance(seed, "letters to read");
  const cast = people.filter((one) => isKnown(one) && (only === undefined || one.language === only));
  const facts = new KnownFacts(seed);
  const used = new Map<string, number>();
  const written = new WrittenParagraphs();
  return assignments(draw, cast, count).flatMap(({ persona, kind }) => {
    const friendly = isFriend(persona) && isWrittenIn(kind, "friend");
    const voice: Voice = friendly ? "friend" : "business";
    const known = facts.of(persona, kind, voice);
    const template = shippedTemplate(kind, voice, persona.language);
    const rendered = renderLetter({ kind, template, facts: known, seed: persona.key, used });
    // Nothing is known of them that such a letter needs.
    if (rendered.kind === "refused") return [];
    for (const id of rendered.variants) used.set(id, (used.get(id) ?? 0) + 1);
    const times = known.times?.filter((line) => rendered.letter.body.includes(line)) ?? [];
    const findings = lintLetter(rendered.letter, {
      kind,
      locale: persona.language,
      to: persona.addresses[0],
      greetingName: persona.given,
      ownerName: owner.given,
      times,
      specifics: specificsIn(kind, known),
      alsoWrittenTo: (paragraph, over) => written.alike(paragraph, over, persona.key),
    });
    const to = nameOf(persona);
    for (const paragraph of paragraphsOf(rendered.letter.body)) written.add({ id: persona.key, name: to }, paragraph);
    const specifics = specificsIn(kind, known).filter((fact) => rendered.letter.body.includes(fact));
    const sentences = ownSentences(rendered.letter, kind, times);
    return [{ to, kind, voice, language: persona.language, letter: rendered.letter, sentences, specifics, findings }];
  });
}

/** In how many letters each sentence stands, the most frequent first. */
export function sentenceCounts(letters: readonly SampleLetter[]): { sentence: string; letters: number }[] {
  const counts = new Map<string, number>();
  for (const { sentences } of letters)
    for (const sentence of new Set(sentences)) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return [...counts]
    .map(([sentence, count]) => ({ sentence, letters: count }))
    .toSorted((one, other) => other.letters - one.letters || (one.sentence < other.sentence ? -1 : 1));
}

/** The letter's sentences that hold a fact of this person and stand in no letter to anybody else. */
export function sentencesOfOnePerson(letter: SampleLetter, all: readonly SampleLetter[]): string[] {
  const others = new Set(all.filter(({ to }) => to !== letter.to).flatMap(({ sentences }) => sentences));
  return letter.sentences.filter(
    (sentence) => !others.has(sentence) && letter.specifics.some((fact) => sentence.includes(fact)),
  );
}

function ownSentences({ body }: Letter, kind: LetterKind, times: readonly string[]): string[] {
  const paragraphs = paragraphsOf(body).filter((paragraph) => paragraph !== times.join("\n"));
  const isNote = catalogue[kind].subject === "none";
  return isNote ? sentencesOf(body).slice(0, -1) : paragraphs.slice(1, -1).flatMap(sentencesOf);
}

/** Each person gets a kind of letter that suits them; nobody gets the same kind twice. */
function assignments(draw: Chance, cast: readonly Persona[], count: number): { persona: Persona; kind: LetterKind }[] {
  const kinds = mix.flatMap(([kind, times]) => Array.from({ length: times }, () => kind));
  const wanted = Array.from({ length: Math.ceil(count / kinds.length) }, () => draw.some(kinds, kinds.length)).flat();
  const taken = new Set<string>();
  const lettersOf = new Map<string, number>();
  return wanted.slice(0, count).flatMap((kind) => {
    const free = draw
      .some(cast, cast.length)
      .filter((one) => !taken.has(`${one.key}/${kind}`) && mayGet(one, kind))
      .toSorted((one, other) => (lettersOf.get(one.key) ?? 0) - (lettersOf.get(other.key) ?? 0))
      .toSorted((one, other) => Number(suits(other, kind)) - Number(suits(one, kind)));
    const [persona] = free;
    if (persona === undefined) return [];
    taken.add(`${persona.key}/${kind}`);
    lettersOf.set(persona.key, (lettersOf.get(persona.key) ?? 0) + 1);
    return [{ persona, kind }];
  });
}

/** People of the cast whom the owner has really met. */
const isKnown = ({ part }: Persona): boolean => !unknownParts.includes(part);
const unknownParts: readonly Part[] = ["stranger", "copied_only", "cancelled", "declined_by_owner"];

const isFriend = ({ key, part }: Persona): boolean => part === "friend" || chance(0, "friend", key).happens(0.25);

/** Advice is not asked of friends; everything else may go to anybody whom the owner has met. */
const mayGet = (persona: Persona, kind: LetterKind): boolean =>
  isWrittenIn(kind, isFriend(persona) ? "friend" : "business");

/** In person with those who live near, by telephone with the others. */
function suits({ town }: Persona, kind: LetterKind): boolean {
  const isNear = town.name === paris.name;
  if (kind === "coffee" || kind === "lunch" || kind === "group_invitation") return isNear;
  return kind !== "call" && kind !== "advice_call" ? true : !isNear;
}

const venues = [
  { name: "Café Lignes", address: "14 rue des Martyrs" },
  { name: "Chez Odette", address: "3 place du Marché" },
] as const;

/** Deals out what was told: each fact to one person. */
class KnownFacts {
  readonly #seed: number;
  readonly #left = new Map<string, string[]>();
  readonly #byPerson = new Map<string, LetterFacts>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  of(persona: Persona, kind: LetterKind, voice: Voice): LetterFacts {
    const draw = chance(this.#seed, kind, persona.key);
    const admiration = kind === "advice_call" ? this.#deal(persona.language, "admirations") : undefined;
    return { ...this.#told(persona), ...circumstances(persona, kind, voice, draw), ...present({ admiration }) };
  }

  /** The same for every letter to a person: a topic while there are any, and sometimes more. */
  #told(persona: Persona): LetterFacts {
    const known = this.#byPerson.get(persona.key);
    if (known !== undefined) return known;
    const draw = chance(this.#seed, "told", persona.key);
    const { language } = persona;
    const maybe = (share: number, what: keyof (typeof told)[Language]): string | undefined =>
      draw.happens(share) ? this.#deal(language, what) : undefined;
    const facts = present({
      topic: this.#deal(language, "topics"),
      myPromise: maybe(0.25, "promises"),
      theirQuestion: maybe(0.2, "questions"),
      giveNote: maybe(0.35, "gives"),
      someday: maybe(0.2, "somedays"),
      introducer: persona.part === "introduced" ? "Sam Okafor" : undefined,
      tripPlace: undefined,
    });
    this.#byPerson.set(persona.key, facts);
    return facts;
  }

  /** The next one that nobody has; undefined when all are dealt. */
  #deal(language: Language, what: keyof (typeof told)[Language]): string | undefined {
    const key = `${language}/${what}`;
    let left = this.#left.get(key);
    if (left === undefined) {
      const all = told[language][what];
      left = chance(this.#seed, key).some(all, all.length);
      this.#left.set(key, left);
    }
    return left.pop();
  }
}

/** What the calendar, the address book and the kind of letter add. */
function circumstances(persona: Persona, kind: LetterKind, voice: Voice, draw: Chance): LetterFacts {
  const { language, met, town } = persona;
  const metOn =
    kind === "thank_you" || kind === "connection_note" ? addDays(today, -draw.whole(1, 2)) : metDay(persona);
  const isNear = town.name === paris.name;
  const usual = isNear ? "coffee" : "call";
  const occasion =
    kind === "advice_call" ? "call" : kind === "lunch" || kind === "coffee" || kind === "call" ? kind : usual;
  const others = draw.some(
    people.filter((one) => one.key !== persona.key && one.language === language && one.company !== ""),
    3,
  );
  const [other = persona] = others;
  const venue = draw.pick(venues);
  const inPerson = draw.happens(0.6)
    ? atVenue(venue, language)
    : openPlace(language, voice, isNear ? paris.name : town.name);
  const lastOn = addDays(today, -(persona.silentForDays + 120));
  return present({
    greetingName: persona.given,
    fullName: nameOf(persona),
    ownerName: owner.given,
    ownerFullName: owner.name,
    talk: sayTalk(
      {
        kind: "meeting",
        title: met.title,
        isAlone: true,
        names: [persona.given, persona.company, owner.given],
        ...(met.place !== undefined && { place: met.place }),
      },
      language,
    ),
    metWhen: sayOfDay(metOn, today, language),
    lastWhen: sayMonth(lastOn, today, language),
    newRole: kind === "role_change" ? job(persona) : undefined,
    referred: nameOf(other),
    otherName: other.given,
    otherFullName: nameOf(other),
    job: job(persona),
    otherJob: job(other),
    others: sayNames(
      others.map(({ given }) => given),
      language,
    ),
    occasion: sayOccasion(occasion, language),
    minutes: { coffee: 45, lunch: 75, call: kind === "advice_call" ? 10 : 20 }[occasion],
    place: occasion === "call" ? sayCall({ kind: "phone", number: owner.phone }, language, voice) : inPerson,
    wasWhen: sayDays(addBusinessDays(today, 3), addBusinessDays(today, 3), language),
    meeting: sayTalk({ kind: "meeting", title: occasion, isAlone: true, names: [] }, language),
    lateMinutes: draw.pick([5, 10, 15]),
    // One thank-you in three goes on to an invitation.
    ...(kind === "thank_you" && draw.happens(2 / 3)
      ? { place: undefined, minutes: undefined }
      : { times: times(persona, draw) }),
    threadSubject: { en: "Time to meet?", fr: "Un moment ?", de: "Ein Treffen?", es: "¿Un rato?" }[language],
  });
}

const metDay = ({ knownForDays }: Persona): PlainDate => addDays(sampleLastDay, -Math.max(knownForDays, 30));

const at: Readonly<Record<Language, string>> = { en: "at", fr: "chez", de: "bei", es: "en" };
const job = ({ title, company, language }: Persona): string =>
  company === "" ? title : `${title} ${at[language]} ${company}`;

/** Free hours on three of the next days, as offers say them. */
function times({ town, language }: Persona, draw: Chance): readonly string[] {
  const days = [3, 4, 6].map((ahead) => addBusinessDays(today, ahead));
  const zone: Zone = paris.zone;
  const instant = (day: PlainDate, hour: number) => millisOf(instantAt(zone, day, hour * 60));
  const ranges = days.map((day) => {
    const from = town.name === newYork.name ? draw.whole(15, 16) : draw.whole(9, 12);
    return {
      day,
      ranges: [{ startMs: instant(day, from), endMs: instant(day, Math.min(18, from + draw.whole(2, 5))) }],
    };
  });
  const [fromMs, untilMs] = [instant(days[0]!, 0), instant(addDays(days[2]!, 1), 0)];
  return offerLines(ranges, {
    ownersClock: wallClock([{ zone }], fromMs, untilMs),
    readersClock: wallClock([{ zone: town.zone }], fromMs, untilMs),
    locale: language,
  });
}

function present(facts: { readonly [Name in keyof LetterFacts]: LetterFacts[Name] | undefined }): LetterFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== ""),
  ) as LetterFacts;
}
