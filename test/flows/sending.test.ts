/**
 * Approved letters leave once, from the owner's account, on the real store, adapters and sandbox of both providers; what
 * happens when something dies in between is in sending-crash.slow.test.ts.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { hoursBetween } from "../../src/domain/time.ts";
import { scanCalendars } from "../../src/flows/accounts/scan-calendars.ts";
import { stopContact } from "../../src/flows/lists/stop-contact.ts";
import { sayOwnerName } from "../../src/flows/owner/say-names.ts";
import { answerWhy } from "../../src/flows/people/answer-why.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { approveDraft } from "../../src/flows/sending/approve-draft.ts";
import { approveSeveral } from "../../src/flows/sending/approve-several.ts";
import { editDraft } from "../../src/flows/sending/edit-draft.ts";
import { chooseUnasked } from "../../src/flows/sending/send-unasked.ts";
import { skipDraft, snoozeDraft } from "../../src/flows/sending/skip-draft.ts";
import { takeBackApproval } from "../../src/flows/sending/take-back.ts";
import { whatIsCovered } from "../../src/flows/sending/what-is-covered.ts";
import { standingApproval } from "../../src/store/approvals.ts";
import { findDraft } from "../../src/store/drafts.ts";
import { loadInteractions } from "../../src/store/interactions.ts";
import { sentLetters } from "../../src/store/sent-letters.ts";
import { saveSetting } from "../../src/store/settings.ts";
import { waitingLetters } from "../../src/store/to-write.ts";
import type { LetterKind } from "../../src/templates/catalogue.ts";
import { patiently, readMail, signal } from "../support/connected-office.ts";
import { office as importedOffice } from "../support/office.ts";
import {
  approve,
  effectsOf,
  guests,
  leaveAll,
  lettersTo,
  priya,
  receive,
  recordsOf,
  sendingOffice,
  sentTo,
  timersOf,
  waitingFor,
} from "../support/sending-office.ts";
import {
  contactOf,
  draftsOf,
  lettersIn,
  pass,
  type Vendor,
  vendors,
  type WritingOffice,
  write,
  writingOffice,
} from "../support/writing-office.ts";

const last = async (office: WritingOffice, to: string) => {
  const found = (await lettersTo(office, to)).at(-1)!;
  return [found.state, found.endedBecause];
};

/** One for all letters to different people. */
const offices = new Map<Vendor, Promise<WritingOffice>>();
const officeOf = (vendor: Vendor): Promise<WritingOffice> => {
  const open = offices.get(vendor) ?? sendingOffice(vendor);
  offices.set(vendor, open);
  return open;
};

/** What a provider makes of it is asked of both; what is decided here, of one. */
const once = vendors.slice(0, 1);

