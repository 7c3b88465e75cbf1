/**
 * Who answers an offer (M6). Only the person, or somebody to whom they handed it, may settle a time; an address of theirs
 * that is not known yet is likely and not sure, and whoever else writes in the thread is read by the owner.
 */
import { type Because, because } from "../because.ts";
import { sameMailbox } from "../contact/address.ts";
import { readName } from "../contact/name.ts";
import { fold } from "../contact/role-words.ts";
import type { Address, Correspondent } from "../mail/message.ts";
import type { ReplyMeaning } from "./meaning.ts";

export type Writer = {
  /** forged: under their address, and not from there as far as the mail system that took it in could tell. */
  kind: "owner" | "person" | "forged" | "their_other_address" | "their_delegate" | "stranger";
  because: Because;
};

/** What is known of a thread in which a letter was sent to a person. */
export type Correspondence = {
  owner: readonly Address[];
  person: { addresses: readonly Address[]; name?: string | undefined };
  /** Whom the person named or copied when they handed the meeting over; empty when they did not. */
  delegates: readonly Address[];
};

export function writerOf(
  { address, name, isForged = false }: Correspondent & { isForged?: boolean },
  { owner, person, delegates }: Correspondence,
): Writer {
  const isAmong = (addresses: readonly Address[]) => addresses.some((one) => sameMailbox(one, address));
  const say = (kind: Writer["kind"], text: string): Writer => ({ kind, because: because(`M6.writer_${kind}`, text) });
  if (isAmong(owner)) return say("owner", `${address} is the owner's own.`);
  if (isForged && (isAmong(person.addresses) || isAmong(delegates)))
    return say(
      "forged",
      `It names ${address} as its writer, and the mail system that took it in says that it is not from there.`,
    );
  if (isAmong(person.addresses)) return say("person", `${address} is theirs.`);
  if (isAmong(delegates)) return say("their_delegate", `They handed it to ${address}.`);
  if (isSameName(name, person.name))
    return say("their_other_address", `${address} writes under their name and is not known to be theirs.`);
  return say("stranger", `${address} is somebody else in the thread.`);
}

/** To whom the person hands it with a letter: whoever they name in it, and whoever it also goes to. */
export function handedTo(
  meaning: ReplyMeaning,
  recipients: readonly Address[],
  { owner, person }: Pick<Correspondence, "owner" | "person">,
): Address[] {
  if (meaning.kind !== "delegate") return [];
  const known = [...owner, ...person.addresses];
  const named = meaning.to === undefined ? [] : [meaning.to];
  return [...named, ...recipients].filter((one) => !known.some((other) => sameMailbox(one, other)));
}

/** Given and family name agree; one of them alone is shared by too many. */
function isSameName(one: string | undefined, other: string | undefined): boolean {
  const [left, right] = [one, other].map((name) => (name === undefined ? undefined : readName(name)));
  return (
    left?.given !== undefined &&
    left.family !== undefined &&
    fold(left.given) === fold(right?.given ?? "") &&
    fold(left.family) === fold(right?.family ?? "")
  );
}

/**
 * What a reading is worth from its writer. A no is heard from an address that is only likely theirs: nothing is written on a
 * doubt, while a time is settled by the person and their delegate alone.
 */
export function weighedBy(writer: Writer, meaning: ReplyMeaning): ReplyMeaning | undefined {
  switch (writer.kind) {
    case "owner":
      return undefined;
    case "person":
      return meaning;
    case "their_delegate":
      return meaning.kind === "opt_out"
        ? unclear(writer, meaning)
        : { ...meaning, because: [...meaning.because, writer.because] };
    case "their_other_address":
      return meaning.kind === "opt_out" || meaning.kind === "decline"
        ? { ...meaning, because: [...meaning.because, writer.because] }
        : unclear(writer, meaning);
    case "forged":
    case "stranger":
      return unclear(writer, meaning);
  }
}

const unclear = (writer: Writer, { because: reasons }: ReplyMeaning): ReplyMeaning => ({
  kind: "unclear",
  confidence: 0.8,
  because: [writer.because, ...reasons],
});
