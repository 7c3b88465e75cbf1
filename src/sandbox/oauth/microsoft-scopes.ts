/** What the sandbox's Microsoft can allow, and how it spells it. */
import type { CloudAccount } from "../cloud/account.ts";

/** What its page says of each. */
export const says: Readonly<Record<string, string>> = {
  openid: "Know who you are",
  profile: "See your name",
  email: "See your email address",
  offline_access: "Keep this access",
  "User.Read": "See your profile",
  "MailboxSettings.Read": "See the settings of your mailbox",
  "Mail.ReadBasic": "See who wrote to you and when",
  "Mail.Read": "Read your mail",
  "Mail.ReadWrite": "Read and write your mail",
  "Mail.Send": "Send mail as you",
  "Calendars.ReadBasic": "See the times of your events",
  "Calendars.Read": "See your calendars",
  "Calendars.ReadWrite": "See and change your calendars",
  "Contacts.Read": "See your contacts",
  "Contacts.ReadWrite": "See and change your contacts",
  "Tasks.Read": "See your tasks",
  "Tasks.ReadWrite": "See and change your tasks",
};
const knownScopes = new Map(Object.keys(says).map((scope) => [scope.toLowerCase(), scope]));
/** Organisations that restrict consent restrict these. */
export const needsAdmin = /^(Mail\.|Calendars\.|Contacts\.ReadWrite|Tasks\.)/;

const graph = "https://graph.microsoft.com/";

/** Short names in their usual spelling; undefined when one of them is none. */
export function scopesIn(text: string | null): string[] | undefined {
  const asked = (text ?? "").split(" ").filter((scope) => scope !== "");
  const known = asked.map((scope) => knownScopes.get(scope.replace(graph, "").toLowerCase()));
  return known.every((scope) => scope !== undefined) && known.length > 0 ? [...new Set(known as string[])] : undefined;
}

/** Work accounts are told short names, personal ones whole addresses; the order is nobody's. */
export function told(account: CloudAccount, scopes: readonly string[]): string {
  const sorted = scopes.toSorted().reverse();
  if (account.kind === "work") return sorted.join(" ");
  return sorted.map((scope) => (/^[A-Z]/.test(scope) ? `${graph}${scope}` : scope)).join(" ");
}
