/** What the owner did with our tasks at their provider: ticked off they were calls, deleted they never come again. */
import type { LoggedId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { calledAt } from "../../domain/write-back/reminder.ts";
import type { Written } from "../../domain/write-back/written.ts";
import type { StandingTask, TasksAccount, TasksPage } from "../../integrations/tasks.ts";
import type { InTransaction } from "../../store/database.ts";
import { saveLogged } from "../../store/logged.ts";
import { ensureStreams, loadStreams } from "../../store/streams.ts";
import { checkIns } from "../../store/to-write.ts";
import { loadWritten } from "../../store/written.ts";
import { type Page, type Reading, readStream } from "../accounts/read-stream.ts";
import { discoverSoon } from "../accounts/scan-timers.ts";
import { change, type WriteDesk } from "./desk.ts";

const streams = [{ name: "tasks", kind: "fresh" }] as const;

export async function hearTasks(desk: WriteDesk, tasks: TasksAccount): Promise<void> {
  const { world, owner, account, signal } = desk;
  const { accountId } = account;
  await ensureStreams(world.database, owner, accountId, "tasks", streams);
  const scan = { world, owner, account: accountId, signal };
  for (const stream of await loadStreams(world.database, owner, accountId, "tasks"))
    await readStream(scan, stream, reading(desk, tasks), () => !signal.aborted);
}

const reading = (desk: WriteDesk, tasks: TasksAccount): Reading<TasksPage & Page> => ({
  async *pages(from) {
    for await (const page of tasks.pages(from, desk.signal)) yield { ...page, skipped: [] };
  },
  async keep(transaction, _stream, page, at) {
    const { owner, account } = desk;
    const rows = await loadWritten(transaction, owner, account.accountId, "task");
    // What we are just changing ourselves tells nothing of the owner.
    const standing = rows.filter(({ state }) => state === "standing");
    const ticked = page.tasks.flatMap((task) => {
      const row = task.isDone ? standing.find(({ key }) => key === task.key) : undefined;
      return row === undefined ? [] : [{ row, task }];
    });
    for (const { row, task } of ticked) await keepCall(desk, transaction, row, task, at);
    const gone = standing.filter(({ ref }) => ref !== undefined && page.gone.includes(ref));
    for (const row of gone) await change(desk, row, { state: "deleted" }, transaction);
    return { listed: page.tasks.length, stored: ticked.length, gone: gone.length };
  },
});

/** "Call Priya", ticked off: the owner's word that they talked, when it was ticked. */
async function keepCall(
  desk: WriteDesk,
  transaction: InTransaction,
  row: Written,
  { doneAt }: StandingTask,
  at: Instant,
): Promise<void> {
  const { world, owner } = desk;
  if ((await change(desk, row, { state: "done", because: "ticked_off" }, transaction)) === undefined) return;
  const followUp = (await checkIns(transaction, owner)).find(({ followUpId }) => followUpId === row.subjectId);
  if (followUp === undefined) return;
  await saveLogged(transaction, owner, {
    loggedId: world.ids.next<LoggedId>(),
    contactId: followUp.contactId,
    mode: "phone",
    direction: "mutual",
    outcome: "talked",
    at: calledAt(doneAt, at),
  });
  await discoverSoon(transaction, owner, at);
}
