/** The way into the demo, and its time inside of it. */
import { describe, expect, test } from "vitest";
import type { Instant } from "../../src/domain/time.ts";
import { setPassphrase } from "../../src/flows/owner/passphrase.ts";
import { openSession } from "../../src/flows/owner/session.ts";
import { setTimer } from "../../src/store/timers.ts";
import type { DemoStanding } from "../../src/web/context.ts";
import { inCloud } from "../support/cloud-world.ts";
import { furnish } from "./furnish.ts";
import { furnishLoop, leavesAt } from "./furnish-loop.ts";
import { openOffice, start } from "./office.ts";

const refreshOf = (answer: Response) => answer.headers.get("refresh");
const here = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };

describe("the way in", () => {
  async function open() {
    let standing: DemoStanding = { kind: "closed" };
    const opened: string[] = [];
    const demoDoor = { standing: () => standing, open: () => void opened.push("opened") };
    const office = await openOffice({}, undefined, { demoDoor });
    return { ...office, opened, stand: (now: DemoStanding) => (standing = now), browser: await office.browser() };
  }

  test("the first page offers four ways in this order: connect, import, demo, sample", async () => {
    const { browser } = await open();
    const page = await (await browser.get("/")).text();
    const places = ["Connect Google or Outlook", "Import export files", "Try the demo", "Try the sample"].map((words) =>
      page.indexOf(words),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test("its page looks again until the demo is there, leads on to it, and says when it failed", async () => {
    const { browser, opened, stand } = await open();
    expect((await browser.post("/demo", {})).headers.get("location")).toBe("/demo");
    expect(opened).toEqual(["opened"]);
    stand({ kind: "opening" });
    expect(refreshOf(await browser.get("/demo"))).toBe("2");
    const address = "http://localhost:8390/?key=k";
    stand({ kind: "open", address });
    const ready = await browser.get("/demo");
    expect(refreshOf(ready)).toBe(`0; url=${address}`);
    expect(await ready.text()).toContain(`href="${address}"`);
    stand({ kind: "failed", because: "it ended with 1; the log says why" });
    expect(await (await browser.get("/demo")).text()).toContain("It is not running: it ended with 1");
  });

  test("asked by another name than this computer's it is not opened, and its key is not told", async () => {
    const { app, world, ownerId, opened, stand } = await open();
    stand({ kind: "open", address: "http://localhost:8390/?key=k" });
    await setPassphrase(world, ownerId, "twelve letters and more");
    const { token } = await openSession(world, ownerId);
    const from = { headers: { cookie: `rapport-80=${token}`, host: "rapport.example" } };
    const answer = await app.request("http://rapport.example/demo", from, here);
    const page = await answer.text();
    expect(page).toContain("The demo opens on its own computer");
    expect(page).not.toContain("key=k");
    expect(opened).toEqual([]);
  });
});

describe("inside", () => {
  async function open(nextAt: Instant | undefined) {
    let move: (to: Instant) => void = () => undefined;
    const office = await openOffice(
      {},
      async (world, moving) => {
        move = moving;
        return (await inCloud(world, moving)).world;
      },
      { demoTime: { nextAt: async () => nextAt, moveTo: (to) => move(to) } },
    );
    return { ...office, browser: await office.browser() };
  }

  test("every page says what time it is there, and there is no way into another demo", async () => {
    const { browser } = await open(undefined);
    expect(await (await browser.get("/settings")).text()).toContain(
      "In the demo it is <strong>Mon 16 Nov, 15:00</strong>",
    );
    expect(await (await browser.get("/")).text()).not.toContain("Try the demo");
    expect((await browser.get("/demo")).status).toBe(404);
  });

  test("the next day begins at eight in the owner's zone", async () => {
    const { browser, world } = await open(undefined);
    const answer = await browser.post("/demo/next-day", { back: "/people" });
    expect(answer.headers.get("location")).toBe("/people?done=time_moved");
    expect(world.clock.now()).toBe("2026-11-17T07:00:00.000Z");
  });

  test("the next day waits for a letter that leaves before it (R41)", async () => {
    const { browser, db, ownerId, world } = await open(undefined);
    await furnish(db, ownerId);
    await furnishLoop(db, ownerId);
    const times: Instant[] = [];
    for (let press = 0; press < 3; press += 1) {
      await browser.post("/demo/next-day", {});
      times.push(world.clock.now());
    }
    expect(times).toEqual(["2026-11-17T07:00:00.000Z", leavesAt, "2026-11-18T07:00:00.000Z"]);
  });

  test.each`
    nextAt                        | decision                      | now
    ${"2026-11-16T15:30:00.000Z"} | ${undefined}                  | ${"2026-11-16T15:30:00.000Z"}
    ${"2026-11-16T15:30:00.000Z"} | ${"2026-11-16T15:00:00.000Z"} | ${"2026-11-16T15:00:00.000Z"}
    ${undefined}                  | ${"2026-11-18T09:00:00.000Z"} | ${"2026-11-18T09:00:00.000Z"}
    ${undefined}                  | ${"2026-11-16T13:00:00.000Z"} | ${start}
  `(
    "somebody acts at $nextAt, a follow-up changes at $decision: it becomes $now",
    async ({ nextAt, decision, now }) => {
      const { browser, world, ownerId } = await open(nextAt);
      if (decision !== undefined)
        await setTimer(world.database, ownerId, { kind: "decide_follow_ups", subjectId: ownerId }, decision);
      await browser.post("/demo/next-event", {});
      expect(world.clock.now()).toBe(now);
    },
  );
});
