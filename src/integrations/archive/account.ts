/** Export files dressed as accounts: what flows know of a provider, they know of a folder of files. */
import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { MessageText } from "../../domain/mail/message.ts";
import type { CalendarEvent } from "../../domain/meeting/event.ts";
import type { ArchiveBatch, ArchiveReader } from "../archive.ts";
import type { CalendarAccount } from "../calendar.ts";
import { letterBytes } from "../letter-bytes.ts";
import type { LetterBox, MailAccount, MessageRef, OutgoingLetter } from "../mail.ts";
import type { PeopleAccount } from "../people.ts";
import type { Cursor, From, Stream } from "../scan.ts";
import { TroubleError } from "../trouble.ts";
import { inputFault } from "./bad-input.ts";
import { readMessageText } from "./message-text.ts";

export type ArchiveAccount = {
  mail: MailAccount;
  calendar: CalendarAccount;
  people: PeopleAccount;
  letters: LetterBox;
};

const files: Stream = { name: "files", kind: "past" };

/**
 * `paths` are read one after another; `outbox` is the folder that letters are written into. Nothing else is written,
 * and no file that was named is changed. All nouns are read in one stream, since they stand in the same files; everything in
 * a file is read from its start, however old it is.
 */
export function openArchiveAccount({
  paths,
  outbox,
  reader,
}: {
  paths: readonly string[];
  outbox: string;
  reader: ArchiveReader;
}): ArchiveAccount {
  const batches = (from: From, signal: AbortSignal) =>
    batchesOf({ paths, reader, after: "after" in from ? from.after : undefined, signal });
  return {
    mail: {
      streams: [files],
      pages: async function* (_stream, from, signal) {
        for await (const { messages, isLast, ...rest } of batches(from, signal))
          yield { messages, listed: [], gone: [], isLast, ...pageOf(rest) };
      },
      // Headers come with their page.
      headers: async function* (refs) {
        for (const ref of refs) yield { kind: "gone", ref };
      },
      text: async (ref, signal) => {
        if (ref.startsWith(outboxPrefix)) return letterText(outbox, ref.slice(outboxPrefix.length));
        const place = placeOf(ref);
        const path = paths[place.index];
        return path === undefined ? undefined : reader.text(path, place.inner, signal);
      },
      count: async () => undefined,
    },
    calendar: {
      calendars: async () => [],
      pages: async function* (_calendar, from, signal) {
        for await (const { events, isLast, ...rest } of batches(from, signal))
          yield {
            events: events.map((event) => ({ ref: eventRef(event), event })),
            gone: [],
            isLast,
            ...pageOf(rest),
          };
      },
      // A file says when it was written, not how things are now.
      busy: async (calendars) => ({
        busy: [],
        unreadable: calendars.map((calendar) => ({ calendar, because: "a file cannot be asked" })),
      }),
    },
    people: {
      streams: [files],
      pages: async function* (_stream, from, signal) {
        for await (const { cards, isLast, ...rest } of batches(from, signal))
          yield { cards: cards.map((card) => ({ ref: card.key, card })), gone: [], isLast, ...pageOf(rest) };
      },
    },
    letters: { send: (letter, signal) => writeLetter(outbox, letter, signal) },
  };
}

const pageOf = ({ skipped, cursor, progress }: Pick<ArchiveBatch, "skipped" | "cursor" | "progress">) => ({
  skipped,
  cursor,
  progress,
});

const eventRef = ({ calendar, uid, occurrence }: CalendarEvent): string =>
  JSON.stringify([calendar, uid, occurrence ?? ""]);

type Reading = { paths: readonly string[]; reader: ArchiveReader; after: Cursor | undefined; signal: AbortSignal };

/** The cursor says which path, and the reader's own cursor inside it. */
async function* batchesOf({
  paths,
  reader,
  after,
  signal,
}: Reading): AsyncGenerator<ArchiveBatch & { isLast: boolean }> {
  const start = after === undefined ? { index: 0, inner: undefined } : placeOf(after);
  if (start.index > paths.length) throw new TroubleError({ kind: "cursor_spent" });
  for (const [index, path] of paths.entries()) {
    if (index < start.index) continue;
    const inner = index === start.index ? start.inner : undefined;
    for await (const [batch, isLastOfPath] of withLast(
      reader.read(path, { signal, ...(inner !== undefined && { after: inner }) }),
    )) {
      yield {
        ...batch,
        messages: batch.messages.map((message) => ({ ...message, ref: `${index}/${message.ref}` })),
        cursor: `${index}/${batch.cursor}`,
        isLast: isLastOfPath && index === paths.length - 1,
      };
    }
  }
}

/** Each thing with whether it is the last one: one is always read ahead. */
async function* withLast<Thing>(things: AsyncIterable<Thing>): AsyncGenerator<[Thing, boolean]> {
  let held: [Thing] | undefined;
  for await (const thing of things) {
    if (held !== undefined) yield [held[0], false];
    held = [thing];
  }
  if (held !== undefined) yield [held[0], true];
}

const outboxPrefix = "outbox/";

/** A letter that was written here; undefined when somebody took it away. */
async function letterText(outbox: string, name: string): Promise<MessageText | undefined> {
  if (!/^[^/]+\.eml$/.test(name)) return undefined;
  try {
    return await readMessageText(await readFile(join(outbox, name)));
  } catch (fault) {
    if (inputFault(fault) === undefined) throw fault;
    return undefined;
  }
}

/** "3/…" is the fourth path and what the reader calls the place inside it. */
function placeOf(text: MessageRef | Cursor): { index: number; inner: string } {
  const slash = text.indexOf("/");
  const index = Number(text.slice(0, slash));
  if (slash < 1 || !Number.isInteger(index)) throw new TroubleError({ kind: "cursor_spent" });
  return { index, inner: text.slice(slash + 1) };
}

/**
 * Writes the letter into the outbox as a whole or not at all: under a name of its own first, then under the name that
 * follows from its Message-ID. The same letter again gives the same file with the same bytes.
 */
async function writeLetter(outbox: string, letter: OutgoingLetter, signal: AbortSignal): Promise<{ ref: MessageRef }> {
  signal.throwIfAborted();
  const bytes = await letterBytes(letter);
  const name = `${safeName(letter.messageId)}.eml`;
  const unfinished = join(outbox, `.${name}.${digest(bytes).slice(0, 16)}.part`);
  try {
    await mkdir(outbox, { recursive: true });
    const file = await open(unfinished, "w", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(outbox, name));
  } catch (fault) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (!(fault instanceof Error && "syscall" in fault && "code" in fault)) throw fault;
    throw new TroubleError({
      kind: "unreachable",
      because: `the outbox folder cannot be written (${String(fault.code)})`,
    });
  }
  return { ref: `${outboxPrefix}${name}` };
}

const plainName = /^[A-Za-z0-9][A-Za-z0-9@._+-]{0,120}$/;

/** The Message-ID itself where it makes a harmless file name, else its readable part and a digest that keeps it apart. */
const safeName = (messageId: string): string =>
  plainName.test(messageId)
    ? messageId
    : `${messageId
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 60)}-${digest(messageId).slice(0, 32)}`;

const digest = (of: string | Buffer): string => createHash("sha256").update(of).digest("hex");
