import type { ContactId } from "../../domain/ids.ts";
import { readPasted } from "../../flows/plan/read-pasted.ts";
import { answerAbsent, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { fieldsOf } from "../fields.ts";
import { idIn } from "../query.ts";
import { toldDay } from "../told-day.ts";
import { showPerson } from "./people.ts";

const textCharsMax = 20_000;

/** `POST /people/ID/reply`: what could not be read comes back as it was typed. */
export async function tellReply(ask: Ask) {
  const { text = "", on = "", back } = await fieldsOf(ask);
  const contactId = idIn<ContactId>(ask);
  if (contactId === undefined) return answerAbsent(ask);
  const refuse = (trouble: string) => showPerson(ask, { pasted: { text, on, trouble } });
  const at = on === "" ? undefined : toldDay(ask, on);
  if (on !== "" && at === undefined)
    return refuse("An answer was written today or on one of the last thirty days; nothing was noted.");
  if (text.length > textCharsMax) return refuse("This is longer than an answer: paste its words alone.");
  const read = await readPasted(worldOf(ask), ownerIdOf(ask), {
    contactId,
    text,
    ...(at !== undefined && { at }),
  });
  switch (read.kind) {
    case "not_there":
      return answerAbsent(ask);
    case "nothing_written":
      return refuse("There are no words of theirs in it; nothing was noted.");
    case "read":
      return read.bookingId === undefined
        ? goOn(ask, wayBack(back, `/people/${contactId}#record`), "reply_read")
        : goOn(ask, `/bookings/${read.bookingId}`, "reply_booked");
  }
}
