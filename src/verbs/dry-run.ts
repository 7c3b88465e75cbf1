/** `rapport dry-run`: what would have been proposed when, had Rapport been there. */
import { sayBecause } from "../domain/because.ts";
import type { PlainDate, Zone } from "../domain/time.ts";
import { viewpointOf } from "../flows/owner/viewpoint.ts";
import { type DryRun, type DryRunLine, dryRun } from "../flows/people/dry-run.ts";
import { counted, plain, sayDate, sayMoment, viewpointLines } from "./say.ts";
import { printJson, readAsOf, readOwnersArgs, wholeNumber } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Replays your own past and shows what would have been proposed when. Changes nothing.";

const daysUsual = 90;
const daysMax = 3_650;

const usage = `rapport dry-run  ${about}

  --days N      how many days back (${daysUsual})
  --as-of DAY   the last day of the replay, instead of today
  --json        one line: {from, to, zone, people, sums: {proposed, done, lost, open}, proposed: [{on, name, kind, …, end}]}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, {
    days: { type: "string" },
    "as-of": { type: "string" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values } = read;
  const days = wholeNumber("--days", values.days, daysUsual, [1, daysMax]);
  const isJson = values.json === true;
  return withOwner("dry-run", values, async ({ world, owner, zone }) => {
    const viewpoint = await viewpointOf(world, owner, readAsOf(values["as-of"], zone));
    const lived = await dryRun(world, owner, { days, now: viewpoint.now });
    if (isJson) printJson(jsonOf(lived, zone));
    else for (const line of [...viewpointLines(viewpoint, zone), ...linesOf(lived, zone)]) console.log(line);
    return 0;
  });
}

const sumsOf = (proposed: readonly DryRunLine[]) => {
  const count = (kind: DryRunLine["end"]["kind"]) => proposed.filter(({ end }) => end.kind === kind).length;
  return { proposed: proposed.length, done: count("done"), lost: count("lost"), open: count("open") };
};

const jsonOf = ({ from, to, people, proposed }: DryRun, zone: Zone) => ({
  from,
  to,
  zone,
  people,
  sums: sumsOf(proposed),
  proposed: proposed.map(({ proposedOn, contactId, name, kind, dueAt, overdueAt, deadlineAt, because, end }) => ({
    on: proposedOn,
    contactId,
    name,
    kind,
    dueAt,
    overdueAt,
    deadlineAt,
    because,
    end: {
      kind: end.kind,
      on: end.kind === "open" ? undefined : end.on,
      because: end.kind === "open" ? undefined : end.because,
    },
  })),
});

function linesOf({ from, to, people, proposed }: DryRun, zone: Zone): string[] {
  const { done, lost, open } = sumsOf(proposed);
  const byDay = Map.groupBy(proposed, ({ proposedOn }) => proposedOn);
  return [
    `From ${sayDate(from)} to ${sayDate(to)} (${zone}), ${counted(people, "person", "people")} to follow up with:`,
    `${counted(proposed.length, "proposal")}; ${done} you did, ${lost} were lost, ${open} still open. Nothing was changed.`,
    ...[...byDay].flatMap(([day, items]) => [
      "",
      dayTitle(day, from),
      ...items.flatMap((item) => itemLines(item, zone)),
    ]),
  ];
}

const dayTitle = (day: PlainDate, from: PlainDate): string =>
  day === from ? `${sayDate(day)} (or before: due on the first day already)` : sayDate(day);

function itemLines({ name, kind, deadlineAt, because, end }: DryRunLine, zone: Zone): string[] {
  const deadline = deadlineAt === undefined ? "" : `, deadline ${sayMoment(deadlineAt, zone)}`;
  return [
    `  ${name}: ${plain(kind)}${deadline}`,
    `    - ${because[0] === undefined ? "" : sayBecause(because[0])}`,
    `    ${endLine(end)}`,
  ];
}

function endLine(end: DryRunLine["end"]): string {
  if (end.kind === "open") return "→ still open";
  return end.kind === "done"
    ? `→ done: ${sayBecause(end.because)}`
    : `→ lost on ${sayDate(end.on)}: ${sayBecause(end.because)}`;
}
