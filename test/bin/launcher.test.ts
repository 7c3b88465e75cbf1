/** The launcher of design §2: it finds a Node that reads TypeScript, and is that Node for whoever started it. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const launcher = fileURLToPath(new URL("../../bin/rapport.js", import.meta.url));
const base = mkdtempSync(join(tmpdir(), "rapport-launcher-"));
afterAll(() => rmSync(base, { recursive: true }));

/** What a program was started with. */
const tell =
  "console.log(JSON.stringify([process.argv.slice(2), process.env.PATH.split(':')[0], process.env.NODE_MARK]));";

let checkouts = 0;
/** A checkout with a main.ts that tells how it was started. */
function checkout(files: Record<string, string> = {}): string {
  const root = join(base, `checkout-${++checkouts}`);
  const all = {
    "package.json": '{"type":"module","devDependencies":{"@tools/one":"1","two":"1","three":"1"}}',
    "src/main.ts": `const told: string = "main"; console.log(told); ${tell}`,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (text.startsWith("#!")) chmodSync(file, 0o755);
  }
  mkdirSync(join(root, "bin"), { recursive: true });
  copyFileSync(launcher, join(root, "bin", "rapport.js"));
  return root;
}

/** A "Node" that npm would have installed: a shell script that leaves its mark and runs the real one. */
const installedNode = `#!/bin/sh\nNODE_MARK=installed exec ${process.execPath} "$@"\n`;
const installedAt = `node_modules/node-linux-${process.arch}/bin/node`;

function run(root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const done = spawnSync(process.execPath, [join(root, "bin", "rapport.js"), ...args], {
    env: { PATH: "/usr/bin:/bin", ...env },
    encoding: "utf8",
  });
  return { status: done.status, signal: done.signal, out: done.stdout.trim(), err: done.stderr.trim() };
}

describe("which Node", () => {
  test("the one that npm installed beside it, first on the PATH of what it runs", () => {
    const root = checkout({ [installedAt]: installedNode });
    const folder = dirname(join(root, installedAt));
    expect(run(root, ["import", "a b", "--me=x"]).out).toBe(
      `main\n${JSON.stringify([["import", "a b", "--me=x"], folder, "installed"])}`,
    );
  });

  test("the one that npm installed in a folder above, as when Rapport itself is installed", () => {
    const outer = checkout({ [installedAt]: installedNode });
    const inner = join(outer, "node_modules", "rapport");
    mkdirSync(join(inner, "bin"), { recursive: true });
    mkdirSync(join(inner, "src"));
    copyFileSync(launcher, join(inner, "bin", "rapport.js"));
    writeFileSync(join(inner, "package.json"), '{"type":"module"}');
    // Node does not read TypeScript below node_modules; a link to a checkout is how it gets there.
    writeFileSync(join(inner, "src", "main.ts"), "");
    writeFileSync(join(inner, "told.js"), tell);
    expect(run(inner, ["--run", join(inner, "told.js")]).out).toContain('"installed"');
  });

  test("found through a link to the launcher", () => {
    const root = checkout({ [installedAt]: installedNode });
    const linked = join(base, "rapport");
    symlinkSync(join(root, "bin", "rapport.js"), linked);
    expect(spawnSync(process.execPath, [linked, "doctor"], { encoding: "utf8" }).stdout).toContain('[["doctor"]');
  });

  test("else the running one, in the same process", () => {
    expect(run(checkout(), ["serve"]).out).toBe(
      `main\n${JSON.stringify([["serve"], dirname(process.execPath), null])}`,
    );
  });

  test("else one clear line", () => {
    const root = checkout();
    // A Node without TypeScript: the same one, made to say that it is older before the launcher looks.
    const older = join(base, "older.cjs");
    writeFileSync(
      older,
      `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.19.0" } });
       Object.defineProperty(process, "version", { value: "v20.19.0" });`,
    );
    const { status, out, err } = run(root, ["serve"], { NODE_OPTIONS: `--require=${older}` });
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toBe(
      "Rapport needs Node 22.18 or newer and found only v20.19.0: " +
        `run "npm ci" without --omit=optional in ${root}, or install a newer Node.`,
    );
  });

  test("an installed Node of another processor does not count", () => {
    const root = checkout({ "node_modules/node-linux-other/bin/node": "#!/bin/sh\nexit 9\n" });
    expect(run(root, ["serve"]).status).toBe(0);
  });
});

