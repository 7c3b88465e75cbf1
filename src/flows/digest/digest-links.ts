/**
 * Links of a digest: each shows one letter as it was printed and asks for one button (R41). The token follows from the letter,
 * the hash of its text and its last day under a key of the installation, and only its hash is stored. Without a public address
 * that is proven there are none; a digest is answered by mail then.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { DigestId, DraftId, OwnerId } from "../../domain/ids.ts";
import { after, type Instant } from "../../domain/time.ts";
import type { InTransaction } from "../../store/database.ts";
import { addDigestLinks, type DigestLink, digestLinkOf, spendDigestLink } from "../../store/digest-links.ts";
import { type DraftSeen, readDraft } from "../../store/read/drafts.ts";
import { publicLinkBase } from "../booking/public-address.ts";
import { type Approved, approveDraft } from "../sending/approve-draft.ts";
import type { World } from "../world.ts";

const linkDays = 3;
const tokenBytes = 16;
const tokenForm = /^[\w-]{22}$/;

type Linked = { ownerId: OwnerId; draftId: DraftId; textHash: string; expiresAt: Instant };

export const digestLetterPath = (token: string): string => `/d/${token}`;

export type DigestLinks = {
  urlOf(letter: { draftId: DraftId; textHash: string }): string;
  /** Every link that was asked for, with the digest that carries them. */
  save(transaction: InTransaction, digestId: DigestId): Promise<void>;
};

export async function openLinks(world: World, owner: OwnerId): Promise<DigestLinks | undefined> {
  const base = await publicLinkBase(world, owner);
  if (base === undefined) return undefined;
  const key = await linksKey(world);
  const expiresAt = after(world.clock.now(), { days: linkDays });
  const made: (Linked & { tokenHash: Buffer })[] = [];
  return {
    urlOf(letter) {
      const linked = { ...letter, ownerId: owner, expiresAt };
      const token = tokenOf(key, linked);
      made.push({ ...linked, tokenHash: hashOf(token) });
      return base + digestLetterPath(token);
    },
    save: (transaction, digestId) => addDigestLinks(transaction, owner, digestId, made),
  };
}

export type LetterBehind =
  /** No link of ours, or one that was altered. */
  | { state: "unknown" }
  /** Its days are over, it was used, or another text stands now. */
  | { state: "over"; because: "expired" | "used" | "changed" }
  | { state: "open"; link: DigestLink; letter: DraftSeen };

/** Looking changes nothing. */
export async function letterBehind(world: World, token: string): Promise<LetterBehind> {
  const link = await linkBehind(world, token);
  if (link === undefined) return { state: "unknown" };
  if (link.usedAt !== undefined) return { state: "over", because: "used" };
  if (link.expiresAt <= world.clock.now()) return { state: "over", because: "expired" };
  const letter = await readDraft(world.database, link.ownerId, link.draftId);
  if (letter === undefined || letter.textHash !== link.textHash || letter.state !== "proposed")
    return { state: "over", because: "changed" };
  return { state: "open", link, letter };
}

/** The button was pressed: the letter that the page showed, once. */
export async function approveBehind(
  world: World,
  token: string,
): Promise<Exclude<LetterBehind, { state: "open" }> | { state: "answered"; approved: Approved }> {
  const found = await letterBehind(world, token);
  if (found.state !== "open") return found;
  const { ownerId, draftId, textHash } = found.link;
  if (!(await spendDigestLink(world.database, ownerId, hashOf(token), world.clock.now())))
    return { state: "over", because: "used" };
  const approved = await approveDraft(world, ownerId, { draftId, textHash, withNudges: false, way: "digest_link" });
  return { state: "answered", approved };
}

/** All that is no link of ours takes the same time and looks the same. */
async function linkBehind(world: World, token: string): Promise<DigestLink | undefined> {
  const given = tokenForm.test(token) ? token : "";
  const found = await digestLinkOf(world.database, hashOf(given));
  const expected = tokenOf(await linksKey(world), found ?? nothingLinked);
  return timingSafeEqual(hashOf(expected), hashOf(given)) ? found : undefined;
}

const nothingLinked: Linked = {
  ownerId: "" as OwnerId,
  draftId: "" as DraftId,
  textHash: "",
  expiresAt: "" as Instant,
};

const tokenOf = (key: Uint8Array, { ownerId, draftId, textHash, expiresAt }: Linked): string =>
  createHmac("sha256", key)
    .update(`digest_letter/${ownerId}/${draftId}/${textHash}/${expiresAt}`)
    .digest()
    .subarray(0, tokenBytes)
    .toString("base64url");

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

const linksKey = async (world: World): Promise<Uint8Array> => (await world.keyring()).subKey("links");
