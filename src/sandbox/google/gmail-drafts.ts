/** Drafts of Gmail, and sending: the message in a draft changes its id with every edit, and once more when it leaves. */
import type { CloudAccount } from "../cloud/account.ts";
import type { Cloud } from "../cloud/cloud.ts";
import { type Content, envelopeOf, recipientsOf, threadSubject } from "../cloud/content.ts";
import type { CloudMessage, Mailbox } from "../cloud/mailbox.ts";
import { isOwn } from "../cloud/meetings.ts";
import { withHeaders } from "../cloud/mime.ts";
import { type Call, GoogleFault, invalid, type Json, notFound } from "./door.ts";
import { formatOf } from "./gmail-lists.ts";
import { messageHead, messageJson } from "./gmail-message.ts";

export function createDraft({ account, body, now }: Call): Json {
  const message = readMessage(body.message);
  const content: Content = { kind: "raw", raw: message.raw };
  return draftJson(
    account.mailbox.addDraft({ content, at: now, ...threadOf(account.mailbox, content, message.threadId) }),
  );
}

export function updateDraft({ account, param, body, now }: Call): Json {
  const message = readMessage(body.message);
  const content: Content = { kind: "raw", raw: message.raw };
  const old = account.mailbox.draft(param("id"));
  if (old === undefined) throw notFound("the draft");
  const thread = threadOf(account.mailbox, content, message.threadId ?? old.threadId);
  const made = account.mailbox.replaceDraft(param("id"), { content, at: now, ...thread });
  return draftJson({ draftId: param("id"), message: made as CloudMessage });
}

export function getDraft({ account, param, query }: Call): Json {
  const message = account.mailbox.draft(param("id"));
  if (message === undefined) throw notFound("the draft");
  return { id: param("id"), message: messageJson(message, formatOf(query)) };
}

export function deleteDraft({ account, param, now }: Call): undefined {
  if (!account.mailbox.removeDraft(param("id"), now)) throw notFound("the draft");
}

/** The draft is used up: a second try finds none. */
export function sendDraft(cloud: Cloud, { account, body, now }: Call): Json {
  const draftId = typeof body.id === "string" ? body.id : "";
  const draft = account.mailbox.draft(draftId);
  if (draft === undefined) throw notFound("the draft");
  const edited = body.message === undefined ? undefined : readMessage(body.message);
  const content: Content = edited === undefined ? draft.content : { kind: "raw", raw: edited.raw };
  const sent = send(cloud, account, content, draft.threadId);
  account.mailbox.removeDraft(draftId, now);
  return messageHead(sent);
}

export function sendMessage(cloud: Cloud, { account, body }: Call): Json {
  const { raw, threadId } = readMessage(body);
  const content: Content = { kind: "raw", raw };
  const thread = threadOf(account.mailbox, content, threadId).threadId;
  return messageHead(send(cloud, account, content, thread));
}

/** Gmail writes its own Message-ID, and the account's address where the writer's is not one of its own. */
function send(cloud: Cloud, account: CloudAccount, content: Content, threadId: string | undefined): CloudMessage {
  if (content.kind !== "raw") throw invalid("message");
  const { from } = envelopeOf(content);
  if (recipientsOf(envelopeOf(content)).length === 0)
    throw new GoogleFault(400, "invalidArgument", "Nobody to send to.");
  const raw = withHeaders(content.raw, {
    "Message-ID": `<CA+${cloud.ids.word(40)}@mail.gmail.com>`,
    ...((from === undefined || !isOwn(account, from.address)) && { From: account.address }),
  });
  return cloud.send(account, { kind: "raw", raw }, threadId === undefined ? {} : { threadId }) as CloudMessage;
}

const draftJson = ({ draftId, message }: { draftId: string; message: CloudMessage }): Json => ({
  id: draftId,
  message: messageHead(message),
});

function readMessage(value: unknown): { raw: Buffer; threadId?: string } {
  const { raw, threadId } = (value ?? {}) as Json;
  if (typeof raw !== "string" || !/^[A-Za-z0-9_+/=-]+$/.test(raw)) throw invalid("message.raw");
  return {
    raw: Buffer.from(raw.replaceAll("-", "+").replaceAll("_", "/"), "base64"),
    ...(typeof threadId === "string" && { threadId }),
  };
}

/** The thread asked for, when the message answers something in it under the same subject; otherwise one of its own. */
function threadOf(mailbox: Mailbox, content: Content, asked: string | undefined): { threadId?: string } {
  if (asked === undefined) return {};
  const [first] = mailbox.thread(asked);
  if (first === undefined) throw notFound("the thread");
  const { subject, inReplyTo, references } = envelopeOf(content);
  const answers = mailbox.thread(asked).some(({ content: earlier }) => {
    const { messageId } = envelopeOf(earlier);
    return messageId !== undefined && (inReplyTo === messageId || references.includes(messageId));
  });
  const isOnlyDraft = mailbox.thread(asked).every(({ place }) => place === "drafts");
  const isSame = threadSubject(envelopeOf(first.content).subject) === threadSubject(subject);
  return isSame && (answers || isOnlyDraft) ? { threadId: asked } : {};
}
