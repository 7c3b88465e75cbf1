/** What the owner does with one meeting of the plan: drops it, takes it back, or says that it is booked. */
import { because } from "../../domain/because.ts";
import type { ContactId, OwnerId, PlanItemId } from "../../domain/ids.ts";
import type { PlanItem } from "../../domain/plan/plan.ts";
import type { Instant } from "../../domain/time.ts";
import { isContact } from "../../store/contact-stops.ts";
import { lockOwner } from "../../store/owners.ts";
import { loadPlanItems, savePlanItems } from "../../store/plan-items.ts";
import { followUp } from "../follow-up.ts";
import type { World } from "../world.ts";

type Unit = Pick<PlanItem, "planItemId" | "month" | "meeting" | "number">;

/** Not this month: nobody is asked for it any more. What was held cannot be dropped. */
export const dropItem = (world: World, owner: OwnerId, id: PlanItemId) =>
  changeItem(world, owner, id, (item, unit) =>
    item.state === "took_place" || item.state === "dropped"
      ? undefined
      : { ...unit, state: "dropped", because: [because("R18.dropped", "You dropped it.")] },
  );

export const restoreItem = (world: World, owner: OwnerId, id: PlanItemId) =>
  changeItem(world, owner, id, (item, unit) =>
    item.state === "dropped"
      ? { ...unit, state: "open", because: [because("R18.restored", "You took it back into the plan.")] }
      : undefined,
  );

/** Booked without the calendar: by a word, in a diary of paper. */
export async function bookItem(
  world: World,
  owner: OwnerId,
  id: PlanItemId,
  { contactId, startsAt }: { contactId: ContactId; startsAt: Instant },
): Promise<"done" | "not_possible"> {
  if (!(await isContact(world.database, owner, contactId))) return "not_possible";
  return changeItem(world, owner, id, (item, unit) =>
    item.state === "took_place"
      ? undefined
      : {
          ...unit,
          state: "booked",
          contactId,
          startsAt,
          because: [because("R18.by_hand", "You said that it is booked.")],
        },
  );
}

async function changeItem(
  world: World,
  owner: OwnerId,
  id: PlanItemId,
  change: (item: PlanItem, unit: Unit) => PlanItem | undefined,
): Promise<"done" | "not_possible"> {
  const changed = await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const item = (await loadPlanItems(transaction, owner)).find(({ planItemId }) => planItemId === id);
    if (item === undefined) return false;
    const { planItemId, month, meeting, number } = item;
    const next = change(item, { planItemId, month, meeting, number });
    if (next === undefined) return false;
    await savePlanItems(transaction, owner, [next], world.clock.now());
    return true;
  });
  if (!changed) return "not_possible";
  await followUp(world, owner);
  return "done";
}
