/** The words that will confirm a meeting, as the owner reads them beside the letter that offers its times. */
import { readName } from "../../domain/contact/name.ts";
import { groupAskedBy } from "../../domain/draft/errand.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import type { DraftId, OwnerId } from "../../domain/ids.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import { draftPurpose, findDraft } from "../../store/drafts.ts";
import { loadLetterTemplates } from "../../store/letter-templates.ts";
import { ownerName } from "../../store/owners.ts";
import { type ConfirmationTold, confirmationFor, confirmationHash, moveLinkIn } from "../letters/confirm-meeting.ts";
import { OwnTemplates } from "../letters/own-templates.ts";
import type { RenderDesk } from "../letters/render-errand.ts";
import { WordsUsed } from "../letters/words-used.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";

/** For the first time that the draft offers; undefined when it offers none, or there is no such draft. */
export async function confirmationPreview(world: World, owner: OwnerId, draftId: DraftId): Promise<string | undefined> {
  const offered = await offeredBy(world, owner, draftId);
  return offered && confirmationFor(offered.contact, offered.told, offered.startsAt, offered.desk);
}

/** Hex digits of its words apart from the time: what an approval of the draft covers beside the booking. */
export async function confirmationCovered(world: World, owner: OwnerId, draftId: DraftId): Promise<string | undefined> {
  const offered = await offeredBy(world, owner, draftId);
  return offered && confirmationHash(offered.contact, offered.told, offered.desk)?.toString("hex");
}

type Offered = {
  contact: ContactRow;
  told: ConfirmationTold;
  startsAt: Offer["times"][number]["startsAt"];
  desk: RenderDesk;
};

async function offeredBy(world: World, owner: OwnerId, draftId: DraftId): Promise<Offered | undefined> {
  const { database } = world;
  const draft = await findDraft(database, owner, draftId);
  const [first] = draft?.offer?.times ?? [];
  if (draft?.offer === undefined || first === undefined) return undefined;
  const [contact] = await loadContacts(database, owner, draft.contactId);
  if (contact === undefined) return undefined;
  const { mode, place, asked } = draft.offer;
  const purpose = await draftPurpose(database, owner, draftId);
  const isOfGroup = purpose !== undefined && groupAskedBy(purpose.followUp) !== undefined;
  const moveLink = isOfGroup ? undefined : moveLinkIn(draft.body, draft.offer);
  const told: ConfirmationTold = {
    mode,
    occasion: asked?.occasion ?? (mode === "in_person" ? "coffee" : "call"),
    zone: await ownerZone(world, owner),
    ...(place !== undefined && { place }),
    ...(asked?.readersZone !== undefined && { readersZone: asked.readersZone }),
    ...(moveLink !== undefined && { moveLink }),
  };
  return { contact, told, startsAt: first.startsAt, desk: await confirmationDesk(world, owner) };
}

/** What a confirmation is told of the letter that offered its times, for one guest alone. */
export async function toldByLetter(
  { database }: World,
  owner: OwnerId,
  { draftId, body }: { draftId?: DraftId; body: Parameters<typeof moveLinkIn>[1] },
): Promise<Pick<ConfirmationTold, "moveLink">> {
  const letter = draftId === undefined ? undefined : await findDraft(database, owner, draftId);
  const moveLink = moveLinkIn(letter?.body, body);
  return moveLink === undefined ? {} : { moveLink };
}

/** All that the words come from. They follow no other letter, so that the same are shown and sent. */
export async function confirmationDesk({ database, clock }: World, owner: OwnerId): Promise<RenderDesk> {
  const name = await ownerName(database, owner);
  return {
    templates: new OwnTemplates(await loadLetterTemplates(database, owner)),
    words: new WordsUsed([], { freshSince: clock.now() }),
    choices: await loadContactChoices(database, owner),
    ownerName: name === undefined ? undefined : (readName(name)?.given ?? name),
    ownerFullName: name,
  };
}
