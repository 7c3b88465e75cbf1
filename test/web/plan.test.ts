import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sayOwnerAddresses } from "../../src/flows/owner/say-owner-addresses.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { loadContacts } from "../../src/store/contacts.ts";
import { coffeeCalendar, oldCoffees } from "../support/coffee-calendar.ts";
import { importAll } from "../support/imports.ts";
import { temporaryFolder } from "../support/world.ts";
import { openOffice } from "./office.ts";

test("the plan: chosen by a tap, each meeting with whom it asks and why, answered for by one tap (R18, R21)", async () => {
  const office = await openOffice();
  const browser = await office.browser();
  const page = async () => (await browser.get("/plan")).text();
  await browser.post("/settings/name", { name: "Mara Lind" });

  const empty = await page();
  expect(empty).toContain("How many people do you want to sit down with in a month?");
  expect(
    [...empty.matchAll(/name="preset" value="([^"]+)">([^<]+)</g)].map(([, name, words]) => [name, words]),
  ).toEqual([
    ["2 coffee", "2 coffees"],
    ["1 lunch + 2 call", "1 lunch and 2 calls"],
  ]);

  const path = join(temporaryFolder(), "coffees.ics");
  writeFileSync(path, coffeeCalendar(...oldCoffees));
  await importAll(office.world, office.ownerId, path);
  await sayOwnerAddresses(office.world, office.ownerId, ["me@home.example"]);
  for (const { contactId } of await loadContacts(office.db, office.ownerId))
    await answerWhy(office.world, office.ownerId, contactId, "waived");
  const chosen = await browser.post("/plan", { preset: "2 coffee" });
  expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/plan?done=plan_set"]);
  const planned = await page();
  expect(planned).toContain("Ada Moreau is the first to ask for coffee 1 of November 2026.");
  expect(planned).toContain("Ben Moreau is the first to ask for coffee 2 of November 2026.");
  expect(planned).toMatch(/2 meetings are still open; \d+ days until 30 Nov 2026 have room for a coffee\./);

  const draft = /action="\/drafts\/([^"/]+)\/sent"/.exec(planned)![1]!;
  await browser.post(`/drafts/${draft}/sent`, { back: "/plan" });
  const asked = await page();
  expect(asked).toContain("You asked them on 16 Nov 2026; next reminder on 19 Nov 2026.");
  expect((await browser.post(`/drafts/${draft}/sent`, { back: "/plan" })).headers.get("location")).toBe(
    "/plan?done=not_now",
  );

  const who = /name="who" value="([^"]+)"/.exec(asked)![1]!;
  await browser.post("/plan/answers", { who, meaning: "accept", day: "2026-11-20", time: "10:00" });
  const booked = await page();
  expect(booked).toMatch(/Fri 20 Nov, 10:00/);
  expect(booked).toContain("0 of 2 held, 1 booked");

  const [, open] = [...booked.matchAll(/class="panel plan-item" id="([^"]+)"/g)].map(([, id]) => id!);
  await browser.post(`/plan/items/${open}`, { change: "drop" });
  expect(await page()).toContain("You dropped it.");
  await browser.post(`/plan/items/${open}`, { change: "restore" });
  expect(await page()).toContain("Ben Moreau is the first to ask for coffee 2 of November 2026.");
  const ghost = await browser.post("/plan/items/00000000-0000-7000-8000-000000000000", { change: "drop" });
  expect(ghost.headers.get("location")).toBe("/plan?done=not_now");

  const refused = await browser.post("/plan", { coffee: "32", lunch: "1" });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toMatch(/name="coffee"[^>]*value="32"/);
  await browser.post("/plan", { coffee: "0", call: "1", only: "2026-11-01" });
  expect(await page()).toContain("Call 1");
  expect(office.errors).toEqual([]);
});

