import { describe, expect, test } from "vitest";
import { type AccountStanding, judgeAccount, judgeRegistration } from "../../src/doctor/account-findings.ts";
import {
  type Finding,
  judgeDoor,
  judgeEffects,
  judgeImports,
  judgeMaterial,
  judgeNode,
  judgePort,
  judgeQueue,
  judgeRedis,
  judgeSchema,
  judgeServer,
  judgeSpace,
  judgeTimers,
  judgeWorker,
} from "../../src/doctor/findings.ts";
import { judgeNews, judgeNewsKey, type NewsSettings, type NewsTried } from "../../src/doctor/news-findings.ts";
import { judgePublicAddress } from "../../src/doctor/public-findings.ts";
import { after, type Instant, type PlainDate } from "../../src/domain/time.ts";

const megabyte = 1024 * 1024;
const timers = { due: 0, lagSeconds: 0, failing: [] };

const now = "2026-11-23T09:00:00.000Z" as Instant;
const entered = { from: "page", isTesting: false, wrongSetting: undefined, because: undefined } as const;
const account: AccountStanding = {
  address: "mara@nordlys.example",
  state: "open",
  because: undefined,
  currentAsOf: now,
  connectedAt: now,
  deadLetters: 0,
  accessEndsOn: undefined,
};

const url = "https://rapport.example";
const proven = { kind: "proven", url, at: now } as const;
const failed = { kind: "failed", url, because: "Something else answers there." } as const;

const topic = "projects/rapport/topics/mail";
const subscription = "projects/rapport/subscriptions/mail";
const keyFile = "/etc/rapport/key.json";
const sender = "push@rapport.iam.gserviceaccount.example";
const newsBy = (set: Partial<NewsSettings>, tried?: NewsTried) =>
  judgeNews(
    { topic: undefined, sender: undefined, subscription: undefined, keyFile: undefined, publicUrl: undefined, ...set },
    tried,
  );
const pull = { topic, subscription, keyFile };

