/**
 * Every setting of the installation, in one schema, and the only place that reads the environment. What an owner sets
 * for themselves (hours, plan, caps) is a row in `setting`, not here.
 */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const flag = z
  .enum(["", "0", "1", "true", "false", "yes", "no"])
  .transform((text) => text === "1" || text === "true" || text === "yes");
const port = z.coerce.number().int().min(0).max(65_535);

/** Name → how it is read, what stands when it is absent, one line for people, and whether its value is a secret. */
const settings = {
  RAPPORT_DATA_DIR: {
    schema: z.string().min(1).optional(),
    about:
      "Folder of the embedded database, keys and imported files. Absent: .rapport in the checkout, or a state folder of the system.",
  },
  XDG_STATE_HOME: {
    schema: z.string().min(1).optional(),
    about:
      "The system's folder for the state of programs; asked when neither RAPPORT_DATA_DIR nor the checkout serves.",
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    about: "A PostgreSQL server, 15 or newer, in place of the embedded one.",
    secret: true,
  },
  REDIS_URL: {
    schema: z.url({ protocol: /^rediss?$/ }).optional(),
    about: "A Redis server for the queue; needed for more than one worker process.",
    secret: true,
  },
  QUEUE_SHARDS: {
    schema: z.coerce.number().int().min(1).max(64).default(8),
    about: "Queues on Redis, by owner. Ignored without REDIS_URL.",
  },
  RAPPORT_MASTER_KEYS: {
    schema: z.string().min(1).optional(),
    about:
      "id:base64,… of 32-byte keys; the first encrypts, all decrypt. Needed with DATABASE_URL; else master.key in the data folder.",
    secret: true,
  },
  RAPPORT_MIGRATE: {
    schema: flag.default(false),
    about: "1 lets `serve` change the schema of a PostgreSQL server by itself.",
  },
  HOST: { schema: z.string().min(1).default("127.0.0.1"), about: "Address that the owner's pages listen on." },
  PORT: { schema: port.default(8380), about: "Port of the owner's pages." },
  RAPPORT_HOSTS: {
    schema: z
      .string()
      .default("")
      .transform((text) =>
        text
          .split(",")
          .map((one) => one.trim().toLowerCase())
          .filter((one) => one !== ""),
      ),
    about: "Host names, separated by commas, that the owner's pages answer to besides localhost.",
  },
  RAPPORT_PASSPHRASE: {
    schema: z.string().min(12).optional(),
    about:
      "Sets the owner's passphrase at start (12 characters or more), while one owner is at home; needed when pages are asked from outside this computer.",
    secret: true,
  },
  RAPPORT_OWNER: {
    schema: z.string().trim().min(1).optional(),
    about:
      "Whose things verbs are about where several owners are at home, unless --owner says it: the name they sign in with.",
  },
  PUBLIC_PORT: {
    schema: port.optional(),
    about: "Port of the public pages (booking, notifications). Absent: they are off.",
  },
  RAPPORT_PUBLIC_URL: {
    schema: z
      .url({ protocol: /^https$/ })
      .transform((text) => text.replace(/\/+$/, ""))
      .optional(),
    about:
      "https address under which the public pages are reached from outside. Once that is proven letters may carry a link; and providers tell what is new there instead of being polled.",
  },
  GMAIL_TOPIC: {
    schema: z
      .string()
      .regex(/^projects\/[^/]+\/topics\/[^/]+$/)
      .optional(),
    about:
      "Pub/Sub topic that Gmail tells of new mail; its subscription is asked (GMAIL_SUBSCRIPTION), or posts to RAPPORT_PUBLIC_URL/hooks/google/mail.",
  },
  GMAIL_TOPIC_SENDER: {
    schema: z.email().optional(),
    about: "Service account that a subscription which posts authenticates as.",
  },
  GMAIL_SUBSCRIPTION: {
    schema: z
      .string()
      .regex(/^projects\/[^/]+\/subscriptions\/[^/]+$/)
      .optional(),
    about: "Pub/Sub subscription of the topic that is asked for news: nothing of ours has to be reached from outside.",
  },
  GMAIL_SUBSCRIPTION_KEY: {
    schema: z.string().min(1).optional(),
    about: "File with the key of the service account that may ask it; needed with GMAIL_SUBSCRIPTION.",
  },
  OPERATOR_PORT: {
    schema: port.default(0),
    about:
      "Loopback port of /healthz, /readyz and /metrics of the web process; the worker's is the next one. 0: any free one.",
  },
  GOOGLE_CLIENT_ID: {
    schema: z.string().min(1).optional(),
    about: "Your own registration at Google (docs/connect-google.md). Outranks what was entered on the page Connect.",
  },
  GOOGLE_CLIENT_SECRET: { schema: z.string().min(1).optional(), about: "Its secret.", secret: true },
  MICROSOFT_CLIENT_ID: {
    schema: z.string().min(1).optional(),
    about:
      "Your own registration at Microsoft (docs/connect-outlook.md). Outranks what was entered on the page Connect.",
  },
  MICROSOFT_CLIENT_SECRET: { schema: z.string().min(1).optional(), about: "Its secret.", secret: true },
  MICROSOFT_TENANT: {
    schema: z.string().min(1).default("common"),
    about: "Who may sign in there: common, organizations, consumers, or the id of one organisation.",
  },
  RAPPORT_SANDBOX: {
    schema: z
      .url({ protocol: /^http$/, hostname: /^(?:127(?:\.\d{1,3}){3}|localhost)$/ })
      .transform((text) => text.replace(/\/+$/, ""))
      .optional(),
    about:
      "For the demo and for tests only: the loopback address of a sandbox that stands in for Google and Microsoft. No real account can be reached with it.",
  },
  UPLOAD_MAX_MB: {
    schema: z.coerce.number().positive().default(20_000),
    about: "Most megabytes that uploaded export files may take together.",
  },
  LOG_LEVEL: {
    schema: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    about: "How much is logged.",
  },
} as const satisfies Record<string, { schema: z.ZodType; about: string; secret?: true }>;

