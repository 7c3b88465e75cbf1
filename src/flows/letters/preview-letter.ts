/** A letter as a template would write it to one person now, for looking at: nothing is stored. */
import type { ContactId, FollowUpId, OwnerId } from "../../domain/ids.ts";
import type { DueFollowUp } from "../../store/follow-ups.ts";
import {
  catalogue,
  type FactName,
  type LetterFacts,
  type LetterKind,
  type Locale,
  namesNeeded,
  type Voice,
} from "../../templates/catalogue.ts";
import { isKnown } from "../../templates/choose-variant.ts";
import { exampleFacts } from "../../templates/example-facts.ts";
import { shippedFrame } from "../../templates/letter-files.ts";
import { type LintFinding, lintLetter } from "../../templates/lint.ts";
import { type Letter, renderLetter } from "../../templates/render.ts";
import { onFrame, readTemplate, TemplateError } from "../../templates/template.ts";
import { circleOf } from "../circle.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { deskOf } from "./desk.ts";
import { factsFor } from "./facts-for-letter.ts";
import { wayToMeet } from "./way-to-meet.ts";
import { aboutLetter, lintContext, missingQuestion } from "./write-letter.ts";

export type PreviewWanted = { kind: LetterKind; voice: Voice; locale: Locale; text: string; contactId?: ContactId };

export type Preview =
  | {
      kind: "letter";
      name: string;
      letter: Letter;
      findings: readonly LintFinding[];
      /** Words that are not known of the person and were filled with an example. */
      examples: readonly FactName[];
    }
  /** The facts do not make a letter. */
  | { kind: "refused"; name: string; question: string }
  /** The text cannot be read as a template; `says` names section and line. */
  | { kind: "unusable"; says: string };

/** On the person asked for, else on an example. What the kind needs and nobody knows is filled with an example and named. */
export async function previewLetter(world: World, owner: OwnerId, wanted: PreviewWanted): Promise<Preview> {
  const { kind, voice, locale, text, contactId } = wanted;
  try {
    const template = onFrame(readTemplate(kind, text), shippedFrame(voice, locale));
    const person = contactId === undefined ? undefined : await personFor(world, owner, { ...wanted, contactId });
    const { name, known, lint } = person ?? exampleFor(kind, locale);
    const { facts, examples } = withExamples(kind, locale, known);
    const rendered = renderLetter({ kind, template, facts, seed: contactId ?? name });
    if (rendered.kind === "refused")
      return { kind: "refused", name, question: missingQuestion(rendered.missing, { name }) };
    return { kind: "letter", name, letter: rendered.letter, findings: lint(rendered.letter, facts), examples };
  } catch (error) {
    if (error instanceof TemplateError) return { kind: "unusable", says: error.message };
    throw error;
  }
}

type Person = { name: string; known: LetterFacts; lint: (letter: Letter, facts: LetterFacts) => LintFinding[] };

async function personFor(
  world: World,
  owner: OwnerId,
  { kind, voice, locale, contactId }: PreviewWanted & { contactId: ContactId },
): Promise<Person | undefined> {
  const circle = await circleOf(world, await ownerView(world, owner));
  const contact = circle.contacts.get(contactId);
  if (contact === undefined) return undefined;
  const desk = await deskOf(world, circle);
  const { now } = desk;
  const interactions = circle.interactions.get(contactId) ?? [];
  const meeting = kind === "lunch" || kind === "coffee" || kind === "call" || kind === "advice_call" ? kind : undefined;
  const way = wayToMeet(contact, interactions, { locale, voice, ...(meeting !== undefined && { meeting }) }, desk);
  const followUp: DueFollowUp = {
    followUpId: contactId as string as FollowUpId,
    contactId,
    kind: "meet_by",
    dueAt: now,
    deadlineAt: undefined,
    because: [],
    way: "letter",
  };
  const about = aboutLetter({ followUp, contact, interactions, kind, voice, locale, way }, desk);
  const to = contact.addresses[0] ?? "";
  return {
    name: contact.name,
    known: factsFor(about, desk),
    lint: (letter, facts) => lintLetter(letter, lintContext(about, facts, to, desk)),
  };
}

function exampleFor(kind: LetterKind, locale: Locale): Person {
  const known = exampleFacts(locale);
  const { fullName = "", greetingName = "", ownerName = "", times = [] } = known;
  return {
    name: fullName,
    known,
    lint: (letter) => lintLetter(letter, { kind, locale, to: "priya@acme.example", greetingName, ownerName, times }),
  };
}

/** Only what the kind cannot do without is made up. */
function withExamples(
  kind: LetterKind,
  locale: Locale,
  known: LetterFacts,
): { facts: LetterFacts; examples: FactName[] } {
  const { needs, needsOneOf } = catalogue[kind];
  const absent = [...namesNeeded, ...needs].filter((name) => !isKnown(known, name));
  const tellsNothing = needsOneOf.length > 0 && !needsOneOf.some((name) => isKnown(known, name));
  const examples = [...absent, ...(tellsNothing ? needsOneOf.slice(0, 1) : [])];
  const all = exampleFacts(locale);
  return { facts: { ...Object.fromEntries(examples.map((name) => [name, all[name]])), ...known }, examples };
}
