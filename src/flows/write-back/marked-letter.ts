/** A letter as it stands among the drafts: with our marker, and in the thread that it answers. */
import { ownAnswer } from "../../domain/draft/errand.ts";
import { threadSubjects } from "../../domain/mail/answered-subject.ts";
import { draftContents } from "../../domain/write-back/draft-step.ts";
import type { MarkedLetter } from "../../integrations/mail.ts";
import { ownerName } from "../../store/owners.ts";
import { lastUnderSubject, type ThreadEnd, type WaitingLetter } from "../../store/to-write.ts";
import { catalogue, letterKinds } from "../../templates/catalogue.ts";
import { hashOf, type WriteDesk } from "./desk.ts";

/** The same letter and marker give the same bytes, as long as nobody writes into its thread. */
export async function markedLetter(
  desk: Pick<WriteDesk, "world" | "owner" | "account">,
  letter: WaitingLetter,
  marker: string,
): Promise<MarkedLetter> {
  const { world, owner, account } = desk;
  const name = await ownerName(world.database, owner);
  const thread = await threadOf(desk, letter);
  return {
    marker,
    messageId: `${marker}@${account.address.slice(account.address.indexOf("@") + 1)}`,
    writtenAt: letter.createdAt,
    from: { address: account.address, ...(name !== undefined && { name }) },
    to: [letter.to, ...letter.alsoTo].map((address) => ({ address })),
    subject: letter.subject,
    text: letter.body,
    references: thread?.references ?? [],
    ...(thread !== undefined && { inReplyTo: thread.messageId }),
    ...(thread?.threadRef !== undefined && { threadRef: thread.threadRef }),
  };
}

/** Undefined for a letter that begins a thread, or whose thread lies in no mail of this account. */
async function threadOf(
  { world, owner, account }: Pick<WriteDesk, "world" | "owner" | "account">,
  { kind, to, subject }: WaitingLetter,
): Promise<ThreadEnd | undefined> {
  if (!staysInThread(kind)) return undefined;
  const subjects = threadSubjects(subject);
  return lastUnderSubject(world.database, owner, account.accountId, { address: to, subjects });
}

/** Whether letters of a kind answer in the thread of an earlier one. */
export const staysInThread = (kind: string): boolean =>
  kind === ownAnswer || letterKinds.some((one) => one === kind && catalogue[one].subject === "thread");

/** Of its contents, as they are compared with what stands among the drafts; in hex. */
export const letterHash = ({ to, alsoTo, subject, body }: Pick<WaitingLetter, "to" | "alsoTo" | "subject" | "body">) =>
  hashOf(draftContents({ to: [to, ...alsoTo], subject, text: body }));
