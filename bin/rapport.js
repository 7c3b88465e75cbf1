#!/usr/bin/env node
// Starts Rapport, and the tools of this repository, on a Node that runs TypeScript as it is.
//
//   node bin/rapport.js VERB …              runs src/main.ts with the verb
//   node bin/rapport.js --run TOOL ARG…     runs an installed tool (vitest, biome, tsc …) or a .ts/.js/.mjs file
//
// Plain JavaScript for Node 18 or newer, because it is the one file that has to run before a newer Node is found.
import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, openSync, readFileSync, readSync, realpathSync } from "node:fs";
import module from "node:module";
import { constants as system } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));
const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"];

start(process.argv.slice(2));

/** @param {string[]} args what follows `rapport.js` on the command line */
function start(args) {
  const node = installedNode(root) ?? runningNode();
  if (node === undefined) {
    return refuse(
      `Rapport needs Node 22.18 or newer and found only ${process.version}: ` +
        `run "npm ci" without --omit=optional in ${root}, or install a newer Node.`,
    );
  }
  process.env.PATH = [dirname(node), ...(process.env.PATH ?? "").split(delimiter).filter(Boolean)].join(delimiter);
  keepCompiled();
  const program = programFor(args);
  if (program.missing !== undefined) return refuse(program.missing);
  if (program.isNative) return become(program.file, program.args);
  if (node !== realpathSync(process.execPath)) return become(node, [program.file, ...program.args]);
  process.argv = [process.execPath, program.file, ...program.args];
  return import(pathToFileURL(program.file).href);
}

/** The Node that npm installed for this machine, looked for in every node_modules from `folder` up to the root. */
function installedNode(folder) {
  const node = nearestModule(folder, join(`node-linux-${process.arch}`, "bin", "node"));
  return node !== undefined && canRun(node) ? realpathSync(node) : undefined;
}

/** The Node that runs this very file, when it can read TypeScript by itself. */
function runningNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNewEnough = major > 22 || (major === 22 && minor >= 18);
  return isNewEnough && process.features.typescript ? realpathSync(process.execPath) : undefined;
}

/**
 * Keeps what Node compiled beside the packages, which halves the next start. The variable is for the processes and threads
 * that this one starts. Where the folder cannot be written, Node goes on without; each user has a part of it to themselves.
 */
function keepCompiled() {
  if (!existsSync(join(root, "node_modules"))) return;
  process.env.NODE_COMPILE_CACHE ??= join(root, "node_modules", ".cache", "rapport");
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
}

/** @returns {{file: string, args: string[], isNative?: boolean, missing?: undefined} | {missing: string}} */
function programFor(args) {
  const [first, name, ...rest] = args;
  if (first !== "--run") return { file: join(root, "src", "main.ts"), args };
  if (name === undefined) return { missing: "Usage: node bin/rapport.js --run TOOL ARG…" };
  const isFile = /\.[cm]?[jt]s$/.test(name);
  const file = isFile ? resolve(name) : toolNamed(name);
  if (file === undefined || !existsSync(file)) {
    return {
      missing: isFile ? `There is no file ${file}.` : `No installed package has a tool "${name}": run "npm ci".`,
    };
  }
  return { file, args: rest, isNative: !isFile && !isScript(file) };
}

/** The file that a direct dependency declares under `bin` by that name; node_modules/.bin may be missing. */
function toolNamed(name) {
  const { dependencies, devDependencies } = readJson(join(root, "package.json"));
  for (const dependency of Object.keys({ ...devDependencies, ...dependencies })) {
    const manifest = nearestModule(root, join(dependency, "package.json"));
    if (manifest === undefined) continue;
    const { bin } = readJson(manifest);
    const tools = typeof bin === "string" ? { [dependency.split("/").at(-1)]: bin } : (bin ?? {});
    if (tools[name] !== undefined) return join(dirname(manifest), tools[name]);
  }
  return undefined;
}

function nearestModule(folder, path) {
  for (let place = folder; ; place = dirname(place)) {
    const found = join(place, "node_modules", path);
    if (existsSync(found)) return found;
    if (place === dirname(place)) return undefined;
  }
}

/** Whether Node has to read the file: by its ending, or by the first line that names node. */
function isScript(file) {
  if (/\.[cm]?[jt]s$/.test(file)) return true;
  const start = Buffer.alloc(64);
  readSync(openSync(file, "r"), start, 0, start.length, 0);
  return /^#!.*\bnode\b/.test(start.toString("latin1"));
}

/** Runs `file` in this process's place as far as Node can: its streams, signals and end are ours. */
function become(file, args) {
  const child = spawn(file, args, { stdio: "inherit" });
  // Ctrl-C on a terminal already reaches the whole process group; sent on, it would arrive twice.
  const isOnTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  for (const signal of FORWARDED) {
    process.on(signal, () => {
      if (signal !== "SIGINT" || !isOnTerminal) child.kill(signal);
    });
  }
  child.on("error", (fault) => refuse(`${file} could not be started: ${fault.message}`));
  child.on("exit", (code, signal) => {
    if (signal === null) return process.exit(code);
    for (const forwarded of FORWARDED) process.removeAllListeners(forwarded);
    process.kill(process.pid, signal);
    // Some signals are ignored or handled late; the shell's number for them is the next best answer.
    return setTimeout(() => process.exit(128 + system.signals[signal]), 100);
  });
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function refuse(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
