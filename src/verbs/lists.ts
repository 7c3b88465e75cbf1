/** `rapport lists`: whom the owner needs to know, target companies and market, connectors, referral sources, groups. */
import { type MarketField, marketFields, readTerms } from "../domain/contact/target-market.ts";
import { sayWanted } from "../domain/contact/wanted.ts";
import type { OwnerId } from "../domain/ids.ts";
import { catchUp } from "../flows/catch-up.ts";
import { addCompany, dropCompany, saveMarket, tellGroup, unwant, want } from "../flows/lists/change-lists.ts";
import { sayFormerEmployers } from "../flows/lists/former-employers.ts";
import { type Lists, lookAtLists } from "../flows/lists/look-at-lists.ts";
import { lookAtRelationships } from "../flows/lists/look-at-relationships.ts";
import type { World } from "../flows/world.ts";
import { counted, reasonLines } from "./say.ts";
import { oneOf, printJson, readOwnersArgs, UsageError } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Shows your lists: people you need to know, target companies, connectors, groups; changes them.";

const usage = `rapport lists  ${about}

  rapport lists                                    all of them
  rapport lists want "Head of Data, Acme"          a name, or a role and a company
  rapport lists unwant "Head of Data, Acme"
  rapport lists company Acme acme.example acme.co.uk [--missing "Head of Data"]
  rapport lists drop-company Acme
  rapport lists market industry "insur*, banking"  one of ${marketFields.join(", ")}
  rapport lists place "Data forum" https://forum.example
  rapport lists former oldfirm.example             where you worked before; all of them

  --missing ROLE   whom you still miss at the company
  --json           one line: {wanted, companies, market, connectors, sources, resting, quiet, groups, places, former, relationships}`;

const acts = ["want", "unwant", "company", "drop-company", "market", "place", "former"] as const;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { missing: { type: "string" }, json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const [act, ...rest] = positionals;
  const isJson = values.json === true;
  return withOwner("lists", values, async ({ world, owner }) => {
    await catchUp(world, owner);
    const outcome =
      act === undefined ? undefined : await change(world, owner, { act, rest, missing: values.missing ?? "" });
    if (outcome !== undefined && outcome.kind === "refused") {
      if (isJson) printJson(outcome);
      else console.error(outcome.says);
      return 1;
    }
    const lists = await lookAtLists(world, owner);
    if (isJson) printJson({ ...jsonOf(lists), relationships: await lookAtRelationships(world, owner) });
    else for (const line of linesOf(lists)) console.log(line);
    return 0;
  });
}

type Wish = { act: string; rest: readonly string[]; missing: string };
type Outcome = { kind: "done" } | { kind: "refused"; says: string };

const done: Outcome = { kind: "done" };
const refused = (says: string): Outcome => ({ kind: "refused", says });

async function change(world: World, owner: OwnerId, { act, rest, missing }: Wish): Promise<Outcome> {
  const [first = "", ...others] = rest;
  if (first === "") throw new UsageError(`lists ${act}: what?\n\n${usage}`);
  switch (oneOf("lists", act, acts)) {
    case "want": {
      const { kind } = await want(world, owner, rest.join(" "));
      return kind === "noted" || kind === "known_already"
        ? done
        : refused(
            kind === "full" ? "The list is full: take somebody off first." : "Name somebody, or a role and a company.",
          );
    }
    case "unwant": {
      const found = (await lookAtLists(world, owner)).wanted.find(({ wanted }) =>
        isCalled(sayWanted(wanted), rest.join(" ")),
      );
      return found !== undefined && (await unwant(world, owner, found.wanted.id))
        ? done
        : refused(notListed(rest.join(" ")));
    }
    case "company":
      return answerOf(await addCompany(world, owner, { name: first, domains: others.join(" "), missingRole: missing }));
    case "drop-company": {
      const found = (await lookAtLists(world, owner)).companies.find(({ company }) =>
        isCalled(company.name, rest.join(" ")),
      );
      return found !== undefined && (await dropCompany(world, owner, found.company.companyId))
        ? done
        : refused(notListed(rest.join(" ")));
    }
    case "market": {
      const field: MarketField = oneOf("lists market", first, marketFields);
      return answerOf(await saveMarket(world, owner, { [field]: readTerms(others.join(" ")) }));
    }
    case "former":
      return answerOf(await sayFormerEmployers(world, owner, rest.join(" ")));
    case "place":
      return answerOf(await tellGroup(world, owner, { name: first, url: others[0] ?? "" }));
  }
}

