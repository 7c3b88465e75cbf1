/**
 * Holds the rooms of the tree: who may import whom, and who may read a clock, chance or the environment. The tables are
 * those of the design (sections 3 and 5); `npm run check` runs this. Prints one line a violation and exits with 1.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { isMain } from "./is-main.ts";
import { lineCounter, type Scanned, scanSource } from "./scan-source.ts";

export type Violation = { file: string; line: number; says: string };

type Room = {
  /** Files of the room begin with this; the longest match decides. */
  path: string;
  /** Beginnings of paths that it may import from; itself always. */
  rooms: readonly string[];
  packages: readonly string[];
  /** Node's own modules. */
  node: "all" | "none" | readonly string[];
};

const domain = "src/domain/";
const interfaces = [
  "calendar",
  "mail",
  "people",
  "push",
  "tasks",
  "trouble",
  "scan",
  "archive",
  "feed",
  "outbox",
  "provider",
  "sign-in",
].map((name) => `src/integrations/${name}.ts`);
const shownToPeople = [
  domain,
  "src/flows/",
  "src/store/read/",
  "src/templates/",
  "src/jobs/catalogue.ts",
  "src/config.ts",
];

/** What main.ts is too long to hold: the parts that build the real things, each one file. */
const builders = [
  "src/world.ts",
  "src/installation.ts",
  "src/worker-process.ts",
  "src/web-process.ts",
  "src/supervisor.ts",
  "src/serve-processes.ts",
  "src/demo/",
  "src/log.ts",
  "src/news-loop.ts",
  "src/maintenance.ts",
  "src/doctor/",
  "src/sample-letters.ts",
];

/** What the readers of export files know of mail and iCalendar as such: providers write the same. */
const standardFormats = [
  "message-headers",
  "message-text",
  "header-text",
  "addresses",
  "ics-time",
  "content-lines",
].map((name) => `src/integrations/archive/${name}.ts`);

const rooms: readonly Room[] = [
  { path: domain, rooms: [], packages: ["zod"], node: "none" },
  { path: "src/templates/", rooms: [domain], packages: ["handlebars", "zod"], node: "none" },
  // What all providers share: the interfaces, pacing, sign-in, the bytes of a letter.
  { path: "src/integrations/", rooms: [domain], packages: ["zod", "oauth4webapi", "nodemailer"], node: "all" },
  {
    path: "src/integrations/archive/",
    rooms: [domain, "src/integrations/*.ts"],
    packages: ["zod", "postal-mime", "yauzl", "csv-parse"],
    node: "all",
  },
  { path: "src/integrations/outbox/", rooms: ["src/integrations/*.ts"], packages: ["yazl"], node: "all" },
  // A feed is a calendar file that comes over the net.
  {
    path: "src/integrations/feeds/",
    rooms: [domain, "src/integrations/*.ts", "src/integrations/archive/ics.ts"],
    packages: ["zod"],
    node: "all",
  },
  {
    path: "src/integrations/google/",
    rooms: [domain, "src/integrations/*.ts", ...standardFormats],
    packages: ["zod", "googleapis", "postal-mime"],
    node: "all",
  },
  {
    path: "src/integrations/microsoft/",
    rooms: [domain, "src/integrations/*.ts", ...standardFormats],
    packages: ["zod", "@microsoft/microsoft-graph-client", "@microsoft/microsoft-graph-types", "postal-mime"],
    node: "all",
  },
  { path: "src/store/", rooms: [domain], packages: ["kysely", "pg", "zod"], node: "all" },
  {
    path: "src/flows/",
    rooms: [domain, "src/templates/", "src/store/", ...interfaces],
    packages: ["zod"],
    node: ["node:crypto", "node:path", "node:stream", "node:util"],
  },
  {
    path: "src/jobs/",
    rooms: [domain, "src/flows/", ...interfaces],
    packages: ["bullmq", "ioredis", "zod"],
    node: "all",
  },
  {
    path: "src/web/",
    rooms: shownToPeople,
    packages: ["d3-scale", "d3-shape", "hono", "@hono/node-server", "htmx.org", "zod"],
    node: "all",
  },
  {
    path: "src/verbs/",
    rooms: [...shownToPeople, ...builders, "src/sandbox/simulation/"],
    packages: ["zod"],
    node: "all",
  },
  // The interfaces of integrations, because the sandbox's in-memory face satisfies them.
  { path: "src/sandbox/", rooms: [domain, ...interfaces], packages: ["hono", "@hono/node-server", "zod"], node: "all" },
  // The demo: the sandbox with a stored clock, and what the pages know of it.
  {
    path: "src/demo/",
    rooms: [domain, "src/sandbox/", "src/supervisor.ts", "src/web/context.ts"],
    packages: ["zod"],
    node: ["node:fs", "node:path"],
  },
  {
    path: "src/doctor/",
    rooms: ["src/domain/time.ts", "src/jobs/queue.ts", "src/store/read/"],
    packages: [],
    node: "none",
  },
  { path: "src/config.ts", rooms: [], packages: ["zod"], node: "all" },
  { path: "src/log.ts", rooms: [], packages: ["pino"], node: "none" },
  {
    path: "src/news-loop.ts",
    rooms: [domain, "src/flows/world.ts", "src/integrations/trouble.ts"],
    packages: [],
    node: "none",
  },
  { path: "src/supervisor.ts", rooms: [], packages: [], node: "all" },
  {
    path: "src/operations.ts",
    rooms: ["src/jobs/", "src/store/read/"],
    packages: ["hono", "@hono/node-server", "prom-client"],
    node: "all",
  },
  {
    path: "src/queue-board.ts",
    rooms: ["src/operations.ts"],
    packages: ["hono", "@hono/node-server", "@bull-board/api", "@bull-board/hono"],
    node: "none",
  },
];

