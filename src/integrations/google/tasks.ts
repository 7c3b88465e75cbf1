/**
 * Reminders in Google Tasks, in the owner's own default list: a list of ours would have to be made, and could be made twice.
 * Google keeps nothing of a program's own with a task, so our key is the last line of its notes.
 */
import { z } from "zod";
import { type Instant, parseInstant } from "../../domain/time.ts";
import type { Cursor } from "../scan.ts";
import type { OutgoingTask, StandingTask, TaskRef, TasksAccount, TasksPage } from "../tasks.ts";
import { TroubleError } from "../trouble.ts";
import { type GoogleApi, troubleOfKind } from "./api.ts";

const tasklist = "@default";
const pageMax = 100;
/** Google keeps this many characters of notes. */
const notesMax = 8_192;

/** Whose key or state cannot be read is not taken for somebody else's: it makes no sense as a whole. */
const Task = z.object({
  id: z.string().min(1),
  notes: z.string().optional(),
  status: z.string().optional(),
  completed: z.string().optional().catch(undefined),
  updated: z.string().optional(),
  deleted: z.boolean().optional(),
});
type Task = z.output<typeof Task>;
const TaskList = z.object({ items: z.array(z.unknown()).default([]), nextPageToken: z.string().optional() });

/**
 * Everything that changed since `since`, by Google's own clock; `newest` grows as this reading goes, and stays behind what
 * made no sense.
 */
const State = z.object({
  since: z.string().optional(),
  newest: z.string().optional(),
  page: z.string().optional(),
  isDoubtful: z.boolean().optional(),
});
type State = z.output<typeof State>;

const taskFields = "id,notes,status,completed,updated,deleted";

export function googleTasks(api: GoogleApi): TasksAccount {
  const list = (state: State, signal: AbortSignal) =>
    api.ask(TaskList, signal, ({ tasks }, options) =>
      tasks.tasks.list(
        {
          tasklist,
          maxResults: pageMax,
          showCompleted: true,
          showHidden: true,
          showDeleted: true,
          fields: `nextPageToken,items(${taskFields})`,
          ...(state.since !== undefined && { updatedMin: state.since }),
          ...(state.page !== undefined && { pageToken: state.page }),
        },
        options,
      ),
    );

  async function* pages(start: State, signal: AbortSignal): AsyncGenerator<TasksPage & { isDoubtful: boolean }> {
    let state: State | undefined = start;
    while (state !== undefined) {
      const current: State = state;
      const { items, nextPageToken }: z.output<typeof TaskList> = await list(current, signal);
      const found = items.flatMap((item) => Task.safeParse(item).data ?? []);
      const isDoubtful = current.isDoubtful === true || found.length < items.length;
      const newest = isDoubtful
        ? current.since
        : latest([...found.map(({ updated }) => updated), current.newest, current.since]);
      const seen = { ...(newest !== undefined && { newest }), ...(isDoubtful && { isDoubtful }) };
      const next: State | undefined =
        nextPageToken === undefined ? undefined : { ...current, ...seen, page: nextPageToken };
      const stands: State = next ?? (newest === undefined ? {} : { since: newest });
      yield {
        tasks: found.filter(({ deleted }) => deleted !== true).flatMap((task) => standing(task) ?? []),
        gone: found.filter(({ deleted }) => deleted === true).map(({ id }) => id),
        cursor: JSON.stringify(stands),
        isLast: next === undefined,
        isDoubtful,
      };
      state = next;
    }
  }

  return {
    pages: (from, signal) => pages("after" in from ? readCursor(from.after) : {}, signal),
    put: async (task, signal) => {
      const { id } = await api.act(Task, signal, ({ tasks }, options) =>
        tasks.tasks.insert({ tasklist, fields: "id", requestBody: bodyOf(task) }, options),
      );
      return { ref: id };
    },
    find: async (key, signal) => {
      let mayBeHidden = false;
      for await (const { tasks, isDoubtful } of pages({}, signal)) {
        const found = tasks.find((task) => task.key === key);
        if (found !== undefined) return found;
        mayBeHidden = isDoubtful;
      }
      // Said not to be there, it would be made a second time.
      if (mayBeHidden) throw new TroubleError({ kind: "unreachable", because: "one of the tasks makes no sense" });
      return undefined;
    },
    change: async (ref, task, signal) => {
      const { deleted } = await api.act(Task, signal, ({ tasks }, options) =>
        tasks.tasks.patch({ tasklist, task: ref, fields: "id,deleted", requestBody: bodyOf(task) }, options),
      );
      if (deleted === true) throw new TroubleError({ kind: "gone", what: "change a task" });
    },
    remove: async (ref: TaskRef, signal) => {
      try {
        await api.act(z.unknown(), signal, ({ tasks }, options) =>
          tasks.tasks.delete({ tasklist, task: ref }, options),
        );
      } catch (fault) {
        // Gone already is what was wanted.
        troubleOfKind(fault, "gone");
      }
    },
  };
}

/** A task is due on a day; Google writes it as that day's midnight in UTC and drops the time. */
const bodyOf = ({ key, title, note, dueOn, isDone }: OutgoingTask) => {
  const mark = `[rapport ${key}]`;
  const text = note === undefined || note === "" ? "" : `${note.slice(0, notesMax - mark.length - 2)}\n\n`;
  return {
    title,
    notes: `${text}${mark}`,
    due: `${dueOn}T00:00:00.000Z`,
    status: isDone ? "completed" : "needsAction",
  };
};

/** Undefined for tasks that are not ours. */
function standing({ id, notes, status, completed }: Task): StandingTask | undefined {
  const key = /\[rapport ([0-9a-f]{32})\]\s*$/.exec(notes ?? "")?.[1];
  if (key === undefined) return undefined;
  const doneAt = parseInstant(completed ?? "");
  const isDone = status === "completed";
  return { ref: id, key, isDone, ...(isDone && doneAt !== undefined && { doneAt }) };
}

const latest = (times: readonly (string | undefined)[]): Instant | undefined =>
  times
    .flatMap((time) => parseInstant(time ?? "") ?? [])
    .sort()
    .at(-1);

function readCursor(cursor: Cursor): State {
  try {
    return State.parse(JSON.parse(cursor));
  } catch {
    // Of another version, or damaged: everything is read anew.
    throw new TroubleError({ kind: "cursor_spent" });
  }
}
