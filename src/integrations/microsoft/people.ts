/** The address book of Outlook: its main folder, by rounds of changes. */
import { z } from "zod";
import type { PeopleAccount, PeoplePage } from "../people.ts";
import type { From, StreamName } from "../scan.ts";
import { TroubleError } from "../trouble.ts";
import { cardOf, contactFields, contactOf, contactToFill, contactToWrite } from "./contact.ts";
import { type Graph, lastingIds, type OpenGraph, pageOf, part } from "./graph.ts";
import { hasKey, withKey } from "./own-key.ts";
import { pageIn, parsed, removedIn } from "./pages.ts";

const prefer = [lastingIds];
const preferDelta = [lastingIds, pageOf(200)];
const stream = "contacts";

/** `folder` is absent for as long as the address book is empty: then nobody can say what it is called. */
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
    yield { ...contactsIn(items), cursor: JSON.stringify({ link } satisfies State), isLast };
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

function contactsIn(items: readonly unknown[]): Pick<PeoplePage, "cards" | "gone" | "skipped"> {
  const gone = items.flatMap((item) => removedIn(item) ?? []);
  const told = items.filter((item) => removedIn(item) === undefined).map(contactOf);
  const unreadable = told.filter((one) => one === undefined).length;
  return {
    cards: told.flatMap((one) => (one === undefined ? [] : [{ ref: one.id, card: cardOf(one) }])),
    gone,
    skipped:
      unreadable === 0
        ? []
        : [
            {
              where: "Outlook contacts",
              because: "unreadable_contact",
              message: "Outlook told of contacts without saying which.",
              count: unreadable,
            },
          ],
  };
}
