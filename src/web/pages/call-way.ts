import { z } from "zod";
import type { ContactId } from "../../domain/ids.ts";
import { ownWaysToCall, sayOwnWayToCall, sayTheirNumber } from "../../flows/meeting/say-call.ts";
import { readPerson } from "../../store/read/person.ts";
import { answerAbsent, answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { callWayView } from "../views/call-way.ts";

const callForm = z.object({
  way: z.enum([...ownWaysToCall, "their_number"]),
  text: z.string().max(300).default(""),
  back: z.string().optional(),
});

/** R27: a refused link or number stands in its field again, with what is wrong. */
export async function tellCallWay(ask: Ask) {
  const { way, text, back } = callForm.parse(await ask.req.parseBody());
  const contactId = idIn<ContactId>(ask);
  const person = contactId && (await readPerson(worldOf(ask).database, ownerIdOf(ask), contactId));
  if (person === undefined) return answerAbsent(ask);
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const said =
    way === "their_number"
      ? await sayTheirNumber(world, owner, person.contactId, text)
      : await sayOwnWayToCall(world, owner, way, text);
  const here = wayBack(back, "/review");
  if (said.kind === "unknown") return answerAbsent(ask);
  if (said.kind === "saved") return goOn(ask, here, "call_way_set");
  const { contactId: id, name } = person;
  const frame = frameOf(ask);
  const body = callWayView(frame, { contactId: id, name, back: here, typed: { way, text, trouble: said.says } });
  return answerPage(ask, frame, { title: `A call with ${name}`, place: "people", body }, 400);
}
