/** When an account is read: at once when it is connected, and then again and again. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import { dropTimer, setTimer, setTimerBy } from "../../store/timers.ts";
import { pushTimer } from "../push/push-timer.ts";
import { writeBackTimer } from "../write-back/write-back-timer.ts";

export const scanKinds = ["read_profile", "scan_calendars", "scan_mail", "scan_people"] as const;
export type ScanKind = (typeof scanKinds)[number];

export const scanTimer = (kind: ScanKind, accountId: AccountId) => ({ kind, subjectId: accountId });

/** Everything of the account is read from now on; what was found is discovered by the scans themselves. */
export async function startScans(connection: Connection, owner: OwnerId, accountId: AccountId, now: Instant) {
  for (const kind of scanKinds) await setTimer(connection, owner, scanTimer(kind, accountId), now);
}

/** Nothing of it is read or written any more. */
export async function stopScans(connection: Connection, owner: OwnerId, accountId: AccountId) {
  for (const kind of scanKinds) await dropTimer(connection, owner, scanTimer(kind, accountId));
  await dropTimer(connection, owner, writeBackTimer(accountId));
  await dropTimer(connection, owner, pushTimer(accountId));
}

const daySeconds = 86_400;
const pollSecondsLeast = 300;
/** Of a project's 1,000,000 calendar requests a day, so many are for polling. */
const calendarPollsADay = 800_000;

/** Where the provider tells by itself what is new, a poll only finds what it forgot to tell. */
const pollSecondsPushed = 900;

/** Seconds between two polls (S3): five minutes, or longer where many calendars share one project's quota. */
export const pollSeconds = (calendarsPolled: number, { isPushed = false }: { isPushed?: boolean } = {}): number =>
  Math.max(
    isPushed ? pollSecondsPushed : pollSecondsLeast,
    Math.ceil((daySeconds * calendarsPolled) / calendarPollsADay),
  );

/** What was read may tell of new people: soon, and not again for every page. */
const discoverAfterSeconds = 5;
export const discoverSoon = (connection: Connection, owner: OwnerId, now: Instant): Promise<void> =>
  setTimerBy(connection, owner, { kind: "discover", subjectId: owner }, after(now, { seconds: discoverAfterSeconds }));
