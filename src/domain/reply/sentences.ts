/** The new text of a reply as sentences: wrapped lines joined, greeting and sign-off set apart. */
import type { TrimmedText } from "../mail/new-text.ts";

const hello =
  /^\s*(?:hi|hello|hey|heya|hiya|howdy|g['’]day|greetings|namaste|aloha|ahoy|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|moin(?: moin)?|tach|servus|hoi|grüezi|grü(?:ß|ss) (?:dich|sie|euch)|salü|huhu|grü(?:ezi|ß gott|ss gott)|coucou|ciao|(?:bien le )?bonjour|all[oô]|kikou|bjr|slt|bonsoir|salut|hola|holi|qué onda|qué tal|buenos d[ií]as|buenas(?: tardes)?)(?![\p{L}])(?:\s+(?:again|there|all|zusammen|à tous))?/iu;
/** Words of a greeting only where a name follows: "Lieber Donnerstag" prefers a day. */
const dear =
  /^\s*(?:morning|afternoon|evening|morgen|dear|liebe[rs]?|sehr geehrte[rs]?|ch[eè]re?|estimad[oa]|querid[oa]|distinguid[oa]|apreciad[oa])(?=\s)/iu;
/** Behind the greeting, up to a mark or the line's end. */
const named =
  /^(?:\s+(?:[Mm][rs]|[Mm]rs|[Dd]r|[Pp]rof|[Hh]errn?|[Ff]rau|[Mm]|[Mm]me|[Mm]onsieur|[Mm]adame|[Ss]ra?|[Ss]eñora?|[Ss]rta|[Dd]on|[Dd]oña|[Dd]ra|[Ii]ng|[Ll]ic)(?![\p{L}])\.?)?(?:[^\S\n]+(?:[Dd]r\.|[Pp]rof\.|(?![Mm](?:on|i|itt)[\p{L}]*(?:day|tag|woch)|(?:[Dd]iens|[Dd]onners|[Ff]rei|[Ss]ams|[Ss]onn)tag|(?:[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)(?:\p{Lu}[\p{L}'’.-]*|y|und|and|et|de|da|von|van))){0,6}[^\S\n]*(?:[,!.:–-]+\s*|\n|$)/u;

function withoutGreeting(text: string): string {
  const opened = hello.exec(text) ?? dear.exec(text);
  if (opened === null) return text;
  const rest = text.slice(opened[0].length);
  const name = named.exec(rest);
  if (name !== null) return rest.slice(name[0].length);
  return hello.test(text) ? rest.replace(/^[\s,!.:–-]+/u, "") : text;
}

const textMax = 8_000;
const sentencesMax = 60;
/** A line this long was folded by a program: the next one goes on with it. */
const foldedFrom = 60;

/** The writer's own sentences, in order; at most 60. */
export function sentencesOf(trimmed: TrimmedText): string[] {
  const [closing] = trimmed.closing.spans;
  const own = trimmed.newText.spans
    .map(({ from, to }) =>
      trimmed.source.slice(from, closing === undefined ? to : Math.min(to, Math.max(from, closing.from))),
    )
    .join("\n\n");
  return splitSentences(own);
}

export function splitSentences(text: string): string[] {
  return unfold(withoutGreeting(text.slice(0, textMax).trimStart()))
    .flatMap((line) => line.split(ends))
    .flatMap((line) => line.split(endsAtHour))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\d\p{Extended_Pictographic}]/u.test(sentence))
    .slice(0, sentencesMax);
}

/**
 * After a mark that ends a sentence; never after a number, an initial or a short form. Few marks may close behind it: looking
 * back over any number of them costs their square.
 */
const ends =
  /(?<=[?!…]["')\]]{0,4})\s+|(?<=\.{3}["')\]]{0,4})\s+(?=\p{Lu})|(?<=(?:[^\s.\d][^\s.]{2,}|\d(?:am|pm|h)|(?<![\p{L}.])(?:va|it|me|us|do|so|to|be|go|is|on|up|in|zu|da|es|ok|mi|tu|te|sí|si|ya|él|un|là|ça|ja|ti|mí|yo|tú|ma|ta|sa))[.]["')\]]{0,4})(?<!(?:\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|janv|févr|avr|juil|déc|ene|abr|ago|dic|approx|lun|mar|mer|jeu|ven|mié|mie|jue|vie|ing|lic|arq|mag|circa|bzw|evtl|str|dr|prof|herr|sra?|srta|sres|mrs?|mme|sg|hr|fr|etc|vgl|inkl|usw|ext|tel)\.))\s+(?=\S)|(?<=(?<![\p{L}.])no\.)\s+(?=\p{L})/iu;

/** "Monday at 10. Hope …": behind an hour the number is no ordinal, and a capital letter begins the next sentence. */
const endsAtHour =
  /(?<=(?:(?<![\p{L}])(?:at|um|[àÀ]|las?|for) \d{1,2}|\d{1,2} ?[:h] ?\d\d|\d ?[hH]|\d{1,2}\.\d\d|\d ?(?:am|pm|hs?|[ap]\.m)|\d(?:st|nd|rd|th))[.]|(?<=(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri)day|(?:[Mm]on|[Dd]iens|[Dd]onners|[Ff]rei)tag|[Mm]ittwoch|[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ll]unes|[Mm]artes|[Mm]iércoles|[Jj]ueves|[Vv]iernes),? \d{1,2}[.])(?= (?:I|You|We|Dial|Call|Dann|Ich|Du|Sie|Wir|Je|Tu|Vous|Nous|Te|Ya|Me)(?!\p{L}))|(?<=(?:[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ll]unes|[Mm]artes|[Mm]iércoles|[Jj]ueves|[Vv]iernes) \d{1,2}[.])(?= \p{Lu})|(?<=(?<![\p{L}])(?:[Mm]on|[Tt]ues?|[Ww]ed|[Tt]hurs?|[Ff]ri)[.])(?= (?:I|It|We|My|Thanks|Looking|See|Let|The|That|Will|Can)(?![\p{Ll}]))|(?<= |^)[:;]-?[)D]|\p{Extended_Pictographic}\uFE0F?)\s+(?=\p{Lu}|[¿¡])/u;

function unfold(text: string): string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    if (line === "") {
      isOpen = false;
      continue;
    }
    if (isOpen && lines.length > 0) lines[lines.length - 1] += ` ${line}`;
    else lines.push(line);
    isOpen = raw.trimEnd().length >= foldedFrom && !/[.!?:]$/.test(line);
  }
  return lines;
}
