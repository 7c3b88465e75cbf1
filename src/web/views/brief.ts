/** What to know before a meeting, short enough to read at the door (R36). */
import { html } from "hono/html";
import type { BriefLine } from "../../domain/day/brief.ts";
import type { Brief } from "../../flows/day/write-brief.ts";
import type { Html } from "./html.ts";

const heads: Readonly<Partial<Record<BriefLine["kind"], string>>> = {
  exchange: "Lately",
  give: "To bring",
  promise: "Promised",
  question: "To ask",
};

/** Lines of one kind under one head; the first two kinds speak for themselves. */
export const briefLines = ({ lines }: Brief): Html => {
  const groups = [...Map.groupBy(lines, ({ kind }) => kind)];
  return html`<div class="brief">${groups.map(([kind, texts]) => {
    const head = heads[kind];
    return html`${head === undefined ? undefined : html`<h3>${head}</h3>`}${texts.map(({ text }) => html`<p dir="auto">${text}</p>`)}`;
  })}</div>`;
};

export const briefView = (brief: Brief): Html => html`
  <p class="trail"><a href="/today">Today</a> <a href="/people/${brief.contactId}">${brief.name}</a></p>
  <div class="heading"><h1>Before you meet ${brief.name}</h1></div>
  <section class="panel" aria-labelledby="short"><h2 class="unseen" id="short">In short</h2>${briefLines(brief)}</section>`;
