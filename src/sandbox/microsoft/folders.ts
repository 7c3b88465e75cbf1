/** Outlook's folders of mail: the places of a mailbox under their well-known names. */
import { type Mailbox, type Place, places } from "../cloud/mailbox.ts";
import { type Json, notFound } from "./door.ts";
import { folderId, readFolderId } from "./ids.ts";

const names: Readonly<Record<Place, { known: string; shown: string }>> = {
  inbox: { known: "inbox", shown: "Inbox" },
  sent: { known: "sentitems", shown: "Sent Items" },
  drafts: { known: "drafts", shown: "Drafts" },
  archive: { known: "archive", shown: "Archive" },
  spam: { known: "junkemail", shown: "Junk Email" },
  trash: { known: "deleteditems", shown: "Deleted Items" },
};

export const idOfPlace = (place: Place): string => folderId(names[place].known);

/** By id, or by a well-known name. Throws when there is no such folder. */
export function placeOf(given: string): Place {
  const name = readFolderId(given) ?? given.toLowerCase();
  const place = places.find((one) => names[one].known === name);
  if (place === undefined) throw notFound();
  return place;
}

/** `unreadItemCount` is left out: it would take reading the whole mailbox, and nobody asks for it. */
export const folderJson = (mailbox: Mailbox, place: Place): Json => ({
  id: idOfPlace(place),
  displayName: names[place].shown,
  parentFolderId: folderId("msgfolderroot"),
  childFolderCount: 0,
  totalItemCount: mailbox.count(place),
  isHidden: false,
});
