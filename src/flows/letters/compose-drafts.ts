/**
 * Writes the letter for everything that is due. The same facts give the same text, so composing again changes nothing;
 * changed facts make a new version and the old one stale.
 */
import { isErrandKind, ownAnswer } from "../../domain/draft/errand.ts";
import type { OfferedTime } from "../../domain/draft/offer.ts";
import { timesLapseAt } from "../../domain/draft/times-now.ts";
import type { DraftId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import { after } from "../../domain/time.ts";
import { type NewDraft, newestDrafts, saveDrafts } from "../../store/draft-versions.ts";
import { withdrawOtherDrafts } from "../../store/drafts.ts";
import { endErrand } from "../../store/errands.ts";
import { dueFollowUps } from "../../store/follow-ups.ts";
import { composeTimer, dropTimer, setTimer } from "../../store/timers.ts";
import { type Circle, withCircle } from "../circle.ts";
import { approveWithoutAsking } from "../sending/approve-without-asking.ts";
import { whyStale } from "../sending/edited-stands.ts";
import type { World, WorldInside } from "../world.ts";
import { wakeWriteBacks } from "../write-back/write-back-timer.ts";
import { type Desk, deskOf, errandDeskOf } from "./desk.ts";
import { writeErrand } from "./write-errand.ts";
import { type LetterWritten, writeLetter } from "./write-letter.ts";

/** Whom the owner stopped meanwhile is not written to: what is due is looked at behind the lock that a stop takes. */
export const composeDrafts = (world: World, owner: OwnerId): Promise<{ composed: number }> =>
  withCircle(world, owner, composeInside);

export async function composeInside(world: WorldInside, circle: Circle): Promise<{ composed: number }> {
  const { database } = world;
  const { view, contacts, interactions } = circle;
  const { owner, now } = view;
  const desk = await deskOf(world, circle);
  const due = (await dueFollowUps(database, owner, now)).filter(({ way }) => way === "letter");
  const isAnyAsked = due.some(({ kind }) => isErrandKind(kind));
  const errandDesk = isAnyAsked ? await errandDeskOf(world, owner, desk) : undefined;
  const written: LetterWritten[] = [];
  const inOwnWords: FollowUpId[] = [];
  for (const followUp of due) {
    const contact = contacts.get(followUp.contactId);
    if (contact === undefined) continue;
    if (followUp.kind === ownAnswer) {
      inOwnWords.push(followUp.followUpId);
      continue;
    }
    const isAsked = errandDesk !== undefined && isErrandKind(followUp.kind);
    const letter = isAsked
      ? writeErrand(followUp, contact, contacts, errandDesk)
      : writeLetter(followUp, contact, interactions.get(contact.contactId) ?? [], desk);
    if (letter !== undefined) {
      desk.words.add({ ...letter, name: contact.name, variants: letter.facts.variants });
      written.push(letter);
    } else if (isAsked) await endErrand(database, owner, followUp.followUpId, "cancelled", now);
  }
  const composed = await keepWritten(world, owner, { written, inOwnWords }, desk);
  await approveWithoutAsking(world, circle, written);
  // Whatever led here may concern what stands in the owner's accounts: people, reminders, letters.
  if (view.hasLivingAccount) await wakeWriteBacks(database, owner, world.clock.now());
  return { composed };
}

/** Says how many letters are new; whatever else was proposed is taken back. */
async function keepWritten(
  world: WorldInside,
  owner: OwnerId,
  { written, inOwnWords }: { written: readonly LetterWritten[]; inOwnWords: readonly FollowUpId[] },
  desk: Desk,
): Promise<number> {
  const { database } = world;
  const { now, policy } = desk;
  const standing = written.map(({ followUpId }) => followUpId);
  await withdrawOtherDrafts(database, owner, [...standing, ...inOwnWords], now);
  const newest = await newestDrafts(database, owner, standing);
  const drafts: NewDraft[] = [];
  const offered: OfferedTime[][] = [];
  for (const { voice: _, ...draft } of written) {
    const last = newest.get(draft.followUpId);
    const own = last?.state === "proposed" && last.isEdited ? last : undefined;
    const staleBecause = own && whyStale(own, draft, desk);
    const stands = own !== undefined && staleBecause === undefined;
    offered.push([...((stands ? own.offer : draft.offer)?.times ?? [])]);
    if (stands) continue;
    drafts.push({
      draftId: world.ids.next<DraftId>(),
      at: now,
      keptUntil: after(now, { days: policy.retention.letterDays }),
      ...draft,
      ...(staleBecause !== undefined && { staleBecause }),
    });
  }
  await wakeWhenTimesLapse(world, owner, offered, desk);
  return saveDrafts(database, owner, drafts, newest);
}

/** When the first of the letters offers too few times that can still be chosen, all are written anew. */
async function wakeWhenTimesLapse(
  { database, clock }: WorldInside,
  owner: OwnerId,
  offered: readonly (readonly OfferedTime[])[],
  { policy }: Desk,
): Promise<void> {
  // By the clock, which an old export's last day lies far behind: a timer set there would come again at once.
  const now = clock.now();
  const [first] = offered
    .flatMap((times) => timesLapseAt(times, policy) ?? [])
    .filter((at) => at > now)
    .sort();
  if (first === undefined) await dropTimer(database, owner, composeTimer(owner));
  else await setTimer(database, owner, composeTimer(owner), first);
}
