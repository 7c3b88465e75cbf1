/** The task lists of one account. Deleted tasks are remembered, since one provider shows them for a while. */
import type { Instant, PlainDate } from "../../domain/time.ts";
import { ChangeLog, type LogLimits } from "./change-log.ts";
import type { Ids } from "./ids.ts";

export type CloudTaskList = { id: string; title: string; isMain: boolean; changedAt: Instant };

export type CloudTask = {
  id: string;
  listId: string;
  title: string;
  note?: string;
  dueOn?: PlainDate;
  /** Undefined while it is to do. */
  doneAt?: Instant;
  /** Where the task came from, as a program says. */
  links: readonly { id: string; externalId: string; application: string; name?: string; url?: string }[];
  isDeleted: boolean;
  createdAt: Instant;
  changedAt: Instant;
  /** Of the newest entry in the log about it: its version. */
  change: number;
};

type TaskFields = Pick<CloudTask, "title" | "links"> & Partial<Pick<CloudTask, "note" | "dueOn" | "doneAt">>;

export class TaskLists {
  readonly log: ChangeLog<CloudTask>;
  readonly lists: CloudTaskList[] = [];
  readonly #ids: Ids;
  readonly #tasks = new Map<string, CloudTask>();
  readonly #heard: () => void;

  constructor(how: { ids: Ids; log?: LogLimits; heard?: () => void }) {
    this.#ids = how.ids;
    this.log = new ChangeLog(1000, how.log);
    this.#heard = how.heard ?? (() => undefined);
  }

  addList(title: string, at: Instant): CloudTaskList {
    const list = { id: this.#ids.word(22), title, isMain: this.lists.length === 0, changedAt: at };
    this.lists.push(list);
    return list;
  }

  list(id: string): CloudTaskList | undefined {
    return this.lists.find((list) => list.id === id);
  }

  /** Deleted ones included. */
  find(id: string): CloudTask | undefined {
    return this.#tasks.get(id);
  }

  /** Deleted ones included, newest first. */
  tasks(listId: string): CloudTask[] {
    return [...this.#tasks.values()].filter((task) => task.listId === listId).reverse();
  }

  add(listId: string, fields: TaskFields, at: Instant): CloudTask {
    return this.#put({ ...fields, id: this.#ids.word(22), listId, isDeleted: false, createdAt: at }, at);
  }

  /** All fields anew; undefined when it is not there or deleted. */
  change(id: string, fields: TaskFields, at: Instant): CloudTask | undefined {
    const old = this.#tasks.get(id);
    if (old === undefined || old.isDeleted) return undefined;
    const { listId, isDeleted, createdAt } = old;
    return this.#put({ ...fields, id, listId, isDeleted, createdAt }, at);
  }

  remove(id: string, at: Instant): boolean {
    const old = this.#tasks.get(id);
    if (old === undefined || old.isDeleted) return false;
    this.#put({ ...old, isDeleted: true }, at);
    return true;
  }

  newLinkId(): string {
    return this.#ids.word(20);
  }

  #put(task: Omit<CloudTask, "changedAt" | "change">, at: Instant): CloudTask {
    const stored: CloudTask = { ...task, changedAt: at, change: this.log.newest + 1 };
    this.#tasks.set(stored.id, stored);
    this.log.append(at, stored);
    this.#heard();
    return stored;
  }
}
