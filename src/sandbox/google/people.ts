/** The People API of the sandbox: contacts, other contacts, what is written into them. */
import type { Hono } from "hono";
import { before, type Instant } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { CloudContact } from "../cloud/address-book.ts";
import type { Limit } from "../quota.ts";
import {
  type Call,
  flag,
  GoogleFault,
  type GoogleWorld,
  googleApi,
  type Json,
  notFound,
  pageSize,
  readToken,
  tokenOf,
} from "./door.ts";
import { deletedPersonJson, personEtag, personJson, readMask, readPerson } from "./person-json.ts";

const reads = ["contacts", "contacts.readonly"];
const syncTokenDays = 7;
/** No figure is published for a project of its own; these are what a console shows at first. */
export const peopleQuota = { userMinuteReads: 90, userMinuteWrites: 90 } as const;

export function peopleApi(world: GoogleWorld): Hono {
  const limits = ({ address }: CloudAccount, units: number): Limit[] => [
    { key: `people/user/${address}`, units, windowMs: 60_000, windowUnits: peopleQuota.userMinuteReads },
  ];
  return googleApi(
    world,
    [
      {
        method: "GET",
        path: "/v1/people/me/connections",
        scopes: reads,
        units: 1,
        answer: (call) => {
          const { page, next } = contactPage(call, "contact", readMask(call.query.get("personFields"), "personFields"));
          const totalItems = call.account.book.contacts("contact").length;
          return { ...(page.length > 0 && { connections: page }), ...next, totalPeople: totalItems, totalItems };
        },
      },
      {
        method: "GET",
        path: "/v1/otherContacts",
        scopes: ["contacts.other.readonly"],
        units: 1,
        answer: (call) => {
          const { page, next } = contactPage(call, "other", readMask(call.query.get("readMask"), "readMask"));
          const totalSize = call.account.book.contacts("other").length;
          return { ...(page.length > 0 && { otherContacts: page }), ...next, totalSize };
        },
      },
      { method: "POST", path: "/v1/:action{people:createContact}", scopes: ["contacts"], units: 1, answer: create },
      {
        method: "GET",
        path: "/v1/people/:id",
        scopes: [...reads, "userinfo.profile", "userinfo.email"],
        units: 1,
        answer: (call) =>
          personJson(contactOf(call, call.param("id")), readMask(call.query.get("personFields"), "personFields")),
      },
      { method: "PATCH", path: "/v1/people/:action{.+:updateContact}", scopes: ["contacts"], units: 1, answer: update },
      {
        method: "DELETE",
        path: "/v1/people/:action{.+:deleteContact}",
        scopes: ["contacts"],
        units: 1,
        answer: remove,
      },
    ],
    limits,
  );
}

function contactOf({ account: { book } }: Call, id: string): CloudContact {
  const contact = book.find(id);
  if (contact?.kind !== "contact") throw notFound("the contact");
  return contact;
}

const idIn = ({ param }: Call): string => param("action").split(":")[0] ?? "";

/** All of a kind, or what changed since a sync token, deleted ones included. A token lives seven days. */
function contactPage(call: Call, kind: CloudContact["kind"], mask: ReadonlySet<string>): { page: Json[]; next: Json } {
  const { account, query, now } = call;
  const { book } = account;
  const sync = readToken(query.get("syncToken"));
  const isOld = sync !== undefined && String(sync.at) < before(now, { days: syncTokenDays });
  const changes = sync === undefined || isOld ? undefined : book.log.after(Number(sync.after));
  if (sync !== undefined && changes === undefined)
    throw new GoogleFault(400, "EXPIRED_SYNC_TOKEN", "The sync token has expired: read everything again.");
  const all =
    changes === undefined
      ? book.contacts(kind).map((contact) => personJson(contact, mask))
      : [...new Map(changes.map(({ change }) => [change.contact.id, change])).values()]
          .filter(({ contact }) => contact.kind === kind)
          .map((change) =>
            change.kind === "removed" ? deletedPersonJson(change.contact) : personJson(change.contact, mask),
          );
  const size = pageSize(query, "pageSize", { usual: 100, most: 1_000 });
  const token = readToken(query.get("pageToken"));
  const start = Number(token?.start ?? 0);
  const newest = Number(token?.newest ?? book.log.newest);
  const at = (token?.at ?? now) as Instant;
  const isMore = start + size < all.length;
  return {
    page: all.slice(start, start + size),
    next: {
      ...(isMore && { nextPageToken: tokenOf({ start: start + size, newest, at }) }),
      ...(!isMore && flag(query, "requestSyncToken") && { nextSyncToken: tokenOf({ after: newest, at }) }),
    },
  };
}

const everyField = new Set([
  "metadata",
  "names",
  "emailAddresses",
  "phoneNumbers",
  "organizations",
  "urls",
  "addresses",
  "biographies",
  "clientData",
  "userDefined",
  "memberships",
]);

const shownFields = (query: URLSearchParams): ReadonlySet<string> =>
  query.has("personFields") ? readMask(query.get("personFields"), "personFields") : everyField;

function create({ account, body, query, now }: Call): Json {
  const empty = { card: { addresses: [], phones: [], links: [] }, properties: {} };
  const contact = account.book.add({ kind: "contact", ...readPerson(body, everyField, empty) }, now);
  return personJson(contact, shownFields(query));
}

/** Refused when the body's etag is not that of the contact as it stands. */
function update(call: Call): Json {
  const { account, body, query, now } = call;
  const contact = contactOf(call, idIn(call));
  const sources = ((body.metadata as Json | undefined)?.sources ?? []) as Json[];
  const given = body.etag ?? sources.find(({ type }) => type === "CONTACT")?.etag;
  if (given === undefined) throw new GoogleFault(400, "failedPrecondition", "The etag of the contact is needed.");
  if (String(given).replace(/^#/, "") !== personEtag(contact))
    throw new GoogleFault(400, "failedPrecondition", "The contact was changed meanwhile: read it again.");
  const fields = readMask(query.get("updatePersonFields"), "updatePersonFields");
  const changed = account.book.change(contact.id, readPerson(body, fields, contact), now) as CloudContact;
  return personJson(changed, shownFields(query));
}

function remove(call: Call): Json {
  const { id } = contactOf(call, idIn(call));
  call.account.book.remove(id, call.now);
  return {};
}