const cases: readonly (readonly [what: string, found: Finding | readonly Finding[], states: string])[] = [
  ["Node 24", judgeNode("24.21.0", true), "ok"],
  ["Node 22", judgeNode("22.18.0", true), "warn"],
  ["Node 24 without TypeScript", judgeNode("24.0.0", false), "fail"],
  ["Node 20", judgeNode("20.19.0", true), "fail"],
  ["2 GB free", judgeSpace("/home", 2_000 * megabyte), "ok"],
  ["just under 2 GB free", judgeSpace("/home", 2_000 * megabyte - 1), "warn"],
  ["just under 500 MB free", judgeSpace("/home", 500 * megabyte - 1), "fail"],
  ["PostgreSQL 15.0", judgeServer("server", "15.0", 150_000), "ok"],
  ["PostgreSQL 14.9", judgeServer("server", "14.9", 140_009), "fail"],
  ["newest schema", judgeSchema({ at: 3, newest: 3 }, "server"), "ok"],
  ["older schema, embedded", judgeSchema({ at: 2, newest: 3 }, "embedded"), "warn"],
  ["older schema, server", judgeSchema({ at: 2, newest: 3 }, "server"), "fail"],
  ["nothing due", judgeTimers(timers, true), "ok ok"],
  ["due for 300 s", judgeTimers({ ...timers, due: 1, lagSeconds: 300 }, true), "ok ok"],
  ["due for 301 s", judgeTimers({ ...timers, due: 1, lagSeconds: 301 }, false), "warn ok"],
  [
    "failed timers",
    judgeTimers({ ...timers, failing: [{ kind: "discover", attempts: 2, timers: 1 }] }, true),
    "ok warn",
  ],
  ["a worker", judgeWorker(true), "ok"],
  ["no worker", judgeWorker(false), "warn"],
  ["workers on Redis", judgeWorker(undefined), "ok"],
  ["an empty queue", judgeQueue({ waiting: 0, active: 0, delayed: 0, failed: 0 }), "ok"],
  ["a queue with failures", judgeQueue({ waiting: 0, active: 0, delayed: 0, failed: 1 }), "warn"],
  ["Redis 7, noeviction", judgeRedis({ version: "7.0.15", evictionPolicy: "noeviction" }), "ok"],
  ["Redis 6.2, noeviction", judgeRedis({ version: "6.2.0", evictionPolicy: "noeviction" }), "ok"],
  ["Redis 6.0", judgeRedis({ version: "6.0.16", evictionPolicy: "noeviction" }), "fail"],
  ["Redis that evicts", judgeRedis({ version: "7.0.15", evictionPolicy: "allkeys-lru" }), "fail"],
  ["loopback", judgeDoor({ host: "127.0.0.1", hosts: [], canSignIn: false }), "ok"],
  ["every address, no passphrase", judgeDoor({ host: "0.0.0.0", hosts: [], canSignIn: false }), "fail"],
  ["every address, a passphrase", judgeDoor({ host: "0.0.0.0", hosts: [], canSignIn: true }), "ok"],
  ["a name of its own, no passphrase", judgeDoor({ host: "::1", hosts: ["me.example"], canSignIn: false }), "fail"],
  ["a free port", judgePort("port", "PORT", 8380, "free"), "ok"],
  ["our pages", judgePort("port", "PORT", 8380, "ours"), "ok"],
  ["somebody else's port", judgePort("port", "PORT", 8380, "others"), "fail"],
  ["any port", judgePort("port", "PORT", 0, "others"), "ok"],
  ["no failed import", judgeImports([]), "ok"],
  ["a failed import", judgeImports([{ name: "a.mbox", state: "failed", because: "disk full" }]), "warn"],
  ["nothing imported", judgeMaterial({ messages: 0, events: 0, addressesSure: true }), "warn"],
  ["a calendar alone", judgeMaterial({ messages: 0, events: 1, addressesSure: true }), "ok"],
  ["whose mail is not plain", judgeMaterial({ messages: 9, events: 0, addressesSure: false }), "ok warn"],
  ["Google is not registered", judgeRegistration("google", undefined), "ok"],
  ["Google's id and secret", judgeRegistration("google", { from: "environment", hasId: true, hasSecret: true }), "ok"],
  ["Google's id alone", judgeRegistration("google", { from: "environment", hasId: true, hasSecret: false }), "fail"],
  ["a registration by page", judgeRegistration("microsoft", entered), "ok"],
  ["a consent screen in Testing", judgeRegistration("google", { ...entered, isTesting: true }), "warn"],
  ["a wrong secret", judgeRegistration("google", { ...entered, wrongSetting: "client_secret" }), "warn"],
  ["an account up to date", judgeAccount(account, now), "ok"],
  ["an account not read for an hour", judgeAccount(account, after(now, { minutes: 61 })), "warn"],
  ["an account just connected", judgeAccount({ ...account, currentAsOf: undefined }, now), "ok"],
  ["an account with dead letters", judgeAccount({ ...account, deadLetters: 1 }, now), "warn"],
  ["an account to connect again", judgeAccount({ ...account, state: "reconnect" }, now), "fail"],
  ["an account that waits for its admin", judgeAccount({ ...account, state: "waiting_admin" }, now), "warn"],
  ["access that ends tomorrow", judgeAccount({ ...account, accessEndsOn: "2026-11-24" as PlainDate }, now), "warn"],
  ["access that ends in three days", judgeAccount({ ...account, accessEndsOn: "2026-11-26" as PlainDate }, now), "ok"],
  ["no public address", judgePublicAddress({ kind: "none" }, { hasListener: false, isAnswering: false }), "ok"],
  ["a public address without pages", judgePublicAddress(proven, { hasListener: false, isAnswering: false }), "fail"],
  ["a public address that leads here", judgePublicAddress(proven, { hasListener: true, isAnswering: true }), "ok"],
  ["one that leads elsewhere", judgePublicAddress(failed, { hasListener: true, isAnswering: true }), "fail"],
  ["one that nobody can try now", judgePublicAddress(failed, { hasListener: true, isAnswering: false }), "warn"],
  ["no news of Gmail are wanted", newsBy({}), ""],
  ["a public address, and no news of Gmail", newsBy({ publicUrl: url }), ""],
  ["a topic alone", newsBy({ topic }), "fail"],
  ["a subscription that posts", newsBy({ topic, sender, publicUrl: url }), "ok"],
  ["one that posts to nowhere", newsBy({ topic, sender }), "fail"],
  ["a subscription that is asked", newsBy(pull, { kind: "asked" }), "ok"],
  ["one that may not be asked", newsBy(pull, { kind: "refused", because: "no role" }), "fail"],
  ["one that was not reached", newsBy(pull, { kind: "unreachable", because: "no answer" }), "warn"],
  ["one without its key", newsBy({ topic, subscription }), "fail"],
  ["a key without a subscription", newsBy({ topic, keyFile }), "fail"],
  ["a subscription without its topic", newsBy({ subscription, keyFile }), "fail"],
  ["a key that nobody else may read", judgeNewsKey(keyFile, false), "ok"],
  ["a key that others may read", judgeNewsKey(keyFile, true), "warn"],
  ["effects done", judgeEffects([{ kind: "send", state: "done", effects: 4, oldestSeconds: 90_000 }]), "ok"],
  ["an effect in doubt", judgeEffects([{ kind: "send", state: "unknown", effects: 1, oldestSeconds: 5 }]), "warn"],
  ["an effect under way", judgeEffects([{ kind: "send", state: "sending", effects: 1, oldestSeconds: 5 }]), "ok"],
  [
    "an effect left half done",
    judgeEffects([{ kind: "send", state: "claimed", effects: 1, oldestSeconds: 7_200 }]),
    "warn",
  ],
];

describe("the doctor", () => {
  test.each(cases)("%s", (_, found, states) => {
    const findings = [found].flat() as Finding[];
    expect(findings.map(({ state }) => state).join(" ")).toBe(states);
    for (const { state, advice } of findings) expect(advice !== undefined).toBe(state !== "ok");
  });
});
