/** What the tests of the Google adapter write and receive. */
import type { Card } from "../../../src/domain/contact/card.ts";
import { after, type PlainDate, utc, type Zone } from "../../../src/domain/time.ts";
import type { OutgoingEvent } from "../../../src/integrations/calendar.ts";
import type { MarkedLetter } from "../../../src/integrations/mail.ts";
import type { OutgoingTask } from "../../../src/integrations/tasks.ts";
import type { Letter } from "../../../src/sandbox/world.ts";
import { startsAt } from "../suite/subject.ts";

export const letter: MarkedLetter = {
  messageId: "m1@home.example",
  writtenAt: startsAt,
  from: { address: "owner@home.example" },
  to: [{ address: "ana@acme.example" }],
  subject: "Coffee?",
  text: "Hello Ana",
  references: [],
  marker: "0123456789abcdef0123456789abcdef",
};

export const booking: OutgoingEvent = {
  key: "abcdef0123456789abcdef0123456789",
  title: "Coffee",
  startsAt: after(startsAt, { hours: 26 }),
  endsAt: after(startsAt, { hours: 27 }),
  zone: "Europe/Berlin" as Zone,
  guests: [],
  wantsLink: false,
};

export const card: Card = {
  key: "k",
  origin: "vcard",
  name: "Ana Ruiz",
  addresses: ["ana@acme.example"],
  phones: [],
  links: [],
};

export const task: OutgoingTask = {
  key: booking.key,
  title: "Write to Ana",
  dueOn: "2026-11-27" as PlainDate,
  isDone: false,
};

export const note = (number: number): Letter => ({
  id: `note${number}@acme.example`,
  at: startsAt,
  zone: utc,
  from: { address: "ana@acme.example", name: "Ana Ruiz" },
  to: [{ address: "owner@home.example" }],
  subject: `Note ${number}`,
  said: "Hello",
  text: "Hello",
  references: [],
  labels: [],
  encoding: "8bit",
});
