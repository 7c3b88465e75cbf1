/** What the doctor makes of what it saw: one line a thing, in words for the operator, with what to do. Pure. */
import type { QueueDepth } from "../jobs/queue.ts";
import type { TimerHealth } from "../store/read/operations.ts";

export type Finding = {
  /** What was looked at: "database", "queue" … Stable, for scripts. */
  name: string;
  state: "ok" | "warn" | "fail";
  says: string;
  /** What to do; present unless all is well. */
  advice?: string;
};

export const ok = (name: string, says: string): Finding => ({ name, state: "ok", says });
export const warn = (name: string, says: string, advice: string): Finding => ({ name, state: "warn", says, advice });
export const fail = (name: string, says: string, advice: string): Finding => ({ name, state: "fail", says, advice });

const nodeMajor = 24;
const nodeMajorMin = 22;

/** `version` as Node tells it, "24.21.0". */
export function judgeNode(version: string, runsTypeScript: boolean): Finding {
  const major = Number.parseInt(version, 10);
  const says = `Node ${version}`;
  if (!runsTypeScript || major < nodeMajorMin) {
    return fail(
      "node",
      `${says} cannot run Rapport.`,
      "Run `npm ci` again: it brings Node 24 along. Or install Node 24.",
    );
  }
  if (major !== nodeMajor)
    return warn(
      "node",
      `${says}; Rapport is made for Node ${nodeMajor}.`,
      "Run `npm ci` again: it brings Node 24 along.",
    );
  return ok("node", says);
}

const megabyte = 1024 * 1024;
const freeBytesFew = 2_000 * megabyte;
const freeBytesMin = 500 * megabyte;

export function judgeSpace(home: string, freeBytes: number): Finding {
  const says = `${Math.floor(freeBytes / megabyte).toLocaleString("en-US")} MB free for ${home}`;
  const advice = "Make room on the disk, or set RAPPORT_DATA_DIR to a folder on another one.";
  if (freeBytes < freeBytesMin) return fail("space", `${says}: too little, uploads are refused.`, advice);
  if (freeBytes < freeBytesFew) return warn("space", `${says}: it gets tight.`, advice);
  return ok("space", says);
}

const serverVersionMin = 150_000;

/** `versionNumber` as PostgreSQL's server_version_num: 150004 is 15.4. */
export function judgeServer(kind: "embedded" | "server", version: string, versionNumber: number): Finding {
  const says = `PostgreSQL ${version}, ${kind === "embedded" ? "embedded" : "a server (DATABASE_URL)"}`;
  return versionNumber >= serverVersionMin
    ? ok("database", says)
    : fail("database", `${says}: too old.`, "Use PostgreSQL 15 or newer.");
}

export function judgeSchema({ at, newest }: { at: number; newest: number }, kind: "embedded" | "server"): Finding {
  if (at === newest) return ok("schema", `schema ${at}, the newest`);
  const says = `schema ${at}, and this version needs ${newest}`;
  return kind === "embedded"
    ? warn("schema", says, "Any start of Rapport brings it up to date, after a backup.")
    : fail("schema", says, "Run `npm run rapport -- migrate`, or set RAPPORT_MIGRATE=1.");
}

/** Minutes after which a due timer is late: the tick comes each second, and long work is done by then. */
const lateSecondsMax = 300;

/** `isWorkerHere` is undefined where that cannot be told: several workers share a Redis. */
export function judgeTimers({ due, lagSeconds, failing }: TimerHealth, isWorkerHere: boolean | undefined): Finding[] {
  const failed = failing.reduce((sum, { timers }) => sum + timers, 0);
  const lag =
    lagSeconds < 90
      ? `${Math.round(lagSeconds)} seconds`
      : `${Math.round(lagSeconds / 60).toLocaleString("en-US")} minutes`;
  const isLate = due > 0 && lagSeconds > lateSecondsMax;
  const wait = `${due.toLocaleString("en-US")} due, the oldest for ${lag}`;
  return [
    isLate
      ? warn(
          "timers",
          `The tick is behind: ${wait}.`,
          isWorkerHere === true
            ? "Look into the worker's log."
            : "No worker is running: start Rapport with `npm start`.",
        )
      : ok("timers", due === 0 ? "nothing is due" : wait),
    failed > 0
      ? warn(
          "failures",
          `${failed.toLocaleString("en-US")} timers failed and are tried again: ${[...new Set(failing.map(({ kind }) => kind))].join(", ")}.`,
          "Look into the worker's log for why.",
        )
      : ok("failures", "no timer has failed"),
  ];
}

