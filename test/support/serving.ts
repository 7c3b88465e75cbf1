/** The product as a process: started from outside as a person does, and watched through what it prints and the system's list of processes. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";
import { killAll, signal } from "./kill.ts";
import { until } from "./until.ts";

/** A process that starts, or a database that recovers, while other tests keep both cores busy. */
export const onBusyMachine = { secondsMax: 40 };

export const checkout = fileURLToPath(new URL("../..", import.meta.url));

export type Serving = {
  child: ChildProcess;
  /** Every line so far, of both outputs. */
  lines: readonly string[];
  /** The printed address with its key, as soon as it is printed. */
  address(): Promise<string>;
  /** Resolves with the exit code when the process is gone. */
  ended: Promise<number | null>;
};

type Start = {
  command?: readonly string[];
  cwd?: string;
  env: NodeJS.ProcessEnv;
  as?: { uid: number; gid: number };
};

/** `rapport serve`, or any other command that becomes one. Nothing of this process's environment goes along. */
export function startServing({
  command = [process.execPath, "bin/rapport.js", "serve"],
  cwd = checkout,
  env,
  as,
}: Start): Serving {
  const child = spawn(command[0]!, command.slice(1), { cwd, env, stdio: ["ignore", "pipe", "pipe"], ...as });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => lines.push(line));
  }
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return {
    child,
    lines,
    ended,
    async address() {
      let found: string | undefined;
      await until(() => {
        found = lines.map((line) => /^\s*(http:\/\/localhost:\d+\/\?key=\S+)$/.exec(line)?.[1]).find(Boolean);
        if (found === undefined && child.exitCode !== null) {
          throw new Error(`serve ended with ${child.exitCode}:\n${lines.join("\n")}`);
        }
        return found !== undefined;
      }, onBusyMachine);
      return found!;
    },
  };
}

export type SystemProcess = { pid: number; parent: number; command: string };

/** Every living process, from /proc; ended ones that nobody has asked about are left out. */
export function processes(): SystemProcess[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0").join(" ").trim();
      const [state, parent] = readFileSync(`/proc/${name}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return state === "Z" || command === "" ? [] : [{ pid: Number(name), parent: Number(parent), command }];
    } catch {
      return [];
    }
  });
}

/** A process and everything that it started, however deep. */
export function treeOf(pid: number): SystemProcess[] {
  const all = processes();
  const members = all.filter((one) => one.pid === pid);
  for (const member of members) members.push(...all.filter(({ parent }) => parent === member.pid));
  return members;
}

/** Without a word, with all that it started. */
export const killTree = ({ child }: Pick<Serving, "child">): void =>
  killAll(...treeOf(child.pid!).map(({ pid }) => pid));

/** The child of `serve` that runs this verb; undefined while there is none. */
export const verbProcess = (serve: number, verb: string): SystemProcess | undefined =>
  treeOf(serve).find(({ pid, command }) => pid !== serve && command.endsWith(`main.ts ${verb}`));

/** What runs for a home: its postmaster (whose children have other names) and its keeper. */
export const databaseProcesses = (home: string): SystemProcess[] =>
  processes().filter(
    ({ command }) => command.includes(`-D ${home}/cluster/data`) || command.includes(`keeper.ts ${home} `),
  );

/** Ends the database of a home, whoever left it running. Does nothing where none runs. */
export async function stopDatabase(home: string): Promise<void> {
  for (const { pid, command } of databaseProcesses(home)) {
    // SIGINT: a postmaster ends its sessions and then itself; the keeper ends at once.
    if (command.includes(" -D ")) signal(pid, "SIGINT");
  }
  await until(() => databaseProcesses(home).length === 0, onBusyMachine);
}

/** Settings for a `serve` of its own: a home, ports that nobody else has, and the embedded database. */
export async function freeSettings(home: string): Promise<Record<string, string>> {
  return {
    PATH: process.env.PATH ?? "",
    RAPPORT_DATA_DIR: home,
    PORT: String(await freePort()),
    OPERATOR_PORT: String(await freePort({ neighbours: 1 })),
  };
}

export type Visitor = {
  get(path: string): Promise<Response>;
  post(path: string, fields: Record<string, string>): Promise<Response>;
  /** Puts files into the tray: name → text. */
  upload(files: Record<string, string>): Promise<Response>;
};

/** Opens the printed address as a browser does, and sends forms as the pages' own. */
export async function enter(address: string): Promise<Visitor> {
  const entered = await fetch(address, { redirect: "manual" });
  const cookie = entered.headers.getSetCookie()[0]!.split(";")[0]!;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, address), { ...init, redirect: "manual", headers: { cookie, ...init.headers } });
  const token = /name="form_token" value="([^"]+)"/.exec(await (await ask("/settings")).text())![1]!;
  return {
    get: (path) => ask(path),
    post: (path, fields) =>
      ask(path, {
        method: "POST",
        body: new URLSearchParams({ form_token: token, ...fields }),
        headers: { "sec-fetch-site": "same-origin" },
      }),
    upload(files) {
      const form = new FormData();
      form.append("form_token", token);
      for (const [name, text] of Object.entries(files)) form.append("files", new Blob([text]), name);
      return ask("/import/files", { method: "POST", body: form, headers: { "sec-fetch-site": "same-origin" } });
    },
  };
}
