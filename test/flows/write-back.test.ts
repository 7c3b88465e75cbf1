/**
 * What is written into the owner's own account: cards, thirty-day reminders and drafts, on the real store, adapters and
 * sandbox of both providers; never against what the owner did there. What happens when the process dies in between is in
 * write-back-crash.slow.test.ts.
 */
import { describe, expect, test } from "vitest";
import type { DraftId, FollowUpId } from "../../src/domain/ids.ts";
import { after } from "../../src/domain/time.ts";
import { accountFor } from "../../src/flows/accounts/account-for.ts";
import { disconnectAccount } from "../../src/flows/accounts/disconnect.ts";
import { scanPeople } from "../../src/flows/accounts/scan-people.ts";
import { logContact } from "../../src/flows/day/log-contact.ts";
import { stopContact } from "../../src/flows/lists/stop-contact.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { chooseWishes } from "../../src/flows/write-back/choose-wishes.ts";
import { markedLetter } from "../../src/flows/write-back/marked-letter.ts";
import { findConnected } from "../../src/store/accounts.ts";
import { readDrafts } from "../../src/store/read/drafts.ts";
import { readReach } from "../../src/store/read/reach.ts";
import { readWritten } from "../../src/store/read/written.ts";
import { findTimer, startTimer } from "../../src/store/timers.ts";
import { letter, patiently, readMail, signal } from "../support/connected-office.ts";
import {
  cardsIn,
  draftsOf,
  editSubject,
  followUpOf,
  lettersIn,
  pass,
  rowOf,
  tasksIn,
  vendors,
  type WritingOffice,
  write,
  writingOffice,
} from "../support/writing-office.ts";

const stateOf = async (office: WritingOffice, kind: "card" | "task" | "draft") => (await rowOf(office, kind))?.state;

/** What a provider makes of it is asked of both; what is decided here, of one. */
const once = vendors.slice(0, 1);

describe.each(vendors)("%s: cards (R2)", (vendor) => {
  const open = () => writingOffice(vendor, ["contacts"]);

  test("whoever was met within 48 hours stands in the address book, with where and why, once", async () => {
    const office = await open();
    await write(office);
    await write(office);
    expect(cardsIn(office)).toHaveLength(1);
    expect(cardsIn(office)[0]?.card).toMatchObject({
      addresses: ["priya@acme.example"],
      note: "Met 2026-11-19. Coffee with Priya. her second shop.",
    });
  });

  test.runIf(once.includes(vendor))(
    "a card as we wrote it is evidence of nothing; what the owner adds to it is",
    async () => {
      const office = await open();
      const { world, owner, accountId, clock } = office;
      await write(office);
      const scan = async () => {
        pass(office, { hours: 1 });
        await patiently(clock, () => scanPeople(world, owner, accountId, signal));
        await refresh(world, owner);
        return world.database
          .selectFrom("contact_field")
          .select(["field", "value"])
          .where("source", "=", "address_book")
          .execute();
      };
      expect(await scan()).toEqual([]);
      const [card] = cardsIn(office);
      const changed = { ...card!.card, phones: ["+33 6 39 98 00 00"] };
      office.account.book.change(card!.id, { card: changed }, clock.now());
      expect(await scan()).toContainEqual({ field: "phone", value: "+33 6 39 98 00 00" });
      expect((await readReach(world.database, owner, [office.priya])).get(office.priya)?.isInAddressBook).toBe(true);
    },
  );

  test("a card that the owner made themselves is filled in where it is empty, and no second one comes", async () => {
    const office = await open();
    const own = { name: "Prija N.", addresses: ["priya@acme.example"], phones: ["+33 6 39 98 00 00"], links: [] };
    office.account.book.add({ kind: "contact", card: own }, office.clock.now());
    await write(office);
    expect(cardsIn(office)).toHaveLength(1);
    expect(cardsIn(office)[0]?.card).toMatchObject({
      phones: own.phones,
      note: expect.stringContaining("second shop"),
    });
    expect(cardsIn(office)[0]?.card.name).toBe("Prija N.");
  });

  test("what is learned later is filled in, and a card that the owner deleted never comes again", async () => {
    const office = await open();
    await write(office);
    office.account.book.remove(cardsIn(office)[0]!.id, office.clock.now());
    await answerWhy(office.world, office.owner, office.priya, { why: "her new house" });
    await write(office);
    await write(office);
    expect(cardsIn(office)).toEqual([]);
    expect(await stateOf(office, "card")).toBe("deleted");
  });

  test.runIf(once.includes(vendor))("whom the owner met three days ago is not new any more", async () => {
    const office = await open();
    pass(office, { days: 3 });
    await write(office);
    expect(cardsIn(office)).toEqual([]);
  });
});

