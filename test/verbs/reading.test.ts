/** The verbs that look and change nothing, on one imported export (issue 2, "The same without a browser"). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../../src/domain/time.ts";
import * as dryRun from "../../src/verbs/dry-run.ts";
import * as due from "../../src/verbs/due.ts";
import * as explain from "../../src/verbs/explain.ts";
import * as free from "../../src/verbs/free.ts";
import * as inspect from "../../src/verbs/inspect.ts";
import * as people from "../../src/verbs/people.ts";
import { importAll } from "../support/imports.ts";
import { importedOffice, printed, printedJson } from "../support/verb.ts";
import { seedOwner } from "../support/world-on.ts";

let office: Awaited<ReturnType<typeof importedOffice>>;
beforeAll(async () => {
  office = await importedOffice();
  // A second owner of the same files: what is theirs shows up nowhere below.
  await importAll(office.world, await seedOwner(office.world), office.files);
}, 60_000);

type DueJson = {
  asOf: string;
  asOfBecause: string;
  zone: string;
  due: { name: string; kind: string; state: string; because: { rule: string }[]; draft: { body: string } | null }[];
};

describe("people", () => {
  type PeopleJson = { people: Record<string, unknown>[] };

  test("lists contacts with the same fields each", async () => {
    const { people: found } = await printedJson<PeopleJson>(people, "--search", "priya");
    expect(found).toEqual([
      {
        name: "Priya Nair",
        class: "candidate",
        addresses: ["priya@acme.example"],
        company: "Acme",
        title: "Head of Data",
        metOn: "2026-11-16",
        metWhere: "Coffee, Café Moka",
        lastTouchAt: "2026-11-17T11:00:00.000Z",
        lastConversationAt: "2026-11-16T13:00:00.000Z",
        lastMetAt: "2026-11-16T13:00:00.000Z",
        closeness: expect.any(Number),
      },
    ]);
  });

  test("--class leaves the others out", async () => {
    const { people: known } = await printedJson<PeopleJson>(people, "--class", "known");
    expect(known.map(({ name }) => name).sort()).toEqual(["Lena Listed", "Noa Post"]);
  });

  test("says how many questions wait whether addresses are one person (R13)", async () => {
    const waiting = async () => (await printedJson<{ mergeQuestions: number }>(people)).mergeQuestions;
    const before = await waiting();
    const addresses = ["noa@acme.example", "noa@home.example"];
    await office.database.db
      .insertInto("merge_question")
      .values({ owner_id: office.owner, addresses, because: "[]", answer: null, answered_at: null })
      .execute();
    expect(await waiting()).toBe(before + 1);
    expect((await printed(people)).out).toMatch(
      /questions? whether addresses are the same person waits? on the page People/,
    );
    await office.database.pool.query("delete from merge_question where addresses = $1", [addresses]);
  });

  test("a class that there is not is said, not ignored", async () => {
    await expect(printed(people, "--class", "friend")).rejects.toThrow("--class friend: one of candidate");
  });
});

describe("due", () => {
  test.each`
    asOf                          | says
    ${"2026-11-16T12:59:59.999Z"} | ${"not met yet: nothing"}
    ${"2026-11-16T13:00:00.000Z"} | ${"thank_you"}
    ${"2026-11-17T10:59:59.999Z"} | ${"thank_you"}
    ${"2026-11-17T11:00:00.000Z"} | ${"thanked: nothing"}
    ${"2026-11-23"}               | ${"thanked: nothing"}
    ${"2026-11-24"}               | ${"meet_by"}
    ${"2027-02-15"}               | ${"check_in lapsed with the 90 days: nothing"}
  `("Priya as of $asOf: $says (R14, R17; what came later does not count)", async ({ asOf, says }) => {
    const { due: found } = await printedJson<DueJson>(due, "--as-of", asOf);
    const kinds = found.filter(({ name }) => name === "Priya Nair").map(({ kind }) => kind);
    expect(kinds).toEqual(says.endsWith("nothing") ? [] : [says]);
  });

  test("a day is looked at from its end in the owner's zone", async () => {
    const json = await printedJson<DueJson>(due, "--as-of", "2026-11-24");
    expect(json).toMatchObject({ asOf: "2026-11-24T22:59:59.999Z", asOfBecause: "said", zone: "Europe/Paris" });
  });

  test("stores nothing", async () => {
    const rows = () => office.world.database.selectFrom("follow_up").selectAll().orderBy("follow_up_id").execute();
    const before = await rows();
    await printed(due, "--as-of", "2027-01-01", "--draft");
    expect(await rows()).toEqual(before);
  });

  test("--draft prints the letter, --kind only its kind", async () => {
    const { out } = await printed(due, "--as-of", "2026-11-16T14:00:00Z", "--kind", "thank_you", "--draft");
    expect(out).toContain("Priya Nair, Acme: thank you, due");
    expect(out).toContain("deadline Wed 18 Nov 2026, 14:00");
    expect(out).toContain("Hi Priya");
    expect(out).not.toContain("meet by");
  });

  test("a time that is none is refused with an example", async () => {
    await expect(printed(due, "--as-of", "2026-02-30")).rejects.toThrow("not a day such as 2026-11-22");
  });
});

describe("explain", () => {
  test.each`
    who                       | code | says
    ${"priya"}                | ${0} | ${"A person to follow up with"}
    ${"priya@acme.example"}   | ${0} | ${'You met at "Coffee" on 16 Nov 2026'}
    ${"no-reply@shop"}        | ${0} | ${"a machine or a list"}
    ${"stan@stranger"}        | ${0} | ${"They wrote once, you never did."}
    ${"w7@crowd.example"}     | ${0} | ${"You shared only large events (1)."}
    ${"olivia@home.example"}  | ${0} | ${"is your own address"}
    ${"p1@firm1.example"}     | ${0} | ${"p1@firm1.example"}
    ${"firm1.example"}        | ${2} | ${"fits several; say which:"}
    ${"nobody@where.example"} | ${2} | ${"Nobody that Rapport has seen fits"}
  `("$who: $says (R1, R7)", async ({ who, code, says }) => {
    const answer = await printed(explain, who);
    expect(answer.out).toContain(says);
    expect(answer.code).toBe(code);
  });

  test("--json has each decision with its rule, because and inputs", async () => {
    type Explained = { kind: string; decisions: { kind: string; rule: string; because: object[]; inputs: object }[] };
    const { kind, decisions } = await printedJson<Explained>(explain, "priya");
    expect(kind).toBe("person");
    expect(decisions.map((one) => one.kind)).toEqual(["check_in", "meet_by", "thank_you"]);
    for (const one of decisions) {
      expect(one.because.length).toBeGreaterThan(0);
      expect(one.inputs).toMatchObject({ encounter: { at: "2026-11-16T13:00:00.000Z", metOn: "2026-11-16" } });
    }
  });

  test("a percent sign is a percent sign", async () => {
    expect((await printed(explain, "%")).code).toBe(2);
  });
});

describe("dry-run", () => {
  type DryRunJson = {
    from: string;
    to: string;
    sums: Record<string, number>;
    proposed: { on: string; name: string; kind: string; end: { kind: string; because: { text: string } | null } }[];
  };

  test("shows what would have been proposed when, and what became of it", async () => {
    const lived = await printedJson<DryRunJson>(dryRun, "--days", "30", "--as-of", "2026-11-22");
    expect(lived).toMatchObject({ from: "2026-10-23", to: "2026-11-22" });
    const priya = lived.proposed.filter(({ name }) => name === "Priya Nair");
    expect(priya).toEqual([
      expect.objectContaining({
        on: "2026-11-16",
        kind: "thank_you",
        end: expect.objectContaining({ kind: "done", on: "2026-11-17" }),
      }),
    ]);
    expect(priya[0]?.end.because?.text).toContain("You wrote on 2026-11-17");
    const { proposed, done, lost, open } = lived.sums;
    expect(proposed).toBe(lived.proposed.length);
    expect(done! + lost! + open!).toBe(proposed);
  });

  test("lets a letter that was never written be lost", async () => {
    const { out } = await printed(dryRun, "--days", "3", "--as-of", "2027-02-16");
    expect(out).toMatch(/Priya Nair: meet by, deadline Sun 14 Feb 2027, 23:59\n.*\n {4}→ lost on Mon 15 Feb 2027/);
  });
});

describe("free", () => {
  type FreeJson = {
    lines: string[];
    times: { startsAt: Instant; endsAt: Instant }[];
    with: { name: string } | null;
    asked: { because: { rule: string; text: string }[] } | null;
  };
  const from = ["--as-of", "2026-11-16T14:00:00Z"];

  test("offers times of the length that is asked for", async () => {
    const { times, lines } = await printedJson<FreeJson>(free, ...from, "--minutes", "30");
    expect(lines.length).toBeGreaterThan(0);
    for (const { startsAt, endsAt } of times) expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(30 * 60_000);
  });

  test.each`
    start                     | rules
    ${"2026-11-16 16:00"}     | ${["slots.lead_time"]}
    ${"2026-11-21 10:00"}     | ${["slots.outside_hours"]}
    ${"2026-11-20T09:00:00Z"} | ${[]}
  `("$start in Paris: $rules", async ({ start, rules }) => {
    const { asked } = await printedJson<FreeJson>(free, ...from, "--why", start);
    expect(asked?.because.map(({ rule }) => rule)).toEqual(rules);
  });

  test("what is offered is free when it is asked about", async () => {
    const { times } = await printedJson<FreeJson>(free, ...from);
    for (const { startsAt } of times) {
      const { asked } = await printedJson<FreeJson>(free, ...from, "--why", startsAt);
      expect(asked?.because).toEqual([]);
    }
  });

  test("--with names the person, or lists those who may be meant", async () => {
    expect((await printedJson<FreeJson>(free, ...from, "--with", "priya")).with?.name).toBe("Priya Nair");
    expect((await printed(free, ...from, "--with", "firm1.example")).code).toBe(2);
  });

  test("without a fresh calendar nothing is offered, and why is said (Q5)", async () => {
    const { out } = await printed(free, "--as-of", "2027-01-15");
    expect(out).toContain("more than 14 days before: letters offer no times from it");
    expect(out).not.toContain("One tap each");
  });
});

describe("inspect", () => {
  test("a message: headers, marks, and the text told apart", async () => {
    const { out } = await printed(inspect, join(office.files, "Mail", "All mail.mbox"), "--nth", "2");
    expect(out).toContain("Re: Question 0");
    expect(out).toContain("none of a machine or a list");
    expect(out).toContain("    Thank you, I will look at question 0 with pleasure.");
    expect(out).toContain("There is more in the file: --nth 3");
  });

  test("an event: times in the owner's zone, and who comes", async () => {
    const { out } = await printed(inspect, join(office.files, "calendar.ics"));
    expect(out).toContain("Mon 16 Nov 2026, 13:15 to Mon 16 Nov 2026, 14:00");
    expect(out).toContain("priya@acme.example (accepted)");
  });

  test("cards, all of them", async () => {
    type Cards = { items: { kind: string; card: { name: string } }[]; hasMore: boolean };
    const { items, hasMore } = await printedJson<Cards>(inspect, join(office.files, "contacts.vcf"), "--count", "9");
    expect(items.map(({ kind, card }) => [kind, card.name])).toEqual([
      ["card", "Priya Nair"],
      ["card", "Lena Listed"],
    ]);
    expect(hasMore).toBe(false);
  });

  test("a file that is not there is one clear line", async () => {
    await expect(printed(inspect, "/nowhere/at/all.eml")).rejects.toThrow("There is no file /nowhere/at/all.eml.");
  });
});

describe("docs/json.md names exactly the fields that are printed", () => {
  const documented = readFileSync(new URL("../../docs/json.md", import.meta.url), "utf8");
  const exampleOf = (verb: string): unknown =>
    JSON.parse(new RegExp(`\\n## ${verb}\\n\\n\`\`\`json\\n([\\s\\S]*?)\`\`\``).exec(documented)?.[1] ?? "null");

  test.each`
    name         | verb      | args
    ${"people"}  | ${people} | ${[]}
    ${"due"}     | ${due}    | ${["--as-of", "2026-11-24"]}
    ${"dry-run"} | ${dryRun} | ${["--as-of", "2026-11-22"]}
    ${"free"}    | ${free}   | ${["--as-of", "2026-11-16T14:00:00Z", "--why", "2026-11-16 15:00"]}
  `("$name", async ({ name, verb, args }) => {
    expect(fieldsOf(await printedJson(verb, ...args))).toEqual(fieldsOf(exampleOf(name)));
  });
});

/** Every path of names in a value, of lists the first element's; facts of a because are free. */
function fieldsOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : fieldsOf(value[0], `${path}[]`);
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value)
    .filter(([name]) => name !== "facts")
    .flatMap(([name, one]) => fieldsOf(one, `${path}.${name}`))
    .sort();
}
