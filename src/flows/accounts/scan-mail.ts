/**
 * Reads the mail of an account: what is new first, then what waits in the durable inbox, then the past, for a slice of time;
 * the timer brings the next slice. Whatever dies in between, a cursor stands only behind rows that are stored (S1, S2).
 */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after, before, type Instant } from "../../domain/time.ts";
import type { MailAccount, MailPage } from "../../integrations/mail.ts";
import { isPushed } from "../../store/push-channels.ts";
import { addScanItems, dropScanItems, scanItemsWaiting } from "../../store/scan-items.ts";
import { knownPlaces } from "../../store/scan-places.ts";
import { countFoundLate, ensureStreams, loadStreams, noteCounted, type StoredStream } from "../../store/streams.ts";
import { moveTimer, setTimerBy } from "../../store/timers.ts";
import { pushTimer } from "../push/push-timer.ts";
import type { World } from "../world.ts";
import { keepScanned } from "./keep-scanned.ts";
import { isListedAnew, listAnewWeekly } from "./list-anew.ts";
import { readScanItems } from "./read-scan-items.ts";
import { type Reading, readStream, recentDays, type Scan } from "./read-stream.ts";
import { pollSeconds, scanTimer } from "./scan-timers.ts";
import { withAccount } from "./with-account.ts";

/** Real seconds that one run may take; fresh mail comes first in each. */
const sliceSeconds = 20;
/** Sent mail is read back to here; of what others wrote, when an account is connected, what is recent. */
const pastDays = 730;

type MailScan = Scan & { mail: MailAccount };

/** Undefined when the account is not open, or its mail was not granted; else whether all that there is has been read. */
export async function scanMail(
  world: World,
  owner: OwnerId,
  account: AccountId,
  signal: AbortSignal,
): Promise<"more" | "all" | undefined> {
  return withAccount(world, owner, account, async ({ mail }) => {
    if (mail === undefined) return undefined;
    const now = world.clock.now();
    const streams = mail.streams.map((stream) => ({
      ...stream,
      since: before(now, { days: stream.kind === "past" ? pastDays : recentDays }),
    }));
    await ensureStreams(world.database, owner, account, "mail", streams);
    const scan: MailScan = { world, owner, account, mail, signal };
    const read = await readSlice(scan, after(world.wall.now(), { seconds: sliceSeconds }));
    await setNext(scan, read);
    return read;
  });
}

/** What is new, and nothing of the past: for whoever has to know what came in by now. Nothing when the account is not open. */
export async function pollMail(world: World, owner: OwnerId, account: AccountId, signal: AbortSignal): Promise<void> {
  await withAccount(world, owner, account, async ({ mail }) => {
    if (mail === undefined) return;
    const scan: MailScan = { world, owner, account, mail, signal };
    await readFresh(scan, await loadStreams(world.database, owner, account, "mail"));
    // What was listed just now is read before everything that waits.
    await readScanItems(scan);
  });
}

async function readFresh(scan: MailScan, streams: readonly StoredStream[]): Promise<void> {
  const goOn = () => !scan.signal.aborted;
  for (const stream of streams.filter(({ kind }) => kind === "fresh")) {
    const stands = await readStream(scan, stream, mailReading(scan, stream), goOn);
    const anew = stands && (await listAnewWeekly(scan, stands));
    if (anew !== undefined) await readStream(scan, anew, mailReading(scan, anew), goOn);
  }
}

async function readSlice(scan: MailScan, until: Instant): Promise<"more" | "all"> {
  const { world, owner, account, signal } = scan;
  const streams = await loadStreams(world.database, owner, account, "mail");
  await readFresh(scan, streams);
  // Letters of the past are read as they are listed, page by page: sent mail tells of the first people.
  const past = streams.filter(({ kind, state }) => kind === "past" && state !== "over");
  while (!signal.aborted && world.wall.now() < until) {
    if ((await readScanItems(scan)) > 0) continue;
    const [stream] = past;
    if (stream === undefined) return "all";
    const stands = await readStream(scan, stream, mailReading(scan, stream), () => false);
    if (stands === undefined || stands.state === "over") past.shift();
    else past[0] = stands;
    if (stands?.state === "over") await compareCount(scan, stands);
  }
  return "more";
}

const mailReading = (scan: MailScan, { name }: StoredStream): Reading<MailPage> => ({
  pages: (from) => scan.mail.pages(name, from, scan.signal),
  async keep(transaction, stream, page, at) {
    const { owner, account } = scan;
    const refs = page.messages.map(({ ref }) => ref);
    const known = refs.length === 0 ? new Set<string>() : await knownPlaces(transaction, owner, account, refs);
    const unknown = page.messages.filter(({ ref }) => !known.has(ref));
    await keepScanned(scan, transaction, unknown);
    const waiting = { stream: name, refs: page.listed, rank: rankOf(stream), at };
    const listed = unknown.length + (await addScanItems(transaction, owner, account, waiting));
    await dropScanItems(transaction, owner, account, page.gone);
    if (isListedAnew(stream)) await countFoundLate(transaction, owner, account, stream, listed);
    return { listed, stored: unknown.length, gone: page.gone.length };
  },
});

/** Lower is read earlier: what is new, then sent mail, which tells of the first people, then what came in before. */
const rankOf = ({ kind, succeededAt }: StoredStream): number =>
  kind === "past" ? 1 : succeededAt === undefined ? 2 : 0;

async function compareCount({ world, owner, account, mail, signal }: MailScan, stream: StoredStream): Promise<void> {
  const counted = await mail.count(stream.name, signal);
  if (counted !== undefined)
    await noteCounted(world.database, owner, account, stream, { counted, at: world.clock.now() });
}

/** At once while there is more to read, else at the next poll, or when a message that could not be read may be tried again. */
async function setNext({ world, owner, account }: Scan, read: "more" | "all"): Promise<void> {
  const now = world.clock.now();
  const { ready, nextTryAt } = await scanItemsWaiting(world.database, owner, account, now);
  const pushed = await isPushed(world.database, owner, account, "mail", now);
  if (world.push !== undefined && !pushed) await setTimerBy(world.database, owner, pushTimer(account), now);
  const poll = after(now, { seconds: pollSeconds(0, { isPushed: pushed }) });
  const again = read === "more" || ready > 0 ? now : nextTryAt !== undefined && nextTryAt < poll ? nextTryAt : poll;
  await moveTimer(world.database, owner, scanTimer("scan_mail", account), again);
}
