/** The task list of the cloud as `TasksAccount`. Our key stands in a link, as where the task came from. */
import type { OutgoingTask, StandingTask, TasksAccount } from "../../integrations/tasks.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import type { CloudAccount } from "./account.ts";
import type { Cloud } from "./cloud.ts";
import { readCursor, writeCursor } from "./face-cursor.ts";
import type { CloudTask } from "./task-lists.ts";

const application = "Rapport";

export function tasksFace(cloud: Cloud, { tasks }: CloudAccount): TasksAccount {
  const mainId = () => tasks.lists.find(({ isMain }) => isMain)?.id ?? tasks.addList("Tasks", cloud.now()).id;
  const fields = ({ title, note, dueOn, isDone, key }: OutgoingTask, known?: CloudTask) => ({
    title,
    ...(note !== undefined && { note }),
    dueOn,
    ...(isDone && { doneAt: known?.doneAt ?? cloud.now() }),
    links: known?.links ?? [{ id: tasks.newLinkId(), externalId: key, application }],
  });
  return {
    pages: async function* (from) {
      cloud.settle();
      const changed = "after" in from ? tasks.log.after(Number(readCursor(from.after).after)) : undefined;
      if ("after" in from && changed === undefined) throw new TroubleError({ kind: "cursor_spent" });
      const found =
        changed === undefined
          ? tasks.tasks(mainId()).filter(({ isDeleted }) => !isDeleted)
          : [...new Map(changed.map(({ change }) => [change.id, change])).values()];
      yield {
        tasks: found.filter(({ isDeleted }) => !isDeleted).flatMap((task) => standing(task) ?? []),
        gone: found.filter(({ isDeleted }) => isDeleted).map(({ id }) => id),
        cursor: writeCursor({ after: tasks.log.newest }),
        isLast: true,
      };
    },
    put: async (task) => ({ ref: tasks.add(mainId(), fields(task), cloud.now()).id }),
    find: async (key) => {
      const found = tasks.tasks(mainId()).filter(({ isDeleted }) => !isDeleted);
      return found.flatMap((task) => standing(task) ?? []).find((task) => task.key === key);
    },
    change: async (ref, task) => {
      if (tasks.change(ref, fields(task, tasks.find(ref)), cloud.now()) === undefined)
        throw new TroubleError({ kind: "gone", what: "the task" });
    },
    remove: async (ref) => {
      tasks.remove(ref, cloud.now());
    },
  };
}

/** Undefined for tasks that are not ours. */
function standing({ id, links, doneAt }: CloudTask): StandingTask | undefined {
  const key = links.find((link) => link.application === application)?.externalId;
  if (key === undefined) return undefined;
  return { ref: id, key, isDone: doneAt !== undefined, ...(doneAt !== undefined && { doneAt }) };
}
