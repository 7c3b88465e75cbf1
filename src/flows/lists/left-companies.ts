/** Who left their company, as automatic answers from their old addresses tell (R13, M3). */
import type { OwnerId } from "../../domain/ids.ts";
import { readAutoReply } from "../../domain/mail/auto-reply.ts";
import type { Address } from "../../domain/mail/message.ts";
import type { Instant } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import { readAutomaticAnswers } from "../../store/read/automatic-answers.ts";

/** When each address first said so. */
export type LeftCompanies = ReadonlyMap<Address, Instant>;

export async function leftCompanies(connection: Connection, owner: OwnerId): Promise<LeftCompanies> {
  const left = new Map<Address, Instant>();
  for (const { headers, text } of await readAutomaticAnswers(connection, owner)) {
    const { from, sentAt } = headers;
    if (sentAt === undefined || left.has(from.address)) continue;
    if (readAutoReply(headers, text)?.autoReply.about === "left_company") left.set(from.address, sentAt);
  }
  return left;
}
