/** An answer kept in the person's newest sequence; a time that was agreed on fills their item. */
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { EnrolmentAnswer } from "../../domain/plan/enrolment.ts";
import { evolveAnswered } from "../../domain/plan/evolve.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import { loadEnrolments, saveEnrolments } from "../../store/enrolments.ts";
import { bookPlanItem } from "../booking/plan-item-booked.ts";

/** Inside the caller's transaction. */
export async function keepAnswer(
  connection: Connection,
  owner: OwnerId,
  { contactId, answer, zone }: { contactId: ContactId; answer: EnrolmentAnswer; zone: Zone },
  now: Instant,
): Promise<void> {
  const before = (await loadEnrolments(connection, owner, contactId)).get(contactId) ?? [];
  await saveEnrolments(connection, owner, evolveAnswered(before, answer), now);
  const { meaning, startsAt } = answer;
  if (meaning !== "accept" || startsAt === undefined) return;
  await bookPlanItem(connection, owner, { contactId, startsAt, planned: before.at(-1)?.planItemId, zone }, now);
}
