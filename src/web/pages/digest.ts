import { z } from "zod";
import { saveDigestSettings } from "../../flows/digest/save-digest-settings.ts";
import { digestFile, showDigest as digestToday } from "../../flows/digest/show-digest.ts";
import { answerFile, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { digestView } from "../views/digest.ts";

export async function showDigest(ask: Ask, typed?: { at: string }) {
  const frame = frameOf(ask);
  const shown = await digestToday(worldOf(ask), ownerIdOf(ask), ask.var.viewpoint);
  const body = digestView(frame, shown, typed);
  return answerPage(ask, frame, { title: "Daily mail", place: "today", body }, typed === undefined ? 200 : 400);
}

export async function saveDigest(ask: Ask) {
  const { name, content } = await digestFile(worldOf(ask), ownerIdOf(ask), ask.var.viewpoint);
  return answerFile(ask, { name, type: "message/rfc822", content });
}

const form = z.object({ at: z.string(), on: z.literal("yes").optional(), empty: z.literal("yes").optional() });

export async function changeDigest(ask: Ask) {
  const { at, on, empty } = form.parse(await ask.req.parseBody());
  const outcome = await saveDigestSettings(worldOf(ask), ownerIdOf(ask), {
    at,
    isDigestOn: on === "yes",
    isEmptyDigestSent: empty === "yes",
  });
  return outcome === "saved" ? goOn(ask, "/digest", "day_saved") : showDigest(ask, { at });
}
