/**
 * A meeting of several is asked by one offer, answered by each for themselves, and booked together (R11, Q6, Q8), on the real
 * store, adapters and sandbox of both providers.
 */
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { because } from "../../src/domain/because.ts";
import type { GroupMeetingId } from "../../src/domain/ids.ts";
import type { Instant } from "../../src/domain/time.ts";
import { expireOffer } from "../../src/flows/booking/expire-offer.ts";
import { callOffGroup } from "../../src/flows/groups/call-off-group.ts";
import { closeGroup } from "../../src/flows/groups/close-group.ts";
import { keepGroupAnswer } from "../../src/flows/groups/keep-group-answer.ts";
import { remindGroup } from "../../src/flows/groups/remind-group.ts";
import { type GroupSeen, showGroup } from "../../src/flows/groups/show-group.ts";
import { tellForMember } from "../../src/flows/groups/tell-for-member.ts";
import { composeDrafts } from "../../src/flows/letters/compose-drafts.ts";
import { askForGroup, type GroupWay } from "../../src/flows/letters/invite-group.ts";
import { stopContact } from "../../src/flows/lists/stop-contact.ts";
import { addVenue } from "../../src/flows/meeting/save-ways.ts";
import { recordSent } from "../../src/flows/plan/record-sent.ts";
import { refresh } from "../../src/flows/refresh.ts";
import { answerMeeting } from "../../src/sandbox/cloud/meetings.ts";
import { bookingsWith } from "../../src/store/bookings.ts";
import { holdsOf } from "../../src/store/holds.ts";
import { offerOfGroup } from "../../src/store/offers.ts";
import { readInbox } from "../../src/store/read/inbox.ts";
import { answer, answerOf, inWords, poll } from "../support/answering-office.ts";
import { eventsOfOurs, readCalendars } from "../support/booking-office.ts";
import { type PublicOffice, publicOffice } from "../support/public-office.ts";
import { approve, guests, leaveAll, lettersTo, sentTo, waitingFor } from "../support/sending-office.ts";
import { contactOf, type Guest, vendors, type WritingOffice, writingOffice } from "../support/writing-office.ts";
import { ids } from "../web/furnish.ts";
import { furnishWeek } from "../web/furnish-week.ts";

const { sam, noor, tom } = guests;
const odette = { name: "Chez Odette", address: "3 place du Marché", suits: ["lunch" as const], minutesFromBase: 10 };

/** Sam and Noor have to be there, Tom may; all three have their letters. */
async function askedGroup(
  vendor: (typeof vendors)[number],
  way: GroupWay = "lunch",
): Promise<{ office: WritingOffice; groupId: GroupMeetingId }> {
  const office = await writingOffice(vendor, [], { others: [sam, noor, tom] });
  const { world, owner } = office;
  await addVenue(world, owner, odette);
  await readCalendars(office);
  const ids = await Promise.all([sam, noor, tom].map((guest) => contactOf(office, guest)));
  const wanted = { guests: ids, optional: ids.slice(2), about: "harbours", way, starts: [] } as const;
  const asked = await askForGroup(world, owner, wanted);
  if (asked.kind === "refused") throw new Error(asked.because.text);
  for (const { address } of [sam, noor, tom]) {
    const letter = (await lettersTo(office, address)).find(({ kind }) => kind === "group_invitation");
    expect(await approve(office, letter!)).toMatchObject({ kind: "approved" });
  }
  await leaveAll(office, 9);
  await poll(office);
  return { office, groupId: asked.groupId };
}

