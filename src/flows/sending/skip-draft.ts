/** Letters that the owner does not want, at all or before a day. */
import { type Because, because } from "../../domain/because.ts";
import type { DraftId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import { type PlainDate, startOfDay } from "../../domain/time.ts";
import { approvedDrafts, findDraft, type StandingDraft, setDraftState } from "../../store/drafts.ts";
import { setFollowUpState, skipFollowUp } from "../../store/follow-ups.ts";
import { lockOwner } from "../../store/owners.ts";
import { readDrafts } from "../../store/read/drafts.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World, WorldInside } from "../world.ts";
import { wakeWriteBacks } from "../write-back/write-back-timer.ts";
import { withdrawApproved } from "./withdraw.ts";

const skipped = because("R41.skipped", "You do not want it written.");

export const skipDraft = (world: World, owner: OwnerId, draftId: DraftId): Promise<"skipped" | "not_there"> =>
  putAside(world, owner, draftId, async (inside, { followUpId }) => {
    await skipFollowUp(inside.database, owner, followUpId, inside.clock.now());
    return { outcome: "skipped", because: skipped };
  });

/** Written anew on that day, in the owner's zone, if it is still due then. */
export async function snoozeDraft(
  world: World,
  owner: OwnerId,
  draftId: DraftId,
  until: PlainDate,
): Promise<"snoozed" | "not_there"> {
  const snoozedUntil = startOfDay(await ownerZone(world, owner), until);
  return putAside(world, owner, draftId, async (inside, { followUpId }) => {
    const change = {
      from: ["planned", "due", "in_hand"],
      to: "planned",
      snoozedUntil,
      at: inside.clock.now(),
    } as const;
    await setFollowUpState(inside.database, owner, followUpId, change);
    return { outcome: "snoozed", because: because("R23.snoozed", `You put it off until ${until}.`, { until }) };
  });
}

/** The same of a duty that has no letter: a call, a question, a note by hand. Its letter, if it has one, waits with it. */
export async function snoozeFollowUp(
  world: World,
  owner: OwnerId,
  followUpId: FollowUpId,
  until: PlainDate,
): Promise<"snoozed" | "not_there"> {
  const letter = (await readDrafts(world.database, owner, [followUpId])).get(followUpId);
  if (letter?.state === "proposed" || letter?.state === "approved")
    return snoozeDraft(world, owner, letter.draftId, until);
  const snoozedUntil = startOfDay(await ownerZone(world, owner), until);
  return world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const change = { from: ["planned", "due"], to: "planned", snoozedUntil, at: world.clock.now() } as const;
    return (await setFollowUpState(transaction, owner, followUpId, change)) ? "snoozed" : "not_there";
  });
}

/** Not there as well when it is not waiting any more, or has begun to leave. */
async function putAside<Outcome extends string>(
  world: World,
  owner: OwnerId,
  draftId: DraftId,
  aside: (inside: WorldInside, draft: StandingDraft) => Promise<{ outcome: Outcome; because: Because }>,
): Promise<Outcome | "not_there"> {
  return world.database.transaction().execute(async (transaction) => {
    const inside = { ...world, database: transaction };
    await lockOwner(transaction, owner);
    const draft = await findDraft(transaction, owner, draftId);
    if (draft?.state !== "proposed" && draft?.state !== "approved") return "not_there";
    const to = "rejected" as const;
    const at = world.clock.now();
    if (draft.state === "approved" && !(await withdrawApproved(inside, owner, { draft, to, because: skipped })))
      return "not_there";
    const { outcome, because: reason } = await aside(inside, draft);
    await setDraftState(transaction, owner, draftId, { from: ["proposed", "rejected"], to, because: reason, at });
    await wakeWriteBacks(transaction, owner, at);
    return outcome;
  });
}

/** A follow-up is skipped otherwise than by its letter: what was approved for it does not leave. */
export async function skipApprovedOf(inside: WorldInside, owner: OwnerId, followUpId: FollowUpId): Promise<void> {
  for (const draft of await approvedDrafts(inside.database, owner))
    if (draft.followUpId === followUpId)
      await withdrawApproved(inside, owner, { draft, to: "rejected", because: skipped });
}
