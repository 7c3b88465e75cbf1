/** The digest as plain text: short lines, calm words, nothing that only a screen could show. */
import { sayBecause } from "../because.ts";
import { minuteText } from "../meeting/clock-text.ts";
import type { Mode } from "../relationship/interaction.ts";
import { sayDay, sayInstant } from "../time.ts";
import type { DigestEntry, DigestInputs, DigestLetter, NumberedItem } from "./digest.ts";
import type { DayItem } from "./item.ts";

/** Before each line of a letter: it is told from ours, also in the quote of an answer. */
export const letterMark = "| ";
/** Behind the last item. */
export const howToAnswerBegins = "Answer this mail";
const indent = "   ";

export function digestText(inputs: DigestInputs, numbered: readonly NumberedItem[]): { subject: string; body: string } {
  const sections = [
    opening(inputs, numbered),
    section(
      "From your last answer",
      inputs.news.map((line) => `- ${oneLine(line)}`),
    ),
    section(
      "Meetings today",
      inputs.meetings.flatMap((meeting) => meetingLines(meeting, inputs)),
    ),
    section("Calls", inputs.calls.map(callLine)),
    section(
      "To do",
      numbered.map((one) => itemText(one, inputs.asked.get(one.item.id) ?? [])),
      "\n\n",
    ),
    inputs.waiting === 0 ? "" : `${counted(inputs.waiting, "more thing")} can wait for another day.`,
    inputs.weekLine ?? "",
    howToAnswer(numbered.map(({ entry }) => entry)),
  ];
  return { subject: subjectOf(inputs, numbered), body: `${sections.filter((part) => part !== "").join("\n\n")}\n` };
}

const section = (heading: string, lines: readonly string[], between = "\n"): string =>
  lines.length === 0 ? "" : `${heading.toUpperCase()}\n\n${lines.join(between)}`;

function subjectOf({ day, meetings, calls, news, weekLine }: DigestInputs, numbered: readonly NumberedItem[]): string {
  const letters = numbered.filter(({ item }) => item.kind === "approve").length;
  const others = numbered.length - letters;
  const parts = [
    ...(letters > 0 ? [counted(letters, "letter")] : []),
    ...(others > 0 ? [letters > 0 ? counted(others, "more thing") : counted(others, "thing")] : []),
    ...(meetings.length > 0 ? [counted(meetings.length, "meeting")] : []),
    ...(calls.length > 0 ? [counted(calls.length, "call")] : []),
  ];
  const otherwise = weekLine !== undefined ? "your week" : news.length > 0 ? "your answers" : "nothing waits";
  const what = parts.length > 0 ? parts.join(", ") : otherwise;
  return `${sayDay(day, "cccc d LLLL")}: ${what}`;
}

function opening({ day, meetings, calls }: DigestInputs, numbered: readonly NumberedItem[]): string {
  const minutes = numbered.reduce((sum, { item }) => sum + item.minutes, 0);
  const isFree = numbered.length + meetings.length + calls.length === 0;
  const much = isFree
    ? " Nothing waits for you today."
    : numbered.length > 0
      ? ` ${counted(numbered.length, "thing")}, about ${counted(minutes, "minute")}.`
      : "";
  return `${sayDay(day, "cccc d LLLL yyyy")}.${much}`;
}

function meetingLines(
  { startsAt, minutes, title, place, brief }: DigestInputs["meetings"][number],
  { zone }: DigestInputs,
): string[] {
  const where = place === undefined ? "" : `, ${place}`;
  const line = `${sayInstant(startsAt, zone, "HH:mm")}  ${oneLine(title)}, ${counted(minutes, "minute")}${oneLine(where)}`;
  return [line, ...(brief === undefined ? [] : [`       ${oneLine(brief)}`])];
}

const callLine = ({ name, phone, localMinute, line }: DigestInputs["calls"][number]): string =>
  [`${oneLine(name)}, ${phone}, ${minuteText(localMinute)} there`, ...(line === "" ? [] : [oneLine(line)])].join(". ");

function itemText({ entry, item, letter }: NumberedItem, asked: readonly string[]): string {
  const reasons = item.because.map(sayBecause).join(" ");
  const lines = [
    `${entry.number}. ${oneLine(entry.title)}`,
    ...(letter === undefined
      ? [`${indent}${placeLine(item)}`]
      : [`${indent}By mail to: ${letter.to.map(oneLine).join(", ")}`]),
    ...(reasons === "" ? [] : [`${indent}Why now: ${oneLine(reasons)}`]),
    ...(letter === undefined ? [...said(item), ...asked.flatMap(indented)] : letterLines(entry.number, letter)),
  ];
  return lines.join("\n");
}

/** With whom, and by which means or where; in a letter's headline the person stands already. */
function placeLine({ kind, who, where: { mode, at } }: DayItem): string {
  const where = [means[mode], ...(at === undefined ? [] : [oneLine(at)])].join(": ");
  return kind === "approve" ? capital(where) : `${oneLine(who)}, ${where}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const means: Readonly<Record<Mode | "here", string>> = {
  in_person: "in person",
  video: "by video",
  phone: "by phone",
  email: "by mail",
  text: "by text message",
  social: "on a social network",
  post: "by post",
  here: "in your answer or in Rapport",
};

/** What to say or what is asked; a letter that is not printed is read where all of it stands. */
const said = ({ kind, text }: DayItem): string[] =>
  kind === "approve" ? [`${indent}The letter stands in Rapport, on the page Today.`] : indented(text);

function letterLines(number: number, { subject, body, covers, link }: DigestLetter): string[] {
  return [
    `${indent}Subject: ${oneLine(subject)}`,
    "",
    ...body
      .trimEnd()
      .split("\n")
      .map((line) => `${indent}${letterMark}${line}`.trimEnd()),
    "",
    `${indent}"ok ${number}" lets this letter leave as it stands. ${covers}`.trimEnd(),
    ...(link === undefined ? [] : [`${indent}Look at it first: ${link}`]),
  ];
}

const indented = (text: string): string[] => text.split("\n").map((line) => `${indent}${line}`.trimEnd());

/** Nothing that was read elsewhere may begin a line of ours. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trimEnd();

function howToAnswer(entries: readonly DigestEntry[]): string {
  const letters = entries.filter(({ takes }) => takes.takes === "ok").map(({ number }) => number);
  const question = entries.find(({ takes }) => takes.takes !== "ok" && takes.takes !== "nothing");
  const [first] = entries;
  if (first === undefined) return "";
  const lines = [
    ...(letters.length === 1 ? [`ok ${letters[0]}: the letter leaves as it stands here`] : []),
    ...(letters.length > 1
      ? [`ok ${letters.slice(0, 2).join(" ")}: these letters leave as they stand here ("ok all": every one)`]
      : []),
    ...(question === undefined ? [] : [`${question.number} and your words: the answer to number ${question.number}`]),
    `skip ${first.number}: not this time`,
  ];
  return `${howToAnswerBegins}, above everything or below a number:\n${lines.map((line) => `${indent}${line}`).join("\n")}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
