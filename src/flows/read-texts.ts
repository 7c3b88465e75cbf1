/**
 * Bodies last, and only for people who qualify (S1): the newest few messages of each candidate are read, their start is
 * kept for a while, and from them the language that the two write in is told.
 */
import type { ContactId, MessageId, OwnerId } from "../domain/ids.ts";
import { languageIn } from "../domain/mail/language.ts";
import { after } from "../domain/time.ts";
import { saveLocales } from "../store/contacts.ts";
import { keepTexts, type TextToRead, textsKept, textsToRead } from "../store/texts.ts";
import { setTimerBy } from "../store/timers.ts";
import { viewpointOf } from "./viewpoint.ts";
import type { World } from "./world.ts";

/** Newest messages of one person that are read. */
const messagesPerPersonMax = 8;
/** Most messages read in one go; the people in touch last come first. */
const messagesMax = 2_000;
/** Characters kept of each. */
const charactersKeptMax = 1_500;
/** Texts are erased this long after they were read. */
export const textKeptDays = 90;

const batchSize = 50;

export async function readTexts(world: World, owner: OwnerId, signal: AbortSignal): Promise<{ read: number }> {
  const wanted = await textsToRead(world.database, owner, { perPerson: messagesPerPersonMax, max: messagesMax });
  const { now } = await viewpointOf(world, owner);
  const keptUntil = after(world.clock.now(), { days: textKeptDays });
  for (let at = 0; at < wanted.length && !signal.aborted; at += batchSize) {
    const texts: { messageId: MessageId; text: string | undefined }[] = [];
    for (const one of wanted.slice(at, at + batchSize))
      texts.push({ messageId: one.messageId, text: await textOf(world, one, signal) });
    await world.database.transaction().execute(async (transaction) => {
      await keepTexts(transaction, owner, texts, { readAt: now, keptUntil });
      await setTimerBy(transaction, owner, { kind: "erase_kept_text", subjectId: owner }, keptUntil);
    });
  }
  const languages = new Map<ContactId, string>();
  for (const { contactId, text } of await textsKept(world.database, owner)) {
    const language = languageIn(text);
    if (language !== undefined) languages.set(contactId, language);
  }
  await saveLocales(world.database, owner, languages);
  return { read: wanted.length };
}

async function textOf(world: World, { path, ref }: TextToRead, signal: AbortSignal): Promise<string | undefined> {
  const text = await world.archive.text(path, ref, signal);
  const readable =
    text?.plain ?? text?.html?.replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]{0,1000}>/g, " ");
  return readable?.slice(0, charactersKeptMax);
}
