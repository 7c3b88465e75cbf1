/** R7: a list of two thousand makes nothing due, and two suggestions, each with its reason. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Instant } from "../../src/domain/time.ts";
import { beginImport } from "../../src/flows/imports/begin-import.ts";
import { importArchive } from "../../src/flows/imports/import-archive.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { inThreadReader } from "../support/in-thread-reader.ts";
import { testWorld } from "../support/world.ts";

test("R7: import of 2,000 connections: 0 due, 2 suggestions with reasons", async () => {
  const made = await testWorld({ clock: "2026-11-22T10:00:00.000Z" as Instant });
  const world = { ...made.world, archive: inThreadReader };
  const path = join(made.folder, "Connections.csv");
  const rows = Array.from(
    { length: 2_000 },
    (_, n) => `Given${n},Family${n},https://www.linkedin.com/in/p${n},,"Firm, Inc. ${n}",Engineer,12 Mar 2024`,
  );
  writeFileSync(
    path,
    [
      "Notes:",
      '"some text"',
      "",
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
      ...rows,
      "",
    ].join("\n"),
  );
  const { importId } = await beginImport(world, made.owner, {
    path,
    name: "Connections.csv",
    keptByUs: false,
    readBy: "caller",
  });
  await importArchive(world, made.owner, importId, { signal: new AbortController().signal });
  await refresh(world, made.owner);

  const contacts = await world.database
    .selectFrom("contact")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(contacts.count).toBe(2_000);
  const due = await world.database
    .selectFrom("follow_up")
    .select(["kind", "because"])
    .where("state", "=", "due")
    .execute();
  expect(due.map(({ kind }) => kind)).toEqual(["revive", "revive"]);
  for (const { because } of due) expect(because).toContainEqual(expect.objectContaining({ rule: "R7.listed" }));
  expect(await world.database.selectFrom("draft").select("draft_id").execute()).toEqual([]);
});
