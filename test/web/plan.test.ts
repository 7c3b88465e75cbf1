import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerWhy } from "../../src/flows/answer-why.ts";
import { sayOwnerAddresses } from "../../src/flows/say-owner-addresses.ts";
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
