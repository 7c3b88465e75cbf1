import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkFile, checkTree } from "../../scripts/check-imports.ts";

const root = join(import.meta.dirname, "../..");
const says = (file: string, source: string) =>
  checkFile(file, source).map((violation) => `${violation.line} ${violation.says.replace(/ \(design: .*\)$/, "")}`);

test("the tree is as designed", () => {
  expect(checkTree(root)).toEqual([]);
});

test("a planted violation is found, in its place", () => {
  const folder = mkdtempSync(join(tmpdir(), "rapport-rooms-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, source] of [
    [
      "src/domain/time.ts",
      'import { DateTime } from "luxon";\nexport const at = (ms: number) => DateTime.fromMillis(ms);\n',
    ],
    [
      "src/domain/clock.ts",
      'import type { Database } from "../store/database.ts";\n\nexport const now = () => Date.now();\n',
    ],
    ["src/store/migrations/0001-first.sql", "create table x (\n  at timestamptz default now() -- not now()\n);\n"],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  expect(checkTree(folder).map(({ file, line, says: what }) => `${file}:${line} ${what}`)).toEqual([
    "src/domain/clock.ts:1 domain may not import store: src/store/database.ts (design: rooms)",
    "src/domain/clock.ts:3 reads the clock (Date.now) (design: time)",
    "src/store/migrations/0001-first.sql:2 lets the database decide time or chance: now() (design: time)",
  ]);
});

test.each`
  file                                 | from                                 | may
  ${"src/domain/contact/name.ts"}      | ${"../mail/message.ts"}              | ${true}
  ${"src/domain/contact/name.ts"}      | ${"zod"}                             | ${true}
  ${"src/domain/contact/name.ts"}      | ${"luxon"}                           | ${false}
  ${"src/domain/contact/name.ts"}      | ${"node:fs"}                         | ${false}
  ${"src/domain/contact/name.ts"}      | ${"../../flows/world.ts"}            | ${false}
  ${"src/domain/time.ts"}              | ${"luxon"}                           | ${true}
  ${"src/templates/render.ts"}         | ${"handlebars"}                      | ${true}
  ${"src/templates/render.ts"}         | ${"../flows/world.ts"}               | ${false}
  ${"src/store/owners.ts"}             | ${"kysely"}                          | ${true}
  ${"src/store/owners.ts"}             | ${"../integrations/mail.ts"}         | ${false}
  ${"src/store/read/people.ts"}        | ${"../database.ts"}                  | ${true}
  ${"src/flows/discover.ts"}           | ${"../store/owners.ts"}              | ${true}
  ${"src/flows/discover.ts"}           | ${"../integrations/mail.ts"}         | ${true}
  ${"src/flows/discover.ts"}           | ${"../integrations/google/mail.ts"}  | ${false}
  ${"src/flows/discover.ts"}           | ${"bullmq"}                          | ${false}
  ${"src/flows/discover.ts"}           | ${"hono"}                            | ${false}
  ${"src/flows/discover.ts"}           | ${"googleapis/build/src/apis/gmail"} | ${false}
  ${"src/jobs/queue.ts"}               | ${"bullmq"}                          | ${true}
  ${"src/jobs/worker.ts"}              | ${"../integrations/trouble.ts"}      | ${true}
  ${"src/jobs/worker.ts"}              | ${"../store/timers.ts"}              | ${false}
  ${"src/web/pages/review.ts"}         | ${"../../store/read/people.ts"}      | ${true}
  ${"src/web/pages/review.ts"}         | ${"../../store/owners.ts"}           | ${false}
  ${"src/web/pages/review.ts"}         | ${"../../jobs/catalogue.ts"}         | ${true}
  ${"src/web/pages/review.ts"}         | ${"../../jobs/queue.ts"}             | ${false}
  ${"src/verbs/due.ts"}                | ${"../store/read/people.ts"}         | ${true}
  ${"src/verbs/due.ts"}                | ${"../store/timers.ts"}              | ${false}
  ${"src/verbs/due.ts"}                | ${"../installation.ts"}              | ${true}
  ${"src/flows/discover.ts"}           | ${"../installation.ts"}              | ${false}
  ${"src/web/pages/review.ts"}         | ${"../../web-process.ts"}            | ${false}
  ${"src/installation.ts"}             | ${"./store/timers.ts"}               | ${true}
  ${"src/integrations/google/mail.ts"} | ${"googleapis/build/src/apis/gmail"} | ${true}
  ${"src/integrations/google/mail.ts"} | ${"../mail.ts"}                      | ${true}
  ${"src/integrations/google/mail.ts"} | ${"../microsoft/mail.ts"}            | ${false}
  ${"src/integrations/google/mail.ts"} | ${"../../store/owners.ts"}           | ${false}
  ${"src/sandbox/world.ts"}            | ${"../flows/discover.ts"}            | ${false}
  ${"src/main.ts"}                     | ${"./store/timers.ts"}               | ${true}
  ${"src/somewhere/else.ts"}           | ${"zod"}                             | ${false}
`("$file may import $from: $may", ({ file, from, may }) => {
  expect(checkFile(file, `import { x } from "${from}";\n`)).toHaveLength(may ? 0 : 1);
});

test.each`
  source                                                 | found
  ${"const at = Date.now();"}                            | ${["1 reads the clock (Date.now)"]}
  ${"const at = new Date();"}                            | ${["1 reads the clock (new Date without an argument)"]}
  ${"const at = new Date;"}                              | ${["1 reads the clock (new Date without an argument)"]}
  ${"const at = new Date( 0 );"}                         | ${[]}
  ${"const text = Date();"}                              | ${["1 reads the clock (Date called)"]}
  ${"const at = performance.now();"}                     | ${["1 reads the clock (performance.now)"]}
  ${"setTimeout(go, 5);"}                                | ${["1 waits on the real clock"]}
  ${"client.setTimeout(5);"}                             | ${[]}
  ${"const id = crypto.randomUUID();"}                   | ${["1 asks chance (crypto)"]}
  ${"const luck = Math.random();"}                       | ${["1 asks chance (Math.random)"]}
  ${"const home = process.env.HOME;"}                    | ${["1 reads the environment (only config.ts may)"]}
  ${"Intl.DateTimeFormat().resolvedOptions().timeZone"}  | ${["1 reads the zone of the computer"]}
  ${"const q = sql`select now()`;"}                      | ${["1 lets the database decide time or chance: now()"]}
  ${"const q = sql`\\n  a < current_date\\n`;"}          | ${["2 lets the database decide time or chance: current_date"]}
  ${"// Date.now() would be wrong"}                      | ${[]}
  ${"const words = 'never Date.now()';"}                 | ${[]}
  ${"const quote = /[\"'`]/; const at = Date.now();"}    | ${["1 reads the clock (Date.now)"]}
  ${"const half = total / 2; /* ' */ Date.now(); // /"}  | ${["1 reads the clock (Date.now)"]}
  ${'const later = await import("../store/owners.ts");'} | ${[]}
`("in a flow, $source: $found", ({ source, found }) => {
  expect(says("src/flows/some.ts", source.replaceAll("\\n", "\n"))).toEqual(found);
});

test("the domain waits for nothing; elsewhere one may", () => {
  const source = "export const one = async () => {};";
  expect(says("src/domain/one.ts", source)).toEqual(["1 is asynchronous, which the domain is not"]);
  expect(says("src/flows/one.ts", source)).toEqual([]);
});

test("what a template says is text, what it computes is code", () => {
  const source = "const words = `new Date() #{Date.now() + `new Date()`.length} new Date()`;".replace("#", "$");
  expect(says("src/flows/one.ts", source)).toEqual(["1 reads the clock (Date.now)"]);
});

test("the timers of Node are the real clock's", () => {
  expect(says("src/web/one.ts", 'import { setTimeout as wait } from "node:timers/promises";')).toEqual([
    "1 waits on the real clock",
  ]);
});

test("an import() of a forbidden room is seen as well", () => {
  expect(says("src/domain/one.ts", '\nconst x = import("../store/owners.ts");')).toEqual([
    "2 domain may not import store: src/store/owners.ts",
  ]);
});

test("what stands for the real world may read it", () => {
  for (const file of ["src/main.ts", "src/supervisor.ts", "src/store/embedded-home.ts"]) {
    expect(says(file, "const at = Date.now();")).toEqual([]);
  }
});
