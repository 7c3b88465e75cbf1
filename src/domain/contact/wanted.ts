/** The two lists of R4: people the owner knows, and people or roles the owner needs to meet. */
import { z } from "zod";
import { type Because, because } from "../because.ts";
import type { Address } from "../mail/message.ts";
import type { Instant, PlainDate } from "../time.ts";
import { domainOf, isFreeMail, normaliseAddress, sameMailbox, sameOrganisation } from "./address.ts";
import { isHouseOf, isSameCompany } from "./house.ts";
import { fold } from "./role-words.ts";

const addresses = z.array(z.string()).max(20).readonly();
const domains = z.array(z.string()).max(20).readonly();

/** As it is kept: the entry itself, and the addresses that the owner said are somebody else. */
export const wantedBody = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("named_person"),
    name: z.string(),
    company: z.string().exactOptional(),
    addresses,
    notThem: addresses,
  }),
  z.object({ kind: z.literal("role"), role: z.string(), company: z.string(), domains, notThem: addresses }),
]);
export type WantedBody = z.output<typeof wantedBody>;

/** Somebody needed, by name or by role at a company, possibly without an address. Never written to before a first contact. */
export type Wanted = WantedBody & { id: string; notedOn: PlainDate };

/** Somebody as mail, the calendar or a card shows them. */
export type Sighting = {
  address?: Address;
  contactId?: string;
  name?: string;
  title?: string;
  company?: string;
  seenIn: { kind: "message" | "event" | "card"; id: string };
  at: Instant;
};

/** A wanted person turned up: where, and why it is taken to be them. */
export type WantedAppeared = { sighting: Sighting; because: Because };

const wantedCharactersMax = 200;

/**
 * What the owner typed: "Head of Data, Acme", "Priya Nair", "Priya Nair, Acme", "priya@acme.example" or
 * "Head of Data, acme.example". A role is told from a name by its words. Undefined when nothing is named.
 */
export function readWanted(text: string): WantedBody | undefined {
  const typed = text.slice(0, wantedCharactersMax);
  const written = (typed.match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? []).flatMap((one) => normaliseAddress(one) ?? []);
  const rest = typed.replace(/<?[^\s<>,;]+@[^\s<>,;]+>?/g, " ");
  const [first = "", ...others] = rest
    .split(/,| (?:at|bei|chez|en) (?=\S)/u)
    .map((part) => part.trim().replace(/\s+/g, " "));
  const company = others.find((part) => part !== "");
  const isRole = company !== undefined && tokens(first).some((token) => roleTokens.has(token));
  if (isRole)
    return { kind: "role", role: first, company, domains: isDomain(company) ? [fold(company)] : [], notThem: [] };
  if (first === "" && written.length === 0) return undefined;
  const name = first === "" ? written[0]! : first;
  return { kind: "named_person", name, addresses: written, notThem: [], ...(company !== undefined && { company }) };
}

const isDomain = (text: string): boolean => /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text);

/** "Head of Data, Acme", as it would be typed. */
export const sayWanted = (wanted: WantedBody): string =>
  wanted.kind === "role"
    ? `${wanted.role}, ${wanted.company}`
    : [wanted.name, wanted.company].filter((part) => part !== undefined).join(", ");

/** By the id of the wanted: the first sighting that is them. Whoever did not turn up is not in it. */
export function findWanted(wanted: readonly Wanted[], sightings: readonly Sighting[]): Map<string, WantedAppeared> {
  const seen = sightings.map(wordsOf);
  return new Map(
    wanted.flatMap((one) => {
      const found = firstOf(one, seen);
      return found === undefined ? [] : [[one.id, found]];
    }),
  );
}

/** A sighting with its words told apart once, however many people are looked for. */
type Seen = { sighting: Sighting; nameKey: string; isWholeName: boolean; held: ReadonlySet<string> };

function wordsOf(sighting: Sighting): Seen {
  const name = tokens(sighting.name ?? "");
  const held = new Set(sighting.title === undefined ? [] : tokens(spelled(sighting.title)));
  return { sighting, nameKey: name.toSorted().join(" "), isWholeName: name.length >= 2, held };
}

