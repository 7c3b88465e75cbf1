/** Everything that could be done on a day, in one shape and not yet cut to any budget (R23, R43). */
import type { ContactChoices } from "../../domain/contact/choices.ts";
import type { DebriefPrompt } from "../../domain/contact/debrief.ts";
import { linkOfTheDay } from "../../domain/contact/group.ts";
import { warmUp } from "../../domain/contact/warm-up.ts";
import type { Debrief } from "../../domain/day/debrief.ts";
import type { DayItem, DutyAhead } from "../../domain/day/item.ts";
import {
  commentItem,
  type DueDuty,
  debriefItem,
  dutyAhead,
  dutyItem,
  giveBackItem,
  giveNoteItem,
  groupItem,
  promiseItem,
  samePersonItem,
  wantedItem,
} from "../../domain/day/items.ts";
import type { Logged } from "../../domain/day/logged.ts";
import type { Fact } from "../../domain/fact/fact.ts";
import type { FollowUpId, OwnerId } from "../../domain/ids.ts";
import { giveNoteOf } from "../../domain/relationship/give-note.ts";
import type { Interaction } from "../../domain/relationship/interaction.ts";
import type { PersonHistory } from "../../domain/relationship/person.ts";
import { before, dayIn, type Instant, type PlainDate, sayDay, type Zone } from "../../domain/time.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import { loadGroups } from "../../store/contact-groups.ts";
import { type ContactRow, contactsAt, loadContacts } from "../../store/contacts.ts";
import { loadFacts } from "../../store/facts.ts";
import { loadInteractions } from "../../store/interactions.ts";
import { loadLogged } from "../../store/logged.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import { readDueSizes } from "../../store/read/due-sizes.ts";
import { readMerges } from "../../store/read/merges.ts";
import { type NewlyMet, readNewlyMet } from "../../store/read/newly-met.ts";
import { allPages } from "../../store/read/page.ts";
import { noReach, type Reach, readReach } from "../../store/read/reach.ts";
import { type ReviewRow, readReview } from "../../store/read/review.ts";
import { readSuggestions, type SuggestionSeen } from "../../store/read/suggestions.ts";
import { giveBacksDue } from "../lists/give-backs.ts";
import { wantedAlerts } from "../lists/look-at-lists.ts";
import type { Policy } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import { accountsInNeed } from "./accounts-in-need.ts";
import { answersOpen } from "./answers-open.ts";
import { promptsAt } from "./debrief-prompts.ts";
import { lettersStuck } from "./letters-stuck.ts";

export type Gathered = {
  /** Of follow-ups that are due only the size: `readDuties` has the rest of those that are shown. */
  items: (DayItem | DutyAhead)[];
  /** Two people to take up again when nobody waits (R7). */
  suggestions: SuggestionSeen[];
  prompts: DebriefPrompt[];
  /** Answers of which something is asked back. */
  openAnswers: Debrief[];
  newlyMet: NewlyMet[];
};

/** Small things that could wait for ever are offered in small numbers, so that they never fill a day. */
const eachMax = { giveNotes: 2, giveBacks: 1, samePeople: 3, comments: 1 } as const;

/** A wanted person who turned up is news for so long; the page of lists keeps them for good. */
const wantedNewsDays = 7;