/** They join the rooms, so they may import from all of them. Nobody but main.ts, its verbs and one another imports them. */
const joins: readonly { file: string; because: string }[] = [
  { file: "src/main.ts", because: "builds the real things once" },
  { file: "src/world.ts", because: "is the real clock, chance and ids" },
  { file: "src/installation.ts", because: "builds home, database, keys and world for whichever verb runs" },
  { file: "src/provider-accounts.ts", because: "gives the providers' adapters the store's tokens and pace" },
  { file: "src/worker-process.ts", because: "builds queue, tick and handlers for `work`" },
  { file: "src/web-process.ts", because: "builds pages and queue for `web`" },
  { file: "src/serve-processes.ts", because: "holds the installation open for the processes that it keeps running" },
  { file: "src/demo/run-demo.ts", because: "gives the demo's processes a home, a sandbox and settings of their own" },
  { file: "src/maintenance.ts", because: "gives the store's backup, keys and migrations this home and these keys" },
  { file: "src/doctor/examine.ts", because: "looks at everything that an installation stands on" },
  { file: "src/doctor/examine-news.ts", because: "looks at the key's file and asks the subscription, for examine.ts" },
  { file: "src/sample-letters.ts", because: "writes our letters to the sandbox's people" },
  { file: "src/sample.ts", because: "gives the world the sandbox's sample, in a thread of its own" },
];

/** Each library of the domain is known to one file. */
const domainLibraries: Record<string, string> = {
  luxon: "src/domain/time.ts",
  "rrule-temporal": "src/domain/meeting/recurrence.ts",
  "cldr-core": "src/domain/zones.ts",
  "chrono-node": "src/domain/reply/time-phrases.ts",
  "date-holidays": "src/domain/meeting/holidays.ts",
  htmlparser2: "src/domain/mail/html.ts",
};

type Exception = { file: string; what: string; because: string };

/** Imports beyond the table. May only shrink: one that is not needed any more is a violation. */
const exceptions: readonly Exception[] = [
  { file: "src/templates/letter-files.ts", what: "node:fs", because: "reads the letters, which are files, once" },
];

/** Files that stand outside of the rule that nobody reads the clock, chance or the environment. */
const realWorld: readonly { path: string; because: string }[] = [
  { path: "src/main.ts", because: "builds the real things" },
  { path: "src/world.ts", because: "is the real clock, chance and ids" },
  { path: "src/config.ts", because: "is the only reader of the environment" },
  { path: "src/supervisor.ts", because: "keeps processes running, in real seconds" },
  { path: "src/worker-process.ts", because: "gives the tick its interval" },
  { path: "src/store/embedded", because: "starts and watches the database's process" },
  { path: "src/store/keeper.ts", because: "watches the database's process" },
];