describe("--run", () => {
  let root: string;
  beforeAll(() => {
    root = checkout({
      [installedAt]: installedNode,
      "node_modules/@tools/one/package.json": '{"bin":{"one":"bin/one","uno":"./uno.mjs"}}',
      "node_modules/@tools/one/bin/one": `#!/usr/bin/env node\n${tell}`,
      "node_modules/@tools/one/uno.mjs": tell,
      "node_modules/two/package.json": '{"bin":"two.sh"}',
      "node_modules/two/two.sh": "#!/bin/sh\necho native $1 from $(command -v node)\n",
      "scripts/say.ts": `const said: string = "typed"; console.log(said); ${tell}`,
    });
  });

  test.each`
    tool     | what
    ${"one"} | ${"a tool of a scoped package, named by a first line"}
    ${"uno"} | ${"a tool named by its ending"}
  `("$what runs on the chosen Node", ({ tool }) => {
    expect(run(root, ["--run", tool, "x", "--y"]).out).toMatch(/^\[\["x","--y"\],.*,"installed"\]$/);
  });

  test("a native tool runs by itself and finds the chosen Node", () => {
    expect(run(root, ["--run", "two", "x"]).out).toBe(`native x from ${join(root, installedAt)}`);
  });

  test("a TypeScript file runs as it is", () => {
    expect(run(root, ["--run", join(root, "scripts/say.ts"), "x"]).out).toMatch(/^typed\n\[\["x"\]/);
  });

  test.each`
    args                        | line
    ${["--run", "four"]}        | ${'No installed package has a tool "four": run "npm ci".'}
    ${["--run", "/no/such.ts"]} | ${"There is no file /no/such.ts."}
    ${["--run"]}                | ${"Usage: node bin/rapport.js --run TOOL ARG…"}
  `("$args: $line", ({ args, line }) => {
    expect(run(root, args)).toMatchObject({ status: 1, err: line });
  });
});

describe("how it ends", () => {
  const waiting = `
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => { console.log(signal); process.exit(7); });
    setTimeout(() => process.exit(1), 10_000);
    console.log("ready");`;

  test("with the status of what it ran", () => {
    const root = checkout({ [installedAt]: installedNode, "src/main.ts": "process.exit(Number(process.argv[2]));" });
    expect(run(root, ["0"]).status).toBe(0);
    expect(run(root, ["42"]).status).toBe(42);
  });

  test("by the signal that ended what it ran", () => {
    const root = checkout({
      [installedAt]: installedNode,
      "src/main.ts": "process.kill(process.pid, process.argv[2]);",
    });
    expect(run(root, ["SIGKILL"]).signal).toBe("SIGKILL");
    expect(run(root, ["SIGTERM"]).signal).toBe("SIGTERM");
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s reaches what it runs", async (signal) => {
    const root = checkout({ [installedAt]: installedNode, "src/main.ts": waiting });
    const child = spawn(process.execPath, [join(root, "bin", "rapport.js")], { stdio: ["ignore", "pipe", "ignore"] });
    let out = "";
    for await (const text of child.stdout.setEncoding("utf8")) {
      if (out === "" && text.includes("ready")) child.kill(signal);
      out += text;
    }
    const status = child.exitCode ?? (await new Promise((fulfil) => child.on("exit", fulfil)));
    expect({ out: out.trim(), status }).toEqual({ out: `ready\n${signal}`, status: 7 });
  });
});
