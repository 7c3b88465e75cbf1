/**
 * Rows of the loop as the flows leave them, for reading, beside those of furnish.ts: letters on every shelf, a booked meeting,
 * a held time and a record; and the same once more for the second owner.
 */
import type {
  AccountId,
  AnswerId,
  ApprovalId,
  BookingId,
  ContactId,
  DraftId,
  EffectId,
  FollowUpId,
  HoldId,
  OfferId,
  OwnerId,
  RecordId,
} from "../../src/domain/ids.ts";
import { after, before } from "../../src/domain/time.ts";
import { type Database, json } from "../../src/store/database.ts";
import { foreign, ids, otherOwner } from "./furnish.ts";
import { start } from "./office.ts";

const id = <Id extends string>(number: number) =>
  `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}` as unknown as Id;

export const loopIds = {
  waiting: id<DraftId>(201),
  sent: id<DraftId>(202),
  stale: id<DraftId>(203),
  asked: id<DraftId>(204),
  askedEffect: id<EffectId>(224),
  booking: id<BookingId>(240),
  answer: id<AnswerId>(270),
  unknown: id<DraftId>(999),
};

/** When the waiting letter leaves, and when the meeting begins. */
export const leavesAt = after(start, { hours: 18 });
export const meetingAt = after(start, { days: 3 });

export async function furnishLoop(db: Database, owner: OwnerId): Promise<void> {
  await furnishOwner(db, owner, (text) => text);
  await furnishOwner(db, otherOwner, (text) => `${foreign} ${text}`);
}

type Say = (text: string) => string;

async function furnishOwner(db: Database, owner: OwnerId, say: Say): Promise<void> {
  const letter = { contact: ids.quiet, person: "Ana Quiet" };
  await furnishLetter(db, owner, { ...letter, draftId: loopIds.waiting, state: "approved", sending: "ready" }, say);
  await furnishLetter(db, owner, { ...letter, draftId: loopIds.sent, state: "sent", sending: "done" }, say);
  await furnishLetter(db, owner, { ...letter, draftId: loopIds.stale, state: "stale", sending: "withdrawn" }, say);
  await furnishLetter(db, owner, { ...letter, draftId: loopIds.asked, state: "approved", sending: "ask_owner" }, say);
  await furnishMeeting(db, owner, say);
  await furnishAnswer(db, owner, say);
  await db
    .insertInto("contact_record")
    .values({
      owner_id: owner,
      record_id: id<RecordId>(260),
      contact_id: ids.priya,
      at: before(start, { hours: 4 }),
      what: "booked",
      subject_kind: "booking",
      subject_id: loopIds.booking,
      because: json([{ rule: "R34.accepted", text: say("They took Thursday at 15:00.") }]),
    })
    .execute();
}

async function furnishAnswer(db: Database, owner: OwnerId, say: Say): Promise<void> {
  await db
    .insertInto("answer")
    .values({
      owner_id: owner,
      answer_id: loopIds.answer,
      contact_id: ids.tomas,
      message_id: null,
      source: "pasted",
      written_at: before(start, { hours: 3 }),
      meaning: "question",
      said: null,
      led_to: "asked_owner",
      because: json([
        { rule: "M6.question", text: say("It asks something first.") },
        { rule: "M6.asked_owner", text: say("Only you can answer it.") },
      ]),
      offer_id: null,
      booking_id: null,
      proposes_at: null,
      confirmation_hash: null,
      wish: null,
      state: "open",
      text_kept: say("What would it be about?"),
      text_kept_until: null,
      changed_at: start,
    })
    .execute();
}

type LetterRows = {
  contact: ContactId;
  person: string;
  draftId: DraftId;
  state: "approved" | "sent" | "stale";
  sending: "ready" | "done" | "withdrawn" | "ask_owner";
};

