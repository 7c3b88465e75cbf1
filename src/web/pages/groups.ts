/** `/groups/ID`: one meeting of several: who answered what, what is missing, and how it goes on. */
import { z } from "zod";
import { sayBecause } from "../../domain/because.ts";
import type { MemberAnswer } from "../../domain/booking/group.ts";
import type { ContactId, GroupMeetingId } from "../../domain/ids.ts";
import { type Instant, parseInstant } from "../../domain/time.ts";
import { callOffGroup } from "../../flows/groups/call-off-group.ts";
import { closeGroup } from "../../flows/groups/close-group.ts";
import { remindGroup } from "../../flows/groups/remind-group.ts";
import { showGroup } from "../../flows/groups/show-group.ts";
import { tellForMember } from "../../flows/groups/tell-for-member.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn, idOf } from "../query.ts";
import { groupView } from "../views/group.ts";
import { groupOccasions, groupPath } from "../views/groups.ts";

export async function showOneGroup(ask: Ask, told?: { trouble: string }) {
  const id = idIn<GroupMeetingId>(ask);
  const group = id === undefined ? undefined : await showGroup(worldOf(ask), ownerIdOf(ask), id);
  if (group === undefined) return answerAbsent(ask);
  const frame = frameOf(ask);
  const title = `${groupOccasions[group.body.occasion]} with several`;
  const body = groupView(frame, { group, title, ...told });
  return answerPage(ask, frame, { title, place: "week", body }, told === undefined ? 200 : 409);
}

const instant = z.custom<Instant>((value) => typeof value === "string" && parseInstant(value) === value);
const closeForm = z.object({ startsAt: instant });

/** Books it for a time that the owner chooses, whoever has not answered. */
export async function close(ask: Ask) {
  const { startsAt } = closeForm.parse(await ask.req.parseBody());
  const groupId = idIn<GroupMeetingId>(ask);
  if (groupId === undefined) return answerAbsent(ask);
  const closed = await closeGroup(worldOf(ask), ownerIdOf(ask), { groupId, startsAt });
  switch (closed.kind) {
    case "booked":
    case "booked_already":
      return goOn(ask, `/bookings/${closed.bookingId}`, "group_booked");
    case "slot_taken":
      return showOneGroup(ask, { trouble: "That time is taken by now." });
    case "offer_over":
      return showOneGroup(ask, { trouble: sayBecause(closed.because) });
    case "not_there":
      return answerAbsent(ask);
  }
}

const answerForm = z.object({
  person: z.string().max(200),
  said: z.enum(["suits", "declined", "left_out"]),
  start: z.union([instant, z.array(instant)]).default([]),
});

/** What a member said otherwise than in a letter; or the owner goes on without them. */
export async function tell(ask: Ask) {
  const { person, said, start } = answerForm.parse(await ask.req.parseBody({ all: true }));
  const [groupId, contactId] = [idIn<GroupMeetingId>(ask), idOf<ContactId>(person)];
  if (groupId === undefined || contactId === undefined) return answerAbsent(ask);
  const answer: Exclude<MemberAnswer, { kind: "waiting" }> =
    said === "suits" ? { kind: said, starts: [start].flat() } : { kind: said };
  const kept = await tellForMember(worldOf(ask), ownerIdOf(ask), { groupId, contactId, answer });
  if (kept.kind === "not_there") return answerAbsent(ask);
  return goOn(ask, groupPath(groupId), kept.come?.kind === "booked" ? "group_booked" : "group_noted");
}

export async function remind(ask: Ask) {
  const groupId = idIn<GroupMeetingId>(ask);
  if (groupId === undefined) return answerAbsent(ask);
  const { reminded } = await remindGroup(worldOf(ask), ownerIdOf(ask), groupId);
  return goOn(ask, groupPath(groupId), reminded > 0 ? "letters_asked" : "not_now");
}

export async function callOff(ask: Ask) {
  const groupId = idIn<GroupMeetingId>(ask);
  const outcome = groupId === undefined ? "not_there" : await callOffGroup(worldOf(ask), ownerIdOf(ask), groupId);
  if (groupId === undefined || outcome === "not_there") return answerAbsent(ask);
  return goOn(ask, groupPath(groupId), outcome === "called_off" ? "group_called_off" : "not_now");
}
