/** The buttons of the public pages (Q7): each works once, from a page of ours that somebody had the time to read. */

import type { LinkedOffer } from "../../flows/booking/offer-link.ts";
import { offerBehind } from "../../flows/booking/offer-link.ts";
import { pageOf } from "../../flows/booking/open-page.ts";
import { pressOnce } from "../../flows/booking/page-nonce.ts";
import { type Ask, worldOf } from "../context.ts";
import { comesFromHere } from "../csrf.ts";
import { visitorOf } from "../door.ts";
import { type Fields, fieldsOf } from "../fields.ts";
import { answerMove, answerTold, answerWith, seenOf, tokenIn } from "./look.ts";
import type { Once } from "./once.ts";
import type { Outcome } from "./outcome.ts";
import type { VisitGate } from "./visit-gate.ts";

/** What a button does for the offer behind a link. */
export type Act = (ask: Ask, link: LinkedOffer, fields: Fields) => Promise<Outcome>;

export type Presses = { gate: VisitGate; once: Once<Outcome> };

export const pressing =
  ({ gate, once }: Presses, act: Act) =>
  async (ask: Ask) => {
    const token = tokenIn(ask);
    if (!gate.mayPress(visitorOf(ask), token)) return answerTold(ask, "tooMany", 429);
    if (!comesFromHere(ask)) return answerTold(ask, "foreign", 403);
    const world = worldOf(ask);
    const link = await offerBehind(world, token);
    if (link === undefined) return answerWith(ask, { state: "unknown" });
    const fields = await fieldsOf(ask);
    const { nonce = "" } = fields;
    const outcome = await once(`${token}/${nonce}`, async () => {
      const pressed = await pressOnce(world, { ...link, subjectId: link.offerId }, nonce);
      if (pressed === "pressed") return act(ask, link, fields);
      return pressed === "pressed_before" ? { kind: "done" } : { kind: "again", ...typedIn(fields) };
    });
    return answerOutcome(ask, link, outcome);
  };

const typedIn = ({ message }: Fields) => (message === undefined ? {} : { message });

/** After something was done the page is asked for anew: going back or loading again does nothing twice. */
async function answerOutcome(ask: Ask, link: LinkedOffer, outcome: Outcome) {
  const page = await pageOf(worldOf(ask), link);
  const seen = seenOf(ask, page);
  const { words } = seen;
  switch (outcome.kind) {
    case "done":
      return ask.redirect(seen.at(""), 303);
    case "again": {
      const { message } = outcome;
      return answerWith(ask, page, { status: 409, note: words.again, ...(message !== undefined && { message }) });
    }
    case "taken": {
      const taken = { status: 409, note: words.taken, nearest: outcome.instead } as const;
      return page.state === "booked" && page.isShared !== true
        ? answerMove(ask, page, taken)
        : answerWith(ask, page, taken);
    }
    case "nothing_written":
      return answerWith(ask, page, { status: 409, note: words.nothingWritten });
    case "too_long":
      return answerTold(ask, "tooLong", 413, page);
    case "thanked":
      return answerTold(ask, "thanks", 200, page);
    case "called_off":
      return answerTold(ask, "calledOff", 200, page);
  }
}
