/** Whom a card is made for in the owner's address book (R2): people met now, while the memory is fresh. */
import { before, type Instant } from "../time.ts";

const cardWithinHours = 48;

/** Since when whoever was met is new; from then on their card is made, or what is missing in it filled in. */
export const newSince = (now: Instant): Instant => before(now, { hours: cardWithinHours });
