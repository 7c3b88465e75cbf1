/** How things made here are found again: a named property that Outlook keeps with them and never shows. */

const keyProperty = "String {6a1f0c52-5d0b-4b34-9c1e-2f7be2a90d63} Name RapportKey";

export type OwnKey = { singleValueExtendedProperties: readonly { id: string; value: string }[] };

/** `key` is 32 hex digits. */
export const withKey = (key: string): OwnKey => ({
  singleValueExtendedProperties: [{ id: keyProperty, value: checked(key) }],
});

/** OData's words for "made under this key". */
export const hasKey = (key: string): string =>
  `singleValueExtendedProperties/Any(ep: ep/id eq '${keyProperty}' and ep/value eq '${checked(key)}')`;

function checked(key: string): string {
  if (!/^[0-9a-f]{32}$/.test(key)) throw new RangeError("a key is 32 hex digits");
  return key;
}
