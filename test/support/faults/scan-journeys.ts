/**
 * Reading an account in trouble, as the jobs do it: from the first listing to the poll after a day's changes. Whoever had to
 * sign in again does so.
 */
import type { AccountId } from "../../../src/domain/ids.ts";
import { expandAll } from "../../../src/domain/meeting/expand-all.ts";
import { after, before, type Instant, type Zone } from "../../../src/domain/time.ts";
import type { JobName } from "../../../src/jobs/catalogue.ts";
import { envelopeOf } from "../../../src/sandbox/cloud/content.ts";
import type { CloudMessage, Place } from "../../../src/sandbox/cloud/mailbox.ts";
import { eventsAround } from "../../../src/store/events.ts";
import { type Differences, differences, type Ending, type Journey } from "./case.ts";
import { type Case, connect, type Known } from "./fault-world.ts";
import { changeBook, changeDiary, changeMail, fillBook, fillDiary, fillMail } from "./tiny-account.ts";

export const scanJourneys: readonly ScanJourney[] = [
  scanning({ name: "mail", kind: "scan_mail", fill: fillMail, change: changeMail, compare: compareMail }),
  scanning({ name: "calendars", kind: "scan_calendars", fill: fillDiary, change: changeDiary, compare: compareEvents }),
  scanning({ name: "people", kind: "scan_people", fill: fillBook, change: changeBook, compare: compareCards }),
  // Access ends while nobody looks.
  scanning({
    name: "renew",
    kind: "scan_people",
    fill: fillBook,
    change: changeBook,
    compare: compareCards,
    pauseHours: 3,
  }),
];

export type Scanning = {
  name: string;
  kind: JobName;
  fill(one: Case): void;
  change(one: Case): void;
  compare(one: Known): Promise<Differences>;
  /** Between connecting and the first reading. */
  pauseHours?: number;
};

const reconnectsMax = 4;

export type ScanJourney = Journey & { of: Scanning };

export function scanning(of: Scanning): ScanJourney {
  const { name, kind, fill, change, compare, pauseHours = 0 } = of;
  return {
    name,
    of,
    async live(one) {
      fill(one);
      const accountId = await connect(one);
      one.clock.set(after(one.clock.now(), { hours: pauseHours }));
      const first = await read(one, accountId, kind);
      one.clock.set(after(one.clock.now(), { minutes: 1 }));
      change(one);
      const second = await read(one, accountId, kind);
      const wrong = [...first.wrong, ...second.wrong, ...(await complaints(one, accountId))];
      const reconnected = first.reconnected + second.reconnected;
      const found = await compare(one);
      if (isSame(found) || !(await hasSkipped(one))) return { ...found, reconnected, wrong, late: 0 };
      // What made no sense was said to be left out: it is asked for again when all is listed anew.
      one.clock.set(after(one.clock.now(), { days: 8 }));
      const third = await read(one, accountId, kind);
      return { ...(await compare(one)), reconnected, wrong: [...wrong, ...third.wrong], late: 1 };
    },
  };
}

const isSame = ({ lost, doubled, invented }: Differences): boolean =>
  lost.length + doubled.length + invented.length === 0;

const hasSkipped = async ({ world, owner }: Case): Promise<boolean> =>
  (await world.database
    .selectFrom("stream_skipped")
    .select("because")
    .where("owner_id", "=", owner)
    .where("because", "not in", ["category_promotions", "empty_card"])
    .executeTakeFirst()) !== undefined;

/** Until all is read; connected again where the account says that it must be, and why. */
export async function read(
  one: Case,
  accountId: AccountId,
  kind: JobName,
): Promise<Pick<Ending, "reconnected" | "wrong">> {
  const wrong: string[] = [];
  for (let reconnected = 0; ; reconnected += 1) {
    const ended = await one.jobs.run(one.owner, [kind]);
    const { state, because } = await stateOf(one, accountId);
    if (state === "reconnect" && reconnected < reconnectsMax) {
      if (!because) wrong.push("asks to be connected again without a reason");
      await connect(one);
      continue;
    }
    if (ended !== "settled") wrong.push(`${kind} ${ended}`);
    if (state !== "open") wrong.push(`the account is ${state}`);
    return { reconnected, wrong };
  }
}

export const stateOf = ({ world, owner }: Pick<Case, "world" | "owner">, accountId: AccountId) =>
  world.database
    .selectFrom("account")
    .select(["state", "because"])
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();

