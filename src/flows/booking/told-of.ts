/** What a meeting says of itself in both calendars: its title, its place or link, who comes, and on whose clocks. */
import type { BookingBody } from "../../domain/booking/booking.ts";
import { asksForLink, type StandingOffer } from "../../domain/booking/offer.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { loadContacts } from "../../store/contacts.ts";
import type { Connection } from "../../store/database.ts";
import { findDraft } from "../../store/drafts.ts";
import { ownerName } from "../../store/owners.ts";
import { meetingTitle } from "../../templates/meeting-title.ts";
import { localeOf } from "../letters/write-letter.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";
import { groupAt } from "./guests-of.ts";

/** Each guest is invited at the address that the letter went to. `startsAt` is the time that was picked. */
export async function toldOf(
  world: World,
  owner: OwnerId,
  offer: StandingOffer,
  startsAt: Instant,
): Promise<BookingBody> {
  const { database } = world;
  const { meeting, occasion, mode, place, readersZone, locale } = offer.body;
  const guests = await guestsAt(database, owner, offer, startsAt);
  const names = [await ownerName(database, owner), ...guests.map(({ name }) => name)].filter(
    (one) => one !== undefined,
  );
  return {
    title: meetingTitle({ occasion, mode, names }, localeOf(locale)),
    ...(meeting !== undefined && { meeting }),
    occasion,
    mode,
    ...(place !== undefined && { place }),
    wantsLink: asksForLink(offer.body),
    guests: guests.flatMap(({ address, name }) =>
      address === undefined ? [] : [{ address, ...(name !== undefined && { name }) }],
    ),
    zone: await ownerZone(world, owner),
    ...(readersZone !== undefined && { readersZone }),
    locale,
  };
}

type Guest = { name: string | undefined; address: string | undefined };

async function guestsAt(
  connection: Connection,
  owner: OwnerId,
  { groupId, contactId, draftId }: StandingOffer,
  startsAt: Instant,
): Promise<Guest[]> {
  if (groupId !== undefined) {
    const guests: Guest[] = [];
    for (const { contactId: id, to } of (await groupAt(connection, owner, groupId, startsAt)).come) {
      const [contact] = await loadContacts(connection, owner, id);
      guests.push({ name: contact?.name, address: to });
    }
    return guests;
  }
  const [contact] = await loadContacts(connection, owner, contactId);
  const draft = draftId === undefined ? undefined : await findDraft(connection, owner, draftId);
  return [{ name: contact?.name, address: draft?.to ?? contact?.addresses[0] }];
}
