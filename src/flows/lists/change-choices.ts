/** The owner decides something about one person (R7, R12, R16, R17, R33): saved at once, reversible, followed by what is due. */
import type { z } from "zod";
import { type ContactChoices, contactChoices } from "../../domain/contact/choices.ts";
import type { ContactId, LedgerEntryId, OwnerId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policy.ts";
import { dayIn, type PlainDate } from "../../domain/time.ts";
import { activeCadences, changeContactChoices, findContactChoices } from "../../store/contact-choices.ts";
import { isContact } from "../../store/contact-stops.ts";
import type { Connection } from "../../store/database.ts";
import { addLedgerEntry, removeOwnersEntries } from "../../store/ledger.ts";
import { lockOwner } from "../../store/owners.ts";
import { followUp } from "../follow-up.ts";
import type { Changed } from "../owner/change-setting.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";

/** What the owner may say. Days and dependent choices are filled in here; an undefined value takes a choice back. */
export type ChoiceWish = Partial<
  Omit<ContactChoices, "cadenceSince" | "extendedOn" | "noGiveYetOn" | "status" | "allowedAt"> & {
    status: Exclude<ContactChoices["status"], "blocked"> | undefined;
    /** "None yet": asked again at day 20 (R16). */
    noGiveYet: boolean;
    /** Thirty days more, once (R17); false takes them back. */
    extend: boolean;
  }
>;

export async function changeChoices(
  world: World,
  owner: OwnerId,
  contactId: ContactId,
  wish: ChoiceWish,
): Promise<Changed | { kind: "unknown" }> {
  const policy = await policyOf(world, owner);
  const today = dayIn(policy.zone, world.clock.now());
  const changed = await world.database.transaction().execute(async (transaction) => {
    if (!(await isContact(transaction, owner, contactId))) return { kind: "unknown" } as const;
    // The ceiling counts others: two forms sent at once are taken one after the other.
    await lockOwner(transaction, owner);
    const before = await findContactChoices(transaction, owner, contactId);
    const change = completed(wish, before, today);
    const trouble = await refusal(transaction, owner, contactId, { wish, change, before }, policy);
    if (trouble !== undefined) return { kind: "refused", issues: [trouble] } as const;
    const parsed = contactChoices.safeParse(change);
    if (!parsed.success) return { kind: "refused", issues: parsed.error.issues.map(sayIssue) } as const;
    await changeContactChoices(transaction, owner, contactId, change, world.clock.now());
    if ("introducedBy" in change)
      await recordIntroduction(world, transaction, owner, contactId, change.introducedBy as ContactId | undefined);
    return { kind: "saved" } as const;
  });
  if (changed.kind === "saved") {
    await followUp(world, owner);
  }
  return changed;
}

/** The wish with the days and the choices that follow from it. */
function completed(
  { noGiveYet, extend, ...plain }: ChoiceWish,
  before: ContactChoices,
  today: PlainDate,
): Partial<ContactChoices> {
  const isCadenceNew = "cadenceDays" in plain && plain.cadenceDays !== before.cadenceDays;
  return {
    ...plain,
    ...(isCadenceNew && { cadenceSince: plain.cadenceDays === undefined ? undefined : today }),
    ...(noGiveYet === true && { noGiveYetOn: today, giveNote: undefined }),
    ...(noGiveYet === false && { noGiveYetOn: undefined }),
    ...(plain.giveNote !== undefined && { noGiveYetOn: undefined }),
    ...(extend === true && { extendedOn: today }),
    ...(extend === false && { extendedOn: undefined }),
    ...("afterDeadline" in plain && afterDeadline(plain.afterDeadline, before, today)),
  };
}

const lowCadenceDays = 180;

/** At day 90 (R17): kept at a low cadence, or let go; taken back, the person is as before. */
function afterDeadline(
  chosen: ContactChoices["afterDeadline"],
  before: ContactChoices,
  today: PlainDate,
): Partial<ContactChoices> {
  if (chosen === "let_go") return { status: "dormant" };
  const awake = before.afterDeadline === "let_go" ? { status: undefined } : {};
  if (chosen === "low_cadence")
    return before.cadenceDays === undefined ? { ...awake, cadenceDays: lowCadenceDays, cadenceSince: today } : awake;
  return awake;
}

type Issue = { field: string; says: string };

/** What one of the rules forbids, in a sentence for the owner. */
async function refusal(
  connection: Connection,
  owner: OwnerId,
  contactId: ContactId,
  { wish, change, before }: { wish: ChoiceWish; change: Partial<ContactChoices>; before: ContactChoices },
  { cadences }: Policy,
): Promise<Issue | undefined> {
  if ("status" in change && before.status === "blocked")
    return { field: "status", says: "they are not to be contacted; take that back first" };
  if (wish.extend === true && before.extendedOn !== undefined)
    return { field: "extend", says: "the 90 days were extended already, and once is all" };
  if (change.introducedBy !== undefined && !(await isContact(connection, owner, change.introducedBy as ContactId)))
    return { field: "introducedBy", says: "choose one of the people you know" };
  if (change.introducedBy === contactId) return { field: "introducedBy", says: "nobody introduces themselves" };
  if (change.cadenceDays !== undefined && before.cadenceDays === undefined) {
    const active = await activeCadences(connection, owner, contactId);
    if (active >= cadences.activeMax) {
      const says = `${active} people have a cadence already, and ${cadences.activeMax} is as many as anybody keeps up; take it from somebody first`;
      return { field: "cadenceDays", says };
    }
  }
  return undefined;
}

/** Being introduced is something received (R12): in the ledger, once for each person, until it is taken back. */
async function recordIntroduction(
  world: World,
  connection: Connection,
  owner: OwnerId,
  person: ContactId,
  introducedBy: ContactId | undefined,
): Promise<void> {
  await removeOwnersEntries(connection, owner, person);
  if (introducedBy === undefined) return;
  await addLedgerEntry(connection, owner, {
    entryId: world.ids.next<LedgerEntryId>(),
    contactId: introducedBy,
    kind: "received",
    about: "introduction",
    text: "introduced somebody to you",
    otherContactId: person,
    at: world.clock.now(),
    source: { kind: "owner", id: person },
  });
}

const sayIssue = (issue: z.core.$ZodIssue): Issue => {
  const field = String(issue.path[0] ?? "");
  if (issue.code === "too_big")
    return { field, says: `at most ${issue.maximum}${issue.origin === "string" ? " characters" : ""}` };
  if (issue.code === "too_small") return { field, says: `at least ${issue.minimum}` };
  if (issue.code === "invalid_format" && issue.format === "url") return { field, says: "a link such as https://…" };
  return { field, says: issue.code === "invalid_type" ? "a whole number" : issue.message };
};
