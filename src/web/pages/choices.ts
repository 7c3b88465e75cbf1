/** The owner decides about a person: one form at a time, kept as typed when it is refused. */
import { z } from "zod";
import { ledgerActNames } from "../../domain/contact/ledger-acts.ts";
import type { ContactId, LedgerEntryId } from "../../domain/ids.ts";
import { type ChoiceWish, changeChoices } from "../../flows/lists/change-choices.ts";
import { tellLedger, untellLedger } from "../../flows/lists/keep-ledger.ts";
import { allowContact, stopByOwner } from "../../flows/lists/stop-contact.ts";
import { meantBy, readMeant } from "../../store/read/who.ts";
import { answerAbsent, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type Fields, fieldsOf, numberOf, textOf } from "../fields.ts";
import { idIn, idOf, oneOf } from "../query.ts";
import { type ChoicePart, type ChoicesTyped, choiceParts } from "../views/person-choices.ts";
import { showPerson } from "./people.ts";

export async function choose(ask: Ask) {
  const fields = await fieldsOf(ask);
  const part = oneOf(choiceParts, fields.part);
  const id = idIn<ContactId>(ask);
  if (id === undefined) return answerAbsent(ask);
  const wish = await wishOf(ask, part, fields);
  if (wish.kind === "trouble") return refuse(ask, { part, fields, troubles: wish.troubles });
  const changed = await changeChoices(worldOf(ask), ownerIdOf(ask), id, wish.wish);
  if (changed.kind === "unknown") return answerAbsent(ask);
  if (changed.kind === "saved") return goOn(ask, `/people/${id}#choices`, "choice_saved");
  const troubles = Object.fromEntries(changed.issues.map(({ field, says }) => [field, sentence(says)]));
  return refuse(ask, { part, fields, troubles });
}

export async function stop(ask: Ask) {
  const id = idIn<ContactId>(ask);
  if (id === undefined) return answerAbsent(ask);
  const { back } = await fieldsOf(ask);
  const stopped = await stopByOwner(worldOf(ask), ownerIdOf(ask), id);
  if (stopped.kind === "unknown") return answerAbsent(ask);
  return goOn(ask, wayBack(back, `/people/${id}#choices`), "contact_stopped", { what: "stop", id });
}

export async function allow(ask: Ask) {
  const id = idIn<ContactId>(ask);
  if (id === undefined) return answerAbsent(ask);
  const allowed = await allowContact(worldOf(ask), ownerIdOf(ask), id);
  return goOn(ask, `/people/${id}#choices`, allowed === "allowed" ? "contact_allowed" : "not_now");
}

const ledgerForm = z.object({ act: z.enum(ledgerActNames), text: z.string().trim().max(200).default("") });

export async function noteGive(ask: Ask) {
  const id = idIn<ContactId>(ask);
  const fields = await fieldsOf(ask);
  const noted = ledgerForm.parse(fields);
  const told = id === undefined ? "unknown" : await tellLedger(worldOf(ask), ownerIdOf(ask), id, noted);
  return told === "unknown"
    ? answerAbsent(ask)
    : goOn(ask, wayBack(fields.back, `/people/${id}#choices`), "choice_saved");
}

export async function takeGiveBack(ask: Ask) {
  const [id, entry] = [idIn<ContactId>(ask), idOf<LedgerEntryId>((await fieldsOf(ask)).entry)];
  const isGone =
    id !== undefined && entry !== undefined && (await untellLedger(worldOf(ask), ownerIdOf(ask), id, entry));
  return isGone ? goOn(ask, `/people/${id}#choices`, "choice_saved") : answerAbsent(ask);
}

const refuse = (ask: Ask, choices: ChoicesTyped) => showPerson(ask, { choices });

type Read = { kind: "wish"; wish: ChoiceWish } | { kind: "trouble"; troubles: Record<string, string> };

const wished = (wish: ChoiceWish): Read => ({ kind: "wish", wish });

