/** What an export of everything holds: each table as a file, but keys and what only they open. */

/** Tables that stay, by name, each with what it holds. */
export const tablesLeftOut: Readonly<Record<string, string>> = {
  session: "who is signed in",
  owner_invitation: "links that open once, as hashes",
  sign_in_try: "a sign-in that has begun",
  account_token: "tokens of connected accounts",
  page_nonce: "buttons of booking pages, as hashes",
  digest_link: "links of the daily mail, as hashes",
  erasure: "stands only while everything is erased",
};

const columnsLeftOut: readonly string[] = ["owner_id", "passphrase_hash", "token_hash"];

export const isTakenAlong = (column: string): boolean => !columnsLeftOut.includes(column);

/** `contact_id` becomes contactId, as in everything we print. */
export const fieldName = (column: string): string =>
  column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `contact_choice` is in data/contact-choice.json. */
export const dataFile = (table: string): string => `data/${table.replaceAll("_", "-")}.json`;
