/**
 * What comes back in the thread leads to something one poll later (M6, R34, R45), on the real store, adapters and sandbox of
 * both providers. Which words mean what is in test/domain/reply; what a meaning leads to, in test/domain/booking/settle.test.ts.
 */
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, after, dayIn, type Instant, startOfDay } from "../../src/domain/time.ts";
import { scanPeople } from "../../src/flows/accounts/scan-people.ts";
import { confirmInThread } from "../../src/flows/booking/confirm-in-thread.ts";
import { confirmationPreview } from "../../src/flows/booking/confirmation-preview.ts";
import { freeStartsFor } from "../../src/flows/booking/free-starts.ts";
import { offerBehind } from "../../src/flows/booking/offer-link.ts";
import { pageOf } from "../../src/flows/booking/open-page.ts";
import { correctReading } from "../../src/flows/mail/correct-reading.ts";
import { sayOwnWayToCall } from "../../src/flows/meeting/say-call.ts";
import { agreeToTime, timeToAgree } from "../../src/flows/plan/agree-to-time.ts";
import { readPasted } from "../../src/flows/plan/read-pasted.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { showYear } from "../../src/flows/plan/show-year.ts";
import { snoozeDraft } from "../../src/flows/sending/skip-draft.ts";
import { findBooking } from "../../src/store/bookings.ts";
import { offersTo } from "../../src/store/offers.ts";
import { answer, answeringOffice, answerOf, invitationTo, inWords, poll } from "../support/answering-office.ts";
import { eventsOfOurs } from "../support/booking-office.ts";
import { patiently, signal } from "../support/connected-office.ts";
import { office as importedOffice } from "../support/office.ts";
import { provenWorld } from "../support/public-office.ts";
import { guests, lettersTo, sentTo, waitingFor } from "../support/sending-office.ts";
import { paris } from "../support/world-on.ts";
import { contactOf, type Guest, vendors, type WritingOffice } from "../support/writing-office.ts";

const offerOf = async (office: WritingOffice, guest: Guest) =>
  (await offersTo(office.world.database, office.owner, await contactOf(office, guest))).at(-1)!;

/** One of the offered times, from 0. */
const offered = async (office: WritingOffice, guest: Guest, nth: number): Promise<Instant> =>
  (await offerOf(office, guest)).body.times[nth]!.startsAt;

const meetings = (office: WritingOffice, { address }: Guest): Instant[] =>
  eventsOfOurs(office)
    .filter(({ attendees }) => attendees.some((one) => one.address === address))
    .flatMap(({ time }) => (time.kind === "timed" ? [time.startsAt] : []));

const says = async (office: WritingOffice, { address, name }: Guest, text: string) => {
  await answer(office, text, { from: address, name });
  await poll(office);
  return answerOf(office, name);
};

const standing = async (office: WritingOffice, { address }: Guest) =>
  (await lettersTo(office, address))
    .filter(({ state }) => state === "proposed" || state === "approved")
    .map(({ kind }) => kind);

const guestsInvited = 8;

