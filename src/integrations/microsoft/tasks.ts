/**
 * Reminders in Microsoft To Do, in a list of their own: the owner's other lists are never read, and one tap puts ours away.
 * The key of a task stands in a linked resource, which To Do shows as where the task comes from.
 */
import { z } from "zod";
import { type Instant, instantOf, millisOf, parseInstant } from "../../domain/time.ts";
import { millisOfWall } from "../../domain/wall-time.ts";
import { zoneNamed } from "../../domain/zones.ts";
import type { From } from "../scan.ts";
import type { OutgoingTask, StandingTask, TaskRef, TasksAccount, TasksPage } from "../tasks.ts";
import { TroubleError } from "../trouble.ts";
import { type Graph, type OpenGraph, pageOf, part } from "./graph.ts";
import { allItems, pageIn, parsed, removedIn } from "./pages.ts";
import { unlessGone } from "./unless-gone.ts";

const listName = "Rapport";
const application = "Rapport";
const preferDelta = [pageOf(200)];
const listPage = "100";

const listShape = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  isOwner: z.boolean().nullish(),
});
const linkedShape = z.object({ applicationName: z.string().nullish(), externalId: z.string().nullish() });
const taskShape = z.object({
  id: z.string().min(1),
  status: z.string(),
  completedDateTime: z.object({ dateTime: z.string(), timeZone: z.string().nullish() }).nullish().catch(null),
  linkedResources: z.array(linkedShape).nullish().catch(null),
});
type GraphTask = z.output<typeof taskShape>;

/** `list` is absent until there is one. */
const stateShape = z.object({ list: z.string(), link: z.string() }).partial();
type State = z.output<typeof stateShape>;

export const tasksOf = (open: OpenGraph): TasksAccount => ({
  pages: (from, signal) => changes(open(signal), from),
  put: async (task, signal) => {
    const graph = open(signal);
    const list = (await ownList(graph)) ?? (await newList(graph));
    const body = {
      ...contentsOf(task),
      linkedResources: [{ applicationName: application, displayName: task.title, externalId: task.key }],
    };
    const answer = await graph.post(`/me/todo/lists/${part(list)}/tasks`, body);
    return { ref: refOf(list, parsed(taskShape, answer, { kind: "unknown_outcome", what: "write a task" }).id) };
  },
  find: async (key, signal) => {
    const graph = open(signal);
    const list = await ownList(graph);
    if (list === undefined) return undefined;
    const first = await graph.get(`/me/todo/lists/${part(list)}/tasks`, {
      query: { $expand: "linkedResources", $top: listPage },
    });
    for (const item of await allItems(first, (link) => graph.follow(link))) {
      const task = await standingIn(graph, list, item);
      if (task?.key === key) return task;
    }
    return undefined;
  },
  change: async (ref, task, signal) => {
    await open(signal).patch(pathOf(ref), contentsOf(task));
  },
  remove: async (ref, signal) => {
    await unlessGone(open(signal).remove(pathOf(ref)));
  },
});

/** The owner's list of our name; the first when they made a second one. */
async function ownList(graph: Graph): Promise<string | undefined> {
  const first = await graph.get("/me/todo/lists", { query: { $top: listPage } });
  const lists = (await allItems(first, (link) => graph.follow(link))).map((item) =>
    // Were ours left out, there would soon be a second one.
    parsed(listShape, item),
  );
  return lists.find(({ displayName, isOwner }) => displayName === listName && isOwner !== false)?.id;
}

const newList = async (graph: Graph): Promise<string> =>
  parsed(listShape, await graph.post("/me/todo/lists", { displayName: listName }), {
    kind: "unknown_outcome",
    what: "make a task list",
  }).id;

/** A task is found by its list and its own id. */
const refOf = (list: string, task: string): TaskRef => `${part(list)}/${part(task)}`;

function pathOf(ref: TaskRef): string {
  const [list, task, rest] = ref.split("/");
  if (!list || !task || rest !== undefined) throw new RangeError("no ref of a task");
  return `/me/todo/lists/${list}/tasks/${task}`;
}

