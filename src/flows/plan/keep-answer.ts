/** An answer kept in the person's newest sequence; a time that was agreed on fills their item. */
import { because } from "../../domain/because.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import type { EnrolmentAnswer } from "../../domain/plan/enrolment.ts";
import { evolveAnswered } from "../../domain/plan/evolve.ts";
import { dayIn, firstOfMonth, type Instant, type PlainDate, type Zone } from "../../domain/time.ts";
import type { Connection } from "../../store/database.ts";
import { loadEnrolments, saveEnrolments } from "../../store/enrolments.ts";
import { loadPlanItems, savePlanItems } from "../../store/plan-items.ts";

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
  const month = firstOfMonth(dayIn(zone, startsAt));
  await book(connection, owner, { contactId, startsAt, planned: before.at(-1)?.planItemId, month }, now);
}

type Agreed = { contactId: ContactId; startsAt: Instant; planned: string | undefined; month: PlainDate };

/** The item that they were asked for, or another of its kind in the month of the meeting when that one is taken. */
async function book(connection: Connection, owner: OwnerId, agreed: Agreed, now: Instant): Promise<void> {
  const { contactId, startsAt, planned, month } = agreed;
  const items = await loadPlanItems(connection, owner);
  const asked = items.find(({ planItemId }) => planItemId === planned);
  const open = items.filter((one) => (one.state === "open" || one.state === "inviting") && one.month === month);
  const item = open.find((one) => one === asked) ?? open.find(({ meeting }) => meeting === asked?.meeting);
  if (item === undefined) return;
  const { planItemId, meeting, number } = item;
  const reason = because("R18.by_hand", "They said yes to this time; nothing in the calendar stands behind it yet.");
  await savePlanItems(
    connection,
    owner,
    [{ planItemId, month: item.month, meeting, number, state: "booked", contactId, startsAt, because: [reason] }],
    now,
  );
}
