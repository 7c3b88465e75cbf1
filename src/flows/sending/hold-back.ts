/** What stands in the way of approving a letter, as it is now. */
import { type Because, because } from "../../domain/because.ts";
import { whyTimesFell } from "../../domain/draft/times-now.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { findContactChoices } from "../../store/contact-choices.ts";
import type { StandingDraft } from "../../store/drafts.ts";
import { failedAmong } from "../../store/failed-addresses.ts";
import { findFollowUp } from "../../store/follow-ups.ts";
import { suppressedMailboxes } from "../../store/suppressions.ts";
import { writtenAbout } from "../../store/written.ts";
import { policyOf } from "../owner/policy-of.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
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
  const lapsed = await timesLapsedOf(world, owner, draft);
  if (lapsed !== undefined) return lapsed;
  const state = (await findFollowUp(world.database, owner, followUpId))?.state;
  if (state !== "due" && state !== "in_hand")
    return because("R41.not_due", "What it was written for is not due any more.");
  const copies = await writtenAbout(world.database, owner, "draft", followUpId);
  return copies.some((copy) => copy.state === "changed" && copy.about === draft.draftId)
    ? because("R41.changed_there", "You changed it among your drafts: it is yours now, to be sent from there.")
    : undefined;
}

/** Whether the times that it offers have run out; what came into the calendar since is seen before it leaves. */
async function timesLapsedOf(world: World, owner: OwnerId, { offer }: StandingDraft): Promise<Because | undefined> {
  if (offer === undefined || offer.times.length === 0) return undefined;
  const { now } = await viewpointOf(world, owner);
  return whyTimesFell(offer.times, await policyOf(world, owner), now);
}

/** Do not contact: by the person, or by one of the mailboxes that it goes to; nor one that letters come back from. */
export async function stoppedBecause(
  { database, hashAddress }: World,
  owner: OwnerId,
  { contactId, to, alsoTo }: Pick<StandingDraft, "contactId" | "to" | "alsoTo">,
): Promise<Because | undefined> {
  const { status } = await findContactChoices(database, owner, contactId);
  if (status === "blocked") return because("R45.do_not_contact", "You said, or they did: do not contact them.");
  const [failed] = await failedAmong(database, owner, [to, ...alsoTo]);
  if (failed !== undefined) return because("M2.address_given_up", `A letter to ${failed.address} came back.`);
  const suppressed = await suppressedMailboxes(database, owner);
  if (suppressed.size === 0) return undefined;
  for (const address of [to, ...alsoTo])
    if (suppressed.has((await hashAddress(address)).toString("hex")))
      return because("R45.suppressed", "Nothing is written to that mailbox.");
  return undefined;
}
