/** `/drafts/ID`: one letter, also after something that was asked of it could not be done. */
import { isWhyAsked } from "../../domain/contact/why-met.ts";
import type { DraftId } from "../../domain/ids.ts";
import { readDraft, readDrafts } from "../../store/read/drafts.ts";
import { readPerson, readWhyGuesses } from "../../store/read/person.ts";
import { answerAbsent, answerPage, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import type { LetterParts } from "../views/letter.ts";
import { oneLetterView } from "../views/one-letter.ts";
import { coveredWith } from "./covered.ts";
import { lettersOnPage } from "./letters-on-page.ts";

/** What came of a form: shown with the letter as it stands by now. */
export type LetterTold = { trouble: string } & Pick<LetterParts, "typed" | "seenBefore">;

export async function showOneLetter(ask: Ask, told?: LetterTold) {
  const { database } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const id = idIn<DraftId>(ask);
  const asked = id === undefined ? undefined : await readDraft(database, owner, id);
  if (asked === undefined) return answerAbsent(ask);
  // Of a version that does not stand any more, the one that took its place is shown.
  const draft = (await readDrafts(database, owner, [asked.followUpId])).get(asked.followUpId) ?? asked;
  const person = await readPerson(database, owner, draft.contactId);
  if (person === undefined) return answerAbsent(ask);
  const { trouble, ...shown } = told ?? {};
  const letter: LetterParts = {
    ...(await lettersOnPage(ask, [draft])),
    draft,
    contactId: person.contactId,
    personName: person.name,
    isWhyOpen: isWhyAsked(person.metWhy, person.isWhyWaived),
    hasGreeting: person.hasGreeting,
    guesses: (await readWhyGuesses(database, owner, [person.contactId])).get(person.contactId) ?? [],
    back: `/drafts/${draft.draftId}`,
    ...shown,
  };
  const frame = frameOf(ask);
  const covered = await coveredWith(ask, draft.draftId);
  const body = oneLetterView(frame, {
    letter,
    because: draft.because,
    covered,
    ...(trouble !== undefined && { trouble }),
  });
  const title = `Letter to ${person.name}`;
  return answerPage(ask, frame, { title, place: "review", body }, told === undefined ? 200 : 409);
}
