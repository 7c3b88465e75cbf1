/** `rapport brief WHO`: what to know before meeting somebody. */
import { openBrief } from "../flows/day/open-brief.ts";
import { personMeant } from "../flows/day/person-meant.ts";
import { viewpointOf } from "../flows/owner/viewpoint.ts";
import { printJson, readOwnersArgs, UsageError } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Says what to know before you meet somebody, in at most 200 words.";

const usage = `rapport brief WHO  ${about}

  WHO      a name or an address, or a part of one
  --json   one line: {contactId, name, lines: [{kind, text}]}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const who = positionals.join(" ").trim();
  if (who === "") throw new UsageError(`Whom do you meet?\n\n${usage}`);
  const isJson = values.json === true;
  return withOwner("brief", values, async ({ world, owner }) => {
    const meant = await personMeant(world, owner, who);
    if (meant.kind === "several") {
      console.error(`Several are meant by "${who}":\n${meant.names.map((name) => `  ${name}`).join("\n")}`);
      return 2;
    }
    const { now } = await viewpointOf(world, owner);
    const brief = meant.kind === "one" ? await openBrief(world, owner, meant.contactId, now) : undefined;
    if (brief === undefined) {
      console.error(`Nobody is known by "${who}".`);
      return 1;
    }
    if (isJson) printJson(brief);
    else for (const { text } of brief.lines) console.log(text);
    return 0;
  });
}
