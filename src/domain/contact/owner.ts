/**
 * Which addresses are the owner's own. Nobody is asked when the evidence is plain; when it is not, the candidates are
 * ranked and the owner says which. A mailing list is delivered to like an owner but never writes: writing decides.
 */
import type { Because } from "../because.ts";
import { because } from "../because.ts";
import type { Address } from "../mail/message.ts";
import { domainOf, localPartOf, mailboxKey, tokensOf } from "./address.ts";
import { fold, neverAnswers } from "./role-words.ts";

/** What the messages and calendars show about one address that might be the owner's, counted by the store. */
export type OwnerSighting = {
  address: Address;
  /** Most frequent display name beside the address in From, when any. */
  name?: string;
  /** Messages in a sent folder (`isSentLabel`) whose From is this address. */
  sentFrom: number;
  /** Messages elsewhere whose From is this address. */
  otherFrom: number;
  /** Messages outside sent folders with it in Delivered-To and its kin. */
  deliveredTo: number;
  /** Messages outside sent folders with it in To. */
  to: number;
  /** Of those in `deliveredTo` and `to`, the ones that carry a List-Id. */
  viaList: number;
  eventsOrganised: number;
  /** Events with it among the attendees. */
  eventsAttended: number;
  /** Calendars whose name is this address. */
  calendarsNamed: number;
};

export type OwnerEvidence = {
  sightings: readonly OwnerSighting[];
  /** All messages in sent folders, and all others. */
  sentMessages: number;
  otherMessages: number;
  events: number;
};

export type OwnerAddress = {
  address: Address;
  /** 0 to 1. */
  score: number;
  because: Because[];
};

export type OwnerGuess = {
  /** Best first. When sure: the owner's addresses and nothing else. When unsure: the candidates, at most ten. */
  addresses: OwnerAddress[];
  sure: boolean;
};

const candidatesMax = 10;
/** An address that wrote at least this share of a sent folder is the owner's. */
const sentShareMin = 0.02;

export function inferOwner(evidence: OwnerEvidence): OwnerGuess {
  const candidates = evidence.sightings
    .map((sighting) => weigh(sighting, evidence))
    .filter((candidate) => candidate.score > 0)
    .sort((one, other) => other.score - one.score || (one.address < other.address ? -1 : 1));
  const [best, second] = candidates;
  if (best === undefined) return { addresses: [], sure: false };
  const main = sightingOf(evidence, best.address);
  if (!isPlain(main, second, best, evidence)) return { addresses: candidates.slice(0, candidatesMax), sure: false };
  const own = candidates.filter((one) => one === best || isAlsoOwn(sightingOf(evidence, one.address), main, evidence));
  return { addresses: own, sure: true };
}

function sightingOf({ sightings }: OwnerEvidence, address: Address): OwnerSighting {
  const found = sightings.find((sighting) => sighting.address === address);
  if (found === undefined) throw new Error(`no sighting of ${address}`);
  return found;
}

