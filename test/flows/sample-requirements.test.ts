/**
 * R1 to R25 on the sample as it is shipped, which ends on Fri 2026-11-20: what `rapport due --as-of DAY` says on days of its
 * two years, and what the other pages show of the same people. Imported once; the owner's first own words come last.
 */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ContactId } from "../../src/domain/ids.ts";
import { listCalls } from "../../src/flows/day/list-calls.ts";
import { openDay } from "../../src/flows/day/open-day.ts";
import { changeChoices } from "../../src/flows/lists/change-choices.ts";
import { addCompany, saveMarket, want } from "../../src/flows/lists/change-lists.ts";
import { lookAtLists } from "../../src/flows/lists/look-at-lists.ts";
import { lookAtPerson } from "../../src/flows/lists/look-at-person.ts";
import { type DueLine, lookAtDue } from "../../src/flows/look-at-due.ts";
import { viewpointOf } from "../../src/flows/owner/viewpoint.ts";
import { setPlan } from "../../src/flows/plan/set-plan.ts";
import { showPlan } from "../../src/flows/plan/show-plan.ts";
import { sampleTruth, type Truth } from "../../src/sandbox/sample-truth.ts";
import { readPerson } from "../../src/store/read/person.ts";
import * as dueVerb from "../../src/verbs/due.ts";
import { importAll } from "../support/imports.ts";
import { contactCalled, due, inParis, itemsToday, letterTo } from "../support/lived.ts";
import { printedJson, useInstallation } from "../support/verb.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

type Line = {
  name: string;
  address?: string;
  kind: string;
  state: string;
  way: string;
  because: { rule: string; text: string; facts?: Record<string, unknown> }[];
  draft?: { subject: string; body: string; question?: string };
};
type Due = { due: Line[]; suggestions: Line[] };

let sample: TestWorld;
let truth: Truth;
beforeAll(async () => {
  truth = sampleTruth(1);
  sample = await testWorld({ clock: inParis("2026-11-20 18:00"), reader: "in_test" });
  await importAll(sample.world, sample.owner, join(import.meta.dirname, "../../sample/data/sample.zip"));
  useInstallation(sample.database.address, `${sample.folder}/home`);
}, 60_000);

const told = ({ letter, ...line }: DueLine) => ({ ...line, subject: letter?.subject, body: letter?.body });

test("decided anew from the same moment, what is due is what is stored: people, order, reasons and letters", async () => {
  const { world, owner } = sample;
  const viewpoint = await viewpointOf(world, owner);
  const stored = await lookAtDue(world, owner, viewpoint);
  const anew = await lookAtDue(world, owner, { ...viewpoint, because: "said" });
  expect(stored.due.length).toBeGreaterThan(3);
  expect(anew.due.map(told)).toEqual(stored.due.map(told));
});

/** What the verb prints, asked once for each day: it looks from the end of the day. */
const printed = new Map<string, Promise<Due>>();
function dueOn(day: string): Promise<Due> {
  const known = printed.get(day) ?? printedJson<Due>(dueVerb, "--as-of", day);
  printed.set(day, known);
  return known;
}

const openOn = (at: string) => openDay(sample.world, sample.owner, { now: inParis(at), because: "said" });
const person = async (name: string) =>
  (await readPerson(sample.world.database, sample.owner, await contactCalled(sample, name)))!;

