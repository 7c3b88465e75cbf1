/** One message of Graph in our words. */
import { z } from "zod";
import type { Address, Correspondent } from "../../domain/mail/message.ts";
import { parseInstant } from "../../domain/time.ts";
import { mailboxOf } from "../archive/addresses.ts";
import { cleanLine } from "../archive/header-text.ts";
import { readHeaders } from "../archive/message-headers.ts";
import type { ScannedMessage } from "../mail.ts";

/** Everything that `messageIn` reads; the headers as they came are only given when asked for. */
export const messageFields = [
  ...["id", "conversationId", "internetMessageId", "parentFolderId", "isDraft"],
  ...["from", "sender", "toRecipients", "ccRecipients", "bccRecipients", "replyTo"],
  ...["subject", "receivedDateTime", "sentDateTime", "internetMessageHeaders"],
].join(",");

/** A field of a shape that we do not know counts as absent: one odd value must not cost the message. */
const lenient = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().catch(null);

const recipient = z.object({
  emailAddress: lenient(z.object({ address: lenient(z.string()), name: lenient(z.string()) })),
});
type Recipient = z.output<typeof recipient>;
const recipients = lenient(z.array(recipient.catch({ emailAddress: null })));

const messageShape = z.object({
  id: z.string().min(1).max(500),
  conversationId: lenient(z.string().max(500)),
  internetMessageId: lenient(z.string()),
  parentFolderId: lenient(z.string()),
  isDraft: lenient(z.boolean()),
  from: lenient(recipient),
  sender: lenient(recipient),
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  replyTo: recipients,
  subject: lenient(z.string()),
  receivedDateTime: lenient(z.string()),
  sentDateTime: lenient(z.string()),
  internetMessageHeaders: lenient(
    z.array(z.object({ name: lenient(z.string()), value: lenient(z.string()) }).catch({ name: null, value: null })),
  ),
});
type GraphMessage = z.output<typeof messageShape>;

export type MessageRead =
  | { kind: "message"; message: ScannedMessage; receivedAt: string | undefined }
  | { kind: "draft"; ref: string }
  /** Left out for good, and why; `ref` when it has one. */
  | { kind: "refused"; ref?: string; because: string; message: string };

/** `label` is the name of the folder that it lies in, as the rest of the program knows it: "Inbox", "Sent". */
export function messageIn(item: unknown, label: string | undefined): MessageRead {
  const read = messageShape.safeParse(item);
  if (!read.success)
    return {
      kind: "refused",
      because: "unreadable_message",
      message: "Outlook told of a message without saying which.",
    };
  const told = read.data;
  if (told.isDraft === true) return { kind: "draft", ref: told.id };
  const section = readHeaders({
    binary: headerSection(told),
    placeLabels: label === undefined ? [] : [label],
  });
  if (section.kind === "refused")
    return { kind: "refused", ref: told.id, because: section.because, message: section.message };
  const { headers } = section;
  const from = personIn(told.from) ?? headers.from;
  const sender = personIn(told.sender);
  const to = peopleIn(told.toRecipients);
  const cc = peopleIn(told.ccRecipients);
  const bcc = peopleIn(told.bccRecipients);
  const replyTo = peopleIn(told.replyTo);
  const messageId = told.internetMessageId?.trim().replace(/^<|>$/g, "") || headers.messageId;
  const sentAt = headers.sentAt ?? parseInstant(told.sentDateTime ?? "") ?? parseInstant(told.receivedDateTime ?? "");
  const { sentAt: _, sender: __, ...rest } = headers;
  return {
    kind: "message",
    receivedAt: told.receivedDateTime ?? undefined,
    message: {
      ref: told.id,
      ...(told.conversationId != null && told.conversationId !== "" && { threadRef: told.conversationId }),
      headers: {
        ...rest,
        ...(messageId !== undefined && { messageId: cleanLine(messageId, messageIdMax) }),
        ...(sentAt !== undefined && { sentAt }),
        from,
        ...(sender !== undefined && sender.address !== from.address && { sender }),
        to: to.length > 0 ? to : headers.to,
        cc: cc.length > 0 ? cc : headers.cc,
        bcc: bcc.length > 0 ? bcc : headers.bcc,
        replyTo: replyTo.length > 0 ? replyTo : headers.replyTo,
        subject: told.subject == null ? headers.subject : cleanLine(told.subject, subjectMax),
      },
    },
  };
}

const messageIdMax = 998;
const subjectMax = 1_000;

/**
 * The headers as a section of bytes, for the one reader of headers. Of the owner's own letters Outlook keeps none: then the
 * writer's address alone stands there, which the reader needs.
 */
function headerSection({ internetMessageHeaders, from, sender }: GraphMessage): string {
  const lines = (internetMessageHeaders ?? []).flatMap(({ name, value }) =>
    name != null && value != null && /^[\x21-\x39\x3b-\x7e]{1,60}$/.test(name)
      ? [`${name}: ${Buffer.from(value.replaceAll(/\s*[\r\n]+\s*/g, " "), "utf8").toString("latin1")}`]
      : [],
  );
  const hasWriter = lines.some((line) => /^from:/i.test(line));
  const writer = personIn(from) ?? personIn(sender);
  if (!hasWriter && writer !== undefined) lines.push(`From: <${writer.address}>`);
  return lines.map((line) => `${line}\r\n`).join("");
}

/** Undefined for what has no mail address: Exchange also knows people of the house by a path of its own. */
export function personIn(told: Recipient | null | undefined): Correspondent | undefined {
  const address = mailboxOf(told?.emailAddress?.address ?? "");
  if (address === undefined) return undefined;
  const name = cleanLine(told?.emailAddress?.name ?? "", nameMax).replace(/^['"]+|['"]+$/g, "");
  return { address, ...(name !== "" && name.toLowerCase() !== address && { name }) };
}

const nameMax = 200;
const peopleMax = 1_000;

function peopleIn(told: readonly Recipient[] | null | undefined): readonly Correspondent[] {
  const people = new Map<Address, Correspondent>();
  for (const one of (told ?? []).slice(0, peopleMax)) {
    const person = personIn(one);
    if (person !== undefined && !people.has(person.address)) people.set(person.address, person);
  }
  return [...people.values()];
}
