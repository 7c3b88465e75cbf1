/** `/inbox`: answers that wait for the owner, and what became of the others. */
import { sayBecause } from "../../domain/because.ts";
import type { AnswerId } from "../../domain/ids.ts";
import { agreeToTime, type TimeToAgree, timeToAgree } from "../../flows/plan/agree-to-time.ts";
import { leaveAnswer } from "../../flows/plan/leave-answer.ts";
import { countInbox, readInbox } from "../../store/read/inbox.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn, oneOf } from "../query.ts";
import { inboxPath, inboxView } from "../views/inbox.ts";
import { sayMoment } from "../views/when.ts";

const answersMax = 50;

export async function showInbox(ask: Ask, trouble?: string) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const shows = oneOf(["waiting", "settled"], ask.req.query("show"));
  const answers = await readInbox(world.database, owner, { isSettled: shows === "settled", max: answersMax });
  const proposals = new Map<string, TimeToAgree>();
  for (const { answerId, proposesAt } of answers) {
    const proposal = proposesAt === undefined ? undefined : await timeToAgree(world, owner, answerId);
    if (proposal !== undefined) proposals.set(answerId, proposal);
  }
  const waiting = await countInbox(world.database, owner);
  const frame = frameOf(ask);
  const body = inboxView(frame, { answers, shows, waiting, proposals, ...(trouble !== undefined && { trouble }) });
  return answerPage(ask, frame, { title: "Inbox", place: "inbox", body }, trouble === undefined ? 200 : 409);
}

export async function agree(ask: Ask) {
  const id = idIn<AnswerId>(ask);
  const booked = id === undefined ? undefined : await agreeToTime(worldOf(ask), ownerIdOf(ask), id);
  switch (booked?.kind) {
    case "booked":
    case "booked_already":
      return goOn(ask, `/bookings/${booked.bookingId}`, "reply_booked");
    case "slot_taken": {
      const { seen } = frameOf(ask);
      const nearest = booked.instead.map(({ startsAt }) => sayMoment(startsAt, seen)).join(", ");
      return showInbox(ask, `That time is taken by now.${nearest === "" ? "" : ` The nearest free ones: ${nearest}.`}`);
    }
    case "offer_over":
      return showInbox(ask, sayBecause(booked.because));
    default:
      return answerAbsent(ask);
  }
}

export async function leave(ask: Ask) {
  const id = idIn<AnswerId>(ask);
  const outcome = id === undefined ? "not_there" : await leaveAnswer(worldOf(ask), ownerIdOf(ask), id);
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, inboxPath, "answer_left");
}
