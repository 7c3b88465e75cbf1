/**
 * Messages by the ids that last. A letter that leaves becomes another message of the mailbox, dated by when it left; its
 * lasting id stays that of the draft, which is remembered here.
 */
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudMessage } from "../cloud/mailbox.ts";
import { notFound } from "./door.ts";
import { readMessageId } from "./ids.ts";

export class Lasting {
  /** Of sent messages, the id of the draft that each was; and the other way round. */
  readonly #drafts = new Map<string, string>();
  readonly #sent = new Map<string, string>();

  becomes(draftId: string, sentId: string): void {
    this.#drafts.set(sentId, draftId);
    this.#sent.set(draftId, sentId);
  }

  idOf(messageId: string): string {
    return this.#drafts.get(messageId) ?? messageId;
  }

  /** The message that an id of Outlook leads to. Throws when it leads nowhere (any more). */
  find({ mailbox }: CloudAccount, given: string): CloudMessage {
    const read = readMessageId(given);
    if (read === undefined) throw notFound();
    const { id, place } = read;
    const message = mailbox.find(place === undefined ? (this.#sent.get(id) ?? id) : id);
    if (message === undefined || (place !== undefined && message.place !== place)) throw notFound();
    return message;
  }
}
