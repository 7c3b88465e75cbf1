/** Reply trimming (M5): the new text of a message compared with what its author wrote, by whole texts and by lines. */
import { z } from "zod";
import { newTextOf, type TrimmedText } from "../../src/domain/mail/new-text.ts";

export const ReplyTrimCorpus = z.object({
  kind: z.literal("reply-trim").optional(),
  /** Whether `expected` keeps signatures behind a delimiter and mobile footers; cut by default. */
  signature: z.enum(["kept", "cut"]).optional(),
  cases: z
    .array(z.object({ id: z.string(), body: z.string().optional(), html: z.string().optional(), expected: z.string() }))
    .nonempty(),
});

export type ReplyTrimResult = {
  set: string;
  cases: number;
  /** Share of cases in which the texts agree, white space aside. */
  exact: number;
  /** The same when a signature or mobile footer that was cut may also stand in the expected text. */
  exactSignatureAside: number;
  /** Share of cases in which a line that the author did not write was left in the new text. */
  leak: number;
  /** Share of cases in which a line that the author wrote (not one marked with ">") is in neither the new text nor the signature. */
  loss: number;
  /** The same by characters: of those kept, and of those written. */
  leakCharacters: number;
  lossCharacters: number;
  wrong: readonly string[];
};

export function evaluateReplyTrim(set: string, { cases, signature }: z.infer<typeof ReplyTrimCorpus>): ReplyTrimResult {
  const scores = cases.map((one) => {
    const trimmed = newTextOf({
      ...(one.body !== undefined && { plain: one.body }),
      ...(one.html !== undefined && { html: one.html }),
      calendars: [],
      cards: [],
      attachments: [],
    });
    return { id: one.id, ...score(trimmed, one.expected, signature === "kept") };
  });
  const share = (count: number) => round(count / cases.length);
  const sum = (of: (score: (typeof scores)[number]) => number) => scores.reduce((total, one) => total + of(one), 0);
  return {
    set,
    cases: cases.length,
    exact: share(scores.filter(({ exact }) => exact).length),
    exactSignatureAside: share(scores.filter(({ exactSignatureAside }) => exactSignatureAside).length),
    leak: share(scores.filter(({ leaked }) => leaked > 0).length),
    loss: share(scores.filter(({ lost }) => lost > 0).length),
    leakCharacters: round(
      sum(({ leaked }) => leaked) /
        Math.max(
          1,
          sum(({ kept }) => kept),
        ),
    ),
    lossCharacters: round(
      sum(({ lost }) => lost) /
        Math.max(
          1,
          sum(({ written }) => written),
        ),
    ),
    wrong: scores.filter(({ exactSignatureAside }) => !exactSignatureAside).map(({ id }) => id),
  };
}

const round = (figure: number) => Math.round(figure * 1000) / 1000;

function score(trimmed: TrimmedText, expected: string, signatureKept: boolean) {
  const own = trimmed.newText.text;
  const withSignature = inOrder(trimmed);
  const wanted = squeeze(expected);
  const isExact = squeeze(signatureKept ? withSignature : own) === wanted;
  const ownLines = linesIn(own);
  const expectedLines = linesIn(expected);
  const leaked = without(ownLines, expectedLines);
  const lost = without(
    expectedLines.filter((line) => !line.startsWith(">")),
    linesIn(withSignature),
  );
  return {
    exact: isExact,
    exactSignatureAside: isExact || squeeze(own) === wanted || squeeze(withSignature) === wanted,
    leaked: characters(leaked),
    lost: characters(lost),
    kept: characters(ownLines),
    written: characters(expectedLines),
  };
}

/** New text and signature as they stand in the message. */
function inOrder({ source, newText, signature }: TrimmedText): string {
  const spans = [...newText.spans, ...signature.spans].toSorted((one, other) => one.from - other.from);
  return spans.map(({ from, to }) => source.slice(from, to)).join("\n");
}

const squeeze = (text: string) => text.replace(/[\s\u200b-\u200f\ufeff]+/g, " ").trim();
const linesIn = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map(squeeze)
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
const characters = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);

/** Lines of the one that the other does not hold, each as often as it stands there; a line that is part of a longer one is held. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const whole = others.join("\n");
  return lines.filter((line) => !whole.includes(line));
}
