/** The verbs of the day, on one imported export seen on its Sunday. */
import { beforeAll, describe, expect, test } from "vitest";
import * as brief from "../../src/verbs/brief.ts";
import * as callList from "../../src/verbs/call-list.ts";
import * as debrief from "../../src/verbs/debrief.ts";
import * as today from "../../src/verbs/today.ts";
import * as ways from "../../src/verbs/ways.ts";
import { importedOffice, printed, printedJson } from "../support/verb.ts";

beforeAll(async () => {
  await importedOffice();
}, 60_000);

type TodayJson = {
  day: string;
  sitting: {
    budgetMinutes: number;
    offered: { who: string; kind: string; minutes: number; text: string; act: string; because: unknown[] }[];
  };
};

describe("today", () => {
  test("names with whom, why, what to say and the next act, within the minutes (R23, R43)", async () => {
    const { day, sitting } = await printedJson<TodayJson>(today, "--as-of", "2026-11-22");
    expect(day).toBe("2026-11-22");
    expect(sitting.offered.length).toBeGreaterThan(0);
    expect(sitting.offered.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(sitting.budgetMinutes);
    for (const { who, text, act, because } of sitting.offered) {
      expect([who, text, act].every((words) => words !== "")).toBe(true);
      expect(because.length).toBeGreaterThan(0);
    }
  });

  test("in words, and from another day", async () => {
    const { out, code } = await printed(today, "--as-of", "2026-11-23", "--all");
    expect(code).toBe(0);
    expect(out).toMatch(/^As seen on Mon 23 Nov 2026/);
    expect(out).toMatch(/Your sitting: \d+ things?, about \d+ of 20 minutes, \d+ done\./);
  });
});

test("call-list: those with a number, and how many have none (R22)", async () => {
  const { out } = await printed(callList, "--as-of", "2026-11-23T07:00:00Z");
  expect(out).toContain("0 of 10 before 10:00, 0 today");
  const list = await printedJson<{ from: string | null; count: object }>(callList, "--as-of", "2026-11-23T07:00:00Z");
  expect(list).toMatchObject({
    from: "2026-11-23T06:30:00.000Z",
    count: { before: 0, today: 0, wanted: 10, byMinute: 600 },
  });
});

test("brief: one person, in lines; nobody and nothing are said so (R36)", async () => {
  const { lines } = await printedJson<{ lines: { kind: string; text: string }[] }>(brief, "priya");
  expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["meeting", "met", "give", "question"]));
  expect((await printed(brief, "priya")).out).toContain("Think of one thing to bring.");
  expect(await printed(brief, "Zarathustra")).toMatchObject({
    code: 1,
    err: expect.stringContaining("Nobody is known"),
  });
  await expect(printed(brief)).rejects.toThrow("Whom do you meet?");
});

describe("debrief (R37)", () => {
  test("what waits is listed; an answer by person is kept and followed", async () => {
    const { waiting } = await printedJson<{ waiting: { title: string }[] }>(debrief);
    expect(waiting.map(({ title }) => title)).toContain("Coffee");
    const { out } = await printed(debrief, "priya", "held; promised intro to Sam by Friday");
    expect(out).toBe('"Coffee": 1 promise.\n');
    expect(
      (await printedJson<{ waiting: { title: string }[] }>(debrief)).waiting.map(({ title }) => title),
    ).not.toContain("Coffee");
    expect((await printed(brief, "priya")).out).toContain("You promised: intro to Sam, by 27 Nov 2026.");
  });

  test("by the title of the event, with what was not understood asked back", async () => {
    const answered = await printedJson<{ state: string; answer: { open: unknown[] } }>(
      debrief,
      "coffee",
      "Sam, sam@acme",
    );
    expect(answered).toMatchObject({
      event: "Coffee",
      state: "asked",
      answer: { open: [{ line: "Sam, sam@acme", question: "What is the whole address of Sam?" }] },
    });
    expect(await printed(debrief, "No such thing", "held")).toMatchObject({ code: 1 });
    expect((await printed(debrief, "coffee", "--skip")).out).toBe('"Coffee" is not asked about again.\n');
    await expect(printed(debrief, "coffee")).rejects.toThrow("What is your answer?");
  });
});

test("ways: how calls are held is said for all or for one, shown, and refused when it is no link or number (R27)", async () => {
  expect((await printed(ways)).out).toContain("No link and no number of yours is known");
  const wrong = await printed(ways, "link", "meet me");
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining("This needs to be right") });
  expect(await printed(ways, "theirs", "+44 20 7946 0102", "Zarathustra")).toMatchObject({
    code: 1,
    err: expect.stringContaining("Nobody is known"),
  });
  expect((await printed(ways, "theirs", "+44 20 7946 0102", "priya")).code).toBe(0);
  expect((await printed(ways, "number", "+33 1 55 50 17 04")).out).toContain("Your number: +33 1 55 50 17 04");
  const link = "https://rooms.example/mara";
  expect(await printedJson(ways, "link", link)).toEqual({ standingLink: link, phone: "+33 1 55 50 17 04" });
  await expect(printed(ways, "number")).rejects.toThrow("rapport ways number");
});
