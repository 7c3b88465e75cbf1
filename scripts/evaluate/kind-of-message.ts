/** Kinds of messages (M1–M3): what each message was taken for, with recall and false alarms by kind. */
import { z } from "zod";
import { kindOf } from "../../src/domain/mail/kind.ts";
import { readHeaders } from "../../src/integrations/archive/message-headers.ts";
import { readMessageText } from "../../src/integrations/archive/message-text.ts";

const kinds = ["bounce", "complaint", "auto_reply", "list", "calendar", "person"] as const;

export const KindCorpus = z.object({
  kind: z.literal("kind-of-message").optional(),
  cases: z
    .array(
      z.object({
        id: z.string(),
        /** The whole message, or its headers and body. */
        eml: z.string().optional(),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.string().optional(),
        expected: z.enum(kinds),
        /** Of a bounce. */
        recipient: z.string().optional(),
        reason: z.string().optional(),
        /** Of an automatic answer: the day named, YYYY-MM-DD. */
        day: z.string().optional(),
        about: z.string().optional(),
        /** Of somebody who left: the address to turn to. */
        successor: z.string().optional(),
      }),
    )
    .nonempty(),
});
type KindCase = z.infer<typeof KindCorpus>["cases"][number];

export type KindResult = {
  set: string;
  cases: number;
  exact: number;
  byKind: Record<string, { cases: number; recall: number; falseAlarms: number }>;
  /** Of those given in the set: bounces with the right recipient and reason, automatic answers with the right day, class and successor. */
  recipient: number;
  reason: number;
  day: number;
  about: number;
  successor: number;
  wrong: readonly string[];
};

export async function evaluateKinds(set: string, { cases }: z.infer<typeof KindCorpus>): Promise<KindResult> {
  const read = await Promise.all(cases.map(async (one) => ({ one, found: await kindIn(one) })));
  const share = (part: number, whole: number) => Math.round((part / Math.max(1, whole)) * 1000) / 1000;
  const byKind = Object.fromEntries(
    kinds.map((kind) => {
      const wanted = read.filter(({ one }) => one.expected === kind);
      const right = wanted.filter(({ found }) => found?.kind === kind).length;
      const falseAlarms = read.filter(({ one, found }) => found?.kind === kind && one.expected !== kind).length;
      return [kind, { cases: wanted.length, recall: share(right, wanted.length), falseAlarms }];
    }),
  );
  const agree = (given: (one: KindCase) => string | undefined, ours: (found: Found) => string | undefined) => {
    const asked = read.filter(({ one }) => given(one) !== undefined);
    return share(
      asked.filter(({ one, found }) => found !== undefined && ours(found) === given(one)).length,
      asked.length,
    );
  };
  const wrong = read.filter(({ one, found }) => found?.kind !== one.expected);
  return {
    set,
    cases: cases.length,
    exact: share(cases.length - wrong.length, cases.length),
    byKind,
    recipient: agree(
      ({ recipient }) => recipient,
      (found) => (found.kind === "bounce" ? found.bounce.recipient : undefined),
    ),
    reason: agree(
      ({ reason }) => reason,
      (found) => (found.kind === "bounce" ? found.bounce.reason : undefined),
    ),
    day: agree(
      ({ day }) => day,
      (found) => (found.kind === "auto_reply" && found.autoReply.about === "away" ? found.autoReply.day : undefined),
    ),
    about: agree(
      ({ about }) => about,
      (found) => (found.kind === "auto_reply" ? found.autoReply.about : undefined),
    ),
    successor: agree(
      ({ successor }) => successor,
      (found) =>
        found.kind === "auto_reply" && found.autoReply.about === "left_company" ? found.autoReply.successor : undefined,
    ),
    wrong: wrong.map(({ one, found }) => `${one.id}: ${found?.kind ?? "unreadable"}`),
  };
}

type Found = ReturnType<typeof kindOf>;

/** Undefined when the headers cannot be read. */
async function kindIn({ eml, headers = {}, body = "" }: KindCase): Promise<Found | undefined> {
  const whole =
    eml ??
    `${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n")}\n\n${body}`;
  const bytes = Buffer.from(whole.replace(/\r?\n/g, "\r\n"), "utf8");
  const binary = bytes.toString("latin1");
  const end = binary.indexOf("\r\n\r\n");
  const read = readHeaders({ binary: end < 0 ? binary : binary.slice(0, end + 2), placeLabels: [] });
  return read.kind === "refused" ? undefined : kindOf(read.headers, await readMessageText(bytes));
}
