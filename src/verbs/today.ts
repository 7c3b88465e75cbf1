/** `rapport today`: the day's sitting, the meetings to come, and the people just met. */
import type { DayItem } from "../domain/day/item.ts";
import { sayInstant, type Zone } from "../domain/time.ts";
import { catchUp } from "../flows/catch-up.ts";
import { type Day, openDay } from "../flows/day/open-day.ts";
import { viewpointOf } from "../flows/owner/viewpoint.ts";
import { counted, plain, reasonLines, sayDate, sayMoment, viewpointLines } from "./say.ts";
import { printJson, readAsOf, readOwnersArgs } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Shows what to do today, cut to your minutes: with whom, why, where, what to say.";

const usage = `rapport today  ${about}

  --all         the things that wait for another day, too
  --as-of DAY   looks from the end of another day (2026-11-22) in your zone, or from an instant; nothing is stored
  --json        one line: {day, zone, sitting: {budgetMinutes, spentSeconds, isOver, done, offered: [{kind, who, …}], waiting, waits}, meetings, newPeople, weekLine, next}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, {
    all: { type: "boolean" },
    "as-of": { type: "string" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values } = read;
  const isJson = values.json === true;
  return withOwner("today", values, async ({ world, owner, zone }) => {
    // From another day nothing is stored.
    if (values["as-of"] === undefined) await catchUp(world, owner);
    const viewpoint = await viewpointOf(world, owner, readAsOf(values["as-of"], zone));
    const day = await openDay(world, owner, viewpoint, isJson || values.all === true ? {} : { waitingMax: 0 });
    if (isJson) printJson(jsonOf(day));
    else
      for (const line of [...viewpointLines(viewpoint, zone), ...linesOf(day, values.all === true)]) console.log(line);
    return 0;
  });
}

const jsonOf = ({ day, zone, sitting, meetings, newPeople, weekLine, next }: Day) => ({
  day,
  zone,
  sitting: { ...sitting, offered: sitting.offered.map(itemJson), waiting: sitting.waiting.map(itemJson) },
  meetings: meetings.map(({ title, startsAt, endsAt, mode, place, guests, briefs }) => ({
    title,
    startsAt,
    endsAt,
    mode,
    place,
    guests,
    briefs: briefs.map(({ name, lines }) => ({ name, lines })),
  })),
  newPeople: newPeople.map(({ contactId, name, metOn, metWhere, acts, connectionNote }) => ({
    contactId,
    name,
    metOn,
    metWhere,
    acts,
    connectionNote,
  })),
  weekLine,
  next,
});

const itemJson = ({ closeness: _, urgency, deadlineAt, ...item }: DayItem) => ({
  ...item,
  urgency: Math.round(urgency * 1000) / 1000,
  deadlineAt,
});

function linesOf(day: Day, isWhole: boolean): string[] {
  const { sitting, meetings, newPeople, weekLine, zone } = day;
  const { offered, waiting, waits, budgetMinutes, spentSeconds, isOver, done } = sitting;
  const minutes = offered.reduce((sum, one) => sum + one.minutes, 0);
  const spent = spentSeconds === 0 ? "" : `, ${Math.floor(spentSeconds / 60)} spent`;
  return [
    `${sayDate(day.day)}. ${weekLine}`,
    ...meetings.flatMap((one) => ["", ...meetingLines(one, zone)]),
    ...newPeople.flatMap((one) => ["", ...newPersonLines(one, zone)]),
    "",
    isOver
      ? `Enough for today. ${counted(offered.length + waits, "thing waits", "things wait")}.`
      : `Your sitting: ${counted(offered.length, "thing")}, about ${minutes} of ${budgetMinutes} minutes${spent}, ${done} done.`,
    ...(isOver ? [] : offered.flatMap(itemLines)),
    ...(offered.length + waits === 0 ? [nextLine(day)] : []),
    ...(waits === 0 ? [] : ["", `${counted(waits, "more thing waits", "more things wait")} for another day.`]),
    ...(isWhole ? waiting.flatMap(itemLines) : []),
  ];
}

const itemLines = ({ who, kind, minutes, because, where, text, act }: DayItem): string[] => [
  "",
  `${who}: ${plain(kind)}, ${minutes} min`,
  `  ${act}${where.at === undefined ? "" : ` (${where.at})`}`,
  ...text.split("\n").map((line) => `  | ${line}`),
  ...reasonLines(because, "  "),
];

const meetingLines = ({ title, startsAt, place, minutes, briefs }: Day["meetings"][number], zone: Zone): string[] => [
  `${sayInstant(startsAt, zone, "HH:mm")}  ${title}, ${minutes} minutes${place === undefined ? "" : `, ${place}`}`,
  ...briefs.flatMap(({ lines }) => lines.map(({ text }) => `  ${text}`)),
];

const newPersonLines = ({ name, metWhere, acts }: Day["newPeople"][number], zone: Zone): string[] => {
  const until = acts.thank.deadlineAt === undefined ? "" : ` by ${sayMoment(acts.thank.deadlineAt, zone)}`;
  return [
    `Just met: ${name}${metWhere === undefined ? "" : `, ${metWhere}`}`,
    `  thank them${until}: ${plain(acts.thank.state)}`,
    `  ask to be connected: ${plain(acts.connect.state)}`,
    `  into the address book: ${plain(acts.card.state)}`,
    `  ${acts.task.title} on ${sayDate(acts.task.on)}: ${acts.task.giveNote ?? "what can you offer?"}`,
  ];
};

const nextLine = ({ next, zone }: Day): string =>
  next === undefined
    ? "Nothing waits for you."
    : `Nothing waits for you. Next: ${plain(next.kind)}, ${next.name}, ${sayMoment(next.dueAt, zone)}.`;
