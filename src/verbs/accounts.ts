/** `rapport accounts`: the connected accounts: what was read of each, how far, and why one stopped. */
import { type AccountDetail, readAccount, readAccounts } from "../store/read/accounts.ts";
import { sayDate, sayMoment } from "./say.ts";
import { printJson, printTable, readOwnersArgs, UsageError } from "./usage.ts";
import { type Opened, withOwner } from "./with-owner.ts";

export const about = "Connected accounts: what was read, how far, and why one stopped.";

const usage = `rapport accounts  ${about}

They are connected, and taken off, on the page Accounts.

  --json   one line: {zone, accounts: [{provider, address, state, because, currentAsOf, messages, events, …, streams}]}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { json: { type: "boolean" } });
  if (read === undefined) return 0;
  if (read.positionals.length > 0) throw new UsageError(usage);
  const isJson = read.values.json === true;
  return withOwner("accounts", read.values, async (opened) => {
    const details = await detailsOf(opened);
    if (isJson) printJson({ zone: opened.zone, accounts: details.map(asJson) });
    else print(details, opened);
    return 0;
  });
}

async function detailsOf({ world: { database }, owner }: Opened): Promise<AccountDetail[]> {
  const accounts = await readAccounts(database, owner);
  const details = await Promise.all(accounts.map(({ accountId }) => readAccount(database, owner, accountId)));
  return details.filter((one) => one !== undefined);
}

function print(details: readonly AccountDetail[], { zone }: Opened): void {
  if (details.length === 0) {
    console.log("No account is connected. Start Rapport with `npm start` and open the page Connect.");
    return;
  }
  printTable([
    ["account", "at", "state", "messages", "events", "cards", "waiting", "unreadable", "up to date as of"],
    ...details.map(({ account }) => [
      account.address,
      account.provider === "google" ? "Google" : "Outlook",
      account.state.replaceAll("_", " "),
      ...[account.messages, account.events, account.cards, account.waiting, account.deadLetters].map(String),
      account.currentAsOf === undefined ? "being read" : sayMoment(account.currentAsOf, zone),
    ]),
  ]);
  for (const { account } of details) {
    if (account.because !== undefined) console.log(`\n${account.address}: ${account.because}`);
    if (account.accessEndsOn !== undefined && account.state === "open")
      console.log(
        `\n${account.address}: access ends on ${sayDate(account.accessEndsOn)}, as the registration is in Testing.`,
      );
  }
}

const asJson = ({ account, streams, calendars }: AccountDetail) => ({
  accountId: account.accountId,
  provider: account.provider,
  address: account.address,
  state: account.state,
  because: account.because,
  connectedAt: account.connectedAt,
  accessEndsOn: account.accessEndsOn,
  currentAsOf: account.currentAsOf,
  isFilling: account.isFilling,
  messages: account.messages,
  events: account.events,
  cards: account.cards,
  waiting: account.waiting,
  deadLetters: account.deadLetters,
  calendars: calendars.map(({ title, isMain, isChosen, unreadableSince }) => ({
    title,
    isMain,
    isChosen,
    unreadableSince,
  })),
  streams: streams.map(({ noun, name, kind, listed, stored, gone, counted, succeededAt, because, skipped }) => ({
    noun,
    name,
    kind,
    listed,
    stored,
    gone,
    counted,
    succeededAt,
    because,
    skipped: skipped.map(({ because, count }) => ({ because, count })),
  })),
});
