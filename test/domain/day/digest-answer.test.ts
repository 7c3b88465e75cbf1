/** What the owner's answer to a digest means (R3, R11, R37, R41): orders and words for its numbers; nothing is guessed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDigestAnswer } from "../../../src/domain/day/digest-answer.ts";
import { bareOrder, readOrders } from "../../../src/domain/day/digest-command.ts";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { digestWith } from "../../support/digests.ts";

const digest = digestWith();

const read = (text: string) => {
  const { approve, skip, answers, unclear } = readDigestAnswer(newTextOf(text), {
    entries: digest.entries,
    printed: digest.body,
  });
  const numbers = (entries: typeof approve) => entries.map(({ number }) => number);
  return {
    ok: numbers(approve),
    skip: numbers(skip),
    answers: Object.fromEntries(answers.map(({ entry, text: said }) => [entry.number, said])),
    unclear: unclear.map(({ line }) => line),
  };
};

const nothing = { ok: [], skip: [], answers: {}, unclear: [] };

/** As mail programs quote. */
const quoted = (text: string) => text.split("\n").map((line) => `> ${line}`.trimEnd());
const announced = "On Fri, 20 Nov 2026 at 08:30, Mara Lind <mara@nordlys.example> wrote:";
const above = (said: string) => [said, "", announced, ...quoted(digest.body)].join("\n");
/** The owner's lines below quoted ones that hold these words. */
function inline(said: Readonly<Record<string, string>>): string {
  const lines = quoted(digest.body).flatMap((line) => {
    const found = Object.entries(said).find(([words]) => line.includes(words));
    return found === undefined ? [line] : [line, "", found[1], ""];
  });
  return [announced, ...lines].join("\n");
}

describe("orders", () => {
  test.each`
    line                      | orders
    ${"ok 1 3"}               | ${[["ok", [1, 3]]]}
    ${"OK: 1, 3 and 4."}      | ${[["ok", [1, 3, 4]]]}
    ${"ok 1-3"}               | ${[["ok", [1, 2, 3]]]}
    ${"ok all"}               | ${[["ok", "all"]]}
    ${"skip 2"}               | ${[["skip", [2]]]}
    ${"ok 1, skip 2"}         | ${[["ok", [1]], ["skip", [2]]]}
    ${"Yes, send 1 please"}   | ${[["ok", [1]]]}
    ${"ok skip 2"}            | ${undefined}
    ${"Oui 1 et 3"}           | ${[["ok", [1, 3]]]}
    ${"d’accord pour 2"}      | ${[["ok", [2]]]}
    ${"passer 2"}             | ${[["skip", [2]]]}
    ${"ja 1 und 2"}           | ${[["ok", [1, 2]]]}
    ${"2 überspringen"}       | ${undefined}
    ${"überspringen 2"}       | ${[["skip", [2]]]}
    ${"sí todas"}             | ${[["ok", "all"]]}
    ${"saltar 2 y 3"}         | ${[["skip", [2, 3]]]}
    ${"ok"}                   | ${undefined}
    ${"ok 1 but on Thursday"} | ${undefined}
    ${"not ok 1"}             | ${undefined}
    ${"don't send 1"}         | ${undefined}
    ${"ok 3-1"}               | ${undefined}
    ${"ok 1000"}              | ${undefined}
    ${"no 1"}                 | ${undefined}
  `('"$line"', ({ line, orders }) => {
    expect(readOrders(line)?.map(({ act, numbers }) => [act, numbers])).toEqual(orders);
  });

  test.each([
    ["ok", "ok"],
    ["Okay!", "ok"],
    ["skip.", "skip"],
    ["ok then", undefined],
    ["", undefined],
  ])('"%s" below a number is %s', (line, act) => expect(bareOrder(line)).toBe(act));
});

describe("answers above the quote (R41)", () => {
  test.each`
    said                                                                      | meaning
    ${"ok 1 2"}                                                               | ${{ ok: [1, 2] }}
    ${"ok all"}                                                               | ${{ ok: [1, 2] }}
    ${"Hi,\n\nok 1\nskip 2\n\nThanks,\nMara"}                                 | ${{ ok: [1], skip: [2] }}
    ${"1: ok\n2 skip"}                                                        | ${{ ok: [1], skip: [2] }}
    ${"3: she opens a second shop"}                                           | ${{ answers: { 3: "she opens a second shop" } }}
    ${"ok 1\n3 she opens a second shop\nin Lyon\n\nskip 5"}                   | ${{ ok: [1], skip: [5], answers: { 3: "she opens a second shop\nin Lyon" } }}
    ${"4:\nPriya, priya@acme.example, hiring\npromised the report by Friday"} | ${{ answers: { 4: "Priya, priya@acme.example, hiring\npromised the report by Friday" } }}
    ${"4 yes"}                                                                | ${{ answers: { 4: "yes" } }}
    ${"skip 4"}                                                               | ${{ skip: [4] }}
    ${"ok 1 and 9"}                                                           | ${{ unclear: ["ok 1 and 9"] }}
    ${"ok"}                                                                   | ${{ unclear: ["ok"] }}
    ${"ok 5"}                                                                 | ${{ unclear: ["ok 5"] }}
    ${"ok 1 5"}                                                               | ${{ ok: [1], unclear: ["ok 1 5"] }}
    ${"ok 1\nskip 1"}                                                         | ${{ unclear: ["ok 1", "skip 1"] }}
    ${"ok 1 but on Thursday"}                                                 | ${{ unclear: ["ok 1 but on Thursday"] }}
    ${"ok 1\n\nPlease make it Wednesday instead."}                            | ${{ unclear: ["Please make it Wednesday instead.", "ok 1"] }}
    ${"1: make it Wednesday\nok 2"}                                           | ${{ unclear: ["1: make it Wednesday", "ok 2"] }}
    ${"skip all"}                                                             | ${{ unclear: ["skip all"] }}
    ${"Thank you!"}                                                           | ${{}}
    ${""}                                                                     | ${{}}
  `('"$said"', ({ said, meaning }) => expect(read(above(said))).toEqual({ ...nothing, ...meaning }));
});