const part = (count: number, of: number): number => (of === 0 ? 0 : Math.min(1, count / of));
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Evidence of writing counts most, then whose mailbox and whose calendar it is. */
function weigh(sighting: OwnerSighting, evidence: OwnerEvidence): OwnerAddress {
  const { address } = sighting;
  const reasons: Because[] = [];
  let score = 0;
  const add = (points: number, rule: string, text: string, facts: Record<string, number>) => {
    if (points <= 0) return;
    score += points;
    reasons.push(because(rule, text, facts));
  };
  const { sentFrom, otherFrom, deliveredTo, to, eventsOrganised, eventsAttended, calendarsNamed } = sighting;
  const sentShare = part(sentFrom, evidence.sentMessages);
  const deliveredShare = part(deliveredTo, evidence.otherMessages);
  const toShare = part(to, evidence.otherMessages);
  const eventShare = part(Math.max(eventsAttended, eventsOrganised), evidence.events);
  add(0.6 * sentShare, "owner.wrote_sent", `It wrote ${percent(sentShare)} of the sent messages.`, { sentFrom });
  add(
    0.25 * deliveredShare,
    "owner.delivered_to",
    `${percent(deliveredShare)} of the other messages were delivered to it.`,
    {
      deliveredTo,
    },
  );
  add(0.2 * toShare, "owner.addressed", `${percent(toShare)} of the other messages are addressed to it.`, { to });
  add(calendarsNamed > 0 ? 0.3 : 0, "owner.calendar_named", "A calendar carries its name.", { calendarsNamed });
  add(0.2 * eventShare, "owner.on_events", `It stands on ${percent(eventShare)} of the events.`, {
    eventsAttended,
    eventsOrganised,
  });
  const writes = sentFrom + otherFrom;
  if (evidence.sentMessages === 0) {
    const covered = coverage(sighting, evidence);
    const text = `It wrote or is addressed in ${percent(covered)} of the messages.`;
    add(0.5 * covered, "owner.writes_and_receives", text, { otherFrom });
  }
  const receives = deliveredTo + to;
  const neverWrote = writes === 0 && calendarsNamed === 0 && evidence.sentMessages + evidence.otherMessages > 0;
  if (neverWrote) score *= looksLikeList(sighting) ? 0 : 0.3;
  else if (sighting.viaList > receives / 2 && sentFrom === 0) score *= 0.5;
  if (isMachineAddress(address)) score = 0;
  return { address, score: Math.round(Math.min(1, score) * 1000) / 1000, because: reasons };
}

/** In an unsorted mailbox every message is from its owner or to its owner: the share that one address accounts for. */
const coverage = ({ otherFrom, to, deliveredTo }: OwnerSighting, { otherMessages }: OwnerEvidence): number =>
  otherFrom === 0 || to + deliveredTo === 0 ? 0 : part(otherFrom + Math.max(to, deliveredTo), otherMessages);

const isMachineAddress = (address: Address): boolean => {
  const squeezed = localPartOf(address).replace(/[^a-z]/g, "");
  return neverAnswers.some((words) => squeezed.includes(words)) || domainOf(address).endsWith("calendar.google.com");
};

function looksLikeList({ address, deliveredTo, to, viaList }: OwnerSighting): boolean {
  const domain = domainOf(address);
  const labels = domain.split(".");
  const isListDomain = labels.some(
    (label) => label === "lists" || label === "list" || label === "googlegroups" || label === "groups",
  );
  return isListDomain || (viaList > 0 && viaList >= (deliveredTo + to) / 2);
}

/** Plain enough not to ask: a sent folder with one main writer to whom the mail comes too, or two kinds that agree. */
function isPlain(
  main: OwnerSighting,
  second: OwnerAddress | undefined,
  best: OwnerAddress,
  evidence: OwnerEvidence,
): boolean {
  const { sentMessages, otherMessages, events } = evidence;
  if (sentMessages >= 3 && part(main.sentFrom, sentMessages) >= 0.5) return !writesForAnother(main, evidence);
  const wrote = main.sentFrom + main.otherFrom > 0;
  const kinds = [
    wrote && coverage(main, evidence) >= 0.6,
    part(main.deliveredTo, otherMessages) >= 0.5,
    part(main.to, otherMessages) >= 0.5,
    main.calendarsNamed > 0,
    events >= 3 && part(Math.max(main.eventsAttended, main.eventsOrganised), events) >= 0.5,
  ].filter(Boolean).length;
  const isAhead = second === undefined || best.score >= 2 * second.score;
  return isAhead && (wrote ? kinds >= 1 : kinds >= 2 && main.calendarsNamed > 0);
}

/** An assistant who writes most of the sent mail: the mail itself comes to somebody else, who also writes. */
function writesForAnother(main: OwnerSighting, { sightings, otherMessages }: OwnerEvidence): boolean {
  const receives = (one: OwnerSighting): number => part(Math.max(one.to, one.deliveredTo), otherMessages);
  return sightings.some(
    (other) => other !== main && other.sentFrom > 0 && receives(other) >= 0.2 && receives(other) > 2 * receives(main),
  );
}

