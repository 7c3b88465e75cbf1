import type { DraftId } from "../../domain/ids.ts";
import { confirmationPreview } from "../../flows/booking/confirmation-preview.ts";
import { whatIsCovered } from "../../flows/sending/what-is-covered.ts";
import { answerAbsent, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { type CoveredParts, coveredView } from "../views/covered.ts";

/** The part of a card that says what one approval covers; written when somebody opens it. */
export async function showCovered(ask: Ask) {
  const id = idIn<DraftId>(ask);
  const covered = id === undefined ? undefined : await coveredWith(ask, id);
  return covered === undefined ? answerAbsent(ask) : ask.html((await coveredView(frameOf(ask), covered)) as string);
}

export async function coveredWith(ask: Ask, id: DraftId): Promise<CoveredParts | undefined> {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const covered = await whatIsCovered(world, owner, id);
  const confirmation = covered && (await confirmationPreview(world, owner, id));
  return covered && { ...covered, ...(confirmation !== undefined && { confirmation }) };
}
