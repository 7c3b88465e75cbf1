/** Signatures (M7): the lines that are the closing and signature of a message, compared line by line. */
import { z } from "zod";
import { newTextOf } from "../../src/domain/mail/new-text.ts";

export const SignatureCorpus = z.object({
  kind: z.literal("signature").optional(),
  /** `sigLines`: numbers of the lines of the body, from 0, that are the signature. */
  cases: z
    .array(z.object({ id: z.string(), body: z.string(), sender: z.string().optional(), sigLines: z.array(z.number()) }))
    .nonempty(),
});

export type SignatureResult = {
  set: string;
  cases: number;
  /** Cases in which the very same lines were found. */
  exact: number;
  /** Cases in which it was told rightly whether there is a signature at all. */
  presence: number;
  /** By lines that are not blank. */
  precision: number;
  recall: number;
};

export function evaluateSignatures(set: string, { cases }: z.infer<typeof SignatureCorpus>): SignatureResult {
  let exact = 0;
  let presence = 0;
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const { body, sigLines } of cases) {
    const lines = body.split("\n");
    const isWritten = (line: number) => /[\p{L}\p{N}]/u.test(lines[line] ?? "");
    const ours = signatureLines(body).filter(isWritten);
    const theirs = sigLines.filter(isWritten);
    const both = ours.filter((line) => theirs.includes(line));
    if (both.length === ours.length && both.length === theirs.length) exact += 1;
    if (ours.length > 0 === theirs.length > 0) presence += 1;
    right += both.length;
    found += ours.length;
    wanted += theirs.length;
  }
  const round = (figure: number) => Math.round(figure * 1000) / 1000;
  return {
    set,
    cases: cases.length,
    exact: round(exact / cases.length),
    presence: round(presence / cases.length),
    precision: round(right / Math.max(1, found)),
    recall: round(right / Math.max(1, wanted)),
  };
}

function signatureLines(body: string): number[] {
  const { closing, signature } = newTextOf(body);
  const numbers = new Set<number>();
  for (const { from, to } of [...closing.spans, ...signature.spans]) {
    const first = body.slice(0, from).split("\n").length - 1;
    const last = first + body.slice(from, to).split("\n").length - 1;
    for (let line = first; line <= last; line += 1) numbers.add(line);
  }
  return [...numbers];
}
