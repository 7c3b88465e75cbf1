/** The Tasks API of the sandbox. It knows no sync token: lists say what changed since an instant. */
import type { Hono } from "hono";
import { parseDay, parseInstant } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudTask, CloudTaskList } from "../cloud/task-lists.ts";
import type { Limit } from "../quota.ts";
import {
  type Call,
  GoogleFault,
  type GoogleWorld,
  googleApi,
  invalid,
  type Json,
  notFound,
  pageSize,
  type Route,
  readToken,
  tokenOf,
} from "./door.ts";

const writes = ["tasks"];
const reads = ["tasks", "tasks.readonly"];
const titleMost = 1_024;
const notesMost = 8_192;
/** Calls of the project in a day. */
export const tasksQuota = { projectDay: 50_000 } as const;

export function tasksApi(world: GoogleWorld): Hono {
  /** Completed through this API; what is completed in Google's own pages is hidden besides. */
  const doneHere = new Set<string>();
  const limits = ({ address }: CloudAccount, units: number): Limit[] => [
    { key: `tasks/user/${address}`, units, windowMs: 86_400_000, windowUnits: tasksQuota.projectDay },
    { key: "tasks/project/day", units, windowMs: 86_400_000, windowUnits: tasksQuota.projectDay },
  ];
  const route = (method: Route["method"], path: string, scopes: readonly string[], answer: Route["answer"]): Route => ({
    method,
    path: `/tasks/v1${path}`,
    scopes,
    units: 1,
    answer,
  });
  const json = (task: CloudTask): Json => taskJson(task, doneHere);
  const tasks = "/lists/:tasklist/tasks";
  const write = (call: Call, base: CloudTask | undefined): Json => {
    const { account, body, now } = call;
    const fields = readTask(call, base);
    const list = listOf(call);
    const task =
      base === undefined ? account.tasks.add(list.id, fields, now) : account.tasks.change(base.id, fields, now);
    if (task === undefined) throw notFound("the task");
    if (body.status === "completed") doneHere.add(task.id);
    return json(task);
  };
  return googleApi(
    world,
    [
      route("GET", "/users/@me/lists", reads, ({ account }) => ({
        kind: "tasks#taskLists",
        etag: etagOf(1),
        items: account.tasks.lists.map(listJson),
      })),
      route("GET", "/users/@me/lists/:tasklist", reads, (call) => listJson(listOf(call))),
      route("POST", "/users/@me/lists", writes, ({ account, body, now }) => {
        if (typeof body.title !== "string" || body.title === "") throw invalid("title");
        return listJson(account.tasks.addList(body.title, now));
      }),
      route("GET", tasks, reads, (call) => listTasks(call, doneHere)),
      route("POST", tasks, writes, (call) => write(call, undefined)),
      route("GET", `${tasks}/:task`, reads, (call) => json(taskOf(call))),
      route("PATCH", `${tasks}/:task`, writes, (call) => write(call, taskOf(call))),
      route("PUT", `${tasks}/:task`, writes, (call) => write(call, taskOf(call))),
      route("DELETE", `${tasks}/:task`, writes, (call) => {
        if (!call.account.tasks.remove(taskOf(call).id, call.now)) throw notFound("the task");
        return undefined;
      }),
    ],
    limits,
  );
}

function listOf({ account, param }: Call): CloudTaskList {
  const id = param("tasklist");
  const list = id === "@default" ? account.tasks.lists.find(({ isMain }) => isMain) : account.tasks.list(id);
  if (list === undefined) throw notFound("the task list");
  return list;
}

/** A deleted task can still be looked at, and says so. */
function taskOf(call: Call): CloudTask {
  const task = call.account.tasks.find(call.param("task"));
  if (task === undefined || task.listId !== listOf(call).id) throw notFound("the task");
  return task;
}

function listTasks(call: Call, doneHere: ReadonlySet<string>): Json {
  const { account, query } = call;
  const list = listOf(call);
  const given = query.get("updatedMin");
  const updatedMin = given === null ? undefined : parseInstant(given);
  if (given !== null && updatedMin === undefined) throw invalid("updatedMin");
  const shows = (name: string, usual: boolean) => (query.get(name) ?? String(usual)) === "true";
  const all = account.tasks
    .tasks(list.id)
    .filter(
      (task) =>
        (updatedMin === undefined || task.changedAt >= updatedMin) &&
        (!task.isDeleted || shows("showDeleted", false)) &&
        (task.doneAt === undefined || shows("showCompleted", true)) &&
        (!isHidden(task, doneHere) || shows("showHidden", false)),
    );
  const size = pageSize(query, "maxResults", { usual: 20, most: 100 });
  const start = Number(readToken(query.get("pageToken"))?.start ?? 0);
  return {
    kind: "tasks#tasks",
    etag: etagOf(account.tasks.log.newest),
    ...(start + size < all.length && { nextPageToken: tokenOf({ start: start + size }) }),
    items: all.slice(start, start + size).map((task) => taskJson(task, doneHere)),
  };
}

const isHidden = ({ doneAt, id }: CloudTask, doneHere: ReadonlySet<string>): boolean =>
  doneAt !== undefined && !doneHere.has(id);

function readTask({ body, now }: Call, base: CloudTask | undefined): Parameters<CloudAccount["tasks"]["add"]>[1] {
  if (base?.isDeleted) throw notFound("the task");
  const text = (name: string, known: string | undefined, most: number) => {
    const given = body[name] === undefined ? known : body[name];
    if (given !== undefined && (typeof given !== "string" || given.length > most))
      throw new GoogleFault(400, "invalid", `Invalid: ${name}.`);
    return given;
  };
  const note = text("notes", base?.note, notesMost);
  const dueOn = typeof body.due === "string" ? parseDay(body.due.slice(0, 10)) : base?.dueOn;
  const status = body.status ?? (base?.doneAt === undefined ? "needsAction" : "completed");
  if (status !== "needsAction" && status !== "completed") throw invalid("status");
  return {
    title: text("title", base?.title, titleMost) ?? "",
    links: base?.links ?? [],
    ...(note !== undefined && { note }),
    ...(dueOn !== undefined && { dueOn }),
    ...(status === "completed" && { doneAt: base?.doneAt ?? now }),
  };
}

const etagOf = (change: number): string => `"task${change}"`;
const api = "https://www.googleapis.com/tasks/v1";

const listJson = ({ id, title, changedAt }: CloudTaskList): Json => ({
  kind: "tasks#taskList",
  id,
  etag: etagOf(1),
  title,
  updated: changedAt,
  selfLink: `${api}/users/@me/lists/${id}`,
});

/** Only the day of `due` counts; its time is always midnight UTC. */
const taskJson = (task: CloudTask, doneHere: ReadonlySet<string>): Json => ({
  kind: "tasks#task",
  id: task.id,
  etag: etagOf(task.change),
  title: task.title,
  updated: task.changedAt,
  selfLink: `${api}/lists/${task.listId}/tasks/${task.id}`,
  position: "00000000000000000000",
  ...(task.note !== undefined && { notes: task.note }),
  status: task.doneAt === undefined ? "needsAction" : "completed",
  ...(task.dueOn !== undefined && { due: `${task.dueOn}T00:00:00.000Z` }),
  ...(task.doneAt !== undefined && { completed: task.doneAt }),
  ...(task.isDeleted && { deleted: true }),
  ...(isHidden(task, doneHere) && { hidden: true }),
  links: [],
  webViewLink: `https://tasks.google.com/task/${task.id}`,
});