describe.each(vendors)("%s", (vendor) => {
  let office: WritingOffice;
  let groupId: GroupMeetingId;
  let times: Instant[];
  const seen = async (): Promise<GroupSeen> => (await showGroup(office.world, office.owner, groupId))!;
  const says = async ({ address, name }: Guest, text: string) => {
    await answer(office, text, { from: address, name, invitation: "group_invitation" });
    await poll(office);
    return answerOf(office, name);
  };
  beforeAll(async () => {
    ({ office, groupId } = await askedGroup(vendor));
    times = (await seen()).body.times.map(({ startsAt }) => startsAt);
  });

  test("R11, Q6: three letters make one offer, whose times are held once", async () => {
    const { world, owner } = office;
    const offer = (await offerOfGroup(world.database, owner, groupId))!;
    expect(offer.state).toBe("open");
    const held = (await holdsOf(world.database, owner, offer.offerId)).map(({ startsAt }) => startsAt);
    expect(held).toEqual(times);
    const { rows } = await sql`select from hold where owner_id = ${owner} and state = 'placed'`.execute(world.database);
    expect(rows).toHaveLength(times.length);
    expect((await seen()).members.map(({ name, answer: said }) => [name, said.kind])).toEqual([
      [sam.name, "waiting"],
      [noor.name, "waiting"],
      [tom.name, "waiting"],
    ]);
    expect(sentTo(office, sam.address)[0]?.text).toMatch(/Noor.*Tom/);
  });

  test("M6: each says which times suit; one who has to be there and has not answered is waited for", async () => {
    const both = `${inWords(times[0]!)} and ${inWords(times[1]!)} both work for me.`;
    expect(await says(sam, both)).toMatchObject({ ledTo: "noted", isSettled: true });
    expect(await says(tom, "None of these work for me, sorry.")).toMatchObject({ ledTo: "noted" });
    expect(eventsOfOurs(office)).toEqual([]);
    const { members, come } = await seen();
    expect(members.map(({ answer: said }) => said)).toEqual([
      { kind: "suits", starts: times.slice(0, 2) },
      { kind: "waiting" },
      { kind: "suits", starts: [] },
    ]);
    expect(come).toMatchObject({ kind: "wait", for: [await contactOf(office, noor)] });
  });

  test("Q8: the time that all who are required share is booked once, with them as guests, and confirmed to each", async () => {
    const { world, owner } = office;
    expect(await says(noor, `${inWords(times[1]!)} works for me.`)).toMatchObject({ ledTo: "booked", isSettled: true });
    const events = eventsOfOurs(office);
    expect(events.map(({ time }) => time.kind === "timed" && time.startsAt)).toEqual([times[1]]);
    const invited = events[0]!.attendees.filter(({ organiser }) => organiser !== true).map(({ address }) => address);
    expect(invited.sort()).toEqual([noor.address, sam.address]);
    for (const { address } of [sam, noor]) {
      const [last] = sentTo(office, address);
      expect(last?.subject).toMatch(/^Re: /);
      expect(last?.text).toContain("Chez Odette");
    }
    expect((await seen()).state).toBe("booked");
    const held = await holdsOf(world.database, owner, (await offerOfGroup(world.database, owner, groupId))!.offerId);
    expect(held.map(({ state }) => state)).toEqual(times.map((_, nth) => (nth === 1 ? "converted" : "released")));
    for (const guest of [sam, noor])
      expect(await bookingsWith(world.database, owner, await contactOf(office, guest))).toHaveLength(1);
    expect(await bookingsWith(world.database, owner, await contactOf(office, tom))).toEqual([]);
    // Whom the time does not suit is told, by a letter that waits for its yes.
    await refresh(world, owner);
    expect(await waitingFor(office, tom.address)).toMatchObject({
      kind: "after_decline",
      subject: expect.stringMatching(/^Re: /),
    });
    // Read once more, it is still one meeting.
    await poll(office);
    expect(eventsOfOurs(office)).toHaveLength(1);
  });

  test("R11, Q8: who has to be there and says no in the calendar is put before the owner once; the meeting stands with the others", async () => {
    const { world, owner } = office;
    const [event] = eventsOfOurs(office);
    answerMeeting(office.cloud, event!.uid, sam.address, "declined");
    for (let look = 0; look < 2; look += 1) {
      await readCalendars(office);
      await refresh(world, owner);
    }
    const waits = (await readInbox(world.database, owner, { isSettled: false, max: 10 })).filter(
      ({ source }) => source === "calendar",
    );
    expect(waits).toMatchObject([
      { name: sam.name, meaning: "decline", ledTo: "asked_owner", groupId, text: undefined },
    ]);
    expect(waits[0]!.because.map(({ rule }) => rule)).toEqual(["Q8.declined_there", "R11.needed_there"]);
    const { members, state } = await seen();
    expect([state, members.map(({ answer: said }) => said.kind)]).toEqual(["booked", ["declined", "suits", "suits"]]);
    expect(await bookingsWith(world.database, owner, await contactOf(office, noor))).toHaveLength(1);
    expect(eventsOfOurs(office)).toHaveLength(1);
  });
});

