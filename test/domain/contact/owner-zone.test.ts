import { expect, test } from "vitest";
import { dominantZone } from "../../../src/domain/contact/owner-zone.ts";
import type { Zone } from "../../../src/domain/time.ts";

test.each<{ events: [string, number][]; zone: string | undefined; because: string }>([
  {
    events: [
      ["Europe/Paris", 90],
      ["Europe/London", 10],
    ],
    zone: "Europe/Paris",
    because: "most of them",
  },
  {
    events: [
      ["UTC", 500],
      ["Europe/Paris", 20],
    ],
    zone: "Europe/Paris",
    because: "UTC is written by machines",
  },
  { events: [["Europe/Paris", 4]], zone: undefined, because: "too few" },
  {
    events: [
      ["Europe/Paris", 50],
      ["America/New_York", 50],
    ],
    zone: undefined,
    because: "nothing stands out",
  },
  { events: [], zone: undefined, because: "nothing at all" },
])("$zone: $because", ({ events, zone }) => {
  expect(dominantZone(events.map(([name, count]) => ({ zone: name as Zone, count })))).toBe(zone);
});
