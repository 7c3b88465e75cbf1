/** Drafts that a program writes in Graph's JSON, and the RFC 5322 bytes that they are kept as. */
import type { Correspondent } from "../../domain/mail/message.ts";
import { type Instant, utc } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import { type Content, envelopeOf, headersOf } from "../cloud/content.ts";
import type { CloudMessage } from "../cloud/mailbox.ts";
import type { Header } from "../cloud/mime.ts";
import { encoded, headerDate, mailbox } from "../sample-mail.ts";
import { GraphFault, invalid, type Json } from "./door.ts";
import { bodyJson } from "./message-json.ts";

export type Draft = {
  from: Correspondent;
  to: readonly Correspondent[];
  cc: readonly Correspondent[];
  bcc: readonly Correspondent[];
  replyTo: readonly Correspondent[];
  subject: string;
  body: { contentType: "text" | "html"; content: string };
  messageId: string;
  references: readonly string[];
  /** Those that a program may add: `x-…`. */
  headers: readonly Header[];
};

export const emptyDraft = (account: CloudAccount, messageId: string): Draft => ({
  from: { address: account.address, name: `${account.given} ${account.family}` },
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  subject: "",
  body: { contentType: "text", content: "" },
  messageId,
  references: [],
  headers: [],
});

export function draftOf(content: Content): Draft {
  const { from, to, cc, bcc, replyTo, subject, messageId = "", references } = envelopeOf(content);
  const body = bodyJson(content, undefined) as Draft["body"];
  return {
    from: from ?? { address: "" },
    to,
    cc,
    bcc,
    replyTo,
    subject,
    body: { contentType: body.contentType, content: body.content },
    messageId,
    references,
    headers: headersOf(content).filter(({ name }) => /^x-/i.test(name)),
  };
}

const addedHeadersMost = 5;

/** A draft with what a body changes in it. `mayAddHeaders`: only a new message takes headers, and only of its own kind. */
export function changed(draft: Draft, body: Json, { mayAddHeaders }: { mayAddHeaders: boolean }): Draft {
  const text = (name: string, known: string) => {
    const given = body[name];
    return given === undefined || given === null ? known : typeof given === "string" ? given : fail(name);
  };
  return {
    ...draft,
    from: people(body, "from", [draft.from])[0] ?? draft.from,
    to: people(body, "toRecipients", draft.to),
    cc: people(body, "ccRecipients", draft.cc),
    bcc: people(body, "bccRecipients", draft.bcc),
    replyTo: people(body, "replyTo", draft.replyTo),
    subject: text("subject", draft.subject),
    body: readBody(body.body, draft.body),
    messageId: text("internetMessageId", draft.messageId).replace(/^<|>$/g, ""),
    headers:
      body.internetMessageHeaders === undefined
        ? draft.headers
        : readHeaders(body.internetMessageHeaders, mayAddHeaders),
  };
}

function fail(what: string): never {
  throw invalid(what);
}

function people(body: Json, name: string, known: readonly Correspondent[]): readonly Correspondent[] {
  const given = body[name];
  if (given === undefined) return known;
  const list = Array.isArray(given) ? given : given === null ? [] : [given];
  return list.map((one: { emailAddress?: { address?: unknown; name?: unknown } }) => {
    const { address, name: called } = one.emailAddress ?? {};
    if (typeof address !== "string") return fail(name);
    return {
      address: address.trim().toLowerCase(),
      ...(typeof called === "string" && called !== "" && { name: oneLine(called) }),
    };
  });
}

function readBody(given: unknown, known: Draft["body"]): Draft["body"] {
  if (given === undefined || given === null) return known;
  const { contentType = "text", content = "" } = given as { contentType?: unknown; content?: unknown };
  const kind = String(contentType).toLowerCase();
  if ((kind !== "text" && kind !== "html") || typeof content !== "string") return fail("body");
  return { contentType: kind, content };
}

