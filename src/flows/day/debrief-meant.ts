/** Which event an answer on the command line is about: by its title, or by who was there; the newest that is open. */
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { contactsAt } from "../../store/contacts.ts";
import { loadDebriefs } from "../../store/debriefs.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import type { DebriefKey } from "./answer-debrief.ts";
import { promptsAt } from "./debrief-prompts.ts";
import { personMeant } from "./person-meant.ts";

export type EventAsked = DebriefKey & { title: string };

/** Everything that waits for an answer, the newest first. */
export async function openDebriefs(world: World, owner: OwnerId, now: Instant): Promise<EventAsked[]> {
  const { prompts } = await promptsAt(world, owner, await policyOf(world, owner), now);
  return prompts.map(({ eventId, endsAt, title }) => ({ eventId, endedAt: endsAt, title }));
}

/** Undefined when nothing fits. An answered one may be corrected by its title. */
export async function debriefMeant(
  world: World,
  owner: OwnerId,
  words: string,
  now: Instant,
): Promise<EventAsked | undefined> {
  const wanted = words.trim().toLowerCase();
  const { prompts } = await promptsAt(world, owner, await policyOf(world, owner), now);
  const titled = prompts.find(({ title }) => title.toLowerCase().includes(wanted));
  const person = await personMeant(world, owner, words);
  const contacts = await contactsAt(
    world.database,
    owner,
    prompts.flatMap(({ guests }) => guests),
  );
  const withThem =
    person.kind !== "one"
      ? undefined
      : prompts.find(({ guests }) => guests.some((address) => contacts.get(address) === person.contactId));
  const found = titled ?? withThem;
  if (found !== undefined) return { eventId: found.eventId, endedAt: found.endsAt, title: found.title };
  const answered = (await loadDebriefs(world.database, owner)).findLast(({ title }) =>
    title.toLowerCase().includes(wanted),
  );
  return answered && { eventId: answered.eventId, endedAt: answered.endedAt, title: answered.title };
}
