/** A meeting of several: what the answers come to (R11), whatever they are, and what each member learns of it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gathered } from "../../../src/domain/booking/gathered.ts";
import {
  evolveGroup,
  type GroupMember,
  type MemberAnswer,
  mayCome,
  seenBy,
} from "../../../src/domain/booking/group.ts";
import { settleGroup } from "../../../src/domain/booking/settle-group.ts";
import type { ContactId } from "../../../src/domain/ids.ts";
import { suiting } from "../../../src/domain/reply/suiting.ts";
import type { Instant, Zone } from "../../../src/domain/time.ts";

const starts = ["24T11:00", "25T09:00", "26T14:00", "27T11:00"].map((at) => `2026-11-${at}:00.000Z` as Instant);
const [tue, wed, thu, fri] = starts as [Instant, Instant, Instant, Instant];
const slots = starts.map((startsAt) => ({ startsAt, endsAt: startsAt.replace(":00:00.000", ":45:00.000") as Instant }));

const member = (name: string, answer: MemberAnswer, isRequired = true): GroupMember => ({
  contactId: name as ContactId,
  isRequired,
  answer,
  because: [],
});
const can = (...ones: Instant[]): MemberAnswer => ({ kind: "suits", starts: ones });
const waiting: MemberAnswer = { kind: "waiting" };
const declined: MemberAnswer = { kind: "declined" };
const leftOut: MemberAnswer = { kind: "left_out" };

const say = (members: readonly GroupMember[], open: readonly Instant[] = starts): string => {
  const come = gathered(members, open);
  if (come.kind === "book") return `book ${come.startsAt.slice(8, 10)}`;
  return come.kind === "wait" ? `wait for ${come.for.join(" ")}` : `ask ${come.about}`;
};

describe("R11: what the answers come to", () => {
  test.each<[string, GroupMember[], string]>([
    ["nobody has said", [member("sam", waiting), member("noor", waiting)], "wait for sam noor"],
    ["one of two has", [member("sam", can(tue)), member("noor", waiting)], "wait for noor"],
    ["both share one", [member("sam", can(tue, wed)), member("noor", can(wed, fri))], "book 25"],
    ["they share none", [member("sam", can(tue)), member("noor", can(fri))], "ask no_common_time"],
    ["nothing suits one", [member("sam", can()), member("noor", waiting)], "ask no_common_time"],
    ["one who is needed says no", [member("sam", declined), member("noor", can(tue))], "ask declined"],
    ["they go on without him", [member("sam", leftOut), member("noor", can(tue))], "book 24"],
    ["who may stay away is not waited for", [member("sam", can(thu)), member("noor", waiting, false)], "book 26"],
    ["the time that suits more of them", [member("sam", can(tue, thu)), member("noor", can(thu), false)], "book 26"],
    [
      "nobody is needed alone: all are",
      [member("sam", can(tue), false), member("noor", waiting, false)],
      "wait for noor",
    ],
    ["nobody is left", [member("sam", declined, false), member("noor", leftOut)], "ask nobody_left"],
  ])("%s", (_, members, expected) => expect(say(members)).toBe(expected));

  test("a time that has gone by is not booked, however well it suits", () => {
    const members = [member("sam", can(tue)), member("noor", can(tue))];
    expect(say(members, [wed, thu])).toBe("ask no_common_time");
  });

  const anAnswer: fc.Arbitrary<MemberAnswer> = fc.oneof(
    fc.constantFrom(waiting, declined, leftOut),
    fc.subarray(starts).map((ones) => can(...ones)),
  );
  const aGroup = fc
    .array(fc.record({ answer: anAnswer, isRequired: fc.boolean() }), { minLength: 2, maxLength: 5 })
    .map((ones) => ones.map(({ answer, isRequired }, nth) => member(`member${nth}`, answer, isRequired)));

  test("whatever they say, nothing is booked that does not suit everybody who has to be there", () =>
    fc.assert(
      fc.property(aGroup, fc.subarray(starts), (members, open) => {
        const come = gathered(members, open);
        if (come.kind !== "book") return;
        expect(open).toContain(come.startsAt);
        for (const { answer, isRequired } of members)
          if (isRequired && answer.kind !== "left_out") expect(answer).toMatchObject({ kind: "suits" });
        expect(
          members
            .filter(({ isRequired, answer }) => isRequired && answer.kind === "suits")
            .every((one) => mayCome(one, come.startsAt)),
        ).toBe(true);
      }),
    ));

  test("an answer never tells of another's: whatever the others say, each sees the same", () =>
    fc.assert(
      fc.property(aGroup, aGroup, ([mine, ...others], [, ...instead]) => {
        const body = { topic: "", occasion: "lunch", lengthMinutes: 45, times: slots } as const;
        const held = { by: "link", url: "https://meet.example/mara" } as const;
        const see = (rest: readonly GroupMember[]) =>
          seenBy({ body: { ...body, held, times: [...slots] }, members: [mine!, ...rest] }, mine!.contactId);
        expect(see(instead)).toEqual(see(others));
      }),
    ));

  test.each`
    state           | event           | next
    ${"asking"}     | ${"booked"}     | ${"booked"}
    ${"asking"}     | ${"lapsed"}     | ${"lapsed"}
    ${"booked"}     | ${"given_back"} | ${"asking"}
    ${"booked"}     | ${"lapsed"}     | ${undefined}
    ${"called_off"} | ${"booked"}     | ${undefined}
    ${"lapsed"}     | ${"booked"}     | ${undefined}
  `("$state, $event: $next", ({ state, event, next }) => expect(evolveGroup(state, event)).toBe(next));
});

describe("M6: which of the times a letter says suit", () => {
  const read = (text: string, language: "en" | "de" | "fr" | "es" = "en"): string => {
    const offer = { slots, zone: "UTC" as Zone, language, writtenAt: "2026-11-20T10:00:00.000Z" as Instant };
    const said = suiting(text, offer);
    return said.kind === "unsure" ? "unsure" : said.starts.map((start) => start.slice(8, 10)).join(" ");
  };
  test.each`
    text                                                    | language | expected
    ${"Tuesday and Wednesday work for me."}                 | ${"en"}  | ${"24 25"}
    ${"I can do Tuesday, Thursday and Friday."}             | ${"en"}  | ${"24 26 27"}
    ${"Tuesday at 11 works, Wednesday does not."}           | ${"en"}  | ${"24"}
    ${"Wednesday would be best, but Thursday is fine too."} | ${"en"}  | ${"25 26"}
    ${"Tuesday or Thursday works, but not Friday."}         | ${"en"}  | ${"24 26"}
    ${"Any of these works for me!"}                         | ${"en"}  | ${"24 25 26 27"}
    ${"All of these except Friday."}                        | ${"en"}  | ${"24 25 26"}
    ${"None of these work, sorry."}                         | ${"en"}  | ${""}
    ${"Dienstag und Mittwoch passen mir gut."}              | ${"de"}  | ${"24 25"}
    ${"Leider passt mir keiner der Termine."}               | ${"de"}  | ${""}
    ${"Mardi ou mercredi me convient."}                     | ${"fr"}  | ${"24 25"}
    ${"Ninguno me va bien."}                                | ${"es"}  | ${""}
    ${"Tuesday might work."}                                | ${"en"}  | ${"unsure"}
    ${"Tuesday at 11 or Monday at 9."}                      | ${"en"}  | ${"unsure"}
    ${"I cannot make Friday."}                              | ${"en"}  | ${"unsure"}
    ${"Is there parking?"}                                  | ${"en"}  | ${"unsure"}
    ${"Yes"}                                                | ${"en"}  | ${"unsure"}
  `('"$text": $expected', ({ text, language, expected }) => expect(read(text, language)).toBe(expected));
});

describe("what a member's letter leads to", () => {
  const now = "2026-11-21T09:00:00.000Z" as Instant;
  const said = (ones: readonly Instant[]) =>
    ({ kind: "suits", starts: ones, because: { rule: "M6.suits", text: "" } }) as const;
  const unsure = { kind: "unsure", because: { rule: "M6.suits_unsure", text: "" } } as const;
  const letter = { meaning: { kind: "unclear" }, suits: said([tue]), writtenAt: now, state: "asking" } as const;
  test.each([
    ["times are noted", letter, "say"],
    ["a no is noted", { ...letter, meaning: { kind: "decline" }, suits: unsure } as const, "say"],
    ["what is not sure is the owner's", { ...letter, suits: unsure }, "ask_owner"],
    ["booked for a time of theirs", { ...letter, state: "booked", bookedAt: tue } as const, "nothing"],
    ["booked, and they cannot", { ...letter, suits: said([]), state: "booked", bookedAt: tue } as const, "ask_owner"],
    ["over", { ...letter, state: "lapsed" } as const, "ask_owner"],
    ["long ago", { ...letter, writtenAt: "2026-10-01T09:00:00.000Z" as Instant }, "nothing"],
    ["no more letters", { ...letter, meaning: { kind: "opt_out" } } as const, "nothing"],
  ] as const)("%s", (_, about, kind) => expect(settleGroup(about, now).kind).toBe(kind));
});
