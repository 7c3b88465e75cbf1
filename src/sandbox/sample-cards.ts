/** The address book of the sample as vCards, and the network export as Connections.csv. */
import { type PlainDate, sayDay } from "../domain/time.ts";
import { nameOf, type Persona, people } from "./people.ts";
import { chance } from "./random.ts";
import { weekdayBefore } from "./world.ts";

/** One person as vCard 3.0. */
export function writeCard(persona: Persona): string {
  const { given, family, company, title, phone, town, addresses } = persona;
  return [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `FN:${escapeText(nameOf(persona))}`,
    `N:${escapeText(family)};${escapeText(given)};;;`,
    ...addresses.map((address) => `EMAIL;TYPE=INTERNET:${address}`),
    ...(phone === undefined ? [] : [`TEL;TYPE=WORK:${phone}`]),
    ...(company === "" ? [] : [`ORG:${escapeText(company)}`, `TITLE:${escapeText(title)}`]),
    `ADR;TYPE=WORK:;;;${town.name};;;${town.country}`,
    "END:VCARD",
    "",
  ].join("\r\n");
}

const escapeText = (text: string) => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll("\n", "\\n");

/** Whom the owner saved: some of the people known for long. */
export const savedPeople = (seed: number): Persona[] =>
  people.filter(({ key, knownForDays }) => knownForDays > 200 && chance(seed, "card", key).happens(0.5));

/** The owner's address book. */
export const writeAddressBook = (seed: number): string => savedPeople(seed).map(writeCard).join("");

/** People of the network export who never wrote: known by their card alone. */
const onlyConnected = [
  ["Aurélie", "Bonnet", "Stripe Rouge, Inc.", "Account Manager"],
  ["Jürgen", "Krämer", "Hafenlogistik Süd", "Einkäufer"],
  ["Sunita", "Rao", "Kaveri Systems", "Recruiter"],
  ["Patrick", "O'Malley", "Liffey Foods", '"Chief" of Taste'],
  ["Elena", "Paz", "Banco Levante", "Analista"],
  ["Tom", "Fielding", "", ""],
  ["Mirella", "Conti", "Atelier Conti", "Designer"],
  ["Håkon", "Lie", "Fjordkraft Lab", "Engineer"],
] as const;

/** Connections.csv with the notes that stand above its header, and an address only for a few, as in the real export. */
export function writeConnections(seed: number, lastDay: PlainDate): string {
  const draw = chance(seed, "connections");
  const known = people.filter(
    ({ part, company, knownForDays }) => part === "regular" && company !== "" && knownForDays > 0 && draw.happens(0.6),
  );
  const rows = [
    ...known.map((one) =>
      row(
        one.given,
        one.family,
        draw.happens(0.25) ? one.addresses[0] : "",
        one.company,
        one.title,
        connectedOn(one.knownForDays - 3),
      ),
    ),
    ...onlyConnected.map(([given, family, company, title]) =>
      row(given, family, "", company, title, connectedOn(draw.whole(20, 700))),
    ),
  ];
  return [
    "Notes:",
    '"When exporting your connection data, you may notice that some of the email addresses are missing."',
    "",
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    ...rows,
    "",
  ].join("\r\n");

  function connectedOn(daysAgo: number): string {
    return sayDay(weekdayBefore(lastDay, daysAgo), "dd LLL yyyy");
  }
}

function row(
  given: string,
  family: string,
  address: string,
  company: string,
  title: string,
  connectedOn: string,
): string {
  const slug = `${given}-${family}`
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z-]/g, "");
  return [given, family, `https://www.linkup.example/in/${slug}`, address, company, title, connectedOn]
    .map(quoted)
    .join(",");
}

const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
