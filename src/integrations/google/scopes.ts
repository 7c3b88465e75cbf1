/** What was granted, by the last part of Google's scope names. */

const prefix = "https://www.googleapis.com/auth/";

export type Granted = (...names: readonly string[]) => boolean;

/** True when any one of the scopes was granted; names as "gmail.readonly". */
export function grantedOf(scopes: readonly string[]): Granted {
  const known = new Set(scopes.map((scope) => (scope.startsWith(prefix) ? scope.slice(prefix.length) : scope)));
  return (...names) => names.some((name) => known.has(name));
}
