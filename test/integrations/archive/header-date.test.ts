import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf } from "../../../src/domain/time.ts";
import { readHeaderDate } from "../../../src/integrations/archive/header-date.ts";

const say = (header: string) => {
  const read = readHeaderDate(header);
  return read === undefined ? "none" : `${read.at} ${read.offsetMinutes ?? "no zone"}`;
};

describe("dates as mailers write them (R1: when it happened)", () => {
  test.each`
    header                                                | read
    ${"Mon, 5 Jan 2026 10:00:00 +0100"}                   | ${"2026-01-05T09:00:00.000Z 60"}
    ${"05 Jan 2026 10:00:00 -0530"}                       | ${"2026-01-05T15:30:00.000Z -330"}
    ${"5 Jan 2026 10:00 +0000"}                           | ${"2026-01-05T10:00:00.000Z 0"}
    ${"Sun, 5 Jan 2026 10:00:00 +0100"}                   | ${"2026-01-05T09:00:00.000Z 60"}
    ${"Mon, 5 Jan 2026 10:00:00 +0100 (CET)"}             | ${"2026-01-05T09:00:00.000Z 60"}
    ${"Mon (a (nested) \\) one), 5 Jan 2026 10:00 +0100"} | ${"2026-01-05T09:00:00.000Z 60"}
    ${"Mon, 5 Jan 2026 10:00:00 EST"}                     | ${"2026-01-05T15:00:00.000Z -300"}
    ${"Mon, 5 Jan 2026 10:00:00 PDT"}                     | ${"2026-01-05T17:00:00.000Z -420"}
    ${"Mon, 5 Jan 2026 10:00:00 GMT"}                     | ${"2026-01-05T10:00:00.000Z 0"}
    ${"Mon, 5 Jan 2026 10:00:00 GMT+0200"}                | ${"2026-01-05T08:00:00.000Z 120"}
    ${"Mon, 5 Jan 2026 10:00:00 +01:00"}                  | ${"2026-01-05T09:00:00.000Z 60"}
    ${"Mon, 5 Jan 2026 10:00:00 -0000"}                   | ${"2026-01-05T10:00:00.000Z no zone"}
    ${"Mon, 5 Jan 2026 10:00:00"}                         | ${"2026-01-05T10:00:00.000Z no zone"}
    ${"Mon, 5 Jan 2026 10:00:00 XYZ"}                     | ${"2026-01-05T10:00:00.000Z no zone"}
    ${"Mon,  5-Jan-26 10:00:00 +0000"}                    | ${"2026-01-05T10:00:00.000Z 0"}
    ${"Fri, 5 Jan 96 10:00:00 +0000"}                     | ${"1996-01-05T10:00:00.000Z 0"}
    ${"Wed, 5 Jan 105 10:00:00 +0000"}                    | ${"2005-01-05T10:00:00.000Z 0"}
    ${"monday, 5 january 2026 10:00:00 +0000"}            | ${"2026-01-05T10:00:00.000Z 0"}
    ${"5 Jan 2026 3:04:05 PM +0000"}                      | ${"2026-01-05T15:04:05.000Z 0"}
    ${"5 Jan 2026 12:04 am +0000"}                        | ${"2026-01-05T00:04:00.000Z 0"}
    ${"Mon, 5 Jan 2026 10.00.00 +0000"}                   | ${"2026-01-05T10:00:00.000Z 0"}
    ${"Mon Jan  5 10:00:00 2026"}                         | ${"2026-01-05T10:00:00.000Z no zone"}
    ${"Mon Jan 5 10:00:00 PST 2026"}                      | ${"2026-01-05T18:00:00.000Z -480"}
    ${"Mon Jan 05 10:00:00 +0000 2026"}                   | ${"2026-01-05T10:00:00.000Z 0"}
    ${"Jan 5, 2026 10:00:00 +0100"}                       | ${"2026-01-05T09:00:00.000Z 60"}
    ${"2026-01-05 10:00:00 +0100"}                        | ${"2026-01-05T09:00:00.000Z 60"}
    ${"2026-01-05T10:00:00Z"}                             | ${"2026-01-05T10:00:00.000Z 0"}
    ${"Wed, 30 Jun 2015 23:59:60 +0000"}                  | ${"2015-07-01T00:00:00.000Z 0"}
    ${"Thu, 29 Feb 2024 10:00:00 +0000"}                  | ${"2024-02-29T10:00:00.000Z 0"}
    ${"Sat, 29 Feb 2025 10:00:00 +0000"}                  | ${"none"}
    ${"31 Feb 2026 10:00:00 +0000"}                       | ${"none"}
    ${"5 Foo 2026 10:00:00 +0000"}                        | ${"none"}
    ${"5 Jan 2026 27:00:00 +0000"}                        | ${"none"}
    ${"5 Jan 2026 10:61:00 +0000"}                        | ${"none"}
    ${"5 Jan 2999 10:00:00 +0000"}                        | ${"none"}
    ${"5 Jan 1901 10:00:00 +0000"}                        | ${"none"}
    ${"yesterday"}                                        | ${"none"}
    ${""}                                                 | ${"none"}
  `("$header → $read", ({ header, read }) => expect(say(header)).toBe(read));
});

test("every minute of 1970 to 2100 in every offset comes back as it was written", () => {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const two = (n: number) => String(n).padStart(2, "0");
  fc.assert(
    fc.property(fc.integer({ min: 1440, max: 68_000_000 }), fc.integer({ min: -840, max: 840 }), (minute, offset) => {
      const local = new Date((minute + offset) * 60_000);
      const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}${two(Math.abs(offset) % 60)}`;
      const written = `${local.getUTCDate()} ${names[local.getUTCMonth()]} ${local.getUTCFullYear()} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:00 ${zone}`;
      expect(readHeaderDate(written)).toEqual({ at: instantOf(minute * 60_000), offsetMinutes: offset });
    }),
  );
});

test("no text makes the reader throw or run on", () => {
  fc.assert(fc.property(fc.string({ maxLength: 300, unit: "binary" }), (text) => void readHeaderDate(text)));
  const hostile = ["(".repeat(150), `${"1 ".repeat(99)}`, `Mon, 5 Jan ${" ".repeat(180)}`, "a".repeat(199)];
  for (const text of hostile) expect(readHeaderDate(text)).toBeUndefined();
});
