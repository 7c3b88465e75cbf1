/**
 * The part of the sample that is told on purpose: the people whose follow-ups are due, the promise, the someday, the
 * referrals, the away, the no, the bounce, the new job. Written by hand, without chance.
 */
import type { Correspondent } from "../domain/mail/message.ts";
import { addBusinessDays, addDays, type PlainDate } from "../domain/time.ts";
import { answerTo, asHtml, messageId, ownerWriter, type Writer, writerOf } from "./letters.ts";
import { nameOf, owner, type Part, type Persona, paris, people, rooms } from "./people.ts";
import { writeCard } from "./sample-cards.ts";
import { at, type Guest, type Letter, type Meeting, weekdayBefore } from "./world.ts";

const persona = (key: string): Persona => {
  const found = people.find((one) => one.key === key);
  if (found === undefined) throw new Error(`nobody in the cast is called ${key}`);
  return found;
};
const withPart = (part: Part): Persona[] => people.filter((one) => one.part === part);

/** The weekday that lies that many days before the last one. */
type DayOf = (daysAgo: number) => PlainDate;
type Told = { on: PlainDate; clock: string; subject: string; said: string };

/** The letters of the story in no particular order. */
export function storyLetters(lastDay: PlainDate): Letter[] {
  const day: DayOf = (daysAgo) => weekdayBefore(lastDay, daysAgo);
  return [
    ...firstThanks(day),
    ...someday(day),
    ...promise(day, lastDay),
    ...referrals(day),
    ...away(day),
    ...refusal(day),
    ...bounce(day),
    ...newJob(day),
    ...cardAttached(day),
    ...cold(day),
    ...cinemaWithFriend(day),
  ];
}

/** What was said on the evening of the first encounter, and the answer to it. */
const thanks: Readonly<Record<string, readonly [subject: string, said: string, replied: string]>> = {
  jonas: [
    "Danke für das Gespräch beim Forum",
    "Hallo Jonas,\n\ndanke für das Gespräch über die Datenkataloge, zwischen den Vorträgen. Dein Beispiel mit den drei Datenkatalogen erzähle ich schon weiter. Ich schicke dir gern die Checkliste für Übergaben.\n\nBeste Grüße\nMara",
    "Hallo Mara,\n\nsehr gern, und ja bitte, die Checkliste nehmen wir. Bei uns geht es gerade um die Einarbeitung von vier neuen Leuten.\n\nViele Grüße\nJonas",
  ],
  claire: [
    "Merci pour l'échange à Assurtech",
    "Bonjour Claire,\n\nmerci pour notre conversation sur les visites de sinistres. Votre idée de faire visiter les sinistres aux développeurs est la meilleure de la journée.\n\nBien à vous,\nMara",
    "Bonjour Mara,\n\nmerci à vous. Nous lançons la première visite le mois prochain, je serais ravie d'en reparler.\n\nCordialement,\nClaire",
  ],
  oliver: [
    "Good breakfast",
    "Hi Oliver,\n\nthank you for the talk about the second fund, and for being frank at that hour. I will think about who could help with the reporting side.\n\nBest,\nMara",
    "Hi Mara,\n\nPleasure. Reporting is indeed the thing; if a name comes up, I am all ears.\n\nOliver",
  ],
  lucia: [
    "Gracias por la mesa redonda",
    "Hola Lucía:\n\ngracias por la charla sobre las sucursales pequeñas, y por moderar con tanta gracia. Me quedé con tu pregunta sobre quién es dueño del dato en una sucursal.\n\nUn saludo,\nMara",
    "Hola Mara:\n\ngracias a ti por venir. Esa pregunta sigue sin respuesta, así que cuando quieras la retomamos.\n\nUn abrazo,\nLucía",
  ],
  anil: [
    "Thanks for the call",
    "Hi Anil,\n\nthank you for staying up for our call. I liked how your team writes the runbook before the code. I will send the note on handovers.\n\nBest,\nMara",
    "Hi Mara, looking forward to the note. Let us find a time when it is evening for neither of us.\n\nAnil",
  ],
  hanna: [
    "Nach Krankenhaus Digital",
    "Liebe Frau Vogt,\n\nherzlichen Dank für das offene Gespräch über die Bettenplanung.\n\nBeste Grüße\nMara Lindqvist",
    "Liebe Frau Lindqvist,\n\nich danke Ihnen. Melden Sie sich gern, wenn Sie wieder in Berlin sind.\n\nMit freundlichen Grüßen\nHanna Vogt",
  ],
};

const firstThanks = (day: DayOf): Letter[] =>
  Object.entries(thanks).flatMap(([key, [subject, said, replied]]) => {
    const them = persona(key);
    const writer = writerOf(them);
    const first = letter(ownerWriter, writer.who, {
      on: day(them.knownForDays),
      clock: "19:10",
      subject,
      said: `${said}\n\n${ownerWriter.signature}`,
    });
    return [
      first,
      answer(first, writer, addBusinessDays(day(them.knownForDays), 1), "15:05", `${replied}\n\n${writer.signature}`),
    ];
  });

