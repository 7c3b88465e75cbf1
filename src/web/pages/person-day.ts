/** What belongs to one person on a day: logging, what to offer, the brief, the note by hand, the card. */
import { z } from "zod";
import { loggedOutcomes } from "../../domain/day/logged.ts";
import type { ContactId, LoggedId } from "../../domain/ids.ts";
import { instantAt, parseDay } from "../../domain/time.ts";
import { logContact, takeBackLogged } from "../../flows/day/log-contact.ts";
import { openBrief } from "../../flows/day/open-brief.ts";
import { openNote } from "../../flows/day/open-note.ts";
import { sayGiveNote, sayPostalAddress } from "../../flows/day/settle-item.ts";
import { writeCard } from "../../flows/day/write-card.ts";
import { answerAbsent, answerFile, answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";
import { briefView } from "../views/brief.ts";
import { noteView } from "../views/note.ts";

const tap = z.string().transform((text, context) => {
  const [mode, outcome] = text.split(":");
  const read = z
    .object({
      mode: z.enum(["in_person", "video", "phone", "email", "text", "social", "post"]),
      outcome: z.enum(loggedOutcomes),
    })
    .safeParse({ mode, outcome });
  if (read.success) return read.data;
  context.addIssue({ code: "custom", message: "not one of the buttons" });
  return z.NEVER;
});

const logForm = z.object({
  tap,
  note: z.string().trim().max(200).default(""),
  /** A day; empty is now. */
  on: z.string().default(""),
  theirs: z.literal("yes").optional(),
  back: z.string().optional(),
});

const noonMinute = 12 * 60;

export async function log(ask: Ask) {
  const { tap: tapped, note, on, theirs, back } = logForm.parse(await ask.req.parseBody());
  const contactId = idIn<ContactId>(ask);
  if (contactId === undefined) return answerAbsent(ask);
  const day = parseDay(on);
  const loggedId = worldOf(ask).ids.next<LoggedId>();
  const outcome = await logContact(worldOf(ask), ownerIdOf(ask), {
    loggedId,
    contactId,
    ...tapped,
    note,
    isTheirs: theirs === "yes",
    ...(day !== undefined && { at: instantAt(ask.var.owner.zone, day, noonMinute) }),
  });
  return outcome === "not_there"
    ? answerAbsent(ask)
    : goOn(ask, wayBack(back, `/people/${contactId}`), "logged", { what: "logged", id: loggedId });
}

const takeBackForm = z.object({ logged: z.uuid() });

export async function takeBack(ask: Ask) {
  const { logged } = takeBackForm.parse(await ask.req.parseBody());
  const outcome = await takeBackLogged(worldOf(ask), ownerIdOf(ask), logged as LoggedId);
  const contactId = idIn<ContactId>(ask);
  return outcome === "not_there" || contactId === undefined
    ? answerAbsent(ask)
    : goOn(ask, `/people/${contactId}#log`, "log_taken_back");
}

const giveForm = z.object({
  give: z.string().trim().max(500).default(""),
  none: z.literal("yes").optional(),
  back: z.string().optional(),
});

/** An empty answer leaves the question open. */
export async function tellGive(ask: Ask) {
  const { give, none, back } = giveForm.parse(await ask.req.parseBody());
  const contactId = idIn<ContactId>(ask);
  if (contactId === undefined) return answerAbsent(ask);
  const here = wayBack(back, `/people/${contactId}`);
  if (give === "" && none === undefined) return goOn(ask, here);
  const said = await sayGiveNote(worldOf(ask), ownerIdOf(ask), contactId, give === "" ? undefined : give);
  return said === "not_there" ? answerAbsent(ask) : goOn(ask, here, give === "" ? "nothing_yet" : "give_kept");
}

const addressForm = z.object({ address: z.string().trim().min(1).max(500) });

export async function tellAddress(ask: Ask) {
  const { address } = addressForm.parse(await ask.req.parseBody());
  const contactId = idIn<ContactId>(ask);
  if (contactId === undefined) return answerAbsent(ask);
  const said = await sayPostalAddress(worldOf(ask), ownerIdOf(ask), contactId, address);
  return said === "not_there" ? answerAbsent(ask) : goOn(ask, `/people/${contactId}/note`, "address_kept");
}

export async function showBrief(ask: Ask) {
  const contactId = idIn<ContactId>(ask);
  const brief = contactId && (await openBrief(worldOf(ask), ownerIdOf(ask), contactId, ask.var.now));
  if (brief === undefined) return answerAbsent(ask);
  return answerPage(ask, frameOf(ask), {
    title: `Before you meet ${brief.name}`,
    place: "today",
    body: briefView(brief),
  });
}

export async function showNote(ask: Ask) {
  const contactId = idIn<ContactId>(ask);
  const found = contactId && (await openNote(worldOf(ask), ownerIdOf(ask), contactId, ask.var.now));
  if (found === undefined) return answerAbsent(ask);
  const frame = frameOf(ask);
  return answerPage(ask, frame, { title: `A note to ${found.name}`, place: "today", body: noteView(frame, found) });
}

/** The person as a file that address books read: `/people/ID/card.vcf`. */
export async function saveCard(ask: Ask) {
  const contactId = idIn<ContactId>(ask);
  const card = contactId && (await writeCard(worldOf(ask), ownerIdOf(ask), contactId));
  if (card === undefined) return answerAbsent(ask);
  return answerFile(ask, { name: card.name, type: "text/vcard; charset=utf-8", content: card.text });
}
