/**
 * Named places between every two steps of every effect. The real world passes them; a test's world may die there, and what
 * has to hold is that the same work, run again, comes to the same end.
 */
export const failpoints = [
  "send_letter.looked",
  "send_letter.claimed",
  "send_letter.put",
  "send_letter.prepared",
  "send_letter.sending",
  "send_letter.sent",
  "send_letter.done",
  "send_letter.found_waiting",
  "keep_booking.claimed",
  "keep_booking.looked",
  "keep_booking.noted",
  "keep_booking.event_put",
  "keep_booking.event_moved",
  "keep_booking.event_removed",
  "keep_booking.read_back",
  "send_digest.claimed",
  "send_digest.prepared",
  "send_digest.sending",
  "send_digest.sent",
] as const;
export type Failpoint = (typeof failpoints)[number];