function someday(day: DayOf): Letter[] {
  const emile = writerOf(persona("emile"));
  const first = letter(emile, mine, {
    on: day(10),
    clock: "11:42",
    subject: "Ton article sur les petites équipes",
    said: `Bonjour Mara,\n\nj'ai lu ton article dans le métro, deux fois, parce que j'ai raté ma station. Bravo.\n\nÉmile\n\n${emile.signature}`,
  });
  const second = answer(
    first,
    ownerWriter,
    day(9),
    "09:15",
    `Merci Émile, c'est le plus beau compliment qu'on puisse faire à un texte. We should grab coffee someday and talk about your studio.\n\nMara`,
  );
  return [first, second];
}

function promise(day: DayOf, last: PlainDate): Letter[] {
  const katrin = writerOf(persona("katrin"));
  const asked = letter(katrin, mine, {
    on: day(10),
    clock: "16:20",
    subject: "Deck for the off-site",
    said: `Hi Mara,\n\ncould I borrow the deck you used with the operations people? Mine has too many arrows.\n\nThanks,\nKatrin\n\n${katrin.signature}`,
  });
  const promised = answerTo(asked, {
    writer: ownerWriter,
    said: `Hi Katrin,\n\nof course. I will send you the deck by Friday, with the arrows taken out.\n\nBest,\nMara`,
    at: at(paris.zone, addDays(last, -2), "17:45"),
    dayFromLast: -2,
    purpose: "promise",
  });
  return [asked, promised];
}

function referrals(day: DayOf): Letter[] {
  const sam = writerOf(persona("sam"));
  const words: Record<string, readonly [string, string]> = {
    nadia: [
      "Nadia runs operations at Solvia and is rebuilding the team from scratch. Mara has seen that film twice and knows how it ends.",
      "Hi Mara, lovely to meet you by mail. Sam says you ask better questions than his mother. Petra, in copy, keeps my calendar.",
    ],
    felix: [
      "Félix has just founded Cinq Rives and wonders whom to hire first. I told him you would not sell him anything.",
      "Bonjour Mara, merci Sam ! Je serais heureux de vous poser deux ou trois questions autour d'un café.",
    ],
    rosa: [
      "Rosa leads strategy at Alameda Health, and you both believe that waiting rooms tell the truth.",
      "Hola Mara, encantada. Sam me ha hablado mucho de tu trabajo con hospitales.",
    ],
  };
  return withPart("introduced").flatMap((them) => {
    const [pitch, hello] = words[them.key] as readonly [string, string];
    const copied = { address: them.addresses[0], name: nameOf(them) };
    const intro: Letter = {
      ...letter(sam, mine, {
        on: day(them.knownForDays + 3),
        clock: "09:10",
        subject: `Intro: Mara <> ${them.given}`,
        said: `Mara, meet ${them.given}. ${pitch}\n\n${them.given}, meet Mara. I leave you two to it.\n\nSam\n\n${sam.signature}`,
      }),
      to: [mine, copied],
    };
    const said = `${hello}\n\n${writerOf(them).signature}`;
    const petra = persona("petra");
    const cc = them.key === "nadia" ? { cc: [{ address: petra.addresses[0], name: nameOf(petra) }] } : {};
    const reply: Letter = {
      ...answerTo(intro, {
        writer: writerOf(them),
        said,
        at: at(them.town.zone, day(them.knownForDays + 2), "12:40"),
        purpose: "hello",
      }),
      to: [mine],
      ...cc,
    };
    const mineToThem: Letter = answerTo(reply, {
      writer: ownerWriter,
      said: `Hi ${them.given},\n\nvery happy to meet you. I moved Sam out of the conversation to spare his inbox (thank you, Sam!). Shall we talk next week?\n\nBest,\nMara`,
      at: at(paris.zone, day(them.knownForDays + 1), "17:30"),
      purpose: "yes",
    });
    return [intro, reply, mineToThem];
  });
}

function away(day: DayOf): Letter[] {
  const beatriz = writerOf(persona("beatriz"));
  return [212, 96, 12].flatMap((daysAgo) => {
    const asked = letter(ownerWriter, beatriz.who, {
      on: day(daysAgo),
      clock: "10:05",
      subject: "Una pregunta sobre la licitación",
      said: "Hola Beatriz:\n\n¿sabes ya cuándo se publica la licitación? No corre prisa.\n\nUn saludo,\nMara",
    });
    const automatic: Letter = {
      ...answerTo(asked, {
        writer: { ...beatriz, quoting: "none" },
        said: "Estoy fuera de la oficina y vuelvo dentro de dos semanas, el lunes. Para asuntos urgentes: compras@ribera-energia.example.\n\nBeatriz Campos",
        at: at(beatriz.zone, day(daysAgo), "10:06"),
        purpose: "away",
      }),
      subject: `Respuesta automática: ${asked.subject}`,
      headers: [
        ["Auto-Submitted", "auto-replied"],
        ["X-Auto-Response-Suppress", "All"],
        ["Precedence", "auto_reply"],
      ],
    };
    return [asked, automatic];
  });
}

