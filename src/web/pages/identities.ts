/** The owner's word, unasked, about which addresses are one person. */
import { z } from "zod";
import type { ContactId } from "../../domain/ids.ts";
import { joinPeople, splitPerson } from "../../flows/people/split-person.ts";
import { answerAbsent, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { fieldsOf } from "../fields.ts";
import { idIn, idOf } from "../query.ts";
import { personMeant } from "./choices.ts";

const splitForm = z.object({ address: z.string().min(1).max(320) });

/** The page goes on at the new person, where it can be taken back. */
export async function split(ask: Ask) {
  const { address } = splitForm.parse(await fieldsOf(ask));
  const id = idIn<ContactId>(ask);
  if (id === undefined) return answerAbsent(ask);
  const made = await splitPerson(worldOf(ask), ownerIdOf(ask), id, address);
  return made === "unknown"
    ? goOn(ask, `/people/${id}#identities`, "not_now")
    : goOn(ask, `/people/${made}#identities`, "address_split");
}

const joinForm = z.object({ other: z.string().optional(), who: z.string().trim().max(200).default("") });

/** By the id of somebody shown, or as the owner names them. */
export async function join(ask: Ask) {
  const { other, who } = joinForm.parse(await fieldsOf(ask));
  const id = idIn<ContactId>(ask);
  if (id === undefined) return answerAbsent(ask);
  const here = `/people/${id}#identities`;
  const meant = idOf<ContactId>(other) ?? (await named(ask, who));
  if (meant === undefined) return goOn(ask, here, "nobody_meant");
  const outcome = await joinPeople(worldOf(ask), ownerIdOf(ask), id, meant);
  return goOn(ask, here, outcome === "joined" ? "merge_same" : "not_now");
}

async function named(ask: Ask, who: string): Promise<ContactId | undefined> {
  const meant = await personMeant(ask, who);
  return "says" in meant ? undefined : meant.contactId;
}
