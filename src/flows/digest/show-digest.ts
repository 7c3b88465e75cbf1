/** The digest of today as it went out, or as it would: for its page, and as a file for owners without an account that sends. */
import { digestOf } from "../../domain/day/digest.ts";
import type { SendingState } from "../../domain/draft/sending.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { dayIn, type Instant, type PlainDate } from "../../domain/time.ts";
import { newestDigestEffect } from "../../store/digest-effects.ts";
import { digestOfDay } from "../../store/digests.ts";
import { ownerAddresses } from "../../store/owners.ts";
import { findTimer } from "../../store/timers.ts";
import { writingAccounts } from "../accounts/account-for.ts";
import { ownAddressesOf } from "../owner/own-addresses.ts";
import { type Policy, policyOf } from "../owner/policy-of.ts";
import type { Viewpoint } from "../owner/viewpoint.ts";
import type { World } from "../world.ts";
import { gatherDigest } from "./gather-digest.ts";
import { digestTimer } from "./plan-digest.ts";

export type DigestShown = {
  day: PlainDate;
  subject: string;
  body: string;
  /** How far its sending is; absent for one that was not made to be sent. */
  sending?: SendingState;
  /** To and from which mailbox it goes; absent while no account may send it. */
  mailbox?: string;
  /** When the next one goes. */
  nextAt?: Instant;
  settings: Pick<Policy["day"], "isDigestOn" | "isEmptyDigestSent"> & { atMinute: number };
};

export async function showDigest(world: World, owner: OwnerId, view: Viewpoint): Promise<DigestShown> {
  const { database } = world;
  const policy = await policyOf(world, owner);
  const day = dayIn(policy.zone, view.now);
  const stored = await digestOfDay(database, owner, day);
  const effect = stored && (await newestDigestEffect(database, owner));
  const [account] = await writingAccounts(world, owner);
  const nextAt = (await findTimer(database, owner, digestTimer(owner)))?.dueAt;
  const { subject, body } = stored ?? digestOf(await gatherDigest(world, owner, view), { evenEmpty: true })!;
  const { isDigestOn, isEmptyDigestSent, digestAtMinute, sittingAtMinute } = policy.day;
  return {
    day,
    subject,
    body,
    ...(effect?.digestId === stored?.digestId && effect !== undefined && { sending: effect.sending.state }),
    ...(account !== undefined && { mailbox: account.address }),
    ...(nextAt !== undefined && { nextAt }),
    settings: { isDigestOn, isEmptyDigestSent, atMinute: digestAtMinute ?? sittingAtMinute },
  };
}

/** As an .eml file from the owner to themselves. */
export async function digestFile(
  world: World,
  owner: OwnerId,
  view: Viewpoint,
): Promise<{ name: string; content: Buffer }> {
  const { day, subject, body, mailbox } = await showDigest(world, owner, view);
  const [known] = ownAddressesOf({ addresses: await ownerAddresses(world.database, owner) });
  const self = { address: mailbox ?? known ?? "me@rapport.invalid" };
  const content = await world.letterBytes({
    messageId: `digest-${day}@rapport.invalid`,
    writtenAt: view.now,
    from: self,
    to: [self],
    subject,
    text: body,
    references: [],
    isAutomatic: true,
  });
  return { name: `rapport-${day}.eml`, content };
}
