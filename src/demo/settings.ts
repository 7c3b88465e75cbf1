/** What the demo's processes are told instead of the installation's own settings: they share nothing with it. */
import type { CloudProvider } from "../sandbox/cloud/account.ts";

export type DemoClients = Readonly<Record<CloudProvider, { clientId: string; clientSecret: string }>>;

/** Registered at the sandbox alone; no provider knows them. */
export const demoClients: DemoClients = {
  google: { clientId: "rapport-demo.apps.googleusercontent.com", clientSecret: "only-for-the-demo-google" },
  microsoft: { clientId: "3d6c0b7e-58a1-4f0c-9a52-7d1e4b8c2f60", clientSecret: "only-for-the-demo-microsoft" },
};

/** Pages of the demo answer on the first of these that is free. */
export const demoPorts: readonly number[] = Array.from({ length: 20 }, (_, at) => 8390 + at);

/** Where the sandbox may send people back to, whichever port it was. */
export const redirectsOf = (provider: CloudProvider): string[] =>
  demoPorts.flatMap((port) =>
    ["localhost", "127.0.0.1"].map((name) => `http://${name}:${port}/connect/${provider}/back`),
  );

/** As environment variables. Those of a server, of the net and of secrets are empty, whatever the environment says. */
export const demoSettings = (demo: {
  home: string;
  sandbox: string;
  port: number;
  logLevel: string;
}): Record<string, string> => ({
  RAPPORT_DATA_DIR: demo.home,
  RAPPORT_SANDBOX: demo.sandbox,
  PORT: String(demo.port),
  LOG_LEVEL: demo.logLevel,
  HOST: "127.0.0.1",
  OPERATOR_PORT: "0",
  DATABASE_URL: "",
  REDIS_URL: "",
  RAPPORT_MASTER_KEYS: "",
  RAPPORT_MIGRATE: "",
  RAPPORT_HOSTS: "",
  RAPPORT_PASSPHRASE: "",
  RAPPORT_OWNER: "",
  PUBLIC_PORT: "",
  RAPPORT_PUBLIC_URL: "",
  GMAIL_TOPIC: "",
  GMAIL_TOPIC_SENDER: "",
  GMAIL_SUBSCRIPTION: "",
  GMAIL_SUBSCRIPTION_KEY: "",
  GOOGLE_CLIENT_ID: demoClients.google.clientId,
  GOOGLE_CLIENT_SECRET: demoClients.google.clientSecret,
  MICROSOFT_CLIENT_ID: demoClients.microsoft.clientId,
  MICROSOFT_CLIENT_SECRET: demoClients.microsoft.clientSecret,
  MICROSOFT_TENANT: "common",
});
