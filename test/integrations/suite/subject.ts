/** What the suites run over: an opened account, and the world behind it, which they change as its owner or others would. */
import { type Instant, parseInstant } from "../../../src/domain/time.ts";
import type { CalendarAccount } from "../../../src/integrations/calendar.ts";
import type { MailAccount } from "../../../src/integrations/mail.ts";
import type { PeopleAccount } from "../../../src/integrations/people.ts";
import type { TasksAccount } from "../../../src/integrations/tasks.ts";
import { TroubleError } from "../../../src/integrations/trouble.ts";
import type { CloudAccount } from "../../../src/sandbox/cloud/account.ts";
import type { Cloud } from "../../../src/sandbox/cloud/cloud.ts";

export type Subject = {
  mail: MailAccount;
  calendar: CalendarAccount;
  people: PeopleAccount;
  tasks: TasksAccount;
  cloud: Cloud;
  /** The owner's account in that world. */
  mine: CloudAccount;
  now(): Instant;
  /** Lets time pass, and what is due then happen. */
  pass(time: { days?: number; hours?: number; minutes?: number }): void;
};

export type OpenSubject = () => Subject;

/** When the suites begin: a Monday. */
export const startsAt = parseInstant("2026-11-23T08:00:00Z") as Instant;

export const never: AbortSignal = new AbortController().signal;

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Which trouble it ended with: "gone", "cursor_spent" …; "done" when it went well. A bug is thrown on. */
export async function troubleIn(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (fault) {
    if (fault instanceof TroubleError) return fault.trouble.kind;
    throw fault;
  }
}
