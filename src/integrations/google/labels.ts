/** Gmail's labels in the words that its own export uses, and which of them keep a message from being read. */

const words: Readonly<Record<string, string>> = {
  INBOX: "Inbox",
  SENT: "Sent",
  DRAFT: "Drafts",
  SPAM: "Spam",
  TRASH: "Trash",
  CHAT: "Chat",
  CATEGORY_PERSONAL: "Category Personal",
  CATEGORY_PROMOTIONS: "Category Promotions",
  CATEGORY_SOCIAL: "Category Social",
  CATEGORY_UPDATES: "Category Updates",
  CATEGORY_FORUMS: "Category Forums",
};

/** What comes and goes (unread, starred) and the owner's own labels say nothing about who wrote: they are left out. */
export const labelWords = (labelIds: readonly string[]): readonly string[] => labelIds.flatMap((id) => words[id] ?? []);

/** No mail that reached anybody, or none that the owner keeps. */
const unread: ReadonlySet<string> = new Set(["DRAFT", "CHAT", "SPAM", "TRASH"]);
/** Mass mail by Gmail's own judgement: its headers are not paid for. */
const massMail: ReadonlySet<string> = new Set([
  "CATEGORY_PROMOTIONS",
  "CATEGORY_SOCIAL",
  "CATEGORY_UPDATES",
  "CATEGORY_FORUMS",
]);

export type LabelVerdict =
  | { kind: "read" }
  /** A draft, a chat, spam, trash. */
  | { kind: "not_read" }
  /** `because` as in `Skipped`. */
  | { kind: "skipped"; because: string };

export function verdictOf(labelIds: readonly string[]): LabelVerdict {
  if (labelIds.some((id) => unread.has(id))) return { kind: "not_read" };
  // Whatever the owner wrote is read.
  if (labelIds.includes("SENT")) return { kind: "read" };
  const category = labelIds.find((id) => massMail.has(id));
  return category === undefined ? { kind: "read" } : { kind: "skipped", because: category.toLowerCase() };
}

/** Labels whose coming or going moves a message in or out of what we read. */
export const movesInOrOut = (labelId: string): boolean => unread.has(labelId) || massMail.has(labelId);

/** The same verdicts as a search: what a list of ids leaves out, since it does not tell labels. */
export const listedQuery =
  "-in:draft -in:chats -category:promotions -category:social -category:updates -category:forums";
