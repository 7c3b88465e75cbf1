import { z } from "zod";
import { normaliseAddress } from "../../domain/contact/address.ts";
import type { ContactId } from "../../domain/ids.ts";
import { lookAtPerson } from "../../flows/lists/look-at-person.ts";
import { policyOf } from "../../flows/owner/policy-of.ts";
import { sayGreeting } from "../../flows/owner/say-names.ts";
import { answerWhy } from "../../flows/people/answer-why.ts";
import { splitRule } from "../../flows/people/split-person.ts";
import { useAddressAgain } from "../../flows/people/use-address-again.ts";
import { readBookingsWith, readHolds } from "../../store/read/bookings.ts";
import { readFactsAbout } from "../../store/read/facts.ts";
import { readLogged } from "../../store/read/logged.ts";
import { countOpenMerges, readMerges } from "../../store/read/merges.ts";
import { countErased } from "../../store/read/open-ends.ts";
import { readOutbox } from "../../store/read/outbox.ts";
import { countMax, countPeople, peopleOrders, readPeople } from "../../store/read/people.ts";
import { countFilters, peopleFilters } from "../../store/read/people-filters.ts";
import { readDecisions, readFollowUps, readPerson, readTimeline, readWhyGuesses } from "../../store/read/person.ts";
import { readRecords } from "../../store/read/records.ts";
import { readSenders } from "../../store/read/senders.ts";
import { answerAbsent, answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { fieldsOf } from "../fields.ts";
import { idIn, oneOf, pageIn, searchIn, seekIn } from "../query.ts";
import type { PastedTyped } from "../views/pasted-reply.ts";
import { peopleView } from "../views/people.ts";
import { personView } from "../views/person.ts";
import type { ChoicesTyped } from "../views/person-choices.ts";
import { whyAgainView } from "../views/why-again.ts";
import { lettersOnPage } from "./letters-on-page.ts";

const peopleMax = 40;
const interactionsMax = 30;
const mergesMax = 3;
const recordsMax = 50;
const bookingsMax = 20;
const lettersMax = 10;

export async function listPeople(ask: Ask) {
  const { database } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const order = oneOf(peopleOrders, ask.req.query("order"));
  const filter = oneOf(peopleFilters, ask.req.query("show"));
  const search = searchIn(ask);
  const view = { now: ask.var.now, zone: ask.var.owner.zone };
  const wanted = { search, filter, order, seek: seekIn<ContactId>(ask), rowsMax: peopleMax, ...view };
  const frame = frameOf(ask);
  const body = peopleView(frame, {
    page: await readPeople(database, owner, wanted),
    found: await countPeople(database, owner, wanted),
    counts: await countFilters(database, owner, view, countMax),
    questions: await countOpenMerges(database, owner),
    erased: await countErased(database, owner),
    filter,
    search,
    order,
  });
  return answerPage(ask, frame, { title: "People", place: "people", body });
}

/** A form that was refused: choices, or a reply that was pasted. */
type PersonTyped = { choices?: ChoicesTyped; pasted?: PastedTyped };

export async function showPerson(ask: Ask, typed?: PersonTyped) {
  const { database } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const id = idIn<ContactId>(ask);
  const person = id === undefined ? undefined : await readPerson(database, owner, id);
  if (person === undefined) return answerAbsent(ask);
  const frame = frameOf(ask);
  const followUps = await readFollowUps(database, owner, person.contactId);
  const body = personView(frame, {
    person,
    followUps,
    letters: await lettersOnPage(
      ask,
      followUps.map(({ draft }) => draft),
    ),
    records: await readRecords(database, owner, person.contactId, recordsMax),
    meetings: {
      bookings: await readBookingsWith(database, owner, person.contactId, bookingsMax),
      holds: await readHolds(database, owner, { now: ask.var.now, contact: person.contactId, rowsMax: bookingsMax }),
    },
    decisions: await readDecisions(database, owner, person.contactId),
    senders: await readSenders(
      database,
      owner,
      person.identities.map(({ value }) => value),
    ),
    timeline: await readTimeline(database, owner, person.contactId, { page: pageIn(ask), rowsMax: interactionsMax }),
    merges: (
      await readMerges(database, owner, { state: "open", contact: person.contactId, page: 1, rowsMax: mergesMax })
    ).rows,
    guesses: (await readWhyGuesses(database, owner, [person.contactId])).get(person.contactId) ?? [],
    apart: (
      await readMerges(database, owner, { state: "answered", contact: person.contactId, page: 1, rowsMax: mergesMax })
    ).rows.filter(({ because: [first] }) => first?.rule === splitRule),
    sent: await readOutbox(database, owner, {
      ...{ shelf: "sent", search: "", contact: person.contactId, page: 1, rowsMax: lettersMax },
    }),
    logged: await readLogged(database, owner, person.contactId),
    facts: {
      contactId: person.contactId,
      name: person.name,
      facts: await readFactsAbout(database, owner, person.contactId),
    },
    choices: {
      contactId: person.contactId,
      name: person.name,
      look: (await lookAtPerson(worldOf(ask), owner, person.contactId))!,
      tiers: (await policyOf(worldOf(ask), owner)).cadences.tierDays,
      ...(typed?.choices !== undefined && { typed: typed.choices }),
    },
    ...(typed?.pasted !== undefined && { pasted: typed.pasted }),
  });
  const status = typed === undefined ? 200 : 400;
  return answerPage(ask, frame, { title: person.name, place: "people", body }, status);
}

const whyForm = z.object({
  why: z.string().trim().max(200).default(""),
  guess: z.string().trim().max(200).optional(),
  waived: z.literal("yes").optional(),
  back: z.string().optional(),
});

/** A tapped guess, the owner's own words, or "no reason needed". An empty answer leaves the question open. */
export async function tellWhy(ask: Ask) {
  const { why, guess, waived, back } = whyForm.parse(await ask.req.parseBody());
  const id = idIn<ContactId>(ask);
  const answer = waived === "yes" ? "waived" : { why: guess ?? why };
  const here = wayBack(back, "/review");
  if (answer !== "waived" && answer.why === "") return goOn(ask, here);
  const outcome = id === undefined ? "unknown" : await answerWhy(worldOf(ask), ownerIdOf(ask), id, answer);
  if (outcome === "clause" && answer !== "waived") return askWhyAgain(ask, answer.why, here);
  return outcome === "unknown" ? answerAbsent(ask) : goOn(ask, here, "why_answered");
}

/** What was typed stays in the field, with the reason why it cannot be said so. */
async function askWhyAgain(ask: Ask, typed: string, back: string) {
  const id = idIn<ContactId>(ask);
  const person = id === undefined ? undefined : await readPerson(worldOf(ask).database, ownerIdOf(ask), id);
  if (person === undefined) return answerAbsent(ask);
  const frame = frameOf(ask);
  const { contactId, name } = person;
  const question = `What did you and ${name} talk about, or why do you want to meet?`;
  const body = whyAgainView(frame, name, { field: contactId, contactId, question, guesses: [], back, typed });
  return answerPage(ask, frame, { title: "About what?", place: "people", body }, 400);
}

const greetingForm = z.object({ name: z.string().trim().min(1).max(100), back: z.string().optional() });

export async function tellGreeting(ask: Ask) {
  const { name, back } = greetingForm.parse(await ask.req.parseBody());
  const id = idIn<ContactId>(ask);
  const outcome = id === undefined ? "unknown" : await sayGreeting(worldOf(ask), ownerIdOf(ask), id, name);
  return outcome === "unknown" ? answerAbsent(ask) : goOn(ask, wayBack(back, "/review"), "greeting_set");
}

/** An address that was given up is written to again. */
export async function tellAddressAgain(ask: Ask) {
  const { address = "" } = await fieldsOf(ask);
  const id = idIn<ContactId>(ask);
  const known = normaliseAddress(address);
  if (id === undefined || known === undefined) return answerAbsent(ask);
  const outcome = await useAddressAgain(worldOf(ask), ownerIdOf(ask), id, known);
  return outcome === "not_there" ? answerAbsent(ask) : goOn(ask, `/people/${id}`, "address_again");
}
