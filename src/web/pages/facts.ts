/** The owner says something about a person, or about what was read of them. */
import { z } from "zod";
import type { ContactId, FactId } from "../../domain/ids.ts";
import { settleFact, tellFact, toldKinds } from "../../flows/facts/tell-fact.ts";
import { answerAbsent, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { idIn } from "../query.ts";

const told = z.object({ kind: z.enum(toldKinds).catch("topic"), text: z.string().trim().max(200).default("") });

/** Nothing typed adds nothing. */
export async function tell(ask: Ask) {
  const { kind, text } = told.parse(await ask.req.parseBody());
  const id = idIn<ContactId>(ask);
  if (id === undefined) return answerAbsent(ask);
  if (text === "") return goOn(ask, `/people/${id}#facts`);
  const outcome = await tellFact(worldOf(ask), ownerIdOf(ask), id, { kind, text });
  return outcome === "unknown" ? answerAbsent(ask) : goOn(ask, `/people/${id}#facts`, "fact_added");
}

const settled = z.object({ state: z.enum(["done", "refused"]) });

export async function settle(ask: Ask) {
  const parsed = settled.safeParse(await ask.req.parseBody());
  const id = idIn<ContactId>(ask);
  const fact = idIn<FactId>(ask, "fact");
  if (!parsed.success || id === undefined || fact === undefined) return answerAbsent(ask);
  const outcome = await settleFact(worldOf(ask), ownerIdOf(ask), fact, parsed.data.state);
  if (outcome === "unknown") return answerAbsent(ask);
  return goOn(ask, `/people/${id}#facts`, parsed.data.state === "done" ? "fact_done" : "fact_refused");
}
