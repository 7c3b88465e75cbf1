import pg from "pg";
import { expect, test } from "vitest";
import { type Log, openLog } from "../src/log.ts";

const saying = (say: (log: Log) => void, options: { pretty?: boolean; level?: "info" | "debug" } = {}) => {
  const lines: string[] = [];
  say(openLog({ name: "work", write: (line) => lines.push(line), ...options }));
  return lines;
};
const facts = (say: (log: Log) => void) => JSON.parse(saying(say)[0]!) as Record<string, unknown>;

test("a line carries ids, the process and the words", () => {
  expect(facts((log) => log.with({ ownerId: "o1" }).info({ job: "discover", found: 3 }, "done"))).toMatchObject({
    level: "info",
    name: "work",
    ownerId: "o1",
    job: "discover",
    found: 3,
    msg: "done",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
});

test.each`
  what                          | logged
  ${"a password"}               | ${{ settings: { password: "sesame-7" } }}
  ${"a token deep inside"}      | ${{ account: { tokens: [{ refreshToken: "sesame-7" }] } }}
  ${"a header"}                 | ${{ headers: { Authorization: "Bearer sesame-7" } }}
  ${"the text of a letter"}     | ${{ draft: { subject: "sesame-7", body: "sesame-7" } }}
  ${"a password in an address"} | ${{ at: "postgres://rapport:sesame-7@db.example/rapport" }}
  ${"somebody's address"}       | ${{ because: "no answer from sesame-7@lys.example today" }}
  ${"what an error says of it"} | ${{ err: new Error("refused: redis://:sesame-7@cache.example:6379") }}
  ${"the row an error carries"} | ${{ err: Object.assign(new Error("duplicate key"), { detail: "Key (address)=(sesame-7)" }) }}
  ${"a cause's message"}        | ${{ err: new Error("no", { cause: new Error("postgres://u:sesame-7@h/d") }) }}
  ${"a database client"}        | ${{ client: new pg.Client({ password: "sesame-7", host: "sesame-7" }) }}
`("$what does not get into the log", ({ logged }) => {
  const [line] = saying((log) => log.warn(logged, "something"));
  expect(line).not.toContain("sesame-7");
  expect(JSON.parse(line!)).toMatchObject({ msg: "something" });
});

test("secrets in the facts of a child log are hidden as well", () => {
  expect(saying((log) => log.with({ token: "sesame-7" }).info("hello"))[0]).not.toContain("sesame-7");
});

test("an error keeps its name, message, code and stack", () => {
  const error = Object.assign(new TypeError("no such thing"), { code: "ENOENT" });
  expect(facts((log) => log.error({ err: error }, "broken")).err).toMatchObject({
    type: "TypeError",
    message: "no such thing",
    code: "ENOENT",
    stack: expect.stringContaining("log.test.ts"),
  });
});

test("at a terminal a line is short", () => {
  const [line] = saying((log) => log.warn({ job: "discover", attempts: 2 }, "a job failed"), { pretty: true });
  expect(line!.replaceAll(/\x1b\[\d+m/g, "")).toMatch(
    /^\d\d:\d\d:\d\d work {2}warn {2}a job failed job=discover attempts=2\n$/,
  );
});

test("debug lines are written only when asked for", () => {
  expect(saying((log) => log.debug("details"))).toEqual([]);
  expect(saying((log) => log.debug("details"), { level: "debug" })).toHaveLength(1);
});