async function* changes(graph: Graph, from: From): AsyncGenerator<TasksPage> {
  let state: State = "after" in from ? stateOf(from.after) : {};
  for (;;) {
    const list = state.list ?? (await ownList(graph));
    if (list === undefined) {
      yield { tasks: [], gone: [], cursor: JSON.stringify({}), isLast: true };
      return;
    }
    const { items, next, delta } = pageIn(await asked(graph, list, state.link));
    const link = next ?? delta;
    if (link === undefined) throw new TroubleError({ kind: "unreachable", because: "its changes have no end" });
    state = { list, link };
    const tasks: StandingTask[] = [];
    for (const item of items) {
      const task = removedIn(item) === undefined ? await standingIn(graph, list, item) : undefined;
      if (task !== undefined) tasks.push(task);
    }
    const gone = items.flatMap((item) => removedIn(item) ?? []).map((id) => refOf(list, id));
    const isLast = next === undefined;
    yield { tasks, gone, cursor: JSON.stringify(state), isLast };
    if (isLast) return;
  }
}

/** A list that was deleted takes its changes with it: then everything is told from the start. */
async function asked(graph: Graph, list: string, link: string | undefined): Promise<unknown> {
  const answer = await unlessGone(
    link === undefined
      ? graph.get(`/me/todo/lists/${part(list)}/tasks/delta`, { prefer: preferDelta })
      : graph.follow(link, { prefer: preferDelta }),
  );
  if (answer === undefined) throw new TroubleError({ kind: "cursor_spent" });
  return answer;
}

function stateOf(cursor: string): State {
  try {
    return stateShape.parse(JSON.parse(cursor));
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof z.ZodError)
      throw new TroubleError({ kind: "cursor_spent" });
    throw problem;
  }
}

/** Undefined for a task that is none of ours, or gone by now. Rounds of changes leave the linked resources out. */
async function standingIn(graph: Graph, list: string, item: unknown): Promise<StandingTask | undefined> {
  const task = taskShape.safeParse(item).data ?? (await taskAgain(graph, list, item));
  if (task === undefined) return undefined;
  const linked = task.linkedResources ?? (await linkedTo(graph, list, task.id));
  const key = linked.find(({ applicationName }) => applicationName === application)?.externalId;
  if (key == null) return undefined;
  const doneAt = doneAtOf(task);
  const isDone = task.status === "completed";
  return { ref: refOf(list, task.id), key, isDone, ...(isDone && doneAt !== undefined && { doneAt }) };
}

/** What makes no sense in a list is asked for by itself. */
async function taskAgain(graph: Graph, list: string, item: unknown): Promise<GraphTask | undefined> {
  const { id } = parsed(taskShape.pick({ id: true }), item);
  const answer = await unlessGone(graph.get(`/me/todo/lists/${part(list)}/tasks/${part(id)}`));
  return answer === undefined ? undefined : parsed(taskShape, answer);
}

async function linkedTo(graph: Graph, list: string, task: string): Promise<z.output<typeof linkedShape>[]> {
  const path = `/me/todo/lists/${part(list)}/tasks/${part(task)}/linkedResources`;
  const answer = await unlessGone(graph.get(path));
  // Was one of them left out, the task could look like somebody else's.
  return answer === undefined ? [] : pageIn(answer).items.map((item) => parsed(linkedShape, item));
}

function doneAtOf({ completedDateTime: told }: GraphTask): Instant | undefined {
  const wall = parseInstant(`${told?.dateTime.replace(/Z$/i, "")}Z`);
  const zone = zoneNamed(told?.timeZone ?? "UTC");
  return wall && zone && instantOf(millisOfWall(zone, millisOf(wall)));
}

/** The day is what counts; To Do keeps it as a midnight with a zone beside it. */
const contentsOf = ({ title, note, dueOn, isDone }: OutgoingTask) => ({
  title,
  body: { contentType: "text", content: note ?? "" },
  dueDateTime: { dateTime: `${dueOn}T00:00:00`, timeZone: "UTC" },
  status: isDone ? "completed" : "notStarted",
});