const forbiddenInCode: readonly { find: RegExp; says: string }[] = [
  { find: /\bDate\s*\.\s*now\b/g, says: "reads the clock (Date.now)" },
  { find: /\bnew\s+Date\b(?!\s*\(\s*[^)\s])/g, says: "reads the clock (new Date without an argument)" },
  { find: /(?<!new\s+)(?<![\w$.])Date\s*\(/g, says: "reads the clock (Date called)" },
  { find: /\bDateTime\s*\.\s*(?:now|local|utc)\b/g, says: "reads the clock (DateTime)" },
  { find: /\bTemporal\s*\.\s*Now\b/g, says: "reads the clock (Temporal.Now)" },
  { find: /\bperformance\s*\.\s*now\b/g, says: "reads the clock (performance.now)" },
  { find: /\bprocess\s*\.\s*hrtime\b/g, says: "reads the clock (process.hrtime)" },
  {
    find: /(?<![\w$.])(?:setTimeout|setInterval)\s*\(|\bAbortSignal\s*\.\s*timeout\b/g,
    says: "waits on the real clock",
  },
  { find: /\bMath\s*\.\s*random\b/g, says: "asks chance (Math.random)" },
  {
    find: /\b(?:randomUUID|randomBytes|randomInt|randomFill|randomFillSync|getRandomValues)\b/g,
    says: "asks chance (crypto)",
  },
  { find: /\bprocess\s*\.\s*env\b/g, says: "reads the environment (only config.ts may)" },
  { find: /\bresolvedOptions\s*\(\s*\)\s*\.\s*timeZone\b/g, says: "reads the zone of the computer" },
];

const forbiddenInSql =
  /(?<![\w.])(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|gen_random_uuid|uuidv[47])\s*\(\s*\)|\bcurrent_(?:date|time|timestamp)\b|\blocaltimestamp\b/gi;

const forbiddenInDomain = /\b(?:async|await|Promise)\b/g;

export function checkTree(root: string): Violation[] {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).map((path) => join("src", path));
  const used = new Set<Exception>();
  const violations = files.sort().flatMap((file) => {
    if (!/\.(?:ts|sql)$/.test(file)) return [];
    return checkFile(file, readFileSync(join(root, file), "utf8"), used);
  });
  for (const exception of exceptions) {
    if (used.has(exception) || !files.includes(exception.file)) continue;
    const says = `does not import ${exception.what} any more: take the exception out of scripts/check-imports.ts`;
    violations.push({ file: exception.file, line: 1, says });
  }
  return violations;
}

export function checkFile(file: string, source: string, used: Set<Exception> = new Set()): Violation[] {
  if (file.endsWith(".sql")) return checkSql(file, source);
  const scanned = scanSource(source);
  return [...checkImports(file, scanned, used), ...checkWorld(file, scanned)].sort(
    (one, other) => one.line - other.line,
  );
}

function checkImports(file: string, { imports }: Scanned, used: Set<Exception>): Violation[] {
  if (joins.some((one) => one.file === file)) return [];
  const room = roomOf(file);
  if (room === undefined) return [{ file, line: 1, says: "belongs to no room (design: tree and rooms)" }];
  return imports.flatMap(({ from, line }) => {
    const what = from.startsWith(".") ? normalize(join(dirname(file), from)) : from;
    if (mayImport(room, file, what)) return [];
    const exception = exceptions.find((one) => one.file === file && one.what === what);
    if (exception === undefined) return [{ file, line, says: saysOfImport(room, what) }];
    used.add(exception);
    return [];
  });
}

function mayImport(room: Room, file: string, what: string): boolean {
  if (what.startsWith("src/")) return [room.path, ...room.rooms].some((allowed) => isIn(what, allowed));
  if (what.startsWith("node:")) return room.node === "all" || room.node.includes(what);
  const name = packageOf(what);
  return room.packages.includes(name) || (room.path === domain && domainLibraries[name] === file);
}

function saysOfImport(room: Room, what: string): string {
  const name = roomName(room.path);
  if (what.startsWith("src/"))
    return `${name} may not import ${roomName(roomOf(what)?.path ?? what)}: ${what} (design: rooms)`;
  const only = room.path === domain ? domainLibraries[packageOf(what)] : undefined;
  return only === undefined
    ? `${name} may not import ${what} (design: rooms)`
    : `only ${only} knows ${packageOf(what)} (design: rooms)`;
}

function checkWorld(file: string, { code, texts, imports }: Scanned): Violation[] {
  const lineOf = lineCounter(code);
  const inCode = (find: RegExp, says: string) =>
    [...code.matchAll(find)].map(({ index }) => ({ file, line: lineOf(index), says: `${says} (design: time)` }));
  const violations = texts.flatMap(({ text, line }) => checkSqlText(file, text, line));
  if (isIn(file, domain)) violations.push(...inCode(forbiddenInDomain, "is asynchronous, which the domain is not"));
  if (realWorld.some(({ path }) => file.startsWith(path))) return violations;
  for (const { find, says } of forbiddenInCode) violations.push(...inCode(find, says));
  for (const { from, line } of imports) {
    if (/^(?:node:)?timers(?:\/promises)?$/.test(from))
      violations.push({ file, line, says: "waits on the real clock (design: time)" });
  }
  return violations;
}

/** Comments stay in place as blanks, so that lines are right. */
const checkSql = (file: string, source: string): Violation[] =>
  checkSqlText(
    file,
    source.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " ")),
    1,
  );

function checkSqlText(file: string, text: string, line: number): Violation[] {
  const lineOf = lineCounter(text);
  return [...text.matchAll(forbiddenInSql)].map(({ index, 0: found }) => ({
    file,
    line: line + lineOf(index) - 1,
    says: `lets the database decide time or chance: ${found} (design: time)`,
  }));
}

const roomOf = (file: string): Room | undefined =>
  rooms.filter(({ path }) => isIn(file, path)).sort((one, other) => other.path.length - one.path.length)[0];

/** `src/x/` holds everything below, `src/x/*.ts` the files of that folder alone, `src/x.ts` is itself. */
function isIn(file: string, place: string): boolean {
  if (place.endsWith("/*.ts")) return file.endsWith(".ts") && dirname(file) === dirname(place);
  return place.endsWith("/") ? file.startsWith(place) : file === place;
}

const roomName = (path: string) => path.replace(/^src\//, "").replace(/\/$/, "");

const packageOf = (from: string) =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");

if (isMain(import.meta)) {
  const root = join(import.meta.dirname, "..");
  const violations = checkTree(root);
  for (const { file, line, says } of violations) console.log(`${relative(".", join(root, file))}:${line} ${says}`);
  console.log(violations.length === 0 ? "imports and clocks: as designed" : `${violations.length} violations`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
