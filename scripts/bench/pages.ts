/**
 * How fast the pages answer an owner with 50,000 contacts and 500,000 interactions, asked without a socket; and how long
 * the web process is ever held up while the worker imports the sample.
 */
import { join } from "node:path";
import { sql } from "kysely";
import type { OwnerId } from "../../src/domain/ids.ts";
import { ownerOf } from "../../src/flows/owner/owner-of.ts";
import { makeStartKey } from "../../src/flows/owner/session.ts";
import type { Installation } from "../../src/installation.ts";
import { detect } from "../../src/integrations/archive/detect.ts";
import { ownerApp } from "../../src/web/app.ts";
import type { Bindings } from "../../src/web/context.ts";
import { withInstallation } from "./bench-installation.ts";
import { eventLoopDuringSample } from "./event-loop.ts";

export type PageCase = { case: string; p50Ms: number; p95Ms: number; kilobytes: number };

const contactsMax = 50_000;
const interactionsEach = 10;
const dueMax = 2_000;
const asksEach = 60;
const warmUps = 3;
const here: Bindings = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };

export const benchPages = async (): Promise<object[]> => [
  ...(await withInstallation(measurePages)),
  await eventLoopDuringSample(),
];

async function measurePages(installation: Installation): Promise<PageCase[]> {
  const { world, home } = installation;
  const { ownerId } = await ownerOf(world);
  await seed(installation, ownerId);
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
  const pages = [
    "/review",
    "/review?q=person%2004999",
    "/review?show=overdue",
    "/people",
    "/people?page=500",
    "/people?order=conversation",
    "/people?q=4999",
    "/people?q=nobody-at-all",
    person,
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
  let bytes = 0;
  for (let count = 0; count < warmUps; count += 1) bytes = await ask();
  const times: number[] = [];
  for (let count = 0; count < asksEach; count += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  const quantile = (share: number) => Math.round(times[Math.floor(share * (asksEach - 1))]! * 10) / 10;
  return { case: `pages: ${name}`, p50Ms: quantile(0.5), p95Ms: quantile(0.95), kilobytes: Math.round(bytes / 1000) };
}

/** By SQL, because importing half a million messages is another measurement. Ids count up, as UUIDv7 do. */
async function seed({ pool, world }: Installation, owner: OwnerId): Promise<void> {
  const now = world.clock.now();
  const id = (prefix: string, number: string) =>
    `('0192${prefix}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
  await pool.query(
    `insert into contact (owner_id, contact_id, name, greeting_name, greeting_because, company, locale, status, purpose,
       verification, class, met_at, met_on, met_where, met_channel, met_source_kind, met_source_id, met_others,
       last_touch_at, last_conversation_at, last_met_at, closeness, because, created_at, changed_at, search)
     select $1, ${id("0000", "n")}, 'Person ' || lpad(n::text, 5, '0'), 'Person', 'display name', 'Firm ' || n % 900, 'en',
       'active', 'business', 2, (array['candidate', 'colleague', 'known'])[1 + n % 3],
       $2::timestamptz - n % 700 * interval '1 day', ($2::timestamptz - n % 700 * interval '1 day')::date,
       'Coffee, Café Moka', 'event', 'event', 'e' || n, 1, $2::timestamptz - n % 90 * interval '1 day',
       $2::timestamptz - n % 300 * interval '1 day', $2::timestamptz - n % 500 * interval '1 day',
       (n * 7919 % 100000)::real / 1000, $3::jsonb, $2, $2,
       'person ' || lpad(n::text, 5, '0') || ' p' || n || '@firm' || n % 900 || '.example firm ' || n % 900
     from generate_series(1, ${contactsMax}) n`,
    [owner, now, JSON.stringify([{ rule: "R1.met", text: "You met over coffee." }])],
  );
  await pool.query(
    `insert into identity (owner_id, kind, value, contact_id, because)
     select $1, 'address', 'p' || n || '@firm' || n % 900 || '.example', ${id("0000", "n")}, 'seen'
     from generate_series(1, ${contactsMax}) n`,
    [owner],
  );
  await pool.query(
    `insert into sender (owner_id, address, name, verdict, score, class, because, messages, last_at)
     select $1, 'p' || n || '@firm' || n % 900 || '.example', 'Person ' || n,
       (array['person', 'machine', 'unsure'])[1 + n % 3], 0.5, (array['candidate', 'machine', 'unsure'])[1 + n % 3],
       $2::jsonb, n % 40, $3
     from generate_series(1, ${contactsMax}) n`,
    [owner, JSON.stringify([{ rule: "M4.dealings", text: "You wrote to them." }]), now],
  );
  await pool.query(
    `insert into interaction (owner_id, contact_id, source_kind, source_id, at, mode, direction, depth, others, title)
     select $1, ${id("0000", "n")}, 'message', ${id("0001", `n * ${interactionsEach} + k`)},
       $2::timestamptz - (n * 31 + k * 977) % 10000 * interval '1 hour', 'email',
       (array['inbound', 'outbound'])[1 + k % 2], (array['touch', 'thread'])[1 + k % 2], 1, 'Question ' || k
     from generate_series(1, ${contactsMax}) n, generate_series(1, ${interactionsEach}) k`,
    [owner, now],
  );
  await pool.query(
    `insert into follow_up (owner_id, follow_up_id, contact_id, kind, state, due_at, overdue_at, deadline_at, because,
       urgency, changed_at)
     select $1, ${id("0002", "n")}, ${id("0000", "n")}, (array['check_in', 'meet_by'])[1 + n % 2], 'due',
       $2::timestamptz - n % 20 * interval '1 day', $2::timestamptz + (10 - n % 20) * interval '1 day',
       $2::timestamptz + 30 * interval '1 day', $3::jsonb, (n % 1000)::real / 1000, $2
     from generate_series(1, ${dueMax}) n`,
    [owner, now, JSON.stringify([{ rule: "R16.due", text: "30 days have passed." }])],
  );
  await sql`analyze`.execute(world.database);
}
