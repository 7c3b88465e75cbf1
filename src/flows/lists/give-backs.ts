/** Who sent the owner people or business and got too little back: the month's "send something to X" (R12). */
import type { Because } from "../../domain/because.ts";
import { referralDecision } from "../../domain/contact/referrals.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { loadLedger } from "../../store/ledger.ts";
import { readKnown } from "../../store/read/known.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

export type GiveBack = { contactId: ContactId; name: string; dueAt: Instant; because: readonly Because[] };

/** Those due at `now`, the longest owed first. */
export async function giveBacksDue(world: World, owner: OwnerId, now: Instant): Promise<GiveBack[]> {
  const policy = await policyOf(world, owner);
  const ledger = await loadLedger(world.database, owner);
  if (ledger.size === 0) return [];
  return (await readKnown(world.database, owner, { contacts: [...ledger.keys()] }))
    .flatMap(({ contactId, name }): GiveBack[] => {
      const decision = referralDecision({ id: contactId, name }, ledger.get(contactId) ?? [], policy, now);
      return decision?.outcome === "due" && decision.dueAt !== undefined
        ? [{ contactId, name, dueAt: decision.dueAt, because: decision.because }]
        : [];
    })
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));
}
