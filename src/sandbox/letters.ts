/**
 * How people put a letter together: greeting, matter, parting, signature, and the letter it answers below. Mail programs
 * quote in different ways, and in the language of their user, which a reader of replies must see through.
 */
import type { Correspondent } from "../domain/mail/message.ts";
import { type Instant, sayInstant, type Zone } from "../domain/time.ts";
import { domainOfCompany, type Language, nameOf, owner, type Persona, type Quoting } from "./people.ts";
import { phrases } from "./phrases.ts";
import { type Chance, hashOf } from "./random.ts";
import type { Letter } from "./world.ts";

/** Someone who writes: a persona, a colleague or the owner. */
export type Writer = {
  who: Correspondent;
  given: string;
  zone: Zone;
  language: Language;
  signature: string;
  quoting: Quoting;
  writesHtml: boolean;
};

export function writerOf(persona: Persona, address = persona.addresses[0]): Writer {
  return {
    who: { address, name: nameOf(persona) },
    given: persona.given,
    zone: persona.town.zone,
    language: persona.language,
    signature: signatureOf(persona),
    quoting: persona.habits.quoting,
    writesHtml: persona.habits.writesHtml,
  };
}

export const ownerWriter: Writer = {
  who: { address: owner.address, name: owner.name },
  given: owner.given,
  zone: owner.town.zone,
  language: "en",
  signature: `--\n${owner.name}\n${owner.title}, ${owner.company}\n${owner.phone} | Paris`,
  quoting: "attribution_above",
  writesHtml: false,
};

function signatureOf(persona: Persona): string {
  const { title, company, phone, town } = persona;
  const work = [title, company].filter((part) => part !== "").join(", ");
  const lines = [
    nameOf(persona),
    ...(work === "" ? [] : [work]),
    ...(phone === undefined ? [] : [`Tel. ${phone}`]),
    town.name,
  ];
  if (company === "") return persona.given;
  if (persona.habits.quoting === "header_block")
    return `${nameOf(persona)}\n${title}\n\n${company}\n${town.name}, ${town.country}\nT ${phone ?? ""}\nwww.${domainOfCompany(persona.addresses[0])}`;
  if (persona.habits.quoting === "short_attribution") return `${persona.given}\n\n${sentFromPhone[persona.language]}`;
  return `--\n${lines.join("\n")}`;
}

const sentFromPhone: Record<Language, string> = {
  en: "Sent from my phone",
  fr: "Envoyé de mon téléphone",
  de: "Von meinem Telefon gesendet",
  es: "Enviado desde mi teléfono",
};

/** The slots of a thread, drawn once so that its letters speak of the same thing. */
export type Slots = Readonly<Record<"thing" | "place" | "weekday" | "hour" | "count", string>>;

export function drawSlots(language: Language, places: readonly string[], draw: Chance): Slots {
  return {
    thing: draw.pick(phrases[language].things),
    place: draw.pick(places),
    weekday: draw.pick(phrases[language].weekdays),
    hour: draw.pick(["9:30", "10:00", "11:15", "14:00", "15:30", "16:00", "17:00"]),
    count: String(draw.whole(3, 14)),
  };
}

export const fill = (sentence: string, slots: Slots): string =>
  sentence.replace(/\{(thing|place|weekday|hour|count)\}/g, (_, slot: keyof Slots) => slots[slot]);

/** A subject starts with a capital even when a slot begins it. */
export const asTitle = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A body in the writer's manner around sentences already filled in. */
export function compose(
  writer: Writer,
  reader: { given: string },
  matter: readonly string[],
  language: Language,
  draw: Chance,
): string {
  const { greetings, asides, partings } = phrases[language];
  const greeting = draw.pick(greetings).replace("{name}", reader.given);
  const aside = draw.happens(0.45) ? [draw.pick(asides)] : [];
  const sentences = matter.map(asTitle);
  const paragraphs = draw.happens(0.5) ? [...aside, ...sentences] : [...sentences, ...aside];
  const joined = draw.happens(0.4) ? [paragraphs.join(" ")] : paragraphs;
  return [greeting, ...joined, `${draw.pick(partings)}\n${writer.given}`, writer.signature].join("\n\n");
}

/** A one-line answer, as written between two meetings. */
export const composeShort = (writer: Writer, sentence: string, draw: Chance): string =>
  `${asTitle(sentence)}\n\n${draw.happens(0.5) ? writer.given : writer.signature}`;

const deepest = 2;

