/**
 * Looks for the people whom the owner needs to meet among everybody seen (R4): in mail, in the calendar, in imports. Looked
 * for anew each time, so that an undone import takes its find back; the day of the first find stays. Nothing is written to
 * anybody because of it.
 */
import { findWanted, type WantedAppeared } from "../../domain/contact/wanted.ts";
import type { MessageId } from "../../domain/ids.ts";
import type { Address } from "../../domain/mail/message.ts";
import { newestMessagesFrom, sightings } from "../../store/sightings.ts";
import { type AppearedChange, loadWanted, saveAppeared } from "../../store/wanted.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";

export async function lookForWanted(
  { database, clock }: World,
  { owner, mine }: OwnerView,
): Promise<{ appeared: number }> {
  const wanted = await loadWanted(database, owner);
  if (wanted.length === 0) return { appeared: 0 };
  const all = findWanted(wanted, await sightings(database, owner, mine));
  const letters = await newestMessagesFrom(database, owner, [...all.values()].flatMap(addressOfWriter));
  const changed = wanted.flatMap((one): AppearedChange[] => {
    const found = all.get(one.id);
    const before = one.appeared;
    if (found === undefined) return before === undefined ? [] : [{ id: one.id, appeared: undefined }];
    const isSame = before !== undefined && whoIs(before) === whoIs(found);
    return [{ id: one.id, appeared: { ...withLetter(found, letters), at: isSame ? before.at : clock.now() } }];
  });
  await saveAppeared(database, owner, changed);
  return { appeared: all.size };
}

const whoIs = ({ sighting }: WantedAppeared): string | undefined =>
  sighting.contactId ?? sighting.address ?? sighting.name;

const addressOfWriter = ({ sighting: { address, seenIn } }: WantedAppeared): Address[] =>
  seenIn.kind === "message" && address !== undefined ? [address] : [];

/** A letter is named by its id, so that the alert can lead to it. */
function withLetter(found: WantedAppeared, letters: ReadonlyMap<Address, MessageId>): WantedAppeared {
  const [writer] = addressOfWriter(found);
  const id = writer === undefined ? undefined : letters.get(writer);
  return id === undefined ? found : { ...found, sighting: { ...found.sighting, seenIn: { kind: "message", id } } };
}
