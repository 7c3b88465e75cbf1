/** What is done with a card, a reminder or a draft that stands in the owner's own account, decided without asking anybody. */
import { describe, expect, test } from "vitest";
import { because } from "../../../src/domain/because.ts";
import type { Instant, PlainDate, Zone } from "../../../src/domain/time.ts";
import { type DraftThere, draftContents, draftStep, isWorthAsking } from "../../../src/domain/write-back/draft-step.ts";
import {
  calledAt,
  type Duty,
  type Reminder,
  reminderOf,
  reminderStep,
  startedAnew,
} from "../../../src/domain/write-back/reminder.ts";
import type { Written, WrittenState } from "../../../src/domain/write-back/written.ts";

const now = "2026-12-16T09:00:00.000Z" as Instant;
const row = (state: WrittenState, more: Partial<Written> = {}): Written => ({
  kind: "draft",
  subjectId: "s",
  key: "k",
  ref: "r",
  hash: "ours",
  formerHash: undefined,
  about: "letter",
  state,
  because: undefined,
  attempts: 1,
  changedAt: "2026-12-16T08:50:00.000Z" as Instant,
  version: 1,
  ...more,
});
const wanted = (hash: string, about = "letter") => ({ subjectId: "s", hash, about });
const draft = (hash: string): DraftThere => ({ kind: "draft", hash });
const gone: DraftThere = { kind: "gone" };

describe("a draft (S7)", () => {
  test.each`
    state         | more                                         | shall              | there                        | step
    ${"standing"} | ${{}}                                        | ${wanted("ours")}  | ${draft("ours")}             | ${"leave"}
    ${"standing"} | ${{}}                                        | ${wanted("newer")} | ${draft("ours")}             | ${"replace"}
    ${"standing"} | ${{ formerHash: "before" }}                  | ${wanted("ours")}  | ${draft("before")}           | ${"replace"}
    ${"standing"} | ${{}}                                        | ${undefined}       | ${draft("ours")}             | ${"remove"}
    ${"standing"} | ${{}}                                        | ${wanted("newer")} | ${draft("theirs")}           | ${"let_be"}
    ${"standing"} | ${{}}                                        | ${undefined}       | ${draft("theirs")}           | ${"let_be"}
    ${"changed"}  | ${{}}                                        | ${wanted("ours")}  | ${draft("ours")}             | ${"leave"}
    ${"removing"} | ${{}}                                        | ${undefined}       | ${draft("theirs")}           | ${"let_be"}
    ${"removing"} | ${{}}                                        | ${wanted("ours")}  | ${gone}                      | ${"removed"}
    ${"standing"} | ${{}}                                        | ${wanted("ours")}  | ${gone}                      | ${"wait"}
    ${"missing"}  | ${{}}                                        | ${wanted("ours")}  | ${gone}                      | ${"wait"}
    ${"missing"}  | ${{ changedAt: "2026-12-16T08:45:00.000Z" }} | ${wanted("ours")}  | ${gone}                      | ${"deleted"}
    ${"missing"}  | ${{ changedAt: "2026-12-16T08:45:00.000Z" }} | ${undefined}       | ${gone}                      | ${"removed"}
    ${"missing"}  | ${{}}                                        | ${undefined}       | ${{ kind: "sent", at: now }} | ${"sent"}
  `("$state, shall be $shall, there $there: $step", ({ state, more, shall, there, step }) => {
    expect(draftStep(row(state, more), shall, there, now).kind).toBe(step);
  });

  test("is asked for among the sent letters when it is found gone, and once more a quarter of an hour later", () => {
    expect(isWorthAsking(row("standing"), now)).toBe(true);
    expect(isWorthAsking(row("missing"), now)).toBe(false);
    expect(isWorthAsking(row("missing", { changedAt: "2026-12-16T08:45:00.000Z" as Instant }), now)).toBe(true);
  });

  test("is the same with other blanks, line ends and order of recipients, and another with a word more", () => {
    const letter = { to: ["a@x.example", "B@x.example"], subject: "Coffee", text: "Hi,\nshall we?\n" };
    const same = { to: ["b@x.example", "a@x.example"], subject: " Coffee", text: "Hi,\r\n\r\nshall  we?" };
    expect(draftContents(same)).toBe(draftContents(letter));
    expect(draftContents({ ...letter, text: "Hi,\nshall we now?\n" })).not.toBe(draftContents(letter));
  });
});

