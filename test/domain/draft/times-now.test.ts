import { expect, test } from "vitest";
import { timesLapseAt, whyTimesFell } from "../../../src/domain/draft/times-now.ts";
import { after, type Instant } from "../../../src/domain/time.ts";
import { policy } from "../relationship/history.ts";

const now = "2026-11-16T09:00:00.000Z" as Instant;
const time = (hours: number) => ({ startsAt: after(now, { hours }), endsAt: after(now, { hours: hours + 1 }) });

test.each`
  hours                    | lapses
  ${[]}                    | ${undefined}
  ${[40]}                  | ${28}
  ${[60, 40]}              | ${28}
  ${[110, 40, 90, 60]}     | ${48}
  ${[40, 60, 90, 110, 20]} | ${48}
`("times in $hours hours can be offered for $lapses hours, to the millisecond (Q5)", ({ hours, lapses }) => {
  const times = hours.map(time);
  const at = timesLapseAt(times, policy);
  expect(at).toBe(lapses === undefined ? undefined : after(now, { hours: lapses }));
  if (at === undefined) return;
  expect(whyTimesFell(times, policy, after(at, { milliseconds: -1 }))).toBeUndefined();
  expect(whyTimesFell(times, policy, at)?.rule).toBe("Q5.times_lapsed");
});
