import fc from "fast-check";
import { expect, test } from "vitest";
import { instantMillis } from "../../../src/domain/meeting/instant-millis.ts";

test("reads what the platform writes, for every day of the years 1 to 9999", () =>
  fc.assert(
    fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (ms) => {
      expect(instantMillis(new Date(ms).toISOString())).toBe(ms);
      const second = Math.floor(ms / 1_000) * 1_000;
      expect(instantMillis(new Date(second).toISOString().replace(".000Z", "Z"))).toBe(second);
    }),
    { numRuns: 5_000 },
  ));

test.each`
  text                           | ms
  ${"2026-11-24T09:00:00+01:00"} | ${Date.UTC(2026, 10, 24, 8)}
  ${"2026-02-30T09:00:00Z"}      | ${Date.parse("2026-02-30T09:00:00Z")}
  ${"2026-13-01T09:00:00.000Z"}  | ${Number.NaN}
  ${"2026-11-24T24:01:00.000Z"}  | ${Number.NaN}
  ${"2026-11-24T09:00:0x.000Z"}  | ${Number.NaN}
  ${"2026-11-24T09:00:00"}       | ${Number.NaN}
  ${"2026-11-24"}                | ${Number.NaN}
  ${""}                          | ${Number.NaN}
  ${"tomorrow"}                  | ${Number.NaN}
`("$text is $ms", ({ text, ms }) => expect(instantMillis(text)).toBe(ms));