/** The text of an answer: what is said, then the earlier letter as this mail program quotes it. */
export function withQuotation(said: string, earlier: Letter | undefined, writer: Writer): string {
  if (earlier === undefined || writer.quoting === "none") return said;
  const quoted = earlier.text
    .split("\n")
    .filter((line) => !line.startsWith("> ".repeat(deepest)))
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
  switch (writer.quoting) {
    case "attribution_above":
      return `${said}\n\n${attribution(earlier, writer)}\n\n${quoted}`;
    case "short_attribution":
      return `${said}\n\n> ${attribution(earlier, writer).replace("\n", " ")}\n> \n${quoted}`;
    case "header_block":
      return `${said}\n\n${headerBlock(earlier, writer)}\n\n${earlier.said}`;
  }
}

function attribution(earlier: Letter, { language, zone }: Writer): string {
  const name = earlier.from.name ?? earlier.from.address;
  const say = (style: string) => sayInstant(earlier.at, zone, style, language);
  const byLanguage: Record<Language, string> = {
    en: `On ${say("ccc, LLL d, yyyy 'at' h:mm a")} ${name} <${earlier.from.address}> wrote:`,
    fr: `Le ${say("ccc d LLL yyyy 'à' HH:mm")}, ${name} <${earlier.from.address}> a écrit :`,
    de: `Am ${say("dd.LL.yyyy 'um' HH:mm")} schrieb ${name} <${earlier.from.address}>:`,
    es: `El ${say("ccc, d LLL yyyy 'a las' H:mm")}, ${name} (<${earlier.from.address}>) escribió:`,
  };
  return byLanguage[language];
}

function headerBlock(earlier: Letter, { language, zone }: Writer): string {
  const words: Record<Language, readonly [string, string, string, string, string]> = {
    en: ["From", "Sent", "To", "Subject", "cccc, LLLL d, yyyy h:mm a"],
    fr: ["De", "Envoyé", "À", "Objet", "cccc d LLLL yyyy HH:mm"],
    de: ["Von", "Gesendet", "An", "Betreff", "cccc, d. LLLL yyyy HH:mm"],
    es: ["De", "Enviado", "Para", "Asunto", "cccc, d 'de' LLLL 'de' yyyy H:mm"],
  };
  const [from, sent, to, subject, style] = words[language];
  const readers = earlier.to.map(({ name, address }) => name ?? address).join("; ");
  return [
    "________________________________",
    `${from}: ${earlier.from.name ?? ""} <${earlier.from.address}>`,
    `${sent}: ${sayInstant(earlier.at, zone, style, language)}`,
    `${to}: ${readers}`,
    `${subject}: ${earlier.subject}`,
  ].join("\n");
}

/** A simple HTML rendering of a plain body, as mail programs make it. */
export function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const blocks = escaped.split("\n\n").map((block) => `<p>${block.replaceAll("\n", "<br>\n")}</p>`);
  return `<html><body>\n${blocks.join("\n")}\n</body></html>`;
}

/** A Message-ID that looks like its mail program's and is fixed by what it is for. */
export function messageId(from: Correspondent, ...purpose: readonly string[]): string {
  const mark = purpose.join("/");
  const hex = (part: string) => hashOf(`${part}:${mark}`).toString(16).padStart(8, "0");
  return `${hex("a")}${hex("b")}.${hex("c")}@${domainOfCompany(from.address)}`;
}

/** "Re: " once, in whatever language the thread is. */
export const answerSubject = (subject: string, prefix = "Re"): string =>
  /^(re|aw|rv) ?:/i.test(subject) ? subject : `${prefix}: ${subject}`;

export const answerPrefix: Record<Language, string> = { en: "Re", fr: "Re", de: "AW", es: "RE" };

/** The letter that answers `earlier`, said at an instant, to its writer. */
export function answerTo(
  earlier: Letter,
  {
    writer,
    said,
    at,
    deliveredTo,
    dayFromLast,
    purpose,
  }: { writer: Writer; said: string; at: Instant; deliveredTo?: string; dayFromLast?: number; purpose: string },
): Letter {
  const fromOwner = writer.who.address === owner.address || writer.who.address === owner.alias;
  const prefix = writer.quoting === "header_block" ? answerPrefix[writer.language] : "Re";
  const text = withQuotation(said, earlier, writer);
  return {
    id: messageId(writer.who, "answer", earlier.id, purpose),
    at,
    zone: writer.zone,
    from: writer.who,
    to: [earlier.from],
    ...(earlier.cc !== undefined && { cc: earlier.cc }),
    subject: answerSubject(earlier.subject, prefix),
    said,
    text,
    ...(writer.writesHtml && { html: asHtml(text) }),
    references: [...earlier.references, earlier.id],
    ...(deliveredTo !== undefined && { deliveredTo }),
    ...(dayFromLast !== undefined && { dayFromLast }),
    labels: fromOwner ? ["Sent", "Opened"] : ["Inbox", "Important", "Opened", "Category Personal"],
    encoding: "8bit",
  };
}