describe.each(vendors)("%s: reminders (R16)", (vendor) => {
  const open = () => writingOffice(vendor, ["tasks"]);

  test("a task for thirty days later, a Saturday moved to Monday, with where and why", async () => {
    const office = await open();
    await write(office);
    const [task, ...others] = tasksIn(office);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      title: "Call Priya",
      dueOn: "2026-12-21",
      note: expect.stringContaining("second shop"),
    });
    await write(office);
    expect(tasksIn(office)).toHaveLength(1);
  });

  test("ticked off there it is a call that was made: the thirty days begin anew, with a task of their own", async () => {
    const office = await open();
    await write(office);
    const [task] = tasksIn(office);
    const doneAt = pass(office, { days: 20 });
    office.account.tasks.change(task!.id, { ...task!, doneAt }, doneAt);
    await write(office);
    expect(await office.world.database.selectFrom("logged").select(["mode", "outcome", "at"]).execute()).toEqual([
      { mode: "phone", outcome: "talked", at: doneAt },
    ]);
    await refresh(office.world, office.owner);
    await write(office);
    await write(office);
    expect(tasksIn(office).map(({ dueOn, doneAt: done }) => [dueOn, done !== undefined])).toEqual(
      expect.arrayContaining([
        ["2026-12-21", true],
        ["2027-01-11", false],
      ]),
    );
    expect(tasksIn(office)).toHaveLength(2);
  });

  test("a call told here ticks it off as already talked, and does not count as a second call", async () => {
    const office = await open();
    await write(office);
    pass(office, { days: 11 });
    await logContact(office.world, office.owner, { contactId: office.priya, mode: "phone", outcome: "talked" });
    await refresh(office.world, office.owner);
    await write(office);
    await write(office);
    const done = tasksIn(office).filter(({ doneAt }) => doneAt !== undefined);
    expect(done).toHaveLength(1);
    expect(done[0]?.note).toMatch(/^Already talked\./);
    expect(
      tasksIn(office)
        .filter(({ doneAt }) => doneAt === undefined)
        .map(({ dueOn }) => dueOn),
    ).toEqual(["2026-12-31"]);
    expect(await office.world.database.selectFrom("logged").select("logged_id").execute()).toHaveLength(1);
  });

  test("deleted there it never comes again, whatever changes", async () => {
    const office = await open();
    await write(office);
    office.account.tasks.remove(tasksIn(office)[0]!.id, office.clock.now());
    await write(office);
    await answerWhy(office.world, office.owner, office.priya, { why: "her new house" });
    pass(office, { days: 2 });
    await write(office);
    expect(tasksIn(office)).toEqual([]);
    expect(await stateOf(office, "task")).toBe("deleted");
  });

  test.runIf(once.includes(vendor))("of somebody who is not to be contacted it is taken away", async () => {
    const office = await open();
    await write(office);
    await stopContact(office.world, office.owner, { contactId: office.priya, source: "owner" });
    await write(office);
    expect(tasksIn(office)).toEqual([]);
  });
});

