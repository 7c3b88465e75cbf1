/**
 * Bodies last, and only for people who qualify (S1), as long as they do: of the newest few messages of each candidate the
 * new words are kept for a while, and from them the language that the two write in is told; so are what they sign with and
 * the card that they attach.
 */
import { ownCard } from "../../domain/contact/attached-card.ts";
import type { Card } from "../../domain/contact/card.ts";
import type { ContactId, MessageId, OwnerId } from "../../domain/ids.ts";
import { languageIn } from "../../domain/mail/language.ts";
import type { MessageText } from "../../domain/mail/message.ts";
import { newTextOf } from "../../domain/mail/new-text.ts";
import { readSignature, type Signature } from "../../domain/mail/signature.ts";
import { after } from "../../domain/time.ts";
import { saveLocales } from "../../store/contacts.ts";
import {
  eraseTextsOfOthers,
  keepCards,
  keepSignatures,
  keepTexts,
  type TextToRead,
  textsKept,
  textsToRead,
} from "../../store/texts.ts";
import { setTimerBy } from "../../store/timers.ts";
import { retentionOf } from "../privacy/retention.ts";
import type { World } from "../world.ts";
import { textsAt } from "./texts-at.ts";

/** Newest messages of one person that are read. */
const messagesPerPersonMax = 8;
/** Most messages read in one go; the people in touch last come first. */
const messagesMax = 2_000;
/** Characters kept of each. */
const charactersKeptMax = 1_500;

const batchSize = 50;
/** Texts asked of providers in one go, so that what they tell is shown before the rest is read. */
const askedAtOnceMax = 60;
const nextPortionSeconds = 5;

export async function readTexts(world: World, owner: OwnerId, signal: AbortSignal): Promise<{ read: number }> {
  await eraseTextsOfOthers(world.database, owner);
  const wanted = await textsToRead(world.database, owner, { perPerson: messagesPerPersonMax, max: messagesMax });
  const now = portion(wanted);
  const read = await readTextsOf(world, owner, now, signal);
  if (now.length < wanted.length) {
    const soon = after(world.clock.now(), { seconds: nextPortionSeconds });
    await setTimerBy(world.database, owner, { kind: "discover", subjectId: owner }, soon);
  }
  const languages = new Map<ContactId, string>();
  for (const { contactId, text } of await textsKept(world.database, owner)) {
    const language = languageIn(text);
    if (language !== undefined) languages.set(contactId, language);
  }
  await saveLocales(world.database, owner, languages);
  return { read };
}

/** All that lie in files, and of those at providers the first few: each is a call there, at the pace that is left. */
function portion(wanted: readonly TextToRead[]): TextToRead[] {
  let asked = 0;
  return wanted.filter(({ place }) => {
    if (place.at === "file") return true;
    asked += 1;
    return asked <= askedAtOnceMax;
  });
}

/** Reads what is wanted and stores it in batches, the last one when the signal fires. */
async function readTextsOf(
  world: World,
  owner: OwnerId,
  wanted: readonly TextToRead[],
  signal: AbortSignal,
): Promise<number> {
  if (wanted.length === 0) return 0;
  const readAt = world.clock.now();
  const keptUntil = after(readAt, { days: (await retentionOf(world, owner)).textDays });
  const placed = wanted.map((thing) => ({ thing, place: thing.place }));
  let read = 0;
  let batch: TextRead[] = [];
  const keep = async () => {
    if (batch.length === 0) return;
    await world.database.transaction().execute(async (transaction) => {
      await keepTexts(transaction, owner, batch, { readAt, keptUntil });
      await keepSignatures(
        transaction,
        owner,
        batch.flatMap(({ messageId, signature }) => (signature === undefined ? [] : [{ messageId, signature }])),
      );
      await keepCards(
        transaction,
        owner,
        batch.flatMap(({ messageId, card }) => (card === undefined ? [] : [{ messageId, card }])),
      );
      await setTimerBy(transaction, owner, { kind: "erase_kept_text", subjectId: owner }, keptUntil);
    });
    read += batch.length;
    batch = [];
  };
  try {
    for await (const { thing, text } of textsAt(world, owner, placed, { signal, isInteractive: false })) {
      batch.push(readOne(thing, text));
      if (batch.length === batchSize) await keep();
    }
  } catch (fault) {
    if (!signal.aborted) throw fault;
  }
  await keep();
  return read;
}

type TextRead = {
  messageId: MessageId;
  text: string | undefined;
  signature: Signature | undefined;
  card: Card | undefined;
};

/** Only what the writer wrote themselves: quoted history would tell the language, and the signature, of somebody else. */
function readOne({ messageId, from, byOwner }: TextToRead, text: MessageText | undefined): TextRead {
  if (text === undefined) return { messageId, text: undefined, signature: undefined, card: undefined };
  const trimmed = newTextOf(text);
  const signature = byOwner ? undefined : readSignature(trimmed, from);
  return {
    messageId,
    text: trimmed.newText.text.slice(0, charactersKeptMax),
    signature: signature?.because.length === 0 ? undefined : signature,
    card: byOwner ? undefined : ownCard(text.cards, from),
  };
}
