import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Zone } from "../../src/domain/time.ts";
import { windowsNameOf, zoneNamed } from "../../src/domain/zones.ts";

describe("issue 2: a zone is known by the names that calendars give it", () => {
  test.each`
    name                                                              | zone
    ${"Europe/Paris"}                                                 | ${"Europe/Paris"}
    ${"europe/paris"}                                                 | ${"Europe/Paris"}
    ${'"Europe/Paris"'}                                               | ${"Europe/Paris"}
    ${"America/Argentina/Buenos_Aires"}                               | ${"America/Argentina/Buenos_Aires"}
    ${"Asia/Calcutta"}                                                | ${"Asia/Calcutta"}
    ${"Asia/Kolkata"}                                                 | ${"Asia/Kolkata"}
    ${"US/Pacific"}                                                   | ${"US/Pacific"}
    ${"UTC"}                                                          | ${"UTC"}
    ${"Etc/GMT"}                                                      | ${"UTC"}
    ${"Z"}                                                            | ${"UTC"}
    ${"W. Europe Standard Time"}                                      | ${"Europe/Berlin"}
    ${"AUS Eastern Standard Time"}                                    | ${"Australia/Sydney"}
    ${"tzone://Microsoft/Utc"}                                        | ${"UTC"}
    ${"tzone://Microsoft/Custom"}                                     | ${undefined}
    ${"/freeassociation.sourceforge.net/Europe/Paris"}                | ${"Europe/Paris"}
    ${"/mozilla.example/20050126_1/America/Argentina/Buenos_Aires"}   | ${"America/Argentina/Buenos_Aires"}
    ${"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"} | ${"Europe/Amsterdam"}
    ${"(UTC-08:00) Pacific Time (US & Canada)"}                       | ${"America/Los_Angeles"}
    ${"(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi"}              | ${"Asia/Kolkata"}
    ${"(GMT+01.00) Paris / Madrid"}                                   | ${"Europe/Paris"}
    ${"(UTC) Dublin, Edinburgh, Lisbon, London"}                      | ${"Europe/Dublin"}
    ${"(UTC+09:00) Amsterdam"}                                        | ${undefined}
    ${"GMT+0100"}                                                     | ${"Etc/GMT-1"}
    ${"UTC -5"}                                                       | ${"Etc/GMT+5"}
    ${"+05:30"}                                                       | ${"+05:30"}
    ${"GMT+0000"}                                                     | ${"UTC"}
    ${"UTC+25"}                                                       | ${undefined}
    ${"Customized Time Zone"}                                         | ${undefined}
    ${"Mars/Olympus"}                                                 | ${undefined}
    ${"constructor"}                                                  | ${undefined}
    ${""}                                                             | ${undefined}
  `("'$name' is $zone", ({ name, zone }) => expect(zoneNamed(name)).toBe(zone));

  test("every zone that this Node knows is found by its own name", () => {
    expect(Intl.supportedValuesOf("timeZone").filter((name) => zoneNamed(name) !== name && name !== "UTC")).toEqual([]);
  });

  test("Windows has a name for every zone but one, and it is understood", () => {
    const zones = Intl.supportedValuesOf("timeZone").map((name) => zoneNamed(name)!);
    const nameless = [...zones, "Asia/Kolkata" as Zone, "Europe/Kyiv" as Zone].filter((zone) => {
      const name = windowsNameOf(zone);
      return name === undefined || zoneNamed(name) === undefined;
    });
    expect(nameless).toEqual(["Antarctica/Troll"]);
    expect(windowsNameOf("Europe/Berlin" as Zone)).toBe("W. Europe Standard Time");
    expect(windowsNameOf("Asia/Kolkata" as Zone)).toBe("India Standard Time");
  });

  test("no text throws, and what is found is a zone that clocks can be read in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const zone = zoneNamed(name);
        if (zone !== undefined) new Intl.DateTimeFormat("en", { timeZone: zone });
      }),
    );
  });
});
