/** `rapport call-list`: whom to ring this morning, and how many were rung. */
import { sayCallCount } from "../domain/day/call-list.ts";
import { catchUp } from "../flows/catch-up.ts";
import { type Calls, listCalls } from "../flows/day/list-calls.ts";
import { viewpointOf } from "../flows/owner/viewpoint.ts";
import { viewpointLines } from "./say.ts";
import { printJson, printTable, readAsOf, readOwnersArgs } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Lists the calls of the morning: name, number, the time there, and a line of context.";

const usage = `rapport call-list  ${about}

  --as-of AT   looks from an instant (2026-11-23T06:30:00Z) or the end of a day
  --json       one line: {from, until, count: {before, today, wanted, byMinute}, calls: [{contactId, name, phone, zone, localMinute, line, giveNote}], withoutNumber, asleep}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { "as-of": { type: "string" }, json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values } = read;
  const isJson = values.json === true;
  return withOwner("call-list", values, async ({ world, owner, zone }) => {
    // From another day nothing is stored.
    if (values["as-of"] === undefined) await catchUp(world, owner);
    const viewpoint = await viewpointOf(world, owner, readAsOf(values["as-of"], zone));
    const list = await listCalls(world, owner, viewpoint.now);
    if (isJson) printJson(jsonOf(list));
    else {
      for (const line of viewpointLines(viewpoint, zone)) console.log(line);
      printList(list);
    }
    return 0;
  });
}

const jsonOf = ({ from, until, count, calls, withoutNumber, asleep }: Calls) => ({
  from,
  until,
  count,
  calls: calls.map(({ contactId, name, phone, zone, localMinute, line, giveNote }) => ({
    contactId,
    name,
    phone,
    zone,
    localMinute,
    line,
    giveNote,
  })),
  withoutNumber,
  asleep,
});

function printList({ calls, withoutNumber, asleep, count, from }: Calls): void {
  if (from === undefined) console.log("Today is no working day.");
  if (calls.length === 0) console.log("Nobody to ring.");
  else printTable([["name", "number", "there", "about"], ...calls.map(cells)]);
  const left = [
    ...(withoutNumber > 0 ? [`${withoutNumber} without a number`] : []),
    ...(asleep > 0 ? [`${asleep} where it is night`] : []),
  ];
  console.log(`\n${sayCallCount(count)}${left.length === 0 ? "" : `; ${left.join(", ")}`}.`);
}

const cells = ({ name, phone, localMinute, line, giveNote }: Calls["calls"][number]): string[] => [
  name,
  phone,
  `${Math.floor(localMinute / 60)}:${String(localMinute % 60).padStart(2, "0")}`,
  giveNote === undefined ? line : `${line} To offer: ${giveNote}`,
];
