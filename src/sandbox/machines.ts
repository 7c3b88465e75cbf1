/**
 * Mail that no person wrote to the owner: newsletters, notifications, bots, receipts, invitations of a network, spam, and
 * a mailing list, where persons write but to everybody.
 */
import type { Address, Correspondent } from "../domain/mail/message.ts";
import { addDays, after, dayIn, type Instant, instantAt, isWeekend, type PlainDate } from "../domain/time.ts";
import { asHtml, messageId } from "./letters.ts";
import { owner, paris } from "./people.ts";
import { chance } from "./random.ts";
import type { Letter, Meeting } from "./world.ts";

type Header = readonly [string, string];

export type Machine = Correspondent & {
  /** Messages a month. */
  perMonth: number;
  labels: readonly string[];
  headers: readonly Header[];
  subjects: readonly string[];
  bodies: readonly string[];
  /** Newsletters come as HTML with many links. */
  html?: true;
  weekends?: true;
};

const newsletter = (list: string, domain: string): Header[] => [
  ["List-Id", `<${list}.${domain}>`],
  ["List-Unsubscribe", `<https://${domain}/unsubscribe?list=${list}>, <mailto:leave-${list}@${domain}>`],
  ["List-Unsubscribe-Post", "List-Unsubscribe=One-Click"],
  ["Precedence", "bulk"],
];
const generated = (stream: string): Header[] => [
  ["Auto-Submitted", "auto-generated"],
  ["Feedback-ID", `${stream}:${stream}:mailer`],
];
const promotion = ["Inbox", "Category Promotions", "Unread"];
const update = ["Inbox", "Category Updates", "Opened"];

