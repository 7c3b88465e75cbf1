/**
 * Reads the owner's plain answer to "whom did you meet, did it take place, what did you promise?" (R11, R37), in four
 * languages, one thing a line: "Priya, priya@acme.example, hiring analysts", "no-show", "promised intro to Sam by Friday".
 * What is not understood is kept and asked back, never dropped and never guessed.
 */
import { type Language, languageIn } from "../mail/language.ts";
import { readTimes } from "../reply/time-phrases.ts";
import type { PlainDate } from "../time.ts";
import { type DebriefAnswer, nothingAnswered, type OpenLine, type PersonMet, type Promised } from "./debrief.ts";

export type AnswerContext = {
  /** The day of the answer in the owner's zone: "Friday" is the next one after it. */
  saidOn: PlainDate;
};

/** An answer is read so far; more is no answer. */
const charsMax = 20_000;
const linesMax = 200;

export function readDebriefAnswer(text: string, { saidOn }: AnswerContext): DebriefAnswer {
  const answer: DebriefAnswer = structuredClone(nothingAnswered);
  for (const line of linesOf(text)) {
    const read = readLine(line, saidOn);
    switch (read.is) {
      case "held":
        answer.isHeld = read.isHeld;
        break;
      case "person":
        answer.people.push(read.person);
        break;
      case "promise": {
        const to = answer.people.at(-1)?.address;
        answer.promises.push({ ...read.promise, ...(to !== undefined && { to }) });
        break;
      }
      case "open":
        answer.open.push(read.open);
        break;
    }
  }
  return answer;
}

/** Lines, without bullets and numbers before them; where nobody's address stands, a semicolon ends a line too. */
function linesOf(text: string): string[] {
  return text
    .slice(0, charsMax)
    .normalize("NFC")
    .split(/\r?\n/)
    .flatMap((line) => (line.includes("@") ? [line] : line.split(";")))
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, "").trim())
    .filter((line) => line !== "" && !line.startsWith(">"))
    .slice(0, linesMax);
}

type LineRead =
  | { is: "held"; isHeld: boolean }
  | { is: "person"; person: PersonMet }
  | { is: "promise"; promise: Omit<Promised, "to"> }
  | { is: "open"; open: OpenLine };

function readLine(line: string, saidOn: PlainDate): LineRead {
  if (line.includes("@")) return personLine(line);
  if (notHeld.test(line)) return { is: "held", isHeld: false };
  const promised = promiseWords.exec(line);
  if (promised !== null) return { is: "promise", promise: promiseIn(line.slice(promised[0].length), line, saidOn) };
  if (held.test(line)) return { is: "held", isHeld: true };
  const name = /^[^,;|\t]{2,60}(?=[,;|\t])/.exec(line)?.[0].trim();
  const question =
    name === undefined
      ? 'Is this a promise ("promised … by Friday"), or somebody you met ("name, address, why")?'
      : `What is the address of ${name}?`;
  return { is: "open", open: { line, question } };
}

const notHeld =
  /^(?:(?:it|she|he|they|we|nobody|no one)\s+)?(?:no[ -]?show|did(?:n['’]?t| not)\s+(?:happen|take place|come|show(?: up)?|meet)|(?:was |got )?cancell?ed|fell through|came$|not held|pas venue?s?|n['’](?:est|a) pas (?:venue?|eu lieu)|pas eu lieu|annulée?|nicht (?:erschienen|stattgefunden|gekommen)|(?:ist )?ausgefallen|abgesagt|no (?:vino|vinieron|tuvo lugar|se present[óo])|cancelad[oa])(?![\p{L}\d])/iu;

const held =
  /^(?:(?:it|we)\s+)?(?:yes|held|happened|took place|met|went (?:well|fine)|oui|ça a eu lieu|a eu lieu|ja|hat stattgefunden|stattgefunden|s[íi]|tuvo lugar)(?![\p{L}\d])[\s.!,]*$/iu;

const promiseWords =
  /^(?:(?:i|we|j['’]ai|ich(?: habe)?|he)\s+)?(?:promised?(?: to)?|owe(?: them)?|will|next(?: step)?|to ?do|promis(?: de)?|promesse|ensuite|versprochen|verspreche|n[äa]chstes|promet[íi]|prometido|promesa|despu[ée]s)(?![\p{L}])[:\s]*(?:d['’])?/iu;

const addressIn = /<?\s*(?:mailto:)?([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)\s*>?/u;
const separators = /^[\s,;|:–—-]+|[\s,;|:–—-]+$/gu;

/** Name before the address, reason behind it, whatever separates them. */
function personLine(line: string): LineRead {
  const found = addressIn.exec(line);
  if (found === null) {
    const name = line.split(/[,;|\t]/)[0]!.trim();
    const whose = name.includes("@") ? "this person" : name;
    return { is: "open", open: { line, question: `What is the whole address of ${whose}?` } };
  }
  const name = line
    .slice(0, found.index)
    .replace(separators, "")
    .replace(/^["']|["']$/g, "");
  const why = line.slice(found.index + found[0].length).replace(separators, "");
  return {
    is: "person",
    person: {
      address: found[1]!.replace(/\.+$/, "").toLowerCase(),
      ...(name !== "" && { name: name.slice(0, 100) }),
      ...(why !== "" && { why: why.slice(0, 200) }),
    },
  };
}

/** The day stands at the end: "intro to Sam by Friday". */
function promiseIn(said: string, line: string, saidOn: PlainDate): Omit<Promised, "to"> {
  const whole = said.trim().replace(/[.!\s]+$/, "");
  const words = whole.split(/\s+/);
  const languages = languagesOf(line);
  for (let first = Math.max(1, words.length - dayWordsMax); first < words.length; first += 1) {
    const tail = words.slice(first).join(" ");
    const led = leading.exec(tail);
    const dueOn = dayIn(led === null ? tail : tail.slice(led[0].length), languages, saidOn);
    if (dueOn === undefined) continue;
    return {
      text: words
        .slice(0, first)
        .join(" ")
        .replace(/[,\s]+$/, ""),
      dueOn,
      line,
    };
  }
  return { text: whole === "" ? line : whole, line };
}

/** A day takes at most so many words: "before the end of next week". */
const dayWordsMax = 6;
const leading =
  /^(?:by|before|until|till|on|no later than|bis(?: zum)?|vor|am|d['’]ici(?: à)?|avant(?: le)?|pour(?: le)?|antes del?|para(?: el)?|hasta(?: el)?|el)\s+/iu;

const allLanguages: readonly Language[] = ["en", "fr", "de", "es"];

function languagesOf(line: string): Language[] {
  const likely = languageIn(line);
  return [...new Set([...(likely === undefined ? [] : [likely]), ...allLanguages])];
}

/** The last day of what is named, when the words are a day and nothing more. */
function dayIn(words: string, languages: readonly Language[], saidOn: PlainDate): PlainDate | undefined {
  for (const language of languages) {
    const { text, phrases } = readTimes(words, { language, writtenOn: saidOn, workingHours });
    const [phrase] = phrases;
    const days = phrase?.days;
    if (days === undefined || phrases.length > 1) continue;
    if (phrase!.to - phrase!.from < text.replace(/[.!]+$/, "").length) continue;
    return days[0]?.last;
  }
  return undefined;
}

const workingHours = { from: 9 * 60, until: 18 * 60 };
