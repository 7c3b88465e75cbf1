/** The addresses that are the owner's, from those that are stored: best first, each as it was said, inferred or refused. */
import type { Address } from "../../domain/mail/message.ts";
import type { OwnerAddress } from "../../store/owners.ts";

export type KnownOwner = {
  /** Without those that the owner refused. */
  addresses: readonly OwnerAddress[];
  /** Some of them are said or inferred, and not merely possible. */
  sure: boolean;
};

export const knownOwner = (stored: readonly OwnerAddress[]): KnownOwner => ({
  addresses: stored.filter(({ standing }) => standing !== "refused"),
  sure: stored.some(isCertain),
});

/** To read the mail by: those said or inferred, or the best guess while the owner has not been asked. */
export function ownAddressesOf({ addresses }: { addresses: readonly OwnerAddress[] }): Address[] {
  const certain = addresses.filter(isCertain);
  return (certain.length > 0 ? certain : addresses.slice(0, 1)).map(({ address }) => address);
}

const isCertain = ({ standing }: OwnerAddress): boolean => standing === "said" || standing === "inferred";
