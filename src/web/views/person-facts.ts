/** What is known about a person: each fact with who said it, when and where it was read, one tap away from done or wrong. */
import { html } from "hono/html";
import type { Fact } from "../../domain/fact/fact.ts";
import type { ContactId } from "../../domain/ids.ts";
import { type ToldKind, toldKinds } from "../../flows/facts/tell-fact.ts";
import { changing, type Html, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { sayDate, when } from "./when.ts";

export type FactsParts = { contactId: ContactId; name: string; facts: readonly Fact[] };

/** `before`: what is known from elsewhere, above what they and the owner said. */
export const personFacts = (frame: Frame, parts: FactsParts, before: Piece): Html => {
  const open = parts.facts.filter(({ state }) => state === "open");
  const done = parts.facts.filter(({ state }) => state === "done");
  return html`<section class="panel" id="facts" aria-labelledby="facts-title"><h2 id="facts-title">What you know</h2>
    ${before}
    <h3>Said and written</h3>
    ${open.length === 0 ? html`<p class="empty">Nothing yet. What you and ${parts.name} write to each other is read for it.</p>` : html`<ul class="rows">${open.map((fact) => factLine(frame, parts, fact))}</ul>`}
    ${done.length === 0 ? nothing : html`<details class="evidence"><summary>Done (${done.length})</summary><ul class="rows">${done.map((fact) => factLine(frame, parts, fact))}</ul></details>`}
    ${telling(frame, parts)}
  </section>`;
};

const factLine = (frame: Frame, parts: FactsParts, fact: Fact): Html => html`
  <li class="row" data-kind="${fact.kind}"><span class="row-main">
      <span class="quiet">${kindWords(fact, parts.name)}</span> <span><span lang="${fact.locale}" dir="auto">${fact.text}</span>${days(frame, fact)}</span>
      <span class="quiet">${saidWords(fact, parts.name)}, ${source(frame, parts, fact)}</span></span>
    ${fact.state === "open" ? settling(frame, parts, fact) : nothing}</li>`;

const kindWords = ({ kind, saidBy }: Fact, name: string): string => {
  switch (kind) {
    case "topic":
      return "You talked about";
    case "promise":
      return saidBy === "owner" ? "You said that you would" : `${name} said that they would`;
    case "trip":
      return saidBy === "owner" ? "You are" : `${name} is`;
    case "question":
      return saidBy === "owner" ? "You asked, without an answer so far:" : `${name} asked, and waits for your answer:`;
    case "job":
      return "Works as";
    case "introducer":
      return "You were brought together by";
    case "someday":
      return "To meet some day:";
    case "give":
      return "You can offer";
    case "admiration":
      return "You admire:";
  }
};

/** A promise has a day by which, a trip from and until; of a someday it is when to ask. */
function days(frame: Frame, { kind, dueOn, untilOn }: Fact): Piece {
  if (dueOn === undefined) return nothing;
  if (kind === "trip")
    return untilOn === undefined || untilOn === dueOn
      ? html`, ${sayDate(dueOn, frame.seen)}`
      : html`, from ${sayDate(dueOn, frame.seen)} to ${sayDate(untilOn, frame.seen)}`;
  return kind === "someday" ? html`, ask by ${sayDate(dueOn, frame.seen)}` : html`, by ${sayDate(dueOn, frame.seen)}`;
}

const saidWords = ({ saidBy, source }: Fact, name: string): string => {
  if (source.kind === "owner") return "you noted it";
  if (source.kind === "card") return "on their card";
  if (saidBy === "calendar") return "in your calendar";
  return saidBy === "owner" ? "you wrote it" : `${name} wrote it`;
};

/** The message that it was read from, where its sentence stands. */
const source = (frame: Frame, { contactId }: FactsParts, { source, saidAt, quote }: Fact): Piece =>
  source.kind === "message"
    ? html`<a href="/people/${contactId}/threads/${source.id}" title="${quote}">${when(saidAt, frame.seen)}</a>`
    : when(saidAt, frame.seen);

/** Each tap by itself, so that Enter can not press the wrong one. */
const settling = (frame: Frame, { contactId }: FactsParts, { factId, kind }: Fact): Html => {
  const tap = (state: "done" | "refused", words: string) =>
    changing(
      { token: frame.token, action: `/people/${contactId}/facts/${factId}` },
      html`<button class="plain-button" name="state" value="${state}">${words}</button>`,
    );
  return html`<span class="row-end">${kind === "promise" || kind === "question" ? tap("done", "Done") : nothing}${tap("refused", "Wrong")}</span>`;
};

const toldWords: Readonly<Record<ToldKind, (name: string) => string>> = {
  topic: () => "We talked about",
  promise: () => "I said that I would",
  their_promise: (name) => `${name} said that they would`,
  job: (name) => `${name} works as`,
  question: (name) => `${name} asked`,
};

const telling = (frame: Frame, { contactId, name }: FactsParts): Html =>
  changing(
    { token: frame.token, action: `/people/${contactId}/facts`, attributes: html`class="stack"` },
    html`<label for="fact-text">Add what you know</label>
    <select name="kind" aria-label="What kind of thing it is">${toldKinds.map((kind) => html`<option value="${kind}">${toldWords[kind](name)}</option>`)}</select>
    <div class="why-line"><input id="fact-text" name="text" maxlength="200" autocomplete="off" required placeholder="hiring analysts; send the deck by Friday" dir="auto">
    <button class="button">Add</button></div>`,
  );
