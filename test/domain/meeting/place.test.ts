import { describe, expect, test } from "vitest";
import { cityNamed } from "../../../src/domain/meeting/city.ts";
import { cityAliases, cityLines } from "../../../src/domain/meeting/city-data.ts";
import { countryNamed, countryOfPhone } from "../../../src/domain/meeting/country.ts";
import { kilometresBetween } from "../../../src/domain/meeting/distance.ts";
import { cityInAddress, placeFrom } from "../../../src/domain/meeting/place.ts";
import { parseZone } from "../../../src/domain/time.ts";

describe("cities", () => {
  test("every city of the table lies on the earth, in a zone that exists, under a country code", () => {
    const heads = cityLines
      .trim()
      .split("\n")
      .filter((line) => line.startsWith("@"));
    for (const head of heads) {
      const [zone, country] = head.slice(1).split(" ");
      expect(parseZone(zone!), head).toBeDefined();
      expect(country, head).toMatch(/^[A-Z]{2}$/);
    }
    const cities = cityLines
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("@"));
    expect(cities.length).toBeGreaterThan(2_500);
    for (const line of cities) {
      const [name, latitude, longitude, thousands] = line.split(";");
      expect(Math.abs(Number(latitude)), line).toBeLessThan(90);
      expect(Math.abs(Number(longitude)), line).toBeLessThanOrEqual(180);
      expect(Number(thousands), line).toBeGreaterThan(0);
      expect(cityNamed(name!), line).toBeDefined();
    }
  });

  test("every other name leads to its city", () => {
    for (const line of cityAliases.trim().split("\n")) {
      const [alias, name, country] = line.split(";");
      expect(cityNamed(alias!, country)?.city.name, line).toBe(name);
    }
  });

  test.each`
    name           | country      | zone
    ${"München"}   | ${undefined} | ${"Europe/Berlin"}
    ${"MUNICH"}    | ${undefined} | ${"Europe/Berlin"}
    ${"Cambridge"} | ${"US"}      | ${"America/New_York"}
    ${"Cambridge"} | ${"GB"}      | ${"Europe/London"}
    ${"Bangalore"} | ${undefined} | ${"Asia/Kolkata"}
  `("$name, $country keeps $zone", ({ name, country, zone }) => expect(cityNamed(name, country)?.city.zone).toBe(zone));

  test("Lyon to Berlin is 974 km, give or take the rounding", () => {
    const [lyon, berlin] = ["Lyon", "Berlin"].map((name) => cityNamed(name)!.city);
    expect(kilometresBetween(lyon!, berlin!)).toBeGreaterThan(965);
    expect(kilometresBetween(lyon!, berlin!)).toBeLessThan(985);
  });
});

describe("countries", () => {
  test.each`
    number                 | country
    ${"+33 1 23 45 67 89"} | ${"FR"}
    ${"0049 30 1234567"}   | ${"DE"}
    ${"+1 (415) 555-0100"} | ${"US"}
    ${"+1 416 555 0100"}   | ${"CA"}
    ${"+7 727 555 01 00"}  | ${"KZ"}
    ${"+7 495 555 01 00"}  | ${"RU"}
    ${"+353 1 555 0100"}   | ${"IE"}
    ${"+971 4 555 0100"}   | ${"AE"}
    ${"01 23 45 67 89"}    | ${undefined}
    ${"+33"}               | ${undefined}
    ${"+999 1234567"}      | ${undefined}
  `("$number is of $country", ({ number, country }) => expect(countryOfPhone(number)).toBe(country));

  test.each`
    name             | country
    ${"Germany"}     | ${"DE"}
    ${"Deutschland"} | ${"DE"}
    ${"Allemagne"}   | ${"DE"}
    ${"UK"}          | ${"GB"}
    ${"Acme"}        | ${undefined}
  `("$name is $country", ({ name, country }) => expect(countryNamed(name)).toBe(country));
});

describe("where a person is (R31)", () => {
  test.each`
    address                                            | city
    ${"Hauptstr. 5, 10115 Berlin, Germany"}            | ${"Berlin"}
    ${"Acme GmbH\nBerliner Straße 4\nD-80331 München"} | ${"Munich"}
    ${"12 rue de Paris, 69003 Lyon"}                   | ${"Lyon"}
    ${"1 Oxford Street, Manchester M1 5AN"}            | ${"Manchester"}
    ${"1 Main St, Cambridge, MA 02139, USA"}           | ${"Cambridge"}
    ${"San Francisco, CA 94105"}                       | ${"San Francisco"}
    ${"somewhere over the rainbow"}                    | ${undefined}
    ${""}                                              | ${undefined}
  `("$address is in $city", ({ address, city }) => expect(cityInAddress(address)?.city.name).toBe(city));

  test("the source with the most confidence is taken, and named", () => {
    const header = { source: "header_zone", offsetMinutes: 60 } as const;
    const phone = { source: "phone_country_code", number: "+49 30 1234567" } as const;
    const stated = { source: "stated_city", text: "Hamburg" } as const;
    const signature = { source: "signature_address", text: "Hauptstr. 5, 10115 Berlin" } as const;
    const sources = [[header], [header, phone], [phone, stated], [stated, signature, header]].map(
      (evidence) => placeFrom(evidence)!,
    );
    expect(sources.map(({ source }) => source)).toEqual([
      "header_zone",
      "phone_country_code",
      "stated_city",
      "signature_address",
    ]);
    const sure = sources.map(({ confidence }) => confidence);
    expect(sure).toEqual([...sure].sort((one, other) => one - other));
    expect(sources.at(-1)).toMatchObject({
      zone: "Europe/Berlin",
      because: "Berlin, from the address in the signature",
    });
  });

  test("a name that large cities share is half as sure", () => {
    const alone = placeFrom([{ source: "stated_city", text: "San Jose" }])!;
    const withCountry = placeFrom([{ source: "stated_city", text: "San Jose, Costa Rica" }])!;
    expect(alone.confidence).toBeLessThan(withCountry.confidence);
    expect(withCountry.country).toBe("CR");
  });

  test("an offset alone is no place", () =>
    expect(placeFrom([{ source: "header_zone", offsetMinutes: -330 }])).toEqual({
      source: "header_zone",
      confidence: 0.2,
      because: "the clock of their mail is UTC-5:30, which is no place yet",
    }));

  test("nothing told is unknown", () => expect(placeFrom([{ source: "stated_city", text: "home" }])).toBeUndefined());
});