export const machines: readonly Machine[] = [
  {
    address: "news@shop.example",
    name: "The Shop",
    perMonth: 5,
    labels: promotion,
    headers: newsletter("offers", "shop.example"),
    html: true,
    weekends: true,
    subjects: [
      "Everything for the desk, a fifth off",
      "New lamps are in",
      "You left something in your basket",
      "Free delivery until Sunday",
    ],
    bodies: [
      "Our lamps are made by two brothers in a former bakery.",
      "Desks, shelves, and one very good chair.",
      "Your basket misses you. So does the teapot in it.",
    ],
  },
  {
    address: "hello@morningcolumn.example",
    name: "The Morning Column",
    perMonth: 9,
    labels: ["Inbox", "Category Updates", "Unread"],
    headers: newsletter("daily", "morningcolumn.example"),
    html: true,
    weekends: true,
    subjects: [
      "Five things before breakfast",
      "What the markets dreamt",
      "The column: trains, tariffs, tomatoes",
      "A short one today",
    ],
    bodies: [
      "Today: why small firms hire slowly, a mayor who answers her own mail, and a recipe.",
      "Three charts and a joke, in this order.",
      "We asked forty finance chiefs what keeps them awake. Mostly their neighbours.",
    ],
  },
  {
    address: "lettre@presse-donnees.example",
    name: "La lettre des données",
    perMonth: 2.5,
    labels: ["Inbox", "Category Updates", "Opened"],
    headers: newsletter("lettre", "presse-donnees.example"),
    html: true,
    subjects: [
      "Ce que les tableaux ne disent pas",
      "La semaine en sept chiffres",
      "Portrait : une statisticienne de quartier",
    ],
    bodies: [
      "Cette semaine, un détour par les bibliothèques publiques et leurs compteurs.",
      "Sept chiffres, dont un faux. À vous de le trouver.",
    ],
  },
  {
    address: "newsletter@mittelstand-blatt.example",
    name: "Mittelstandsblatt",
    perMonth: 2,
    labels: promotion,
    headers: newsletter("woche", "mittelstand-blatt.example"),
    html: true,
    subjects: ["Die Woche im Mittelstand", "Nachfolge: drei Familien erzählen", "Wer bezahlt die Wärmepumpe?"],
    bodies: [
      "Drei Familien erzählen, wie der Betrieb weitergeht.",
      "Lesen Sie, was die Kammern fordern und was davon bleibt.",
    ],
  },
  {
    address: "offers@aero-nord.example",
    name: "Aero Nord",
    perMonth: 2.5,
    labels: promotion,
    headers: [...newsletter("deals", "aero-nord.example"), ["X-Campaign", "deals"]],
    html: true,
    weekends: true,
    subjects: ["Seats to the north", "Mara, your miles are waiting", "Berlin from 49"],
    bodies: ["Fares are one way and a little cold.", "Your miles last another year. So do we."],
  },
  {
    address: "notifications@tracker.example",
    name: "Tracker",
    perMonth: 9,
    labels: update,
    headers: [...generated("tracker"), ["Precedence", "bulk"]],
    subjects: [
      "[NOR-{number}] Karim Benali changed the status",
      "[NOR-{number}] Jules Perrin left a comment",
      "[NOR-{number}] is due tomorrow",
    ],
    bodies: [
      "Status: in review. Open the ticket to answer.",
      "New comment: 'The second chart wants another axis.'",
      "This ticket is due tomorrow and has an owner: you.",
    ],
  },
  {
    address: "meet-bot@notetaker.example",
    name: "Notetaker",
    perMonth: 0,
    labels: update,
    headers: generated("notes"),
    subjects: ["Your notes are ready"],
    bodies: ["Summary, action items and the recording are in your workspace."],
  },
  {
    address: "no-reply@billing.example",
    name: "Cloud Billing",
    perMonth: 1,
    labels: update,
    headers: generated("billing"),
    subjects: ["Your receipt {number}", "Payment received"],
    bodies: ["Thank you. Amount: 46.80 EUR. This address is not read by anyone."],
  },
  {
    address: "noreply@banque-marais.example",
    name: "Banque du Marais",
    perMonth: 2,
    labels: update,
    headers: [["Auto-Submitted", "auto-generated"]],
    subjects: ["Un nouveau relevé est disponible", "Virement reçu"],
    bodies: ["Votre relevé est disponible dans votre espace. Ce message est automatique, merci de ne pas y répondre."],
  },
  {
    address: "billets@rail-ouest.example",
    name: "Rail Ouest",
    perMonth: 1.6,
    labels: update,
    headers: generated("billets"),
    subjects: ["Votre billet {number}", "Changement de voie", "Votre voyage de demain"],
    bodies: [
      "Présentez-vous sur le quai cinq minutes avant le départ.",
      "Le train part d'une autre voie. Suivez l'affichage.",
    ],
  },
  {
    address: "colis@livraison-vite.example",
    name: "Livraison Vite",
    perMonth: 1.4,
    labels: update,
    headers: generated("colis"),
    subjects: ["Votre colis {number} arrive", "Colis déposé au point relais"],
    bodies: ["Le livreur passera entre 10 h et 13 h.", "Votre colis vous attend au tabac du coin."],
    weekends: true,
  },
  {
    address: "invitations@linkup.example",
    name: "Brent Calder via Linkup",
    perMonth: 1.8,
    labels: ["Inbox", "Category Social", "Unread"],
    headers: [...newsletter("invitations", "linkup.example"), ["Feedback-ID", "invite:linkup:social"]],
    html: true,
    subjects: [
      "Brent Calder wants to connect",
      "You have {number} new views",
      "Someone from Acme looked at your profile",
    ],
    bodies: ["Accept or ignore. You can also do neither.", "People like you are looking at people like you."],
    weekends: true,
  },
  {
    address: "calendar-notification@schedule.example",
    name: "Schedule",
    perMonth: 2.5,
    labels: update,
    headers: generated("calendar"),
    subjects: ["Notification: Team week start", "Your agenda for tomorrow"],
    bodies: ["You have {number} events. The first begins at 9:15."],
  },
  {
    address: "status@hosting-kreis.example",
    name: "Hosting Kreis Status",
    perMonth: 1.2,
    labels: update,
    headers: [
      ["Auto-Submitted", "auto-generated"],
      ["List-Unsubscribe", "<https://hosting-kreis.example/leave>"],
    ],
    subjects: ["[resolved] Slow mail delivery", "[planned] Maintenance tonight"],
    bodies: ["All systems work again. We are sorry for the noise."],
    weekends: true,
  },
  {
    address: "contact@copropriete-martyrs.example",
    name: "Syndic 14 rue des Martyrs",
    perMonth: 0.6,
    labels: update,
    headers: [["Precedence", "bulk"]],
    subjects: ["Coupure d'eau", "Assemblée générale", "Ravalement : avis aux occupants"],
    bodies: ["L'eau sera coupée de 9 h à 11 h. Merci de votre compréhension."],
  },
  {
    address: "support@printers.example",
    name: "Printer Support",
    perMonth: 0.4,
    labels: update,
    headers: [
      ["X-Auto-Response-Suppress", "All"],
      ["Auto-Submitted", "auto-replied"],
    ],
    subjects: ["[Ticket {number}] We have received your request"],
    bodies: ["A colleague will look into it within two working days. Please do not open a second ticket."],
  },
  {
    address: "winner@lucky-parcel.example",
    name: "Lucky Parcel",
    perMonth: 0.9,
    labels: ["Spam", "Unread"],
    headers: [["Precedence", "bulk"]],
    html: true,
    weekends: true,
    subjects: ["You have won a {number} piece knife set!!!", "Final notice regarding your parcel"],
    bodies: ["Confirm your address within 24 hours and the knives are yours."],
  },
  {
    address: "office@seo-rockets.example",
    name: "Kevin from SEO Rockets",
    perMonth: 0.8,
    labels: ["Spam", "Unread"],
    headers: [],
    subjects: ["Rank first, guaranteed", "Did you see my last mail, Mara?"],
    bodies: ["I looked at your web site and found {number} errors. Shall I send a quote?"],
  },
];

