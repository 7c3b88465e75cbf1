/**
 * What a call of Graph costs. Outlook allows an app 10,000 requests in ten minutes and four at a time for each mailbox, and 30
 * letters a minute: https://learn.microsoft.com/graph/throttling-limits
 */
import type { AccountId } from "../../domain/ids.ts";
import type { Cost } from "../http.ts";
import type { Draw } from "../pacer.ts";

/** Burst and ten minutes of the steady rate are 10,000 together, whenever the ten minutes begin. */
const requestsBurst = 1_000;
const requestsPerMinute = 900;
const lettersPerMinute = 30;
const turnsMost = 4;

export const mailboxKey = (account: AccountId): string => `graph/mailbox/${account}`;
export const lettersKey = (account: AccountId): string => `graph/letters/${account}`;

export function costOf(account: AccountId, method: string, url: URL): Cost {
  const path = url.pathname.replace(/\(\)$/, "");
  const isLetter = method === "POST" && /\/send$/.test(path);
  const mailbox: Draw = {
    key: mailboxKey(account),
    units: 1,
    unitsPerMinute: requestsPerMinute,
    burst: requestsBurst,
  };
  const letters: Draw = {
    key: lettersKey(account),
    units: 1,
    unitsPerMinute: lettersPerMinute,
    burst: lettersPerMinute,
  };
  return {
    draws: isLetter ? [mailbox, letters] : [mailbox],
    turns: { key: mailboxKey(account), most: turnsMost },
    isEffect: method !== "GET",
    what: wordsFor(method, path),
    answer: path.endsWith("/$value") ? "bytes" : "json",
  };
}

/** The last match in the path that says what it is about; ids never get into words. */
function wordsFor(method: string, path: string): string {
  const action = actions.find(([ending]) => path.endsWith(ending));
  if (action !== undefined && method !== "DELETE") return action[1];
  const noun = nouns.find(([segment]) => path.includes(segment))?.[1] ?? "the account";
  return `${verbs.get(method) ?? "change"} ${noun}`;
}

const actions: readonly (readonly [string, string])[] = [
  ["/send", "send a letter"],
  ["/createReply", "begin a reply"],
  ["/messages/delta", "ask for new messages"],
  ["/calendarView/delta", "ask for changed events"],
  ["/contacts/delta", "ask for changed contacts"],
  ["/tasks/delta", "ask for changed tasks"],
  ["/$value", "read a message"],
];
const nouns: readonly (readonly [string, string])[] = [
  ["/subscriptions", "notifications"],
  ["/messages", "messages"],
  ["/mailFolders", "mail folders"],
  ["/mailboxSettings", "the settings of the mailbox"],
  ["/linkedResources", "tasks"],
  ["/tasks", "tasks"],
  ["/todo/lists", "task lists"],
  ["/contactFolders", "contacts"],
  ["/contacts", "contacts"],
  ["/calendarView", "events"],
  ["/events", "events"],
  ["/calendar", "calendars"],
];
const verbs = new Map([
  ["GET", "read"],
  ["POST", "write"],
  ["PATCH", "change"],
  ["DELETE", "delete"],
]);
