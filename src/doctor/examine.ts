/**
 * The doctor looks at everything that an installation stands on and says what it found. Nothing here is allowed to fail:
 * what cannot be looked at is a finding too, and whatever does not need it is looked at all the same.
 */
import { statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import { Redis } from "ioredis";
import { type Config, ConfigError, readConfig } from "../config.ts";
import type { OwnerId } from "../domain/ids.ts";
import { provePublicAddress, publicProofOf } from "../flows/booking/public-address.ts";
import { homeOf, type Installation, openInstallation } from "../installation.ts";
import { clusterAbout } from "../store/embedded-cluster.ts";
import { EmbeddedTrouble, pathsOf } from "../store/embedded-home.ts";
import { keyChecks } from "../store/key-checks.ts";
import { KeyTrouble, parseMasterKeys } from "../store/keys.ts";
import { SchemaError, schemaState } from "../store/migrate.ts";
import { readAccounts } from "../store/read/accounts.ts";
import { readClients } from "../store/read/clients.ts";
import { hasEntryAccount } from "../store/read/entry-accounts.ts";
import { effectHealth, timerHealth } from "../store/read/operations.ts";
import { readOwners } from "../store/read/owners.ts";
import { readStanding } from "../store/read/standing.ts";
import { isWorkerLockHeld } from "../store/worker-lock.ts";
import { openQueueOf } from "../worker-process.ts";
import { timeout, wallClock } from "../world.ts";
import { judgeAccount, judgeRegistration, type Registration } from "./account-findings.ts";
import { newsFindings } from "./examine-news.ts";
import {
  type Finding,
  fail,
  judgeDoor,
  judgeEffects,
  judgeImports,
  judgeMaterial,
  judgeNode,
  judgePort,
  judgeQueue,
  judgeRedis,
  judgeSchema,
  judgeServer,
  judgeSpace,
  judgeTimers,
  judgeWorker,
  ok,
  type PortSeen,
  warn,
} from "./findings.ts";
import { type FoundOfOwner, tellOfOwners } from "./owners-findings.ts";
import { judgePublicAddress } from "./public-findings.ts";

export async function examine(): Promise<Finding[]> {
  const node = judgeNode(process.versions.node, process.features.typescript !== false);
  const config = settingsOf();
  if ("state" in config) return [node, config];
  const settings = ok("settings", "every setting can be used");
  const home = await atHome(config);
  const parts = [
    home.findings,
    home.path === undefined ? [] : await inDatabase(config, home.path),
    await redisFindings(config),
    await portFindings(config),
  ];
  return [node, settings, ...parts.flat()];
}

function settingsOf(): Config | Finding {
  try {
    return readConfig();
  } catch (fault) {
    if (!(fault instanceof ConfigError)) throw fault;
    return fail(
      "settings",
      fault.message,
      "Correct them in the environment or in .env; `npm run rapport -- config` lists all.",
    );
  }
}

async function atHome(config: Config): Promise<{ path: string | undefined; findings: Finding[] }> {
  try {
    const path = homeOf(config);
    const { bavail, bsize } = await statfs(path);
    return { path, findings: [ok("home", path), judgeSpace(path, bavail * bsize)] };
  } catch (fault) {
    return {
      path: undefined,
      findings: [toldBy("home", fault, "Set RAPPORT_DATA_DIR to a folder that Rapport may write.")],
    };
  }
}

async function inDatabase(config: Config, home: string): Promise<Finding[]> {
  if (config.DATABASE_URL === undefined && (await clusterAbout(pathsOf(home)).catch(() => true)) === undefined) {
    return [ok("database", "The embedded database is not made yet: the first start makes it."), doorBefore(config)];
  }
  let installation: Installation;
  try {
    installation = await openInstallation(
      { ...config, LOG_LEVEL: "silent" },
      { name: "doctor", poolMax: 2, schema: "never" },
    );
  } catch (fault) {
    return [notOpened(fault, config)];
  }
  try {
    return await throughDatabase(installation);
  } catch (fault) {
    return [fail("database", textOf(fault), "Look into postgres.log of the data folder, or the server's log.")];
  } finally {
    await installation.close();
  }
}

function notOpened(fault: unknown, { DATABASE_URL }: Config): Finding {
  if (fault instanceof SchemaError)
    return fail("schema", fault.message, "Start the version of Rapport that this database belongs to.");
  return DATABASE_URL === undefined
    ? toldBy("database", fault, "See postgres.log in the data folder.")
    : fail(
        "database",
        `The server in DATABASE_URL cannot be used: ${textOf(fault)}`,
        "Start it, or correct DATABASE_URL.",
      );
}

async function throughDatabase(installation: Installation): Promise<Finding[]> {
  const { config, pool, embedded, world } = installation;
  const kind = embedded === undefined ? "server" : "embedded";
  const { rows } = await pool.query<{ version: string; number: string; has_queue: boolean }>(
    `select current_setting('server_version') as version, current_setting('server_version_num') as number,
      to_regnamespace('bullmq') is not null as has_queue`,
  );
  const [server] = rows;
  if (server === undefined) throw new Error("the database gave no version");
  const schema = await schemaState(pool);
  const found = [judgeServer(kind, server.version, Number(server.number)), judgeSchema(schema, kind)];
  if (schema.at !== schema.newest) return found;
  const now = world.clock.now();
  const isWorkerHere = config.REDIS_URL === undefined ? await isWorkerLockHeld(pool) : undefined;
  return [
    ...found,
    await masterKey(installation),
    judgeWorker(isWorkerHere),
    ...judgeTimers(await timerHealth(world.database, now), isWorkerHere),
    await queueFinding(installation, server.has_queue),
    judgeEffects(await effectHealth(world.database, now)),
    ...(await registrationFindings(installation)),
    ...(await newsFindings(config, world)),
    ...tellOfOwners(await ofEachOwner(installation)),
  ];
}

/** Whoever runs it looks after everybody at home; of who is being erased there is nothing to mend. Before the first start nobody is. */
async function ofEachOwner(installation: Installation): Promise<FoundOfOwner[]> {
  const { config, world } = installation;
  const { database } = world;
  const owners = (await readOwners(database)).filter(({ isBeingErased }) => !isBeingErased);
  if (owners.length === 0) {
    const bare = [...judgeMaterial(nothingYet), ...judgeImports([]), doorBefore(config)];
    return [{ who: "", findings: [...bare, await publicFinding(installation, undefined)] }];
  }
  const isAlone = owners.length === 1;
  const found: FoundOfOwner[] = [];
  for (const { ownerId, signInName, name } of owners) {
    const standing = await readStanding(database, ownerId);
    const canSignIn = standing.hasPassphrase || (await hasEntryAccount(database, ownerId));
    const findings = [
      ...(await readAccounts(database, ownerId)).map((one) => judgeAccount(one, world.clock.now())),
      ...judgeMaterial(standing),
      ...judgeImports(standing.importTroubles),
      // The setting gives a passphrase to an only owner.
      judgeDoor(isAlone ? doorOf(config, canSignIn) : doorOfOne(config, canSignIn)),
      await publicFinding(installation, ownerId),
    ];
    found.push({ who: signInName ?? name, findings });
  }
  return found;
}

const nothingYet = { messages: 0, events: 0, addressesSure: true };

/** Asked anew, so that what was just mended counts at once. While the pages are not served, what is known stays as it is. */
async function publicFinding({ config, world }: Installation, owner: OwnerId | undefined): Promise<Finding> {
  const { HOST, PUBLIC_PORT: port } = config;
  const hasListener = port !== undefined;
  if (world.publicAddress === undefined)
    return judgePublicAddress({ kind: "none" }, { hasListener, isAnswering: false });
  const isAnswering = hasListener && (await whoAnswers(askedAt(HOST), port)) === "ours";
  if (owner === undefined)
    return judgePublicAddress({ kind: "not_asked", url: world.publicAddress.url }, { hasListener, isAnswering });
  const standing = isAnswering
    ? await provePublicAddress(world, owner, timeout(publicProofMsMax))
    : await publicProofOf(world, owner);
  return judgePublicAddress(standing, { hasListener, isAnswering });
}

const publicProofMsMax = 15_000;

/** The environment outranks the pages, also where it says only half. */
async function registrationFindings({ config, world }: Installation): Promise<Finding[]> {
  const entered = await readClients(world.database);
  const of = (provider: "google" | "microsoft", id: string | undefined, secret: string | undefined): Finding => {
    const given: Registration =
      id === undefined && secret === undefined
        ? undefined
        : { from: "environment", hasId: id !== undefined, hasSecret: secret !== undefined };
    const typed = entered.find((one) => one.provider === provider);
    return judgeRegistration(provider, given ?? (typed && { from: "page", ...typed }));
  };
  const { RAPPORT_SANDBOX: sandbox } = config;
  return [
    of("google", config.GOOGLE_CLIENT_ID, config.GOOGLE_CLIENT_SECRET),
    of("microsoft", config.MICROSOFT_CLIENT_ID, config.MICROSOFT_CLIENT_SECRET),
    ...(sandbox === undefined
      ? []
      : [
          warn(
            "sandbox",
            `Google and Microsoft are played by ${sandbox}.`,
            "Unset RAPPORT_SANDBOX, unless this is a demo.",
          ),
        ]),
  ];
}

const doorOf = (config: Config, canSignIn: boolean) =>
  doorOfOne(config, canSignIn || config.RAPPORT_PASSPHRASE !== undefined);
const doorOfOne = ({ HOST: host, RAPPORT_HOSTS: hosts }: Config, canSignIn: boolean) => ({ host, hosts, canSignIn });

const doorBefore = (config: Config): Finding => judgeDoor(doorOf(config, false));

/** Tries the key on what is sealed. Makes none: where nothing is sealed yet, only the form of a given one is looked at. */
async function masterKey(installation: Installation): Promise<Finding> {
  const { config, home, embedded, world } = installation;
  const advice = "Put the right key back: master.key in the data folder, or RAPPORT_MASTER_KEYS.";
  try {
    const sealed = await keyChecks(world.database, wallClock).read("root");
    const given = config.RAPPORT_MASTER_KEYS;
    if (given !== undefined) parseMasterKeys(given, "RAPPORT_MASTER_KEYS");
    if (sealed !== undefined) {
      await installation.keyring();
      return given === undefined
        ? privateFile(join(home, "master.key"))
        : ok("master key", "fits (RAPPORT_MASTER_KEYS)");
    }
    return given === undefined && embedded === undefined
      ? warn(
          "master key",
          "None is given, and nothing is sealed yet.",
          "Set RAPPORT_MASTER_KEYS beside DATABASE_URL before accounts are connected.",
        )
      : ok("master key", "nothing is sealed yet");
  } catch (fault) {
    if (!(fault instanceof KeyTrouble)) throw fault;
    return fail("master key", fault.message, advice);
  }
}

function privateFile(file: string): Finding {
  const isOpen = (statSync(file).mode & 0o077) !== 0;
  return isOpen
    ? warn("master key", `fits, but others may read ${file}`, `chmod 600 ${file}`)
    : ok("master key", `fits (${file})`);
}

/** The queue makes its tables when it is opened; the doctor only looks, so where there are none it leaves it at that. */
async function queueFinding(installation: Installation, isMade: boolean): Promise<Finding> {
  const isRedis = installation.config.REDIS_URL !== undefined;
  if (!isRedis && !isMade) return ok("queue", "not made yet: the first start makes it");
  if (isRedis && (await redisFindings(installation.config)).some(({ state }) => state === "fail")) {
    return warn("queue", "It was not looked at: see redis.", "Mend Redis first.");
  }
  const queue = await openQueueOf(installation);
  try {
    return judgeQueue(await queue.depth());
  } finally {
    await queue.close();
  }
}

const redisConnectMsMax = 3_000;

async function redisFindings({ REDIS_URL }: Config): Promise<Finding[]> {
  if (REDIS_URL === undefined) return [];
  const client = new Redis(REDIS_URL, {
    lazyConnect: true,
    connectTimeout: redisConnectMsMax,
    commandTimeout: redisConnectMsMax,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // Its errors come out of the calls below; without a listener they would be printed as well.
  let lost: Error | undefined;
  client.on("error", (error) => {
    lost = error;
  });
  try {
    await client.connect();
    const info = await client.info();
    const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1] ?? "unknown";
    return [judgeRedis({ version: field("redis_version"), evictionPolicy: field("maxmemory_policy") })];
  } catch (fault) {
    return [fail("redis", `REDIS_URL does not answer: ${textOf(lost ?? fault)}`, "Start it, or correct REDIS_URL.")];
  } finally {
    client.disconnect();
  }
}

async function portFindings({ HOST, PORT, PUBLIC_PORT }: Config): Promise<Finding[]> {
  const host = askedAt(HOST);
  return [
    judgePort("port", "PORT", PORT, await whoAnswers(host, PORT)),
    ...(PUBLIC_PORT === undefined
      ? []
      : [judgePort("public port", "PUBLIC_PORT", PUBLIC_PORT, await whoAnswers(host, PUBLIC_PORT))]),
  ];
}

const askedAt = (host: string): string => (host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host);

const portAnswerMsMax = 2_000;

/** Tells our pages by their title, which stands on each of them, signed in or not. */
const whoAnswers = (host: string, port: number): Promise<PortSeen> =>
  new Promise((resolve) => {
    if (port === 0) return resolve("free");
    const request = get(
      { host, port, path: "/", timeout: portAnswerMsMax, headers: { host: "localhost" } },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (piece: string) => {
          text = (text + piece).slice(0, 20_000);
        });
        answer.on("close", () => resolve(/<title>[^<]*Rapport/.test(text) ? "ours" : "others"));
      },
    );
    request.on("timeout", () => request.destroy());
    request.on("error", (fault: NodeJS.ErrnoException) => resolve(fault.code === "ECONNREFUSED" ? "free" : "others"));
  });

/** Our own troubles say what is wrong in their first sentence and what to do in the others. */
function toldBy(name: string, fault: unknown, otherwise: string): Finding {
  const text = textOf(fault);
  const [, wrong, todo] = (fault instanceof EmbeddedTrouble && /^(.*?\.) (?=[A-Z])(.*)$/s.exec(text)) || [];
  return fail(name, wrong ?? text, todo ?? otherwise);
}

/** Node tells of a name that answers on no address in an error without a text of its own. */
function textOf(fault: unknown): string {
  if (fault instanceof AggregateError) return [...new Set(fault.errors.map(textOf))].join("; ");
  if (!(fault instanceof Error)) return String(fault);
  return fault.message === "" ? ((fault as NodeJS.ErrnoException).code ?? fault.name) : fault.message;
}
