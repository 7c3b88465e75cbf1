/**
 * The digest on its way from the owner's own account to the owner, once for a day whatever dies in between: the steps of a
 * letter (domain/draft/sending.ts) without approval, caps and hours, since nobody but the owner reads it.
 */
import { because } from "../../domain/because.ts";
import { nextDigestAt } from "../../domain/day/digest-time.ts";
import {
  claimSeconds,
  evolveSending,
  isOver,
  reconcile,
  type Sending,
  type SendingEvent,
  settleSeconds,
} from "../../domain/draft/sending.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { after, dayIn, type Instant } from "../../domain/time.ts";
import type { Drafts, MarkedLetter, ScannedMessage } from "../../integrations/mail.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import type { ConnectedAccount } from "../../store/accounts.ts";
import { changeDigestEffect, type DigestEffect, newestDigestEffect } from "../../store/digest-effects.ts";
import { findDigest, placeDigest, type StoredDigest } from "../../store/digests.ts";
import { setTimer } from "../../store/timers.ts";
import { withAccount } from "../accounts/with-account.ts";
import { policyOf } from "../owner/policy-of.ts";
import { lookForMail } from "../sending/look-for-mail.ts";
import type { World } from "../world.ts";
import { makeDigest } from "./make-digest.ts";
import { digestTimer, planDigestAnew } from "./plan-digest.ts";

type Desk = {
  world: World;
  owner: OwnerId;
  account: ConnectedAccount;
  drafts: Drafts;
  digest: StoredDigest;
  signal: AbortSignal;
};

/** In a minute what was just sent shows, as a rule. */
const lookAgainSeconds = 60;

/** Brings the newest one as far as it goes now, and makes that of today when its time has come; the timer says when to go on. */
export async function sendDigest(world: World, owner: OwnerId, signal: AbortSignal): Promise<void> {
  const standing = await goOn(world, owner, signal);
  const isMade = standing === undefined && (await makeDigest(world, owner));
  const again = isMade ? await goOn(world, owner, signal) : standing;
  if (again === undefined) return planDigestAnew(world, owner);
  const next = nextDigestAt(await policyOf(world, owner), world.clock.now());
  await setTimer(world.database, owner, digestTimer(owner), again < next ? again : next);
}

/** When to look again; undefined when there is nothing more to do. */
async function goOn(world: World, owner: OwnerId, signal: AbortSignal): Promise<Instant | undefined> {
  const effect = await newestDigestEffect(world.database, owner);
  const digest = effect && (await findDigest(world.database, owner, effect.digestId));
  if (effect === undefined || digest === undefined || isSettled(world, effect, digest)) return undefined;
  return withAccount(world, owner, effect.accountId, async ({ mail }, account) =>
    mail?.drafts === undefined
      ? undefined
      : bringOn({ world, owner, account, drafts: mail.drafts, digest, signal }, effect),
  );
}

/** Answers name the id and the thread that the provider gave it: those are looked for as long as they may still show. */
function isSettled({ clock }: World, { sending }: DigestEffect, { threadRef }: StoredDigest): boolean {
  if (sending.state !== "done") return isOver(sending) || sending.state === "ask_owner";
  return threadRef !== undefined || after(sending.at, { seconds: settleSeconds }) < clock.now();
}

async function bringOn(desk: Desk, effect: DigestEffect): Promise<Instant | undefined> {
  const { world } = desk;
  const { sending } = effect;
  const isHeld = "until" in sending && sending.until > world.wall.now();
  if (isHeld) return soon(desk, claimSeconds);
  switch (sending.state) {
    case "ready":
    case "claimed":
    case "prepared": {
      const claimed = await step(desk, effect, { kind: "claimed", until: leaseOf(world) });
      if (claimed === undefined) return soon(desk, claimSeconds);
      await world.failpoint("send_digest.claimed");
      return (await isOfToday(desk)) ? prepare(desk, claimed) : overtake(desk, claimed);
    }
    case "sending": {
      const left = await step(desk, effect, { kind: "left_open" });
      return left === undefined ? soon(desk, claimSeconds) : bringOn(desk, left);
    }
    case "unknown":
      return findOut(desk, effect, sending);
    case "done":
      return place(desk, await desk.drafts.findSent(desk.digest.marker, desk.signal));
    default:
      return undefined;
  }
}

async function isOfToday({ world, owner, digest }: Desk): Promise<boolean> {
  const { zone } = await policyOf(world, owner);
  return digest.day === dayIn(zone, world.clock.now());
}

/** The next day began before it left: nobody wants yesterday's any more. */
async function overtake(desk: Desk, effect: DigestEffect): Promise<undefined> {
  const { drafts, digest, signal } = desk;
  const { sending } = effect;
  const draftRef = sending.state === "prepared" ? sending.draftRef : await drafts.find(digest.marker, signal);
  if (draftRef !== undefined) await drafts.remove(draftRef, signal);
  const overtaken = because("R43.overtaken", "The next day had begun before it could leave.");
  await step(desk, effect, { kind: "withdrawn", because: overtaken });
}

