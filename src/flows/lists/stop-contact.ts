/**
 * Do not contact (R45): at once, for all addresses of a person and across all rules. Whoever was stopped by mistake is
 * brought back by the owner's deliberate act alone.
 */
import { type Because, because } from "../../domain/because.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { addAudit } from "../../store/audit.ts";
import { changeContactChoices, findContactChoices } from "../../store/contact-choices.ts";
import { addressesOf, isContact, reopenStopped, type Stopped, stopEverything } from "../../store/contact-stops.ts";
import { lockOwner } from "../../store/owners.ts";
import { removeSuppressions, saveSuppressions } from "../../store/suppressions.ts";
import { closeOffers } from "../booking/close-offers.ts";
import { followUp } from "../follow-up.ts";
import { leaveGroups } from "../groups/keep-group-answer.ts";
import { withdrawAllTo } from "../sending/withdraw.ts";
import type { World } from "../world.ts";

export type StopWish = {
  contactId: ContactId;
  /** The owner said so, or a letter of theirs asks for it. */
  source: "owner" | "reply";
  /** Where else they write from, as far as a letter shows it: not to be written to either. */
  alsoAt?: readonly Address[];
};

const rule = "R45.do_not_contact";

/** In one transaction: status, suppressed mailboxes, withdrawn drafts, ended sequences, cancelled duties. */
export async function stopContact(
  world: World,
  owner: OwnerId,
  { contactId, source, alsoAt = [] }: StopWish,
): Promise<({ kind: "stopped" } & Stopped) | { kind: "unknown" }> {
  const at = world.clock.now();
  const stopped = await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    if (!(await isContact(transaction, owner, contactId))) return undefined;
    const { status } = await findContactChoices(transaction, owner, contactId);
    if (status !== "blocked")
      await addAudit(transaction, owner, { auditId: world.ids.next(), at, what: "contact_stopped", contactId });
    const hashes = await hashesOf(world, [...(await addressesOf(transaction, owner, contactId)), ...alsoAt]);
    await saveSuppressions(transaction, owner, { hashes, reason: "do_not_contact", source, at });
    await changeContactChoices(transaction, owner, contactId, { status: "blocked" }, at);
    const reason = reasonOf(source);
    // What waits to leave is kept back by its own row; the drafts among it count with the others.
    const inside = { ...world, database: transaction };
    const { withdrawn } = await withdrawAllTo(inside, owner, contactId, reason);
    await closeOffers(inside, owner, { contactId, as: "withdrawn", because: reason });
    await leaveGroups(inside, owner, contactId, reason);
    const stopped = await stopEverything(transaction, owner, contactId, { because: reason, at });
    return { ...stopped, drafts: stopped.drafts + withdrawn };
  });
  return stopped === undefined ? { kind: "unknown" } : { kind: "stopped", ...stopped };
}

/** The owner's own stop: what the plan asks for in their place is decided at once. */
export async function stopByOwner(world: World, owner: OwnerId, contactId: ContactId): ReturnType<typeof stopContact> {
  const stopped = await stopContact(world, owner, { contactId, source: "owner" });
  if (stopped.kind === "stopped") await followUp(world, owner);
  return stopped;
}

/** The owner takes it back: the person is as before, and what is due is decided anew. Drafts stay withdrawn. */
export async function allowContact(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
): Promise<"allowed" | "not_stopped"> {
  const at = world.clock.now();
  const allowed = await world.database.transaction().execute(async (transaction) => {
    await lockOwner(transaction, owner);
    const { status } = await findContactChoices(transaction, owner, contactId);
    if (status !== "blocked") return false;
    await changeContactChoices(transaction, owner, contactId, { status: undefined, allowedAt: at }, at);
    await removeSuppressions(
      transaction,
      owner,
      await hashesOf(world, await addressesOf(transaction, owner, contactId)),
    );
    await reopenStopped(transaction, owner, contactId, rule);
    await addAudit(transaction, owner, { auditId: world.ids.next(), at, what: "contact_allowed", contactId });
    return true;
  });
  if (!allowed) return "not_stopped";
  await followUp(world, owner);
  return "allowed";
}

const hashesOf = (world: World, addresses: readonly Address[]): Promise<Buffer[]> =>
  Promise.all(addresses.map((address) => world.hashAddress(address)));

const reasonOf = (source: StopWish["source"]): Because =>
  because(rule, source === "owner" ? "You said: do not contact them." : "They asked not to be written to.");