const isCalled = (name: string, text: string): boolean => name.toLowerCase() === text.trim().toLowerCase();
const notListed = (text: string): string => `"${text}" is on no list of yours.`;

const answerOf = (changed: Awaited<ReturnType<typeof addCompany>>): Outcome =>
  changed.kind === "saved" ? done : refused(changed.issues.map(({ field, says }) => `${field}: ${says}`).join("; "));

const named = ({ contactId, name }: { contactId: string; name: string }) => ({ contactId, name });

const jsonOf = ({ wanted, companies, market, connectors, sources, resting, quiet, groups, links, former }: Lists) => ({
  wanted: wanted.map(({ wanted: one, knownThere }) => ({
    text: sayWanted(one),
    kind: one.kind,
    notedOn: one.notedOn,
    appeared: one.appeared && {
      at: one.appeared.at,
      contactId: one.appeared.sighting.contactId,
      name: one.appeared.sighting.name,
      address: one.appeared.sighting.address,
      seenIn: one.appeared.sighting.seenIn.kind,
      because: [one.appeared.because],
    },
    knownThere: knownThere.map(named),
  })),
  companies: companies.map(({ company, standing, insiders }) => ({
    name: company.name,
    domains: company.domains,
    state: standing.state,
    lastConversationAt: standing.lastConversationAt,
    missingRole: standing.missingRole,
    because: [standing.because],
    known: insiders.map(named),
  })),
  market,
  connectors: connectors.map(({ contactId, name, targets, because }) => ({
    contactId,
    name,
    targets: targets.map((target) => target.name),
    because,
  })),
  sources,
  resting: resting.map(({ because, ...one }) => ({ ...one, because: [because] })),
  quiet: quiet.map(({ because, ...one }) => ({ ...one, because: [because] })),
  groups: groups.map(({ group, members, seats }) => ({
    name: group.name,
    state: group.state,
    members: members.map(({ address, shown, profession }) => ({ name: shown, address, profession })),
    because: seats.map(({ because }) => because),
  })),
  former: { domains: former.domains, people: former.people.map(named) },
  places: links.groups.map(({ name, url, lastRemindedOn }) => ({ name, url, lastRemindedOn })),
});

function linesOf({ wanted, companies, connectors, sources, resting, quiet, groups, links }: Lists): string[] {
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines, ""]);
  const all = [
    ...part(
      "People you need to know",
      wanted.flatMap(({ wanted: one, knownThere }) => [
        `  ${sayWanted(one)}`,
        ...(one.appeared === undefined ? [] : reasonLines([one.appeared.because], "    ")),
        ...(knownThere.length === 0 ? [] : [`    known there: ${knownThere.map(({ name }) => name).join(", ")}`]),
      ]),
    ),
    ...part(
      "Target companies",
      companies.flatMap(({ company, standing, insiders }) => [
        `  ${company.name} (${company.domains.join(", ")}), ${counted(insiders.length, "person", "people")} known`,
        ...reasonLines([standing.because], "    "),
        ...(standing.missingRole === undefined ? [] : [`    missing: ${standing.missingRole}`]),
      ]),
    ),
    ...part(
      "Connectors",
      connectors.flatMap(({ name, targets, because }) => [
        `  ${name}, ${counted(targets.length, "target")}`,
        ...reasonLines(because, "    "),
      ]),
    ),
    ...part(
      "Referral sources",
      sources.map(({ name, received, given }) => `  ${name}: sent ${received}, got ${given} back`),
    ),
    ...part(
      "Quiet and resting",
      [...resting, ...quiet].flatMap(({ name, because }) => [`  ${name}`, ...reasonLines([because], "    ")]),
    ),
    ...part(
      "Groups",
      groups.flatMap(({ group, members, seats }) => [
        `  ${group.name}, ${counted(members.length, "member")}${group.state === "suggested" ? " (suggested)" : ""}`,
        ...reasonLines(
          seats.map(({ because }) => because),
          "    ",
        ),
      ]),
    ),
    ...part(
      "Places online",
      links.groups.map(({ name, url }) => `  ${name}  ${url}`),
    ),
  ];
  return all.length === 0
    ? ['Your lists are empty. Begin with: npm run rapport -- lists want "Head of Data, Acme"']
    : all.slice(0, -1);
}
