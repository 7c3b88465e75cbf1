import { expect, test } from "vitest";
import { sayNews } from "../../../src/domain/day/news.ts";
import { policySchema } from "../../../src/domain/policy.ts";
import type { Instant } from "../../../src/domain/time.ts";

const policy = policySchema.parse({ zone: "Europe/Paris", day: { sittingAtMinute: 9 * 60 } });
/** Monday to Sunday of a week in which Paris is an hour ahead of UTC. */
const at = (day: number, time: string) => `2026-11-${day}T${time}:00.000Z` as Instant;

test.each`
  now                | told               | answers | since              | isDue    | isOpened | says
  ${at(23, "07:59")} | ${undefined}       | ${0}    | ${undefined}       | ${true}  | ${false} | ${undefined}
  ${at(23, "08:00")} | ${undefined}       | ${0}    | ${undefined}       | ${true}  | ${false} | ${"Your round of the day is ready."}
  ${at(23, "08:01")} | ${at(23, "08:00")} | ${0}    | ${undefined}       | ${true}  | ${false} | ${undefined}
  ${at(24, "08:01")} | ${at(23, "08:00")} | ${0}    | ${undefined}       | ${true}  | ${false} | ${"Your round of the day is ready."}
  ${at(23, "08:01")} | ${undefined}       | ${0}    | ${undefined}       | ${true}  | ${true}  | ${undefined}
  ${at(23, "08:01")} | ${undefined}       | ${0}    | ${undefined}       | ${false} | ${false} | ${undefined}
  ${at(28, "08:01")} | ${undefined}       | ${0}    | ${undefined}       | ${true}  | ${false} | ${undefined}
  ${at(23, "07:00")} | ${undefined}       | ${1}    | ${at(22, "10:00")} | ${false} | ${false} | ${"1 answer waits for you."}
  ${at(23, "07:00")} | ${at(22, "10:00")} | ${1}    | ${at(22, "10:00")} | ${false} | ${false} | ${undefined}
  ${at(23, "07:00")} | ${at(22, "10:00")} | ${2}    | ${at(22, "10:01")} | ${false} | ${false} | ${"2 answers wait for you."}
  ${at(23, "09:00")} | ${at(22, "10:00")} | ${2}    | ${at(22, "10:01")} | ${true}  | ${false} | ${"2 answers wait for you, and your round of the day is ready."}
`(
  "R43, R23: at $now, told at $told, $answers answers since $since: $says",
  ({ now, told, answers, since, isDue, isOpened, says }) => {
    const found = { answersOpen: answers, answersOpenSince: since, isSomebodyDue: isDue, isDayOpened: isOpened };
    expect(sayNews(found, policy, now, told)).toBe(says);
  },
);
