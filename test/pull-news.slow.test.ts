/**
 * The worker as a process that asks a Pub/Sub subscription of the sandbox on loopback: mail is read within seconds of its coming,
 * with no address of ours anywhere, and a worker that is told to stop does so at once.
 */
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import type { Zone } from "../src/domain/time.ts";
import { openInstallation } from "../src/installation.ts";
import { atEndOfFile } from "./support/end-of-file.ts";
import { connect } from "./support/faults/fault-world.ts";
import { putMessage } from "./support/faults/tiny-account.ts";
import { sandboxedHome } from "./support/sandboxed-home.ts";
import { killTree, startServing } from "./support/serving.ts";
import { until } from "./support/until.ts";
import { seedOwner } from "./support/world-on.ts";

test("mail comes by the subscription within seconds, with polls a quarter of an hour apart (S3)", {
  timeout: 180_000,
}, async () => {
  const stands = await sandboxedHome({ seed: 1, speed: 1, onRedis: false });
  const { home, cloud, vendors } = stands;
  const topic = "projects/rapport/topics/mail";
  const subscription = "projects/rapport/subscriptions/rapport-mail";
  const email = "reader@rapport.iam.gserviceaccount.example";
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keyFile = join(home, "reader.json");
  const key = { type: "service_account", client_email: email, private_key_id: "key1" };
  writeFileSync(keyFile, JSON.stringify({ ...key, private_key: privateKey.export({ type: "pkcs8", format: "pem" }) }));
  vendors.google.signIn.serviceAccounts.add({ email, publicKey, mayRead: [subscription] });
  vendors.google.mailPush.subscribe({ name: subscription, topic });
  const env = { ...stands.env, GMAIL_TOPIC: topic, GMAIL_SUBSCRIPTION: subscription, GMAIL_SUBSCRIPTION_KEY: keyFile };
  const installation = await openInstallation(readConfig(env), { name: "test", poolMax: 4 });
  const serving = startServing({ env });
  atEndOfFile(async () => {
    killTree(serving);
    await installation.close();
    await stands.end();
  });
  await serving.address();
  const { world } = installation;
  const owner = await seedOwner(world);
  const zone = "Europe/Paris" as Zone;
  const mine = cloud.add({ provider: "google", address: "mara@nordlys.example", given: "Mara", family: "Lind", zone });
  const known = { world, clock: world.clock, provider: "google", owner, mine } as const;
  await connect({ ...known, vendors });
  const watched = async () =>
    world.database.selectFrom("push_channel").select("state").where("owner_id", "=", owner).executeTakeFirst();
  await until(async () => (await watched())?.state === "live", { secondsMax: 60 });
  const isRead = async (id: string) =>
    (await world.database
      .selectFrom("message")
      .select("message_id")
      .where("owner_id", "=", owner)
      .where("header_id", "=", `${id}@mail.example`)
      .executeTakeFirst()) !== undefined;
  for (const id of ["first", "second"]) {
    // Of two within a second Gmail tells of one.
    await wait(3_000);
    const came = performance.now();
    putMessage(known, id, { place: "inbox" });
    await until(async () => isRead(id), { secondsMax: 60 });
    console.log(`${id} was read ${((performance.now() - came) / 1000).toFixed(1)} s after it came`);
  }
  const told = performance.now();
  serving.child.kill("SIGTERM");
  expect(await serving.ended).toBe(0);
  expect(performance.now() - told).toBeLessThan(20_000);
});
