/** Google Contacts in our words: "contacts" are those that were saved, "others" people who were only written to. */
import { z } from "zod";
import type { Card } from "../../domain/contact/card.ts";
import type { CardRef, PeopleAccount, PeoplePage, ScannedCard } from "../people.ts";
import type { Cursor, Skipped, Stream } from "../scan.ts";
import { TroubleError } from "../trouble.ts";
import { type GoogleApi, troubleOfKind } from "./api.ts";
import { cardOf, contactFields, emptyFields, fieldsOf, GooglePerson, isDoubtful, otherFields } from "./person.ts";
import type { Granted } from "./scopes.ts";

const pageMax = 1_000;
const ourData = "rapport";
/** An etag that went old between reading and writing: read again, write again. */
const fillTriesMax = 3;

const streams: readonly (Stream & { scopes: readonly string[] })[] = [
  { name: "contacts", kind: "fresh", scopes: ["contacts", "contacts.readonly"] },
  { name: "others", kind: "fresh", scopes: ["contacts.other.readonly"] },
];

/** `sync` is the token of the last reading, `page` stands within this one. */
const State = z.object({ sync: z.string().optional(), page: z.string().optional() });
type State = z.output<typeof State>;

const Entries = {
  nextPageToken: z.string().optional(),
  nextSyncToken: z.string().optional(),
};
const Connections = z.object({ connections: z.array(z.unknown()).default([]), ...Entries });
const OtherContacts = z.object({ otherContacts: z.array(z.unknown()).default([]), ...Entries });
const Created = z.object({ resourceName: z.string().min(1) });

/** Undefined when nothing of it was granted. */
export function googlePeople(api: GoogleApi, granted: Granted): PeopleAccount | undefined {
  const open = streams.filter(({ scopes }) => granted(...scopes));
  if (open.length === 0) return undefined;

  const connections = (state: State, personFields: string, signal: AbortSignal) =>
    api.ask(Connections, signal, ({ people }, options) =>
      people.people.connections.list({ resourceName: "people/me", personFields, ...asked(state) }, options),
    );
  const entries = async (stream: string, state: State, signal: AbortSignal) => {
    if (stream === "contacts") {
      const { connections: items, ...rest } = await connections(state, contactFields, signal);
      return { items, ...rest };
    }
    const { otherContacts: items, ...rest } = await api.ask(OtherContacts, signal, ({ people }, options) =>
      people.otherContacts.list({ readMask: otherFields, ...asked(state) }, options),
    );
    return { items, ...rest };
  };

  return {
    streams: open.map(({ name, kind }) => ({ name, kind })),
    pages: async function* (stream, from, signal) {
      if (!open.some(({ name }) => name === stream)) throw new RangeError(`Google Contacts has no stream ${stream}`);
      let state: State | undefined = "after" in from ? readCursor(from.after) : {};
      while (state !== undefined) {
        const current: State = state;
        const { items, nextPageToken, nextSyncToken } = await entries(stream, current, signal);
        const next: State | undefined = nextPageToken === undefined ? undefined : { ...current, page: nextPageToken };
        const stands = next ?? { sync: nextSyncToken ?? current.sync };
        yield { ...readPage(stream, items), cursor: JSON.stringify(stands), isLast: next === undefined };
        state = next;
      }
    },
    ...(granted("contacts") && { write: write(api, connections) }),
  };
}

type Connect = (state: State, personFields: string, signal: AbortSignal) => Promise<z.output<typeof Connections>>;

function write(api: GoogleApi, connections: Connect): NonNullable<PeopleAccount["write"]> {
  return {
    put: async (card, key, signal) => {
      const { resourceName } = await api.act(Created, signal, ({ people }, options) =>
        people.people.createContact(
          { personFields: "metadata", requestBody: { ...fieldsOf(card), clientData: [{ key: ourData, value: key }] } },
          options,
        ),
      );
      return { ref: resourceName };
    },
    find: async (key, signal) => {
      let page: string | undefined;
      let mayBeHidden = false;
      do {
        const answer: z.output<typeof Connections> = await connections(
          page === undefined ? {} : { page },
          "metadata,clientData",
          signal,
        );
        for (const item of answer.connections) {
          const { data } = GooglePerson.safeParse(item);
          mayBeHidden ||= data === undefined;
          const isOurs = data?.clientData.some((one) => one.key === ourData && one.value === key);
          if (data !== undefined && isOurs && data.metadata?.deleted !== true) return data.resourceName;
        }
        page = answer.nextPageToken;
      } while (page !== undefined);
      // Said not to be there, it would be made a second time.
      if (mayBeHidden) throw new TroubleError({ kind: "unreachable", because: "one of the contacts makes no sense" });
      return undefined;
    },
    holds: (ref) => ref.startsWith("people/"),
    fill: async (ref, card, signal) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await fillOnce(api, ref, card, signal);
        } catch (fault) {
          const trouble = troubleOfKind(fault, "conflict");
          if (tries === fillTriesMax) throw new TroubleError(trouble);
        }
      }
    },
  };
}

async function fillOnce(api: GoogleApi, ref: CardRef, card: Card, signal: AbortSignal): Promise<boolean> {
  const person = await api.ask(GooglePerson, signal, ({ people }, options) =>
    people.people.get({ resourceName: ref, personFields: contactFields }, options),
  );
  const fields = emptyFields(card, person);
  const names = Object.keys(fields);
  if (names.length === 0) return false;
  await api.act(z.object({}), signal, ({ people }, options) =>
    people.people.updateContact(
      {
        resourceName: ref,
        updatePersonFields: names.join(","),
        personFields: "metadata",
        // Written only over what was just read.
        requestBody: { ...fields, ...(person.etag !== undefined && { etag: person.etag }) },
      },
      options,
    ),
  );
  return true;
}

const asked = ({ sync, page }: State) => ({
  pageSize: pageMax,
  requestSyncToken: true,
  ...(sync !== undefined && { syncToken: sync }),
  ...(page !== undefined && { pageToken: page }),
});

function readCursor(cursor: Cursor): State {
  try {
    return State.parse(JSON.parse(cursor));
  } catch {
    // Of another version, or damaged: everything is read anew.
    throw new TroubleError({ kind: "cursor_spent" });
  }
}

function readPage(stream: string, items: readonly unknown[]): Pick<PeoplePage, "cards" | "gone" | "skipped"> {
  const cards: ScannedCard[] = [];
  const gone: CardRef[] = [];
  const skipped = new Map<string, number>();
  for (const item of items) {
    const { data: person } = GooglePerson.safeParse(item);
    const card = person && cardOf(person);
    if (person?.metadata?.deleted === true) gone.push(person.resourceName);
    else if (person !== undefined && card !== undefined) cards.push({ ref: person.resourceName, card });
    else {
      const because = person === undefined || isDoubtful(item) ? "not_as_documented" : "empty_card";
      skipped.set(because, (skipped.get(because) ?? 0) + 1);
    }
  }
  return { cards, gone, skipped: [...skipped].map(([because, count]) => skippedLine(stream, because, count)) };
}

const skippedLine = (where: string, because: string, count: number): Skipped => ({
  where,
  because,
  message: "The entry holds no name, no address and no number; it was left out.",
  count,
});
