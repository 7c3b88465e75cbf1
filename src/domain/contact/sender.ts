/**
 * Person or machine (M4): evidence first, then headers, then words. Every piece of evidence adds to or takes from one
 * sum (in log-odds that a person sits behind the address) and says so. What is surely a program or a room is decided
 * before the sum; the owner's own word before everything. Nothing here has seen the body of a message.
 */
import { type Because, because } from "../because.ts";
import { brandOf, domainOf, isFreeMail, localPartOf, registrableDomain, tokensOf } from "./address.ts";
import type { AddressEvidence, MachineMark } from "./evidence.ts";
import { isNamedAfterRole, personLikeness } from "./name.ts";
import {
  botBrands,
  botWords,
  bulkLabels,
  compoundWords,
  deskWords,
  fold,
  machineWords,
  networkBrands,
  neverAnswers,
} from "./role-words.ts";

export type SenderVerdict = "person" | "machine" | "unsure";

export type SenderJudgement = {
  verdict: SenderVerdict;
  /** 0 (surely a machine) to 1 (surely a person). */
  score: number;
  /** The deciding reason first. */
  because: Because[];
};

export type SenderContext = {
  /** Registrable domains of the owner's own house (`ownDomainsOf`). */
  ownDomains: readonly string[];
  /** A meeting of at most this many people shows a person; 6 by the defaults. */
  smallMeetingMax?: number;
};

/** From this score on a person, up to the other one a machine; between them the owner is asked. */
export const personFrom = 0.65;
export const machineUpTo = 0.3;

export function judgeSender(evidence: AddressEvidence, context: SenderContext): SenderJudgement {
  const word = correctionOf(evidence) ?? certainMachine(evidence);
  if (word !== undefined) return word;
  const sum = new Sum(evidence.sentIndividually > 0 ? wordsMinOfWritten : Number.NEGATIVE_INFINITY);
  weighDealings(evidence, context.smallMeetingMax ?? 6, sum);
  weighHeaders(evidence, sum);
  weighWords(evidence, context, sum);
  weighVolume(evidence, sum);
  return sum.judgement();
}

/** What only hints (bulk-looking domain, digits, volume) takes no more than this together: alone it never makes a machine. */
const hintsMin = -0.8;
/**
 * To whom the owner wrote themselves, words and name take no more than that told for them: `reception@` and `editor@` are
 * somebody's address, too. Headers still speak, and so does an address that says that nobody answers.
 */
const wordsMinOfWritten = -2.6;

/** Reasons with their weights; the strongest one that agrees with the verdict is said first. */
class Sum {
  private total = 0;
  private words = 0;
  private hints = 0;
  private readonly reasons: { weight: number; because: Because }[] = [];
  private readonly wordsMin: number;

  constructor(wordsMin: number) {
    this.wordsMin = wordsMin;
  }

  add(weight: number, rule: string, text: string, facts?: Because["facts"]): void {
    this.total += weight;
    this.reasons.push({ weight, because: because(rule, text, facts) });
  }

  word(weight: number, rule: string, text: string): void {
    this.words += weight;
    this.reasons.push({ weight, because: because(rule, text) });
  }

  hint(weight: number, rule: string, text: string, facts?: Because["facts"]): void {
    this.hints += weight;
    this.reasons.push({ weight, because: because(rule, text, facts) });
  }

  judgement(): SenderJudgement {
    const total = this.total + Math.max(this.wordsMin, this.words) + Math.max(hintsMin, this.hints);
    const score = 1 / (1 + Math.exp(-total));
    const verdict = score >= personFrom ? "person" : score <= machineUpTo ? "machine" : "unsure";
    if (this.reasons.length === 0) this.add(0, "M4.nothing_known", "Nothing tells a person from a machine here.");
    const side = score >= 0.5 ? 1 : -1;
    const ordered = this.reasons.toSorted((one, other) => side * (other.weight - one.weight));
    return { verdict, score: Math.round(score * 1000) / 1000, because: ordered.map((reason) => reason.because) };
  }
}

function correctionOf({ correction, address, told = [] }: AddressEvidence): SenderJudgement | undefined {
  // Whom the owner says they met is a person, until they say otherwise.
  if (correction === "person" || (correction === undefined && told.length > 0)) {
    return {
      verdict: "person",
      score: 1,
      because: [because("M4.owner_said_person", `You said that ${address} is a person.`)],
    };
  }
  if (correction === "machine") {
    return {
      verdict: "machine",
      score: 0,
      because: [because("M4.owner_said_machine", `You said that ${address} is a machine.`)],
    };
  }
  return undefined;
}

const machine = (rule: string, text: string): SenderJudgement => ({
  verdict: "machine",
  score: 0,
  because: [because(rule, text)],
});

