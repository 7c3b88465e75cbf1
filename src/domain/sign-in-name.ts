/** The name by which one of several owners signs in, as names are compared: in lower case and composed. */
export type SignInName = string & { readonly signInName: unique symbol };

export const signInNameCharsMax = 64;

/** Undefined for what is no name: letters and digits, between them also spaces, dots, dashes, underscores and @. */
export function readSignInName(typed: string): SignInName | undefined {
  const name = typed.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
  const isName =
    [...name].length <= signInNameCharsMax && /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._@-]*[\p{L}\p{M}\p{N}])?$/u.test(name);
  return isName ? (name as SignInName) : undefined;
}