export async function gatherItems(world: World, owner: OwnerId, policy: Policy, now: Instant): Promise<Gathered> {
  const { database } = world;
  const today = dayIn(policy.zone, now);
  const duties = (await readDueSizes(database, owner, now)).map(dutyAhead);
  const choices = await loadContactChoices(database, owner);
  const picked = await peoplePicked(world, owner, choices);
  const suggestions = duties.length > 0 ? [] : await readSuggestions(database, owner);
  const { prompts, open } = await promptsAt(world, owner, policy, now);
  const names = await namesOf(world, owner, prompts);
  const since = before(now, { days: policy.checkIn.overdueDays });
  const newlyMet = await readNewlyMet(database, owner, { since, now });
  const giveNotes = newlyMet.flatMap((one) => {
    const asked = giveNoteOf(newPerson(one, choices.get(one.contactId)), policy, now);
    return asked.kind === "asked" ? [giveNoteItem(one, asked.because)] : [];
  });
  const comments = picked.flatMap(({ contact, interactions, logged }) => {
    const warming = warmUp(
      { interactions, ...(contact.metChannel !== undefined && { channel: contact.metChannel }) },
      now,
    );
    const isFresh = logged.some((one) => one.mode === "social" && dayIn(policy.zone, one.at) === today);
    if (warming.state !== "warming" || isFresh) return [];
    return [{ contact, warming }];
  });
  const commented = comments.slice(0, eachMax.comments);
  const profiles = await readReach(
    database,
    owner,
    commented.map(({ contact }) => contact.contactId),
  );
  const merges = await readMerges(database, owner, { state: "open", page: 1, rowsMax: eachMax.samePeople });
  const link = linkOfTheDay(await loadGroups(database, owner), today);
  return {
    items: [
      ...(await accountsInNeed(world, owner, policy, now)),
      ...(await lettersStuck(world, owner, policy)),
      ...(await answersOpen(world, owner, policy)),
      ...duties,
      ...suggestions.map((one) => dutyItem(suggestedDuty(one))),
      ...prompts.map((prompt) => debriefItem(prompt, names.get(prompt) ?? [], policy)),
      ...(await promises(world, owner, policy, now, today)),
      ...(await wantedNews(world, owner, policy, now)),
      ...giveNotes.slice(0, eachMax.giveNotes),
      ...(await giveBacksDue(world, owner, now))
        .slice(0, eachMax.giveBacks)
        .map((one) => giveBackItem(one, one.because[0]!)),
      ...commented.map(({ contact, warming }) => {
        const { contactId } = contact;
        const profile = choices.get(contactId)?.profileUrl ?? profiles.get(contactId)?.links[0];
        return commentItem(known(contact), warming, profile);
      }),
      ...merges.rows.map(({ addresses, because }) =>
        samePersonItem(
          addresses.map(({ address }) => address),
          because,
        ),
      ),
      ...(link === undefined || link.lastRemindedOn === today ? [] : [groupItem(link)]),
    ],
    suggestions,
    prompts,
    openAnswers: open,
    newlyMet,
  };
}

export type Duties = {
  /** By their follow-up. */
  items: Map<string, DayItem>;
  rows: ReviewRow[];
};

/** All that is shown of follow-ups, most pressing first. */
export async function readDuties(
  { database }: World,
  owner: OwnerId,
  { zone }: Policy,
  now: Instant,
  followUps: readonly FollowUpId[],
): Promise<Duties> {
  if (followUps.length === 0) return { items: new Map(), rows: [] };
  const wanted = { now, filter: "all", search: "", among: followUps } as const;
  const rows = await allPages((page) => readReview(database, owner, { ...page, ...wanted }));
  const contacts = [...new Set(rows.map(({ contactId }) => contactId))];
  const reach = await readReach(database, owner, contacts);
  const choices = await loadContactChoices(database, owner, contacts);
  const itemOf = (row: ReviewRow) => dutyItem(dutyOf(row, zone, reach.get(row.contactId), choices.get(row.contactId)));
  return { items: new Map(rows.map((row) => [row.followUpId, itemOf(row)])), rows };
}

function dutyOf(
  row: ReviewRow,
  zone: Zone,
  { phones: [phone], ...reach }: Reach = noReach,
  chosen: ContactChoices = {},
): DueDuty {
  const { followUpId, contactId, name, kind, because, way, urgency, closeness, address, deadlineAt, draft } = row;
  const postalAddress = chosen.postalAddress ?? reach.postalAddress;
  const { giveNote } = chosen;
  const isWritten = draft !== undefined && (draft.body !== "" || draft.question !== undefined);
  return {
    followUpId,
    contactId,
    name,
    kind,
    because,
    way,
    urgency,
    closeness,
    context: contextOf(row, zone),
    ...(address !== undefined && { address }),
    ...(deadlineAt !== undefined && { deadlineAt }),
    ...(phone !== undefined && { phone }),
    ...(postalAddress !== undefined && { postalAddress }),
    ...(giveNote !== undefined && { giveNote }),
    ...(isWritten && { letter: letterOf(draft) }),
  };
}

const suggestedDuty = ({ followUpId, contactId, name, because, draft }: SuggestionSeen): DueDuty => ({
  followUpId,
  contactId,
  name,
  kind: "revive",
  because,
  way: "letter",
  urgency: 0,
  closeness: 0,
  context: [],
  ...(draft !== undefined && { letter: letterOf(draft), address: draft.to }),
});

const contextOf = ({ metOn, metWhere, lastConversationAt }: ReviewRow, zone: Zone): string[] => [
  ...(metOn === undefined
    ? []
    : [`You met on ${sayDay(metOn, "d LLL yyyy")}${metWhere === undefined ? "" : `: ${metWhere}`}.`]),
  ...(lastConversationAt === undefined
    ? []
    : [`You last talked on ${sayDay(dayIn(zone, lastConversationAt), "d LLL yyyy")}.`]),
];

