/** M6: times in sentences of four languages, written on Monday 16 November 2026. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/mail/language.ts";
import { readTimes } from "../../../src/domain/reply/time-phrases.ts";
import type { TimePhrase } from "../../../src/domain/reply/time-spans.ts";
import type { PlainDate } from "../../../src/domain/time.ts";

const context = (language: Language) => ({
  language,
  writtenOn: "2026-11-16" as PlainDate,
  workingHours: { from: 480, until: 1_140 },
});
const clockText = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Days as MM-DD, hours as HH:MM, readings with a slash between; "not" sets apart, "…" stands at an open end. */
function say({ days, everyWeekday, openSide, isExcluded, clock, zone }: TimePhrase): string {
  const day =
    everyWeekday !== undefined
      ? `every ${everyWeekday}`
      : days
          ?.map(({ first, last }) =>
            openSide === "after"
              ? `${first.slice(5)}…`
              : openSide === "before"
                ? `…${last.slice(5)}`
                : first === last
                  ? first.slice(5)
                  : `${first.slice(5)}..${last.slice(5)}`,
          )
          .join("/");
  const hour =
    clock === undefined
      ? undefined
      : clock.kind === "at"
        ? clock.minutes.map(clockText).join("/")
        : clock.kind === "between"
          ? `${clockText(clock.from)}-${clockText(clock.until)}`
          : `${clock.kind} ${clockText(clock.minute)}`;
  return [isExcluded && "not", day, hour, zone].filter((part) => part !== undefined).join(" ");
}

test.each`
  language | sentence                                    | times
  ${"en"}  | ${"Tuesday at 3 works"}                     | ${"11-17 15:00"}
  ${"en"}  | ${"Tue 24 Nov 10:00"}                       | ${"11-24 10:00"}
  ${"en"}  | ${"Monday 23 at 9:30"}                      | ${"11-23 09:30"}
  ${"en"}  | ${"3pm on Thursday the 19th"}               | ${"11-19 15:00"}
  ${"en"}  | ${"Wednesday 2-4pm or Thursday after 2"}    | ${"11-18 14:00-16:00; 11-19 from 14:00"}
  ${"en"}  | ${"Tuesday or Wednesday at 3"}              | ${"11-17 15:00; 11-18 15:00"}
  ${"en"}  | ${"Tuesday at 3 or 4"}                      | ${"11-17 15:00; 11-17 16:00"}
  ${"en"}  | ${"not before 10"}                          | ${"from 10:00"}
  ${"en"}  | ${"half past two on Friday"}                | ${"11-20 14:30"}
  ${"en"}  | ${"next Tuesday at 10am EST"}               | ${"11-17/11-24 10:00 America/New_York"}
  ${"en"}  | ${"3/12 at noon"}                           | ${"12-03/03-12 12:00"}
  ${"en"}  | ${"any afternoon next week"}                | ${"11-23..11-29 12:00-18:00"}
  ${"en"}  | ${"Tuesdays"}                               | ${"every 2"}
  ${"en"}  | ${"this afternoon"}                         | ${"11-16 12:00-18:00"}
  ${"en"}  | ${"early January"}                          | ${"01-01..01-10"}
  ${"en"}  | ${"last Wednesday"}                         | ${"11-11"}
  ${"en"}  | ${"I'm 10 minutes away from you"}           | ${""}
  ${"en"}  | ${"call +33 6 12 34 56 78 now"}             | ${""}
  ${"en"}  | ${"it was 37.1 in the morning"}             | ${"06:00-12:00"}
  ${"de"}  | ${"Dienstag um 15 Uhr"}                     | ${"11-17 15:00"}
  ${"de"}  | ${"am 24. um halb drei"}                    | ${"11-24 14:30"}
  ${"de"}  | ${"Mittwoch, 25.11., 10:30 Uhr"}            | ${"11-25 10:30"}
  ${"de"}  | ${"übermorgen ab 14 Uhr"}                   | ${"11-18 from 14:00"}
  ${"de"}  | ${"Donnerstag Vormittag zwischen 9 und 11"} | ${"11-19 09:00-11:00"}
  ${"de"}  | ${"nächste Woche Dienstag 10 Uhr"}          | ${"11-24 10:00"}
  ${"de"}  | ${"viertel nach zehn am Freitag"}           | ${"11-20 10:15"}
  ${"fr"}  | ${"mardi 24 à 15h30"}                       | ${"11-24 15:30"}
  ${"fr"}  | ${"le 24 novembre à 10h"}                   | ${"11-24 10:00"}
  ${"fr"}  | ${"après 14h mercredi"}                     | ${"11-18 from 14:00"}
  ${"fr"}  | ${"jeudi après-midi"}                       | ${"11-19 12:00-18:00"}
  ${"fr"}  | ${"mardi 10h, c'est parfait"}               | ${"11-17 10:00"}
  ${"fr"}  | ${"trois heures et quart vendredi"}         | ${"11-20 15:15"}
  ${"es"}  | ${"el martes a las 3 de la tarde"}          | ${"11-17 15:00"}
  ${"es"}  | ${"el martes 24 a las 10:00"}               | ${"11-24 10:00"}
  ${"es"}  | ${"mañana por la mañana"}                   | ${"11-17 06:00-12:00"}
  ${"es"}  | ${"a las diez y media"}                     | ${"10:30"}
  ${"es"}  | ${"entre las 14:00 y las 16:00 del jueves"} | ${"11-19 14:00-16:00"}
`("$language: $sentence", ({ language, sentence, times }) => {
  expect(readTimes(sentence, context(language)).phrases.map(say).join("; ")).toBe(times);
});

const phrases = readFileSync(new URL("../../fixtures/replies/meeting-phrases.txt", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(" | ") as [Language, string, string]);

test.each(phrases)("meeting phrases, %s: %s", (language, sentence, times) => {
  expect(readTimes(sentence, context(language)).phrases.map(say).join("; ")).toBe(times);
});

test("what no rule knows the date library may, and never an hour from now", () => {
  expect(
    readTimes("a fortnight from today", context("en")).phrases.every(
      ({ approximate, days }) => approximate || days !== undefined,
    ),
  ).toBe(true);
  expect(readTimes("in 20 minutes", context("en")).phrases).toEqual([]);
});

test("a number beside a time that nobody read is said", () => {
  expect(readTimes("Tuesday at 10, party of 4", context("en")).hasUnreadNumber).toBe(true);
  expect(readTimes("Tuesday at 10 for 30 minutes", context("en")).hasUnreadNumber).toBe(false);
});

test("any text is read without a throw, phrases in order and inside it", () => {
  const words = fc.constantFrom(
    "tuesday",
    "at",
    "10",
    "10:30",
    "24.11.",
    "31/02",
    "or",
    "after",
    "9999",
    "next",
    "week",
    "mañana",
    "halb",
    "drei",
    "à",
    "15h",
    "99:99",
    "-",
    "(",
    "2026-13-40",
    "am",
    "pm",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 25 }),
      fc.constantFrom<Language>("en", "de", "fr", "es"),
      (parts, language) => {
        const { text, phrases } = readTimes(parts.join(" "), context(language));
        for (const { from, to } of phrases) expect(from >= 0 && from < to && to <= text.length).toBe(true);
      },
    ),
  );
});