/** The list that the owner reads and seldom writes to. Its posters are persons, yet they do not write to the owner. */
export const mailingList = { address: "founders-data@lists.example", name: "Founders in Data" } as const;
const posters: readonly Correspondent[] = [
  { address: "b.lindgren@sjostad.example", name: "Björn Lindgren" },
  { address: "chloe.durand@petitdata.example", name: "Chloé Durand" },
  { address: "omar.farouk@deltaworks.example", name: "Omar Farouk" },
  { address: "katja.lorenz@zahlwerk.example", name: "Katja Lorenz" },
  { address: "tim@fenwick-data.example", name: "Tim Fenwick" },
];
export const listPosters: readonly Address[] = posters.map(({ address }) => address);

const listTopics: readonly (readonly [string, string])[] = [
  [
    "Which accountant understands subscriptions?",
    "Ours asked me what a month is. Recommendations welcome, Paris or remote.",
  ],
  [
    "Warehouse on a budget",
    "We moved off the big one and pay a third. Happy to share the numbers with anyone who asks.",
  ],
  ["Hiring: first data person", "Do you look for someone broad or someone deep? We keep changing our mind."],
  ["Dinner for those in town", "Table for ten, first come, first served. Answer to me, not to the list."],
  [
    "Contracts with hospitals",
    "How long did yours take? We are in month nine and the lawyers have started to use first names.",
  ],
];

export function machineMail(seed: number, lastDay: PlainDate, meetings: readonly Meeting[]): Letter[] {
  const firstDay = addDays(lastDay, -729);
  const regular = machines.flatMap((machine) => mailOf(machine, seed, firstDay));
  return [...regular, ...listMail(seed, firstDay), ...notesOf(meetings, lastDay), ...thisMorning(lastDay)];
}

function mailOf(machine: Machine, seed: number, firstDay: PlainDate): Letter[] {
  const count = Math.round(machine.perMonth * 24);
  return Array.from({ length: count }, (_, number) => {
    const draw = chance(seed, "machine", machine.address, String(number));
    const drawn = addDays(firstDay, draw.whole(0, 728));
    const day = machine.weekends || !isWeekend(drawn) ? drawn : addDays(drawn, -2);
    const with_ = (text: string) => text.replace("{number}", String(draw.whole(11, 9_899)));
    return machineLetter(
      machine,
      instantAt(paris.zone, day, draw.whole(5 * 60, 21 * 60)),
      with_(draw.pick(machine.subjects)),
      with_(draw.pick(machine.bodies)),
      String(number),
    );
  });
}

