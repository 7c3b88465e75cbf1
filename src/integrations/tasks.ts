/** Reminder tasks of one account (Google Tasks, Microsoft To Do), in our words. */
import type { Instant, PlainDate } from "../domain/time.ts";
import type { Cursor, From } from "./scan.ts";

export type TaskRef = string;

export type OutgoingTask = {
  /** 32 hex digits, kept in the task: the same key is the same task. */
  key: string;
  title: string;
  /** The give note and why; plain text, at most 2,000 characters. */
  note?: string;
  dueOn: PlainDate;
  isDone: boolean;
};

export type StandingTask = { ref: TaskRef; key: string; isDone: boolean; doneAt?: Instant };

export type TasksPage = {
  /** Ours only: tasks without a key of ours are left alone. */
  tasks: readonly StandingTask[];
  gone: readonly TaskRef[];
  cursor: Cursor;
  isLast: boolean;
};

export interface TasksAccount {
  pages(from: From, signal: AbortSignal): AsyncIterable<TasksPage>;
  put(task: OutgoingTask, signal: AbortSignal): Promise<{ ref: TaskRef }>;
  find(key: string, signal: AbortSignal): Promise<StandingTask | undefined>;
  /** Throws gone when the owner deleted it: it is never made again. */
  change(ref: TaskRef, task: OutgoingTask, signal: AbortSignal): Promise<void>;
  remove(ref: TaskRef, signal: AbortSignal): Promise<void>;
}