describe.each(vendors)("%s: drafts (S7)", (vendor) => {
  const open = async () => {
    const office = await writingOffice(vendor, ["drafts"]);
    await write(office);
    return office;
  };
  const sentDraft = ({ world, owner }: WritingOffice) =>
    world.database
      .selectFrom("draft")
      .select(["draft_id", "state", "changed_at"])
      .where("owner_id", "=", owner)
      .where("state", "<>", "stale")
      .execute();

  test("a letter that waits stands among the drafts, once; one that is changed here replaces it", async () => {
    const office = await open();
    const [first, ...others] = lettersIn(office, "drafts");
    expect(others).toEqual([]);
    expect(first).toMatchObject({ to: [{ address: "priya@acme.example" }] });
    expect(first?.text).toContain("Priya");
    await answerWhy(office.world, office.owner, office.priya, { why: "her move to Lyon" });
    await write(office);
    await write(office);
    const [second, ...rest] = lettersIn(office, "drafts");
    expect(rest).toEqual([]);
    expect(second?.text).toContain("Lyon");
    expect(await rowOf(office, "draft")).toMatchObject({ state: "standing", former_hash: null });
  });

  test("edited there it is left alone, also when ours changes or is withdrawn", async () => {
    const office = await open();
    const { follow_up_id } = await followUpOf(office, "thank_you");
    const seen = async () =>
      (await readDrafts(office.world.database, office.owner, [follow_up_id])).get(follow_up_id)?.amongDrafts;
    expect(await seen()).toBe("as_written");
    editSubject(office);
    await answerWhy(office.world, office.owner, office.priya, { why: "her move to Lyon" });
    await write(office);
    expect(await seen()).toBe("changed");
    await stopContact(office.world, office.owner, { contactId: office.priya, source: "owner" });
    await write(office);
    expect(lettersIn(office, "drafts").map(({ subject }) => subject)).toEqual(["In my own words"]);
    expect(await stateOf(office, "draft")).toBe("changed");
    expect(await readWritten(office.world.database, office.owner, office.accountId)).toEqual({
      standing: { card: 0, task: 0, draft: 0 },
      told: [{ kind: "draft", name: "Priya Nair", state: "changed", because: undefined }],
    });
  });

  test("sent from there it counts as sent when it was, and its duty is done", async () => {
    const office = await open();
    const sentAt = pass(office, { hours: 2 });
    await (await draftsOf(office)).send((await rowOf(office, "draft"))!.ref!, new AbortController().signal);
    pass(office, { minutes: 20 });
    await write(office);
    expect(lettersIn(office, "drafts")).toEqual([]);
    expect(await stateOf(office, "draft")).toBe("done");
    expect(await sentDraft(office)).toMatchObject([
      { state: "sent", changed_at: expect.stringContaining(sentAt.slice(0, 15)) },
    ]);
    await readMail(office);
    await refresh(office.world, office.owner);
    await write(office);
    expect(lettersIn(office, "drafts")).toEqual([]);
    expect(await followUpOf(office, "thank_you")).toMatchObject({ state: "satisfied" });
  });

  test.runIf(once.includes(vendor))("a letter that was changed there before it was sent counts too", async () => {
    const office = await open();
    editSubject(office);
    await write(office);
    await (await draftsOf(office)).send((await rowOf(office, "draft"))!.ref!, new AbortController().signal);
    pass(office, { minutes: 20 });
    await write(office);
    expect(await sentDraft(office)).toMatchObject([{ state: "sent" }]);
  });

  test.runIf(once.includes(vendor))(
    "copied into a letter of their own and sent it counts as sent all the same",
    async () => {
      const office = await open();
      const [draft] = lettersIn(office, "drafts");
      const at = pass(office, { minutes: 5 });
      office.account.mailbox.remove(draft!.id, at);
      const { content } = letter("by-hand", office.account.address, "priya@acme.example");
      const own = { ...content, letter: { ...content.letter, at, subject: draft!.subject } };
      office.account.mailbox.add({ content: own, place: "sent", at });
      await readMail(office);
      await write(office);
      expect(await sentDraft(office)).toMatchObject([{ state: "sent", changed_at: at }]);
    },
  );

  test("thrown away there it is skipped for good, once it is sure that it was not sent", async () => {
    const office = await open();
    office.account.mailbox.move(lettersIn(office, "drafts")[0]!.id, { place: "trash" }, office.clock.now());
    await write(office);
    expect(await stateOf(office, "draft")).toBe("missing");
    expect(await followUpOf(office, "thank_you")).toMatchObject({ state: "due" });
    pass(office, { minutes: 16 });
    await write(office);
    await refresh(office.world, office.owner);
    await write(office);
    expect(await stateOf(office, "draft")).toBe("deleted");
    expect(await followUpOf(office, "thank_you")).toMatchObject({ state: "skipped" });
    expect(lettersIn(office, "drafts")).toEqual([]);
  });

  test.runIf(once.includes(vendor)).each([
    [
      "of somebody who is not to be contacted",
      (office: WritingOffice) => stopContact(office.world, office.owner, { contactId: office.priya, source: "owner" }),
    ],
    [
      "that was sent by hand",
      async (office: WritingOffice) => {
        const { draft_id } = (await sentDraft(office))[0]!;
        return recordSent(office.world, office.owner, { draftId: draft_id as DraftId, mode: "email" });
      },
    ],
    [
      "that is not wished there any more",
      (office: WritingOffice) => chooseWishes(office.world, office.owner, office.accountId, []),
    ],
  ])("one %s is taken away", async (_, change) => {
    const office = await open();
    await change(office);
    await write(office);
    expect(lettersIn(office, "drafts")).toEqual([]);
    expect(await stateOf(office, "draft")).toBe("removed");
  });
});