/** Further addresses of the same owner: they write from the sent folder, or they are an alias that also writes. */
function isAlsoOwn(one: OwnerSighting, main: OwnerSighting, evidence: OwnerEvidence): boolean {
  if (one.address === main.address) return true;
  if (mailboxKey(one.address) === mailboxKey(main.address)) return true;
  if (one.sentFrom >= 2 && part(one.sentFrom, evidence.sentMessages) >= sentShareMin) return true;
  if (one.sentFrom >= 1 && one.deliveredTo > 0) return true;
  if (one.calendarsNamed > 0 && one.eventsOrganised > 0 && sameWords(one, main)) return true;
  // Copies of others' mail reach a Delivered-To only in the owner's own mailbox, so an alias that also writes is the owner.
  return one.deliveredTo > 0 && one.otherFrom > 0 && one.viaList * 2 <= one.deliveredTo && sameWords(one, main);
}

/** The same person by display name or by the words of the local part. */
function sameWords(one: OwnerSighting, main: OwnerSighting): boolean {
  if (one.name !== undefined && main.name !== undefined && fold(one.name) === fold(main.name)) return true;
  const words = new Set(tokensOf(localPartOf(main.address)));
  return tokensOf(localPartOf(one.address)).some((token) => token.length >= 3 && words.has(token));
}

/**
 * True for the folder or label of sent mail, as mail programs name it in English, French, German, Spanish, Italian,
 * Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Hungarian, Romanian, Turkish, Greek, Russian,
 * Ukrainian, Japanese, Chinese and Korean. Paths count by any of their parts: "lay-k/sent/", "[Gmail]/Sent Mail", "INBOX.Sent".
 */
export function isSentLabel(label: string): boolean {
  const known = labelsSeen.get(label);
  if (known !== undefined) return known;
  const isSent = label
    .split(/[/\\]/)
    .flatMap((segment) => [segment, ...segment.split(".")])
    .some((segment) => sentNames.has(plainLabel(segment)));
  if (labelsSeen.size < labelsSeenMax) labelsSeen.set(label, isSent);
  return isSent;
}

/** Labels repeat on every message; the answer for one never changes. */
const labelsSeen = new Map<string, boolean>();
const labelsSeenMax = 10_000;

const plainLabel = (segment: string): string =>
  fold(segment)
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .replace(/\.(mbox|mbx|sbd|msf)$/, "")
    .replace(/[_\-\s]+/g, " ")
    .replace(/^[\s"'[\]]+|[\s"'[\]\d()]+$/g, "");

const sentNames: ReadonlySet<string> = new Set(
  `sent|sent mail|sent mails|sent items|sent item|sent messages|sent message|sent email|sent emails|sentmail|sentitems|outgoing|all sent|outbox sent
  gesendet|gesendete elemente|gesendete objekte|gesendete nachrichten|gesendete mails|gesendete e mails
  envoye|envoyes|messages envoyes|elements envoyes|courrier envoye|courriers envoyes|mails envoyes|boite d'envoi
  enviado|enviados|elementos enviados|mensajes enviados|correo enviado|correos enviados|itens enviados|mensagens enviadas|e mails enviados|enviadas
  inviata|inviati|posta inviata|elementi inviati|messaggi inviati
  verzonden|verzonden items|verzonden berichten|verzonden e mail
  skickat|skickade|skickade objekt|skickade meddelanden|skickad e post
  sendt|sendte|sendt post|sendte elementer|sendte mails|sendt e post|sende elementer|sendte elementer
  lahetetyt|lahetetyt viestit|lahetetty
  wyslane|elementy wyslane|wyslane elementy|wyslane wiadomosci
  odeslane|odeslana posta|odeslane zpravy|odoslane
  elkuldott|elkuldott elemek|elkuldott uzenetek
  trimise|elemente trimise|mesaje trimise
  gonderilmis|gonderilmis ogeler|gonderilmis postalar|gonderilenler|gonderilen postalar
  απεσταλμενα|σταλμενα
  отправленные|отправленные письма|исходящие|надіслані|надіслані листи|наділані|изпратени
  送信済み|送信済みメール|送信済みアイテム|已发送|已发送邮件|已发邮件|已傳送|寄件備份|已寄出|보낸편지함|보낸 편지함|보낸 메일`
    .split(/[|\n]/)
    .map((name) => fold(name.trim())),
);
