/**
 * What connected accounts cost, counted by the sandbox at the providers' own limits: backfill, polls, a sent draft, a booking,
 * a mailbox of two million messages, many accounts at once. Whoever waits for the pace moves the clock, so `clockSeconds` is
 * what a person would wait. Floors are those of the providers' price lists.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccountId } from "../../src/domain/ids.ts";
import { after, before, type Instant, millisOf, parseInstant, type Zone } from "../../src/domain/time.ts";
import { scanCalendars } from "../../src/flows/accounts/scan-calendars.ts";
import { scanMail } from "../../src/flows/accounts/scan-mail.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { type Provider, providers } from "../../src/integrations/provider.ts";
import { bulkMailbox } from "../../src/sandbox/cloud/bulk-mail.ts";
import { type Case, connect, type FaultWorld, faultWorld, type Known } from "../../test/support/faults/fault-world.ts";
import { fillDiary, putMessage } from "../../test/support/faults/tiny-account.ts";
import { seedOwner, worldOn } from "../../test/support/world-on.ts";
import { withInstallation } from "./bench-installation.ts";

const startsAt = parseInstant("2026-11-20T08:00:00Z")!;
const mailboxMessages = 50_000;
const hugeMessages = 2_000_000;
const hugePages = 60;
const manyAccounts = 1_000;
/** As many jobs as one worker process runs at a time. */
const atOnce = 16;
const pollSeconds = 300;
const signal = new AbortController().signal;