function machineLetter(
  machine: Machine,
  at: Instant,
  subject: string,
  text: string,
  purpose: string,
  dayFromLast?: number,
): Letter {
  return {
    id: messageId(machine, "machine", purpose),
    at,
    zone: paris.zone,
    from: { address: machine.address, ...(machine.name !== undefined && { name: machine.name }) },
    to: [{ address: owner.address }],
    subject,
    said: text,
    text,
    ...(machine.html && { html: newsletterHtml(machine, subject, text) }),
    references: [],
    labels: machine.labels,
    headers: machine.headers,
    encoding: machine.html ? "quoted-printable" : "8bit",
    ...(dayFromLast !== undefined && { dayFromLast }),
  };
}

function newsletterHtml(machine: Machine, subject: string, text: string): string {
  const domain = machine.address.slice(machine.address.indexOf("@") + 1);
  const links = ["Read more", "Our archive", "Unsubscribe"].map(
    (word) => `<a href="https://${domain}/${word.toLowerCase().replace(" ", "-")}">${word}</a>`,
  );
  return `<html><body style="font-family:Georgia,serif"><table width="600"><tr><td><h1>${subject}</h1></td></tr><tr><td><p>${text}</p></td></tr><tr><td>${links.join(" · ")}</td></tr></table></body></html>`;
}

const listThreads = 46;

function listMail(seed: number, firstDay: PlainDate): Letter[] {
  return Array.from({ length: listThreads }, (_, number) => {
    const draw = chance(seed, "list", String(number));
    const [subject, text] = draw.pick(listTopics);
    const drawn = addDays(firstDay, draw.whole(0, 720));
    const [from, answerer] = draw.some(posters, 2) as [Correspondent, Correspondent];
    const post = listPost(
      from,
      instantAt(paris.zone, drawn, draw.whole(8 * 60, 22 * 60)),
      `[founders-data] ${subject}`,
      `${text}\n\n${from.name}`,
      [],
      `${number}`,
    );
    if (!draw.happens(0.75)) return [post];
    const said = draw.pick([
      "Same here. We went with the smaller firm and never looked back.",
      "Happy to talk, off list.",
      "Count me in!",
      "Month fourteen. Bring snacks.",
      "Deep first, broad later, in our case.",
    ]);
    return [
      post,
      listPost(
        answerer,
        after(post.at, { hours: draw.whole(1, 40) }),
        `Re: ${post.subject}`,
        `${said}\n\n${answerer.name}`,
        [post.id],
        `${number}/answer`,
      ),
    ];
  }).flat();
}

function listPost(
  from: Correspondent,
  at: Instant,
  subject: string,
  text: string,
  references: readonly string[],
  purpose: string,
): Letter {
  return {
    id: messageId(from, "list", purpose),
    at,
    zone: paris.zone,
    from,
    to: [mailingList],
    subject,
    said: text,
    text,
    html: asHtml(text),
    references,
    labels: ["Inbox", "Category Forums", "Opened"],
    headers: [
      ["List-Id", "Founders in Data <founders-data.lists.example>"],
      ["List-Post", "<mailto:founders-data@lists.example>"],
      ["List-Unsubscribe", "<mailto:founders-data-leave@lists.example>"],
      ["Precedence", "list"],
      ["Sender", "founders-data-bounces@lists.example"],
    ],
    encoding: "8bit",
  };
}

/** The notetaker writes after each meeting on which it sat. */
function notesOf(meetings: readonly Meeting[], lastDay: PlainDate): Letter[] {
  const bot = machines.find(({ address }) => address.startsWith("meet-bot@")) as Machine;
  return meetings.flatMap(({ guests, time, title, uid }) => {
    if (time.kind !== "timed" || time.day >= lastDay || !guests.some(({ address }) => address === bot.address))
      return [];
    const end = instantAt(time.zone, time.day, time.startMinute + time.lengthMinutes);
    return [
      machineLetter(bot, after(end, { minutes: 7 }), `Your notes are ready: ${title}`, bot.bodies[0] as string, uid),
    ];
  });
}

/** What came in before the owner's first coffee of the last day. */
function thisMorning(lastDay: PlainDate): Letter[] {
  const column = machines.find(({ address }) => address.startsWith("hello@morningcolumn")) as Machine;
  const at = instantAt(paris.zone, lastDay, 6 * 60 + 45);
  if (dayIn(paris.zone, at) !== lastDay) throw new Error(`the morning of ${lastDay} is not on that day`);
  return [machineLetter(column, at, "Five things before breakfast", column.bodies[0] as string, "this-morning", 0)];
}