test("what the owner asks and answers beside the plan: late for a meeting, how a call is held, a letter of another day, a no (R15, R21, R27, R36)", async () => {
  const office = await openOffice();
  const browser = await office.browser();
  const page = async (path: string) => (await browser.get(path)).text();
  const goesTo = async (path: string, fields: Record<string, string>) =>
    (await browser.post(path, fields)).headers.get("location");
  await browser.post("/settings/name", { name: "Mara Lind" });
  const path = join(temporaryFolder(), "coffees.ics");
  writeFileSync(path, coffeeCalendar(...oldCoffees, { on: "2026-11-16 17:00", with: "Ben" }));
  await importAll(office.world, office.ownerId, path);
  await sayOwnerAddresses(office.world, office.ownerId, ["me@home.example"]);
  const contacts = await loadContacts(office.db, office.ownerId);
  for (const { contactId } of contacts) await answerWhy(office.world, office.ownerId, contactId, "waived");
  const ada = contacts.find(({ name }) => name === "Ada Moreau")!.contactId;

  const [, event = "", at = ""] = /name="event" value="([^"]+)"><input type="hidden" name="at" value="([^"]+)"/.exec(
    await page("/today"),
  )!;
  expect((await browser.post("/today/late", { event, at, minutes: "7" })).status).toBe(400);
  expect(await goesTo("/today/late", { event, at, minutes: "15" })).toBe("/today?done=late_drafted");
  expect(await page("/today")).toMatch(/Running late|15 minutes/);
  expect(await page("/review")).toContain("You will be 15 minutes late for “Coffee”.".replace(/[“”]/g, "&quot;"));

  await browser.post("/plan", { call: "1" });
  expect(await page("/review")).toContain("How should this call with Ada Moreau be held?");
  const refused = await browser.post(`/people/${ada}/call`, { way: "my_number", text: "ring me", back: "/review" });
  expect(refused.status).toBe(400);
  const again = await refused.text();
  expect(again).toContain('value="ring me"');
  expect(again).toContain("not a telephone number");
  const number = "+33 1 55 50 17 04";
  expect(await goesTo(`/people/${ada}/call`, { way: "my_number", text: number, back: "/review" })).toBe(
    "/review?done=call_way_set",
  );
  const letter = await page(`/people/${ada}`);
  expect(letter).toContain(`by phone (${number})`);

  const draft = /action="\/drafts\/([^"/]+)\/sent"/.exec(letter)![1]!;
  const sentOn = (on: string) => goesTo(`/drafts/${draft}/sent`, { back: "/plan", on });
  expect(await sentOn("2026-11-17")).toBe("/plan?done=not_that_day");
  expect(await sentOn("soon")).toBe("/plan?done=not_that_day");
  expect(await sentOn("2026-11-13")).toBe("/plan?done=letter_sent");
  expect(await page("/plan")).toContain("You asked them on 13 Nov 2026");

  await goesTo("/plan/answers", { who: ada, meaning: "decline" });
  const resting = /<section class="panel" id="resting".*?<\/section>/s.exec(await page("/lists"))![0];
  expect(resting).toMatch(/Ada Moreau<\/a> <span class="quiet">Ada Moreau said no on 16 Nov 2026/);
  expect(await page(`/people/${ada}`)).not.toContain("Thanks for an answer");
  expect(await goesTo("/settings/letters/after-a-no", { thanks: "yes" })).toBe("/settings/letters?done=choice_saved");
  expect(await page(`/people/${ada}`)).toContain("Thanks for an answer");
  expect(await page("/settings/letters")).toMatch(/name="thanks" value="yes" checked/);

  const ben = contacts.find(({ name }) => name === "Ben Moreau")!.contactId;
  const introduction = await browser.post(`/people/${ada}/introduce/${ben}`, {});
  expect(await introduction.text()).toContain("Ask Ada Moreau and Ben Moreau first");
  const few = await browser.post("/settings/letters/group", { person: ada, about: "analysts" });
  expect(await few.text()).toContain("Choose 2 to 5 people");
  expect(office.errors).toEqual([]);
});

test("R11: a number of events that cannot be is refused in its field, and an empty one too", async () => {
  const office = await openOffice();
  const browser = await office.browser();
  for (const perMonth of ["99", "", "two"]) {
    const refused = await browser.post("/events/month", { perMonth });
    expect(refused.status).toBe(400);
    const text = await refused.text();
    expect(text).toContain("A whole number from 0 to 31, please.");
    expect(text).toMatch(new RegExp(`name="perMonth"[^>]*value="${perMonth}"`));
  }
  expect((await browser.post("/events/month", { perMonth: "2" })).headers.get("location")).toBe(
    "/events?done=attendance_set",
  );
});
