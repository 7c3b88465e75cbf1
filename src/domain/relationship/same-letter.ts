/** A letter that was told, and the message in which it is found again. */
import { answeredSubject } from "../mail/answered-subject.ts";
import { after, before, type Instant } from "../time.ts";

const sameLetterHours = 36;

/** Near enough to be one and the same: what is told by hand is told for a day, not for a minute. */
export const isSameTime = (one: Instant, other: Instant): boolean =>
  other >= before(one, { hours: sameLetterHours }) && other <= after(one, { hours: sameLetterHours });

type Sent = { at: Instant; subject: string };

/** Of two letters to the same person. */
export const isSameLetter = (one: Sent, other: Sent): boolean =>
  isSameTime(one.at, other.at) && plain(one.subject) === plain(other.subject);

const plain = (subject: string): string => (answeredSubject(subject)?.rest ?? subject).trim().toLowerCase();
