import { z } from "zod";
import { correctSender } from "../../flows/people/correct-sender.ts";
import { readNotPeople, readUnsure } from "../../store/read/senders.ts";
import { answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { pageIn, searchIn } from "../query.ts";
import { notPeopleView, unsureView } from "../views/senders.ts";

const rowsMax = 50;

const lists = {
  notPeople: { read: readNotPeople, view: notPeopleView, title: "Not people", place: "people" },
  unsure: { read: readUnsure, view: unsureView, title: "Person or machine?", place: "people" },
} as const;

export const listNotPeople = (ask: Ask) => show(ask, lists.notPeople);
export const listUnsure = (ask: Ask) => show(ask, lists.unsure);

async function show(ask: Ask, { read, view, title, place }: (typeof lists)[keyof typeof lists]) {
  const search = searchIn(ask);
  const page = await read(worldOf(ask).database, ownerIdOf(ask), { search, page: pageIn(ask), rowsMax });
  const frame = frameOf(ask);
  return answerPage(ask, frame, { title, place, body: view(frame, { page, search }) });
}

const form = z.object({
  address: z.string().min(3).max(320),
  as: z.enum(["person", "machine", "ignored", "undecided"]),
  back: z.string().optional(),
});

export async function correct(ask: Ask) {
  const { address, as, back } = form.parse(await ask.req.parseBody());
  await correctSender(worldOf(ask), ownerIdOf(ask), address, as === "undecided" ? undefined : as);
  return goOn(ask, wayBack(back, "/not-people"), `corrected_${as}`);
}
