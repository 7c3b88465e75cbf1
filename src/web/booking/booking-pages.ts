/** The public booking pages below `/b`: no session, no cookie, nothing of the owner's pages. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Guard, WebContext, WebEnv } from "../context.ts";
import { visitorOf } from "../door.ts";
import * as acts from "./acts.ts";
import { answerInstance, answerTold, answerWith, showMove, showPage } from "./look.ts";
import { saveMeeting } from "./meeting-file.ts";
import { openOnce } from "./once.ts";
import type { Outcome } from "./outcome.ts";
import { type Presses, pressing } from "./press.ts";
import { openVisitGate } from "./visit-gate.ts";

/** A message of some paragraphs, in a script whose letters take three bytes each. */
const formBytesMax = 16 * 1024;

export function bookingPages({ world }: WebContext): Hono<WebEnv> {
  const gate = openVisitGate(world.wall);
  const presses: Presses = { gate, once: openOnce<Outcome>() };
  const mayLook: Guard = async (ask, next) => (gate.mayLook(visitorOf(ask)) ? next() : answerTold(ask, "tooMany", 429));
  const app = new Hono<WebEnv>();
  app.use(notIndexed, compress(), mayLook, limitForms);
  app.get("/instance", answerInstance);
  app.get("/:token", showPage);
  app.get("/:token/move", showMove);
  app.get("/:token/meeting.ics", saveMeeting);
  app.post("/:token/book", pressing(presses, acts.book));
  app.post("/:token/move", pressing(presses, acts.move));
  app.post("/:token/call-off", pressing(presses, acts.callOff));
  app.post("/:token/suits", pressing(presses, acts.sayTimes));
  app.post("/:token/words", pressing(presses, acts.write));
  // Of every other address below as of an unknown link.
  app.all("/*", (ask) => answerWith(ask, { state: "unknown" }));
  app.onError((error, ask) => {
    // The path holds the token.
    ask.var.web.world.log.error({ err: error, method: ask.req.method }, "a public page failed");
    return answerTold(ask, "stumbled", 500);
  });
  return app;
}

const notIndexed: Guard = async (ask, next) => {
  await next();
  ask.header("X-Robots-Tag", "noindex, nofollow");
};

const limitForms = bodyLimit({ maxSize: formBytesMax, onError: (ask) => answerTold(ask, "tooLong", 413) });
