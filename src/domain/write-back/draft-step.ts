/**
 * What is to be done with a letter among the owner's drafts (S7): theirs is touched only when it is proven to be as we wrote
 * it, and one that is gone was sent or thrown away.
 */
import { after, type Instant } from "../time.ts";
import type { Wanted, Written } from "./written.ts";

/** What a look at the account found: the draft with the hash of its contents, a letter that was sent, or neither. */
export type DraftThere = { kind: "draft"; hash: string } | { kind: "sent"; at: Instant } | { kind: "gone" };

export type DraftStep =
  /** It stands as it shall. */
  | { kind: "leave" }
  /** The owner has written in it: theirs now. */
  | { kind: "let_be" }
  /** Another text is to stand there. */
  | { kind: "replace"; formerHash: string }
  | { kind: "remove" }
  /** It left from there. */
  | { kind: "sent"; at: Instant }
  /** Gone, and too early to say how. */
  | { kind: "wait"; until: Instant }
  /** Taken away by us, or by the owner when it was not wanted any more. */
  | { kind: "removed" }
  /** The owner threw away what was wanted. */
  | { kind: "deleted" };

/** A provider may take this long to show a letter that it was told to send (provider-facts §9). */
const sentShowsAfterSeconds = 900;

export function draftStep(written: Written, wanted: Wanted | undefined, there: DraftThere, now: Instant): DraftStep {
  if (there.kind === "sent") return { kind: "sent", at: there.at };
  if (there.kind === "gone") return stepWhenGone(written, wanted, now);
  const isOurs = there.hash === written.hash || there.hash === written.formerHash;
  if (!isOurs) return { kind: "let_be" };
  if (wanted === undefined) return { kind: "remove" };
  return wanted.hash === there.hash ? { kind: "leave" } : { kind: "replace", formerHash: there.hash };
}

/** To throw away what is not asked for any more says nothing of what may be asked for later. */
function stepWhenGone(written: Written, wanted: Wanted | undefined, now: Instant): DraftStep {
  if (written.state === "removing") return { kind: "removed" };
  const until = sentShowsBy(written, now);
  if (until > now) return { kind: "wait", until };
  return wanted === undefined ? { kind: "removed" } : { kind: "deleted" };
}

const sentShowsBy = ({ state, changedAt }: Written, now: Instant): Instant =>
  after(state === "missing" ? changedAt : now, { seconds: sentShowsAfterSeconds });

/** To look for a sent letter costs many calls: once when its draft is found gone, and once when it must have come up. */
export const isWorthAsking = (written: Written, now: Instant): boolean =>
  written.state !== "missing" || sentShowsBy(written, now) <= now;

/**
 * The contents of a draft as they are compared: providers and mail programs keep blanks and line ends in their own way, and
 * nobody means anything by them.
 */
export const draftContents = ({
  to,
  subject,
  text,
}: {
  to: readonly string[];
  subject: string;
  text: string;
}): string => JSON.stringify([[...to].map((address) => address.toLowerCase()).sort(), evenly(subject), evenly(text)]);

const evenly = (text: string): string => text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
