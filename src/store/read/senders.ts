/** The verdicts on addresses: who is taken for a machine, who is unsure, and the evidence for each. */
import type { Because } from "../../domain/because.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import type { SenderTable } from "../tables.ts";
import { containing, limitOf, offsetOf, type PageOf, type PageWanted, pageOf, searchWords } from "./page.ts";
import { becauseOf } from "./stored-json.ts";

export type SenderSeen = {
  address: string;
  name: string | undefined;
  verdict: SenderTable["verdict"];
  class: SenderTable["class"];
  correction: SenderTable["correction"];
  because: Because[];
  messages: number;
  lastAt: Instant | undefined;
};

export type SendersWanted = PageWanted & { search: string };

/** Taken for machines, or set aside by the owner: most mail first. */
export async function readNotPeople(
  connection: Connection,
  owner: OwnerId,
  wanted: SendersWanted,
): Promise<PageOf<SenderSeen>> {
  return readPage(
    senders(connection, owner, wanted.search).where(({ eb, or }) =>
      or([eb("class", "in", ["machine", "ignored"]), eb("correction", "in", ["machine", "ignored"])]),
    ),
    wanted,
  );
}

/** Neither surely a person nor surely a machine, and the owner was not asked yet. */
export async function readUnsure(
  connection: Connection,
  owner: OwnerId,
  wanted: SendersWanted,
): Promise<PageOf<SenderSeen>> {
  return readPage(
    senders(connection, owner, wanted.search).where("class", "=", "unsure").where("correction", "is", null),
    wanted,
  );
}

/** The verdicts on one person's addresses. */
export async function readSenders(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly string[],
): Promise<SenderSeen[]> {
  if (addresses.length === 0) return [];
  const rows = await senders(connection, owner, "")
    .where("address", "in", addresses)
    .orderBy("messages", "desc")
    .orderBy("address")
    .execute();
  return rows.map(seen);
}

function senders(connection: Connection, owner: OwnerId, search: string) {
  let query = connection
    .selectFrom("sender")
    .select(["address", "name", "verdict", "class", "correction", "because", "messages", "last_at"])
    .where("owner_id", "=", owner);
  for (const word of searchWords(search)) {
    query = query.where(({ eb, or, fn }) =>
      or([
        eb("address", "like", containing(word)),
        eb(fn<string>("lower", [fn.coalesce("name", eb.val(""))]), "like", containing(word)),
      ]),
    );
  }
  return query;
}

async function readPage(query: ReturnType<typeof senders>, wanted: PageWanted): Promise<PageOf<SenderSeen>> {
  const rows = await query
    .orderBy("messages", "desc")
    .orderBy("address")
    .limit(limitOf(wanted))
    .offset(offsetOf(wanted))
    .execute();
  return pageOf(rows.map(seen), wanted);
}

const seen = (
  row: Pick<SenderTable, "address" | "name" | "verdict" | "class" | "correction" | "messages"> & {
    because: unknown;
    last_at: Instant | null;
  },
): SenderSeen => ({
  address: row.address,
  name: row.name ?? undefined,
  verdict: row.verdict,
  class: row.class,
  correction: row.correction,
  because: becauseOf(row.because),
  messages: row.messages,
  lastAt: row.last_at ?? undefined,
});
