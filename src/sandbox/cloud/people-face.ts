/** The address book of the cloud as `PeopleAccount`. */
import type { Card } from "../../domain/contact/card.ts";
import type { PeopleAccount, ScannedCard } from "../../integrations/people.ts";
import { TroubleError } from "../../integrations/trouble.ts";
import type { CloudAccount } from "./account.ts";
import type { CloudContact } from "./address-book.ts";
import type { Cloud } from "./cloud.ts";
import { readCursor, writeCursor } from "./face-cursor.ts";

const keyProperty = "clientData:rapport";
const kinds: Readonly<Record<string, CloudContact["kind"]>> = { contacts: "contact", others: "other" };

export function peopleFace(cloud: Cloud, { book, provider }: CloudAccount): PeopleAccount {
  const origin: Card["origin"] = provider === "google" ? "google_contacts" : "outlook_contacts";
  const scanned = ({ id, card }: CloudContact): ScannedCard => ({ ref: id, card: { ...card, key: id, origin } });
  return {
    streams: [
      { name: "contacts", kind: "fresh" },
      { name: "others", kind: "fresh" },
    ],
    pages: async function* (stream, from) {
      cloud.settle();
      const kind = kinds[stream];
      if (kind === undefined) throw new RangeError(`no stream ${stream}`);
      const changed = "after" in from ? book.log.after(Number(readCursor(from.after).after)) : undefined;
      if ("after" in from && changed === undefined) throw new TroubleError({ kind: "cursor_spent" });
      const newest = new Map((changed ?? []).map(({ change }) => [change.contact.id, change]));
      const cards =
        changed === undefined
          ? book.contacts(kind)
          : [...newest.values()].flatMap((change) => (change.kind === "put" ? change.contact : []));
      yield {
        cards: cards.filter((contact) => contact.kind === kind).map(scanned),
        gone: [...newest.values()]
          .filter(({ kind: what, contact }) => what === "removed" && contact.kind === kind)
          .map(({ contact }) => contact.id),
        skipped: [],
        cursor: writeCursor({ after: book.log.newest }),
        isLast: true,
      };
    },
    write: {
      put: async ({ key: _, origin: __, ...card }, key) => ({
        ref: book.add({ kind: "contact", card, properties: { [keyProperty]: key } }, cloud.now()).id,
      }),
      find: async (key) => book.contacts("contact").find(({ properties }) => properties[keyProperty] === key)?.id,
      holds: (ref) => book.find(ref)?.kind === "contact",
      fill: async (ref, card) => {
        const contact = book.find(ref);
        if (contact === undefined) throw new TroubleError({ kind: "gone", what: "the contact" });
        const filled = emptyFields(card, contact.card);
        if (Object.keys(filled).length === 0) return false;
        book.change(ref, { card: { ...contact.card, ...filled } }, cloud.now());
        return true;
      },
    },
  };
}

/** What the card says where the contact says nothing; names go together. */
function emptyFields(card: Card, known: CloudContact["card"]): Partial<CloudContact["card"]> {
  const { name, givenName, familyName, company, title, postalAddress, note, addresses, phones, links } = card;
  const isNamed = known.name !== undefined || known.givenName !== undefined || known.familyName !== undefined;
  const fill = <Value>(key: string, now: Value | undefined, value: Value | undefined) =>
    now === undefined && value !== undefined ? { [key]: value } : {};
  const fillList = (key: string, now: readonly string[], values: readonly string[]) =>
    now.length === 0 && values.length > 0 ? { [key]: values } : {};
  return {
    ...(isNamed
      ? {}
      : {
          ...fill("name", known.name, name),
          ...fill("givenName", known.givenName, givenName),
          ...fill("familyName", known.familyName, familyName),
        }),
    ...fill("company", known.company, company),
    ...fill("title", known.title, title),
    ...fill("postalAddress", known.postalAddress, postalAddress),
    ...fill("note", known.note, note),
    ...fillList("addresses", known.addresses, addresses),
    ...fillList("phones", known.phones, phones),
    ...fillList("links", known.links, links),
  };
}
