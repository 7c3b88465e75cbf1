/** Microsoft To Do: lists, tasks, and the resources that programs link to them. */
import { type PlainDate, parseDay } from "../../domain/time.ts";
import type { CloudTask, CloudTaskList } from "../cloud/task-lists.ts";
import { type Answer, type Call, created, invalid, type Json, notFound, ok, type Route, route } from "./door.ts";
import { logDelta } from "./log-delta.ts";
import { context, etagOf, page } from "./odata.ts";

const reading = ["Tasks.Read", "Tasks.ReadWrite"];
const writing = ["Tasks.ReadWrite"];
const pageSize = { usual: 10, most: 100 };

export const todoRoutes = (): Route[] => [
  route("GET", "/me/todo/lists", reading, (call) =>
    ok(page(call, call.account.tasks.lists.map(listJson), "lists", pageSize)),
  ),
  route("POST", "/me/todo/lists", writing, ({ account, body, now }) =>
    created(listJson(account.tasks.addList(titleIn(body.displayName, "displayName"), now))),
  ),
  route("GET", "/me/todo/lists/:list", reading, (call) => ok(listJson(listOf(call)))),
  route("GET", "/me/todo/lists/:list/tasks/delta", reading, (call) => ok(delta(call))),
  route("GET", "/me/todo/lists/:list/tasks", reading, (call) =>
    ok(
      page(
        call,
        tasksIn(call).map((task) => taskJson(task, wantsLinks(call))),
        "tasks",
        pageSize,
      ),
    ),
  ),
  route("POST", "/me/todo/lists/:list/tasks", writing, create),
  route("GET", "/me/todo/lists/:list/tasks/:id", reading, (call) => ok(taskJson(taskOf(call), wantsLinks(call)))),
  route("PATCH", "/me/todo/lists/:list/tasks/:id", writing, change),
  route("DELETE", "/me/todo/lists/:list/tasks/:id", writing, remove),
  route("GET", "/me/todo/lists/:list/tasks/:id/linkedResources", reading, (call) =>
    ok({ ...context("linkedResources"), value: taskOf(call).links.map(linkJson) }),
  ),
  route("POST", "/me/todo/lists/:list/tasks/:id/linkedResources", writing, link),
];

function listOf({ account, param }: Call): CloudTaskList {
  const list = account.tasks.list(param("list"));
  if (list === undefined) throw notFound();
  return list;
}

const tasksIn = (call: Call): CloudTask[] =>
  call.account.tasks.tasks(listOf(call).id).filter(({ isDeleted }) => !isDeleted);

function taskOf(call: Call): CloudTask {
  const task = call.account.tasks.find(call.param("id"));
  if (task === undefined || task.isDeleted || task.listId !== listOf(call).id) throw notFound();
  return task;
}

const listJson = ({ id, title, isMain }: CloudTaskList): Json => ({
  id,
  displayName: title,
  isOwner: true,
  isShared: false,
  wellknownListName: isMain ? "defaultList" : "none",
});

/** What a task is linked to is told to whoever made it, and to those who ask for it; rounds of changes leave it out. */
function taskJson(task: CloudTask, withLinks: boolean): Json {
  const { id, title, note, dueOn, doneAt, links, createdAt, changedAt, change } = task;
  return {
    ...etagOf(change),
    id,
    importance: "normal",
    isReminderOn: false,
    status: doneAt === undefined ? "notStarted" : "completed",
    title,
    createdDateTime: createdAt,
    lastModifiedDateTime: changedAt,
    hasAttachments: false,
    categories: [],
    body: { content: note ?? "", contentType: "text" },
    ...(dueOn !== undefined && { dueDateTime: { dateTime: `${dueOn}T00:00:00.0000000`, timeZone: "UTC" } }),
    ...(doneAt !== undefined && {
      completedDateTime: { dateTime: `${doneAt.slice(0, 10)}T00:00:00.0000000`, timeZone: "UTC" },
    }),
    ...(withLinks && { linkedResources: links.map(linkJson) }),
  };
}

const wantsLinks = ({ query }: Call): boolean => query.get("$expand") === "linkedResources";

type Link = CloudTask["links"][number];
const linkJson = ({ id, externalId, application, name, url }: Link): Json => ({
  id,
  externalId,
  applicationName: application,
  displayName: name ?? "",
  ...(url !== undefined && { webUrl: url }),
});

function delta(call: Call): Json {
  const list = listOf(call);
  const { tasks } = call.account;
  return logDelta(
    call,
    {
      name: `tasks ${call.account.address} ${list.id}`,
      path: `/me/todo/lists/${list.id}/tasks/delta`,
      log: tasks.log,
      all: () => tasksIn(call),
      idIn: ({ id, listId }: CloudTask) => (listId === list.id ? id : undefined),
      find: (id) => {
        const task = tasks.find(id);
        return task?.isDeleted === false ? task : undefined;
      },
      show: (task) => taskJson(task, false),
      shownId: (id) => id,
    },
    "todoTask",
  );
}

function create(call: Call): Answer {
  const { account, body, now } = call;
  const title = titleIn(body.title, "title");
  const fields = fieldsIn(call, { title, links: readLinks(call, body.linkedResources) });
  return created(taskJson(account.tasks.add(listOf(call).id, fields, now), true));
}

function change(call: Call): Answer {
  const { account, now } = call;
  const { id, ...known } = taskOf(call);
  const changed = account.tasks.change(id, fieldsIn(call, known), now);
  if (changed === undefined) throw notFound();
  return ok(taskJson(changed, false));
}

function link(call: Call): Answer {
  const { account, body, now } = call;
  const { id, links, ...known } = taskOf(call);
  const [made] = readLinks(call, [body]);
  account.tasks.change(id, { ...known, links: [...links, made as Link] }, now);
  return created(linkJson(made as Link));
}

function remove(call: Call): Answer {
  call.account.tasks.remove(taskOf(call).id, call.now);
  return { status: 204 };
}

type Fields = Pick<CloudTask, "title" | "links"> & Partial<Pick<CloudTask, "note" | "dueOn" | "doneAt">>;

function fieldsIn({ body, now }: Call, known: Fields): Fields {
  const note = body.body === undefined ? known.note : String((body.body as Json | null)?.content ?? "");
  const dueOn = body.dueDateTime === undefined ? known.dueOn : dayOf(body.dueDateTime);
  const isDone = body.status === undefined ? known.doneAt !== undefined : body.status === "completed";
  return {
    title: body.title === undefined ? known.title : titleIn(body.title, "title"),
    links: known.links,
    ...(note !== undefined && note !== "" && { note }),
    ...(dueOn !== undefined && { dueOn }),
    ...(isDone && { doneAt: known.doneAt ?? now }),
  };
}

const dayOf = (given: unknown): PlainDate | undefined =>
  parseDay(String((given as Json | null)?.dateTime ?? "").slice(0, 10));

function titleIn(given: unknown, what: string): string {
  if (typeof given !== "string" || given === "") throw invalid(what);
  return given;
}

function readLinks({ account }: Call, given: unknown): Link[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw invalid("linkedResources");
  return given.map(({ externalId, applicationName, displayName, webUrl }: Json) => ({
    id: account.tasks.newLinkId(),
    externalId: String(externalId ?? ""),
    application: String(applicationName ?? ""),
    ...(typeof displayName === "string" && { name: displayName }),
    ...(typeof webUrl === "string" && { url: webUrl }),
  }));
}
