/** Words around a day that open it to one side, or set it apart: "before Friday", "from Tuesday on", "except Monday". */
import type { Language } from "../mail/language.ts";
import { addDays, type PlainDate } from "../time.ts";
import type { ClockSpan, DaySpan, TimeContext, TimePhrase } from "./time-spans.ts";

type Words = {
  /** The days behind the named one, without it. */
  after: string;
  /** It and the days behind it. */
  from: string;
  /** The days ahead of the named one, without it. */
  before: string;
  /** The days up to it, and it. */
  until: string;
  /** May stand between those and the day. */
  between: string;
  /** Behind the day. */
  onwards: string;
  atLatest: string;
  except: string;
};
const openWords: Readonly<Record<Language, Words>> = {
  en: {
    after: "after|later than",
    from: "from|as of|starting(?: from)?|since|beginning|not before|no earlier than|not earlier than|on or after",
    before: "before|earlier than|prior to|ahead of|not as late as",
    until: "until|till|by|up to|no later than|not later than|not after|through|at the latest",
    between: "on|at|the|next|this|that",
    onwards: "onwards?|or later|(?:or|and) after(?! \\d)|and later|at the earliest|or beyond",
    atLatest: "at the latest|or earlier|or before|or sooner",
    except:
      "(?:any|every|each|most|all|other)(?: (?:day|time|week|weekday|days))?(?: (?:next|this|that|of the) week)? but|anyday but|any ?time but|except(?: for)?|excluding|apart from|other than|aside from|instead of|rather than",
  },
  de: {
    after: "nach",
    from: "ab|von|seit|frühestens|nicht vor|erst(?: ab| am)?",
    before: "vor",
    until: "bis|spätestens|bis spätestens|nicht nach",
    between: "am|zum|dem|den|der|einschließlich|zu",
    onwards: "oder später|frühestens|an",
    atLatest: "spätestens|oder früher",
    except: "außer|ausser|bis auf|mit ausnahme von|nur nicht|statt|anstatt|anstelle von",
  },
  fr: {
    after: "après",
    from: "[àa] partir(?: de| du)?|dès|depuis|pas avant|à compter(?: de| du)?|au plus tôt",
    before: "avant",
    until: "jusqu'(?:à|au|en)?|d'ici(?: à| au)?|pas après|au plus tard",
    between: "le|la|au|à|de|du|ce",
    onwards: "ou plus tard|ou après|au plus tôt",
    atLatest: "au plus tard|ou avant",
    except: "sauf|excepté|hormis|hors|à l'exception (?:de|du)|à part|au lieu (?:de|du)|plutôt que",
  },
  es: {
    after: "despu[ée]s(?: del?)?|tras",
    from: "a partir(?: del?)?|desde|no antes(?: del?)?|como pronto",
    before: "antes(?: del?)?",
    until: "hasta|no después(?: del?)?|no más tarde(?: del?)?|como tarde|a más tardar",
    between: "el|la|los|este|esta|de",
    onwards: "en adelante|o después|o más tarde|como pronto",
    atLatest: "como tarde|a más tardar|o antes",
    except: "excepto|salvo|menos|a excepción (?:de|del)|quitando|en vez del?|en lugar del?",
  },
};

/** How far a day with an open end is followed. */
const openDays = 30;
/** How much of the text before a day is looked at. */
const leadMax = 60;

type Sides = { ahead: RegExp; behind: RegExp; except: RegExp };
const compile = ({ after, from, before, until, between, onwards, atLatest, except }: Words): Sides => ({
  ahead: new RegExp(
    `(?<![\\p{L}])(?:(?<until>${until})|(?<from>${from})|(?<after>${after})|(?<before>${before}))(?: (?:${between})){0,3}(?: |(?<='))$`,
    "u",
  ),
  behind: new RegExp(`^,? (?:(?<from>${onwards})|(?<until>${atLatest}))(?![\\p{L}])`, "u"),
  except: new RegExp(`(?<![\\p{L}])(?:${except})(?: (?:for|${between})){0,3} $`, "u"),
});
const sides: Readonly<Record<Language, Sides>> = {
  en: compile(openWords.en),
  de: compile(openWords.de),
  fr: compile(openWords.fr),
  es: compile(openWords.es),
};

/**
 * "Before Friday" ends on Thursday, "by Friday" on Friday; "after the 20th" begins on the 21st, "from the 20th" on it. What
 * is vague itself has no such edge: "before the end of March" goes up to it.
 */
export function opened(phrase: TimePhrase, text: string, { language, writtenOn }: TimeContext): TimePhrase {
  const [span] = phrase.days ?? [];
  if (span === undefined || phrase.everyWeekday !== undefined) return phrase;
  const { ahead, behind } = sides[language];
  const lead = ahead.exec(text.slice(Math.max(0, phrase.from - leadMax), phrase.from));
  const tail = behind.exec(text.slice(phrase.to, phrase.to + leadMax));
  const words = lead?.groups ?? tail?.groups;
  if (words === undefined) return phrase;
  const isAfter = (words.from ?? words.after) !== undefined;
  const wide = {
    from: lead === null ? phrase.from : phrase.from - lead[0].length,
    to: lead === null && tail !== null ? phrase.to + tail[0].length : phrase.to,
  };
  if (phrase.clock !== undefined) return { ...phrase, ...wide, clock: openedClock(phrase.clock, isAfter) };
  const readings = (phrase.days ?? []).map(
    (named): DaySpan =>
      isAfter
        ? startingOn(words.after === undefined || phrase.approximate ? named.first : addDays(named.last, 1))
        : endingOn(words.before === undefined || phrase.approximate ? named.last : addDays(named.first, -1), writtenOn),
  );
  return {
    ...phrase,
    ...wide,
    days: readings,
    openSide: isAfter ? "after" : "before",
    isStretch: true,
    isBareWeekday: false,
  };
}
/** "By Friday 5pm": the hour is the end, and the day stays. */
function openedClock(clock: ClockSpan, isAfter: boolean): ClockSpan {
  const [minute] = clock.kind === "at" ? clock.minutes : [];
  return minute === undefined ? clock : isAfter ? { kind: "from", minute } : { kind: "until", minute };
}
const startingOn = (first: PlainDate): DaySpan => ({ first, last: addDays(first, openDays) });
const endingOn = (last: PlainDate, writtenOn: PlainDate): DaySpan => ({
  first: last < writtenOn ? last : writtenOn,
  last,
});

/** "Any day but Friday": the words for it belong to the day, and what they deny is nothing else. */
export function excluded(phrase: TimePhrase, text: string, language: Language): TimePhrase {
  if (phrase.openSide !== undefined) return phrase;
  const lead = sides[language].except.exec(text.slice(Math.max(0, phrase.from - leadMax), phrase.from));
  return lead === null ? phrase : { ...phrase, from: phrase.from - lead[0].length, isExcluded: true };
}