type Settings = typeof settings;
export type Config = { [Name in keyof Settings]: z.output<Settings[Name]["schema"]> };
export type ConfigSource = "environment" | "default";

export class ConfigError extends Error {}

/** Reads the environment (and `.env` in the working folder, which the environment outranks). Names every setting that is wrong at once. */
export function readConfig(environment: NodeJS.ProcessEnv = withEnvFile(process.env)): Config {
  const wrong: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(settings)) {
    const read = schema.safeParse(environment[name] === "" ? undefined : environment[name]);
    if (read.success) config[name] = read.data;
    else wrong.push(`${name}: ${read.error.issues.map(({ message }) => message).join("; ")}`);
  }
  if (wrong.length > 0) throw new ConfigError(`These settings cannot be used:\n  ${wrong.join("\n  ")}`);
  return config as Config;
}

/** Every setting with its value and where it came from, secrets hidden: what `rapport config` prints. */
export function describeConfig(
  environment: NodeJS.ProcessEnv = withEnvFile(process.env),
): { name: string; value: string; source: ConfigSource; about: string }[] {
  const config = readConfig(environment);
  return Object.entries(settings).map(([name, entry]) => {
    const value = config[name as keyof Config];
    const shown = value === undefined ? "" : Array.isArray(value) ? value.join(",") : String(value);
    return {
      name,
      value: "secret" in entry && shown !== "" ? "(hidden)" : shown,
      source: environment[name] === undefined || environment[name] === "" ? "default" : "environment",
      about: entry.about,
    };
  });
}

function withEnvFile(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (!existsSync(".env")) return environment;
  const lines = readFileSync(".env", "utf8").split(/\r?\n/);
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, (value ?? "").replace(/^(["'])(.*)\1$/, "$2")] as const];
  });
  return { ...Object.fromEntries(pairs), ...environment };
}
