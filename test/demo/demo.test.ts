/** The demo without its processes: its clock, what its providers remember over a restart, and the way to them. */
import { appendFileSync, chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeConfig, readConfig } from "../../src/config.ts";
import { atSpeed, beganAt, type DemoClock, movedTo, timeOf } from "../../src/demo/demo-clock.ts";
import { openDemoCloud } from "../../src/demo/demo-cloud.ts";
import { openJournal } from "../../src/demo/journal.ts";
import { demoClients, demoSettings, redirectsOf } from "../../src/demo/settings.ts";
import { openStoredClock } from "../../src/demo/stored-clock.ts";
import { after, type Instant } from "../../src/domain/time.ts";
import { openInstallation } from "../../src/installation.ts";
import { providersAt, serveOnLoopback } from "../../src/sandbox/loopback.ts";
import { consent } from "../support/consent.ts";
import { atEndOfFile } from "../support/end-of-file.ts";

const began = "2026-11-23T09:00:00.000Z" as Instant;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "rapport-demo-"));
  // The database's own user has to pass through.
  chmodSync(path, 0o711);
  atEndOfFile(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe("the clock", () => {
  const hour = after(began, { hours: 1 });
  test.each([
    ["runs as real time does", beganAt(began), "2026-11-23T10:00:00.000Z"],
    ["was moved ahead a day", movedTo(beganAt(began), began, after(began, { days: 1 })), "2026-11-24T10:00:00.000Z"],
    ["stays where it is when moved back", movedTo(beganAt(began), hour, began), "2026-11-23T10:00:00.000Z"],
    ["runs sixty times as fast", atSpeed(beganAt(began), began, 60), "2026-11-25T21:00:00.000Z"],
  ])("an hour after it began it %s", (_what, clock: DemoClock, reads) => {
    expect(timeOf(clock, hour)).toBe(reads);
  });

  test("whatever is done to it, it never goes back, and a new speed is no leap", () => {
    const step = fc.record({
      waitMs: fc.nat(1e8),
      aheadMs: fc.integer({ min: -1e9, max: 1e9 }),
      speed: fc.integer({ min: 1, max: 3600 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [clock, wall, last] = [beganAt(began), began, began];
        for (const { waitMs, aheadMs, speed } of steps) {
          wall = after(wall, { seconds: waitMs / 1000 });
          const before = timeOf(clock, wall);
          expect(before >= last).toBe(true);
          clock = atSpeed(clock, wall, speed);
          expect(timeOf(clock, wall)).toBe(before);
          const to = after(before, { seconds: aheadMs / 1000 });
          clock = movedTo(clock, wall, to);
          last = timeOf(clock, wall);
          expect(last).toBe(to > before ? to : before);
        }
      }),
    );
  });

  test("one process moves it, and another reads it", () => {
    const home = folder();
    let wall = began;
    const [web, worker] = [0, 1].map(() => openStoredClock(home, { now: () => wall }));
    web!.moveTo("2026-12-01T08:00:00.000Z" as Instant);
    wall = after(wall, { seconds: 1 });
    expect([web!.now(), worker!.now()]).toEqual(["2026-12-01T08:00:01.000Z", "2026-12-01T08:00:01.000Z"]);
    expect(openStoredClock(home, { now: () => wall }).base).toBe(began);
  });

  test("who reads it again knows at once that another process moved it", () => {
    const home = folder();
    const [web, sandbox] = [0, 1].map(() => openStoredClock(home, { now: () => began }));
    const later = "2026-12-01T08:00:00.000Z";
    web!.moveTo(later as Instant);
    expect([web!.now(), sandbox!.now()]).toEqual([later, began]);
    sandbox!.readAgain();
    expect(sandbox!.now()).toBe(later);
  });
});

describe("the providers", () => {
  const redirects = { google: redirectsOf("google"), microsoft: redirectsOf("microsoft") };
  const clock = { base: began, now: () => after(began, { hours: 2 }) };
  const open = (file: string, at = clock) =>
    openDemoCloud({ clock: at, clients: demoClients, redirects, journal: openJournal(file) });

  const gmail = "https://gmail.googleapis.com/gmail/v1/users/me";

  /** A person allows it, and the program gets its tokens. */
  async function token(answer: (request: Request) => Promise<Response>): Promise<string> {
    const redirect_uri = redirects.google[0]!;
    const { clientId: client_id, clientSecret: client_secret } = demoClients.google;
    const scope =
      "openid email https://www.googleapis.com/auth/gmail.readonly https://www.googleapis.com/auth/gmail.compose";
    const asked = new URLSearchParams({
      client_id,
      redirect_uri,
      scope,
      response_type: "code",
      access_type: "offline",
    });
    const came = await consent(answer, `https://accounts.google.com/o/oauth2/v2/auth?${asked}`, {
      address: "mara@nordlys.example",
    });
    if (!("back" in came)) throw new Error(came.page);
    const code = came.back.searchParams.get("code") ?? "";
    const body = new URLSearchParams({
      grant_type: "authorization_code",
      code,
      client_id,
      client_secret,
      redirect_uri,
    });
    const given = await answer(new Request("https://oauth2.googleapis.com/token", { method: "POST", body }));
    return ((await given.json()) as { access_token: string }).access_token;
  }

  const draftsOf = async (answer: (request: Request) => Promise<Response>, bearer: string) =>
    (await answer(new Request(`${gmail}/drafts`, { headers: { authorization: `Bearer ${bearer}` } }))).json();

  test("a restart finds accounts, permissions and drafts as they were; half a line at the end was never answered", async () => {
    const file = join(folder(), "sandbox.jsonl");
    const first = await open(file);
    const bearer = await token(first.answer);
    const raw = Buffer.from("To: priya@acme.example\r\nSubject: Hello\r\n\r\nHello").toString("base64url");
    const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
    const body = JSON.stringify({ message: { raw } });
    const made = await first.answer(new Request(`${gmail}/drafts`, { method: "POST", headers, body }));
    expect(made.status).toBe(200);
    const before = await draftsOf(first.answer, bearer);
    expect(before).toMatchObject({ drafts: [{ id: expect.any(String) }] });

    appendFileSync(file, '{"at":"2026-11-2');
    expect(await draftsOf((await open(file)).answer, bearer)).toEqual(before);
  });

  test("something is always ahead in a world whose calendar goes on", async () => {
    const { nextAt } = await open(join(folder(), "sandbox.jsonl"));
    expect(nextAt()! > clock.now()).toBe(true);
  });
});

describe("the way there", () => {
  test("who answers on loopback sees the provider's own address, method, headers and body", async () => {
    const served = await serveOnLoopback(async (request) =>
      Response.json([request.method, request.url, request.headers.get("prefer"), await request.text()]),
    );
    atEndOfFile(() => served.stop());
    const { transport, pageAt } = providersAt(served.address);
    const url = "https://graph.microsoft.com/v1.0/me/messages?$top=2&$filter=a%20eq%20'b'";
    const asked = new Request(url, { method: "POST", headers: { prefer: "respond-async" }, body: "ä" });
    expect(await (await transport(asked)).json()).toEqual(["POST", asked.url, "respond-async", "ä"]);
    expect(pageAt("https://accounts.google.com/o/oauth2/v2/auth?a=b")).toBe(
      `${served.address}/accounts.google.com/o/oauth2/v2/auth?a=b`,
    );
  });

  test.each(["https://127.0.0.1:1", "http://sandbox.example", "http://127.0.0.1.sandbox.example:1", "http://10.0.0.1"])(
    "a sandbox is on loopback, so %s is refused",
    (address) => {
      expect(() => readConfig({ RAPPORT_SANDBOX: address })).toThrow("RAPPORT_SANDBOX");
    },
  );

  test("a demo takes none of the installation's settings over, but for how much it may use and log", () => {
    const own = Object.keys(demoSettings({ home: "/h", sandbox: "http://127.0.0.1:9", port: 8390, logLevel: "info" }));
    const shared = ["XDG_STATE_HOME", "QUEUE_SHARDS", "UPLOAD_MAX_MB"];
    expect(
      describeConfig({})
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([...own, ...shared].toSorted());
  });

  test("the folder of a demo is not opened without its sandbox, so nothing of it reaches a real provider", async () => {
    const home = folder();
    writeFileSync(join(home, "clock.json"), JSON.stringify(beganAt(began)));
    const settings = demoSettings({ home, sandbox: "http://127.0.0.1:9", port: 8390, logLevel: "error" });
    const config = { ...readConfig(settings), RAPPORT_SANDBOX: undefined };
    await expect(openInstallation(config, { name: "test" })).rejects.toThrow("the folder of a demo");
  });
});
