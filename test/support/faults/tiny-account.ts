/** What lies in the account of a case, and what changes in it between two polls: little, and one of each kind. */
import { after, before, type Instant, utc, type Zone } from "../../../src/domain/time.ts";
import type { NewEvent } from "../../../src/sandbox/cloud/calendars.ts";
import type { Content } from "../../../src/sandbox/cloud/content.ts";
import type { Mark, Place } from "../../../src/sandbox/cloud/mailbox.ts";
import { occurrenceId } from "../../../src/sandbox/cloud/occurrence-id.ts";
import type { Known } from "./fault-world.ts";

const paris = "Europe/Paris" as Zone;

type Put = { place: Place; days?: number; marks?: readonly Mark[] };

export function putMessage({ mine, clock }: Known, id: string, { place, days = 0, marks = [] }: Put): string {
  const at = before(clock.now(), { days });
  const [from, to] = place === "sent" ? [mine.address, "priya@acme.example"] : ["priya@acme.example", mine.address];
  return mine.mailbox.add({ content: letter({ id, at, from, to, subject: `About ${id}` }), place, marks, at }).id;
}

export const letter = (of: { id: string; at: Instant; from: string; to: string; subject: string }): Content => ({
  kind: "letter",
  letter: {
    id: `${of.id}@mail.example`,
    at: of.at,
    zone: utc,
    from: { address: of.from },
    to: [{ address: of.to }],
    subject: of.subject,
    said: "Hello",
    text: "Hello",
    references: [],
    labels: [],
    encoding: "8bit",
  },
});

export function fillMail(one: Known): void {
  putMessage(one, "sent-long-ago", { place: "sent", days: 300 });
  putMessage(one, "sent-later", { place: "sent", days: 40 });
  putMessage(one, "answer", { place: "inbox", days: 8 });
  putMessage(one, "offer", { place: "inbox", days: 7, marks: ["category_promotions"] });
  putMessage(one, "lottery", { place: "spam", days: 6 });
  putMessage(one, "mistaken", { place: "spam", days: 5 });
  putMessage(one, "question", { place: "inbox", days: 4 });
  putMessage(one, "filed", { place: "archive", days: 3 });
}

export function changeMail(one: Known): void {
  const { mine, clock } = one;
  const find = (id: string) => mine.mailbox.findByMessageId(`${id}@mail.example`)!.id;
  mine.mailbox.move(find("mistaken"), { place: "inbox", marks: ["rescued"] }, clock.now());
  mine.mailbox.move(find("answer"), { place: "trash" }, clock.now());
  putMessage(one, "news", { place: "inbox" });
  putMessage(one, "sent-now", { place: "sent" });
  // Filed by a rule, and by hand before anybody looked.
  putMessage(one, "filed-by-rule", { place: "archive" });
  putMessage(one, "filed-at-once", { place: "inbox" });
  mine.mailbox.move(find("filed-at-once"), { place: "archive" }, clock.now());
}

/** Ids as Google wants them: its own letters, five or more. */
const single = (id: string, startsAt: Instant, more: Partial<NewEvent> = {}): NewEvent => ({
  id: id.padEnd(8, "0"),
  uid: `${id}@nordlys.example`,
  sequence: 0,
  title: id,
  time: { kind: "timed", startsAt, endsAt: after(startsAt, { hours: 1 }), zone: paris },
  status: "confirmed",
  shows: "busy",
  attendees: [],
  properties: {},
  ...more,
});

/** Noon in Paris of a coming day, in winter or summer. */
const noon = ({ clock }: Known, days: number): Instant =>
  `${after(clock.now(), { days }).slice(0, 10)}T11:00:00.000Z` as Instant;

function standing(one: Known) {
  const lunch = single("lunch", noon(one, 3));
  const review = single("review", noon(one, 4), {
    recurrence: { rules: ["FREQ=DAILY;INTERVAL=2;COUNT=5"], extra: [], excluded: [] },
  });
  const retreat = single("retreat", noon(one, 10));
  const demo = single("demo", noon(one, 5));
  return { lunch, review, retreat, demo };
}

/** One time of a series at another one. */
const occurrence = (series: NewEvent, key: Instant, at: Instant): NewEvent => {
  const { recurrence: _, ...rest } = series;
  const time = { kind: "timed", startsAt: at, endsAt: after(at, { hours: 1 }), zone: paris } as const;
  return { ...rest, id: occurrenceId(series.id, key), seriesId: series.id, occurrence: key, time, sequence: 1 };
};

export function fillDiary(one: Known): void {
  const { mine, clock } = one;
  const { calendars } = mine;
  const { lunch, review, retreat, demo } = standing(one);
  const second = { id: "team", name: "Team", isMain: false, isShown: true, role: "owner", zone: paris } as const;
  calendars.putCalendar(second, clock.now());
  for (const event of [lunch, review, retreat]) calendars.put(calendars.main.id, event, clock.now());
  const moved = occurrence(review, noon(one, 6), after(noon(one, 6), { hours: 3 }));
  calendars.put(calendars.main.id, moved, clock.now());
  calendars.put("team", demo, clock.now());
}

export function changeDiary(one: Known): void {
  const { mine, clock } = one;
  const { calendars } = mine;
  const main = calendars.main.id;
  const now = clock.now();
  const stood = (calendar: string, title: string) =>
    calendars.events(calendar).find((event) => event.title === title && event.seriesId === undefined)!;
  const moveTo = (calendar: string, title: string, hours: number) => {
    const event = stood(calendar, title);
    if (event.time.kind !== "timed") throw new Error("no time");
    const startsAt = after(event.time.startsAt, { hours });
    const time = { ...event.time, startsAt, endsAt: after(startsAt, { hours: 1 }) };
    calendars.put(calendar, { ...event, time, sequence: event.sequence + 1 }, now);
  };
  moveTo(main, "lunch", 2);
  moveTo("team", "demo", 1);
  calendars.cancel(main, stood(main, "retreat").id, now);
  calendars.put(main, single("callback", noon(one, 12)), now);
  const review = stood(main, "review");
  const [, , third] = calendars
    .occurrences(main, { from: now, to: after(now, { days: 60 }) })
    .filter(({ event }) => event.title === "review");
  if (third !== undefined)
    calendars.put(main, { ...occurrence(review, third.startsAt, third.startsAt), status: "cancelled" }, now);
}

const person = (name: string) => ({
  name,
  addresses: [`${name.toLowerCase().replace(" ", ".")}@acme.example`],
  phones: [],
  links: [],
});

export function fillBook({ mine, clock }: Known): void {
  for (const name of ["Priya Nair", "Sam Otieno", "Noor Haddad"])
    mine.book.add({ kind: "contact", card: person(name) }, clock.now());
  mine.book.add({ kind: "other", card: person("Tom Lind") }, clock.now());
}

export function changeBook({ mine, clock }: Known): void {
  const named = (name: string) => mine.book.contacts("contact").find(({ card }) => card.name === name)!;
  mine.book.remove(named("Sam Otieno").id, clock.now());
  const noor = named("Noor Haddad");
  mine.book.change(noor.id, { card: { ...noor.card, name: "Noor Haddad-Berg" } }, clock.now());
  mine.book.add({ kind: "contact", card: person("Elio Farkas") }, clock.now());
}