describe.each(vendors)("%s", (vendor) => {
  let office: WritingOffice;
  beforeAll(async () => {
    const isBoth = vendor === vendors[0];
    const invited = isBoth ? Object.values(guests).slice(0, guestsInvited) : [guests.sam];
    const world = ({ world: made, owner }: WritingOffice) => provenWorld(made, owner);
    office = await answeringOffice(vendor, invited, { world });
  });

  test("a plain yes is booked, and confirmed in the thread by the same approval (R34)", async () => {
    const startsAt = await offered(office, guests.sam, 1);
    const came = await says(office, guests.sam, `Thank you, ${inWords(startsAt)} works for me.`);
    expect(came).toMatchObject({ meaning: "accept", ledTo: "booked", isSettled: true });
    expect(meetings(office, guests.sam)).toEqual([startsAt]);
    const [confirmation] = sentTo(office, guests.sam.address);
    expect(confirmation?.subject).toBe("Re: Coffee together?");
    expect(confirmation?.text).toMatch(/on Tuesday 1 December at 12:00, at a place of your choice/);
    expect(confirmation?.inReplyTo).toMatch(/^sam@harbourline.example/);
    // The link of the invitation, behind which it is moved or called off now (Q7).
    const { draftId, body } = await invitationTo(office, guests.sam.address);
    const shown = await confirmationPreview(office.world, office.owner, draftId);
    const links = [body, shown, confirmation?.text].map((text) => text?.match(/https:\/\/\S+/g));
    expect(links).toEqual(links.map(() => [links[0]?.[0]]));
    const behind = await offerBehind(office.world, links[0]![0].slice(-22));
    expect(await pageOf(office.world, behind!)).toMatchObject({ state: "booked", booking: { startsAt } });
    expect((await offerOf(office, guests.sam)).state).toBe("accepted");
    // Read once more, it is still the same meeting and the same letter.
    await poll(office);
    expect([meetings(office, guests.sam).length, sentTo(office, guests.sam.address).length]).toEqual([1, 3]);
  });

  if (vendor !== vendors[0]) return;

  test("the year shows who was asked, who answered and who is booked (R38)", async () => {
    const { asked, answered, booked, held } = (await showYear(office.world, office.owner)).funnel;
    expect([answered, booked, held]).toEqual([1, 1, 0]);
    // And Priya, who is always among them.
    expect(asked).toBe(guestsInvited + 1);
  });

  test("a letter under their address that is not from there is shown, and books nothing", async () => {
    const { address, name } = guests.noor;
    const startsAt = await offered(office, guests.noor, 1);
    const headers = ["Authentication-Results: mx.nordlys.example; spf=fail smtp.mailfrom=globex.example; dmarc=fail"];
    await answer(office, `${inWords(startsAt)} works for me.`, { from: address, name, headers });
    await poll(office);
    const came = await answerOf(office, name);
    expect([came.ledTo, came.isSettled, came.because[0]?.rule]).toEqual(["asked_owner", false, "M6.writer_forged"]);
    expect((await offerOf(office, guests.noor)).state).toBe("open");
    // A stranger in the thread is shown too.
    await answer(office, `${inWords(startsAt)} works for us.`, {
      from: "eve@rival.example",
      name: "Eve Sly",
      to: address,
    });
    await poll(office);
    expect((await answerOf(office, name)).because[0]?.rule).toBe("M6.writer_stranger");
    expect(meetings(office, guests.noor)).toEqual([]);
  });

  test("a free time of theirs waits for the owner, who reads the confirmation before agreeing (R34)", async () => {
    const { world, owner } = office;
    const { offerId, body } = await offerOf(office, guests.noor);
    const { all } = await freeStartsFor(world, owner, offerId);
    const { startsAt } = all.findLast((one) => !body.times.some((time) => time.startsAt === one.startsAt))!;
    const came = await says(office, guests.noor, `Could we do ${inWords(startsAt)} instead?`);
    expect(came).toMatchObject({ meaning: "counter", ledTo: "proposed", proposesAt: startsAt });
    const shown = await timeToAgree(world, owner, came.answerId);
    expect(shown).toMatchObject({ startsAt, endsAt: after(startsAt, { minutes: 45 }) });
    expect(await agreeToTime(world, owner, came.answerId)).toMatchObject({ kind: "booked" });
    expect(await agreeToTime(world, owner, came.answerId)).toEqual({ kind: "not_there" });
    await poll(office);
    expect(meetings(office, guests.noor)).toEqual([startsAt]);
    expect(sentTo(office, guests.noor.address)[0]?.text.trim()).toBe(shown?.confirmation?.trim());
  });

  test("what fits them is offered anew within it, in a letter that waits", async () => {
    const came = await says(office, guests.tom, "None of these, sorry. Not before 15:00, please.");
    expect(came).toMatchObject({ meaning: "constraint", ledTo: "new_times" });
    const letter = await waitingFor(office, guests.tom.address);
    expect([letter.kind, letter.subject]).toEqual(["new_times", expect.stringMatching(/^Re: /)]);
    const lines = letter.body.split("\n").filter((line) => /^\w{3} \d+/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^\w{3} \d+( \w{3})?: 1[5-7]:\d\d-1[5-7]:\d\d$/);
    expect((await offerOf(office, guests.tom)).state).toBe("countered");
  });

  test("an hour that is named and ruled out in one breath books nothing, and a counter-offer is drafted (R34)", async () => {
    const startsAt = await offered(office, guests.uma, 1);
    const came = await says(office, guests.uma, `${inWords(startsAt)} works for me, but not before 16:15.`);
    expect(came).toMatchObject({ ledTo: "new_times" });
    expect(meetings(office, guests.uma)).toEqual([]);
    expect(await standing(office, guests.uma)).toEqual(["new_times"]);
  });

  test("a no ends what was under way; that it was none, the owner says, and it is read anew (R21)", async () => {
    const { world, owner } = office;
    const came = await says(office, guests.vera, "No thank you, I am not interested.");
    expect(came).toMatchObject({ meaning: "decline", ledTo: "stopped", isSettled: true });
    expect((await offerOf(office, guests.vera)).state).toBe("declined");
    expect(await standing(office, guests.vera)).toEqual([]);
    expect(await correctReading(world, owner, came.messageId!, { meaning: "question" })).toBe("done");
    await poll(office);
    expect(await answerOf(office, guests.vera.name)).toMatchObject({ meaning: "question", isSettled: false });
  });

  test("whoever wants no more letters gets none at any address (R45)", async () => {
    await says(office, guests.wim, "Please stop emailing me.");
    const { status } = await office.world.database
      .selectFrom("contact")
      .select("status")
      .where("owner_id", "=", office.owner)
      .where("name", "=", guests.wim.name)
      .executeTakeFirstOrThrow();
    expect([status, await standing(office, guests.wim)]).toEqual(["blocked", []]);
  });

  test("an answer that names two of the times is the owner's to read; a later one is a plain yes", async () => {
    const [one, other] = [await offered(office, guests.xenia, 0), await offered(office, guests.xenia, 2)];
    const came = await says(office, guests.xenia, `${inWords(one)} or ${inWords(other)} would both be possible.`);
    expect([came.ledTo, meetings(office, guests.xenia)]).toEqual(["asked_owner", []]);
    const yes = await says(office, guests.xenia, `So let us take ${inWords(other)}.`);
    expect([yes.ledTo, meetings(office, guests.xenia)]).toEqual(["booked", [other]]);
  });

  test("a letter that came back is failed, says why, and names the other address that is known (M2)", async () => {
    const { address, name } = guests.yara;
    const card = { name, addresses: [address, "yara@home.example"], phones: [], links: [] };
    office.account.book.add({ kind: "contact", card }, office.clock.now());
    await patiently(office.clock, () => scanPeople(office.world, office.owner, office.accountId, signal));
    await poll(office);
    const report = [
      "This is the mail system. Your message could not be delivered.",
      `<${address}>: 550 5.1.1 User unknown`,
    ].join("\r\n");
    const headers = [`X-Failed-Recipients: ${address}`, "Auto-Submitted: auto-replied", "Return-Path: <>"];
    await answer(office, report, {
      from: "mailer-daemon@mx.nordlys.example",
      to: address,
      headers,
      subject: "Undelivered mail",
    });
    await poll(office);
    const came = await answerOf(office, name);
    expect([came.meaning, came.isSettled, came.because.map(({ rule }) => rule)]).toEqual([
      "bounce",
      false,
      ["M2.dead", "M2.other_address"],
    ]);
    expect((await lettersTo(office, address)).at(-1)).toMatchObject({ state: "failed", endedBecause: "M2.dead" });
    expect((await offerOf(office, guests.yara)).state).toBe("withdrawn");
  });

  test("a letter about an answer that is put off is back on that day", async () => {
    const { world, owner, clock } = office;
    const { draftId } = await waitingFor(office, guests.uma.address);
    const tomorrow = addDays(dayIn(paris, clock.now()), 1);
    expect(await snoozeDraft(world, owner, draftId, tomorrow)).toBe("snoozed");
    await poll(office);
    expect(await standing(office, guests.uma)).toEqual([]);
    clock.set(after(startOfDay(paris, tomorrow), { minutes: 1 }));
    await poll(office);
    expect(await standing(office, guests.uma)).toEqual(["new_times"]);
  });

  test("a time that they name after their meeting took place is the owner's to answer, at once", async () => {
    const [startsAt] = meetings(office, guests.sam);
    office.clock.set(after(startsAt!, { hours: 26 }));
    await poll(office);
    const came = await says(office, guests.sam, "That was good. Could we meet again on Friday 11 December at 11:30?");
    expect(came).toMatchObject({ meaning: "counter", isSettled: false });
    expect(came.because.map(({ rule }) => rule)).toContain("Q6.no_offer_stands");
  });
});

