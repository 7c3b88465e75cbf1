/**
 * The letters that Rapport can write: for each kind which facts it needs and may use, how it is built, and the figures the
 * lint holds it to (requirements §4, "Letters" table). The words are in letters/<locale>/<voice>/<kind>.hbs.
 */

export const locales = ["en", "fr", "de", "es"] as const;
export type Locale = (typeof locales)[number];

/** How the owner speaks to a person (R33): business says vous, Sie, usted; a friend is a friend. */
export const voices = ["business", "friend"] as const;
export type Voice = (typeof voices)[number];

export const letterKinds = [
  "thank_you",
  "connection_note",
  "check_in",
  "coffee",
  "lunch",
  "call",
  "advice_call",
  "nudge",
  "closing_note",
  "revive",
  "role_change",
  "referral_thanks",
  "introduction",
  "group_invitation",
  "after_decline",
  "reschedule",
  "late_running",
  "confirmation",
  "new_times",
  "calling_off",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Friends are never asked for advice (R33). */
export const isWrittenIn = (kind: LetterKind, voice: Voice): boolean => kind !== "advice_call" || voice === "business";

/**
 * Everything that a letter may say about two people, each in the letter's language and ready to stand in a sentence. All of
 * it is true and has a source, or it is absent.
 */
export type LetterFacts = {
  greetingName?: string;
  fullName?: string;
  ownerName?: string;
  ownerFullName?: string;
  /** What the two have in common, as an object: "our talk at SaaStr Paris drinks", "our mails about "Workshop in May"". */
  talk?: string;
  /** The day of it, as it stands behind `talk`: "on Monday", "am 16. November", "du 16 novembre". */
  metWhen?: string;
  /** When they last spoke: "in March 2026". */
  lastWhen?: string;
  /** What was talked about: "hiring analysts". */
  topic?: string;
  /** What the owner said they would do, after "would": "send you the checklist". */
  myPromise?: string;
  /** An open question of theirs, in their words, with its mark. */
  theirQuestion?: string;
  /** Somebody's open-ended wish to meet, verbatim: "we should grab coffee". */
  someday?: string;
  /** What the owner can offer, in the owner's words. */
  giveNote?: string;
  /** Where the reader will be, and when: "Paris", "from 1 to 3 December". */
  tripPlace?: string;
  tripWhen?: string;
  introducer?: string;
  /** One whole sentence of true admiration with its source (R29). */
  admiration?: string;
  /** One whole question that the owner has for them. */
  myQuestion?: string;
  /** "Head of Data at Globex" */
  newRole?: string;
  /** Whom they sent to the owner: a name. */
  referred?: string;
  otherName?: string;
  otherFullName?: string;
  job?: string;
  otherJob?: string;
  /** Who else comes: "Sam, Nadia and Tomás". */
  others?: string;
  /** What is or was asked for, as an object: "a coffee". */
  occasion?: string;
  minutes?: number;
  /** An adverb of place: "at Café Lignes, 14 rue des Martyrs", "by phone (+33 1 55 50 17 04)". */
  place?: string;
  /** The time that no longer works: "on Thursday 3 December at 10:00". */
  wasWhen?: string;
  /** The time that was agreed on, in both clocks where they differ: "on Thursday 3 December at 10:00". */
  bookedWhen?: string;
  /** Under which a call is held, where `place` does not name it. */
  link?: string;
  /** Behind which the reader moves the meeting or calls it off. */
  moveLink?: string;
  /** When a meeting stood that did not take place (R37): "on Thursday". */
  missedWhen?: string;
  /** What is about to begin, as an object: "our coffee at 10:00". */
  meeting?: string;
  lateMinutes?: number;
  /** Offered times, one line a day. Not a word of templates: they have their own place in the letter. */
  times?: readonly string[];
  /** Subject of the thread that a letter stays in. Not a word of templates. */
  threadSubject?: string;
};

export type FactName = keyof LetterFacts;

/**
 * How much a fact tells about one person alone. Of the variants that can be used, the most telling goes first; a fact that
 * tells something is said once in a letter. Names, times and places weigh nothing.
 */
export const tellingWeight: Readonly<Partial<Record<FactName, number>>> = {
  admiration: 9,
  missedWhen: 9,
  wasWhen: 1,
  newRole: 9,
  referred: 9,
  tripPlace: 7,
  myPromise: 6,
  someday: 5,
  theirQuestion: 4,
  topic: 3,
  giveNote: 3,
  introducer: 2,
  myQuestion: 4,
  talk: 1,
  /** An invitation goes before an offer of help in a thank-you that has one. */
  place: 0.5,
};

/** Stands for what only the owner can say (R3). A letter that holds it cannot be approved, and goes before all other facts. */
export const openQuestionMark = "[ your answer goes here ]";

/** What is true of this person alone in these facts: without one of them there is no letter (R26). */
export function specificsIn(kind: LetterKind, facts: LetterFacts): string[] {
  const { needs, needsOneOf } = catalogue[kind];
  const telling = Object.keys(tellingWeight).filter(
    (name) => (tellingWeight[name as FactName] ?? 0) >= 1,
  ) as FactName[];
  const names = needsOneOf.length > 0 ? telling : [...needs, ...telling];
  return names.flatMap((name) => {
    const value = facts[name];
    return typeof value === "string" && value !== "" && value !== openQuestionMark ? [value] : [];
  });
}

/** Sections of a kind's own file, in the order of the letter. */
export const bodySections = ["opening", "middle", "offer", "ask"] as const;
/** Sections that all letters of a voice share; a kind's own file may have its own. */
export const frameSections = ["greeting", "lead", "other", "none", "signoff"] as const;
export type BodySection = (typeof bodySections)[number];
export type SectionName = "subject" | BodySection | (typeof frameSections)[number];
export const sectionNames: readonly SectionName[] = ["subject", ...bodySections, ...frameSections];

export type LetterRule = {
  /** Without these there is no letter; each stands in every letter of the kind. */
  needs: readonly FactName[];
  /** At least one of these must be known and said. Empty when `needs` already tells enough. */
  needsOneOf: readonly FactName[];
  may: readonly FactName[];
  /** Paragraphs, each of these sections in this order. `middle` and `offer` are left out when they have nothing to say. */
  paragraphs: readonly (readonly BodySection[])[];
  /** Of the body, the times and the sign-off not counted. */
  words: { min: number; max: number };
  charactersMax?: number;
  /** Question marks in the body, quoted ones not counted. */
  questions: { min: number; max: number };
  ask: "one" | "may" | "none";
  /** wanted: free times are offered, or days are asked for. may: when there are any. */
  times: "wanted" | "may" | "never";
  /** thread: it answers a letter of the owner's and keeps its subject. */
  subject: "own" | "thread" | "none";
  linksMax: 0 | 1;
};

const known: readonly FactName[] = ["talk", "metWhen", "topic", "myPromise", "theirQuestion", "introducer"];
const invitation = {
  needs: ["place"],
  needsOneOf: ["talk", "topic", "introducer", "someday", "tripPlace"],
  may: [...known, "someday", "tripPlace", "tripWhen", "minutes", "occasion", "giveNote"],
  paragraphs: [["opening", "middle"], ["ask"]],
  words: { min: 40, max: 110 },
  questions: { min: 1, max: 2 },
  ask: "one",
  times: "wanted",
  subject: "own",
  linksMax: 1,
} as const satisfies LetterRule;

export const catalogue: Readonly<Record<LetterKind, LetterRule>> = {
  thank_you: {
    ...invitation,
    needs: ["talk"],
    needsOneOf: [],
    may: [...known, "place", "minutes", "occasion", "giveNote"],
    words: { min: 25, max: 80 },
    questions: { min: 0, max: 1 },
    ask: "may",
    times: "may",
  },
  connection_note: {
    needs: [],
    needsOneOf: ["talk", "topic", "introducer"],
    may: known,
    paragraphs: [["opening", "middle", "ask"]],
    words: { min: 8, max: 50 },
    charactersMax: 200,
    questions: { min: 0, max: 1 },
    ask: "may",
    times: "never",
    subject: "none",
    linksMax: 0,
  },
  check_in: {
    ...invitation,
    needs: [],
    needsOneOf: ["talk", "topic", "introducer"],
    may: [...known, "giveNote"],
    paragraphs: [["opening", "ask"], ["offer"]],
    words: { min: 25, max: 110 },
    questions: { min: 1, max: 1 },
    times: "never",
  },
  coffee: invitation,
  lunch: invitation,
  call: { ...invitation, needs: ["place", "minutes"] },
  advice_call: {
    ...invitation,
    needs: ["admiration", "minutes", "place"],
    needsOneOf: ["topic", "myQuestion"],
    may: ["talk", "metWhen", "introducer", "topic", "myQuestion"],
    questions: { min: 1, max: 2 },
  },
  nudge: {
    ...invitation,
    needs: ["occasion", "threadSubject"],
    needsOneOf: [],
    may: [...known, "giveNote", "minutes", "place"],
    words: { min: 20, max: 90 },
    questions: { min: 1, max: 1 },
    paragraphs: [["opening"], ["ask"]],
    subject: "thread",
  },
  closing_note: {
    ...invitation,
    needs: ["occasion", "threadSubject"],
    needsOneOf: [],
    may: [...known],
    words: { min: 15, max: 80 },
    questions: { min: 0, max: 0 },
    paragraphs: [["opening"], ["ask"]],
    times: "never",
    subject: "thread",
  },
  revive: {
    ...invitation,
    needs: ["lastWhen", "place"],
    needsOneOf: [],
    may: [...known, "minutes", "occasion", "giveNote", "tripPlace", "tripWhen", "someday"],
    words: { min: 30, max: 110 },
  },
  role_change: {
    ...invitation,
    needs: ["newRole"],
    needsOneOf: [],
    may: [...known, "giveNote", "lastWhen"],
    paragraphs: [["opening", "middle"], ["ask"], ["offer"]],
    words: { min: 25, max: 90 },
    times: "never",
  },
  referral_thanks: {
    ...invitation,
    needs: ["referred"],
    needsOneOf: [],
    may: [...known, "giveNote"],
    words: { min: 25, max: 90 },
    questions: { min: 0, max: 1 },
    ask: "may",
    times: "never",
  },
  introduction: {
    ...invitation,
    needs: ["otherName", "otherFullName", "job", "otherJob"],
    needsOneOf: [],
    may: ["fullName", "topic"],
    paragraphs: [["opening"], ["middle"], ["ask"]],
    words: { min: 30, max: 110 },
    questions: { min: 0, max: 1 },
    times: "never",
  },
  group_invitation: {
    ...invitation,
    needs: ["others", "place"],
    needsOneOf: [],
    may: ["talk", "metWhen", "topic", "minutes", "occasion"],
    paragraphs: [["opening"], ["middle"], ["ask"]],
  },
  after_decline: {
    ...invitation,
    needs: ["occasion", "threadSubject"],
    needsOneOf: [],
    may: known,
    paragraphs: [["opening", "middle"]],
    words: { min: 8, max: 40 },
    questions: { min: 0, max: 0 },
    ask: "none",
    times: "never",
    subject: "thread",
  },
  reschedule: {
    ...invitation,
    needs: ["occasion", "threadSubject"],
    needsOneOf: ["wasWhen", "missedWhen"],
    may: [...known, "place", "minutes"],
    words: { min: 25, max: 110 },
    questions: { min: 1, max: 1 },
    paragraphs: [["opening"], ["ask"]],
    subject: "thread",
  },
  late_running: {
    ...invitation,
    needs: ["meeting", "lateMinutes"],
    needsOneOf: [],
    may: ["place"],
    paragraphs: [["opening", "middle"]],
    words: { min: 8, max: 40 },
    questions: { min: 0, max: 0 },
    ask: "none",
    times: "never",
  },
  confirmation: {
    ...invitation,
    needs: ["bookedWhen", "place", "threadSubject"],
    needsOneOf: [],
    may: ["occasion", "wasWhen", "link", "moveLink"],
    paragraphs: [["opening"], ["offer"], ["middle"]],
    words: { min: 8, max: 90 },
    questions: { min: 0, max: 0 },
    ask: "none",
    times: "never",
    subject: "thread",
  },
  new_times: {
    ...invitation,
    needs: ["occasion", "threadSubject"],
    needsOneOf: [],
    may: ["wasWhen"],
    paragraphs: [["opening"], ["ask"]],
    words: { min: 15, max: 90 },
    questions: { min: 1, max: 1 },
    subject: "thread",
  },
  calling_off: {
    ...invitation,
    needs: ["wasWhen", "threadSubject"],
    needsOneOf: [],
    may: [],
    paragraphs: [["opening"], ["ask"]],
    words: { min: 10, max: 60 },
    questions: { min: 1, max: 1 },
    times: "never",
    subject: "thread",
  },
};

/** Words that every letter may use, whatever its kind. */
export const namesKnown: readonly FactName[] = ["greetingName", "fullName", "ownerName", "ownerFullName"];
/** Without these nothing is written: they stand in the greeting and the sign-off. */
export const namesNeeded: readonly FactName[] = ["greetingName", "ownerName"];

/** Letters longer than this are never approved (requirements §4). */
export const wordsHardMax = 125;
