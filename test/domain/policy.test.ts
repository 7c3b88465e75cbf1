import { expect, test } from "vitest";
import { defaultPolicy, policySchema } from "../../src/domain/policy.ts";
import type { Zone } from "../../src/domain/time.ts";

test("the defaults are those of the requirements' table", () => {
  const policy = defaultPolicy("Europe/Paris" as Zone);
  expect(policy.thankYou).toMatchObject({ overdueHours: 24, deadlineHours: 48 });
  expect(policy.checkIn).toMatchObject({ dueDays: 30, overdueDays: 37 });
  expect(policy.meetBy).toEqual({
    inviteBusinessDays: 5,
    overdueDays: 45,
    deadlineDays: 90,
    warnDays: [60, 76, 83],
    extensionDays: 30,
  });
  expect(policy.closeness).toEqual({ halfLifeDays: 90, inPerson: 8, video: 5, phone: 4, mailExchange: 2, text: 1 });
  expect(policy.plan.presets.map((preset) => preset.name)).toEqual(["2 coffee", "1 lunch + 2 call"]);
  expect(policy.cadences.tierDays).toEqual([14, 30, 90, 180]);
  expect(policy.evidence).toEqual({ smallMeetingMax: 6, individualRecipientsMax: 6, debriefDays: 7 });
  expect(policy.revive).toMatchObject({ quietDays: 90, suggestions: 2 });
});

test("one changed figure leaves the others as they are", () => {
  const policy = policySchema.parse({ zone: "Asia/Kolkata", meetBy: { deadlineDays: 60 } });
  expect(policy.meetBy).toMatchObject({ deadlineDays: 60, overdueDays: 45 });
});

test.each`
  given                                              | because
  ${{}}                                              | ${"there is no default home"}
  ${{ zone: "Atlantis/Centre" }}                     | ${"no such zone"}
  ${{ zone: "UTC", thankYou: { deadlineHours: 0 } }} | ${"no time at all"}
  ${{ zone: "UTC", day: { sittingMinutes: 31 } }}    | ${"more than half an hour (R23)"}
  ${{ zone: "UTC", closeness: { halfLifeDays: 0 } }} | ${"nothing would ever count"}
`("$given is refused: $because", ({ given }) => expect(policySchema.safeParse(given).success).toBe(false));
