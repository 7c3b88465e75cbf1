/** Reads the headers of messages that wait in the durable inbox of an account, and settles each of them (S2). */
import { after, type Instant } from "../../domain/time.ts";
import type { HeadersRead, MailAccount } from "../../integrations/mail.ts";
import { dropScanItems, failScanItems, nextScanItems, type ScanItem } from "../../store/scan-items.ts";
import { countStored } from "../../store/streams.ts";
import { keepScanned } from "./keep-scanned.ts";
import type { Scan } from "./read-stream.ts";

const itemsAtOnce = 100;
const storedAtOnce = 25;
/** Tries after which a message that cannot be read becomes a dead letter: about a day and a half after the first. */
const attemptsMax = 8;
const firstRetryMinutes = 1;

/** How many were settled: stored, gone, or put off. Those that were read are kept whatever comes after them. */
export async function readScanItems(scan: Scan & { mail: MailAccount }): Promise<number> {
  const { world, owner, account, mail, signal } = scan;
  const items = await nextScanItems(world.database, owner, account, { now: world.clock.now(), max: itemsAtOnce });
  if (items.length === 0) return 0;
  const byRef = new Map(items.map((item) => [item.ref, item]));
  let batch: HeadersRead[] = [];
  let settled = 0;
  const keep = async () => {
    if (batch.length > 0) await settle(scan, byRef, batch);
    settled += batch.length;
    batch = [];
  };
  try {
    for await (const read of mail.headers([...byRef.keys()], signal)) {
      batch.push(read);
      if (batch.length === storedAtOnce) await keep();
    }
  } catch (error) {
    await keep();
    throw error;
  }
  await keep();
  return settled;
}

function settle(scan: Scan, items: ReadonlyMap<string, ScanItem>, batch: readonly HeadersRead[]): Promise<void> {
  const { world, owner, account } = scan;
  const now = world.clock.now();
  const messages = batch.flatMap((one) => (one.kind === "read" ? [one.message] : []));
  const gone = batch.flatMap((one) => (one.kind === "gone" ? [one.ref] : []));
  const unreadable = batch.flatMap((one) => (one.kind === "unreadable" ? [one] : []));
  const failed = unreadable.map(({ ref, because }) => ({
    ref,
    because,
    tryAt: tryAgainAt(items.get(ref)?.attempts ?? 0, now),
  }));
  return world.database.transaction().execute(async (transaction) => {
    const ours = await dropScanItems(transaction, owner, account, [...messages.map(({ ref }) => ref), ...gone]);
    const stored = messages.filter(({ ref }) => ours.has(ref));
    await keepScanned(scan, transaction, stored);
    await failScanItems(transaction, owner, account, failed);
    const counts = countByStream(items, {
      stored: stored.map(({ ref }) => ref),
      gone: gone.filter((ref) => ours.has(ref)),
    });
    await countStored(transaction, owner, account, "mail", counts);
  });
}

function countByStream(
  items: ReadonlyMap<string, ScanItem>,
  settled: Readonly<Record<"stored" | "gone", readonly string[]>>,
): Map<string, { stored: number; gone: number }> {
  const counts = new Map<string, { stored: number; gone: number }>();
  for (const kind of ["stored", "gone"] as const) {
    for (const ref of settled[kind]) {
      const { stream } = items.get(ref)!;
      const known = counts.get(stream) ?? { stored: 0, gone: 0 };
      counts.set(stream, { ...known, [kind]: known[kind] + 1 });
    }
  }
  return counts;
}

/** One minute after the first failure, then three, nine … Undefined when it was tried often enough. */
const tryAgainAt = (attempts: number, now: Instant): Instant | undefined =>
  attempts + 1 >= attemptsMax ? undefined : after(now, { minutes: firstRetryMinutes * 3 ** attempts });
