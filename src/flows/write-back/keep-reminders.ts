/**
 * A task for each thirty-day reminder (R16). Ticked off there it counts as a call that was made; talked to in another way it is
 * ticked off from here, and the thirty days begin anew. A task that the owner deleted never comes again.
 */
import { isThirtyDays } from "../../domain/plan/thirty-day-call.ts";
import {
  alreadyTalked,
  type Duty,
  type Reminder,
  type ReminderStep,
  reminderOf,
  reminderStep,
  startedAnew,
} from "../../domain/write-back/reminder.ts";
import type { Written } from "../../domain/write-back/written.ts";
import type { TasksAccount } from "../../integrations/tasks.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import { loadContacts } from "../../store/contacts.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { readReach } from "../../store/read/reach.ts";
import { type CheckIn, checkIns } from "../../store/to-write.ts";
import { loadWritten } from "../../store/written.ts";
import { beginAgain, change, claim, hashOf, make, rowsFor, touch, type WriteDesk } from "./desk.ts";
import { hearTasks } from "./hear-tasks.ts";

export async function keepReminders(desk: WriteDesk, tasks: TasksAccount): Promise<void> {
  const { world, owner, account, signal } = desk;
  await hearTasks(desk, tasks);
  const known = await loadWritten(world.database, owner, account.accountId, "task");
  const duties = await dutiesOf(desk, new Set(known.map(({ subjectId }) => subjectId)));
  const open = [...duties.values()].flatMap((duty) => (duty.kind === "open" ? [duty.wanted] : []));
  for (const row of await rowsFor(desk, "task", open)) {
    if (signal.aborted) return;
    await keepReminder(desk, tasks, row, duties.get(row.subjectId) ?? { kind: "off" });
  }
}

async function keepReminder(desk: WriteDesk, tasks: TasksAccount, row: Written, duty: Duty): Promise<void> {
  const { signal } = desk;
  if (row.state === "wanted" || row.state === "unknown") {
    await make(desk, row, duty.kind === "open" ? duty : undefined, {
      put: ({ key }, { reminder }) => tasks.put({ key, ...reminder, isDone: false }, signal),
      find: async (key) => (await tasks.find(key, signal))?.ref,
    });
    return;
  }
  const step = reminderStep(row, duty);
  switch (step.kind) {
    case "leave":
      return;
    case "change":
      return touch(desk, row, async (ref) => {
        await tasks.change(ref, { key: row.key, ...step.reminder, isDone: false }, signal);
        const { hash, about } = step.wanted;
        await change(desk, row, { state: "standing", hash, about });
      });
    case "close":
      return close(desk, tasks, row, duty, step);
    case "remove":
      return claim(desk, row, "removing", async (claimed, ref) => {
        await tasks.remove(ref, signal);
        await change(desk, claimed, { state: "removed" });
      });
    case "again": {
      const anew = await beginAgain(desk, row, step.next);
      return anew && keepReminder(desk, tasks, anew, duty);
    }
  }
}

/** Claimed first: a task that we ticked off ourselves is no call that the owner made. */
const close = (
  desk: WriteDesk,
  tasks: TasksAccount,
  row: Written,
  duty: Duty,
  { reminder, next }: Extract<ReminderStep, { kind: "close" }>,
): Promise<void> =>
  claim(desk, row, "closing", async (claimed, ref) => {
    await tasks.change(ref, { key: row.key, ...alreadyTalked(reminder), isDone: true }, desk.signal);
    const done = await change(desk, claimed, { state: "done", because: "already_talked" });
    const anew = done && next && (await beginAgain(desk, done, next));
    if (anew !== undefined) await keepReminder(desk, tasks, anew, duty);
  });

/** By follow-up: those of the thirty days, and whatever became of one that has a task. */
async function dutiesOf({ world, owner, zone }: WriteDesk, withTask: ReadonlySet<string>): Promise<Map<string, Duty>> {
  const { database } = world;
  const found = (await checkIns(database, owner)).filter(
    ({ followUpId, kind, because }) => withTask.has(followUpId) || isThirtyDays(kind, because),
  );
  const ids = found.map(({ contactId }) => contactId);
  const contacts = new Map((await loadContacts(database, owner, ids)).map((one) => [one.contactId, one]));
  const choices = await loadContactChoices(database, owner);
  const reach = await readReach(database, owner, ids);
  const interactions = await loadInteractions(database, owner, ids);
  const now = world.clock.now();
  return new Map(
    found.flatMap((checkIn) => {
      const contact = contacts.get(checkIn.contactId);
      if (contact === undefined) return [];
      const { name, greetingName, metOn, metWhere, metWhy } = contact;
      const exchanges = interactions.get(checkIn.contactId) ?? [];
      const about = {
        name: greetingName ?? name,
        dueAt: checkIn.dueAt,
        giveNote: choices.get(checkIn.contactId)?.giveNote,
        metOn,
        metWhere,
        metWhy,
        lastExchange: exchanges.findLast(({ at, depth }) => at <= now && depth !== "passive"),
        phone: reach.get(checkIn.contactId)?.phones[0],
      };
      return [[checkIn.followUpId, dutyOf(checkIn, reminderOf(about, zone))] as const];
    }),
  );
}

function dutyOf({ followUpId, state, because, isLetGo }: CheckIn, reminder: Reminder): Duty {
  if (isLetGo) return { kind: "off" };
  if (state === "satisfied") return { kind: "satisfied", reminder };
  if (state !== "planned" && state !== "due" && state !== "in_hand") return { kind: "off" };
  const wanted = { subjectId: followUpId, hash: hashOf(reminder), about: reminder.dueOn };
  return { kind: "open", reminder, wanted, hasTalked: startedAnew(because) };
}
