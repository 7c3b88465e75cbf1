/**
 * What to know before a meeting (R36), thirty minutes ahead and in at most 200 words: where you met and why, the last three
 * exchanges, what to bring, what was promised, one question. It says only what is known and nothing that is nobody's business.
 */
import type { Encounter } from "../contact/discover.ts";
import type { Fact } from "../fact/fact.ts";
import type { Interaction, Mode } from "../relationship/interaction.ts";
import { endOf } from "../relationship/summary.ts";
import { dayIn, type Instant, sayDay, sayInstant, type Zone } from "../time.ts";
import { unlessSensitive } from "./sensitive.ts";

export type BriefInputs = {
  name: string;
  /** What they do: "Head of Data, Acme". */
  role?: string;
  met?: Pick<Encounter, "metOn" | "where" | "introducedBy" | "why">;
  interactions: readonly Interaction[];
  giveNote?: string;
  facts: readonly Fact[];
  meeting?: { title: string; startsAt: Instant; place?: string; mode: Mode; minutes: number };
  zone: Zone;
};

export type BriefLine = {
  kind: "meeting" | "met" | "why" | "exchange" | "give" | "promise" | "question";
  text: string;
};

const briefWordsMax = 200;
/** A brief is wanted this long before the meeting begins. */
export const briefBeforeMinutes = 30;

/** Lines in the order to read them; the last exchanges and promises give way first when it would be too long. */
export function brief(inputs: BriefInputs, now: Instant): BriefLine[] {
  const lines = [
    ...meetingLines(inputs),
    ...metLines(inputs),
    ...exchangeLines(inputs, now),
    giveLine(inputs),
    ...promiseLines(inputs),
    questionLine(inputs),
  ].map((line) => ({ ...line, text: shortened(line.text) }));
  return withinWords(lines);
}

export const wordsIn = (lines: readonly Pick<BriefLine, "text">[]): number =>
  lines.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);

const exchangesMax = 3;
const promisesMax = 3;
/** One line stays one line. */
const lineWordsMax = 30;

const shortened = (text: string): string => {
  const words = text.split(/\s+/);
  return words.length <= lineWordsMax ? text : `${words.slice(0, lineWordsMax).join(" ")} …`;
};

/** What is dropped first when the words do not suffice; the question, the give note and the meeting always stay. */
const dispensable: readonly BriefLine["kind"][] = ["exchange", "promise", "why", "met"];

function withinWords(lines: readonly BriefLine[]): BriefLine[] {
  let kept = [...lines];
  for (const kind of dispensable) {
    while (wordsIn(kept) > briefWordsMax) {
      const last = kept.findLastIndex((line) => line.kind === kind);
      if (last < 0) break;
      kept = kept.filter((_, index) => index !== last);
    }
  }
  return kept;
}

function meetingLines({ name, role, meeting, zone }: BriefInputs): BriefLine[] {
  const who = role === undefined ? name : `${name}, ${role}`;
  if (meeting === undefined) return [{ kind: "meeting", text: who }];
  const { title, startsAt, place, mode, minutes } = meeting;
  const where = place === undefined ? modeWords[mode] : `${modeWords[mode]}, ${place}`;
  const at = sayAt(startsAt, zone);
  return [
    {
      kind: "meeting",
      text: `${who}. ${unlessSensitive(title) ?? "Your meeting"}, ${at}, ${minutes} minutes, ${where}.`,
    },
  ];
}

const modeWords: Readonly<Record<Mode, string>> = {
  in_person: "in person",
  video: "by video",
  phone: "by phone",
  email: "by mail",
  text: "by text message",
  social: "online",
  post: "by post",
};

function metLines({ met }: BriefInputs): BriefLine[] {
  if (met === undefined) return [];
  const where = unlessSensitive(met.where);
  const why = unlessSensitive(met.why);
  const through = met.introducedBy === undefined ? "" : `, through ${met.introducedBy}`;
  return [
    { kind: "met", text: `First met ${sayOn(met.metOn)}${where === undefined ? "" : `: ${where}`}${through}.` },
    ...(why === undefined ? [] : [{ kind: "why" as const, text: `Why: ${why}.` }]),
  ];
}

function exchangeLines({ interactions, zone }: BriefInputs, now: Instant): BriefLine[] {
  return interactions
    .filter((one) => one.depth !== "passive" && endOf(one) <= now)
    .sort((one, other) => (endOf(one) < endOf(other) ? 1 : -1))
    .slice(0, exchangesMax)
    .map((one) => {
      const title = unlessSensitive(one.title);
      const on = sayOn(dayIn(zone, endOf(one)));
      return { kind: "exchange", text: `${on}, ${wayOf(one)}${title === undefined ? "" : `: ${title}`}.` };
    });
}

const wayOf = ({ mode, direction, depth }: Interaction): string => {
  if (depth === "conversation")
    return mode === "in_person" ? "you met" : mode === "video" ? "you met by video" : "you talked";
  return `${direction === "inbound" ? "they wrote" : "you wrote"} ${modeWords[mode]}`;
};

const giveLine = ({ giveNote }: BriefInputs): BriefLine => ({
  kind: "give",
  text:
    giveNote === undefined || giveNote.trim() === "" ? "Think of one thing to bring." : `To offer: ${giveNote.trim()}`,
});

function promiseLines({ facts, name }: BriefInputs): BriefLine[] {
  return facts
    .filter(({ kind, state, text }) => kind === "promise" && state === "open" && unlessSensitive(text) !== undefined)
    .slice(0, promisesMax)
    .map(({ text, saidBy, dueOn }) => ({
      kind: "promise",
      text: `${saidBy === "owner" ? "You promised" : `${name} promised`}: ${text}${dueOn === undefined ? "" : `, by ${sayOn(dueOn)}`}.`,
    }));
}

/** What they left open, else what was last talked about, else the question that always helps. */
function questionLine({ facts }: BriefInputs): BriefLine {
  const known = facts.filter(({ state, text }) => state === "open" && unlessSensitive(text) !== undefined);
  const theirs = known.find(({ kind, saidBy }) => kind === "question" && saidBy === "person");
  if (theirs !== undefined) return { kind: "question", text: `They asked, and wait for your answer: ${theirs.text}` };
  const topic = known.find(({ kind }) => kind === "topic");
  if (topic !== undefined) return { kind: "question", text: `Ask: how is it going with ${topic.text}?` };
  return { kind: "question", text: "Ask: what are you working on, and what would help?" };
}

const sayOn = (day: Parameters<typeof sayDay>[0]): string => sayDay(day, "d LLL yyyy");
const sayAt = (at: Instant, zone: Zone): string => sayInstant(at, zone, "ccc d LLL, HH:mm");
