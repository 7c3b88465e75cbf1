import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { keepings } from "../../src/domain/retention.ts";
import { after } from "../../src/domain/time.ts";
import { readTexts } from "../../src/flows/mail/read-texts.ts";
import { inferOwnerAddresses } from "../../src/flows/owner/infer-owner.ts";
import { ownerView } from "../../src/flows/owner/owner-view.ts";
import { discoverPeople } from "../../src/flows/people/discover.ts";
import { happenedEvents } from "../../src/flows/people/happened-events.ts";
import { relateContacts } from "../../src/flows/people/relate.ts";
import type { World } from "../../src/flows/world.ts";
import { exportedAt, layOutExport, layOutPart } from "../support/export-files.ts";
import { begin, readOn } from "../support/imports.ts";
import { type TestWorld, temporaryFolder, testWorld } from "../support/world.ts";

let whole = "";
let part = "";
beforeAll(() => {
  whole = layOutExport(join(temporaryFolder(), "export"));
  part = layOutPart(whole, join(temporaryFolder(), "part"));
});

/** Everything but the texts: people are known, and what was exchanged with them. */
async function untilTexts(...paths: readonly string[]): Promise<TestWorld> {
  const made = await testWorld({ clock: exportedAt, reader: "in_test" });
  for (const path of paths) await readOn(made.world, made.owner, await begin(made.world, made.owner, path));
  await inferOwnerAddresses(made.world, made.owner);
  const view = await ownerView(made.world, made.owner);
  const happened = await happenedEvents(made.world, view);
  await discoverPeople(made.world, view, happened);
  await relateContacts(made.world, view, happened);
  return made;
}

type Asked = { path: string; refs: readonly string[] };

/** The same world, which says what is asked of its reader. */
function listening(world: World, heard: (asked: Asked) => void): World {
  const { archive } = world;
  return {
    ...world,
    archive: {
      ...archive,
      texts: (path, refs, signal) => {
        heard({ path, refs });
        return archive.texts(path, refs, signal);
      },
    },
  };
}

const kept = async ({ database }: TestWorld) =>
  (
    await database.pool.query<{ text_kept: string; text_kept_until: string }>(
      "select text_kept, text_kept_until from message where text_read_at is not null order by natural_key",
    )
  ).rows;

test("the newest few of each candidate are read, each import's files asked once (S1)", async () => {
  const made = await untilTexts(part, whole);
  const asked: Asked[] = [];
  const { read } = await readTexts(
    listening(made.world, (one) => asked.push(one)),
    made.owner,
    new AbortController().signal,
  );
  expect(new Set(asked.map(({ path }) => path)).size).toBe(asked.length);
  expect(asked.reduce((sum, { refs }) => sum + new Set(refs).size, 0)).toBe(read);
  const { rows } = await made.database.pool.query<{ most: number; people: number }>(
    `select max(count)::int as most, count(*)::int as people from (
       select contact_id, count(*) from interaction join message on source_id = message_id
       where text_read_at is not null group by contact_id) as each`,
  );
  // The newest eight, and the first one.
  expect(rows[0]!.most).toBe(9);
  const { rows: candidates } = await made.database.pool.query("select from contact where class = 'candidate'");
  expect(rows[0]!.people).toBe(candidates.length);
  const texts = await kept(made);
  expect(texts.length).toBe(read);
  expect(texts.every(({ text_kept }) => /question|Hello/.test(text_kept))).toBe(true);
  expect(new Set(texts.map((one) => one.text_kept_until))).toEqual(
    new Set([after(exportedAt, { days: keepings.textDays.daysMax })]),
  );
});

test("read once, nothing is asked again", async () => {
  const made = await untilTexts(part);
  const asked: Asked[] = [];
  const world = listening(made.world, (one) => asked.push(one));
  await readTexts(world, made.owner, new AbortController().signal);
  expect(asked).toHaveLength(1);
  expect(await readTexts(world, made.owner, new AbortController().signal)).toEqual({ read: 0 });
  expect(asked).toHaveLength(1);
});

test("stopped in the middle, what was read is kept, and a second run ends with the texts of one", async () => {
  const [stopped, clean] = [await untilTexts(part), await untilTexts(part)];
  const { read: all } = await readTexts(clean.world, clean.owner, new AbortController().signal);

  const stop = new AbortController();
  const { archive } = stopped.world;
  const world: World = {
    ...stopped.world,
    archive: {
      ...archive,
      texts: async function* (path, refs, signal) {
        let given = 0;
        for await (const one of archive.texts(path, refs, signal)) {
          yield one;
          given += 1;
          if (given === 60) stop.abort(new Error("enough"));
          signal.throwIfAborted();
        }
      },
    },
  };
  expect(await readTexts(world, stopped.owner, stop.signal)).toEqual({ read: 60 });
  expect(all).toBeGreaterThan(60);
  expect(await kept(stopped)).toHaveLength(60);
  expect(await readTexts(stopped.world, stopped.owner, new AbortController().signal)).toEqual({ read: all - 60 });
  expect(await kept(stopped)).toEqual(await kept(clean));
});

test("files that went away are asked once and answered with nothing", async () => {
  const made = await untilTexts(part);
  await made.database.pool.query("update import set path = path || '-gone'");
  const { read } = await readTexts(made.world, made.owner, new AbortController().signal);
  expect(read).toBeGreaterThan(0);
  expect((await kept(made)).every(({ text_kept }) => text_kept === null)).toBe(true);
  expect(await readTexts(made.world, made.owner, new AbortController().signal)).toEqual({ read: 0 });
});