export const judgeWorker = (isWorkerHere: boolean | undefined): Finding => {
  if (isWorkerHere === undefined) return ok("worker", "workers share the queue on Redis, as many as you start");
  return isWorkerHere
    ? ok("worker", "a worker is running")
    : warn("worker", "No worker is running.", "Start Rapport with `npm start`; until then nothing is done by itself.");
};

export function judgeQueue({ waiting, active, delayed, failed }: QueueDepth): Finding {
  const says = `${waiting} waiting, ${active} running, ${delayed} put off, ${failed} failed of late`;
  return failed > 0
    ? warn("queue", says, "Look into the worker's log; what matters is tried again by its timer.")
    : ok("queue", says);
}

const redisVersionMin = [6, 2];

export function judgeRedis({ version, evictionPolicy }: { version: string; evictionPolicy: string }): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [majorMin = 0, minorMin = 0] = redisVersionMin;
  const says = `Redis ${version}, maxmemory-policy ${evictionPolicy}`;
  if (major < majorMin || (major === majorMin && minor < minorMin)) {
    return fail("redis", `${says}: too old.`, `Use Redis ${redisVersionMin.join(".")} or newer.`);
  }
  return evictionPolicy === "noeviction"
    ? ok("redis", says)
    : fail("redis", `${says}: it may throw away jobs when memory is short.`, "Set maxmemory-policy to noeviction.");
}

/** Off loopback, or under a name of its own, the owner's pages stay shut until a passphrase or an account opens them. */
export function judgeDoor(door: { host: string; hosts: readonly string[]; canSignIn: boolean }): Finding {
  const { host, hosts, canSignIn } = door;
  const isNear = isLoopback(host) && hosts.length === 0;
  if (isNear) return ok("door", `pages answer on this computer only (${host})`);
  const asked = isLoopback(host) ? `under ${hosts.join(", ")}` : `on ${host}`;
  return canSignIn
    ? ok("door", `pages answer ${asked}, to whoever signs in`)
    : fail(
        "door",
        `Pages answer ${asked}, and nobody can sign in: they stay shut from outside.`,
        "Set RAPPORT_PASSPHRASE, or one on the settings page; or connect an account and let it open them.",
      );
}

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host.startsWith("127.");

export type PortSeen = "ours" | "others" | "free";

export function judgePort(name: string, setting: string, port: number, seen: PortSeen): Finding {
  if (port === 0) return ok(name, "any free port");
  if (seen === "ours") return ok(name, `Rapport answers on port ${port}`);
  return seen === "free"
    ? ok(name, `port ${port} is free`)
    : fail(name, `Another program has port ${port}.`, `Stop it, or set ${setting} to another port.`);
}

export type ImportTrouble = { name: string; state: "failed" | "stopped"; because: string | undefined };

export function judgeImports(troubles: readonly ImportTrouble[]): Finding[] {
  if (troubles.length === 0) return [ok("imports", "none has failed")];
  return troubles.map(({ name, state, because }) =>
    warn(
      "imports",
      `"${name}" ${state}${because === undefined ? "" : `: ${because}`}`,
      "Run the same `import` again: it goes on from where it stands.",
    ),
  );
}

/** What there is to work with. */
export function judgeMaterial(seen: { messages: number; events: number; addressesSure: boolean }): Finding[] {
  if (seen.messages + seen.events === 0) {
    return [
      warn(
        "material",
        "No mail or calendar was brought in yet.",
        "Run `npm run rapport -- import FILE…`, or open the first page.",
      ),
    ];
  }
  return [
    ok("material", `${seen.messages.toLocaleString("en-US")} messages, ${seen.events.toLocaleString("en-US")} events`),
    ...(seen.addressesSure
      ? []
      : [
          warn(
            "owner",
            "It is not plain which addresses are yours.",
            "Say it with `npm run rapport -- import --me ADDRESS`.",
          ),
        ]),
  ];
}

/** What is under way is done, or found out about, within minutes. */
const underWaySecondsMax = 3_600;
const underWay: ReadonlySet<string> = new Set(["claimed", "prepared", "sending"]);

/** Effects that neither happened nor did not, as far as is known, and those that nobody goes on with. */
export function judgeEffects(
  effects: readonly { kind: string; state: string; effects: number; oldestSeconds: number }[],
): Finding {
  const inDoubt = ({ state }: { state: string }) => state === "unknown" || state === "ask_owner";
  const open = effects.filter(
    (one) => inDoubt(one) || (underWay.has(one.state) && one.oldestSeconds > underWaySecondsMax),
  );
  return open.length === 0
    ? ok("effects", "none is in doubt")
    : warn(
        "effects",
        open.map(({ kind, state, effects: count }) => `${count} ${kind} ${state.replaceAll("_", " ")}`).join(", "),
        open.some(inDoubt) ? "Open the page of letters: it shows them." : "Look into the worker's log.",
      );
}
