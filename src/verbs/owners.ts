/** `rapport owners`: who is at home in this installation; invites others, and removes them. */
import { readConfig } from "../config.ts";
import { removeOwner } from "../flows/owner/change-owners.ts";
import { inviteOwner } from "../flows/owner/invite-owner.ts";
import { ownerNamed } from "../flows/owner/owner-named.ts";
import type { World } from "../flows/world.ts";
import { readOwners } from "../store/read/owners.ts";
import { oneOf, printJson, printTable, readOwnersArgs, UsageError } from "./usage.ts";
import { type OwnersValues, withInstallation, withOwner } from "./with-owner.ts";

export const about = "Shows who is at home in this installation; invites others, and removes them.";

const usage = `rapport owners  ${about}

  rapport owners                      all of them
  rapport owners invite [--as NAME]   prints a link's path that opens once, for 7 days; NAME is how you sign in yourself
  rapport owners remove NAME --yes    erases everything of theirs

  --json   one line: [{name, signInName, role, accounts, seenAt}]

Inviting and removing are done in the name of an operator.`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, {
    as: { type: "string" },
    yes: { type: "boolean" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const [act, name] = positionals;
  const isJson = values.json === true;
  if (act === undefined) return withInstallation("owners", isJson, ({ world }) => list(world, isJson));
  if (oneOf("owners", act, ["invite", "remove"]) === "invite") return invite(values);
  if (name === undefined || values.yes !== true) throw new UsageError(`owners remove NAME --yes\n\n${usage}`);
  return remove(name, values);
}

async function list(world: World, isJson: boolean): Promise<number> {
  const owners = await readOwners(world.database);
  if (isJson)
    printJson(
      owners.map(({ name, signInName, role, accounts, seenAt }) => ({ name, signInName, role, accounts, seenAt })),
    );
  else
    printTable(
      owners.map((one) => [
        one.signInName ?? one.name,
        one.role,
        `${one.accounts} accounts`,
        one.seenAt ?? "not signed in",
      ]),
    );
  return 0;
}

const invite = ({ as: ownName, owner: operator }: OwnersValues & { as?: string }): Promise<number> =>
  withOwner("owners", { owner: operator }, async ({ world, owner }) => {
    const invited = await inviteOwner(world, owner, ownName);
    if (invited.kind === "refused") console.error(invited.says);
    else console.log(`http://localhost:${readConfig().PORT}/invitation/${invited.token}`);
    return invited.kind === "refused" ? 1 : 0;
  });

const remove = (name: string, { owner: operator }: OwnersValues): Promise<number> =>
  withOwner("owners", { owner: operator }, async ({ world, owner }) => {
    const { ownerId, names } = await ownerNamed(world, name);
    const outcome = ownerId === undefined ? "unknown" : await removeOwner(world, owner, { of: ownerId, typed: name });
    if (outcome === "done") console.error("They are signed out; a running worker erases everything of theirs.");
    else console.error(`Nobody else here that you may remove is called ${name}; at home: ${names.join(", ")}.`);
    return outcome === "done" ? 0 : 1;
  });
