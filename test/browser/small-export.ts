/** A mailbox and a calendar as somebody exports them on the day: three people, each written with, met and heard from. */

const owner = "Mara Lindqvist <mara@nordlys.example>";
const people = [
  { name: "Jonas Brandt", address: "jonas@kiefer.example", metDaysAgo: 1 },
  { name: "Aline Roux", address: "aline@verdier.example", metDaysAgo: 33 },
  { name: "Peter Okoye", address: "peter@lagosfields.example", metDaysAgo: 80 },
];
const dayMs = 24 * 3_600_000;
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * dayMs);

/** Letters each way in the week before each meeting. */
export const smallMailbox = (now: Date): string =>
  people
    .flatMap(({ name, address, metDaysAgo }) => {
      const them = `${name} <${address}>`;
      const [written, answered] = [daysBefore(now, metDaysAgo + 6), daysBefore(now, metDaysAgo + 5)];
      return [
        message({
          from: owner,
          to: them,
          at: written,
          id: `ask-${address}`,
          text: "thank you for the talk about warehouse software. Let us speak again.\n\nBest\nMara",
        }),
        message({
          from: them,
          to: owner,
          at: answered,
          id: `yes-${address}`,
          text: `happy to. We should grab a coffee some time.\n\n${name}`,
        }),
      ];
    })
    .join("");

type Message = { from: string; to: string; at: Date; id: string; text: string };

const message = ({ from, to, at, id, text }: Message): string =>
  `From - ${at.toUTCString()}\nFrom: ${from}\nTo: ${to}\nSubject: Warehouse software\nMessage-ID: <${id}>\nDate: ${at.toUTCString()}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n`;

/** A coffee of an hour with each, accepted on both sides and over. */
export const smallCalendar = (now: Date): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//nordlys//EN",
    ...people.flatMap(({ name, address, metDaysAgo }) => [
      "BEGIN:VEVENT",
      `UID:coffee-${address}`,
      `DTSTAMP:${utcText(daysBefore(now, metDaysAgo + 7))}`,
      `DTSTART:${utcText(daysBefore(now, metDaysAgo))}`,
      "DURATION:PT1H",
      `SUMMARY:Coffee with ${name}`,
      "LOCATION:Café Pascal",
      "ORGANIZER;CN=Mara Lindqvist:mailto:mara@nordlys.example",
      `ATTENDEE;CN=${name};PARTSTAT=ACCEPTED:mailto:${address}`,
      "ATTENDEE;CN=Mara Lindqvist;PARTSTAT=ACCEPTED:mailto:mara@nordlys.example",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

const utcText = (at: Date): string => `${at.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
