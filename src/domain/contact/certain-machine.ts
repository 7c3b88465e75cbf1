/** Senders that are a program or a room beyond doubt. */
import { because } from "../because.ts";
import { brandOf, domainOf, localPartOf, tokensOf } from "./address.ts";
import type { AddressEvidence } from "./evidence.ts";
import { personLikeness } from "./person-likeness.ts";
import { botBrands, botWords, deskWords, fold, machineWords, neverAnswers } from "./role-words.ts";
import type { SenderJudgement } from "./sender-sum.ts";
import { personalFrom } from "./sender-words.ts";

/** Rooms, meeting bots and addresses that say themselves that nobody reads them: no dealings can outweigh these. */
export function certainMachine({ address, events, names }: AddressEvidence): SenderJudgement | undefined {
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

const machine = (rule: string, text: string): SenderJudgement => ({
  verdict: "machine",
  score: 0,
  because: [because(rule, text)],
});

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