function refusal(day: DayOf): Letter[] {
  const gregor = persona("gregor");
  const asked = letter(ownerWriter, writerOf(gregor).who, {
    on: day(170),
    clock: "09:30",
    subject: "Unser Gespräch auf der Messe",
    said: `Guten Tag Herr Stein,\n\nwollen wir das Thema Lieferantenbewertung noch einmal aufgreifen?\n\nBeste Grüße\nMara Lindqvist`,
  });
  return [
    asked,
    answer(
      asked,
      writerOf(gregor),
      day(168),
      "17:12",
      "Guten Tag,\n\nnein danke. Bitte schreiben Sie mir nicht mehr. Please stop writing.\n\nG. Stein",
    ),
  ];
}

function bounce(day: DayOf): Letter[] {
  const thomas = persona("thomas");
  const [address] = thomas.addresses;
  const sent = letter(ownerWriter, writerOf(thomas).who, {
    on: day(185),
    clock: "14:30",
    subject: "Des nouvelles ?",
    said: "Bonjour Thomas,\n\ncela fait longtemps. Toujours rue Oberkampf ?\n\nMara",
  });
  const from = { address: "mailer-daemon@mail.nordlys.example", name: "Mail Delivery Subsystem" };
  const text = `Address not found\n\nYour message wasn't delivered to ${address} because the address couldn't be found.`;
  const report: Letter = {
    id: messageId(from, "bounce", sent.id),
    at: at(paris.zone, day(185), "14:31"),
    zone: paris.zone,
    from,
    to: [mine],
    subject: "Delivery Status Notification (Failure)",
    said: text,
    text,
    undelivered: { address, diagnosis: "550 5.1.1 The account that you tried to reach does not exist." },
    references: [sent.id],
    labels: ["Inbox", "Opened"],
    headers: [
      ["Return-Path", "<>"],
      ["Auto-Submitted", "auto-replied"],
      ["X-Failed-Recipients", address],
    ],
    encoding: "8bit",
  };
  return [sent, report];
}

function newJob(day: DayOf): Letter[] {
  const daniel = persona("daniel");
  const [now, then] = daniel.addresses as readonly [string, string];
  const asked = letter(
    ownerWriter,
    { address: then, name: nameOf(daniel) },
    {
      on: day(118),
      clock: "11:11",
      subject: "Partner day",
      said: "Hi Daniel,\n\nis the partner day still on? I would bring Jules along.\n\nMara",
    },
  );
  const left: Letter = {
    ...answerTo(asked, {
      writer: { ...writerOf(daniel, then), quoting: "none" },
      said: "Thank you for your message. Daniel Whitmore has left Globex. Please write to partners@globex.example.",
      at: at(daniel.town.zone, day(118), "10:12"),
      purpose: "left",
    }),
    subject: `Automatic reply: ${asked.subject}`,
    headers: [["Auto-Submitted", "auto-replied"]],
  };
  const news = letter(writerOf(daniel, now), mine, {
    on: day(110),
    clock: "18:02",
    subject: "New chapter",
    said: `Hi Mara,\n\nyou may have met my auto-reply. I have joined Initech as Director, Partnerships; same phone, better chairs. Let us not lose touch.\n\nDaniel\n\n--\nDaniel Whitmore\nDirector, Partnerships, Initech\nTel. +44 20 5550 0619\nLondon`,
  });
  return [
    asked,
    left,
    news,
    answer(
      news,
      ownerWriter,
      day(109),
      "09:20",
      "Congratulations, Daniel! Better chairs are underrated. Talk soon.\n\nMara",
    ),
  ];
}

function cardAttached(day: DayOf): Letter[] {
  const diego = persona("diego");
  const mail = letter(writerOf(diego), mine, {
    on: day(diego.knownForDays - 1),
    clock: "12:30",
    subject: "Mi tarjeta",
    said: `Hola Mara:\n\ncomo te prometí, te adjunto mi tarjeta.\n\nDiego\n\n${writerOf(diego).signature}`,
  });
  return [{ ...mail, card: { fileName: "diego-santos.vcf", text: writeCard(diego) } }];
}

