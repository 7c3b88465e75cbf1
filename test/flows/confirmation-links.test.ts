/**
 * When a link that was shown in a confirmation is not there as it is to leave: one of ours that nobody outside can open then (Q5), or
 * that of a call which the calendar makes later (R27). On the real store, adapters and sandbox.
 */
import { beforeAll, expect, test } from "vitest";
import type { StandingOffer } from "../../src/domain/booking/offer.ts";
import { scanPeople } from "../../src/flows/accounts/scan-people.ts";
import { confirmationPreview } from "../../src/flows/booking/confirmation-preview.ts";
import { freeStartsFor } from "../../src/flows/booking/free-starts.ts";
import { provePublicAddress } from "../../src/flows/booking/public-address.ts";
import { linkToCome } from "../../src/flows/letters/confirm-meeting.ts";
import { agreeToTime, timeToAgree } from "../../src/flows/plan/agree-to-time.ts";
import { offersTo } from "../../src/store/offers.ts";
import { answer, answeringOffice, answerOf, invitationTo, inWords, poll } from "../support/answering-office.ts";
import { eventsOfOurs } from "../support/booking-office.ts";
import { patiently, signal } from "../support/connected-office.ts";
import { provenWorld } from "../support/public-office.ts";
import { guests, priya, sentTo, waitingFor } from "../support/sending-office.ts";
import { contactOf, type Guest, pass, type WritingOffice } from "../support/writing-office.ts";

const { tom } = guests;
/** She is always among them. */
const priyaNair = { name: "Priya Nair", address: priya };

const anyLink = /https:\/\/\S+/g;

let office: WritingOffice;
let isReached = true;
beforeAll(async () => {
  office = await answeringOffice("google", [tom], {
    world: async ({ world, owner, account, accountId, clock }) => {
      const card = { name: tom.name, addresses: [tom.address], phones: ["+49 30 5550 1704"], links: [] };
      account.book.add({ kind: "contact", card }, clock.now());
      await patiently(clock, () => scanPeople(world, owner, accountId, signal));
      return provenWorld(world, owner, () => isReached);
    },
  });
});

const linksIn = (text: string | undefined): string[] => text?.match(anyLink) ?? [];

const offerOf = async (guest: Guest): Promise<StandingOffer> =>
  (await offersTo(office.world.database, office.owner, await contactOf(office, guest))).at(-1)!;

async function says({ address, name }: Guest, text: string, invitation?: string) {
  await answer(office, text, { from: address, name, ...(invitation !== undefined && { invitation }) });
  await poll(office);
  return answerOf(office, name);
}

/** The newest letter to them, as it left. */
const lastTo = ({ address }: Guest): string | undefined => sentTo(office, address)[0]?.text;

test("of a call with somebody abroad it waits for the link of the calendar, and carries it in the place shown for it (R27)", async () => {
  const { draftId } = await invitationTo(office, tom.address, "call");
  const shown = (await confirmationPreview(office.world, office.owner, draftId))?.trim();
  const linkMade = () =>
    eventsOfOurs(office).find(({ attendees }) => attendees.some(({ address }) => address === tom.address))?.link;
  office.cloud.meetAfterSeconds = 3600;
  const [first] = (await offerOf(tom)).body.times;
  await says(tom, `${inWords(first!.startsAt)} is good.`, "call");
  expect([linkMade(), (await waitingFor(office, tom.address)).kind]).toEqual([undefined, "confirmation"]);
  pass(office, { hours: 2 });
  await poll(office);
  expect(linkMade()).toMatch(/^https:\/\/meet\.google\.com\//);
  expect(lastTo(tom)?.trim()).toBe(shown?.replace(linkToCome, linkMade()!));
});

test("of a time of theirs it leaves as agreed to, without that line while nobody outside reaches the page (Q5, R34)", async () => {
  const { world, owner } = office;
  const [link] = linksIn((await invitationTo(office, priyaNair.address)).body);
  const { offerId, body } = await offerOf(priyaNair);
  const { all } = await freeStartsFor(world, owner, offerId);
  const { startsAt } = all.findLast((one) => !body.times.some((time) => time.startsAt === one.startsAt))!;
  const { answerId } = await says(priyaNair, `Could we do ${inWords(startsAt)} instead?`);
  const shown = (await timeToAgree(world, owner, answerId))?.confirmation;
  expect(linksIn(shown)).toEqual([link]);
  isReached = false;
  await provePublicAddress(world, owner, signal);
  await agreeToTime(world, owner, answerId);
  await poll(office);
  const paragraphs = shown!.trim().split("\n\n");
  expect(paragraphs).toHaveLength(5);
  expect(lastTo(priyaNair)?.trim().split("\n\n")).toEqual(paragraphs.filter((one) => linksIn(one).length === 0));
});
