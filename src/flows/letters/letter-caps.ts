/** Whether one more letter of a kind may go to a person now: the caps over all rules, and the day's ten. */
import type { Because } from "../../domain/because.ts";
import {
  dailyCapBecause,
  lettersLeftToday,
  mayWrite,
  type SentLetter,
  weightOf,
} from "../../domain/draft/frequency.ts";
import { allLetters } from "../../domain/draft/own-letters.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { ContactRow } from "../../store/contacts.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { sentLetters } from "../../store/sent-letters.ts";
import type { LetterKind } from "../../templates/catalogue.ts";
import { historyOf } from "../plan/person-history.ts";
import type { World } from "../world.ts";
import type { Desk } from "./desk.ts";

export type LetterCaps = {
  /** Why no such letter may go to them now; undefined when it may. */
  of(contact: ContactRow, kind: LetterKind): Because | undefined;
};

export async function letterCaps(
  world: World,
  owner: OwnerId,
  { policy, now }: Pick<Desk, "policy" | "now">,
): Promise<LetterCaps> {
  const sent = await sentLetters(world.database, owner);
  const interactions = await loadInteractions(world.database, owner);
  const isDayFull =
    lettersLeftToday(
      sent.map(({ at }) => at),
      policy,
      now,
    ) === 0;
  return {
    of(contact, kind) {
      if (isDayFull) return dailyCapBecause(policy);
      const theirs = sent
        .filter(({ contactId }) => contactId === contact.contactId)
        .map((one): SentLetter => ({ at: one.at, weight: weightOf(one.kind) }));
      const person = historyOf(contact, interactions.get(contact.contactId) ?? [], now);
      const may = mayWrite(allLetters(person, theirs, policy, now), weightOf(kind), policy, now);
      return may.kind === "later" ? may.because : undefined;
    },
  };
}
