/** Connected accounts: how each stands, and what its owner may do with it. */
import type { AccountId } from "../../domain/ids.ts";
import { chooseOwnCalendars, readNow, replay } from "../../flows/accounts/change-account.ts";
import { disconnectAccount } from "../../flows/accounts/disconnect.ts";
import { missingParts } from "../../flows/accounts/finish-sign-in.ts";
import { chooseWishes, possibleWishes, tryRefusedAgain, writeWishes } from "../../flows/write-back/choose-wishes.ts";
import { type AccountDetail, readAccount, readAccounts } from "../../store/read/accounts.ts";
import { readAdminWaits } from "../../store/read/admin-waits.ts";
import { readWritten } from "../../store/read/written.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { accountsView, accountView, isMoving, standingView } from "../views/accounts.ts";

export async function listAccounts(ask: Ask) {
  const frame = frameOf(ask);
  const accounts = await readAccounts(worldOf(ask).database, ownerIdOf(ask));
  const waits = await readAdminWaits(worldOf(ask).database, ownerIdOf(ask));
  return answerPage(ask, frame, { title: "Accounts", place: "accounts", body: accountsView(frame, accounts, waits) });
}

export async function showAccount(ask: Ask) {
  const detail = await find(ask);
  if (detail === undefined) return answerAbsent(ask);
  const { account } = detail;
  const frame = frameOf(ask);
  const missing = await missingParts(worldOf(ask), ownerIdOf(ask), account.accountId, account.provider, account.scopes);
  const again = isMoving(account) ? { againSeconds: 5 } : {};
  const possible = await possibleWishes(worldOf(ask), ownerIdOf(ask), account);
  const written = await readWritten(worldOf(ask).database, ownerIdOf(ask), account.accountId);
  const body = accountView(frame, { ...detail, missing, possible, written });
  return answerPage(ask, frame, { title: account.name, place: "accounts", ...again, body });
}

/** The moving part alone, every two seconds while something moves. */
export async function showStanding(ask: Ask) {
  const detail = await find(ask);
  if (detail === undefined) return ask.body(null, 200, { "HX-Refresh": "true" });
  return ask.html(standingView(frameOf(ask), detail));
}

export async function chooseCalendars(ask: Ask) {
  const detail = await find(ask);
  if (detail === undefined) return answerAbsent(ask);
  const { calendar } = await ask.req.parseBody({ all: true });
  const chosen = [calendar].flat().filter((one): one is string => typeof one === "string");
  await chooseOwnCalendars(worldOf(ask), ownerIdOf(ask), detail.account.accountId, chosen);
  return goOn(ask, `/accounts/${detail.account.accountId}`, "calendars_chosen");
}

/** What may be written there from now on. */
export async function chooseToWrite(ask: Ask) {
  const id = idIn<AccountId>(ask);
  if (id === undefined) return answerAbsent(ask);
  const { wish } = await ask.req.parseBody({ all: true });
  const wished = writeWishes.filter((one) => [wish].flat().includes(one));
  const isSaved = await chooseWishes(worldOf(ask), ownerIdOf(ask), id, wished);
  return isSaved ? goOn(ask, `/accounts/${id}`, "wishes_chosen") : answerAbsent(ask);
}

export const retryWritten = (ask: Ask) =>
  change(ask, async (id) => {
    await tryRefusedAgain(worldOf(ask), ownerIdOf(ask), id);
    return "wishes_retried" as const;
  });

export const lookNow = (ask: Ask) =>
  change(ask, async (id) => {
    await readNow(worldOf(ask), ownerIdOf(ask), id);
    return "reading_now" as const;
  });

export const replayLetters = (ask: Ask) =>
  change(ask, async (id) => {
    await replay(worldOf(ask), ownerIdOf(ask), id);
    return "dead_letters_replayed" as const;
  });

export async function disconnect(ask: Ask) {
  const id = idIn<AccountId>(ask);
  const isClosing =
    id !== undefined && (await disconnectAccount(worldOf(ask), ownerIdOf(ask), id, ask.var.signedIn?.sessionId));
  return isClosing ? goOn(ask, "/accounts", "account_disconnected") : answerAbsent(ask);
}

async function change(
  ask: Ask,
  work: (id: AccountId) => Promise<"reading_now" | "dead_letters_replayed" | "wishes_retried">,
) {
  const detail = await find(ask);
  if (detail === undefined) return answerAbsent(ask);
  const { accountId } = detail.account;
  return goOn(ask, `/accounts/${accountId}`, await work(accountId));
}

async function find(ask: Ask): Promise<AccountDetail | undefined> {
  const id = idIn<AccountId>(ask);
  return id === undefined ? undefined : readAccount(worldOf(ask).database, ownerIdOf(ask), id);
}
