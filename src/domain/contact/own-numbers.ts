/** Which numbers identify a person: whoever is alone with one. A number that several people give is their house's. */
import type { ContactField, FieldSource } from "./fields.ts";
import { phoneKey } from "./phone.ts";

export type OwnNumber = { key: string; source: FieldSource };

/** For the fields of each person, in the same order. */
export function ownNumbers(people: readonly (readonly ContactField[])[]): OwnNumber[][] {
  const numbers = people.map((fields) =>
    fields.flatMap(({ field, value, source }) => (field === "phone" ? [{ key: phoneKey(value), source }] : [])),
  );
  const times = new Map<string, number>();
  for (const { key } of numbers.flat()) times.set(key, (times.get(key) ?? 0) + 1);
  return numbers.map((ones) => ones.filter(({ key }) => times.get(key) === 1));
}
