/** A text field with its label, its hint, and what is wrong with what was typed in it. */
import { html } from "hono/html";
import { type Html, nothing, type Piece } from "./html.ts";

export type TextField = {
  /** Of the element; its hint and trouble are named after it. */
  id: string;
  name: string;
  label: string;
  value: string | undefined;
  explains?: string | undefined;
  trouble?: string | undefined;
  attributes?: Piece;
  /** Several lines. */
  isLong?: boolean;
};

export function textField({ id, name, label, value, explains, trouble, attributes, isLong }: TextField): Html {
  const hints = [...(explains === undefined ? [] : ["hint"]), ...(trouble === undefined ? [] : ["trouble"])];
  const described =
    hints.length === 0 ? nothing : html`aria-describedby="${hints.map((one) => `${id}-${one}`).join(" ")}"`;
  const about = html`dir="auto" ${attributes} ${described} ${trouble === undefined ? nothing : html`aria-invalid="true"`}`;
  return html`<div class="field"><label for="${id}">${label}</label>
    ${isLong === true ? html`<textarea id="${id}" name="${name}" rows="2" ${about}>${value}</textarea>` : html`<input id="${id}" name="${name}" value="${value}" autocomplete="off" ${about}>`}
    ${explains === undefined ? nothing : html`<span id="${id}-hint" class="quiet hint">${explains}</span>`}
    ${trouble === undefined ? nothing : html`<span id="${id}-trouble" class="trouble hint">${trouble}</span>`}</div>`;
}
