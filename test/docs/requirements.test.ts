/** docs/requirements.md says for each requirement where it lives. It must name all of them, and only what is there. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");

const columns = ["decision", "flow", "job", "verb", "page", "test"] as const;
type Column = (typeof columns)[number];
type Row = { requirement: string } & Record<Column, string>;

const rows: readonly Row[] = read("docs/requirements.md")
  .split("\n")
  .filter((line) => /^\| [RQM]\d/.test(line))
  .map((line) => {
    const [requirement = "", ...cells] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { requirement, ...Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""])) } as Row;
  });

/** Of the method, those that the loop of sending and booking stands on have lines of their own. */
const ofTheLoop = ["Q5", "Q6", "Q7", "Q8", "M6"];
const requirements = [...Array.from({ length: 45 }, (_, at) => `R${at + 1}`), "R9a", ...ofTheLoop];

test("each requirement has its line, once", () => {
  const named = rows.map(({ requirement }) => requirement.split(" ")[0]!);
  expect(named.toSorted()).toEqual(requirements.toSorted());
});

const words = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
/** "none" needs its reason, in the cell. */
const isReasonedNone = (cell: string) => /^none: \S.{9,}/.test(cell);

const verbs = new Set(
  [...read("src/main.ts").matchAll(/^ {2}"?([a-z-]+)"?: (?:\(|async|\{|\w+)/gm)].map(([, verb]) => verb!),
);
/** Where addresses are named, and what each begins with. */
const routeFiles = {
  "app.ts": "",
  "loop-pages.ts": "",
  "privacy-pages.ts": "",
  "booking/booking-pages.ts": "/b",
  "digest/letter-pages.ts": "/d",
};
const routes = Object.entries(routeFiles).flatMap(([file, base]) =>
  [...read(`src/web/${file}`).matchAll(/app\.(?:get|post|put)\("([^"]+)"/g)].map(([, route]) => base + route),
);
const jobs = [...read("src/jobs/catalogue.ts").matchAll(/^ {2}(\w+): kind\(/gm)].map(([, job]) => job!);

const isThere: Readonly<Record<Column, (word: string) => boolean>> = {
  decision: (path) => existsSync(`${root}src/${path}`),
  flow: (path) => existsSync(`${root}src/${path}`),
  job: (name) => jobs.includes(name),
  verb: (name) => verbs.has(name),
  page: (route) => routes.includes(route),
  test: (path) => existsSync(`${root}test/${path}`),
};

test.each(rows)("$requirement: each cell names what is there, or says why there is nothing", (row) => {
  for (const column of columns) {
    const named = words(row[column]);
    if (named.length === 0) expect.soft(isReasonedNone(row[column]), `${column}: "${row[column]}"`).toBe(true);
    for (const word of named) expect.soft(isThere[column](word), `${column}: ${word}`).toBe(true);
  }
});

test.each(rows.filter(({ test: cell }) => words(cell).length > 0))("$requirement is named by its tests", (row) => {
  const [number] = row.requirement.split(" ");
  for (const path of words(row.test)) {
    expect.soft(new RegExp(`\\b${number}\\b`).test(read(`test/${path}`)), `${path} names ${number}`).toBe(true);
  }
});
