/** Gmail's news from a subscription that is asked: nothing of ours has to be reached from outside (S3). */
import { generateKeyPairSync } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { judgeNews, type NewsSettings, type NewsTried } from "../../src/doctor/news-findings.ts";
import type { Instant } from "../../src/domain/time.ts";
import { after, millisOf, type Zone } from "../../src/domain/time.ts";
import { scanMail } from "../../src/flows/accounts/scan-mail.ts";
import { scanTimer } from "../../src/flows/accounts/scan-timers.ts";
import { keepChannels } from "../../src/flows/push/keep-channels.ts";
import { pullNews } from "../../src/flows/push/pull-news.ts";
import { readServiceKey } from "../../src/integrations/google/service-key.ts";
import type { MailNews } from "../../src/integrations/push.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { pullUntil } from "../../src/news-loop.ts";
import { findTimer, startTimer } from "../../src/store/timers.ts";
import { cloudWorld } from "../support/cloud-world.ts";
import { patiently, signal } from "../support/connected-office.ts";
import { letter } from "../support/faults/tiny-account.ts";

const topic = "projects/rapport/topics/mail";
const subscription = "projects/rapport/subscriptions/rapport-mail";
const email = "reader@rapport.iam.gserviceaccount.example";
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keyFile = JSON.stringify({
  type: "service_account",
  client_email: email,
  private_key_id: "key1",
  private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
});
const morning = "2026-11-20T08:00:00.000Z" as Instant;

async function open({ mayRead = [subscription] }: { mayRead?: readonly string[] } = {}) {
  const key = async () => readServiceKey(keyFile);
  const office = await cloudWorld({ clock: morning, push: { gmail: { topic, by: "pull", subscription, key } } });
  const { world, owner, cloud, vendors, clock } = office;
  vendors.google.signIn.serviceAccounts.add({ email, publicKey, mayRead });
  vendors.google.mailPush.subscribe({ name: subscription, topic });
  const account = cloud.add({
    provider: "google",
    address: "mara@nordlys.example",
    given: "Mara",
    family: "Lind",
    zone: "Europe/Paris" as Zone,
  });
  const connected = await office.connect("google", { address: account.address });
  if (connected.kind !== "connected") throw new Error(connected.kind);
  const { accountId } = connected;
  await patiently(clock, () => scanMail(world, owner, accountId, signal));
  await patiently(clock, () => keepChannels(world, owner, accountId, signal));
  const gmail = world.push?.gmail;
  if (gmail?.by !== "pull") throw new Error("no news are pulled");
  const news: MailNews = gmail.news;
  const mailTimer = () => findTimer(world.database, owner, scanTimer("scan_mail", accountId));
  /** As if a poll had just been done: the next one is a quarter of an hour away. */
  const polled = async () => {
    const now = clock.now();
    await startTimer(world.database, owner, scanTimer("scan_mail", accountId), {
      now,
      leaseUntil: after(now, { minutes: 1 }),
    });
    await patiently(clock, () => scanMail(world, owner, accountId, signal));
  };
  let written = 0;
  const someoneWrites = () => {
    written += 1;
    const at = clock.now();
    cloud.deliver(
      letter({ id: `hello${written}`, at, from: "priya@acme.example", to: account.address, subject: "Hello" }),
    );
    cloud.settle();
    clock.set(after(clock.now(), { seconds: 2 }));
  };
  const channels = () =>
    world.database.selectFrom("push_channel").select(["noun", "state"]).where("owner_id", "=", owner).execute();
  return { ...office, accountId, account, news, mailTimer, polled, someoneWrites, channels };
}

