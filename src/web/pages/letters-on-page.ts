/** What every page with letters asks once for all of them. */
import { whyTimesFell } from "../../domain/draft/times-now.ts";
import { mayLettersLeave } from "../../flows/accounts/account-for.ts";
import { policyOf } from "../../flows/owner/policy-of.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import { readSendings } from "../../store/read/sendings.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import type { LettersOnPage } from "../views/letter.ts";

/** So many of those on their way stand beside a list; the page of all of them is a link away. */
export const leavingMax = 5;

export async function lettersOnPage(
  ask: Ask,
  drafts: readonly (Pick<DraftSeen, "draftId" | "offer"> | undefined)[],
): Promise<LettersOnPage> {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const shown = drafts.filter((one) => one !== undefined);
  const policy = await policyOf(world, owner);
  const fallen = shown.flatMap(({ draftId, offer }) => {
    const reason = whyTimesFell(offer?.times ?? [], policy, ask.var.now);
    return reason === undefined ? [] : [[draftId, reason] as const];
  });
  return {
    leavesByItself: await mayLettersLeave(world, owner),
    sendings: await readSendings(
      world.database,
      owner,
      shown.map(({ draftId }) => draftId),
    ),
    timesFell: new Map(fallen),
  };
}
