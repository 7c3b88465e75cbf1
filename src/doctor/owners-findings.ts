/** What was found of each owner, told as of one installation: in whose things it was found, where several are at home. Pure. */
import type { Finding } from "./findings.ts";

/** `who` is the name they sign in with. */
export type FoundOfOwner = { who: string; findings: readonly Finding[] };

/** What is the same of everybody is told once, and of nobody in particular. */
export function tellOfOwners(owners: readonly FoundOfOwner[]): Finding[] {
  if (owners.length < 2) return owners.flatMap(({ findings }) => findings);
  const isOfAll = (one: Finding) => owners.every(({ findings }) => findings.some((other) => isSame(one, other)));
  return owners.flatMap(({ who, findings }, nth) =>
    findings.flatMap((one) => {
      if (isOfAll(one)) return nth === 0 ? [one] : [];
      return [{ ...one, says: `${who}: ${one.says}` }];
    }),
  );
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.name === other.name && one.state === other.state && one.says === other.says && one.advice === other.advice;
