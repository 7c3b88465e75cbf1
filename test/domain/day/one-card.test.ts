/** R14 to R16: whoever was just met stands on the page of the day once, and nothing that can be answered is lost by it. */
import { describe, expect, test } from "vitest";
import type { ActState } from "../../../src/domain/day/first-acts.ts";
import { type DueDuty, dutyItem, giveNoteItem } from "../../../src/domain/day/items.ts";
import { type JustMet, oneCardEach } from "../../../src/domain/day/one-card.ts";
import type { PlainDate } from "../../../src/domain/time.ts";

const met = (contactId: string, thank: ActState, task: ActState): JustMet => ({
  contactId,
  thankYou: { followUpId: `${contactId} thank_you` },
  acts: {
    thank: { state: thank, deadlineAt: undefined },
    connect: { state: "to_do" },
    card: { state: "to_do" },
    task: { state: task, on: "2026-12-16" as PlainDate, title: "Call" },
  },
});

const because = { rule: "R14.thank_you", text: "You met." };
const duty = (contactId: string, kind: string, more: Partial<DueDuty> = {}) =>
  dutyItem({
    followUpId: `${contactId} ${kind}`,
    contactId,
    name: contactId,
    kind,
    because: [because],
    way: "letter",
    urgency: 0,
    closeness: 0,
    context: [],
    letter: { draftId: `${contactId}'s letter`, to: "to@there.example", body: "Thank you." },
    ...more,
  });
const items = {
  thank: duty("tomas", "thank_you"),
  call: duty("tomas", "thank_you", { way: "call", phone: "+33 1 00 00 00 11" }),
  give: giveNoteItem({ contactId: "tomas", name: "tomas", closeness: 0 }, because),
  meet: duty("tomas", "meet_by"),
  other: duty("priya", "thank_you"),
};
type Named = keyof typeof items;
const named = (names: string) => names.split(" ").flatMap((name) => items[name as Named] ?? []);
const say = (found: readonly object[]) =>
  found.map((item) => Object.keys(items).find((name) => items[name as Named] === item)).join(" ");

describe("a new person is one card", () => {
  test.each`
    offered               | waiting         | thank      | task         | shows                   | holds      | letter
    ${"other thank give"} | ${"meet"}       | ${"to_do"} | ${"to_do"}   | ${"other thank | meet"} | ${"thank"} | ${undefined}
    ${"give other"}       | ${"thank meet"} | ${"to_do"} | ${"to_do"}   | ${"give other | meet"}  | ${"give"}  | ${"tomas's letter"}
    ${"call other give"}  | ${""}           | ${"to_do"} | ${"to_do"}   | ${"call other | "}      | ${"call"}  | ${undefined}
    ${""}                 | ${"thank give"} | ${"to_do"} | ${"to_do"}   | ${" | "}                | ${""}      | ${"tomas's letter"}
    ${"other"}            | ${"call give"}  | ${"to_do"} | ${"to_do"}   | ${"other | call"}       | ${""}      | ${undefined}
    ${"other"}            | ${"thank"}      | ${"done"}  | ${"waiting"} | ${"other | thank"}      | ${""}      | ${undefined}
    ${"give meet"}        | ${""}           | ${"done"}  | ${"done"}    | ${"give meet | "}       | ${""}      | ${undefined}
  `(
    "of ($offered | $waiting), thanks $thank, task $task: ($shows), held by '$holds'",
    ({ offered, waiting, thank, task, shows, holds, letter }) => {
      const day = { offered: named(offered), waiting: named(waiting) };
      const cards = oneCardEach(day, [met("tomas", thank, task)]);
      expect(`${say(cards.offered)} | ${say(cards.waiting)}`).toBe(shows);
      const holder = items[holds as Named];
      const card = holder === undefined ? cards.apart[0] : cards.within.get(holder.id);
      expect(card).toMatchObject({ person: { contactId: "tomas" }, draftId: letter });
      expect(cards.apart.length + cards.within.size).toBe(1);
    },
  );
});
