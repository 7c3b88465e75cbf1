import type { ContactId } from "../../domain/ids.ts";
import { askForIntroduction, type Introduction, introduceTwo } from "../../flows/letters/introduce-two.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { introductionView } from "../views/introduction.ts";

export async function showIntroduction(ask: Ask) {
  const two = twoIn(ask);
  if (two === undefined) return answerAbsent(ask);
  const introduction = await introduceTwo(worldOf(ask), ownerIdOf(ask), two.one, two.other);
  return introduction === undefined ? answerAbsent(ask) : show(ask, two, introduction);
}

/** R12: it waits with the other letters for a yes; what stands in its way is shown instead. */
export async function draftIntroduction(ask: Ask) {
  const two = twoIn(ask);
  if (two === undefined) return answerAbsent(ask);
  const introduction = await askForIntroduction(worldOf(ask), ownerIdOf(ask), two.one, two.other);
  if (introduction === undefined) return answerAbsent(ask);
  return introduction.kind === "letter"
    ? goOn(ask, `/people/${two.one}`, "letter_asked")
    : show(ask, two, introduction);
}

type Two = { one: ContactId; other: ContactId };

function twoIn(ask: Ask): Two | undefined {
  const [one, other] = [idIn<ContactId>(ask), idIn<ContactId>(ask, "other")];
  return one === undefined || other === undefined ? undefined : { one, other };
}

function show(ask: Ask, { one, other }: Two, introduction: Introduction) {
  const frame = frameOf(ask);
  const body = introductionView(frame, { introduction, contactId: one, otherId: other });
  return answerPage(ask, frame, { title: "An introduction", place: "people", body });
}
