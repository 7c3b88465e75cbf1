/** Two years of the owner's calendar and six weeks ahead: who was met, where, and everything else that fills days. */
import type { Address } from "../domain/mail/message.ts";
import { addDays, daysBetween, isWeekend, type PlainDate, weekdayOf } from "../domain/time.ts";
import { addressThen } from "./correspondence.ts";
import { machines } from "./machines.ts";
import {
  accepts,
  berlin,
  colleagues,
  type Language,
  london,
  nameOf,
  owner,
  type Persona,
  paris,
  people,
  rooms,
  type Town,
  teamAddress,
} from "./people.ts";
import { type Chance, chance, hashOf } from "./random.ts";
import { storyMeetings } from "./story.ts";
import { type Guest, type Meeting, sampleAheadDays, sampleDays, weekdayBefore } from "./world.ts";

/** The whole calendar, in order of first days. */
export function diary(seed: number, lastDay: PlainDate): Meeting[] {
  const taken = new Taken(lastDay);
  const story = storyMeetings(lastDay);
  for (const meeting of story) taken.add(meeting);
  const days = wholeDays(lastDay);
  for (const meeting of days) if (meeting.shows === "OOF" || meeting.time.kind === "timed") taken.add(meeting);
  const standing = series(seed, lastDay);
  for (const { rule, time } of standing) if (rule !== undefined && time.kind === "timed") taken.everyWeekFrom(time);
  const made = [
    ...withPeople(seed, lastDay, taken),
    ...ahead(seed, lastDay, taken),
    ...withClients(seed, lastDay, taken),
    ...inTheFirm(seed, lastDay, taken),
    ...alone(seed, lastDay, taken),
    ...crowds(seed, lastDay),
    ...unasked(seed, lastDay),
  ];
  return [...story, ...days, ...standing, ...made].toSorted(
    (one, other) => compare(firstDayOf(one), firstDayOf(other)) || compare(one.uid, other.uid),
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
export const firstDayOf = ({ time }: Meeting): PlainDate => (time.kind === "timed" ? time.day : time.firstDay);

const me: Guest = { address: owner.address, name: owner.name, response: "ACCEPTED" };
const organiser = { address: owner.address, name: owner.name };
const room = (number: number): Guest => ({ ...(rooms[number] as Guest), response: "ACCEPTED", room: true });
const bot: Guest = {
  address: (machines.find(({ address }) => address.startsWith("meet-bot@")) as { address: Address }).address,
  name: "Notetaker",
  response: "ACCEPTED",
};
export const uidOf = (...purpose: readonly string[]) =>
  `${hashOf(purpose.join("/")).toString(36)}${hashOf(`2/${purpose.join("/")}`).toString(36)}@nordlys.example`;

/** Which minutes of which days are spoken for, so that meetings do not lie on each other. */
class Taken {
  readonly #byDay = new Map<PlainDate, { from: number; to: number }[]>();
  readonly #weekly: { weekday: number; from: number; to: number }[] = [];
  readonly #lastDay: PlainDate;

  constructor(lastDay: PlainDate) {
    this.#lastDay = lastDay;
  }

  add({ time }: Pick<Meeting, "time">): void {
    if (time.kind === "timed") this.#block(time.day, time.startMinute, time.startMinute + time.lengthMinutes);
    else for (let day = time.firstDay; day <= time.lastDay; day = addDays(day, 1)) this.#block(day, 0, 24 * 60);
  }

  #block(day: PlainDate, from: number, to: number): void {
    this.#byDay.set(day, [...(this.#byDay.get(day) ?? []), { from, to }]);
  }

  everyWeekFrom({
    day,
    startMinute,
    lengthMinutes,
  }: {
    day: PlainDate;
    startMinute: number;
    lengthMinutes: number;
  }): void {
    this.#weekly.push({ weekday: weekdayOf(day), from: startMinute, to: startMinute + lengthMinutes });
  }

  /** The first of the drawn starts at which nothing lies, taken at once; undefined when the day is full. */
  place(day: PlainDate, starts: readonly number[], lengthMinutes: number): number | undefined {
    const start = starts.find((from) => !this.#lies(day, from, from + lengthMinutes));
    if (start !== undefined)
      this.add({ time: { kind: "timed", zone: paris.zone, day, startMinute: start, lengthMinutes } });
    return start;
  }

  #lies(day: PlainDate, from: number, to: number): boolean {
    const busy = [...(this.#byDay.get(day) ?? []), ...this.#weekly.filter(({ weekday }) => weekday === weekdayOf(day))];
    if (Math.abs(daysBetween(day, this.#lastDay)) <= 7) busy.push(...keptFree);
    return busy.some((other) => from < other.to && other.from < to);
  }
}

/** Hours of the last days in which the two encounters of "yesterday" may come to lie, on any weekday (see move-dates.ts). */
const keptFree = [
  { from: 10 * 60 + 15, to: 11 * 60 + 30 },
  { from: 18 * 60 + 15, to: 21 * 60 + 15 },
];

const starts = [
  9 * 60 + 15,
  10 * 60,
  11 * 60,
  11 * 60 + 30,
  14 * 60,
  14 * 60 + 45,
  15 * 60,
  15 * 60 + 30,
  16 * 60,
  17 * 60,
  17 * 60 + 30,
];
const daysPerMonth = 30.4;

type Kind = "coffee" | "lunch" | "call" | "video" | "office";
const lengthOf: Record<Kind, number> = { coffee: 45, lunch: 75, call: 20, video: 30, office: 60 };
const titles: Record<Kind, Record<Language, readonly string[]>> = {
  coffee: {
    en: ["Coffee with {them}", "Coffee: {them} / Mara", "Catch-up {them}"],
    fr: ["Café avec {them}", "Café {them}"],
    de: ["Kaffee mit {them}"],
    es: ["Café con {them}"],
  },
  lunch: {
    en: ["Lunch with {them}", "Lunch {them}"],
    fr: ["Déjeuner avec {them}", "Déj {them}"],
    de: ["Mittagessen mit {them}"],
    es: ["Comida con {them}"],
  },
  call: {
    en: ["Call {them}", "Phone: {them}"],
    fr: ["Appel {them}", "Tél. {them}"],
    de: ["Telefonat {them}"],
    es: ["Llamada {them}"],
  },
  video: {
    en: ["{them} / Mara", "{company} / Nordlys", "Check-in {them}"],
    fr: ["Point {them}", "Visio {company}"],
    de: ["Abstimmung {company}", "Jour fixe {them}"],
    es: ["Seguimiento {company}", "Videollamada {them}"],
  },
  office: {
    en: ["Review at {company}"],
    fr: ["Point projet {company}"],
    de: ["Besprechung {company}"],
    es: ["Reunión {company}"],
  },
};
const cafes = [
  "Café Lignes, 14 rue des Martyrs",
  "Café Tournesol, Paris 9e",
  "Le Petit Comptoir, rue Lamartine",
  "Maison Bise, quai de Valmy",
];
const tables = ["Brasserie Martin", "Le Petit Zinc", "Chez Odile, rue Cadet", "Cantine des Arts"];

/** The first meeting with each person, and the later ones by habit. */
function withPeople(seed: number, lastDay: PlainDate, taken: Taken): Meeting[] {
  return people.flatMap((persona) => {
    if (persona.habits.meetingsPerMonth === 0) return [];
    const { knownForDays, silentForDays } = persona;
    const later = Math.round((persona.habits.meetingsPerMonth * (knownForDays - silentForDays)) / daysPerMonth);
    const meet = (which: string, daysAgo: (draw: Chance) => number, first?: Persona["met"]) => {
      const draw = chance(seed, "meet", persona.key, which);
      return meetingWith({ persona, which, daysAgo: daysAgo(draw), lastDay, draw, taken, first });
    };
    const others = Array.from({ length: later }, (_, number) =>
      meet(String(number), (draw) => draw.whole(silentForDays + 2, knownForDays - 20)),
    );
    return [meet("first", () => knownForDays, persona.met), ...others].filter((meeting) => meeting !== undefined);
  });
}

type MeetingPlan = {
  persona: Persona;
  which: string;
  daysAgo: number;
  lastDay: PlainDate;
  draw: Chance;
  taken: Taken;
  /** How the first meeting is called and where it was. */
  first: Persona["met"] | undefined;
};

/** A one-to-one on that day, or nothing when the day is full. */
function meetingWith({ persona, which, daysAgo, lastDay, draw, taken, first }: MeetingPlan): Meeting | undefined {
  const day = weekdayBefore(lastDay, daysAgo);
  const kind = first !== undefined ? (first.place === undefined ? "video" : "coffee") : kindFor(persona.town, draw);
  const hours =
    kind === "lunch" ? [12 * 60 + 30, 12 * 60 + 45] : draw.some(starts, first === undefined ? 5 : starts.length);
  const startMinute = taken.place(day, hours, lengthOf[kind]);
  if (startMinute === undefined) return undefined;
  const address = addressThen(persona, daysAgo, draw);
  const them: Guest = {
    address,
    name: nameOf(persona),
    response: first !== undefined || accepts(persona.habits, draw.number()) ? "ACCEPTED" : "DECLINED",
  };
  const cancelled = first === undefined && (them.response === "DECLINED" || draw.happens(0.06));
  const theirs = first === undefined && draw.happens(0.4);
  const title = first?.title ?? fillTitle(draw.pick(titles[kind][persona.language]), persona);
  const place = first !== undefined ? first.place : placeFor(kind, persona, draw);
  return {
    uid: uidOf("meet", persona.key, which),
    calendar: "work",
    title,
    ...(place !== undefined && { place }),
    ...(kind === "video" && {
      link: `https://meet.nordlys.example/${hashOf(`${persona.key}${daysAgo}`).toString(36)}`,
    }),
    ...(draw.happens(0.3) && { description: draw.pick(descriptions) }),
    time: { kind: "timed", zone: paris.zone, day, startMinute, lengthMinutes: lengthOf[kind] },
    organiser: theirs ? { address, name: nameOf(persona) } : organiser,
    guests: [me, them, ...(kind === "video" && draw.happens(0.2) ? [bot] : [])],
    status: cancelled ? "CANCELLED" : "CONFIRMED",
    enteredDaysBefore: draw.whole(2, 16),
  };
}

const descriptions = [
  "Agenda: where we stand, what hurts, what next.",
  "I will bring the printouts.",
  "Ask for the table at the back, it is quieter.",
  "Dial-in as usual. Ring me if it fails.",
  "30 minutes are enough, I have a train.",
];

function kindFor(town: Town, draw: Chance): Kind {
  if (town === paris) return draw.pick(["coffee", "coffee", "lunch", "call", "office", "video"]);
  return draw.pick(["video", "video", "call", "office"]);
}

function placeFor(kind: Kind, persona: Persona, draw: Chance): string | undefined {
  if (kind === "coffee") return draw.pick(cafes);
  if (kind === "lunch") return draw.pick(tables);
  if (kind === "office") return persona.town === paris ? `${persona.company}, Paris` : "Nordlys, 3rd floor";
  return undefined;
}

const fillTitle = (title: string, persona: Persona) =>
  title
    .replace("{them}", calledBy(persona))
    .replace("{company}", persona.company === "" ? persona.given : persona.company);
const calledBy = ({ given, family, language }: Persona) => (language === "en" ? given : `${given} ${family}`);

/** The next six weeks: known people, at hours that differ from day to day. */
function ahead(seed: number, lastDay: PlainDate, taken: Taken): Meeting[] {
  const regular = people.filter(({ part, habits }) => part === "regular" && habits.meetingsPerMonth > 0);
  return Array.from({ length: sampleAheadDays }, (_, index) => {
    const day = addDays(lastDay, index + 1);
    if (isWeekend(day)) return [];
    const draw = chance(seed, "ahead", String(index));
    return draw.some(regular, draw.pick([0, 1, 1, 2, 2, 3])).flatMap((persona) => {
      const kind = kindFor(persona.town, draw);
      const startMinute = taken.place(day, kind === "lunch" ? [12 * 60 + 30] : draw.some(starts, 6), lengthOf[kind]);
      if (startMinute === undefined) return [];
      const title = fillTitle(draw.pick(titles[kind][persona.language]), persona);
      const place = placeFor(kind, persona, draw);
      const tentative = draw.happens(0.2);
      return [
        {
          uid: uidOf("ahead", String(index), persona.key),
          calendar: "work",
          title,
          ...(place !== undefined && { place }),
          time: { kind: "timed", zone: paris.zone, day, startMinute, lengthMinutes: lengthOf[kind] },
          organiser,
          guests: [
            me,
            { address: persona.addresses[0], name: nameOf(persona), response: tentative ? "NEEDS-ACTION" : "ACCEPTED" },
          ],
          status: tentative ? "TENTATIVE" : "CONFIRMED",
          ...(tentative && { shows: "TENTATIVE" }),
          enteredDaysBefore: index + 9,
        } satisfies Meeting,
      ];
    });
  }).flat();
}

const workshops = [
  "Steering committee {company}",
  "Workshop {company}",
  "{company}: interim results",
  "Project meeting {company}",
];

/** Project meetings with several people of one client and a colleague. */
function withClients(seed: number, lastDay: PlainDate, taken: Taken): Meeting[] {
  const clients = ["Groupe Verrier", "Castlemere Bank", "Windkraft Nord"];
  return Array.from({ length: 66 }, (_, number) => {
    const draw = chance(seed, "client", String(number));
    const company = draw.pick(clients);
    const theirs = people.filter((persona) => persona.company === company);
    const day = weekdayBefore(lastDay, draw.whole(8, 520));
    const lengthMinutes = draw.pick([60, 90]);
    const startMinute = taken.place(day, draw.some(starts, 5), lengthMinutes);
    if (startMinute === undefined) return [];
    const colleague = draw.pick(colleagues.slice(0, 3));
    return [
      {
        uid: uidOf("client", String(number)),
        calendar: "work",
        title: draw.pick(workshops).replace("{company}", company),
        time: { kind: "timed", zone: paris.zone, day, startMinute, lengthMinutes },
        organiser,
        guests: [
          me,
          ...theirs.map(
            (persona) => ({ address: persona.addresses[0], name: nameOf(persona), response: "ACCEPTED" }) as const,
          ),
          { address: colleague.address, name: colleague.name, response: "ACCEPTED" },
          ...(draw.happens(0.5) ? [room(1)] : []),
        ],
        status: draw.happens(0.05) ? "CANCELLED" : "CONFIRMED",
        enteredDaysBefore: draw.whole(5, 25),
      } satisfies Meeting,
    ];
  }).flat();
}

const innerTitles = [
  "Prep client visit",
  "Offer review",
  "Salary talks",
  "Budget",
  "Debrief",
  "Hiring: second round",
  "New web site",
  "Training afternoon",
  "Retro",
];

function inTheFirm(seed: number, lastDay: PlainDate, taken: Taken): Meeting[] {
  return Array.from({ length: 190 }, (_, number) => {
    const draw = chance(seed, "inside", String(number));
    const day = weekdayBefore(lastDay, draw.whole(1, sampleDays - 5));
    const lengthMinutes = draw.pick([30, 30, 45, 60]);
    const startMinute = taken.place(day, draw.some(starts, 5), lengthMinutes);
    if (startMinute === undefined) return [];
    const with_ = draw.some(colleagues, draw.whole(1, 3));
    return [
      {
        uid: uidOf("inside", String(number)),
        calendar: "work",
        title: draw.pick(innerTitles),
        time: { kind: "timed", zone: paris.zone, day, startMinute, lengthMinutes },
        organiser: { address: with_[0]!.address, name: with_[0]!.name },
        guests: [
          me,
          ...with_.map(({ address, name }) => ({ address, name, response: "ACCEPTED" }) as const),
          ...(draw.happens(0.6) ? [room(draw.whole(0, 1))] : []),
        ],
        status: "CONFIRMED",
        enteredDaysBefore: draw.whole(1, 12),
      } satisfies Meeting,
    ];
  }).flat();
}

const soloTitles = [
  "Dentist",
  "Write proposal",
  "Expenses",
  "Physio",
  "Read board papers",
  "Bank",
  "Haircut",
  "School meeting",
  "Prepare talk",
  "Call the notary",
];

function alone(seed: number, lastDay: PlainDate, taken: Taken): Meeting[] {
  return Array.from({ length: 130 }, (_, number) => {
    const draw = chance(seed, "alone", String(number));
    const day = weekdayBefore(lastDay, draw.whole(-30, sampleDays - 4));
    const lengthMinutes = draw.pick([30, 45, 60, 90]);
    const startMinute = taken.place(day, draw.some(starts, 5), lengthMinutes);
    if (startMinute === undefined) return [];
    return [
      {
        uid: uidOf("alone", String(number)),
        calendar: "work",
        title: draw.pick(soloTitles),
        time: { kind: "timed", zone: paris.zone, day, startMinute, lengthMinutes },
        guests: [],
        status: "CONFIRMED",
        enteredDaysBefore: draw.whole(37, 50),
      } satisfies Meeting,
    ];
  }).flat();
}

/** What repeats: inside the firm, a group outside it, and the family's calendar. */
function series(seed: number, lastDay: PlainDate): Meeting[] {
  const firstMonday = mondayOf(addDays(lastDay, -sampleDays + 2));
  const everybody: Guest[] = colleagues.map(({ address, name }) => ({ address, name, response: "ACCEPTED" }));
  const weekly = (
    title: string,
    weekday: number,
    startMinute: number,
    lengthMinutes: number,
    more: Partial<Meeting> = {},
  ): Meeting => ({
    uid: uidOf("series", title),
    calendar: "work",
    title,
    time: { kind: "timed", zone: paris.zone, day: addDays(firstMonday, weekday - 1), startMinute, lengthMinutes },
    guests: [],
    status: "CONFIRMED",
    rule: "FREQ=WEEKLY",
    enteredDaysBefore: 10,
    ...more,
  });
  const circle: Guest[] = circleMembers.map(([name, address]) => ({ name, address, response: "ACCEPTED" }));
  const draw = chance(seed, "series");
  return [
    weekly("Team week start", 1, 9 * 60 + 15, 45, {
      organiser,
      guests: [me, ...everybody, room(0), { ...teamAddress, response: "NEEDS-ACTION" }],
      ...exceptions(addDays(firstMonday, 0), lastDay, 9 * 60 + 45, draw),
    }),
    weekly("1:1 Karim / Mara", 3, 14 * 60, 30, {
      rule: "FREQ=WEEKLY;INTERVAL=2",
      organiser: { address: "karim@nordlys.example", name: "Karim Benali" },
      guests: [me, { address: "karim@nordlys.example", name: "Karim Benali", response: "ACCEPTED" }],
    }),
    weekly("Pipeline review", 4, 16 * 60, 60, {
      organiser,
      guests: [me, ...everybody.slice(0, 2), room(1)],
      ...exceptions(addDays(firstMonday, 3), lastDay, 17 * 60, draw),
    }),
    weekly("Focus: writing", 3, 8 * 60 + 30, 90, { shows: "FOCUS" }),
    weekly("Team lunch", 5, 12 * 60 + 30, 60, {
      organiser: { address: "tove@nordlys.example", name: "Tove Nyström" },
      guests: [{ ...me, response: "TENTATIVE" }, ...everybody],
      shows: "TENTATIVE",
    }),
    weekly("Cercle Data Paris", 2, 18 * 60 + 30, 90, {
      rule: "FREQ=WEEKLY;INTERVAL=4",
      place: "Maison du Cercle, Paris 2e",
      organiser: { address: "bureau@cercle-data.example", name: "Cercle Data" },
      guests: [me, ...circle],
      time: {
        kind: "timed",
        zone: paris.zone,
        day: circleStart(lastDay),
        startMinute: 18 * 60 + 30,
        lengthMinutes: 90,
      },
    }),
    weekly("Piscine Nils", 3, 17 * 60 + 30, 60, { calendar: "family" }),
    weekly("Chorale", 4, 20 * 60, 120, { calendar: "family" }),
    {
      ...weekly("Home office", 5, 0, 0, {}),
      time: { kind: "all_day", firstDay: addDays(firstMonday, 4), lastDay: addDays(firstMonday, 4) },
      shows: "FREE",
    },
  ];
}

const circleMembers: readonly (readonly [string, string])[] = [
  ["Bérénice Caron", "berenice.caron@caron-expertise.example"],
  ["Yves Delorme", "yves@delorme-compta.example"],
  ["Salomé Kaplan", "salome.kaplan@atelier-k.example"],
  ["Gaël Riou", "gael.riou@riou-conseil.example"],
  ["Odile Petit", "odile.petit@notaires-petit.example"],
  ["Max Feuillet", "max.feuillet@imprimerie-f.example"],
  ["Irène Bost", "irene@bost-assurances.example"],
  ["Loïc Tanguy", "loic.tanguy@breizh-web.example"],
  ["Dalila Amrani", "dalila.amrani@amrani-rh.example"],
  ["Noé Ricard", "noe.ricard@studio-ricard.example"],
];
export const circleAddresses: readonly Address[] = circleMembers.map(([, address]) => address);

/** Tuesday two weeks before the last day, counted back in steps of four weeks: never in the last week. */
const circleStart = (lastDay: PlainDate): PlainDate => addDays(mondayOf(addDays(lastDay, -14)), 1 - 28 * 24);

const mondayOf = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day));

/** Some weeks fall out, some start at another time. */
function exceptions(
  first: PlainDate,
  lastDay: PlainDate,
  startMinute: number,
  draw: Chance,
): Pick<Meeting, "leftOut" | "changes"> {
  const days = Array.from({ length: Math.floor(daysBetween(first, lastDay) / 7) - 2 }, (_, week) =>
    addDays(first, 7 * (week + 1)),
  );
  const leftOut = days.filter(() => draw.happens(0.08));
  const changes = days
    .filter((day) => !leftOut.includes(day) && draw.happens(0.14))
    .map((day) => ({ day, startMinute }));
  return { leftOut, changes };
}

/** Holidays, days away and travel. All lie on fixed days around the last one. */
function wholeDays(lastDay: PlainDate): Meeting[] {
  const whole = (
    title: string,
    from: number,
    to: number,
    shows: "FREE" | "OOF" | undefined,
    calendar: "work" | "family" = "work",
  ): Meeting => ({
    uid: uidOf("whole", title, String(from)),
    calendar,
    title,
    time: { kind: "all_day", firstDay: addDays(lastDay, from), lastDay: addDays(lastDay, to) },
    guests: [],
    status: "CONFIRMED",
    ...(shows !== undefined && { shows }),
    enteredDaysBefore: 60,
  });
  const trip = (city: string, from: number, to: number, town: Town): Meeting[] => [
    whole(city, from, to, undefined),
    train(`Train to ${city}`, addDays(lastDay, from), 7 * 60 + 10, paris),
    train("Train home", addDays(lastDay, to), 17 * 60 + 30, town),
  ];
  return [
    ...[-697, -606, -515, -424, -333, -242, -151].map((from) => whole("Holiday", from, from + 8, "OOF")),
    whole("Holiday: Brittany", 31, 37, "OOF"),
    ...[-676, -571, -452, -298, -179, -95].flatMap((from) => trip("Berlin", from, from + 1, berlin)),
    ...[-641, -528, -396, -263, -144].flatMap((from) => trip("London", from, from + 1, london)),
    ...trip("Berlin", 10, 12, berlin),
    whole("Amélie off", 5, 6, "FREE"),
    whole("Tove: half days", 17, 18, "FREE"),
    ...["Papa", "Nils", "Léa", "Grand-mère"].map((who, index) => ({
      ...whole(`Anniversaire ${who}`, -700 + index * 80, -700 + index * 80, "FREE", "family"),
      rule: "FREQ=YEARLY",
    })),
    ...[-660, -480, -300, -120, 19].map((from) => whole("Vacances scolaires", from, from + 13, "FREE", "family")),
  ];
}

const train = (title: string, day: PlainDate, startMinute: number, town: Town): Meeting => ({
  uid: uidOf("train", title, day),
  calendar: "work",
  title,
  ...(town !== paris && { place: `${town.name}, main station` }),
  time: { kind: "timed", zone: town.zone, day, startMinute, lengthMinutes: 240 },
  guests: [],
  status: "CONFIRMED",
  enteredDaysBefore: 30,
});

/** Webinars and conferences with many guests, and evenings of which no list of guests exists. */
function crowds(seed: number, lastDay: PlainDate): Meeting[] {
  const webinars = Array.from({ length: 18 }, (_, number) =>
    webinar(number, weekdayBefore(lastDay, 12 + number * 38), chance(seed, "webinar", String(number))),
  );
  const evenings = [8, 90, 175, 260, 340, 430, 520, 610].map((daysAgo, index) => ({
    uid: uidOf("evening", String(index)),
    calendar: "work" as const,
    title: index % 2 === 0 ? "Meetup: Data Lyon" : "Soirée fondateurs",
    place: index % 2 === 0 ? "La Commune, Lyon" : "Le Hangar, Pantin",
    time: {
      kind: "timed" as const,
      zone: paris.zone,
      day: weekdayBefore(lastDay, daysAgo),
      startMinute: 18 * 60 + 45,
      lengthMinutes: 150,
    },
    guests: [],
    status: "CONFIRMED" as const,
    enteredDaysBefore: 20,
  }));
  return [...webinars, ...evenings];
}

export const webinarGuests = 40;

function webinar(number: number, day: PlainDate, draw: Chance): Meeting {
  const guests: Guest[] = Array.from({ length: webinarGuests - 1 }, (_, index) => ({
    address: `${draw.pick(crowdGiven)}.${draw.pick(crowdFamily)}${index}@guests${number}.example`,
    response: draw.pick(["ACCEPTED", "ACCEPTED", "NEEDS-ACTION", "TENTATIVE"]),
  }));
  return {
    uid: uidOf("webinar", String(number)),
    calendar: "work",
    title: draw.pick([
      "Webinar: data quality in practice",
      "Open hour: small teams",
      "Webinar: budgets that survive",
      "Town hall of the network",
    ]),
    link: `https://webinars.example/${number}`,
    time: { kind: "timed", zone: paris.zone, day, startMinute: 17 * 60, lengthMinutes: 60 },
    organiser: { address: "events@webinars.example", name: "Webinars" },
    guests: [me, ...guests],
    status: "CONFIRMED",
    enteredDaysBefore: 14,
  };
}

const crowdGiven = ["ana", "ben", "cleo", "dov", "eva", "finn", "gil", "hal", "ida", "jan", "kit", "liv"];
const crowdFamily = ["adler", "brook", "costa", "duval", "ekman", "fried", "greco", "hauser", "ivers", "jonsson"];

/** Invitations by strangers that were never answered. */
function unasked(seed: number, lastDay: PlainDate): Meeting[] {
  return Array.from({ length: 11 }, (_, number) => {
    const draw = chance(seed, "unasked", String(number));
    const from = { address: draw.pick(spammers), name: draw.pick(["Brent Calder", "Kevin Rocket", "Prize Desk"]) };
    return {
      uid: uidOf("unasked", String(number)),
      calendar: "work",
      title: draw.pick([
        "Grow your pipeline - 15 min",
        "URGENT: claim your voucher",
        "Intro call (last chance)",
        "Crypto masterclass",
      ]),
      description: "Click https://lucky-parcel.example/now to confirm.",
      time: {
        kind: "timed",
        zone: paris.zone,
        day: weekdayBefore(lastDay, draw.whole(9, 700)),
        startMinute: draw.pick([8 * 60, 13 * 60, 19 * 60]),
        lengthMinutes: 15,
      },
      organiser: from,
      guests: [
        { ...me, response: "NEEDS-ACTION" },
        { ...from, response: "ACCEPTED" },
      ],
      status: "CONFIRMED",
      enteredDaysBefore: 1,
    } satisfies Meeting;
  });
}
export const spammers: readonly Address[] = [
  "brent.calder@pipelinerush.example",
  "kevin@seo-rockets.example",
  "prizes@lucky-parcel.example",
];
