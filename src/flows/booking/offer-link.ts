/**
 * The public link of an offer (Q7). Its token follows from the follow-up and the generation of the offer under a key of the
 * installation: a letter has the same link however often it is composed, before there is any offer; and nobody else can make
 * one. Only its hash is stored, once the letter has left. A link leads nowhere as soon as its offer is over.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { carriesDeadLink } from "../../domain/draft/booking-link.ts";
import type { FollowUpId, OfferId, OwnerId } from "../../domain/ids.ts";
import {
  keepOfferToken,
  type LinkedOffer,
  memberGeneration,
  newestGenerations,
  offerOfToken,
} from "../../store/offer-links.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World, WorldInside } from "../world.ts";
import { publicLinkBase } from "./public-address.ts";

export type { LinkedOffer } from "../../store/offer-links.ts";

type LinkSubject = {
  followUpId: FollowUpId;
  /** Of the follow-up's offers, from 1. */
  generation: number;
};

const tokenBytes = 16;
/** What a token looks like: 128 bits in base64url. */
const tokenForm = /^[\w-]{22}$/;

const linksKey = async (world: World): Promise<Uint8Array> => (await world.keyring()).subKey("links");

const tokenOf = (key: Uint8Array, { followUpId, generation }: LinkSubject): string =>
  createHmac("sha256", key)
    .update(`offer/${followUpId}/${generation}`)
    .digest()
    .subarray(0, tokenBytes)
    .toString("base64url");

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

export const bookingPath = (token: string): string => `/b/${token}`;

export type LettersLinks = {
  /** The link that the next letter of a follow-up carries. */
  linkFor(followUpId: FollowUpId): string;
  /** Whether the link of a letter that left can still be opened from outside. */
  isOpen(link: string): boolean;
};

/** Undefined when letters carry none: nobody has proven that it can be opened, or the owner does not wish it. */
export async function linksForLetters(world: World, owner: OwnerId): Promise<LettersLinks | undefined> {
  const base = await wishedBase(world, owner);
  if (base === undefined) return undefined;
  const key = await linksKey(world);
  const newest = await newestGenerations(world.database, owner);
  return {
    linkFor(followUpId) {
      const generation = (newest.get(followUpId) ?? 0) + 1;
      return base + bookingPath(tokenOf(key, { followUpId, generation }));
    },
    isOpen: (link) => !carriesDeadLink(link, base),
  };
}

/** Inside the transaction that opens the offer: from here on its letter's link is known. Without a public address there is none. */
export async function keepOfferLink(
  inside: WorldInside,
  owner: OwnerId,
  { offerId, followUpId, generation }: LinkSubject & { offerId: OfferId },
): Promise<void> {
  if (inside.publicAddress === undefined) return;
  const token = tokenOf(await linksKey(inside), { followUpId, generation });
  await keepOfferToken(inside.database, owner, offerId, hashOf(token));
}

/** Of the link that a letter to one member of a group left with. Without a public address there is none. */
export const memberTokenHash = async (world: World, followUpId: FollowUpId): Promise<Buffer | undefined> =>
  world.publicAddress === undefined
    ? undefined
    : hashOf(tokenOf(await linksKey(world), { followUpId, generation: memberGeneration }));

/** Undefined for whatever is no link of ours; all of these take the same time and look the same. */
export async function offerBehind(world: World, token: string): Promise<LinkedOffer | undefined> {
  const given = tokenForm.test(token) ? token : "";
  const found = await offerOfToken(world.database, hashOf(given));
  const expected = tokenOf(await linksKey(world), found ?? noLink);
  return timingSafeEqual(hashOf(expected), hashOf(given)) ? found : undefined;
}

const noLink: LinkSubject = { followUpId: "00000000-0000-0000-0000-000000000000" as FollowUpId, generation: 0 };

async function wishedBase(world: World, owner: OwnerId): Promise<string | undefined> {
  const base = await publicLinkBase(world, owner);
  if (base === undefined) return undefined;
  return (await policyOf(world, owner)).letters.isLinkOffered ? base : undefined;
}
