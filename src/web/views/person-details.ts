/** What is known of a person beside their addresses, each with where it was read; nothing is shown for what nobody said. */
import { html } from "hono/html";
import type { ContactField, FieldName } from "../../domain/contact/fields.ts";
import { phoneKey } from "../../domain/contact/phone.ts";
import { dayIn } from "../../domain/time.ts";
import { nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { sayDate } from "./when.ts";

export const personDetails = (frame: Frame, fields: readonly ContactField[]): Piece =>
  fields.length === 0
    ? nothing
    : html`<h3>Details</h3><dl class="pairs">${fields.map(
        (one) =>
          html`<div><dt>${fieldNames[one.field]}</dt><dd dir="auto">${fieldValue(one)}<span class="quiet source">${sourceOf(one, frame)}</span></dd></div>`,
      )}</dl>`;

const fieldNames: Readonly<Record<FieldName, string>> = {
  name: "Name",
  company: "Company",
  title: "Title",
  phone: "Phone",
  postal_address: "Address",
  link: "Link",
};

const fieldValue = ({ field, value }: ContactField): Piece => {
  if (field === "phone") return html`<a href="tel:${phoneKey(value)}">${value}</a>`;
  if (field !== "link") return value;
  return html`<a href="${/^https?:/i.test(value) ? value : `https://${value}`}" rel="noreferrer">${value}</a>`;
};

/** "from the card attached to the mail of Tue 3 Mar". */
const sourceOf = ({ source, sourceAt }: ContactField, { seen }: Frame): string => {
  const day = sourceAt === undefined ? "" : ` of ${sayDate(dayIn(seen.zone, sourceAt), seen)}`;
  switch (source) {
    case "attached_card":
      return `from the card attached to the mail${day}`;
    case "signature":
      return `from the signature of the mail${day}`;
    case "address_book":
      return "from your address book";
    case "list":
      return "from a list you imported";
    case "display_name":
      return "from their mail";
  }
};
