import { join } from "node:path";
import { expect, test } from "vitest";
import type { Instant, Zone } from "../../src/domain/time.ts";
import { type DueLine, lookAtDue } from "../../src/flows/look-at-due.ts";
import { setZone } from "../../src/flows/set-zone.ts";
import { viewpointOf } from "../../src/flows/viewpoint.ts";
import { importAll } from "../support/imports.ts";
import { testWorld } from "../support/world.ts";

const told = ({ letter, ...line }: DueLine) => ({ ...line, subject: letter?.subject, body: letter?.body });

test("decided anew from the same moment, what is due is what is stored: people, order, reasons and letters", async () => {
  const { world, owner } = await testWorld({ clock: "2026-11-22T10:00:00.000Z" as Instant, reader: "in_test" });
  await setZone(world, owner, "Europe/Paris" as Zone);
  await importAll(world, owner, join(import.meta.dirname, "../../sample/data/sample.zip"));
  const viewpoint = await viewpointOf(world, owner);
  const stored = await lookAtDue(world, owner, viewpoint);
  const anew = await lookAtDue(world, owner, { ...viewpoint, because: "said" });
  expect(stored.due.length).toBeGreaterThan(3);
  expect(anew.due.map(told)).toEqual(stored.due.map(told));
}, 60_000);
