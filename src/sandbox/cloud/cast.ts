/**
 * The cast of the sandbox at home: who answers a letter, and how, follows from their habits and from a stream of chance for
 * each person and letter. The owner's firm and its rooms live here too.
 */
import type { Address } from "../../domain/mail/message.ts";
import type { AttendeeResponse } from "../../domain/meeting/event.ts";
import {
  addDays,
  after,
  dayIn,
  type Instant,
  instantAt,
  minuteOfDayIn,
  orNextWeekday,
  type PlainDate,
} from "../../domain/time.ts";
import { answerTo, composeShort, writerOf } from "../letters.ts";
import { accepts, answerAfterHours, colleagues, type Persona, people, rooms, teamAddress } from "../people.ts";
import { type Chance, chance } from "../random.ts";
import { type Reaction, reactionTo } from "../reactions.ts";
import type { Letter } from "../world.ts";
import { type AnswerKind, answerSaid, awaySubject, type Spoken } from "./answer-words.ts";
import type { Arrival, Cloud, Invitation, Residents } from "./cloud.ts";
import { letterOf } from "./content.ts";
import { answerMeeting } from "./meetings.ts";
import { type OfferedTime, offeredTimes } from "./offered-times.ts";

type Then = Exclude<Reaction, { kind: "away" | "bounce" }>;
type Coming = { persona: Persona; address: Address; letter: Letter; offers: readonly OfferedTime[]; draw: Chance };

/** How soon an invitation in the calendar is answered, of what a letter takes. */
const invitationShare = 0.25;
/** How often a letter that asks for nothing is answered. */
const thanksShare = 0.4;
const stepMinutes = 15;

/** They begin to live in the cloud: letters and invitations that reach them are answered by `cloud.settle`. */
export function settleCast(cloud: Cloud): void {
  cloud.settleIn(new Cast(cloud));
}

class Cast implements Residents {
  readonly #cloud: Cloud;
  readonly #personas = new Map<Address, Persona>();
  /** At home without a life of their own: colleagues, rooms, lists. */
  readonly #others: ReadonlySet<Address>;
  readonly #domains: ReadonlySet<string>;
  /** How much each has heard: by that, and by no id, it is drawn what they do, so that the same life is lived the same again. */
  readonly #heard = new Map<string, number>();
  /** Who asked never to be written to again. */
  readonly #silent = new Set<string>();

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
    for (const persona of people) for (const address of persona.addresses) this.#personas.set(address, persona);
    this.#others = new Set([...colleagues, ...rooms, teamAddress].map(({ address }) => address));
    this.#domains = new Set([...this.#personas.keys(), ...this.#others].map(domainOf));
  }

  has(address: Address): boolean {
    return this.#personas.has(address) || this.#others.has(address);
  }

  hasDomain(domain: string): boolean {
    return this.#domains.has(domain);
  }

  receive({ address, from, content, at }: Arrival): void {
    const persona = this.#personas.get(address);
    if (persona === undefined || from === undefined || this.#silent.has(persona.key)) return;
    const letter = letterOf(content, at);
    if (letter.headers?.some(([name, value]) => name.toLowerCase() === "auto-submitted" && value !== "no")) return;
    const draw = chance(this.#cloud.seed, "answer", persona.key, this.#hear(persona));
    const offers = offeredTimes(letter.text, { writtenAt: at, zone: from.zone });
    const coming: Coming = { persona, address, letter, offers, draw };
    const reaction = reactionTo(persona, draw);
    if (reaction.kind === "bounce") this.#cloud.bounce(from, address, content);
    else if (reaction.kind === "away") this.#beAway(coming, reaction, at);
    else this.#answer(coming, reaction, at);
  }

  invited({ address, event, at }: Invitation): void {
    if (event.status === "cancelled") return;
    const persona = this.#personas.get(address);
    if (persona === undefined) {
      this.#respond(event.uid, address, "accepted", after(at, { minutes: 1 }));
      return;
    }
    const draw = chance(this.#cloud.seed, "invitation", persona.key, this.#hear(persona));
    const hours = answerAfterHours(persona.habits, draw.number());
    if (hours === undefined) return;
    // A time that they agreed to is kept by nearly everybody.
    const response = accepts(persona.habits, draw.number()) || draw.happens(0.8) ? "accepted" : "declined";
    this.#respond(event.uid, address, response, after(at, { hours: hours * invitationShare }));
  }

  #hear({ key }: Persona): string {
    const heard = (this.#heard.get(key) ?? 0) + 1;
    this.#heard.set(key, heard);
    return String(heard);
  }

  #respond(uid: string, address: Address, response: AttendeeResponse, at: Instant): void {
    this.#cloud.later(at, () => {
      answerMeeting(this.#cloud, uid, address, response);
    });
  }

  #beAway(coming: Coming, { awayDays, then }: Extract<Reaction, { kind: "away" }>, at: Instant): void {
    const { persona, letter, address, draw } = coming;
    const back = orNextWeekday(addDays(dayIn(persona.town.zone, at), awayDays));
    this.#cloud.later(after(at, { seconds: 20 }), (now) => {
      const writer = writerOf(persona, address);
      const said = answerSaid("away", persona.language, { day: back }, draw);
      const subject = `${awaySubject[persona.language]}: ${letter.subject}`;
      const answer = answerTo(letter, { writer, said, at: now, purpose: "away" });
      const headers = [["Auto-Submitted", "auto-replied"]] as const;
      this.#cloud.deliver({ kind: "letter", letter: { ...answer, subject, said, text: said, headers } });
    });
    this.#answer(coming, then, instantAt(persona.town.zone, back, 9 * 60));
  }

  #answer(coming: Coming, reaction: Then, from: Instant): void {
    if (reaction.kind === "silence") return;
    const { persona, draw } = coming;
    const at = inTheDay(persona, after(from, { hours: reaction.afterHours }));
    if (reaction.kind === "opt_out") this.#silent.add(persona.key);
    // Only a letter that offers times is an invitation; others are thanked for, or left.
    else if (coming.offers.length === 0) {
      if (draw.happens(thanksShare)) this.#write(coming, { kind: "thanks" }, at);
      return;
    }
    this.#write(coming, answerFor(coming, reaction, dayIn(persona.town.zone, at)), at);
  }

  #write({ persona, address, letter, draw }: Coming, { kind, ...spoken }: Answer, at: Instant): void {
    this.#cloud.later(at, (now) => {
      const writer = writerOf(persona, address);
      const said = composeShort(writer, answerSaid(kind, persona.language, spoken, draw), draw);
      this.#cloud.deliver({ kind: "letter", letter: answerTo(letter, { writer, said, at: now, purpose: kind }) });
    });
  }
}

