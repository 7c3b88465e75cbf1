import { expect, test } from "vitest";
import { foreign, furnish } from "./furnish.ts";
import { furnishLoop } from "./furnish-loop.ts";
import { openOffice, start } from "./office.ts";

test("R43: an open page is told in one line what waits, without a name, and nothing when nothing came since", async () => {
  const office = await openOffice();
  await furnish(office.db, office.ownerId);
  const browser = await office.browser();
  expect((await browser.get(`/news?since=${start}`)).status).toBe(204);

  await furnishLoop(office.db, office.ownerId);
  const told = await browser.get("/news");
  expect(told.headers.get("cache-control")).toBe("no-store");
  const { says, at } = (await told.json()) as { says: string; at: string };
  expect({ says, at }).toEqual({ says: "1 answer waits for you, and your round of the day is ready.", at: start });
  expect(says).not.toContain(foreign);
  expect((await browser.get(`/news?since=${at}`)).status).toBe(204);
  expect((await office.ask("/news")).status).toBe(303);
  // A moment that is none is no moment: all that waits is told.
  expect((await browser.get("/news?since=yesterday")).status).toBe(200);
});
