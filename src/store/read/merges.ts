/** Questions whether addresses are one person, with what is known of each address; and the answers given so far. */
import { sql } from "kysely";
import type { Because } from "../../domain/because.ts";
import type { MergeAnswer } from "../../domain/contact/merge.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../database.ts";
import { limitOf, offsetOf, type PageOf, type PageWanted, pageOf } from "./page.ts";
import { becauseOf } from "./stored-json.ts";

/** One of the addresses as mail shows it, or a profile as a list shows it, and the contact it belongs to now. */
export type AskedAddress = {
  address: string;
  name: string | undefined;
  messages: number;
  lastAt: Instant | undefined;
  contactId: ContactId | undefined;
  contactName: string | undefined;
  company: string | undefined;
};

export type MergeSeen = {
  addresses: AskedAddress[];
  because: Because[];
  answer: MergeAnswer | undefined;
  answeredAt: Instant | undefined;
};

/** The open questions, those between people who both write first and then those with most mail, or the answered ones, the latest first; of all people, or of one. */
export async function readMerges(
  connection: Connection,
  owner: OwnerId,
  { state, contact, ...page }: PageWanted & { state: "open" | "answered"; contact?: ContactId },
): Promise<PageOf<MergeSeen>> {
  const { rows } = await sql<{
    addresses: string[];
    because: unknown;
    answer: MergeAnswer | null;
    answered_at: Instant | null;
  }>`
    select question.addresses, question.because, answer, answered_at
    from merge_question question
      left join lateral (select count(*) as writers, sum(messages) as messages from sender
        where sender.owner_id = question.owner_id and sender.address = any(question.addresses)) mail on true
    where question.owner_id = ${owner} and (answer is null) = ${state === "open"}
      and (${contact ?? null}::uuid is null or exists (select from identity where identity.owner_id = question.owner_id
        and kind in ('address', 'profile') and contact_id = ${contact ?? null} and value = any(question.addresses)))
    order by answered_at desc nulls last, mail.writers desc, mail.messages desc nulls last, question.addresses
    limit ${limitOf(page)} offset ${offsetOf(page)}
  `.execute(connection);
  const known = await addressesKnown(connection, owner, [...new Set(rows.flatMap(({ addresses }) => addresses))]);
  return pageOf(
    rows.map(({ addresses, because, answer, answered_at }) => ({
      addresses: addresses.map((address) => known.get(address) ?? unseen(address)),
      because: becauseOf(because),
      answer: answer ?? undefined,
      answeredAt: answered_at ?? undefined,
    })),
    page,
  );
}

/** How many wait for an answer. */
export async function countOpenMerges(connection: Connection, owner: OwnerId): Promise<number> {
  const row = await connection
    .selectFrom("merge_question")
    .select(({ fn }) => fn.countAll<number>().as("open"))
    .where("owner_id", "=", owner)
    .where("answer", "is", null)
    .executeTakeFirstOrThrow();
  return row.open;
}

/** An address whose mail was taken back with its import. */
const unseen = (address: string): AskedAddress => ({
  address,
  name: undefined,
  messages: 0,
  lastAt: undefined,
  contactId: undefined,
  contactName: undefined,
  company: undefined,
});

async function addressesKnown(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly string[],
): Promise<Map<string, AskedAddress>> {
  if (addresses.length === 0) return new Map();
  const rows = await connection
    .selectFrom("sender")
    .leftJoin("identity", (join) =>
      join
        .onRef("identity.owner_id", "=", "sender.owner_id")
        .onRef("identity.value", "=", "sender.address")
        .on("identity.kind", "=", "address"),
    )
    .leftJoin("contact", (join) =>
      join.onRef("contact.owner_id", "=", "identity.owner_id").onRef("contact.contact_id", "=", "identity.contact_id"),
    )
    .select(["sender.address", "sender.name", "sender.messages", "sender.last_at"])
    .select(["contact.contact_id", "contact.name as contact_name", "contact.company"])
    .where("sender.owner_id", "=", owner)
    .where("sender.address", "in", addresses)
    .execute();
  const listed = await connection
    .selectFrom("identity")
    .innerJoin("contact", (join) =>
      join.onRef("contact.owner_id", "=", "identity.owner_id").onRef("contact.contact_id", "=", "identity.contact_id"),
    )
    .select(["identity.value", "contact.contact_id", "contact.name", "contact.company"])
    .where("identity.owner_id", "=", owner)
    .where("identity.kind", "=", "profile")
    .where("identity.value", "in", addresses)
    .execute();
  return new Map<string, AskedAddress>([
    ...listed.map(({ value, contact_id, name, company }): [string, AskedAddress] => [
      value,
      { ...unseen(value), name, contactId: contact_id, contactName: name, company: company ?? undefined },
    ]),
    ...rows.map((row): [string, AskedAddress] => [
      row.address,
      {
        address: row.address,
        name: row.name ?? undefined,
        messages: row.messages,
        lastAt: row.last_at ?? undefined,
        contactId: row.contact_id ?? undefined,
        contactName: row.contact_name ?? undefined,
        company: row.company ?? undefined,
      },
    ]),
  ]);
}
