/** `/inbox`: answers that wait for the owner, and what became of the others. */
import { sayBecause } from "../../domain/because.ts";
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { AnswerId } from "../../domain/ids.ts";
import { mayLettersLeave } from "../../flows/accounts/account-for.ts";
import { agreeToTime, type TimeToAgree, timeToAgree } from "../../flows/plan/agree-to-time.ts";
import { answerInOwnWords, framesTo } from "../../flows/plan/answer-in-own-words.ts";
import { leaveAnswer } from "../../flows/plan/leave-answer.ts";
import { elsewhereFor, writeElsewhere } from "../../flows/plan/write-elsewhere.ts";
import { countInbox, readInbox } from "../../store/read/inbox.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { fieldsOf } from "../fields.ts";
import { idIn, oneOf } from "../query.ts";
import { inboxPath, inboxView } from "../views/inbox.ts";
import { type ReplyTyped, replyCharactersMax } from "../views/reply-form.ts";
import { sayMoment } from "../views/when.ts";

const answersMax = 50;

/** What came of a form: why it could not be done, and an own answer as it was typed. */
type InboxTold = { trouble?: string; typed?: ReplyTyped };

export async function showInbox(ask: Ask, told: InboxTold = {}) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const shows = oneOf(["waiting", "settled"], ask.req.query("show"));
  const answers = await readInbox(world.database, owner, { isSettled: shows === "settled", max: answersMax });
  const proposals = new Map<string, TimeToAgree>();
  const elsewhere = new Map<string, readonly string[]>();
  for (const { answerId, proposesAt, meaning, isSettled } of answers) {
    const proposal = proposesAt === undefined ? undefined : await timeToAgree(world, owner, answerId);
    if (proposal !== undefined) proposals.set(answerId, proposal);
    if (meaning === "bounce" && !isSettled) elsewhere.set(answerId, await elsewhereFor(world, owner, answerId));
  }
  const waiting = await countInbox(world.database, owner);
  const frame = frameOf(ask);
  const body = inboxView(frame, {
    answers,
    shows,
    waiting,
    proposals,
    elsewhere,
    frames: await framesTo(
      world,
      owner,
      answers.map(({ contactId }) => contactId),
    ),
    leavesByItself: await mayLettersLeave(world, owner),
    ...told,
  });
  const isTold = told.trouble !== undefined || told.typed !== undefined;
  return answerPage(ask, frame, { title: "Inbox", place: "inbox", body }, isTold ? 409 : 200);
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
      const trouble = `That time is taken by now.${nearest === "" ? "" : ` The nearest free ones: ${nearest}.`}`;
      return showInbox(ask, { trouble });
    }
    case "offer_over":
      return showInbox(ask, { trouble: sayBecause(booked.because) });
    default:
      return answerAbsent(ask);
  }
}

export async function leave(ask: Ask) {
  const id = idIn<AnswerId>(ask);
  const outcome = id === undefined ? "not_there" : await leaveAnswer(worldOf(ask), ownerIdOf(ask), id);
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, inboxPath, "answer_left");
}

/** `POST /inbox/ID/answer`: what could not be sent comes back as it was typed. */
export async function answer(ask: Ask) {
  const { text = "", as } = await fieldsOf(ask);
  const answerId = idIn<AnswerId>(ask);
  if (answerId === undefined) return answerAbsent(ask);
  const refuse = (trouble: string) => showInbox(ask, { typed: { answerId, text, trouble } });
  if (text.length > replyCharactersMax) return refuse(`An answer has at most ${replyCharactersMax} characters.`);
  const wish = { answerId, text, isApproved: as === "sent" };
  const answered = await answerInOwnWords(worldOf(ask), ownerIdOf(ask), wish);
  switch (answered.kind) {
    case "not_there":
      return answerAbsent(ask);
    case "settled":
      return showInbox(ask, {
        trouble: `Their letter is settled by now, and nothing was sent. You had written: “${text}”`,
      });
    case "refused":
      return refuse(answered.findings.map(({ message }) => message).join(" "));
    case "held_back":
      return refuse(sayBecause(answered.because));
    case "kept":
      return goOn(ask, `/drafts/${answered.draftId}`, "words_saved");
    case "approved":
      return answered.leavesAt === undefined
        ? goOn(ask, `/drafts/${answered.draftId}`, "approved_by_hand")
        : goOn(ask, inboxPath, "approved");
  }
}

/** `POST /inbox/ID/elsewhere`: their letter goes to another known address of theirs, once the owner says yes to it there. */
export async function writeToOther(ask: Ask) {
  const { address = "" } = await fieldsOf(ask);
  const answerId = idIn<AnswerId>(ask);
  const known = normaliseAddress(address);
  if (answerId === undefined || known === undefined) return answerAbsent(ask);
  const outcome = await writeElsewhere(worldOf(ask), ownerIdOf(ask), { answerId, address: known });
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, "/review", "written_elsewhere");
}