function cold(day: DayOf): Letter[] {
  const jake = writerOf(persona("jake"));
  const openers = ["Mara, 4x your pipeline?", "Bumping this up", "Am I too late?", "Closing your file"];
  return openers.map((subject, index) =>
    letter(jake, mine, {
      on: day(80 - index * 9),
      clock: `15:${10 + index}`,
      subject,
      said: `Hi Mara,\n\nfirms like Nordlys book ${12 + index * 3} more meetings a month with us. Worth fifteen minutes?\n\nJake`,
    }),
  );
}

function cinemaWithFriend(day: DayOf): Letter[] {
  const lea = writerOf(persona("lea"));
  const asked = letter(lea, mine, {
    on: day(17),
    clock: "19:55",
    subject: "Samedi ?",
    said: "Coucou ! On garde samedi pour le ciné ? Nils peut dormir chez nous.\n\nBisous\nLéa",
  });
  return [asked, answer(asked, ownerWriter, day(17), "20:20", "Oui !! Nils saute déjà partout. Bisous\n\nM.")];
}

const mine: Correspondent = { address: owner.address, name: owner.name };

/** The first letter of a thread, at `clock` in its writer's zone. */
function letter(writer: Writer, reader: Correspondent, { on, clock, subject, said }: Told): Letter {
  const fromOwner = writer.who.address === owner.address;
  return {
    id: messageId(writer.who, "story", subject, on),
    at: at(writer.zone, on, clock),
    zone: writer.zone,
    from: writer.who,
    to: [reader],
    subject,
    said,
    text: said,
    ...(writer.writesHtml && { html: asHtml(said) }),
    references: [],
    labels: fromOwner ? ["Sent", "Opened"] : ["Inbox", "Important", "Opened", "Category Personal"],
    encoding: "8bit",
  };
}

const answer = (earlier: Letter, writer: Writer, on: PlainDate, clock: string, said: string): Letter =>
  answerTo(earlier, { writer, said, at: at(writer.zone, on, clock), purpose: clock });

const me: Guest = { address: owner.address, name: owner.name, response: "ACCEPTED" };

/** The meetings of the story: first encounters, what was declined or cancelled, and the two of yesterday. */
export function storyMeetings(lastDay: PlainDate): Meeting[] {
  const encounter = (key: string, startMinute: number, lengthMinutes: number, more: Partial<Meeting> = {}): Meeting => {
    const them = persona(key);
    const guest: Guest = { address: them.addresses[0], name: nameOf(them), response: "ACCEPTED" };
    return {
      uid: `story-${key}@nordlys.example`,
      calendar: "work",
      title: them.met.title,
      ...(them.met.place !== undefined && { place: them.met.place }),
      time: {
        kind: "timed",
        zone: paris.zone,
        day: weekdayBefore(lastDay, them.knownForDays),
        startMinute,
        lengthMinutes,
      },
      organiser: mine,
      guests: [me, guest],
      status: "CONFIRMED",
      enteredDaysBefore: 9,
      ...more,
    };
  };
  const yesterday = (key: string, startMinute: number, lengthMinutes: number, more: Partial<Meeting> = {}): Meeting => {
    const meeting = encounter(key, startMinute, lengthMinutes, more);
    return {
      ...meeting,
      time: { kind: "timed", zone: paris.zone, day: addDays(lastDay, -1), startMinute, lengthMinutes },
      dayFromLast: -1,
    };
  };
  const viktor = writerOf(persona("viktor")).who;
  return [
    yesterday("priya", 18 * 60 + 30, 120, { description: "Priya is hiring analysts." }),
    yesterday("tomas", 10 * 60 + 30, 45),
    encounter("jonas", 11 * 60, 30),
    encounter("claire", 14 * 60, 45),
    encounter("oliver", 8 * 60 + 30, 60),
    encounter("lucia", 16 * 60, 60),
    encounter("anil", 15 * 60, 30, { link: "https://meet.nordlys.example/anil" }),
    encounter("hanna", 13 * 60, 45),
    encounter("gregor", 10 * 60, 30),
    encounter("viktor", 11 * 60, 30, {
      organiser: viktor,
      guests: [
        { ...me, response: "DECLINED" },
        { ...viktor, response: "ACCEPTED" },
      ],
    }),
    encounter("amara", 15 * 60 + 30, 45, { status: "CANCELLED" }),
    {
      uid: "story-board@nordlys.example",
      calendar: "work",
      title: "Board call",
      link: "https://meet.nordlys.example/board",
      time: { kind: "timed", zone: paris.zone, day: addDays(lastDay, 13), startMinute: 17 * 60, lengthMinutes: 60 },
      organiser: mine,
      guests: [
        me,
        { ...writerOf(persona("eleanor")).who, response: "ACCEPTED" },
        { ...(rooms[0] as Guest), response: "ACCEPTED", room: true },
      ],
      status: "CONFIRMED",
      enteredDaysBefore: 30,
    },
  ];
}
