/**
 * One mailbox: messages in the order in which it took them in, drafts, and the log of what changed. Neutral between the
 * providers: a place and marks, which each face calls folders or labels.
 */
import type { Instant } from "../../domain/time.ts";
import { ChangeLog, type LogLimits } from "./change-log.ts";
import { type Content, envelopeOf, threadSubject } from "./content.ts";
import type { Ids } from "./ids.ts";

export const places = ["inbox", "sent", "drafts", "archive", "spam", "trash"] as const;
export type Place = (typeof places)[number];

/** Of a message beyond its place: "unread", "starred", "important", "category_updates" …, or a label of the owner's own. */
export type Mark = string;

export type CloudMessage = {
  /** Sixteen hex digits; stays while the message lies in this mailbox. */
  readonly id: string;
  readonly threadId: string;
  /** When the mailbox took it in. */
  readonly at: Instant;
  /** Order of taking in, from 0. */
  readonly number: number;
  readonly place: Place;
  readonly marks: readonly Mark[];
  readonly content: Content;
  /** What a program keeps with the message and nobody else sees (extended properties of Outlook). */
  readonly properties: Readonly<Record<string, string>>;
  /** Of the newest entry in the log about it. */
  readonly change: number;
};

export type MailChange = {
  /** moved: another place or other marks. edited: other content. */
  kind: "added" | "removed" | "moved" | "edited";
  /** As it was after the change; before it when removed. */
  message: CloudMessage;
  before?: { place: Place; marks: readonly Mark[] };
};

/** Messages from before the mailbox began to live, made when they are asked for: millions of them take no memory. */
export interface Backlog {
  readonly count: number;
  /** The nth, oldest first. `number` is n; `change` is at most 1000. */
  at(number: number): CloudMessage;
  /** The number of an id of this backlog. */
  numberOf(id: string): number | undefined;
  /** The number of the message with that Message-ID. */
  numberOfMessageId(messageId: string): number | undefined;
  /** The numbers of the messages of a thread, oldest first. */
  numbersOfThread(threadId: string): readonly number[];
  countOf(place: Place): number;
}

type NewMessage = {
  content: Content;
  place: Place;
  at: Instant;
  marks?: readonly Mark[];
  threadId?: string;
  properties?: Readonly<Record<string, string>>;
};

export class Mailbox {
  readonly log: ChangeLog<MailChange>;
  readonly #ids: Ids;
  readonly #backlog: Backlog | undefined;
  /** Messages after the backlog, by their number less its count; undefined once deleted. */
  readonly #live: (CloudMessage | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #numbersByMessageId = new Map<string, number>();
  readonly #numbersByThread = new Map<string, number[]>();
  /** Backlog messages that are not any more as they were made; undefined once deleted. */
  readonly #changed = new Map<number, CloudMessage | undefined>();
  readonly #counts = new Map<Place, number>();
  readonly #draftIds = new Map<string, string>();
  readonly #heard: (change: MailChange) => void;

  constructor(how: { ids: Ids; backlog?: Backlog; log?: LogLimits; heard?: (change: MailChange) => void }) {
    this.#ids = how.ids;
    this.#backlog = how.backlog;
    this.log = new ChangeLog(1000, how.log);
    this.#heard = how.heard ?? (() => undefined);
    for (const place of places) this.#counts.set(place, how.backlog?.countOf(place) ?? 0);
  }

