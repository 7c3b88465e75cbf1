/**
 * An owner in whose home there is something of everything: people, letters on every shelf, a meeting, threads, a week, lists, a
 * month's plan, a connected account, files that wait. For tests that go through all pages.
 */
import type { ContactId, FeedId } from "../../src/domain/ids.ts";
import { after, type Zone } from "../../src/domain/time.ts";
import { noteSent } from "../../src/flows/plan/note-sent.ts";
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
  const mara = { provider: "google", address: "mara@nordlys.example", given: "Mara", family: "Lind" } as const;
  await connectAccount(browser, inside!, mara);
  const threads = await furnishThreads(office);
  await sayThings(browser, threads.person);
  // Last, as nothing that is derived anew would leave these rows.
  await furnish(office.db, office.ownerId);
  await furnishLoop(office.db, office.ownerId);
  await furnishWeek(office.world, office.ownerId);
  await furnishFeed(office);
  const group = await askGroup(office, browser, threads.person);
  const routes = routesOf(office.app);
  const get = async (path: string): Promise<Response> => {
    const answer = await browser.get(path);
    if (answer.status === 500) throw new Error(`${path} broke`, { cause: office.errors.at(-1) });
    return answer;
  };
  const from = [threads.thread, `/people/${threads.person}`, ...beginnings, group];
  return {
    ...office,
    inside: inside!,
    threads,
    routes,
    browser,
    get,
    /** Where a walk begins. */
    from,
    /** Everything that its owner sees. */
    walk: (): Promise<SiteMap> => walkSite(routes, get, from),
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
  `/drafts/${ids.tomasDraft}`,
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

/** By the pages of ours and of the provider. */
export async function connectAccount(
  { get, post }: Pick<Browser, "get" | "post">,
  { cloud, vendors }: InCloud,
  who: { provider: "google"; address: string; given: string; family: string },
): Promise<void> {
  cloud.add({ ...who, zone: "Europe/Paris" as Zone });
  const away = await post("/connect/google", {});
  const url = /^0; url=(.+)$/.exec(away.headers.get("refresh") ?? "")?.[1] ?? "";
  const came = await consent((request) => vendors.fetch(request), url, { address: who.address });
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
    [
      "/settings/meeting/venues",
      { name: "Café Lignes", address: "3 rue des Lilas", coffee: "on", lunch: "on", minutes: "10" },
    ],
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

/** Three people are asked to lunch at times that suit all: two of the letters have left. Gives the page of it. */
async function askGroup(
  { world, db, ownerId }: Awaited<ReturnType<typeof openOffice>>,
  { get, token, send }: Browser,
  lea: ContactId,
) {
  const people = [ids.priya, ids.quiet, lea];
  const first = ["Priya", "Ana", "Lea"];
  for (const [nth, id] of people.entries())
    await db
      .updateTable("contact")
      .set({ greeting_name: first[nth]! })
      .where("owner_id", "=", ownerId)
      .where("contact_id", "=", id)
      .execute();
  const form = new URLSearchParams({ way: "lunch", about: "harbours" });
  for (const id of people) form.append("person", id);
  const shown = await (await get(`/settings/letters/group?${form}`)).text();
  for (const [, at] of [...shown.matchAll(/name="start" value="([^"]+)" checked/g)].slice(0, 3))
    form.append("start", at!);
  form.append("form_token", token);
  const furnished = await db
    .selectFrom("draft")
    .select(["draft_id", "state"])
    .where("owner_id", "=", ownerId)
    .execute();
  const asked = await send("POST", "/settings/letters/group", form, {});
  const page = /^\/groups\/[\w-]+/.exec(asked.headers.get("location") ?? "")?.[0];
  if (page === undefined) throw new Error(`nobody was asked: ${asked.status}`);
  const letters = await db
    .selectFrom("draft")
    .select("draft_id")
    .where("owner_id", "=", ownerId)
    .where("kind", "=", "group_invitation")
    .orderBy("draft_id")
    .execute();
  // Not by `recordSent`, which derives anew.
  for (const { draft_id: draftId } of letters.slice(0, 2))
    await db
      .transaction()
      .execute((database) =>
        noteSent({ ...world, database }, ownerId, { draftId, mode: "email", at: start, by: "owner" }),
      );
  // Asking writes the other letters anew: those that were furnished by hand stand again.
  const known = furnished.map(({ draft_id }) => draft_id);
  await db
    .deleteFrom("draft")
    .where("owner_id", "=", ownerId)
    .where("kind", "!=", "group_invitation")
    .where("draft_id", "not in", known)
    .execute();
  for (const { draft_id, state } of furnished)
    await db
      .updateTable("draft")
      .set({ state })
      .where("owner_id", "=", ownerId)
      .where("draft_id", "=", draft_id)
      .execute();
  return page;
}

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
