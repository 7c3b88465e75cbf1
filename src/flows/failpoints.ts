/**
 * Named places between every two steps of every effect. The real world passes them; a test's world may die there, and what
 * has to hold is that the same work, run again, comes to the same end.
 */
export const failpoints = [
  "send_letter.looked",
  "send_letter.claimed",
  "send_letter.prepared",
  "send_letter.sending",
  "send_letter.sent",
  "keep_booking.claimed",
  "keep_booking.looked",
  "keep_booking.event_put",
  "keep_booking.event_moved",
  "keep_booking.event_removed",
] as const;
export type Failpoint = (typeof failpoints)[number];
