/**
 * An owner in whose home there is something of everything: people, letters on every shelf, a meeting, threads, a week, lists, a
 * month's plan, a connected account, files that wait. For tests that go through all pages.
 */
import type { ContactId, FeedId } from "../../src/domain/ids.ts";
import { after, type Zone } from "../../src/domain/time.ts";
import { json } from "../../src/store/database.ts";
import { type InCloud, inCloud } from "../support/cloud-world.ts";
import { consent } from "../support/consent.ts";
import { furnish, ids } from "./furnish.ts";
import { furnishLoop } from "./furnish-loop.ts";
import { furnishThreads } from "./furnish-threads.ts";
import { furnishWeek } from "./furnish-week.ts";
import { openOffice, start } from "./office.ts";
import { routesOf, type SiteMap, walkSite } from "./site-map.ts";

export type WholeHouse = Awaited<ReturnType<typeof openWholeHouse>>;

export async function openWholeHouse() {
  let inside: InCloud | undefined;
  const office = await openOffice({}, async (world, move) => {
    inside = await inCloud(world, move);
    return inside.world;
  });
  const browser = await office.browser();
  await connect(browser, inside!);
  const threads = await furnishThreads(office);
  await sayThings(browser, threads.person);
  // Last, as nothing that is derived anew would leave these rows.
  await furnish(office.db, office.ownerId);
  await furnishLoop(office.db, office.ownerId);
  await furnishWeek(office.world, office.ownerId);
  await furnishFeed(office);
  const routes = routesOf(office.app);
  const get = async (path: string): Promise<Response> => {
    const answer = await browser.get(path);
    if (answer.status === 500) throw new Error(`${path} broke`, { cause: office.errors.at(-1) });
    return answer;
  };
  return {
    ...office,
    threads,
    routes,
    browser,
    /** Everything that its owner sees. */
    walk: (): Promise<SiteMap> => walkSite(routes, get, [threads.thread, `/people/${threads.person}`, ...beginnings]),
  };
}

/** Where a walk begins: what the bar of every page leads to, and what opens from within a page. */
const beginnings = [
  "/today",
  "/plan",
  "/week",
  "/settings",
  "/digest",
  "/calls",
  "/import/tray",
  "/review/working",
  "/connect/google/register",
  `/drafts/${ids.tomasDraft}/covers`,
  `/imports/${ids.import}/progress`,
  `/people/${ids.priya}/introduce/${ids.tomas}`,
];

/** Of what the home is full: words that stand on its pages, and on those of nobody else, not even as an example. */
export const unmistakable = [
  "priya@acme.example",
  "Tomás Ibarra",
  "Ana Quiet",
  "Lea Brandt",
  "quiet.example",
  "nordhafen.example",
  "Hiring analysts",
  "A letter that is",
  "Coffee &amp; cake?",
  "Ines Falk",
  "Lumen",
  "Harbour breakfast",
  "Quay forum",
  "Evening at the quay",
  "Sailing in autumn",
  "A name in Lyon",
  "A coffee by the water?",
  "What would it be about?",
  "news@shop.example",
  "maybe@somewhere.example",
  "mara@nordlys.example",
  "takeout.zip",
  "waiting.mbox",
  "Planning",
];

type Browser = Awaited<ReturnType<Awaited<ReturnType<typeof openOffice>>["browser"]>>;

async function connect({ get, post }: Browser, { cloud, vendors }: InCloud): Promise<void> {
  const mara = { provider: "google", address: "mara@nordlys.example", given: "Mara", family: "Lind" } as const;
  cloud.add({ ...mara, zone: "Europe/Paris" as Zone });
  const away = await post("/connect/google", {});
  const url = /^0; url=(.+)$/.exec(away.headers.get("refresh") ?? "")?.[1] ?? "";
  const came = await consent((request) => vendors.fetch(request), url, { address: mara.address });
  if (!("back" in came)) throw new Error(came.page);
  await get(`${came.back.pathname}${came.back.search}`);
}

/** What an owner fills in, by the forms of the pages. */
async function sayThings({ post, put }: Browser, person: ContactId): Promise<void> {
  const forms: [string, Record<string, string>][] = [
    ["/lists/want", { who: "Ines Falk", company: "Lumen" }],
    ["/lists/companies", { name: "Lumen", domains: "lumen.example", missingRole: "CFO" }],
    ["/lists/groups", { name: "Harbour breakfast" }],
    ["/lists/links", { name: "Quay forum", url: "https://quay.example/forum" }],
    ["/plan", { preset: "2 coffee + 1 lunch" }],
    [`/people/${person}/facts`, { kind: "topic", text: "Sailing in autumn" }],
    [`/people/${person}/log`, { tap: "phone:talked", note: "About the quay" }],
    [`/people/${person}/ledger`, { act: "helped_them", text: "A name in Lyon" }],
    ["/settings/meeting/travel", { zone: "Europe/Lisbon", from: "2026-12-01" }],
    ["/settings/meeting/overrides", { firstDay: "2026-12-07", lastDay: "2026-12-08", hours: "10-12" }],
    ["/settings/meeting/venues", { name: "Café Lignes", address: "3 rue des Lilas", coffee: "on", minutes: "10" }],
  ];
  for (const [path, fields] of forms) {
    const answer = await post(path, fields);
    if (answer.status !== 303) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  }
  const { length } = letter;
  const name = `/import/files/waiting.mbox?print=${"a".repeat(64)}`;
  const sent = await put(name, letter, { "content-range": `bytes 0-${length - 1}/${length}` });
  if (sent.status !== 201) throw new Error(`the file is answered with ${sent.status}`);
}

const letter = new TextEncoder().encode(
  "From - Mon Nov 16 13:00:00 2026\nFrom: Priya Nair <priya@acme.example>\n\nHello\n\n",
);

/** A published calendar with one date to come, and what is asked about a meeting that was. */
async function furnishFeed({ db, ownerId, world }: Awaited<ReturnType<typeof openOffice>>): Promise<void> {
  const owner_id = ownerId;
  const feed_id = world.ids.next<FeedId>();
  await db
    .insertInto("feed")
    .values({
      owner_id,
      feed_id,
      url: "https://quay.example/events.ics",
      name: "Evenings at the quay",
      state: "failing",
      because: "It did not answer.",
      validators: json({}),
      read_at: null,
      added_at: start,
    })
    .execute();
  const startsAt = after(start, { days: 2 });
  await db
    .insertInto("feed_event")
    .values({
      owner_id,
      feed_id,
      uid: "evening@quay.example",
      starts_at: startsAt,
      ends_at: after(startsAt, { hours: 2 }),
      title: "Evening at the quay",
      place: "Quay 5",
      link: null,
      answer: null,
      event_id: null,
    })
    .execute();
}