test("a pasted reply is read and settled the same way, for an owner without an account (M6, R34)", async () => {
  const { world, owner } = await importedOffice();
  await sayOwnWayToCall(world, owner, "my_link", "https://meet.example/olivia");
  const letter = await world.database
    .selectFrom("draft")
    .select(["draft_id", "contact_id"])
    .where("owner_id", "=", owner)
    .where("state", "=", "proposed")
    .where(sql<boolean>`jsonb_array_length(offer->'times') > 1`)
    .orderBy("draft_id")
    .executeTakeFirstOrThrow();
  await recordSent(world, owner, { draftId: letter.draft_id, mode: "email" });
  const [offer] = await offersTo(world.database, owner, letter.contact_id);
  const { startsAt } = offer!.body.times[1]!;
  const pasted = { contactId: letter.contact_id, text: `Gladly, ${inWords(startsAt)} works for me.` };
  const read = await readPasted(world, owner, pasted);
  if (read.kind !== "read" || read.bookingId === undefined) throw new Error(JSON.stringify(read));
  expect(read.because.map(({ rule }) => rule)).toEqual(["M6.accept", "R34.plain_accept"]);
  expect(await findBooking(world.database, owner, read.bookingId)).toMatchObject({ state: "confirmed", startsAt });
  await confirmInThread(world, owner, read.bookingId);
  const drafts = await world.database
    .selectFrom("draft")
    .select(["kind", "state"])
    .where("owner_id", "=", owner)
    .where("contact_id", "=", letter.contact_id)
    .where("kind", "=", "confirmation")
    .execute();
  expect(drafts).toEqual([{ kind: "confirmation", state: "proposed" }]);
  // Pasted twice, it is the same meeting.
  expect(await readPasted(world, owner, pasted)).toMatchObject({ kind: "read", bookingId: read.bookingId });
  expect(await readPasted(world, owner, { ...pasted, text: "> quoted alone" })).toEqual({ kind: "nothing_written" });
  expect(await readPasted(world, owner, { ...pasted, contactId: owner as never })).toEqual({ kind: "not_there" });
});