/** Rooms, meeting bots and addresses that say themselves that nobody reads them: no dealings can outweigh these. */
function certainMachine({ address, events, names }: AddressEvidence): SenderJudgement | undefined {
  const domain = domainOf(address);
  const local = fold(localPartOf(address));
  if (resourceDomain(domain))
    return machine("M4.resource_calendar", `${address} is a room, resource or shared calendar.`);
  if (events.some((event) => event.asResource)) {
    return machine("M4.resource_on_event", `${address} stands on an event as a room or resource.`);
  }
  const squeezed = local.replace(/[^a-z]/g, "");
  const phrase = neverAnswers.find((words) => squeezed.includes(words));
  if (phrase !== undefined)
    return machine("M4.never_answers", `The address says that nobody answers ("${localPartOf(address)}").`);
  const tokens = tokensOf(local);
  if (isMailSystem(tokens, names[0]?.name, address)) return machine("M4.mail_system", `${address} is a mail system.`);
  if (isMeetingBot(tokens, domain, names[0]?.name)) return machine("M4.meeting_bot", `${address} is a meeting bot.`);
  return undefined;
}

/** Nothing but a mail system's words: "Marc Daemon" has a name beside it, and a postmaster who writes has one to show. */
function isMailSystem(tokens: readonly string[], name: string | undefined, address: string): boolean {
  if (!tokens.some((token) => mailSystemWords.has(token))) return false;
  const isNamed = name !== undefined && personLikeness(name, address) >= personalFrom;
  return !isNamed && tokens.every((token) => machineWords.has(token) || deskWords.has(token));
}
const mailSystemWords: ReadonlySet<string> = new Set(["daemon", "postmaster", "mailer"]);

const resourceDomain = (domain: string): boolean =>
  domain === "resource.calendar.google.com" ||
  domain === "group.calendar.google.com" ||
  domain === "group.v.calendar.google.com" ||
  domain === "import.calendar.google.com" ||
  domain.endsWith(".resource.calendar.google.com");

function isMeetingBot(tokens: readonly string[], domain: string, name: string | undefined): boolean {
  const nameWords = name === undefined ? [] : tokensOf(fold(name));
  if (tokens.includes("notetaker") || nameWords.includes("notetaker") || nameWords.join(" ").includes("note taker"))
    return true;
  // People work at these companies too: their makers' domain counts only beside a bot's own word.
  return (
    botBrands.has(brandOf(domain)) &&
    (tokens.some((token) => botWords.has(token)) || nameWords.some((word) => botWords.has(word)))
  );
}

/** What the owner and the address did together: the strongest evidence there is. */
function weighDealings(evidence: AddressEvidence, smallMeetingMax: number, sum: Sum): void {
  const { sentIndividually, sentInGroup, received, marks } = evidence;
  const automatic = Math.max(
    marks.auto_replied ?? 0,
    marks.auto_generated ?? 0,
    marks.autoreply_header ?? 0,
    marks.delivery_report ?? 0,
  );
  const answers = Math.max(0, evidence.repliesToOwner - automatic);
  if (sentIndividually > 0 && answers > 0) {
    sum.add(
      6,
      "M4.owner_wrote_they_answered",
      `You wrote to them ${times(sentIndividually)} and they answered ${times(answers)}.`,
      {
        sentIndividually,
        answers,
      },
    );
  } else if (sentIndividually > 0 && evidence.repliesByOwner > 0) {
    sum.add(3.5, "M4.owner_answered", "You answered a message of theirs.", { repliesByOwner: evidence.repliesByOwner });
  } else if (sentIndividually > 0 && received > automatic && share(evidence, bulkMarks) < 0.5) {
    sum.add(3, "M4.mail_both_ways", `You wrote to them ${times(sentIndividually)} and they wrote ${times(received)}.`, {
      sentIndividually,
      received,
    });
  } else if (sentIndividually > 0) {
    sum.add(2.2, "M4.owner_wrote", `You wrote to them ${times(sentIndividually)}.`, { sentIndividually });
  } else if (sentInGroup > 0) {
    sum.add(1.2, "M4.owner_wrote_to_many", `They stood among many on ${sentInGroup} of your messages.`, {
      sentInGroup,
    });
  }
  const meeting = evidence.events.findLast(
    (event) => event.held && event.bothAccepted && event.attendees <= smallMeetingMax,
  );
  if (meeting !== undefined) {
    sum.add(5, "M4.small_meeting", `You both accepted "${meeting.title}" with ${meeting.attendees} people.`, {
      event: meeting.eventId,
      attendees: meeting.attendees,
    });
  } else if (evidence.events.some((event) => event.held)) {
    sum.add(1, "M4.shared_event", "They were on an event with you.", { events: evidence.events.length });
  }
  if (evidence.cards.length > 0) {
    sum.add(2, "M4.in_address_book", "They stand in an address book or list of yours.", {
      cards: evidence.cards.length,
    });
  }
  if (evidence.onlyCopied > 0 && received === 0 && sentIndividually + sentInGroup === 0) {
    sum.add(0.3, "M4.only_copied", "They were copied on messages.", { copied: evidence.onlyCopied });
  }
}

