/** Notifications of providers, on the public pages: proven, answered at once, and only a hint (S3). */
import { describe, expect, test } from "vitest";
import type { AccountId } from "../../src/domain/ids.ts";
import { after, millisOf, type Zone } from "../../src/domain/time.ts";
import { closeAccount, disconnectAccount } from "../../src/flows/accounts/disconnect.ts";
import { scanCalendars } from "../../src/flows/accounts/scan-calendars.ts";
import { settleStart } from "../../src/flows/owner/settle-start.ts";
import { keepChannels } from "../../src/flows/push/keep-channels.ts";
import { signIdToken } from "../../src/sandbox/oauth/id-token.ts";
import { findTimer, startTimer } from "../../src/store/timers.ts";
import { type InCloud, inCloud } from "../support/cloud-world.ts";
import { letter, patiently, signal } from "../support/connected-office.ts";
import { consent } from "../support/consent.ts";
import { openOffice } from "./office.ts";

const publicUrl = "https://rapport.example";
const gmail = {
  topic: "projects/rapport/topics/mail",
  by: "push",
  sender: "push@rapport.iam.gserviceaccount.example",
} as const;
const audience = `${publicUrl}/hooks/google/mail`;

type Vendor = "google" | "microsoft";

async function open(vendor: Vendor) {
  let inside: InCloud | undefined;
  let bring = async (_: Request) => new Response(null, { status: 502 });
  const brought: Promise<Response>[] = [];
  const office = await openOffice({}, async (world, move) => {
    const told = (request: Request) => {
      const answer = bring(request);
      brought.push(answer);
      return answer;
    };
    inside = await inCloud(world, move, { push: { publicUrl, gmail }, bring: told });
    return inside.world;
  });
  bring = async (request) => office.publicApp.fetch(request);
  const { cloud, vendors } = inside!;
  const account = cloud.add({
    provider: vendor,
    address: "mara@nordlys.example",
    given: "Mara",
    family: "Lind",
    zone: "Europe/Paris" as Zone,
    kind: "work",
    ...(vendor === "microsoft" && { tenant: "9b1d0c2e-3f4a-4b5c-8d6e-7f8091a2b3c4" }),
  });
  const { world, ownerId, browser } = office;
  await settleStart(world, ownerId, {});
  const owner = await browser();
  const away = await owner.post(`/connect/${vendor}`, {});
  const url = /^0; url=(.+)$/.exec(away.headers.get("refresh") ?? "")?.[1] ?? "";
  const came = await consent((request) => vendors.fetch(request), url, { address: account.address });
  if (!("back" in came)) throw new Error(came.page);
  const answer = await owner.get(`${came.back.pathname}${came.back.search}`);
  const accountId = (answer.headers.get("location") ?? "").split(/[/?]/)[2] as AccountId;
  await scanCalendars(world, ownerId, accountId, signal);
  const keep = () =>
    patiently({ now: world.clock.now, set: () => office.wait({ minutes: 1 }) }, () =>
      keepChannels(world, ownerId, accountId, signal),
    );
  await keep();
  const settled = async () => {
    cloud.settle();
    return (await Promise.all(brought.splice(0))).map(({ status }) => status);
  };
  await settled();
  office.nudges.length = 0;
  const channels = () => office.db.selectFrom("push_channel").selectAll().orderBy("noun").execute();
  const jobs = () => office.nudges.map(({ job }) => job);
  const post = (path: string, init: RequestInit) =>
    office.publicApp.request(`${publicUrl}${path}`, { method: "POST", ...init });
  return { ...office, cloud, vendors, account, accountId, keep, settled, channels, jobs, post };
}

const bearer = (claims: Record<string, string | number | boolean>, now: string) => ({
  authorization: `Bearer ${signIdToken({
    iss: "https://accounts.google.com",
    aud: audience,
    email: gmail.sender,
    email_verified: true,
    exp: Math.floor(millisOf(now as never) / 1000) + 3_000,
    ...claims,
  })}`,
});
const mailNews = (address: string) =>
  JSON.stringify({
    message: { data: Buffer.from(JSON.stringify({ emailAddress: address, historyId: 7 })).toString("base64") },
  });

