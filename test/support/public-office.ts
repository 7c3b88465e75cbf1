/** The public pages of an owner whose address is proven, and visitors who open and press what they find there. */

import type { Offer } from "../../src/domain/draft/offer.ts";
import type { DraftId, FollowUpId, OfferId, OwnerId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { linksForLetters } from "../../src/flows/booking/offer-link.ts";
import { answerChallenge, provePublicAddress } from "../../src/flows/booking/public-address.ts";
import type { PublicAddress, World } from "../../src/flows/world.ts";
import { TroubleError } from "../../src/integrations/trouble.ts";
import { json } from "../../src/store/database.ts";
import { keyChecks } from "../../src/store/key-checks.ts";
import { newMasterKey, openKeyring } from "../../src/store/keys.ts";
import { random } from "../../src/world.ts";
import { furnish, ids } from "../web/furnish.ts";
import { openOffice } from "../web/office.ts";
import { offerTo } from "./booking-office.ts";

export const publicUrl = "https://rapport.example";

/** The same world behind a public address that is proven; while `isReached` says no, nobody outside gets an answer there. */
export async function provenWorld(base: World, owner: OwnerId, isReached = () => true): Promise<World> {
  const read: PublicAddress["read"] = async (path) => {
    if (!isReached()) throw new TroubleError({ kind: "unreachable", because: "nobody answers" });
    return (await answerChallenge(base, new URL(publicUrl + path).searchParams.get("challenge")!))!;
  };
  const world = { ...base, publicAddress: { url: publicUrl, read } };
  await provePublicAddress(world, owner, AbortSignal.timeout(5_000));
  return world;
}

/** The follow-up of a letter that is about to leave, and the link that it carries. */
export async function linkToLeave(world: World, owner: OwnerId): Promise<{ followUpId: FollowUpId; link: string }> {
  const followUpId = world.ids.next<FollowUpId>();
  const link = (await linksForLetters(world, owner))?.linkFor(followUpId);
  if (link === undefined) throw new Error("letters carry no link");
  return { followUpId, link };
}

/** `through` reads a path as somebody outside would; by itself it comes to these very pages. */
export async function publicOffice({ through }: { through?: PublicAddress["read"] } = {}) {
  let ask: PublicAddress["read"] = () => Promise.reject(new Error("the pages are not open yet"));
  const office = await openOffice({}, async (world) => {
    const keyring = await openKeyring({
      given: newMasterKey(random),
      checks: keyChecks(world.database, world.wall),
      random,
    });
    return {
      ...world,
      keyring: async () => keyring,
      publicAddress: { url: publicUrl, read: (path, signal) => (through ?? ask)(path, signal) },
    };
  });
  ask = async (path) => (await office.publicApp.request(publicUrl + path)).text();
  const { world, ownerId: owner, db } = office;
  await furnish(db, owner);
  await db.updateTable("owner").set({ name: "Mara Lind" }).where("owner_id", "=", owner).execute();
  await provePublicAddress(world, owner, AbortSignal.timeout(5_000));

  return {
    ...office,
    owner,
    /** A letter with these times has left, to Priya unless said; gives the path of its link. */
    async invite(times: readonly Instant[], contact = ids.priya): Promise<{ offerId: OfferId; path: string }> {
      const { followUpId, link } = await linkToLeave(world, owner);
      const offer: Offer = {
        lines: [],
        times: times.map((startsAt) => ({ startsAt, endsAt: startsAt.replace(":00:00", ":45:00") as Instant })),
        mode: "in_person",
        place: "at Café Moka (3 rue des Lilas)",
        calendar: { state: "none" },
        unchecked: true,
      };
      const offerId = await offerTo({ world, owner }, contact, offer, { followUpId });
      return { offerId, path: link.slice(publicUrl.length) };
    },
    /** The offer stands in this letter, which has left. */
    async wroteIn(offerId: OfferId, draftId: DraftId): Promise<void> {
      const { body } = await db
        .selectFrom("offer")
        .select("body")
        .where("offer_id", "=", offerId)
        .executeTakeFirstOrThrow();
      await db.updateTable("offer").set({ draft_id: draftId }).where("offer_id", "=", offerId).execute();
      const offer = json({ ...(body as object), lines: [], calendar: { state: "none" } });
      await db.updateTable("draft").set({ state: "sent", offer }).where("draft_id", "=", draftId).execute();
    },
    get: (path: string, headers: Record<string, string> = {}, method = "GET") =>
      Promise.resolve(office.publicApp.request(publicUrl + path, { method, headers })),
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      Promise.resolve(
        office.publicApp.request(publicUrl + path, {
          method: "POST",
          headers: { "sec-fetch-site": "same-origin", origin: "null", ...headers },
          body: new URLSearchParams(fields),
        }),
      ),
  };
}

export type PublicOffice = Awaited<ReturnType<typeof publicOffice>>;

export const nonceIn = (page: string): string => /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? "";

/** The starts that a page offers, in its order. */
export const startsIn = (page: string): string[] =>
  [...page.matchAll(/name="at" value="([^"]+)"/g)].map(([, at]) => at!);

/** Opens a page, reads it for a while, and gives what its button carries. */
export async function readPage(office: PublicOffice, path: string): Promise<string> {
  const nonce = nonceIn(await (await office.get(path)).text());
  office.wait({ seconds: 3 });
  return nonce;
}
