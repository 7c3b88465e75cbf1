/** What stands in the way of approving a letter, as it is now. */
import { type Because, because } from "../../domain/because.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { findContactChoices } from "../../store/contact-choices.ts";
import type { StandingDraft } from "../../store/drafts.ts";
import { findFollowUp } from "../../store/follow-ups.ts";
import { suppressedMailboxes } from "../../store/suppressions.ts";
import { writtenAbout } from "../../store/written.ts";
import type { World } from "../world.ts";

/** Undefined when nothing does. */
export async function holdBack(world: World, owner: OwnerId, draft: StandingDraft): Promise<Because | undefined> {
  const { question, lint, to, followUpId } = draft;
  if (question !== undefined) return because("R3.question_open", question);
  const fault = lint.find(({ weight }) => weight === "refuse");
  if (fault !== undefined) return because(`lint.${fault.rule}`, fault.message);
  if (to === "") return because("R41.no_address", "There is no address to write to.");
  const stopped = await stoppedBecause(world, owner, draft);
  if (stopped !== undefined) return stopped;
  const state = (await findFollowUp(world.database, owner, followUpId))?.state;
  if (state !== "due" && state !== "in_hand")
    return because("R41.not_due", "What it was written for is not due any more.");
  const copies = await writtenAbout(world.database, owner, "draft", followUpId);
  return copies.some((copy) => copy.state === "changed" && copy.about === draft.draftId)
    ? because("R41.changed_there", "You changed it among your drafts: it is yours now, to be sent from there.")
    : undefined;
}

/** Do not contact: by the person, or by one of the mailboxes that it goes to. */
export async function stoppedBecause(
  { database, hashAddress }: World,
  owner: OwnerId,
  { contactId, to, alsoTo }: Pick<StandingDraft, "contactId" | "to" | "alsoTo">,
): Promise<Because | undefined> {
  const { status } = await findContactChoices(database, owner, contactId);
  if (status === "blocked") return because("R45.do_not_contact", "You said, or they did: do not contact them.");
  const suppressed = await suppressedMailboxes(database, owner);
  if (suppressed.size === 0) return undefined;
  for (const address of [to, ...alsoTo])
    if (suppressed.has((await hashAddress(address)).toString("hex")))
      return because("R45.suppressed", "Nothing is written to that mailbox.");
  return undefined;
}