test("is looked at again every quarter of an hour while something stands there, at once when a letter changes, never once taken off", async () => {
  const office = await writingOffice("google", ["drafts"]);
  const { world, owner, accountId, clock } = office;
  const timer = { kind: "write_back", subjectId: accountId };
  const dueAt = async () => (await findTimer(world.database, owner, timer))?.dueAt;
  const now = clock.now();
  expect(await dueAt()).toBe(now);
  await startTimer(world.database, owner, timer, { now, leaseUntil: after(now, { minutes: 1 }) });
  await write(office);
  expect(await dueAt()).toBe(after(clock.now(), { minutes: 15 }));
  const changedAt = pass(office, { minutes: 4 });
  await answerWhy(world, owner, office.priya, { why: "her move to Lyon" });
  expect(await dueAt()).toBe(changedAt);
  await disconnectAccount(world, owner, accountId);
  expect(await dueAt()).toBeUndefined();
  await answerWhy(world, owner, office.priya, { why: "her move to Rome" });
  expect(await dueAt()).toBeUndefined();
});

test("a letter that stays in a thread stands there as an answer to its last message", async () => {
  const office = await writingOffice("google", ["drafts"]);
  const { world, owner, accountId, account } = office;
  const add = (id: string, place: "sent" | "inbox", references: string[]) => {
    const [from, to] =
      place === "sent" ? [account.address, "priya@acme.example"] : ["priya@acme.example", account.address];
    const { content } = letter(id, from!, to!);
    const said = { ...content.letter, subject: references.length > 0 ? "Re: The printer" : "The printer", references };
    return account.mailbox.add({ content: { ...content, letter: said }, place, at: pass(office, { minutes: 1 }) });
  };
  const { threadId } = add("asked", "sent", []);
  add("answered", "inbox", ["asked@mail.example"]);
  await readMail(office);
  const desk = { world, owner, account: (await findConnected(world.database, owner, accountId))! };
  const waiting = {
    draftId: "d" as DraftId,
    followUpId: "f" as FollowUpId,
    contactId: office.priya,
    kind: "nudge",
    to: "priya@acme.example",
    alsoTo: [],
    subject: "The printer",
    body: "Shall we?",
    createdAt: office.clock.now(),
  };
  const marked = await markedLetter(desk, waiting, "0".repeat(32));
  expect(marked).toMatchObject({
    inReplyTo: "answered@mail.example",
    references: ["asked@mail.example", "answered@mail.example"],
    threadRef: threadId,
  });
  await (await draftsOf(office)).put(marked, new AbortController().signal);
  const [message] = [...account.mailbox.newestFirst()].filter(({ place }) => place === "drafts");
  expect(message?.threadId).toBe(threadId);
  expect(await markedLetter(desk, { ...waiting, kind: "thank_you" }, "1".repeat(32))).toMatchObject({ references: [] });
});

