import { z } from "zod";
import { askToErase, wordToConfirm } from "../../flows/privacy/erase-everything.ts";
import { readHoldings } from "../../store/read/holdings.ts";
import { answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type EraseTyped, eraseView, erasingPath } from "../views/privacy-erase.ts";

export async function showErase(ask: Ask, typed?: EraseTyped) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const frame = frameOf(ask);
  const body = eraseView(frame, {
    word: await wordToConfirm(world, owner),
    holdings: await readHoldings(world.database, owner, ask.var.now),
    ...(typed !== undefined && { typed }),
  });
  return answerPage(
    ask,
    frame,
    { title: "Erase everything", place: "settings", body },
    typed === undefined ? 200 : 400,
  );
}

const ticked = z.literal("yes").optional();
const form = z.object({ confirm: z.string().max(320), clearsAccounts: ticked, keepsStops: ticked });

export async function askErase(ask: Ask) {
  const fields = form.parse(await ask.req.parseBody());
  const wish = { clearsAccounts: fields.clearsAccounts === "yes", keepsStops: fields.keepsStops === "yes" };
  const outcome = await askToErase(worldOf(ask), ownerIdOf(ask), { typed: fields.confirm, ...wish });
  if (outcome === "last_operator") return showErase(ask, { confirm: fields.confirm, ...wish, isLastOperator: true });
  return outcome === "begun" ? goOn(ask, erasingPath) : showErase(ask, { confirm: fields.confirm, ...wish });
}

/** Reached once nothing is erased any more: to the first page. */
export const erased = (ask: Ask) =>
  ask.req.header("hx-request") === undefined ? ask.redirect("/", 303) : ask.body(null, 200, { "HX-Redirect": "/" });
