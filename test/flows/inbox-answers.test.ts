/** What a person does between an answer and the next letter: on the real store, adapters and sandbox. */
import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerId } from "../../src/domain/ids.ts";
import { scanPeople } from "../../src/flows/accounts/scan-people.ts";
import { useAddressAgain } from "../../src/flows/people/use-address-again.ts";
import { type AnsweredInWords, answerInOwnWords } from "../../src/flows/plan/answer-in-own-words.ts";
import { leaveAnswer } from "../../src/flows/plan/leave-answer.ts";
import { readPasted } from "../../src/flows/plan/read-pasted.ts";
import { elsewhereFor, writeElsewhere } from "../../src/flows/plan/write-elsewhere.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { stoppedBecause } from "../../src/flows/sending/hold-back.ts";
import { skipDraft } from "../../src/flows/sending/skip-draft.ts";
import { handlersOf } from "../../src/jobs/handlers.ts";
import { loadContacts } from "../../src/store/contacts.ts";
import { offersTo } from "../../src/store/offers.ts";
import type { AnswerSeen } from "../../src/store/read/inbox.ts";
import { composeTimer, findTimer } from "../../src/store/timers.ts";
import { answer, answeringOffice, answerOf, poll } from "../support/answering-office.ts";
import { readCalendars } from "../support/booking-office.ts";
import { patiently, signal } from "../support/connected-office.ts";
import { approve, guests, leaveAll, lettersTo, priya, sentTo, waitingFor } from "../support/sending-office.ts";
import { contactOf, type Guest, pass, type WritingOffice } from "../support/writing-office.ts";

let office: WritingOffice;
beforeAll(async () => {
  office = await answeringOffice("google", [guests.sam]);
});

const says = async ({ address, name }: Guest, text: string) => {
  await answer(office, text, { from: address, name });
  await poll(office);
  return answerOf(office, name);
};

const write = (answerId: AnswerId, text: string, isApproved = true): Promise<AnsweredInWords> =>
  answerInOwnWords(office.world, office.owner, { answerId, text, isApproved });

const ownAnswers = async ({ address }: Guest) =>
  (await lettersTo(office, address)).filter(({ kind }) => kind === "own_answer").map(({ state }) => state);

describe("the owner answers where they read (M6, R41)", () => {
  test("their words leave in the thread, framed, after the minute of grace, once; the answer is settled then", async () => {
    const asked = await says(guests.sam, "Gladly. What would it be about?");
    expect(asked).toMatchObject({ meaning: "question", isSettled: false, reply: undefined });
    const first = await write(asked.answerId, "About your second harbour.\n");
    expect(first.kind).toBe("approved");
    expect(await write(asked.answerId, "About your second harbour.")).toEqual(first);
    expect((await answerOf(office, guests.sam.name)).isSettled).toBe(false);
    await leaveAll(office);
    const [sent, ...older] = sentTo(office, guests.sam.address);
    expect(older).toHaveLength(2);
    expect(sent?.subject).toBe("Re: Coffee together?");
    expect(sent?.inReplyTo).toMatch(/^sam@harbourline\.example/);
    expect(sent?.text.trim()).toMatch(/^Hi Sam,\n\nAbout your second harbour\.\n\n[\w ]+,\nMara$/);
    const after = await answerOf(office, guests.sam.name);
    expect([after.isSettled, after.reply?.state]).toEqual([true, "sent"]);
    expect(await write(asked.answerId, "Once more")).toEqual({ kind: "settled" });
  });

  test("other words in the minute of grace take the place of the first; what they write meanwhile is read before it leaves", async () => {
    const { answerId } = await says(guests.sam, "Who else would be there?");
    const sentBefore = sentTo(office, guests.sam.address).length;
    await write(answerId, "Nobody.");
    await write(answerId, "Hello Sam,\n\nOnly we two.\n\nMara Lind");
    expect((await ownAnswers(guests.sam)).slice(-2)).toEqual(["stale", "approved"]);
    await answer(office, "And where?", { from: guests.sam.address, name: guests.sam.name });
    pass(office, { minutes: 2 });
    await leaveAll(office);
    const letter = await waitingFor(office, guests.sam.address);
    expect([letter.kind, letter.body]).toEqual(["own_answer", "Hello Sam,\n\nOnly we two.\n\nMara Lind\n"]);
    expect(sentTo(office, guests.sam.address)).toHaveLength(sentBefore);
    await poll(office);
    expect(await waitingFor(office, guests.sam.address)).toMatchObject({ draftId: letter.draftId });
    expect((await approve(office, letter)).kind).toBe("approved");
    await leaveAll(office);
    expect(sentTo(office, guests.sam.address)).toHaveLength(sentBefore + 1);
  });

  test("let go, the words leave nothing settled; seen to, they go with the answer", async () => {
    const { answerId } = await says(guests.sam, "Which day did you mean?");
    const kept = await write(answerId, "Thursday.", false);
    if (kept.kind !== "kept") throw new Error(JSON.stringify(kept));
    expect(await skipDraft(office.world, office.owner, kept.draftId)).toBe("skipped");
    expect(await answerOf(office, guests.sam.name)).toMatchObject({ isSettled: false, reply: { state: "rejected" } });
    await write(answerId, "Thursday.", false);
    expect(await leaveAnswer(office.world, office.owner, answerId)).toBe("left");
    expect((await ownAnswers(guests.sam)).slice(-2)).toEqual(["rejected", "rejected"]);
  });

  test("words that nobody may read are refused, and nothing is kept", async () => {
    const { answerId } = await says(guests.sam, "Shall I bring anything?");
    const refused = await write(answerId, "Only [ your answer goes here ].");
    expect(refused).toMatchObject({ kind: "refused", findings: [{ rule: "open_question" }] });
    expect((await answerOf(office, guests.sam.name)).reply).toBeUndefined();
  });
});