/** Each part changes its own choices alone; an empty field takes its choice back. */
async function wishOf(ask: Ask, part: ChoicePart, fields: Fields): Promise<Read> {
  switch (part) {
    case "purpose":
      return wished({
        purpose: fields.purpose === "friend" || fields.purpose === "business" ? fields.purpose : undefined,
      });
    case "cadence":
      return cadenceIn(fields);
    case "give":
      return wished({
        helpsMeWith: textOf(fields.helpsMeWith),
        admiration: textOf(fields.admiration),
        ...(fields.noGiveYet === "yes" ? { noGiveYet: true } : { giveNote: textOf(fields.giveNote), noGiveYet: false }),
      });
    case "about":
      return wished({
        profession: textOf(fields.profession),
        describedAs: textOf(fields.describedAs),
        profileUrl: textOf(fields.profileUrl),
        postalAddress: textOf(fields.postalAddress),
        isClient: ticked(fields.isClient),
        isReferralSource: ticked(fields.isReferralSource),
        phoneCounts: ticked(fields.phoneCounts),
      });
    case "introducer":
      return introducerIn(ask, textOf(fields.introducedBy));
    case "agreed":
      return agreedIn(ask, textOf(fields.agreedToMeet));
    case "deadline":
      return wished(deadlineActs[oneOf(deadlineNames, fields.act)]);
    case "status":
      return wished({
        status: statusActs[oneOf(statusNames, fields.act)],
        ...(fields.act === "active" && { afterDeadline: undefined }),
      });
  }
}

const ticked = (field: string | undefined): true | undefined => (field === "yes" ? true : undefined);

function cadenceIn({ tier = "", cadenceDays }: Fields): Read {
  if (tier === "") return wished({ cadenceDays: undefined });
  const days = numberOf(tier === "own" ? cadenceDays : tier);
  const isWhole = days !== undefined && Number.isInteger(days);
  return isWhole
    ? wished({ cadenceDays: days })
    : { kind: "trouble", troubles: { cadenceDays: "Give a whole number of days." } };
}

async function introducerIn(ask: Ask, text: string | undefined): Promise<Read> {
  if (text === undefined) return wished({ introducedBy: undefined });
  const meant = await personMeant(ask, text);
  return "says" in meant
    ? { kind: "trouble", troubles: { introducedBy: meant.says } }
    : wished({ introducedBy: meant.contactId });
}

/** Names with commas between; empty takes all of them back. */
async function agreedIn(ask: Ask, text: string | undefined): Promise<Read> {
  if (text === undefined) return wished({ agreedToMeet: undefined });
  const ids: ContactId[] = [];
  for (const name of text.split(",").map((part) => part.trim())) {
    const meant = await personMeant(ask, name);
    if ("says" in meant) return { kind: "trouble", troubles: { agreedToMeet: meant.says } };
    ids.push(meant.contactId);
  }
  return wished({ agreedToMeet: ids });
}

/** The one person whom the text means, or why nobody is meant by it. */
export async function personMeant(ask: Ask, text: string): Promise<{ contactId: ContactId } | { says: string }> {
  const meant = meantBy(text, await readMeant(worldOf(ask).database, ownerIdOf(ask), text));
  const people = meant.filter((one) => one.kind === "contact");
  if (people.length === 1) return { contactId: people[0]!.contactId };
  return {
    says:
      people.length === 0
        ? `Nobody among your people is called “${text}”.`
        : `“${text}” fits ${people.length} people: give the address.`,
  };
}

const deadlineActs = {
  extend: { extend: true },
  unextend: { extend: false },
  low_cadence: { afterDeadline: "low_cadence" },
  let_go: { afterDeadline: "let_go" },
  undecide: { afterDeadline: undefined },
} as const satisfies Record<string, ChoiceWish>;
const deadlineNames = ["undecide", "extend", "unextend", "low_cadence", "let_go"] as const;

const statusActs = { active: undefined, resting: "resting", archived: "archived" } as const;
const statusNames = ["active", "resting", "archived"] as const;

const sentence = (says: string): string => `This needs to be right: ${says}.`;