test.each([
  { vendor: "google", by: "meet", room: /^https:\/\/meet\.google\.com\// },
  { vendor: "microsoft", by: "teams", room: /^https:\/\/teams\.microsoft\.com\// },
] as const)(
  "R11, R27: a call of several at $vendor is one event with a room of its own, told to each once it stands",
  async ({ vendor, by, room }) => {
    const { office, groupId } = await askedGroup(vendor, "call");
    const { body } = (await showGroup(office.world, office.owner, groupId))!;
    expect(body.held).toEqual({ by });
    const suits = `${inWords(body.times[0]!.startsAt)} works for me.`;
    // Who may be missing says so first: it is booked with the word of the last who has to be there.
    for (const { name, address } of [tom, sam, noor]) {
      expect(sentTo(office, address)[0]?.text).not.toContain("https://");
      await answer(office, suits, { from: address, name, invitation: "group_invitation" });
      await poll(office);
    }
    const [event, ...others] = eventsOfOurs(office);
    expect(others).toEqual([]);
    expect(event!.link).toMatch(room);
    const invited = event!.attendees.filter(({ organiser }) => organiser !== true).map(({ address }) => address);
    expect(invited.sort()).toEqual([sam, noor, tom].map(({ address }) => address).sort());
    for (const { address } of [sam, noor, tom]) {
      const links = (sentTo(office, address)[0]?.text ?? "").match(/https:\/\/\S+/g);
      expect(links).toEqual([event!.link]);
    }
  },
);

describe("by the owner's hand", () => {
  let office: PublicOffice;
  let groupId: GroupMeetingId;
  let times: Instant[];
  const people = [ids.priya, ids.tomas, ids.quiet];
  const seen = async (): Promise<GroupSeen> => (await showGroup(office.world, office.owner, groupId))!;
  const draftsOf = (kind: string) =>
    office.db
      .selectFrom("draft")
      .select(["draft_id", "contact_id", "state", "subject"])
      .where("owner_id", "=", office.owner)
      .where("kind", "=", kind)
      .orderBy("created_at")
      .orderBy("draft_id")
      .execute();
  const waiting = async (kind: string) => (await draftsOf(kind)).filter(({ state }) => state === "proposed");
  const book = async (startsAt: Instant) => closeGroup(office.world, office.owner, { groupId, startsAt });

  /** A week apart from the one before, as the caps want it; every letter is sent by hand. */
  beforeEach(async () => {
    if (office === undefined) {
      office = await publicOffice();
      await furnishWeek(office.world, office.owner);
      for (const contactId of people)
        await office.db
          .updateTable("contact")
          .set({ greeting_name: "Ada" })
          .where("contact_id", "=", contactId)
          .execute();
      await addVenue(office.world, office.owner, odette);
    } else office.wait({ days: 8 });
    const { world, owner } = office;
    const asked = await askForGroup(world, owner, {
      guests: people,
      optional: [],
      about: "",
      way: "lunch",
      starts: [],
    });
    if (asked.kind === "refused") throw new Error(asked.because.text);
    groupId = asked.groupId;
    times = (await seen()).body.times.map(({ startsAt }) => startsAt);
    for (const { draft_id } of await waiting("group_invitation"))
      expect(await recordSent(world, owner, { draftId: draft_id, mode: "email" })).toBe("recorded");
  });

  test("who has not answered is reminded by a letter in the thread that waits; a word kept by a job that died is gathered by the next", async () => {
    const { world, owner } = office;
    const suits = { kind: "suits", starts: [times[1]!] } as const;
    await tellForMember(world, owner, { groupId, contactId: ids.priya, answer: suits });
    expect(await remindGroup(world, owner, groupId)).toEqual({ reminded: 2 });
    const reminders = await waiting("nudge");
    expect(reminders.map(({ contact_id }) => contact_id).sort()).toEqual([ids.tomas, ids.quiet].sort());
    expect(reminders.every(({ subject }) => subject.startsWith("Re: "))).toBe(true);
    for (const contactId of [ids.tomas, ids.quiet])
      await keepGroupAnswer(world, owner, {
        groupId,
        contactId,
        answer: suits,
        because: because("R11.said_times", "…"),
      });
    expect((await seen()).state).toBe("asking");
    const { offerId } = (await offerOfGroup(world.database, owner, groupId))!;
    await expireOffer(world, owner, offerId);
    expect(await seen()).toMatchObject({ state: "booked", booking: { startsAt: times[1] } });
    // Nobody is reminded of what is settled.
    await composeDrafts(world, owner);
    expect(await waiting("nudge")).toEqual([]);
    expect(await callOffGroup(world, owner, groupId)).toBe("called_off");
    expect(await callOffGroup(world, owner, groupId)).toBe("over");
  });

  test("the owner settles on a time themselves: who can come or has not said is invited, whom it does not suit is told", async () => {
    const { world, owner } = office;
    await tellForMember(world, owner, {
      groupId,
      contactId: ids.priya,
      answer: { kind: "suits", starts: [times[0]!] },
    });
    await tellForMember(world, owner, { groupId, contactId: ids.tomas, answer: { kind: "suits", starts: [] } });
    expect((await seen()).come).toMatchObject({ kind: "ask_owner", about: "no_common_time" });
    expect(await book("2030-01-01T10:00:00.000Z" as Instant)).toEqual({ kind: "not_there" });
    expect(await book(times[0]!)).toMatchObject({ kind: "booked" });
    expect(await book(times[0]!)).toEqual({ kind: "not_there" });
    const [booking] = await bookingsWith(world.database, owner, ids.quiet);
    expect(booking!.body.guests.map(({ address }) => address).sort()).toEqual([
      "ana@quiet.example",
      "priya@acme.example",
    ]);
    await composeDrafts(world, owner);
    expect((await waiting("after_decline")).map(({ contact_id }) => contact_id)).toEqual([ids.tomas]);
    expect(await callOffGroup(world, owner, groupId)).toBe("called_off");
  });

  test("R45: whoever wants no more letters comes to no group, and the owner is asked; its offer lapses with its times", async () => {
    const { world, owner } = office;
    await stopContact(world, owner, { contactId: ids.quiet, source: "owner" });
    expect((await seen()).come).toMatchObject({ kind: "ask_owner", about: "declined" });
    const { offerId, expiresAt } = (await offerOfGroup(world.database, owner, groupId))!;
    office.wait({ milliseconds: Date.parse(expiresAt) - Date.parse(world.clock.now()) });
    await expireOffer(world, owner, offerId);
    expect((await seen()).state).toBe("lapsed");
    expect((await holdsOf(world.database, owner, offerId)).every(({ state }) => state === "released")).toBe(true);
  });
});
