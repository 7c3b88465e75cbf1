/** The text of a message from top to bottom as pieces: what the writer wrote anew, what is quoted, what they sign with. */
import type { Span, TrimmedText } from "./new-text.ts";

export type Segment = { as: "new" | "quoted" | "signature"; text: string };

/** The closing ("Best regards, Priya …") counts as signature here, although it is the writer's own. Blank pieces are left out. */
export function segmentsOf({ source, newText, closing, quoted, signature }: TrimmedText): Segment[] {
  const marked = [
    ...newText.spans.flatMap((span) => without(span, closing.spans)).map((span) => ({ ...span, as: "new" as const })),
    ...quoted.spans.map((span) => ({ ...span, as: "quoted" as const })),
    ...[...closing.spans, ...signature.spans].map((span) => ({ ...span, as: "signature" as const })),
  ].toSorted((one, other) => one.from - other.from);
  const pieces: Segment[] = [];
  let end = 0;
  for (const { as, from, to } of marked) {
    const text = source
      .slice(from, to)
      .replace(/^\s*\n/, "")
      .trimEnd();
    if (text.trim() === "") continue;
    const last = pieces.at(-1);
    // The name and the block below it are one piece, on lines that follow each other.
    if (last?.as === as) last.text += isNextLine(source.slice(end, from)) ? `\n${text}` : `\n\n${text}`;
    else pieces.push({ as, text });
    end = to;
  }
  return pieces;
}

const isNextLine = (between: string): boolean => /^[^\S\n]*\n[^\S\n]*$/.test(between);

/** What is left of a stretch when others are cut out of it. */
function without({ from, to }: Span, cut: readonly Span[]): Span[] {
  let rest: Span[] = [{ from, to }];
  for (const out of cut)
    rest = rest.flatMap((span) =>
      out.to <= span.from || out.from >= span.to
        ? [span]
        : [
            { from: span.from, to: out.from },
            { from: out.to, to: span.to },
          ].filter((piece) => piece.to > piece.from),
    );
  return rest;
}
