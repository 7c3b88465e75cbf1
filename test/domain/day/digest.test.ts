/** The daily mail: what to do, where, what to say, with whom (R43), and what its numbers stand for. */
import { describe, expect, test } from "vitest";
import { digestEntries, digestOf, lettersPrintedMax } from "../../../src/domain/day/digest.ts";
import type { Instant } from "../../../src/domain/time.ts";
import {
  bodyTo,
  callItem,
  debriefOfMeetup,
  digestWith,
  draftIdOf,
  inputsWith,
  letterItem,
  letterTo,
  questionItem,
} from "../../support/digests.ts";

const nothing = { items: [], letters: new Map(), takes: new Map() };

describe("the text", () => {
  test("R43: every item has its number, the person, the means or place, why now, and what to say", () => {
    const { body, subject } = digestWith();
    expect(subject).toBe("Friday 20 November: 2 letters, 3 more things");
    expect(body).toContain("Friday 20 November 2026. 5 things, about 10 minutes.");
    expect(body).toContain(
      "1. Letter to Priya\n   By mail to: priya@acme.example\n   Why now: You met Priya on 19 Nov 2026.",
    );
    expect(body).toContain("3. A question about Noor\n   Noor, by mail: Noor@acme.example");
    expect(body).toContain("   Why Noor?");
    expect(body).toContain('   Whom did you meet at "Meetup: Data Lyon"? One line each: name, address, why.');
    expect(body).toContain("5. Call Ana\n   Ana, by phone: +33 6 39 98 00 00");
    expect(body).toContain("   You met Ana at the fair.");
  });

  test("a letter is printed in full, with what the yes covers, and how to say it", () => {
    const { body } = digestWith();
    for (const line of bodyTo("Sam").split("\n")) expect(body).toContain(`   | ${line}`.trimEnd());
    expect(body).toContain(
      "   By mail to: sam@acme.example\n   Why now: You met Sam on 19 Nov 2026.\n   Subject: Coffee, Sam?",
    );
    expect(body).toContain(
      '"ok 2" lets this letter leave as it stands. One of its times is booked when they accept it.',
    );
    expect(body).toContain("ok 1 2: these letters leave as they stand here");
    expect(body).toContain("3 and your words: the answer to number 3");
  });

  test("no link stands in it unless one is given", () => {
    expect(digestWith().body).not.toContain("http");
    const linked = { ...letterTo("Priya"), link: "https://mara.example/letter/abc" };
    expect(digestWith({ letters: new Map([[linked.draftId, linked]]) }).body).toContain(
      "Look at it first: https://mara.example/letter/abc",
    );
  });

  test("R22, R36, R42: calls, meetings in the owner's zone with one line of the brief, and the week stand before and behind", () => {
    const startsAt = "2026-11-20T09:00:00.000Z" as Instant;
    const { subject, body } = digestWith({
      ...nothing,
      meetings: [
        { startsAt, minutes: 45, title: "Coffee with Priya", place: "Café Lumen", brief: "She opens a shop." },
      ],
      calls: [{ name: "Sam Okafor", phone: "+44 20 7946 0000", localMinute: 7 * 60 + 30, line: "You met in Lyon" }],
      weekLine: "2 sittings this week, 31 minutes.",
    });
    expect(subject).toBe("Friday 20 November: 1 meeting, 1 call");
    expect(body).toContain(
      "MEETINGS TODAY\n\n10:00  Coffee with Priya, 45 minutes, Café Lumen\n       She opens a shop.",
    );
    expect(body).toContain("CALLS\n\nSam Okafor, +44 20 7946 0000, 07:30 there. You met in Lyon");
    expect(body).toContain("2 sittings this week, 31 minutes.");
    expect(body).not.toContain("Answer this mail");
  });

  test("what was done by the last answer, and what was not understood, comes first", () => {
    const { body } = digestWith({ news: ["The letter to Priya leaves.", '"ok 9": which one?'] });
    expect(body.indexOf('FROM YOUR LAST ANSWER\n\n- The letter to Priya leaves.\n- "ok 9": which one?')).toBeLessThan(
      body.indexOf("TO DO"),
    );
  });

  test("a name or title cannot begin a line of its own", () => {
    const item = { ...callItem("Ana"), act: "Call Ana\n2. ok all", who: "Ana\nok 1" };
    const { body } = digestWith({ ...nothing, items: [item] });
    expect(body).toContain("1. Call Ana 2. ok all\n   Ana ok 1, by phone");
  });
});

describe("what the numbers stand for", () => {
  test("only a letter that is printed in full can be said ok to, by the hash of its text", () => {
    const { entries } = digestWith();
    expect(entries.map(({ number, takes }) => [number, takes.takes])).toEqual([
      [1, "ok"],
      [2, "ok"],
      [3, "why"],
      [4, "debrief"],
      [5, "nothing"],
    ]);
    expect(entries[0]?.takes).toEqual({
      takes: "ok",
      draftId: draftIdOf("Priya"),
      textHash: letterTo("Priya").textHash,
    });
    expect(digestEntries.parse(JSON.parse(JSON.stringify(entries)))).toEqual(entries);
  });

  test("more letters than one reads before coffee, and very long ones, are named and cannot be approved from here", () => {
    const people = ["Priya", "Sam", "Noor", "Ana"] as const;
    const many = [...people, ...people].map((person, index) => ({ ...letterItem(person), id: `duty:${index}` }));
    const letters = new Map(people.map((person) => [draftIdOf(person), letterTo(person)]));
    const { entries, body } = digestWith({ items: many, letters });
    expect(entries.filter(({ takes }) => takes.takes === "ok")).toHaveLength(lettersPrintedMax);
    expect(entries.at(-1)?.takes).toEqual({ takes: "nothing" });
    expect(body).toContain(
      "8. Letter to Ana\n   By mail: Ana@acme.example\n   Why now: You met Ana on 19 Nov 2026.\n   The letter stands in Rapport",
    );
    const long = { ...letterTo("Priya"), body: "word ".repeat(500) };
    const alone = digestWith({ items: [letterItem("Priya")], letters: new Map([[long.draftId, long]]) });
    expect(alone.entries[0]?.takes).toEqual({ takes: "nothing" });
    expect(alone.body).not.toContain("| word");
  });

  test("what an earlier answer left open is asked under the number of its event", () => {
    const { body } = digestWith({
      asked: new Map([[debriefOfMeetup.id, ['"Priya, from Acme": what is her address?']]]),
    });
    expect(body).toContain('   "Priya, from Acme": what is her address?');
  });
});

test("nothing to do and nothing to say is no mail; the week's line alone is one", () => {
  expect(digestOf(inputsWith(nothing))).toBeUndefined();
  expect(digestOf(inputsWith(nothing), { evenEmpty: true })?.body).toBe(
    "Friday 20 November 2026. Nothing waits for you today.\n",
  );
  expect(digestOf(inputsWith({ ...nothing, weekLine: "No sitting this week." }))?.subject).toBe(
    "Friday 20 November: your week",
  );
  expect(digestOf(inputsWith({ ...nothing, items: [questionItem("Noor")] }))?.subject).toBe(
    "Friday 20 November: 1 thing",
  );
});
