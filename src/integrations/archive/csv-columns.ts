/**
 * Which column of a table of people holds what, told by its header in English, German, French and Spanish. Known are
 * LinkedIn's Connections.csv and the exports of Google Contacts and Outlook; other tables are guessed.
 */
import type { CsvMapping } from "../archive.ts";

/** What a column can hold. LinkedIn's "Connected On" has no place in a mapping of one's own. */
export type Field = keyof CsvMapping | "connectedOn";

/** Column numbers by what they hold; a field may stand in several columns (E-mail 1, E-mail 2). */
export type Columns = ReadonlyMap<Field, readonly number[]>;

/** Compares headers without case, accents, punctuation and doubled blanks: "E-mail 1 - Value" → "e mail 1 value". */
export const plainHeader = (header: string) =>
  header
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const spellings: Readonly<Record<Field, readonly string[]>> = {
  givenName: ["first name", "firstname", "given name", "vorname", "prenom", "nombre", "nombre de pila"],
  familyName: [
    "last name",
    "lastname",
    "family name",
    "surname",
    "nachname",
    "familienname",
    "nom de famille",
    "apellidos",
    "apellido",
  ],
  name: [
    "name",
    "full name",
    "display name",
    "contact name",
    "anzeigename",
    "vollstandiger name",
    "nom complet",
    "nom affiche",
    "nombre completo",
    "nombre para mostrar",
  ],
  address: [
    ...[
      "email address",
      "e mail address",
      "email",
      "e mail",
      "mail",
      "email 1 value",
      "e mail 1 value",
      "primary email",
    ],
    ...["e mail adresse", "e mail adressen", "adresse e mail", "adresse email", "adresse de messagerie", "courriel"],
    ...["direccion de correo electronico", "direccion de correo", "correo electronico", "correo"],
  ],
  phone: [
    ...[
      "phone",
      "phone number",
      "mobile phone",
      "mobile",
      "business phone",
      "home phone",
      "primary phone",
      "phone 1 value",
      "telephone",
    ],
    ...[
      "telefon",
      "telefonnummer",
      "handy",
      "mobiltelefon",
      "telefon geschaftlich",
      "telefon mobil",
      "telefono",
      "telefono movil",
    ],
    ...["movil", "telephone mobile", "tel mobile", "telephone bureau", "telefono del trabajo"],
  ],
  company: [
    ...[
      "company",
      "organization",
      "organisation",
      "organization name",
      "organization 1 name",
      "company name",
      "employer",
    ],
    ...["unternehmen", "firma", "entreprise", "societe", "empresa", "organizacion", "compania"],
  ],
  title: [
    ...["position", "title", "job title", "organization title", "organization 1 title", "role", "headline"],
    ...["titel", "berufsbezeichnung", "poste", "fonction", "titre", "intitule du poste", "cargo", "puesto"],
  ],
  link: [
    "url",
    "profile url",
    "linkedin",
    "linkedin url",
    "website",
    "web page",
    "website 1 value",
    "webseite",
    "site web",
    "sitio web",
    "pagina web",
  ],
  note: ["notes", "note", "notizen", "remarques", "notas", "comment", "comments"],
  connectedOn: [
    "connected on",
    "verbunden am",
    "connexion le",
    "connecte le",
    "en contact depuis",
    "conectado el",
    "fecha de conexion",
  ],
};

const fieldOf = new Map(
  Object.entries(spellings).flatMap(([field, headers]) => headers.map((header) => [header, field as Field] as const)),
);

/** "email 2 value", "e mail 3 address": Google and Outlook number further ones. Their labels and types are not values. */
function numberedField(header: string): Field | undefined {
  if (/^e ?mail (\d+ (value|address)|\d+)$/.test(header)) return "address";
  if (/^(business |home |mobile )?phone \d+( value)?$/.test(header)) return "phone";
  if (/^website \d+ value$/.test(header)) return "link";
  return undefined;
}

/** The fields that a row of headers names, by column. */
export function columnsOf(headers: readonly string[]): Columns {
  const columns = new Map<Field, number[]>();
  const plain = headers.map(plainHeader);
  plain.forEach((header, column) => {
    // French calls the family name just "Nom" and Spanish the given name "Nombre"; alone, either is the whole name.
    const field = header === "nom" ? "familyName" : (fieldOf.get(header) ?? numberedField(header));
    if (field === undefined) return;
    columns.set(field, [...(columns.get(field) ?? []), column]);
  });
  if (columns.has("familyName") && !columns.has("givenName")) moveField(columns, "familyName", "name", plain, "nom");
  if (columns.has("givenName") && !columns.has("familyName")) moveField(columns, "givenName", "name", plain, "nombre");
  return columns;
}

function moveField(
  columns: Map<Field, number[]>,
  from: Field,
  to: Field,
  headers: readonly string[],
  header: string,
): void {
  const moved = (columns.get(from) ?? []).filter((column) => headers[column] === header);
  if (moved.length === 0) return;
  const left = (columns.get(from) ?? []).filter((column) => !moved.includes(column));
  if (left.length === 0) columns.delete(from);
  else columns.set(from, left);
  columns.set(to, [...(columns.get(to) ?? []), ...moved]);
}

/** A row of LinkedIn's export names the person twice over and when the connection was made. */
export const isLinkedIn = (columns: Columns) =>
  columns.has("connectedOn") && columns.has("givenName") && columns.has("familyName");

/** Whether a row could be the header of a table of people: two fields, one of which names or reaches somebody. */
export const isHeader = (columns: Columns) =>
  columns.size >= 2 && (["address", "name", "givenName", "familyName"] as const).some((field) => columns.has(field));

/** The columns of a mapping that the owner gave; undefined when the row lacks one of them. */
export function mappedColumns(headers: readonly string[], mapping: CsvMapping): Columns | undefined {
  const plain = headers.map(plainHeader);
  const columns = new Map<Field, number[]>();
  for (const [field, header] of Object.entries(mapping)) {
    if (header === undefined) continue;
    const column = plain.indexOf(plainHeader(header));
    if (column < 0) return undefined;
    columns.set(field as Field, [column]);
  }
  return columns.size === 0 ? undefined : columns;
}
