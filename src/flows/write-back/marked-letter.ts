/** A letter as it stands among the drafts: with our marker, and in the thread that it answers. */
import { answeredSubject } from "../../domain/mail/answered-subject.ts";
import type { MarkedLetter } from "../../integrations/mail.ts";
import { findOwner } from "../../store/owners.ts";
import { lastUnderSubject, type ThreadEnd, type WaitingLetter } from "../../store/to-write.ts";
import { catalogue, letterKinds } from "../../templates/catalogue.ts";
import type { WriteDesk } from "./desk.ts";

/** The same letter and marker give the same bytes, as long as nobody writes into its thread. */
export async function markedLetter(
  desk: Pick<WriteDesk, "world" | "owner" | "account">,
  letter: WaitingLetter,
  marker: string,
): Promise<MarkedLetter> {
  const { world, account } = desk;
  const name = (await findOwner(world.database))?.name;
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
  const known = letterKinds.find((one) => one === kind);
  if (known === undefined || catalogue[known].subject !== "thread") return undefined;
  const begun = (answeredSubject(subject)?.rest ?? subject).toLowerCase();
  const subjects = [begun, `re: ${begun}`];
  return lastUnderSubject(world.database, owner, account.accountId, { address: to, subjects });
}
