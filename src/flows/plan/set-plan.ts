/**
 * The owner's plan (R18): quotas for every month from now on, or for one month alone. Its items are made when the month
 * begins or the plan changes; what is booked, held or dropped stays whatever changes.
 */
import type { OwnerId, PlanItemId } from "../../domain/ids.ts";
import { type Quotas, quotas } from "../../domain/plan/plan.ts";
import { itemChanges } from "../../domain/plan/quotas.ts";
import { dayIn, firstOfMonth, type Instant, type PlainDate } from "../../domain/time.ts";
import { lockOwner } from "../../store/owners.ts";
import { loadPlanItems, removePlanItems, savePlanItems } from "../../store/plan-items.ts";
import { loadPlans, savePlan } from "../../store/plans.ts";
import { saveSetting } from "../../store/settings.ts";
import { followUp } from "../follow-up.ts";
import { type OwnerView, ownerView } from "../owner/owner-view.ts";
import type { World, WorldInside } from "../world.ts";

export type PlanWish = {
  quotas: Quotas;
  /** The first day of the only month that it is for; absent for this month and all that follow. */
  month?: PlainDate;
};

export type PlanSet = { kind: "saved" } | { kind: "refused"; says: string };

export async function setPlan(world: World, owner: OwnerId, wish: PlanWish): Promise<PlanSet> {
  const chosen = quotas.safeParse(wish.quotas);
  if (!chosen.success) return { kind: "refused", says: "At most 31 of each kind in a month." };
  const saved = await world.database
    .transaction()
    .execute((transaction) => keep({ ...world, database: transaction }, owner, wish.month, chosen.data));
  if (saved.kind === "refused") return saved;
  await followUp(world, owner);
  return saved;
}

async function keep(
  world: WorldInside,
  owner: OwnerId,
  onlyMonth: PlainDate | undefined,
  chosen: Quotas,
): Promise<PlanSet> {
  await lockOwner(world.database, owner);
  const { now, zone } = await ownerView(world, owner);
  const thisMonth = firstOfMonth(dayIn(zone, now));
  if (onlyMonth !== undefined && onlyMonth < thisMonth) return { kind: "refused", says: "That month is over." };
  if (onlyMonth === undefined) await saveSetting(world.database, owner, "plan", chosen, now);
  const plan = { month: onlyMonth ?? thisMonth, quotas: chosen };
  await savePlan(world.database, owner, plan, now);
  await makeItems(world, owner, plan, now);
  return { kind: "saved" };
}

/**
 * The items of the owner's current month, made once: by its own quotas, or by those for every month. Inside of the
 * transaction that decides, behind the owner's lock.
 */
export async function openMonth(world: WorldInside, { owner, now, zone, settings }: OwnerView): Promise<void> {
  const usual = settings.plan;
  if (usual === undefined) return;
  const { database } = world;
  const month = firstOfMonth(dayIn(zone, now));
  const known = (await loadPlans(database, owner)).some((plan) => plan.month === month);
  if (known) return;
  const plan = { month, quotas: quotas.parse(usual) };
  await savePlan(database, owner, plan, now);
  await makeItems(world, owner, plan, now);
}

async function makeItems(
  world: WorldInside,
  owner: OwnerId,
  plan: { month: PlainDate; quotas: Quotas },
  now: Instant,
): Promise<void> {
  const { database } = world;
  const items = await loadPlanItems(database, owner, plan.month);
  const { added, removed } = itemChanges(plan, items, () => world.ids.next<PlanItemId>());
  await removePlanItems(
    database,
    owner,
    removed.map(({ planItemId }) => planItemId),
  );
  await savePlanItems(database, owner, added, now);
}
