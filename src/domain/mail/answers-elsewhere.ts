/** Where a person's letter asks to be answered, when that is another house than it comes from (R8). */
import { domainOf, registrableDomain } from "../contact/address.ts";
import type { Address, MessageHeaders } from "./message.ts";

/** Undefined for lists and bulk mail, whose answers go elsewhere by their nature. */
export function answersElsewhere({
  from,
  replyTo,
  signals,
}: Pick<MessageHeaders, "from" | "replyTo" | "signals">): Address | undefined {
  const { listId, listHeaders, precedence, feedbackId, mailerMarks } = signals;
  const isSentToMany =
    listId !== undefined || listHeaders || feedbackId || mailerMarks !== undefined || precedence !== undefined;
  if (isSentToMany || replyTo.length === 0) return undefined;
  const home = registrableDomain(domainOf(from.address));
  const isHome = replyTo.some(({ address }) => registrableDomain(domainOf(address)) === home);
  return isHome ? undefined : replyTo[0]?.address;
}
