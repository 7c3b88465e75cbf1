/** `rapport plan`: the month's meetings, whom each asked and will ask; `rapport plan set` changes what a month asks for. */
import { parseQuotas, sayMeeting, sayMonth, sayQuotas } from "../domain/plan/quotas.ts";
import { type PlainDate, parseDay, type Zone } from "../domain/time.ts";
import { catchUp } from "../flows/catch-up.ts";
import { setPlan } from "../flows/plan/set-plan.ts";
import { type ItemSeen, type MonthSeen, type PlanSeen, showPlan } from "../flows/plan/show-plan.ts";
import { plain, reasonLines, sayMoment } from "./say.ts";
import { printJson, readOwnersArgs, UsageError } from "./usage.ts";
import { type Opened, withOwner } from "./with-owner.ts";

export const about = "Prints the month's plan and whom each meeting asks next; `plan set` changes it.";

const usage = `rapport plan  ${about}

  rapport plan                     this month
  rapport plan set "2 coffee"      what every month asks for from now on: "1 lunch + 2 call"
  --month YYYY-MM                  another month; with \`set\` that month alone
  --json                           one line: {zone, month, quotas, usual, count, capacity, items, quiet}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { month: { type: "string" }, json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const isJson = values.json === true;
  const month = values.month === undefined ? undefined : monthIn(values.month);
  const [verb, text, ...rest] = positionals;
  if (verb === undefined) return withOwner("plan", values, (opened) => print(opened, month, isJson));
  if (verb !== "set" || text === undefined || rest.length > 0) throw new UsageError(usage);
  const quotas = parseQuotas(text);
  if (quotas === undefined)
    throw new UsageError(`"${text}": a plan is written "2 coffee" or "1 lunch + 2 call", each kind once, at most 31.`);
  return withOwner("plan", values, async (opened) => {
    const set = await setPlan(opened.world, opened.owner, { quotas, ...(month !== undefined && { month }) });
    if (set.kind === "saved") return print(opened, month, isJson);
    if (isJson) printJson(set);
    else console.log(set.says);
    return 1;
  });
}

function monthIn(text: string): PlainDate {
  const month = /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : undefined;
  if (month === undefined) throw new UsageError(`--month ${text}: a month is written 2026-11.`);
  return month;
}

async function print({ world, owner }: Opened, wanted: PlainDate | undefined, isJson: boolean): Promise<number> {
  await catchUp(world, owner);
  const plan = await showPlan(world, owner);
  const month = wanted === undefined ? plan.months[0] : plan.months.find((one) => one.month === wanted);
  if (isJson) printJson(jsonOf(plan, month));
  else for (const line of linesOf(plan, month, wanted)) console.log(line);
  return 0;
}

const jsonOf = (plan: PlanSeen, month: MonthSeen | undefined) => ({
  zone: plan.zone,
  month: month?.month.slice(0, 7),
  quotas: month?.quotas ?? [],
  usual: plan.usual,
  count: month?.count,
  capacity: plan.capacity,
  items: (month?.items ?? []).map(({ item, name, asked, next, waits }) => {
    const isFilled = item.state === "booked" || item.state === "took_place";
    return {
      id: item.planItemId,
      meeting: item.meeting,
      number: item.number,
      state: item.state,
      contactId: isFilled ? item.contactId : null,
      name,
      startsAt: isFilled ? item.startsAt : null,
      because: item.because,
      asked,
      next: next.map(({ contactId, name: who, because, draftId }) => ({
        contactId,
        name: who,
        because,
        draftId: draftId ?? null,
      })),
      waits,
    };
  }),
  quiet: plan.quiet,
});

function linesOf(plan: PlanSeen, month: MonthSeen | undefined, wanted: PlainDate | undefined): string[] {
  if (month === undefined || month.items.length === 0) {
    const which = sayMonth(wanted ?? plan.months[0]!.month);
    return [`There is no plan for ${which}. Begin with: rapport plan set "2 coffee"`];
  }
  const { count, items, quotas } = month;
  return [
    `${sayMonth(month.month)}: ${sayQuotas(quotas)}; ${count.held} held, ${count.booked} booked`,
    ...(plan.capacity === undefined || month !== plan.months[0] ? [] : reasonLines([plan.capacity.because], "")),
    ...items.flatMap((one) => ["", ...itemLines(one, plan.zone)]),
  ];
}

function itemLines({ item, name, asked, next, waits }: ItemSeen, zone: Zone): string[] {
  const isFilled = item.state === "booked" || item.state === "took_place";
  const who = isFilled ? `: ${name}, ${sayMoment(item.startsAt, zone)}` : "";
  const isOpen = item.state === "open" || item.state === "inviting";
  const [first, ...others] = next;
  return [
    `${sayMeeting(item.meeting)} ${item.number}, ${plain(item.state)}${who}`,
    ...(isOpen ? [] : reasonLines(item.because, "  ")),
    ...asked.flatMap((one) => [`  asked ${one.name}`, ...reasonLines(one.because, "    ")]),
    ...(isOpen && waits !== undefined ? reasonLines([waits], "  ") : []),
    ...(isOpen && first !== undefined ? [`  next ${first.name}`, ...reasonLines(first.because, "    ")] : []),
    ...(isOpen && others.length > 0 ? [`  then ${others.map((one) => one.name).join(", ")}`] : []),
  ];
}
