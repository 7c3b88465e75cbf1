/** The web process: listeners, queue for nudges, operator's port, from start to drained. */
import { join } from "node:path";
import { openDemoDoor } from "./demo/demo-door.ts";
import { openDemoTime } from "./demo/demo-time.ts";
import { askForProof } from "./flows/booking/public-address.ts";
import { isShared } from "./flows/owner/enter-by-name.ts";
import { ownerOf } from "./flows/owner/owner-of.ts";
import { checkPassphrase, setPassphrase } from "./flows/owner/passphrase.ts";
import { makeStartKey } from "./flows/owner/session.ts";
import type { Installation } from "./installation.ts";
import { detect } from "./integrations/archive/detect.ts";
import { listenForOperator, operationsApp } from "./operations.ts";
import { listOwners } from "./store/owners.ts";
import { tellReady } from "./supervisor.ts";
import type { WebContext } from "./web/context.ts";
import { serveWeb } from "./web/server.ts";
import { checksOf, nudgeInto, openQueueOf, sayTaken } from "./worker-process.ts";
import { timeout } from "./world.ts";

/** Uploads stop when they would leave the disk with less than this. */
const freeDiskMinBytes = 500 * 1024 * 1024;

/** Resolves when the answers under way are given, after `stop` has fired. */
export async function startWeb(installation: Installation, stop: AbortSignal): Promise<void> {
  const { config, home, log } = installation;
  const queue = await openQueueOf(installation);
  const world = { ...installation.world, nudge: nudgeInto(queue) };
  const { ownerId } = await ownerOf(world);
  const shared = await isShared(world);
  // Setting it signs every browser out, so only when it changed; and among several owners it would be nobody's.
  const { RAPPORT_PASSPHRASE: passphrase } = config;
  if (passphrase !== undefined && !shared && !(await checkPassphrase(world, ownerId, passphrase)))
    await setPassphrase(world, ownerId, passphrase);
  const door = config.RAPPORT_SANDBOX === undefined ? openDemoDoor() : undefined;
  const web = await serveWeb({
    world,
    detect,
    timeout,
    ...(door !== undefined && { demoDoor: door }),
    ...demoTimeOf(installation),
    settings: {
      listen: { host: config.HOST, port: config.PORT },
      ...(config.PUBLIC_PORT !== undefined && { publicListen: { host: config.HOST, port: config.PUBLIC_PORT } }),
      hosts: [...config.RAPPORT_HOSTS, ...hostIn(config.RAPPORT_PUBLIC_URL)],
      inboxDir: join(home, "inbox"),
      uploadQuotaBytes: config.UPLOAD_MAX_MB * 1e6,
      freeDiskMinBytes,
    },
  }).catch(sayTaken("PORT or PUBLIC_PORT"));
  if (world.publicAddress !== undefined)
    for (const one of await listOwners(world.database)) await askForProof(world, one.ownerId);
  const operator = await listenForOperator(
    operationsApp({
      checks: checksOf(installation),
      board: async () => (await import("./queue-board.ts")).queueBoard(queue.queues),
      onError: (error) => log.error({ err: error }, "a metric could not be read"),
    }),
    config.OPERATOR_PORT,
  ).catch(sayTaken("OPERATOR_PORT"));
  const way = shared ? "" : `?key=${await makeStartKey(world, ownerId)}`;
  log.info({ operatorPort: operator.port, port: web.listening.port }, "the pages answer");
  const address = `http://localhost:${web.listening.port}/${way}`;
  const name = config.RAPPORT_SANDBOX === undefined ? "Rapport" : "The demo of Rapport";
  console.log(`\n${name} is ready. Open this address:\n\n  ${address}\n`);
  tellReady(address);
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await Promise.all([web.stop(), door?.close()]);
  await queue.close();
  await operator.close();
}

const hostIn = (url: string | undefined): string[] => (url === undefined ? [] : [new URL(url).hostname]);

const demoTimeOf = ({ config, demoClock }: Installation): Pick<WebContext, "demoTime"> =>
  config.RAPPORT_SANDBOX === undefined || demoClock === undefined
    ? {}
    : { demoTime: openDemoTime(config.RAPPORT_SANDBOX, demoClock) };
