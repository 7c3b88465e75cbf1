/** Everything that the last look at an approved letter needs, read at the last moment: from the account itself, and from here. */
import { because } from "../../domain/because.ts";
import { carriesDeadLink } from "../../domain/draft/booking-link.ts";
import type { LookedAt } from "../../domain/draft/last-look.ts";
import type { TimeNow } from "../../domain/draft/times-now.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { sayRefusal } from "../../domain/meeting/say-refusal.ts";
import { whyNot } from "../../domain/meeting/slots.ts";
import { type Instant, millisOf } from "../../domain/time.ts";
import type { Drafts } from "../../integrations/mail.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import { loadDebriefs } from "../../store/debriefs.ts";
import type { StandingDraft } from "../../store/drafts.ts";
import type { LetterEffect } from "../../store/effects.ts";
import { loadEnrolments } from "../../store/enrolments.ts";
import { findFollowUp } from "../../store/follow-ups.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { lastHeardFrom } from "../../store/mail-with.ts";
import { sentLetters } from "../../store/sent-letters.ts";
import { scanCalendars } from "../accounts/scan-calendars.ts";
import { pollMail } from "../accounts/scan-mail.ts";
import { lookAgain } from "../booking/look-again.ts";
import { publicLinkBase } from "../booking/public-address.ts";
import { mayWriteTo } from "../letters/letter-caps.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { Policy } from "../owner/policy-of.ts";
import { standingMeetings } from "../plan/coming-meetings.ts";
import type { World } from "../world.ts";
import type { WriteDesk } from "../write-back/desk.ts";
import { type CopySeen, lookAtCopy } from "./copy.ts";
import { stoppedBecause } from "./hold-back.ts";
import { leftLately, toLeave } from "./plan-leaving.ts";

export type Looking = { desk: WriteDesk; drafts: Drafts; effect: LetterEffect; draft: StandingDraft; policy: Policy };

/** Throws TroubleError when the account cannot be asked: a letter does not leave on what was known earlier. */
export async function lookOnceMore(looking: Looking): Promise<{ looked: LookedAt; copy: CopySeen }> {
  const { desk, drafts, effect, draft } = looking;
  const { world, owner, signal } = desk;
  await pollMail(world, owner, effect.accountId, signal);
  if (draft.offer !== undefined) await scanCalendars(world, owner, effect.accountId, signal);
  const copy = await lookAtCopy(desk, drafts, effect, draft);
  return { looked: { ...(await lookHere(looking)), copy: copy.now }, copy };
}

async function lookHere({ desk, effect, draft, policy }: Looking): Promise<Omit<LookedAt, "copy">> {
  const { world, owner } = desk;
  const { database } = world;
  const now = world.clock.now();
  const { contactId, kind } = draft;
  const followUp = await findFollowUp(database, owner, draft.followUpId);
  const isOpen = followUp?.state === "in_hand" || followUp?.state === "due";
  const stopped = await stoppedBecause(world, owner, draft);
  const heardAt = await heardSince(world, owner, effect);
  const awayUntil = await awayUntilOf(world, owner, contactId);
  const sent = await sentLetters(database, owner);
  const interactions = (await loadInteractions(database, owner, contactId)).get(contactId) ?? [];
  const [contact] = await loadContacts(database, owner, contactId);
  const isAsked = draft.offer !== undefined && contact !== undefined;
  const bookedFor = isAsked ? await nextMeeting(world, owner, contact, now) : undefined;
  const notDue = followUp?.because[0] ?? because("R41.not_due", "What it was written for is over.");
  return {
    ...(stopped !== undefined && { stopped }),
    ...(!isOpen && { notDue }),
    ...(heardAt !== undefined && { heardAt }),
    ...(bookedFor !== undefined && { bookedFor }),
    ...(awayUntil !== undefined && { awayUntil }),
    isLinkDead: carriesDeadLink(draft.body, await publicLinkBase(world, owner)),
    times: await timesNow(world, owner, draft, now),
    frequency: contact === undefined ? { kind: "now" } : mayWriteTo(contact, { kind, sent, interactions }, policy, now),
    toLeave: await toLeave(world, owner, draft),
    leftAt: leftLately(sent, now),
    draw: effect.draw,
  };
}

/** A letter of theirs that the approval did not know of. */
export async function heardSince(
  { database }: Pick<World, "database">,
  owner: OwnerId,
  { contactId, heardUntil }: LetterEffect,
): Promise<Instant | undefined> {
  const last = await lastHeardFrom(database, owner, contactId);
  return last !== undefined && (heardUntil === undefined || last > heardUntil) ? last : undefined;
}

/** Of the two of them alone. */
async function nextMeeting(
  world: World,
  owner: OwnerId,
  { contactId, addresses }: ContactRow,
  now: Instant,
): Promise<Instant | undefined> {
  const meetings = await standingMeetings(world, await ownerView(world, owner, now), {
    contacts: new Map(addresses.map((address) => [address, contactId])),
    debriefs: await loadDebriefs(world.database, owner),
  });
  const booked = meetings.get(contactId)?.booked ?? [];
  return booked.find(({ others }) => others === 1)?.startsAt;
}

async function awayUntilOf(world: World, owner: OwnerId, contactId: ContactId): Promise<Instant | undefined> {
  const last = (await loadEnrolments(world.database, owner)).get(contactId)?.at(-1);
  return last?.state === "paused" ? last.pausedUntil : undefined;
}

/** By the same question that the times were found with. */
async function timesNow(
  world: World,
  owner: OwnerId,
  { contactId, offer }: StandingDraft,
  now: Instant,
): Promise<TimeNow[]> {
  const [first] = offer?.times ?? [];
  if (offer === undefined || first === undefined) return [];
  const { asked, times, place, unchecked } = offer;
  const lengthMinutes = Math.round((millisOf(first.endsAt) - millisOf(first.startsAt)) / 60_000);
  const { onlyDays, ...wanted } = asked ?? {};
  const body = {
    ...wanted,
    lengthMinutes,
    unchecked,
    ...(place !== undefined && { place }),
    ...(onlyDays !== undefined && { onlyDays: [...onlyDays] }),
  };
  const prepared = await lookAgain(world, owner, { contactId, body, now, isHeldFree: true });
  return times.map(({ startsAt, endsAt }) => {
    const slot = { startMs: millisOf(startsAt), endMs: millisOf(endsAt) };
    // Whether it is too soon by now is said of all times together.
    const refusal = whyNot(prepared, slot).find(({ rule }) => rule !== "lead_time");
    return { startsAt, endsAt, ...(refusal !== undefined && { taken: sayRefusal(refusal, prepared.clock) }) };
  });
}
