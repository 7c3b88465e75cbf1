/**
 * What is due, most pressing first, each with its letter: as it stands in the store, or, from another day, decided and
 * written anew without storing anything.
 */
import type { Because } from "../domain/because.ts";
import type { CalendarTrust } from "../domain/draft/offer.ts";
import type { ContactId, OwnerId } from "../domain/ids.ts";
import { closeness } from "../domain/relationship/closeness.ts";
import type { Interaction } from "../domain/relationship/interaction.ts";
import { rank } from "../domain/relationship/rank.ts";
import { isSuggestion } from "../domain/relationship/suggest.ts";
import { endOf } from "../domain/relationship/summary.ts";
import type { Instant } from "../domain/time.ts";
import type { ContactRow } from "../store/contacts.ts";
import type { AskedNext, DecidedFollowUp } from "../store/follow-ups.ts";
import type { DraftSeen } from "../store/read/drafts.ts";
import { allPages } from "../store/read/page.ts";
import { readReview } from "../store/read/review.ts";
import { readSuggestions } from "../store/read/suggestions.ts";
import { circleOf } from "./circle.ts";
import { planFollowUps } from "./decide-follow-ups.ts";
import { type Desk, deskOf } from "./letters/desk.ts";
import { writeLetter } from "./letters/write-letter.ts";
import { calendarTrust } from "./meeting/free-time.ts";
import { ownerView } from "./owner/owner-view.ts";
import type { Viewpoint } from "./owner/viewpoint.ts";
import type { World } from "./world.ts";

export type DueLetter = Pick<DraftSeen, "to" | "subject" | "body" | "offer" | "question">;

export type DueLine = {
  contactId: ContactId;
  name: string;
  company: string | undefined;
  address: string | undefined;
  kind: string;
  state: "due" | "overdue";
  dueAt: Instant;
  overdueAt: Instant | undefined;
  deadlineAt: Instant | undefined;
  because: readonly Because[];
  way: AskedNext["way"];
  letter: DueLetter | undefined;
};

export type Due = {
  due: DueLine[];
  /** Two people to begin with when nothing presses (R7). */
  suggestions: Pick<DueLine, "contactId" | "name" | "company" | "because" | "letter">[];
  calendar: CalendarTrust;
};

export const lookAtDue = (world: World, owner: OwnerId, { now, because }: Viewpoint): Promise<Due> =>
  because === "said" ? dueAsOf(world, owner, now) : dueAsStored(world, owner, now);

async function dueAsStored(world: World, owner: OwnerId, now: Instant): Promise<Due> {
  const { database } = world;
  const rows = await allPages((page) => readReview(database, owner, { ...page, now, filter: "all", search: "" }));
  const suggestions = rows.length > 0 ? [] : await readSuggestions(database, owner);
  return {
    due: rows.map((row) => ({
      contactId: row.contactId,
      name: row.name,
      company: row.company,
      address: row.address,
      kind: row.kind,
      state: stateOf(row.overdueAt, now),
      dueAt: row.dueAt,
      overdueAt: row.overdueAt,
      deadlineAt: row.deadlineAt,
      because: row.because,
      way: row.way,
      letter: row.draft,
    })),
    suggestions: suggestions.map(({ contactId, name, company, because, draft }) => ({
      contactId,
      name,
      company,
      because,
      letter: draft,
    })),
    calendar: await calendarTrust(database, owner, now),
  };
}

async function dueAsOf(world: World, owner: OwnerId, now: Instant): Promise<Due> {
  const circle = await circleOf(world, await ownerView(world, owner, now));
  const { decided, followUps } = await planFollowUps(world, circle);
  const { contacts, interactions } = circle;
  const desk = await deskOf(world, circle);
  const open = followUps.filter(({ state, dueAt }) => state === "due" && dueAt <= now);
  const people = new Map(decided.map(({ person }) => [person.id, person]));
  const ranked = rank(
    open.map((followUp) => ({
      id: followUp.followUpId,
      urgency: followUp.urgency,
      closeness: closeness(people.get(followUp.contactId)?.interactions ?? [], desk.policy.closeness, now),
      followUp,
      ...(followUp.deadlineAt !== undefined && { deadlineAt: followUp.deadlineAt }),
    })),
    now,
  );
  const lines = ranked.flatMap(({ followUp }) => {
    const contact = contacts.get(followUp.contactId);
    if (contact === undefined) return [];
    const past = (interactions.get(followUp.contactId) ?? []).filter((one) => endOf(one) <= now);
    return [{ isSuggested: isSuggestion(followUp), line: lineOf(followUp, contact, past, desk) }];
  });
  const due = lines.filter(({ isSuggested }) => !isSuggested).map(({ line }) => line);
  return {
    due,
    suggestions: due.length > 0 ? [] : lines.map(({ line }) => line),
    calendar: desk.free.trust,
  };
}

function lineOf(followUp: DecidedFollowUp, contact: ContactRow, past: readonly Interaction[], desk: Desk): DueLine {
  const { kind, dueAt, overdueAt, deadlineAt, because, way } = followUp;
  return {
    contactId: contact.contactId,
    name: contact.name,
    company: contact.company,
    address: contact.addresses[0],
    kind,
    state: stateOf(overdueAt, desk.now),
    dueAt,
    overdueAt,
    deadlineAt,
    because,
    way,
    letter: writeLetter(followUp, contact, past, desk),
  };
}

const stateOf = (overdueAt: Instant | undefined, now: Instant) =>
  overdueAt !== undefined && overdueAt <= now ? "overdue" : "due";
