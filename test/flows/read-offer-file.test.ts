import { expect, test } from "vitest";
import { readOfferFile } from "../../src/flows/imports/read-offer-file.ts";

test("M6: an offer file gives slots, zone and language, English unless it says so", () => {
  const text =
    '{"slots":[{"startsAt":"2026-11-24T10:00:00+01:00","endsAt":"2026-11-24T09:45:00Z"}],"zone":"Europe/Paris"}';
  expect(readOfferFile(text)).toEqual({
    slots: [{ startsAt: "2026-11-24T09:00:00.000Z", endsAt: "2026-11-24T09:45:00.000Z" }],
    zone: "Europe/Paris",
    language: "en",
  });
});

test.each([
  ["{", /not JSON/],
  ["[]", /the offer: /],
  ['{"slots":[],"zone":"Europe/Paris"}', /slots: /],
  [
    '{"slots":[{"startsAt":"tomorrow","endsAt":"2026-11-24T09:45:00Z"}],"zone":"Europe/Paris"}',
    /slots\.0\.startsAt: "tomorrow" is not an instant/,
  ],
  [
    '{"slots":[{"startsAt":"2026-11-24T09:00:00Z","endsAt":"2026-11-24T09:45:00Z"}],"zone":"Paris"}',
    /zone: "Paris" is not a time zone/,
  ],
])("%s is refused with the place", (text, says) => {
  expect(() => readOfferFile(text)).toThrow(says);
});