const letterOf = ({ draftId, to, body, question }: DraftSeen): NonNullable<DueDuty["letter"]> => ({
  draftId,
  to,
  body,
  ...(question !== undefined && { question }),
});

/** As far as the question what to offer them goes. */
const newPerson = ({ contactId, name, metAt, metOn }: NewlyMet, chosen: ContactChoices = {}): PersonHistory => ({
  id: contactId,
  name,
  status: "active",
  encounter: { at: metAt, metOn, channel: "event", others: 1, source: { kind: "event", id: contactId } },
  interactions: [],
  booked: [],
  give: {
    ...(chosen.giveNote !== undefined && { note: chosen.giveNote }),
    ...(chosen.noGiveYetOn !== undefined && { noneYetOn: chosen.noGiveYetOn as PlainDate }),
  },
});

const known = ({ contactId, name }: ContactRow) => ({ contactId, name, closeness: 0 });

type Picked = {
  contact: ContactRow;
  interactions: readonly Interaction[];
  logged: readonly Logged[];
};

async function wantedNews(world: World, owner: OwnerId, policy: Policy, now: Instant): Promise<DayItem[]> {
  const since = before(now, { days: wantedNewsDays });
  return (await wantedAlerts(world, owner))
    .filter(({ at }) => at >= since)
    .map(({ id, name, because, contactId }) =>
      wantedItem({ wantedId: id, name, ...(contactId !== undefined && { contactId }) }, because, policy),
    );
}

/** Whom the owner picked: thousands on a list are asked for nothing, not even a comment (R7). */
async function peoplePicked(
  world: World,
  owner: OwnerId,
  choices: Awaited<ReturnType<typeof loadContactChoices>>,
): Promise<Picked[]> {
  const picked = [...choices].flatMap(([contactId, { cadenceDays, status }]) =>
    status === "active" || (status === undefined && cadenceDays !== undefined) ? [contactId] : [],
  );
  const interactions = await loadInteractions(world.database, owner, picked);
  const logged = await loadLogged(world.database, owner, picked);
  return (await loadContacts(world.database, owner, picked)).map((contact) => ({
    contact,
    interactions: interactions.get(contact.contactId) ?? [],
    logged: logged.get(contact.contactId) ?? [],
  }));
}

/** Names of the guests who are contacts; others go by their address. */
async function namesOf(
  world: World,
  owner: OwnerId,
  prompts: readonly DebriefPrompt[],
): Promise<Map<DebriefPrompt, string[]>> {
  if (prompts.length === 0) return new Map();
  const guests = prompts.flatMap((prompt) => (prompt.kind === "large_event" ? [] : prompt.guests));
  const contacts = await contactsAt(world.database, owner, guests);
  const people = await loadContacts(world.database, owner, [...contacts.values()]);
  const named = new Map(people.map(({ contactId, name }) => [contactId, name]));
  return new Map(
    prompts.map((prompt) => [
      prompt,
      // A large event goes by its own name, not by three of forty.
      prompt.kind === "large_event" ? [] : prompt.guests.map((address) => named.get(contacts.get(address)!) ?? address),
    ]),
  );
}

/** What the owner promised by today or before; nothing of whoever is not to be contacted. */
async function promises(
  world: World,
  owner: OwnerId,
  policy: Policy,
  now: Instant,
  today: PlainDate,
): Promise<DayItem[]> {
  const promised = await loadFacts(world.database, owner, { kind: "promise", dueBy: today });
  const due = [...promised.values()]
    .flat()
    .filter((fact): fact is Fact & { dueOn: PlainDate } => fact.saidBy === "owner" && fact.dueOn !== undefined);
  const ids = due.map(({ contactId }) => contactId);
  const promisedTo = await loadContacts(world.database, owner, ids);
  const reach = await readReach(world.database, owner, ids);
  const contacts = new Map(promisedTo.map((one) => [one.contactId, one]));
  return due.flatMap((fact) => {
    const contact = contacts.get(fact.contactId);
    if (contact === undefined || contact.status === "blocked") return [];
    const [address] = contact.addresses;
    const phone = reach.get(fact.contactId)?.phones[0];
    const where =
      address !== undefined
        ? { mode: "email" as const, at: address }
        : phone !== undefined
          ? { mode: "phone" as const, at: phone }
          : { mode: "here" as const };
    return [promiseItem(fact, contact.name, where, policy, now)];
  });
}
