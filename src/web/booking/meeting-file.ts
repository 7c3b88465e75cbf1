/** `/b/TOKEN/meeting.ics`: the meeting for the guest's own calendar. */
import { bookingFile } from "../../flows/booking/booking-file.ts";
import { openPage } from "../../flows/booking/open-page.ts";
import { attachmentNamed } from "../attachment.ts";
import { type Ask, worldOf } from "../context.ts";
import { answerWith, tokenIn } from "./look.ts";

export async function saveMeeting(ask: Ask) {
  const world = worldOf(ask);
  const page = await openPage(world, tokenIn(ask));
  if (page.state !== "booked") return answerWith(ask, page);
  const file = await bookingFile(world, page.invitation.link.ownerId, page.booking.bookingId, "own_copy");
  if (file === undefined) return answerWith(ask, { state: "unknown" });
  ask.header("Content-Type", "text/calendar; charset=utf-8");
  ask.header("Content-Disposition", attachmentNamed(file.name));
  return ask.body(file.text);
}
