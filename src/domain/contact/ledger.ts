/**
 * Give and take (R12, R39): what the owner gave a person or asked of them, and what came from them. Private: it is shown to
 * the owner alone, and judges nobody.
 */
import type { ContactId, LedgerEntryId } from "../ids.ts";
import type { Instant } from "../time.ts";

const ledgerKinds = ["gave", "received", "asked", "was_asked"] as const;
/** Seen from the owner: `asked` is what the owner asked of the person, `was_asked` what the person asked of the owner. */
export type LedgerKind = (typeof ledgerKinds)[number];

const ledgerAbouts = ["referral", "introduction", "help", "advice", "meeting"] as const;
export type LedgerAbout = (typeof ledgerAbouts)[number];

export type LedgerEntry = {
  entryId: LedgerEntryId;
  contactId: ContactId;
  kind: LedgerKind;
  about: LedgerAbout;
  /** In a few words, for the owner: "introduced Priya Nair". */
  text: string;
  /** Whom it brought, for an introduction or a referral. */
  otherContactId?: ContactId;
  at: Instant;
  source: { kind: "fact" | "draft" | "owner"; id: string };
};

/** How many entries of each kind. */
export type Balance = Readonly<Record<LedgerKind, number>>;

export function balanceOf(entries: readonly LedgerEntry[]): Balance {
  const balance = { gave: 0, received: 0, asked: 0, was_asked: 0 };
  for (const { kind } of entries) balance[kind] += 1;
  return balance;
}

/** People and business that came from a person, less what went back to them (R12). */
export function referralsOwed(entries: readonly LedgerEntry[]): number {
  const { received, gave } = balanceOf(entries.filter(({ about }) => about === "referral" || about === "introduction"));
  return received - gave;
}
