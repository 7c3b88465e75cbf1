/** Other times for the same meeting, in the thread: within what they said, or for one that was taken before they chose it. */

import type { StandingOffer } from "../../domain/booking/offer.ts";
import { busyByWish } from "../../domain/booking/times-wish.ts";
import { otherTimesIn } from "../../domain/draft/errand.ts";
import type { BookingId } from "../../domain/ids.ts";
import type { Busy } from "../../domain/meeting/busy.ts";
import { travelTo } from "../../domain/meeting/travel.ts";
import { addDays, dayIn } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { DueFollowUp } from "../../store/follow-ups.ts";
import { sayLink, underTimes } from "../../templates/link-line.ts";
import { sayMoment, sayOccasion } from "../../templates/phrases.ts";
import type { Desk, ErrandDesk } from "./desk.ts";
import { offerFor } from "./offer-for-letter.ts";
import { type ErrandLetter, namesOf, renderErrand } from "./render-errand.ts";
import { threadOf } from "./thread-of.ts";
import type { Way } from "./way-to-meet.ts";
import { localeOf, voiceOf } from "./write-letter.ts";

/** Undefined when nothing is known any more of what was offered before. */
export function letterWithNewTimes(
  contact: ContactRow,
  { followUpId, because: reasons, about = "" }: DueFollowUp,
  desk: ErrandDesk,
): ErrandLetter | undefined {
  const { answerId, takenAt } = otherTimesIn(reasons);
  const answer = answerId === undefined ? undefined : desk.wishes.get(answerId);
  const offerId = answer?.offerId ?? desk.bookings.get(about as BookingId)?.offerId;
  const former = offerId === undefined ? undefined : desk.offers.get(offerId);
  if (former === undefined) return undefined;
  const [locale, voice] = [localeOf(contact.locale), voiceOf(contact, desk)];
  const { body } = former;
  const { contactId } = contact;
  const theirBusy = answer?.wish === undefined ? undefined : busyIn(answer.wish, former, desk);
  const { lengthMinutes, meetUntil, mode, readersZone } = body;
  const wanted = { contactId, followUpId, lengthMinutes, locale };
  const offer = offerFor(
    {
      ...wanted,
      ...(meetUntil !== undefined && { meetUntil }),
      ...(theirBusy !== undefined && { theirBusy }),
    },
    wayOf(former),
    desk,
  );
  const thread = threadOf({ kind: "new_times", contact, interactions: [] }, desk);
  const clocks = { zone: desk.zone, isThere: mode === "in_person", ...(readersZone !== undefined && { readersZone }) };
  const facts = {
    ...namesOf(contact, desk),
    occasion: sayOccasion(body.occasion, locale),
    ...(thread !== undefined && { threadSubject: thread.subject }),
    ...(takenAt !== undefined && { wasWhen: sayMoment(takenAt, clocks, locale) }),
    ...(offer.lines.length > 0 && { times: offer.lines }),
  };
  const rendered = renderErrand({ kind: "new_times", contact, facts, seed: contactId }, desk);
  if (rendered.state === "refused") return { ...rendered, offer };
  const link = desk.links?.linkFor(followUpId);
  const { letter, times } = underTimes(rendered.letter, offer.lines, link && sayLink(link, locale, voice));
  return { ...rendered, letter, offer, facts: times.length === 0 ? facts : { ...facts, times } };
}

const busyIn = (wish: Parameters<typeof busyByWish>[0], { body }: StandingOffer, desk: Desk): Busy[] => {
  const firstDay = dayIn(desk.zone, desk.now);
  const lastDay = addDays(firstDay, desk.free.availability.horizonDays);
  return busyByWish(wish, { zone: desk.zone, firstDay, lastDay, lengthMinutes: body.lengthMinutes });
};

/** The same meeting as before. */
const wayOf = ({ body: { occasion, mode, place, travelMinutes, onlyDays, readersZone } }: StandingOffer): Way => ({
  occasion,
  mode,
  because: { rule: "R31.as_before", text: "As your letter before it says." },
  ...(place !== undefined && { place }),
  ...(travelMinutes !== undefined && {
    travelMinutesTo: travelTo({ text: place ?? "", minutesFromBase: travelMinutes }),
    minutesFromBase: travelMinutes,
  }),
  ...(onlyDays !== undefined && { onlyDays }),
  ...(readersZone !== undefined && { readersZone }),
});