describe("rapport due --as-of", () => {
  test.each`
    day             | name                | kind           | state        | because
    ${"2026-11-15"} | ${"Priya Nair"}     | ${"thank_you"} | ${undefined} | ${"R14: she is met only on the 19th"}
    ${"2026-11-19"} | ${"Priya Nair"}     | ${"thank_you"} | ${"due"}     | ${"R14: due at the end of the drinks"}
    ${"2026-11-20"} | ${"Priya Nair"}     | ${"thank_you"} | ${"overdue"} | ${"R14: overdue after 24 hours"}
    ${"2026-11-21"} | ${"Priya Nair"}     | ${"thank_you"} | ${undefined} | ${"R14: lost after 48"}
    ${"2026-11-19"} | ${"Tomás Ibarra"}   | ${"thank_you"} | ${"due"}     | ${"R14: met for coffee"}
    ${"2026-11-30"} | ${"Tomás Ibarra"}   | ${"meet_by"}   | ${"due"}     | ${"R17: five business days after the thank-you"}
    ${"2026-11-15"} | ${"Claire Fabre"}   | ${"meet_by"}   | ${"overdue"} | ${"R17: day 45"}
    ${"2026-11-01"} | ${"Claire Fabre"}   | ${"meet_by"}   | ${"due"}     | ${"R17: before day 45"}
    ${"2026-11-10"} | ${"Hanna Vogt"}     | ${"meet_by"}   | ${"overdue"} | ${"R17: day 89"}
    ${"2026-11-20"} | ${"Hanna Vogt"}     | ${"meet_by"}   | ${undefined} | ${"R17: its deadline passed before the import"}
    ${"2026-11-20"} | ${"Émile Garnier"}  | ${"someday"}   | ${undefined} | ${"R19: by the month's end"}
    ${"2026-11-30"} | ${"Émile Garnier"}  | ${"someday"}   | ${"due"}     | ${"R19: the month's end"}
    ${"2026-10-01"} | ${"Jonas Weidner"}  | ${"meet_by"}   | ${undefined} | ${"not met yet"}
    ${"2026-11-20"} | ${"Jonas Weidner"}  | ${"meet_by"}   | ${"due"}     | ${"R17: his invitation has not gone out"}
    ${"2026-11-20"} | ${"Jonas Weidner"}  | ${"check_in"}  | ${"due"}     | ${"R16: his number is known, so that he is called"}
    ${"2026-11-20"} | ${"Anil Deshpande"} | ${"check_in"}  | ${undefined} | ${"R16: no number is known, so that the invitation is enough"}
  `("on $day $kind of $name is $state: $because", async ({ day, name, kind, state }) => {
    const lines = (await dueOn(day)).due;
    expect(lines.find((line) => line.name === name && line.kind === kind)?.state).toBe(state);
  });

  test.each`
    name                | warning
    ${"Claire Fabre"}   | ${undefined}
    ${"Oliver Hartley"} | ${1}
    ${"Lucía Romero"}   | ${2}
    ${"Anil Deshpande"} | ${3}
  `("R17: $name is warned about: $warning", async ({ name, warning }) => {
    const line = (await dueOn("2026-11-20")).due.find((one) => one.name === name);
    expect(line?.because.find(({ rule }) => rule === "R17.warning")?.facts?.warning).toBe(warning);
  });

  test("R9a: deadlines within 48 hours first, the nearest before the others, then by what presses most", async () => {
    expect((await dueOn("2026-11-20")).due.map(({ name }) => name)).toEqual([
      "Tomás Ibarra",
      "Priya Nair",
      "Anil Deshpande",
      "Lucía Romero",
      "Oliver Hartley",
      "Lucía Romero",
      "Oliver Hartley",
      "Claire Fabre",
      "Claire Fabre",
      "Jonas Weidner",
      "Jonas Weidner",
    ]);
  });

  test("R7: on a day without duties two people are suggested, each with the reason", async () => {
    const { due: lines, suggestions } = await dueOn("2027-04-01");
    expect(lines).toEqual([]);
    expect(suggestions).toHaveLength(2);
    for (const { because } of suggestions) expect(because[0]?.rule).toMatch(/^R7\./);
  });

  test("R1: nobody who was declined, cancelled, only copied, only heard or met in a crowd is ever due, and no machine, room or colleague", async () => {
    const days = [
      ...["2025-06-01", "2026-03-01", "2026-09-01", "2026-10-01", "2026-11-01"],
      ...["2026-11-10", "2026-11-20", "2026-11-30", "2027-04-01"],
    ];
    const traps = new Set([...truth.notProposed.map(({ address }) => address), ...truth.machines, ...truth.colleagues]);
    const seen: Line[] = [];
    for (const day of days) {
      const { due: lines, suggestions } = await dueOn(day);
      seen.push(...lines, ...suggestions);
    }
    expect(seen.length).toBeGreaterThan(30);
    expect(seen.map(({ address }) => address).filter((address) => address !== undefined && traps.has(address))).toEqual(
      [],
    );
  });

  test.each`
    part         | name                | what
    ${"no"}      | ${"Gregor Stein"}   | ${"whoever asked not to be written to is asked for nothing"}
    ${"bounces"} | ${"Thomas Leclerc"} | ${"nothing is due where the last letter bounced"}
    ${"away"}    | ${"Beatriz Campos"} | ${"an answer of a machine starts nothing"}
  `("R1, R21: $name: $what", async ({ part, name }) => {
    expect(truth.people.find((one) => one.name === name)?.part).toBe(part);
    for (const day of ["2026-11-20", "2026-11-30", "2027-04-01"]) {
      const { due: lines, suggestions } = await dueOn(day);
      expect([...lines, ...suggestions].map((line) => line.name)).not.toContain(name);
    }
  });

  test("R3, R26, R20: each line has a letter with something true in it, or the question that only the owner can answer", async () => {
    for (const { name, draft, way } of (await dueOn("2026-11-20")).due) {
      if (way === "call") continue;
      const isAsked = draft?.question !== undefined;
      expect(isAsked || (draft?.body ?? "").includes(name.split(" ")[0]!), name).toBe(true);
      expect(isAsked || !draft!.body.includes("["), name).toBe(true);
    }
  });
});

