/** `rapport ways`: how calls are held (R27); by the owner's video link, on their number, or on the number of one person. */
import type { CallBy } from "../domain/meeting/mode.ts";
import { callsMade } from "../flows/booking/calls-made.ts";
import { personMeant } from "../flows/day/person-meant.ts";
import { loadWays } from "../flows/meeting/save-ways.ts";
import { type CallSaid, sayOwnWayToCall, sayTheirNumber } from "../flows/meeting/say-call.ts";
import { printJson, readOwnersArgs, UsageError } from "./usage.ts";
import { type Opened, withOwner } from "./with-owner.ts";

export const about = "Says how your calls are held: by your video link, on your number, or on somebody's own.";

const usage = `rapport ways  ${about}

  rapport ways                                    what is known
  rapport ways link https://meet.example/mara     your video link, for every call
  rapport ways number "+33 1 55 50 17 04"         your number, for every call
  rapport ways theirs "+44 20 7946 0102" WHO      the number of one person, by name or address

  --json   one line: {standingLink, phone}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  const isJson = read.values.json === true;
  const [act, text = "", ...rest] = read.positionals;
  const who = rest.join(" ");
  if (act !== undefined && (!(act in acts) || text === "" || (act === "theirs") !== (who !== "")))
    throw new UsageError(usage);
  return withOwner("ways", read.values, async (opened) => {
    const trouble = act === undefined ? undefined : await acts[act as Act](opened, text, who);
    if (trouble !== undefined) {
      console.error(trouble);
      return 1;
    }
    return print(opened, isJson);
  });
}

type Act = "link" | "number" | "theirs";

/** What was wrong with it; undefined when it was kept. */
const acts: Readonly<Record<Act, (opened: Opened, text: string, who: string) => Promise<string | undefined>>> = {
  link: async ({ world, owner }, text) => troubleIn(await sayOwnWayToCall(world, owner, "my_link", text)),
  number: async ({ world, owner }, text) => troubleIn(await sayOwnWayToCall(world, owner, "my_number", text)),
  theirs: async ({ world, owner }, text, who) => {
    const meant = await personMeant(world, owner, who);
    if (meant.kind === "nobody") return `Nobody is known by "${who}".`;
    if (meant.kind === "several") return `Several are meant by "${who}": ${meant.names.join(", ")}.`;
    return troubleIn(await sayTheirNumber(world, owner, meant.contactId, text));
  },
};

const troubleIn = (said: CallSaid): string | undefined => (said.kind === "refused" ? said.says : undefined);

async function print({ world, owner }: Opened, isJson: boolean): Promise<number> {
  const { standingLink, phone } = await loadWays(world, owner);
  if (isJson) printJson({ standingLink, phone });
  else for (const line of linesOf(await callsMade(world, owner), { standingLink, phone })) console.log(line);
  return 0;
}

function linesOf(
  made: readonly CallBy[],
  { standingLink, phone }: { standingLink: string | undefined; phone: string | undefined },
): string[] {
  const lines = [
    ...(made.length === 0 ? [] : ["Your calendar makes a video link for each call."]),
    ...(standingLink === undefined ? [] : [`Your video link: ${standingLink}`]),
    ...(phone === undefined ? [] : [`Your number: ${phone}`]),
  ];
  return lines.length > 0
    ? lines
    : ["No link and no number of yours is known: nobody far away is asked for a call, unless you know theirs."];
}