describe("without a public address", () => {
  test("mail is watched and calendars are polled; what comes is read at once, and polls are a quarter of an hour apart", async () => {
    const office = await open();
    const { world, news, someoneWrites, mailTimer, polled, clock } = office;
    expect(await office.channels()).toEqual([{ noun: "mail", state: "live" }]);
    await polled();
    const next = (await mailTimer())!.dueAt;
    expect(millisOf(next) - millisOf(clock.now())).toBeGreaterThan(14 * 60_000);
    someoneWrites();
    expect(await pullNews(world, news, signal)).toBe(1);
    expect((await mailTimer())!.dueAt <= after(clock.now(), { seconds: 1 })).toBe(true);
    // Acknowledged: it is not told again.
    clock.set(after(clock.now(), { minutes: 1 }));
    expect(await pullNews(world, news, signal)).toBe(0);
    expect(office.watch.problems).toEqual([]);
  });

  test("whoever dies between hearing and saying so hears it again, and it harms nothing", async () => {
    const { world, news, someoneWrites, mailTimer, polled, clock } = await open();
    someoneWrites();
    const dying: MailNews = {
      ...news,
      next: async (stop) => {
        const batch = await news.next(stop);
        return { ...batch, heard: async () => Promise.reject(new Error("died")) };
      },
    };
    await expect(pullNews(world, dying, signal)).rejects.toThrow("died");
    expect((await mailTimer())!.dueAt <= after(clock.now(), { seconds: 1 })).toBe(true);
    await polled();
    expect(await pullNews(world, news, signal)).toBe(0);
    clock.set(after(clock.now(), { seconds: 15 }));
    expect(await pullNews(world, news, signal)).toBe(1);
    expect(await pullNews(world, news, signal)).toBe(0);
  });

  test("two that ask share the messages", async () => {
    const { world, news, someoneWrites } = await open();
    for (let nth = 0; nth < 3; nth += 1) someoneWrites();
    const heard = await Promise.all([pullNews(world, news, signal), pullNews(world, news, signal)]);
    expect(heard.toSorted()).toEqual([0, 3]);
  });

  test("what tells of another mailbox, or of nothing that we know, is done with", async () => {
    const { world, mailTimer, polled } = await open();
    await polled();
    const before = (await mailTimer())!.dueAt;
    const said = [{ emailAddress: "nobody@elsewhere.example" }, { other: 1 }].map((one) => JSON.stringify(one));
    let isHeard = false;
    const news = [...said, "no JSON"].map((text) => Buffer.from(text).toString("base64"));
    const source: MailNews = {
      prove: async () => undefined,
      next: async () => ({
        news,
        heard: async () => {
          isHeard = true;
        },
      }),
    };
    expect(await pullNews(world, source, signal)).toBe(3);
    expect(isHeard).toBe(true);
    expect((await mailTimer())!.dueAt).toBe(before);
  });
});

