/** A line in what happened with a person, about an offer, a hold or a booking. */
import type { Because } from "../../domain/because.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { addRecord, type RecordedWhat } from "../../store/contact-records.ts";
import type { WorldInside } from "../world.ts";

export const record = (
  inside: WorldInside,
  owner: OwnerId,
  line: {
    contactId: ContactId;
    what: RecordedWhat;
    kind: "offer" | "booking";
    id: string;
    because: readonly Because[];
  },
): Promise<void> =>
  addRecord(inside.database, owner, {
    recordId: inside.ids.next(),
    contactId: line.contactId,
    at: inside.clock.now(),
    what: line.what,
    subject: { kind: line.kind, id: line.id },
    because: line.because,
  });