describe("a letter that came back goes to another known address by the owner's word (M2)", () => {
  const other = "priya@home.example";
  let came: AnswerSeen;

  const addressesOfPriya = async () =>
    (await loadContacts(office.world.database, office.owner, office.priya))[0]!.addresses;

  test("what it was for stands again, in a letter to the other address that waits for its own yes", async () => {
    const { world, owner } = office;
    const card = { name: "Priya Nair", addresses: [priya, other], phones: [], links: [] };
    office.account.book.add({ kind: "contact", card }, office.clock.now());
    await patiently(office.clock, () => scanPeople(world, owner, office.accountId, signal));
    await answer(office, `Your message could not be delivered.\r\n<${priya}>: 550 5.1.1 User unknown`, {
      from: "mailer-daemon@mx.nordlys.example",
      to: priya,
      headers: [`X-Failed-Recipients: ${priya}`, "Auto-Submitted: auto-replied", "Return-Path: <>"],
      subject: "Undelivered mail",
    });
    await poll(office);
    came = await answerOf(office, "Priya Nair");
    expect(await elsewhereFor(world, owner, came.answerId)).toEqual([other]);
    const wish = { answerId: came.answerId, address: other };
    expect(await writeElsewhere(world, owner, { ...wish, address: "somebody@else.example" })).toBe("not_there");
    expect(await writeElsewhere(world, owner, wish)).toBe("stands_again");
    expect(await writeElsewhere(world, owner, wish)).toBe("not_there");
    await refresh(world, owner);
    expect(await addressesOfPriya()).toEqual([other, priya]);
    expect(await waitingFor(office, other)).toMatchObject({ kind: "coffee" });
    expect(sentTo(office, other)).toEqual([]);
    expect((await answerOf(office, "Priya Nair")).isSettled).toBe(true);
  });

  test("a letter whose times have run out is not approved, and written anew with others (Q5)", async () => {
    const { world, owner } = office;
    const letter = await waitingFor(office, other);
    const at = (await findTimer(world.database, owner, composeTimer(owner)))!.dueAt;
    pass(office, { milliseconds: Date.parse(at) - Date.parse(office.clock.now()) + 1 });
    expect(await approve(office, letter)).toMatchObject({ kind: "held_back", because: { rule: "Q5.times_lapsed" } });
    await readCalendars(office);
    await handlersOf(world).compose_drafts({ ownerId: owner }, { jobId: "1", signal });
    const renewed = await waitingFor(office, other);
    expect(renewed.textHash).not.toBe(letter.textHash);
    expect((await approve(office, renewed)).kind).toBe("approved");
    await leaveAll(office);
    expect(sentTo(office, other)).toHaveLength(1);
  });

  test("given up, an address is written to by nobody until the owner takes that back", async () => {
    const { world, owner, priya: contactId } = office;
    const about = { contactId, to: priya, alsoTo: [] };
    expect((await stoppedBecause(world, owner, about))?.rule).toBe("M2.address_given_up");
    expect(await useAddressAgain(world, owner, contactId, other)).toBe("not_there");
    expect(await useAddressAgain(world, owner, contactId, priya)).toBe("done");
    expect(await stoppedBecause(world, owner, about)).toBeUndefined();
  });
});

test("whoever writes on the booking page waits for no letter: what is due and its draft follow by the timer (M6)", async () => {
  const { world, owner } = office;
  const contactId = await contactOf(office, guests.sam);
  const { offerId } = (await offersTo(world.database, owner, contactId)).at(-1)!;
  const standing = async () =>
    (await lettersTo(office, guests.sam.address)).filter(({ state }) => state === "proposed").map(({ kind }) => kind);
  const read = await readPasted(world, owner, { contactId, offerId, text: "None of these. Not before 15:00, please." });
  expect([read.kind, await standing()]).toEqual(["read", []]);
  const timer = { kind: "decide_follow_ups", subjectId: owner };
  expect((await findTimer(world.database, owner, timer))?.dueAt).toBe(office.clock.now());
  await handlersOf(world).decide_follow_ups({ ownerId: owner }, { jobId: "1", signal });
  expect(await standing()).toEqual(["new_times"]);
});
