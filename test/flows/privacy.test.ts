/** The owner's data as a whole: taken along, kept shorter, looked over, erased (R41, R45; docs/privacy.md). */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ExportId, OwnerId } from "../../src/domain/ids.ts";
import { dataFile, fieldName, tablesLeftOut } from "../../src/domain/privacy/taken-along.ts";
import { keepings, type Retention, retentionFigures } from "../../src/domain/retention.ts";
import { ruleGroups } from "../../src/domain/rules.ts";
import { after, type Instant } from "../../src/domain/time.ts";
import { clientOf } from "../../src/flows/accounts/client-of.ts";
import { bookMeeting } from "../../src/flows/booking/book-meeting.ts";
import { policyOf } from "../../src/flows/owner/policy-of.ts";
import { saveRules } from "../../src/flows/owner/save-rules.ts";
import { openSession } from "../../src/flows/owner/session.ts";
import { undoLastChange } from "../../src/flows/owner/undo-setting.ts";
import { eraseOwnersKeptText } from "../../src/flows/people/erase-kept-text.ts";
import { askToErase, eraseEverything, erasePhrase, wordToConfirm } from "../../src/flows/privacy/erase-everything.ts";
import {
  beginExport,
  exportsOf,
  openExport,
  resumeExport,
  stopExport,
  writeExport,
} from "../../src/flows/privacy/export-everything.ts";
import { saveRetention } from "../../src/flows/privacy/retention.ts";
import type { World } from "../../src/flows/world.ts";
import { countRows, type OwnedTable, ownedTables } from "../../src/store/owned-tables.ts";
import { setRole } from "../../src/store/owner-roles.ts";
import { type AuditLine, type AuditLineId, readAudit } from "../../src/store/read/audit.ts";
import { allSought } from "../../src/store/read/seek.ts";
import { saveSuppressions } from "../../src/store/suppressions.ts";
import { claimDueTimers } from "../../src/store/timers.ts";
import { eventsOfOurs, offerTo, timesFor, untilQuiet } from "../support/booking-office.ts";
import { patiently } from "../support/connected-office.ts";
import { unzip } from "../support/unzip.ts";
import { writingOffice } from "../support/writing-office.ts";
import { foreign, otherOwner } from "../web/furnish.ts";
import { browserWith } from "../web/office.ts";
import { openWholeHouse, type WholeHouse } from "../web/whole-house.ts";

const { signal } = new AbortController();
const whole = Object.fromEntries(retentionFigures.map((figure) => [figure, keepings[figure].daysMax])) as Retention;

let house: WholeHouse;
let world: World;
let owner: OwnerId;
let tables: readonly OwnedTable[];

beforeAll(async () => {
  house = await openWholeHouse();
  ({ world, ownerId: owner } = house);
  tables = await ownedTables(world.database);
  const stopped = await house.browser.post(`/people/${house.threads.person}/stop`, {});
  expect(stopped.status).toBe(303);
});

/** How many rows of an owner each table has; those without any are left out. */
async function rowsOf(of: OwnerId): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const count = await countRows(world.database, of, table);
    if (count > 0) counts[table.name] = count;
  }
  return counts;
}

async function written(exportId: ExportId): Promise<Map<string, Buffer>> {
  const file = await openExport(world, owner, exportId);
  return unzip(Buffer.from(await new Response(file!.content).arrayBuffer()));
}

