/** Reads the address book of an account, once a day. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after } from "../../domain/time.ts";
import type { PeopleAccount, PeoplePage } from "../../integrations/people.ts";
import { saveCards } from "../../store/cards.ts";
import { placeCards, removeGoneCards } from "../../store/scan-places.ts";
import { ensureStreams, loadStreams, type StoredStream } from "../../store/streams.ts";
import { moveTimer, setTimerBy } from "../../store/timers.ts";
import type { World } from "../world.ts";
import { type Reading, readStream, type Scan } from "./read-stream.ts";
import { discoverSoon, scanTimer } from "./scan-timers.ts";
import { withAccount } from "./with-account.ts";

const againHours = 24;

type PeopleScan = Scan & { people: PeopleAccount };

/** False when the account is not open, or its address book was not granted. */
export async function scanPeople(
  world: World,
  owner: OwnerId,
  account: AccountId,
  signal: AbortSignal,
): Promise<boolean> {
  const read = await withAccount(world, owner, account, async ({ people }) => {
    if (people === undefined) return false;
    const scan: PeopleScan = { world, owner, account, signal, people };
    await ensureStreams(world.database, owner, account, "people", people.streams);
    for (const stream of await loadStreams(world.database, owner, account, "people"))
      await readStream(scan, stream, peopleReading(scan, stream), () => !signal.aborted);
    const again = after(world.clock.now(), { hours: againHours });
    await moveTimer(world.database, owner, scanTimer("scan_people", account), again);
    return true;
  });
  return read === true;
}

const peopleReading = (scan: PeopleScan, { name }: StoredStream): Reading<PeoplePage> => ({
  pages: (from) => scan.people.pages(name, from, scan.signal),
  async keep(transaction, _stream, page, at) {
    const { world, owner, account } = scan;
    const cards = page.cards.map(({ card }) => ({ id: world.ids.next<never>(), card }));
    const { added, saved } = await saveCards(transaction, owner, account, cards);
    const placed = page.cards.map(({ ref }, nth) => ({ ref, cardId: saved[nth]! }));
    await placeCards(transaction, owner, account, placed);
    const gone = await removeGoneCards(transaction, owner, account, page.gone);
    if (cards.length + gone > 0)
      await setTimerBy(transaction, owner, { kind: "discover", subjectId: owner }, discoverSoon(at));
    return { listed: cards.length, stored: added, gone };
  },
});