  get #backlogCount(): number {
    return this.#backlog?.count ?? 0;
  }

  /** One place, or all of them. */
  count(place?: Place): number {
    if (place !== undefined) return this.#counts.get(place) ?? 0;
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  find(id: string): CloudMessage | undefined {
    const number = this.#numbers.get(id) ?? this.#backlog?.numberOf(id);
    return number === undefined ? undefined : this.#atNumber(number);
  }

  /** By `Message-ID`, without angle brackets; the newest that bears it. */
  findByMessageId(messageId: string): CloudMessage | undefined {
    const number = this.#numbersByMessageId.get(messageId) ?? this.#backlog?.numberOfMessageId(messageId);
    return number === undefined ? undefined : this.#atNumber(number);
  }

  /** Newest first. `below`: only those with a smaller `number`, which is how pages go on. Made while they are asked for. */
  *newestFirst(below: number = Number.POSITIVE_INFINITY): Generator<CloudMessage> {
    const end = Math.min(below, this.#backlogCount + this.#live.length);
    for (let number = end - 1; number >= 0; number--) {
      const message = this.#atNumber(number);
      if (message !== undefined) yield message;
    }
  }

  /** The messages of a thread, oldest first. */
  thread(threadId: string): CloudMessage[] {
    const numbers = [
      ...(this.#backlog?.numbersOfThread(threadId) ?? []),
      ...(this.#numbersByThread.get(threadId) ?? []),
    ];
    return numbers.flatMap((number) => this.#atNumber(number) ?? []).filter((message) => message.threadId === threadId);
  }

  /** Takes a message in. It is never older than the newest there: a mailbox dates by arrival. */
  add({ content, place, at, marks = [], threadId, properties = {} }: NewMessage): CloudMessage {
    const number = this.#backlogCount + this.#live.length;
    const id = this.#ids.hex();
    const newest = this.#live.at(-1)?.at ?? this.#backlog?.at(this.#backlogCount - 1).at;
    const arrived = newest !== undefined && newest > at ? newest : at;
    const message: CloudMessage = {
      id,
      threadId: threadId ?? this.threadFor(content) ?? id,
      at: arrived,
      number,
      place,
      marks,
      content,
      properties,
      change: this.log.newest + 1,
    };
    this.#live.push(message);
    this.#numbers.set(id, number);
    this.#remember(message);
    this.#count(place, 1);
    this.#tell(at, { kind: "added", message });
    return message;
  }

  /** The thread that a message belongs to by what it answers and its subject; undefined when it begins one. */
  threadFor(content: Content): string | undefined {
    const { references, inReplyTo, subject } = envelopeOf(content);
    for (const id of [...(inReplyTo === undefined ? [] : [inReplyTo]), ...references.toReversed()]) {
      const earlier = this.findByMessageId(id);
      if (earlier !== undefined && threadSubject(envelopeOf(earlier.content).subject) === threadSubject(subject))
        return earlier.threadId;
    }
    return undefined;
  }

  /** To another place, or with other marks. Undefined when there is no such message. */
  move(id: string, to: { place?: Place; marks?: readonly Mark[] }, at: Instant): CloudMessage | undefined {
    const old = this.find(id);
    if (old === undefined) return undefined;
    const { place = old.place, marks = old.marks } = to;
    if (place === old.place && marks.join() === old.marks.join()) return old;
    const message = { ...old, place, marks, change: this.log.newest + 1 };
    this.#put(message);
    this.#count(old.place, -1);
    this.#count(place, 1);
    this.#tell(at, { kind: "moved", message, before: { place: old.place, marks: old.marks } });
    return message;
  }

  /** Other content or properties under the same id: only drafts change so. */
  edit(
    id: string,
    to: { content?: Content; properties?: Readonly<Record<string, string>>; threadId?: string },
    at: Instant,
  ): CloudMessage | undefined {
    const old = this.find(id);
    if (old === undefined) return undefined;
    const message = { ...old, ...to, change: this.log.newest + 1 };
    this.#put(message);
    this.#remember(message);
    this.#tell(at, { kind: "edited", message });
    return message;
  }

  /** For good. False when it was not there. */
  remove(id: string, at: Instant): boolean {
    const old = this.find(id);
    if (old === undefined) return false;
    if (old.number < this.#backlogCount) this.#changed.set(old.number, undefined);
    else this.#live[old.number - this.#backlogCount] = undefined;
    this.#numbers.delete(id);
    this.#count(old.place, -1);
    this.#tell(at, { kind: "removed", message: old });
    return true;
  }

  // Drafts have an id of their own beside that of the message in them (Gmail); a face may leave it unused.

  addDraft(draft: Omit<NewMessage, "place">): { draftId: string; message: CloudMessage } {
    const message = this.add({ ...draft, place: "drafts" });
    const draftId = `r${this.#ids.hex()}`;
    this.#draftIds.set(draftId, message.id);
    return { draftId, message };
  }

  draft(draftId: string): CloudMessage | undefined {
    const id = this.#draftIds.get(draftId);
    const message = id === undefined ? undefined : this.find(id);
    return message?.place === "drafts" ? message : undefined;
  }

  /** Newest first. */
  *drafts(): Generator<{ draftId: string; message: CloudMessage }> {
    for (const draftId of [...this.#draftIds.keys()].reverse()) {
      const message = this.draft(draftId);
      if (message !== undefined) yield { draftId, message };
    }
  }

  /** The draft keeps its id, the message in it is a new one, as in Gmail. */
  replaceDraft(draftId: string, draft: Omit<NewMessage, "place">): CloudMessage | undefined {
    const old = this.draft(draftId);
    if (old === undefined) return undefined;
    this.remove(old.id, draft.at);
    const message = this.add({ ...draft, place: "drafts" });
    this.#draftIds.set(draftId, message.id);
    return message;
  }

  removeDraft(draftId: string, at: Instant): boolean {
    const message = this.draft(draftId);
    this.#draftIds.delete(draftId);
    return message !== undefined && this.remove(message.id, at);
  }

  #atNumber(number: number): CloudMessage | undefined {
    if (number >= this.#backlogCount) return this.#live[number - this.#backlogCount];
    return this.#changed.has(number) ? this.#changed.get(number) : this.#backlog?.at(number);
  }

  #put(message: CloudMessage): void {
    if (message.number < this.#backlogCount) this.#changed.set(message.number, message);
    else this.#live[message.number - this.#backlogCount] = message;
  }

  #remember({ content, number, threadId }: CloudMessage): void {
    const { messageId } = envelopeOf(content);
    if (messageId !== undefined) this.#numbersByMessageId.set(messageId, number);
    const thread = this.#numbersByThread.get(threadId) ?? [];
    if (!thread.includes(number)) this.#numbersByThread.set(threadId, [...thread, number]);
  }

  #count(place: Place, by: number): void {
    this.#counts.set(place, (this.#counts.get(place) ?? 0) + by);
  }

  #tell(at: Instant, change: MailChange): void {
    this.log.append(at, change);
    this.#heard(change);
  }
}
