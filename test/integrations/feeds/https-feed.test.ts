import { describe, expect, test } from "vitest";
import { feedBytesMax, openFeedReader } from "../../../src/integrations/feeds/https-feed.ts";
import { isPublicAddress } from "../../../src/integrations/feeds/public-address.ts";
import { TroubleError } from "../../../src/integrations/trouble.ts";
import { type FeedAnswer, feedServer } from "../../support/feed-server.ts";
import { ownCertificate } from "../../support/world-on.ts";

const calendar = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "X-WR-CALNAME:Data Lyon",
  "BEGIN:VEVENT",
  "UID:1@meetups.example",
  "DTSTART:20261126T180000Z",
  "DTEND:20261126T200000Z",
  "SUMMARY:Meetup: Data Lyon",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

const answers: Record<string, FeedAnswer> = {
  "/good.ics": { headers: { etag: '"one"', "content-type": "text/calendar" }, body: calendar },
  "/moved.ics": { status: 302, headers: { location: "/good.ics" } },
  "/circle.ics": { status: 302, headers: { location: "/circle.ics" } },
  "/plain.ics": { status: 302, headers: { location: "http://meetups.example/good.ics" } },
  "/page.html": { headers: { "content-type": "text/html" }, body: "<html>Our meetups</html>" },
  "/large.ics": { body: Buffer.alloc(feedBytesMax + 1, "x") },
  "/gone.ics": { status: 410 },
  "/closed.ics": { status: 403 },
  "/broken.ics": { status: 500 },
};
const server = await feedServer((path, headers) =>
  headers["if-none-match"] === '"one"' ? { status: 304 } : (answers[path] ?? { status: 404 }),
);
const signal = new AbortController().signal;
const reader = openFeedReader({ timeout: AbortSignal.timeout, mayAsk: () => true, ca: ownCertificate });

describe("a feed (R11)", () => {
  test.each(["/good.ics", "/moved.ics"])("%s is read whole, with its name", async (path) => {
    const read = await reader.read(server.url(path), {}, signal);
    expect(read).toMatchObject({ kind: "read", name: "Data Lyon", validators: { etag: '"one"' }, skipped: [] });
    expect(read.kind === "read" && read.events.map(({ title }) => title)).toEqual(["Meetup: Data Lyon"]);
  });

  test("webcal is https by another name, and an unchanged one is not sent again", async () => {
    const address = server.url("/good.ics").replace("https:", "webcal:");
    expect(await reader.read(address, { etag: '"one"' }, signal)).toEqual({ kind: "unchanged" });
  });

  test.each`
    path              | kind             | says
    ${"/circle.ics"}  | ${"refused"}     | ${/sends on and on/}
    ${"/plain.ics"}   | ${"refused"}     | ${/only https/}
    ${"/page.html"}   | ${"refused"}     | ${/not a calendar/}
    ${"/large.ics"}   | ${"refused"}     | ${/larger than/}
    ${"/gone.ics"}    | ${"gone"}        | ${/calendar at localhost/}
    ${"/nowhere.ics"} | ${"gone"}        | ${/calendar at localhost/}
    ${"/closed.ics"}  | ${"refused"}     | ${/does not show/}
    ${"/broken.ics"}  | ${"unreachable"} | ${/answered 500/}
  `("$path: $kind", async ({ path, kind, says }) => {
    const fault = await reader.read(server.url(path), {}, signal).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(TroubleError);
    expect((fault as TroubleError).trouble.kind).toBe(kind);
    expect((fault as TroubleError).message).toMatch(says);
  });
});

describe("who may be asked on somebody's behalf", () => {
  test.each`
    address
    ${"https://localhost:1/x.ics"}
    ${"https://127.0.0.1/x.ics"}
    ${"https://[::1]/x.ics"}
    ${"https://169.254.169.254/latest"}
    ${"https://10.1.2.3/x.ics"}
    ${"https://user:secret@meetups.example/x.ics"}
    ${"http://meetups.example/x.ics"}
    ${"file:///etc/passwd"}
    ${"not an address"}
  `("$address is refused, and nobody was asked", async ({ address }) => {
    const before = server.asked.length;
    const fault = await openFeedReader({ timeout: AbortSignal.timeout })
      .read(address, {}, signal)
      .catch((error: unknown) => error);
    expect((fault as TroubleError).trouble).toMatchObject({ kind: "refused" });
    expect(server.asked.length).toBe(before);
  });

  test.each`
    address              | isPublic
    ${"93.184.216.34"}   | ${true}
    ${"2606:4700::1111"} | ${true}
    ${"192.168.1.1"}     | ${false}
    ${"100.64.0.1"}      | ${false}
    ${"::ffff:10.0.0.1"} | ${false}
    ${"fe80::1"}         | ${false}
    ${"fd00::1"}         | ${false}
    ${"2001:db8::1"}     | ${false}
    ${"0.0.0.0"}         | ${false}
    ${"localhost"}       | ${false}
  `("$address: public $isPublic", ({ address, isPublic }) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});