describe("what else is seen of them", () => {
  test("R14, R15, R16: who was met yesterday stands on a card with the four acts", async () => {
    const { newPeople } = await openOn("2026-11-20 18:00");
    expect(newPeople.map(({ name }) => name).toSorted()).toEqual(["Priya Nair", "Tomás Ibarra"]);
    expect(newPeople.find(({ name }) => name === "Priya Nair")?.acts).toMatchObject({
      thank: { state: "to_do" },
      connect: { state: "to_do" },
      // Day 30 is a Saturday.
      task: { state: "to_do", on: "2026-12-21" },
    });
  });

  test("R3: where Priya was met is known, why is not", async () => {
    expect(await person("Priya Nair")).toMatchObject({
      metWhere: expect.stringMatching(/SaaStr Paris drinks.*Station F/),
      metOn: "2026-11-19",
      metWhy: undefined,
    });
  });

  test("R11: a meetup without a guest list is asked about the next morning", async () => {
    const asked = async (at: string) => (await openOn(at)).prompts.map(({ title }) => title);
    expect(await asked("2026-11-13 08:29")).not.toContain("Meetup: Data Lyon");
    expect(await asked("2026-11-13 08:30")).toContain("Meetup: Data Lyon");
  });

  test("R10: the recurring circle is suggested as a group, the team's own meeting is not", async () => {
    const { groups } = await lookAtLists(sample.world, sample.owner);
    expect(groups.map(({ group: { name, state } }) => `${name} ${state}`)).toEqual(["Cercle Data Paris suggested"]);
  });

  test("R13: an automatic answer and a letter from the new company make Daniel one person with two addresses", async () => {
    const rows = await sample.world.database
      .selectFrom("identity")
      .select("value")
      .where("owner_id", "=", sample.owner)
      .where("contact_id", "=", await contactCalled(sample, "Daniel Whitmore"))
      .where("kind", "=", "address")
      .orderBy("value")
      .execute();
    expect(rows.map(({ value }) => value)).toEqual(["daniel.whitmore@globex.example", "daniel@initech.example"]);
    // Two people of one name are asked about, never joined.
    const { sitting } = await openOn("2026-11-20 18:00");
    expect([...sitting.offered, ...sitting.waiting]).toContainEqual(
      expect.objectContaining({ kind: "same_person", who: expect.stringContaining("schmidt@") }),
    );
  });

  test("R9: the last talk with Thomas is older than the last letter to him", async () => {
    const { lastTouchAt, lastConversationAt } = await person("Thomas Leclerc");
    expect(lastConversationAt! < lastTouchAt!).toBe(true);
  });

  test("R8: who was met in person needs no careful first step", async () => {
    const look = await lookAtPerson(sample.world, sample.owner, await contactCalled(sample, "Priya Nair"));
    expect(look).toMatchObject({ warnings: [], first: { meeting: "any", because: { rule: "R8.met" } } });
  });

  test("R22, R23: the call list has numbers only; the day's round fits its minutes and loses nothing", async () => {
    const { calls, withoutNumber } = await listCalls(sample.world, sample.owner, inParis("2026-11-20 08:00"));
    expect(calls.every(({ phones }) => phones.length > 0)).toBe(true);
    expect(calls.map(({ name }) => name)).toContain("Oliver Hartley");
    expect(withoutNumber).toBe(3);
    const { sitting } = await openOn("2026-11-20 08:30");
    expect(sitting.offered.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(sitting.budgetMinutes);
    expect(sitting.offered.length).toBeGreaterThan(3);
  });

  test("R2: the address book gives Diego his company, title and number", async () => {
    const fields = await sample.world.database
      .selectFrom("contact_field")
      .innerJoin("identity", "identity.contact_id", "contact_field.contact_id")
      .select(["field", "contact_field.value"])
      .where("contact_field.owner_id", "=", sample.owner)
      .where("identity.value", "like", "diego%@%")
      .execute();
    expect(Object.fromEntries(fields.map(({ field, value }) => [field, value]))).toMatchObject({
      company: "Ruta Nueva",
      title: "CTO",
      phone: "+34 915 550 199",
    });
  });
});

describe("once the owner says something", () => {
  const id = (name: string): Promise<ContactId> => contactCalled(sample, name);

  test("R4, R6: a wanted role and a target company are found among the people who wrote", async () => {
    const { world, owner } = sample;
    await want(world, owner, "Chief of Staff, Veltum");
    await addCompany(world, owner, { name: "Veltum", domains: "veltum.example", missingRole: "CTO" });
    const { wanted, companies } = await lookAtLists(world, owner);
    expect(wanted[0]?.wanted.appeared?.sighting.name).toBe("Katrin Sommer");
    expect(companies[0]?.insiders.map(({ name }) => name)).toEqual(["Katrin Sommer"]);
  });

  test("R5: who is in the target market comes with that reason", async () => {
    const { world, owner } = sample;
    await saveMarket(world, owner, { industry: ["insur*"], geography: ["Lyon"] });
    await changeChoices(world, owner, await id("Claire Fabre"), { describedAs: "insurers", postalAddress: "Lyon" });
    const claire = (await due(sample)).due.find(({ name }) => name === "Claire Fabre");
    expect(claire?.because).toContainEqual(expect.objectContaining({ rule: "R9a.target" }));
  });

  test("R25: Sophie, a client who was met twice in 90 days, is owed a note by hand", async () => {
    const { world, owner } = sample;
    await changeChoices(world, owner, await id("Sophie Lambert"), { isClient: true });
    expect((await itemsToday(sample)).filter(({ kind }) => kind === "note").map(({ who }) => who)).toEqual([
      "Sophie Lambert",
    ]);
  });

  test("R18, R21, R24: what was held this month counts; for what is open one person is asked, for 15 minutes", async () => {
    const { world, owner } = sample;
    await setPlan(world, owner, { quotas: [{ meeting: "check_in", count: 6 }] });
    const { items } = (await showPlan(world, owner)).months[0]!;
    const states = items.map(({ item }) => item.state);
    expect(states).toContain("open");
    const next = items.find(({ item, next: ones }) => item.state === "open" && ones.length > 0)!.next[0]!;
    expect((await letterTo(sample, next.name)).body).toMatch(/15 (minutes|Minuten|minutos)/);
  });

  test("R12: Sam brought three people and got nothing back: something is to be sent to Sam", async () => {
    const { world, owner } = sample;
    const saidToSam = async () =>
      (await itemsToday(sample))
        .filter(({ who }) => who === "Sam Okafor")
        .flatMap(({ because }) => because.map(({ text }) => text))
        .join("\n");
    expect(await saidToSam()).toMatch(/3 people/);
    // Said by the owner as well, they are three still.
    const introducedBy = await id("Sam Okafor");
    for (const name of ["Nadia Brandt", "Félix Aubert", "Rosa Delgado"])
      await changeChoices(world, owner, await id(name), { introducedBy });
    expect(await saidToSam()).toMatch(/3 people/);
  });
});
