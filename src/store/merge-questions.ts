/** The questions whether addresses are one person (R13), and the owner's answers, which survive every new reading. */
import { sql } from "kysely";
import type { Because } from "../domain/because.ts";
import type { MergeAnswer, SaidOfMerge } from "../domain/contact/merge.ts";
import type { OwnerId } from "../domain/ids.ts";
import type { Address } from "../domain/mail/message.ts";
import type { Instant } from "../domain/time.ts";
import { type Connection, json, rowsParameter } from "./database.ts";

/** Replaces the open questions; answered ones stay answered. */
export async function saveMergeQuestions(
  connection: Connection,
  owner: OwnerId,
  questions: readonly { addresses: readonly Address[]; because: readonly Because[] }[],
): Promise<void> {
  await connection.deleteFrom("merge_question").where("owner_id", "=", owner).where("answer", "is", null).execute();
  if (questions.length === 0) return;
  await sql`
    insert into merge_question (owner_id, addresses, because)
    select ${owner}, array(select json_array_elements_text(addresses)), because
    from json_to_recordset(${rowsParameter(questions)}) as row (addresses json, because jsonb)
    on conflict do nothing
  `.execute(connection);
}

/** What the owner said so far about addresses being one person. */
export async function mergeAnswers(connection: Connection, owner: OwnerId): Promise<SaidOfMerge[]> {
  const rows = await connection
    .selectFrom("merge_question")
    .select(["addresses", "answer"])
    .where("owner_id", "=", owner)
    .where("answer", "is not", null)
    .orderBy("answered_at")
    .orderBy("addresses")
    .execute();
  return rows.flatMap(({ addresses, answer }) => (answer === null ? [] : [{ addresses, answer }]));
}

/** The open question that holds all these addresses: what is asked about them, and why. */
export async function findOpenQuestion(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
): Promise<{ addresses: Address[]; because: unknown } | undefined> {
  const { rows } = await sql<{ addresses: Address[]; because: unknown }>`
    select addresses, because from merge_question
    where owner_id = ${owner} and answer is null and addresses @> ${[...addresses]}::text[] order by addresses limit 1
  `.execute(connection);
  return rows[0];
}

/** Stores an answer about some or all addresses of an open question, which is then no longer asked as it stood. */
export async function saveMergeAnswer(
  connection: Connection,
  owner: OwnerId,
  asked: { addresses: readonly Address[]; because: unknown },
  { addresses, answer }: { addresses: readonly Address[]; answer: MergeAnswer },
  at: Instant,
): Promise<void> {
  await sql`
    delete from merge_question where owner_id = ${owner} and addresses = ${[...asked.addresses]}::text[] and answer is null
  `.execute(connection);
  const said = { answer, answered_at: at };
  await connection
    .insertInto("merge_question")
    .values({ owner_id: owner, addresses: [...addresses], because: JSON.stringify(asked.because), ...said })
    .onConflict((conflict) => conflict.columns(["owner_id", "addresses"]).doUpdateSet(said))
    .execute();
}

/** What the owner says unasked: of exactly these addresses, over whatever was said of them before. */
export async function saveUnasked(
  connection: Connection,
  owner: OwnerId,
  { addresses, answer, because }: SaidOfMerge & { because: readonly Because[] },
  at: Instant,
): Promise<void> {
  const said = { because: json(because), answer, answered_at: at };
  await connection
    .insertInto("merge_question")
    .values({ owner_id: owner, addresses: [...addresses].sort(), ...said })
    .onConflict((conflict) => conflict.columns(["owner_id", "addresses"]).doUpdateSet(said))
    .execute();
}

/** That any of the one are apart from any of the other is said no more. */
export async function forgetApart(
  connection: Connection,
  owner: OwnerId,
  one: readonly Address[],
  other: readonly Address[],
): Promise<void> {
  await sql`
    delete from merge_question where owner_id = ${owner} and answer = 'different'
      and addresses && ${[...one]}::text[] and addresses && ${[...other]}::text[]
  `.execute(connection);
}

/** Takes an answer back: the question stands open until the next reading decides whether it is still one. */
export async function takeMergeAnswerBack(
  connection: Connection,
  owner: OwnerId,
  addresses: readonly Address[],
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update merge_question set answer = null, answered_at = null
    where owner_id = ${owner} and addresses = ${[...addresses]}::text[] and answer is not null
  `.execute(connection);
  return (numAffectedRows ?? 0n) > 0n;
}