describe.each(vendors)("%s", (vendor) => {
  let office: WritingOffice;
  beforeAll(async () => {
    office = await officeOf(vendor);
  });

  test("an approved letter leaves once, a minute after it was approved, and is found again as the same (R41)", async () => {
    const letter = await waitingFor(office, priya);
    const approved = await approve(office, letter);
    expect(approved).toMatchObject({ kind: "approved", undoUntil: "2026-11-20T08:01:00.000Z" });
    // A double click says the same.
    expect(await approve(office, letter)).toEqual(approved);
    expect(await timersOf(office)).toHaveLength(1);
    await leaveAll(office);
    pass(office, { minutes: 5 });
    expect(sentTo(office, priya).map(({ subject, text }) => [subject, text.trim()])).toEqual([
      [letter.subject, letter.body.trim()],
    ]);
    expect(lettersIn(office, "drafts")).toEqual([]);
    await readMail(office);
    await refresh(office.world, office.owner);
    const interactions = await loadInteractions(office.world.database, office.owner, office.priya);
    expect(interactions.get(office.priya)?.filter(({ direction }) => direction === "outbound")).toHaveLength(1);
    expect(await recordsOf(office, office.priya)).toEqual(["approved", "sent"]);
    expect(await takeBackApproval(office.world, office.owner, letter.draftId)).toBe("left_already");
    expect(await approve(office, letter)).toMatchObject({ kind: "held_back" });
  });

  test.runIf(once.includes(vendor))(
    "what was taken back within the minute leaves nothing in the sent mail, and may be approved again (R41)",
    async () => {
      const { address } = guests.sam;
      const letter = await waitingFor(office, address);
      await approve(office, letter);
      expect(await takeBackApproval(office.world, office.owner, letter.draftId)).toBe("taken_back");
      expect(await timersOf(office)).toEqual([]);
      pass(office, { minutes: 10 });
      await leaveAll(office);
      expect([sentTo(office, address), await last(office, address)]).toEqual([[], ["proposed", undefined]]);
      await approve(office, letter);
      await leaveAll(office);
      pass(office, { minutes: 5 });
      expect(sentTo(office, address)).toHaveLength(1);
    },
  );

  test.runIf(once.includes(vendor))("whoever wrote meanwhile is not written to over it, and it is said", async () => {
    const { address } = guests.noor;
    await approve(office, await waitingFor(office, address));
    pass(office, { seconds: 30 });
    receive(office, address);
    await leaveAll(office);
    pass(office, { minutes: 5 });
    expect(sentTo(office, address)).toEqual([]);
    const letters = await lettersTo(office, address);
    expect(letters.map(({ endedBecause }) => endedBecause)).toContain("R41.answered");
    expect(await recordsOf(office, await contactOf(office, guests.noor))).toEqual(["approved", "not_sent"]);
  });

  test.runIf(once.includes(vendor))("a stop holds at once: nothing waits any more (R45)", async () => {
    const { address } = guests.tom;
    await approve(office, await waitingFor(office, address));
    await stopContact(office.world, office.owner, { contactId: await contactOf(office, guests.tom), source: "owner" });
    expect(await timersOf(office)).toEqual([]);
    expect((await effectsOf(office)).at(-1)).toMatchObject({ state: "withdrawn" });
    expect(await last(office, address)).toEqual(["withdrawn", "R45.do_not_contact"]);
  });

  test.runIf(once.includes(vendor))(
    "the owner's own words leave as they are, and composing never writes over them",
    async () => {
      const { address } = guests.uma;
      const { world, owner } = office;
      const before = await waitingFor(office, address);
      const { subject } = before;
      const body = before.body.replace(
        /^(Hi Uma,\n\n)[^\n]*\n/,
        "$1The coffee was the best of my week, and the theatre that they plan stays with me.\n",
      );
      expect(body).not.toBe(before.body);
      const edited = await editDraft(world, owner, { draftId: before.draftId, subject, body });
      if (edited.kind !== "saved") throw new Error(JSON.stringify(edited));
      await refresh(world, owner);
      expect(await approve(office, before)).toMatchObject({ kind: "changed" });
      const after = await waitingFor(office, address);
      expect([after.draftId, after.body]).toEqual([edited.draftId, body]);
      await approve(office, after);
      await leaveAll(office);
      pass(office, { minutes: 5 });
      expect(sentTo(office, address).map(({ text }) => text.trim())).toEqual([body.trim()]);
    },
  );

  test.runIf(once.includes(vendor))(
    "a letter with a fault that refuses it is not saved, and words whose facts changed are stale",
    async () => {
      const { world, owner } = office;
      const { address } = guests.vera;
      const { draftId, body } = await waitingFor(office, address);
      const refused = await editDraft(world, owner, { draftId, subject: "", body });
      expect(refused).toMatchObject({ kind: "refused", findings: [{ rule: "subject_empty" }] });
      await editDraft(world, owner, { draftId, subject: "Thank you, Vera", body });
      await answerWhy(world, owner, await contactOf(office, guests.vera), { why: "the bakery on the corner" });
      const states = (await lettersTo(office, address))
        .slice(-2)
        .map(({ state, endedBecause }) => [state, endedBecause]);
      expect(states).toEqual([
        ["stale", "R41.facts_changed"],
        ["proposed", undefined],
      ]);
    },
  );

  test.runIf(once.includes(vendor))(
    "several at once: each has its outcome, and they keep their distance from each other",
    async () => {
      const [vera, wim] = [await waitingFor(office, guests.vera.address), await waitingFor(office, guests.wim.address)];
      const wish = { letters: [vera, { ...wim, textHash: "00" }, wim], withNudges: true, way: "page" as const };
      const outcomes = await approveSeveral(office.world, office.owner, wish);
      expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(["approved", "changed", "approved"]);
      await leaveAll(office);
      pass(office, { minutes: 10 });
      const [one, other] = [sentTo(office, vera.to), sentTo(office, wim.to)];
      expect([one.length, other.length]).toEqual([1, 1]);
      const sent = await sentLetters(office.world.database, office.owner);
      expect(hoursBetween(sent.at(-2)!.at, sent.at(-1)!.at) * 3600).toBeGreaterThanOrEqual(90);
    },
  );
});

