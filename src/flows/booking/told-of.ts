/** What a meeting says of itself in both calendars: its title, its place or link, who comes, and on whose clocks. */
import type { BookingBody } from "../../domain/booking/booking.ts";
import type { StandingOffer } from "../../domain/booking/offer.ts";
import type { OwnerId } from "../../domain/ids.ts";
import { loadContacts } from "../../store/contacts.ts";
import { findDraft } from "../../store/drafts.ts";
import { ownerName } from "../../store/owners.ts";
import { meetingTitle } from "../../templates/meeting-title.ts";
import { localeOf } from "../letters/write-letter.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";

/** The guest is invited at the address that the letter went to. */
export async function toldOf(world: World, owner: OwnerId, offer: StandingOffer): Promise<BookingBody> {
  const { database } = world;
  const { meeting, occasion, mode, place, readersZone, locale } = offer.body;
  const [contact] = await loadContacts(database, owner, offer.contactId);
  const draft = offer.draftId === undefined ? undefined : await findDraft(database, owner, offer.draftId);
  const address = draft?.to ?? contact?.addresses[0];
  const name = contact?.name;
  const names = [await ownerName(database, owner), name].filter((one) => one !== undefined);
  return {
    title: meetingTitle({ occasion, mode, names }, localeOf(locale)),
    ...(meeting !== undefined && { meeting }),
    occasion,
    mode,
    ...(place !== undefined && { place }),
    // A room of the owner's own stands in the place; without one the provider makes a link.
    wantsLink: mode === "video" && !/https:\/\//.test(place ?? ""),
    guests: address === undefined ? [] : [{ address, ...(name !== undefined && { name }) }],
    zone: await ownerZone(world, owner),
    ...(readersZone !== undefined && { readersZone }),
    locale,
  };
}
