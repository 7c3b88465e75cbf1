/** Export files for the kill cycles: each cycle has its own mailbox and calendar, with people that come again in later ones. */
import { randomOf } from "./random.ts";

export type CorpusSize = { messages: number; events: number };

const peopleEach = 16;
const dayMs = 86_400_000;
const owner = "Olivia Owner <olivia@owner.example>";

/** The same for the same cycle and day. Everything in it lies between 400 and 2 days before `now`. */
export function corpusOf(cycle: number, now: Date, { messages, events }: CorpusSize): { mbox: string; ics: string } {
  const random = randomOf(cycle + 1);
  const noon = Math.floor(now.getTime() / dayMs) * dayMs - 2 * dayMs + dayMs / 2;
  const within = () => new Date(noon - Math.floor(random() * 398 * dayMs));
  const person = () => Math.floor(random() * peopleEach) + cycle * Math.floor(peopleEach / 2);
  const mail = Array.from({ length: messages }, (_, number) => {
    const isNews = random() < 0.4;
    const isOwn = !isNews && random() < 0.5;
    const who = isNews ? newsletter(Math.floor(random() * 12)) : human(person());
    return letter({
      id: `${cycle}.${number}`,
      from: isOwn ? owner : who,
      to: isOwn ? who : owner,
      at: within(),
      isNews,
    });
  });
  const meetings = Array.from({ length: events }, (_, number) =>
    meeting(`${cycle}.${number}`, human(person()), within()),
  );
  return {
    mbox: mail.join(""),
    ics: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sample//EN\r\n${meetings.join("")}END:VCALENDAR\r\n`,
  };
}

const given = ["Ann", "Ben", "Cleo", "Dario", "Eva", "Finn", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Leo", "Mara"];
const family = ["Ash", "Birch", "Cedar", "Dale", "Elm", "Field", "Grove", "Heath", "Ivy", "Juniper", "Lake", "Moor"];

function human(number: number): string {
  const first = given[number % given.length]!;
  const last = family[Math.floor(number / given.length) % family.length]!;
  return `${first} ${last} <${first.toLowerCase()}.${last.toLowerCase()}.${number}@firm${number % 30}.example>`;
}

const newsletter = (number: number) => `The Weekly <news@letters${number}.example>`;

type Letter = { id: string; from: string; to: string; at: Date; isNews: boolean };

function letter({ id, from, to, at, isNews }: Letter): string {
  const date = at.toUTCString().replace("GMT", "+0000");
  return [
    `From ${/<(.*)>/.exec(from)![1]} ${at.toUTCString().slice(0, 3)} Jan  1 00:00:00 2026`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${isNews ? "The week" : "Question"} ${id}`,
    `Date: ${date}`,
    `Message-ID: <${id}@mail.example>`,
    from === owner ? "X-Gmail-Labels: Sent" : "X-Gmail-Labels: Inbox",
    ...(isNews ? ["List-Unsubscribe: <mailto:off@letters.example>", "List-Id: <letters.example>"] : []),
    "",
    "Some words.",
    "",
    "",
  ].join("\n");
}

function meeting(id: string, who: string, at: Date): string {
  const stamp = (date: Date) => `${date.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const address = /<(.*)>/.exec(who)![1];
  return [
    "BEGIN:VEVENT",
    `UID:${id}@calendar.example`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(at)}`,
    `DTEND:${stamp(new Date(at.getTime() + 3_600_000))}`,
    `SUMMARY:Coffee ${id}`,
    "ORGANIZER:mailto:olivia@owner.example",
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:olivia@owner.example",
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`,
    "END:VEVENT",
    "",
  ].join("\r\n");
}