test("an answer that Outlook made with the quoted letter in it, and did not let us finish, is finished at the next look", async () => {
  const office = await writingOffice("microsoft", []);
  const { world, owner, accountId, account, network } = office;
  const { content } = letter("asked", "priya@acme.example", account.address);
  const asked = { ...content.letter, subject: "The printer", text: "Does it print?" };
  account.mailbox.add({ content: { ...content, letter: asked }, place: "inbox", at: pass(office, { minutes: 1 }) });
  await readMail(office);
  const answer = { kind: "nudge", subject: "Re: The printer", body: "It prints, Priya." };
  await world.database.updateTable("draft").set(answer).where("owner_id", "=", owner).execute();
  await chooseWishes(world, owner, accountId, ["drafts"]);
  const working = network.fetch;
  let isBroken = true;
  network.fetch = async (request) => {
    if (isBroken && request.method === "PATCH") return Response.json({}, { status: 503 });
    if (!request.url.endsWith("/createReply")) return working(request);
    const { message } = (await request.clone().json()) as { message: Record<string, unknown> };
    const { body: _, toRecipients: __, ...rest } = message;
    return working(new Request(request, { body: JSON.stringify({ message: rest }) }));
  };
  await write(office);
  expect(lettersIn(office, "drafts").map(({ text }) => text)).toEqual([expect.stringContaining("Does it print?")]);
  isBroken = false;
  pass(office, { minutes: 3 });
  await write(office);
  expect(lettersIn(office, "drafts").map(({ text }) => text.trim())).toEqual([answer.body]);
  expect(await rowOf(office, "draft")).toMatchObject({ state: "standing", former_hash: null });
});

test("of two accounts the one that holds the thread is written from, else the one with more of their mail; the draft stands there alone", async () => {
  const first = await writingOffice("google", ["drafts"]);
  const { world, owner, priya, cloud } = first;
  const account = cloud.add({
    provider: "google",
    address: "mara@lind.example",
    given: "Mara",
    family: "Lind",
    zone: first.account.zone,
  });
  const tell = (mailbox: typeof account.mailbox, from: string, id: string) => {
    const { content } = letter(id, from, "priya@acme.example");
    return mailbox.add({ content, place: "sent", at: pass(first, { minutes: 1 }) });
  };
  tell(first.account.mailbox, first.account.address, "printer");
  for (const id of ["piano", "violin"]) tell(account.mailbox, account.address, id);
  const signed = await first.connect("google", { address: account.address });
  if (signed.kind !== "connected") throw new Error(JSON.stringify(signed));
  const second = { ...first, account, accountId: signed.accountId };
  for (const office of [first, second]) await readMail(office);
  const chosen = (subject?: string) =>
    accountFor(world, owner, { contactId: priya, ...(subject !== undefined && { subject }) });
  expect(await chosen()).toBe(second.accountId);
  expect(await chosen("Re: About printer")).toBe(first.accountId);

  await chooseWishes(world, owner, second.accountId, ["drafts"]);
  for (const office of [first, second, first]) await write(office);
  expect([lettersIn(first, "drafts").length, lettersIn(second, "drafts").length]).toEqual([0, 1]);
  await disconnectAccount(world, owner, second.accountId);
  expect(await chosen()).toBe(first.accountId);
});
