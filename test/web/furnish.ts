/**
 * Rows as the flows leave them, for reading: a few people of a small cast with what is due, and the same keys once more
 * for a second owner, so that a query that forgets its owner is found out.
 */
import { searchText } from "../../src/domain/contact/search.ts";
import type {
  AccountId,
  ContactId,
  DraftId,
  EventId,
  FollowUpId,
  ImportId,
  MessageId,
  OwnerId,
} from "../../src/domain/ids.ts";
import { after, before, dayIn, type Instant, type Zone } from "../../src/domain/time.ts";
import { type Database, json } from "../../src/store/database.ts";
import { start } from "./office.ts";

export const otherOwner = "018f0000-0000-7000-8000-0000000000ff" as OwnerId;
/** Text of this kind belongs to the second owner and must never be seen by the first. */
export const foreign = "FOREIGN";

const id = <Id extends string>(number: number) =>
  `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}` as unknown as Id;

export const ids = {
  priya: id<ContactId>(1),
  tomas: id<ContactId>(2),
  hostile: id<ContactId>(3),
  quiet: id<ContactId>(4),
  priyaDraft: id<DraftId>(31),
  tomasDraft: id<DraftId>(32),
  import: id<ImportId>(50),
};

const because = (text: string) => json([{ rule: "R1.test", text }]);

type Person = {
  contactId: ContactId;
  name: string;
  address: string;
  company?: string;
  closeness: number;
  why?: string;
  followUps: {
    followUpId: FollowUpId;
    kind: string;
    state: "planned" | "due" | "satisfied";
    dueAt: Instant;
    overdueAt?: Instant;
    deadlineAt?: Instant;
    urgency: number;
    draft?: {
      draftId: DraftId;
      subject: string;
      body: string;
      question?: string;
      calendar: object;
      unchecked?: boolean;
    };
  }[];
};

export const hostileName = `<script>alert("x")</script> & 'ليلى'`;

const cast: readonly Person[] = [
  {
    contactId: ids.priya,
    name: "Priya Nair",
    address: "priya@acme.example",
    company: "Acme",
    closeness: 12,
    followUps: [
      {
        followUpId: id(21),
        kind: "thank_you",
        state: "due",
        dueAt: before(start, { hours: 1 }),
        overdueAt: after(start, { hours: 23 }),
        deadlineAt: after(start, { hours: 47 }),
        urgency: 1,
        draft: {
          draftId: ids.priyaDraft,
          subject: "Thank you",
          body: "Hi Priya,\n\nThank you for [ your answer goes here ].\n\nMara",
          question: "Why did you meet Priya Nair?",
          calendar: { state: "fresh", asOf: start },
        },
      },
      { followUpId: id(22), kind: "meet_by", state: "planned", dueAt: after(start, { days: 7 }), urgency: 0 },
    ],
  },
  {
    contactId: ids.tomas,
    name: "Tomás Ibarra",
    address: "tomas@globex.example",
    closeness: 40,
    why: "hiring analysts",
    followUps: [
      {
        followUpId: id(23),
        kind: "meet_by",
        state: "due",
        dueAt: before(start, { days: 40 }),
        overdueAt: before(start, { days: 3 }),
        deadlineAt: after(start, { days: 30 }),
        urgency: 9,
        draft: {
          draftId: ids.tomasDraft,
          subject: "Coffee & cake?",
          body: "Hi Tomás,\n\nShall we have a coffee?\n\nMara",
          calendar: { state: "old", asOf: before(start, { days: 60 }) },
        },
      },
    ],
  },
  {
    contactId: ids.hostile,
    name: hostileName,
    address: "leila@<b>.example",
    company: `"><img src=x onerror=alert(1)>`,
    closeness: 5,
    why: "x",
    followUps: [{ followUpId: id(24), kind: "check_in", state: "due", dueAt: before(start, { days: 2 }), urgency: 2 }],
  },
  { contactId: ids.quiet, name: "Ana Quiet", address: "ana@quiet.example", closeness: 80, why: "x", followUps: [] },
];

export async function furnish(db: Database, owner: OwnerId): Promise<void> {
  await db
    .insertInto("owner")
    .values({ owner_id: otherOwner, name: foreign, locale: "en", created_at: after(start, { days: 1 }) } as never)
    .execute();
  await furnishOwner(db, owner, (text) => text);
  await furnishOwner(db, otherOwner, (text) => `${foreign} ${text}`);
}

