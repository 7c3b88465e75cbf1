import type { ContactId } from "../../domain/ids.ts";
import { introduceTwo } from "../../flows/letters/introduce-two.ts";
import { answerAbsent, answerPage, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { introductionView } from "../views/introduction.ts";

export async function showIntroduction(ask: Ask) {
  const [one, other] = [idIn<ContactId>(ask), idIn<ContactId>(ask, "other")];
  if (one === undefined || other === undefined) return answerAbsent(ask);
  const introduction = await introduceTwo(worldOf(ask), ownerIdOf(ask), one, other);
  if (introduction === undefined) return answerAbsent(ask);
  const frame = frameOf(ask);
  const body = introductionView(frame, introduction, one);
  return answerPage(ask, frame, { title: "An introduction", place: "people", body });
}