export async function benchAccounts(): Promise<object[]> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-bench-accounts-"));
  try {
    return await withInstallation(async ({ world }) => {
      const faults = await faultWorld(worldOn(world.database, { startsAt, folder, reader: "in_test" }));
      return [...(await pollsAndEffects(faults)), await backfill(faults), await huge(faults), await many(faults)];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Requests and units of a mailbox since `forget`. */
const spent = ({ vendors, provider }: Case) => {
  const { calls, units, refused } = vendors.quota.usageOf(provider === "google" ? "gmail/user/" : "graph/");
  return { requests: calls, units, refused };
};

/** The clock in seconds since then. */
const secondsSince = ({ clock }: FaultWorld, from: Instant): number =>
  Math.round((millisOf(clock.now()) - millisOf(from)) / 1000);

/** All sent mail of a mailbox of 50,000, and when the first people are there. */
async function backfill(faults: FaultWorld): Promise<object> {
  const now = faults.clock.now();
  const until = before(now, { days: 40 });
  const owner = { address: "mara@nordlys.example", name: "Mara Lindqvist" };
  const backlog = bulkMailbox({ seed: 7, count: mailboxMessages, owner, until, days: 680 });
  const one = await faults.open("google", { backlog });
  const began = faults.clock.now();
  await connect(one);
  const cpu = process.cpuUsage();
  await one.jobs.run(one.owner, ["scan_mail"], 1);
  await refresh(one.world, one.owner, signal);
  const { people } = await one.world.database
    .selectFrom("sender")
    .select(({ fn }) => fn.countAll<number>().as("people"))
    .where("owner_id", "=", one.owner)
    .where("class", "=", "candidate")
    .executeTakeFirstOrThrow();
  const firstPeopleSeconds = secondsSince(faults, began);
  await one.jobs.run(one.owner, ["scan_mail"], 10_000);
  const { user, system } = process.cpuUsage(cpu);
  const sent = backlog.countOf("sent");
  const floorUnits = sent * 20 + Math.ceil(sent / 500) * 5;
  const floorSeconds = (floorUnits / 6_000 / 0.75) * 60;
  const clockSeconds = secondsSince(faults, began);
  const { requests, units, refused } = spent(one);
  return {
    case: `backfill of ${sent} sent messages in a mailbox of ${mailboxMessages}, Google`,
    people: Number(people),
    firstPeopleSeconds,
    requests,
    units,
    floorUnits,
    unitsOverFloor: round(units / floorUnits),
    refused,
    clockSeconds,
    floorSeconds: Math.round(floorSeconds),
    timeOverFloor: round(clockSeconds / floorSeconds),
    cpuSeconds: Math.round((user + system) / 1e6),
  };
}

async function pollsAndEffects(faults: FaultWorld): Promise<object[]> {
  const cases: object[] = [];
  for (const provider of providers) {
    const one = await faults.open(provider);
    putMessage(one, "sent", { place: "sent", days: 3 });
    const accountId = await connect(one);
    const count = async (name: string, work: () => Promise<unknown>) => {
      one.vendors.quota.forget();
      one.called.length = 0;
      await work();
      const requests = one.called.filter((call) => !call.includes("oauth2")).length;
      cases.push({ case: `${name}, ${provider}`, requests, ...(provider === "google" && { units: spent(one).units }) });
    };
    await one.jobs.run(one.owner, ["scan_mail", "scan_calendars"]);
    await count("idle poll of the mail", () => scanMail(one.world, one.owner, accountId, signal));
    await count("idle poll of one calendar", () => scanCalendars(one.world, one.owner, accountId, signal));
    const { mail, calendar } = await open(one, accountId);
    const key = "0123456789abcdef0123456789abcdef";
    const priya = { address: "priya@acme.example", name: "Priya Nair" };
    await count("a sent letter", async () => {
      const { draft } = await mail!.drafts!.put(
        {
          messageId: `${key}@nordlys.example`,
          writtenAt: one.clock.now(),
          from: { address: one.mine.address },
          to: [priya],
          subject: "Coffee?",
          text: "Hello Priya",
          references: [],
          marker: key,
        },
        signal,
      );
      await mail!.drafts!.send(draft, signal);
    });
    const startsOn = after(one.clock.now(), { days: 5 });
    const window = { from: startsOn, to: after(startsOn, { hours: 1 }) };
    const main = (await calendar!.calendars(signal)).find(({ isMain }) => isMain)!.ref;
    await count("a booking: a look at the time, and the meeting", async () => {
      await calendar!.busy([main], window, signal);
      await calendar!.write!.put(
        main,
        {
          key,
          title: "Coffee",
          startsAt: window.from,
          endsAt: window.to,
          zone: "Europe/Paris" as Zone,
          guests: [priya],
          wantsLink: false,
        },
        signal,
      );
    });
  }
  return cases;
}

const open = ({ world, owner, provider }: Known, accountId: AccountId) =>
  world.openAccount({
    ownerId: owner,
    accountId,
    provider,
    scopes: world.signIns[provider].scopesFor(["contacts", "tasks"]),
    isInteractive: true,
  });

/** The first pages of two million messages: memory must not grow with them. */
async function huge(faults: FaultWorld): Promise<object> {
  const owner = { address: "mara@nordlys.example", name: "Mara Lindqvist" };
  const backlog = bulkMailbox({ seed: 9, count: hugeMessages, owner, until: faults.clock.now(), days: 1_400 });
  const one = await faults.open("google", { backlog });
  const { mail } = await open(one, await connect(one));
  const rss: number[] = [];
  let listed = 0;
  for await (const page of mail!.pages("sent", {}, signal)) {
    listed += page.listed.length;
    rss.push(Math.round(process.memoryUsage.rss() / 1e6));
    if (rss.length === hugePages) break;
  }
  const quarter = Math.floor(hugePages / 4);
  return {
    case: `the first ${hugePages} pages of ${hugeMessages} messages`,
    listed,
    rssMegabytesAtQuarter: Math.max(...rss.slice(0, quarter)),
    rssMegabytesAtEnd: Math.max(...rss.slice(-quarter)),
  };
}

/** Accounts that are kept by polling: one round of mail and calendars, with as many at a time as a worker runs. */
async function many(faults: FaultWorld): Promise<object> {
  const one = await faults.open("google");
  const accounts: (Known & { accountId: AccountId })[] = [];
  for (let nth = 0; nth < manyAccounts; nth += 1) accounts.push(await another(one, nth));
  const round = async () => {
    const left = [...accounts];
    const worker = async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        await scanMail(next.world, next.owner, next.accountId, signal);
        await scanCalendars(next.world, next.owner, next.accountId, signal);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  };
  await round();
  one.clock.set(after(one.clock.now(), { seconds: pollSeconds }));
  one.called.length = 0;
  const cpu = process.cpuUsage();
  const began = performance.now();
  await round();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuMsEach = (user + system) / 1000 / manyAccounts;
  return {
    case: `one poll of ${manyAccounts} accounts, mail and calendars, half Google and half Outlook`,
    requests: one.called.length,
    seconds: Number(seconds.toFixed(1)),
    /** Of this process, the sandbox in it, without the database. */
    cpuMsEach: Math.round(cpuMsEach),
    cpuShareOfOneCore: Number(((cpuMsEach * manyAccounts) / 1000 / pollSeconds).toFixed(2)),
    rssMegabytes: Math.round(process.memoryUsage.rss() / 1e6),
    isKeptInFiveMinutes: seconds <= pollSeconds,
  };
}

async function another(one: Case, nth: number): Promise<Known & { accountId: AccountId }> {
  const provider: Provider = providers[nth % providers.length]!;
  const person = { address: `owner-${nth}@nordlys.example`, given: "Mara", family: "Lindqvist" };
  const mine = one.cloud.add({ ...person, provider, zone: "Europe/Paris" as Zone });
  const known: Known = { world: one.world, clock: one.clock, provider, owner: await seedOwner(one.world), mine };
  putMessage(known, `letter-${nth}`, { place: "sent", days: 3 });
  fillDiary(known);
  return { ...known, accountId: await connect({ ...known, vendors: one.vendors }) };
}

const round = (value: number): number => Number(value.toFixed(3));