function readHeaders(given: unknown, mayAdd: boolean): Header[] {
  if (!mayAdd) throw new GraphFault(400, "InvalidInternetMessageHeader", "Headers cannot be set on this message.");
  if (!Array.isArray(given) || given.length > addedHeadersMost) return fail("internetMessageHeaders");
  return given.map(({ name, value }: Json) => {
    if (typeof name !== "string" || !/^x-[\w-]+$/i.test(name)) {
      throw new GraphFault(400, "InvalidInternetMessageHeader", "The name of a header must begin with 'x-' or 'X-'.");
    }
    return { name, value: oneLine(String(value ?? "")) };
  });
}

/** The beginning of an answer to a message, to whom it goes, and what it refers to. */
export function replyTo(message: CloudMessage, draft: Draft, isOwn: (address: string) => boolean): Draft {
  const { from, replyTo: elsewhere, to, subject, messageId, references, inReplyTo } = envelopeOf(message.content);
  const writer = elsewhere.length > 0 ? elsewhere : from === undefined ? [] : [from];
  const before = references.length > 0 ? references : inReplyTo === undefined ? [] : [inReplyTo];
  return {
    ...draft,
    to: writer.some(({ address }) => isOwn(address)) ? to : writer,
    subject: /^re:/i.test(subject) ? subject : `RE: ${subject}`,
    references: [...before, ...(messageId === undefined ? [] : [messageId])],
    body: { contentType: "html", content: quoted(message, subject) },
  };
}

function quoted({ content, at }: CloudMessage, subject: string): string {
  const { from } = envelopeOf(content);
  const body = bodyJson(content, undefined) as Draft["body"];
  const inner = body.contentType === "html" ? body.content : `<pre>${escaped(body.content)}</pre>`;
  const head = [
    `<b>From:</b> ${escaped(from?.name ?? from?.address ?? "")}`,
    `<b>Sent:</b> ${at}`,
    `<b>Subject:</b> ${escaped(subject)}`,
  ];
  return `<html><body><br><hr><div>${head.join("<br>")}</div>${inner}</body></html>`;
}

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** RFC 5322 bytes; the same draft at the same moment gives the same bytes. */
export function contentOf(draft: Draft, writtenAt: Instant): Content {
  const { from, to, cc, bcc, replyTo: elsewhere, subject, body, messageId, references, headers } = draft;
  const list = (name: string, who: readonly Correspondent[]): [string, string][] =>
    who.length === 0 ? [] : [[name, who.map(mailbox).join(",\r\n ")]];
  const ids = references.map((id) => `<${id}>`);
  const lines: [string, string][] = [
    ["From", mailbox(from)],
    ...list("To", to),
    ...list("Cc", cc),
    ...list("Bcc", bcc),
    ...list("Reply-To", elsewhere),
    ["Subject", encoded(oneLine(subject))],
    ["Date", headerDate(writtenAt, utc)],
    ["Message-ID", `<${messageId}>`],
    ...(ids.length === 0
      ? []
      : ([
          ["In-Reply-To", ids.at(-1)],
          ["References", ids.join("\r\n ")],
        ] as [string, string][])),
    ...headers.map(({ name, value }): [string, string] => [name, value]),
    ["MIME-Version", "1.0"],
    ["Content-Type", `text/${body.contentType === "html" ? "html" : "plain"}; charset=utf-8`],
    ["Content-Transfer-Encoding", "base64"],
  ];
  const bytes = Buffer.from(body.content, "utf8")
    .toString("base64")
    .replaceAll(/(.{76})/g, "$1\r\n");
  return {
    kind: "raw",
    raw: Buffer.from(
      `${lines.map(([name, value]) => `${name}: ${value.replaceAll(/\r?\n/g, "\r\n")}`).join("\r\n")}\r\n\r\n${bytes}`,
    ),
  };
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n\0]+/g, " ").trim();
