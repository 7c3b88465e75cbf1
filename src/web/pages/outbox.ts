import { z } from "zod";
import type { EffectId } from "../../domain/ids.ts";
import { settleStuck } from "../../flows/sending/stuck.ts";
import { outboxShelves, readOutbox, readOutboxCounts } from "../../store/read/outbox.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn, oneOf, pageIn, searchIn } from "../query.ts";
import { outboxPath, outboxView } from "../views/outbox.ts";

const rowsMax = 20;

/** `/sent?show=waiting&q=priya` */
export async function showOutbox(ask: Ask) {
  const { database } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const shelf = oneOf(outboxShelves, ask.req.query("show"));
  const search = searchIn(ask);
  const page = await readOutbox(database, owner, { shelf, search, page: pageIn(ask), rowsMax });
  const counts = await readOutboxCounts(database, owner);
  const frame = frameOf(ask);
  const body = outboxView(frame, { page, counts, shelf, search });
  return answerPage(ask, frame, { title: "Letters on their way", place: "sent", body });
}

const answerForm = z.object({ answer: z.enum(["sent", "send", "leave"]) });

/** The owner looked into their mailbox: what became of a letter whose fate nobody else can tell. */
export async function answerStuck(ask: Ask) {
  const { answer } = answerForm.parse(await ask.req.parseBody());
  const effectId = idIn<EffectId>(ask);
  const outcome =
    effectId === undefined ? "not_there" : await settleStuck(worldOf(ask), ownerIdOf(ask), { effectId, answer });
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, outboxPath, "stuck_settled");
}