function firstOf(wanted: Wanted, seen: readonly Seen[]): WantedAppeared | undefined {
  const key = wanted.kind === "named_person" ? nameTokens(wanted.name) : "";
  const role = wanted.kind === "role" ? roleWords(wanted.role) : [];
  for (const { sighting, nameKey, isWholeName, held } of seen) {
    const isNamed = isWholeName && nameKey === key;
    const holds = role.length > 0 && role.every((word) => held.has(word));
    const reason = isThem(wanted, sighting, { isNamed, holds });
    if (reason !== undefined) return { sighting, because: reason };
  }
  return undefined;
}

/** Why a sighting is the wanted one. An unknown company leaves a name standing; a different one does not. */
function isThem(
  wanted: Wanted,
  sighting: Sighting,
  { isNamed, holds }: { isNamed: boolean; holds: boolean },
): Because | undefined {
  const { address, name, title } = sighting;
  if (address !== undefined && wanted.notThem.some((one) => sameMailbox(one, address))) return undefined;
  if (wanted.kind === "named_person") {
    if (address !== undefined && wanted.addresses.some((one) => sameMailbox(one, address)))
      return because("R4.wanted_address", `${address}, whom you want to meet, turned up.`);
    if (!isNamed || (wanted.company !== undefined && worksThere(wanted.company, [], sighting) === "elsewhere"))
      return undefined;
    return because("R4.wanted_person", `${name}, whom you want to meet, turned up.`);
  }
  if (!holds) return undefined;
  if (worksThere(wanted.company, wanted.domains, sighting) !== "there") return undefined;
  const who = name ?? address ?? "Somebody";
  return because(
    "R4.wanted_role",
    `${who} is ${title} at ${sighting.company ?? wanted.company}: the role you look for.`,
  );
}

/** Also for who in the known list is there already (R4). */
export function worksThere(
  company: string,
  companyDomains: readonly string[],
  { address, company: stated }: Pick<Sighting, "address" | "company">,
): "there" | "elsewhere" | "unknown" {
  const domain = address === undefined ? undefined : domainOf(address);
  if (domain !== undefined && !isFreeMail(domain)) {
    const isTheirs =
      companyDomains.some((one) => sameOrganisation(domain, one)) ||
      isHouseOf(domain, company) ||
      sameOrganisation(domain, fold(company));
    if (isTheirs) return "there";
  }
  if (stated !== undefined) return isSameCompany(stated, company) ? "there" : "elsewhere";
  return domain === undefined || isFreeMail(domain) ? "unknown" : "elsewhere";
}

/** Every word of the role stands in the title: "Head of Data" in "Head of Data & Analytics". */
export function holdsRole(title: string, role: string): boolean {
  const held = new Set(tokens(spelled(title)));
  const needed = roleWords(role);
  return needed.length > 0 && needed.every((word) => held.has(word));
}

const roleWords = (role: string): string[] => tokens(spelled(role)).filter((word) => !fillers.has(word));

const tokens = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words of a name in any order, so that "Nair, Priya" is Priya Nair. */
const nameTokens = (name: string): string => tokens(name).toSorted().join(" ");

const fillers = new Set("of the and for de du des la le der die das fur und y e et".split(" "));

const spelledOut: Readonly<Record<string, string>> = {
  vp: "vice president",
  svp: "senior vice president",
  ceo: "chief executive officer",
  cto: "chief technology officer",
  cfo: "chief financial officer",
  coo: "chief operating officer",
  cmo: "chief marketing officer",
  cio: "chief information officer",
  cdo: "chief data officer",
  ciso: "chief information security officer",
  hr: "human resources",
};

const spelled = (text: string): string =>
  tokens(text)
    .map((token) => spelledOut[token] ?? token)
    .join(" ");

/** Words that tell a role from a person's name, in the four languages of the letters. */
const roleTokens = new Set([
  ...Object.keys(spelledOut),
  ...(
    "head chief officer director manager lead leader president partner founder cofounder owner engineer developer " +
    "designer architect analyst buyer buying purchasing procurement recruiter recruiting editor accountant lawyer " +
    "counsel consultant adviser advisor broker agent investor principal secretary treasurer dean professor researcher " +
    "scientist producer curator planner coordinator executive specialist underwriter actuary someone somebody anyone " +
    "directeur directrice responsable chef gerant associe fondateur fondatrice acheteur acheteuse ingenieur comptable " +
    "avocat avocate leiter leiterin geschaftsfuhrer geschaftsfuhrerin einkaufer einkauferin einkauf grunder grunderin " +
    "jefe jefa gerente socio socia fundador fundadora comprador compradora ingeniero ingeniera contable abogado abogada"
  ).split(" "),
]);
