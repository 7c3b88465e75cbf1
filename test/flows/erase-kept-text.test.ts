/** Retention: what was kept of mail goes when its time has come, and the timer moves to the next. */
import { expect, test } from "vitest";
import type { AccountId, ImportId, MessageId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { exportFilesAccount } from "../../src/flows/owner/owner-of.ts";
import { eraseOwnersKeptText } from "../../src/flows/people/erase-kept-text.ts";
import { beginImport } from "../../src/store/imports.ts";
import { saveMessageSources, saveMessages } from "../../src/store/messages.ts";
import { keepTexts } from "../../src/store/texts.ts";
import { findTimer, setTimer, startTimer } from "../../src/store/timers.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

const at = (text: string) => text as Instant;

async function keep(
  { world, owner }: TestWorld,
  account: AccountId,
  importId: ImportId,
  name: string,
  until: Instant,
): Promise<MessageId> {
  const id = world.ids.next<MessageId>();
  const headers = {
    messageId: `${name}@x.example`,
    references: [],
    from: { address: "priya@acme.example" },
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    deliveredTo: [],
    subject: name,
    labels: [],
    contentType: "text/plain",
    signals: {},
  };
  const { saved } = await saveMessages(world.database, owner, account, [{ id, headers, marks: [], ref: name }]);
  await saveMessageSources(world.database, owner, importId, saved);
  await keepTexts(world.database, owner, [{ messageId: id, text: `the text of ${name}` }], {
    readAt: at("2026-08-01T00:00:00.000Z"),
    keptUntil: until,
  });
  return id;
}

test("text is erased at its time and not before; headers stay", async () => {
  const made = await testWorld({ clock: at("2026-11-22T10:00:00.000Z") });
  const { world, owner } = made;
  const account = await exportFilesAccount(world, owner);
  const { row } = await beginImport(world.database, owner, {
    importId: world.ids.next(),
    accountId: account,
    path: "/tmp/x",
    name: "x",
    fingerprint: "x",
    keptByUs: false,
    startedAt: world.wall.now(),
  });
  await keep(made, account, row.importId, "old", at("2026-11-22T10:00:00.000Z"));
  await keep(made, account, row.importId, "young", at("2026-12-01T10:00:00.000Z"));
  const timer = { kind: "erase_kept_text", subjectId: owner };
  await setTimer(world.database, owner, timer, at("2026-11-22T10:00:00.000Z"));
  await startTimer(world.database, owner, timer, {
    now: world.clock.now(),
    leaseUntil: at("2026-11-22T10:00:30.000Z"),
  });

  expect(await eraseOwnersKeptText(world, owner)).toEqual({ erased: 1 });
  const rows = await world.database.selectFrom("message").select(["subject", "text_kept"]).orderBy("subject").execute();
  expect(rows).toEqual([
    { subject: "old", text_kept: null },
    { subject: "young", text_kept: "the text of young" },
  ]);
  expect((await findTimer(world.database, owner, timer))?.dueAt).toBe("2026-12-01T10:00:00.000Z");
});
