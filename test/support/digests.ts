/** A day's things of every kind that a digest tells differently, and the digest of them. */
import type { DebriefPrompt } from "../../src/domain/contact/debrief.ts";
import { type Digest, type DigestInputs, digestOf } from "../../src/domain/day/digest.ts";
import type { DayItem } from "../../src/domain/day/item.ts";
import { type DueDuty, debriefItem, dutyItem, giveNoteItem } from "../../src/domain/day/items.ts";
import type { ContactId, DraftId } from "../../src/domain/ids.ts";
import { defaultPolicy } from "../../src/domain/policy.ts";
import type { Instant, PlainDate, Zone } from "../../src/domain/time.ts";

const paris = "Europe/Paris" as Zone;

const people = { Priya: 1, Sam: 2, Noor: 3, Ana: 4 } as const;
type Person = keyof typeof people;

const idOf = (kind: number, person: Person) => `00000000-0000-7000-8000-0000000000${kind}${people[person]}`;
export const contactIdOf = (person: Person) => idOf(1, person) as ContactId;
export const draftIdOf = (person: Person) => idOf(2, person) as DraftId;

const duty = (person: Person, more: Partial<DueDuty> = {}): DueDuty => ({
  followUpId: idOf(3, person),
  contactId: contactIdOf(person),
  name: person,
  kind: "thank_you",
  because: [{ rule: "R14.thank_you", text: `You met ${person} on 2026-11-19.` }],
  way: "letter",
  urgency: 1,
  closeness: 0,
  context: [`You met ${person} at the fair.`],
  ...more,
});

export const bodyTo = (person: Person): string =>
  `Hi ${person},\n\nIt was good to see you at the fair. Shall we have a coffee on Thursday 26 November at 10:00?\n\nMara`;

export const letterItem = (person: Person): DayItem =>
  dutyItem(
    duty(person, { letter: { draftId: draftIdOf(person), to: `${person}@acme.example`, body: bodyTo(person) } }),
  );

export const questionItem = (person: Person): DayItem =>
  dutyItem(
    duty(person, {
      letter: { draftId: draftIdOf(person), to: `${person}@acme.example`, body: "", question: `Why ${person}?` },
    }),
  );

export const callItem = (person: Person): DayItem =>
  dutyItem(duty(person, { way: "call", phone: "+33 6 39 98 00 00" }));

export const meetup: DebriefPrompt = {
  eventId: "00000000-0000-7000-8000-000000000051",
  kind: "large_event",
  title: "Meetup: Data Lyon",
  startsAt: "2026-11-19T18:00:00.000Z" as Instant,
  endsAt: "2026-11-19T20:00:00.000Z" as Instant,
  askAt: "2026-11-20T07:30:00.000Z" as Instant,
  deadlineAt: "2026-11-21T20:00:00.000Z" as Instant,
  isHeldByDefault: true,
  guests: [],
  because: { rule: "R11.debrief", text: '"Meetup: Data Lyon" ended on 2026-11-19.' },
};

export const debriefOfMeetup = debriefItem(meetup, [], defaultPolicy(paris));

export const giveItem = (person: Person): DayItem =>
  giveNoteItem(
    { contactId: contactIdOf(person), name: person, closeness: 0 },
    { rule: "R16.give_note", text: "Nothing to offer is noted yet." },
  );

/** 1 and 2 letters, 3 a question, 4 the debrief, 5 a call; further things behind them. */
export function inputsWith(more: Partial<DigestInputs> = {}): DigestInputs {
  const items = [letterItem("Priya"), letterItem("Sam"), questionItem("Noor"), debriefOfMeetup, callItem("Ana")];
  return {
    day: "2026-11-20" as PlainDate,
    zone: paris,
    items,
    waiting: 0,
    letters: new Map((["Priya", "Sam"] as const).map((person) => [draftIdOf(person), letterTo(person)])),
    takes: new Map([
      [items[2]!.id, { takes: "why", contactId: contactIdOf("Noor") }],
      [debriefOfMeetup.id, { takes: "debrief", eventId: meetup.eventId, endedAt: meetup.endsAt }],
    ]),
    asked: new Map(),
    news: [],
    meetings: [],
    calls: [],
    ...more,
  };
}

export const letterTo = (person: Person) => ({
  draftId: draftIdOf(person),
  textHash: `${people[person]}f`.repeat(32),
  to: [`${person.toLowerCase()}@acme.example`],
  subject: `Coffee, ${person}?`,
  body: bodyTo(person),
  covers: "One of its times is booked when they accept it.",
});

export const digestWith = (more: Partial<DigestInputs> = {}): Digest => digestOf(inputsWith(more))!;
