/** The gives and asks that the owner may note by hand, each with its place in the ledger. */
import type { LedgerAbout, LedgerKind } from "./ledger.ts";

export const ledgerActNames = [
  "sent_business",
  "introduced_them",
  "helped_them",
  "got_business",
  "got_introduction",
  "got_help",
  "asked_them",
] as const;
export type LedgerAct = (typeof ledgerActNames)[number];

/** `says`: in plain words, for the list. */
export const ledgerActs: Readonly<Record<LedgerAct, { kind: LedgerKind; about: LedgerAbout; says: string }>> = {
  sent_business: { kind: "gave", about: "referral", says: "sent them people or business" },
  introduced_them: { kind: "gave", about: "introduction", says: "introduced them to somebody" },
  helped_them: { kind: "gave", about: "help", says: "helped them" },
  got_business: { kind: "received", about: "referral", says: "got people or business from them" },
  got_introduction: { kind: "received", about: "introduction", says: "was introduced by them" },
  got_help: { kind: "received", about: "help", says: "was helped by them" },
  asked_them: { kind: "asked", about: "help", says: "asked them for something" },
};
