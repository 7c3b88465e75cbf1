/** Person or machine (M4): the verdict on each sender against the label; "unsure" is neither right nor wrong. */
import { z } from "zod";
import type { MachineMark } from "../../src/domain/contact/evidence.ts";
import { judgeSender } from "../../src/domain/contact/sender.ts";

export const SenderCorpus = z.object({
  kind: z.literal("sender").optional(),
  cases: z
    .array(
      z.object({
        id: z.string(),
        address: z.string(),
        name: z.string().optional(),
        /** Counts as in `AddressEvidence`; what is not given is 0. */
        received: z.number().default(1),
        sentIndividually: z.number().default(0),
        sentInGroup: z.number().default(0),
        repliesToOwner: z.number().default(0),
        repliesByOwner: z.number().default(0),
        onlyCopied: z.number().default(0),
        subjects: z.number().default(1),
        /** Marks of the headers and on how many messages each stood. */
        marks: z.record(z.string(), z.number()).default({}),
        expected: z.enum(["person", "machine"]),
      }),
    )
    .nonempty(),
});

export type SenderResult = {
  set: string;
  cases: number;
  /** Share of people called machines, and of machines called machines. */
  peopleDropped: number;
  machinesFound: number;
  unsure: number;
  wrong: readonly string[];
};

export function evaluateSenders(set: string, { cases }: z.infer<typeof SenderCorpus>): SenderResult {
  const judged = cases.map(({ id, expected, name, marks, ...counts }) => {
    const evidence = {
      ...counts,
      names: name === undefined ? [] : [{ name, count: 1 }],
      marks: marks as Partial<Record<MachineMark, number>>,
      events: [],
      cards: [],
    };
    return { id, expected, verdict: judgeSender(evidence, { ownDomains: [] }).verdict };
  });
  const people = judged.filter(({ expected }) => expected === "person");
  const machines = judged.filter(({ expected }) => expected === "machine");
  const share = (part: number, whole: number) => Math.round((part / Math.max(1, whole)) * 1000) / 1000;
  return {
    set,
    cases: cases.length,
    peopleDropped: share(people.filter(({ verdict }) => verdict === "machine").length, people.length),
    machinesFound: share(machines.filter(({ verdict }) => verdict === "machine").length, machines.length),
    unsure: share(judged.filter(({ verdict }) => verdict === "unsure").length, judged.length),
    wrong: judged.filter(({ expected, verdict }) => verdict !== expected && verdict !== "unsure").map(({ id }) => id),
  };
}