async function furnishOwner(db: Database, owner: OwnerId, say: (text: string) => string): Promise<void> {
  const accountId = id<AccountId>(90);
  const mine = { owner_id: owner };
  await db
    .insertInto("account")
    .values({
      ...mine,
      account_id: accountId,
      provider: "archive",
      name: say("Export files"),
      state: "open",
      because: null,
      created_at: start,
    })
    .execute();
  await db
    .insertInto("import")
    .values({
      ...mine,
      import_id: ids.import,
      account_id: accountId,
      path: "/nowhere",
      name: say("takeout.zip"),
      fingerprint: "same",
      kept_by_us: true,
      csv_mapping: null,
      state: "read",
      because: null,
      cursor: null,
      bytes_done: 1000,
      bytes_total: 1000,
      messages: 12,
      events: 3,
      started_at: before(start, { hours: 2 }),
      ended_at: before(start, { hours: 1 }),
    })
    .execute();
  await db
    .insertInto("import_skipped")
    .values(
      [1, 2].map((no) => ({
        ...mine,
        import_id: ids.import,
        skipped_no: no,
        place: "All.mbox",
        position: `byte ${no}`,
        because: "bad_date",
        message: say("A message without a date."),
        count: no * 2,
      })),
    )
    .execute();
  await db
    .insertInto("import_file")
    .values({ ...mine, import_id: ids.import, place: say("All.mbox"), kind: "mbox", bytes: 1000 })
    .execute();
  await db
    .insertInto("owner_address")
    .values({
      ...mine,
      address: "me@owner.example",
      because: because(say("You sent 200 messages from it.")),
      score: 0.9,
      standing: "inferred",
    })
    .execute();
  await db
    .insertInto("sender")
    .values([
      {
        ...mine,
        address: "news@shop.example",
        name: say("Shop"),
        verdict: "machine" as const,
        score: 0,
        class: "machine" as const,
        because: because(say("It is a list.")),
        messages: 90,
        last_at: start,
        correction: null,
        corrected_at: null,
      },
      {
        ...mine,
        address: "maybe@somewhere.example",
        name: say("Maybe"),
        verdict: "unsure" as const,
        score: 0.5,
        class: "unsure" as const,
        because: because(say("Too little is known.")),
        messages: 2,
        last_at: start,
        correction: null,
        corrected_at: null,
      },
      {
        ...mine,
        address: "priya@acme.example",
        name: say("Priya Nair"),
        verdict: "person" as const,
        score: 1,
        class: "candidate" as const,
        because: because(say("You wrote to her and she answered.")),
        messages: 4,
        last_at: start,
        correction: null,
        corrected_at: null,
      },
    ])
    .execute();
  for (const person of cast) await furnishPerson(db, owner, person, say);
}

async function furnishPerson(
  db: Database,
  owner: OwnerId,
  person: Person,
  say: (text: string) => string,
): Promise<void> {
  const mine = { owner_id: owner, contact_id: person.contactId };
  await db
    .insertInto("contact")
    .values({
      ...mine,
      name: say(person.name),
      greeting_name: null,
      greeting_because: null,
      company: person.company ?? null,
      title: null,
      place: null,
      zone: null,
      locale: "en",
      status: "candidate",
      purpose: "business",
      verification: 4,
      class: "candidate",
      met_at: before(start, { hours: 1 }),
      met_on: dayIn("Europe/Paris" as Zone, start),
      met_where: "SaaStr Paris drinks, Station F",
      met_channel: "event",
      met_introduced_by: null,
      met_why: person.why ?? null,
      met_source_kind: "event",
      met_source_id: id<EventId>(70),
      last_touch_at: start,
      last_conversation_at: before(start, { days: 3 }),
      last_met_at: null,
      closeness: person.closeness,
      because: because(say("You both accepted a meeting.")),
      created_at: start,
      changed_at: start,
      search: searchText([person.name, person.address, person.company ?? ""]),
    } as never)
    .execute();
  await db
    .insertInto("identity")
    .values({
      owner_id: owner,
      kind: "address",
      value: person.address,
      contact_id: person.contactId,
      because: say("seen in mail"),
    })
    .execute();
  await db
    .insertInto("interaction")
    .values([
      {
        ...mine,
        source_kind: "event" as const,
        source_id: id<EventId>(70),
        at: before(start, { hours: 2 }),
        ends_at: before(start, { hours: 1 }),
        mode: "in_person" as const,
        direction: "mutual" as const,
        depth: "conversation" as const,
        others: 1,
        title: say("SaaStr Paris drinks"),
        place: "Station F",
        text_kept_until: null,
      },
      {
        ...mine,
        source_kind: "message" as const,
        source_id: id<MessageId>(80),
        at: before(start, { days: 9 }),
        ends_at: null,
        mode: "email" as const,
        direction: "inbound" as const,
        depth: "touch" as const,
        others: 1,
        title: say("Hiring analysts"),
        place: null,
        text_kept_until: null,
      },
    ])
    .execute();
  await db
    .insertInto("decision")
    .values({
      owner_id: owner,
      subject_kind: "contact",
      subject_id: person.contactId,
      kind: "thank_you",
      rule: "R14.thank_you",
      outcome: "due",
      because: because(say("Thank them.")),
      inputs: json({ metAt: start }),
      decided_at: start,
    })
    .execute();
  for (const { draft, ...followUp } of person.followUps) {
    await db
      .insertInto("follow_up")
      .values({
        ...mine,
        follow_up_id: followUp.followUpId,
        kind: followUp.kind,
        state: followUp.state,
        due_at: followUp.dueAt,
        overdue_at: followUp.overdueAt ?? null,
        deadline_at: followUp.deadlineAt ?? null,
        snoozed_until: null,
        because: because(say(`${followUp.kind} because you met.`)),
        satisfied_by: null,
        urgency: followUp.urgency,
        changed_at: start,
      })
      .execute();
    if (draft === undefined) continue;
    for (const version of [1, 2]) {
      await db
        .insertInto("draft")
        .values({
          ...mine,
          draft_id: version === 2 ? draft.draftId : id<DraftId>(Number(draft.draftId.slice(-3)) + 100),
          follow_up_id: followUp.followUpId,
          version,
          kind: followUp.kind,
          locale: "en",
          state: "proposed",
          because: because(say("Written from what is known.")),
          to_address: person.address,
          subject: say(version === 2 ? draft.subject : "An old version"),
          body: draft.body,
          text_hash: Buffer.alloc(32),
          offer: json({
            lines: [],
            times: [],
            mode: "in_person",
            calendar: draft.calendar,
            unchecked: draft.unchecked ?? false,
          }),
          facts: json({}),
          lint: json([]),
          question: draft.question ?? null,
          created_at: start,
          changed_at: start,
          text_kept_until: null,
        })
        .execute();
    }
  }
}
