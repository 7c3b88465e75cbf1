/**
 * How fast the pages answer an owner with 50,000 contacts and 500,000 interactions, asked without a socket; and how long
 * the web process is ever held up while the worker imports the sample.
 */
import { join } from "node:path";
import { ownerOf } from "../../src/flows/owner/owner-of.ts";
import { makeStartKey } from "../../src/flows/owner/session.ts";
import type { Installation } from "../../src/installation.ts";
import { detect } from "../../src/integrations/archive/detect.ts";
import { peopleFilters } from "../../src/store/read/people-filters.ts";
import { ownerApp } from "../../src/web/app.ts";
import type { Bindings } from "../../src/web/context.ts";
import { withInstallation } from "./bench-installation.ts";
import { eventLoopDuringSample } from "./event-loop.ts";
import { seedManyPeople } from "./many-people.ts";

export type PageCase = { case: string; asks: number; p50Ms: number; p95Ms: number; kilobytes: number };

/** As many as a case takes, or fewer where one takes long. */
const asksMax = 60;
const secondsMax = 6;
const warmUps = 3;
const here: Bindings = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };

export const benchPages = async (): Promise<object[]> => [
  ...(await withInstallation(measurePages)),
  await eventLoopDuringSample(),
];

async function measurePages(installation: Installation): Promise<PageCase[]> {
  const { world, home } = installation;
  const { ownerId } = await ownerOf(world);
  await seedManyPeople(installation, ownerId);
  const app = ownerApp({
    world,
    detect,
    settings: {
      listen: { host: "127.0.0.1", port: 8380 },
      hosts: [],
      inboxDir: join(home, "inbox"),
      uploadQuotaBytes: 1e9,
      freeDiskMinBytes: 0,
    },
  });
  const entered = await app.request(`http://localhost:8380/?key=${await makeStartKey(world, ownerId)}`, {}, here);
  const cookie = entered.headers.getSetCookie()[0]!.split(";")[0]!;
  const ask = (path: string) => app.request(`http://localhost:8380${path}`, { headers: { cookie } }, here);

  const person = /href="(\/people\/[^"?]+)"/.exec(await (await ask("/people")).text())?.[1];
  if (person === undefined) throw new Error("the list of people names nobody");
  const middle = person.slice("/people/".length);
  const pages = [
    "/review",
    "/review?q=person%2004999",
    "/review?show=overdue",
    "/people",
    "/people?at=end",
    "/people?order=conversation",
    "/people?order=conversation&at=end",
    "/people?order=met",
    "/people?order=name",
    `/people?order=name&after=${middle}`,
    ...peopleFilters.map((filter) => `/people?show=${filter}`),
    "/people?show=never_met&order=name&at=end",
    "/people?q=p",
    "/people?q=pe",
    "/people?q=person",
    "/people?q=4999",
    "/people?q=firm%20049",
    "/people?q=exam%20per%2004999&show=never_met",
    "/people?q=nobody-at-all",
    person,
    `${person}/brief`,
    "/",
    "/today",
    "/plan",
    "/inbox",
    "/sent",
    "/calls",
    "/week",
    "/lists",
    "/events",
    "/merges",
    "/audit",
    "/digest",
    "/accounts",
    "/settings/rules",
    "/settings/letters",
    "/settings/meeting",
    "/settings/privacy",
    "/import",
    "/imports",
    "/unsure",
    "/not-people",
    "/settings",
  ];
  const cases: PageCase[] = [];
  for (const path of pages) {
    cases.push(
      await measure(path.replace(/[0-9a-f-]{36}/, "ID"), async () => {
        const answer = await ask(path);
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        return (await answer.arrayBuffer()).byteLength;
      }),
    );
  }
  return cases;
}

async function measure(name: string, ask: () => Promise<number>): Promise<PageCase> {
  const until = performance.now() + secondsMax * 1_000;
  const isTimeLeft = () => performance.now() < until;
  let bytes = await ask();
  for (let count = 1; count < warmUps && isTimeLeft(); count += 1) await ask();
  const times: number[] = [];
  while (times.length === 0 || (times.length < asksMax && isTimeLeft())) {
    const began = performance.now();
    bytes = await ask();
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  const quantile = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))]! * 10) / 10;
  const kilobytes = Math.round(bytes / 1000);
  return { case: `pages: ${name}`, asks: times.length, p50Ms: quantile(0.5), p95Ms: quantile(0.95), kilobytes };
}
