/** Reads the address book of an account, once a day, and once a week from the start. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after } from "../../domain/time.ts";
import type { CardRef, PeopleAccount, PeoplePage } from "../../integrations/people.ts";
import { ownCards, saveCards } from "../../store/cards.ts";
import { placeCards, removeGoneCards, removeUntoldCards } from "../../store/scan-places.ts";
import { ensureStreams, loadStreams, type StoredStream } from "../../store/streams.ts";
import { moveTimer } from "../../store/timers.ts";
import type { World } from "../world.ts";
import { listAnew, listAnewWeekly } from "./list-anew.ts";
import { type Reading, readStream, type Scan } from "./read-stream.ts";
import { discoverSoon, scanTimer } from "./scan-timers.ts";
import { withAccount } from "./with-account.ts";

const againHours = 24;

type PeopleScan = Scan & {
  people: PeopleAccount;
  /** By stream, what was told since its reading began at the start, in this run; nothing where some of it made no sense. */
  told: Map<string, CardRef[]>;
};

/** False when the account is not open, or its address book was not granted. */
export async function scanPeople(
  world: World,
  owner: OwnerId,
  account: AccountId,
  signal: AbortSignal,
): Promise<boolean> {
  const read = await withAccount(world, owner, account, async ({ people }) => {
    if (people === undefined) return false;
    const scan: PeopleScan = { world, owner, account, signal, people, told: new Map() };
    await ensureStreams(world.database, owner, account, "people", people.streams);
    await readBook(scan, await loadStreams(world.database, owner, account, "people"));
    const again = after(world.clock.now(), { hours: againHours });
    await moveTimer(world.database, owner, scanTimer("scan_people", account), again);
    return true;
  });
  return read === true;
}

/** Where one stream had to begin anew the others do too: only of a whole book it is known what is not in it any more. */
async function readBook(scan: PeopleScan, streams: readonly StoredStream[]): Promise<void> {
  const { world, owner, account, told } = scan;
  const stand: StoredStream[] = [];
  for (const stream of streams) {
    const stands = await read(scan, stream);
    const anew = stands && (await listAnewWeekly(scan, stands));
    const ends = anew === undefined ? stands : await read(scan, anew);
    if (ends?.state === "current") stand.push(ends);
  }
  if (told.size === 0 || stand.length < streams.length) return;
  for (const stream of stand.filter(({ name }) => !told.has(name))) {
    const anew = await listAnew(scan, stream);
    if (anew === undefined || (await read(scan, anew))?.state !== "current") return;
  }
  if (told.size < streams.length) return;
  const gone = await removeUntoldCards(world.database, owner, account, [...told.values()].flat());
  if (gone > 0) await discoverSoon(world.database, owner, world.clock.now());
}

const read = (scan: PeopleScan, stream: StoredStream): Promise<StoredStream | undefined> =>
  readStream(scan, stream, peopleReading(scan, stream), () => !scan.signal.aborted);

const peopleReading = (scan: PeopleScan, { name }: StoredStream): Reading<PeoplePage> => ({
  pages: (from) => {
    if (!("after" in from)) scan.told.set(name, []);
    return scan.people.pages(name, from, scan.signal);
  },
  async keep(transaction, _stream, page, at) {
    const { world, owner, account } = scan;
    scan.told.get(name)?.push(...page.cards.map(({ ref }) => ref));
    if (page.skipped.some(({ because }) => because !== "empty_card")) scan.told.delete(name);
    const own = await ownCards(transaction, owner, account, page.cards);
    const cards = page.cards.map(({ ref, card }) => ({ id: world.ids.next<never>(), card, isOurs: own.has(ref) }));
    const { added, saved } = await saveCards(transaction, owner, account, cards);
    const placed = page.cards.map(({ ref }, nth) => ({ ref, cardId: saved[nth]! }));
    await placeCards(transaction, owner, account, placed);
    const gone = await removeGoneCards(transaction, owner, account, page.gone);
    if (cards.length + gone > 0) await discoverSoon(transaction, owner, at);
    return { listed: cards.length, stored: added, gone };
  },
});
