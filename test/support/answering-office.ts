/** An owner whose invitations have left from their account, and people who answer them in the thread. */
import { after, type Instant, millisOf } from "../../src/domain/time.ts";
import { refresh } from "../../src/flows/refresh.ts";
import type { World } from "../../src/flows/world.ts";
import { jobOf } from "../../src/jobs/catalogue.ts";
import { handlersOf } from "../../src/jobs/handlers.ts";
import { type AnswerSeen, readInbox } from "../../src/store/read/inbox.ts";
import { claimDueTimers, finishTimer, startTimer } from "../../src/store/timers.ts";
import { readCalendars } from "./booking-office.ts";
import { patiently, readMail, signal } from "./connected-office.ts";
import { approve, type LetterSeen, leaveAll, lettersTo, priya, sentTo } from "./sending-office.ts";
import { type Guest, pass, type Vendor, type WritingOffice, writingOffice } from "./writing-office.ts";

/** Thanked on the first day, invited a week later; everybody has the invitation, and nobody has answered. `world` is theirs. */
export async function answeringOffice(
  vendor: Vendor,
  invited: readonly Guest[],
  { world = async ({ world: made }) => made }: { world?: (office: WritingOffice) => Promise<World> } = {},
): Promise<WritingOffice> {
  const others = invited.filter(({ address }) => address !== priya);
  const opened = await writingOffice(vendor, [], { others });
  const office = { ...opened, world: await world(opened) };
  const addresses = [priya, ...others.map(({ address }) => address)];
  for (const address of addresses) await yes(office, address);
  await leaveAll(office, 3 * addresses.length);
  pass(office, { days: 7 });
  await readCalendars(office);
  await readMail(office);
  for (const address of addresses) {
    // What is held for the one before is not offered to the next.
    await refresh(office.world, office.owner);
    await yes(office, address);
    await leaveAll(office, 3);
  }
  await poll(office);
  return office;
}

async function yes(office: WritingOffice, address: string): Promise<void> {
  const letter = (await lettersTo(office, address)).findLast(({ state }) => state === "proposed");
  if (letter === undefined) throw new Error(`no letter to ${address} waits`);
  const approved = await approve(office, letter);
  if (approved.kind !== "approved") throw new Error(JSON.stringify(approved));
}

/** The letter that invited them, as it left. */
export async function invitationTo(
  office: WritingOffice,
  address: string,
  invitation = "coffee",
): Promise<LetterSeen & { messageId: string }> {
  const letter = (await lettersTo(office, address)).findLast(
    ({ state, kind }) => state === "sent" && kind === invitation,
  );
  const messageId = sentTo(office, address).find(({ subject }) => subject === letter?.subject)?.messageId;
  if (letter === undefined || messageId === undefined) throw new Error(`${address} was not invited`);
  return { ...letter, messageId };
}

export type AnswerWish = {
  from: string;
  /** Whose invitation it answers; their own by default. */
  to?: string;
  name?: string;
  /** Headers that the mail system of the owner added, beside the usual ones. */
  headers?: readonly string[];
  subject?: string;
  /** The kind of letter that it answers; coffee by default. */
  invitation?: string;
};

/** It arrives in the thread of their invitation now. */
export async function answer(office: WritingOffice, text: string, wish: AnswerWish): Promise<void> {
  const { account, clock } = office;
  const { from, to = from, headers = [] } = wish;
  const { messageId, subject } = await invitationTo(office, to, wish.invitation);
  const at = new Date(millisOf(clock.now())).toUTCString().replace("GMT", "+0000");
  const raw = [
    ...headers,
    `From: ${wish.name === undefined ? from : `${wish.name} <${from}>`}`,
    `To: ${account.address}`,
    `Subject: ${wish.subject ?? `Re: ${subject}`}`,
    `Date: ${at}`,
    `Message-ID: <${from}.${millisOf(clock.now())}.${text.length}@mail.example>`,
    `In-Reply-To: <${messageId}>`,
    `References: <${messageId}>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    text,
    "",
  ].join("\r\n");
  account.mailbox.add({ content: { kind: "raw", raw: Buffer.from(raw) }, place: "inbox", marks: [], at: clock.now() });
}

/** One poll: what is new is read, and what follows from it is done. */
export async function poll(office: WritingOffice): Promise<void> {
  pass(office, { minutes: 5 });
  await readCalendars(office);
  await readMail(office);
  await refresh(office.world, office.owner);
  await runDue(office);
  // What was handed over is delivered in its time.
  pass(office, { minutes: 1 });
}

const ours = ["keep_booking", "confirm_booking", "send_letter"] as const;

/** What is due now of the loop, until nothing is; other timers are the poll's. */
export async function runDue({ world, owner, clock }: WritingOffice): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    const now = clock.now();
    const until = { now, wall: world.wall.now(), leaseUntil: after(world.wall.now(), { minutes: 1 }), max: 50 };
    const due = await claimDueTimers(world.database, until);
    for (const { kind, subjectId } of due) {
      const key = { kind, subjectId };
      await startTimer(world.database, owner, key, until);
      if (ours.some((one) => one === kind)) {
        const job = jobOf({ ownerId: owner, ...key });
        await patiently(clock, () => handlersOf(world)[job.name](job.payload as never, { jobId: "1", signal }));
      }
      await finishTimer(world.database, owner, key);
    }
    if (!due.some(({ kind }) => ours.some((one) => one === kind))) return;
  }
}

/** What became of the last answer of theirs, wherever it stands. */
export async function answerOf({ world, owner }: WritingOffice, name: string): Promise<AnswerSeen> {
  const all = [
    ...(await readInbox(world.database, owner, { isSettled: false, max: 100 })),
    ...(await readInbox(world.database, owner, { isSettled: true, max: 100 })),
  ].filter((one) => one.name === name);
  const last = all.sort((one, other) => (one.writtenAt < other.writtenAt ? 1 : -1))[0];
  if (last === undefined) throw new Error(`${name} has not answered`);
  return last;
}

/** "Tuesday 24 November at 10", as one answers it. */
export const inWords = (startsAt: Instant): string => {
  const at = new Date(millisOf(startsAt) + 3_600_000);
  const day = at.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return `${day.replace(",", "")} at ${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, "0")}`;
};
