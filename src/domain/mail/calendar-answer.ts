/**
 * A calendar's own message (iTIP, RFC 5546, and what Google and Outlook make of it): an invitation, its update or
 * cancellation, an answer to one, or another time proposed. Only the fields that decide are read.
 */
import { normaliseAddress } from "../contact/address.ts";
import { type Instant, instantOf, parseDay, utc, type Zone } from "../time.ts";
import { millisOfWall } from "../wall-time.ts";
import { zoneNamed } from "../zones.ts";
import type { Address, MessageHeaders, MessageText } from "./message.ts";

export type CalendarMethod = "invitation" | "update" | "cancellation" | "answer" | "counter" | "counter_declined";
export type CalendarAnswer = "accepted" | "declined" | "tentative";

export type CalendarMessage = {
  method: CalendarMethod;
  /** Absent when only subject and headers tell what it is. */
  uid?: string;
  sequence?: number;
  /** The moment of writing, which orders messages of one sequence. */
  stampedAt?: Instant;
  /** Names one occurrence of a series, as written. */
  recurrenceId?: string;
  title?: string;
  /** Absent for whole days and for zones that nobody knows. Of a counter: the proposed time. */
  startsAt?: Instant;
  endsAt?: Instant;
  organizer?: Address;
  /** Of an answer or counter: who answers, and how. */
  attendee?: Address;
  answer?: CalendarAnswer;
  /** The answer comes from the mailbox of the attendee itself, or from one that acts for it (SENT-BY). */
  isOwnAnswer?: boolean;
  comment?: string;
};

/** What a message says as a calendar; undefined when it is a letter, even one with a calendar file attached. */
export function readCalendarMessage(headers: MessageHeaders, text: MessageText): CalendarMessage | undefined {
  for (const calendar of text.calendars) {
    const read = readItip(calendar, headers.from.address);
    if (read !== undefined) return read;
  }
  return fromSubject(headers);
}

const methods: Readonly<Record<string, CalendarMethod>> = {
  REQUEST: "invitation",
  ADD: "update",
  CANCEL: "cancellation",
  REPLY: "answer",
  COUNTER: "counter",
  DECLINECOUNTER: "counter_declined",
};
const answers: Readonly<Record<string, CalendarAnswer>> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
};

/** Calendars beyond this are cut. */
const calendarMax = 100_000;

function readItip(calendar: string, from: Address): CalendarMessage | undefined {
  const lines = calendar
    .slice(0, calendarMax)
    .replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n/);
  const top = lines.map(property);
  const method =
    methods[
      top
        .find((one) => one?.name === "METHOD")
        ?.value.trim()
        .toUpperCase() ?? ""
    ];
  const event = firstEvent(top);
  if (method === undefined || event === undefined) return undefined;
  const one = (name: string) => event.find((line) => line.name === name);
  const sequence = Number(one("SEQUENCE")?.value ?? 0);
  const attendees = event.filter(({ name }) => name === "ATTENDEE");
  const answering = method === "answer" || method === "counter" ? answerOf(attendees, from) : undefined;
  const startsAt = instantIn(one("DTSTART"));
  const endsAt = instantIn(one("DTEND")) ?? afterDuration(startsAt, one("DURATION")?.value);
  const text = (name: string) => unescaped(one(name)?.value);
  return {
    method: method === "invitation" && sequence > 0 ? "update" : method,
    ...present("uid", text("UID")),
    ...(Number.isInteger(sequence) && { sequence }),
    ...present("stampedAt", instantIn(one("DTSTAMP"))),
    ...present("recurrenceId", one("RECURRENCE-ID")?.value),
    ...present("title", text("SUMMARY")),
    ...present("startsAt", startsAt),
    ...present("endsAt", endsAt),
    ...present("organizer", normaliseAddress(one("ORGANIZER")?.value ?? "")),
    ...answering,
    ...present("comment", text("COMMENT")),
  };
}

function present<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined || value === "" ? {} : { [key]: value }) as { [K in Key]?: Value };
}

type Property = { name: string; parameters: string; value: string };

function property(line: string): Property | undefined {
  const found =
    /^([A-Za-z-]{1,40})((?:;[A-Za-z-]{1,40}=(?:"[^"]{0,500}"|[^";:,]{0,500})(?:,(?:"[^"]{0,500}"|[^";:,]{0,500})){0,20}){0,30}):/.exec(
      line.slice(0, 4_000),
    );
  return found === null
    ? undefined
    : {
        name: found[1]!.toUpperCase(),
        parameters: found[2] ?? "",
        value: line.slice(found[0].length, found[0].length + 4_000),
      };
}

function firstEvent(lines: readonly (Property | undefined)[]): Property[] | undefined {
  const is = (line: Property | undefined, name: string) => line?.name === name && /^VEVENT\s*$/i.test(line.value);
  const begin = lines.findIndex((line) => is(line, "BEGIN"));
  if (begin < 0) return undefined;
  const event: Property[] = [];
  let nested = 0;
  for (const line of lines.slice(begin + 1)) {
    if (line === undefined) continue;
    if (nested === 0 && is(line, "END")) break;
    if (line.name === "BEGIN") nested += 1;
    else if (line.name === "END") nested -= 1;
    else if (nested === 0) event.push(line);
  }
  return event;
}

