/** The letters and the owner's own versions of them; a version that is refused stays in the field as it was typed. */
import { z } from "zod";
import type { ContactId } from "../../domain/ids.ts";
import {
  dropOwnVersion,
  type LetterKey,
  letterInUse,
  ownVersions,
  saveOwnVersion,
} from "../../flows/letters/own-version.ts";
import { previewLetter } from "../../flows/letters/preview-letter.ts";
import { thankForNo } from "../../flows/letters/thank-for-no.ts";
import { policyOf } from "../../flows/owner/policy-of.ts";
import { readPeople } from "../../store/read/people.ts";
import { isWrittenIn, letterKinds, locales, voices } from "../../templates/catalogue.ts";
import { wordsOfKind } from "../../templates/template.ts";
import { answerAbsent, answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idOf, oneOf } from "../query.ts";
import { addressOf, letterEditor, letterPreview, lettersView, nameOfKind } from "../views/letters.ts";

/** People to read a letter as written to. */
const peopleMax = 30;

export async function listLetters(ask: Ask) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const { letters } = await policyOf(world, owner);
  const frame = frameOf(ask);
  const parts = { kinds: letterKinds, own: await ownVersions(world, owner), isNoThanked: letters.isNoThanked };
  return answerPage(ask, frame, { title: "Letters", place: "settings", body: lettersView(frame, parts) });
}

const thanksForm = z.object({ thanks: z.literal("yes").optional() });

export async function chooseThanks(ask: Ask) {
  const { thanks } = thanksForm.parse(await ask.req.parseBody());
  await thankForNo(worldOf(ask), ownerIdOf(ask), thanks === "yes");
  return goOn(ask, "/settings/letters", "choice_saved");
}

type Typed = { text: string; person?: ContactId | undefined; trouble?: string };

export async function showLetter(ask: Ask, typed?: Typed) {
  const fields = typed === undefined ? ask.req.query() : await fieldsOf(ask);
  const key = keyIn(ask, fields);
  if (key === undefined) return answerAbsent(ask);
  const world = worldOf(ask);
  const owner = ownerIdOf(ask);
  const inUse = await letterInUse(world, owner, key);
  const text = typed?.text ?? inUse.text;
  const person = typed?.person ?? idOf<ContactId>(fields.person);
  const preview = await previewLetter(world, owner, {
    ...key,
    text,
    ...(person !== undefined && { contactId: person }),
  });
  const { rows } = await readPeople(world.database, owner, {
    search: "",
    filter: "all",
    order: "closeness",
    seek: { to: "start" },
    rowsMax: peopleMax,
    now: ask.var.now,
    zone: ask.var.owner.zone,
  });
  const frame = frameOf(ask);
  const body = letterEditor(frame, {
    key,
    text,
    isOwn: inUse.isOwn,
    preview,
    people: rows,
    ...wordsOfKind(key.kind),
    ...(person !== undefined && { person }),
    ...(typed?.trouble !== undefined && { trouble: typed.trouble }),
  });
  const status = typed?.trouble === undefined ? 200 : 400;
  return answerPage(ask, frame, { title: nameOfKind(key.kind), place: "settings", body }, status);
}

export async function saveLetterText(ask: Ask) {
  const fields = await fieldsOf(ask);
  const key = keyIn(ask, fields);
  if (key === undefined) return answerAbsent(ask);
  const { text, person } = typedIn(fields);
  const saved = await saveOwnVersion(worldOf(ask), ownerIdOf(ask), key, text);
  if (saved.kind === "refused") return showLetter(ask, { text, person, trouble: saved.says });
  return goOn(ask, addressOf(key), "letter_saved");
}

/** Without a script: the same page with the text as it stands in the field, and how it reads. */
export async function lookAtLetterText(ask: Ask) {
  return showLetter(ask, typedIn(await fieldsOf(ask)));
}

/** With a script: how it reads alone. */
export async function showPreview(ask: Ask) {
  const fields = await fieldsOf(ask);
  const key = keyIn(ask, fields);
  if (key === undefined) return answerAbsent(ask);
  const { text, person } = typedIn(fields);
  const wanted = { ...key, text, ...(person !== undefined && { contactId: person }) };
  return ask.html(letterPreview(frameOf(ask), await previewLetter(worldOf(ask), ownerIdOf(ask), wanted)));
}

export async function backToOurs(ask: Ask) {
  const key = keyIn(ask, await fieldsOf(ask));
  if (key === undefined) return answerAbsent(ask);
  await dropOwnVersion(worldOf(ask), ownerIdOf(ask), key);
  return goOn(ask, addressOf(key), "letter_ours");
}

type Fields = Readonly<Record<string, string>>;

const fieldsOf = async (ask: Ask): Promise<Fields> => z.record(z.string(), z.string()).parse(await ask.req.parseBody());

const typedIn = (fields: Fields): { text: string; person: ContactId | undefined } => ({
  text: (fields.text ?? "").replaceAll("\r\n", "\n"),
  person: idOf<ContactId>(fields.person),
});

/** Undefined when there is no such letter. */
function keyIn(ask: Ask, fields: Fields): LetterKey | undefined {
  const kind = letterKinds.find((one) => one === ask.req.param("kind"));
  const voice = oneOf(voices, fields.voice);
  const locale = oneOf(locales, fields.locale);
  return kind === undefined || !isWrittenIn(kind, voice) ? undefined : { kind, voice, locale };
}
