/** How another owner joins: a link that opens once, made by an operator and given by hand. */
import { createHash } from "node:crypto";
import type { InvitationId, OwnerId } from "../../domain/ids.ts";
import { readSignInName } from "../../domain/sign-in-name.ts";
import { after, type Instant } from "../../domain/time.ts";
import { addAudit } from "../../store/audit.ts";
import { addInvitation, openInvitation, removeInvitations, useInvitation } from "../../store/invitations.ts";
import { operators, ownerByName, setSignInName } from "../../store/owner-roles.ts";
import { listOwners, lockOwners, sayName, setPassphraseHash } from "../../store/owners.ts";
import { askForProof } from "../booking/public-address.ts";
import type { World } from "../world.ts";
import { freshOwner } from "./owner-of.ts";
import { hashPassphrase, passphraseLengthMin } from "./passphrase.ts";

export const invitationDaysMax = 7;
const tokenBytes = 32;

export type Invited = { kind: "invited"; token: string; endsAt: Instant } | { kind: "refused"; says: string };

const refused = (says: string) => ({ kind: "refused", says }) as const;

/** Before others join, whoever invites needs a name and a passphrase: from then on nobody enters without. */
export async function inviteOwner(world: World, by: OwnerId, ownName: string | undefined): Promise<Invited> {
  const token = world.random(tokenBytes).toString("base64url");
  const at = world.wall.now();
  const endsAt = after(at, { days: invitationDaysMax });
  return world.database.transaction().execute(async (database): Promise<Invited> => {
    await lockOwners(database);
    if (!(await operators(database)).includes(by)) return refused("Only an operator invites others.");
    const owners = await listOwners(database);
    const own = owners.find(({ ownerId }) => ownerId === by);
    if (own?.hasPassphrase !== true)
      return refused("Set a passphrase under Settings first: once somebody joins, you too must sign in.");
    if (own.signInName === undefined) {
      const name = readSignInName(ownName ?? "");
      if (name === undefined) return refused(notAName);
      if (owners.some(({ signInName }) => signInName === name)) return refused(nameTaken);
      await setSignInName(database, by, name);
    }
    const invitationId = world.ids.next<InvitationId>();
    await addInvitation(database, by, { invitationId, tokenHash: hashOf(token), at, endsAt });
    await addAudit(database, by, { auditId: world.ids.next(), at, what: "owner_invited", subjectId: invitationId });
    return { kind: "invited", token, endsAt };
  });
}

export async function takeInvitationBack(world: World, by: OwnerId, id: InvitationId): Promise<"done" | "unknown"> {
  return world.database.transaction().execute(async (database) => {
    if (!(await removeInvitations(database, by, id))) return "unknown";
    const at = world.wall.now();
    await addAudit(database, by, { auditId: world.ids.next(), at, what: "invitation_taken_back", subjectId: id });
    return "done";
  });
}

export const isInvitationOpen = async (world: World, token: string): Promise<boolean> =>
  (await openInvitation(world.database, hashOf(token), world.wall.now())) !== undefined;

export type Joined =
  | { kind: "joined"; ownerId: OwnerId }
  /** Used, over, taken back, or never made. */
  | { kind: "unknown" }
  | { kind: "refused"; says: string };

/** The new owner is made, named and given their passphrase in the transaction that uses the invitation up. */
export async function joinByInvitation(
  world: World,
  token: string,
  { name: typed, passphrase }: { name: string; passphrase: string },
): Promise<Joined> {
  if (!(await isInvitationOpen(world, token))) return { kind: "unknown" };
  const name = readSignInName(typed);
  if (name === undefined) return refused(notAName);
  const hash = await hashPassphrase(world, passphrase);
  if (hash === "too_short") return refused(`The passphrase needs at least ${passphraseLengthMin} characters.`);
  if (hash === "too_long") return refused("The passphrase is too long.");
  const joined = await world.database.transaction().execute(async (database): Promise<Joined> => {
    await lockOwners(database);
    const at = world.wall.now();
    const invitation = await openInvitation(database, hashOf(token), at);
    if (invitation === undefined) return { kind: "unknown" };
    if ((await ownerByName(database, name)) !== undefined) return refused(nameTaken);
    if (!(await useInvitation(database, invitation, at))) return { kind: "unknown" };
    const ownerId = await freshOwner({ ...world, database }, "owner");
    await setSignInName(database, ownerId, name);
    await sayName(database, ownerId, typed.trim());
    await setPassphraseHash(database, ownerId, hash);
    const audit = { auditId: world.ids.next<string>(), at, what: "owner_joined", subjectId: ownerId } as const;
    await addAudit(database, invitation.by, audit);
    return { kind: "joined", ownerId };
  });
  if (joined.kind === "joined" && world.publicAddress !== undefined) await askForProof(world, joined.ownerId);
  return joined;
}

const notAName = "A name to sign in with has letters and digits, 64 characters at most.";
const nameTaken = "Somebody here signs in by this name already: choose another.";

/** One round is enough: what is hashed is random and long. */
const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
