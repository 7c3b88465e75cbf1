/** A note to write by hand (R25): what to mention, how to begin, and the address as a label to print. */
import { html } from "hono/html";
import type { NotePage } from "../../domain/day/note.ts";
import { changing, type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";

export const noteView = (
  frame: Frame,
  { contactId, name, note }: { contactId: string; name: string; note: NotePage },
): Html => html`
  <p class="trail"><a href="/today">Today</a> <a href="/people/${contactId}">${name}</a></p>
  <div class="heading"><h1>A note to ${name}</h1><p class="quiet">By hand, in your own words.</p></div>
  <div class="columns"><section class="panel" aria-labelledby="mention"><h2 id="mention">To mention</h2>
    ${note.mention.length === 0 ? html`<p class="empty">Nothing is known to mention. What stayed with you?</p>` : html`<ul class="plain-list">${note.mention.map((one) => html`<li dir="auto">${one}</li>`)}</ul>`}
    <h3>If the page stays blank</h3><p dir="auto">${note.hint}</p>
    ${changing(
      { token: frame.token, action: `/people/${contactId}/log` },
      html`<input type="hidden" name="back" value="/today"><button class="main-button" name="tap" value="post:posted">${icon(frame.icons, "check")} Posted</button>`,
    )}</section>
  <aside>${note.address.length === 0 ? addressForm(frame, contactId, name) : label(note.address)}</aside></div>`;

const label = (lines: readonly string[]): Html => html`
  <section class="panel" aria-labelledby="label"><h2 id="label">Label</h2>
    <address class="label">${lines.map((line) => html`<span dir="auto">${line}</span>`)}</address>
    <button class="button" type="button" data-print data-with-script hidden>Print the label</button>
    <noscript><p class="quiet">Print this page: only the label goes on paper.</p></noscript></section>`;

const addressForm = (frame: Frame, contactId: string, name: string): Html => html`
  <section class="panel" aria-labelledby="where"><h2 id="where">Where to?</h2>
    ${changing(
      { token: frame.token, action: `/people/${contactId}/postal-address` },
      html`<label for="postal">The postal address of ${name}</label>
      <textarea id="postal" name="address" rows="4" maxlength="500" required dir="auto"></textarea>
      <div class="actions"><button class="main-button">Keep it</button></div>`,
    )}</section>`;
