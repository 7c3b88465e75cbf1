/** The public pages that are looked at. None of them changes anything: programs open every link of a mail. */

import { type FreeSlot, freeStartsFor } from "../../flows/booking/free-starts.ts";
import { openPage, type PublicPage } from "../../flows/booking/open-page.ts";
import { nonceFor } from "../../flows/booking/page-nonce.ts";
import { answerChallenge } from "../../flows/booking/public-address.ts";
import { type Ask, worldOf } from "../context.ts";
import type { Html } from "../views/html.ts";
import { askedView } from "./asked-view.ts";
import { bookedView } from "./booked-view.ts";
import { type PublicParts, publicFrame } from "./frame.ts";
import { hostOf, titleOf } from "./invitation-view.ts";
import { type ChoiceParts, moveView, openView } from "./open-view.ts";
import { type Seen, seenBy } from "./seen.ts";
import { toldView } from "./told-view.ts";

/** `/b/TOKEN`: the times to pick from, or what was picked. */
export async function showPage(ask: Ask) {
  return answerWith(ask, await openPage(worldOf(ask), tokenIn(ask)), { page: "" });
}

/** `/b/TOKEN/move`: other times for a meeting that stands. */
export async function showMove(ask: Ask) {
  const page = await openPage(worldOf(ask), tokenIn(ask));
  return page.state === "booked" && page.isShared !== true
    ? answerMove(ask, page, { page: "move" })
    : answerWith(ask, page, { page: "" });
}

export const tokenIn = (ask: Ask): string => ask.req.param("token") ?? "";

/** By the guest's own clock, else the one that the letter went by. */
export const seenOf = (ask: Ask, page: PublicPage): Seen =>
  isStanding(page)
    ? seenBy(ask, {
        locale: page.invitation.offer.locale,
        zone: page.invitation.offer.readersZone ?? page.invitation.hostsZone,
      })
    : seenBy(ask, page.state === "over" ? { locale: page.locale } : {});

type Standing = Exclude<PublicPage, { state: "unknown" | "over" }>;
const isStanding = (page: PublicPage): page is Standing => page.state !== "unknown" && page.state !== "over";

type Manner = { status?: 200 | 409 } & Pick<PublicParts, "page"> & Pick<ChoiceParts, "note" | "nearest" | "message">;

/** A page as it stands now. What is unknown and what is over look alike. */
export async function answerWith(ask: Ask, page: PublicPage, manner: Manner = {}) {
  const seen = seenOf(ask, page);
  if (page.state === "unknown" || page.state === "over") return answerGone(ask, seen, page.state);
  const { status, page: itself, ...said } = manner;
  const { invitation } = page;
  const nonce = await nonceFor(worldOf(ask), { subjectId: invitation.link.offerId });
  const body = bodyOf(page, { nonce, ...said }, seen);
  return answerFramed(ask, seen, { title: titleOf(invitation, seen), body, page: itself }, status);
}

function bodyOf(page: Standing, parts: { nonce: string } & Omit<Manner, "status" | "page">, seen: Seen): Html {
  const { invitation } = page;
  switch (page.state) {
    case "open":
      return openView({ invitation, named: page.named, all: page.all, ...parts }, seen);
    case "asked":
      return askedView({ invitation, times: page.times, said: page.said, ...parts }, seen);
    case "booked":
      return bookedView({ invitation, booking: page.booking, isShared: page.isShared === true, ...parts }, seen);
  }
}

/** Every other time that a meeting may move to. */
export async function answerMove(ask: Ask, page: Extract<PublicPage, { state: "booked" }>, manner: Manner = {}) {
  const { status, page: itself, ...said } = manner;
  const { invitation, booking } = page;
  const { ownerId, offerId } = invitation.link;
  const { named, all } = await freeStartsFor(worldOf(ask), ownerId, offerId);
  const isOther = ({ startsAt }: FreeSlot) => startsAt !== booking.startsAt;
  const nonce = await nonceFor(worldOf(ask), { subjectId: invitation.link.offerId });
  const choice = { invitation, nonce, named: named.filter(isOther), all: all.filter(isOther), ...said };
  const seen = seenOf(ask, page);
  return answerFramed(
    ask,
    seen,
    { title: titleOf(invitation, seen), body: moveView(choice, seen), page: itself },
    status,
  );
}

type Framed = Omit<PublicParts, "page"> & { page?: PublicParts["page"] | undefined };

const answerFramed = (ask: Ask, seen: Seen, { page, ...parts }: Framed, status: Status = 200) =>
  ask.html(publicFrame(ask.var.assets, seen, { ...parts, ...(page !== undefined && { page }) }), status);

type Status = 200 | 403 | 404 | 409 | 410 | 413 | 429 | 500;

/** A short page of these words, which leads back to the link where that leads somewhere. */
export function answerTold(
  ask: Ask,
  what: "thanks" | "calledOff" | "tooMany" | "foreign" | "tooLong" | "stumbled",
  status: Status,
  page: PublicPage = { state: "unknown" },
) {
  const seen = seenOf(ask, page);
  const title = seen.words[what];
  const help = seen.words[`${what}Help`];
  const isKnown = isStanding(page);
  const text = typeof help === "string" ? help : help(isKnown ? hostOf(page.invitation, seen) : seen.words.host);
  const onward = { href: seen.at(""), name: what === "calledOff" ? seen.words.pickAgain : seen.words.back };
  const body = toldView({ title, text, ...((isKnown || what === "foreign" || what === "tooMany") && { onward }) });
  return answerFramed(ask, seen, { title, body }, status);
}

function answerGone(ask: Ask, seen: Seen, state: "unknown" | "over") {
  const { gone: title, goneHelp: text } = seen.words;
  return answerFramed(ask, seen, { title, body: toldView({ title, text }) }, state === "over" ? 410 : 404);
}

/** `/b/instance`: proves to ourselves that we are who answers at the public address. */
export async function answerInstance(ask: Ask) {
  const answer = await answerChallenge(worldOf(ask), ask.req.query("challenge") ?? "");
  return answer === undefined ? ask.text("Not found.", 404) : ask.text(answer);
}
