import { z } from "zod";
import type { ContactId, MessageId } from "../../domain/ids.ts";
import { saidKinds, saidMeanings } from "../../domain/reply/reading-correction.ts";
import { correctReading, type ReadingSaid } from "../../flows/mail/correct-reading.ts";
import { showThread } from "../../flows/mail/show-thread.ts";
import { retentionOf } from "../../flows/privacy/retention.ts";
import { readPerson } from "../../store/read/person.ts";
import { answerAbsent, answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { threadView } from "../views/thread.ts";

/** `/people/:id/threads/:message`: the thread is named by any message in it. */
export async function showOneThread(ask: Ask) {
  const [contact, message] = [idIn<ContactId>(ask), idIn<MessageId>(ask, "message")];
  if (contact === undefined || message === undefined) return answerAbsent(ask);
  const owner = ownerIdOf(ask);
  const person = await readPerson(worldOf(ask).database, owner, contact);
  if (person === undefined) return answerAbsent(ask);
  const messages = await showThread(worldOf(ask), owner, { contact, message }, ask.req.raw.signal);
  if (messages === undefined) return answerAbsent(ask);
  const { textDays } = await retentionOf(worldOf(ask), owner);
  const frame = frameOf(ask);
  const here = `/people/${contact}/threads/${message}`;
  const title = `Mail with ${person.name}`;
  return answerPage(ask, frame, {
    title,
    place: "people",
    body: threadView(frame, { person, messages, here, textKeptDays: textDays }),
  });
}

const form = z.object({
  message: z.uuid(),
  kind: z.enum([...saidKinds, "undecided"]).optional(),
  meaning: z.enum([...saidMeanings, "undecided"]).optional(),
  back: z.string().optional(),
});

export async function correctOne(ask: Ask) {
  const [contact, named] = [idIn<ContactId>(ask), idIn<MessageId>(ask, "message")];
  const { message, kind, meaning, back } = form.parse(await ask.req.parseBody());
  if (contact === undefined || named === undefined) return answerAbsent(ask);
  const said: ReadingSaid = {
    ...(kind !== undefined && { kind: kind === "undecided" ? null : kind }),
    ...(meaning !== undefined && { meaning: meaning === "undecided" ? null : meaning }),
  };
  const outcome = await correctReading(worldOf(ask), ownerIdOf(ask), message as MessageId, said);
  if (outcome === "unknown") return answerAbsent(ask);
  const isTakenBack = kind === "undecided" || meaning === "undecided";
  return goOn(
    ask,
    wayBack(back, `/people/${contact}/threads/${named}#m-${message}`),
    isTakenBack ? "reading_undecided" : "reading_corrected",
  );
}
