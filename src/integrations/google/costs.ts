/** What each call costs at Google, in its own units (quotas of projects made after 1 May 2026). */
import type { AccountId } from "../../domain/ids.ts";
import type { Cost } from "../http.ts";
import type { Draw } from "../pacer.ts";

type Budget = {
  /** The first part of the ledger's keys. */
  name: string;
  perUser: Pick<Draw, "unitsPerMinute" | "burst">;
  perProject: Pick<Draw, "unitsPerMinute" | "burst">;
};

/** Bursts are small against a minute's budget, because they come on top of it. */
const gmail: Budget = {
  name: "gmail",
  perUser: { unitsPerMinute: 6_000, burst: 300 },
  perProject: { unitsPerMinute: 1_200_000, burst: 60_000 },
};
const calendar: Budget = {
  name: "google-calendar",
  perUser: { unitsPerMinute: 600, burst: 30 },
  perProject: { unitsPerMinute: 10_000, burst: 500 },
};
/** Where Google names no figure that holds for every project: well below what a new one is given. */
const modest = { unitsPerMinute: 60, burst: 20 };
const people: Budget = {
  name: "google-people",
  perUser: modest,
  perProject: { unitsPerMinute: 1_200, burst: 120 },
};
/** 50,000 calls of the whole project in a day. */
const tasks: Budget = {
  name: "google-tasks",
  perUser: modest,
  perProject: { unitsPerMinute: 34, burst: 1_000 },
};
const profile: Budget = {
  name: "google-profile",
  perUser: modest,
  perProject: { unitsPerMinute: 6_000, burst: 600 },
};

type Row = {
  method: string;
  /** On the address without its query. */
  path: RegExp;
  units: number;
  what: string;
  /** A method that elsewhere changes things, and here only asks. */
  asksOnly?: true;
};

const row = (method: string, path: RegExp, units: number, what: string): Row => ({ method, path, units, what });

const gmailRows: readonly Row[] = [
  row("GET", /\/profile$/, 1, "read the mailbox's state"),
  row("GET", /\/labels(\/|$)/, 1, "read labels"),
  row("GET", /\/settings\/sendAs$/, 1, "read the account's addresses"),
  row("GET", /\/history$/, 2, "read what is new in the mail"),
  row("GET", /\/messages$/, 5, "list messages"),
  row("GET", /\/messages\/[^/]+$/, 20, "read a message"),
  row("GET", /\/drafts$/, 5, "list drafts"),
  row("GET", /\/drafts\/[^/]+$/, 20, "read a draft"),
  row("POST", /\/drafts$/, 10, "write a draft"),
  row("PUT", /\/drafts\/[^/]+$/, 15, "change a draft"),
  row("DELETE", /\/drafts\/[^/]+$/, 10, "remove a draft"),
  row("POST", /\/drafts\/send$/, 100, "send a letter"),
  row("POST", /\/watch$/, 100, "ask for notifications of mail"),
  row("POST", /\/stop$/, 50, "end notifications of mail"),
];
const calendarRows: readonly Row[] = [
  row("GET", /\/calendarList(\/|$)/, 1, "list calendars"),
  row("GET", /\/events$/, 1, "read a calendar"),
  row("GET", /\/events\/[^/]+$/, 1, "read an event"),
  row("POST", /\/events$/, 1, "write an event"),
  row("POST", /\/events\/watch$/, 1, "ask for notifications of a calendar"),
  row("POST", /\/channels\/stop$/, 1, "end notifications of a calendar"),
  row("PATCH", /\/events\/[^/]+$/, 1, "change an event"),
  row("DELETE", /\/events\/[^/]+$/, 1, "cancel an event"),
  { ...row("POST", /\/freeBusy$/, 1, "ask who is busy"), asksOnly: true },
];
const peopleRows: readonly Row[] = [
  row("GET", /\/connections$/, 1, "read the contacts"),
  row("GET", /\/otherContacts$/, 1, "read the other contacts"),
  row("GET", /\/people\/[^/]+$/, 1, "read a contact"),
  row("POST", /\/people:createContact$/, 1, "write a contact"),
  row("PATCH", /:updateContact$/, 1, "change a contact"),
];
const tasksRows: readonly Row[] = [
  row("GET", /\/tasks$/, 1, "read the tasks"),
  row("POST", /\/tasks$/, 1, "write a task"),
  row("PATCH", /\/tasks\/[^/]+$/, 1, "change a task"),
  row("DELETE", /\/tasks\/[^/]+$/, 1, "remove a task"),
];
const profileRows: readonly Row[] = [row("GET", /\/userinfo$/, 1, "read the account's name")];

const apis: readonly { host: string; path: string; budget: Budget; rows: readonly Row[] }[] = [
  { host: "gmail.googleapis.com", path: "/gmail/v1/", budget: gmail, rows: gmailRows },
  { host: "www.googleapis.com", path: "/calendar/v3/", budget: calendar, rows: calendarRows },
  { host: "www.googleapis.com", path: "/oauth2/v2/", budget: profile, rows: profileRows },
  { host: "people.googleapis.com", path: "/v1/", budget: people, rows: peopleRows },
  { host: "tasks.googleapis.com", path: "/tasks/v1/", budget: tasks, rows: tasksRows },
];

export const googleHosts: readonly string[] = [...new Set(apis.map(({ host }) => host))];

/** Throws a RangeError for a call that has no row: its price must be known before it is made. */
export function costOf(account: AccountId, method: string, url: URL): Cost {
  const api = apis.find(({ host, path }) => url.host === host && url.pathname.startsWith(path));
  const found = api?.rows.find((one) => one.method === method && one.path.test(url.pathname));
  if (api === undefined || found === undefined)
    throw new RangeError(`no price is known for ${method} ${url.host}${url.pathname}`);
  const { budget } = api;
  const isEffect = method !== "GET" && found.asksOnly !== true;
  return {
    draws: [
      { key: `${budget.name}/user/${account}`, units: found.units, ...budget.perUser },
      { key: `${budget.name}/project`, units: found.units, ...budget.perProject },
    ],
    // The People API wants one writer at a time for each user.
    ...(budget === people && isEffect && { turns: { key: `google-people-writes/${account}`, most: 1 } }),
    isEffect,
    what: found.what,
  };
}
