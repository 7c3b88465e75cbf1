import { expect, test } from "vitest";
import type { Decision, FollowUpKind, Outcome } from "../../../src/domain/relationship/decide.ts";
import { coveredByAnotherLetter } from "../../../src/domain/relationship/one-letter.ts";

const decision = (kind: FollowUpKind, outcome: Outcome): Decision => ({ kind, outcome, because: [], inputs: null });

test.each<{ given: [FollowUpKind, Outcome][]; waits: FollowUpKind[] }>([
  { given: [["thank_you", "due"]], waits: [] },
  {
    given: [
      ["thank_you", "due"],
      ["meet_by", "due"],
    ],
    waits: ["meet_by"],
  },
  {
    given: [
      ["check_in", "overdue"],
      ["meet_by", "due"],
    ],
    waits: ["check_in"],
  },
  {
    given: [
      ["check_in", "due"],
      ["meet_by", "wait"],
    ],
    waits: [],
  },
  {
    given: [
      ["thank_you", "satisfied"],
      ["check_in", "due"],
      ["meet_by", "overdue"],
    ],
    waits: ["check_in"],
  },
  {
    given: [
      ["thank_you", "due"],
      ["check_in", "due"],
      ["meet_by", "due"],
    ],
    waits: ["meet_by", "check_in"],
  },
])("R43: of $given one letter goes, $waits wait", ({ given, waits }) => {
  const covered = coveredByAnotherLetter(given.map(([kind, outcome]) => decision(kind, outcome)));
  expect([...covered.keys()].map(({ kind }) => kind)).toEqual(waits);
  for (const reason of covered.values()) expect(reason.rule).toBe("R43.one_letter");
});
