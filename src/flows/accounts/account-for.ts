/** From which of the owner's accounts a person is written to and invited. */
import type { AccountId, ContactId, OwnerId } from "../../domain/ids.ts";
import { threadSubjects } from "../../domain/mail/answered-subject.ts";
import { type ConnectedAccount, listConnected } from "../../store/accounts.ts";
import { accountsWithMail } from "../../store/mail-with.ts";
import type { World } from "../world.ts";
import { possibleWishes } from "../write-back/choose-wishes.ts";

/** `subject` of a letter that stays in its thread, with or without its "Re: "; left out it begins one. */
export type WrittenTo = { contactId: ContactId; subject?: string };

/**
 * The open account, of those that may write mail and are `such`, in which the thread goes on; else the one with the most mail
 * with them; else the one connected first. Undefined when there is none. Asks nothing of the network.
 */
export async function accountFor(
  world: World,
  owner: OwnerId,
  { contactId, subject }: WrittenTo,
  such: (account: ConnectedAccount) => boolean = () => true,
): Promise<AccountId | undefined> {
  const able = (await writingAccounts(world, owner)).filter(such).map(({ accountId }) => accountId);
  if (able.length < 2) return able[0];
  const subjects = subject === undefined ? [] : threadSubjects(subject);
  const nearest = await accountsWithMail(world.database, owner, contactId, subjects);
  return nearest.find((accountId) => able.includes(accountId)) ?? able[0];
}

/** Whether letters leave by themselves: some account may send them. Asks nothing of the network. */
export const mayLettersLeave = async (world: World, owner: OwnerId): Promise<boolean> =>
  (await writingAccounts(world, owner)).length > 0;

/** The open accounts that may write mail, the one connected first before the others. */
export async function writingAccounts(world: World, owner: OwnerId): Promise<ConnectedAccount[]> {
  const able: ConnectedAccount[] = [];
  for (const account of await listConnected(world.database, owner)) {
    const isAble = account.state === "open" && (await possibleWishes(world, owner, account)).includes("drafts");
    if (isAble) able.push(account);
  }
  return able;
}