/** Reasons that stand although the trouble is over. */
async function complaints({ world, owner }: Case, accountId: AccountId): Promise<string[]> {
  const { database } = world;
  const streams = await database
    .selectFrom("stream")
    .select(["noun", "name", "because", "state"])
    .where("owner_id", "=", owner)
    .where("account_id", "=", accountId)
    .execute();
  const calendars = await database
    .selectFrom("calendar")
    .select(["name", "because"])
    .where("owner_id", "=", owner)
    .where("unreadable_since", "is not", null)
    .execute();
  const { because } = await stateOf({ world, owner }, accountId);
  return [
    ...streams.flatMap((one) => (one.because === null ? [] : [`${one.noun} ${one.name} still says ${one.because}`])),
    ...streams.flatMap((one) =>
      one.state === "waiting" || one.state === "reading" ? [`${one.name} ${one.state}`] : [],
    ),
    ...calendars.map(({ name }) => `calendar ${name} is still unreadable`),
    ...(because === null ? [] : [`the account still says ${because}`]),
  ];
}

const recentDays = 30;
const readable: readonly Place[] = ["inbox", "sent", "archive"];

const massMail: ReadonlySet<string> = new Set(
  ["promotions", "social", "updates", "forums"].map((name) => `category_${name}`),
);

/**
 * Sent mail, and what came in lately, where it was not sorted out as mass mail. What went to the trash later may have been
 * read; what came out of the spam late Outlook tells only when it is listed anew.
 */
export async function compareMail({ world, owner, provider, mine, clock }: Known): Promise<Differences> {
  const messages = [...mine.mailbox.newestFirst()];
  const since = before(clock.now(), { days: recentDays });
  const isWanted = ({ place, marks, at }: CloudMessage) =>
    readable.includes(place) &&
    (place === "sent" || at >= since) &&
    (provider === "microsoft" || !marks.some((mark) => massMail.has(mark)));
  const isToldLate = ({ marks }: CloudMessage) => provider === "microsoft" && marks.includes("rescued");
  const idOf = ({ content }: CloudMessage) => envelopeOf(content).messageId!;
  const rows = await world.database
    .selectFrom("message_place as place")
    .innerJoin("message", (join) =>
      join.onRef("message.owner_id", "=", "place.owner_id").onRef("message.message_id", "=", "place.message_id"),
    )
    .select("message.header_id")
    .where("place.owner_id", "=", owner)
    .execute();
  return differences(
    rows.map(({ header_id }) => header_id ?? ""),
    {
      must: messages.filter((one) => isWanted(one) && !isToldLate(one)).map(idOf),
      may: messages.filter((one) => one.place === "trash" || isToldLate(one)).map(idOf),
    },
  );
}

/** By what takes place: each provider tells series in its own way. */
async function compareEvents({ world, owner, mine, clock }: Known): Promise<Differences> {
  const window = { from: before(clock.now(), { days: 60 }), to: after(clock.now(), { days: 90 }) };
  const line = (startsAt: Instant, endsAt: Instant, title: string) => `${startsAt} ${endsAt} ${title}`;
  const there = mine.calendars.list.flatMap(({ id }) =>
    mine.calendars.occurrences(id, window).map(({ event, startsAt, endsAt }) => line(startsAt, endsAt, event.title)),
  );
  const known = await eventsAround(world.database, owner, window);
  const here = expandAll(known, window, "Europe/Paris" as Zone).flatMap(({ event, times, unreadable }) => [
    ...(event.status === "cancelled" ? [] : times.map(({ startsAt, endsAt }) => line(startsAt, endsAt, event.title))),
    ...(unreadable === undefined ? [] : [unreadable.note]),
  ]);
  return differences(here, { must: there });
}

async function compareCards({ world, owner, provider, mine }: Known): Promise<Differences> {
  const rows = await world.database.selectFrom("card").select(["name", "body"]).where("owner_id", "=", owner).execute();
  const here = rows.map(({ name, body }) => `${name} ${(body as { addresses: string[] }).addresses.join(" ")}`);
  const kinds = provider === "google" ? (["contact", "other"] as const) : (["contact"] as const);
  const there = kinds.flatMap((kind) => mine.book.contacts(kind));
  return differences(here, { must: there.map(({ card }) => `${card.name} ${card.addresses.join(" ")}`) });
}