describe("a reminder (R16)", () => {
  test.each`
    dueAt                         | zone                     | dueOn
    ${"2026-12-15T23:00:00.000Z"} | ${"Europe/Paris"}        | ${"2026-12-16"}
    ${"2026-12-19T23:00:00.000Z"} | ${"Europe/Paris"}        | ${"2026-12-21"}
    ${"2026-12-20T08:00:00.000Z"} | ${"America/Los_Angeles"} | ${"2026-12-21"}
    ${"2026-12-15T23:00:00.000Z"} | ${"America/Los_Angeles"} | ${"2026-12-15"}
  `("due $dueAt in $zone is a task for $dueOn", ({ dueAt, zone, dueOn }) => {
    expect(reminderOf({ name: "Priya", dueAt }, zone as Zone).dueOn).toBe(dueOn);
  });

  test("says what one can give, where and why one met, what came last, and the number", () => {
    const about = {
      name: "Priya",
      dueAt: now,
      giveNote: "the name of a printer",
      metOn: "2026-11-16" as PlainDate,
      metWhere: "SaaStr Paris, Station F",
      metWhy: "she opens a second shop",
      lastExchange: { at: "2026-11-20T10:00:00.000Z" as Instant, title: "The printer" },
      phone: "+33 1 99 00 55 01",
    };
    expect(reminderOf(about, "Europe/Paris" as Zone)).toEqual({
      title: "Call Priya",
      dueOn: "2026-12-16",
      note: [
        "What you can give: the name of a printer",
        "Met: 16 Nov 2026, SaaStr Paris, Station F. Why: she opens a second shop",
        "Last exchange: 20 Nov 2026, The printer",
        "Phone: +33 1 99 00 55 01",
      ].join("\n"),
    });
  });

  const reminder: Reminder = { title: "Call Priya", note: "", dueOn: "2026-12-16" as PlainDate };
  const open = (hash: string, about: string, hasTalked: boolean): Duty => ({
    kind: "open",
    reminder,
    wanted: wanted(hash, about),
    hasTalked,
  });
  test.each`
    state         | duty                                   | step
    ${"standing"} | ${open("ours", "letter", false)}       | ${"leave"}
    ${"standing"} | ${open("newer", "another day", false)} | ${"change"}
    ${"standing"} | ${open("newer", "another day", true)}  | ${"close, then again"}
    ${"standing"} | ${{ kind: "satisfied", reminder }}     | ${"close"}
    ${"standing"} | ${{ kind: "off" }}                     | ${"remove"}
    ${"closing"}  | ${open("newer", "another day", true)}  | ${"close, then again"}
    ${"closing"}  | ${{ kind: "off" }}                     | ${"remove"}
    ${"done"}     | ${open("newer", "another day", true)}  | ${"again"}
    ${"done"}     | ${open("newer", "another day", false)} | ${"leave"}
    ${"deleted"}  | ${open("newer", "another day", true)}  | ${"leave"}
    ${"removed"}  | ${open("newer", "letter", false)}      | ${"again"}
    ${"refused"}  | ${open("newer", "another day", true)}  | ${"leave"}
  `("$state: $step", ({ state, duty, step }) => {
    const { kind, ...rest } = reminderStep(row(state), duty);
    expect(kind === "close" && "next" in rest ? `${kind}, then again` : kind).toBe(step);
  });

  test("began anew when they talked since", () => {
    expect(startedAnew([because("R16.already_talked", "You already talked.")])).toBe(true);
    expect(startedAnew([because("R16.check_in", "Check in.")])).toBe(false);
  });

  test.each`
    doneAt                        | heardAt                       | at
    ${"2026-12-10T08:30:00.000Z"} | ${"2026-12-10T09:00:00.000Z"} | ${"2026-12-10T08:30:00.000Z"}
    ${"2026-12-10T00:00:00.000Z"} | ${"2026-12-10T09:00:00.000Z"} | ${"2026-12-10T09:00:00.000Z"}
    ${"2026-12-10T00:00:00.000Z"} | ${"2026-12-11T09:00:00.000Z"} | ${"2026-12-10T12:00:00.000Z"}
    ${"2026-12-12T08:30:00.000Z"} | ${"2026-12-11T09:00:00.000Z"} | ${"2026-12-11T09:00:00.000Z"}
    ${undefined}                  | ${"2026-12-11T09:00:00.000Z"} | ${"2026-12-11T09:00:00.000Z"}
  `("ticked off $doneAt and heard of $heardAt, the call was $at", ({ doneAt, heardAt, at }) => {
    expect(calledAt(doneAt, heardAt)).toBe(at);
  });
});
