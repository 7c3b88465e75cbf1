/** Names of months and weekdays in the languages that mail comes in, and the days that a text names with them. */
import { addDays, daysBetween, type PlainDate, parseDay, weekdayOf } from "../time.ts";

/** January first, a line a language; a slash parts spellings. */
const monthNames = `
january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec
januar/jänner/jan februar/feber/feb märz/maerz/mrz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez
janvier/janv février/fevrier/févr/fevr mars avril/avr mai juin juillet/juil août/aout septembre/sept octobre/oct novembre/nov décembre/decembre/déc
enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic
gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic
janeiro/jan fevereiro/fev março/marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez
januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt november/nov december/dec
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts/mars april maj/mai juni juli august september oktober november december/desember
stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień
ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec
января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь
ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept octombrie/oct noiembrie/nov decembrie/dec
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου/μαίου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
január/jan február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug szeptember/szept október/okt november/nov december/dec
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta`;

/** Monday first. */
const weekdayNames = `
monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun
montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo
lunedì/lunedi martedì/martedi mercoledì/mercoledi giovedì/giovedi venerdì/venerdi sabato domenica
segunda-feira/segunda terça-feira/terça quarta-feira/quarta quinta-feira/quinta sexta-feira/sexta sábado domingo
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
måndag tisdag onsdag torsdag fredag lördag söndag
mandag tirsdag onsdag torsdag fredag lørdag søndag
poniedziałek/poniedziałku wtorek/wtorku środa/środę/środy czwartek/czwartku piątek/piątku sobota/sobotę niedziela/niedzielę
понедельник/понедельника вторник/вторника среда/среды четверг/четверга пятница/пятницы суббота воскресенье`;

function numbered(table: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const line of table.trim().split("\n")) {
    for (const [at, names] of line.split(" ").entries()) for (const name of names.split("/")) numbers.set(name, at + 1);
  }
  return numbers;
}

/** 1 is January. */
export const monthNumbers = numbered(monthNames);
/** 1 is Monday. */
export const weekdayNumbers = numbered(weekdayNames);

export type NamedDay = {
  day: PlainDate;
  /** Where it stands in the text. */
  from: number;
  to: number;
};

export type DayContext = {
  /** The day on which the text was written. */
  writtenOn: PlainDate;
  /** 03/12 is 12 March where months are written first, else 3 December. */
  monthFirst: boolean;
};

const name = "\\p{L}[\\p{L}-]{1,13}";
const dayNames = new RegExp(
  [
    `(?<iso>\\d{4}-\\d{2}-\\d{2})`,
    // "2027. február 22.", as Hungarians write it.
    `(?<year3>20\\d{2})\\. (?<month3>${name})\\.? (?<day3>\\d{1,2})(?!\\d)\\.?`,
    `(?<numbers>\\d{1,2}[./]\\d{1,2}(?:[./](?:\\d{4}|\\d{2}))?)(?![\\d:])\\.?`,
    `(?<day1>\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.|:a|:e)?(?: (?:of|de|del|d'|the))? (?<month1>${name})\\.?,?(?: (?:de |del )?(?<year1>20\\d{2}))?`,
    `(?<month2>${name})\\.? (?:the )?(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|:)(?:,? (?<year2>20\\d{2}))?`,
    `(?<weekday>${name})`,
  ].join("|"),
  "giu",
);

/** The days that a text names, in the order they stand; a day without a year is the next one, counted from two months back. */
export function daysNamed(text: string, { writtenOn, monthFirst }: DayContext): NamedDay[] {
  const days: (NamedDay & { isWeekday: boolean })[] = [];
  dayNames.lastIndex = 0;
  for (let found = dayNames.exec(text); found !== null && days.length < 20; found = dayNames.exec(text)) {
    const { iso, numbers, day1, month1, year1, month2, day2, year2, year3, month3, day3, weekday } = found.groups ?? {};
    let day: PlainDate | undefined;
    let to = found.index + found[0].length;
    if (iso !== undefined) day = parseDay(iso);
    else if (day3 !== undefined) day = dayOf(day3, monthNumbers.get((month3 ?? "").toLowerCase()), year3, writtenOn);
    else if (numbers !== undefined) day = fromNumbers(numbers, writtenOn, monthFirst);
    else if (day1 !== undefined) day = dayOf(day1, monthNumbers.get((month1 ?? "").toLowerCase()), year1, writtenOn);
    else if (day2 !== undefined) day = dayOf(day2, monthNumbers.get((month2 ?? "").toLowerCase()), year2, writtenOn);
    else if (weekday !== undefined) day = nextWeekday(weekday, writtenOn);
    if (day === undefined) {
      // Not a day after all: go on behind its first word.
      const first = /^[\p{L}-]+|^\d+[./]?/u.exec(found[0])?.[0].length ?? 1;
      to = found.index + first;
      dayNames.lastIndex = to;
      continue;
    }
    days.push({ day, from: found.index, to, isWeekday: weekday !== undefined });
  }
  // "Monday, 7 December" names one day: the date behind the weekday.
  return days.filter(
    ({ isWeekday, to }, at) =>
      !(isWeekday && (days[at + 1]?.from ?? Number.POSITIVE_INFINITY) - to <= dateBehindWeekday),
  );
}

/** Most characters between a weekday and its date: "Montag, den 7. Dezember". */
const dateBehindWeekday = 8;

function fromNumbers(numbers: string, writtenOn: PlainDate, monthFirst: boolean): PlainDate | undefined {
  const [one = "", other = "", year] = numbers.split(/[./]/);
  const dotted = numbers.includes(".");
  const isMonthFirst = (monthFirst && !dotted && Number(one) <= 12) || Number(other) > 12;
  const [day, month] = isMonthFirst ? [other, one] : [one, other];
  return dayOf(day, Number(month), year?.length === 2 ? `20${year}` : year, writtenOn);
}

function dayOf(
  day: string,
  month: number | undefined,
  year: string | undefined,
  writtenOn: PlainDate,
): PlainDate | undefined {
  if (month === undefined || month < 1 || month > 12) return undefined;
  const inYear = (wanted: number) =>
    parseDay(`${wanted}-${String(month).padStart(2, "0")}-${String(Number(day)).padStart(2, "0")}`);
  if (year !== undefined && year !== "") return inYear(Number(year));
  const thisYear = Number(writtenOn.slice(0, 4));
  const here = inYear(thisYear);
  return here !== undefined && daysBetween(here, writtenOn) > 60 ? inYear(thisYear + 1) : here;
}

/** "Tomorrow" in the languages whose word for it is not the morning's, too. */
const tomorrows: ReadonlySet<string> = new Set([
  "tomorrow",
  "demain",
  "domani",
  "amanhã",
  "imorgon",
  "jutro",
  "zítra",
  "завтра",
]);

function nextWeekday(word: string, writtenOn: PlainDate): PlainDate | undefined {
  if (tomorrows.has(word.toLowerCase())) return addDays(writtenOn, 1);
  // With a capital it is the noun, which greets.
  if (word === "morgen") return addDays(writtenOn, 1);
  const weekday = weekdayNumbers.get(word.toLowerCase());
  if (weekday === undefined || (word.length <= 3 && word === word.toLowerCase())) return undefined;
  const ahead = (weekday - weekdayOf(writtenOn) + 7) % 7;
  return addDays(writtenOn, ahead === 0 ? 7 : ahead);
}
