/**
 * Files as an owner exports them: two mailboxes (one of them in a zip), a calendar, an address book, a list of
 * connections. A small cast around Olivia Öz, with everyone of R1's examples in it.
 */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../../src/domain/time.ts";
import { zipBytes } from "./zip-bytes.ts";

export const olivia = "olivia@home.example";
/** The Sunday on which the owner imports; the files end on the Friday before. */
export const exportedAt = "2026-11-22T10:00:00.000Z" as Instant;

/** What each address of R1 shows, and whether that person may be proposed. */
export const cast = {
  "priya@acme.example": { shows: "a coffee that both accepted", proposed: true },
  "ben@stone.example": { shows: "mail both ways over months", proposed: true },
  "no-reply@shop.example": { shows: "a newsletter", proposed: false },
  "cora@else.example": { shows: "nothing but being copied", proposed: false },
  "stan@stranger.example": { shows: "one mail that nobody answered", proposed: false },
  "w7@crowd.example": { shows: "a webinar of forty", proposed: false },
  "dan@declined.example": { shows: "a meeting that the owner declined", proposed: false },
  "cal@cancelled.example": { shows: "a meeting that was cancelled", proposed: false },
  "fay@future.example": { shows: "a meeting that is still to come", proposed: false },
} as const;

type Letter = {
  id: string;
  at: Date;
  from: string;
  to: string;
  cc?: string;
  subject: string;
  more?: string;
  answers?: string;
  body?: string;
};

const owner = `Olivia =?UTF-8?Q?=C3=96z?= <${olivia}>`;
const day = (text: string) => new Date(`${text}:00Z`);
const hoursAfter = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);

