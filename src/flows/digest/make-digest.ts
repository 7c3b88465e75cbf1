/** The digest of a day, stored with what its numbers stand for and with its sending, in one step. */
import { createHash } from "node:crypto";
import { digestOf } from "../../domain/day/digest.ts";
import { isDigestTime } from "../../domain/day/digest-time.ts";
import { isWorkingDay } from "../../domain/day/working-day.ts";
import type { DigestId, EffectId, OwnerId } from "../../domain/ids.ts";
import { after, dayIn } from "../../domain/time.ts";
import { addDigestEffect } from "../../store/digest-effects.ts";
import { addDigest, digestOfDay } from "../../store/digests.ts";
import { lockOwner } from "../../store/owners.ts";
import { setTimerBy } from "../../store/timers.ts";
import { writingAccounts } from "../accounts/account-for.ts";
import { ownersHolidays } from "../meeting/owners-holidays.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { openLinks } from "./digest-links.ts";
import { gatherDigest } from "./gather-digest.ts";

/** Once a day, when its time has come on a working day and there is something to say. False when none was made. */
export async function makeDigest(world: World, owner: OwnerId): Promise<boolean> {
  const now = world.clock.now();
  const view = await ownerView(world, owner);
  const { policy } = view;
  const [account] = await writingAccounts(world, owner);
  if (account === undefined || !policy.day.isDigestOn || !isDigestTime(policy, now)) return false;
  const day = dayIn(policy.zone, now);
  if (!isWorkingDay(day, await ownersHolidays(view))) return false;
  if ((await digestOfDay(world.database, owner, day)) !== undefined) return false;
  const links = await openLinks(world, owner);
  const inputs = await gatherDigest(world, owner, view, links?.urlOf);
  const digest = digestOf(inputs, { evenEmpty: policy.day.isEmptyDigestSent });
  if (digest === undefined) return false;
  const digestId = world.ids.next<DigestId>();
  const marker = world.random(16).toString("hex");
  const keptUntil = after(now, { days: policy.retention.digestDays });
  const { accountId, address } = account;
  return world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const made = {
      digestId,
      day,
      ...digest,
      marker,
      accountId,
      headerId: `${marker}@${address.slice(address.indexOf("@") + 1)}`,
      madeAt: now,
      keptUntil,
    };
    if (!(await addDigest(transaction, owner, made))) return false;
    const effectId = world.ids.next<EffectId>();
    const payloadHash = createHash("sha256")
      .update(JSON.stringify([digest.subject, digest.body]))
      .digest();
    await addDigestEffect(transaction, owner, { effectId, accountId, digestId, day, payloadHash }, now);
    await links?.save(transaction, digestId);
    await setTimerBy(transaction, owner, { kind: "erase_kept_text", subjectId: owner }, keptUntil);
    return true;
  });
}
