/** The frame of every public page. It stands alone: our style, two lines of script, nothing from anywhere else. */
import { html } from "hono/html";
import { locales } from "../../templates/catalogue.ts";
import type { Assets } from "../assets.ts";
import { type Html, nothing, type Piece } from "../views/html.ts";
import type { Seen } from "./seen.ts";
import { pageWords } from "./words/page-words.ts";

export type PublicParts = {
  title: string;
  body: Piece;
  /** Which page of the link answers a GET with the same: by another clock, in another language. */
  page?: "" | "move";
};

export const publicFrame = (
  assets: Assets,
  seen: Seen,
  { title, body, page }: PublicParts,
): Html => html`<!doctype html>
<html lang="${seen.locale}" ${page !== undefined && !seen.isZoneChosen ? html`data-zone="${seen.zone}"` : nothing}>
<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <link rel="icon" href="${assets.path("mark.svg")}" type="image/svg+xml">
  <link rel="stylesheet" href="${assets.path("app.css")}">
  <link rel="stylesheet" href="${assets.path("booking.css")}">
  <script src="${assets.path("booking.js")}" defer></script>
</head>
<body class="invited">
  <a class="skip" href="#main">${seen.words.skip}</a>
  <main id="main" tabindex="-1">${body}</main>
  <footer>${languages(seen, page ?? "")}</footer>
</body>
</html>`;

const languages = (seen: Seen, page: "" | "move"): Html => html`
    <nav aria-label="${seen.words.language}"><ul>${locales.map(
      (lang) =>
        html`<li><a href="${seen.at(page, { lang })}" lang="${lang}" hreflang="${lang}" ${lang === seen.locale ? html`aria-current="true"` : nothing}>${pageWords[lang].name}</a></li>`,
    )}</ul></nav>`;

/** A name may be written from right to left: what stands beside it stays where it is. */
export const nameOf = (name: string): Html => html`<bdi>${name}</bdi>`;