describe.each(vendors)("%s: a letter that stands among the owner's drafts", (vendor) => {
  let office: WritingOffice;
  beforeAll(async () => {
    office = await officeOf(vendor);
    await write(office);
  });
  const copyTo = (address: string) =>
    lettersIn(office, "drafts").find(({ to }) => to.some((one) => one.address === address))!;
  const approveAndLeave = async (address: string, meanwhile: () => Promise<void> = async () => undefined) => {
    await approve(office, await waitingFor(office, address));
    await meanwhile();
    await leaveAll(office);
    pass(office, { minutes: 5 });
    return sentTo(office, address);
  };

  test("leaves as that draft: no second one is made, and none is left", async () => {
    const before = lettersIn(office, "drafts").length;
    expect(await approveAndLeave(guests.yara.address)).toHaveLength(1);
    await write(office);
    expect(lettersIn(office, "drafts")).toHaveLength(before - 1);
  });

  test("changed there since, it is the owner's: nothing leaves, and their words stand (S7)", async () => {
    const { address } = guests.zeno;
    const sent = await approveAndLeave(address, async () => {
      const { id, content } = copyTo(address);
      expect(content.kind).toBe("raw");
      if (content.kind !== "raw") return;
      const raw = Buffer.from(content.raw.toString("latin1").replace(/^Subject: .*$/m, "Subject: Mine"), "latin1");
      office.account.mailbox.edit(id, { content: { kind: "raw", raw } }, office.clock.now());
    });
    expect([sent, copyTo(address).subject, await last(office, address)]).toEqual([[], "Mine", ["proposed", undefined]]);
  });

  test("sent from there since, it is sent, once", async () => {
    const { address } = guests.abel;
    const sent = await approveAndLeave(address, async () => {
      const drafts = await draftsOf(office);
      const { key } = (await office.world.database
        .selectFrom("written")
        .innerJoin("draft", "draft.follow_up_id", "written.subject_id")
        .select("written.key")
        .where("draft.to_address", "=", address)
        .executeTakeFirstOrThrow())!;
      const found = await drafts.find(key, new AbortController().signal);
      await drafts.send(found!, new AbortController().signal);
      pass(office, { minutes: 1 });
    });
    expect([sent.length, await last(office, address)]).toEqual([1, ["sent", undefined]]);
  });

  test.runIf(once.includes(vendor))("put off, it comes again on that day; skipped, it never does", async () => {
    const { world, owner } = office;
    const { address } = guests.xenia;
    const { draftId } = await waitingFor(office, address);
    expect(await snoozeDraft(world, owner, draftId, "2026-11-21" as never)).toBe("snoozed");
    await refresh(world, owner);
    expect(await last(office, address)).toEqual(["rejected", "R23.snoozed"]);
    pass(office, { hours: 17 });
    await refresh(world, owner);
    const again = await waitingFor(office, address);
    await approve(office, again);
    expect(await skipDraft(world, owner, again.draftId)).toBe("skipped");
    await refresh(world, owner);
    expect([await timersOf(office), await last(office, address)]).toEqual([[], ["rejected", "R41.skipped"]]);
  });
});