describe("everything taken along", () => {
  let files: Map<string, Buffer>;

  beforeAll(async () => {
    const exportId = await beginExport(world, owner);
    if (exportId === "under_way") throw new Error("another one is under way");
    await writeExport(world, owner, exportId, signal);
    files = await written(exportId);
  });

  const listed = (table: string): Record<string, unknown>[] =>
    JSON.parse(files.get(dataFile(table))!.toString()) as Record<string, unknown>[];

  test("holds every row of the owner's in every table but those of keys, and nobody else's", async () => {
    const counts = await rowsOf(owner);
    for (const { name } of tables) {
      const isLeftOut = Object.hasOwn(tablesLeftOut, name);
      expect(files.has(dataFile(name)), name).toBe(!isLeftOut);
      if (isLeftOut || name === "timer" || name === "data_export") continue;
      // The key of the printed address is a setting that stays.
      const keys = name === "setting" ? 1 : 0;
      expect(listed(name).length + keys, name).toBe(counts[name] ?? 0 + keys);
    }
    const whole = Buffer.concat([...files.values()]).toString();
    expect(whole).not.toContain(foreign);
    expect(whole).not.toMatch(/"(tokenHash|passphraseHash|sealed|dataKey|ownerId)"/);
  });

  test("names its fields as docs/json.md does", async () => {
    const docs = await readFile("docs/json.md", "utf8");
    for (const { name } of tables.filter((table) => !Object.hasOwn(tablesLeftOut, table.name)))
      expect(docs, name).toContain(`\`${dataFile(name).replace("data/", "")}\``);
    expect(Object.keys(listed("contact")[0]!)).toEqual(expect.arrayContaining(["contactId", "metWhere", "closeness"]));
    expect(fieldName("last_touch_at")).toBe("lastTouchAt");
  });

  test("is read back by what reads the exports of others: cards, meetings, sent letters (R2)", async () => {
    const [one] = await exportsOf(world, owner);
    const path = join(world.outbox.folder, `${one!.exportId}-1.zip`);
    const found = { messages: 0, events: 0, cards: 0, skipped: [] as string[] };
    for await (const batch of world.archive.read(path, { signal })) {
      found.messages += batch.messages.length;
      found.events += batch.events.length;
      found.cards += batch.cards.length;
      found.skipped.push(...batch.skipped.map(({ where, message }) => `${where}: ${message}`));
    }
    const counts = await rowsOf(owner);
    const sent = listed("draft").filter(({ state, body }) => state === "sent" && body !== "");
    const booked = listed("booking").filter(({ state }) => state !== "claiming" && state !== "pending");
    const held = listed("interaction").filter(
      ({ sourceKind, mode, depth }) =>
        (sourceKind === "event" || sourceKind === "logged") &&
        ["in_person", "video", "phone"].includes(mode as string) &&
        depth === "conversation",
    );
    expect(found.messages).toBe(sent.length);
    expect(found.events).toBe(booked.length + new Set(held.map(({ sourceId }) => sourceId)).size);
    // The table of people is read as cards too.
    expect(found.cards).toBe(2 * counts.contact!);
    expect([sent.length, booked.length, held.length].every((count) => count > 0)).toBe(true);
  });

  test("a name that begins as a formula is none in the table of people", () => {
    expect(files.get("people.csv")!.toString().split("\r\n")[0]).toContain("Name,E-mail,Telephone");
    expect(files.get("people.csv")!.toString()).not.toMatch(/(^|,)"?[=@]/m);
  });

  test("stopped while it is written it leaves no file, and begins anew when asked to", async () => {
    const exportId = (await beginExport(world, owner)) as ExportId;
    expect(await beginExport(world, owner)).toBe("under_way");
    const stopping: World = {
      ...world,
      outbox: {
        ...world.outbox,
        write: async (...asked) => {
          await stopExport(world, owner, exportId);
          return world.outbox.write(...asked);
        },
      },
    };
    await writeExport(stopping, owner, exportId, signal);
    expect((await exportsOf(world, owner))[0]).toMatchObject({ exportId, state: "stopped" });
    expect((await readdir(world.outbox.folder)).filter((name) => name.startsWith(exportId))).toEqual([]);
    expect(await resumeExport(world, owner, exportId)).toBe(true);
    await writeExport(world, owner, exportId, signal);
    expect((await written(exportId)).has("about.json")).toBe(true);
  });
});

test("the audit shows every yes and what became of it, the newest first, and by whom it is about (R41)", async () => {
  const lines = (search: string, rowsMax = 1_000) =>
    allSought<AuditLine, AuditLineId>(
      (page) => readAudit(world.database, owner, { search, ...page, rowsMax }),
      ({ lineId }) => lineId,
    );
  const all = await lines("");
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  const counts = await rowsOf(owner);
  expect(all.filter(({ what }) => what === "letter").length).toBe(counts.approval);
  expect(all.filter(({ what }) => what === "meeting").length).toBe(counts.booking);
  // Two at a time, read by key, it is the same list.
  expect(await lines("", 2)).toEqual(all);
  const priya = await lines("priya");
  expect(priya).toEqual(all.filter(({ person }) => person?.name.includes("Priya")));
  expect(priya.length).toBeGreaterThan(0);
});

describe("kept for a while", () => {
  const ends = async () =>
    (
      await world.database
        .selectFrom("message")
        .select(["text_kept_until"])
        .where("owner_id", "=", owner)
        .where("text_kept_until", "is not", null)
        .orderBy("message_id")
        .execute()
    ).map((row) => row.text_kept_until as Instant);

  test("lowered, what is kept ends earlier; raised again, as late as before; beyond the limits nothing changes", async () => {
    const before = await ends();
    expect(before.length).toBeGreaterThan(0);
    const shorter = { ...whole, textDays: 30 };
    expect(await saveRetention(world, owner, shorter)).toBe("saved");
    expect(await ends()).toEqual(before.map((at) => after(at, { days: -60 })));
    expect(await saveRetention(world, owner, { ...whole, textDays: 91 })).toBe("refused");
    expect(await saveRetention(world, owner, { ...whole, textDays: 6 })).toBe("refused");
    expect(await saveRetention(world, owner, whole)).toBe("saved");
    expect(await ends()).toEqual(before);
  });

  test("the timer takes what is over, exports too", async () => {
    const [one] = await exportsOf(world, owner);
    house.wait({ days: keepings.exportDays.daysMax });
    const now = world.clock.now();
    await claimDueTimers(world.database, { now, wall: now, leaseUntil: after(now, { seconds: 30 }), max: 50 });
    await eraseOwnersKeptText(world, owner);
    expect(await exportsOf(world, owner)).toEqual([]);
    expect(await openExport(world, owner, one!.exportId)).toBeUndefined();
    expect(await readdir(world.outbox.folder)).toEqual([]);
  });

  test("docs/privacy.md names the figures that hold", async () => {
    const docs = await readFile("docs/privacy.md", "utf8");
    const rows = [...docs.matchAll(/^\| (.+?) \| (\d+) days after (.+?) \| (\d+) \|$/gm)].map((cells) =>
      cells.slice(1),
    );
    expect(rows).toEqual(
      retentionFigures.map((figure) => {
        const { what, since, daysMin, daysMax } = keepings[figure];
        return [what, String(daysMax), since, String(daysMin)];
      }),
    );
  });
});

describe("a setting", () => {
  const perDay = async () => (await policyOf(world, owner)).letters.perDayMax;
  const ruleOf = (figure: string) => ruleGroups.flatMap(({ rules }) => rules).find((rule) => rule.figure === figure)!;
  const save = async (figure: string, value: number | undefined) => {
    house.wait({ minutes: 1 });
    return saveRules(world, owner, [{ rule: ruleOf(figure), value }]);
  };

  test("holds at once, and each change can be taken back, the newest first", async () => {
    const usual = await perDay();
    expect([await save("perDayMax", 3), await save("perDayMax", 4)]).toEqual(["saved", "saved"]);
    expect(await perDay()).toBe(4);
    expect(await undoLastChange(world, owner)).toBe(true);
    expect(await perDay()).toBe(3);
    expect(await undoLastChange(world, owner)).toBe(true);
    expect(await perDay()).toBe(usual);
  });

  test("that is not possible changes nothing, and nothing of what was given with it", async () => {
    const before = await policyOf(world, owner);
    const both = [
      { rule: ruleOf("perDayMax"), value: 5 },
      { rule: ruleOf("sendFromMinute"), value: before.hours.sendUntilMinute },
    ];
    expect(await saveRules(world, owner, both)).toBe("refused");
    expect(await save("gapDays", 0)).toBe("refused");
    expect(await policyOf(world, owner)).toEqual(before);
  });

  test("taken back, texts are kept as long as before", async () => {
    const ends = () =>
      world.database
        .selectFrom("draft")
        .select("text_kept_until")
        .where("owner_id", "=", owner)
        .orderBy("draft_id")
        .execute();
    const before = await ends();
    house.wait({ minutes: 1 });
    await saveRetention(world, owner, { ...whole, letterDays: 30 });
    expect(await ends()).not.toEqual(before);
    await undoLastChange(world, owner);
    expect(await ends()).toEqual(before);
  });
});

describe("everything erased", () => {
  test("only by the word that is asked for", async () => {
    const wish = { clearsAccounts: false, keepsStops: true };
    const before = await rowsOf(owner);
    expect(await wordToConfirm(world, owner)).toBe("me@home.example");
    for (const typed of ["", erasePhrase, "priya@acme.example", "me@home"])
      expect(await askToErase(world, owner, { ...wish, typed })).toBe("not_confirmed");
    expect(await rowsOf(owner)).toEqual(before);
  });

  test("no table has a row of theirs, and whoever else is at home keeps theirs", async () => {
    // Somebody has to look after who stays.
    await setRole(world.database, otherOwner, "operator");
    const [before, theirs] = [await rowsOf(owner), await rowsOf(otherOwner)];
    expect(Object.keys(before).length).toBeGreaterThan(45);
    // The audit lets nobody else take a line out of it.
    const tamper = world.database.deleteFrom("audit").where("owner_id", "=", owner).execute();
    await expect(tamper).rejects.toThrow("append-only");
    const wish = { typed: " Me@Home.example", clearsAccounts: true, keepsStops: true };
    expect(await askToErase(world, owner, wish)).toBe("begun");
    // Meanwhile no page shows anything.
    expect(await (await house.browser.get("/people")).text()).toContain("Everything is being erased");
    expect((await house.browser.post("/settings/name", { name: "Mara" })).status).toBe(409);

    await eraseEverything(world, owner, signal);
    expect(await rowsOf(owner)).toEqual({});
    expect(await rowsOf(otherOwner)).toEqual(theirs);
    expect((await house.browser.get("/people")).headers.get("location")).toBe("/");
  });

  test("the last one leaves nothing but who must not be contacted, and the first page opens in the same browser", async () => {
    const { db, app, inboxDir } = house;
    const hash = Buffer.alloc(32, 1);
    await saveSuppressions(db, otherOwner, {
      hashes: [hash],
      reason: "They asked.",
      source: "reply",
      at: world.clock.now(),
    });
    const browser = await browserWith(app, `rapport-8380=${(await openSession(world, otherOwner)).token}`);
    expect((await readdir(inboxDir)).length).toBeGreaterThan(0);

    const asked = await browser.post("/settings/privacy/erase", {
      confirm: await wordToConfirm(world, otherOwner),
      keepsStops: "yes",
    });
    expect(asked.headers.get("location")).toBe("/settings/privacy/erasing");
    await eraseEverything(world, otherOwner, signal);
    expect(await rowsOf(otherOwner)).toEqual({});
    const fresh = (await db.selectFrom("owner").select("owner_id").execute()).map(({ owner_id }) => owner_id);
    expect(fresh).toHaveLength(1);
    expect(await rowsOf(fresh[0]!)).toEqual({ owner: 1, owner_zone: 1, session: 1, suppression: 1 });
    expect(await readdir(inboxDir).catch(() => [])).toEqual([]);
    expect((await browser.get("/settings/privacy/erasing")).headers.get("location")).toBe("/");
    expect(/<title>(.+?) ·/.exec(await (await browser.get("/")).text())?.[1]).toBe("Welcome");
  });

  test("where it is wished, meetings to come are called off first, and the permission is given back", async () => {
    const office = await writingOffice("google", []);
    const offer = await timesFor(office);
    const offerId = await offerTo(office, office.priya, offer);
    const { startsAt } = offer.times[0]!;
    await bookMeeting(office.world, office.owner, { offerId, startsAt, source: "reply" });
    await untilQuiet(office, { minutes: 1 });
    expect(eventsOfOurs(office)).toHaveLength(1);
    const tokens = await office.world.vault.read({ ...office, ownerId: office.owner, provider: "google" });

    const typed = await wordToConfirm(office.world, office.owner);
    await askToErase(office.world, office.owner, { typed, clearsAccounts: true, keepsStops: false });
    await patiently(office.clock, () => eraseEverything(office.world, office.owner, signal));
    expect(eventsOfOurs(office)).toEqual([]);
    const client = (await clientOf(office.world, "google"))!.client;
    await expect(office.world.signIns.google.refresh(client, tokens!.refreshToken!, signal)).rejects.toThrow();
    expect(await office.world.database.selectFrom("contact").select("name").execute()).toEqual([]);
  });
});
