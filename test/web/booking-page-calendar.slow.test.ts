/** The public booking page of an owner whose calendar is asked live, at both providers (Q8). */
import { describe, expect, test } from "vitest";
import { after } from "../../src/domain/time.ts";
import { detect } from "../../src/integrations/archive/detect.ts";
import { publicApp } from "../../src/web/app.ts";
import { eventsOfOurs, offerTo, timesFor } from "../support/booking-office.ts";
import { linkToLeave, nonceIn, provenWorld, startsIn } from "../support/public-office.ts";
import { vendors, type WritingOffice, writingOffice } from "../support/writing-office.ts";

/** The page behind the link of a letter that left, and its button. */
async function opened(office: WritingOffice) {
  const world = await provenWorld(office.world, office.owner);
  const settings = {
    listen: { host: "127.0.0.1", port: 0 },
    hosts: ["rapport.example"],
    inboxDir: office.folder,
    uploadQuotaBytes: 0,
    freeDiskMinBytes: 0,
  };
  const app = publicApp({ world, settings, detect, timeout: AbortSignal.timeout });
  const offer = await timesFor(office);
  const { followUpId, link } = await linkToLeave(world, office.owner);
  await offerTo({ world, owner: office.owner }, office.priya, offer, { followUpId });
  const page = await (await app.request(link)).text();
  office.clock.set(after(office.clock.now(), { seconds: 3 }));
  const press = (at: string) =>
    Promise.resolve(
      app.request(`${link}/book`, { method: "POST", body: new URLSearchParams({ nonce: nonceIn(page), at }) }),
    );
  return { link, page, press, look: async () => (await app.request(link)).text(), times: offer.times };
}

describe.each(vendors)("%s", (vendor) => {
  test("a click is confirmed when the event stands in the calendar", async () => {
    const office = await writingOffice(vendor, []);
    const { press, look, times, page } = await opened(office);
    expect(startsIn(page).slice(0, times.length)).toEqual(times.map(({ startsAt }) => startsAt));
    expect((await press(times[0]!.startsAt)).status).toBe(303);
    expect(await look()).toContain("It is booked");
    expect(eventsOfOurs(office)).toHaveLength(1);
  });

  test("an hour that was filled in the calendar a moment ago is given back, with the nearest free ones", async () => {
    const office = await writingOffice(vendor, []);
    const { press, times } = await opened(office);
    const { startsAt, endsAt } = times[0]!;
    const { calendars } = office.account;
    const dentist = {
      id: "dentist0",
      uid: "dentist@example",
      sequence: 0,
      title: "Dentist",
      time: { kind: "timed", startsAt, endsAt, zone: calendars.main.zone },
      status: "confirmed",
      shows: "busy",
      attendees: [],
      properties: {},
    } as const;
    calendars.put(calendars.main.id, dentist, office.clock.now());
    const taken = await press(startsAt);
    expect(taken.status).toBe(409);
    const page = await taken.text();
    expect(page).toContain("Sorry, that time has just been taken.");
    expect(startsIn(page).slice(0, 5)).not.toContain(startsAt);
    expect(eventsOfOurs(office)).toEqual([]);
  });
});
