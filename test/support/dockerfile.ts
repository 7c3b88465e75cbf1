/**
 * Performs a Dockerfile without Docker: its COPY, RUN and ENV lines in an empty folder, as an ordinary user. It knows the
 * instructions that ours uses and refuses any other, so that a new one is not silently left out.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export type Built = {
  /** What ENV lines set. */
  environment: Record<string, string>;
  user: { uid: number; gid: number };
  command: string[];
  healthCheck: string[];
  ran: string[];
};

type Building = {
  dockerfile: string;
  /** Where COPY takes from. */
  context: string;
  /** Stands for the working folder; must be empty and belong to the user. */
  folder: string;
  /** Where programs are looked for; stands for what FROM brings. */
  path: string;
};

export function build({ dockerfile, context, folder, path }: Building): Built {
  const instructions = instructionsOf(readFileSync(dockerfile, "utf8"));
  const environment: Record<string, string> = {};
  const user = userOf(instructions);
  const built: Built = { environment, user, command: [], healthCheck: [], ran: [] };
  for (const [name, words] of instructions) {
    switch (name) {
      case "FROM":
      case "WORKDIR":
      case "USER":
      case "EXPOSE":
      case "VOLUME":
        break;
      case "ENV":
        for (const [, key = "", value = ""] of words.matchAll(/(\w+)=(\S*)/g)) environment[key] = value;
        break;
      case "COPY":
        copy(words.split(/\s+/), context, folder);
        if (process.getuid?.() === 0) spawnSync("chown", ["-R", `${user.uid}:${user.gid}`, folder]);
        break;
      case "RUN":
        run(words, folder, { ...roadToTheRegistry(), ...environment, PATH: path, HOME: folder }, user);
        built.ran.push(words);
        break;
      case "HEALTHCHECK":
        built.healthCheck = JSON.parse(words.slice(words.indexOf("[")));
        break;
      case "CMD":
        built.command = JSON.parse(words);
        break;
      default:
        throw new Error(`the Dockerfile has ${name}, which this test does not perform`);
    }
  }
  return built;
}

function instructionsOf(text: string): [name: string, words: string][] {
  return text
    .replaceAll(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1).trim()]);
}

function userOf(instructions: readonly [string, string][]): Built["user"] {
  const [uid, gid] = (instructions.findLast(([name]) => name === "USER")?.[1] ?? "0:0").split(":").map(Number);
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

/** As Docker does: of a folder its contents are copied; a target that ends in a slash is a folder. */
function copy(words: readonly string[], context: string, folder: string): void {
  const target = words.at(-1)!;
  for (const source of words.slice(0, -1)) {
    const place = target.endsWith("/") ? join(folder, target, source) : join(folder, target);
    mkdirSync(dirname(place), { recursive: true });
    cpSync(join(context, source), place, { recursive: true });
  }
}

/** A build goes out as its machine does: by its proxies, with its certificates. */
const roadToTheRegistry = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => /_proxy$|_CERTS?$|^SSL_CERT_/i.test(name)));

function run(line: string, cwd: string, env: NodeJS.ProcessEnv, user: Built["user"]): void {
  const as = process.getuid?.() === 0 ? user : {};
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", line], { cwd, env, encoding: "utf8", ...as });
  if (status !== 0) throw new Error(`RUN ${line}\nended with ${status}\n${stdout}\n${stderr}`);
}