const bulkMarks: readonly MachineMark[] = ["list_id", "list_headers", "bulk_precedence", "feedback_id", "mailer_mark"];

/** How many of the received messages carry the most frequent of these marks, 0 to 1. */
function share({ received, marks }: AddressEvidence, of: readonly MachineMark[]): number {
  if (received === 0) return 0;
  const most = Math.max(0, ...of.map((mark) => marks[mark] ?? 0));
  return Math.min(1, most / received);
}

type HeaderRule = { marks: readonly MachineMark[]; weight: number; rule: string; says: string };

/** Marks of one fact: each further one adds only this part of its weight. */
const repeatedPart = 0.3;

/** Weights for "every message carries it"; a share of the messages gives that share of the weight. */
const listRules: readonly HeaderRule[] = [
  { marks: ["list_headers"], weight: -3, rule: "M4.list_headers", says: "can be unsubscribed from" },
  { marks: ["list_id"], weight: -2.5, rule: "M4.list_post", says: "came through a mailing list" },
  { marks: ["bulk_precedence"], weight: -2.5, rule: "M4.bulk", says: "said to be bulk or list mail" },
];
const headerRules: readonly HeaderRule[] = [
  { marks: ["feedback_id", "mailer_mark"], weight: -1.5, rule: "M4.mass_mailer", says: "left a mass mailing system" },
  { marks: ["auto_generated"], weight: -4, rule: "M4.auto_generated", says: "were written by a program" },
  {
    marks: ["delivery_report", "failed_recipients"],
    weight: -4,
    rule: "M4.delivery_report",
    says: "were delivery reports",
  },
  {
    marks: ["reply_to_no_reply"],
    weight: -3,
    rule: "M4.reply_to_no_reply",
    says: "send answers where nobody reads them",
  },
  { marks: ["promotions_label"], weight: -2, rule: "M4.promotions", says: "were filed as promotions" },
  { marks: ["spam_label"], weight: -2.5, rule: "M4.spam", says: "were filed as spam" },
  {
    marks: ["response_suppressed"],
    weight: -0.8,
    rule: "M4.response_suppressed",
    says: "asked for no automatic answers",
  },
  { marks: ["empty_return_path"], weight: -1, rule: "M4.empty_return_path", says: "had no return address" },
];

function weighHeaders(evidence: AddressEvidence, sum: Sum): void {
  if (evidence.received === 0) return;
  let repeated = 1;
  for (const rule of listRules) if (weighHeader(evidence, rule, repeated, sum)) repeated = repeatedPart;
  for (const rule of headerRules) weighHeader(evidence, rule, 1, sum);
  const posts = evidence.marks.list_id ?? 0;
  const own = evidence.received - Math.max(posts, ...bulkMarks.map((mark) => evidence.marks[mark] ?? 0));
  if (posts > 0 && own > 0)
    sum.add(3, "M4.beside_the_list", `They also wrote ${times(own)} outside the mailing list.`, { own });
}

function weighHeader(
  evidence: AddressEvidence,
  { marks, weight, rule, says }: HeaderRule,
  scale: number,
  sum: Sum,
): boolean {
  const part = share(evidence, marks);
  if (part === 0) return false;
  const { received } = evidence;
  const marked = Math.round(part * received);
  sum.add(weight * part * scale, rule, `${marked} of their ${received} messages ${says}.`, { marked, received });
  return true;
}