describe("trouble", () => {
  test("a token that ended, or was taken back, is renewed", async () => {
    const { world, news, someoneWrites, vendors, clock } = await open();
    await pullNews(world, news, signal);
    someoneWrites();
    vendors.google.signIn.serviceAccounts.forgetTokens();
    expect(await pullNews(world, news, signal)).toBe(1);
    clock.set(after(clock.now(), { hours: 2 }));
    someoneWrites();
    expect(await pullNews(world, news, signal)).toBe(1);
  });

  test.each`
    what                                        | answer                                                                   | says
    ${"the subscription is another's"}          | ${undefined}                                                             | ${/may not read the subscription/}
    ${"Google wants peace"}                     | ${new Response("{}", { status: 429, headers: { "retry-after": "30" } })} | ${/slow_down/}
    ${"Pub/Sub is down"}                        | ${new Response("{}", { status: 500 })}                                   | ${/trouble of its own/}
    ${"a page comes instead of an answer"}      | ${new Response("<html>", { status: 200 })}                               | ${/not as it should be/}
    ${"there is no such subscription any more"} | ${new Response("{}", { status: 404 })}                                   | ${/no such Pub\/Sub subscription/}
  `("$what", async ({ answer, says }: { answer: Response | undefined; says: RegExp }) => {
    const { world, news, network } = await open(answer === undefined ? { mayRead: [] } : {});
    const working = network.fetch;
    network.fetch = async (request) =>
      answer !== undefined && new URL(request.url).host === "pubsub.googleapis.com" ? answer.clone() : working(request);
    await expect(pullNews(world, news, signal)).rejects.toThrow(says);
    network.fetch = working;
    if (answer !== undefined) expect(await pullNews(world, news, signal)).toBe(0);
  });

  test("the doctor says which setting is wrong, and what to do", async () => {
    const of = (more: Partial<NewsSettings>, tried?: NewsTried) => {
      const none = {
        topic: undefined,
        sender: undefined,
        subscription: undefined,
        keyFile: undefined,
        publicUrl: undefined,
      };
      return judgeNews({ ...none, ...more }, tried).map(
        ({ state, says, advice = "" }) => `${state}: ${says} ${advice}`,
      );
    };
    const pulling = { topic, subscription, keyFile: "key.json" };
    expect(of({})).toEqual([]);
    expect(of({ subscription })).toEqual([expect.stringMatching(/^fail.*GMAIL_TOPIC/)]);
    expect(of({ topic, subscription })).toEqual([expect.stringMatching(/^fail.*GMAIL_SUBSCRIPTION_KEY/)]);
    expect(of({ topic, keyFile: "key.json" })).toEqual([expect.stringMatching(/^fail.*GMAIL_SUBSCRIPTION/)]);
    expect(of({ topic })).toEqual([expect.stringMatching(/^fail.*GMAIL_TOPIC_SENDER/)]);
    expect(of({ topic, sender: email })).toEqual([expect.stringMatching(/^fail.*RAPPORT_PUBLIC_URL/)]);
    expect(of({ topic, sender: email, publicUrl: "https://rapport.example" })).toEqual([expect.stringMatching(/^ok/)]);
    expect(of(pulling, { kind: "asked" })).toEqual([expect.stringMatching(/^ok/)]);
    expect(of(pulling, { kind: "refused", because: "no" })).toEqual([expect.stringMatching(/^fail.*polls meanwhile/)]);
    expect(of(pulling, { kind: "unreachable", because: "no" })).toEqual([expect.stringMatching(/^warn/)]);
  });

  test("asked by the doctor, a message is left to the next one who asks", async () => {
    const { world, news, someoneWrites, clock } = await open();
    someoneWrites();
    await news.prove(signal);
    clock.set(after(clock.now(), { seconds: 15 }));
    expect(await pullNews(world, news, signal)).toBe(1);
    await expect((await open({ mayRead: [] })).news.prove(signal)).rejects.toThrow(/may not read the subscription/);
  });

  test("a page that a hotel's network gives in place of an answer proves nothing", async () => {
    const { news, network } = await open();
    const working = network.fetch;
    network.fetch = async (request) =>
      new URL(request.url).host === "pubsub.googleapis.com" ? new Response("<html>") : working(request);
    await expect(news.prove(signal)).rejects.toThrow(/not as it should be/);
  });

  test("neither a token nor the key is in what any trouble says", async () => {
    const { world, news, network, someoneWrites } = await open();
    const secrets = new Set(keyFile.split("\\n").filter((line) => line.length > 40));
    expect(secrets.size).toBeGreaterThan(20);
    const working = network.fetch;
    let status = 403;
    network.fetch = async (request) => {
      const isToken = new URL(request.url).host === "oauth2.googleapis.com";
      if (isToken) secrets.add(new URLSearchParams(await request.clone().text()).get("assertion") ?? "");
      const bearer = request.headers.get("authorization");
      if (bearer !== null) secrets.add(bearer.slice("Bearer ".length));
      // As chatty proxies do, it says everything back that it was sent.
      return isToken && status !== 400 ? working(request) : new Response([...secrets].join(" "), { status });
    };
    someoneWrites();
    const said: string[] = [];
    for (status of [403, 404, 429, 500, 401, 400, 200]) {
      const fault = await pullNews(world, news, signal).catch((error: Error) => error);
      said.push(inspect(fault, { depth: 9 }));
    }
    for (const text of said) expect(text).toMatch(/^TroubleError|trouble: {/);
    for (const secret of secrets) expect(said.some((text) => text.includes(secret))).toBe(false);
  });

  test("a file that is no key says so, and nothing of it is in the words", () => {
    for (const text of ["", "{}", keyFile.replace("BEGIN", "BEGONE"), keyFile.replace("service_account", "user")])
      expect(() => readServiceKey(text)).toThrow(/^refused: its file is not the key of a service account$/);
  });
});

describe("the loop", () => {
  const lines: string[] = [];
  const say = (_: object, message: string) => void lines.push(message);
  const log = { info: say, warn: say, error: say };

  test("asks less and less often while it fails, says so once, and that it is over", async () => {
    lines.length = 0;
    const stop = new AbortController();
    const pauses: number[] = [];
    let asked = 0;
    await pullUntil(stop.signal, {
      pull: async () => {
        asked += 1;
        if (asked <= 9) throw new Error("the line is dead");
        if (asked === 12) stop.abort();
        return asked === 11 ? 0 : 1;
      },
      now: () => morning,
      pause: async (ms) => void pauses.push(ms),
      log,
    });
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 1].map((seconds) => seconds * 1_000));
    expect(lines).toHaveLength(2);
  });

  test("left alone for as long as Google asks, up to an hour: no timer of Node holds a month", async () => {
    for (const [asked, waited] of [
      [0, 1],
      [90, 90],
      [31 * 86_400, 3_600],
    ] as const) {
      const stop = new AbortController();
      const pauses: number[] = [];
      await pullUntil(stop.signal, {
        pull: async () =>
          Promise.reject(new TroubleError({ kind: "slow_down", until: after(morning, { seconds: asked }) })),
        now: () => morning,
        pause: async (ms) => {
          pauses.push(ms);
          stop.abort();
        },
        log,
      });
      expect(pauses).toEqual([waited * 1_000]);
    }
  });

  test("told to stop, it ends at once, waiting for news or for the next try", async () => {
    for (const isFailing of [true, false]) {
      const stop = new AbortController();
      const forEver = (until: AbortSignal) =>
        new Promise<never>((_, reject) => until.addEventListener("abort", () => reject(until.reason as Error)));
      const ended = pullUntil(stop.signal, {
        pull: isFailing ? async () => Promise.reject(new Error("dead")) : forEver,
        now: () => morning,
        pause: async (_, until) => forEver(until),
        log,
      });
      setTimeout(() => stop.abort(), 5);
      await ended;
    }
  });
});
