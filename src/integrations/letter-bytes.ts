/** A letter as it goes over the wire. The same letter gives the same bytes, so that a second try is no second letter. */
import MailComposer from "nodemailer/lib/mail-composer";
import { parseInstant } from "../domain/time.ts";
import type { OutgoingLetter } from "./mail.ts";

/** A header of our own, as "X-Rapport-Marker". */
export type ExtraHeader = { name: string; value: string };

/**
 * RFC 5322 bytes: text/plain, UTF-8, CRLF. Throws a RangeError when a header field holds a line break, NUL or another
 * control character, when an address is none, or when `writtenAt` is no instant: such a letter must not leave.
 */
export async function letterBytes(letter: OutgoingLetter, extra: readonly ExtraHeader[] = []): Promise<Buffer> {
  checkHeaders(letter);
  for (const { name, value } of extra) {
    if (!/^X-[A-Za-z0-9-]{1,60}$/.test(name)) throw new RangeError(`not a header of our own: ${JSON.stringify(name)}`);
    refuseControls("header", value);
  }
  const writtenAt = parseInstant(letter.writtenAt);
  if (writtenAt === undefined) throw new RangeError(`not an instant: ${letter.writtenAt}`);
  const composed = new MailComposer({
    from: mailbox(letter.from),
    to: letter.to.map(mailbox),
    subject: letter.subject,
    text: letter.text.replace(/\r\n?|\n/g, "\r\n"),
    messageId: `<${letter.messageId}>`,
    date: new Date(writtenAt),
    ...(letter.inReplyTo !== undefined && { inReplyTo: `<${letter.inReplyTo}>` }),
    ...(letter.references.length > 0 && { references: letter.references.map((id) => `<${id}>`) }),
    headers: [...automatic(letter), ...extra].map(({ name, value }) => ({ key: name, value })),
    newline: "\r\n",
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return composed.build();
}

/** RFC 3834. */
const automatic = ({ isAutomatic }: OutgoingLetter): ExtraHeader[] =>
  isAutomatic === true ? [{ name: "Auto-Submitted", value: "auto-generated" }] : [];

const mailbox = ({ address, name }: { address: string; name?: string }) => ({ address, name: name ?? "" });

function checkHeaders({ messageId, subject, from, to, inReplyTo, references }: OutgoingLetter): void {
  if (to.length === 0) throw new RangeError("a letter needs somebody to go to");
  const ids = [messageId, ...references, ...(inReplyTo === undefined ? [] : [inReplyTo])];
  for (const id of ids) if (!/^[^\s<>]+$/.test(id)) throw new RangeError(`not a message id: ${JSON.stringify(id)}`);
  for (const { address, name = "" } of [from, ...to]) {
    if (!/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/.test(address))
      throw new RangeError(`not an address: ${JSON.stringify(address)}`);
    refuseControls("name", name);
    refuseControls("address", address);
  }
  refuseControls("subject", subject);
  for (const id of ids) refuseControls("message id", id);
}

function refuseControls(what: string, text: string): void {
  if (/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(text))
    throw new RangeError(`a ${what} holds a control character: ${JSON.stringify(text)}`);
}