function messageText(
  { id, at, from, to, cc, subject, more = "", answers, body = "Hello.\n" }: Letter,
  label: string,
): string {
  return [
    `From 1@xxx ${at.toUTCString()}`,
    `X-Gmail-Labels: ${label}`,
    `From: ${from}`,
    `To: ${to}`,
    ...(cc === undefined ? [] : [`Cc: ${cc}`]),
    `Subject: ${subject}`,
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${id}@mail.example>`,
    ...(answers === undefined
      ? []
      : [`In-Reply-To: <${answers}@mail.example>`, `References: <${answers}@mail.example>`]),
    `${more}`,
    body,
    "",
  ].join("\n");
}

/** Letters with Ben and with others at other firms: each asks, the owner answers, and some write again. */
function correspondence({ from, count }: { from: string; count: number }): string {
  const start = day(from);
  return Array.from({ length: count }, (_, n) => {
    const [name, address] =
      n % 20 === 0 ? ["Ben Stone", "ben@stone.example"] : [`Person ${wordOf(n)}`, `p${n % 10}@firm${n % 5}.example`];
    const id = `${from.slice(0, 7)}.${n}`;
    const at = hoursAfter(start, n * 3);
    const asked = messageText(
      {
        id,
        at,
        from: `${name} <${address}>`,
        to: owner,
        subject: `Question ${n}`,
        body: `Dear Olivia,\nthis is question ${n}. When do you have time for it?\n`,
      },
      "Inbox",
    );
    const answered = messageText(
      {
        id: `${id}.a`,
        at: hoursAfter(at, 1),
        from: owner,
        to: `${name} <${address}>`,
        subject: `Re: Question ${n}`,
        answers: id,
        body: `Thank you, I will look at question ${n} with pleasure.\n`,
      },
      "Sent",
    );
    return asked + (n % 3 === 2 ? "" : answered);
  }).join("");
}

const wordOf = (n: number) =>
  ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine"][n % 10]!;

const others: readonly [Letter, string][] = [
  [
    {
      id: "news.1",
      at: day("2026-11-02T06:00"),
      from: "Shop <no-reply@shop.example>",
      to: owner,
      subject: "Sale",
      more: "List-Unsubscribe: <https://shop.example/u>\nList-Id: <news.shop.example>\nPrecedence: bulk\n",
    },
    "Inbox",
  ],
  [
    {
      id: "news.2",
      at: day("2026-11-09T06:00"),
      from: "Shop <no-reply@shop.example>",
      to: owner,
      subject: "More sale",
      more: "List-Unsubscribe: <https://shop.example/u>\nList-Id: <news.shop.example>\nPrecedence: bulk\n",
    },
    "Inbox",
  ],
  [
    {
      id: "copied",
      at: day("2026-11-03T09:00"),
      from: "Ben Stone <ben@stone.example>",
      to: owner,
      cc: "Cora Else <cora@else.example>",
      subject: "For all of us",
    },
    "Inbox",
  ],
  [
    {
      id: "stranger",
      at: day("2026-11-04T09:00"),
      from: "Stan Strange <stan@stranger.example>",
      to: owner,
      subject: "An offer",
    },
    "Inbox",
  ],
  [
    {
      id: "priya.1",
      at: day("2026-11-17T09:00"),
      from: "Priya Nair <priya@acme.example>",
      to: owner,
      subject: "Good to meet you",
    },
    "Inbox",
  ],
  [
    {
      id: "priya.2",
      at: day("2026-11-17T11:00"),
      from: owner,
      to: "Priya Nair <priya@acme.example>",
      subject: "Re: Good to meet you",
      answers: "priya.1",
    },
    "Sent",
  ],
];

type Guest = { address: string; response: "ACCEPTED" | "DECLINED" | "NEEDS-ACTION" };
type Meeting = {
  uid: string;
  title: string;
  starts: string;
  ends: string;
  place?: string;
  status?: string;
  mine?: Guest["response"];
  guests: readonly Guest[];
};

const accepted = (address: string): Guest => ({ address, response: "ACCEPTED" });

const meetings: readonly Meeting[] = [
  {
    uid: "coffee",
    title: "Coffee",
    starts: "20261116T121500Z",
    ends: "20261116T130000Z",
    place: "Café Moka",
    guests: [accepted("priya@acme.example")],
  },
  {
    uid: "webinar",
    title: "All about cheese",
    starts: "20261110T160000Z",
    ends: "20261110T170000Z",
    guests: Array.from({ length: 40 }, (_, n) => accepted(`w${n}@crowd.example`)),
  },
  {
    uid: "declined",
    title: "Lunch",
    starts: "20261111T110000Z",
    ends: "20261111T120000Z",
    mine: "DECLINED",
    guests: [accepted("dan@declined.example")],
  },
  {
    uid: "cancelled",
    title: "Walk",
    starts: "20261112T110000Z",
    ends: "20261112T120000Z",
    status: "CANCELLED",
    guests: [accepted("cal@cancelled.example")],
  },
  {
    uid: "future",
    title: "Dinner",
    starts: "20261130T180000Z",
    ends: "20261130T200000Z",
    guests: [accepted("fay@future.example")],
  },
];

const meetingText = ({
  uid,
  title,
  starts,
  ends,
  place,
  status = "CONFIRMED",
  mine = "ACCEPTED",
  guests,
}: Meeting): string =>
  [
    "BEGIN:VEVENT",
    `UID:${uid}@home.example`,
    "DTSTAMP:20261101T000000Z",
    `DTSTART:${starts}`,
    `DTEND:${ends}`,
    `SUMMARY:${title}`,
    ...(place === undefined ? [] : [`LOCATION:${place}`]),
    `STATUS:${status}`,
    `ORGANIZER:mailto:${mine === "DECLINED" ? guests[0]!.address : olivia}`,
    `ATTENDEE;PARTSTAT=${mine}:mailto:${olivia}`,
    ...guests.map(({ address, response }) => `ATTENDEE;PARTSTAT=${response}:mailto:${address}`),
    "END:VEVENT",
    "",
  ].join("\r\n");

const calendar = () =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//home//EN\r\nX-WR-CALNAME:${olivia}\r\n${meetings.map(meetingText).join("")}END:VCALENDAR\r\n`;

const addressBook =
  "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Priya Nair\r\nORG:Acme\r\nTITLE:Head of Data\r\nTEL:+33 1 02 03 04 05\r\nEMAIL:priya@acme.example\r\nEND:VCARD\r\n" +
  "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lena Listed\r\nEMAIL:lena@listed.example\r\nEND:VCARD\r\n";

const connections =
  '\ufeffNotes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nPriya,Nair,https://www.linkedin.example/in/priya,priya@acme.example,"Acme, Inc.",Head of Data,12 Mar 2024\nNoa,Post,https://www.linkedin.example/in/noa,,Tower Ltd,Founder,7 Feb 2022\n,,,,,,\n';

/** Letters in the large mailbox and in the one inside the zip; enough for several batches of each. */
export const letterCounts = { mailbox: 420, zipped: 330 };

/** Writes the files into a folder and gives it back. */
export function layOutExport(folder: string): string {
  mkdirSync(join(folder, "Mail"), { recursive: true });
  const mailbox = correspondence({ from: "2026-09-01T08:00", count: letterCounts.mailbox });
  writeFileSync(
    join(folder, "Mail", "All mail.mbox"),
    mailbox + others.map(([letter, label]) => messageText(letter, label)).join(""),
  );
  const zipped = correspondence({ from: "2026-05-01T08:00", count: letterCounts.zipped });
  writeFileSync(join(folder, "older.zip"), zipBytes([{ name: "Mail/Older.mbox", bytes: Buffer.from(zipped) }]));
  writeFileSync(join(folder, "calendar.ics"), calendar());
  writeFileSync(join(folder, "contacts.vcf"), addressBook);
  writeFileSync(join(folder, "Connections.csv"), connections);
  return folder;
}

/** The large mailbox and the calendar alone: an export that overlaps with the whole one. */
export function layOutPart(whole: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync(join(whole, "Mail"), join(folder, "Mail"), { recursive: true });
  cpSync(join(whole, "calendar.ics"), join(folder, "calendar.ics"));
  return folder;
}
