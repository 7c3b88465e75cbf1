/** A person's addresses and profiles, with the evidence for each; one of them may be given away, and another person taken in. */
import { html } from "hono/html";
import type { MergeSeen } from "../../store/read/merges.ts";
import type { PersonSeen } from "../../store/read/person.ts";
import type { SenderSeen } from "../../store/read/senders.ts";
import { changing, type Html, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { correctionForm } from "./senders.ts";

export type IdentitiesParts = {
  person: PersonSeen;
  senders: readonly SenderSeen[];
  /** Whom the owner gave an address of theirs, or whose they had been before. */
  apart: readonly MergeSeen[];
};

export const personIdentities = (frame: Frame, parts: IdentitiesParts): Html => {
  const { person, senders } = parts;
  const judged = new Map(senders.map((one) => [one.address, one]));
  const known = person.identities.filter(({ kind }) => kind !== "phone");
  return html`<h3 id="identities">Addresses</h3>
    <ul class="plain-list">${known.map(({ kind, value, because }) => {
      const sender = judged.get(value);
      return html`<li><span class="address">${value}</span><span class="quiet">${because}</span>
        ${kind === "address" && sender !== undefined ? html`<details class="evidence"><summary>The evidence for it</summary>${reasons(sender.because)}</details>${correctionForm(frame, sender, ["machine", "ignored"], "/people")}` : nothing}
        ${known.length > 1 ? splitForm(frame, person, value) : nothing}</li>`;
    })}</ul>
    ${apartView(frame, parts)}
    ${joinForm(frame, person)}`;
};

const splitForm = (frame: Frame, { contactId }: PersonSeen, value: string): Html =>
  changing(
    { token: frame.token, action: `/people/${contactId}/split` },
    html`<input type="hidden" name="address" value="${value}"><button class="plain-button">Somebody else’s<span class="unseen">: ${value} gets a person of its own</span></button>`,
  );

/** One tap undoes it. */
const apartView = (frame: Frame, { person, apart }: IdentitiesParts): Piece => {
  const others = new Map(
    apart
      .flatMap(({ addresses }) => addresses)
      .flatMap(({ contactId, contactName, address }) =>
        contactId === undefined || contactId === person.contactId ? [] : [[contactId, contactName ?? address]],
      ),
  );
  return others.size === 0
    ? nothing
    : html`<ul class="plain-list">${[...others].map(
        ([other, name]) => html`<li><span>Told apart from <a href="/people/${other}" dir="auto">${name}</a></span>
          ${changing({ token: frame.token, action: `/people/${person.contactId}/join` }, html`<input type="hidden" name="other" value="${other}"><button class="plain-button">One person after all<span class="unseen">: ${name}</span></button>`)}</li>`,
      )}</ul>`;
};

const joinForm = (frame: Frame, { contactId, name }: PersonSeen): Html => html`
  <details class="evidence"><summary>The same person as somebody else</summary>
    ${changing(
      { token: frame.token, action: `/people/${contactId}/join`, attributes: html`class="stack"` },
      html`<label for="same-as">Their name or address; they and ${name} become one</label>
      <div class="why-line"><input id="same-as" name="who" maxlength="200" autocomplete="off" required dir="auto"><button class="button">Put together</button></div>`,
    )}</details>`;