const parameter = ({ parameters }: Property, name: string): string | undefined =>
  new RegExp(`;${name}=(?:"([^"]*)"|([^";:]*))`, "i")
    .exec(parameters)
    ?.slice(1)
    .find((value) => value !== undefined);

/** The attendee who answers: the one with the sender's address, or the only one there is. */
function answerOf(attendees: readonly Property[], from: Address) {
  const isFrom = (attendee: Property) =>
    normaliseAddress(attendee.value) === from || normaliseAddress(parameter(attendee, "SENT-BY") ?? "") === from;
  const attendee = attendees.find(isFrom) ?? (attendees.length === 1 ? attendees[0] : undefined);
  if (attendee === undefined) return {};
  const answer = answers[parameter(attendee, "PARTSTAT")?.toUpperCase() ?? ""];
  return {
    ...present("attendee", normaliseAddress(attendee.value)),
    ...present("answer", answer),
    isOwnAnswer: isFrom(attendee),
  };
}

function instantIn(line: Property | undefined): Instant | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z)?/.exec(line?.value ?? "");
  if (line === undefined || found === null) return undefined;
  const [, year, month, day, hour, minute, , isUtc] = found;
  if (parseDay(`${year}-${month}-${day}`) === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const zone: Zone | undefined = isUtc === "Z" ? utc : zoneNamed(parameter(line, "TZID") ?? "");
  if (zone === undefined || Number(year) < 1900) return undefined;
  return instantOf(
    millisOfWall(zone, Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))),
  );
}

function afterDuration(start: Instant | undefined, duration: string | undefined): Instant | undefined {
  const found = /^\+?P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?/.exec(duration ?? "");
  if (start === undefined || found === null) return undefined;
  const [, days = "0", hours = "0", minutes = "0"] = found;
  return instantOf(Date.parse(start) + ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000);
}

const unescaped = (value: string | undefined): string | undefined =>
  value?.replace(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign)).trim();

/* ── without a calendar part ── */

const prefixes: readonly { says: RegExp; method: CalendarMethod; answer?: CalendarAnswer }[] = [
  {
    says: /^(?:accepted|zugesagt|angenommen|accepté|aceptad[oa]|accettato|aceite|aceito|geaccepteerd|accepterat|accepteret|godtatt|hyväksytty|zaakceptowano|принято|已接受)\s*[:：]/iu,
    method: "answer",
    answer: "accepted",
  },
  {
    says: /^(?:declined|abgesagt|abgelehnt|refusé|rechazad[oa]|rifiutato|recusad[oa]|geweigerd|afgewezen|avböjt|tackat nej|afvist|avslått|hylätty|odrzucono|отклонено|已拒绝)\s*[:：]/iu,
    method: "answer",
    answer: "declined",
  },
  {
    says: /^(?:tentative(?:ly accepted)?|mit vorbehalt|vorläufig zugesagt|unter vorbehalt|provisoire|provisional|tentativ[oa]|provvisorio|voorlopig|preliminärt|foreløbig|wstępnie|под вопросом|暂定)\s*[:：]/iu,
    method: "answer",
    answer: "tentative",
  },
  {
    says: /^(?:new time proposed|proposed new time|neue zeit vorgeschlagen|neuer terminvorschlag|nouvelle heure proposée|nueva hora propuesta|proposta di nuovo orario|nieuwe tijd voorgesteld)\s*[:：]/iu,
    method: "counter",
  },
  {
    says: /^(?:updated invitation|aktualisierte einladung|invitation mise à jour|invitación actualizada|invito aggiornato)\b.{0,20}[:：]/iu,
    method: "update",
  },
  {
    says: /^(?:cancell?ed(?: event)?|abgesagt(?:er termin)?|termin abgesagt|annulé|cancelado|evento cancelado|annullato|geannuleerd)\s*[:：]/iu,
    method: "cancellation",
  },
  { says: /^(?:invitation|einladung|invitación|invito|convite|uitnodiging|inbjudan)\s*[:：]/iu, method: "invitation" },
];
const calendarSender = /^calendar-(?:notification|server)@google\.com$|^noreply-calendar@/;

/** Outlook and Google put the answer before the subject; a person may as well, so the headers must speak of a calendar. */
function fromSubject({ subject, signals, from, sender }: MessageHeaders): CalendarMessage | undefined {
  const isCalendar = signals.calendar === true || calendarSender.test(sender?.address ?? from.address);
  if (!isCalendar) return undefined;
  const prefix = prefixes.find(({ says }) => says.test(subject));
  if (prefix === undefined) return undefined;
  const isAnswer = prefix.method === "answer" || prefix.method === "counter";
  return {
    method: prefix.method,
    title: subject.replace(/^[^:：]{1,40}[:：]\s*/u, ""),
    ...(isAnswer && { attendee: from.address, isOwnAnswer: true }),
    ...(prefix.answer !== undefined && { answer: prefix.answer }),
  };
}
