/**
 * From the moment at which an approved letter is due to the provider's yes, with a worker as a process and the providers on
 * loopback: the tick, the last look with its poll of the mailbox, the claim, the draft and the sending. The sandbox answers at
 * once, so this is our own time.
 */
import { setTimeout as wait } from "node:timers/promises";
import { readConfig } from "../../src/config.ts";
import type { EffectId } from "../../src/domain/ids.ts";
import { after, dayIn, type Instant, millisOf } from "../../src/domain/time.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { approveDraft } from "../../src/flows/sending/approve-draft.ts";
import { openInstallation } from "../../src/installation.ts";
import { type Provider, providers } from "../../src/integrations/provider.ts";
import { settleCast } from "../../src/sandbox/cloud/cast.ts";
import { chance } from "../../src/sandbox/random.ts";
import { connect } from "../../test/support/faults/fault-world.ts";
import { lifeBegins, makeOwner, meetSome } from "../../test/support/loop-lives/loop-owner.ts";
import { type SandboxedHome, sandboxedHome } from "../../test/support/sandboxed-home.ts";
import { checkout, killTree, startServing } from "../../test/support/serving.ts";
import { until } from "../../test/support/until.ts";
import { paris } from "../../test/support/world-on.ts";

const peopleEach = 12;
const lettersMax = 40;
/** Of the clock that leaps. */
const daysMax = 21;
const seed = 1;
/** What else became due in the leap of the clock is done by then. */
const leadSeconds = 3;
const lookMs = 20;
const secondsMax = 120;

export async function benchLeave(): Promise<object[]> {
  const stands = await sandboxedHome({ seed, speed: 1, onRedis: false });
  const worker = startServing({ command: [process.execPath, `${checkout}/bin/rapport.js`, "work"], env: stands.env });
  const installation = await openInstallation(readConfig(stands.env), { name: "bench", poolMax: 4 });
  try {
    return await measure(stands, installation.world);
  } finally {
    killTree(worker);
    await installation.close();
    await stands.end();
  }
}

type World = Awaited<ReturnType<typeof openInstallation>>["world"];

async function measure({ clock, cloud, vendors }: SandboxedHome, world: World): Promise<object[]> {
  clock.moveTo(lifeBegins > clock.now() ? lifeBegins : clock.now());
  settleCast(cloud);
  for (const provider of providers) {
    const mine = cloud.add({
      provider,
      address: `mara@${provider}.example`,
      given: "Mara",
      family: "Lind",
      zone: paris,
    });
    const draw = chance(seed, "met", provider);
    meetSome(mine, { draw, count: peopleEach, today: dayIn(paris, clock.now()) });
    const owner = await makeOwner(world);
    await connect({ world, clock, provider, owner, mine, vendors });
  }
  const took = new Map<Provider, number[]>(providers.map((provider) => [provider, []]));
  const all = () => [...took.values()].flat();
  await until(async () => (await proposed(world)).length > 0, { secondsMax });
  const end = after(clock.now(), { days: daysMax });
  while (all().length < lettersMax && clock.now() < end) {
    await approveAll(world);
    const due = await nextLetter(world);
    const next = due?.at ?? after(clock.now(), { hours: 6 });
    const lead = after(next, { seconds: -leadSeconds });
    if (lead > clock.now()) clock.moveTo(lead);
    await until(() => clock.now() >= next, { secondsMax });
    const sentAt = due && (await sentOrHeld(world, due));
    if (due !== undefined && sentAt !== undefined) took.get(due.provider)!.push(millisOf(sentAt) - millisOf(due.at));
  }
  return [...took].map(([provider, times]) => ({
    case: "due to accepted",
    provider,
    letters: times.length,
    medianMs: share(times, 0.5),
    p95Ms: share(times, 0.95),
    maxMs: share(times, 1),
  }));
}

async function approveAll(world: World): Promise<void> {
  for (const { owner_id, contact_id, question } of await proposed(world))
    if (question !== null) await answerWhy(world, owner_id, contact_id, { why: "how small shops buy" });
  for (const { owner_id, draft_id, text_hash, question } of await proposed(world)) {
    if (question !== null) continue;
    const wish = { draftId: draft_id, textHash: text_hash.toString("hex"), withNudges: true, way: "page" as const };
    await approveDraft(world, owner_id, wish);
  }
}

const proposed = ({ database }: World) =>
  database
    .selectFrom("draft")
    .select(["owner_id", "draft_id", "contact_id", "text_hash", "question"])
    .where("state", "=", "proposed")
    .orderBy("draft_id")
    .execute();

type Due = { at: Instant; effectId: EffectId; provider: Provider };

/** Of those that are ready and wait for their time. */
async function nextLetter({ database, clock }: World): Promise<Due | undefined> {
  const row = await database
    .selectFrom("timer")
    .innerJoin("effect", (join) =>
      join.onRef("effect.owner_id", "=", "timer.owner_id").onRef("effect.effect_id", "=", "timer.subject_id"),
    )
    .innerJoin("account", (join) =>
      join.onRef("account.owner_id", "=", "effect.owner_id").onRef("account.account_id", "=", "effect.account_id"),
    )
    .select(["timer.due_at", "effect.effect_id", "account.provider"])
    .where("timer.kind", "=", "send_letter")
    .where("effect.state", "=", "ready")
    .where("timer.due_at", ">", clock.now())
    .orderBy("timer.due_at")
    .executeTakeFirst();
  // No letter leaves from an archive.
  return row && { at: row.due_at, effectId: row.effect_id, provider: row.provider as Provider };
}

/** When the provider took it; undefined when the last look kept it back, to leave later or not at all. */
async function sentOrHeld({ database }: World, { effectId, at }: Due): Promise<Instant | undefined> {
  for (const began = performance.now(); performance.now() - began < secondsMax * 1_000; await wait(lookMs)) {
    const { state, changed_at, due_at } = await database
      .selectFrom("effect")
      .leftJoin("timer", (join) =>
        join.onRef("timer.owner_id", "=", "effect.owner_id").onRef("timer.subject_id", "=", "effect.effect_id"),
      )
      .select(["effect.state", "effect.changed_at", "timer.due_at"])
      .where("effect_id", "=", effectId)
      .executeTakeFirstOrThrow();
    if (state === "done") return changed_at;
    if (state === "withdrawn" || (state === "ready" && due_at !== null && due_at > at)) return undefined;
  }
  throw new Error(`${effectId} did not leave`);
}

const share = (times: readonly number[], of: number): number | undefined =>
  times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * of) - 1)];
