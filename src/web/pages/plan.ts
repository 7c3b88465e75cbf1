/** The month's plan: set by a tap or a few numbers; each meeting of it answered for by one tap. */
import type { ContactId, PlanItemId } from "../../domain/ids.ts";
import { type MeetingType, meetingTypes, type Quotas } from "../../domain/plan/plan.ts";
import { parseQuotas } from "../../domain/plan/quotas.ts";
import { type Instant, instantAt, parseDay, startOfDay } from "../../domain/time.ts";
import { bookItem, dropItem, restoreItem } from "../../flows/plan/change-item.ts";
import { recordAnswer } from "../../flows/plan/record-answer.ts";
import { setPlan } from "../../flows/plan/set-plan.ts";
import { showPlan } from "../../flows/plan/show-plan.ts";
import { showYear } from "../../flows/plan/show-year.ts";
import { answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type Fields, fieldsOf, numberOf } from "../fields.ts";
import { idIn, idOf, oneOf } from "../query.ts";
import { type PlanTyped, planView } from "../views/plan.ts";

const path = "/plan";

export async function showMonth(ask: Ask, typed?: PlanTyped) {
  const frame = frameOf(ask);
  const plan = await showPlan(worldOf(ask), ownerIdOf(ask));
  const year = await showYear(worldOf(ask), ownerIdOf(ask));
  const body = planView(frame, { plan, year, ...(typed !== undefined && { typed }) });
  return answerPage(ask, frame, { title: "Plan", place: "plan", body }, typed === undefined ? 200 : 400);
}

/** A preset by its name, or a number for each kind of meeting. */
export async function choosePlan(ask: Ask) {
  const fields = await fieldsOf(ask);
  const quotas = fields.preset === undefined ? quotasIn(fields) : parseQuotas(fields.preset);
  if (quotas === undefined) return showMonth(ask, { fields, trouble: "Whole numbers from 0 to 31, please." });
  const month = fields.only === undefined ? undefined : parseDay(fields.only);
  const set = await setPlan(worldOf(ask), ownerIdOf(ask), { quotas, ...(month !== undefined && { month }) });
  return set.kind === "saved" ? goOn(ask, path, "plan_set") : showMonth(ask, { fields, trouble: set.says });
}

function quotasIn(fields: Fields): Quotas | undefined {
  const counts = meetingTypes.map((meeting): [MeetingType, number] => [meeting, numberOf(fields[meeting]) ?? 0]);
  if (counts.some(([, count]) => !Number.isInteger(count) || count < 0 || count > 31)) return undefined;
  return counts.filter(([, count]) => count > 0).map(([meeting, count]) => ({ meeting, count }));
}

export async function changeOne(ask: Ask) {
  const id = idIn<PlanItemId>(ask);
  const fields = await fieldsOf(ask);
  const outcome = id === undefined ? "not_possible" : await change(ask, id, fields);
  return goOn(ask, path, outcome === "done" ? "plan_changed" : "not_now");
}

async function change(ask: Ask, id: PlanItemId, fields: Fields): Promise<"done" | "not_possible"> {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  switch (fields.change) {
    case "drop":
      return dropItem(world, owner, id);
    case "restore":
      return restoreItem(world, owner, id);
    case "book": {
      const contactId = idOf<ContactId>(fields.who);
      const startsAt = timeIn(ask, fields);
      if (contactId === undefined || startsAt === undefined) return "not_possible";
      return bookItem(world, owner, id, { contactId, startsAt });
    }
    default:
      return "not_possible";
  }
}

/** A day and a time of the owner's clock. */
function timeIn(ask: Ask, { day = "", time = "" }: Fields): Instant | undefined {
  const on = parseDay(day);
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (on === undefined || hours === undefined) return undefined;
  return instantAt(ask.var.owner.zone, on, Number(hours) * 60 + Number(minutes));
}

/** "later" asks again from the day that is given, or after the usual rest. */
export async function answerOne(ask: Ask) {
  const fields = await fieldsOf(ask);
  const contactId = idOf<ContactId>(fields.who);
  const meaning = oneOf(["unclear", "accept", "decline", "later"], fields.meaning);
  if (contactId === undefined) return goOn(ask, path, "not_now");
  const startsAt = meaning === "accept" ? timeIn(ask, fields) : undefined;
  const untilOn = meaning === "later" ? parseDay(fields.day ?? "") : undefined;
  const outcome = await recordAnswer(worldOf(ask), ownerIdOf(ask), {
    contactId,
    meaning,
    ...(startsAt !== undefined && { startsAt }),
    ...(untilOn !== undefined && { until: startOfDay(ask.var.owner.zone, untilOn) }),
  });
  return goOn(ask, path, outcome === "recorded" ? "answer_noted" : "not_now");
}
