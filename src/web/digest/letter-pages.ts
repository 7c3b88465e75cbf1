/** What a link of the daily mail opens, below `/d` of the public pages (R41): looking changes nothing, one button says yes once. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { nonceFor, pressOnce } from "../../flows/booking/page-nonce.ts";
import { approveBehind, digestLetterPath, type LetterBehind, letterBehind } from "../../flows/digest/digest-links.ts";
import { coversBy } from "../../flows/digest/gather-digest.ts";
import { ownerZone } from "../../flows/owner/owner-of.ts";
import { openVisitGate, type VisitGate } from "../booking/visit-gate.ts";
import { type Ask, type Guard, type WebContext, type WebEnv, worldOf } from "../context.ts";
import { comesFromHere } from "../csrf.ts";
import { visitorOf } from "../door.ts";
import { fieldsOf } from "../fields.ts";
import { approvedWords, letterFrame, letterView, overWords, saidView } from "./letter-view.ts";

/** A nonce, and nothing else. */
const formBytesMax = 1024;

export function digestLetterPages({ world }: WebContext): Hono<WebEnv> {
  const gate = openVisitGate(world.wall);
  const mayLook: Guard = async (ask, next) => (gate.mayLook(visitorOf(ask)) ? next() : answerSaid(ask, tooMany, 429));
  const app = new Hono<WebEnv>();
  app.use(mayLook, bodyLimit({ maxSize: formBytesMax, onError: (ask) => answerSaid(ask, foreign, 413) }));
  app.get("/:token", async (ask) => answerWith(ask, await letterBehind(worldOf(ask), tokenIn(ask))));
  app.post("/:token", (ask) => press(ask, gate));
  app.all("/*", (ask) => answerWith(ask, { state: "unknown" }));
  app.onError((error, ask) => {
    // The path holds the token.
    ask.var.web.world.log.error({ err: error, method: ask.req.method }, "a page of the daily mail failed");
    return answerSaid(ask, stumbled, 500);
  });
  return app;
}

const tooMany = { title: "Too often", text: "Wait some minutes, then open the link again." };
const foreign = {
  title: "This did not come from our page",
  text: "Open the link of the mail again. Nothing was changed.",
};
const stumbled = {
  title: "That went wrong",
  text: "This page stumbled over a mistake of ours. Nothing was half done.",
};

const tokenIn = (ask: Ask): string => ask.req.param("token") ?? "";

async function press(ask: Ask, gate: VisitGate) {
  const world = worldOf(ask);
  const token = tokenIn(ask);
  if (!gate.mayPress(visitorOf(ask), token)) return answerSaid(ask, tooMany, 429);
  if (!comesFromHere(ask)) return answerSaid(ask, foreign, 403);
  const found = await letterBehind(world, token);
  if (found.state !== "open") return answerWith(ask, found);
  const { nonce = "" } = await fieldsOf(ask);
  const { ownerId, draftId } = found.link;
  const pressed = await pressOnce(world, { ownerId, subjectId: draftId }, nonce);
  if (pressed !== "pressed") return answerWith(ask, found, "Press the button once more, please.");
  const answered = await approveBehind(world, token);
  if (answered.state !== "answered") return answerWith(ask, answered);
  return answerSaid(ask, approvedWords(answered.approved, await ownerZone(world, ownerId)), 200);
}

async function answerWith(ask: Ask, found: LetterBehind, note?: string) {
  if (found.state === "unknown") return answerSaid(ask, overWords.unknown, 404);
  if (found.state === "over") return answerSaid(ask, overWords[found.because], 410);
  const { letter, link } = found;
  const world = worldOf(ask);
  const body = letterView({
    letter,
    action: digestLetterPath(tokenIn(ask)),
    nonce: await nonceFor(world, { subjectId: link.draftId }),
    covers: await coversBy(world, link.ownerId, link.draftId),
    ...(note !== undefined && { note }),
  });
  const page = letterFrame(ask.var.assets, { title: "A letter of yours", body });
  return ask.html(page, note === undefined ? 200 : 409);
}

const answerSaid = (
  ask: Ask,
  words: { title: string; text: string },
  status: 200 | 403 | 404 | 410 | 413 | 429 | 500,
) => ask.html(letterFrame(ask.var.assets, { title: words.title, body: saidView(words) }), status);
