import { z } from "zod";
import { answerMerge } from "../../flows/people/answer-merge.ts";
import { readMerges } from "../../store/read/merges.ts";
import { answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { pageIn } from "../query.ts";
import { mergesView } from "../views/merges.ts";

const openMax = 20;
const answeredMax = 50;

export async function listMerges(ask: Ask) {
  const { database } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const open = await readMerges(database, owner, { state: "open", page: pageIn(ask), rowsMax: openMax });
  const { rows: answered } = await readMerges(database, owner, { state: "answered", page: 1, rowsMax: answeredMax });
  const frame = frameOf(ask);
  return answerPage(ask, frame, {
    title: "Are these the same person?",
    place: "people",
    body: mergesView(frame, { open, answered }),
  });
}

const addressesMax = 100;
const address = z.string().min(3).max(320);
const form = z.object({
  // One name of a form that stands there once is no list.
  address: z.union([z.array(address).max(addressesMax), address.transform((one) => [one])]).default([]),
  answer: z.enum(["same", "different", "undecided"]),
  back: z.string().optional(),
});

export async function answer(ask: Ask) {
  const { address: addresses, answer: said, back } = form.parse(await ask.req.parseBody({ all: true }));
  const outcome = await answerMerge(worldOf(ask), ownerIdOf(ask), addresses, said === "undecided" ? undefined : said);
  return goOn(ask, wayBack(back, "/merges"), outcome === "done" ? `merge_${said}` : "not_now");
}
