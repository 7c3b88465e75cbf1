/** The sample as the files of an export: one mailbox, two calendars, an address book and a network export. */
import { writeCalendar } from "./sample-calendar.ts";
import { writeAddressBook, writeConnections } from "./sample-cards.ts";
import { writeMbox } from "./sample-mail.ts";
import { sampleWorld } from "./sample-world.ts";
import type { World } from "./world.ts";

export type SampleFile = {
  /** Path inside the archive, with forward slashes. */
  name: string;
  /** UTF-8 text with the line ends of its format. */
  text: string;
};

/** Where `scripts/make-sample.ts` puts the archive, from the root of the checkout. */
export const samplePath = "sample/data/sample.zip";

export const sampleFiles = (seed: number): SampleFile[] => filesOf(sampleWorld(seed));

/** A world already made, written down. */
export function filesOf({ seed, letters, meetings, lastDay }: World): SampleFile[] {
  return [
    { name: "Takeout/Mail/All mail Including Spam and Trash.mbox", text: writeMbox(letters) },
    { name: "Takeout/Calendar/mara@nordlys.example.ics", text: writeCalendar(meetings, "work") },
    { name: "Takeout/Calendar/Famille.ics", text: writeCalendar(meetings, "family") },
    { name: "Takeout/Contacts/All Contacts.vcf", text: writeAddressBook(seed) },
    { name: "Connections.csv", text: writeConnections(seed, lastDay) },
  ];
}
