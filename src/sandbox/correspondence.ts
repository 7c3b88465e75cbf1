/** Two years of letters between the owner, the people outside and the colleagues, drawn from their habits. */
import {
  addDays,
  after,
  dayIn,
  type Instant,
  instantAt,
  isWeekend,
  minuteOfDayIn,
  type PlainDate,
  type Zone,
} from "../domain/time.ts";
import {
  answerTo,
  asHtml,
  asTitle,
  compose,
  composeShort,
  drawSlots,
  fill,
  messageId,
  ownerWriter,
  type Slots,
  type Writer,
  writerOf,
} from "./letters.ts";
import {
  answerAfterHours,
  colleagues,
  type Habits,
  type Language,
  owner,
  type Persona,
  people,
  teamAddress,
} from "./people.ts";
import { phrases, type Topic } from "./phrases.ts";
import { type Chance, chance } from "./random.ts";
import { type Telling, tellings } from "./tellings.ts";
import { type Letter, weekdayBefore } from "./world.ts";

const daysPerMonth = 30.4;
/** The owner's own pace. */
const ownerHabits: Habits = {
  threadsPerMonth: 0,
  meetingsPerMonth: 0,
  answers: { hours: 5 },
  acceptsShare: 1,
  writesHtml: false,
  quoting: "attribution_above",
};

/** The threads with everybody outside who has a habit of writing. */
export function correspondence(seed: number, lastDay: PlainDate): Letter[] {
  return people.flatMap((persona) => threadsWith(persona, seed, lastDay));
}

function threadsWith(persona: Persona, seed: number, lastDay: PlainDate): Letter[] {
  const { habits, knownForDays, silentForDays } = persona;
  const count = Math.round((habits.threadsPerMonth * (knownForDays - silentForDays)) / daysPerMonth);
  const begun = Array.from({ length: count }, (_, number) => {
    const draw = chance(seed, "thread", persona.key, String(number));
    return { number, draw, daysAgo: draw.whole(silentForDays + 1, knownForDays - 1) };
  });
  const newest = Math.min(...begun.map(({ daysAgo }) => daysAgo));
  return begun.flatMap(({ number, draw, daysAgo }) =>
    thread({
      persona,
      address: addressThen(persona, daysAgo, draw),
      day: weekdayBefore(lastDay, daysAgo),
      purpose: `${persona.key}/${number}`,
      lastDay,
      draw,
      tells: daysAgo === newest ? (tellings[persona.key] ?? []) : [],
    }),
  );
}

/** Before the letter that came back with "has left the company" (story.ts). */
const jobChangedDaysAgo = 118;

/** Which of their addresses they wrote from, that long ago. */
export function addressThen(persona: Persona, daysAgo: number, draw: Chance): string {
  const [current, other] = persona.addresses;
  if (other === undefined) return current;
  if (persona.part === "changes_job") return daysAgo > jobChangedDaysAgo ? other : current;
  return draw.happens(0.35) ? other : current;
}

type ThreadPlan = {
  persona: Persona;
  address: string;
  day: PlainDate;
  purpose: string;
  lastDay: PlainDate;
  draw: Chance;
  /** What is to be told in it, whoever tells first writing first. */
  tells: readonly Telling[];
};

function thread({ persona, address, day, purpose, lastDay, draw, tells }: ThreadPlan): Letter[] {
  const them = writerOf(persona, address);
  const isInEnglish = persona.language !== "en" && draw.happens(0.1);
  const language = isInEnglish && tells.length === 0 ? "en" : persona.language;
  const topic = draw.pick(phrases[language].topics);
  const slots = drawSlots(language, placesIn[language], draw);
  const me = mine(draw);
  const isMineFirst = draw.happens(0.45);
  const [first, second] = (tells[0] === undefined ? isMineFirst : tells[0].by === "owner") ? [me, them] : [them, me];
  const told = (writer: Writer, turn: number) =>
    tells.filter((one, at) => at === turn && (one.by === "owner") === (writer === me)).map(({ says }) => says);
  const letters = [
    opening({
      first,
      second,
      language,
      topic,
      slots,
      purpose,
      at: inWorkingHours(first.zone, day, draw),
      draw,
      tells: told(first, 0),
    }),
  ];
  const answers = draw.pick([0, 1, 1, 2, 2, 3, 3, 4, 5]);
  const sayings = draw.some(topic.answers, answers);
  for (const [turn, saying] of sayings.entries()) {
    const earlier = letters.at(-1) as Letter;
    const writer = turn % 2 === 0 ? second : first;
    const hours = answerAfterHours(writer === me ? ownerHabits : persona.habits, draw.number());
    if (hours === undefined) break;
    const at = whenAwake(writer.zone, after(earlier.at, { minutes: Math.max(4, Math.round(hours * 60)) }), draw);
    if (dayIn(owner.town.zone, at) > lastDay) break;
    const reader = writer === me ? them : me;
    const isLast = turn === sayings.length - 1 && turn > 0;
    const sentence = fill(isLast ? draw.pick(topic.ends) : saying, slots);
    const tells = told(writer, turn + 1);
    const said =
      tells.length === 0 && (isLast || draw.happens(0.25))
        ? composeShort(writer, sentence, draw)
        : compose(writer, reader, [sentence, ...tells], language, draw);
    letters.push(toMailbox(answerTo(earlier, { writer, said, at, purpose: String(turn) }), draw));
  }
  return letters;
}

const placesIn: Record<Language, readonly string[]> = {
  en: ["London", "Berlin", "Paris", "Lyon", "Madrid", "Bangalore", "Lisbon", "Brussels"],
  fr: ["Paris", "Lyon", "la Halle", "Montreuil", "la grande salle", "Bruxelles"],
  de: ["Berlin", "Hamburg", "der Halle Ost", "Leipzig", "der Bibliothek"],
  es: ["Madrid", "Sevilla", "la sala grande", "Valencia", "el estudio"],
};