/** Put among the drafts, once: whoever takes over looks for it first, when every call of the one before must be over. */
async function prepare(desk: Desk, effect: DigestEffect): Promise<Instant | undefined> {
  const { drafts, digest, signal } = desk;
  if (effect.sending.state === "prepared") return tell(desk, effect);
  const isTakenOver = effect.sending.state === "claimed" && effect.sending.fence > 1;
  const found = isTakenOver ? await drafts.find(digest.marker, signal) : undefined;
  try {
    const draftRef = found ?? (await drafts.put(mailOf(desk), signal)).draft;
    const prepared = await step(desk, effect, { kind: "prepared", draftRef });
    if (prepared === undefined) return soon(desk, claimSeconds);
    await desk.world.failpoint("send_digest.prepared");
    return tell(desk, prepared);
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    if (error.trouble.kind === "refused") return refused(desk, effect, error);
    if (error.trouble.kind !== "unknown_outcome") throw error;
    return soon(desk, claimSeconds);
  }
}

async function tell(desk: Desk, effect: DigestEffect): Promise<Instant | undefined> {
  const { world, drafts, signal } = desk;
  const told = await step(desk, effect, { kind: "told", at: world.clock.now() });
  if (told?.sending.state !== "sending") return soon(desk, claimSeconds);
  await world.failpoint("send_digest.sending");
  try {
    const { ref } = await drafts.send(told.sending.draftRef, signal);
    await world.failpoint("send_digest.sent");
    await step(desk, told, { kind: "left", at: world.clock.now(), ...(ref !== undefined && { messageRef: ref }) });
    return soon(desk, lookAgainSeconds);
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error;
    const { kind } = error.trouble;
    if (kind === "unknown_outcome" || kind === "gone") {
      await step(desk, told, { kind: "left_open" });
      return soon(desk, lookAgainSeconds);
    }
    const kept = await step(desk, told, { kind: "refrained" });
    if (kind === "refused" && kept !== undefined) return refused(desk, kept, error);
    throw error;
  }
}

/** What became of it, by its marker, before anything is done again. */
async function findOut(
  desk: Desk,
  effect: DigestEffect,
  sending: Extract<Sending, { state: "unknown" }>,
): Promise<Instant | undefined> {
  const { world, drafts, digest, signal } = desk;
  const { draftRef, at } = sending;
  const there = await lookForMail(drafts, { draftRef, marker: digest.marker, at }, signal);
  const found = reconcile(sending, there, world.clock.now());
  if (found.kind === "wait") return found.until;
  const event = found.kind === "found_waiting" ? { ...found, until: leaseOf(world) } : found;
  const known = await step(desk, effect, event);
  if (known === undefined) return soon(desk, claimSeconds);
  if (known.sending.state === "prepared") return tell(desk, known);
  return there.kind === "sent" ? place(desk, there.message) : undefined;
}

async function place({ world, owner, digest }: Desk, sent: ScannedMessage | undefined): Promise<Instant | undefined> {
  if (sent === undefined) return after(world.clock.now(), { seconds: lookAgainSeconds });
  await placeDigest(world.database, owner, digest.digestId, {
    headerId: sent.headers.messageId ?? digest.headerId,
    ...(sent.threadRef !== undefined && { threadRef: sent.threadRef }),
  });
  return undefined;
}

async function refused(desk: Desk, effect: DigestEffect, error: TroubleError): Promise<undefined> {
  const why = because("R43.refused", `The mailbox did not take it: ${error.message}.`);
  await step(desk, effect, { kind: "withdrawn", because: why });
}

function mailOf({ account: { address }, digest }: Desk): MarkedLetter {
  const { marker, headerId, madeAt, subject, body } = digest;
  const self = { address };
  return {
    marker,
    messageId: headerId,
    writtenAt: madeAt,
    // Without a name: the owner's is read from what they send themselves.
    from: self,
    to: [self],
    subject,
    text: body,
    references: [],
    isAutomatic: true,
  };
}

/** Undefined when somebody else changed it meanwhile: then it is theirs to go on. */
const step = (
  { world: { database, clock }, owner }: Desk,
  effect: DigestEffect,
  event: SendingEvent,
): Promise<DigestEffect | undefined> =>
  changeDigestEffect(database, owner, effect, evolveSending(effect.sending, event), clock.now());

const leaseOf = ({ wall }: World): Instant => after(wall.now(), { seconds: claimSeconds });

const soon = ({ world }: Desk, seconds: number): Instant => after(world.clock.now(), { seconds });