/** The words of the address and the display name. A person's own name explains role words away ("ana.sales@"). */
function weighWords(evidence: AddressEvidence, context: SenderContext, sum: Sum): void {
  const { address } = evidence;
  const local = fold(localPartOf(address));
  const domain = domainOf(address);
  // What follows a plus was chosen by whoever reads there: "jon.doe+newsletter@" is Jon Doe's.
  const tokens = tokensOf(local.replace(/\+.*$/, ""));
  const name = evidence.names[0]?.name;
  const likeness = name === undefined ? 0 : personLikeness(name, address);
  weighRoleWords(evidence, tokens, likeness, sum);
  if (likeness >= 0 && likeness < personalFrom && isNameShaped(local, tokens)) {
    sum.word(0.7, "M4.name_shape", `${address} is built like a first and a family name.`);
  }
  if (likeness > 0.2 && name !== undefined) {
    sum.word(1.6 * likeness, "M4.person_name", `"${name}" reads like a person's name.`);
  } else if (likeness < 0 && name !== undefined) {
    sum.word(2 * likeness, "M4.organisation_name", `"${name}" reads like an organisation or a role.`);
  }
  if (likeness < namedFrom && networkBrands.has(brandOf(domain)))
    sum.word(-2.5, "M4.network", `${domain} writes on behalf of a network or service.`);
  const isOwnHouse = context.ownDomains.includes(registrableDomain(domain));
  if (isOwnHouse || isFreeMail(domain))
    sum.add(0.7, "M4.house", isOwnHouse ? "It is from your own house." : `${domain} is a provider of private mail.`);
  else weighDomain(domain, sum);
  weighShape(local, sum);
}

/** From this likeness on a person's own name stands in the address too, and explains its words away. */
export const namedFrom = 0.95;
/** From this likeness on the display name is a person's, whoever's address it is. */
const personalFrom = 0.5;

function weighRoleWords(
  { address, names }: AddressEvidence,
  tokens: readonly string[],
  likeness: number,
  sum: Sum,
): void {
  if (likeness >= namedFrom) return;
  const domain = domainOf(address);
  const brand = brandOf(domain).replace(/[^a-z]/g, "");
  const isDesk = (token: string) => deskWords.has(token) || isCompound(token);
  const isAllRole = tokens.every((token) => machineWords.has(token) || isDesk(token) || token === brand);
  const machineWord = tokens.find((token) => machineWords.has(token));
  const deskWord = tokens.find(isDesk);
  const isSurname = names[0] !== undefined && isNamedAfterRole(names[0].name, address);
  if (machineWord !== undefined) {
    const weight = isSurname ? -0.8 : isAllRole ? -4 : -2.5;
    sum.word(weight, "M4.machine_word", `"${machineWord}" in ${address} names a program.`);
  } else if (deskWord !== undefined) {
    const weight = isAllRole && likeness < personalFrom && !isSurname ? -2.6 : -0.8;
    sum.word(weight, "M4.desk_word", `"${deskWord}" in ${address} names a desk, not a person.`);
  } else if (names.length === 0 && tokens.length > 0 && tokens.join("") === brand && !isFreeMail(domain)) {
    sum.word(-0.8, "M4.brand_address", `${address} carries only the organisation's name.`);
  }
}

/** "kenneth.ray", "ana_ruiz": two or three plain words of which none names a role. */
const isNameShaped = (local: string, tokens: readonly string[]): boolean =>
  /^[a-z]+[._][a-z]+([._][a-z]+)?$/.test(local) &&
  tokens.every((token) => !machineWords.has(token) && !deskWords.has(token) && !isCompound(token)) &&
  tokens.some((token) => token.length > 2);

const isCompound = (token: string): boolean =>
  token.length > 8 && compoundWords.some((word) => token.startsWith(word) || token.endsWith(word));

function weighDomain(domain: string, sum: Sum): void {
  const labels = domain.split(".");
  const inFront = labels.slice(0, Math.max(0, labels.length - registrableDomain(domain).split(".").length));
  const bulk = inFront.find((label) => bulkLabels.has(label.replace(/\d+$/, "")));
  if (bulk !== undefined) sum.hint(-1, "M4.bulk_domain", `Mass mail is sent from domains like ${domain}.`);
}

/** Long digit runs and machine-made local parts; alone they never decide. */
function weighShape(local: string, sum: Sum): void {
  const digits = /\d{5,}/.test(local);
  const coded = local.includes("=") || /(?=.*\d)[0-9a-f]{16,}/.test(local) || local.length > 40;
  if (coded) sum.add(-1.2, "M4.coded_address", "The address is a code made by a program.");
  else if (digits) sum.hint(-0.5, "M4.many_digits", "The address has a long run of digits.");
}

/** Much mail that nobody ever answered is a stream, not a correspondence. */
function weighVolume(evidence: AddressEvidence, sum: Sum): void {
  const { received, sentIndividually, sentInGroup, repliesToOwner } = evidence;
  if (received === 0 || sentIndividually + sentInGroup + repliesToOwner > 0) return;
  if (received >= 50) sum.hint(-1.5, "M4.volume", `${received} messages and never one from you.`, { received });
  else if (received >= 15) sum.hint(-0.8, "M4.volume", `${received} messages and never one from you.`, { received });
  else if (received >= 5) sum.hint(-0.3, "M4.volume", `${received} messages and never one from you.`, { received });
}

/** "once", "3 times". */
export const times = (count: number): string => (count === 1 ? "once" : `${count} times`);
