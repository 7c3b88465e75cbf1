/**
 * Somebody else at home, as the product makes them: invited, joined, signed in, an account of theirs connected. Of all the first
 * owner has they have the like, under ids and words of their own: what is shown of it to the other is found out.
 */
import type { OwnerId } from "../../src/domain/ids.ts";
import { setPassphrase } from "../../src/flows/owner/passphrase.ts";
import { openSession } from "../../src/flows/owner/session.ts";
import { ownedTables } from "../../src/store/owned-tables.ts";
import { uuids } from "../../src/world.ts";
import { browserWith } from "./office.ts";
import { connectAccount, unmistakable, type WholeHouse } from "./whole-house.ts";

const passphrase = "seven herons above a mill";
export const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export type SecondOwner = Awaited<ReturnType<typeof letIn>>;

export async function letIn(house: WholeHouse) {
  const { world, app, ownerId: first } = house;
  await setPassphrase(world, first, passphrase);
  // A passphrase signs everybody out.
  const operator = await browserWith(app, `rapport-8380=${(await openSession(world, first)).token}`);
  const invited = await (await operator.post("/owners/invite", { ownName: "Mara" })).text();
  const path = /\/invitation\/[\w-]{43}/.exec(invited)?.[0];
  if (path === undefined) throw new Error("nobody was invited");
  const joined = await house.ask(path, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ name: "Mio", passphrase }),
  });
  const cookie = joined.headers.getSetCookie()[0]?.split(";")[0];
  if (joined.status !== 303 || cookie === undefined) throw new Error(`joining is answered with ${joined.status}`);
  const { owner_id: ownerId } = await house.db
    .selectFrom("owner")
    .select("owner_id")
    .where("sign_in_name", "=", "mio")
    .executeTakeFirstOrThrow();
  const like = await haveTheLike(house, first, ownerId);
  const browser = await browserWith(app, cookie);
  const who = { provider: "google", address: "mio@fjordlund.example", given: "Mio", family: "Berg" } as const;
  await connectAccount(browser, house.inside, who);
  return { ownerId, operator, browser, like };
}

/** What belongs to one browser, one letter's link or one sealed key, and to nobody else. */
const notAlike: ReadonlySet<string> = new Set([
  "owner",
  "session",
  "owner_invitation",
  "sign_in_try",
  "account_token",
  "digest_link",
  "admin_wait",
]);

/** Copies every row to them, with ids and words of their own. Gives the way from an id or a word of the first to theirs. */
async function haveTheLike({ db, pool }: Pick<WholeHouse, "db" | "pool">, first: OwnerId, second: OwnerId) {
  const ids = uuids();
  const known = new Map<string, string>([[first, second]]);
  const idLike = (id: string): string => {
    if (!known.has(id)) known.set(id, ids.next());
    return known.get(id)!;
  };
  const like = (text: string): string =>
    words.reduce((said, [one, other]) => said.replaceAll(one, other), text).replace(anyId, idLike);
  for (const { name: table, columns } of (await ownedTables(db)).toReversed()) {
    if (notAlike.has(table)) continue;
    const { rows } = await pool.query<{ row: string }>(
      `select (to_jsonb(t)${once[table] ?? ""})::text as row from ${table} t where owner_id = $1`,
      [first],
    );
    const names = columns.map((column) => `"${column}"`).join(", ");
    await pool.query(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
      [`[${rows.map(({ row }) => like(row)).join(",")}]`],
    );
  }
  return like;
}

/** Columns that stand once in an installation. */
const once: Readonly<Record<string, string>> = { offer: " - 'token_hash'" };

/** The longest first, as one may stand within another; vowels are turned round, what makes a domain an example stays. */
const words = unmistakable
  .map((said) => said.replace("&amp;", "&"))
  .sort((one, other) => other.length - one.length)
  .map((said): [string, string] => [said, turned(said)]);

function turned(said: string): string {
  const vowels = "aeiou";
  const [stem, ...rest] = said.split(/(?=\.(?:example|zip|mbox)$)/);
  return [stem!.replace(/[aeiou]/g, (one) => vowels[(vowels.indexOf(one) + 1) % vowels.length]!), ...rest].join("");
}