describe("answers in the quote (R3, R11)", () => {
  test("a line below a question or a letter belongs to it", () => {
    const said = {
      "Why Noor?": "She hires analysts.",
      '"ok 2" lets': "ok",
      "One line each": "Ana, ana@globex.example",
    };
    expect(read(inline(said))).toEqual({
      ...nothing,
      ok: [2],
      answers: { 3: "She hires analysts.", 4: "Ana, ana@globex.example" },
    });
  });

  test("below a question a number is the answer's own", () => {
    expect(read(inline({ "One line each": "3 people, all new" })).answers).toEqual({ 4: "3 people, all new" });
  });

  test("what stands behind everything is said to no number, and orders there count", () => {
    expect(read([announced, ...quoted(digest.body), "", "ok 1"].join("\n"))).toEqual({ ...nothing, ok: [1] });
    expect(read([announced, ...quoted(digest.body), "", "on Thursday"].join("\n")).unclear).toEqual(["on Thursday"]);
  });

  test("words below a letter are a wish to change it: nothing leaves, and it is asked back", () => {
    expect(read(inline({ '"ok 1" lets': "Rather on Friday", '"ok 2" lets': "ok" }))).toEqual({
      ...nothing,
      unclear: ["Rather on Friday", "ok"],
    });
  });

  test("an owner who writes into the quoted letter and says ok means what they wrote: it is asked back", () => {
    const changed = above("ok 1 2").replace("Thursday 26 November at 10:00?", "Friday 27 November at 9:00?");
    expect(read(changed)).toEqual({ ...nothing, ok: [2], unclear: ["ok 1"] });
  });

  test("a quote that a mail program folded, or that was cut, is not changed", () => {
    const folded = above("ok 1 2").replaceAll("fair. Shall we", "fair.\n> Shall we");
    expect(read(folded).ok).toEqual([1, 2]);
    const cut = above("ok 1 2")
      .split("\n")
      .filter((line) => !line.includes("Shall we"));
    expect(read(cut.join("\n")).ok).toEqual([1, 2]);
  });
});

describe("answers as mail programs write them", () => {
  const escaped = digest.body.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>\n");

  test.each([
    [
      "below a header block",
      `ok 1 2\n\n________________________________\nFrom: Mara Lind <mara@nordlys.example>\nSent: Friday, 20 November 2026 08:30\nTo: Mara Lind <mara@nordlys.example>\nSubject: ${digest.subject}\n\n${digest.body}`,
    ],
    [
      "with a footer of the telephone",
      `ok 1 2\n\nSent from my iPhone\n\n> ${announced.replace(" wrote:", "")}\n${quoted(digest.body).join("\n")}`,
    ],
    [
      "in HTML alone",
      {
        html: `<div dir="ltr">ok 1 2</div><br><div class="gmail_quote"><div class="gmail_attr">${announced.replaceAll("<", "&lt;")}<br></div><blockquote class="gmail_quote">${escaped}</blockquote></div>`,
      },
    ],
  ])("%s", (_, text) => {
    const read =
      typeof text === "string" ? newTextOf(text) : newTextOf({ ...text, calendars: [], cards: [], attachments: [] });
    const { approve, unclear } = readDigestAnswer(read, { entries: digest.entries, printed: digest.body });
    expect([approve.map(({ number }) => number), unclear]).toEqual([[1, 2], []]);
  });
});

describe("of any text at all", () => {
  const words = fc.constantFrom(
    "ok",
    "skip",
    "1",
    "2",
    "3",
    "9",
    "all",
    "\n",
    "\n\n",
    "but",
    "Thursday",
    "1:",
    ">",
    "|",
    "and",
  );
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(words, { maxLength: 12 }).map((ones) => ones.join(" ")),
  );

  test("only letters that were printed are approved, none is approved and skipped, and doubt approves nothing", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const answer = readDigestAnswer(newTextOf(above(text)), { entries: digest.entries, printed: digest.body });
        for (const { takes } of answer.approve) expect(takes.takes).toBe("ok");
        expect(answer.approve.filter((entry) => answer.skip.includes(entry))).toEqual([]);
        for (const { entry } of answer.answers) expect(entry.takes.takes).not.toBe("ok");
        if (/but|Thursday/.test(text)) expect(answer.approve).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
