/** From which account a letter leaves. */
import type { AccountId, OwnerId } from "../../domain/ids.ts";
import type { StandingDraft } from "../../store/drafts.ts";
import { writtenAbout } from "../../store/written.ts";
import { accountFor } from "../accounts/account-for.ts";
import type { World } from "../world.ts";
import { staysInThread } from "../write-back/marked-letter.ts";

/** Where it stands among the drafts already, else where a letter to them belongs. Undefined when no account may send. */
export async function sendingAccount(
  world: World,
  owner: OwnerId,
  { kind, followUpId, contactId, subject, answersMessageId }: StandingDraft,
): Promise<AccountId | undefined> {
  const copies = await writtenAbout(world.database, owner, "draft", followUpId);
  const copy = copies.find(({ state }) => state === "standing" || state === "missing");
  const isAnswer = staysInThread(kind) || answersMessageId !== undefined;
  const to = { contactId, ...(isAnswer && { subject }) };
  const chosen = await accountFor(world, owner, to, ({ accountId }) => accountId === copy?.accountId);
  return chosen ?? accountFor(world, owner, to);
}
