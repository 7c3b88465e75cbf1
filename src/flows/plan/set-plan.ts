/**
 * The owner's plan (R18): quotas for every month from now on, or for one month alone. Its items are made when the month
 * begins or the plan changes; what is booked, held or dropped stays whatever changes.
 */
import type { OwnerId, PlanItemId } from "../../domain/ids.ts";
import { type Quotas, quotas } from "../../domain/plan/plan.ts";
import { itemChanges } from "../../domain/plan/quotas.ts";
import { dayIn, firstOfMonth, type Instant, type PlainDate } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import { loadPlanItems, removePlanItems, savePlanItems } from "../../store/plan-items.ts";
import { loadPlans, savePlan } from "../../store/plans.ts";
import { readSetting, saveSetting } from "../../store/settings.ts";
import { composeDrafts } from "../compose-drafts.ts";
import { decideOwnersFollowUps } from "../decide-follow-ups.ts";
import { ownerZone } from "../owner-of.ts";
import { viewpointOf } from "../viewpoint.ts";
import type { World } from "../world.ts";

export type PlanWish = {
  quotas: Quotas;
  /** The first day of the only month that it is for; absent for this month and all that follow. */
  month?: PlainDate;
};

export async function setPlan(
  world: World,
  owner: OwnerId,
  wish: PlanWish,
): Promise<{ kind: "saved" } | { kind: "refused"; says: string }> {
  const chosen = quotas.safeParse(wish.quotas);
  if (!chosen.success) return { kind: "refused", says: "At most 31 of each kind in a month." };
  const { now } = await viewpointOf(world, owner);
  const thisMonth = firstOfMonth(dayIn(await ownerZone(world, owner), now));
  if (wish.month !== undefined && wish.month < thisMonth) return { kind: "refused", says: "That month is over." };
  await world.database.transaction().execute(async (transaction) => {
    if (wish.month === undefined) await saveSetting(transaction, owner, "plan", chosen.data, now);
    const plan = { month: wish.month ?? thisMonth, quotas: chosen.data };
    await savePlan(transaction, owner, plan, now);
    await makeItems(world, transaction, owner, plan, now);
  });
  await decideOwnersFollowUps(world, owner);
  await composeDrafts(world, owner);
  return { kind: "saved" };
}

/** The items of the owner's current month, made once: by its own quotas, or by those for every month. */
export async function openMonth(world: World, owner: OwnerId, now: Instant): Promise<void> {
  const month = firstOfMonth(dayIn(await ownerZone(world, owner), now));
  const known = (await loadPlans(world.database, owner)).some((plan) => plan.month === month);
  if (known) return;
  const usual = await readSetting(world.database, owner, "plan");
  if (usual === undefined) return;
  await world.database.transaction().execute(async (transaction) => {
    const plan = { month, quotas: quotas.parse(usual) };
    await savePlan(transaction, owner, plan, now);
    await makeItems(world, transaction, owner, plan, now);
  });
}

async function makeItems(
  world: World,
  connection: Connection,
  owner: OwnerId,
  plan: { month: PlainDate; quotas: Quotas },
  now: Instant,
): Promise<void> {
  const items = await loadPlanItems(connection, owner, plan.month);
  const { added, removed } = itemChanges(plan, items, () => world.ids.next<PlanItemId>());
  await removePlanItems(
    connection,
    owner,
    removed.map(({ planItemId }) => planItemId),
  );
  await savePlanItems(connection, owner, added, now);
}
