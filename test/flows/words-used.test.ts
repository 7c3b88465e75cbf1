import { describe, expect, test } from "vitest";
import type { ContactId, DraftId, FollowUpId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { WordsUsed } from "../../src/flows/letters/words-used.ts";
import type { WrittenLetter } from "../../src/store/written-letters.ts";

const [sam, priya] = ["01a1e35e-d388-704b-8e33-d0ae8794fcee", "01a1e35e-d388-704b-8e33-d0ae8794fcef"] as ContactId[];
const freshSince = "2026-10-19T00:00:00.000Z" as Instant;

const written = (given: Partial<WrittenLetter> & { variants: readonly string[] }): WrittenLetter => ({
  draftId: "01a1e35e-d388-704b-8e33-d0ae8794fc01" as DraftId,
  followUpId: "01a1e35e-d388-704b-8e33-d0ae8794fc02" as FollowUpId,
  contactId: sam!,
  name: "Sam",
  kind: "coffee",
  state: "proposed",
  subject: "A coffee soon?",
  body: "Hi Sam,\n\nShall we have coffee?\n",
  writtenAt: "2026-11-18T08:31:00.000Z" as Instant,
  facts: { variants: given.variants },
  ...given,
});

describe("the words of a letter", () => {
  test("stay while it stands, and are used by others", () => {
    const words = new WordsUsed([written({ variants: ["a", "b"] })], { freshSince });
    expect(words.keptBy(sam!, "coffee")).toEqual(new Set(["a", "b"]));
    expect(words.usedFor(sam!).get("a")).toBe(0);
    expect(words.usedFor(priya!).get("a")).toBe(1);
    expect(words.isReadBy(sam!, "Hi Sam, Shall we have coffee?")).toBe(false);
  });

  test("once they were read are chosen last, however often others read another, and the letter is known again", () => {
    const others = Array.from({ length: 9 }, (_, nth) =>
      written({ contactId: `01a1e35e-d388-704b-8e33-d0ae8794fd0${nth}` as ContactId, variants: ["c"] }),
    );
    const words = new WordsUsed([written({ variants: ["a"], state: "sent" }), ...others], { freshSince });
    expect(words.keptBy(sam!, "coffee")).toEqual(new Set());
    expect(words.usedFor(sam!).get("a")).toBeGreaterThan(words.usedFor(sam!).get("c")!);
    expect(words.isReadBy(sam!, "Hi Sam,\n\nShall we have  coffee?")).toBe(true);
    expect(words.isReadBy(priya!, "Hi Sam,\n\nShall we have coffee?")).toBe(false);
  });

  test("are remembered by who read them for longer than they are kept from others", () => {
    const old = written({ variants: ["a"], state: "sent", writtenAt: "2026-09-01T08:00:00.000Z" as Instant });
    const words = new WordsUsed([old], { freshSince });
    expect(words.usedFor(sam!).get("a")).toBeGreaterThan(100);
    expect(words.usedFor(priya!).get("a")).toBeUndefined();
  });

  test("of a reminder stay those that its invitation was approved with, also after the invitation left", () => {
    const facts = { variants: ["a"], nudges: [{ step: "nudge", variants: ["n"] }] };
    const words = new WordsUsed([written({ variants: [], facts, state: "sent" })], { freshSince });
    expect(words.keptBy(sam!, "nudge")).toEqual(new Set(["n"]));
  });
});
