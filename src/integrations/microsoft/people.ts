/** The address book of Outlook: its main folder, by rounds of changes. */
import { z } from "zod";
import type { Card } from "../../domain/contact/card.ts";
import type { PeopleAccount, PeoplePage, ScannedCard } from "../people.ts";
import type { From, Skipped, StreamName } from "../scan.ts";
import { TroubleError } from "../trouble.ts";
import {
  cardOf,
  contactFields,
  contactOf,
  contactToFill,
  contactToWrite,
  type GraphContact,
  isWhole,
} from "./contact.ts";
import { type Graph, lastingIds, type OpenGraph, pageOf, part } from "./graph.ts";
import { hasKey, withKey } from "./own-key.ts";
import { pageIn, parsed, removedIn } from "./pages.ts";
import { unlessGone } from "./unless-gone.ts";

const prefer = [lastingIds];
const preferDelta = [lastingIds, pageOf(200)];
const stream = "contacts";

/** `link` is absent for as long as the address book is empty: then nobody can say what its folder is called. */
const stateShape = z.object({ link: z.string().optional() });
type State = z.output<typeof stateShape>;
const idShape = z.object({ id: z.string().min(1) });

export const peopleOf = (open: OpenGraph): PeopleAccount => ({
  streams: [{ name: stream, kind: "fresh" }],
  pages: (name, from, signal) => changes(open(signal), name, from),
  write: {
    put: async (card, key, signal) => {
      const answer = await open(signal).post("/me/contacts", { ...contactToWrite(card), ...withKey(key) }, { prefer });
      return { ref: parsed(idShape, answer, { kind: "unknown_outcome", what: "write a contact" }).id };
    },
    find: async (key, signal) => {
      const asked = { query: { $filter: hasKey(key), $select: "id", $top: "1" }, prefer };
      const [found] = pageIn(await open(signal).get("/me/contacts", asked)).items;
      return found === undefined ? undefined : parsed(idShape, found).id;
    },
    holds: () => true,
    fill: async (ref, card, signal) => {
      const graph = open(signal);
      const path = `/me/contacts/${part(ref)}`;
      const there = contactOf(await graph.get(path, { query: { $select: contactFields }, prefer }));
      if (there === undefined)
        throw new TroubleError({ kind: "unreachable", because: "its answer is not as it should be" });
      const missing = contactToFill(card, there);
      if (missing === undefined) return false;
      await graph.patch(path, missing, { prefer });
      return true;
    },
  },
});

async function* changes(graph: Graph, name: StreamName, from: From): AsyncGenerator<PeoplePage> {
  if (name !== stream) throw new RangeError(`Outlook has no stream ${name}`);
  let { link }: State = "after" in from ? stateOf(from.after) : {};
  for (;;) {
    const answer = link === undefined ? await begin(graph) : await graph.follow(link, { prefer: preferDelta });
    if (answer === undefined) {
      yield { cards: [], gone: [], skipped: [], cursor: JSON.stringify({}), isLast: true };
      return;
    }
    const { items, next, delta } = pageIn(answer);
    link = next ?? delta;
    if (link === undefined) throw new TroubleError({ kind: "unreachable", because: "its changes have no end" });
    const isLast = next === undefined;
    yield { ...(await contactsIn(graph, items)), cursor: JSON.stringify({ link } satisfies State), isLast };
    if (isLast) return;
  }
}

function stateOf(cursor: string): State {
  try {
    return stateShape.parse(JSON.parse(cursor));
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof z.ZodError)
      throw new TroubleError({ kind: "cursor_spent" });
    throw problem;
  }
}

/**
 * Changes are told by folder, and the main one has no name that could be asked for: it is where its contacts lie. Undefined
 * while there are none.
 */
async function begin(graph: Graph): Promise<unknown> {
  const first = await graph.get("/me/contacts", { query: { $select: "id,parentFolderId", $top: "1" }, prefer });
  const [contact] = pageIn(first).items;
  if (contact === undefined) return undefined;
  const { parentFolderId } = parsed(z.object({ parentFolderId: z.string() }), contact);
  return graph.get(`/me/contactFolders/${part(parentFolderId)}/contacts/delta`, {
    query: { $select: contactFields },
    prefer: preferDelta,
  });
}

async function contactsIn(
  graph: Graph,
  items: readonly unknown[],
): Promise<Pick<PeoplePage, "cards" | "gone" | "skipped">> {
  const gone: string[] = [];
  const cards: ScannedCard[] = [];
  let unreadable = 0;
  for (const item of items) {
    const removed = removedIn(item);
    const told = removed === undefined ? contactOf(item) : undefined;
    const isDoubtful = told !== undefined && !(isWhole(item) && hasContents(cardOf(told)));
    // What makes no sense in a list is asked for by itself before it is believed.
    const contact = isDoubtful ? await contactBy(graph, told.id) : told;
    if (contact !== undefined) cards.push({ ref: contact.id, card: cardOf(contact) });
    else if (removed !== undefined || told !== undefined) gone.push(removed ?? told!.id);
    else unreadable += 1;
  }
  return { cards, gone, skipped: unreadable === 0 ? [] : [skipped(unreadable)] };
}

const hasContents = ({ name, addresses, phones }: Card): boolean =>
  name !== undefined || addresses.length > 0 || phones.length > 0;

async function contactBy(graph: Graph, id: string): Promise<GraphContact | undefined> {
  const answer = await unlessGone(graph.get(`/me/contacts/${part(id)}`, { query: { $select: contactFields }, prefer }));
  return answer === undefined ? undefined : contactOf(answer);
}

const skipped = (count: number): Skipped => ({
  where: "Outlook contacts",
  because: "unreadable_contact",
  message: "Outlook told of contacts without saying which.",
  count,
});