/** The owner, now and then under the alias. */
function mine(draw: Chance): Writer {
  const address = draw.happens(0.04) ? owner.alias : owner.address;
  return { ...ownerWriter, who: { address, name: owner.name } };
}

type Opening = {
  first: Writer;
  second: Writer;
  language: Language;
  topic: Topic;
  slots: Slots;
  purpose: string;
  at: Instant;
  draw: Chance;
  tells?: readonly string[];
};

function opening({ first, second, language, topic, slots, purpose, at, draw, tells = [] }: Opening): Letter {
  const said = compose(first, second, [fill(draw.pick(topic.opens), slots), ...tells], language, draw);
  const fromOwner = first.who.address === owner.address || first.who.address === owner.alias;
  return toMailbox(
    {
      id: messageId(first.who, "opening", purpose),
      at,
      zone: first.zone,
      from: first.who,
      to: [second.who],
      subject: asTitle(fill(draw.pick(topic.subjects), slots)),
      said,
      text: said,
      ...(first.writesHtml && { html: asHtml(said) }),
      references: [],
      labels: fromOwner ? ["Sent", "Opened"] : ["Inbox", "Important", "Opened", "Category Personal"],
      encoding: draw.pick(["8bit", "8bit", "quoted-printable", "base64"]),
    },
    draw,
  );
}

/** Some writers use the owner's alias; it is delivered to the same mailbox. Old letters are archived. */
function toMailbox(letter: Letter, draw: Chance): Letter {
  if (letter.labels.includes("Sent")) return letter;
  const labels = draw.happens(0.6)
    ? letter.labels.map((label) => (label === "Inbox" ? "Archived" : label))
    : letter.labels;
  if (!draw.happens(0.06) || letter.references.length > 0) return { ...letter, labels };
  return { ...letter, labels, to: [{ address: owner.alias, name: owner.name }], deliveredTo: owner.alias };
}

/** A moment in the working day of a zone. */
export function inWorkingHours(zone: Zone, day: PlainDate, draw: Chance): Instant {
  return after(instantAt(zone, day, draw.whole(8 * 60 + 15, 18 * 60 + 40)), { seconds: draw.whole(0, 59) });
}

/** The moment itself when people are up and at work, else early on the next working day. */
function whenAwake(zone: Zone, at: Instant, draw: Chance): Instant {
  const day = dayIn(zone, at);
  const minute = minuteOfDayIn(zone, at);
  if (!isWeekend(day) && minute >= 7 * 60 + 30 && minute < 21 * 60 + 30) return at;
  let next = minute < 7 * 60 + 30 ? day : addDays(day, 1);
  while (isWeekend(next)) next = addDays(next, 1);
  return after(instantAt(zone, next, draw.whole(8 * 60, 9 * 60 + 50)), { seconds: draw.whole(0, 59) });
}

const internal: Topic = {
  subjects: ["{thing}", "Quick question on {thing}", "Before {weekday}", "Who takes {thing}?", "Notes", "Office stuff"],
  opens: [
    "I put a first version of {thing} on the drive. Please break it before the client does.",
    "Who takes {thing} while I am in {place}? It needs about {count} hours.",
    "Small reminder that {thing} is due on {weekday}. I can do the tables if someone does the words.",
    "The coffee machine has been descaled. You may thank me in kind.",
    "I moved the notes of this morning to the usual folder, {count} points, two of them urgent.",
    "The landlord will test the alarm on {weekday} at {hour}. Headphones recommended.",
    "Can I have ten minutes on {thing} before the client call?",
  ],
  answers: [
    "I will take it.",
    "Looks good, I only changed the order of two paragraphs.",
    "Give me until {weekday}, I am still waiting for numbers.",
    "Sure, come by at {hour}.",
    "Not me this time, I have {count} open things on my desk.",
    "Done. The tables are ugly but right.",
  ],
  ends: ["Great, thanks.", "👍", "Perfect."],
};

const internalThreads = 190;

/** Threads inside the firm, some to the group address. */
export function colleagueThreads(seed: number, lastDay: PlainDate): Letter[] {
  return Array.from({ length: internalThreads }, (_, number) => {
    const draw = chance(seed, "internal", String(number));
    const colleague = draw.pick(colleagues);
    const them: Writer = {
      ...ownerWriter,
      who: { address: colleague.address, name: colleague.name },
      given: colleague.name.split(" ")[0] as string,
      signature: `--\n${colleague.name}\n${colleague.title}, ${owner.company}`,
    };
    const slots = drawSlots("en", placesIn.en, draw);
    const [first, second] = draw.happens(0.4) ? [ownerWriter, them] : [them, ownerWriter];
    const day = weekdayBefore(lastDay, draw.whole(1, 728));
    const start = opening({
      first,
      second,
      language: "en",
      topic: internal,
      slots,
      purpose: `internal/${number}`,
      at: inWorkingHours(first.zone, day, draw),
      draw,
    });
    const letters: Letter[] = [draw.happens(0.2) ? { ...start, to: [teamAddress] } : start];
    for (const [turn, saying] of draw.some(internal.answers, draw.whole(0, 2)).entries()) {
      const earlier = letters.at(-1) as Letter;
      const writer = turn % 2 === 0 ? second : first;
      const at = whenAwake(writer.zone, after(earlier.at, { minutes: draw.whole(6, 300) }), draw);
      if (dayIn(owner.town.zone, at) > lastDay) break;
      letters.push(
        answerTo(earlier, { writer, said: composeShort(writer, fill(saying, slots), draw), at, purpose: String(turn) }),
      );
    }
    return letters;
  }).flat();
}
