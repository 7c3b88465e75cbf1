import { beforeEach, describe, expect, test } from "vitest";
import type { PlainDate } from "../../src/domain/time.ts";
import { meetingSettings } from "../../src/flows/meeting/meeting-settings.ts";
import {
  addOverride,
  removeOverride,
  saveAvailability,
  saveHolidays,
} from "../../src/flows/meeting/save-availability.ts";
import { addVenue, removeVenue, saveWays } from "../../src/flows/meeting/save-ways.ts";
import { showWeek } from "../../src/flows/meeting/show-week.ts";
import { suggestVenues } from "../../src/flows/meeting/suggest-venues.ts";
import { dropZone, setZone } from "../../src/flows/owner/set-zone.ts";
import { calendarWorld, eventText } from "../support/calendar-file.ts";
import type { TestWorld } from "../support/world.ts";

const coffee = (uid: string, day: string) =>
  eventText(uid, [
    `SUMMARY:Coffee ${uid}`,
    `DTSTART;TZID=Europe/Paris:${day}T100000`,
    `DTEND;TZID=Europe/Paris:${day}T103000`,
    "LOCATION:Café Lignes, 3 rue des Lilas, Lyon",
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:mara@home.example",
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@stone.example",
  ]);

let mine: TestWorld;
beforeEach(async () => {
  mine = await calendarWorld("2026-12-20T10:00:00.000Z", [coffee("one", "20261215"), coffee("two", "20261216")]);
});
const settings = () => meetingSettings(mine.world, mine.owner);

describe("what the owner set about meeting (Q2)", () => {
  test("a part is changed and the rest stays", async () => {
    await saveAvailability(mine.world, mine.owner, { leadHours: 12 });
    await saveAvailability(mine.world, mine.owner, { bufferAfterMinutes: 15 });
    expect((await settings()).availability).toMatchObject({ leadHours: 12, bufferAfterMinutes: 15, horizonDays: 14 });
  });

  test("what is out of bounds is refused with its field, and nothing is changed", async () => {
    const refused = await saveAvailability(mine.world, mine.owner, { leadHours: 5, bufferBeforeMinutes: 2_000 });
    expect(refused).toEqual({ kind: "refused", issues: [{ field: "bufferBeforeMinutes", says: "at most 1440" }] });
    expect((await settings()).availability.leadHours).toBe(36);
  });

  test("days that are different stand in order, and are taken out by their days", async () => {
    const closed = { firstDay: "2026-12-31", lastDay: "2026-12-31", blocks: [] };
    const short = { firstDay: "2026-12-24", lastDay: "2026-12-24", blocks: [{ from: "09:00", until: "12:00" }] };
    await addOverride(mine.world, mine.owner, closed);
    await addOverride(mine.world, mine.owner, short);
    expect((await settings()).availability.overrides).toEqual([short, closed]);
    await removeOverride(mine.world, mine.owner, closed);
    expect((await settings()).availability.overrides).toEqual([short]);
    expect(await addOverride(mine.world, mine.owner, { ...short, lastDay: "2026-12-23" })).toMatchObject({
      kind: "refused",
    });
  });

  test("holidays of a country close its days in the week; a country or region without data is refused", async () => {
    expect(await saveHolidays(mine.world, mine.owner, { country: "FR" })).toEqual({ kind: "saved" });
    const week = await showWeek(mine.world, mine.owner, { weekOf: "2026-12-25" as PlainDate });
    const friday = week.days[4]!.stretches.flatMap((one) => (one.kind === "refused" ? one.because : []));
    expect(friday).toContainEqual({ rule: "holiday", day: "2026-12-25", name: "Christmas Day" });
    expect(await saveHolidays(mine.world, mine.owner, { country: "DE", region: "nowhere" })).toMatchObject({
      kind: "refused",
      issues: [{ field: "country" }],
    });
    expect(await saveHolidays(mine.world, mine.owner, undefined)).toEqual({ kind: "saved" });
    expect((await settings()).availability.holidays).toBeUndefined();
  });

  test("zones of a journey are added and taken out; the zone at home stays", async () => {
    await setZone(mine.world, mine.owner, "Asia/Tokyo", "2027-01-04" as PlainDate);
    expect((await settings()).travels).toEqual([{ from: "2027-01-04", zone: "Asia/Tokyo" }]);
    await dropZone(mine.world, mine.owner, "2027-01-04" as PlainDate);
    await dropZone(mine.world, mine.owner, "0001-01-01" as PlainDate);
    expect(await settings()).toMatchObject({ home: "Europe/Paris", travels: [] });
  });
});

describe("how and where (R31)", () => {
  test("places of past meetings are proposed until they are among the venues", async () => {
    const [proposal, ...others] = await suggestVenues(mine.world, mine.owner);
    expect(proposal).toMatchObject({ name: "Café Lignes", suits: "coffee", meetings: 2 });
    expect(others).toEqual([]);
    const { name, address } = proposal!;
    const venue = { name, address, suits: ["coffee"], minutesFromBase: 20 };
    expect(await addVenue(mine.world, mine.owner, venue)).toEqual({ kind: "saved" });
    expect(await suggestVenues(mine.world, mine.owner)).toEqual([]);
    await addVenue(mine.world, mine.owner, { ...venue, minutesFromBase: 5 });
    expect((await settings()).ways.venues).toEqual([{ ...venue, minutesFromBase: 5 }]);
    await removeVenue(mine.world, mine.owner, name);
    expect((await settings()).ways.venues).toEqual([]);
  });

  test.each`
    change                                           | field
    ${{ standingLink: "http://rooms.example/mara" }} | ${"standingLink"}
    ${{ standingLink: "javascript:alert(1)" }}       | ${"standingLink"}
    ${{ phone: "call me" }}                          | ${"phone"}
    ${{ baseCity: "x".repeat(200) }}                 | ${"baseCity"}
  `("$change is refused", async ({ change, field }) => {
    expect(await saveWays(mine.world, mine.owner, change)).toMatchObject({ kind: "refused", issues: [{ field }] });
  });
});
