/** The lists of the owner: whom they need to meet, companies, the market, groups, connectors, referral sources. */

import { html } from "hono/html";
import { sayBecause } from "../../domain/because.ts";
import type { Connector } from "../../domain/contact/connectors.ts";
import { type MarketField, marketFields } from "../../domain/contact/target-market.ts";
import { sayWanted } from "../../domain/contact/wanted.ts";
import type {
  CompanySeen,
  GroupSeen,
  Lists,
  PersonNamed,
  SourceSeen,
  WantedSeen,
} from "../../flows/lists/look-at-lists.ts";
import type { Relationships } from "../../store/read/relationships.ts";
import { textField } from "./field.ts";
import { changing, type Html, icon, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { searchBox } from "./review.ts";
import { counted, sayDate, when } from "./when.ts";

/** A form that was refused: what stood in it, and what is wrong by field. */
export type ListsTyped = {
  form: "wanted" | "companies" | "market" | "groups" | "links" | "former";
  fields: Readonly<Record<string, string>>;
  troubles: Readonly<Record<string, string>>;
};

export type ListsParts = { lists: Lists; relationships: Relationships; search: string; typed?: ListsTyped };

export const listsView = (frame: Frame, parts: ListsParts): Html => {
  const { lists, relationships, search } = parts;
  return html`
  <div class="heading"><h1>Lists</h1></div>
  ${figures(relationships)}
  <div class="tools">${searchBox({ action: "/lists", search, label: "Search the lists", hidden: {} }, frame)}</div>
  <div id="list" class="panels">
  ${parts.typed === undefined ? nothing : html`<p class="trouble" role="alert">Nothing was saved yet: ${Object.values(parts.typed.troubles).join(" ")}</p>`}
  ${wantedPanel(frame, parts)}
  ${companiesPanel(frame, parts)}
  ${marketPanel(frame, parts)}
  ${connectorsPanel(lists.connectors, search)}
  ${sourcesPanel(lists.sources, search)}
  ${restingPanel(frame, lists, search)}
  ${groupsPanel(frame, parts)}
  ${linksPanel(frame, parts)}
  ${formerPanel(frame, parts)}
  </div>`;
};

/** Relationships, not connections (R38): how many people there are in all is not among the figures. */
const figures = ({ metInPerson, conversationsThisQuarter, beganOnline, gave, received, plan }: Relationships): Html => {
  const figure = (name: string, value: Piece) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="figures">
    ${figure("Met in person", metInPerson)}
    ${figure("Conversations this quarter", conversationsThisQuarter)}
    ${figure("First known online, met since", html`${beganOnline.met}<span class="quiet"> of ${beganOnline.inExchange}</span>`)}
    ${figure("Gave and received this quarter", html`${gave}<span class="quiet"> and </span>${received}`)}
    ${figure("Plan kept this month", plan.planned === 0 ? html`<span class="quiet">no plan</span>` : html`${plan.tookPlace}<span class="quiet"> of ${plan.planned}</span>`)}
  </dl>`;
};

type PanelName = ListsTyped["form"] | "connectors" | "sources" | "resting";

const panel = (id: PanelName, title: string, explains: string, inside: Piece | Piece[]): Html => html`
  <section class="panel" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p class="quiet">${explains}</p>${inside}</section>`;

/** The rows that have every searched word, or what to do while there is none. */
function rows<Row>(
  all: readonly Row[],
  { search, textOf, empty }: { search: string; textOf: (row: Row) => string; empty: string },
  line: (row: Row) => Html,
): Html {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = all.filter((row) => {
    const text = textOf(row).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (shown.length > 0) return html`<ul class="rows">${shown.map(line)}</ul>`;
  return html`<p class="empty">${all.length === 0 ? empty : `Nothing here has “${search}”.`}</p>`;
}

const act = (
  frame: Frame,
  action: string,
  label: string,
  hidden: Readonly<Record<string, string>>,
  about: string,
): Html =>
  changing(
    { token: frame.token, action: `/lists/${action}` },
    html`${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="button small">${label}<span class="unseen"> ${about}</span></button>`,
  );

type FieldParts = { form: ListsTyped["form"]; name: string; label: string; value?: string; explains?: string };

function field(
  { typed }: ListsParts,
  { form, name, label, value = "", explains }: FieldParts,
  attributes: Piece = nothing,
): Html {
  const mine = typed?.form === form ? typed : undefined;
  return textField({
    id: `${form}-${name}`,
    name,
    label,
    explains,
    attributes,
    value: mine?.fields[name] ?? value,
    trouble: mine?.troubles[name],
  });
}

const form = (frame: Frame, action: string, inside: Piece | Piece[]): Html =>
  changing({ token: frame.token, action: `/lists/${action}`, attributes: html`class="stack wide" novalidate` }, inside);

const personLink = ({ contactId, name }: PersonNamed): Html =>
  html`<a href="/people/${contactId}" dir="auto">${name}</a>`;

const namesShownMax = 5;
const people = (all: readonly PersonNamed[]): Html =>
  html`${all.slice(0, namesShownMax).map((one, at) => html`${at === 0 ? "" : ", "}${personLink(one)}`)}${all.length > namesShownMax ? ` and ${counted(all.length - namesShownMax, "other")}` : ""}`;

const wantedPanel = (frame: Frame, parts: ListsParts): Html =>
  panel(
    "wanted",
    "People you need to know",
    "By name, or by role at a company. When one turns up in your mail, calendar or an import, you see it here the same day. Nothing is ever written to them before you have been in contact.",
    [
      rows(
        parts.lists.wanted.toSorted(
          (one, other) => Number(other.wanted.appeared !== undefined) - Number(one.wanted.appeared !== undefined),
        ),
        {
          search: parts.search,
          textOf: ({ wanted }) => `${sayWanted(wanted)} ${wanted.appeared?.sighting.name ?? ""}`,
          empty: "Nobody yet. Whom would you like to know a year from now?",
        },
        (one) => wantedLine(frame, one),
      ),
      form(frame, "want", [
        html`<div class="fields">
        ${field(parts, { form: "wanted", name: "who", label: "A name, or a role", explains: "Priya Nair, or Head of Data" }, html`maxlength="100"`)}
        ${field(parts, { form: "wanted", name: "company", label: "Company or its domain", explains: "A role needs one." }, html`maxlength="100"`)}</div>`,
        html`<button class="button">Add to the list</button>`,
      ]),
    ],
  );

const wantedLine = (frame: Frame, { wanted, knownThere }: WantedSeen): Html => {
  const { appeared } = wanted;
  const name = sayWanted(wanted);
  return html`<li class="row ${appeared === undefined ? "" : "found"}"><span class="row-main" dir="auto"><strong>${name}</strong>
    ${appeared === undefined ? nothing : html`<span role="status">${icon(frame.icons, "spark")} ${sayBecause(appeared.because)} <span class="quiet">Seen in ${seenWords[appeared.sighting.seenIn.kind]}, raised ${when(appeared.at, frame.seen)}.</span></span>`}
    ${appeared?.sighting.contactId === undefined ? nothing : html`<a href="/people/${appeared.sighting.contactId}">To ${appeared.sighting.name ?? "the person"}</a>`}
    ${knownThere.length === 0 ? nothing : html`<span class="quiet">Known to you there: ${people(knownThere)}</span>`}
    <span class="quiet">noted ${sayDate(wanted.notedOn, frame.seen)}</span></span>
    <span class="actions">${appeared?.sighting.address === undefined ? nothing : act(frame, "not-them", "Somebody else", { id: wanted.id }, `than ${name}`)}
    ${act(frame, "unwant", "Take off", { id: wanted.id }, name)}</span></li>`;
};

const seenWords = { message: "your mail", event: "your calendar", card: "a list you imported" } as const;

const companiesPanel = (frame: Frame, parts: ListsParts): Html =>
  panel(
    "companies",
    "Target companies",
    "Companies you want to get into: whom you know there, and when you last talked.",
    [
      rows(
        parts.lists.companies.toSorted(
          (one, other) => standingOrder[one.standing.state] - standingOrder[other.standing.state],
        ),
        {
          search: parts.search,
          textOf: ({ company, insiders }) =>
            `${company.name} ${company.domains.join(" ")} ${insiders.map(({ name }) => name).join(" ")}`,
          empty: "None yet. A company is told by what stands after the @ in its addresses.",
        },
        (one) => companyLine(frame, one),
      ),
      form(frame, "companies", [
        html`<div class="fields">
      ${field(parts, { form: "companies", name: "name", label: "Company" }, html`maxlength="100"`)}
      ${field(parts, { form: "companies", name: "domains", label: "Domains", explains: "acme.example, acme.co.uk" }, html`maxlength="500" spellcheck="false"`)}
      ${field(parts, { form: "companies", name: "missingRole", label: "Whom you miss there", explains: "Head of Data" }, html`maxlength="100"`)}</div>`,
        html`<button class="button">Add the company</button>`,
      ]),
    ],
  );

const standingOrder = { quiet: 0, nobody: 1, never_talked: 2, in_touch: 3 } as const;

const companyLine = (frame: Frame, { company, standing, insiders }: CompanySeen): Html => html`
  <li class="row ${standing.state === "quiet" ? "found" : ""}"><span class="row-main" dir="auto"><strong>${company.name}</strong> <span class="quiet">${company.domains.join(", ")}</span>
    <span>${sayBecause(standing.because)}</span>
    ${insiders.length === 0 ? nothing : html`<span class="quiet">Known there: ${people(insiders)}</span>`}
    ${standing.missingRole === undefined ? nothing : html`<span class="quiet">Missing: ${standing.missingRole}</span>`}</span>
    ${act(frame, "companies/drop", "Take off", { id: company.companyId }, company.name)}</li>`;

const marketWords: Readonly<Record<MarketField, { label: string; explains: string }>> = {
  industry: { label: "Industry", explains: "insur*, banking" },
  profession: { label: "Profession", explains: "actuary, underwriter" },
  segment: { label: "Segment", explains: "family firms" },
  niche: { label: "Niche", explains: "marine insurance" },
  demographic: { label: "Demographic", explains: "Looked for in your own notes alone; nothing is ever inferred." },
  dynamic: { label: "Dynamic", explains: "hiring, moving, founding" },
  geography: { label: "Geography", explains: "Lyon, Rhône" },
};

const marketPanel = (frame: Frame, parts: ListsParts): Html =>
  panel(
    "market",
    "Target market",
    "Your words, with commas between; a star takes every ending. People who match come a little earlier when they are due, with the reason shown. Nothing else follows from it.",
    form(frame, "market", [
      html`<div class="fields">${marketFields.map((name) =>
        field(
          parts,
          { form: "market", name, ...marketWords[name], value: parts.lists.market[name].join(", ") },
          html`maxlength="1000"`,
        ),
      )}</div>`,
      html`<button class="button">Save the market</button>`,
    ]),
  );

const connectorsPanel = (connectors: readonly Connector[], search: string): Html =>
  panel(
    "connectors",
    "Connectors",
    "People you know who are one step from those you need: the same company, the same event, or they introduced you before.",
    rows(
      connectors.slice(0, connectorsMax),
      {
        search,
        textOf: ({ name, targets }) => `${name} ${targets.map((target) => target.name).join(" ")}`,
        empty: "Nobody yet. They appear when you list people you need to know or target companies.",
      },
      ({ contactId, name, targets, because }) =>
        html`<li class="row"><span class="row-main">${personLink({ contactId: contactId as PersonNamed["contactId"], name })}${reasons(because)}</span><span class="quiet row-end">${counted(targets.length, "target")}</span></li>`,
    ),
  );

const connectorsMax = 20;

const sourcesPanel = (sources: readonly SourceSeen[], search: string): Html =>
  panel(
    "sources",
    "Referral sources",
    "Who sent you people or business, and what went back to them.",
    rows(
      sources,
      { search, textOf: ({ name }) => name, empty: "Nobody yet. Say on a person's page who introduced you." },
      (
        one,
      ) => html`<li class="row"><span class="row-main">${personLink(one)} <span class="quiet">sent ${one.received}, got ${one.given} back</span></span>
        ${one.owed >= 2 ? html`<span class="row-end">send something to them</span>` : nothing}</li>`,
    ),
  );

const restingPanel = (frame: Frame, { resting, quiet }: Lists, search: string): Html =>
  panel(
    "resting",
    "Quiet and resting",
    "Who is left in peace for now, with the reason, and with whom much was written and nothing said. On their page you may take a rest back.",
    [
      rows(
        resting,
        { search, textOf: ({ name }) => name, empty: "Nobody rests: everybody may be asked." },
        ({ because, until, ...one }) =>
          html`<li class="row"><span class="row-main">${personLink(one)} <span class="quiet">${sayBecause(because)}</span></span>
          <span class="quiet row-end">${until === undefined ? "until you or they say otherwise" : html`until ${when(until, frame.seen)}`}</span></li>`,
      ),
      quiet.length === 0
        ? nothing
        : html`<h3>Much mail, no talk</h3>${rows(
            quiet,
            { search, textOf: ({ name }) => name, empty: "" },
            ({ because, ...one }) =>
              html`<li class="row"><span class="row-main">${personLink(one)} <span class="quiet">${sayBecause(because)}</span></span></li>`,
          )}`,
    ],
  );

const groupsPanel = (frame: Frame, parts: ListsParts): Html =>
  panel(
    "groups",
    "Groups",
    "Groups that meet again and again, found in your calendar. In a referral group one seat is meant for each profession.",
    [
      rows(
        parts.lists.groups,
        {
          search: parts.search,
          textOf: ({ group, members }) => `${group.name} ${members.map(({ shown }) => shown).join(" ")}`,
          empty: "None yet. A series in your calendar with four or more people from outside is suggested here.",
        },
        (one) => groupLine(frame, one),
      ),
      form(frame, "groups", [
        field(parts, { form: "groups", name: "name", label: "A group that is in no calendar" }, html`maxlength="100"`),
        html`<button class="button">Add the group</button>`,
      ]),
      html`<p><a href="/settings/letters/group">Invite a small group</a></p>`,
    ],
  );

const groupLine = (frame: Frame, { group, members, seats }: GroupSeen): Html => html`
  <li class="row"><span class="row-main" dir="auto"><strong>${group.name}</strong> <span class="quiet">${counted(members.length, "member")}</span>
    ${group.state === "suggested" ? html`<span>Comes again and again in your calendar. Is it a group?</span>` : nothing}
    ${seats.map(({ because }) => html`<span class="trouble">${sayBecause(because)}</span>`)}
    ${
      members.length === 0
        ? nothing
        : html`<details class="evidence"><summary>Members and their professions</summary><ul class="plain-list">${members.map(
            (
              member,
            ) => html`<li>${member.contactId === undefined ? member.shown : personLink({ contactId: member.contactId, name: member.shown })}
            ${changing(
              { token: frame.token, action: "/lists/seat", attributes: html`class="inline"` },
              html`<input type="hidden" name="id" value="${group.groupId}"><input type="hidden" name="address" value="${member.address}">
              <input name="profession" value="${member.profession ?? ""}" aria-label="Profession of ${member.shown}" maxlength="100" dir="auto"><button class="button small">Save</button>`,
            )}</li>`,
          )}</ul></details>`
    }</span>
    <span class="actions">${group.state === "suggested" ? act(frame, "groups/accept", "Yes, a group", { id: group.groupId }, group.name) : nothing}
    ${act(frame, "groups/drop", group.state === "suggested" ? "No" : "Take off", { id: group.groupId }, group.name)}</span></li>`;

const linksPanel = (frame: Frame, parts: ListsParts): Html => {
  const { groups, today, isDone } = parts.lists.links;
  return panel(
    "links",
    "Places online",
    "Where your market meets online. One of them a day stands in your sitting, so that you answer or post something; nothing is posted for you.",
    [
      rows(
        groups,
        {
          search: parts.search,
          textOf: ({ name, url }) => `${name} ${url}`,
          empty: "None yet. Add a forum or a group that your market reads.",
        },
        (
          group,
        ) => html`<li class="row"><span class="row-main"><a href="${group.url}" rel="noreferrer noopener" target="_blank" dir="auto">${group.name}</a>
          ${group.lastRemindedOn === undefined ? nothing : html`<span class="quiet">last on ${sayDate(group.lastRemindedOn, frame.seen)}</span>`}
          ${group.groupId === today?.groupId && !isDone ? html`<span class="quiet">today's</span>` : nothing}</span>
          <span class="actions">${group.groupId === today?.groupId && !isDone ? act(frame, "links/visited", "I was there", { id: group.groupId }, group.name) : nothing}
          ${act(frame, "groups/drop", "Take off", { id: group.groupId }, group.name)}</span></li>`,
      ),
      form(frame, "links", [
        html`<div class="fields">${field(parts, { form: "links", name: "name", label: "Name" }, html`maxlength="100"`)}
        ${field(parts, { form: "links", name: "url", label: "Link" }, html`type="url" inputmode="url" maxlength="300"`)}</div>`,
        html`<button class="button">Add the place</button>`,
      ]),
    ],
  );
};

const formerPanel = (frame: Frame, parts: ListsParts): Html => {
  const { domains, people: colleagues } = parts.lists.former;
  return panel(
    "former",
    "Former colleagues",
    "People at companies you worked for are colleagues no more: they stand among your people, and these you have not talked to for longest.",
    [
      rows(
        colleagues.slice(0, formerMax),
        {
          search: parts.search,
          textOf: ({ name, company }) => `${name} ${company ?? ""}`,
          empty: "Nobody yet. Say where you worked before.",
        },
        (one) => html`<li class="row"><span class="row-main">${personLink(one)}</span>
          <span class="quiet row-end">${one.lastConversationAt === undefined ? "not talked yet" : html`talked ${when(one.lastConversationAt, frame.seen)}`}</span></li>`,
      ),
      form(frame, "former", [
        field(
          parts,
          {
            form: "former",
            name: "domains",
            label: "Domains of former employers",
            value: domains.join(", "),
            explains: "What stood after the @ there: oldfirm.example",
          },
          html`maxlength="500" spellcheck="false"`,
        ),
        html`<button class="button">Save</button>`,
      ]),
    ],
  );
};

const formerMax = 20;
