/**
 * Writes the letter for everything that is due. The same facts give the same text, so composing again changes nothing;
 * changed facts make a new version and the old one stale.
 */
import { isErrandKind } from "../../domain/draft/errand.ts";
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import { after } from "../../domain/time.ts";
import { loadContacts } from "../../store/contacts.ts";
import { editedDrafts, saveDraft, withdrawOtherDrafts } from "../../store/drafts.ts";
import { endErrand } from "../../store/errands.ts";
import { dueFollowUps } from "../../store/follow-ups.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { lockOwner } from "../../store/owners.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import { approveWithoutAsking } from "../sending/approve-without-asking.ts";
import { whyStale } from "../sending/edited-stands.ts";
import type { World } from "../world.ts";
import { wakeWriteBacks } from "../write-back/write-back-timer.ts";
import { deskOf } from "./desk.ts";
import { writeErrand } from "./write-errand.ts";
import { type LetterWritten, writeLetter } from "./write-letter.ts";

/** Drafts keep their text this long after they were written. */
export const draftTextKeptDays = 180;

export async function composeDrafts(world: World, owner: OwnerId): Promise<{ composed: number }> {
  const { now } = await viewpointOf(world, owner);
  const desk = await deskOf(world, owner, now);
  const contacts = new Map((await loadContacts(world.database, owner)).map((one) => [one.contactId, one]));
  const interactions = await loadInteractions(world.database, owner);
  let composed = 0;
  await world.database.transaction().execute(async (transaction) => {
    // Whom the owner stopped meanwhile is not written to: what is due is looked at behind the lock that a stop takes.
    await lockOwner(transaction, owner);
    const due = (await dueFollowUps(transaction, owner, now)).filter(({ way }) => way === "letter");
    const written: LetterWritten[] = [];
    for (const followUp of due) {
      const contact = contacts.get(followUp.contactId);
      if (contact === undefined) continue;
      const isAsked = isErrandKind(followUp.kind);
      const letter = isAsked
        ? writeErrand(followUp, contact, contacts, desk)
        : writeLetter(followUp, contact, interactions.get(contact.contactId) ?? [], desk);
      if (letter !== undefined) {
        desk.words.add({ ...letter, name: contact.name, variants: letter.facts.variants });
        written.push(letter);
      } else if (isAsked) await endErrand(transaction, owner, followUp.followUpId, "cancelled", now);
    }
    const standing = written.map(({ followUpId }) => followUpId);
    await withdrawOtherDrafts(transaction, owner, standing, now);
    const edited = await editedDrafts(transaction, owner);
    for (const { voice: _, ...draft } of written) {
      const own = edited.get(draft.followUpId);
      const staleBecause = own && whyStale(own, draft, desk);
      if (own !== undefined && staleBecause === undefined) continue;
      const saved = await saveDraft(transaction, owner, {
        draftId: world.ids.next<DraftId>(),
        at: now,
        keptUntil: after(now, { days: draftTextKeptDays }),
        ...draft,
        ...(staleBecause !== undefined && { staleBecause }),
      });
      if (saved === "saved") composed += 1;
    }
    await approveWithoutAsking({ ...world, database: transaction }, owner, standing);
    // Whatever led here may concern what stands in the owner's accounts: people, reminders, letters.
    await wakeWriteBacks(transaction, owner, world.clock.now());
  });
  return { composed };
}