describe("an invitation", () => {
  let office: WritingOffice;
  beforeAll(async () => {
    office = await writingOffice("google", [], { others: [guests.sam, guests.noor] });
    for (const address of [priya, guests.sam.address]) await approve(office, await waitingFor(office, address));
    await leaveAll(office);
    await daysPass(11);
  });
  const daysPass = async (count: number) => {
    const { world, owner, accountId, clock } = office;
    pass(office, { hours: 24 * count });
    await patiently(clock, () => scanCalendars(world, owner, accountId, signal));
    await readMail(office);
    await refresh(world, owner);
  };

  test('with "and remind twice" covers its reminders in the words that were shown, with new times, in its thread', async () => {
    const { world, owner } = office;
    const invitation = await waitingFor(office, priya);
    const covered = await whatIsCovered(world, owner, invitation.draftId);
    expect(covered?.nudges.map(({ step }) => step)).toEqual(["nudge", "closing_note"]);
    await approve(office, invitation);
    const { covers } = (await standingApproval(world.database, owner, invitation.draftId))!;
    expect([covers.textHash, covers.times, covers.confirmation?.hash.length]).toEqual([
      invitation.textHash,
      covered?.times,
      64,
    ]);
    await leaveAll(office);
    for (const count of [3, 11]) {
      await daysPass(count);
      await leaveAll(office);
    }
    const [closing, nudge, invited] = sentTo(office, priya);
    expect([invited, nudge, closing].map((one) => one?.subject)).toEqual([
      invitation.subject,
      `Re: ${invitation.subject}`,
      `Re: ${invitation.subject}`,
    ]);
    const [shown, last] = covered!.nudges;
    const firstTime = /^[A-Z][a-z]{2} \d+: .*$/m;
    expect(nudge?.text.split(firstTime)[0]).toBe(shown?.body.split(firstTime)[0]);
    expect(nudge?.text).not.toBe(shown?.body);
    expect(closing?.text).toBe(last?.body);
    const threads = [invited, nudge, closing].map((one) => office.account.mailbox.find(one!.id)?.threadId);
    expect(new Set(threads).size).toBe(1);
    const ways = await world.database.selectFrom("approval").select("way").orderBy("approved_at").execute();
    expect(ways.map(({ way }) => way).slice(-2)).toEqual(["covered", "covered"]);
  });

  test("goes without asking only when its kind was switched on, and never to somebody never written to before", async () => {
    const { world, owner } = office;
    const { kind } = await waitingFor(office, guests.sam.address);
    const choose = () => chooseUnasked(world, owner, { kind: kind as LetterKind, isOn: true });
    expect(await choose()).toBe("too_few");
    await saveSetting(world.database, owner, "policy", { letters: { uneditedApprovalsMin: 1 } }, world.clock.now());
    expect(await choose()).toBe("saved");
    expect(await last(office, guests.sam.address)).toEqual(["approved", undefined]);
    expect(await last(office, guests.noor.address)).toEqual(["proposed", undefined]);
    // Taken back once, it waits for the owner's own hand.
    const letter = (await lettersTo(office, guests.sam.address)).at(-1)!;
    expect(await takeBackApproval(world, owner, letter.draftId)).toBe("taken_back");
    await refresh(world, owner);
    expect(await last(office, guests.sam.address)).toEqual(["proposed", undefined]);
  });
});

test("without an account that may send, an approved letter goes by the owner's hand, and its approval stands", async () => {
  const { world, owner } = await importedOffice();
  await sayOwnerName(world, owner, "Olivia Hart");
  await saveSetting(world.database, owner, "ways", { phone: "+33 1 99 00 12 34" }, world.clock.now());
  const [first] = await world.database
    .selectFrom("draft")
    .select("contact_id")
    .where("state", "=", "proposed")
    .execute();
  await answerWhy(world, owner, first!.contact_id, { why: "the bridge that they plan" });
  const letters = await waitingLetters(world.database, owner);
  const { draftId, to } = letters[0]!;
  const letter = await waitingFor({ world, owner }, to);
  const approved = await approveDraft(world, owner, {
    draftId,
    textHash: letter.textHash,
    withNudges: true,
    way: "page",
  });
  expect([approved.kind, "leavesAt" in approved]).toEqual(["approved", false]);
  await refresh(world, owner);
  expect((await findDraft(world.database, owner, draftId))?.state).toBe("approved");
  expect(await recordSent(world, owner, { draftId, mode: "email" })).toBe("recorded");
  expect((await findDraft(world.database, owner, draftId))?.state).toBe("sent");
  expect((await standingApproval(world.database, owner, draftId))?.way).toBe("page");
});