async function furnishLetter(db: Database, owner: OwnerId, letter: LetterRows, say: Say): Promise<void> {
  const { draftId, state, sending, contact } = letter;
  const number = Number(draftId.slice(-3));
  const mine = { owner_id: owner };
  const followUpId = id<FollowUpId>(number + 10);
  const [approvalId, effectId] = [id<ApprovalId>(number + 30), id<EffectId>(number + 20)];
  await db
    .insertInto("follow_up")
    .values({
      ...mine,
      contact_id: contact,
      follow_up_id: followUpId,
      // One of a kind is open at a time.
      kind: { approved: sending === "ready" ? "check_in" : "someday", sent: "thank_you", stale: "meet_by" }[state],
      state: "in_hand",
      due_at: before(start, { days: 1 }),
      overdue_at: null,
      deadline_at: null,
      snoozed_until: null,
      because: json([{ rule: "R1.test", text: say("You met.") }]),
      satisfied_by: null,
      urgency: 0,
      changed_at: start,
    })
    .execute();
  await db
    .insertInto("draft")
    .values({
      ...mine,
      contact_id: contact,
      draft_id: draftId,
      follow_up_id: followUpId,
      version: 1,
      kind: "check_in",
      locale: "en",
      state,
      because: json([]),
      to_address: "ana@quiet.example",
      subject: say(`A letter that is ${sending.replace("_", " ")}`),
      body: say("Hi Ana,\n\nHow are you?\n\nMara"),
      text_hash: Buffer.alloc(32),
      offer: null,
      facts: json({}),
      lint: json([]),
      question: null,
      ended_because:
        state === "stale" ? json([{ rule: "R41.answered", text: say("They wrote to you meanwhile.") }]) : null,
      created_at: start,
      changed_at: start,
      text_kept_until: null,
    })
    .execute();
  await db
    .insertInto("approval")
    .values({
      ...mine,
      approval_id: approvalId,
      draft_id: draftId,
      text_hash: Buffer.alloc(32),
      covers: json({ textHash: "0".repeat(64), times: [], nudges: [] }),
      way: "page",
      was_edited: false,
      approved_at: before(start, { minutes: 5 }),
      taken_back_at: null,
    })
    .execute();
  await db
    .insertInto("effect")
    .values({
      ...mine,
      effect_id: effectId,
      account_id: id<AccountId>(90),
      kind: "send_letter",
      key: `send_letter:${approvalId}`,
      state: sending,
      payload_hash: Buffer.alloc(32),
      claimed_until: null,
      detail: json({
        draftId,
        contactId: contact,
        followUpId,
        approvalId,
        marker: String(number).padStart(32, "0"),
        plannedAt: leavesAt,
        draw: 0.5,
      }),
      because: sending === "ask_owner" ? say("Your provider never said whether it did.") : null,
      created_at: start,
      changed_at: start,
    })
    .execute();
  if (sending === "ready")
    await db
      .insertInto("timer")
      .values({
        ...mine,
        kind: "send_letter",
        subject_id: effectId,
        due_at: leavesAt,
        lease_until: null,
        last_error: null,
      })
      .execute();
}

async function furnishMeeting(db: Database, owner: OwnerId, say: Say): Promise<void> {
  const mine = { owner_id: owner, contact_id: ids.priya };
  const offerId = id<OfferId>(241);
  const times = [meetingAt, after(meetingAt, { days: 1 })].map((startsAt) => ({
    startsAt,
    endsAt: after(startsAt, { minutes: 45 }),
  }));
  const common = {
    occasion: "coffee",
    mode: "in_person",
    place: say("Café Lignes"),
    readersZone: "Asia/Kolkata",
    locale: "en",
  };
  await db
    .insertInto("offer")
    .values({
      ...mine,
      offer_id: offerId,
      draft_id: null,
      follow_up_id: null,
      plan_item_id: null,
      group_id: null,
      state: "accepted",
      because: json([]),
      body: json({ ...common, lengthMinutes: 45, times, ranges: times, unchecked: false }),
      offered_at: before(start, { days: 1 }),
      expires_at: after(start, { days: 9 }),
      changed_at: start,
    })
    .execute();
  await db
    .insertInto("booking")
    .values({
      ...mine,
      booking_id: loopIds.booking,
      offer_id: offerId,
      group_id: null,
      account_id: null,
      calendar: null,
      state: "confirmed",
      starts_at: times[0]!.startsAt,
      ends_at: times[0]!.endsAt,
      body: json({
        ...common,
        title: say("Coffee: Mara Lind and Priya Nair"),
        wantsLink: false,
        guests: [{ address: "priya@acme.example", name: say("Priya Nair") }],
        zone: "Europe/Paris",
      }),
      source: "reply",
      message_id: null,
      plan_item_id: null,
      rescheduled_from: null,
      event_key: "0".repeat(32),
      event_ref: null,
      event_state: "none",
      lease_until: null,
      because: json([{ rule: "R34.accepted", text: say("They took Thursday at 15:00.") }]),
      created_at: start,
      changed_at: start,
    })
    .execute();
  await db
    .insertInto("hold")
    .values({
      ...mine,
      hold_id: id<HoldId>(250),
      offer_id: offerId,
      starts_at: times[1]!.startsAt,
      ends_at: times[1]!.endsAt,
      state: "placed",
      until_at: after(start, { days: 2 }),
      because: null,
      account_id: null,
      calendar: null,
      event_ref: null,
      changed_at: start,
    })
    .execute();
}