describe("Google", () => {
  test("a changed calendar is read at once, and then polled every quarter of an hour only", async () => {
    const office = await open("google");
    expect((await office.channels()).map(({ noun, state }) => [noun, state])).toEqual([
      ["calendar", "live"],
      ["mail", "live"],
    ]);
    const { main } = office.account.calendars;
    office.account.calendars.put(
      main.id,
      {
        id: "lunch000",
        uid: "lunch@nordlys.example",
        sequence: 0,
        title: "Lunch",
        time: {
          kind: "timed",
          startsAt: office.world.clock.now(),
          endsAt: after(office.world.clock.now(), { hours: 1 }),
          zone: main.zone,
        },
        status: "confirmed",
        shows: "busy",
        attendees: [],
        properties: {},
      },
      office.world.clock.now(),
    );
    expect(await office.settled()).toEqual([204]);
    expect(office.jobs()).toEqual(["scan_calendars"]);
    const { world, ownerId, accountId } = office;
    const now = world.clock.now();
    const timer = { kind: "scan_calendars", subjectId: accountId };
    await startTimer(world.database, ownerId, timer, { now, leaseUntil: after(now, { minutes: 1 }) });
    await scanCalendars(world, ownerId, accountId, signal);
    const next = await findTimer(world.database, ownerId, timer);
    expect(millisOf(next!.dueAt) - millisOf(now)).toBe(15 * 60_000);
  });

  test("mail that Google tells of is read a second later, with what came in that second; nobody else is listened to", async () => {
    const office = await open("google");
    const now = office.world.clock.now();
    const body = mailNews(office.account.address);
    for (const claims of [
      { aud: "https://elsewhere.example/hooks/google/mail" },
      { email: "somebody@else.iam.gserviceaccount.example" },
      { email_verified: false },
      { exp: Math.floor(millisOf(now) / 1000) - 3_600 },
      { iss: "https://accounts.example" },
    ])
      expect((await office.post("/hooks/google/mail", { headers: bearer(claims, now), body })).status).toBe(401);
    const { authorization } = bearer({}, now);
    const forged = `${authorization.slice(0, -8)}AAAAAAAA`;
    expect((await office.post("/hooks/google/mail", { headers: { authorization: forged }, body })).status).toBe(401);
    expect((await office.post("/hooks/google/mail", { body })).status).toBe(401);
    expect(office.jobs()).toEqual([]);
    expect((await office.post("/hooks/google/mail", { headers: bearer({}, now), body })).status).toBe(204);
    const timer = { kind: "scan_mail", subjectId: office.accountId };
    const due = (await findTimer(office.world.database, office.ownerId, timer))!.dueAt;
    expect([office.jobs(), due <= after(now, { seconds: 1 })]).toEqual([[], true]);
    expect((await office.post("/hooks/google/mail", { headers: bearer({}, now), body: "{half" })).status).toBe(204);
  });

  test.each([
    ["no token", {}],
    ["a made-up token", { "x-goog-channel-token": "0".repeat(64), "x-goog-channel-id": "made-up" }],
  ])("a notification with %s changes nothing", async (_, headers) => {
    const office = await open("google");
    expect((await office.post("/hooks/google/calendar", { headers: new Headers(headers) })).status).toBe(404);
    expect(office.jobs()).toEqual([]);
  });
});

describe("Outlook", () => {
  test("answers the handshake, and what changed is read at once", async () => {
    const office = await open("microsoft");
    expect((await office.channels()).map(({ state }) => state)).toEqual(["live", "live"]);
    office.account.mailbox.add({
      ...letter("news", "sam@harbourline.example", office.account.address),
      place: "inbox",
      at: office.world.clock.now(),
    });
    expect(await office.settled()).toEqual([202]);
    expect(office.jobs()).toEqual(["scan_mail"]);
  });

  test.each([
    [
      "of another secret",
      (ref: string) => JSON.stringify({ value: [{ subscriptionId: ref, clientState: "0".repeat(64) }] }),
    ],
    ["without a secret", (ref: string) => JSON.stringify({ value: [{ subscriptionId: ref }] })],
    ["that is no JSON", () => "<html>"],
  ])("a notification %s changes nothing", async (_, bodyOf) => {
    const office = await open("microsoft");
    const [channel] = await office.channels();
    expect((await office.post("/hooks/microsoft", { body: bodyOf(channel!.ref!) })).status).toBe(403);
    expect(office.jobs()).toEqual([]);
  });

  test("a subscription that its provider removed is made anew, and what it may have missed is read", async () => {
    const office = await open("microsoft");
    const mail = (await office.channels()).find(({ noun }) => noun === "mail");
    office.vendors.microsoft.subscriptions.lifecycle(mail!.ref!, "subscriptionRemoved");
    expect(await office.settled()).toEqual([202]);
    expect(office.jobs()).toEqual(["scan_mail", "keep_push"]);
    await office.keep();
    const anew = (await office.channels()).filter(({ noun }) => noun === "mail");
    expect(anew.map(({ state }) => state)).toEqual(["live"]);
    expect(anew[0]?.ref).not.toBe(mail?.ref);
  });
});

describe.each(["google", "microsoft"] as const)("%s: the life of a channel", (vendor) => {
  test("is renewed at half of it, before it ends, and one stands for each thing at a time", async () => {
    const office = await open(vendor);
    const first = await office.channels();
    office.wait({ days: 4 });
    await office.keep();
    const second = await office.channels();
    expect(second.map(({ noun, state }) => [noun, state])).toEqual(first.map(({ noun, state }) => [noun, state]));
    for (const [nth, { ends_at }] of second.entries()) expect(ends_at! > first[nth]!.ends_at!).toBe(true);
  });

  test("ends with the account", async () => {
    const office = await open(vendor);
    await disconnectAccount(office.world, office.ownerId, office.accountId);
    await closeAccount(office.world, office.ownerId, office.accountId, signal);
    expect(await office.channels()).toEqual([]);
    if (vendor === "google") expect(office.vendors.google.mailPush.isWatched(office.account)).toBe(false);
  });
});