const domainOf = (address: Address) => address.slice(address.indexOf("@") + 1);

type Answer = Spoken & { kind: AnswerKind };

/** In words, on the day of writing. Whoever would agree when all offered times have passed names one of their own. */
function answerFor({ offers, draw }: Coming, reaction: Exclude<Then, { kind: "silence" }>, today: PlainDate): Answer {
  const own = (inDays: number): Answer => ({
    kind: "counter",
    time: { day: orNextWeekday(addDays(today, inDays)), minute: draw.whole(36, 66) * stepMinutes },
  });
  switch (reaction.kind) {
    case "accept": {
      const open = offers.filter(({ day }) => day > today);
      return open.length === 0 ? own(3) : { kind: "accept", time: chosen(open, reaction.share) };
    }
    case "counter":
      return own(reaction.inDays);
    case "later":
      return { kind: "later", day: addDays(today, reaction.days) };
    default:
      return { kind: reaction.kind };
  }
}

/** At a quarter of the hour inside what was offered; `share` goes over all of it from first to last. */
function chosen(offers: readonly OfferedTime[], share: number): { day: PlainDate; minute: number } {
  const times = offers.flatMap(({ day, fromMinute, toMinute }) => {
    const last = Math.max(fromMinute, toMinute - stepMinutes * 2);
    const count = Math.floor((last - fromMinute) / stepMinutes) + 1;
    return Array.from({ length: count }, (_, step) => ({ day, minute: fromMinute + step * stepMinutes }));
  });
  return times[Math.min(times.length - 1, Math.floor(share * times.length))] as {
    day: OfferedTime["day"];
    minute: number;
  };
}

const [wakesAt, sleepsAt] = [7 * 60, 22 * 60];

/** Nobody writes at night: what would be, comes the next morning. */
function inTheDay({ town: { zone } }: Persona, at: Instant): Instant {
  const minute = minuteOfDayIn(zone, at);
  if (minute >= wakesAt && minute < sleepsAt) return at;
  const day = dayIn(zone, at);
  return instantAt(zone, minute < wakesAt ? day : addDays(day, 1), wakesAt + (minute % 60));
}
